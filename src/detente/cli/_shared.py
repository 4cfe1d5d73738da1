"""What several verbs share: arguments, options, and how an answer is printed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from detente import __version__

dispute_file = click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
sources = click.argument("sources", type=str, nargs=-1, required=True, metavar="SOURCE…")
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
