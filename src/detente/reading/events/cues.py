"""What words tell an event of which kind: the tables of ``data/events.toml``, ready for use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.reading.tables import table

_TABLE: Mapping[str, Any] = table("events")
THINGS: dict[str, frozenset[str]] = {
    name: frozenset(words.split()) for name, words in _TABLE["things"].items()
}
_APART = frozenset({"things", "nouns", "nominals"})


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


UNDONE = "not"  # the frame of what came to nothing: "have never led to an accord"
_PLAIN = frozenset({"any", "object", "subject", "party"})
_LAST = frozenset({"strong"})  # where nothing else fits


def _precedence(cue: Cue) -> tuple[bool, int, bool, bool]:
    vague = not cue.things and cue.frame in _PLAIN
    return cue.frame in _LAST, -len(cue.words), cue.frame != "as", vague


Row = tuple[str, str, str, str]  # kind, frame, the words after the verb, the things


def _rows() -> dict[str, list[Row]]:
    """The rows of each verb as they are written, in their order."""
    found: dict[str, list[Row]] = defaultdict(list)
    for kind, frames in _TABLE.items():
        for frame, rows in () if kind in _APART else frames.items():
            for phrases, named in rows:
                for phrase in phrases.split(","):
                    verb, _, after = phrase.strip().partition(" ")
                    found[verb].append((kind, frame, after, named))
    return found


class _Cues(Mapping[str, tuple[Cue, ...]]):
    """The cues of each verb, made when it is asked for: no article has more than some hundred.

    The longest phrase comes first, then those that ask for a thing.
    """

    def __init__(self) -> None:
        self._rows = _rows()
        self._made: dict[str, tuple[Cue, ...]] = {}

    def __getitem__(self, verb: str) -> tuple[Cue, ...]:
        made = self._made.get(verb)
        if made is None:
            rows = self._rows.get(verb)
            if rows is None:
                raise KeyError(verb)
            cues = (
                Cue(kind, tuple(after.split()), frame, things(named))
                for kind, frame, after, named in rows
            )
            made = self._made[verb] = tuple(sorted(cues, key=_precedence))
        return made

    def __contains__(self, verb: object) -> bool:
        return verb in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


CUES: Mapping[str, tuple[Cue, ...]] = _Cues()


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


@cache
def examples() -> Mapping[str, list[str]]:
    """Sentences that tell an event of each kind, and under "none" such as tell none.

    >>> "Norway released eleven Swedish sailors." in examples()["other"]
    True
    """
    found: Mapping[str, list[str]] = table("events_examples")["examples"]
    return found


# Words that make of an event another one's effect: what follows them is the cause.
CAUSAL_HEADS = frozenset({"response", "retaliation", "reaction", "protest", "answer", "wake",
                          "reply", "revenge", "result", "retaliating"})  # fmt: skip
CAUSAL_WORDS = frozenset({"following", "after", "because", "since", "when"})
LEADING = frozenset({"prompt", "trigger", "provoke", "cause", "spark", "lead", "precipitate",
                     "ignite", "unleash"})  # fmt: skip
FOLLOWING = frozenset({"follow"})  # the other way round: its subject is the effect
