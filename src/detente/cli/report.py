"""The verb ``report``: the main job, from coverage or a case to a brief."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from detente.cli import _shared
from detente.dispute.model import Dispute
from detente.errors import InputError

_PAGE = "report.html"


@click.command(name="report")
@_shared.sources
@click.option("-o", "--output", type=click.Path(path_type=Path), help=f"Where to; {_PAGE} for HTML.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "text"]),
    help="By the suffix of the output; html unless that says otherwise.",
)
@_shared.resolution
@click.option(
    "--case",
    "folder",
    type=click.Path(path_type=Path),
    help="Where the drafted case goes; beside the report unless given.",
)
@click.option("--force", is_flag=True, help="Draft anew over a case that a person has corrected.")
@_shared.concept
@_shared.published
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but faults.")
def command(  # noqa: PLR0913 - one parameter an option
    sources: tuple[str, ...],
    *,
    output: Path | None,
    form: str | None,
    to: str | None,
    folder: Path | None,
    force: bool,
    concept: str,
    published: str | None,
    quiet: bool,
) -> None:
    """Read, draft, analyse and write the brief; or the brief of a case that you corrected."""
    from detente import jobs

    form = form or ("text" if output and output.suffix == ".txt" else "html")
    output = output or (Path(_PAGE) if form == "html" else None)
    case = None
    if jobs.is_case(sources[0]):
        dispute, source = _case(sources)
    else:
        with _shared.working("reading and drafting"):
            case = jobs.draft(sources, published)
        dispute, source = case.dispute, None
        folder = folder or (output.with_suffix(".case") if output else None)
    with _shared.working("analysing"):
        made = jobs.brief(dispute, concept=concept, to=to, source=source)
    if case is not None:
        _shared.warn(case.coverage.warnings)
        if folder is not None:
            jobs.write_case(case, folder, force=force)
    page = jobs.rendered(made, form, sys.stdout.isatty() and output is None)
    if output is None:
        click.echo(page, nl=False)
        return
    _shared.write(output, page)
    if not quiet:
        where = folder if case is not None else Path(sources[0])
        _tell(made_text=jobs.headline(made), output=output, page=page, dispute=dispute, case=where)
