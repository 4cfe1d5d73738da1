"""The verb ``explain``: why a state holds or does not, down to quotes."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import _shared
from detente.errors import LimitReachedError

if TYPE_CHECKING:
    from detente.analysis.single import Single
    from detente.dispute.formula import Formula
    from detente.dispute.model import Dispute

SECTIONS = ("headline", "why", "commitments", "coalitions", "verdicts")
_MORE = "--time-limit gives more time"


@click.command(name="explain")
@_shared.dispute_file
@click.argument("state", required=False)
@_shared.resolution
@_shared.concept
@click.option(
    "--time-limit",
    type=click.FloatRange(0),
    metavar="SECONDS",
    help="Then what is decided yet: verdicts and sanctions, without what else was asked for.",
)
@_shared.language
@_shared.as_json
def command(
    file: Path,
    *,
    state: str | None,
    to: str | None,
    concept: str,
    time_limit: float | None,
    language: str,
    json: bool,
) -> None:
    """Say why a state (the status quo unless given) holds or does not, down to quotes."""
    from detente.analysis.single import judge
    from detente.analysis.states import MOST_OPTIONS

    dispute, goal = _shared.loaded(file, to)
    if state is not None:
        dispute = _shared.moved_to(dispute, state)
    small = len(dispute.options) <= MOST_OPTIONS
    if small and time_limit is None:
        _whole(dispute, goal, concept, language, json=json)()
        return
    began = time.monotonic()
    with _shared.working("looking at the state"):
        found = judge(dispute, time_limit=time_limit)
    if small and time_limit is not None:
        with suppress(TimeoutError):
            with _shared.within(time_limit - (time.monotonic() - began)):
                say = _whole(dispute, goal, concept, language, json=json)
            say()
            return
    _verdicts(dispute, found, language, json=json)
    if not small:
        _shared.warn(["of so many options, verdicts and sanctions alone are told; no diagnosis"])
    if found.undecided:
        names = ", ".join(found.undecided)
        raise LimitReachedError(f"not decided of all parties: {names}; {_MORE}")
    if small:
        raise LimitReachedError(f"verdicts alone were decided; {_MORE}")


def _whole(
    dispute: Dispute, goal: Formula | None, concept: str, language: str, *, json: bool
) -> Callable[[], None]:
    """All that is told of a small dispute, ready to be printed."""
    from detente.analysis.coalitions import MOST_MOVERS, coalitions
    from detente.analysis.explanation import explain
    from detente.showing import answers
    from detente.showing.excerpt import excerpt
    from detente.showing.findings import findings

    if not json:
        told = excerpt(dispute, findings(dispute, concept, goal), *SECTIONS, language=language)
        return partial(_shared.print_text, told)
    few = len(dispute.decision_makers) <= MOST_MOVERS
    together = coalitions(dispute, concept=concept, to=goal) if few else None
    answer = answers.explain(explain(dispute, concept=concept, to=goal), together)
    return partial(_shared.print_json, answer)


def _verdicts(dispute: Dispute, found: Single, language: str, *, json: bool) -> None:
    """Verdicts and sanctions alone: what else is asked of small disputes needs all states."""
    from detente.showing import answers
    from detente.showing.holding import verdicts
    from detente.showing.words.tongue import tongue

    if json:
        _shared.print_json(answers.single(found))
    else:
        _shared.print_text(verdicts(dispute, found, tongue(language)))
