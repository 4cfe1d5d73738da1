"""Frames of force: what was struck, boarded, entered, barred, and by whom."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.arguments import doer, is_passive, object_of, prepositional, things_of
from detente.reading.aspects import is_perfect
from detente.reading.events.cues import THINGS, Cue
from detente.reading.events.fitting import STANDING_IN
from detente.reading.events.participants import parties, within
from detente.reading.events.words import is_of
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.syntax import PLURAL, REFLEXIVE, subject
from detente.reading.wording import words


def _struck(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Struck by arms: a place, a party or people, by a party, rockets or the like."""
    thing, who = object_of(verb), doer(verb)
    if thing is None or is_of(thing, THINGS["DEAL"] | {"plan", "proposal", "decision", "tone"}):
        return False
    if prepositional(verb, "with") and any(
        is_of(t, THINGS["MEASURE"]) for t in prepositional(verb, "with")
    ):
        return False
    armed = is_of(who, THINGS["ARMED"])
    if verb.lemma_ in {"attack", "hit", "target"} and not armed:
        return is_of(thing, _HURT) or (
            verb.lemma_ == "attack" and bool(parties(scene, thing)) and _is_state(scene, who)
        )
    return armed or is_of(thing, _HURT)


def _is_state(scene: Scene, token: Token | None) -> bool:
    found = () if token is None else (scene.by_id.get(party) for party in scene.refers(token))
    return (
        token is not None
        and token.pos_ == "PROPN"
        and any(actor is not None and actor.type in {"state", "faction", "army"} for actor in found)
    )


_HURT = THINGS["PLACE"] | THINGS["FORCE"] | THINGS["CREW"] | THINGS["THING"] | {"plant", "convoy"}


def _hurt(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """As in "a deckhand was killed": whoever it was, but no bill and no hopes."""
    thing = object_of(verb)
    return (
        is_passive(verb)
        and verb.dep_ != "acl"
        and thing is not None
        and thing.pos_ in {"NOUN", "NUM"}
        and not is_of(thing, _NO_BODY)
    )


_NO_BODY = (
    THINGS["LAW"] | THINGS["DEAL"] | THINGS["TALKS"] | THINGS["GOODS"]
    | {"idea", "hope", "project", "scheme", "proposal", "pride", "feeling", "attempt", "effort"}
)  # fmt: skip


def _armed(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return object_of(verb) is not None


def _force(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Done by armed people, or to them."""
    thing = object_of(verb)
    if verb.lemma_ == "charge" and any(prepositional(verb, "with", "over")):
        return False  # "charged three officers with spying"
    hurt = is_of(thing, THINGS["PEOPLE"] | THINGS["FORCE"] | THINGS["PLACE"] | {"crowd"})
    return thing is not None and (
        is_of(doer(verb), THINGS["ARMED"]) or (hurt and bool(within(scene, doer(verb))))
    )


def _sailed(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    who = subject(verb)
    going = any(c.dep_ in {"prep", "dobj", "advmod"} and c.i > verb.i for c in verb.children)
    return going and not is_passive(verb) and is_of(who, THINGS["FORCE"])


def _landed(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return not is_passive(verb) and is_of(subject(verb), THINGS["FORCE"])


def _landed_on(verb: Token, cue: Cue, scene: Scene) -> bool:
    """As in "Marines landed on the island": by troops or a party, no observers."""
    who = subject(verb)
    where = prepositional(verb, "on", "in", "at")
    armed = is_of(who, THINGS["FORCE"]) or bool(parties(scene, who))
    return armed and any(is_of(thing, cue.things) for thing in where)


def _holding(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """As in "has held three villages since April"."""
    since = any(c.lower_ in {"since", "for"} for c in verb.children)
    return is_perfect(verb) and since and not is_passive(verb) and is_of(object_of(verb), _HELD)


_HELD = THINGS["PLACE"] | {"floor", "roof", "room", "yard", "part"}


def _landing(verb: Token, cue: Cue, _scene: Scene) -> bool:
    return not is_passive(verb) and is_of(subject(verb), cue.things)


def _clearing(verb: Token, cue: Cue, _scene: Scene) -> bool:
    """As in "Police cleared the gate": by armed people."""
    return is_of(doer(verb), THINGS["ARMED"]) and is_of(object_of(verb), cue.things)


def _banned(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "A banned B's boats": what is barred is somebody else's."""
    other = {p for thing in things_of(verb) for p in within(scene, thing)}
    actor = parties(scene, doer(verb))
    return bool(actor and other - {*actor}) and not any(
        child.dep_ in {"ccomp", "xcomp"} for child in verb.children
    )


def _leaving(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "the last soldiers left Mali": troops or peacekeepers, a place or a country."""
    thing = object_of(verb)
    return (
        thing is not None
        and not is_passive(verb)
        and is_of(subject(verb), _STATIONED)
        and (is_of(thing, THINGS["PLACE"]) or bool(parties(scene, thing)))
    )


_STATIONED = (
    THINGS["FORCE"] | THINGS["ENVOY"] | words("observer monitor inspector garrison settler")
)


def _barred(verb: Token, cue: Cue, _scene: Scene) -> bool:
    """As in "women sat down across the road": people or boats in the way."""
    who = subject(verb)
    where = prepositional(verb, "across", "on", "in", "outside", "over", "astride", "at")
    if who is None or who.pos_ == "PRON" or is_passive(verb):
        return False
    across = any(t.head.lower_ in {"across", "astride"} for t in where)
    living = who.tag_ in PLURAL and is_of(who, _CROWD)
    before = verb.lemma_ in _GATHERING and any(t.head.lower_ in {"outside", "at"} for t in where)
    return (
        living
        and (across or before or verb.lemma_ in {"camp", "sit", "pitch"})
        and any(is_of(t, cue.things) or t.lower_ in STANDING_IN for t in where)
    )


def _hindered(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "fishermen kept the ships from landing": by somebody, what others were doing."""
    thing, who = object_of(verb), doer(verb)
    doing = any(t.tag_ == "VBG" and t.dep_ == "pcomp" for t in prepositional(verb, "from"))
    if not doing or thing is None or thing.lower_ in REFLEXIVE:
        return False
    return bool(within(scene, who)) or is_of(who, _CROWD | THINGS["ARMED"])


_GATHERING = words("draw pull line gather mass assemble congregate")
_CROWD = THINGS["CREW"] | THINGS["PEOPLE"] | {"family", "protester", "herder", "student", "mother"}


FRAMES: dict[str, Callable[[Token, Cue, Scene], bool]] = {
    "struck": _struck,
    "sailed": _sailed,
    "leaving": _leaving,
    "armed-clearing": _clearing,
    "banned": _banned,
    "armed": _armed,
    "hurt": _hurt,
    "landing": _landing,
    "holding": _holding,
    "landed on": _landed_on,
    "barred": _barred,
    "force": _force,
    "landed": _landed,
    "hindered": _hindered,
}
