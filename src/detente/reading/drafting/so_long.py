"""What lasts as long as something does: pressure that ends with it, and what is given for it."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.dispute.evidence import Condition, Evidence
from detente.reading.drafting.lexicon import shared_nouns, words

SO_LONG = ("as long as", "so long as", "for as long as", "for so long as", "while")


def so_long(piece: Evidence) -> Evidence:
    """A price with "as long as", as it is meant.

    >>> paid = Condition("Sudmark pays", 40, 52, "as long as", ("sudmark",), "fails")
    >>> said = Evidence("q1", "d1", "…", 0, 60, "precondition", ("norland",), condition=paid)
    >>> so_long(replace(said, about="deliveries would continue")).condition.need
    'holds'
    >>> so_long(replace(said, about="the inspections would continue")).condition.need
    'fails'
    """
    condition = piece.condition
    if condition is None or condition.marker.lower() not in SO_LONG:
        return piece
    if condition.need == "fails" and _is_given(piece.about or ""):
        return replace(piece, condition=replace(condition, need="holds"))
    return _suspended(piece, condition)


def _is_given(about: str) -> bool:
    """Whether what goes on is what the other gets, or what both do: it is the prize."""
    found = _GOES_ON.fullmatch(about)
    last = (
        re.split(r" (?:to|of|on|over|with|about|for|between) ", found["what"])[0] if found else ""
    )
    noun = last.rsplit(" ", 1)[-1].lower()
    one = noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return bool(noun) and (one in words("dealt", "nouns") or one in shared_nouns())


_GOES_ON = re.compile(
    r"(?P<what>.+?) (?:(?:will|would|shall|can|could) )?(?:go on|goes on|continues?|last|hold)"
)


def _suspended(piece: Evidence, condition: Condition) -> Evidence:
    """``suspend the tie for as long as the hunt goes on``: it is resumed once that ends.

    Pressure of one's own is not: "suspends the strike as long as talks last".

    >>> hunt = Condition("the hunt goes on", 30, 46, "for as long as", ("sudmark",))
    >>> said = Evidence("q1", "d1", "…", 0, 46, "precondition", about="suspend the tie",
    ...     condition=hunt)
    >>> _suspended(said, hunt).about, _suspended(said, hunt).condition.need
    ('resume the tie', 'fails')
    >>> _suspended(replace(said, about="suspend the strike"), hunt).about
    'suspend the strike'
    """
    found = _SUSPENDS.match(piece.about or "")
    if found is None or condition.need == "fails":
        return piece
    what = {word.removesuffix("s") for word in found["what"].lower().split()}
    pressing = words("pressure", "nouns") | words("pressure", "pointing") | words("harm", "nouns")
    if what & (pressing | _LEVIES):
        return piece
    about = f"resume {found['what']}"
    return replace(piece, about=about, condition=replace(condition, need="fails"))


_SUSPENDS = re.compile(
    r"(?:suspend|freeze|halt|break off|cut off) (?P<what>(?:the|its|all|any) .+)"
)
_LEVIES = frozenset(
    {"tariff", "sanction", "duty", "tax", "measure", "fire", "law", "fine", "penalty"}
)
