"""Who goes between: "brought the two sides together", "offered to act as guarantor", "shuttles"."""

from __future__ import annotations

from detente.reading.parsed import Token
from detente.reading.wording import words


def goes_between(verb: Token) -> bool:
    """As in "brought the two sides together", "offered to act as guarantors", "shuttles".

    >>> from detente.reading.page import phrase
    >>> [
    ...     goes_between(phrase(text)[2])
    ...     for text in ("The bishops brought us to the table.", "The bank sent two letters.")
    ... ]
    [True, False]
    """
    if verb.lemma_ in _MEDIATING:
        return True
    inner = [child for child in verb.children if child.dep_ == "xcomp"]
    offered = inner if verb.lemma_ in _OFFERING else []
    if any(c.lemma_ in _MEDIATING | {"act"} or _seats(c) for c in offered):
        return True
    if _seats(verb) or _opens_talks(verb) or _sends(verb) or _carries(verb):
        return True
    them = [child for child in verb.children if child.dep_ in {"dobj", "dative"}]
    them += [t for c in verb.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    return verb.lemma_ in _MEETING and any(map(_are_both, them))


def _are_both(whom: Token) -> bool:
    """As of "met both sides", "listened to both", "visited all three parties"."""
    told = {child.lower_ for child in whom.children}
    sides = not told.isdisjoint({"three", "four", "all"}) and whom.lemma_ in _SIDES
    both = not told.isdisjoint({"both", "two", "rival"}) and whom.lemma_ not in _THINGS
    return whom.lower_ == "both" or sides or both


def _carries(verb: Token) -> bool:
    """As in "has been carrying messages between them"; not "carries letters to the islands"."""
    return verb.lemma_ in _CARRYING and any(
        c.dep_ == "dobj" and c.tag_ == "NNS" and c.lemma_ in _MESSAGES for c in verb.children
    )


_SIDES = words("side party camp delegation team")
_CARRYING = words("carry ferry relay pass shuttle convey")
_MESSAGES = words("message proposal offer")


def _seats(verb: Token) -> bool:
    """As in "brought the sides to the table", "to bring the ministers into one room"."""
    whom = any(c.dep_ == "dobj" and c.tag_ in _SEVERAL for c in verb.children)
    return (
        whom
        and verb.lemma_ in _BRINGING
        and any(
            inner.lemma_ in _TABLES
            for place in verb.children
            if place.lower_ in _TOWARDS
            for inner in place.children
        )
    )


_SEVERAL = frozenset({"NNS", "PRP", "CD"})
_BRINGING = words("bring get draw coax steer lure call summon invite")
_TOWARDS = frozenset({"to", "into", "in", "round", "around", "at"})
_TABLES = words("table room talk negotiation")


def _opens_talks(verb: Token) -> bool:
    """As in "opened talks between the two countries"."""
    return verb.lemma_ in _OPENING and any(
        talks.dep_ == "dobj"
        and talks.lemma_ in {"talk", "negotiation", "consultation", "dialogue"}
        and any(c.lower_ == "between" for c in talks.children)
        for talks in verb.children
    )


_OPENING = words("open convene host chair lead start arrange organise organize launch")


def _sends(verb: Token) -> bool:
    """As in "sent two mediators", "has sent a go-between"."""
    return verb.lemma_ in {"send", "dispatch", "despatch", "appoint"} and any(
        c.dep_ == "dobj" and (c.lemma_ in _EMISSARIES or is_go_between(c)) for c in verb.children
    )


_EMISSARIES = words("mediator conciliator facilitator intermediary arbitrator")


def is_go_between(noun: Token) -> bool:
    """As the parser takes it: "go", "-", "between"."""
    return noun.lower_ in {"between", "betweens"} and noun.nbor(-1).text == "-"


_THINGS = words("""
    sailing way end hand point thing day week month year time version plan text case report page
    letter question island village town ship boat bridge language road route flight""")
_MEDIATING = words("mediate shuttle arbitrate broker facilitate intercede conciliate")
_OFFERING = words("offer volunteer agree propose try")
_MEETING = words("bring call invite summon meet see visit get sit speak talk put carry listen hear")
