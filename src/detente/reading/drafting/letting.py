"""What a thing does, as what somebody lets it do."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import words
from detente.reading.drafting.things import with_article


def let_go(doing: Doing) -> Doing:
    """What a thing does, as what somebody lets it do: "no lorry carries them" → lets a lorry.

    >>> said = Doing("cross", True, ("shelf",), "cross", "its shelf", "no cable", actor=("cable",))
    >>> let_go(said).noun, let_go(said).tail
    ('a cable', 'its shelf')
    """
    whose = _NO.sub("", doing.subject)
    if whose and whose[0].islower() and _is_bare(whose):
        whose = with_article(whose)
    tail = f"{doing.link} {doing.noun} {doing.tail}".strip()
    let = Doing(doing.verb, doing.sign, doing.actor, doing.verb, whose, link="let", tail=tail)
    return let if len(whose.split()) <= _SHORT else replace(let, noun=_bare(whose, doing.actor))


_NO = re.compile(
    r"^(?:no (?:more |further |other |new )?|not (?:an?|one|a single) |any )", re.IGNORECASE
)
_DETERMINED = re.compile(r"(?:the|an?|its|their|his|her|this|that|some|one|each|\d)\b")


def _is_bare(noun: str) -> bool:
    """Whether one common noun has lost its article with a "no"."""
    last = _PLACED.split(noun, maxsplit=1)[0].rsplit(maxsplit=1)[-1]  # "canals in Bargarh"
    many = last.endswith("s") or last in words("mass", "nouns") | {"people"}
    return not (many or _DETERMINED.match(noun))


_PLACED = re.compile(r" (?:of|in|on|at|for|from|with|to|under|over) ")
_SHORT = 4  # words of what does something


def _bare(subject: str, actor: tuple[str, ...]) -> str:
    """A long subject up to its noun: "balloons carrying smuggled cigarettes" → balloons."""
    said = subject.split()
    ends = (n for n, word in enumerate(said) if common_noun(word) == actor[0])
    return " ".join(said[: next(ends, len(said) - 1) + 1])


def common_noun(word: str) -> str:
    """A noun in the singular, as the tables have it.

    >>> common_noun("Scientists")
    'scientist'
    """
    low = word.lower()
    return low if low in words("outsiders", "nouns") else low.removesuffix("s")
