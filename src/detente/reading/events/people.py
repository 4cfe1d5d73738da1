"""Who takes part in an event: who does it, to whom, and whose police, court or navy it was."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.arguments import conjoined, doer, prepositional
from detente.reading.arguments import things_of as _objects
from detente.reading.events.participants import OWNING, once, parties, within
from detente.reading.events.words import is_of
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.syntax import NOMINAL
from detente.reading.wording import words

JOINT = frozenset({"negotiate", "halt", "agree", "no_agreement"})
_TOWARDS = ("against", "on", "with", "from", "to", "at", "into", "in", "of", "between", "over",
            "for", "near", "off", "across", "along", "inside", "upon", "among")  # fmt: skip
_BETWEEN = frozenset({"negotiate", "mediate", "no_agreement"})
_NEAR = 2  # sentences back, for whose police or court it was


def owning(scene: Scene, token: Token | None) -> tuple[str, ...]:
    """The parties whose it is: "Iranian boats", "Iran's parliament", "the army of Iran"."""
    if token is None:
        return ()
    whose = [t for each in conjoined(token) for t in each.children if t.dep_ in OWNING]
    return once(
        p for t in [*whose, *prepositional(token, "of", "in", "from")] for p in within(scene, t)
    )


def who(scene: Scene, verb: Token, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties that did it and those it was done to, by the verb that tells it."""
    acting = doer(verb)
    things = [t for t in (*_objects(verb), *prepositional(verb, *_TOWARDS)) if not _is_beside(t)]
    if kind == "halt" and acting is not None and acting.lower_ == "it" and not things:
        acting = None  # "it broke down": the truce
    actor = parties(scene, acting) or owning(scene, acting)
    target = once(party for thing in things for party in within(scene, thing))
    actor = _of_the_other(scene, acting, _objects(verb)) or actor
    if kind in JOINT and len(scene.pair) > 1:
        places = {p for t in prepositional(verb, "in", "at", "near") for p in within(scene, t)}
        target = tuple(p for p in target if p in scene.pair or p not in places)
    if not actor and acting is not None and acting.pos_ != "PRON":
        actor = once(
            p
            for t in prepositional(acting, "between", "by", "of", "with")
            for p in parties(scene, t)
        )
    if not actor and kind in JOINT:
        return target, ()
    alone = kind in _BETWEEN and len({*actor, *target}) == 1
    if alone and not {*actor, *target} & {*scene.pair}:
        target = once((*target, *scene.pair))  # "A hosted a first meeting"
    return actor, tuple(party for party in target if party not in actor)


def _is_beside(thing: Token) -> bool:
    """As in "was signed with Norland as guarantor", "with A as its host"."""
    return thing.head.lower_ == "with" and any(
        is_of(t, _WATCHING) for t in prepositional(thing, "as")
    )


_WATCHING = words("""
    guarantor witness mediator host broker observer sponsor facilitator chairman chair umpire
    arbiter underwriter depositary""")


def _of_the_other(scene: Scene, acting: Token | None, things: Sequence[Token]) -> tuple[str, ...]:
    """Of "The ministry summoned Norland's envoy" Sudmark: one's own would be "its envoy"."""
    if acting is None or acting.pos_ != "NOUN" or len(scene.pair) != _SIDES:
        return ()
    if any(c.dep_ in _TELLING_WHOSE or parties(scene, c) for c in acting.children):
        return ()
    own = parties(scene, acting)
    named = {
        party
        for thing in things[:1]
        for child in thing.children
        if (child.dep_ == "poss" and child.pos_ == "PROPN") or child.dep_ == "amod"
        for party in parties(scene, child)
    }
    if len(own) != 1 or own[0] not in scene.pair or not named & {*own}:
        return ()
    return tuple(party for party in scene.pair if party not in own)


_SIDES = 2
_TELLING_WHOSE = frozenset({"poss", "prep", "relcl", "appos", "acl"})


def around(scene: Scene, verb: Token, kind: str) -> tuple[str, ...]:
    """Where neither part names a party: those of the clause, else the two of the article.

    What takes several to do ("a treaty was signed") is of those two anyhow. Where there are no
    two, it is whoever the sentence, or one of the two before it, names.
    """
    named = once(party for token in verb.subtree for party in scene.refers(token))
    of_the_pair = tuple(party for party in named if party in scene.pair)
    if len(scene.pair) > 1 and (kind in JOINT or not named or _by_another(scene, verb)):
        return scene.pair
    if of_the_pair or named:
        return of_the_pair or scene.pair or named
    return _nearest(scene, verb) or _before(scene, verb) or scene.pair


def _by_another(scene: Scene, verb: Token) -> bool:
    """As in "The high court voided its licence": done by somebody who is nobody known."""
    who = doer(verb)
    return who is not None and who.pos_ in NOMINAL and not within(scene, who)


def _nearest(scene: Scene, verb: Token) -> tuple[str, ...]:
    """The parties of the mention nearest to the verb in its sentence."""
    here = [(abs(t.i - verb.i), t.i, found) for t in verb.sent if (found := scene.refers(t))]
    return min(here)[2] if here else ()


def _before(scene: Scene, verb: Token) -> tuple[str, ...]:
    at = verb.sent.start
    for _ in range(_NEAR):
        if at == 0:
            break
        sentence = scene.doc[at - 1].sent
        found = [named for token in sentence if (named := scene.refers(token))]
        if found:
            return found[0]
        at = sentence.start
    return ()


_ON_THE_OTHER = frozenset({"coerce", "sanction", "halt", "occupy", "decide"})
_ON_BOTH = frozenset({"decide", "sanction", "coerce", "occupy", "other"})


def against(scene: Scene, kind: str, actor: tuple[str, ...]) -> tuple[str, ...]:
    """Whom it concerns where nobody is named: the other side, or both of what an outsider does.

    As in "Norland closed the port": in the open articles an annotator names the other side for
    two such events in three, and somebody else for one in ten.
    """
    ours = {*actor} & {*scene.pair}
    if kind not in (_ON_THE_OTHER if ours else _ON_BOTH):
        return ()
    return tuple(party for party in scene.pair if party not in actor)
