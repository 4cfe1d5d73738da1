"""The verb ``diff``: what changed between two versions, and what that did to the findings."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import _shared
from detente.errors import InputError


@click.command(name="diff")
@click.argument("before", type=click.Path(path_type=Path), metavar="A")
@click.argument("after", type=click.Path(path_type=Path), metavar="B")
@_shared.concept
@_shared.language
@_shared.as_json
def command(before: Path, after: Path, *, concept: str, language: str, json: bool) -> None:
    """Say what changed from A to B, two dispute files or case folders, and what that did."""
    from detente.analysis.comparison import compare
    from detente.dispute.file import check
    from detente.showing.compared import as_json, told
    from detente.showing.words.tongue import tongue

    reports = [check(before), check(after)]
    one, two = (report.dispute for report in reports)
    if one is None or two is None:
        raise InputError(*(fault for report in reports for fault in report.faults))
    with _shared.working("analysing both"):
        found = compare(one, two, concept)
    if json:
        _shared.print_json(as_json(found))
    else:
        _shared.print_text(told(found, tongue=tongue(language)))
