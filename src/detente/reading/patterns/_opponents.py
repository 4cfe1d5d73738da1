"""Who stands over against whom: to whom a thing is said that names nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from math import exp

from detente.reading import syntax, transcripts
from detente.reading.attribution import Telling
from detente.reading.parsed import Token
from detente.reading.wording import words

_FEW = 1  # who is named no more often than this has no stake
_FEW_OF_ONE = 3  # the same of one who speaks for nobody
_AROUND = 150  # words before a sentence in which a mention still counts for more
_FADES = 20  # words over which a mention loses most of what it counts
_LATELY = 4  # how much more it counts to be named just here
_MANY = 3  # mentions near by that count
_BETWEEN_US = 0.2  # what is left of a go-between as an opponent
_ON_MY_SIDE = 0.1  # the same of an ally
_OF_ONESELF = 0.5  # the same of one who speaks for nobody
_OVER_US = 0.3  # the same of a court, a body of many


def parties_in(telling: Telling, start: int, end: int) -> tuple[str, ...]:
    """The parties named between two tokens, in order."""
    return telling.scene.denoted(start, end)


def is_talk(telling: Telling, verb: Token) -> bool:
    """Of an answer in an interview: whether its sentence tells of none of the others."""
    if not transcripts.is_in_turn(telling, verb):
        return False
    own = telling.voice(verb).holder
    return set(parties_in(telling, verb.sent.start, verb.sent.end)) <= set(own)


def counterpart(
    telling: Telling, token: Token, holder: tuple[str, ...], besides: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The party over against the holder: of those who often are, the one named of late.

    `besides`: who it cannot be. Nobody is over against the two themselves, nor those who say it
    of each other.
    """
    if len(holder) > 1 and ({*telling.scene.pair} <= {*holder} or _is_mutual(token)):
        return ()
    near, most = lately(telling, token), 0.0
    best: tuple[str, ...] = ()
    for party, weight in together(telling, holder).items():
        if weight * (1 + _LATELY * _MANY) <= most:
            break  # nor can any after it
        if party not in besides:
            now = weight * (1 + _LATELY * min(near.get(party, 0.0), _MANY))
            if now > most:
                best, most = (party,), now
    return best


def _is_mutual(verb: Token) -> bool:
    """As of "accuse one another", "blamed each other", "each accusing the other"."""
    things = (one for child in verb.children for one in (child, *child.children))
    return any(one.lower_ in _OTHER and _is_of_two(one) for one in things)


def _is_of_two(other: Token) -> bool:
    """Whether it is the one of two: "each other", "the other", and not "the other ministers"."""
    before = {child.lower_ for child in other.lefts}
    return other.dep_ in {"dobj", "pobj", "nsubj"} and (
        other.lower_ == "another" or bool(before & {"each", "the"})
    )


_OTHER = frozenset({"other", "another"})


def lately(telling: Telling, token: Token) -> defaultdict[str, float]:
    """How much each party is named in the sentence, and, fading, before it."""
    start, found = token.sent.start, defaultdict[str, float](float)
    for place, parties in telling.scene.placed(max(0, start - _AROUND), token.sent.end):
        for party in parties:
            found[party] += exp(min(0, place - start) / _FADES)
    return found


def together(telling: Telling, holder: tuple[str, ...]) -> dict[str, float]:
    """How much each other party stands over against the holder in the text, the most first."""
    known: dict[tuple[str, ...], dict[str, float]] = telling.doc.memory.setdefault("together", {})
    if holder not in known:
        known[holder] = _weighed(telling, holder)
    return known[holder]


def _weighed(telling: Telling, holder: tuple[str, ...]) -> dict[str, float]:
    found: dict[str, float] = dict(mentions(telling))
    beside = _beside(telling)
    for sentence in set[int]().union(*(beside.get(one, ()) for one in holder)):
        for party in telling.scene.peopled[sentence]:
            if party in found:
                found[party] += 1
    shares = _shares(telling)
    found = {party: weight * shares[party] for party, weight in found.items()}
    for party in found.keys() & set(_own(telling, holder)):
        found[party] = 0
    for party in found.keys() & _friends(telling, holder):
        found[party] *= _ON_MY_SIDE
    others = (party for party in found if party not in holder)
    return {party: found[party] for party in sorted(others, key=found.__getitem__, reverse=True)}


@lru_cache(maxsize=2)
def _beside(telling: Telling) -> dict[str, list[int]]:
    """Which sentences name each party."""
    found: dict[str, list[int]] = {}
    for at, named in enumerate(telling.scene.peopled):
        for party in named:
            found.setdefault(party, []).append(at)
    return found


def _own(telling: Telling, holder: tuple[str, ...]) -> Iterator[str]:
    """His own voices, and whom he speaks for himself."""
    known = telling.scene.by_id
    yield from (one.id for one in telling.scene.parties if one.speaks_for in holder)
    yield from (who for one in holder if one in known and (who := known[one].speaks_for))


def _friends(telling: Telling, holder: tuple[str, ...]) -> set[str]:
    pairs = (pair for pair in _allies(telling) if not pair.isdisjoint(holder))
    return {party for pair in pairs for party in pair}


@lru_cache(maxsize=2)
def _shares(telling: Telling) -> dict[str, float]:
    """What of the weight of each party counts against others."""
    return {party: _share(telling, party) for party in mentions(telling)}


def _share(telling: Telling, party: str) -> float:
    actor = telling.scene.by_id.get(party)
    share = _BETWEEN_US if party in go_betweens(telling) else 1.0
    if actor is not None and actor.role == "forum":
        share *= _OVER_US
    if actor is not None and actor.type == "person" and not actor.speaks_for:
        share *= _OF_ONESELF
    return 0.0 if _is_mere_land(telling, party) else share


def _is_mere_land(telling: Telling, party: str) -> bool:
    """As a region that two fought over, and of which no will is told: it stands against nobody."""
    entry = telling.scene.entry(party)
    if entry is None or entry.type != "territory":
        return False
    return not (entry.acts or entry.ruled or _has_voice(telling, party))


def _has_voice(telling: Telling, party: str) -> bool:
    """Whether anybody named speaks for it."""
    return any(one.speaks_for == party for one in telling.scene.parties)


_BACKING = words(
    "back support shelter arm ally aid befriend endorse sponsor protect defend fund finance "
    "bankroll harbour represent second side"
)
_FRIENDS = words("ally patron sponsor backer friend supporter protector proxy client")


@lru_cache(maxsize=2)
def _allies(telling: Telling) -> frozenset[frozenset[str]]:
    """Who is said to stand by whom: "A backs B", "B, armed by A", "A's ally B"."""
    pairs = [_backed(telling, verb) for verb in telling.scene.verbs if verb.lemma_ in _BACKING]
    pairs += [
        (telling.scene.refers(owner), _called(telling, noun))
        for noun in telling.scene.nouns
        if noun.lemma_ in _FRIENDS and (owner := syntax.owner(noun)) is not None
    ]
    return frozenset(
        frozenset({one, other}) for mine, theirs in pairs for one in mine for other in theirs
    )


def _backed(telling: Telling, verb: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    refers = telling.scene.refers
    if syntax.is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        agents = [n for by in syntax.children(verb, "agent") for n in syntax.children(by, "pobj")]
        thing = verb.head if verb.dep_ == "acl" else telling.subject(verb)
        mine = tuple(party for agent in agents for party in refers(agent))
        return mine, refers(thing) if thing is not None else ()
    thing = syntax.first(verb, "dobj")
    return telling.holder(verb), refers(thing) if thing is not None else ()


def _called(telling: Telling, noun: Token) -> tuple[str, ...]:
    """Of whom it is said that he is that: in apposition, or as predicate."""
    other = syntax.first(noun, "appos")
    if noun.dep_ == "appos":
        other = noun.head
    elif noun.dep_ == "attr":
        other = telling.subject(noun.head)
    return telling.scene.refers(other) if other is not None else ()


_BETWEEN = words("mediate broker host facilitate arbitrate verify")
_PUTTING = words("propose suggest")
_LEADING = 2  # the most named are no go-betweens, whatever they propose


@lru_cache(maxsize=2)
def go_betweens(telling: Telling) -> frozenset[str]:
    """Who mediates, hosts or proposes: not the one over against a holder."""
    leading = [party for party, _ in mentions(telling).most_common(_LEADING)]
    return frozenset(
        party
        for token in telling.doc
        if token.pos_ == "VERB" and token.lemma_ in _BETWEEN | _PUTTING
        for party in telling.holder(token)[:1]
        if token.lemma_ in _BETWEEN or party not in leading
    )


def mentions(telling: Telling) -> Counter[str]:
    """How often each party is named in the text."""
    return _count(telling)


def has_a_stake(telling: Telling, party: str) -> bool:
    """Whether mere assertions of this party are positions: it matters in the text."""
    actor = telling.scene.by_id.get(party)
    few = _FEW if actor is None or actor.type != "person" else _FEW_OF_ONE
    return mentions(telling)[party] > few and party not in go_betweens(telling)


@lru_cache(maxsize=2)
def _count(telling: Telling) -> Counter[str]:
    return Counter(
        party
        for token in telling.doc
        if token.pos_ in {"PROPN", "NOUN", "ADJ"}
        for party in telling.scene.refers(token)
    )
