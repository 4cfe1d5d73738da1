"""Positions that changed: what a party held then, and what it holds now.

A position told as past ("had ruled out", "as late as June", "used to say") is paired with the next
position of the same holder that is told as present and is harder, softer, or the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from detente.dispute.evidence import Change, Evidence

EXAMPLES = (  # (earlier, later, sort)
    ("Until last spring Norland had ruled out any talks.", "Now it says it is open to them.",
     "softened"),
    ("Norland had offered to pay in May.", "On Monday Norland refused to pay at all.", "hardened"),
)  # fmt: skip

_THEN = re.compile(
    r"\b(had|used to|until (last|recently|now)|as (late|recently) as|earlier|previously|formerly|"
    r"once|originally|at first|last (week|month|year|spring|summer|autumn|winter)|"
    r"in (an? )?(interview|january|february|march|april|may|june|july|august|september|october|"
    r"november|december))\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(now|today|no longer|since then|yesterday|this (week|month|year)|withdrawn|withdrew|"
    r"dropped|abandoned|exactly that|on (mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_STILL_THEN = re.compile(r"\b(had|used to|as (late|recently) as)\b", re.IGNORECASE)
_NEAR = 450  # characters between the two
_HARDNESS = {
    "willingness": 0, "offer": 0, "precondition": 1, "intent": 1, "claim": 1, "denial": 1,
    "accusation": 1, "demand": 2, "refusal": 2, "threat": 2,
}  # fmt: skip


def find(statements: Sequence[Evidence], texts: Mapping[str, str]) -> list[Change]:
    """The changes of position among statements in the order of their documents.

    Parameters
    ----------
    statements
        With their ids final; `texts` has the text of each document by its id.

    Examples
    --------
    >>> text = "In May Norland had offered to pay. Now it refuses to pay."
    >>> said = [
    ...     Evidence("q1", "d1", text[:34], 0, 34, "offer", ("norland",)),
    ...     Evidence("q2", "d1", text[35:], 35, len(text), "refusal", ("norland",)),
    ... ]
    >>> find(said, {"d1": text})
    [Change(holder='norland', earlier='q1', later='q2', sort='hardened')]
    """
    found: list[Change] = []
    for at, earlier in enumerate(statements):
        if not _THEN.search(_sentence(earlier, texts)):
            continue
        later = next(_followers(earlier, statements[at + 1 :], texts), None)
        if later is not None:
            holder = next(party for party in earlier.holder if party in later.holder)
            found.append(Change(holder, earlier.id, later.id, _sort(earlier, later)))
    return found


def _followers(
    earlier: Evidence, rest: Sequence[Evidence], texts: Mapping[str, str]
) -> Iterator[Evidence]:
    for later in rest:
        near = later.document == earlier.document and later.start - earlier.end < _NEAR
        if not near or not set(earlier.holder) & set(later.holder):
            continue
        sentence = _sentence(later, texts)
        if _NOW.search(sentence) and not _STILL_THEN.search(sentence):
            yield later


def _sentence(piece: Evidence, texts: Mapping[str, str]) -> str:
    """The quote with the words of its sentence that stand before it."""
    text = texts[piece.document]
    before = text[max(0, piece.start - _NEAR) : piece.start]
    opening = max(before.rfind(mark) for mark in (". ", ".\n", "\n", "? ", "! ", "” ", "; "))
    return before[opening + 1 :] + piece.quote


def _sort(earlier: Evidence, later: Evidence) -> str:
    step = _HARDNESS[later.kind] - _HARDNESS[earlier.kind]
    if earlier.kind == later.kind == "refusal" or later.kind == "claim":
        return "contradicts"
    if step:
        return "hardened" if step > 0 else "softened"
    return "softened" if earlier.kind == "demand" else "reversed"
