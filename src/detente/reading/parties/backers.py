"""Whoever takes a side in so many words and is no party yet: "Komeito's local chapter backs B"."""

from __future__ import annotations

from collections.abc import Container

from detente.reading.parsed import Doc, Token
from detente.reading.parties import acting
from detente.reading.parties.bodies import NO_SIDE, is_crowd
from detente.reading.parties.cast import Cast, is_office
from detente.reading.parties.mentions import Body
from detente.reading.parties.names import Name, nouns, text_of
from detente.reading.parties.phrases import Phrase, phrase_start
from detente.reading.parties.taking_sides import backs
from detente.reading.wording import words

_NO_ONE = words("no any every each such another other both neither few whose this that these those his her my our")
_OWN = words("its their")
_ORGANS = nouns("government") | nouns("parts") | nouns("own") | nouns("vague")
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
    """
    for token in doc:
        free = token.i in read and token.i not in found.named
        if free and token.pos_ == "NOUN" and backs(token) and _is_somebody(token, found):
            _enter(doc, found, token)


def _is_somebody(head: Token, found: Cast) -> bool:
    """Whether it is told apart from others, and no other words for somebody who is known."""
    lemma, lefts = head.lemma_.casefold(), [c.lower_ for c in head.lefts]
    if lemma in (NO_SIDE - _TOLD_APART) | _NOBODY or not _NO_ONE.isdisjoint(lefts):
        return False
    beside = [c for c in head.lefts if c.dep_ in {"amod", "compound"}]
    beside += [c for c in head.children if c.dep_ == "appos"]
    if any(c.i in found.named for c in beside):
        return False  # "Norland's gunboats", "a Norish gunboat"
    if head.tag_ == "NN" and (is_office(head) or is_crowd(lemma)):
        return False
    of = [c for c in head.rights if c.dep_ == "prep"]
    apart = any(c.dep_ in {"poss", "compound", "amod", "nummod"} for c in head.lefts) or bool(of)
    if (lemma in _TOLD_APART or (head.tag_ == "NN" and lemma in _ORGANS)) and not apart:
        return False
    if any(t.i in found.named for c in of for t in c.children):
        return False  # "the environmentalists of Greenpeace"
    phrase = _phrase(head)
    body = Body("crowds" if head.tag_ == "NNS" else "bodies", lemma, phrase.marks, [phrase])
    others = [entry for entry in found.entries.values() if not entry.is_person]
    if any(acting.means(body, entry) for entry in others):
        return False
    return head.tag_ == "NNS" or apart


def _phrase(head: Token) -> Phrase:
    start = phrase_start(head)
    own = [c for c in head.lefts if c.dep_ in {"amod", "compound", "poss", "nmod"}]
    return Phrase(head, start, frozenset(c.lemma_.casefold() for c in own if c.lower_ not in _OWN))


def _enter(doc: Doc, found: Cast, head: Token) -> None:
    phrase = _phrase(head)
    kind = "group" if head.tag_ == "NNS" else "organisation"
    entry = found.enter(phrase.whole, kind, phrase.start)
    entry.descriptions |= {head.lower_, head.lemma_.casefold()}
    for surface in (phrase.bare, phrase.full, phrase.own, phrase.whole):
        entry.surfaces.setdefault(surface, "collective")
    start = max((i for i in range(phrase.start, head.i) if i in found.named), default=-1) + 1
    start = max(start, phrase.start)
    found.add(Name(start, head.i + 1, text_of(doc, start, head.i + 1)), entry.id, "collective", doc)


