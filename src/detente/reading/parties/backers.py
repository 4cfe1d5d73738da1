"""Whoever takes a side in so many words and is no party yet: "Komeito's local chapter backs B"."""

from __future__ import annotations

from collections.abc import Container

from detente.reading.parsed import Doc, Token
from detente.reading.parties import acting
from detente.reading.parties.bodies import NO_SIDE, is_crowd
from detente.reading.parties.cast import Cast, is_office
from detente.reading.parties.mentions import Body, own_name
from detente.reading.parties.names import nouns, text_of
from detente.reading.parties.phrases import Phrase, phrase_start
from detente.reading.parties.taking_sides import backs
from detente.reading.wording import words

_NO_ONE = words("""
    no any every each such another other both neither few whose this that these those his her my
    our""")
_OWN = words("its their")
_TOLD_APART = words("chapter wing branch party valley island people country state nation village")
_NOBODY = nouns("experts") | words("""
    official diplomat analyst critic source supporter colleague cent percent conference gunboat
    battalion brigade troop voter""")


def enter(doc: Doc, found: Cast, read: Container[int]) -> None:
    """Enter into a cast who has no name and is on somebody's side in so many words.

    >>> from detente.reading.page import phrase
    >>> doc, people = phrase("The party of small farmers has swung behind the port."), Cast()
    >>> enter(doc, people, range(len(doc)))
    >>> people.heads
    {1: ('party_of_small_farmers', 'collective')}
    >>> doc, people = phrase("All is quiet, but its larger dioceses back the port."), Cast()
    >>> enter(doc, people, range(len(doc)))
    >>> people.heads
    {7: ('larger_dioceses', 'collective')}
    """
    for token in doc:
        free = token.i in read and token.i not in found.named
        if free and token.pos_ == "NOUN" and backs(token) and _is_somebody(token, found):
            _enter(doc, found, token)


def _is_somebody(head: Token, found: Cast) -> bool:
    """Whether it is told apart from others, and no other words for somebody who is known."""
    if not _has_will(head) or _is_of_named(head, found):
        return False
    phrase, kind = _phrase(head), "crowds" if head.tag_ == "NNS" else "bodies"
    body = Body(kind, head.lemma_.casefold(), phrase.marks, [phrase])
    others = (entry for entry in found.entries.values() if not entry.is_person)
    return not acting.is_meant(body, others)


def _has_will(head: Token) -> bool:
    """Whether the noun, with the words about it, can be for somebody that decides."""
    lemma, one = head.lemma_.casefold(), head.tag_ == "NN"
    if lemma in (NO_SIDE - _TOLD_APART) | _NOBODY or any(c.lower_ in _NO_ONE for c in head.lefts):
        return False
    if one and (is_office(head) or is_crowd(lemma)):
        return False
    apart = any(c.dep_ in {"poss", "compound", "amod", "nummod"} for c in head.lefts)
    apart = apart or any(c.dep_ == "prep" for c in head.rights)
    return apart or not (one or lemma in _TOLD_APART)


def _is_of_named(head: Token, found: Cast) -> bool:
    """As of "a Norish gunboat", "the environmentalists of Greenpeace"."""
    beside = [c for c in head.lefts if c.dep_ in {"amod", "compound"}]
    beside += [c for c in head.children if c.dep_ == "appos"]
    beside += [t for c in head.rights if c.dep_ == "prep" for t in c.children]
    return any(one.i in found.named for one in beside)


def _phrase(head: Token) -> Phrase:
    """A mention without whose it is by a pronoun: "its larger dioceses" are larger dioceses."""
    own = [c for c in head.lefts if c.dep_ in {"amod", "compound", "poss", "nmod"}]
    start = max(phrase_start(head), *(c.i + 1 for c in own if c.lower_ in _OWN), 0)
    return Phrase(head, start, frozenset(c.lemma_.casefold() for c in own if c.lower_ not in _OWN))


def _enter(doc: Doc, found: Cast, head: Token) -> None:
    phrase = _phrase(head)
    kind = "group" if head.tag_ == "NNS" else "organisation"
    entry = found.enter(phrase.whole, kind, phrase.start)
    entry.descriptions |= {head.lower_, head.lemma_.casefold()}
    theirs = text_of(doc, phrase_start(head), head.i + 1)  # "its youth wing"
    for surface in (phrase.bare, phrase.full, phrase.own, phrase.whole, theirs):
        entry.surfaces.setdefault(surface, "collective")
    found.add(own_name(phrase, found), entry.id, "collective", doc)
