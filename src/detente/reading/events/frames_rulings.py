"""Frames of decisions: by courts, parliaments, lists and letters."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.arguments import (
    doer,
    is_passive,
    object_of,
    prepositional,
)
from detente.reading.events.cues import THINGS, Cue
from detente.reading.events.refusals import VOTING, by_votes
from detente.reading.events.words import forms, is_of
from detente.reading.parsed import Token
from detente.reading.periods import MONTHS
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.wording import words

_VOID = words("null void unconstitutional invalid illegal unlawful unfounded inadmissible")


def _null(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(child.lower_ in _VOID for child in verb.subtree)


def is_judge(scene: Scene, token: Token | None) -> bool:
    """A court, by what it is called or as "it"."""
    if token is None or token.pos_ == "NOUN":
        return is_of(token, THINGS["JUDGES"])
    found = (scene.by_id.get(party) for party in scene.refers(token))
    return any(
        one is not None and (one.role == "forum" or bool({*one.name.lower().split()} & _COURTS))
        for one in found
    )


_COURTS = frozenset({"court", "tribunal", "panel", "arbitrators", "judge", "ombudsman"})


def _ruled(verb: Token, cue: Cue, scene: Scene) -> bool:
    if any(child.dep_ == "prt" for child in verb.children):
        return False
    return (
        is_judge(scene, doer(verb))
        or is_of(doer(verb), THINGS["JUDGES"] | _FINDERS)
        or (verb.lemma_ == "rule" and _is_ruler(scene, verb))
        or (is_passive(verb) and _null(verb, cue, scene))
    )


_FINDERS = words("""
    prosecutor inquiry inquest coroner audit investigator examiner reviewer jurist rapporteur
    assessor arbitration""")


def _is_ruler(scene: Scene, verb: Token) -> bool:
    """As in "FIFA ruled that Norland could not take part"."""
    found = (scene.by_id.get(party) for party in scene.refers(by)) if (by := doer(verb)) else ()
    told = any(c.dep_ == "ccomp" for c in verb.children)
    return told and any(one is not None and one.type == "organisation" for one in found)


def _motion(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(token.lower_ in {"motion", "train"} for token in prepositional(verb, "in"))


def _settled(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(child.dep_ == "xcomp" for child in verb.children) or bool(
        prepositional(verb, "on", "against")
    )


def _voted(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return subject(verb) is not None


_LEADING_IN = words(
    "drill dredge build survey mine pump log fish test construct dig fell demolish "
    "fill excavate lay clear evict deport deliver ship enrich exhume extract flood hire recruit "
    "issue jam tow load withdraw deploy arrest detain"
)


def _begins(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """As in "began dredging the channel", "started to fill it", "began a stage of filling"."""
    stage = object_of(verb)
    if stage is not None and stage.lemma_ in {"stage", "phase", "work", "campaign", "programme"}:
        return any(set(forms(t)) & _LEADING_IN for t in prepositional(stage, "of"))
    return any(
        c.dep_ in {"xcomp", "dobj", "ccomp"} and set(forms(c)) & _LEADING_IN for c in verb.children
    )


def _listed(verb: Token, cue: Cue, _scene: Scene) -> bool:
    """Put on a sanctions list, a blacklist: no other list."""
    return any(
        is_of(thing, cue.things)
        and (
            thing.lower_ == "blacklist" or "anction" in thing.doc[thing.left_edge.i : thing.i].text
        )
        for thing in prepositional(verb, "on", "to")
    )


def _courtly(verb: Token, _cue: Cue, scene: Scene) -> bool:
    judge = is_of(doer(verb), THINGS["JUDGES"]) or is_judge(scene, doer(verb))
    return judge and any(
        (c.dep_ not in {"ccomp", "punct"} and c.i > verb.i) or c.dep_ == "nsubjpass"
        for c in verb.children
    )


def _court_told(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "A judge told the company to reinstate them"."""
    judge = is_of(doer(verb), THINGS["JUDGES"]) or is_judge(scene, doer(verb))
    return judge and any(c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VB" for c in verb.children)


def is_resolution(verb: Token) -> bool:
    """As in "The General Assembly called on Norland to return it": what an assembly resolves.

    And so in "demanded that it leave", "condemned the annexation".
    """
    upon = any(c.dep_ == "prep" and c.lower_ in {"on", "upon"} for c in verb.children)
    if verb.lemma_ != "call" and not is_of(doer(verb), _PARLIAMENTS):
        return False
    if verb.lemma_ != "call":
        judged = verb.lemma_ in {"condemn", "deplore"} and by_votes(verb)
        upon = judged or any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children)
    return upon and verb.tag_ in {"VBD", "VBN"} and is_of(doer(verb), _RESOLVING)


_PARLIAMENTS = words("assembly parliament senate congress legislature")
_RESOLVING = words("assembly parliament senate congress synod")


def _resolved(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return is_resolution(verb)


def _instructed(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "The ministry directed universities to take attendance": an order of those who may."""
    told = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VB"]
    if not told or verb.tag_ not in {"VBD", "VBN"} or is_passive(verb):
        return False
    found = (scene.by_id.get(party) for party in scene.refers(by)) if (by := doer(verb)) else ()
    ruling = any(one is not None and one.type in _RULING for one in found)
    return ruling or is_of(by, VOTING | _OFFICES)


_RULING = frozenset({"state", "province", "territory", "alliance"})
_OFFICES = words("""
    government ministry minister president king mayor governor prefect prefecture council board
    agency department authority regulator inspectorate commission commissioner directorate""")


def _lawmakers(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return is_of(doer(verb), VOTING)


def _to_court(verb: Token, cue: Cue, _scene: Scene) -> bool:
    things = prepositional(verb, "to", "before", "with")
    return subject(verb) is not None and any(is_of(thing, cue.things) for thing in things)


def _status(verb: Token, cue: Cue, _scene: Scene) -> bool:
    """As in "was made a territory in 2019", "became a district": what it was from then."""
    told = [c for c in verb.children if c.dep_ in _BECOMING and c.i > verb.i]
    told += prepositional(verb, "into", "to") if verb.lemma_ not in {"make", "become"} else []
    new = any(is_of(t, cue.things) for t in told)
    when = any(t.shape_ == "dddd" or t.lower_ in MONTHS for t in verb.subtree)
    it = any(c.dep_ in {"ccomp", "oprd"} for c in told) or len(told) > 1  # "made it a county"
    return new and when and (is_passive(verb) or verb.lemma_ == "become" or it)


_BECOMING = frozenset({"attr", "oprd", "dobj", "ccomp"})


FRAMES: dict[str, Callable[[Token, Cue, Scene], bool]] = {
    "null": _null,
    "ruled": _ruled,
    "motion": _motion,
    "court": _courtly,
    "court-told": _court_told,
    "listed": _listed,
    "begins": _begins,
    "settled": _settled,
    "voted": _voted,
    "resolved": _resolved,
    "instructed": _instructed,
    "lawmakers": _lawmakers,
    "court-to": _to_court,
    "status": _status,
}
