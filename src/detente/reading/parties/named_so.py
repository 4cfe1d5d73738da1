"""Who goes by a noun that is in the name: "the commission" of the Commission of Inquiry."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from detente.reading.parsed import Token
from detente.reading.parties import slogans
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import Entry
from detente.reading.parties.memory import Ids, departments
from detente.reading.parties.names import nouns
from detente.reading.tables import table
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver


def of_that_name(walk: Resolver, token: Token, lemma: str) -> Ids:
    """Who was last heard of with the noun in its name; no Water Board is "the water"."""
    words = {lemma, token.lower_}
    many = token.tag_ == "NNS"
    named = () if many else _headed_so(walk, words) or walk.memory.by_words(words)
    found = of_crowd(walk, words) if many else named
    return found if found and _may_be_called(walk, token, lemma, found) else ()


def _headed_so(walk: Resolver, words: Collection[str]) -> Ids:
    """Of "the university" the University of Oru, no Association of University Teachers."""
    learned = nouns("kinds.school").intersection(words)
    named = (one for one in walk.leading if not one.is_person) if learned else ()
    return walk.memory.among(one.id for one in named if head_of(one.name) in learned)


def of_crowd(walk: Resolver, words: Collection[str]) -> Ids:
    """Of "the growers" the growers, though "the growers' cooperative" was told of since.

    Their union stands for them.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = (
    ...     "The growers of Loma refused to sell. The growers' cooperative warned its members. "
    ...     "The growers want more."
    ... )
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(built.doc[17])
    ('loma',)
    """
    found = walk.memory.by_words(words, persons=False)
    if not found or head_of(walk.entry(found[0]).name) in _UNITED:
        return found
    crowds = (one for one in walk.leading if one.type == "group" and not one.is_person)
    same = (one.id for one in crowds if not one.descriptions.isdisjoint(words))
    return walk.memory.among(same) or found


_UNITED = frozenset(
    {"union", "association", "federation", "guild", "brotherhood", "syndicate", "confederation"}
)


def called_later(walk: Resolver, token: Token, lemma: str) -> Ids:
    """The one party with the noun in its name, also where it is named only later."""
    found = walk.called((lemma, token.lower_))
    return found if found and _may_be_called(walk, token, lemma, found) else ()


def _may_be_called(walk: Resolver, token: Token, lemma: str, found: Ids) -> bool:
    words, entry = {lemma, token.lower_}, walk.entry(found[0])
    if entry.is_person:
        return _may_hold(entry, token)
    if slogans.is_call(entry.name) or (token.lower_ == "clubs" and _is_one_club(entry)):
        return False
    if is_crowd(lemma) or words & _of_bodies():
        return True
    heads = {head_of(name) for name in (entry.name, *entry.surfaces)}
    return bool(words & (heads | entry.descriptions))


def _is_one_club(entry: Entry) -> bool:
    """As of "Ravna United", which is none of "the clubs"."""
    called = "club" in entry.descriptions and "clubs" not in entry.words
    return called and entry.type == "organisation"


def _may_hold(person: Entry, office: Token) -> bool:
    """Whether "the health secretary" may be who was told of: no union's general secretary."""
    told = set(departments(office))
    own = {word for one in person.offices for word in departments(one)}
    return not told or not person.offices or bool(told & own)


def head_of(name: str) -> str:
    """The word that says what it is: "commission" of "Commission of Inquiry"."""
    words = name.casefold().split()
    links = (at for at, word in enumerate(words) if at and word in {"of", "for", "in", "at"})
    return words[next(links, len(words)) - 1]


def has_staff(name: str) -> bool:
    """Whether it is a house with people who work for it, and no firm: a university, a museum.

    >>> [has_staff(name) for name in ("Hale University", "Hale Teachers' Union", "Museum of Hale")]
    [True, False, True]
    """
    return head_of(name) in _HOUSES


_HOUSES = (
    nouns("kinds.school")
    | nouns("kinds.hospital")
    | words("museum theatre theater library orchestra opera clinic broadcaster zoo")
)


@cache
def _of_bodies() -> frozenset[str]:
    """Nouns of which each is of a body, wherever it stands in the name."""
    tables = ("bodies", "firms", "parts", "own", "people", "trades", "unions", "government")
    groups = (f"{kind}.{name}" for kind in ("heads", "kinds") for name in table("nouns")[kind])
    words = frozenset[str]().union(*(nouns(name) for name in (*tables, *groups)))
    return words - nouns("heads.place") - nouns("heads.source")
