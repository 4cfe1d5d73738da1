"""The verb ``analyse``: which states hold, for whom, under which concept."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli import _shared
from detente.errors import Fault, InputError


@click.command(name="analyse")
@_shared.dispute_file
@click.option("--concepts", metavar="NAMES", help="Which, such as nash,seq; all five unless given.")
@click.option("--stable", is_flag=True, help="In the JSON, also the stable states of each party.")
@click.option("--limit", type=click.IntRange(0), default=1000, help="Most equilibria listed.")
@_shared.as_json
def command(file: Path, *, concepts: str | None, stable: bool, limit: int, json: bool) -> None:
    """Say which states hold, for whom, under which stability concept."""
    from detente.analysis.concepts import CONCEPTS
    from detente.analysis.graph_model import GraphModel
    from detente.analysis.stability import stability
    from detente.showing import answers

    dispute, _ = _shared.loaded(file, None)
    names = list(CONCEPTS) if concepts is None else concepts.split(",")
    for name in names:
        if name not in CONCEPTS:
            known = f"write some of {','.join(CONCEPTS)}"
            raise InputError(Fault("--concepts", 0, 0, f"there is no concept {name!r}", known))
    if json:
        found = stability(GraphModel.of(dispute), names)
        _shared.print_json(answers.analyse(dispute, found, stable=stable, limit=limit))
    else:
        _shared.show(dispute, None, _shared.CHOSEN, "headline", "states")
