"""The verb ``explain``: why a state holds or does not, down to quotes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import _shared

if TYPE_CHECKING:
    from detente.dispute.model import Dispute

SECTIONS = ("headline", "why", "commitments", "coalitions", "verdicts")


@click.command(name="explain")
@_shared.dispute_file
@click.argument("state", required=False)
@_shared.resolution
@_shared.concept
@_shared.language
@_shared.as_json
def command(
    file: Path, *, state: str | None, to: str | None, concept: str, language: str, json: bool
) -> None:
    """Say why a state (the status quo unless given) holds or does not, down to quotes."""
    from detente.analysis.coalitions import MOST_MOVERS, coalitions
    from detente.analysis.explanation import explain
    from detente.analysis.states import MOST_OPTIONS
    from detente.showing import answers

    dispute, goal = _shared.loaded(file, to)
    if state is not None:
        dispute = _shared.moved_to(dispute, state)
    if len(dispute.options) > MOST_OPTIONS:
        _large(dispute, language, json=json)
        return
    if not json:
        _shared.show(dispute, goal, concept, *SECTIONS, language=language)
        return
    few = len(dispute.decision_makers) <= MOST_MOVERS
    together = coalitions(dispute, concept=concept, to=goal) if few else None
    _shared.print_json(answers.explain(explain(dispute, concept=concept, to=goal), together))


def _large(dispute: Dispute, language: str, *, json: bool) -> None:
    """Verdicts and sanctions alone: what else is asked of small disputes needs all states."""
    from detente.analysis.single import judge
    from detente.showing import answers
    from detente.showing.holding import verdicts
    from detente.showing.words.tongue import tongue

    with _shared.working("looking at the state"):
        found = judge(dispute)
    if json:
        _shared.print_json(answers.single(found))
    else:
        _shared.print_text(verdicts(dispute, found, tongue(language)))
    _shared.warn(["of so many options, verdicts and sanctions alone are told; no diagnosis"])
