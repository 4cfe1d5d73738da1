"""The verb ``whatif``: the findings before and after a patch, and which changes those are."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import _shared


@click.command(name="whatif")
@_shared.dispute_file
@click.option(
    "--patch",
    type=click.Path(path_type=Path),
    required=True,
    help="A YAML file of what would differ: a guarantee, aid, a threat, somebody's new option.",
)
@_shared.resolution
@_shared.concept
@_shared.language
@_shared.as_json
def command(
    file: Path, *, patch: Path, to: str | None, concept: str, language: str, json: bool
) -> None:
    """Say what a guarantee, aid, a threat or a new option would do: findings before and after."""
    from detente.analysis.comparison import compare
    from detente.dispute.patch import patched
    from detente.showing.compared import as_json, told
    from detente.showing.words.tongue import tongue

    found = patched(file, patch)
    goal = None if to is None else _shared.formula(found.before, to)
    with _shared.working("analysing before and after"):
        compared = compare(found.before, found.after, concept, goal)
    if json:
        _shared.print_json(as_json(compared, found.title))
    else:
        _shared.print_text(told(compared, found.title, tongue(language)))
