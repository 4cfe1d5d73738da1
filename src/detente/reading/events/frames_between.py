"""Frames of going between: who brought others to talk, proposed a way, or offered to."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.arguments import doer, object_of, prepositional, things_of
from detente.reading.events.cues import THINGS, Cue
from detente.reading.events.participants import parties, within
from detente.reading.events.words import forms, is_of
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.wording import words


def _persuaded(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "got the two sides to meet": several, and what they were got to do."""
    whom = object_of(verb)
    several = len(within(scene, whom)) > 1 or (whom is not None and whom.lower_ in _BOTH)
    return several and any(child.dep_ in {"xcomp", "ccomp"} for child in verb.children)


def _sent_to_talk(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "sent its former president to talk to both sides", "asked her to find a way out"."""
    return any(
        c.i > verb.i
        and (set(forms(c)) & _TALKING_TO or (_seeks(c) and not _asks_other(scene, verb)))
        for each in (verb, *verb.children)
        for c in each.children
        if c.dep_ in {"xcomp", "advcl", "acl", "relcl", "ccomp"}
    )


def _asks_other(scene: Scene, verb: Token) -> bool:
    """As in "A asked B to find a way out": one side of the other."""
    pair, asked = {*scene.pair}, {*within(scene, object_of(verb))}
    return bool(asked & pair and {*within(scene, doer(verb))} & pair)


def _seeks(verb: Token) -> bool:
    """As in "to look for a compromise", "to work out a formula": between others."""
    if verb.lemma_ not in _SEEKING:
        return False
    sought = (*things_of(verb), *prepositional(verb, "for", "at"))
    return any(is_of(t, _COMPROMISES | _SOLUTIONS) for t in sought)


_SEEKING = words("look find seek search work draw propose hammer devise suggest thrash")
_SOLUTIONS = words("solution way ground accommodation peace understanding exit")


_TALKING_TO = words("""talk mediate speak listen reconcile negotiate broker arbitrate see sound
    explore revive assess persuade coax""")
_BOTH = frozenset(
    {"them", "sides", "parties", "two", "both", "pair", "leaders", "ministers", "neighbours"}
)


def _suggested(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "Acas has suggested that the old rate be restored": by one who goes between."""
    who = doer(verb)
    found = {*parties(scene, who)}
    unnamed = not found and who is not None and who.pos_ == "NOUN" and is_of(who, _MEDIATORS)
    outside = (bool(found) or unnamed) and not found & {*scene.pair} and len(scene.pair) > 1
    if not outside or verb.dep_ not in {"ROOT", "conj", "relcl"}:
        return False
    text = object_of(verb)
    if verb.lemma_ in _LAYING and not is_of(text, _COMPROMISES | _PLANS):
        return False  # "set a date", "put a question"
    if text is not None and verb.lemma_ != "suggest" and is_of(text, _COMPROMISES):
        return True
    return _goes_between(scene, who, found) and any(
        c.dep_ in {"ccomp", "xcomp", "dobj"} and c.i > verb.i for c in verb.children
    )


_LAYING = words("lay put set place")
_PLANS = nouns("plans") | {"document", "note", "option"}
_COMPROMISES = words("compromise formula roadmap text draft package middle-way settlement truce")


def _goes_between(scene: Scene, who: Token | None, found: set[str]) -> bool:
    named = (scene.by_id.get(party) for party in found)
    if any(one is not None and one.role in {"mediator", "third_party"} for one in named):
        return True
    return is_of(who, _MEDIATORS)


_MEDIATORS = words("""
    mediator conciliator envoy arbitrator facilitator chairman go-between bishop archbishop
    cardinal patriarch priest chaplain imam elder ombudsman intermediary""")


def _retired(verb: Token, cue: Cue, scene: Scene) -> bool:
    """As in "It has called in a former judge", "appointed a retired admiral": to go between."""
    pair, by = {*scene.pair}, {*within(scene, doer(verb))}
    whom = [*things_of(verb), *prepositional(verb, "to", "in")]
    retired = any(
        is_of(t, cue.things) and any(c.lower_ in _FORMER for c in t.children) for t in whom
    )
    office = any(c.lower_ in {"as", "post"} for c in verb.children)
    return retired and not office and (not by or not by & pair or len(by & pair) > 1)


_FORMER = words("former retired ex-president emeritus veteran neutral respected ex-minister")


def _to_both(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "The bishops have met both men separately", "offered both sides a date": by another."""
    who = doer(verb)
    if who is None or len(scene.pair) < 2:  # noqa: PLR2004 - the two sides
        return False
    found = {*within(scene, who)}
    if found & {*scene.pair} or (not found and who.pos_ != "NOUN"):
        return False
    inner = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"}]
    if verb.lemma_ == "ask" and not inner:
        return False  # "asked both sides for their data"
    whom = [*things_of(verb), *(c for c in verb.children if c.dep_ == "dative")]
    whom += prepositional(verb, "with", "to")
    whom += [own for c in inner if (own := subject(c)) is not None and own != who]
    return any(_is_both(scene, t) for t in whom)


def _is_both(scene: Scene, token: Token) -> bool:
    both = any(c.lower_ in {"both", "two", "all"} for c in token.children)
    if both and token.lemma_.lower() in _SIDES:
        return True
    return {*scene.pair} <= {*within(scene, token)}


_SIDES = words("""
    side party man woman leader capital government minister delegation camp faction neighbour team
    president chairman union board council village""")


def _between(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "shuttled between the capitals": between whom, no "between May and June"."""
    by = doer(verb)
    if by is not None and by.pos_ == "NOUN" and not (within(scene, by) or _may_go(by)):
        return False  # "four words stand between them", "stones flew between the two"
    return any(
        bool(within(scene, thing)) or thing.pos_ in {"PRON", "NOUN"}
        for thing in prepositional(verb, "between")
        if thing.lower_ not in _TIMES
    )


def _may_go(noun: Token) -> bool:
    people = THINGS["PEOPLE"] | THINGS["OFFICIALS"] | THINGS["ENVOY"] | THINGS["WORKERS"]
    return is_of(noun, people | _MEDIATORS | _COMERS)


_COMERS = words("""
    minister professor judge chaplain nun monk vicar pastor rabbi sheikh scholar jurist justice
    widow emissary broker mission group church agency embassy commission bank foundation
    organisation organization body institute academy federation committee""")
_TIMES = frozenset({*MONTHS, *WEEKDAYS}) | words("noon midnight dawn dusk meal year hour lunch")


FRAMES: dict[str, Callable[[Token, Cue, Scene], bool]] = {
    "retired": _retired,
    "suggested": _suggested,
    "persuaded": _persuaded,
    "between": _between,
    "to both": _to_both,
    "sent to talk": _sent_to_talk,
}
