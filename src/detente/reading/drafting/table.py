"""What lies on the table: a subject there is discussed, an offer or a sum there is made."""

from __future__ import annotations

import re

from detente.reading.drafting.doing import Doing, Say
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.things import theme_of
from detente.reading.parsed import Token

_STAYS = ("be", "remain", "stay")
_TABLE = re.compile(r"on (?:the|its|their|an?) (?:\w+ )?(?:table|agenda)\b")
_MADE = re.compile(r"\d|[$€£¥%]|\b(?:money|offer|sum|figure|proposal|plan|paper|draft|per)\b")


def is_tabled(noun: str, tail: str) -> bool:
    """Whether a thing is put on the table to be discussed, not to be taken.

    >>> is_tabled("class sizes", "on the table"), is_tabled("a new offer", "on the table")
    (True, False)
    """
    return bool(_TABLE.match(tail)) and not _MADE.search(noun)


def on_table(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``missiles are on the table too``: they are discussed; ``an offer is on it``: it is made."""
    if verb.lemma_ not in _STAYS:
        return None
    thing = next(
        (c for c in verb.children if c.dep_ in ("nsubj", "attr") and c.pos_ == "NOUN"), None
    )
    links = [c for one in (verb, thing) if one is not None for c in one.children]
    on = [c for c in links if c.dep_ == "prep" and c.lower_ == "on" and c.i > verb.i]
    tail = next((str(c.doc[c.i : c.right_edge.i + 1].text) for c in on), "")
    if thing is None or not _TABLE.match(tail):
        return None
    noun = _before(thing, on[0])
    if is_tabled(noun, tail):
        return [Doing("talk", sign, theme_of(thing), "discuss", noun)]
    return [Doing("put", sign, theme_of(thing), "put", noun, tail=tail)]


def _before(thing: Token, link: Token) -> str:
    """The words of a thing without where it lies."""
    said = noun_words(thing).removesuffix(f" {link.doc[link.i : link.right_edge.i + 1].text}")
    return _SPOKEN_OF.sub("", said)


_SPOKEN_OF = re.compile(r"^(?:the |any |an? )?(?:discussion|question|issue|matter) (?:of|about) ")
