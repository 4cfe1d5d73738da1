"""How far a second, blind annotation agrees with the first: the ceiling of every figure here.

python corpus/agree.py [--first corpus/develop] [--second corpus/second]

Precision is of what the second reader held to be required (tier core); recall is of what the first
held to be so, against all that the second found. What only one of them calls optional is neither
rewarded nor punished.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path
from typing import Any

import score

HERE = Path(__file__).parent


def main() -> None:
    """Score every article that was annotated twice; print agreement by category and attribute."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=Path, default=HERE / "develop")
    parser.add_argument("--second", type=Path, default=HERE / "second")
    given = parser.parse_args()
    totals = {category: collections.Counter[str]() for category in score.CATS}
    attributes = collections.Counter[str]()
    articles = sorted(given.second.glob("*.json"))
    for path in articles:
        first = json.loads((given.first / path.name).read_text("utf-8"))
        second = json.loads(path.read_text("utf-8"))
        text = (given.first / first["text_file"]).read_bytes().decode("utf-8")
        must, _, _ = score.score_doc(score.Doc(first, core(second), text, stretch=False))
        may, shared, _ = score.score_doc(score.Doc(first, second, text, stretch=False))
        attributes += shared
        for category, total in totals.items():
            total.update({key: must[category][key] for key in ("hit", "fp")})
            total.update({key: may[category][key] for key in ("tp", "fn")})
    totals["statements"] = totals["preconditions"] + totals["positions"]
    print(f"{'category':15}{'P':>7}{'R':>7}{'F1':>7}")
    for category, total in totals.items():
        print(f"{category:15}" + "".join(shown(value) for value in score.prf(total)))
    print()
    for name in sorted(key[:-2] for key in attributes if key.endswith("_n")):
        ok, of = attributes[f"{name}_ok"], attributes[f"{name}_n"]
        print(f"{name:24}{ok:4} of {of:4}{shown(ok / of)}")
    print(f"articles: {len(articles)}")


def core(annotation: dict[str, Any]) -> dict[str, Any]:
    """Give an annotation without what its reader held to be optional."""
    kept = {
        category: required(annotation[category])
        for category in score.CATS
        if category in annotation
    }
    return annotation | kept | {"statements": required(annotation["statements"])}


def required(elements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep the elements of tier core."""
    return [element for element in elements if element.get("tier", "core") == "core"]


def shown(value: float | None) -> str:
    """Print a share with three decimals, a dash where there was nothing to share."""
    return f"{'-' if value is None else f'{value:.3f}':>7}"


if __name__ == "__main__":
    main()
