"""Political parties: how a text says that a name is one, and who votes for it in parliament."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from detente.reading.parsed import Doc, Token
from detente.reading.parties.cast import Cast, Entry, is_office, office_before
from detente.reading.parties.families import is_of_family
from detente.reading.parties.gazetteer import homes, identifier
from detente.reading.parties.memberships import called
from detente.reading.parties.names import Name, nouns
from detente.reading.syntax import PLURAL, SUBJECTS
from detente.reading.tables import rows
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.memory import Ids
    from detente.reading.parties.reference import Resolver

_IN_PARLIAMENT = words("govern topple table outvote abstain caucus")
_TO_PARLIAMENT = words("coalition seat majority cabinet government motion vote minority opposition")
_HOLDING = words("win hold leave quit join form enter have lose take lead")
_OF_PARTIES = {"with": words("coalition"), "of": words("vote seat deputy backing support")}


def is_told(doc: Doc, names: Sequence[Name]) -> bool:
    """Whether a name is called a party by what stands beside it, or by what it does.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The ruling Homestead refused. Nova won nine seats. Norair won a prize.")
    >>> [is_told(doc, [Name(at, at + 1, str(doc[at]))]) for at in (2, 5, 10)]
    [True, True, False]
    """
    return any(
        _is_after_leaning(doc, one)
        or _is_in_parliament(doc, one)
        or is_members(doc, one)
        or is_of_family(doc, one)
        for one in names
    )


def is_members(doc: Doc, name: Name) -> bool:
    """Whether it stands in brackets behind who holds an office: "Minister Ana Berg (Homeland)".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Prime Minister Ana Berg (Homeland) left. The port of Sund Berg (Tesk) shut.")
    >>> is_members(doc, Name(5, 6, "Homeland")), is_members(doc, Name(15, 16, "Tesk"))
    (True, False)
    """
    at = name.start - 1
    if at < _WITH_OFFICE or doc[at].text != "(" or doc[name.end : name.end + 1].text != ")":
        return False
    named = all(one.text.istitle() and one.pos_ == "PROPN" for one in doc[at - 2 : at])
    return named and (is_office(doc[at - 3]) or office_before(doc, at - 2) is not None)


_WITH_OFFICE = 3  # tokens: an office, a first and a last name


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
    """Whether a name is told of as somebody's: "Ana Berg's Homeland", "whose Homeland holds it".

    >>> from detente.reading.page import phrase
    >>> is_somebodys(phrase("Ana Berg's Homeland refused."), Name(3, 4, "Homeland"))
    True
    """
    head = name.head(doc)
    for child in head.children if head.i < name.end else ():
        if child.dep_ == "poss" and child.i < name.start:
            person = child.pos_ == "PROPN" and doc[max(child.i - 1, 0)].text.istitle()
            if person or child.lower_ in {"whose", "his", "her"}:
                return True
    return False


def _is_after_leaning(doc: Doc, name: Name) -> bool:
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
        return above in _OF_PARTIES.get(head.head.lower_, ())
    return False


def is_political(entry: Entry) -> bool:
    """Whether an actor is a political party, by the table, its name or what it is called."""
    if entry.is_person or entry.type not in _TYPES or entry.id in _armed():
        return False
    known = entry.id in homes() or called(entry.name) is not None
    first, _, last = entry.name.casefold().rpartition(" ")
    known = known or (bool(first) and last in _OF_MANY and entry.type != "alliance")
    return known or bool((entry.words | entry.descriptions) & _PARTIES)


def may_be_political(entry: Entry) -> bool:
    """Whether an actor is a political party if it is somebody's: "Ana Berg's Civic Union".

    >>> [may_be_political(Entry("x", name, "group", 0)) for name in ("Civic Union", "Civic Guard")]
    [True, False]
    """
    last = entry.name.casefold().rpartition(" ")[2]
    return entry.type in _TYPES - {"alliance"} and entry.id not in _armed() and last in _LEAGUES


_LEAGUES = nouns("political") | {"union", "dawn"}
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
        deputies = token.lemma_.casefold() in DEPUTIES and token.tag_ in PLURAL
        if not deputies or token.i in found.named:
            continue
        named = (found.named.get(one.i, "") for one in _whose(token))
        entries = (found.entries[id_] for id_ in named if id_ in found.entries)
        if (party := next(filter(is_political, entries), None)) is not None:
            found.add(Name(token.i, token.i + 1, token.text), party.id, "collective", doc)


def of_last_party(walk: Resolver, token: Token, lefts: Collection[str]) -> Ids:
    """Of "The party's leader" the political party that was told of last.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "The People's Party left. Likud (LK) warned Spain. The party's leader refused."
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(next(token for token in built.doc if token.text == "party"))
    ('likud',)
    """
    if token.tag_ != "NN" or token.lower_ != "party" or lefts != {"the"}:
        return ()
    owns = token.dep_ == "poss" and is_office(token.head)
    known = [one.id for one in walk.leading if is_political(one)] if owns else []
    return walk.memory.among(known) if len(known) > 1 else ()


def governing(walk: Resolver, land: Token) -> Ids:
    """Of "Other regions governed by the Sun Party" that party, where they do something."""
    for verb in (child for child in land.children if child.dep_ == "acl"):
        if land.tag_ != "NNS" or verb.lemma_ not in _GOVERNED or land.dep_ not in SUBJECTS:
            continue
        by = (one for child in verb.children if child.dep_ == "agent" for one in child.children)
        found = [walk.cast.named.get(one.i, "") for one in by if one.dep_ == "pobj"]
        return tuple(id_ for id_ in found if id_ and is_political(walk.entry(id_)))
    return ()


_GOVERNED = words("govern rule run control lead")


def _whose(deputies: Token) -> Iterator[Token]:
    """The words before them, and those after "from", that may say of which party they are."""
    yield from (child for child in deputies.children if child.dep_ in _BESIDE | {"poss"})
    for prep in deputies.children:
        if prep.lower_ in {"of", "from", "for"}:
            yield from prep.children


DEPUTIES = words(
    "lawmaker legislator deputy mp senator parliamentarian minister backbencher member"
)
_PARTIES = words("party parties coalition bloc democrats caucus opposition")
_OF_MANY = words("congress front")  # of which the last word of a party's name is one
