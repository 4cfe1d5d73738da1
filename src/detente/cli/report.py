"""The verb ``report``: the main job, from coverage or a case to a brief."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import _shared
from detente.errors import Fault, InputError
from detente.showing.outputs import OUTPUTS, by_suffix

if TYPE_CHECKING:
    from detente.dispute.model import Dispute
    from detente.reading.backends.second import Second

_PAGE = Path("report.html")
_TOLD = ("headline", "since", "side", "why", "unlock", "sure")  # beside the page, on the terminal


@click.command(name="report")
@_shared.sources
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write the brief.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(OUTPUTS)),
    help="By the suffix of the output; html, to report.html, where nothing says otherwise.",
)
@_shared.resolution
@click.option(
    "--case",
    "folder",
    type=click.Path(path_type=Path),
    help="Where the drafted case goes; beside the report unless given.",
)
@click.option("--force", is_flag=True, help="Draft anew over a case that a person has corrected.")
@click.option(
    "--since",
    "older",
    type=click.Path(path_type=Path),
    metavar="OLD",
    help="An older version of the case: what changed since comes first.",
)
@click.option("--for", "side", metavar="PARTY", help="Tell besides how one party sees it.")
@_shared.concept
@_shared.published
@_shared.second
@_shared.language
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but faults and warnings.")
def command(  # noqa: PLR0913 - one parameter an option
    sources: tuple[str, ...],
    *,
    output: Path | None,
    form: str | None,
    to: str | None,
    older: Path | None,
    side: str | None,
    folder: Path | None,
    force: bool,
    concept: str,
    published: str | None,
    second: Second | None,
    language: str,
    quiet: bool,
) -> None:
    """Read, draft, analyse and write the brief; or the brief of a case that you corrected."""
    from detente import jobs
    from detente.analysis.comparison import compare
    from detente.dispute.file import load
    from detente.dispute.writing import write_bytes
    from detente.showing.brief import brief, findings
    from detente.showing.excerpt import excerpt

    form = form or (by_suffix(output.suffix) if output else None) or "html"
    if output is None and (form == "html" or not OUTPUTS[form].is_text):
        output = _PAGE.with_suffix(OUTPUTS[form].suffixes[0])
    case = None
    if any(map(jobs.is_case, sources)):
        if second is not None:
            raise click.UsageError("--backend goes with coverage: a case is not read again")
        dispute, source = _corrected(sources)
    else:
        with _shared.working("reading and drafting"):
            case = jobs.draft(sources, published, second)
        _shared.warn(case.coverage.warnings)
        dispute, source = case.dispute, case.text
    goal = None if to is None else _shared.formula(dispute, to)
    party = side and _party(dispute, side)
    with _shared.progress("analysing") as progress:
        found = findings(dispute, concept, goal, progress=progress)
        since = None if older is None else compare(load(older), dispute, concept, goal)
        again = _again(
            to=to, concept=concept, since="OLD" if older else None, side=party, language=language
        )
        made = brief(
            dispute, found, source=source, command=again, since=since, side=party,
            language=language,
        )  # fmt: skip
        page = b"" if output is None and form == "text" else OUTPUTS[form].make(made, found)
    if case is not None and (output or folder):
        folder = folder or (output or _PAGE).with_suffix(".case")
        jobs.write_case(case, folder, force=force)
    if output is None:
        click.echo(page.decode(), nl=False) if page else _shared.print_text(made)
        return
    write_bytes(output, page)
    if not quiet:
        told = excerpt(dispute, found, *_TOLD, since=since, side=party, language=language)
        _shared.print_text(told)
        _shared.goodbye(output, len(page), folder or Path(sources[0]))


def _again(
    *, to: str | None, concept: str, since: str | None, side: str | None, language: str
) -> str:
    """The command that makes the same brief of the case again, wherever that is."""
    given = {
        "--to": to,
        "--concept": None if concept == _shared.CHOSEN else concept,
        "--since": since,
        "--for": side,
        "--lang": None if language == "en" else language,
    }
    words = [part for option, value in given.items() if value for part in (option, value)]
    return shlex.join(["detente", "report", "CASE", *words])


def _party(dispute: Dispute, named: str) -> str:
    """The id of the party that is called so."""
    from detente.dispute.faults import suggestion

    for party in dispute.parties:
        if named in (party.id, party.name, *party.aliases):
            return party.id
    ids = [party.id for party in dispute.parties]
    what = f"there is no party '{named}'"
    raise InputError(Fault("--for", 0, 0, what, suggestion(named, ids)))


def _corrected(sources: tuple[str, ...]) -> tuple[Dispute, str]:
    from detente.dispute.file import CASE_FILE, load
    from detente.jobs import is_case

    if len(sources) > 1:
        instead = "give one case, or coverage only; `detente draft --into CASE` adds to a case"
        case = next(filter(is_case, sources))
        raise InputError(Fault(case, 0, 0, "is a case, which stands alone", instead))
    path = Path(sources[0])
    dispute = load(path)
    file = path / CASE_FILE if path.is_dir() else path
    return dispute, file.read_text(encoding="utf-8-sig")
