"""The verb ``analyse``: which states hold, for whom, under which concept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import _shared
from detente.errors import Fault, InputError, LimitReachedError

if TYPE_CHECKING:
    from detente.analysis.solutions import Solution
    from detente.dispute.model import Dispute

_BRIEF = 12  # options: up to here the terminal shows states in words, beyond only their letters
_QUIET = 21  # options: beyond, the memory that is needed is said beforehand


@click.command(name="analyse")
@_shared.dispute_file
@click.option("--concepts", metavar="NAMES", help="Which, such as nash,seq; all five unless given.")
@click.option("--stable", is_flag=True, help="In the JSON, also the stable states of each party.")
@click.option("--limit", type=click.IntRange(0), default=1000, help="Most equilibria listed.")
@click.option(
    "--engine",
    type=click.Choice(["auto", "explicit", "symbolic", "naive"]),
    default="auto",
    show_default=True,
    help="How: a number a state, sets of states, or by definition.",
)
@click.option("--where", metavar="FORMULA", help="Only of the states in which this holds.")
@click.option(
    "--sample", type=click.IntRange(1), metavar="N", help="Draw N equilibria at random instead."
)
@click.option("--seed", type=int, default=0, show_default=True, help="To draw others.")
@click.option("--verify", is_flag=True, help="Ask a second engine too, and compare.")
@click.option("--timing", is_flag=True, help="In the JSON, how many seconds each part took.")
@click.option(
    "--time-limit", type=click.FloatRange(0), metavar="SECONDS", help="Then what is decided yet."
)
@_shared.language
@_shared.as_json
def command(  # noqa: PLR0913 - one parameter an option
    file: Path,
    *,
    concepts: str | None,
    stable: bool,
    limit: int,
    engine: str,
    where: str | None,
    sample: int | None,
    seed: int,
    verify: bool,
    timing: bool,
    time_limit: float | None,
    language: str,
    json: bool,
) -> None:
    """Say which states hold, for whom, under which stability concept."""
    dispute, _ = _shared.loaded(file, None)
    names = _named(concepts)
    formula = None if where is None else _shared.formula(dispute, where, "--where")
    plain = not (json or verify or where or sample) and engine == "auto" and concepts is None
    if plain and len(dispute.options) <= _BRIEF:
        _shared.show(dispute, None, _shared.CHOSEN, "headline", "states", language=language)
        return
    from detente.analysis.solutions import solve
    from detente.showing import answers
    from detente.showing.holding import holding
    from detente.showing.words.tongue import tongue

    _announce(dispute, engine)
    with _shared.working("looking for the states that hold"):
        found = solve(dispute, names, engine, time_limit)
    if verify:
        _verify(dispute, names, found)
    asked = answers.Asked(limit, formula, sample, seed)
    if json:
        answer = answers.analyse(dispute, found, asked, stable=stable)
        _shared.print_json(answer | ({"seconds": dict(found.seconds)} if timing else {}))
    else:
        _shared.print_text(holding(dispute, found, tongue(language), asked))
    if found.undecided:
        raise LimitReachedError(f"not decided: {_left(found)}; --time-limit gives more time")


def _left(found: Solution) -> str:
    """What the limits left open: the concepts, and of which parties, where not of all."""
    told = []
    for name, parties in found.undecided.items():
        some = 0 < len(parties) < len(found.parties)
        told.append(f"{name} of {', '.join(parties)}" if some else name)
    return "; ".join(told)


def _announce(dispute: Dispute, engine: str) -> None:
    """Say beforehand how much memory a large dispute takes."""
    if engine in {"auto", "explicit"} and len(dispute.options) > _QUIET:
        from detente.analysis.solutions import suited

        if engine == "explicit" or suited(dispute) == "explicit":
            from detente.analysis.engines.large import needed

            wanted = f"{needed(dispute) / 1e9:.1f} GB of memory"
            click.echo(f"{len(dispute.options)} options: about {wanted}", err=True)


def _named(concepts: str | None) -> list[str]:
    from detente.analysis.concepts import CONCEPTS

    names = list(CONCEPTS) if concepts is None else concepts.split(",")
    for name in names:
        if name not in CONCEPTS:
            known = f"write some of {','.join(CONCEPTS)}"
            raise InputError(Fault("--concepts", 0, 0, f"there is no concept {name!r}", known))
    return names


def _verify(dispute: Dispute, names: list[str], found: Solution) -> None:
    """Ask a second engine, and say on standard error that it agrees, or why none was asked."""
    from detente.analysis.solutions import compare, second, solve

    other = second(dispute, found.engine)
    if other is None:
        click.echo("not verified: only one engine takes a dispute of this size", err=True)
        return
    with _shared.working(f"asking the {other} engine too"):
        compare(found, solve(dispute, names, other))
    click.echo(f"verified: the engines {found.engine} and {other} agree", err=True)
