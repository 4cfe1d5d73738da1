"""The verb ``check``: whether a dispute file is sound."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from detente.cli import _shared
from detente.errors import Fault


@click.command(name="check")
@_shared.dispute_file
@_shared.as_json
def command(file: Path, *, json: bool) -> int:
    """Say whether a dispute file is sound: all its faults and warnings at once."""
    from detente.dispute.file import check

    report = check(file)
    if json:
        _shared.print_json(
            {
                "faults": [asdict(fault) for fault in report.faults],
                "warnings": [asdict(warning) for warning in report.warnings],
            }
        )
    else:
        _print(report.faults, report.warnings, file)
    return 1 if report.faults else 0


def _print(faults: tuple[Fault, ...], warnings: tuple[Fault, ...], file: Path) -> None:
    for fault in faults:
        click.echo(str(fault), err=True)
    for warning in warnings:
        click.echo(f"{warning} (warning)", err=True)
    if not faults:
        also = f", {len(warnings)} warnings" if warnings else ""
        click.echo(f"{file}: sound{also}")
