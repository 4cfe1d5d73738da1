"""What would break the deadlock, as the narrator, an expert or a go-between has it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from itertools import chain

from detente.dispute.evidence import Evidence, WayOut
from detente.reading.parsed import Token
from detente.reading.picking import Sentence, picked, sentences
from detente.reading.scene import Scene
from detente.reading.ways import offered, proposed
from detente.reading.ways import told as worded
from detente.reading.ways.told import Way


def ways_out(
    scene: Scene, told: Sequence[Sentence] | None = None, said: Sequence[Evidence] = ()
) -> list[tuple[WayOut, Evidence]]:
    """What would break the deadlock, each with its quote and who proposes it, in text order.

    Parameters
    ----------
    scene, told, said
        The article, its sentences with what they hold, and its positions.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "Nothing will move until the boats leave."
    >>> [way.needs for way, _ in ways_out(build(Document("d1", text=text)))]
    ['the boats leave']
    """
    told = sentences(scene) if told is None else told
    way = cache(partial(_in_so_many_words, scene, proposed.mediators(scene), proposed.sides(scene)))
    found = (
        way(one) or offered.way(scene, one.span, said) for one in picked(told, "ways_out", way)
    )
    return [_entry(scene, way, f"w{at}") for at, way in enumerate(filter(None, found), 1)]


def _in_so_many_words(
    scene: Scene, mediators: frozenset[str], sides: frozenset[str], one: Sentence
) -> Way | None:
    """The way out that a sentence tells in so many words."""
    sentence = one.span
    ways = chain(worded.bargained(scene, sentence), worded.named(scene, sentence))
    if "quoted" not in one.marks:
        ways = chain(
            proposed.proposed(scene, sentence, mediators, sides),
            worded.narrated(scene, sentence),
            proposed.asked(scene, sentence, mediators, sides),
            worded.planned(scene, sentence),
            worded.softened(scene, sentence),
            ways,
        )
    return next(ways, None)


def _entry(scene: Scene, way: Way, name: str) -> tuple[WayOut, Evidence]:
    end = way.end
    tokens: tuple[Token, ...] = tuple(scene.doc[way.first : end])
    while tokens and tokens[-1].is_space:
        tokens, end = tokens[:-1], end - 1
    start, stop, quote = scene.quote(scene.doc[way.first], scene.doc[end - 1])
    holder = (way.by,) if way.by else ()
    needs = _with_its_head(scene, way)
    evidence = Evidence(name, scene.document.id, quote, start, stop, "way_out", holder, about=needs)
    return WayOut(needs, way.by, (name,)), evidence


def _with_its_head(scene: Scene, way: Way) -> str:
    """What is needed, with the words of its first noun that were cut off: "six" of "six months"."""
    span = scene.doc[way.first : way.end]
    opening = way.needs.split(" ", 1)[0].strip(",;:")
    said = [token for token in span if token.text == opening]
    at = span.text.find(way.needs[:_ENOUGH]) + span[0].idx
    first = next((t for t in said if t.idx == at or len(said) == 1), None)
    if first is None or first.pos_ not in ("NOUN", "ADJ", "NUM"):
        return way.needs
    start = first.i
    while start > way.first and _belongs(scene.doc[start - 1], first):
        start -= 1
    before = scene.doc[start : first.i].text
    return f"{before} {way.needs}" if before else way.needs


_ENOUGH = 20  # characters by which the words are found


def _belongs(token: Token, noun: Token) -> bool:
    """Whether a word before a noun is part of it: "a", "six", "independent"."""
    return token.pos_ in ("DET", "NUM", "ADJ") and token.head.i >= noun.i
