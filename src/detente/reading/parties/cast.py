"""The actors of a page in the making: each under all its names, with what the text says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import islice

from detente.reading.grammar import counting, word_before
from detente.reading.parsed import Doc, Token, remembered
from detente.reading.parties import gazetteer
from detente.reading.parties.names import Name, nouns
from detente.reading.parties.setting_terms import sets_own_terms
from detente.reading.parties.taking_sides import takes_side
from detente.reading.parties.waited_for import is_waited_for
from detente.reading.syntax import NOMINAL, SUBJECTS

SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "del", "du"})
RULED = frozenset({"state", "province"})  # types that have a government
_SUBJECT_WEIGHT = 3  # a subject against any other mention
_ACTS = 3  # the weight of a state that is more than mentioned
_REACH = 13  # tokens back to an office that a comma or a bracket parts from the name


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> frozenset[str]:
    found = frozenset(word.strip("'") for word in name.casefold().split()) - SMALL - _MEMBERS
    return found if found.isdisjoint(_COOPERATIVES) else found | _COOPERATIVES


_MEMBERS = frozenset({"states", "nations"})  # "the island states" are not the United States
_COOPERATIVES = frozenset({"co-operative", "cooperative", "co-op", "coop"})  # each also a short one


@dataclass(eq=False)
class Entry:
    """An actor in the making."""

    id: str
    name: str
    type: str | None
    first: int
    role: str | None = None
    surfaces: dict[str, str] = field(default_factory=dict)  # surface: sort
    descriptions: set[str] = field(default_factory=set)  # nouns that the text describes it by
    speaks_for: str | None = None
    is_tied: bool = False  # the text says outright for whom, or that it is for nobody
    offices: tuple[Token, ...] = ()  # the words beside a person's name that say what he is
    introduced: bool = False
    is_organ: bool = False  # of the party that it speaks for, and no party of its own
    is_chamber: bool = False  # of a parliament that is at odds with others of its land
    is_unsure: bool = False  # nothing but its name says of what type it is
    ruled: bool = False  # the text speaks of its government
    acts: int = 0  # how often it does what only somebody with a will can do
    is_outside: bool = False  # a state of which the text makes much less than of another
    mediates: bool = False  # it stands between the parties
    weight: int = 0  # how much it acts, by its named mentions

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its name that mean something, in lower case."""
        return _words(self.name)

    def rename(self, name: str) -> None:
        """Call it by another name."""
        self.name, self.words = name, _words(name)

    @property
    def is_person(self) -> bool:
        """Whether it is a person rather than a party of many."""
        return self.type == "person"

    @property
    def has_say(self) -> bool:
        """Whether it has a government that does more here than be mentioned."""
        often = self.type == "state" and self.weight > _ACTS
        return self.type in RULED and bool(self.acts or self.ruled or often)

    def tie(self, party: str | None) -> None:
        """Let it speak for a party, or for itself alone, whatever else is told of it."""
        self.speaks_for, self.is_tied = party, True


def is_town(entry: Entry) -> bool:
    """Whether it is a town by what it is told to be: it has a mayor, and no ministers."""
    return entry.type == "province" and not entry.descriptions.isdisjoint(_TOWNS)


_TOWNS = frozenset({"town", "towns", "city", "village", "villages", "municipality", "mayor"})


@dataclass(eq=False)
class Cast:
    """The actors of a page, and which of its tokens name them."""

    entries: dict[str, Entry] = field(default_factory=dict)
    named: dict[int, str] = field(default_factory=dict)  # every token of a name: the actor's id
    heads: dict[int, tuple[str, str]] = field(default_factory=dict)  # head token: id, sort
    _callings: dict[str, set[str]] = field(default_factory=dict)  # who goes by a word
    _places: dict[str, list[int]] = field(default_factory=dict)  # heads by id; none: not known
    _listed: int = 0  # how many of the entries are among them

    def add(self, name: Name, id_: str, sort: str, doc: Doc) -> None:
        """Record that a name stands for an actor."""
        entry, head = self.entries[id_], name.head(doc)
        stands = head.head if entry.is_person and head.dep_ == "appos" else head
        entry.surfaces.setdefault(name.text, sort)
        if stands.dep_ == "compound" and stands.head.lower_ == "party":
            stands = stands.head  # "the Homeland party refused"
        entry.first = min(entry.first, name.start)
        entry.weight += _SUBJECT_WEIGHT if stands.dep_ in SUBJECTS else 1
        entry.acts += wills(stands)
        entry.mediates |= _mediates(head)
        for i in range(name.start, name.end):
            self.named[i] = id_
        self.heads[head.i] = (id_, sort)
        self._places = {}

    def places(self, id_: str) -> list[int]:
        """Where the heads of an actor's names stand."""
        if not self._places:
            for at, (named, _) in self.heads.items():
                self._places.setdefault(named, []).append(at)
        return self._places.get(id_, [])

    def enter(
        self, text: str, type_: str, first: int, role: str | None = None, id_: str | None = None
    ) -> Entry:
        """The entry of that name, new where there is none."""
        id_ = id_ or gazetteer.identifier(text)
        return self.entries.setdefault(id_, Entry(id_, text, type_, first, role))

    def going_by(self, words: Iterable[str]) -> set[str]:
        """All whose name or description has one of the words, once all have been entered.

        >>> cast = Cast()
        >>> cast.describe(cast.enter("Norland", "state", 0), {"island"})
        >>> cast.going_by(["norland"]), cast.going_by(["island", "sea"]), cast.going_by(["land"])
        ({'norland'}, {'norland'}, set())
        """
        for entry in islice(self.entries.values(), self._listed, None):
            self._list(entry)
        self._listed = len(self.entries)
        return {id_ for word in words for id_ in self._callings.get(word, ())}

    def describe(self, entry: Entry, told_by: Iterable[str]) -> None:
        """Add nouns that the text describes an actor by."""
        entry.descriptions.update(told_by)
        self._list(entry)

    def _list(self, entry: Entry) -> None:
        for word in entry.words | entry.descriptions:
            self._callings.setdefault(word, set()).add(entry.id)

    def outside(self) -> list[Entry]:
        """The states that weigh so much less than the first that they are no party to it."""
        states = [one for one in self.entries.values() if one.type == "state"]
        most = max((one.weight for one in states), default=0)
        return [one for one in states if one.weight * _OUTSIDE < most]

    def forget(self, entry: Entry) -> None:
        """Take what it is called for no name: it is read as a common noun."""
        del self.entries[entry.id]
        self.named = {i: id_ for i, id_ in self.named.items() if id_ != entry.id}
        self.heads = {i: one for i, one in self.heads.items() if one[0] != entry.id}
        self._places = {}

    def absorb(self, entry: Entry, into: Entry) -> None:
        """Take an actor for part of another."""
        del self.entries[entry.id]
        into.surfaces |= entry.surfaces
        into.weight += entry.weight
        into.acts += entry.acts
        for i in [i for i, id_ in self.named.items() if id_ == entry.id]:
            self.named[i] = into.id
        for i, (id_, sort) in list(self.heads.items()):
            if id_ == entry.id:
                self.heads[i] = (into.id, sort)
        self._places = {}


_OUTSIDE = 4  # times that a state weighs less than the first
_MEDIATING = frozenset({"broker", "mediate", "host", "facilitate", "arbitrate"})


def _mediates(head: Token) -> bool:
    """Whether it brokers, mediates or hosts: "Oman hosted them", "brokered by Oman"."""
    by = head.dep_ == "pobj" and head.head.lower_ == "by"
    verb = head.head.head if by else head.head
    return (by or head.dep_ in SUBJECTS) and verb.lemma_ in _MEDIATING


@remembered
def wills(token: Token) -> bool:
    """Whether it is the subject of what only somebody with a will can do."""
    if token.dep_ == "conj" and token.pos_ in NOMINAL and token.head != token:
        return wills(token.head)
    if takes_side(token):
        return True
    token = counting(token)
    if token.dep_ not in SUBJECTS:
        return is_waited_for(token)  # "unless Norland's troops leave"
    verb = token.head
    lemmas = {verb.lemma_, *(child.lemma_ for child in verb.children if child.dep_ == "xcomp")}
    acts = bool(lemmas & nouns("acts")) or _is_minded(verb) or _lets(verb)
    return acts or is_waited_for(token) or sets_own_terms(token)


_STATED = frozenset({"acomp", "ccomp", "xcomp", "oprd"})


def _lets(verb: Token) -> bool:
    """As in "will not let it land": no rule that lets somebody do something."""
    ahead = any(child.lower_ in {"will", "would"} for child in verb.lefts)
    return ahead and verb.lemma_ in {"let", "allow", "permit"}


def _is_minded(verb: Token) -> bool:
    """As in "is ready to talk", "are at odds", "has made it clear"."""
    if verb.lemma_ not in {"be", "remain", "stay", "seem", "make"}:
        return False
    for child in verb.children:
        stated = child.lower_ in nouns("minded") and child.dep_ in _STATED
        if stated and any(inner.dep_ in {"xcomp", "prep", "ccomp"} for inner in child.children):
            return True
        if child.lower_ in {"for", "against"} and child.dep_ == "prep":
            return True  # "is for the move"
        if child.lower_ in {"at", "in"} and child.dep_ == "prep":
            return any(noun.lower_ in nouns("minded") for noun in child.children)
    return verb.lemma_ == "make" and any(c.lower_ in nouns("minded") for c in verb.subtree)


def is_office(token: Token) -> bool:
    """Whether a word is what a person is for a party, or a title: minister, Mr, analyst."""
    offices = _offices()
    if token.lower_ == "number" and any(child.lower_ == "opposite" for child in token.lefts):
        return True
    if token.lower_ in _HEADED and word_before(token) in _AT_HEAD:
        return True  # "head teacher"
    return token.lower_.rstrip(".") in offices or token.lemma_.casefold() in offices


@cache
def _offices() -> frozenset[str]:
    return nouns("roles") | nouns("titles") | nouns("experts")


_HEADED = frozenset({"teacher", "nurse", "constable", "medic", "keeper", "gardener", "librarian"})
_AT_HEAD = frozenset({"head", "chief", "lead"})


def is_title(token: Token) -> bool:
    """Whether a word stands before names and says nothing else: Mr, Dr; not "the MR refused"."""
    if token.text.isupper() and len(token.text) > 1 and not _goes_before_name(token):
        return False
    return token.lower_.rstrip(".") in nouns("titles")


def _goes_before_name(token: Token) -> bool:
    after = token.doc[token.i + 1 : token.i + 2]
    return after.text[:1].isupper() or after.text == "."


def _title_end(doc: Doc, start: int) -> int:
    """Where a title begins that ends right before a token: "Dr", "Sgt ."; else the token."""
    if is_title(doc[start - 1]):
        return start - 1
    stopped = start > 1 and doc[start - 1].text == "." and doc[start - 2].text[:1].isupper()
    return start - 2 if stopped and is_title(doc[start - 2]) else start


def office_before(doc: Doc, start: int) -> Token | None:
    """The office that a comma parts from the name after it: "the leader of Norland, Jon Averin"."""
    while start and (end := _title_end(doc, start)) < start:  # ", Smt. Revathi Kulkarni"
        start = end
    closed = start > 0 and doc[start - 1].text == ")"
    end = _bracket(doc, start) if closed else start - 1
    if start < 2 or doc[end].text != ("(" if closed else ","):  # noqa: PLR2004 — a word and a comma
        return None
    for token in reversed(doc[max(0, end - _REACH) : end]):
        if token.lower_ in {",", "and"} and token.nbor().lower_ in nouns("portfolios"):
            continue  # "Minister of Trade, Water and Rural Affairs of Norland, Ana Berg"
        mark = token.is_punct and token.text != "-" and token.tag_ != "POS"
        if mark or token.pos_ in {"VERB", "AUX", "CCONJ"}:
            return None
        if _are_members(token):
            return None
        if is_office(token) and token.pos_ != "ADJ":
            return None if is_title(token) else token
    return None


def _bracket(doc: Doc, end: int) -> int:
    """Where the bracket opens that closes right before a token: "of the Water Board (WB) Ana"."""
    return next((i for i in range(end - 2, max(-1, end - 4), -1) if doc[i].text == "("), end - 1)


def _are_members(people: Token) -> bool:
    """Whether a body is theirs: scientists of "A trade union for scientists, Prospect, urged"."""
    of = people.head
    return people.tag_ == "NNS" and of.dep_ == "prep" and of.head.lemma_ in nouns("unions")
