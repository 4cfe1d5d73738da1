"""Random disputes of any size: as many parties, options and wants as are asked for."""

from __future__ import annotations

from random import Random
from typing import Any

import strategies
from detente.dispute.file import loads
from detente.dispute.model import Dispute

CANS = ("start", "start", "stop", "stop", "never")


def sized(  # noqa: PLR0913 - what a dispute is made of
    rng: Random,
    parties: int,
    options: int,
    wants: int,
    *,
    patterns: int = 0,
    one_way: int = 0,
    near: bool = True,
    near_patterns: bool = False,
    ranking: float = 0.0,
) -> dict[str, Any]:
    """A dispute as plain dicts: its status quo feasible, its parties all with options.

    With `near`, wants name options of their party and of its neighbours alone, and with
    `near_patterns` each infeasible pattern those of a party and its neighbours; `ranking` is how
    likely a party has one instead.
    """
    shares = [options // parties + (place < options % parties) for place in range(parties)]
    rng.shuffle(shares)
    names = [[f"p{p}.o{o}" for o in range(share)] for p, share in enumerate(shares)]
    every = [name for own in names for name in own]
    data: dict[str, Any] = {"detente": 1, "title": f"{options} options", "parties": {}}
    around = [names[p - 1] + names[p] + names[(p + 1) % parties] for p in range(parties)]
    for p, share in enumerate(shares):
        data["parties"][f"p{p}"] = {
            "options": {f"o{o}": {"status_quo": rng.choice(("yes", "no"))} for o in range(share)},
            "wants": [want(rng, names[p], around[p] if near else every) for _ in range(wants)],
        }
    for name in rng.sample(every, one_way):
        party, option = name.split(".")
        data["parties"][party]["options"][option]["can"] = rng.choice(CANS[:4])
    today = {
        name: data["parties"][name.split(".")[0]]["options"][name.split(".")[1]]["status_quo"]
        for name in every
    }
    data["infeasible"] = [
        pattern(rng, around[rng.randrange(parties)] if near_patterns else every, today)
        for _ in range(patterns)
    ]
    if ranking:
        states = strategies.feasible_states(data)
        for entry in data["parties"].values():
            if rng.random() < ranking:
                del entry["wants"]
                entry["ranking"] = strategies.random_ranking(rng, strategies.Limits(), states)
    return data


def want(rng: Random, own: list[str], around: list[str]) -> str:
    """A want over one to three options, its own among them as a rule."""
    first = rng.choice(own if rng.random() < 0.7 else around)
    some = rng.sample(around, 2) if len(around) > 1 else around * 2
    literals = [rng.choice(("", "not ")) + name for name in (first, *some)]
    shape = rng.randrange(5)
    if shape == 0:
        return literals[0]
    if shape == 1:
        return f"{literals[0]} {rng.choice(('and', 'or'))} {literals[1]}"
    if shape == 2:
        return f"{literals[0]} {rng.choice(strategies.LINKS)} {literals[1]}"
    if shape == 3:
        return f"{literals[0]} only if ({literals[1]} {rng.choice(('and', 'or'))} {literals[2]})"
    return f"({literals[0]} and {literals[1]}) or {literals[2]}"


def pattern(rng: Random, every: list[str], today: dict[str, str]) -> str:
    """An infeasible pattern of two or three options that today does not show."""
    chosen = rng.sample(every, min(len(every), rng.choice((2, 3))))
    first, *rest = chosen
    literals = ["not " + first if today[first] == "yes" else first]
    literals += [rng.choice(("", "not ")) + name for name in rest]
    return " and ".join(literals)


def read(data: dict[str, Any]) -> Dispute:
    """The dispute as the program reads it."""
    return loads(strategies.as_yaml(data))


def any_shape(rng: Random, parties: tuple[int, int] = (1, 6), most: int = 8) -> dict[str, Any]:
    """A small dispute of any shape: free or restricted, with rankings or many wants."""
    count = rng.randint(*parties)
    options = rng.randint(count, max(count, most))
    return sized(
        rng,
        count,
        options,
        rng.choice((0, 1, 3, 5, 8, 12)),
        patterns=rng.choice((0, 0, 1, 3)),
        one_way=rng.choice((0, 0, options // 3, options)),
        near=rng.random() < 0.5,
        ranking=rng.choice((0.0, 0.0, 0.5)),
    )


def beside(many: list[dict[str, Any]]) -> dict[str, Any]:
    """Disputes side by side, as one: the parties of each under names of their own."""
    data: dict[str, Any] = {"detente": 1, "title": "Many", "parties": {}, "infeasible": []}
    for number, one in enumerate(many):
        other = strategies.renamed(one, f"d{number}_")
        data["parties"] |= other["parties"]
        data["infeasible"] += other.get("infeasible", [])
    return data
