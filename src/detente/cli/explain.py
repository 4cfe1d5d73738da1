"""The verb ``explain``: why a state holds or does not, down to quotes."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import _shared

SECTIONS = ("headline", "why", "commitments", "coalitions", "verdicts")


@click.command(name="explain")
@_shared.dispute_file
@click.argument("state", required=False)
@_shared.resolution
@_shared.concept
@_shared.as_json
def command(file: Path, *, state: str | None, to: str | None, concept: str, json: bool) -> None:
    """Say why a state (the status quo unless given) holds or does not, down to quotes."""
    from detente.analysis.coalitions import MOST_MOVERS, coalitions
    from detente.analysis.explanation import explain
    from detente.showing import answers

    dispute, goal = _shared.loaded(file, to)
    if state is not None:
        dispute = _shared.moved_to(dispute, state)
    if not json:
        _shared.show(dispute, goal, concept, *SECTIONS)
        return
    few = len(dispute.decision_makers) <= MOST_MOVERS
    together = coalitions(dispute, concept=concept, to=goal) if few else None
    _shared.print_json(answers.explain(explain(dispute, concept=concept, to=goal), together))
