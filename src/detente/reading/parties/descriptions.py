"""Whom a description means: "both sides", "the ministry", "Russian officials", "the rebels"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.reading.grammar import (
    DEFINITE,
    OWNING,
    TOGETHER,
    is_dealt_with,
    is_definite,
    is_part,
)
from detente.reading.parsed import Token
from detente.reading.parties import offices, owners, pronouns
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import RULED, Entry, is_office, wills
from detente.reading.parties.gazetteer import state_id, table
from detente.reading.parties.memory import Ids
from detente.reading.parties.names import head_kind, nouns, text_of
from detente.reading.syntax import SUBJECTS, subject

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

PAIRS = frozenset({"both", "two", "either", "neither", "each", "other"})
_LONE = frozenset({"both", "neither", "either", "each"})
_MUTUAL = frozenset({"side", "party", "neighbour", "neighbor"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_TYPES_OF = {
    "rebel": ("group",), "movement": ("group",), "militia": ("group",), "insurgent": ("group",),
    "faction": ("group",), "separatist": ("territory", "group", "province"), "fighter": ("group",),
    "region": ("province", "territory"), "province": ("province",), "territory": ("territory",),
    "group": ("group",), "bloc": ("alliance",), "alliance": ("alliance",),
    "club": ("alliance", "organisation"),
}  # fmt: skip
_SPEAKING = frozenset(
    {"minister", "secretary", "official", "spokesman", "spokeswoman", "spokesperson", "president",
     "premier", "negotiator", "envoy", "aide", "chancellor", "governor", "mayor", "ministry"}
)  # fmt: skip
_LANDS = frozenset({"country", "nation", "state", "kingdom", "republic", "island", "territory"})
_CALLED = frozenset({"known", "called", "named"})
_COLONIAL = frozenset({"colonial", "imperial"})
_OPPOSITE = frozenset({"neighbour", "neighbor", "rival", "adversary", "foe", "opponent"})
_BREAKAWAY = frozenset(
    {"separatist", "rebel", "breakaway", "self-styled", "secessionist", "self-declared"}
)


def resolve(walk: Resolver, token: Token) -> Ids:
    """Whom the noun phrase headed by a token means, or nobody."""
    lemma = token.lemma_.casefold()
    lefts = {child.lower_ for child in token.lefts}
    if _is_pair(token, lemma, lefts):
        outsiders = _beyond(walk, token)
        both = pronouns.joint(walk) if lemma in _LONE else ()
        both = both or pair(walk, lemma, outsiders)
        return _other_of(walk, both) if "other" in lefts else both
    if token.pos_ not in {"NOUN", "PROPN"}:
        return ()
    if lemma in nouns("pairs") and token.tag_ == "NNS" and (many := _all_of(walk, lemma, lefts)):
        return many
    if lemma in _OPPOSITE and token.tag_ == "NN" and lefts & (_POSSESSIVES | {"the"}):
        return _opposite(walk, token)
    if lemma in nouns("own") and lefts & _POSSESSIVES:
        return _own_to(walk, token, lemma, lefts)
    return (
        (pronouns.told_of(walk, token) if lemma in _LANDS else ())
        or _apposed(walk, token)
        or (_holder(walk, token) if is_office(token) else ())
        or (_part(walk, token, lefts) if is_part(token) else ())
        or _spoken_of(walk, token, lemma)
    )


def _own_to(walk: Resolver, token: Token, lemma: str, lefts: set[str]) -> Ids:
    """Of "their union" the one union, of "its party" whose it is; of "their province" nobody."""
    if lemma in nouns("heads.union") and (union := _union(walk)):
        return union
    theirs = lefts & {"its", "their"} and lemma in nouns("lands")
    return () if theirs else walk.owner(token)


def _part(walk: Resolver, token: Token, lefts: set[str]) -> Ids:
    if lefts & _BREAKAWAY:
        return walk.memory.of_types(("territory", "group", "province"))
    owner = walk.owner(token) or walk.said_in(token)
    if owner:
        walk.memory.own(token, owner)
    return owner


def _spoken_of(walk: Resolver, token: Token, lemma: str) -> Ids:
    if is_definite(token) and (found := fitting(walk, token, lemma)):
        return found
    speaks = wills(token) or (lemma == "minister" and token.dep_ in SUBJECTS)
    if lemma in _SPEAKING and speaks and not _is_foreign(token) and not _is_no_one(token):
        return offices.local(walk, token)
    trade = lemma in nouns("trades") or lemma.endswith("worker")
    if trade and token.tag_ == "NNS" and wills(token) and (union := _union(walk)):
        return union
    crowd = lemma in nouns("crowds") | nouns("people")
    if token.tag_ == "NNS" and crowd and wills(token):
        words = (lemma, token.lower_)
        return walk.memory.by_words(words, persons=False) or walk.called(words)
    return ()


def _holder(walk: Resolver, office: Token) -> Ids:
    """Who holds an office that stands beside the name: "the spokesman, Jon Averin"."""
    near = [child for child in office.children if child.dep_ == "appos"]
    near += [office.head] if office.dep_ in {"compound", "appos", "nmod"} else []
    return next((ids for one in near if (ids := walk.person_at(one))), ())


def _apposed(walk: Resolver, token: Token) -> Ids:
    """Of "the pilots' union, Vuelo" and "the Karu rebels": who is named beside the noun."""
    for child in token.children:
        if child.dep_ == "acl" and child.lower_ in _CALLED:  # "the coalition known as the Front"
            named = (walk.cast.heads.get(one.i) for one in child.subtree)
            if (found := next(filter(None, named), None)) is not None:
                return walk.followed((found[0],))
    if (behind := _named_after(walk, token)) is not None:
        return walk.followed((behind,))
    if token.lemma_.lower() not in _bodies():
        return ()
    for child in token.children:
        near = child.dep_ == "appos" or (
            child.dep_ in {"compound", "nmod"} and child.i + 1 == token.i
        )
        id_, sort = walk.cast.heads.get(child.i, ("", ""))
        if near and sort == "name" and token.lemma_.lower() in walk.entry(id_).descriptions:
            return walk.followed((id_,))
    return ()


def _named_after(walk: Resolver, token: Token) -> str | None:
    """Of "The landlord, Bexley Homes,": who is named behind the comma and is no person."""
    child = next((one for one in token.children if one.dep_ == "appos"), None)
    if child is None or token.tag_ not in {"NN", "NNP"} or child.left_edge.i < token.i + 1:
        return None
    id_, sort = walk.cast.heads.get(child.i, ("", ""))
    told = is_definite(token) or any(one.dep_ == "poss" for one in token.lefts)
    comma = token.doc[child.left_edge.i - 1].text == ","
    if not told or not comma or sort != "name" or walk.entry(id_).is_person:
        return None
    return id_


@cache
def _bodies() -> frozenset[str]:
    return nouns("apposed.companies") | nouns("apposed.bodies") | nouns("apposed.groups")


# Pairs --------------------------------------------------------------------------------------------


def _is_pair(token: Token, lemma: str, lefts: set[str]) -> bool:
    if lemma in nouns("pairs"):
        if lefts & PAIRS:
            return True
        if lemma in _MUTUAL and token.tag_ == "NNS":
            return "the" in lefts and not any(child.dep_ == "prep" for child in token.children)
    if token.lower_ not in _LONE:
        return False
    bare = all(child.dep_ in {"advmod", "punct"} for child in token.children)
    together = token.dep_ == "pobj" and token.head.lower_ in TOGETHER
    asked = token.head.head if token.dep_ in SUBJECTS else token.head
    together = together or (token.dep_ in SUBJECTS | {"dobj"} and asked.lemma_ in _ASKING)
    return bare and (together or wills(token))


_ASKING = nouns("turning") | {"want"}
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "all": 0}


def _all_of(walk: Resolver, lemma: str, lefts: set[str]) -> Ids:
    """Of "The three unions": all that are of the kind, where they are so many."""
    count = next((_COUNTS[word] for word in lefts if word in _COUNTS), None)
    if count is None or (not count and "the" not in lefts):
        return ()
    found = [one.id for one in walk.leading if _is_of_sort(one, lemma)]
    return tuple(found) if len(found) == count or (not count and len(found) > 2) else ()  # noqa: PLR2004


def _is_of_sort(entry: Entry, lemma: str) -> bool:
    if entry.is_person or entry.mediates:
        return False
    if lemma in {"country", "state", "nation", "government"}:
        return entry.type == "state"
    if lemma in nouns("heads.union"):
        return head_kind(entry.name) == "union" or bool(entry.descriptions & {lemma})
    if lemma in nouns("firms"):
        return entry.type == "company"
    return lemma in entry.words | entry.descriptions


def _beyond(walk: Resolver, token: Token) -> Ids:
    """Who turns to the two, and so is neither: "The mayor urged both sides to talk"."""
    clause = token.head if token.dep_ in SUBJECTS else None
    verb = clause.head if clause is not None and clause.dep_ in {"ccomp", "xcomp"} else token.head
    if verb.lemma_ not in _ASKING:
        return ()
    doer = subject(verb)
    return walk.followed(walk.ids.get(doer.i, ())) if doer is not None else ()


def pair(walk: Resolver, lemma: str, but: Ids = ()) -> Ids:
    """The two that the passage is about: the most active, the lately heard before others."""
    score = {
        entry.id: float(entry.weight)
        for entry in walk.leading
        if not entry.is_person and entry.role is None and not entry.mediates
        if entry.id not in but
    }
    states = {id_: weight for id_, weight in score.items() if walk.entry(id_).type in RULED}
    if lemma in nouns("ruled") and len(states) > 1:
        score = states
    for heard in walk.memory.recent(2):
        for id_ in walk.followed(heard.ids):
            if id_ in score:
                score[id_] += 1 + heard.subject
    best = sorted(score, key=lambda id_: (-score[id_], walk.entry(id_).first))[:2]
    return tuple(sorted(best, key=lambda id_: walk.entry(id_).first))


def _is_no_one(office: Token) -> bool:
    """As of "no minister", "every official"."""
    return any(child.lower_ in _NO_ONE for child in office.lefts)


_NO_ONE = frozenset({"no", "any", "every", "each", "another", "other", "former"})


def _is_foreign(office: Token) -> bool:
    """As of "Western officials", "an official of the fund": somebody else's."""
    if any(child.dep_ == "prep" for child in office.children):
        return True
    return any(child.text[:1].isupper() and child.dep_ != "det" for child in office.lefts)


def _other_of(walk: Resolver, both: Ids) -> Ids:
    """Of "The other side": the one of the two who was not just spoken of."""
    here = walk.followed(walk.memory.latest(lambda h: h.subject and len(h.ids) == 1, back=1))
    return tuple(id_ for id_ in both if id_ not in here)


def _opposite(walk: Resolver, token: Token) -> Ids:
    """Of "its neighbour": the other of the two."""
    own = walk.owner(token) or walk.followed(
        walk.memory.latest(lambda h: h.subject and len(h.ids) == 1, back=1)
    )
    both = pair(walk, "neighbour")
    return tuple(id_ for id_ in both if id_ not in own) if own and own[0] in both else ()


# Definite descriptions ----------------------------------------------------------------------------


def fitting(walk: Resolver, token: Token, lemma: str) -> Ids:
    """The nearest that a definite description fits."""
    memory = walk.memory
    plural = token.tag_ == "NNS"
    # the rebels may call themselves an army
    found = memory.with_a_say() if lemma == "army" else ()
    found = found or _told_apart(walk, token, lemma)
    found = found or memory.by_words((lemma, token.lower_), persons=not plural)
    found = found or memory.owner_of(lemma)
    if not found and lemma in nouns("kinds.hospital") | {"charity"}:
        found = owners.of_kind(walk, {lemma})
    if found:
        return found
    if (sort := _sort_of_state(token, lemma)) is not None:
        return memory.among(state_id(code) for code in table("names")[sort]["codes"])
    if lemma in {"regulator", "watchdog"}:
        return memory.by_words(sorted(nouns("regulators")), persons=False)
    if lemma in nouns("unions"):
        marked = any(child.dep_ in OWNING for child in token.lefts)
        union = memory.by_words(sorted(nouns("heads.union")), persons=False)
        if not marked:
            return union
        if len(only := _union(walk)) == 1 and _may_be_of_trade(walk.entry(only[0]), token):
            return only  # "the dockers' union" of a Workers' Union
    if {lemma, token.lower_} & nouns("government"):
        return _state_of(walk, token)
    firm = lemma in nouns("firms") or lemma.endswith("maker")
    types = ("company",) if firm else _TYPES_OF.get("" if plural and lemma == "club" else lemma, ())
    later = walk.called((lemma, token.lower_)) or (_only_company(walk) if firm else ())
    return memory.of_types(types) or later or _crowd(walk, token, lemma)


def _told_apart(walk: Resolver, token: Token, lemma: str) -> Ids:
    """Of "the skating club", where several are clubs: the one that has the word in its name."""
    marks = {c.lower_ for c in token.lefts if c.dep_ in {"compound", "amod", "nmod"}}
    if not marks or token.tag_ == "NNS":
        return ()
    same = [one for one in walk.leading if lemma in one.words | one.descriptions]
    fits = [one for one in same if marks & (one.words | one.descriptions)]
    return (fits[0].id,) if len(same) > 1 and len(fits) == 1 else ()


def _only_company(walk: Resolver) -> Ids:
    """Of "the state oil company", named only later: the one company of the page."""
    found = [entry.id for entry in walk.leading if entry.type == "company"]
    return tuple(found) if len(found) == 1 else ()


def _union(walk: Resolver) -> Ids:
    """Whose members workers are: of the one union of the page."""
    found = [
        one.id
        for one in walk.leading
        if head_kind(one.name) == "union" or one.descriptions & nouns("heads.union")
    ]
    return tuple(found) if len(found) == 1 else ()


def _may_be_of_trade(entry: Entry, union: Token) -> bool:
    """Whether the "drivers' union" may go by a name, and that is not of passengers."""
    marks = {word for child in union.lefts for word in (child.lower_, child.lemma_.lower())}
    trades = {word.rstrip("s'’") for word in entry.words} - _ANY_TRADE
    told = {word for word in trades if is_crowd(word)}
    return not told or bool(told & marks)


_ANY_TRADE = frozenset({"worker", "employee", "member", "staff", "labour", "labor"})


def _sort_of_state(token: Token, lemma: str) -> str | None:
    """Of "the island nation", "the former colonial power": the table that has them."""
    lefts = {child.lower_ for child in token.lefts}
    if lemma in nouns("ruled") and "island" in lefts:
        return "islands"
    return "colonial" if lemma in nouns("power_words") and lefts & _COLONIAL else None


def _state_of(walk: Resolver, token: Token) -> Ids:
    """Whose "the government" or "the army" is: the nearest state that is no outsider."""
    if not walk.has_states:
        known = "government" in walk.cast.entries
        return (walk.government(token).id,) if wills(token) or known else ()
    if token.dep_ in SUBJECTS | OWNING | {"dobj"} or is_dealt_with(token):
        return walk.memory.with_a_say()
    return ()


def _crowd(walk: Resolver, token: Token, lemma: str) -> Ids:
    """People or a body without a name, who are a party where they act."""
    people = lemma in nouns("crowds") and token.tag_ == "NNS"
    body = lemma in nouns("bodies") and any(child.dep_ in OWNING for child in token.lefts)
    acts = token.dep_ in SUBJECTS if lemma in nouns("heads.forum") else wills(token)
    if not (people or body) or not acts or (people and token.head.lemma_ not in nouns("taking")):
        return ()
    text = _phrase(token)
    entry = walk.cast.enter(text, "organisation" if body else "group", token.i)
    entry.surfaces.setdefault(text, "collective")
    entry.descriptions.add(lemma)
    return (entry.id,)


def _phrase(token: Token) -> str:
    """The phrase without its article, with "of", "in" or "from" and what follows it."""
    start, end = token.left_edge.i, token.i
    while start < token.i and token.doc[start].lower_ in DEFINITE:
        start += 1
    for child in token.rights:
        if child.i == token.i + 1 and child.lower_ in {"of", "in", "from"}:
            end = next((one.i for one in child.children if one.dep_ == "pobj"), end)
    return text_of(token.doc, start, end + 1)
