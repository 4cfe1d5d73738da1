"""The verb ``paths``: who can bring it about, by which steps."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import _shared


@click.command(name="paths")
@_shared.dispute_file
@click.option("--from", "start", metavar="STATE", help="Where it starts; the status quo otherwise.")
@click.option("--to", metavar="STATE|FORMULA", help="Where it is to lead; else the resolution.")
@click.option("--most", type=click.IntRange(1), default=5, help="Most paths of a sort shown.")
@_shared.concept
@_shared.language
@_shared.as_json
def command(
    file: Path,
    *,
    start: str | None,
    to: str | None,
    most: int,
    concept: str,
    language: str,
    json: bool,
) -> None:
    """Say who can bring it about, by which steps: improvements, agreements, or any moves."""
    from detente.analysis import paths
    from detente.showing import answers
    from detente.showing.routes import routes
    from detente.showing.words.tongue import tongue

    dispute, _ = _shared.loaded(file, None)
    if start is not None:
        dispute = _shared.moved_to(dispute, start)
    goal = None if to is None else _shared.state_or_formula(dispute, to)
    found = paths(dispute, to=goal, concept=concept)
    if json:
        _shared.print_json(answers.paths(found))
    else:
        _shared.print_text(routes(dispute, found, most, tongue(language)))
