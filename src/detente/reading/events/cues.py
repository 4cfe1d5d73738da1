"""What words tell an event of which kind: the tables of ``data/events.toml``, ready for use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.reading.parties.gazetteer import table

_TABLE: Mapping[str, Any] = table("events")
THINGS: dict[str, frozenset[str]] = {
    name: frozenset(words.split()) for name, words in _TABLE["things"].items()
}
_APART = frozenset({"things", "nouns", "nominals", "examples"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase of a row: the words that stand to its verb, how the thing does, and which."""

    kind: str
    words: tuple[str, ...]
    frame: str
    things: frozenset[str]


@cache
def things(names: str) -> frozenset[str]:
    """The nouns of the classes that are named, and the nouns that are named themselves.

    Examples
    --------
    >>> sorted(things("BAD thaw") - things("BAD"))
    ['thaw']
    """
    return frozenset(noun for name in names.split() for noun in THINGS.get(name, {name}))


def _rows() -> Iterator[tuple[str, Cue]]:
    for kind, frames in _TABLE.items():
        for frame, rows in () if kind in _APART else frames.items():
            for phrases, named in rows:
                for phrase in phrases.split(","):
                    verb, *words = phrase.split()
                    yield verb, Cue(kind, tuple(words), frame, things(named))


_PLAIN = frozenset({"any", "object", "subject", "party"})
_LAST = frozenset({"strong"})  # where nothing else fits


def _precedence(cue: Cue) -> tuple[bool, int, bool, bool]:
    vague = not cue.things and cue.frame in _PLAIN
    return cue.frame in _LAST, -len(cue.words), cue.frame != "as", vague


def _by_verb() -> dict[str, tuple[Cue, ...]]:
    """The cues of each verb: the longest phrase first, then those that ask for a thing."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for verb, cue in _rows():
        found[verb].append(cue)
    return {verb: tuple(sorted(cues, key=_precedence)) for verb, cues in found.items()}


CUES = _by_verb()


def _by_noun() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for kind, rows in _TABLE["nouns"].items():
        for nouns, named in rows:
            for noun in nouns.split():
                found[noun].append((kind, things(named)))
    return {noun: tuple(sorted(rows, key=lambda row: not row[1])) for noun, rows in found.items()}


NOUN_CUES = _by_noun()
VERB_OF: dict[str, str] = {  # "seizure" → "seize", "breakdown" → "break_down"
    noun: verb for verb, nouns in _TABLE["nominals"].items() for noun in nouns.split()
}
EXAMPLES: tuple[tuple[str, str], ...] = tuple(  # (kind, a sentence that tells one)
    (kind, text) for kind, texts in _TABLE["examples"].items() if kind != "none" for text in texts
)
COUNTER_EXAMPLES: tuple[str, ...] = tuple(_TABLE["examples"]["none"])

# Words that make of an event another one's effect: what follows them is the cause.
CAUSAL_HEADS = frozenset({"response", "retaliation", "reaction", "protest", "answer", "wake",
                          "reply", "revenge", "result", "retaliating"})  # fmt: skip
CAUSAL_WORDS = frozenset({"following", "after", "because", "since", "when"})
LEADING = frozenset({"prompt", "trigger", "provoke", "cause", "spark", "lead", "precipitate",
                     "ignite", "unleash"})  # fmt: skip
FOLLOWING = frozenset({"follow"})  # the other way round: its subject is the effect
