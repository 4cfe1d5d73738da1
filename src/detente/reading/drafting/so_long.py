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


def kept_shut(piece: Evidence) -> Evidence:
    """``will keep the crossing closed to maize``, where the statement has only "close to maize".

    >>> quote = "Norland will keep the Malaba crossing closed to maize."
    >>> kept_shut(Evidence("q1", "d1", quote, 0, 54, "intent", about="close to maize")).about
    'keep the Malaba crossing closed'
    >>> kept_shut(Evidence("q1", "d1", "", 0, 0, "intent", about="close the port")).about
    'close the port'
    >>> quote = "It would keep the boat running if the council paid."
    >>> kept_shut(Evidence("q1", "d1", quote, 0, 51, "precondition", about="run")).about
    'keep the boat running'
    """
    going = _KEEPS_GOING.search(piece.quote) if _ONE_WORD.fullmatch(piece.about or "") else None
    if going is not None and _stem(going["doing"]) == _stem(piece.about or ""):
        return replace(piece, about=f"keep {going['what']} {going['doing']}")
    shut, found = _SHUT.match(piece.about or ""), _KEEPS_SHUT.search(piece.quote)
    if shut is None or found is None or not found["state"].startswith(shut[1]):
        return piece
    return replace(piece, about=f"keep {found['what']} {found['state']}")


def _stem(verb: str) -> str:
    """Of a verb and its gerund the same: "run", "running".

    >>> _stem("running") == _stem("run"), _stem("going") == _stem("open")
    (True, False)
    """
    stem = verb.removesuffix("ing").removesuffix("e")
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem  # noqa: PLR2004


_ONE_WORD = re.compile(r"[a-z]+")
_KEEPS_GOING = re.compile(
    r"\bkeep(?:s|ing)? (?P<what>(?:the|its|their|all|both) (?:[\w'’-]+ ){0,4}?[\w'’-]+) "
    r"(?P<doing>(?:runn|go|sail|work|fly|operat|flow)ing)\b"
)
_SHUT = re.compile(r"(close|shut|seal|lock|block)(?:e?d)?(?= (?:to|for|against|until|unless)\b|$)")
_KEEPS_SHUT = re.compile(
    r"\bkeep(?:s|ing)? (?P<what>(?:[\w'’-]+ ){0,5}?[\w'’-]+) "
    r"(?P<state>closed|shut|sealed|locked|blocked)\b"
)


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
