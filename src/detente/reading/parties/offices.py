"""For whom somebody speaks: a minister, a spokeswoman, a leader, by what stands beside the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.parsed import Token
from detente.reading.parties import (
    bare,
    beside,
    guessing,
    heading,
    leaders,
    ministers,
    onlookers,
    owners,
    pairs,
    partisans,
    party_leaders,
    posts,
    seats,
)
from detente.reading.parties.cast import RULED, Entry
from detente.reading.parties.memory import Ids
from detente.reading.parties.ministers import unnamed
from detente.reading.parties.names import SEATED, nouns
from detente.reading.parties.remits import is_elsewhere
from detente.reading.syntax import NOMINAL

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_MINISTERS = frozenset({"minister", "premier", "king", "queen", "emir"})


def introduce(walk: Resolver, entry: Entry, token: Token) -> None:
    """Learn from the words beside a person's name what the person is, and for whom."""
    if entry.introduced:
        return
    offices = list(beside.offices_of(walk, entry, token))
    led = party_leaders.of_that_party(walk, offices) or heading.of(walk, entry, token)
    if led is not None:
        entry.introduced = True
        entry.tie(led)
        entry.descriptions |= {office.lower_ for office in offices}
        return
    if (own := partisans.member_of(walk, token)) is not None:
        entry.introduced, entry.offices = True, tuple(offices)
        entry.tie(own)
        return
    known = leaders.party_of(entry.name, walk.cast.entries)
    if posts.was_once(token) or (known and party_leaders.is_of_opposition(token)):
        entry.introduced = entry.is_tied = True  # "Ana Berg, who was prime minister when"
        return
    known = known and (party_leaders.told_of(walk, token, offices, entry.id) or known)
    if not offices:
        if known:
            entry.speaks_for = known
        elif onlookers.studies(token) or onlookers.is_of_learning(walk, token):
            entry.introduced, entry.role, entry.speaks_for = True, "expert", None
        elif entry.speaks_for is None and entry.id not in walk.tying:
            bare.tie(walk, entry, token)
        return
    _introduce_officer(walk, entry, token, offices, known)


def _introduce_officer(
    walk: Resolver, entry: Entry, token: Token, offices: list[Token], known: str | None
) -> None:
    if _is_calling(offices[0]):  # "the guild's chairman, novelist Ana Berg"
        offices = [one for one in offices if one.i < offices[0].i] or offices
    offices = [one for one in offices if one.lower_ not in _RANKS] or offices
    offices = [one for one in offices if one.lower_ not in beside.STYLES] or offices
    offices = [one for one in offices if not _was(one)] or offices
    entry.introduced, entry.offices = True, tuple(offices)
    if led := heading.led_by(walk, token):
        entry.tie(led[0])
        return
    lemmas = {office.lemma_.casefold() for office in offices}
    around = {child.lower_ for one in (*offices, token) for child in one.children}
    before = posts.FORMER & {c.lower_ for one in (offices[0], token) for c in one.children}
    expert = posts.is_expert(offices[0]) and not _CHIEF & around
    ministry = posts.ministry_of(token) if expert else None
    if before and _is_in_it(walk, entry):
        entry.is_tied = True  # a former president who wants something: for himself
        return
    # "the lawyer, who negotiated it"
    past = posts.is_of_law(offices[0]) and onlookers.studies(token)
    if expert and not before and (crowd := bare.of_those(walk, offices[0])):
        entry.tie(crowd[0])  # "Ana Berg, a resident", where residents are a party
        return
    leads = bare.leads_team(token)  # "Prof Ana Berg, who leads the legal team"
    if before or past or (expert and ministry is None and not leads):
        entry.role = "expert"
        return
    if ministry is not None:  # "Sok Vira of the ministry of public works, an engineer"
        owner = walk.owner(ministry) or ministers.local(walk, ministry)
        entry.speaks_for, entry.is_tied = next(iter(owner), None), bool(owner)
        return
    entry.descriptions |= lemmas | {office.lower_ for office in offices}
    if _OPPOSED & around or any(map(_is_out_of_office, offices)):
        entry.is_tied = True
        own = walk.owner(offices[0], entry.id) if _JAILED & around else ()
        entry.speaks_for = next(iter(own or walk.called(_OPPOSED)), None)
        return
    owner = (known,) if known else _behind(walk, offices, token, entry)
    if owner and lemmas & _MINISTERS and _has_none(walk.entry(owner[0])):
        owner = unnamed(walk, offices[0], entry)
    if owner and owner[0] != entry.id:
        entry.speaks_for = owner[0]
        entry.is_tied |= known is not None


def _was(office: Token) -> bool:
    """As of "Norland's negotiator, former minister Ana Berg": what he is now goes first."""
    return any(child.lower_ in posts.FORMER for child in (*office.lefts, *office.head.lefts))


def _has_none(party: Entry) -> bool:
    """Whether a body has no ministers: an alliance, the United Nations."""
    outside = party.role is not None or party.mediates
    return party.type == "alliance" or (party.type == "organisation" and outside)


def _is_in_it(walk: Resolver, entry: Entry) -> bool:
    """Whether a former president has a will of his own in this: he wants or refuses something."""
    verbs = (token.head for token in walk.speeches.get(entry.id, ()) if token.dep_ == "nsubj")
    return any(verb.lemma_ in _WANTING for verb in verbs)


_WANTING = frozenset({"want", "demand", "refuse", "reject", "insist", "vow", "threaten"})


def _is_calling(office: Token) -> bool:
    """Whether it may say what somebody is besides an office: "novelist Ana Berg"."""
    called = posts.is_expert(office) or posts.is_of_law(office)
    return office.dep_ in {"compound", "appos"} and called


_RANKS = frozenset(
    {"general", "colonel", "captain", "major", "admiral", "brigadier", "marshal", "commodore"}
)  # of whoever has an office beside them: "the defence minister, General Baro"
_JAILED = frozenset({"jailed", "imprisoned", "exiled", "detained"})  # "its jailed leader"
_OPPOSED = _JAILED | {"opposition", "dissident", "shadow"}


def _is_out_of_office(office: Token) -> bool:
    """As in "first minister of a government in exile", "Opposition health spokesman"."""
    if any(word.lower_ == "exile" for word in office.subtree):
        return True
    at = office.i - 1 - (office.i > 1 and office.nbor(-1).lower_ in nouns("departments"))
    return at >= 0 and office.doc[at].text == "Opposition"


_CHIEF = frozenset(
    {"chief", "head", "lead", "its", "their", "superintending", "executive", "divisional",
     "municipal", "district"}
)  # fmt: skip


def tie(walk: Resolver, entry: Entry, office: Token) -> None:
    """Learn for whom one speaks who has an office and no name: "the rector" of the parish."""
    if not entry.introduced:
        entry.introduced = True
        owner = owners.by_modifier(walk, office) or owners.by_kind(walk, office, entry)
        entry.speaks_for = next((id_ for id_ in owner if id_ != entry.id), None)


def _behind(walk: Resolver, offices: list[Token], token: Token, entry: Entry) -> Ids:
    """For whom somebody in an office speaks."""
    office = offices[0]
    lemma = office.lemma_.casefold()
    entry.is_tied = True
    if office.pos_ == "VERB" and (lemma not in nouns("roles") or office.dep_ == "relcl"):
        led = heading.headed(walk, office)
        entry.is_tied = bool(led) or not bare.leads_team(token)
        return led
    crowd = owners.of_crowd(walk, office)
    if crowd is not None or lemma in {"counterpart", "number", "colleague"}:
        return crowd if crowd is not None else pairs.counterpart(walk, office)
    named = next((ids for one in offices if (ids := walk.owner(one, entry.id))), ())
    named = named or _employed_by(walk, office) or owners.behind_remits(walk, office)
    owned = any(child.dep_ == "poss" for one in offices for child in one.children)
    if not owned and posts.is_bare(office):  # "foreign ministry spokesman Ana Berg said in Oslo"
        named = seats.said_in(walk, token) or named
    if lemma in nouns("independents"):
        return _of_independent(walk, office, entry, named if owned or _is_one_of(office) else ())
    body: Ids = ()
    if not (owned and named):
        church = lemma in nouns("offices.church")
        body = owners.by_kind(walk, office, entry) if church else owners.by_body(walk, office)
    apposed = walk.owner(token.head, entry.id) if token.dep_ == "appos" else ()
    own = _had_by(walk, entry, token)
    partisan = lemma in _PUBLIC and partisans.is_of_party(walk, token)
    of = () if partisan else walk.owner(token, entry.id)
    told = own or body or named or apposed or of or _whose(walk, token)
    if lemma in _MAYORS and told and _is_whole_state(walk.entry(told[0])):
        return ()  # "the mayor of London"
    entry.is_tied = bool(told) or is_elsewhere(walk, office, entry)
    if not told and posts.is_one_of_many(office):
        entry.is_tied = posts.is_partisan(office)
        return ()
    return told if entry.is_tied else guessing.guessed(walk, offices, token, entry)


def _employed_by(walk: Resolver, office: Token) -> Ids:
    """Of "an organiser with the Sierra Club" the club."""
    advises = office.lemma_.casefold() in _ADVISING  # "an adviser to the president"
    links = {"with", "to"} if advises else {"with"}
    after = (c for c in office.children if c.lower_ in links and c.i == office.i + 1)
    return owners.behind(walk, after)


_ADVISING = frozenset({"adviser", "advisor", "aide", "counsellor", "assistant"})


def _had_by(walk: Resolver, entry: Entry, token: Token) -> Ids:
    """Whose somebody is, be he head of what he may: "Norair's Ana Berg, director of sales"."""
    had = any(child.dep_ == "poss" for child in token.children)
    return walk.owner(token, entry.id) if had else ()


def _of_independent(walk: Resolver, office: Token, entry: Entry, named: Ids) -> Ids:
    """For whom a captain, a bishop or a member of something speaks, if for anybody."""
    lemma = office.lemma_.casefold()
    if lemma in SEATED | {"owner"}:
        named = tuple(id_ for id_ in named if walk.entry(id_).type not in RULED)
    if not named and _is_of_cabinet(office):
        return owners.spoken_of(walk, entry, _has_cabinet, 1)
    club = owners.by_modifier(walk, office) if lemma in _OF_CLUBS else ()
    again = guessing.told_by_one(walk, office) if lemma == "member" else ()
    flock = owners.of_flock(walk, lemma) or ministers.of_district(walk, lemma, entry)
    return named or again or club or flock


def _is_one_of(office: Token) -> bool:
    return office.lemma_.casefold() in _OF_CLUBS or posts.is_of_negotiators(office)


def _is_of_cabinet(office: Token) -> bool:
    """As in "cabinet member for housing", who speaks for his council or government."""
    remit_ = any(child.lower_ == "for" for child in office.children)
    return remit_ and any(child.lower_ in {"cabinet", "committee"} for child in office.lefts)


def _has_cabinet(entry: Entry) -> bool:
    return entry.type in RULED or owners.is_of(entry, "town")


def _is_whole_state(party: Entry) -> bool:
    return party.type == "state" and not ministers.is_new_land(party)


_MAYORS = frozenset({"mayor", "mayoress", "councillor", "councilor", "alderman"})
_PUBLIC = frozenset(
    {"mayor", "mayoress", "governor", "minister", "premier", "president", "chancellor", "prefect"}
)
_OF_CLUBS = frozenset({"captain", "coach", "skipper", "speaker"})


def _whose(walk: Resolver, token: Token) -> Ids:
    """Of "Governor Amadi, whose province has the lithium": the province."""
    for clause in (child for child in token.children if child.dep_ == "relcl"):
        for word in clause.subtree:
            if word.lower_ == "whose" and word.head.pos_ in NOMINAL:
                named = [walk.cast.named.get(one.i) for one in (word.head, *word.head.lefts)]
                found = tuple(id_ for id_ in named if id_) or walk.ids.get(word.head.i, ())
                return walk.followed(found)[:1]
    return ()
