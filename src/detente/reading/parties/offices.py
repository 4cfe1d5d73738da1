"""For whom somebody speaks: a minister, a spokeswoman, a leader, by what stands beside the name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from detente.reading.grammar import is_part
from detente.reading.page import is_common
from detente.reading.parsed import Token
from detente.reading.parties import bare, leaders, ministers, owners, pairs, partisans, posts
from detente.reading.parties.cast import Entry, is_office, is_title, office_before
from detente.reading.parties.memory import Heard, Ids, departments
from detente.reading.parties.ministers import is_of_state, unnamed
from detente.reading.parties.names import Name, nouns
from detente.reading.parties.rulers import cabinet_of
from detente.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_MINISTERS = frozenset({"minister", "premier", "king", "queen", "emir"})
_SUCCEEDING = frozenset({"succeed", "replace", "take"})
_CHAIN = 6  # words before a name: "the Waro leader Councillor"
_AFTER = 9  # tokens after a name in which an office may stand


def introduce(walk: Resolver, entry: Entry, token: Token) -> None:
    """Learn from the words beside a person's name what the person is, and for whom."""
    if entry.introduced:
        return
    offices = list(_offices(walk, entry, token))
    if (led := _led(walk, entry, token)) is not None:
        entry.introduced, entry.speaks_for, entry.is_tied = True, led, True
        entry.descriptions |= {office.lower_ for office in offices}
        return
    if (own := partisans.member_of(walk, token)) is not None:
        entry.introduced, entry.speaks_for, entry.is_tied = True, own, True
        entry.offices = tuple(offices)
        return
    known = leaders.party_of(entry.name, walk.cast.entries)
    if not offices:
        if known:
            entry.speaks_for = known
        elif bare.studies(token) or bare.is_of_learning(walk, token):
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
    entry.introduced, entry.offices = True, tuple(offices)
    lemmas = {office.lemma_.casefold() for office in offices}
    around = {child.lower_ for one in (*offices, token) for child in one.children}
    before = posts.FORMER & {c.lower_ for one in (offices[0], token) for c in one.children}
    expert = posts.is_expert(offices[0]) and not _CHIEF & around
    ministry = posts.ministry_of(token) if expert else None
    if before and _is_in_it(walk, entry):
        entry.is_tied = True  # a former president who wants something: for himself
        return
    if before or (expert and ministry is None):
        entry.role = "expert"
        return
    if ministry is not None:  # "Sok Vira of the ministry of public works, an engineer"
        owner = walk.owner(ministry) or ministers.local(walk, ministry)
        entry.speaks_for, entry.is_tied = next(iter(owner), None), bool(owner)
        return
    entry.descriptions |= lemmas | {office.lower_ for office in offices}
    if _OPPOSED & around:
        entry.is_tied = True
        entry.speaks_for = next(iter(walk.called(_OPPOSED)), None)
        return
    owner = (known,) if known else _behind(walk, offices, token, entry)
    if owner and lemmas & _MINISTERS and walk.entry(owner[0]).type == "alliance":
        owner = unnamed(walk, offices[0], entry)
    if owner and owner[0] != entry.id:
        entry.speaks_for = owner[0]
        entry.is_tied |= known is not None


def _is_in_it(walk: Resolver, entry: Entry) -> bool:
    """Whether a former president has a will of his own in this: he wants or refuses something."""
    verbs = (token.head for token in walk.speeches.get(entry.id, ()) if token.dep_ == "nsubj")
    return any(verb.lemma_ in _WANTING for verb in verbs)


_WANTING = frozenset({"want", "demand", "refuse", "reject", "insist", "vow", "threaten"})


def _is_calling(office: Token) -> bool:
    """Whether it may say what somebody is besides an office: "novelist Ana Berg"."""
    return office.dep_ in {"compound", "appos"} and posts.is_expert(office)


_RANKS = frozenset(
    {"general", "colonel", "captain", "major", "admiral", "brigadier", "marshal", "commodore"}
)  # of whoever has an office beside them: "the defence minister, General Baro"


_OPPOSED = frozenset({"opposition", "dissident", "exiled", "jailed"})
_CHIEF = frozenset({"chief", "head", "lead", "its", "their"})


def tie(walk: Resolver, entry: Entry, office: Token) -> None:
    """Learn for whom one speaks who has an office and no name: "the rector" of the parish."""
    if not entry.introduced:
        entry.introduced = True
        owner = owners.by_modifier(walk, office) or owners.by_kind(walk, office, entry)
        entry.speaks_for = next((id_ for id_ in owner if id_ != entry.id), None)


def _offices(walk: Resolver, entry: Entry, token: Token) -> Iterator[Token]:
    """The words beside a name that say what a person is, the nearest first."""
    first = token.i
    while first and walk.cast.named.get(first - 1) == entry.id:
        first -= 1
    before = office_before(walk.doc, first) or cabinet_of(walk.doc, Name(first, token.i + 1, ""))
    if before is not None:
        yield before
        return
    near = list(_beside(walk, token, first))
    found = [one for one in near if is_office(one) and _says_more(one)]
    found = found or [one for one in near if _is_somebodys(one, token)]
    yield from found
    if not found and (lead := _heading(token)) is not None:
        yield lead


def _heading(token: Token) -> Token | None:
    """The verb by which somebody is at the head of others: "who chairs the council"."""
    told = (token, *(child for child in token.children if child.dep_ == "appos"))
    heading = [child for noun in told for child in noun.children if child.dep_ == "relcl"]
    heading += [verb for child in heading for verb in child.conjuncts]  # "who farms and chairs it"
    if token.dep_ in SUBJECTS:
        heading += [child for child in token.head.children if child.dep_ in {"advcl", "conj"}]
        heading += [token.head] if token.head.lemma_ in nouns("led") else []
    return next(filter(_is_lead, heading), None)


_ON_BEHALF = frozenset({"speak", "act", "work", "lobby", "campaign", "negotiate"})


def _led(walk: Resolver, entry: Entry, token: Token) -> str | None:
    """At whose head a person is said to be, by a verb: "Commander Abdo, who leads the Column"."""
    verb = _heading(token)
    if verb is None or verb.dep_ not in {"relcl", "conj"} or verb.lemma_ in _SUCCEEDING:
        return None
    return next((id_ for id_ in _headed(walk, verb) if id_ != entry.id), None)


def _is_lead(verb: Token) -> bool:
    if verb.lemma_ in _ON_BEHALF:  # and not "who has spoken with both"
        return any(child.lower_ == "for" for child in verb.children)
    return verb.lemma_ in nouns("heading") | _SUCCEEDING


def _is_somebodys(noun: Token, token: Token) -> bool:
    """Of "the trust's chief nurse, Ana Berg": one of it, whatever he is for it."""
    beside = noun.dep_ == "appos" or token.dep_ == "appos"
    owned = any(child.dep_ == "poss" for child in noun.children)
    own = nouns("inanimate") | nouns("firms") | nouns("bodies") | nouns("own") | _KIN
    return beside and owned and noun.tag_ == "NN" and noun.lemma_.casefold() not in own


_KIN = frozenset(
    {"father", "mother", "wife", "husband", "son", "daughter", "brother", "sister", "uncle", "aunt",
     "widow", "friend", "rival", "critic", "opponent", "enemy", "ally", "predecessor", "successor",
     "neighbour", "neighbor", "cousin", "partner", "challenger", "victim", "capital", "town",
     "niece", "nephew", "grandson", "granddaughter", "grandfather", "grandmother", "descendant",
     "heir", "heiress", "stepson", "stepdaughter", "parent", "spouse", "relative"}
)  # fmt: skip


def _says_more(office: Token) -> bool:
    return not is_title(office) or office.lower_ in nouns("clergy") | {"cllr"}


def _beside(walk: Resolver, token: Token, first: int) -> Iterator[Token]:
    for before in reversed(walk.doc[max(0, first - _CHAIN) : first]):
        if not (is_office(before) or before.text == "-" or before.lower_ in nouns("portfolios")):
            break
        yield before
    yield from (child for child in token.children if child.dep_ in {"appos", "compound", "nmod"})
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":  # "Ana Berg is consul of Norland"
        yield from (child for child in token.head.children if child.dep_ == "attr")
    if token.dep_ == "appos":
        yield token.head
    above = token.head if token.dep_ in {"appos", "compound", "nmod"} else token
    if above.dep_ == "appos" and above != token and above.left_edge.i == above.i:
        yield above.head  # "the guild's chairman, novelist Ana Berg", hung on the novelist
    after = walk.doc[token.i + 1 : token.i + 1 + _AFTER]
    if len(after) and after[0].text == ",":
        yield from (one for one in takewhile(_goes_on, after[1:]) if one.dep_ != "poss")


def _goes_on(token: Token) -> bool:
    """Whether what stands after a name goes on: "a driver and shop steward"."""
    if token.text in ",.":
        return False
    owner = token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS"  # "DirecTV's officer"
    return token.pos_ != "VERB" or owner or (token.tag_ == "VB" and is_office(token.nbor()))


def _behind(walk: Resolver, offices: list[Token], token: Token, entry: Entry) -> Ids:
    """For whom somebody in an office speaks."""
    office = offices[0]
    lemma = office.lemma_.casefold()
    entry.is_tied = True
    if office.pos_ == "VERB" and (lemma not in nouns("roles") or office.dep_ == "relcl"):
        return _headed(walk, office)
    if lemma in {"counterpart", "number", "colleague"}:
        return counterpart(walk, office)
    named = next((ids for one in offices if (ids := walk.owner(one, entry.id))), ())
    owned = any(child.dep_ == "poss" for one in offices for child in one.children)
    if not owned and posts.is_bare(office):  # "foreign ministry spokesman Ana Berg said in Oslo"
        named = walk.said_in(token) or named
    if lemma in nouns("independents"):
        if owned or (named and (lemma in _OF_CLUBS or posts.is_of_negotiators(office))):
            return named
        club = owners.by_modifier(walk, office) if lemma in _OF_CLUBS else ()
        return club or owners.of_flock(walk, lemma)
    body: Ids = ()
    if not (owned and named):
        church = lemma in nouns("offices.church")
        body = owners.by_kind(walk, office, entry) if church else owners.by_body(walk, office)
    apposed = walk.owner(token.head, entry.id) if token.dep_ == "appos" else ()
    of = (
        ()
        if lemma in _PUBLIC and partisans.is_of_party(walk, token)
        else walk.owner(token, entry.id)
    )
    told = body or named or apposed or of or _whose(walk, token)
    entry.is_tied = bool(told) or _is_elsewhere(walk, office, entry)
    if not told and posts.is_one_of_many(office):
        entry.is_tied = posts.is_partisan(office)
        return ()
    return told if entry.is_tied else _guessed(walk, offices, token, entry)


_PUBLIC = frozenset(
    {"mayor", "mayoress", "governor", "minister", "premier", "president", "chancellor", "prefect"}
)
_OF_CLUBS = frozenset({"captain", "coach", "skipper", "speaker"})


def _guessed(walk: Resolver, offices: list[Token], token: Token, entry: Entry) -> Ids:
    """For whom somebody speaks of whose office it isn't told whose it is."""
    just = tuple(id_ for id_ in _just_told(walk, offices[0]) if id_ != entry.id)
    return (
        just
        or walk.said_in(token)
        or (() if _is_told_apart(offices[0]) else walk.memory.in_office(offices[0]))
        or _first(owners.by_modifier(walk, one) for one in offices)
        or _first(owners.by_kind(walk, one, entry) for one in offices if not is_of_state(one))
        or unnamed(walk, offices[0], entry)
    )


def _is_told_apart(office: Token) -> bool:
    """Whether a name before it says whose it is: "Aberdulais mayor Ana Berg"."""
    before = office.nbor(-1) if office.i else office
    known = nouns("portfolios") | nouns("titles") | nouns("roles")
    return before.text.istitle() and before.lower_ not in known and not is_common(before.lower_)


def _just_told(walk: Resolver, office: Token) -> Ids:
    """Of "the minister, Ana Berg", after "its minister said": whose minister that was."""
    again = any(child.lower_ == "the" for child in office.lefts) or office.lower_ == "minister"
    return (
        walk.memory.owner_of(office.lemma_.casefold()) if again and not departments(office) else ()
    )


def _is_elsewhere(walk: Resolver, office: Token, person: Entry) -> bool:
    """Whether it is told of what an office is, and that is no party: "chair of the tasters".

    Not so of "the cabinet of Ana Berg", which is her own.
    """
    told = (
        inner
        for child in office.children
        if child.dep_ == "prep" and child.lower_ in {"of", "for"} - _remitting(office)
        for inner in child.children
        if inner.dep_ == "pobj" and walk.cast.named.get(inner.i) != person.id
    )
    return any(not is_part(one) and not _is_anybody(one) for one in told)


def _remitting(office: Token) -> set[str]:
    """What stands before that for which somebody has an office: "an under-secretary for doctrine".

    Whoever's minister somebody is, "of" and "for" tell of what he is one.
    """
    lemma = office.lemma_.casefold()
    return {"of", "for"} if lemma == "minister" else {"for"} if lemma in _WITH_REMIT else set()


_WITH_REMIT = frozenset({"secretary", "commissioner", "councillor", "councilor", "undersecretary"})


def _is_anybody(noun: Token) -> bool:
    """Whether a noun says only that there is a party: "the group", a department."""
    again = any(child.lower_ == "the" for child in noun.lefts)
    return noun.lower_ in nouns("departments") or (again and noun.lemma_ in nouns("own"))


def _whose(walk: Resolver, token: Token) -> Ids:
    """Of "Governor Amadi, whose province has the lithium": the province."""
    for clause in (child for child in token.children if child.dep_ == "relcl"):
        for word in clause.subtree:
            if word.lower_ == "whose" and word.head.pos_ in {"NOUN", "PROPN"}:
                named = [walk.cast.named.get(one.i) for one in (word.head, *word.head.lefts)]
                found = tuple(id_ for id_ in named if id_) or walk.ids.get(word.head.i, ())
                return walk.followed(found)[:1]
    return ()


def _first(found: Iterator[Ids]) -> Ids:
    return next(filter(None, found), ())


def _headed(walk: Resolver, verb: Token) -> Ids:
    """Of "who heads the grid operator", "who speaks for the council"."""
    if verb.lemma_ in _SUCCEEDING:
        before = (walk.cast.named.get(child.i) for child in verb.subtree)
        return walk.followed(tuple(id_ for id_ in before if id_ and walk.entry(id_).speaks_for))[:1]
    parents = (verb, *(child for child in verb.children if child.lower_ in {"for", "over"}))
    told = (child for parent in parents for child in parent.children)
    objects = [child for child in told if child.dep_ in {"dobj", "attr", "pobj"}]
    found = (walk.of(child) or walk.owner(child) or _taken_up(walk, child) for child in objects)
    return next(filter(None, found), ())


def _taken_up(walk: Resolver, noun: Token) -> Ids:
    """Of "who speaks for it", "for thirty of them": who was spoken of last."""
    inside = (one for child in noun.children if child.lower_ == "of" for one in child.children)
    noun = next(inside, noun)
    if noun.lower_ not in _TAKING_UP:
        return ()
    found = walk.memory.latest(lambda heard: _is_body_of(walk, heard, noun), 1)
    return walk.followed(found)


def _is_body_of(walk: Resolver, heard: Heard, pronoun: Token) -> bool:
    people = heard.plural or walk.entry(heard.ids[0]).type == "group"
    fits = people if pronoun.lower_ == "them" else True
    return heard.subject and fits and not walk.entry(heard.ids[0]).is_person


_TAKING_UP = frozenset({"it", "them"})


def counterpart(walk: Resolver, office: Token) -> Ids:
    """Of "Her counterpart in Norland"; without a name, the other of the two."""
    for child in office.children:
        named = [child] if child.dep_ in {"amod", "compound", "nmod"} else []
        if child.dep_ == "prep":
            named = [one for one in child.children if one.dep_ == "pobj"]
        ids = next((ids for one in named if (ids := walk.owning(one))), ())
        if ids:
            return ids
    own = walk.owner(office)
    return tuple(id_ for id_ in pairs.pair(walk, "side") if id_ not in own)[:1]
