"""Conditions that ask of others what the holder would do: "when the others do", "when they cut"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from detente.dispute.evidence import Evidence
from detente.reading.drafting.acts import Literal
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.lexicon import is_shared
from detente.reading.drafting.phrases import doings

_DOES = re.compile(
    r"^(?!(?:they|it|he|she|we|you|both|that|this|so)\b)(.*?)"
    r"\b(?<!to )(?:do(?:es)?|did|has done|have done)"
    r"(?: so| the same| likewise)?(?: too| as well)?\W*$",
    re.IGNORECASE,
)
AND_MORE = re.compile(r"\S+(?: \S+){0,3} (?:does|did|do|has done) (?:the same|so|likewise),? and ")
_OTHERS = re.compile(
    r"(?:all |both )?(?:the )?(?:others?|other (?:side|party|parties|states|countries)|rest)"
    r"(?: (?:also|too))?$",
    re.IGNORECASE,
)


def is_likewise(piece: Evidence) -> bool:
    """Whether a condition only says that others do the same.

    >>> from detente.dispute.evidence import Condition
    >>> def asked(quote, about):
    ...     condition = Condition(quote, 0, len(quote), "when")
    ...     return Evidence("q1", "d1", "…", 0, 1, "precondition", about=about, condition=condition)
    >>> [is_likewise(asked(quote, "cut its quota")) for quote in (
    ...     "Sudmark does", "the others cut", "the others pay")]
    [True, True, False]
    """
    said = piece.condition.quote if piece.condition else ""
    return _DOES.search(said) is not None or same_verb(said, piece.about or "")


def same_verb(said: str, about: str) -> bool:
    """``will cut its quota when the others cut``: without saying what."""
    found, first = doings(said), about.split(" ", 1)[0]
    if len(found) != 1 or found[0].verb not in {first, *(d.verb for d in doings(about))}:
        return False
    alone = found[0].noun in ("", found[0].subject)
    return alone and _OTHERS.match(found[0].subject) is not None


def likewise(ledger: Ledger, piece: Evidence, others: Iterable[str]) -> tuple[Literal, ...]:
    """``would stop firing the moment Thai jets did``: the same of the others."""
    found = [doing for doing in doings(_of_the_other(piece)) if not doing.anaphoric]
    return tuple(
        ledger.register.literal(party, replace(doing, subject=""), piece.id, now=False)
        for party in others
        for doing in found
        if not is_shared(doing.family)
    )


def _of_the_other(piece: Evidence) -> str:
    """What is done, of the condition's thing: "the trucks will move when the fence does"."""
    about = piece.about or ""
    other = _DOES.search(piece.condition.quote) if piece.condition else None
    bare = about.removeprefix("the ")
    for thing in (doing.noun.removeprefix("the ") for doing in doings(about)):
        if other and thing and bare.lower().startswith(f"{thing.lower()} "):
            return f"{other[1]}{bare[len(thing) + 1 :]}"
    return about
