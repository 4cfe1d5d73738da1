"""Sentences that say that, or why, a dispute is stuck."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from detente.dispute.evidence import Evidence
from detente.reading.parsed import Span
from detente.reading.picking import Sentence, picked, sentences
from detente.reading.scene import Scene
from detente.reading.tables import table

_TABLE: Mapping[str, Any] = table("standstill")
EXAMPLES: tuple[str, ...] = tuple(_TABLE["examples"])
COUNTER_EXAMPLES: tuple[str, ...] = tuple(_TABLE["counter_examples"])


def _compiled(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a list, the words in braces put in; those that begin with a word as one."""
    words, others = list[str](), list[str]()
    for pattern in _TABLE["patterns"][name]:
        whole = pattern
        for word, alternatives in _TABLE["words"].items():
            whole = whole.replace("{" + word + "}", alternatives)
        (words if whole.startswith(r"\b") else others).append(whole)
    return tuple(re.compile("|".join(some)) for some in (words, others) if some)


_STUCK, _PLAIN, _NOT, _ABOUT, _PAST, _NOW = map(
    _compiled, ("stuck", "plain", "not_stuck", "about", "past", "now")
)


def _any(patterns: tuple[re.Pattern[str], ...], words: str) -> bool:
    return any(pattern.search(words) for pattern in patterns)


def is_standstill(sentence: str) -> bool:
    """Whether the words say that things do not move now.

    Examples
    --------
    >>> is_standstill("Neither side has moved."), is_standstill("The deadlock was broken.")
    (True, False)
    """
    words = " ".join(sentence.lower().replace("’", "'").split())
    if words.endswith("?"):
        return False
    if not (_any(_PLAIN, words) or (_any(_ABOUT, words) and _any(_STUCK, words))):
        return False
    return not _any(_NOT, words) and (not _any(_PAST, words) or _any(_NOW, words))


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
