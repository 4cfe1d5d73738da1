"""Measure the reading against an annotated corpus: predictions, then the scorer.

python corpus/measure.py [FOLDER] [--only a01,a02] [--errors] [--per-doc] [--out out/pred]

Of the sealed folder, corpus/measure, only the totals are shown, and no prediction is kept.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from detente.reading import reader, sources
from detente.showing.coverage import as_json

HERE = Path(__file__).parent
SEALED = HERE / "measure"


def main() -> int:
    """Read every article of a folder, write what was found, and run the scorer on it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE / "develop")
    parser.add_argument("--only", default="")
    parser.add_argument("--out", type=Path, default=Path("out/pred"))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--per-doc", action="store_true")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    if given.folder.resolve() != SEALED.resolve():
        return measure(given)
    if given.errors or given.per_doc:
        parser.error("corpus/measure is sealed: only its totals are shown")
    with tempfile.TemporaryDirectory() as folder:
        given.out = Path(folder)
        return measure(given, sealed=True)


def measure(given: argparse.Namespace, *, sealed: bool = False) -> int:
    """Read the articles, score what was found, and print the scores: if sealed, no quote."""
    given.out.mkdir(parents=True, exist_ok=True)
    wanted = set(filter(None, given.only.split(",")))
    seconds, words = 0.0, 0
    for gold in sorted(given.folder.glob("*.json")):
        about = json.loads(gold.read_text("utf-8"))
        if wanted and about["id"] not in wanted:
            continue
        began = time.perf_counter()
        answer = predicted(given.folder / about["text_file"], about["published"])
        seconds += time.perf_counter() - began
        words += len(answer["documents"][0]["text"].split())
        (given.out / gold.name).write_text(
            json.dumps(answer, ensure_ascii=False, indent=1), "utf-8"
        )
    print(f"{words} words in {seconds:.1f} s: {words / seconds:.0f} words/s", file=sys.stderr)
    command = [
        sys.executable,
        str(HERE / "score.py"),
        "--gold",
        str(given.folder),
        "--pred",
        str(given.out),
    ]
    command += ["--only", given.only] if given.only else []
    command += ["--errors"] if given.errors else []
    command += ["--per-doc"] if given.per_doc else []
    command += ["--json", str(given.json)] if given.json else []
    run = subprocess.run(command, check=False, capture_output=sealed, text=True)
    if sealed:
        totals = (line for line in run.stdout.splitlines() if not line.startswith("   "))
        print("\n".join(totals))
        print(run.stderr, end="", file=sys.stderr)
    return run.returncode


def predicted(article: Path, published: str | None) -> dict[str, Any]:
    """What the reading finds in an article, in the form that the scorer reads."""
    answer = as_json(reader.read([sources.load(article, published=published)]))
    answer["is_dispute"] = answer["documents"][0]["is_dispute"]
    return answer


if __name__ == "__main__":
    sys.exit(main())
