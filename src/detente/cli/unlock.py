"""The verb ``unlock``: the least concessions, proven."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import _shared
from detente.errors import LimitReachedError


@click.command(name="unlock")
@_shared.dispute_file
@_shared.resolution
@click.option("--most", type=click.IntRange(1), default=3, help="Most ways out listed.")
@click.option("--only", metavar="PARTY", help="The one party that may concede.")
@click.option(
    "--forbid",
    multiple=True,
    metavar="WHAT",
    help="What may not be conceded: a party, a change (drop), a want (norland/3), an option.",
)
@click.option(
    "--time-limit", type=click.FloatRange(0), metavar="SECONDS", help="Then the best yet."
)
@_shared.concept
@_shared.language
@_shared.as_json
def command(  # noqa: PLR0913 - one parameter an option
    file: Path,
    *,
    to: str | None,
    most: int,
    only: str | None,
    forbid: tuple[str, ...],
    time_limit: float | None,
    concept: str,
    language: str,
    json: bool,
) -> int:
    """Find the least that would unlock the dispute: who concedes what, and who moves when."""
    from detente.analysis.unlocking import unlock
    from detente.analysis.ways_out import trials
    from detente.showing import answers
    from detente.showing.excerpt import excerpt
    from detente.showing.findings import findings

    dispute, goal = _shared.loaded(file, to)
    with _shared.working("looking for the least that would unlock it"):
        found = unlock(dispute, goal, concept, most, only, forbid, time_limit)
    if json:
        _shared.print_json(
            answers.unlock(found, trials(dispute, concept, goal, time_limit), dispute)
        )
    else:
        made = findings(dispute, concept, goal, unlocking=found)
        told = excerpt(dispute, made, "headline", "unlock", "ways", language=language)
        _shared.print_text(told)
    if not found.proven_least:
        raise LimitReachedError("the time limit was reached; --time-limit raises it")
    return 0
