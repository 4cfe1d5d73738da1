"""Sentences that say that, or why, a dispute is stuck."""

from __future__ import annotations

from collections.abc import Sequence

from detente.dispute.evidence import Evidence
from detente.reading.parsed import Span
from detente.reading.picking import Sentence, picked, sentences
from detente.reading.scene import Scene
from detente.reading.stuck import is_standstill


def status_quo(scene: Scene, told: Sequence[Sentence] | None = None) -> list[Evidence]:
    """The sentences that say that, or why, it is stuck, in the order of the text; at most two.

    Parameters
    ----------
    scene, told
        The article, and its sentences with what they hold.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "The talks remain deadlocked. It rains."
    >>> [piece.quote for piece in status_quo(build(Document("d1", text=text)))]
    ['The talks remain deadlocked.']
    """
    told = sentences(scene) if told is None else told
    stuck = picked(told, "status_quo", lambda one: is_standstill(one.span.text))
    return [_evidence(scene, one.span, f"k{at}") for at, one in enumerate(stuck, 1)]


def _evidence(scene: Scene, sentence: Span, name: str) -> Evidence:
    first, end = sentence.start, sentence.end
    while end - 1 > first and sentence.doc[end - 1].is_space:
        end -= 1
    start, stop, quote = scene.quote(scene.doc[first], scene.doc[end - 1])
    return Evidence(name, scene.document.id, quote, start, stop, "status_quo")
