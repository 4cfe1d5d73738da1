"""Frames of talks, agreements and work: who met or agreed, and what came of it."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.arguments import (
    conjoined,
    doer,
    is_passive,
    object_of,
    prepositional,
    things_of,
)
from detente.reading.events.cues import THINGS, UNDONE, Cue
from detente.reading.events.fitting import acted_on
from detente.reading.events.participants import parties, within
from detente.reading.events.words import is_of
from detente.reading.negation import negative
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.syntax import PLURAL, subject
from detente.reading.wording import words

_FALLEN = words("finished over dead closed")


def unable(verb: Token) -> bool:
    """As in "They could not agree", "have not been able to agree", "could not be signed"."""
    able = verb.head if verb.dep_ == "xcomp" and verb.head.lower_ == "able" else None
    if able is not None:
        been = {child.lower_ for child in able.head.children} & {"has", "have", "had", "been"}
        return negative(able.head) and (bool(been) or able.head.tag_ == "VBD")
    could = any(child.dep_ == "aux" and child.lower_ == "could" for child in verb.children)
    if not (could and verb.dep_ in {"ROOT", "conj"} and negative(verb)):
        return False
    if is_passive(verb):
        return True
    who = subject(verb)
    return who is not None and (who.tag_ in PLURAL or len(list(conjoined(who))) > 1)


def _fruitless(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """As in "ended without a result", "closed with nothing to show", "adjourned in acrimony"."""
    empty = any(_is_empty(token) for token in prepositional(verb, "without", "with", "in", "to"))
    return empty and (is_of(moving(verb), _TALKS) or not _inanimate(moving(verb)))


def _is_empty(token: Token) -> bool:
    without = token.head.lower_ == "without"
    if without:
        settling = token.dep_ == "pcomp" and token.lemma_ in _SETTLING
        return settling or is_of(token, THINGS["NOTHING"]) or _so_much_as(token)
    return (
        token.lower_ in {"nothing", "vain"}
        or is_of(token, THINGS["BAD"])
        or (
            any(child.lower_ in {"no", "little"} for child in token.children)
            and is_of(token, THINGS["NOTHING"])
        )
        or (any(c.lower_ == "same" for c in token.children) and token.lemma_ in _OPEN_POINTS)
    )


_OPEN_POINTS = words("point question issue difference gap dispute problem matter row")
_SETTLING = words("""
    agree sign reach settle decide resolve bridge strike secure produce find shake narrow conclude
    close make break get achieve set fix yield adopt seal clinch come move budge touch solve""")


def _so_much_as(token: Token) -> bool:
    """As in "without so much as a handshake"."""
    doc = token.doc
    return doc[token.head.i + 1 : token.head.i + 3].text == "so much"


_TALKS = (
    THINGS["TALKS"]
    | THINGS["WORK"]
    | {
        "committee",
        "commission",
        "panel",
        "forum",
        "dinner",
        "lunch",
        "gathering",
        "attempt",
        "trip",
        "visit",
        "mission",
        "deadline",
        "hour",
        "day",
        "week",
        "month",
        "year",
    }
)


def _inanimate(token: Token | None) -> bool:
    return token is None or (token.pos_ == "NOUN" and not is_of(token, THINGS["OFFICIALS"]))


def moving(verb: Token) -> Token | None:
    """What the clause is of: the subject, of a passive what is acted on."""
    return object_of(verb) if is_passive(verb) else subject(verb)


def _to_nothing(verb: Token, cue: Cue, _scene: Scene) -> bool:
    things = [*things_of(verb), *prepositional(verb, "to", "with")]
    none = any(
        token.lower_ in {"nothing", "nowhere"}
        or any(c.lower_ in {"no", "little", "neither"} for c in token.children)
        for token in things
    )
    who = subject(verb)
    neither = who is not None and any(c.lower_ in {"neither", "no"} for c in who.children)
    return (none or neither) and is_of(who, cue.things)


def _not(verb: Token, cue: Cue, _scene: Scene) -> bool:
    """As in "have never led to an accord", "The experts did not get any further"."""
    managed = verb.dep_ == "xcomp" and negative(verb.head)
    if not (negative(verb) or managed):
        return False
    who = subject(verb)
    tried = is_of(who, _TALKS | _TRYING) or (who is not None and who.tag_ in PLURAL)
    tried = tried or (who is not None and len(list(conjoined(who))) > 1)
    things = [*things_of(verb), *prepositional(verb, "to", "in", "into", "with")]
    return tried and (not cue.things or any(is_of(t, cue.things) for t in things))


_TRYING = words("mediation effort process initiative mission proposal plan contact format")


def _produced(verb: Token, cue: Cue, scene: Scene) -> bool:
    """As in "A second round produced a promise": talks that brought something were held."""
    return (
        is_of(subject(verb), cue.things)
        and object_of(verb) is not None
        and not _to_nothing(verb, cue, scene)
    )


def _unsigned(verb: Token, cue: Cue, _scene: Scene) -> bool:
    state = {child.lower_ for child in verb.children}
    return bool(state & {"unsigned", "unratified"}) and is_of(subject(verb), cue.things)


def _meet(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Parties, or their people, met: no demand or deadline was."""
    who = subject(verb)
    if who is None or is_passive(verb):
        return False
    thing = object_of(verb)
    met = thing is None or bool(_cue.words) or is_of(thing, THINGS["OFFICIALS"])
    met = met or (thing is not None and thing.lower_ in {"them", "him", "her"})
    if not (met or within(scene, thing)):
        return False
    several = len(parties(scene, who)) > 1 or (
        (who.tag_ == "NNS" or who.lower_ in _PAIRS) and is_of(who, THINGS["OFFICIALS"])
    )
    others = prepositional(verb, "with", "to")
    if verb.lemma_ == "call" and any(c.dep_ in {"oprd", "acomp"} for c in verb.children):
        return False  # "a process that both called historic"
    if verb.lemma_ in _TALKING and any(_is_press(t) for t in others):
        return False
    together = several or bool(thing) or bool(others)
    if verb.lemma_ in _TALKING and not together:
        return False
    body = verb.lemma_ in _SITTING and is_of(who, _BODIES_THAT_MEET)
    crowd = is_of(who, _CROWD) and bool(within(scene, thing))  # "Residents met A's officer"
    return body or crowd or is_of(who, THINGS["OFFICIALS"]) or bool(parties(scene, who))


_PAIRS = words("pair duo two both")
_CROWD = THINGS["PEOPLE"] | THINGS["WORKERS"]
_SITTING = words("sit meet convene reconvene assemble")
_BODIES_THAT_MEET = words("commission committee mechanism panel forum commissioners taskforce")
_PRESS = words("""
    editor reporter journalist correspondent journal newspaper paper radio television press agency
    magazine tribune herald times gazette broadcaster media crowd rally supporter audience""")


def _is_press(token: Token) -> bool:
    near = (token, *(c for c in token.children if c.dep_ in {"compound", "poss"}))
    return any(t.lemma_.lower() in _PRESS for t in near)


_TALKING = words("talk speak sit face assemble consult confer")


def _met(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """One party and another: "A made peace with B", "A and B came to blows", "A met B"."""
    who, thing = doer(verb), object_of(verb)
    if any(c.dep_ in {"oprd", "acomp"} for c in verb.children):
        return False  # "a process that both called historic"
    sides = {*within(scene, who)}
    sides |= {p for t in prepositional(verb, "with", "against") for p in within(scene, t)}
    if thing is not None and is_of(thing, THINGS["OFFICIALS"]) | bool(parties(scene, thing)):
        sides |= {*within(scene, thing)}
    return len(sides) > 1 or (who is not None and who.lower_ in _TWO)


_TWO = words("""
    side sides two parties kingdoms countries states nations neighbours neighbors armies navies
    republics clans tribes villages communities factions rivals islands""")


def _hosted(verb: Token, cue: Cue, scene: Scene) -> bool:
    thing = object_of(verb)
    several = thing is not None and thing.tag_ == "NNS" and is_of(thing, THINGS["OFFICIALS"])
    return acted_on(verb, cue, scene) or several or len(parties(scene, thing)) > 1


def _going(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "Spain withdrew from the colony in 1975": a party, out of a place or a body."""
    who = subject(verb)
    some = who is not None and (who.pos_ == "NUM" or is_of(who, _FIRMS))  # "Three have pulled out"
    if object_of(verb) is not None or is_passive(verb) or not (some or parties(scene, who)):
        return False
    return not any(is_of(t, _UNSAID) for t in prepositional(verb, "from"))


_FIRMS = words("firm company contractor consortium investor operator airline insurer bank sponsor")
_UNSAID = words("view statement word remark comment contact limelight sight public")


def _over(verb: Token, cue: Cue, _scene: Scene) -> bool:
    words = {token.lower_ for token in verb.subtree}
    return bool(words & _FALLEN) and any(is_of(token, cue.things) for token in verb.subtree)


def _bodied(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "Norway left the European Union"."""
    if verb.lemma_ == "leave" and prepositional(verb, "with", "without"):
        return False  # "months of shuttling left the body with little to show"
    found = (scene.by_id.get(p) for t in things_of(verb) for p in scene.refers(t))
    return any(actor is not None and actor.type in _BODIES for actor in found)


_BODIES = frozenset({"alliance", "organisation", "union", "body", "bloc", "court", "group"})


def _acting(verb: Token, cue: Cue, scene: Scene) -> bool:
    """As in "A left the pact": by a party; "it left the deal in limbo" is nobody's act."""
    who = doer(verb)
    return acted_on(verb, cue, scene) and bool(parties(scene, who) or is_of(who, _MEMBERS))


_MEMBERS = THINGS["OFFICIALS"] | THINGS["WORKERS"] | THINGS["LAWMAKERS"] | THINGS["FORCE"]


FRAMES: dict[str, Callable[[Token, Cue, Scene], bool]] = {
    "fruitless": _fruitless,
    "to nothing": _to_nothing,
    UNDONE: _not,
    "produced": _produced,
    "unsigned": _unsigned,
    "meet": _meet,
    "hosted": _hosted,
    "party-met": _met,
    "going": _going,
    "over": _over,
    "bodied": _bodied,
    "acting": _acting,
}
