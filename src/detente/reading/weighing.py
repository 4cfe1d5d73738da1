"""Which nouns a coverage is about: how often, where and as what they stand, weighed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf, log2
from sys import maxsize
from typing import Any

from detente.dispute.evidence import Evidence
from detente.reading.events.cues import VERB_OF
from detente.reading.odds import amounting, odds
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.syntax import NOMINAL, PLURAL
from detente.reading.tables import table
from detente.reading.things import Thing, name_of, type_of
from detente.reading.wording import Spans, words

_TABLE: Mapping[str, Any] = table("weights")
_WEIGHTS: Mapping[str, float] = _TABLE["weights"]
_NOTHING = words(_TABLE["nothing"])
_KINDS = frozenset({"demand", "refusal", "precondition", "claim", "offer", "threat", "intent",
                    "willingness"})  # fmt: skip
_ENOUGH: Sequence[float] = _TABLE["enough"]  # logarithms of odds: of the first, the second …
_ENOUGH_IF_CLAIMED: float = _TABLE["enough_if_claimed"]
_RANKS = {1: "among_two", 3: "among_four", 6: "among_seven"}  # by how many are named more often
_EARLY = 4  # the first quarter of an article
_NEAR = 8  # positions that begin before a word, among which those are that it stands in
_SHORT = range(2, 4)  # words of a name that says which one, and not more
_BEFORE = {"over": "over", "about": "about", "on": "about", "of": "of", "in": "inside"}
_COUNTING = words("""
    one two three four five six seven eight nine ten eleven twelve another each every some any""")


@dataclass(slots=True)
class Noun:
    """What is said of a noun over its mentions."""

    lemma: str
    things: list[Thing] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)
    said: set[int] = field(default_factory=set)
    done_to: int = 0
    ahead: int = 0  # how many plain nouns are named more often

    @property
    def best(self) -> Thing:
        """The mention that names it best: by two or three words, the first of these."""
        return max(self.things, key=lambda t: (len(t.name.split()) in _SHORT, -t.first))

    def marks_of_rank(self) -> Iterator[str]:
        """Where it stands among the nouns of the article, by how often they are named."""
        yield from (mark for more, mark in _RANKS.items() if self.ahead <= more)


def _spans(found: Iterator[tuple[int, int]]) -> Spans:
    """The spans, where one runs into the next cut short."""
    at, apart = 0, list[tuple[int, int]]()
    for start, end in sorted(found):
        if end > at:
            apart.append((max(start, at), end))
            at = end
    return Spans(apart)


def _places(scene: Scene, said: Sequence[Evidence]) -> dict[str, Callable[[Token], bool]]:
    """What can be said of one mention, by the name of its weight."""
    asked = _spans((o.start, o.end) for o in said if o.kind in _KINDS)
    conditions = _spans((o.condition.start, o.condition.end) for o in said if o.condition)
    bound = _spans((o.start, o.end) for o in said if o.kind == "precondition")
    start, end = scene.document.headline or (0, 0)
    return {
        "asked": lambda token: token.idx in asked,
        "condition": lambda token: token.idx in conditions,
        "precondition": lambda token: token.idx in bound,
        "headline": lambda token: start <= token.idx < end,
        "definite": lambda token: any(c.lower_ == "the" for c in token.children),
        "over": lambda token: _before(token) == "over",
        "about": lambda token: _before(token) == "about",
        "of": lambda token: _before(token) == "of",
        "inside": lambda token: _before(token) == "inside",
        "counted": lambda token: any(c.dep_ == "nummod" for c in token.children),
        "new": lambda token: any(c.lower_ == "new" for c in token.children),
        "plural": lambda token: token.tag_ in PLURAL,
    }


def _before(token: Token) -> str | None:
    """The preposition that a noun follows, by the name of its mark."""
    return _BEFORE.get(token.head.lower_) if token.dep_ == "pobj" else None


def _around(spans: Sequence[tuple[int, int]], at: int) -> Iterator[int]:
    """Which of the spans, in their order, are around a place; of those that begin just before."""
    last = bisect_right(spans, (at, maxsize))
    return (n for n in range(max(0, last - _NEAR), last) if at < spans[n][1])


def _gathered(scene: Scene, said: Sequence[Evidence]) -> list[Noun]:
    places = _places(scene, said)
    pieces = sorted(said, key=lambda piece: (piece.start, piece.end))
    told = [(piece.start, piece.end) for piece in pieces]
    found: dict[str, Noun] = {}
    for token in scene.doc:
        if token.pos_ not in NOMINAL or scene.refers(token):
            continue
        lemma = token.lemma_.lower()
        noun = found.get(lemma)
        if token.dep_ == "compound":
            if noun is not None:
                noun.seen.add("compound")
            continue
        thing = name_of(scene, token)
        if thing is None or not thing.name[:1].isalpha():
            continue
        noun = noun or found.setdefault(lemma, Noun(lemma))
        noun.things.append(thing)
        noun.sentences.add(token.sent.start)
        around = [*_around(told, token.idx)]
        noun.said.update(around)
        noun.seen |= {f"in_{pieces[at].kind}" for at in around}
        noun.done_to += token.dep_ in {"dobj", "nsubjpass"}
        noun.seen |= {name for name, holds in places.items() if holds(token)}
    return list(found.values())


def _marks(noun: Noun, length: int, kept: Mapping[str, Collection[str]]) -> set[str]:
    """What can be said of a noun, by the names of the weights."""
    first = noun.things[0]
    said = {
        *noun.seen,
        *noun.marks_of_rank(),
        type_of(first.head),
        *(name for name, lemmas in kept.items() if noun.lemma in lemmas),
    }
    if noun.done_to:
        said |= {"done_to", "done_to_again"} if noun.done_to > 1 else {"done_to"}
    if noun.lemma in VERB_OF:
        said.add("deed")
    if noun.lemma in _NOTHING:
        said.add("nothing")
    if len(noun.best.name.split()) > 1:
        said.add("told_apart")
    if first.first * _EARLY < length:
        said.add("early")
    return said


def _amounts(noun: Noun, most: int, said: int) -> dict[str, float]:
    """How much of it there is, by the names of the weights."""
    return {
        "spread": log2(len(noun.sentences)),
        "share": len(noun.things) / most,
        "said": len(noun.said) / max(1, said),
    }


def nouns(
    scene: Scene, said: Sequence[Evidence], told: Collection[str], quarrelled: Collection[str]
) -> Iterator[tuple[Noun, Collection[str], Mapping[str, float]]]:
    """The nouns of the body that name things, with what can be said of each, and how much.

    Parameters
    ----------
    scene, said, told, quarrelled
        As for `weighed`.
    """
    found = _gathered(scene, said)
    plain = sorted(len(noun.things) for noun in found if noun.lemma not in _NOTHING)
    most, kept = plain[-1] if plain else 1, {"told": told, "quarrelled": quarrelled}
    for noun in found:
        noun.ahead = len(plain) - bisect_right(plain, len(noun.things))
        yield noun, _marks(noun, len(scene.doc), kept), _amounts(noun, most, len(said))


def weighed(
    scene: Scene, said: Sequence[Evidence], told: Collection[str], quarrelled: Collection[str]
) -> Iterator[Thing]:
    """What the coverage is most about, the weightiest first, each held against a higher bar.

    Parameters
    ----------
    scene, said
        The article and its positions.
    told, quarrelled
        The head nouns of what is claimed or held, and of what is quarrelled over.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> from detente.reading.statements import find
    >>> text = (
    ...     "Norway wants Sweden to cut the cable tax. Sweden refuses to cut the tax. "
    ...     "The tax was raised in May. Norway threatens to end the tax itself."
    ... )
    >>> scene = build(Document("d1", text=text))
    >>> [thing.name for thing in weighed(scene, find(scene), (), ())]
    ['cable tax']
    """
    scored = [
        (odds(_WEIGHTS, marks, *amounting(_WEIGHTS, amounts)), noun)
        for noun, marks, amounts in nouns(scene, said, told, quarrelled)
    ]
    ranked = sorted(scored, key=lambda pair: (-pair[0], pair[1].things[0].first))
    bars = iter(_ENOUGH)
    bar = next(bars)
    for weight, noun in ranked:
        if _is_counted(noun.best):
            continue
        if weight >= bar:
            yield noun.best
            bar = next(bars, inf)
        elif weight < _ENOUGH_IF_CLAIMED:
            return
        elif noun.lemma in told:
            yield noun.best


def _is_counted(thing: Thing) -> bool:
    return thing.name.split()[0].lower() in _COUNTING
