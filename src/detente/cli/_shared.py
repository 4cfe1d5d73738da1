"""What several verbs share: arguments, options, and how an answer is printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente import __version__

if TYPE_CHECKING:
    from detente.dispute.model import Dispute

dispute_file = click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
as_json = click.option("--json", is_flag=True, help="The answer as JSON on standard output.")
published = click.option(
    "--published", metavar="DATE", help="When it was published (2031-03-02), for relative dates."
)
concept = click.option(
    "--concept",
    type=click.Choice(["nash", "gmr", "smr", "seq", "sseq"]),
    default="seq",
    show_default=True,
    help="The stability concept that decides.",
)
resolution = click.option(
    "--to", metavar="FORMULA", help="What would count as settled, instead of the file's resolution."
)


def print_json(answer: Mapping[str, Any]) -> None:
    """An answer on standard output, with the format and the version that gave it."""
    head = {"format": 1, "version": __version__}
    click.echo(json.dumps(head | dict(answer), ensure_ascii=False, indent=1))


def warn(warnings: Iterable[str]) -> None:
    """Warnings, on standard error."""
    for warning in warnings:
        click.echo(f"warning: {warning}", err=True)


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say on standard error that long work is going on, where a person is watching."""
    import sys

    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def in_numbers(dispute: Dispute) -> str:
    """A dispute in numbers: what is in it, what is quoted and what is assumed.

    >>> from detente.dispute.file import loads
    >>> in_numbers(loads("{detente: 1, title: T, parties: {a: {options: {x: }, wants: [a.x]}}}"))
    '1 decision maker, 1 option, 1 want, 0 sentences quoted, 0 wants assumed'
    """
    wants = [want for party in dispute.parties for want in party.ordered_wants]
    counts = {
        "decision maker": len(dispute.decision_makers),
        "option": len(dispute.options),
        "want": len(wants),
        "sentence quoted": len(dispute.evidence),
        "want assumed": sum(want.assumed for want in wants),
    }
    return ", ".join(_counted(number, what) for what, number in counts.items())


def _counted(number: int, what: str) -> str:
    noun, _, rest = what.partition(" ") if "maker" not in what else (what, "", "")
    plural = noun if number == 1 else f"{noun}s"
    return f"{number} {plural} {rest}".strip()
