"""Which of the events that the rules find are told as such: weighed by how each is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any

from detente.dispute.evidence import Evidence
from detente.reading.arguments import doer
from detente.reading.events import kinds
from detente.reading.events.cues import CUES
from detente.reading.events.deeds import SAYING
from detente.reading.events.frames import cue_of, is_known
from detente.reading.events.told import Told
from detente.reading.events.words import forms
from detente.reading.odds import odds
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.syntax import VERBAL
from detente.reading.tables import table
from detente.reading.wording import words

_TABLE: Mapping[str, Any] = table("told")
WEIGHTS: Mapping[str, float] = _TABLE["weights"]
ENOUGH: float = _TABLE["enough"]
_SHORT, _LONG = 5, 25  # tokens of a clause
_NEXT = 1  # tokens between a sentence and the next
_FEW, _HALF = 0.2, 0.5  # of the rows of a verb
_MONTH, _DAY = 7, 10  # letters of a date
_LIKE = (-300, -200, -100, 0, 100, 200)  # hundredths
_ASKING = frozenset({"demand", "willingness"})
_MODALS = words("would could might may should can will")
_USUALLY = words("every each often usually sometimes regularly always most")
_START = attrgetter("start")


@dataclass
class Sieve:
    """The events of an article, weighed one after the other.

    Parameters
    ----------
    scene, said
        The article and its positions.

    Examples
    --------
    >>> Sieve.weight({"dated", "day"}) > Sieve.weight({"undated", "deed"})
    True
    """

    scene: Scene
    said: Sequence[Evidence]
    _kept: dict[str, set[str]] = field(default_factory=dict)
    _last: int = -1000  # the end of the sentence of what was told last

    def passes(self, one: Told, beside: Sequence[Told]) -> bool:
        """Whether it weighs enough, among the others of its sentence: in a note all do."""
        if not self.scene.is_note and self.weight(self.marks(one, beside)) < ENOUGH:
            return False
        self.keep(one)
        return True

    def keep(self, one: Told) -> None:
        """Know from here on that this was told."""
        self._kept.setdefault(one.kind, set()).update(one.actor, one.target)
        self._last = one.root.sent.end

    @staticmethod
    def weight(marks: Collection[str]) -> float:
        """The logarithm of the odds that an annotator would tell it."""
        return odds(WEIGHTS, marks)

    def marks(self, one: Told, beside: Sequence[Told]) -> set[str]:
        """What can be said of an event, by the names of the weights: at all, and of its kind."""
        said = {
            *self._date(one),
            *self._parties(one),
            *self._named(one),
            *_row(self.scene, one),
            *_clause(one),
            *_path(one.root),
            *_subject(one.root),
            *self._said(one),
            *_beside(one, beside),
            *(["deed"] if one.is_deed else []),
            *(["loose", f"loose_{one.kind}"] if one.is_loose else []),
            *(["weighed"] if one.is_weighed else []),
            *self._like(one),
        }
        return {f"kind_{one.kind}", *said, *(f"{one.kind}_{mark}" for mark in said)}

    def _like(self, one: Told) -> Iterator[str]:
        """How far the words it is told with speak for its kind."""
        like = kinds.weight(one.kind, kinds.marks(self.scene, one.root))
        yield from (f"like_{least}" for least in _LIKE if like >= least)

    def _date(self, one: Told) -> Iterator[str]:
        if one.date is None:
            yield "undated"
            return
        yield "dated"
        if not self.scene.document.published:
            yield "no_day_of_issue"
        if len(one.date) in {_MONTH, _DAY}:
            yield "month" if len(one.date) == _MONTH else "day"

    def _parties(self, one: Told) -> Iterator[str]:
        pair, target = {*self.scene.pair}, {*one.target}
        if not pair & {*one.actor, *target}:
            yield "of_no_side"
        if target and not target & pair:
            yield "to_another"
        if len(target) == 1:
            yield "one_target"
        if len(one.actor) > 1:
            yield "many_actors"
        for party in one.actor:
            known = self.scene.by_id.get(party)
            if known is not None:
                yield f"actor_{known.type}"
        if self._kept.get(one.kind, set()) & {*one.actor, *target}:
            yield "again"

    def _named(self, one: Told) -> Iterator[str]:
        """Whether the clause itself names who is said to take part."""
        pair = {*self.scene.pair}
        if {*one.actor} & pair and {*one.target} & pair:
            yield "side_to_side"
        named = {*self.scene.denoted(one.first, one.last + 1)}
        if not named & {*one.actor, *one.target}:
            yield "unnamed"
        elif not named & pair:
            yield "names_no_side"
        if one.root.sent.start - self._last <= _NEXT:
            yield "just_told"

    def _around(self, start: int, end: int) -> Sequence[Evidence]:
        """What is said that begins before the end of a stretch, and may reach into it."""
        pieces, longest = self._pieces
        first = bisect_left(pieces, start - longest, key=_START)
        return pieces[first : bisect_left(pieces, end, key=_START)]

    @cached_property
    def _pieces(self) -> tuple[list[Evidence], int]:
        longest = max((piece.end - piece.start for piece in self.said), default=0)
        return sorted(self.said, key=_START), longest

    def _said(self, one: Told) -> Iterator[str]:
        doc = self.scene.doc
        start, end = doc[one.first].idx, doc[one.last].idx + len(doc[one.last].text)
        for piece in self._around(start, end):
            if start < piece.end:
                yield from ("said_here", f"said_{piece.kind}")
                if piece.start <= one.root.idx < piece.end:
                    yield "said"
                    if piece.kind in _ASKING:
                        yield f"in_{piece.kind}"


def _row(scene: Scene, one: Told) -> Iterator[str]:
    """How sure the table is of its kind."""
    verb = one.root
    if verb.pos_ not in VERBAL:
        return
    kinds = [cue.kind for form in forms(verb) for cue in CUES.get(form, ())]
    if kinds:
        share = kinds.count(one.kind) / len(kinds)
        if not _FEW <= share < _HALF:
            yield "all_rows" if share == 1 else "most_rows" if share >= _HALF else "few_rows"
    cue = cue_of(verb, scene) if is_known(verb) and not one.is_deed else None
    if cue is not None:
        yield from (name for name, holds in (
            ("one_word", not cue.words), ("any_thing", not cue.things),
            ("any_frame", cue.frame == "any"),
        ) if holds)  # fmt: skip


def _clause(one: Told) -> Iterator[str]:
    sentence, doc = one.root.sent, one.root.doc
    if one.last - one.first < _SHORT:
        yield "short"
    if one.last - one.first > _LONG:
        yield "long"
    if one.first == sentence.start or one.root == sentence.root:
        yield "from_start"
    if "“" in sentence.text or '"' in sentence.text:
        yield "quote_beside"
    if sentence.root.lemma_ in SAYING:
        yield "sentence_says"
    inside = {token.lower_ for token in doc[one.first : one.last + 1]}
    if inside & _MODALS:
        yield "modal"
    if inside & _USUALLY:
        yield "usually"


def _path(root: Token) -> Iterator[str]:
    """Where its clause stands in the sentence."""
    main = True
    for token in (root, *root.ancestors):
        if token.dep_ in {"ccomp", "parataxis"} and token.head.lemma_ in SAYING:
            yield "told_by" if token.head.i < token.i else "told_before_who"
        if token.dep_ == "advcl" and any(c.lower_ == "when" for c in token.children):
            yield "when"
        main = main and token.dep_ not in _SUBORDINATE
    if main:
        yield "main"


_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})


def _subject(verb: Token) -> Iterator[str]:
    if verb.pos_ not in VERBAL:
        return
    by = doer(verb)
    if by is None:
        yield "nobody_does"
        return
    if by.pos_ in {"PROPN", "NOUN"}:
        yield "name_does" if by.pos_ == "PROPN" else "noun_does"
    if any(child.lower_ in {"the", "this"} for child in by.children):
        yield "known_does"


def _beside(one: Told, beside: Sequence[Told]) -> Iterator[str]:
    for other in beside:
        if other is not one and other.first <= one.root.i <= other.last:
            yield "inside"
            if other.kind == one.kind:
                yield "inside_its_like"
