"""Random disputes of the size of a draft: parties with options and wants as coverage has them."""

from __future__ import annotations

import random

from detente.analysis.stability import analyse
from detente.dispute.file import loads
from detente.dispute.model import Dispute

DOINGS = [
    *("reopen", "pay", "patrol", "talk", "sanction", "arm", "claim", "withdraw"),
    *("inspect", "fish", "trade", "visit"),
]


def _literal(rng: random.Random, names: list[str]) -> str:
    return rng.choice(("", "not ")) + rng.choice(names)


def _want(rng: random.Random, own: list[str], others: list[str]) -> str:
    """A want in the shapes of drafts: a condition, a demand, a position of one's own."""
    shape = rng.random()
    if shape < 0.4:
        asked = rng.sample(others, min(len(others), rng.choice((1, 1, 2))))
        need = " and ".join(rng.choice(("", "not ")) + name for name in asked)
        return f"{_literal(rng, own)} only if {need}"
    return _literal(rng, others if shape < 0.75 else own)


def draft(
    seed: int,
    parties: int = 3,
    options: int = 10,
    wants: int = 8,
    assumed: int = 4,
    groups: int = 2,
) -> Dispute:
    """A dispute with so many open wants in all, and so many groups of two of unknown order."""
    rng = random.Random(seed)
    ids = [f"p{n}" for n in range(parties)]
    owners = [*ids, *(rng.choice(ids) for _ in range(options - parties))]
    names = {p: [f"{p}.{DOINGS[n]}" for n in range(owners.count(p))] for p in ids}
    everything = [name for own in names.values() for name in own]
    resolution = " and ".join(rng.sample(everything, 2))
    listed: dict[str, list[object]] = {}
    for p in ids:
        others = [name for name in everything if not name.startswith(f"{p}.")]
        listed[p] = [_want(rng, names[p], others) for _ in range(wants - 1)]
        listed[p].insert(rng.randint(0, wants - 1), resolution)
    places = rng.sample([(p, n) for p in ids for n in range(wants)], assumed)
    for p, n in places:
        listed[p][n] = f"{{want: {listed[p][n]}, assumed: yes}}"
    for p in ids[:groups]:
        at = rng.randint(0, wants - 2)
        listed[p][at : at + 2] = [f"{{any order: [{listed[p][at]}, {listed[p][at + 1]}]}}"]
    rows = []
    for p in ids:
        own = ", ".join(
            f"{n.split('.')[1]}: {{status_quo: {rng.choice(('yes', 'no'))}}}" for n in names[p]
        )
        rows.append(f"  {p}: {{options: {{{own}}}, wants: [{', '.join(map(str, listed[p]))}]}}")
    return loads(
        f"detente: 1\ntitle: Draft {seed}\nresolution: {resolution}\nparties:\n" + "\n".join(rows)
    )


def stuck(count: int, **more: int) -> list[Dispute]:
    """The first so many of the random disputes that are stuck."""
    found: list[Dispute] = []
    seed = 0
    while len(found) < count:
        dispute = draft(seed, **more)
        model = analyse(dispute, ["seq"])
        here = model.model.space.status_quo
        settled = model.model.space.where(dispute.resolution.formula)[here]
        if model.equilibria("seq")[here] and not settled:
            found.append(dispute)
        seed += 1
    return found
