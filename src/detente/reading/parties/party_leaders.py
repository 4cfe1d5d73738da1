"""Who leads a political party, or is said to be of it: "Homeland leader Ana Berg"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.reading.grammar import word_before
from detente.reading.parsed import Token
from detente.reading.parties import heading, political
from detente.reading.parties.cast import Entry
from detente.reading.parties.names import nouns

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver


def told_of(walk: Resolver, token: Token, offices: Sequence[Token], but: str) -> str | None:
    """Of which party somebody is said to be beside his name, whatever office he has besides.

    As in "the Homeland's leader, Ana Berg", "the Homeland's Ana Berg", "Ana Berg of the Homeland".
    """
    if but in walk.tying:
        return None
    walk.tying.add(but)
    owners = [walk.owner(noun, but) for noun in (*offices[:1], token)]
    walk.tying.remove(but)
    told = (ids[0] for ids in owners if ids)
    return next((id_ for id_ in told if political.is_political(walk.entry(id_))), None)


def of_that_party(walk: Resolver, offices: Sequence[Token]) -> str | None:
    """Of "The Homeland insists. Party leader Ana Berg" the Homeland, which was told of last."""
    office = next(iter(offices), None)
    if office is None or word_before(office) != "party":
        return None
    if any(child.dep_ == "poss" or child.lower_ == "of" for child in office.children):
        return None
    named = [one for one in walk.cast.entries.values() if not one.name.islower()]
    ids = [one.id for one in named if political.is_political(one)]
    return next(iter(walk.memory.among(ids)), None)


def is_of_opposition(token: Token) -> bool:
    """As in "the opposition's Ana Berg"."""
    return any(child.dep_ == "poss" and child.lower_ == "opposition" for child in token.children)


def led(walk: Resolver) -> Iterator[tuple[Entry, Entry]]:
    """Who is said to have a political party: the person and the party.

    As in "Ana Berg's Homeland", "his Homeland party", "Ana Berg, whose Homeland has most seats",
    "the Homeland party of Ana Berg", "Ana Berg, who leads Homeland".
    """
    for at, (id_, sort) in list(walk.cast.heads.items()):
        if sort == "person":
            own = heading.of(walk, walk.entry(id_), walk.doc[at])
            if own is not None and political.is_political(walk.entry(own)):
                yield walk.entry(id_), walk.entry(own)
            continue
        party, token = walk.entry(id_), walk.doc[at]
        if not (political.is_political(party) or political.may_be_political(party)):
            continue
        for person in _having(token):
            for one in (walk.cast.named.get(person.i), *walk.ids.get(person.i, ())):
                if one is not None and walk.entry(one).is_person and one != id_:
                    party.descriptions.add("party")
                    yield walk.entry(one), party
                    break


def _having(party: Token) -> Iterator[Token]:
    """The words for whoever has a party."""
    kind = party.head.lemma_.casefold() in nouns("political")
    called = kind and party.dep_ in {"compound", "nmod"}  # "the Homeland party"
    for one in (party, party.head) if called else (party,):
        for child in one.children:
            if child.dep_ == "poss" and child.lower_ == "whose":
                yield from _whom_it_tells(one)
            elif child.dep_ == "poss":
                yield child
            elif child.lower_ == "of" and child.i <= one.i + _NEAR:
                yield from (inner for inner in child.children if inner.dep_ == "pobj")


def _whom_it_tells(noun: Token) -> Iterator[Token]:
    """Of "Ana Berg, whose Homeland has most seats," Ana Berg."""
    clause = next((one for one in noun.ancestors if one.dep_ == "relcl"), None)
    if clause is not None:
        yield clause.head


_NEAR = 4  # tokens
