"""What was said then and what is said now, in two sentences or on both sides of a semicolon."""

from __future__ import annotations

from dataclasses import dataclass

from detente.reading import syntax
from detente.reading.changes import set_apart, turns
from detente.reading.parsed import Token
from detente.reading.patterns._held import CALLING, HELD
from detente.reading.wording import words


@dataclass(frozen=True, slots=True)
class Told:
    """A clause: the word of saying or holding, what it says, whose, and of what time it is told."""

    verb: Token
    inner: Token
    holder: tuple[str, ...]
    once: int
    new: int
    opens: str = ""  # its sentence opens with a time gone by ("then"), or with today ("now")


def is_then_and_now(one: Told, other: Told) -> bool:
    """As in "In June she called it a gift. On Monday she called it a burden": of one holder.

    Both say, call or hold something; so also before and after a semicolon.
    """
    if "then" not in one.opens or "now" not in other.opens or not _are_apart(one, other):
        return False
    same = set(one.holder) & set(other.holder) or (one.holder and is_anaphoric(other.verb))
    return bool(same) and all(map(_is_of_word, (one, other)))


def is_anaphoric(verb: Token) -> bool:
    """Whether a pronoun does it, or an officer of whom it is not told whose: "a spokesman"."""
    own = syntax.subject(verb)
    bare = own is not None and all(child.dep_ == "det" for child in own.children)
    its = own is not None and any(c.lower_ in _THEIRS for c in own.children)
    return (
        is_they(verb)
        or (bare and own is not None and own.lemma_ in _OFFICERS)
        or (its and own is not None and own.lemma_ in _OFFICERS | _OFFICES)
    )


_THEIRS = frozenset({"his", "her", "its", "their"})
_OFFICES = words("office ministry government party team lawyer minister cabinet department board")
_OFFICERS = words("spokesman spokeswoman spokesperson official aide adviser")


def _is_of_word(told: Told) -> bool:
    quoted = any(t.text in _MARKS for t in told.verb.subtree)
    held = told.verb.lemma_ in HELD | CALLING or syntax.modal(told.verb) in {"will", "would"}
    return told.inner.i != told.verb.i or held or quoted


_MARKS = frozenset({'"', "“"})


def _are_apart(one: Told, other: Told) -> bool:
    """Whether they stand in two sentences, or a semicolon between them."""
    first, last = sorted((one.verb.i, other.verb.i))
    beside = one.verb.sent.start == other.verb.sent.start
    aside = one.verb.dep_ == "relcl" and other.verb in one.verb.ancestors
    return not beside or aside or any(t.text == ";" for t in one.verb.doc[first:last])


def is_they(verb: Token) -> bool:
    """Whether a pronoun does it: whoever does what the clause beside it tells."""
    own = syntax.subject(verb)
    return own is not None and own.lower_ in {"he", "she", "it", "they"}


def opening(text: str) -> str:
    then = "then" if turns.OPENS_THEN.match(text) or set_apart.said_then(text) else ""
    return f"{then} now" if turns.OPENS_NOW.match(text) else then


def opening_half(text: str) -> str:
    """Whether a half of a sentence tells of a time gone by, or of today.

    >>> opening_half("In 2023 he said he was ready"), opening_half("today his office says no")
    ('then', ' now')
    """
    once = turns.THEN.search(text) or turns.ONCE.search(text) or turns.THEN_SAID.search(text)
    told = turns.had(text) or turns.is_aside(text) or set_apart.said_then(text)
    then = "then" if once or told else ""
    now = turns.OPENS_NOW.match(text) or turns.NOW.search(text)
    return f"{then} now" if now else then
