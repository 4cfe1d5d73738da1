"""Random disputes: from a seeded ``random.Random``, and the same as hypothesis strategies.

A dispute is given as the plain dicts and lists that a dispute file reads to; ``as_yaml`` makes the
file's text of it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from io import StringIO
from random import Random
from typing import Any

from hypothesis import strategies as st
from ruamel.yaml import YAML

import oracle

NAMES = ("norland", "sudmark", "ostia", "westria", "heron", "gull")
DOINGS = ("reopen", "pay", "patrol", "talk", "sanction", "arm", "claim", "withdraw")
COSTS = (0.1, 0.5, 1.25, 2, 3)
LINKS = ("only if", "if", "unless", "if and only if")


@dataclass(frozen=True)
class Limits:
    """What random disputes may hold: spans are inclusive, the others are probabilities."""

    parties: tuple[int, int] = (2, 4)
    options: tuple[int, int] = (2, 8)
    wants: tuple[int, int] = (1, 5)
    one_way: float = 0.15  # of each option
    infeasible: float = 0.35  # that some states are
    rankings: float = 0.12  # of each party, in place of wants
    ties: float = 0.3  # of each state in a ranking with the one before it
    voiceless: float = 0.04  # of each party: options, but neither wants nor a ranking
    groups: float = 0.3  # of each party with two wants or more
    costs: float = 0.2  # of each want and each option
    assumed: float = 0.15  # of each want
    mutual: float = 0.45  # that all with wants want the resolution, each somewhere in its list
    bystander: float = 0.15  # that there is a party without options
    resolution: float = 0.95
    stuck: float = 0.35  # that a stuck status quo is looked for, beside those stuck by chance


def literal(rng: Random, names: list[str]) -> str:
    """An option or its negation."""
    return rng.choice(("", "not ")) + rng.choice(names)


def joined(rng: Random, names: list[str], word: str, size: int) -> str:
    """Some literals joined by a word."""
    chosen = rng.sample(names, min(size, len(names)))
    return f" {word} ".join(rng.choice(("", "not ")) + name for name in chosen)


def random_formula(rng: Random, names: list[str], depth: int = 2) -> str:
    """A formula of the shapes that wants have, now and then a wild one."""
    shape = rng.random()
    if depth == 0 or shape < 0.3:
        return literal(rng, names)
    if shape < 0.42:
        return joined(rng, names, "and", rng.randint(2, 3))
    if shape < 0.5:
        return joined(rng, names, "or", 2)
    if shape < 0.78:
        several = f"({joined(rng, names, 'and', rng.randint(1, 3))})"
        one = literal(rng, names)
        word = rng.choice(LINKS[:3])
        return f"{one} only if {several}" if word == "only if" else f"{several} {word} {one}"
    left = f"({random_formula(rng, names, depth - 1)})"
    right = f"({random_formula(rng, names, depth - 1)})"
    word = rng.choice((*LINKS, "and", "or", "and not", "or not"))
    return f"{rng.choice(('', 'not '))}{left} {word} {right}"


def random_options(rng: Random, limits: Limits, count: int) -> dict[str, Any]:
    """So many options of one party."""
    options: dict[str, Any] = {}
    for name in rng.sample(DOINGS, count):
        option: dict[str, Any] = {"label": name, "status_quo": rng.choice(("yes", "no"))}
        if rng.random() < limits.one_way:
            option["can"] = rng.choice(("start", "start", "stop", "stop", "never"))
        if rng.random() < limits.costs:
            option["commit_cost"] = rng.choice(COSTS)
        options[name] = option
    return options


def random_want(rng: Random, limits: Limits, names: list[str]) -> Any:
    """A want in the short form, or in the long one where it has more to say."""
    formula = random_formula(rng, names)
    more: dict[str, Any] = {}
    if rng.random() < limits.costs:
        more["cost"] = rng.choice(COSTS)
    if rng.random() < limits.assumed:
        more["assumed"] = "yes"
    return {"want": formula, **more} if more else formula


def random_wants(rng: Random, limits: Limits, names: list[str]) -> list[Any]:
    """The wants of a party, two or three of them perhaps in any order."""
    wants = [random_want(rng, limits, names) for _ in range(rng.randint(*limits.wants))]
    if len(wants) > 1 and rng.random() < limits.groups:
        size = rng.randint(2, min(3, len(wants)))
        at = rng.randint(0, len(wants) - size)
        wants[at : at + size] = [{"any order": wants[at : at + size]}]
    return wants


def random_ranking(rng: Random, limits: Limits, states: list[str]) -> list[Any]:
    """Every state once, best first, with ties."""
    places: list[list[str]] = []
    for state in rng.sample(states, len(states)):
        if places and rng.random() < limits.ties:
            places[-1].append(state)
        else:
            places.append([state])
    return [tied if len(tied) > 1 else tied[0] for tied in places]


def option_names(data: dict[str, Any]) -> list[str]:
    """The full names of the options, in the order of the file."""
    return [f"{p}.{o}" for p, party in data["parties"].items() for o in party.get("options", {})]


def set_status_quo(data: dict[str, Any], state: str) -> None:
    """Make this state the status quo."""
    for name, letter in zip(option_names(data), state, strict=True):
        party, option = name.split(".")
        data["parties"][party]["options"][option]["status_quo"] = "yes" if letter == "Y" else "no"


def random_parties(rng: Random, limits: Limits) -> dict[str, Any]:
    """The parties with their options, wants not yet."""
    count = rng.randint(*limits.parties)
    shares = [1] * count
    for _ in range(max(0, rng.randint(*limits.options) - count)):
        shares[rng.randrange(count)] += 1
    parties: dict[str, Any] = {
        party: {"name": party.title(), "options": random_options(rng, limits, share)}
        for party, share in zip(rng.sample(NAMES, count), shares, strict=True)
    }
    if rng.random() < limits.bystander:
        role = rng.choice(("principal", "mediator", "expert"))
        parties["onlooker"] = {"name": "Onlooker", "role": role}
    return parties


def feasible_states(data: dict[str, Any]) -> list[str]:
    """The feasible states of a dispute that may still lack everything else."""
    blank = oracle.Dispute(
        title="",
        options=tuple(oracle.Option(name, name.split(".")[0]) for name in option_names(data)),
        members=(),
        infeasible=tuple(oracle.parse_formula(f) for f in data.get("infeasible", [])),
    )
    return blank.states()


def add_preferences(rng: Random, limits: Limits, data: dict[str, Any], states: list[str]) -> None:
    """Give the parties wants or rankings, and perhaps a want that they share."""
    mutual = "resolution" in data and rng.random() < limits.mutual
    for entry in data["parties"].values():
        if "options" in entry and rng.random() < limits.rankings:
            entry["ranking"] = random_ranking(rng, limits, states)
        elif rng.random() >= limits.voiceless:
            entry["wants"] = random_wants(rng, limits, option_names(data))
            if mutual:
                entry["wants"].insert(rng.randint(0, len(entry["wants"])), data["resolution"])


def draft(rng: Random, limits: Limits) -> dict[str, Any]:
    """A dispute, by chance stuck or not."""
    while True:
        parties = random_parties(rng, limits)
        data: dict[str, Any] = {"detente": 1, "title": "A random dispute", "parties": parties}
        names = option_names(data)
        if rng.random() < limits.infeasible:
            data["infeasible"] = [
                joined(rng, names, "and", rng.randint(2, 3)) for _ in range(rng.randint(1, 3))
            ]
        states = feasible_states(data)
        if not states:
            continue
        if rng.random() < limits.resolution:
            data["resolution"] = joined(rng, names, "and", rng.randint(1, 3))
        add_preferences(rng, limits, data, states)
        set_status_quo(data, rng.choice(states))
        return data


def is_stuck(data: dict[str, Any]) -> bool:
    """Whether it is stuck under ``seq``, and names a resolution."""
    model = oracle.build(oracle.read_dispute(data))
    return model.resolutions is not None and oracle.situation(model) == "stuck"


def get_stuck(rng: Random, data: dict[str, Any], tries: int = 20) -> bool:
    """Look for a status quo in which the dispute is stuck."""
    model = oracle.build(oracle.read_dispute(data))
    if not model.resolutions:
        return False
    for state in rng.sample(model.states, min(tries, len(model.states))):
        if state not in model.resolutions and oracle.is_equilibrium(model, state, "seq"):
            set_status_quo(data, state)
            return True
    return False


def random_dispute(
    rng: Random, limits: Limits | None = None, *, stuck: bool | None = None, **more: Any
) -> dict[str, Any]:
    """A valid dispute; ``more`` are limits by name; ``stuck`` asks for a stuck one, or for none.

    Without ``stuck``, about half of them are stuck (under ``seq``) and name a resolution.
    """
    limits = limits or Limits(**more)
    wanted = stuck if stuck is not None else rng.random() < limits.stuck
    while True:
        data = draft(rng, limits)
        if wanted and not get_stuck(rng, data):
            continue
        if stuck is False and is_stuck(data):
            continue
        return data


def as_yaml(data: dict[str, Any]) -> str:
    """The dispute as the text of a file."""
    stream = StringIO()
    yaml = YAML()
    yaml.width = 4096
    yaml.dump(json.loads(json.dumps(data)), stream)  # copied, so that nothing is an alias
    return stream.getvalue()


def random_disputes(seed: int, count: int, **more: Any) -> list[dict[str, Any]]:
    """So many random disputes, always the same for a seed."""
    rng = Random(seed)
    return [random_dispute(rng, **more) for _ in range(count)]


# --- the same dispute, told otherwise -------------------------------------------------------


def renamed(data: dict[str, Any], prefix: str = "x_") -> dict[str, Any]:
    """Every party and option under another id."""
    text = json.dumps(data)
    text = re.sub(r"\b([a-z]\w*)\.([a-z]\w*)\b", rf"{prefix}\1.{prefix}\2", text)
    other: dict[str, Any] = json.loads(text)
    other["parties"] = {prefix + p: entry for p, entry in other["parties"].items()}
    for entry in other["parties"].values():
        if "options" in entry:
            entry["options"] = {prefix + o: option for o, option in entry["options"].items()}
    return other


def rewrite_states(data: dict[str, Any], places: list[int]) -> None:
    """Write the states of rankings anew: the letter k is the one that stood at ``places[k]``."""

    def rewrite(state: str) -> str:
        return "".join(state[k] for k in places)

    for entry in data["parties"].values():
        if "ranking" in entry:
            entry["ranking"] = [
                [rewrite(s) for s in e] if isinstance(e, list) else rewrite(e)
                for e in entry["ranking"]
            ]


def reordered(rng: Random, data: dict[str, Any]) -> tuple[dict[str, Any], list[int]]:
    """Parties and options in another order; and where each of the new letters stood."""
    other: dict[str, Any] = json.loads(json.dumps(data))
    parties = list(other["parties"].items())
    rng.shuffle(parties)
    other["parties"] = dict(parties)
    for entry in other["parties"].values():
        if "options" in entry:
            options = list(entry["options"].items())
            rng.shuffle(options)
            entry["options"] = dict(options)
    before = option_names(data)
    places = [before.index(name) for name in option_names(other)]
    rewrite_states(other, places)
    return other, places


def with_idle_option(data: dict[str, Any]) -> dict[str, Any]:
    """One option more, the last of the last party that has any; it is ``never``, and not wanted.

    The states whose last letter is N are the old ones.
    """
    other: dict[str, Any] = json.loads(json.dumps(data))
    party = [entry for entry in other["parties"].values() if entry.get("options")][-1]
    party["options"]["idle"] = {"label": "idle", "can": "never"}
    for entry in other["parties"].values():
        if "ranking" in entry:
            entry["ranking"] = [
                [s + letter for s in ([e] if isinstance(e, str) else e) for letter in "NY"]
                for e in entry["ranking"]
            ]
    return other


# --- hypothesis -----------------------------------------------------------------------------


def disputes(*, stuck: bool | None = None, **more: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Valid disputes; the limits are those of ``Limits``."""
    randoms = st.randoms(use_true_random=False)
    return randoms.map(lambda rng: random_dispute(rng, stuck=stuck, **more))


def dispute_texts(*, stuck: bool | None = None, **more: Any) -> st.SearchStrategy[str]:
    """Valid disputes as the text of a file."""
    return disputes(stuck=stuck, **more).map(as_yaml)


def formulas(names: list[str]) -> st.SearchStrategy[oracle.Formula]:
    """Formulas over these options, of any shape."""

    def grow(inner: st.SearchStrategy[oracle.Formula]) -> st.SearchStrategy[oracle.Formula]:
        several = st.lists(inner, min_size=2, max_size=3)
        return st.one_of(
            inner.map(oracle.Not),
            several.map(oracle.conjunction),
            several.map(oracle.disjunction),
            st.builds(oracle.Link, st.sampled_from(LINKS), inner, inner),
        )

    return st.recursive(st.sampled_from(names).map(oracle.Var), grow, max_leaves=10)


def formula_texts(names: list[str]) -> st.SearchStrategy[str]:
    """Formulas as text."""
    return formulas(names).map(oracle.show)
