"""States under their full style: "the Republic of Armenia", "the Syrian Arab Republic"."""

from __future__ import annotations

from detente.reading.page import is_word
from detente.reading.parsed import Doc
from detente.reading.parties import gazetteer
from detente.reading.parties.gazetteer import Known
from detente.reading.parties.names import nouns

_LONGEST = 5  # words of a style: "Federal Democratic Republic of"
_MORE = frozenset({"state", "commonwealth", "union", "federation"})  # "the State of Israel"
_SORTS = frozenset(
    {"arab", "islamic", "federal", "federative", "democratic", "socialist", "bolivarian",
     "cooperative", "co-operative", "hashemite", "people", "'s", "’s", "plurinational", "oriental",
     "independent"}
)  # fmt: skip


def styled(doc: Doc, at: int) -> tuple[int, Known] | None:
    """Where a state's full style ends that starts at a token, and the state.

    >>> from detente.reading.page import phrase
    >>> styled(phrase("Islamic Republic of Iran"), 0)[1].id
    'iran'
    >>> styled(phrase("French Republic"), 0)[0]
    2
    >>> styled(phrase("Republic of the People"), 0) is None
    True
    """
    of = _style_end(doc, at)
    if of is not None and of + 1 < len(doc) and doc[of].lower_ == "of":
        match = gazetteer.longest(doc, of + 1 + (doc[of + 1].lower_ == "the"))
        return match if match and _is_state(match[1], "name") else None
    match = gazetteer.longest(doc, at)
    if match is None or not _is_state(match[1], "demonym") or match[0] >= len(doc):
        return None
    end = _style_end(doc, match[0])
    if end is None or doc[end - 1].lower_ in _MORE - {"federation"}:
        return None
    alone = end == len(doc) or not (doc[end].text[:1].isupper() or doc[end].lower_ in {"of", "for"})
    return (end, match[1]) if alone else None


def coined(doc: Doc, at: int) -> int | None:
    """Where the style of a land ends that no table has: "the Federation of Tolmé".

    >>> from detente.reading.page import phrase
    >>> coined(phrase("The United Kingdom of Vidarra refused."), 1)
    5
    >>> [coined(phrase(f"The Federation of {one} left."), 1) for one in ("Miners", "Bus Unions")]
    [None, None]
    """
    of = _style_end(doc, at + (doc[at].text == "United"))
    if of is None or doc[of : of + 1].text != "of" or len(doc[of:]) <= 1:
        return None
    if doc[at].text != "United" and doc[of - 1].lower_ not in _MORE:
        return None  # a republic's name begins behind it
    land, after = doc[of + 1], doc[of + 2 : of + 3]
    plain = is_word(land.lower_) or after.text[:1].isupper() or after.text in _JOINING
    named = land.text.istitle() and not plain and gazetteer.longest(doc, of + 1) is None
    return of + 2 if named else None


_JOINING = frozenset({"and", "'s", "’s", "-"})


def _style_end(doc: Doc, at: int) -> int | None:
    """Where "Federal Republic" ends; None where no style stands."""
    for place in range(at, min(at + _LONGEST, len(doc))):
        token = doc[place]
        if place > at and token.is_sent_start:
            return None
        if token.text.istitle() and token.lower_ in nouns("states") | _MORE:
            return place + 1
        if token.lower_ not in _SORTS:
            return None
    return None


def _is_state(known: Known, sort: str) -> bool:
    return known.type == "state" and known.sort == sort
