"""What would break the deadlock, as the narrator, an expert or a go-between has it."""

from __future__ import annotations

from itertools import chain, islice

from detente.dispute.evidence import Evidence, WayOut
from detente.reading.parsed import Token
from detente.reading.quotations import find as quotations
from detente.reading.scene import Scene
from detente.reading.ways import proposed, told
from detente.reading.wording import Spans


def ways_out(scene: Scene) -> list[tuple[WayOut, Evidence]]:
    """What would break the deadlock, each with its quote and who proposes it, in text order.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "Nothing will move until the boats leave."
    >>> [way.needs for way, _ in ways_out(build(Document("d1", text=text)))]
    ['the boats leave']
    """
    head = scene.document.headline or (0, 0)
    spoken = Spans((q.start - 2, q.end) for q in quotations(scene.document.text) if q.whole)
    mediators, sides = proposed.mediators(scene), proposed.sides(scene)
    found: list[told.Way] = []
    for sentence in scene.sentences:
        if head[0] <= sentence.start_char < head[1]:
            continue
        if sentence.start_char in spoken:
            found += islice(told.bargained(scene, sentence), 1)
            continue
        ways = chain(
            proposed.proposed(scene, sentence, mediators, sides),
            told.narrated(scene, sentence),
            proposed.asked(scene, sentence, mediators, sides),
            told.planned(scene, sentence),
            told.softened(scene, sentence),
            told.bargained(scene, sentence),
        )
        found += islice(ways, 1)
    return [_entry(scene, way, f"w{at}") for at, way in enumerate(found, 1)]


def _entry(scene: Scene, way: told.Way, name: str) -> tuple[WayOut, Evidence]:
    end = way.end
    tokens: tuple[Token, ...] = tuple(scene.doc[way.first : end])
    while tokens and tokens[-1].is_space:
        tokens, end = tokens[:-1], end - 1
    start, stop, quote = scene.quote(scene.doc[way.first], scene.doc[end - 1])
    holder = (way.by,) if way.by else ()
    evidence = Evidence(
        name, scene.document.id, quote, start, stop, "way_out", holder, about=way.needs
    )
    return WayOut(way.needs, way.by, (name,)), evidence
