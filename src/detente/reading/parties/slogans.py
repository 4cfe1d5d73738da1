"""Names that are a call: the campaigns "Save Our Ward", "Stop the Dam", "Hands Off Our Water"."""

from __future__ import annotations

from detente.reading.parsed import Doc
from detente.reading.parties.names import Name
from detente.reading.parties.settling import Work
from detente.reading.wording import words

_CALLS = words("Save Stop Keep Protect Defend Fight Reclaim Hands Rebuild Restore Scrap")
_SMALL = words("the our for off to of from on not no up and your a")
_LONGEST = 7  # words
_LEAST = 2  # words


def end_of(doc: Doc, at: int) -> int | None:
    """Where a name ends that begins with a call, amid small letters; None where none does.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Campaigners from Save Our Ward refused to leave.")
    >>> end_of(doc, 2), end_of(phrase("Save Our Ward"), 0), end_of(phrase("They Keep Oslo"), 1)
    (5, None, None)
    """
    if doc[at].text not in _CALLS or not at or doc[at].is_sent_start or not doc[at - 1].is_lower:
        return None
    end = at + 1
    for token in doc[at + 1 : at + _LONGEST]:
        if token.is_sent_start or not (token.text.istitle() or token.text in _SMALL):
            break
        if token.text.istitle():
            end = token.i + 1
    return end if end - at >= _LEAST else None


def settle(work: Work, text: str, names: list[Name]) -> bool:
    """Enter such a name as that of a group."""
    called = is_call(text) and all(end_of(work.doc, name.start) for name in names)
    if called:
        work.enter(text, names, "group")
    return called


def is_call(name: str) -> bool:
    """Whether a name is a call, of which no word says what it is: "the ward" is another thing.

    >>> is_call("Save Our Ward"), is_call("Ward Council")
    (True, False)
    """
    first, *rest = name.split()
    return first in _CALLS and bool(rest)
