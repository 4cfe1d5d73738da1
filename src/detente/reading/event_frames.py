"""How the thing stands to the verb in a row of the table of events, one test a frame."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from detente.reading.arguments import (
    conjoined,
    doer,
    is_passive,
    object_of,
    particle,
    prepositional,
)
from detente.reading.arguments import things_of as _objects
from detente.reading.event_cues import NOUNS, Cue
from detente.reading.factuality import negative
from detente.reading.participants import parties, within
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.wording import words


def unable(verb: Token) -> bool:
    """As in "They could not agree", in the past and of several."""
    could = any(child.dep_ == "aux" and child.lower_ == "could" for child in verb.children)
    who = subject(verb)
    many = who is not None and (who.tag_ in {"NNS", "NNPS"} or len(list(conjoined(who))) > 1)
    return could and many and negative(verb) and verb.dep_ in {"ROOT", "conj"}


def is_of(token: Token | None, themes: frozenset[str]) -> bool:
    """Whether the noun phrase is of a class: its head, or the head of "a set of Ns"."""
    if token is None:
        return False
    words = {token.lemma_.lower(), token.lower_}
    if words & themes:
        return True
    if token.pos_ == "PROPN" and "archipelago" in themes:  # a place by its name
        return True
    return token.lemma_.lower() in _AMOUNTS and any(
        is_of(t, themes) for t in prepositional(token, "of")
    )


_AMOUNTS = words("round series number set one part piece stretch most all some several first "
                     "second last hundred thousand dozen fleet group more half flow")  # fmt: skip


def _object(verb: Token, cue: Cue, _scene: Scene) -> bool:
    stray = (c for c in verb.children if c.dep_ in {"advmod", "npadvmod"} and c.i > verb.i)
    things = [*_objects(verb), *stray] if cue.themes else _objects(verb)
    if verb.lemma_ in {"sign", "ratify"} and any(t.lower_ == "it" for t in things):
        return True
    return any(is_of(token, cue.themes) for token in things) or bool(not cue.themes and things)


def _intransitive(verb: Token, cue: Cue, _scene: Scene) -> bool:
    alone = not is_passive(verb) and not any(c.dep_ == "dobj" for c in verb.children)
    return alone and is_of(subject(verb), cue.themes)


def _fruitless(verb: Token, cue: Cue, _scene: Scene) -> bool:
    things = [*prepositional(verb, "without", "with", "in")]
    empty = any(
        (token.head.lower_ == "without" and is_of(token, NOUNS["NOTHING"]))
        or any(child.lower_ == "no" for child in token.children)
        or token.lower_
        in {"failure", "deadlock", "stalemate", "impasse", "acrimony", "recrimination", "disarray"}
        or (token.dep_ == "pcomp" and token.head.lower_ == "without")
        for token in things
    )
    return empty and is_of(_moving(verb), cue.themes)


def _moving(verb: Token) -> Token | None:
    return object_of(verb) if is_passive(verb) else subject(verb)


def _to_nothing(verb: Token, cue: Cue, _scene: Scene) -> bool:
    things = [*_objects(verb), *prepositional(verb, "to")]
    none = any(
        token.lower_ == "nothing" or any(c.lower_ in {"no", "little"} for c in token.children)
        for token in things
    )
    return none and is_of(subject(verb), cue.themes)


def _unsigned(verb: Token, cue: Cue, _scene: Scene) -> bool:
    state = {child.lower_ for child in verb.children}
    return bool(state & {"unsigned", "unratified"}) and is_of(subject(verb), cue.themes)


def _labour(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """As in "The drivers struck", "all terminals are struck": nothing is struck by arms."""
    who = _moving(verb)
    workers = {"worker", "driver", "nurse", "teacher", "docker", "union", "staff", "pilot", "miner",
               "terminal", "doctor", "crew", "employee", "member", "federation"}  # fmt: skip
    return is_of(who, frozenset(workers)) and (is_passive(verb) or object_of(verb) is None)


def _meet(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Parties, or their people, met: no demand or deadline was."""
    who = subject(verb)
    if who is None or is_passive(verb):
        return False
    people = {
        "president",
        "minister",
        "leader",
        "delegation",
        "negotiator",
        "envoy",
        "side",
        "team",
    }
    thing = object_of(verb)
    if thing is not None and not within(scene, thing):
        return False
    return is_of(who, frozenset(people)) or bool(parties(scene, who))


def _hosted(verb: Token, cue: Cue, scene: Scene) -> bool:
    return _object(verb, cue, scene) or len(parties(scene, object_of(verb))) > 1


def _agreed(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Parties agreed on something; "agreed that it was so" is an opinion."""
    if is_passive(verb):
        return is_of(object_of(verb), NOUNS["DEAL"] | {"line", "date", "swap", "nothing", "rule"})
    if any(child.dep_ == "ccomp" for child in verb.children):
        return False
    if unable(verb):
        return True
    settled = [*prepositional(verb, "on", "to", "upon", "in")]
    infinitive = any(child.dep_ == "xcomp" for child in verb.children)
    who = parties(scene, subject(verb))
    together = len(who) > 1 or any(True for _ in prepositional(verb, "with"))
    return bool(who) and bool(settled or object_of(verb) or (infinitive and together))


def _party(verb: Token, _cue: Cue, scene: Scene) -> bool:
    return bool(within(scene, object_of(verb)))


def _struck(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """Struck by arms: a place, a party or people, by a party, rockets or the like."""
    thing, who = object_of(verb), doer(verb)
    arms = NOUNS["FORCE"] | {"gunman", "rebel", "militant", "shell"}
    hurt = NOUNS["PLACE"] | NOUNS["FORCE"] | NOUNS["CREW"] | NOUNS["THING"] | {"plant", "convoy"}
    if thing is None or is_of(thing, NOUNS["DEAL"] | {"plan", "proposal", "decision", "tone"}):
        return False
    return is_of(who, arms) or is_of(thing, hurt)


def _sailed(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return is_of(subject(verb), NOUNS["FORCE"])


def _over(verb: Token, cue: Cue, _scene: Scene) -> bool:
    words = {token.lower_ for token in verb.subtree}
    return bool(words & {"finished", "over", "dead", "closed"}) and any(
        is_of(token, cue.themes) for token in verb.subtree
    )


def _null(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(
        child.lower_ in {"null", "void", "unconstitutional", "invalid", "illegal", "unlawful"}
        for child in verb.subtree
    )


def _ruled(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    if any(child.dep_ == "prt" for child in verb.children):
        return False
    who = doer(verb)
    judges = {"court", "tribunal", "judge", "panel", "body", "arbitrator", "commission", "judges"}
    return is_of(who, frozenset(judges)) or (is_passive(verb) and _null(verb, _cue, _scene))


def _motion(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(token.lower_ == "motion" for token in prepositional(verb, "in"))


def _lapse(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(token.lemma_ in {"lapse", "expire"} and token.i > verb.i for token in verb.subtree)


def _settled(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(child.dep_ == "xcomp" for child in verb.children) or bool(prepositional(verb, "on"))


def _listed(verb: Token, cue: Cue, _scene: Scene) -> bool:
    """Put on a sanctions list, a blacklist: no other list."""
    return any(
        is_of(thing, cue.themes)
        and (
            thing.lower_ == "blacklist" or "anction" in thing.doc[thing.left_edge.i : thing.i].text
        )
        for thing in prepositional(verb, "on", "to")
    )


def _go(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(child.lemma_ == "go" and child.i == verb.i + 1 for child in verb.children)


def _courtly(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return is_of(doer(verb), _JUDGES)


def _no_short(verb: Token, cue: Cue, scene: Scene) -> bool:
    return _intransitive(verb, cue, scene) and all(c.lower_ != "short" for c in verb.children)


_JUDGES = frozenset({"court", "tribunal", "judge", "panel", "arbitrator", "regulator"})


def _any(_verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return True


FRAMES: dict[str, Callable[[Token, Cue, Scene], bool]] = {
    "any": _any, "object": _object, "subject": _intransitive, "fruitless": _fruitless,
    "to nothing": _to_nothing, "unsigned": _unsigned, "labour": _labour, "meet": _meet,
    "hosted": _hosted, "agreed": _agreed, "party": _party, "struck": _struck, "sailed": _sailed,
    "over": _over, "null": _null, "ruled": _ruled, "motion": _motion, "lapse": _lapse,
    "go": _go, "court": _courtly, "no short": _no_short, "listed": _listed, "settled": _settled,
}  # fmt: skip


def fits(verb: Token, cue: Cue, scene: Scene) -> bool:
    """Whether the verb, with what stands to it, is told by this row of the table."""
    if particle(verb) not in cue.verbs:
        return False
    frame = FRAMES.get(cue.frame)
    if frame is not None:
        return frame(verb, cue, scene)
    things = prepositional(verb, *cue.frame.split())
    return any(not cue.themes or is_of(thing, cue.themes) for thing in things)
