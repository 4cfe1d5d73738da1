"""Why it happened: which of the events told is the cause of another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from detente.reading.arguments import object_of
from detente.reading.events.cues import CAUSAL_HEADS, CAUSAL_WORDS, FOLLOWING, LEADING
from detente.reading.parsed import Token
from detente.reading.syntax import subject

_ANSWERING = frozenset({"answer", "respond", "retaliate", "react", "reply"})
_IN_TURN = tuple(f"in {word}" for word in ("response", "retaliation", "reply", "return"))


class Rooted(Protocol):
    """Anything told by one word."""

    @property
    def root(self) -> Token:
        """The word that tells it."""


Told = TypeVar("Told", bound=Rooted)


def cause_of(told: Told, others: Sequence[Told]) -> Told | None:
    """The event that one reacts to: named in its sentence, or the one told before."""
    for other in others:
        same = other is not told and other.root.sent == told.root.sent
        if same and (_below(other.root, told.root) or _leads(other.root, told.root)):
            return other
    earlier = [other for other in others if other.root.i < told.root.i]
    return earlier[-1] if earlier and _in_response(told.root) else None


def _below(cause: Token, effect: Token) -> bool:
    """Whether the cause hangs on the effect by "after", "in response to" and the like."""
    path = [cause, *cause.ancestors]
    if effect not in path[1:]:
        return False
    path = path[: path.index(effect)]
    words = {token.lower_ for token in path[1:] if token.lower_ != "since"}
    marks = {c.lower_ for t in path for c in t.children if c.dep_ in {"mark", "advmod", "prep"}}
    return bool(words & (CAUSAL_HEADS | CAUSAL_WORDS) or marks & (CAUSAL_WORDS - {"when"}))


def _leads(cause: Token, effect: Token) -> bool:
    """Whether the cause is the subject of "led to", "prompted" and its like over the effect."""
    if effect.head.lemma_ in FOLLOWING and subject(effect.head) == effect:
        named = object_of(effect.head)
        return named is not None and (named == cause or named in cause.ancestors)
    for above in effect.ancestors:
        if above.lemma_ in LEADING:
            start = subject(above)
            return start is not None and (start == cause or start in cause.ancestors)
    return False


def _in_response(verb: Token) -> bool:
    above = [token.lemma_ for token in list(verb.ancestors)[:2]]
    if _ANSWERING & set(above):
        return True
    before = " ".join(token.lower_ for token in verb.sent if token.i < verb.i)
    return before.startswith("following ") or any(turn in before for turn in _IN_TURN)
