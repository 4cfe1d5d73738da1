"""Parties that no proper name names: "the port authority", "a farmers' cooperative", "residents".

A body is a party where it does what only somebody with a will can do, and where no party with a
name is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from detente.reading.parsed import Doc, Token
from detente.reading.parties import (
    abbreviations,
    appositions,
    backers,
    courts,
    likely,
    officers,
    proposers,
)
from detente.reading.parties.appositions import noun_beside
from detente.reading.parties.bodies import KINDS
from detente.reading.parties.cast import RULED, Cast, Entry, wills
from detente.reading.parties.mentions import Body, gathered, own_name
from detente.reading.parties.names import Name, head_kind, nouns
from detente.reading.parties.phrases import Phrase, where


def enter(doc: Doc, found: Cast, read: Container[int]) -> None:
    """Enter into a cast the parties of a page that have no proper name.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import page
    >>> text = "The port authority refused. The authority wants talks."
    >>> doc, people = page.parse(Document("d1", text=text)), Cast()
    >>> enter(doc, people, range(len(doc)))
    >>> people.heads[6]
    ('port_authority', 'collective')
    """
    _describe(doc, found)
    bodies = gathered(doc, found, read)
    members = frozenset(_members(doc, found))
    societies: defaultdict[str, list[Entry]] = defaultdict(list)  # by the noun of their members
    if len(named := _unions(found)) == 1:
        societies["member"] = named  # "the union's secretary said members would walk out"
    for body in (body for kind in KINDS for body in bodies if body.kind == kind):
        crowd = body.kind == "crowds"
        if not ((crowd and body.lemma in members) or likely.stands(body, found, bodies)):
            continue
        theirs = societies[body.lemma] if crowd and not body.marks else []  # no "agency drivers"
        entry = _enter(doc, found, body, theirs[0] if len(theirs) == 1 else None)
        if body.kind == "bodies" and body.lemma in _SOCIETIES:
            for mark in body.marks:
                societies[mark].append(entry)
    officers.enter(doc, found, read)
    courts.enter(doc, found, read)
    proposers.enter(doc, found, read)
    backers.enter(doc, found, read)


def _unions(found: Cast) -> list[Entry]:
    """The unions that are known by name."""
    known = (one for one in found.entries.values() if one.type == "organisation")
    unions = nouns("heads.union")
    return [one for one in known if head_kind(one.name) == "union" or one.descriptions & unions]


def _members(doc: Doc, found: Cast) -> Iterator[str]:
    """The nouns for one of a crowd that acts, beside the name of who speaks: "tenant Ana Berg"."""
    acting = {token.lemma_.casefold() for token in doc if token.tag_ == "NNS" and wills(token)}
    for at, (_, sort) in found.heads.items():
        for noun in appositions.of_crowd(doc[at]) if sort == "person" and wills(doc[at]) else ():
            if noun.lemma_.casefold() in acting:
                yield noun.lemma_.casefold()


def _describe(doc: Doc, found: Cast) -> None:
    """Learn by which nouns parties with a name go: "Vestlin Railways, the operator,"."""
    for at, (id_, sort) in found.heads.items():
        entry = found.entries[id_]
        if sort not in {"name", "body"} or entry.is_person or entry.type in RULED:
            continue
        if doc[at].dep_ == "compound" and doc[at].head.pos_ == "PROPN":
            continue  # "a second union, Vestlin Drivers First,": no more than a part of its name
        first = at
        while first and found.named.get(first - 1) == id_:
            first -= 1
        noun = noun_beside(doc, Name(first, at + 1, entry.name))
        if noun is not None:
            entry.descriptions |= {noun.lemma_.casefold(), noun.lower_, *_folk_of(noun)}
    abbreviations.describe(doc, found)


def _folk_of(noun: Token) -> Iterator[str]:
    """Of "the lecturers' federation, FDP", who also go by "the lecturers"."""
    owners = (one for one in noun.lefts if noun.lemma_ in _SOCIETIES and one.dep_ == "poss")
    for one in owners:
        if one.tag_ == "NNS" and one.lemma_.casefold() in nouns("crowds"):
            yield from (one.lower_, one.lemma_.casefold())


def _is_painted(phrase: Phrase) -> bool:
    """Whether it is told how it is, and not which one: "a living town"."""
    said = any((child.dep_, child.tag_) == ("amod", "VBG") for child in phrase.head.lefts)
    return said and any(child.lower_ in {"a", "an"} for child in phrase.head.lefts)


_SOCIETIES = frozenset({"committee", "association", "union", "federation", "group", "campaign"})


def _enter(doc: Doc, found: Cast, body: Body, whose: Entry | None = None) -> Entry:
    apart = [phrase for phrase in body.phrases if where(phrase.head)]
    longest = max(
        apart or body.phrases,
        key=lambda one: (not _is_painted(one), len(one.name.split()), -one.start),
    )
    entry = whose or found.enter(longest.name, KINDS[body.kind], longest.start)
    entry.descriptions.add(longest.head.lower_)
    for phrase in body.phrases:
        if phrase not in apart:  # "unions in Spain" are not "the union"
            entry.descriptions |= {phrase.head.lemma_.casefold(), phrase.head.lower_}
        for surface in (phrase.bare, phrase.full, phrase.own, phrase.whole):
            entry.surfaces.setdefault(surface, "collective")
    for phrase in body.phrases:
        found.add(own_name(phrase, found), entry.id, "collective", doc)
    return entry
