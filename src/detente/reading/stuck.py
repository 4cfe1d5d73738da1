"""The words that say that a dispute is stuck, and those that say what weighs on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from detente.reading.tables import table

_TABLE: Mapping[str, Any] = table("standstill")
EXAMPLES: tuple[str, ...] = tuple(_TABLE["examples"])
STRAINED: tuple[str, ...] = tuple(_TABLE["strained"])
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


_STUCK, _PLAIN, _NOT, _ABOUT, _PAST, _LASTING, _NOW, _STRAINED = map(
    _compiled, ("stuck", "plain", "not_stuck", "about", "past", "lasting", "now", "strained")
)


def _any(patterns: tuple[re.Pattern[str], ...], words: str) -> bool:
    return any(pattern.search(words) for pattern in patterns)


def _plain(sentence: str) -> str:
    return " ".join(sentence.lower().replace("’", "'").split())


def is_standstill(sentence: str) -> bool:
    """Whether the words say that things do not move now.

    Examples
    --------
    >>> is_standstill("Neither side has moved."), is_standstill("The deadlock was broken.")
    (True, False)
    """
    words = _plain(sentence)
    if words.endswith("?"):
        return False
    if not (_any(_PLAIN, words) or (_any(_ABOUT, words) and _any(_STUCK, words))):
        return False
    if _any(_NOT, words):
        return False
    return not _any(_PAST, words) or _any(_NOW, words) or _any(_LASTING, words)


def is_strained(sentence: str) -> bool:
    """Whether the words say what weighs on a dispute, or how bad things are between the two.

    >>> is_strained("The quarrel has soured relations."), is_strained("Neither side has moved.")
    (True, False)
    """
    words = _plain(sentence)
    return _any(_STRAINED, words) and not _any(_NOT, words)
