"""The opposition of a land, which is a party where a page tells of its parliament."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.parsed import Doc, Token
from detente.reading.parties import political
from detente.reading.parties.cast import Cast, wills
from detente.reading.parties.names import Name, text_of
from detente.reading.syntax import PLURAL


def enter(doc: Doc, found: Cast) -> None:
    """Enter into a cast the opposition of a land, where it does something.

    >>> from detente.reading.page import phrase
    >>> text = "Norland's opposition refused to enter a coalition. Its leaders left the parliament."
    >>> doc, people = phrase(f"{text} Opposition deputies and lawmakers want an election."), Cast()
    >>> enter(doc, people)
    >>> sorted(people.entries)
    ['opposition']
    """
    told = [one for token in doc if token.lower_ == "opposition" for one in _opposing(token)]
    told = [one for one in told if one.i not in found.named]
    if not (any(map(wills, told)) and political.is_of_parliament(doc)):
        return
    entry = found.enter("opposition", "group", told[0].i)
    entry.descriptions |= {"opposition", "party"}
    for noun in told:
        start = next(child.i for child in (*noun.lefts, noun) if child.lower_ == "opposition")
        text = text_of(doc, start, noun.i + 1)
        found.add(Name(start, noun.i + 1, text), entry.id, "collective", doc)
        first = min((child.i for child in noun.lefts if child.dep_ == "amod"), default=start)
        entry.surfaces.setdefault(text_of(doc, first, noun.i + 1), "collective")


def _opposing(token: Token) -> Iterator[Token]:
    """The noun for the opposition or those of it; none for what one has against something."""
    if token.dep_ == "compound":
        if token.head.lemma_.casefold() in _OPPOSING and token.head.tag_ in PLURAL:
            yield token.head
    elif not any(child.lower_ in {"to", "from"} for child in token.children):
        owned = any(child.dep_ == "poss" for child in token.lefts)
        if owned or any(child.lower_ == "the" for child in token.lefts):
            yield token


_OPPOSING = political.DEPUTIES | {"leader", "politician", "figure"}
