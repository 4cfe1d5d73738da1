"""The verb ``draft``: the case folder of what was read, or what it adds to a corrected one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import _shared

if TYPE_CHECKING:
    from detente.jobs import Case
    from detente.reading.backends.second import Second


@click.command(name="draft")
@_shared.sources
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The case folder to write.")
@click.option(
    "--into",
    type=click.Path(path_type=Path, exists=True),
    help="A case to add to: what you corrected stays, what is new is proposed.",
)
@click.option("--force", is_flag=True, help="Overwrite a case that a person has corrected.")
@_shared.published
@_shared.second
def command(
    sources: tuple[str, ...],
    *,
    output: Path | None,
    into: Path | None,
    force: bool,
    published: str | None,
    second: Second | None,
) -> None:
    """Read the coverage and write a case folder: a first model, each element with its quote."""
    if (output is None) is (into is None) or (into and force):
        raise click.UsageError("give either --output, for a new case, or --into, to add to one")
    if into is not None:
        _add(sources, into, published, second)
    elif output is not None:
        _draft(sources, output, published, second, force=force)


def _draft(
    sources: tuple[str, ...],
    output: Path,
    published: str | None,
    second: Second | None,
    *,
    force: bool,
) -> None:
    from detente import jobs

    with _shared.working("reading and drafting"):
        case = jobs.draft(sources, published, second)
    jobs.write_case(case, output, force=force)
    _tell(case, output)


def _add(
    sources: tuple[str, ...], into: Path, published: str | None, second: Second | None
) -> None:
    from detente import jobs

    base = jobs.source_of(into)
    with _shared.working("reading and drafting"):
        case = jobs.add(sources, into, published, second)
    jobs.write_into(case, into, base)
    _tell(case, into)


def _tell(case: Case, path: Path) -> None:
    _shared.warn(case.coverage.warnings)
    click.echo(f"{path}: {_shared.in_numbers(case.dispute)}")
    for line in case.dispute.look_first:
        click.echo(f"  look first: {line}")
    file = path / "dispute.yaml" if path.is_dir() else path
    click.echo(f"correct {file}, then: detente report {path}")
