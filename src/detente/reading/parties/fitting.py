"""Whom a definite description fits: "the union", "the government", "the island nation"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.grammar import DEFINITE, OWNING, is_dealt_with, word_before
from detente.reading.parsed import Token
from detente.reading.parties import (
    governments,
    named_so,
    organs,
    owners,
    provinces,
    reported,
    unions,
)
from detente.reading.parties.cast import wills
from detente.reading.parties.gazetteer import state_id
from detente.reading.parties.memory import Heard, Ids, only
from detente.reading.parties.names import nouns, text_of
from detente.reading.parties.rulers import SETTLEMENTS
from detente.reading.syntax import SUBJECTS
from detente.reading.tables import table

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_TYPES_OF = {
    "rebel": ("group",), "movement": ("group",), "militia": ("group",), "insurgent": ("group",),
    "faction": ("group",), "separatist": ("territory", "group", "province"), "fighter": ("group",),
    "region": ("province", "territory"), "province": ("province",), "territory": ("territory",),
    "island": ("province", "territory"), "peninsula": ("province", "territory"),
    "enclave": ("territory", "province"), "archipelago": ("province", "territory"),
    "prefecture": ("province",), "canton": ("province",), "county": ("province",),
    "group": ("group", "company"), "bloc": ("alliance",), "alliance": ("alliance",),
    "club": ("alliance", "organisation"),
    "organisation": ("organisation", "alliance"), "organization": ("organisation", "alliance"),
}  # fmt: skip


_KIND_OF = {"charity": "charity", "rectorate": "university"}  # that by its noun may be meant
_ORGANISED = frozenset({"organisation", "organization"})


def _tells(word: Token) -> bool:
    """Whether a word before a noun says more than that it is known: not of "the organisation"."""
    return word.lower_ not in DEFINITE


_COLONIAL = frozenset({"colonial", "imperial"})


def fitting(walk: Resolver, token: Token, lemma: str) -> Ids:
    """The nearest that a definite description fits."""
    memory = walk.memory
    ruling = bool({lemma, token.lower_} & nouns("government"))
    plural = token.tag_ == "NNS"
    found = reported.of_state(walk, token) if ruling else ()
    if lemma == "army":  # the rebels may call themselves one
        found = found or memory.owner_of(lemma) or memory.with_a_say()
    found = found or provinces.of_level(walk, token)
    found = found or _of_members(walk, token, lemma) or _told_apart(walk, token, lemma)
    found = found or (unions.meant(walk, token) if unions.is_the_one(token) else ())
    found = found or named_so.of_that_name(walk, token, lemma)
    found = found or memory.owner_of(lemma)
    kind = lemma if lemma in nouns("kinds.hospital") else _KIND_OF.get(lemma)
    if kind and not found:
        found = owners.of_kind(walk, {kind})
    if found:
        return found
    if (sort := _sort_of_state(token, lemma)) is not None:
        return memory.among(state_id(code) for code in table("names")[sort]["codes"])
    if lemma in {"regulator", "watchdog"}:
        return memory.by_words(sorted(nouns("regulators")), persons=False)
    if lemma in nouns("unions") and (members := unions.of_trade(walk, token)) is not None:
        return members
    if ruling:
        return _state_of(walk, token)
    before = word_before(token)
    firm = bool({lemma, f"{before} {lemma}"} & nouns("firms")) or lemma.endswith("maker")
    firm &= not any(child.dep_ == "nummod" for child in token.lefts)  # "the eight firms in it"
    # "the private factories" are no one firm
    firm &= not plural or not any(child.dep_ == "amod" for child in token.lefts)
    told = plural if lemma == "club" else lemma in _ORGANISED and any(map(_tells, token.lefts))
    types = ("company",) if firm else () if told else _TYPES_OF.get(lemma, ())
    later = named_so.called_later(walk, token, lemma) or (only_company(walk) if firm else ())
    later = later or (front(walk) if token.lower_ in {"party", "movement"} else ())
    return _larger(walk, memory.of_types(types)) or later or _crowd(walk, token, lemma)


def not_told_of_within(walk: Resolver, token: Token, found: Ids) -> Ids:
    """Of "the larger country, which buys Norland's copra" the other state, as it is not Norland.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Sudmark barred Norland. Norland left. The country, which buys Norland's tin, erred."
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(built.doc[8])
    ('sudmark',)
    """
    clauses = (child for child in token.children if child.dep_ == "relcl")
    within = {walk.cast.named.get(one.i) for clause in clauses for one in clause.subtree}
    if within.isdisjoint(found):
        return found
    others = (one for one in walk.leading if one.has_say and not (one.is_outside or one.role))
    return only(one.id for one in others if one.id not in within)


def _larger(walk: Resolver, lands: Ids) -> Ids:
    """No town, where a region, a county or a province is told of."""
    return tuple(id_ for id_ in lands if not walk.entry(id_).descriptions & SETTLEMENTS)


def _of_members(walk: Resolver, token: Token, lemma: str) -> Ids:
    """Of "the residents' group", which nobody names: the residents, where they are a party."""
    if lemma not in _SOCIETIES or any(
        lemma in one.words | one.descriptions for one in walk.leading
    ):
        return ()
    for child in token.lefts:
        words = {child.lemma_.casefold(), child.lower_}
        if child.tag_ == "NNS" and child.dep_ in OWNING:
            crowds = [one for one in walk.leading if one.type == "group" and not one.is_person]
            return only(one.id for one in crowds if words & (one.words | one.descriptions))
    return ()


_SOCIETIES = frozenset({"group", "association", "committee", "campaign", "lobby", "network"})


def _told_apart(walk: Resolver, token: Token, lemma: str) -> Ids:
    """Of "the skating club", where several are clubs: the one that has the word in its name."""
    marks = {c.lower_ for c in token.lefts if c.dep_ in {"compound", "amod", "nmod"}}
    if not marks or token.tag_ == "NNS":
        return ()
    same = [one for one in walk.leading if lemma in one.words | one.descriptions]
    fits = [one for one in same if marks & (one.words | one.descriptions)]
    return (fits[0].id,) if len(same) > 1 and len(fits) == 1 else ()


def managed(walk: Resolver, token: Token) -> Ids:
    """Of "Aurel's chief executive said that management was ready to talk": the firm told of.

    Only without an article, and of a firm of this sentence or the one before.
    """
    if token.lower_ != "management" or token.children or not wills(token):
        return ()

    def is_firm(heard: Heard) -> bool:
        told = [walk.entry(id_) for id_ in walk.followed(heard.ids)]
        return all(one.type == "company" or named_so.has_staff(one.name) for one in told)

    return walk.followed(walk.memory.latest(is_firm, 1))


def only_company(walk: Resolver) -> Ids:
    """Of "the state oil company", named only later: the one company of the page."""
    return only(entry.id for entry in walk.leading if entry.type == "company")


def front(walk: Resolver) -> Ids:
    """Of "the party", where nobody is called one: the one front, movement or league of the page."""
    return only(one.id for one in walk.leading if named_so.head_of(one.name) in _FRONTS)


_FRONTS = frozenset({"front", "movement", "league", "bloc", "democrats", "greens"})


def _sort_of_state(token: Token, lemma: str) -> str | None:
    """Of "the island nation", "the former colonial power": the table that has them."""
    lefts = {child.lower_ for child in token.lefts}
    if lemma in nouns("ruled") and "island" in lefts:
        return "islands"
    return "colonial" if lemma in nouns("power_words") and lefts & _COLONIAL else None


def _state_of(walk: Resolver, token: Token) -> Ids:
    """Whose "the government" or "the army" is: the nearest state that is no outsider."""
    if "federal" in {child.lower_ for child in token.lefts} and (state := _federal(walk)):
        return state
    if not walk.has_states:
        known = "government" in walk.cast.entries
        acts = wills(token) or token.dep_ in SUBJECTS or _is_called_on(token)
        if token.lower_ == "senate" and owners.of_kind(walk, {"university"}):
            senate = walk.cast.enter("senate", "organisation", token.i)
            senate.surfaces.setdefault("senate", "collective")
            return (senate.id,) if acts else ()
        return (governments.government(walk, token).id,) if acts or known else ()
    if token.dep_ in SUBJECTS | OWNING | {"dobj"} or is_dealt_with(token):
        home = (walk.home,) if walk.home else ()
        return organs.speaking(walk, token, _just_heard(walk) or home or walk.memory.with_a_say())
    return ()


def _is_called_on(token: Token) -> bool:
    """As in "calls on the provincial government to pay", "urged the ministry to step in"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "on" else token.head
    asks = verb.lemma_ in _CALLING and token.dep_ in {"pobj", "dobj"} and verb.i < token.i
    return asks and any(c.tag_ == "VB" and c.i > token.i for c in verb.children)


_CALLING = frozenset({"call", "urge", "ask", "press", "beg", "implore"})


def _federal(walk: Resolver) -> Ids:
    """Of "the federal government": the federal state that was last heard of, else the only one."""
    states = [state_id(code) for code in table("names")["federal"]["codes"]]
    known = [id_ for id_ in states if id_ in walk.cast.entries]
    return walk.memory.among(known) or only(known)


def _just_heard(walk: Resolver) -> Ids:
    """The state with a say that this sentence or the one before told of."""
    states = walk.memory.with_a_say()
    return states if walk.memory.latest(lambda heard: heard.ids == states, 1) else ()


def _crowd(walk: Resolver, token: Token, lemma: str) -> Ids:
    """People or a body without a name, who are a party where they act."""
    people = lemma in nouns("crowds") and token.tag_ == "NNS"
    body = lemma in nouns("bodies") and any(child.dep_ in OWNING for child in token.lefts)
    if body and token.tag_ == "NNS" and lemma in nouns("heads.forum") | nouns("kinds.town"):
        return ()  # "the burnt villages in the west", "the least damaged panels"
    acts = token.dep_ in SUBJECTS if lemma in nouns("heads.forum") else wills(token)
    if not (people or body) or not acts or (people and token.head.lemma_ not in nouns("taking")):
        return ()
    if people and (union := unions.only_one(walk)) and unions.are_of(walk.entry(union[0]), {lemma}):
        return union
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
