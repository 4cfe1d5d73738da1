"""What is told of each case, kept as it was read through by a person.

``python tests/cases/told.py`` writes the files anew, after words have changed; read what differs.
"""

from __future__ import annotations

from pathlib import Path

from detente.cli.explain import SECTIONS
from detente.dispute.file import load
from detente.showing.excerpt import excerpt
from detente.showing.findings import findings
from detente.showing.renderers.text import render

FOLDER = Path(__file__).parent
WIDTH = 80


def told(name: str) -> str:
    """Why it is as it is and what would unlock it, as the command line prints them."""
    dispute = load(FOLDER / f"{name}.yaml")
    found = findings(dispute)
    return render(excerpt(dispute, found, *SECTIONS, "unlock", "ways"), WIDTH)


def names() -> list[str]:
    """The cases."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def kept(name: str) -> Path:
    """Where what is told of a case is kept."""
    return FOLDER / "told" / f"{name}.txt"


if __name__ == "__main__":
    for case in names():
        kept(case).write_text(told(case), encoding="utf-8")
