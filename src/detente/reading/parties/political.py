"""Political parties: how a text says that a name is one, and whose party it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from detente.reading.parsed import Doc, Token
from detente.reading.parties import heading
from detente.reading.parties.cast import Cast, Entry
from detente.reading.parties.gazetteer import homes, identifier
from detente.reading.parties.memberships import called
from detente.reading.parties.names import Name, nouns
from detente.reading.syntax import PLURAL
from detente.reading.tables import rows
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_IN_PARLIAMENT = words("govern topple table outvote abstain caucus")
_TO_PARLIAMENT = words("coalition seat majority cabinet government motion vote minority opposition")
_HOLDING = words("win hold leave quit join form enter have lose take lead")
_VOTES = words("vote seat deputy backing support votes seats deputies")


def is_told(doc: Doc, names: Sequence[Name], *, of_parliament: bool = False) -> bool:
    """Whether a name is called a party by what stands beside it, or by what it does.

    Parameters
    ----------
    doc, names
        A page, and the places of one name in it.
    of_parliament
        Whether the page tells of a parliament's doings: what is somebody's there is his party.

    Examples
    --------
    >>> from detente.reading.page import phrase
    >>> doc = phrase("The ruling Homestead refused. Nova won nine seats. Norair won a prize.")
    >>> [is_told(doc, [Name(at, at + 1, str(doc[at]))]) for at in (2, 5, 10)]
    [True, True, False]
    """
    if of_parliament and any(is_somebodys(doc, one) for one in names):
        return True
    return any(_is_led_by_leaning(doc, one) or _is_in_parliament(doc, one) for one in names)


def is_of_parliament(doc: Doc) -> bool:
    """Whether a page tells of a parliament's doings: of coalitions, seats and deputies.

    >>> from detente.reading.page import phrase
    >>> is_of_parliament(phrase("The coalition lost its majority in parliament; lawmakers left."))
    True
    """
    return len({token.lemma_.lower() for token in doc} & _DOINGS) >= _MANY


_DOINGS = words("""
    coalition parliament lawmaker seat majority opposition cabinet election senator
    legislator parliamentary speaker premier party deputy""")
_MANY = 4  # different words


def is_somebodys(doc: Doc, name: Name) -> bool:
    """Whether a name is told of as somebody's: "Ana Berg's Homeland", "whose Homeland holds it"."""
    head = name.head(doc)
    for child in head.children if head.i < name.end else ():
        if child.dep_ == "poss" and child.i < name.start:
            person = child.pos_ == "PROPN" and doc[max(child.i - 1, 0)].text.istitle()
            if person or child.lower_ in {"whose", "his", "her"}:
                return True
    return False


def _is_led_by_leaning(doc: Doc, name: Name) -> bool:
    """As of "the ruling Homestead", "left-wing Sol"; not of "the ruling Norland government"."""
    at, head = name.start - 1, name.head(doc)
    if at < 0 or (head.dep_ in _BESIDE and head.head.i >= name.end and head.head.text.islower()):
        return False
    hyphened = at > 1 and doc[at - 1].text == "-"
    before = f"{doc[at - 2].lower_}-{doc[at].lower_}" if hyphened else doc[at].lower_
    return before in nouns("leanings")


_BESIDE = frozenset({"compound", "amod", "nmod"})


def _is_in_parliament(doc: Doc, name: Name) -> bool:
    """As of "Nova won nine seats", "the votes of Nova", "a coalition with Nova"."""
    head = name.head(doc)
    if head.dep_ == "nsubj":
        verb = head.head
        if verb.lemma_ in _HOLDING:
            return any(
                child.dep_ == "dobj" and child.lemma_ in _TO_PARLIAMENT for child in verb.children
            )
        return verb.lemma_ in _IN_PARLIAMENT
    if head.dep_ == "pobj":
        above = head.head.head.lemma_
        return (head.head.lower_ == "with" and above == "coalition") or (
            head.head.lower_ == "of" and above in _VOTES
        )
    return False


def is_political(entry: Entry) -> bool:
    """Whether an actor is a political party, by the table, its name or what it is called."""
    if entry.is_person or entry.type not in _TYPES or entry.id in _armed():
        return False
    known = entry.id in homes() or called(entry.name) is not None
    first, _, last = entry.name.casefold().rpartition(" ")
    known = known or (bool(first) and last in _OF_MANY and entry.type != "alliance")
    return known or bool((entry.words | entry.descriptions) & _PARTIES)


_TYPES = frozenset({"group", "organisation", "alliance"})


def is_armed(entry: Entry) -> bool:
    """Whether it is a movement at arms: one that is known, or rebels.

    >>> is_armed(Entry("hamas", "Hamas", "group", 0)), is_armed(Entry("likud", "Likud", "group", 0))
    (True, False)
    """
    return entry.id in _armed() or not _ARMED.isdisjoint(entry.words | entry.descriptions)


_ARMED = words("rebel rebels guerrillas militants militia insurgents fighters")


@cache
def _armed() -> frozenset[str]:
    """Movements that are known and no political parties: the Kurdistan Workers' Party."""
    return frozenset(identifier(row["name"]) for row in rows("bodies") if row["type"] == "group")


def gather(doc: Doc, found: Cast) -> None:
    """Take the deputies of a political party for it: "lawmakers from Homeland", "Homeland MPs".

    >>> from detente.reading.page import phrase
    >>> doc, people = phrase("Lawmakers from Likud refused."), Cast()
    >>> party = people.enter("Likud", "group", 2)
    >>> people.add(Name(2, 3, "Likud"), party.id, "body", doc)
    >>> gather(doc, people)
    >>> people.heads[0]
    ('likud', 'collective')
    """
    for token in doc:
        if (
            token.lemma_.casefold() in _DEPUTIES
            and token.tag_ in PLURAL
            and token.i not in found.named
        ):
            near = [child for child in token.children if child.dep_ in _BESIDE | {"poss"}]
            near += [
                one
                for prep in token.children
                if prep.lower_ in {"of", "from", "for"}
                for one in prep.children
            ]
            for one in near:
                id_ = found.named.get(one.i, "")
                if id_ in found.entries and is_political(found.entries[id_]):
                    found.add(Name(token.i, token.i + 1, token.text), id_, "collective", doc)
                    break


_DEPUTIES = words(
    "lawmaker legislator deputy mp senator parliamentarian minister backbencher member"
)
_PARTIES = words("party parties coalition bloc democrats caucus opposition")
_OF_MANY = words("congress front")  # of which the last word of a party's name is one


def told_of(walk: Resolver, token: Token, offices: Sequence[Token], but: str) -> str | None:
    """Of which party somebody is said to be beside his name, whatever office he has besides.

    As in "the Homeland's leader, Ana Berg", "the Homeland's Ana Berg", "Ana Berg of the Homeland".
    """
    if but in walk.tying:
        return None
    walk.tying.add(but)
    owners = [walk.owner(noun, but) for noun in (*offices[:1], token)]
    walk.tying.remove(but)
    return next((ids[0] for ids in owners if ids and is_political(walk.entry(ids[0]))), None)


def of_that_party(walk: Resolver, offices: Sequence[Token]) -> str | None:
    """Of "The Homeland insists. Party leader Ana Berg" the Homeland, which was told of last."""
    office = next(iter(offices), None)
    if office is None or not office.i or office.nbor(-1).lower_ != "party":
        return None
    if any(child.dep_ == "poss" or child.lower_ == "of" for child in office.children):
        return None
    named = [one for one in walk.cast.entries.values() if not one.name.islower()]
    ids = [one.id for one in named if is_political(one)]
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
            if own is not None and is_political(walk.entry(own)):
                yield walk.entry(id_), walk.entry(own)
            continue
        if not (is_political(walk.entry(id_)) or _may_be_political(walk.entry(id_))):
            continue
        party, token = walk.entry(id_), walk.doc[at]
        for person in _having(token):
            for one in (walk.cast.named.get(person.i), *walk.ids.get(person.i, ())):
                if one is not None and walk.entry(one).is_person and one != id_:
                    party.descriptions.add("party")
                    yield walk.entry(one), party
                    break


def _may_be_political(entry: Entry) -> bool:
    """Whether an actor is a political party if it is somebody's: "Ana Berg's Civic Union"."""
    last = entry.name.casefold().rpartition(" ")[2]
    return entry.type in _TYPES - {"alliance"} and entry.id not in _armed() and last in _LEAGUES


_LEAGUES = words("alliance union movement front league platform list bloc dawn")


def _having(party: Token) -> Iterator[Token]:
    """The words for whoever has a party."""
    noun = party.head if party.dep_ in {"compound", "nmod"} and _is_kind(party.head) else party
    for one in {party: 0, noun: 0}:
        for child in one.children:
            if child.dep_ == "poss" and child.lower_ == "whose":
                yield from _whom_it_tells(one)
            elif child.dep_ == "poss":
                yield child
            elif child.lower_ == "of" and child.i <= one.i + _NEAR:
                yield from (inner for inner in child.children if inner.dep_ == "pobj")


def _is_kind(noun: Token) -> bool:
    return noun.lemma_.casefold() in _PARTIES | {"movement", "list", "alliance"}


def _whom_it_tells(noun: Token) -> Iterator[Token]:
    """Of "Ana Berg, whose Homeland has most seats," Ana Berg."""
    clause = next((one for one in noun.ancestors if one.dep_ == "relcl"), None)
    if clause is not None:
        yield clause.head


_NEAR = 4  # tokens
