"""What noun phrases and pronouns refer to: one walk over the page, from left to right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from detente.reading import quotations
from detente.reading.grammar import (
    OWNING,
    is_idle,
    is_origin,
    is_peripheral,
    is_placed,
    is_plural,
    is_venue,
)
from detente.reading.parsed import Doc, Span, Token
from detente.reading.parties import (
    appositions,
    descriptions,
    divided,
    fitting,
    governments,
    inner,
    leanings,
    offices,
    pairs,
    political,
    posts,
    pronouns,
    same,
    speakers,
    will,
)
from detente.reading.parties.cast import RULED, Cast, Entry, is_office, is_town
from detente.reading.parties.memory import Heard, Ids, Memory, only
from detente.reading.parties.names import MINISTRIES, head_kind, nouns
from detente.reading.parties.waited_for import is_waited_for
from detente.reading.syntax import PLURAL, SUBJECTS
from detente.reading.wording import Spans, words

_OF = frozenset({"of", "for", "at", "from", "in"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_ORGANS = frozenset(
    {"council", "assembly", "board", "committee", "branch", "delegation", "side", "camp", "office",
     "department", "wing", "section", "leadership", "management"}
)  # fmt: skip
_LEADING = 40  # actors that may be one of "both sides"


@dataclass(eq=False)
class Resolver:
    """Walks a page once; afterwards `ids` has, by head token, the actors that are meant."""

    doc: Doc
    cast: Cast
    sentences: tuple[Span, ...]
    home: str | None = None  # the state that the article is written from
    ids: dict[int, Ids] = field(default_factory=dict)
    acting: dict[str, int] = field(default_factory=dict)  # mentions that are no mere places
    tying: set[str] = field(default_factory=set)  # persons whose party is being sought
    memory: Memory = field(default_factory=Memory)

    def walk(self) -> None:
        """Resolve every token of every sentence."""
        states = [one for one in self.cast.entries.values() if one.type == "state"]
        outside = self.cast.outside()
        for state in states:
            state.is_outside = state in outside and state.id != self.home
            if all(map(is_venue, self.places(state))):
                state.role = "context"
        for number, span in enumerate(self.sentences):
            self.memory.sentence = number
            for token in span:
                ids = self.ids.get(token.i) or self._resolve(token)
                if ids:
                    self._hear(token, ids)
        self.speeches = leanings.speeches(self.doc, self.cast)  # it is known now who is a woman
        speakers.settle(self)
        divided.settle(self)
        inner.settle(self)

    def entry(self, id_: str) -> Entry:
        """The actor of that id."""
        return self.cast.entries[id_]

    def followed(self, ids: Ids) -> Ids:
        """The parties behind those who only speak for them."""
        found: dict[str, None] = {}
        for id_ in ids:
            at, seen = id_, {id_}
            while (ahead := self.entry(at).speaks_for) and ahead not in seen:
                at = ahead
                seen.add(at)
            found[at] = None
        return tuple(found)

    @cached_property
    def leading(self) -> list[Entry]:
        """The actors that the names make the most of, the most active first."""
        entries = self.cast.entries.values()
        return sorted(entries, key=lambda entry: (-entry.weight, entry.first))[:_LEADING]

    @cached_property
    def speeches(self) -> dict[str, list[Token]]:
        """Where each person is said to do or say something."""
        return leanings.speeches(self.doc, self.cast)

    @cached_property
    def spoken(self) -> Spans:
        """Where somebody's direct speech stands."""
        return Spans((one.start, one.end) for one in quotations.find(self.doc.text) if one.whole)

    @cached_property
    def executive(self) -> int:
        """Where "the ministry" or "the government" is told of first."""
        return governments.first_told(self.doc)

    @cached_property
    def has_states(self) -> bool:
        """Whether there is a state whose government an office may be of.

        Where "the federal government" is told of, no province is one; no town ever is.
        """
        lands = (one for one in self.cast.entries.values() if one.has_say and not is_town(one))
        ruled = [one.type for one in lands if not governments.comes_late(self, one)]
        return "state" in ruled or (bool(ruled) and not governments.has_centre(self))

    def places(self, state: Entry) -> list[Token]:
        """Where a state is named."""
        return [self.doc[at] for at in self.cast.places(state.id)]

    def called(self, words: Iterable[str]) -> Ids:
        """The one party that goes by a word, also where it is named only later."""
        found = self.cast.going_by(words)
        return only(id_ for id_ in found if not self.entry(id_).is_person)

    def of(self, token: Token) -> Ids:
        """The parties that a phrase means, those behind spokespersons."""
        return self.followed(self.ids.get(token.i) or self._resolve(token))

    def owner(self, token: Token, but: str = "") -> Ids:
        """Whose a part or an office is: by possessive, adjective, or "of"."""
        if member := next(filter(None, map(self._member, token.children)), None):
            return (member,)
        for child in token.children:
            candidates = [child] if child.dep_ in OWNING else []
            if child.dep_ == "prep" and child.lower_ in _OF and not posts.is_where(token, child):
                candidates += [one for one in child.children if one.dep_ == "pobj"]
            for candidate in candidates:
                ids = tuple(id_ for id_ in self.owning(candidate) if id_ != but)
                if ids:
                    return ids
        return ()

    def owning(self, token: Token) -> Ids:
        """Whom a possessive, an adjective or the noun after "of" means."""
        named = self.cast.named.get(token.i) or self._direction(token)
        found = (named,) if named else self.ids.get(token.i) or self._resolve(token)
        if token.dep_ == "pobj" and token.head.head.tag_ in PLURAL:
            others = (self.cast.named.get(other.i) for other in token.conjuncts)
            found = tuple(dict.fromkeys((*found, *filter(None, others))))
        part = token.dep_ == "pobj" and (
            token.lemma_.casefold() in _ORGANS  # "of Wyle council"
            or (posts.is_portfolio(token) and is_office(token.head.head))
        )
        part = part or _is_partly_owned(token)
        if not found and (part or (token.dep_ in OWNING and token.pos_ != "VERB")):
            found = self.owner(token)  # "the Saudi-backed side"
        if not found and token.dep_ == "compound" and _rules(token):
            found = fitting.fitting(self, token, token.lemma_.casefold())
        return self.followed(found)

    def _direction(self, token: Token) -> str | None:
        """Of "northern leaders", where there is a North of something: its id."""
        first = token.lower_.removesuffix("ern")
        if first not in nouns("directions") or token.dep_ not in OWNING:
            return None
        entries = self.cast.entries.values()
        ids = [one.id for one in entries if one.type in RULED and one.id.startswith(f"{first}_")]
        return ids[0] if len(ids) == 1 else None

    def _member(self, token: Token) -> str | None:
        """Of "his Green partners", where the Greens are a party: their id."""
        if token.dep_ not in OWNING or not token.text.istitle() or token.i in self.cast.heads:
            return None
        party = self.cast.entries.get(f"{token.lower_}s")
        partisan = party is not None and party.type == "group" and not is_office(token)
        return party.id if party is not None and partisan else None

    def person_at(self, token: Token) -> Ids:
        """The person whose name a token heads, introduced."""
        id_, sort = self.cast.heads.get(token.i, ("", ""))
        if sort != "person":
            return ()
        if (entry := self.entry(id_)).is_person:  # not "President Nasser", known for Egypt
            offices.introduce(self, entry, token)
        return (id_,)

    def _resolve(self, token: Token) -> Ids:
        if token.i in self.cast.heads:
            return self._named(token)
        if token.lower_ in pronouns.ALL:
            return pronouns.resolve(self, token)
        if token.lower_ in pairs.PAIRS or token.pos_ in _NOMINAL:
            return descriptions.resolve(self, token) or same.resolve(self, token)
        return ()

    def _named(self, token: Token) -> Ids:
        id_, sort = self.cast.heads[token.i]
        entry = self.entry(id_)
        if sort == "office":
            offices.tie(self, entry, token)
        elif entry.is_person:
            offices.introduce(self, entry, token)
        elif is_origin(token) or self._is_where(entry, token, sort):
            return ()
        else:
            self.cast.describe(entry, appositions.descriptions(token))
            self._incorporate(entry, token)
        if token.lemma_.casefold() in MINISTRIES:  # "the Norlandic Trade Ministry"
            self.memory.own(token, self.followed((id_,)))
        return (id_,)

    def _is_where(self, entry: Entry, token: Token, sort: str) -> bool:
        """Whether it only says where; a court is gone to: "filed suit in the High Court"."""
        return entry.role != "forum" and is_placed(token, sort) and not will.goes_on(token)

    def _incorporate(self, entry: Entry, token: Token) -> None:
        """Of "its National Security Committee" is part of whose it is."""
        owned = [child for child in token.children if child.dep_ == "poss"]
        if entry.is_chamber or political.is_political(entry):
            return
        if not owned and entry.name.casefold() in nouns("legislatures"):
            of = (child for child in token.children if child.lower_ == "of")
            owned = [one for prep in of for one in prep.children if one.dep_ == "pobj"]
            owned += [child for child in token.children if child.dep_ in {"amod", "compound"}]
        organ = head_kind(entry.name) == "organisation" or entry.name.casefold() == "cabinet"
        if owned and not entry.speaks_for and organ:
            owner = tuple(id_ for id_ in self.owning(owned[0]) if id_ != entry.id)
            if len(owner) == 1 and self.entry(owner[0]).type in RULED:
                entry.speaks_for, entry.is_organ = owner[0], True
                self.entry(owner[0]).surfaces.setdefault(entry.name, "institution")

    def _hear(self, token: Token, ids: Ids) -> None:
        self.ids[token.i] = ids
        named = token.head if self._is_its_name(token) else token
        subject = named.dep_ in SUBJECTS or _decides(token) or self._is_doers_name(token, ids)
        self.memory.hear(
            Heard(
                token.i,
                ids,
                self.memory.sentence,
                subject=subject,
                main=named.dep_ in SUBJECTS and _is_main(named.head),
                plural=len(ids) > 1 or is_plural(token),
            ),
            [self.entry(id_) for id_ in self.followed(ids)],
            [self.entry(id_) for id_ in ids],
        )
        awaited = is_waited_for(token)
        for id_ in ids if awaited or not is_idle(token) else ():
            if self.entry(id_).type in RULED and is_peripheral(token) and not awaited:
                continue
            self.acting[id_] = self.acting.get(id_, 0) + 1

    def _is_its_name(self, token: Token) -> bool:
        """As of "Its gas company, Mergaz, said": the noun says nothing but what that is."""
        beside = token.dep_ == "appos" and token.head.dep_ in SUBJECTS
        return beside and not self.ids.get(token.head.i)

    def _is_doers_name(self, token: Token, ids: Ids) -> bool:
        """As of "Norland's envoy, Ana Berg, said": the person stands beside the subject."""
        beside = token.dep_ == "appos" and token.head.dep_ in SUBJECTS
        return beside and all(self.entry(id_).is_person for id_ in ids)


def _is_partly_owned(noun: Token) -> bool:
    """As "region" of "the governor of Peru's Tacna region"."""
    land = noun.dep_ == "pobj" and noun.lemma_.casefold() in _PARTS
    return land and any(child.dep_ == "poss" for child in noun.lefts)


_PARTS = words("region province district county prefecture department oblast governorate canton")


def _rules(token: Token) -> bool:
    """As "government" of "the government side", and of "Government negotiator Ana Berg"."""
    titled = token.text == "Government" and is_office(token.head)
    return titled or token.text in nouns("government")


def _decides(owner: Token) -> bool:
    """As the council of "The council's answer was short"."""
    noun = owner.head
    return owner.dep_ == "poss" and noun.dep_ in SUBJECTS and noun.lemma_ in nouns("decisions")


def _is_main(verb: Token) -> bool:
    """Whether a clause is the sentence's own, or what its speaker says before naming himself."""
    said = verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.i < verb.head.i
    return verb.dep_ == "ROOT" or said
