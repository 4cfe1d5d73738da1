"""Which of those who are named are parties to the dispute, and in what role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from detente.dispute.evidence import AUTHOR, Actor, Event, Evidence, Relation
from detente.reading.scene import Scene

_WEIGHTS = {"precondition": 3, "demand": 2, "refusal": 2, "threat": 3, "accusation": 1, "claim": 1}


def assigned(
    scene: Scene,
    said: Sequence[Evidence],
    happened: Iterable[Event],
    related: Iterable[Relation],
) -> tuple[Actor, ...]:
    """The parties of a scene with the roles that the statements, events and relations give them."""
    related, happened = tuple(related), tuple(happened)
    mediators = {relation.source for relation in related if relation.kind == "mediates"}
    mediators |= {
        actor.speaks_for for actor in scene.parties if actor.id in mediators and actor.speaks_for
    }
    told = {end for relation in related for end in (relation.source, relation.target) if end}
    told |= {id_ for event in happened for id_ in event.actor}
    told |= {id_ for piece in said for id_ in piece.holder}
    told |= {actor.speaks_for for actor in scene.parties if actor.speaks_for}
    taking_part = {relation.source for relation in related}
    return weighed(scene.named(told - {AUTHOR}), said, happened, mediators, taking_part)


def weighed(
    parties: Sequence[Actor],
    said: Iterable[Evidence],
    happened: Iterable[Event] = (),
    mediators: Collection[str] = (),
    taking_part: Collection[str] = (),
) -> tuple[Actor, ...]:
    """Parties with the roles that follow from how much each says, does and is spoken to.

    Whoever goes between and has terms of his own, as weighty as theirs, is a side of it.
    Whoever only backs, arms or recognises another takes part too: a third party, no context.

    >>> piece = Evidence("s1", "d1", "", 0, 0, "demand", holder=("a",), addressee=("b",))
    >>> [party.role for party in weighed([Actor("a", "A"), Actor("c", "C")], [piece])]
    ['principal', 'context']
    >>> held = Evidence("s1", "d1", "", 0, 0, "precondition", holder=("a",), addressee=("b",))
    >>> [party.role for party in weighed([Actor("a", "A")], [held], mediators=["a"])]
    ['principal']
    >>> both = Actor("a", "A"), Actor("c", "C")
    >>> [party.role for party in weighed(both, [piece], taking_part={"c"})]
    ['principal', 'third_party']
    """
    said = tuple(said)
    weight = Counter[str]()
    for piece in said:
        for id_ in piece.holder:
            weight[id_] += _WEIGHTS.get(piece.kind, 1)
        for id_ in piece.addressee:
            weight[id_] += 1
    for event in happened:
        weight.update(event.actor + event.target)
    weight.pop(AUTHOR, None)
    terms = Counter(id_ for piece in said if piece.kind == "precondition" for id_ in piece.holder)
    most = max(weight.values(), default=0)
    mediators = [id_ for id_ in mediators if not (terms[id_] and weight[id_] * 2 >= most)]
    sides = _sides(said)
    roles = (_with_role(_as_side(one, sides), weight[one.id], most, mediators) for one in parties)
    return tuple(
        replace(one, role="third_party")
        if one.role == "context" and not weight[one.id] and one.id in taking_part
        else one
        for one in roles
    )


def _sides(said: Sequence[Evidence]) -> frozenset[str]:
    """The two who say the most, where they say enough to be at odds: who is outside says less.

    Where one alone says anything, whoever is to do what that one waits for.
    """
    holds = Counter(id_ for piece in said for id_ in piece.holder if id_ != AUTHOR)
    if len(holds) == 1:
        return frozenset(id_ for piece in said if piece.condition for id_ in piece.condition.by)
    return frozenset(id_ for id_, count in holds.most_common(2) if count >= _SAYS)


_SAYS = 3  # statements


def _as_side(actor: Actor, sides: Collection[str]) -> Actor:
    """An alliance that is known as a third party elsewhere, where it is one of the two."""
    outside = actor.role in {"third_party", "context"} and actor.type in {
        "alliance", "organisation",
    }  # fmt: skip
    return replace(actor, role=None) if outside and actor.id in sides else actor


def _with_role(actor: Actor, weight: int, most: int, mediators: Collection[str]) -> Actor:
    if actor.speaks_for:  # an envoy who goes between is no side's voice
        return replace(actor, role="mediator" if actor.id in mediators else "spokesperson")
    if actor.id in mediators and actor.role in {None, "principal", "third_party"}:
        return replace(actor, role="mediator")
    if actor.role not in {None, "principal"}:
        return actor
    if weight * 4 >= most and weight >= min(most, 2):  # in a note nobody says much
        return replace(actor, role="principal")
    return replace(actor, role="third_party" if weight else "context")


def merged(casts: Iterable[Sequence[Actor]]) -> tuple[Actor, ...]:
    """The parties of several documents, those of the same id as one."""
    found: dict[str, Actor] = {}
    for actors in casts:
        for actor in actors:
            known = found.get(actor.id)
            found[actor.id] = _joined(known, actor) if known else actor
    return tuple(found.values())


_RANK = ("principal", "mediator", "forum", "third_party", "spokesperson", "expert", "context", None)


def _joined(one: Actor, other: Actor) -> Actor:
    return replace(
        one,
        type=one.type or other.type,
        role=min(one.role, other.role, key=_RANK.index),
        speaks_for=one.speaks_for or other.speaks_for,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
    )
