"""The verb ``robust``: how sure is each finding, and which assumptions carry it."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import _shared


@click.command(name="robust")
@_shared.dispute_file
@_shared.resolution
@click.option("--all", "everything", is_flag=True, help="Open every want without evidence.")
@click.option("--seed", type=int, default=0, help="Of the sample, where models are too many.")
@_shared.concept
@_shared.language
@_shared.as_json
def command(
    file: Path,
    *,
    to: str | None,
    everything: bool,
    seed: int,
    concept: str,
    language: str,
    json: bool,
) -> None:
    """Say how sure each finding is: in how many open models it holds, and what it hangs on."""
    from detente.analysis import robust
    from detente.showing import answers
    from detente.showing.excerpt import excerpt
    from detente.showing.findings import findings

    dispute, goal = _shared.loaded(file, to)
    with _shared.progress("judging open models") as progress:
        found = robust(dispute, concept, goal, seed=seed, everything=everything, progress=progress)
    if json:
        _shared.print_json(answers.robust(found))
    else:
        made = findings(dispute, concept, goal, robustness=found)
        told = excerpt(dispute, made, "headline", "sure", "assumptions", language=language)
        _shared.print_text(told)
