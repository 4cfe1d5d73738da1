"""Which union "the union", "the dockers' union" and workers without a name mean."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from detente.reading import saying
from detente.reading.grammar import OWNING
from detente.reading.parsed import Token
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import Entry
from detente.reading.parties.memory import Ids, only
from detente.reading.parties.names import alike, head_kind, nouns
from detente.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver


def is_the_one(token: Token) -> bool:
    """As "the union", and no one's: not "the pilots' union", "the customs union"."""
    return token.lower_ == "union" and not any(child.dep_ in OWNING for child in token.lefts)


def meant(walk: Resolver, token: Token) -> Ids:
    """Which union "the union" is: the speaker's own where one of its people says so, else the last.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = (
    ...     "The Dockers' Union has struck. The Checkers' Association will vote. Dockers' Union "
    ...     "negotiator Ana Berg said the union was ready."
    ... )
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(next(one for one in reversed(built.doc) if one.text == "union"))
    ('dockers_union',)
    """
    found = last(walk)
    told = next((v for v in token.ancestors if saying.is_plain(v) and v.i < token.i), None)
    teller = next((c for c in told.children if c.dep_ in SUBJECTS), None) if told else None
    own = walk.followed(walk.ids.get(teller.i, ())) if teller is not None else ()
    return own if found and len(own) == 1 and _is_one(walk.entry(own[0])) else found


def _is_one(entry: Entry) -> bool:
    """Whether a party is a union by a word of its name, or is called one."""
    if entry.is_person or entry.type in _NO_UNIONS or entry.words & _MASTERS:
        return False
    return bool((entry.words | entry.descriptions) & (nouns("kinds.union") | {"union"}))


def last(walk: Resolver) -> Ids:
    """Who was last told of that is called a union, or else is one by another word.

    No firm is one by "the Norair union", nor who has "Norair unions"; no employers' federation.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = (
    ...     "The Norland Medical Association has struck. NHS Employers refused to pay. "
    ...     "The union wants more."
    ... )
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(next(one for one in reversed(built.doc) if one.text == "union"))
    ('norland_medical_association',)
    """
    bodies = [one for one in walk.leading if not one.is_person and one.type not in _NO_UNIONS]
    called = [
        one
        for one in bodies
        if "union" in one.words or one.descriptions & {"union", "unions"} == {"union"}
    ]
    others = [
        one for one in bodies if one.words & nouns("kinds.union") and not one.words & _MASTERS
    ]
    for ones in (called, others):
        if found := walk.memory.among(one.id for one in ones):
            return found
    return ()


_NO_UNIONS = frozenset({"company", "state", "alliance", "group", "province"})
_MASTERS = frozenset(
    {"employers", "owners", "landlords", "manufacturers", "retailers", "publishers"}
)


def are_of(entry: Entry, members: Collection[str]) -> bool:
    """Whether those are a union's members by another noun: the farmers of the Milk Producers.

    >>> milk = Entry("milk", "Valley Milk Producers' Association", "organisation", 0)
    >>> are_of(milk, {"farmer"}), are_of(milk, {"driver"})
    (True, False)
    """
    if "collective" in entry.surfaces.values():
        return False  # "the merchants' guild", and the shopkeepers of a street
    own = _trades(entry)
    return any(own.intersection(nouns_) and not {*nouns_}.isdisjoint(members) for nouns_ in alike())


def of_trade(walk: Resolver, token: Token) -> Ids | None:
    """Of "the dockers' union", a Workers' Union; None where the trades are others'."""
    if not any(child.dep_ in OWNING for child in token.lefts):
        return walk.memory.by_words(sorted(nouns("heads.union")), persons=False)
    one = only_one(walk)
    return one if one and _may_be_of_trade(walk.entry(one[0]), token) else None


def only_one(walk: Resolver) -> Ids:
    """Whose members workers are: of the one union of the page, or the one of a trade.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = (
    ...     "Dockworkers could strike unless employers drop the plan, their union said. "
    ...     "The Dockers Association broke with the Maritime Alliance. The Alliance refused."
    ... )
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(next(one for one in built.doc if one.text == "union"))
    ('dockers_association',)
    """
    found = [
        one
        for one in walk.leading
        if one.type not in {"alliance", "company"}  # shippers are firms as well
        and not one.words & _MASTERS
        and (head_kind(one.name) == "union" or one.descriptions & nouns("heads.union"))
    ]
    if len(found) > 1:
        found = [one for one in found if any(map(is_crowd, _trades(one)))]
    return only(one.id for one in found)


def _may_be_of_trade(entry: Entry, head: Token) -> bool:
    """Whether the "drivers' union" may go by a name, and that is not of passengers."""
    marks = {word for child in head.lefts for word in (child.lower_, child.lemma_.lower())}
    told = {word for word in _trades(entry) if is_crowd(word)}
    return not told or bool(told & marks)


def _trades(entry: Entry) -> set[str]:
    """The words of a name, which may be of those whose union it is: "worker" says of nobody."""
    return {word.rstrip("s'’") for word in entry.words} - _ANY_TRADE


_ANY_TRADE = frozenset({"worker", "employee", "member", "staff", "labour", "labor"})
