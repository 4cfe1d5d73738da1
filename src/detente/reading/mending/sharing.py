"""A noun that two names share: "the waters around Matthew and Hunter islets"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.parsed import Token


def share(tokens: Sequence[Token], noun: Token) -> None:
    """Of "removes its navy from the sea around Orm and Tarn islets": what it removes, and where.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Norland removes its navy from the waters around Matthew and Hunter islets.")
    >>> [(t.text, t.head.text) for t in doc if t.dep_ in {"dobj", "pobj"}]
    [('navy', 'removes'), ('waters', 'from'), ('islets', 'around')]
    >>> doc = phrase("Norland gave Sudmark and Tavia boats.")
    >>> [t.text for t in doc if t.dep_ == "pobj"]
    []
    """
    last, verb = tokens[noun.i - 1], noun.head
    if (noun.dep_, noun.pos_, last.dep_, last.pos_) != ("dobj", "NOUN", "conj", "PROPN"):
        return
    first = last.head
    before = tokens[verb.i : first.i]
    if first.dep_ != "pobj" or not any(t.dep_ == "dobj" and t.head is verb for t in before):
        return
    noun.dep_, noun.head, noun.left_edge = "pobj", first.head, first.left_edge
    first.dep_, first.head, first.right_edge = "nmod", noun, last
    above = noun.head
    while above is not verb and above.head is not above:
        above.right_edge = max(above.right_edge, noun, key=lambda token: token.i)
        above = above.head
