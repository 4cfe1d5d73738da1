"""Whom a description means: "both sides", "the ministry", "Russian officials", "the rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.grammar import is_definite, is_part
from detente.reading.parsed import Token
from detente.reading.parties import (
    fitting,
    ministers,
    named_so,
    owners,
    pairs,
    partisans,
    political,
    pronouns,
    reported,
    rulers,
    seats,
    societies,
    unions,
)
from detente.reading.parties.belonging import is_organ
from detente.reading.parties.bodies import is_crowd, is_hired, lives_by_it
from detente.reading.parties.cast import RULED, Entry, is_office, wills
from detente.reading.parties.memory import Heard, Ids, remit
from detente.reading.parties.named_beside import NAMED, apposed, named_next, one_of
from detente.reading.parties.names import MINISTRIES, nouns
from detente.reading.parties.phrases import where
from detente.reading.parties.posts import FORMER
from detente.reading.syntax import NOMINAL, SUBJECTS

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_SPEAKING = frozenset(
    {"minister", "secretary", "official", "spokesman", "spokeswoman", "spokesperson", "president",
     "premier", "negotiator", "envoy", "aide", "chancellor", "governor", "mayor", "ministry"}
)  # fmt: skip
_LANDS = frozenset({"country", "nation", "state", "kingdom", "republic", "island", "territory"})
_BREAKAWAY = frozenset(
    {"separatist", "rebel", "breakaway", "self-styled", "secessionist", "self-declared"}
)


def resolve(walk: Resolver, token: Token) -> Ids:
    """Whom the noun phrase headed by a token means, or nobody."""
    lemma = token.lemma_.casefold()
    lefts = {child.lower_ for child in token.lefts}
    if pairs.is_pair(token, lemma, lefts):
        outsiders = () if "other" in lefts else pairs.beyond(walk, token)
        both = pronouns.joint(walk) if lemma in pairs.LONE | {"two"} else ()
        both = both or pairs.pair(walk, lemma, outsiders)
        return pairs.other_of(walk, both) if "other" in lefts else both
    if token.pos_ not in NOMINAL or pairs.is_of_two(token):
        several = one_of(walk, token) if lemma == "one" else pairs.of_two(walk, token)
        return several or pairs.all_alone(walk, token)
    if (
        lemma in nouns("pairs")
        and token.tag_ == "NNS"
        and (many := pairs.all_of(walk, lemma, lefts))
    ):
        return many
    if (other := pairs.other_one(walk, token, lemma, lefts)) is not None:
        return other
    if lemma in nouns("own") | nouns("kinds.church") and lefts & _POSSESSIVES:
        return _own_to(walk, token, lemma, lefts)
    crowd = societies.members(token)
    return (
        (walk.owning(crowd) if crowd is not None else ())
        or _settlements(walk, token, lemma)
        or _land_of_that_name(walk, token, lemma)
        or _close_to(walk, token, lemma)
        or (reported.told_of(walk, token) if lemma in _LANDS else ())
        or apposed(walk, token)
        or named_next(walk, token)
        or political.of_last_party(walk, token, lefts)
        or political.governing(walk, token)
        or (walk.owner(token) if is_organ(token) else ())
        or (_holder(walk, token) if is_office(token) else ())
        or (pairs.counterpart(walk, token) if lemma == "counterpart" else ())
        or (_part(walk, token, lefts) if is_part(token) else ())
        or partisans.partners(walk, token, lemma)
        or _spoken_of(walk, token, lemma)
        or (reported.of_one(walk, token) if lemma in _OFFICERS else ())
        or reported.of_whose_person(walk, token)
    )


_OFFICERS = frozenset({"member", "director", "executive", "manager", "officer", "organiser"})


def _settlements(walk: Resolver, token: Token, lemma: str) -> Ids:
    """Of "the towns of Orstad and Hjelm" both, and of "the two towns" after it."""
    if token.tag_ != "NNS" or lemma not in rulers.SETTLEMENTS:
        return ()
    if any(child.lower_ == "of" for child in token.children):
        return walk.owner(token)
    found = [one.id for one in walk.leading if lemma in one.descriptions and one.type in RULED]
    return tuple(found) if len(found) > 1 and is_definite(token) else ()


def _land_of_that_name(walk: Resolver, token: Token, lemma: str) -> Ids:
    """Of "the breakaway region of Transnistria": that, if it is named so and is no state."""
    settled = lemma in rulers.SETTLEMENTS
    acting = lemma in _ISLES and token.dep_ in SUBJECTS and wills(token)
    if not (lemma in _DISTRICTS or acting or settled) or token.tag_ not in {"NN", "NNP"}:
        return ()
    named = [child for child in token.lefts if child.dep_ == "compound"]  # "the Tavia region said"
    if named and token.dep_ in SUBJECTS and wills(token) and not settled:
        id_, sort = walk.cast.heads.get(named[-1].i, ("", ""))
        if sort in NAMED and walk.entry(id_).type in {"territory", "province"}:
            return (id_,)
    for of in (child for child in token.children if child.lower_ == "of"):
        for name in (child for child in of.children if child.i in walk.cast.heads):
            id_, sort = walk.cast.heads[name.i]
            if sort in NAMED and (settled or walk.entry(id_).type in {"territory", "province"}):
                return (id_,)
    return ()


_ISLES = frozenset({"island", "isle", "archipelago", "peninsula", "valley"})
_DISTRICTS = frozenset({"region", "territory", "enclave", "republic", "province", "statelet"})


def _close_to(walk: Resolver, token: Token, lemma: str) -> Ids:
    """Of "a source close to the club": the club."""
    if lemma not in _SOURCES:
        return ()
    for close in (child for child in token.children if child.lower_ in {"close", "near"}):
        to = [close] if close.dep_ == "prep" else [c for c in close.children if c.lower_ == "to"]
        for noun in (one for prep in to for one in prep.children if one.dep_ == "pobj"):
            return walk.owning(noun)
    return ()


_SOURCES = frozenset({"source", "person", "people", "insider", "diplomat", "official", "figure"})


def _own_to(walk: Resolver, token: Token, lemma: str, lefts: set[str]) -> Ids:
    """Of "their union" the one union, of "its party" whose it is; of "their province" nobody."""
    if lemma in nouns("heads.union") and (union := unions.only_one(walk)):
        one = walk.entry(union[0])
        if lemma == "union" or lemma in one.words | one.descriptions:
            return union
    if (crowd := societies.members(token)) is not None:
        return walk.owning(crowd)
    if lemma in _ACROSS:
        return apposed(walk, token) or fitting.only_company(walk)
    theirs = lefts & {"its", "their"} and lemma in nouns("lands") | _APART
    return () if theirs else walk.owner(token)


_ACROSS = frozenset({"employer"})  # of those who are of the other side
_APART = nouns("societies") | {"company", "firm"}  # of their members, and not those themselves


def _part(walk: Resolver, token: Token, lefts: set[str]) -> Ids:
    if lefts & _BREAKAWAY:
        return walk.memory.of_types(("territory", "group", "province"))
    if lefts & FORMER and is_office(token) and token.tag_ == "NN":
        return ()  # "a former French ambassador"
    if where(token) and is_crowd(token.lemma_.casefold()):
        return ()  # "Farmers in Spain" who are nobody here
    owner = walk.owner(token) or seats.said_in(walk, token)
    works = is_hired(token) or lives_by_it(token)
    if owner and works and _hires(walk.entry(owner[0])):
        return unions.only_one(walk)
    party = token.lower_ == "party" and not lefts & {"ruling", "governing", "own"}
    if owner and token.lower_ in _WITHIN and all(walk.entry(id_).type in RULED for id_ in owner):
        return walk.called({token.lemma_.casefold()})  # "a Peruvian community", which is not Peru
    if owner and party and walk.entry(owner[0]).type in RULED:
        owner = fitting.front(walk) or owner  # "a Catalan party", which is not Catalonia
    if owner:
        walk.memory.own(token, owner)
    return owner


_WITHIN = frozenset({"community", "tribe", "clan", "faction", "communities", "tribes"})


def _hires(entry: Entry) -> bool:
    """Whether people work for it who are not it: a land, a firm, a hospital; no union."""
    if entry.type == "organisation":
        return not owners.is_of(entry, "union")
    return entry.type in RULED | {"company"}


def _spoken_of(walk: Resolver, token: Token, lemma: str) -> Ids:
    if lemma == "state" and token.dep_ == "poss" and (land := _main_land(walk)):
        return land
    found = fitting.managed(walk, token)
    if is_definite(token):
        organised = token.tag_ == "NNS" and lemma in _ORGANISED
        found = unions.only_one(walk) if organised else ()
        found = found or fitting.fitting(walk, token, lemma)
    if found:
        return fitting.not_told_of_within(walk, token, found)
    speaks = wills(token) or (lemma == "minister" and token.dep_ in SUBJECTS)
    if lemma in _SPEAKING and speaks and not _is_foreign(token) and not _is_no_one(token):
        return ministers.of_what_is_said(walk, token) or ministers.local(walk, token)
    trade = lemma in nouns("trades") or lemma.endswith("worker")
    if trade and token.tag_ == "NNS" and wills(token) and (union := unions.only_one(walk)):
        return union
    crowd = lemma in nouns("crowds") | nouns("people")
    if token.tag_ == "NNS" and crowd and wills(token):
        words = (lemma, token.lower_)
        return named_so.of_crowd(walk, words) or walk.called(words)
    return ()


def _main_land(walk: Resolver) -> Ids:
    """Of "the state's team" the state that the sentence before is of, not who is told of in it."""

    def rules(heard: Heard) -> bool:
        return heard.main and len(heard.ids) == 1 and walk.entry(heard.ids[0]).type in RULED

    return walk.memory.latest(rules, 1)


_ORGANISED = frozenset({"worker", "striker", "picket", "employee"})


def _holder(walk: Resolver, office: Token) -> Ids:
    """Who holds an office that stands beside the name: "the spokesman, Jon Averin"."""
    near = [child for child in office.children if child.dep_ == "appos"]
    near += [inner for one in near for inner in one.children if inner.dep_ == "appos"]
    near += [office.head] if office.dep_ in {"compound", "appos", "nmod"} else []
    return next((ids for one in near if (ids := walk.person_at(one))), ())


def _is_no_one(office: Token) -> bool:
    """As of "no minister", "every official"."""
    return any(child.lower_ in _NO_ONE for child in office.lefts)


_NO_ONE = frozenset({"no", "any", "every", "each", "another", "other", "former"})


def _is_foreign(office: Token) -> bool:
    """As of "Western officials", "an official of the fund": somebody else's."""
    if any(child.dep_ == "prep" and not remit(child) for child in office.children):
        return True
    names = (one for one in office.lefts if one.text[:1].isupper() and one.dep_ != "det")
    return any(one.is_sent_start or one.lower_ not in _DEPARTMENTS for one in names)


_DEPARTMENTS = nouns("departments") | MINISTRIES  # "a Treasury official"
