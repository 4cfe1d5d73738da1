"""The verb ``draft``: the case folder of what was read."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import _shared


@click.command(name="draft")
@_shared.sources
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The case folder."
)
@click.option("--force", is_flag=True, help="Overwrite a case that a person has corrected.")
@_shared.published
def command(sources: tuple[str, ...], *, output: Path, force: bool, published: str | None) -> None:
    """Read the coverage and write a case folder: a first model, each element with its quote."""
    from detente import jobs

    with _shared.working("reading and drafting"):
        case = jobs.draft(sources, published)
    jobs.write_case(case, output, force=force)
    _shared.warn(case.coverage.warnings)
    click.echo(f"{output}: {_shared.in_numbers(case.dispute)}")
    for line in case.dispute.look_first:
        click.echo(f"  look first: {line}")
    click.echo(f"correct {output / 'dispute.yaml'}, then: detente report {output}")
