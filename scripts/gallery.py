"""Briefs of our articles, of the example cases and of published conflicts, and an index of them.

python scripts/gallery.py FOLDER [LANGUAGE]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from detente import jobs
from detente.dispute.file import load
from detente.dispute.model import Dispute
from detente.dispute.writing import write_text
from detente.showing.brief import brief, findings, render_html
from detente.showing.renderers.gallery import Entry, index
from detente.showing.words.tongue import tongue

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "examples").glob("*.txt"))
CASES = sorted(path.parent for path in (ROOT / "examples").glob("*/dispute.yaml"))
PUBLISHED = sorted((ROOT / "tests" / "cases").glob("*.yaml"))


def disputes() -> Iterator[tuple[str, Dispute]]:
    for path in ARTICLES:
        yield path.stem, jobs.draft([str(path)]).dispute
    for path in (*CASES, *PUBLISHED):
        yield path.stem, load(path)


def main(folder: Path, language: str = "en") -> None:
    entries = []
    for name, dispute in disputes():
        made = brief(dispute, findings(dispute), language=language)
        write_text(folder / f"{name}.html", render_html(made))
        entries.append(Entry.of(f"{name}.html", made))
    write_text(folder / "index.html", index(entries, tongue(language)))
    print(f"Wrote {folder / 'index.html'}: {len(entries)} briefs")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
