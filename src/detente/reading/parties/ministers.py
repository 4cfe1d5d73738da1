"""Whose minister, governor or spokesman somebody is of whom the text does not say it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.reading.grammar import shortly_before, word_before
from detente.reading.parsed import Token
from detente.reading.parties import governments, organs, owners, provinces
from detente.reading.parties.cast import RULED, Entry
from detente.reading.parties.gazetteer import state_id, territories
from detente.reading.parties.leanings import leanings
from detente.reading.parties.memory import Heard, Ids, departments, only
from detente.reading.parties.names import nouns
from detente.reading.tables import table

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_LOCAL = frozenset({"governor", "mayor", "prefect"})
_GOVERNING = nouns("rulers_of_states") - {"president"}
_CABINET = frozenset({"minister", "secretary"})
_LOCAL_KINDS = frozenset({"town", "church", "school"})  # of which somebody of another is not
_SOCIAL = frozenset({"branch", "club", "shop", "works", "chapter", "lodge"})  # no state has such
_BACK = 2  # sentences back to the state whose minister somebody may be


def unnamed(walk: Resolver, office: Token, entry: Entry) -> Ids:
    """Whose minister or spokesman it is that the text does not say: who was just spoken of."""
    return _of_federation(walk, office, entry) or _spoken_of(walk, office, entry)


def _spoken_of(walk: Resolver, office: Token, entry: Entry) -> Ids:
    around = {office.lower_, *(child.lower_ for child in office.lefts)}
    of_state = bool(departments(office)) and (
        walk.has_states or office.lemma_.casefold() in _CABINET
    )
    governs = bool((_RULING | provinces.GOVERNMENTS) & around) or of_state or is_of_state(office)
    kinds = owners.kinds_of(office)
    rules = office.text == "Chancellor" and not any(owners.is_of(e, "school") for e in walk.leading)
    if kinds and set(kinds) <= _LOCAL_KINDS and not rules:
        return ()
    if around & _SOCIAL and not {"director", "manager"} & around:
        return owners.spoken_of(walk, entry, _is_society)
    if not governs and office.lemma_.casefold() not in nouns("rulers"):
        return owners.spoken_of(walk, entry, _anybody)
    if office.lemma_.casefold() in _LOCAL:
        return _local_ruler(walk, office, entry)
    ruling = office.lemma_.casefold() in _GOVERNING or bool(departments(office))
    ruling = ruling or is_of_state(office)
    near = () if ruling else owners.spoken_of(walk, entry, _anybody)
    if not walk.has_states:
        heads = heads_government(office, entry) or is_of_state(office)
        return near if near and not heads else (governments.government(walk).id,)
    states = [one for one in walk.cast.entries.values() if one.type == "state"]
    ruled = _is_state_entry if states else _is_province
    return (
        (() if ruling or governs else _of_body(walk, office))
        or provinces.of_part(walk, office, states)
        or _governed(walk, entry)
        or owners.spoken_of(walk, entry, ruled, 1)
        or only(one.id for one in states if one.has_say)
        or only(one.id for one in states if not one.is_outside)
    )


def _local_ruler(walk: Resolver, office: Token, entry: Entry) -> Ids:
    """Whose governor or mayor it is: of a province, if there is one."""
    found = owners.spoken_of(walk, entry, _is_province, 1) or provinces.only_one(walk)
    if not found and office.lower_ == "governor":
        found = owners.spoken_of(walk, entry, is_new_land) or provinces.foremost(walk)
    return found or of_district(walk, office.lower_, entry)


def of_district(walk: Resolver, office: str, entry: Entry) -> Ids:
    """Of a prefect or a governor the county government, or the like, that was told of last."""
    if office not in _LOCAL - {"mayor"}:
        return ()
    return owners.spoken_of(walk, entry, _is_local_government)


def _of_federation(walk: Resolver, office: Token, entry: Entry) -> Ids:
    """Whose "Chief Minister" and "Union Home Minister" are: a state's of a federation, and its."""
    if _is_of_province(office):
        return _province(walk, office, entry)
    return _federal(walk) if _is_of_union(walk, office) else ()


def _is_of_province(office: Token) -> bool:
    """Whether only a part of a state has such a minister: "Chief Minister", "First Minister"."""
    return office.lemma_.casefold() == "minister" and word_before(office) in {"chief", "first"}


def _province(walk: Resolver, office: Token, entry: Entry) -> Ids:
    """The province that was told of last, if only as the place: "In Assam, where ..."."""
    if found := owners.spoken_of(walk, entry, _is_province, 1):
        return found
    for token in reversed(shortly_before(office)):
        id_ = walk.cast.named.get(token.i, "")
        if id_ in walk.cast.entries and walk.entry(id_).type == "province":
            return (id_,)
    return provinces.only_one(walk)


def _is_of_union(walk: Resolver, office: Token) -> bool:
    """As "Union Home Minister": of the federal state, and of none of its states.

    Not so a minister of the European Union, or a secretary of a workers' union.
    """
    minister = office.lemma_.casefold() == "minister" or bool(departments(office))
    near = walk.doc[max(office.sent.start, office.i - _NEAR) : office.i] if minister else ()
    return any(one.text == "Union" and one.i not in walk.cast.named for one in near)


def _federal(walk: Resolver) -> Ids:
    """The one federal state of the page."""
    states = {state_id(code) for code in table("names")["federal"]["codes"]}
    return only(one for one in walk.cast.entries if one in states)


_NEAR = 4  # words before an office


def _of_body(walk: Resolver, office: Token) -> Ids:
    """Of "The league was never asked. A spokesman said so" the league: any body may have one."""
    if office.lemma_.casefold() not in _OF_BODIES:
        return ()
    told = walk.memory.latest(lambda heard: heard.main, back=1)
    one = walk.entry(told[0]) if len(told) == 1 else None
    if one is None or one.is_person or one.type in RULED or one.role is not None:
        return ()
    return () if one.speaks_for or one.mediates else told


_OF_BODIES = frozenset({"spokesman", "spokeswoman", "spokesperson", "secretary"})


def is_of_state(office: Token) -> bool:
    """Whether an office is a government's, of whatever else there are such: "army spokesman"."""
    before = [token.lower_ for token in office.doc[max(0, office.i - 2) : office.i]]
    cabinet = office.lemma_.casefold() == "secretary" and before[-1:] == ["state"]
    spoken = office.lower_ in _SPOKEN or before[-1:] in _SPOKEN_BEFORE
    return cabinet or (spoken and not _FORCES.isdisjoint(before))


def heads_government(office: Token, entry: Entry) -> bool:
    """Of "the government of President Ana Berg", "President Ana Berg's government"."""
    if office.lower_ in provinces.GOVERNMENTS:
        return True
    if any(
        t.dep_ == "poss" and t.head.lower_ in provinces.GOVERNMENTS for t in (office, office.head)
    ):
        return True
    name = next((t for t in (office, office.head) if t.dep_ == "pobj"), None)
    if name is None or name.head.lower_ != "of":
        return False
    return name.head.head.lower_ in provinces.GOVERNMENTS and name.text in {
        office.text,
        *entry.name.split(),
    }


_FORCES = frozenset({"army", "military", "navy"})
_SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "chief", "commander"})
_SPOKEN_BEFORE = [[word] for word in sorted(_SPOKEN)]
_RULING = frozenset({"government"}) | _FORCES
_HOME = 1.5  # what speaks for the state that the article is written from, where none is told of
_HOME_TOLD = 0.4  # the same where one is
_PROMINENT = 0.5  # what speaks for the state of which the text makes most
_LEAST = 0.4  # less than that is no evidence


def _governed(walk: Resolver, entry: Entry) -> Ids:
    """Whose minister somebody is: of the state of which the passage tells, or one's own.

    How much the text makes of a state counts, and what it has the minister say, and to whom.
    """
    score: dict[str, float] = {}
    told = False
    for rank, heard in enumerate(walk.memory.recent(_BACK)):
        for id_ in walk.followed(heard.ids):
            one = walk.entry(id_)
            aside = one.is_outside and not heard.subject  # "the Canadian miner"
            if one.type == "state" and one.role is None and not aside:
                near = _BACK - (walk.memory.sentence - heard.sentence)
                gain = (near + heard.subject) / 2 + heard.main - rank / 20
                score[id_] = max(score.get(id_, 0.0), gain)
                told = told or (heard.main and near > 0)
    for id_, gain in leanings(walk, entry).items():
        if walk.entry(id_).type == "state":
            score[id_] = score.get(id_, 0.0) + gain
    if walk.home:
        score[walk.home] = score.get(walk.home, 0.0) + (_HOME_TOLD if told else _HOME)
    most = max((walk.entry(id_).weight for id_ in score), default=1) or 1
    for id_ in score:
        score[id_] += _PROMINENT * walk.entry(id_).weight / most
    best = max(score, key=lambda id_: score[id_], default=None)
    return (best,) if best is not None and score[best] >= _LEAST else ()


def local(walk: Resolver, office: Token) -> Ids:
    """Whose "the minister" or "a senior official" is: of whom the passage was just speaking."""
    lemma = office.lemma_.casefold()
    if lemma in _LOCAL:
        return owners.spoken_of(walk, None, _is_province, 1)
    if lemma in nouns("rulers") | {"official", "ministry", "aide"} and walk.has_states:
        states = walk.memory.latest(lambda heard: heard.main and _is_state(walk, heard), 1)
        known = walk.memory.in_office(office) if departments(office) else ()
        found = known or walk.followed(states)[:1] or walk.memory.with_a_say()
        towns = any(walk.entry(id_).descriptions & _WITHOUT for id_ in found)
        return () if lemma == "ministry" and towns else organs.speaking(walk, office, found)
    if lemma == "minister" or (lemma in _CABINET and departments(office)):
        return (governments.government(walk, office).id,)
    if found := owners.by_kind(walk, office, None):
        return found
    if _is_of_some_body(office):
        return owners.by_modifier(walk, office)
    return owners.spoken_of(walk, None, _anybody)


def of_what_is_said(walk: Resolver, office: Token) -> Ids:
    """Of "It could accept less, a senior official said": whoever "it" is."""
    says = office.head
    said = [says.head] if says.dep_ == "parataxis" else [c for c in says.lefts if c.dep_ == "ccomp"]
    does = (one for clause in said for one in clause.lefts if one.dep_ == "nsubj")
    return next((walk.ids.get(one.i, ()) for one in does if one.lower_ == "it"), ())


_WITHOUT = frozenset({"municipality", "town", "city", "village", "county", "district", "parish"})


def _is_of_some_body(office: Token) -> bool:
    """As "a treasury spokesman", "tourism officials": theirs whose noun stands before it."""
    near = [child for child in office.lefts if child.dep_ == "compound"]
    return any(one.tag_ in {"NN", "NNS"} and one.lower_ not in _OF_ANY for one in near)


_OF_ANY = frozenset(
    {"press", "media", "chief", "deputy", "government", "police", "army", "navy", "military",
     "peace", "field", "site", "party", "vice", "communications"}
)  # fmt: skip


def _is_state(walk: Resolver, heard: Heard) -> bool:
    entry = walk.entry(walk.followed(heard.ids)[0])
    return entry.type == "state" and not entry.is_outside


def _anybody(_: Entry) -> bool:
    return True


def _is_society(entry: Entry) -> bool:
    return entry.type not in RULED


def _is_province(entry: Entry) -> bool:
    return entry.type == "province"


def _is_local_government(entry: Entry) -> bool:
    """As "the county government", "the prefecture": of no land that is named."""
    return entry.type not in RULED and not _OF_DISTRICTS.isdisjoint(entry.words)


_OF_DISTRICTS = frozenset(
    {"government", "county", "prefecture", "region", "province", "department", "district", "state",
     "island", "territory", "canton"}
)  # fmt: skip


def is_new_land(entry: Entry) -> bool:
    """Whether it is a land that no table knows, and so may well be a part of one."""
    return entry.type in RULED and entry.id not in _known_states()


@cache
def _known_states() -> frozenset[str]:
    return frozenset(map(state_id, territories()))


def _is_state_entry(entry: Entry) -> bool:
    return entry.type == "state" and not entry.is_outside
