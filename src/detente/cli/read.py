"""The verb ``read``: what the coverage says, each with its quote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import _shared

if TYPE_CHECKING:
    from detente.reading.backends.second import Second


@click.command(name="read")
@_shared.sources
@_shared.published
@_shared.second
@_shared.as_json
@_shared.language
@click.option("--each", is_flag=True, help="Each article by itself: an answer a line, in OUTPUT.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="With --each: where."
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True,
    help="With --each: how many processes read.",
)  # fmt: skip
def command(  # noqa: PLR0913 - one parameter an option
    sources: tuple[str, ...],
    *,
    published: str | None,
    second: Second | None,
    json: bool,
    language: str,
    each: bool,
    output: Path | None,
    jobs: int,
) -> int:
    """Say what the coverage says: parties, positions, conditions, events, each with its quote."""
    if each:
        return _each(sources, published, output, jobs, second)
    if output or jobs > 1:
        raise click.UsageError("--output and --jobs go with --each")
    from detente import jobs as house
    from detente.showing.coverage import as_json
    from detente.showing.told import told
    from detente.showing.words.tongue import tongue

    with _shared.working("reading"):
        coverage = house.read(sources, published, second)
    _shared.warn(coverage.warnings)
    if json:
        _shared.print_json(as_json(coverage))
    else:
        _shared.print_text(told(coverage, tongue(language)))
    return 0


def _each(
    sources: tuple[str, ...],
    published: str | None,
    output: Path | None,
    jobs: int,
    second: Second | None,
) -> int:
    from detente.errors import InputError
    from detente.pile import read_each

    if output is None:
        raise click.UsageError("--each needs -o OUTPUT")
    with _shared.progress("reading") as progress:
        tally = read_each(sources, output, published, jobs=jobs, second=second, progress=progress)
    if tally.faults and not tally.read + tally.known:
        raise InputError(*tally.faults)
    _shared.warn(str(fault) for fault in tally.faults)
    known = f", {tally.known} stood there already" if tally.known else ""
    click.echo(f"{output}: {tally.read} articles read{known}")
    return 0
