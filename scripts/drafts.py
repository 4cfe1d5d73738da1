"""Print a page of drafts, to be read as an analyst would: options, wants, what is left out.

python scripts/drafts.py                     all articles of the development corpus, read perfectly
python scripts/drafts.py --read              the same, as the program reads them
python scripts/drafts.py a.txt b.txt         these articles, each a draft of its own
python scripts/drafts.py --together a.txt b  these articles and folders as one dispute
python scripts/drafts.py corpus/…/a01.json   that annotation, read perfectly
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from detente import jobs
from detente.dispute.evidence import Coverage
from detente.dispute.file import loads
from detente.dispute.model import AnyOrder, Dispute, Option, Want
from detente.dispute.writing import dumps
from detente.errors import DetenteError
from detente.reading.drafting import draft

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "drafting"))

from perfect_reading import articles, coverage  # noqa: E402 — a helper of the tests


def page(dispute: Dispute) -> Iterator[str]:
    """Options with labels, and wants in formulas."""
    yield f"TITLE {dispute.title}"
    yield f"RESOLUTION {dispute.resolution and dispute.resolution.formula}"
    for party in dispute.parties:
        if party.options or party.wants:
            yield f"  {party.name} [{party.role}]"
            yield from (_option(option) for option in party.options)
            for entry in party.wants:
                yield from _entry(entry)
    yield from (f"  look first: {line}" for line in dispute.look_first)
    yield from (
        f"  way out: {way.needs} [{way.proposed_by}] {way.formula or ''}".rstrip()
        for way in dispute.ways_out
    )
    yield from (f"  left out: {row.what} ({row.why})" for row in dispute.left_out)


def _option(option: Option) -> str:
    mark = "■" if option.status_quo else "□"
    can = "" if option.can == "both" else f" ({option.can})"
    return f"    {mark} {option.atom}: {option.label}{can}  [{','.join(option.because)}]"


def _entry(entry: Want | AnyOrder) -> Iterator[str]:
    if isinstance(entry, AnyOrder):
        yield "      any order"
        for want in entry.wants:
            yield from (f"    {line}" for line in _entry(want))
        return
    mark = "?" if entry.assumed else ",".join(entry.because)
    cost = "" if entry.cost == 1 else f" cost {entry.cost}"
    yield f"      {entry.formula}  [{mark}]{cost}"


def show(name: str, read: Callable[[], Coverage]) -> None:
    """One draft, how it stands, and that its file loads again."""
    print(f"\n===== {name}")
    try:
        dispute = draft(read(), jobs.judged)
        print("\n".join(page(dispute)))
        judgement = jobs.judged(dispute)
        movers = ", ".join(mover.party for mover in judgement.movers)
        print("  JUDGED", judgement.verdict, *judgement.diagnosis, movers and f"moves: {movers}")
        loads(dumps(dispute))
    except DetenteError as error:
        print(f"  {type(error).__name__}: {error}")


def _reader(path: Path, *, real: bool) -> Callable[[], Coverage]:
    if path.suffix == ".json" and not real:
        return lambda: coverage(path)
    source = path.with_suffix(".txt") if path.suffix == ".json" else path
    return lambda: jobs.read([str(source)])


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", nargs="*", help="articles, or annotations of the corpus (.json)")
    parser.add_argument("--read", action="store_true", help="of annotations too: as we read them")
    parser.add_argument("--together", action="store_true", help="all sources as one dispute")
    given = parser.parse_args(arguments)
    if given.together:
        show(" ".join(given.source), lambda: jobs.read(given.source))
        return
    for path in map(Path, given.source or articles()):
        show(path.name, _reader(path, real=given.read))


if __name__ == "__main__":
    main()
