"""Which parties a noun phrase names, holds within it, or belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from detente.reading.arguments import conjoined, noun_phrase
from detente.reading.parsed import Token
from detente.reading.scene import Scene

OWNING = frozenset({"poss", "amod", "compound", "nmod"})


def once(parties: Iterable[str]) -> tuple[str, ...]:
    """Each party once, in order."""
    return tuple(dict.fromkeys(parties))


def parties(scene: Scene, token: Token | None) -> tuple[str, ...]:
    """The parties that a noun phrase denotes, conjoined ones included.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> scene = build(Document("d1", text="Norway and Sweden met.", language="en"))
    >>> parties(scene, scene.doc[0])
    ('norway', 'sweden')
    """
    if token is None:
        return ()
    listed = _listed(token)
    found = once(party for each in listed or conjoined(token) for party in scene.refers(each))
    if listed:
        return found
    return found or (parties(scene, token.head) if token.dep_ == "appos" else _named(scene, token))


def _named(scene: Scene, token: Token) -> tuple[str, ...]:
    """As in "the breakaway Republic of Norland": the parser takes the name for an apposition."""
    beside = [c for c in token.children if c.dep_ == "appos" and c.left_edge.i == token.i + 1]
    name = beside[0] if len(beside) == 1 and token.pos_ == "NOUN" else None
    return tuple(scene.refers(name)) if name is not None and name.pos_ == "PROPN" else ()


def _listed(token: Token) -> list[Token]:
    """As in "only two states, Peru and Chile, recognise it": those that are named."""
    if token.pos_ != "NOUN" or token.tag_ != "NNS":
        return []
    names = (c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > token.i)
    return [each for name in names for each in conjoined(name)]


def within(scene: Scene, token: Token | None) -> tuple[str, ...]:
    """The parties denoted by a noun phrase, else those named in it: "talks with Norland"."""
    own = parties(scene, token)
    if own or token is None:
        return own
    inside = (t for each in conjoined(token) for t in noun_phrase(each))
    return once(party for t in inside for party in scene.refers(t))


def owners(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Whose the thing is: "A's claim", "the Norlandic levy", "its mediation"."""
    return once(
        party
        for child in noun.children
        if child.dep_ in OWNING
        for each in [child, *(t for t in child.children if t.dep_ in {"poss", "amod"})]
        for party in parties(scene, whose(each))
    )


def whose(owner: Token) -> Token:
    """Of "A, on whose arms B relies", A; else the token itself."""
    if owner.lower_ != "whose":
        return owner
    return next((t.head for t in owner.ancestors if t.dep_ == "relcl"), owner)
