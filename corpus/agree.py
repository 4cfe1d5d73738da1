"""How far a second, blind annotation agrees with the first: the ceiling of every figure here.

python corpus/agree.py [--second corpus/second]

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
FIRST = (HERE / "develop", HERE / "short")  # where the first annotations stand


def main() -> None:
    """Score every article that was annotated twice; print agreement by category and attribute."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--second", type=Path, default=HERE / "second")
    given = parser.parse_args()
    for folder in FIRST:
        pairs = [
            (folder / path.name, path)
            for path in sorted(given.second.glob("*.json"))
            if (folder / path.name).exists()
        ]
        print(f"{folder.name}, {len(pairs)} articles\n")
        compare(pairs)


def compare(pairs: list[tuple[Path, Path]]) -> None:
    """Print how far the second annotation of each article agrees with the first."""
    totals = {category: collections.Counter[str]() for category in score.CATS}
    attributes = collections.Counter[str]()
    for first_path, second_path in pairs:
        first, second = (json.loads(path.read_text("utf-8")) for path in (first_path, second_path))
        text = first_path.with_name(first["text_file"]).read_bytes().decode("utf-8")
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
    print()


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
