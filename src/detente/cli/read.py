"""The verb ``read``: what the coverage says, each with its quote."""

from __future__ import annotations

import click

from detente.cli import _shared


@click.command(name="read")
@_shared.sources
@_shared.published
@_shared.as_json
def command(sources: tuple[str, ...], *, published: str | None, json: bool) -> None:
    """Say what the coverage says: parties, positions, conditions, events, each with its quote."""
    from detente import jobs
    from detente.showing.coverage import as_json
    from detente.showing.told import told

    with _shared.working("reading"):
        coverage = jobs.read(sources, published)
    _shared.warn(coverage.warnings)
    if json:
        _shared.print_json(as_json(coverage))
    else:
        _shared.print_text(told(coverage))
