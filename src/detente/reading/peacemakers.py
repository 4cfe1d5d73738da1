"""Who goes between the sides where no word says so, weighed by what he is, does and says.

"The bishop drove up on Monday with a proposal", "the ministry sent a team": what the ways of saying
a relation (`detente.reading.relations`) do not know. Weights and words: ``data/peacemakers.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from detente.dispute.evidence import Actor, Evidence, Relation, WayOut
from detente.reading.odds import odds
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.syntax import SUBJECTS
from detente.reading.tables import table
from detente.reading.wording import words

_TABLE: Mapping[str, Any] = table("peacemakers")
_WEIGHTS: Mapping[str, float] = _TABLE["weights"]
_ENOUGH: float = _TABLE["enough"]
_SIDES = words(_TABLE["sides"])
_DOES = {verb: name for name, verbs in _TABLE["verbs"].items() for verb in verbs.split()}
_IS = {noun: f"is_{name}" for name, nouns in _TABLE["offices"].items() for noun in nouns.split()}
_BESIDE = frozenset({"appos", "compound"})
_SAME = frozenset({"appos", "conj", "compound"})
_DONE = frozenset({"xcomp", "ccomp", "conj"})


def find(
    scene: Scene,
    known: Sequence[Relation],
    said: Sequence[Evidence],
    ways: Sequence[WayOut],
) -> Iterator[tuple[Relation, Evidence]]:
    """Those who go between of whom no relation tells it yet, each with a sentence of his.

    Parameters
    ----------
    scene, known, said, ways
        The article, its relations, its positions and its ways out.
    """
    told = between(scene, known)
    for actor, at, inside in outside(scene, said, ways):
        if not {actor.id, actor.speaks_for} & told and odds(_WEIGHTS, inside) > _ENOUGH:
            yield _entry(scene, actor.id, at)


def between(scene: Scene, known: Sequence[Relation]) -> set[str]:
    """Who goes between as relations tell it, and those for whom they speak."""
    mediating = {one.source for one in known if one.kind == "mediates"}
    told = {actor.speaks_for for actor in scene.parties if actor.id in mediating}
    return mediating | {party for party in told if party}


def outside(
    scene: Scene, said: Sequence[Evidence], ways: Sequence[WayOut]
) -> Iterator[tuple[Actor, Span, Collection[str]]]:
    """The parties outside the two, each with the sentence that tells most of it, and its marks.

    Parameters
    ----------
    scene, said, ways
        The article, its positions and its ways out.
    """
    marks, where = _seen(scene)
    proposing, told = {way.proposed_by for way in ways}, _of_words(said)
    for actor in scene.parties:
        apart = actor.id not in scene.pair and actor.role != "expert"
        if actor.id in where and apart:
            inside = {*marks[actor.id], *_of_actor(scene, actor), *told[actor.id]}
            if actor.id in proposing:
                inside.add("proposes_way_out")
            yield actor, where[actor.id], inside


def _seen(scene: Scene) -> tuple[Mapping[str, Collection[str]], Mapping[str, Span]]:
    """What is seen of each party, and the sentence that tells most of it."""
    marks, where, most = defaultdict[str, set[str]](set), dict[str, Span](), dict[str, int]()
    start, end = scene.document.headline or (0, 0)
    for span in scene.sentences:
        if start <= span.start_char < end:
            continue
        of_sides = any(token.lower_ in _SIDES for token in span)
        here = defaultdict[str, set[str]](set)
        for token in span:
            party = scene.actor(token)
            if party in scene.by_id:
                here[party].update(_of_mention(token))
        for party, found in here.items():
            marks[party] |= {*found, "of_sides"} if of_sides else found
            if len(found) > most.get(party, -1):
                most[party], where[party] = len(found), span
    return marks, where


def _of_mention(token: Token) -> Iterator[str]:
    """What a mention is and does."""
    near = [token, *token.children, *([token.head] if token.dep_ in _BESIDE else [])]
    for word in near:
        yield from (_IS[one] for one in {word.lower_, word.lemma_.lower()} if one in _IS)
    top = token
    while top.dep_ in _SAME and top.head is not top:
        top = top.head
    if top.dep_ in SUBJECTS:
        verb = top.head
        for each in (verb, *(c for c in verb.children if c.dep_ in _DONE)):
            if name := _DOES.get(each.lemma_.lower()):
                yield f"does_{name}"
    elif top.dep_ == "pobj" and top.head.lower_ == "by":
        yield "doer"
        if name := _DOES.get(top.head.head.lemma_.lower()):
            yield f"done_by_{name}"


def _of_actor(scene: Scene, actor: Actor) -> Iterator[str]:
    yield f"type_{actor.type}"
    if actor.speaks_for:
        yield "speaks_for_somebody"
    if actor.speaks_for in scene.pair:
        yield "speaks_for_a_side"
    for name in (actor.name, *actor.aliases):
        yield from (_IS[word] for word in name.lower().split() if word in _IS)


def _of_words(said: Sequence[Evidence]) -> Mapping[str, Collection[str]]:
    found = defaultdict[str, set[str]](set)
    for piece in said:
        for party in piece.holder:
            found[party].add(f"said_{piece.kind}")
    return found


def _entry(scene: Scene, party: str, sentence: Span) -> tuple[Relation, Evidence]:
    last = sentence.end - 1
    while last > sentence.start and scene.doc[last].is_space:
        last -= 1
    start, end, quote = scene.quote(scene.doc[sentence.start], scene.doc[last])
    name = f"m_{party}"
    evidence = Evidence(name, scene.document.id, quote, start, end, "relation", (party,))
    return Relation("mediates", party, None, None, (name,)), evidence
