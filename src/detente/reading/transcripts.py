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
from detente.reading.parties.cast import is_office
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.attribution import Telling
    from detente.reading.parties.reference import Resolver

_LABEL = re.compile(
    r"^[ \t*_>]*(?P<label>[A-Z][^\n:?!]{0,60}?)[*_]*:[*_]*(?=[ \t\n])(?!\s*[-•])", re.MULTILINE
)
_DASH = re.compile(r"^[ \t]*(?P<label>[-–—])[ \t]+(?=\S)", re.MULTILINE)
_ASKS = re.compile(
    r"(?:Q|Question|Reporter|Journalist|Interviewer|Correspondent|Moderator)\b\.?(?: \w+)?"
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
    r"""Who answers in the turn that a token stands in: whom its label names, else who is asked.

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
    if _is_for_all(turn):
        return _interviewed(telling)
    label = telling.doc.char_span(turn.start, turn.start + len(turn.label)) or ()
    known = [token for token in reversed(list(label)) if telling.who(token)]
    named = next((token for token in known if not is_office(token)), None)
    return named or _interviewed(telling) or next(iter(known), None)


def is_in_turn(telling: Telling, token: Token) -> bool:
    """Whether it is whoever has the floor that says it, and nobody of whom he tells."""
    voice = telling.voice(token)
    answerer = answering(telling, token) if voice.direct else None
    return answerer is not None and voice.cue == answerer.i


def _interviewed(telling: Telling) -> Token | None:
    """Who is asked: the first person or, before the first turn, the first office of somebody's."""
    known: dict[str, Token | None] = telling.doc.memory.setdefault("interviewed", {})
    if "first" not in known:
        first = floor(telling.doc).turns[0].start
        persons = (token for token in telling.doc if _is_person(telling, token))
        person = next(persons, None)
        if person is None or person.idx > first:
            lead = (token for token in telling.doc if token.idx < first)
            offices = (one for one in lead if is_office(one) and telling.who(one))
            person = next(offices, person)
        known["first"] = person
    return known["first"]


def _is_person(telling: Telling, token: Token) -> bool:
    id_ = telling.scene.actor(token)
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
