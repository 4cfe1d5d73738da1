"""Frames of agreements: what parties settled, together or with one another."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.arguments import is_passive, object_of, prepositional
from detente.reading.events.cues import THINGS, Cue
from detente.reading.events.fitting import acted_on
from detente.reading.events.frames_talks import unable
from detente.reading.events.participants import parties
from detente.reading.events.people import owning
from detente.reading.events.words import is_of
from detente.reading.negation import negative
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.wording import words


def _agreed(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Parties agreed on something; "agreed that it was so" is an opinion."""
    if verb.lemma_ in {"pledge", "undertake", "promise", "commit"}:
        return len(parties(scene, subject(verb))) > 1
    if is_passive(verb) or _is_participle(verb):
        thing = object_of(verb) if is_passive(verb) else subject(verb)
        named = thing is not None and thing.pos_ == "NOUN" and verb.dep_ != "acl"
        return (verb.lemma_ == "agree" and named) or is_of(
            object_of(verb), THINGS["DEAL"] | {"line", "date", "swap", "nothing", "rule"}
        )
    told = [child for child in verb.children if child.dep_ == "ccomp"]
    if told:
        return _is_settled(verb, told, scene)
    if unable(verb):
        return True
    if any(t.lower_ in _IF for t in verb.subtree if t.i > verb.i):
        return False  # "has agreed to mediate if both ask"
    return _agrees_on(verb, scene)


def _agrees_on(verb: Token, scene: Scene) -> bool:
    """As in "agreed on a line", "agreed to swap prisoners"; no "has agreed to wait": one's word."""
    settled = [*prepositional(verb, "on", "to", "upon", "in")]
    infinitive = any(c.dep_ == "xcomp" and c.lemma_ not in _WEIGHING for c in verb.children)
    who = parties(scene, subject(verb)) or owning(scene, subject(verb))
    together = len(who) > 1 or any(True for _ in prepositional(verb, "with"))
    has = any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in verb.children)
    given = infinitive and has and not (together or settled)
    return bool(who) and not given and bool(settled or object_of(verb) or infinitive or together)


_IF = frozenset({"if", "unless", "once", "provided", "providing", "long"})
_WEIGHING = words("consider study examine look think review weigh explore reflect ponder")


def _is_settled(verb: Token, told: list[Token], scene: Scene) -> bool:
    """As in "agreed that A would pay": no opinion, as "agreed that it was so"."""
    ahead = any(c.lower_ in {"would", "will", "should"} for t in told for c in t.children)
    together = len(parties(scene, subject(verb))) > 1 or any(prepositional(verb, "with"))
    return ahead and together


def _is_participle(verb: Token) -> bool:
    """As in "The line, agreed in 1974, left it to them": the parser takes it for the main verb."""
    who = subject(verb)
    lifeless = who is not None and who.pos_ == "NOUN" and not is_of(who, THINGS["OFFICIALS"])
    return lifeless and verb.i > 0 and verb.nbor(-1).text == "," and verb.tag_ == "VBD"


def _together(verb: Token, _cue: Cue, scene: Scene) -> bool:
    return len(parties(scene, subject(verb))) > 1


def _jointly(verb: Token, cue: Cue, scene: Scene) -> bool:
    """As in "The two states drew a line": what several do together."""
    return _together(verb, cue, scene) and acted_on(verb, cue, scene)


def _announced(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "The two governments announced that sovereignty would pass": jointly, what will be."""
    told = [c for c in verb.children if c.dep_ == "ccomp"]
    ahead = any(g.lower_ in {"would", "will"} for c in told for g in c.children)
    return ahead and _together(verb, _cue, scene)


def _unpaid(verb: Token, cue: Cue, scene: Scene) -> bool:
    """As in "has paid no rent since May": what is owed and was not paid."""
    lasting = any(t.lower_ == "since" for t in verb.subtree)
    return lasting and negative(verb) and acted_on(verb, cue, scene)


FRAMES: dict[str, Callable[[Token, Cue, Scene], bool]] = {
    "agreed": _agreed,
    "together": _together,
    "jointly": _jointly,
    "announced": _announced,
    "unpaid": _unpaid,
}
