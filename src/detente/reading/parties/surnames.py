"""Names of lands that are somebody's surname: "Its director, Piers Holland"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.parsed import Doc
from detente.reading.parties.cast import is_office, is_title, office_before
from detente.reading.parties.names import Name


def borne(doc: Doc, names: Sequence[Name]) -> frozenset[str]:
    """The lands that are nothing here but somebody's surname: Holland, after "Piers Holland".

    >>> from detente.reading.page import phrase
    >>> from detente.reading.parties import runs
    >>> texts = "Its director, Piers Holland, left. Holland refused.", "Air Holland left Holland."
    >>> docs = [phrase(text) for text in texts]
    >>> [sorted(borne(doc, runs.find(doc))) for doc in docs]
    [['Holland'], []]
    """
    full = {one.words[-1] for one in names if one.known is None and _is_officer(doc, one)}
    known = {name.text: name.known.id for name in names if name.known and name.text in full}
    others = {name.known.id for name in names if name.known and name.text not in known}
    return frozenset(text for text, id_ in known.items() if id_ not in others)


def _is_officer(doc: Doc, name: Name) -> bool:
    """As "Piers Holland" after an office or a title."""
    if len(name.words) not in _FULL or not name.start:
        return False
    before = doc[name.start - 1]
    return office_before(doc, name.start) is not None or is_title(before) or is_office(before)


_FULL = frozenset({2, 3})  # words of a name with a surname
