"""Which sentences say that it is stuck, and which what would help: weighed by what each holds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import inf
from typing import Any

from detente.dispute.evidence import Event, Evidence
from detente.reading.odds import odds
from detente.reading.parsed import Span, Token
from detente.reading.quotations import find as quotations
from detente.reading.scene import Scene
from detente.reading.stuck import is_strained
from detente.reading.tables import table
from detente.reading.wording import Spans

_TABLE: Mapping[str, Any] = table("picking")
WEIGHTS: Mapping[str, Mapping[str, float]] = _TABLE["weights"]
_MOST: Mapping[str, int] = _TABLE["most"]
_ENOUGH: Mapping[str, float] = _TABLE["enough"]
_BEST: Mapping[str, float] = _TABLE["enough_for_the_best"]
_LEAST: float = _TABLE["least"]
_CLASSES: dict[str, list[str]] = {}  # word → the classes that it is of
for _name, _members in _TABLE["classes"].items():
    for _word in _members.split():
        _CLASSES.setdefault(_word, []).append(_name)

_SINGLE: dict[str, dict[str, float]] = {  # of what is looked for, what single words add
    of: {word: float(weight) for weight, words in rows.items() for word in words.split()}
    for of, rows in _TABLE["words"].items()
}
_WEIGHED = frozenset(word for rows in _SINGLE.values() for word in rows)

_NOT = frozenset({"not", "n't", "n’t", "never", "no", "without", "nor"})
_HAVE = frozenset({"has", "have"})
_OLD = re.compile(r"\b(?:1[5-9]\d\d|20[01]\d)\b")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SHORT, _MIDDLING = 8, 18  # words of a sentence
_QUARTER = 4
_FEW = 6  # sentences of a text that is about what one of them says


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body, and what can be said of it, by the names of the weights."""

    span: Span
    marks: frozenset[str]
    words: frozenset[str] = frozenset()

    def weight(self, of: str) -> float:
        """The logarithm of the odds that it is what is looked for."""
        single = _SINGLE.get(of, {})
        return odds(WEIGHTS[of], self.marks, *(single.get(word, 0.0) for word in self.words))


def sentences(
    scene: Scene,
    said: Sequence[Evidence] = (),
    happened: Sequence[tuple[Event, Evidence]] = (),
) -> tuple[Sentence, ...]:
    """The sentences of the body, each with what it holds.

    Parameters
    ----------
    scene, said, happened
        The article, its positions, and its events with their quotes.
    """
    start, end = scene.document.headline or (0, 0)
    parting = _parting(scene.document.text)
    body = [
        span
        for span in scene.sentences
        if not start <= span.start_char < end and span.start_char < parting
    ]
    spoken = Spans((q.start - 2, q.end) for q in quotations(scene.document.text) if q.whole)
    positions = _within(body, ((piece.kind, piece) for piece in said))
    events = _within(body, ((event.kind, piece) for event, piece in happened))
    found = []
    for at, span in enumerate(body):
        inside = {
            *_by_words(span),
            *_by_form(span),
            *_by_place(at, len(body)),
            *_by_parties(scene, span),
            *_by_what_it_holds(positions[at], events[at]),
        }
        if span.start_char in spoken:
            inside.add("quoted")
        if is_strained(span.text):
            inside.add("strained")
        found.append(Sentence(span, frozenset(inside), frozenset(_single(span))))
    return tuple(found)


def _parting(text: str) -> int:
    r"""Where a short last line begins that calls or announces; the end, where none does.

    >>> [_parting(text) for text in ("They met.\nComing up: how to end it.\n", "Nobody moved.")]
    [10, 13]
    """
    told = text.rstrip()
    start = told.rfind("\n") + 1
    line = told[start:].strip()
    calls = line.endswith("!") or (":" in line and not any(mark in line for mark in '"“”'))
    return start if len(line) <= _LINE and calls else len(text)


_LINE = 90  # letters of a short line


def picked(
    told: Sequence[Sentence], of: str, says: Callable[[Sentence], object]
) -> Iterator[Sentence]:
    """The sentences that weigh enough, in the order of the text, and no more than a few.

    Of the best of an article less is asked. Where none weighs enough, the best of those that say it
    in so many words.

    Parameters
    ----------
    told
        The sentences of an article.
    of
        What is looked for: ``status_quo`` or ``ways_out``.
    says
        Whether one says it in so many words; asked only of those for which it matters.
    """
    plain = [(one.weight(of), one) for one in told]
    bars = (_BEST[of], *[_ENOUGH[of]] * (_MOST[of] - 1))
    weighed = _likeliest(plain, WEIGHTS[of]["in_so_many_words"], says, bars)
    best = [pair for pair, bar in zip(weighed, bars, strict=False) if pair[0] >= bar]
    if not best:
        floor = _LEAST if len(plain) > _FEW else -inf
        ranked = sorted((pair for pair in plain if pair[0] >= floor), key=_rank)
        best = list(islice((pair for pair in ranked if says(pair[1])), 1))
    yield from sorted((one for _, one in best), key=lambda one: one.span.start)


def _likeliest(
    plain: Iterable[_Weighed],
    extra: float,
    says: Callable[[Sentence], object],
    bars: Sequence[float],
) -> list[_Weighed]:
    """As many as there are bars, the likeliest first; whoever has no chance of it is not asked."""
    near = sorted((pair for pair in plain if pair[0] + extra >= min(bars)), key=_rank)
    best: list[_Weighed] = []
    for weight, one in near:
        if len(best) == len(bars) and best[-1][0] > weight + extra:
            break
        best = sorted([*best, (weight + extra * bool(says(one)), one)], key=_rank)[: len(bars)]
    return best


_Weighed = tuple[float, Sentence]


def _rank(weighed: _Weighed) -> tuple[float, int]:
    weight, one = weighed
    return -weight, one.span.start


def _single(span: Span) -> Iterator[str]:
    """Its words that are weighed by themselves, as written and by lemma."""
    for token in span:
        for word in (token.lower_, token.lemma_.lower()):
            if word in _WEIGHED:
                yield word


def _by_words(span: Span) -> Iterator[str]:
    """The classes of its words."""
    for token in span:
        for word in (token.lower_, token.lemma_.lower()):
            yield from _CLASSES.get(word, ())


def _by_form(span: Span) -> Iterator[str]:
    """What its words are to each other."""
    for token in span:
        yield from _by_token(token)
    yield from _by_marks(span.text.rstrip())
    root, count = span.root, sum(not t.is_space for t in span)
    if any(t.tag_ in {"VBZ", "VBP"} for t in (root, *root.children) if t.pos_ in {"VERB", "AUX"}):
        yield "present"
    for child in root.children:
        if child.dep_ in _SUBJECTS:
            yield from _by_subject(child)
    first = next((t for t in span if t.is_alpha), None)
    if first is not None and first.tag_ == "VB":
        yield "command"
    if count <= _MIDDLING:
        yield "short" if count <= _SHORT else "middling"


def _by_marks(text: str) -> Iterator[str]:
    if text.rstrip(" \"”’'").endswith("?"):
        yield "question"
    if '"' in text or "“" in text:
        yield "quote_inside"
    if ":" in text:
        yield "colon"
    if _OLD.search(text):
        yield "old_year"


def _by_token(token: Token) -> Iterator[str]:
    if token.lower_ in _NOT:
        yield from _by_negation(token)
    if token.lower_ in _HAVE and token.dep_ == "aux":
        yield "perfect"
        if "proposing" in _CLASSES.get(token.head.lemma_.lower(), ()):
            yield "has_proposed"
    if token.dep_ == "xcomp":
        yield "to_do"
    offering = token.pos_ == "VERB" and "offering" in _CLASSES.get(token.lemma_, ())
    if offering and not any(child.dep_ == "neg" for child in token.children):
        yield "offers"


def _by_negation(word: Token) -> Iterator[str]:
    """As in "no deal", "has not answered"."""
    yield "negated"
    above = word.head
    if word.lower_ in {"no", "without"}:
        near = {above.lemma_.lower(), *(child.lemma_.lower() for child in word.children)}
        if any({"deal", "talk"} & {*_CLASSES.get(noun, ())} for noun in near):
            yield "no_deal"
    elif any(child.lower_ in _HAVE for child in above.children):
        yield "has_not"


def _by_subject(subject: Token) -> Iterator[str]:
    words = {subject.lower_, *(c.lower_ for c in subject.children)}
    if words & {"neither", "no", "none", "nobody", "nothing"}:
        yield "subject_none"
    if words & {"both", "each", "they", "two"}:
        yield "subject_both"


def _by_place(at: int, count: int) -> Iterator[str]:
    places = {
        "first": at == 0,
        "second": at == 1,
        "early": at * _QUARTER < count,
        "late": at * _QUARTER >= count * (_QUARTER - 1),
        "last": at == count - 1,
    }
    yield from (name for name, holds in places.items() if holds)


def _by_parties(scene: Scene, span: Span) -> Iterator[str]:
    named, pair = {*scene.denoted(span.start, span.end)}, {*scene.pair}
    yield ("none_named", "one_named", "both_named")[min(len(named & pair), 2)]
    if named - pair:
        yield "other_named"
    if not named:
        yield "nobody_named"


def _within(body: Sequence[Span], pieces: Iterable[tuple[str, Evidence]]) -> list[set[str]]:
    """The kinds of what is quoted from each sentence."""
    starts, found = [span.start_char for span in body], [set[str]() for _ in body]
    for kind, piece in pieces:
        first = max(bisect_right(starts, piece.start) - 1, 0)
        for at in range(first, bisect_left(starts, piece.end)):
            if piece.start < body[at].end_char:
                found[at].add(kind)
    return found


def _by_what_it_holds(said: Collection[str], happened: Collection[str]) -> Iterator[str]:
    yield from (f"said_{kind}" for kind in said or ["nothing"])
    yield from (f"event_{kind}" for kind in happened or ["none"])
