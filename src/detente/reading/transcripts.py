"""Whose turn it is in an interview or a record of questions and answers.

Turns are paragraphs that open with who speaks ("Q:", "Spokesperson:", "Berg:") or, in an interview,
with a dash. Whoever answers holds what the turn says, unless its words say who else does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from typing import TYPE_CHECKING

from detente.reading.parsed import Doc, Token
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.attribution import Telling
    from detente.reading.parties.reference import Resolver

_LABEL = re.compile(
    r"^[ \t*_>]*(?P<label>[A-Z][^\n:?!]{0,60}?)[*_]*:[*_]*(?=[ \t\n])(?!\s*[-•])", re.MULTILINE
)
_DASH = re.compile(r"^[ \t]*(?P<label>[-–—])[ \t]+(?=\S)", re.MULTILINE)
_ASKS = re.compile(
    r"(?:Q|Question|Reporter|Journalist|Interviewer|Correspondent|Moderator)\b\.?(?: \w+)?|.*\bnews.*"
)
_ANSWERS = re.compile(r"(?:A|Answer|Response|Reply)\.?")
_FEWEST = 2  # turns that ask
_DASHES = 4  # lines, half of which ask


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of text in one mouth: `asks`, or answers; `label` as the text has it."""

    start: int
    end: int
    label: str
    asks: bool


def turns(text: str) -> tuple[Turn, ...]:
    r"""The turns of a text that is, in part, questions and answers.

    Examples
    --------
    >>> text = "Q: Will Norland pay?\n\nA: No.\n\nQ: And sign?\n\nA: We never said so."
    >>> [(turn.label, turn.asks) for turn in turns(text)]
    [('Q', True), ('A', False), ('Q', True), ('A', False)]
    >>> turns("Norland has two wishes:\n\n- a port\n- a road\n\nSudmark: no ships.")
    ()
    """
    return _labelled(text) or _dashed(text)


def _labelled(text: str) -> tuple[Turn, ...]:
    found = list(_LABEL.finditer(text))
    asking = [one for one in found if _ASKS.fullmatch(one["label"])]
    if len(asking) < _FEWEST or len(found) == len(asking):
        return ()
    ends = [one.start() for one in found[1:]] + [len(text)]
    return tuple(
        Turn(one.start(), end, one["label"], one in asking)
        for one, end in zip(found, ends, strict=True)
    )


def _dashed(text: str) -> tuple[Turn, ...]:
    found = list(_DASH.finditer(text))
    if len(found) < _DASHES:
        return ()
    ends = [one.start() for one in found[1:]] + [len(text)]
    lines = [
        Turn(one.start(), end, one["label"], text[one.end() : end].rstrip().endswith("?"))
        for one, end in zip(found, ends, strict=True)
    ]
    turned = sum(one.asks for one, _ in pairwise(lines))
    if turned < _FEWEST or turned * 3 < len(lines) or lines[-1].asks:
        return ()
    asks = lines[0].asks
    return tuple(
        Turn(one.start, one.end, one.label, asks=(at % 2 == 0) == asks)
        for at, one in enumerate(lines)
    )


class Floor:
    """Who has the floor where, in a parsed text."""

    def __init__(self, doc: Doc) -> None:
        self.turns = turns(doc.text)
        self._starts = [one.start for one in self.turns]

    def at(self, token: Token) -> Turn | None:
        """The turn that a token stands in."""
        if not self.turns or token.idx < self._starts[0]:
            return None
        return self.turns[bisect_right(self._starts, token.idx) - 1]


def floor(doc: Doc) -> Floor:
    """The turns of a text, once for all."""
    found = doc.memory.get("floor")
    if not isinstance(found, Floor):
        found = doc.memory["floor"] = Floor(doc)
    return found


def answering(telling: Telling, token: Token) -> Token | None:
    """Who answers in the turn that a token stands in: whom its label names, else who is asked.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = (
    ...     "Ana Berg, foreign minister of Norland, met reporters.\n\nQ: Will you pay?\n\n"
    ...     "A: Sudmark broke the pact.\n\nQ: Will you sign?\n\nA: Never."
    ... )
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> answering(telling, next(token for token in telling.doc if token.text == "broke"))
    Berg
    """
    turn = floor(telling.doc).at(token)
    if turn is None or turn.asks:
        return None
    return _labelled_as(telling, turn) or _interviewed(telling)


def _labelled_as(telling: Telling, turn: Turn) -> Token | None:
    span = telling.doc.char_span(turn.start, turn.start + len(turn.label))
    if _is_for_all(turn) or span is None:
        return None
    return next((token for token in reversed(list(span)) if telling.who(token)), None)


def _interviewed(telling: Telling) -> Token | None:
    """The first person who is named, before the turns where there is one."""
    known: dict[str, Token | None] = telling.doc.memory.setdefault("interviewed", {})
    if "first" not in known:
        scene = telling.scene
        persons = (token for token in telling.doc if _is_spokesman(scene.actor(token), telling))
        known["first"] = next(persons, None)
    return known["first"]


def _is_spokesman(id_: str | None, telling: Telling) -> bool:
    actor = telling.scene.by_id.get(id_) if id_ is not None else None
    return actor is not None and actor.type == "person"


def _is_for_all(turn: Turn) -> bool:
    """Whether a label names nobody: "A", "Answer", a dash."""
    return len(turn.label) == 1 or _ANSWERS.fullmatch(turn.label) is not None


def questioned(walk: Resolver) -> frozenset[str]:
    """Of whom the questions want to know something: "What is Norland's comment?"."""
    found = [
        walk.ids.get(token.i, ())
        for turn in floor(walk.doc).turns
        if turn.asks
        for token in walk.doc.char_span(turn.start, turn.end) or ()
        if _is_asked(token)
    ]
    return frozenset(id_ for ids in found for id_ in walk.followed(ids))


def _is_asked(token: Token) -> bool:
    return token.dep_ == "poss" and token.head.lemma_.lower() in _ASKED_FOR


_ASKED_FOR = words(
    "comment response reaction position view take stance opinion assessment message attitude reply"
)
