"""Whose a thing is, as its holder says or as the narrator tells: "is ours", "belongs to A".

What somebody says of himself is a claim, whatever the words: that a thing is his, was stolen from
him, was built by his fathers, goes by a name of his, or must come back. What the narrator tells is
a control.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import (
    antecedent,
    doer,
    is_passive,
    particle,
    prepositional,
    things_of,
)
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.parties.bodies import is_crowd
from detente.reading.relations import homes
from detente.reading.relations.granted import FOREBEARS, GIVING, MAKING
from detente.reading.relations.homes import BEING, OWN
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.ways import Way, heads
from detente.reading.syntax import SUBJECTS, subject
from detente.reading.things import type_of, whole
from detente.reading.wording import words

_MINE = words("ours mine theirs his hers its")
_BELONGING = words("belong pass revert fall")

_LYING = words("lie form constitute sit count fall locate situate stand")

_OWNED = words("own possess")

_STOLEN = words("""
    steal take seize rob usurp grab lend loan filch plunder loot confiscate snatch detach sever
    excise separate carve hive""")

_TAKEN = words("take seize grab confiscate snatch raise work")
_THEM = words("them it us him her")


def said_of_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The isle is ours, A says", "The wells, A adds, were dug by its grandfathers"."""
    if reality(verb) != REAL and not (_for_ever(verb) or _is_wronged(verb)):
        return
    thing = _owned_thing(verb)
    to_do = any(c.dep_ == "xcomp" for c in verb.children)  # "ours to make"
    if thing is None or to_do or type_of(thing) == "persons" or _are_people(thing):
        return
    voice = reader.voice(verb)
    for holder in voice.holder if not voice.doubted and not voice.asked else ():
        if _is_holders(reader, verb, holder):
            placed = verb.lemma_ in _STOLEN | _TAKEN | homes.LYING - _BELONGING or _is_where(verb)
            found = reader.placed(thing) if placed else reader.owned(thing)
            for target in found:
                yield said_in_clause("claims", holder, target, _said_above(verb))


def _is_where(verb: Token) -> bool:
    """As in "is in our waters": it is only told where it is."""
    said = {"attr", "acomp", "oprd"}
    return verb.lemma_ in BEING and not any(c.dep_ in said for c in verb.children)


def _are_people(thing: Token) -> bool:
    """As "reporters", whom something is only told."""
    return thing.tag_ == "NNS" and is_crowd(thing.lemma_.lower())


def _for_ever(verb: Token) -> bool:
    """As in "was, is and will be ours"."""
    return verb.lemma_ in BEING and any(c.lower_ == "will" for c in verb.children)


def _is_wronged(verb: Token) -> bool:
    """As in "should never have been taken from it": so it was."""
    near = {child.lower_ for child in verb.children}
    return verb.tag_ == "VBN" and "should" in near and "have" in near


def _owned_thing(verb: Token) -> Token | None:
    """What is said to be whose it is: the subject, or what is owned."""
    if verb.lemma_ in _OWNED and not is_passive(verb):
        return next(iter(things_of(verb)), None)
    if verb.lemma_ in _STOLEN | MAKING | GIVING and not is_passive(verb):
        return None
    thing = subject(verb)
    if thing is not None and thing.tag_ == "WDT" and verb.head.dep_ == "relcl":
        return verb.head.head  # "the ridge, which A says is its own"
    return thing


def _said_above(verb: Token) -> Token:
    return verb.head if verb.dep_ == "ccomp" else verb


def _is_holders(reader: Reader, verb: Token, holder: str) -> bool:
    """Whether the clause says that the thing is the holder's."""
    lemma = verb.lemma_
    if lemma in _OWNED | {"hold"}:
        own = not is_passive(verb) and lemma in _OWNED and holder in reader.who(doer(verb))
        return own or _in_trust(reader, verb, holder)
    if lemma in _STOLEN:
        return verb.tag_ == "VBN" and not _is_from_other(reader, verb, holder)
    if lemma in GIVING and any(
        t.lower_ in _THEM or reader.who(t) == (holder,) for t in prepositional(verb, "to")
    ):
        return verb.tag_ == "VBN"
    if lemma in MAKING:
        return any(
            t.lemma_.lower() in FOREBEARS and any(c.lower_ in OWN for c in t.children)
            for t in (*prepositional(verb, "by"), doer(verb))
            if t is not None
        )
    if lemma in _BELONGING and any(reader.who(t) == (holder,) for t in prepositional(verb, "to")):
        return True
    return any(_is_mine(reader, c, holder) for c in verb.children if c.i > verb.i)


def _in_trust(reader: Reader, verb: Token, holder: str) -> bool:
    """As in "is held in trust for it"."""
    trust = any(t.lemma_ == "trust" for t in prepositional(verb, "in"))
    whose = prepositional(verb, "for", "of") if trust else []
    return any(t.lower_ in _THEM or holder in reader.who(t) for t in whose)


def _is_from_other(reader: Reader, verb: Token, holder: str) -> bool:
    named = [p for t in prepositional(verb, "from") for p in reader.who(t)]
    return bool(named) and holder not in named


def _is_mine(reader: Reader, word: Token, holder: str) -> bool:
    """As in "is ours", "is A's soil", "is part of our land", "is A-ish"."""
    if word.dep_ in SUBJECTS:
        return False
    if word.lower_ in _MINE and not any(c.dep_ == "case" for c in word.children):
        return word.dep_ in {"attr", "acomp", "oprd", "nsubj", "dobj"}
    in_place = {"attr", "acomp", "oprd", "prep", "dobj", "agent"}
    return word.dep_ in in_place and homes.is_theirs(reader, word, frozenset({holder}))


def told_as_owned(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The ground belongs to A", "The isles have been A-ish since 1833": by the narrator."""
    thing = subject(verb)
    if thing is None or reality(verb) != REAL or not reader.voice(verb).is_narrator:
        return
    meant = reader.things_head(thing)
    named: tuple[str, ...] = ()
    property_ = [c for c in verb.children if c.dep_ == "attr" and c.lemma_ == "property"]
    if property_:
        named = tuple(p for c in property_ for t in prepositional(c, "of") for p in reader.sides(t))
    elif verb.lemma_ == "belong":
        named = tuple(p for t in prepositional(verb, "to") for p in reader.sides(t))
    elif is_ground(meant):
        states = [c for c in verb.children if c.dep_ in {"acomp", "attr"} and c.i > verb.i]
        adjectives = [c for c in states if c.tag_ in {"JJ", "NNP"} and c.text[:1].isupper()]
        lands = [h for c in states if c.lemma_.lower() in homes.HOME for h in c.children
                 if h.dep_ in {"amod", "poss"} and h.text[:1].isupper()]  # fmt: skip
        theirs = [c for c in states if any(p.dep_ == "case" for p in c.children)]
        named = tuple(p for t in (*adjectives, *lands, *theirs) for p in reader.sides(t))
    for source in named if not _is_league(reader, thing, named) else ():
        for target in reader.owned(thing) if property_ else reader.target("controls", thing):
            yield said_in_clause("controls", source, target, verb)


def _is_league(reader: Reader, thing: Token, named: tuple[str, ...]) -> bool:
    """Whether members belong to it: "the League, to which both towns belong"."""
    actors = [reader.scene.by_id.get(one) for one in named]
    bodies = any(one is not None and one.type in {"alliance", "organisation"} for one in actors)
    return bodies and bool(reader.sides(thing))


def is_ground(thing: Token) -> bool:
    """Whether it is a place, by its name or by its kind."""
    return thing.pos_ == "PROPN" or type_of(whole(thing)) in {"territory", "maritime"}


def deeds(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A holds the title deeds to the theatre", "A has the freehold of the quarry"."""
    verb = noun.head
    if verb.lemma_ not in {"hold", "have", "own"} or reality(verb) != REAL:
        return
    for thing in prepositional(noun, "to", "of", "on", "for"):
        for source in reader.sides(doer(verb)):
            for target in reader.target("controls", thing):
                yield said_in_clause("controls", source, target, verb)


_DEEDS = words("deed freehold lease leasehold keys key concession title tenancy franchise")


def sits_on(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "They have sat on it since", "forty people sleep in the cells": who is there has it."""
    dug_in = verb.lemma_ == "entrench"
    if particle(verb) not in _SITTING or reality(verb) != REAL or (is_passive(verb) and not dug_in):
        return
    long = any(t.lower_ in {"since", "still"} for t in verb.subtree)
    long = long or any(t.lemma_ in _LONG for t in prepositional(verb, "for"))
    who = subject(verb)
    armed = who is not None and is_of(who, _ARMED) and verb.tag_ in {"VBP", "VBZ"}
    if not (long or armed) and verb.lemma_ not in {"squat", "entrench"}:
        return
    for thing in prepositional(verb, "on", "in", "at", "inside"):
        if thing.lemma_.lower() in _PASSAGES:
            continue  # who camps on a road shuts it
        for source in reader.acting(subject(verb)):
            for target in reader.target("controls", thing):
                if target not in reader.scene.by_id:
                    yield said_in_clause("controls", source, target, verb)


_ARMED = words("gendarme soldier marine troop policeman guard ranger paratrooper sailor")
_LONG = words("year decade century generation month")
_PASSAGES = words("""
    track road street lane path bridge gate railway line highway entrance crossing approach drive
    quay runway""")
_SITTING = words("sit squat camp dig_in sleep live entrench")


def took(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "B, which A took in 1974", "won in a war", "rebels took the lower well"."""
    if reality(verb) != REAL or particle(verb) not in _TAKING:
        return
    for thing in things_of(verb):
        if thing.pos_ == "PRON" and thing.lower_ == "it":
            continue  # "took it badly"
        if thing.lemma_.lower() in {"part", "side"}:
            continue  # "took the parish's part"
        if is_ground(reader.things_head(thing)) and not reader.sides(thing):
            for source in reader.acting(doer(verb)):
                for target in reader.target("controls", thing):
                    yield said_in_clause("controls", source, target, verb)


_TAKING = words("take take_in win buy acquire purchase")


def fell_to(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "B, which fell to A in May": it is A's since."""
    thing = subject(verb)
    if reality(verb) != REAL or thing is None or reader.sides(thing):
        return
    for source in (p for t in prepositional(verb, "to") for p in reader.acting(t)):
        for target in reader.target("controls", antecedent(thing)):
            yield said_in_clause("controls", source, target, verb)


def since_then(reader: Reader, word: Token) -> Iterator[Said]:
    """As in "The isle, A-ish since 1931, lies off B": by the narrator."""
    state = word.nbor(-1) if word.i > 1 else word
    comma = state.nbor(-1) if state.i > 1 else state
    thing = state.head if state.dep_ in {"appos", "amod", "acl"} else None
    if thing is None or comma.text != "," or not state.text[:1].isupper() or thing.i > state.i:
        return
    for source in reader.sides(state) if is_ground(thing) else ():
        for target in reader.target("controls", thing):
            yield said_in_phrase("controls", source, target, thing)


WAYS = (
    Way(since_then, words=frozenset({"since"})),
    Way(
        said_of_own,
        lemmas=BEING | _BELONGING | _STOLEN | MAKING | _OWNED | {"hold"} | _LYING | GIVING,
    ),
    Way(told_as_owned, lemmas=BEING | {"belong"}),
    Way(deeds, lemmas=_DEEDS, places=frozenset({"dobj"})),
    Way(sits_on, lemmas=heads(_SITTING)),
    Way(took, lemmas=heads(_TAKING)),
    Way(fell_to, lemmas=frozenset({"fall", "pass"})),
)
