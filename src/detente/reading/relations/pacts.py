"""Who is bound to whom by arms and treaties: weapons given, pacts signed, leagues joined."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from detente.reading.arguments import (
    antecedent,
    conjoined,
    doer,
    is_passive,
    prepositional,
    things_of,
)
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.presence import ARMS
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject
from detente.reading.wording import words

_GIVING = words(
    "promise pledge sell give send lend ship hand offer grant donate supply provide arm furnish "
    "equip deliver transfer export"
)
_AID = words("support backing shelter aid loan credit funding assistance lifeline")


def arms(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has sold B tanks", "A supplies B with rockets", "A ships rockets to B"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    given = [*prepositional(verb, "with"), *things_of(verb)]
    given = [thing for thing in given if is_of(thing, ARMS | _AID) or _is_pact(thing)]
    if not given:
        return
    getting = [c for c in verb.children if c.dep_ in {"dative", "dobj"}]
    getting += [t for each in (verb, *given) for t in prepositional(each, "to")]
    for source in reader.acting(doer(verb)):
        for other in getting:
            for target in reader.sides(other) or reader.named_there(other):
                yield said_in_clause("aligned", source, target, verb)


_GETTING = words("buy order purchase acquire get receive obtain import")


def gets_arms(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has bought howitzers from B"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    things = [t for t in things_of(verb) if is_of(t, ARMS)]
    sellers = [t for each in (verb, *things) for t in prepositional(each, "from")]
    for source in reader.acting(doer(verb)) if things else ():
        for target in (p for t in sellers for p in reader.named_there(t)):
            yield said_in_clause("aligned", source, target, verb)


def allied_by(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A and B signed a defence pact", "A and B share a command"."""
    verb = noun.head
    if reality(verb) != REAL:
        return
    signed = verb.lemma_ in _SIGNING and _is_pact(noun)
    if not signed and not (verb.lemma_ == "share" and noun.lemma_.lower() in _SHARED):
        return
    own = reader.sides(doer(verb))
    others = [*prepositional(verb, "with"), *prepositional(noun, "with")]
    pairs = [(one, two) for one in own for t in others for two in reader.sides(t)]
    for one, two in pairs or pairwise(own):
        yield said_in_clause("aligned", one, two, verb)


def _is_pact(noun: Token) -> bool:
    """Whether a noun is a treaty of friends: "a defence agreement"."""
    before = noun.doc[noun.left_edge.i : noun.i]  # "a military cooperation agreement"
    return noun.lemma_.lower() in _PACTS and any(t.lower_ in _OF_FRIENDS for t in before)


_OF_FRIENDS = words("""
    defence defense military security mutual strategic friendship assistance alliance
    non-aggression arms intelligence""")
_PACTS = words("pact treaty alliance agreement partnership accord")
_SHARED = words("command intelligence base border-guard")
_SIGNING = words("sign have conclude seal share renew form make forge enter ink")


def joined(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A, B and C, joined in an alliance", "A and B, allies in the same bloc"."""
    if any(c.dep_ == "dobj" for c in verb.children) or not any(
        t.lemma_.lower() in LEAGUES for t in prepositional(verb, "in", "under", "by")
    ):
        return
    who = verb.head if verb.dep_ == "acl" else subject(verb) or _before(verb)
    for one, two in combinations(reader.sides(who) if reality(verb) == REAL else (), 2):
        yield said_in_clause("aligned", one, two, verb)


def groups(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "the alliance, which groups A, B and C": a side with the others of its league."""
    own = subject(verb)
    if own is None or reality(verb) != REAL or not _is_league(antecedent(own)):
        return
    members = [
        party
        for thing in (*things_of(verb), *prepositional(verb, "of"))
        for each in conjoined(thing)
        for party in reader.named(each) or reader.mentioned(each)
    ]
    for side in (one for one in members if one in reader.scene.pair):
        for other in (one for one in members if one not in reader.scene.pair):
            yield said_in_clause("aligned", side, other, verb)


def _is_league(noun: Token) -> bool:
    """Whether it is a league, also as the parser takes "the Alliance of Sahel States, which"."""
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return is_of(noun, LEAGUES) or (of and is_of(noun.head.head, LEAGUES))


def _before(verb: Token) -> Token | None:
    """Of "On May 6 A and B, joined in C, …" A: the parser takes it for a part of the date."""
    named = (c for c in verb.doc[verb.sent.start : verb.i] if c.dep_ == "pobj")
    return next((c for c in named if any(d.dep_ == "conj" for d in c.children)), None)


_JOINING = words("join unite group band bind ally league")
_GROUPING = words("group comprise unite link include embrace consist encompass join")
LEAGUES = words("alliance union pact bloc coalition confederation league axis treaty")

WAYS = (
    Way(arms, lemmas=_GIVING),
    Way(gets_arms, lemmas=_GETTING),
    Way(allied_by, lemmas=_PACTS | _SHARED, places=frozenset({"dobj"})),
    Way(joined, lemmas=_JOINING),
    Way(groups, lemmas=_GROUPING),
)
