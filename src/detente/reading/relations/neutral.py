"""Who is above the sides by what office he has, or outside of them."""

from __future__ import annotations

from detente.reading.parsed import Token
from detente.reading.wording import words

_OVER_SIDES = words("""
    chaplain intermediary facilitator bishop archbishop archdeacon priest imam rabbi pastor vicar
    monk abbot pope patriarch ombudsman ombudswoman judge elder arbitrator conciliator mediator
    magistrate arbiter""")
_NEUTRAL = _OVER_SIDES | words("""
    mayor mayoress chief envoy professor king queen sheikh emir secretary-general commissioner
    prefect governor collector superintendent service council commission forum union
    federation""")


def is_neutral(who: Token) -> bool:
    """As in "the mayor", "its envoy": one who may stand outside of it by office."""
    return _is_one_of(who, _NEUTRAL)


def is_over_sides(who: Token | None) -> bool:
    """As in "the bishop", "Ana Berg, a judge": one whose office is above the sides."""
    return who is not None and _is_one_of(who, _OVER_SIDES)


def _is_one_of(who: Token, offices: frozenset[str]) -> bool:
    near = [who, *(c for c in who.children if c.dep_ in {"appos", "compound", "amod", "nmod"})]
    return any(t.lemma_.lower() in offices for t in near)
