"""What speaks for two positions of one holder being a change, and what it weighs.

The marks of a pair are weighed by ``data/changes.toml``; what is told as once and, right beside it,
as new or as the opposite stands unless much speaks against it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import takewhile
from math import inf
from typing import Any

from detente.reading.changes import set_apart, turns
from detente.reading.changes.flashbacks import stems
from detente.reading.changes.timed import PERHAPS, SURE, Told, distance, holds
from detente.reading.courses import COURSES, NO_COURSE, OPPOSED, step_between
from detente.reading.odds import odds
from detente.reading.tables import table
from detente.reading.wording import words

_TABLE: Mapping[str, Any] = table("changes")
_WEIGHTS: Mapping[str, float] = _TABLE["weights"]
_ENOUGH: float = _TABLE["enough"]
_PLAIN = -2.0  # of what is told plainly
_FAR = 2600  # characters between the two, at most
_GAPS = ((60, "near"), (260, "close"), (450, "middling"), (inf, "far"))
_NEXT = 140  # to what is told anywhere in the next sentence
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = words("""
    that this with from have been would will were they their there what when which until said says
    than then into over only also even more about after before could should must does not""")
_END = re.compile(r"[.!?\n]")  # of a sentence


def pairs(
    told: Sequence[Told], ruled: Collection[tuple[int, int]], texts: Mapping[str, str]
) -> Iterator[tuple[int, int, frozenset[str]]]:
    """What one might have held before and after, and what can be said of the two together.

    Parameters
    ----------
    told, ruled
        The positions, and the places of those that the rules pair.
    texts
        The text of each document by its id.
    """
    leads, known = _leads(told), Counter(stem for one in told for stem in stems(one.piece.quote))
    for at, one in enumerate(told):
        same = turns.SAME.search(one.piece.quote) is not None
        if not (one.past or one.is_then or same or set_apart.said_then(one.piece.quote)):
            continue
        text = texts[one.piece.document]
        alone = frozenset(set_apart.marks(one.piece, text))
        where = _Place(
            lead=_lead(leads, told, at),
            follows=_goes_on(told, at),
            same=same or turns.STILL.search(one.piece.quote) is not None,
        )
        for others in (range(at - 1, -1, -1), range(at + 1, len(told))):
            near = takewhile(partial(_is_near, told, at), others)
            for to in (to for to in near if _may_be(one, told[to])):
                marks = {*alone, *_marks(one, told[to], text), *_of_matter(one, told[to], known)}
                marks |= {*_of_place(told, at, to, where)}
                by_rule = {"by_rule"} if (at, to) in ruled else set[str]()
                now = _in_so_many_words(told, to) if "plain" in marks else to
                yield at, now, frozenset(marks | by_rule)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an earlier position stands, whatever it is held against.

    What its holder's first course is, whether the next sentence tells what he says now, and
    whether it is "the same man", or "still", in so many words.
    """

    lead: int | None
    follows: bool
    same: bool


def _of_place(told: Sequence[Told], at: int, to: int, where: _Place) -> Iterator[str]:
    """What is said by where the two stand: what is held now comes next, or began the text."""
    one, back = told[at], to < at
    looks = one.looks_back or one.is_then or where.same
    if where.follows and to == at + 1:
        yield "goes_on"
    if back and looks and where.lead == to:
        yield from ["lead_same"] if where.same else []
        yield from [] if where.follows else ["lead_alone"]
    if back and one.looks_back:
        yield "looks_back"
        yield from ["looks_back_terms"] if told[to].piece.kind in COURSES else []


def _goes_on(told: Sequence[Told], at: int) -> bool:
    """Whether what the holder says now stands in the next sentence."""
    if at + 1 == len(told):
        return False
    piece, after = told[at].piece, told[at + 1].piece
    beside = piece.document == after.document and 0 <= after.start - piece.end < _NEXT
    new = told[at + 1].is_now or told[at + 1].new == SURE or turns.OPENS_NOW.match(after.quote)
    return bool(beside and new and {*piece.holder} & {*after.holder})


def _leads(told: Sequence[Told]) -> dict[tuple[str, str], int]:
    """Where each text tells the first course of each party: what it begins with."""
    found: dict[tuple[str, str], int] = {}
    for at, one in enumerate(told):
        if one.piece.kind in _COURSES and one.past != SURE:
            for party in one.piece.holder:
                found.setdefault((one.piece.document, party), at)
    return found


_COURSES = COURSES | {"demand"}


def _lead(leads: Mapping[tuple[str, str], int], told: Sequence[Told], at: int) -> int | None:
    """Where the first course of a holder stands, before what it holds here."""
    piece = told[at].piece
    own = (leads.get((piece.document, party), at) for party in piece.holder)
    return min((to for to in own if to < at), default=None)


def _in_so_many_words(told: Sequence[Told], to: int) -> int:
    """Where it is told what one holds now: "struck a softer note. “Sign, and I will pay”"."""
    now, after = told[to].piece, told[min(to + 1, len(told) - 1)].piece
    noted = turns.NOTE.search(now.quote) is not None
    open_ended = now.kind == "claim" and now.quote[-1] not in '.!?”"'
    far = _NEXT if noted else _GAPS[0][0] if open_ended else 0
    beside = now.document == after.document and 0 <= after.start - now.end < far
    goes_on = beside and after.kind in COURSES and bool({*now.holder} & {*after.holder})
    return to + 1 if goes_on else to


def _is_near(told: Sequence[Told], at: int, to: int) -> bool:
    one, other = told[at], told[to]
    return other.piece.document == one.piece.document and distance(one, other) <= _FAR


def _may_be(one: Told, other: Told) -> bool:
    """Whether both are of one holder and of one matter, and neither is in the other."""
    shared = {*one.piece.holder} & {*other.piece.holder} or _is_the_same(one, other)
    inside = holds(other.piece, one.piece) and not one.is_then
    apart = shared and not (holds(one.piece, other.piece) or inside)
    return bool(apart) and not (_is_repeated(one, other) or _is_mere_word_of_else(one, other))


def _is_mere_word_of_else(one: Told, other: Told) -> bool:
    """As in "In May it said that the pier was safe. On Monday it said how well the talks went"."""
    mere = one.piece.kind in NO_COURSE | {"claim"} and not {*one.piece.quote} & {*'"“'}
    turned = set_apart.SHIFT.search(other.piece.quote) and other.is_now
    return mere and not turned and _is_of_else(one, other)


def _is_the_same(one: Told, other: Told) -> bool:
    """As in "It will not pay. In May the same ministry had called a toll fair"."""
    gap = one.piece.start - other.piece.end
    return 0 <= gap < _NEXT and one.is_then and turns.VERY_SAME.search(one.piece.quote) is not None


def _is_repeated(one: Told, other: Told) -> bool:
    """As in "had promised that it would never leave", "refuses to leave"."""
    quotes = (one.piece.quote, other.piece.quote)
    same = one.piece.kind == other.piece.kind and turns.AGAIN.search(other.piece.quote)
    both = all(map(turns.NOT.search, quotes)) and stems(quotes[0]) & stems(quotes[1])
    return bool(same or both)


def _is_of_else(one: Told, other: Told) -> bool:
    """Whether what is told later may be of anything: it is but said, and no word is shared.

    As in "Norland had offered to pay. It said on Monday that the weather was bad". So is what one
    once charged another with, unless it is what one called something.
    """
    earlier, later = one.piece, other.piece
    held = turns.CALLED.search(earlier.quote) or turns.SAME.search(earlier.quote)
    opens = one.is_then and turns.OPENS_NOW.match(later.quote)
    if earlier.kind in NO_COURSE and not held:
        return not opens or turns.CHARGED.search(earlier.quote) is not None
    if later.kind != "claim" or stems(earlier.quote) & stems(later.quote):
        return False
    if earlier.kind == "claim":
        return not (held or other.new == SURE or turns.WEIGHED.search(earlier.quote))
    return not (held or other.new == SURE or turns.OPENS_NOW.match(later.quote))


def _marks(one: Told, other: Told, text: str) -> Iterator[str]:
    """What speaks for or against the one's having been held before the other."""
    earlier, later = one.piece, other.piece
    between = text[min(earlier.end, later.end) : max(earlier.start, later.start)]
    gap = distance(one, other)
    yield from (f"earlier_{earlier.kind}", f"later_{later.kind}")
    yield next(name for most, name in _GAPS if gap < most)
    said = {
        "contrast": one.is_contrast,
        "history": one.is_history,
        "but": turns.BUT.search(between) or turns.BUT.search(later.quote),
        "paragraph": "\n" in between.strip(),
        "sentence": not _END.search(between),
        "then": one.is_then,
        "now": other.is_now,
        "then_and_now": one.is_then and other.is_now,
        "still": turns.STILL.search(earlier.quote),
        "same": turns.SAME.search(earlier.quote),
        "next_now": 0 <= later.start - earlier.end < _NEXT and turns.OPENS_NOW.match(later.quote),
        "plain": _is_plain(one, other) or _is_then_and_now(one, other, between),
        "courses_apart": {earlier.kind, later.kind} <= COURSES and step_between(earlier, later),
        "shift_between": 0 <= gap < _BETWEEN and set_apart.SHIFT.search(between),
    }
    yield from (name for name, is_so in said.items() if is_so)


def _of_matter(one: Told, other: Told, known: Mapping[str, int]) -> Iterator[str]:
    """What words the two share, and how rare these are among the positions of the article."""
    shared = len(_words(one.piece.quote) & _words(other.piece.quote))
    yield f"words_{min(shared, 2)}"
    if _is_of_else(one, other):
        yield "of_else"
    both = stems(one.piece.quote) & stems(other.piece.quote)
    rarest = min((known[stem] for stem in both), default=0)
    yield next(name for most, name in _RARE if rarest <= most)
    if len(both) > 1:
        yield "stems_many"


_BETWEEN = 300  # characters in which a change is told of
_RARE = ((0, "stem_none"), (2, "stem_rare"), (4, "stem_some"), (inf, "stem_common"))


def _is_plain(one: Told, other: Told) -> bool:
    """Whether the one is told as held once, and right beside it the other as new or opposite.

    What is only claimed must be told as new in so many words, and stand against a course.
    """
    kinds, step = {one.piece.kind, other.piece.kind}, step_between(one.piece, other.piece)
    apart = distance(one, other) >= _GAPS[0][0] or other.past == SURE
    called = turns.is_lead(one.piece.quote) and turns.CALLED.search(one.piece.quote) is not None
    if apart or (kinds & NO_COURSE and not called) or turns.AGAIN.search(other.piece.quote):
        return False
    if one.past < SURE:
        told = one.past == PERHAPS and other.new == SURE and not other.past
        return told and step > 0 and kinds <= COURSES
    if called:
        return other.piece.kind in COURSES  # "it agreed to that a week after calling it absurd"
    if "claim" in kinds:
        course = one.is_contrast or one.piece.kind in COURSES | {"intent", "demand"}
        return other.new == SURE and course and other.piece.kind == "claim"
    if len(kinds) == 1:  # "had promised to leave. It said on Monday that it would stay"
        return other.new == SURE or (kinds == {"intent"} and other.is_now)
    return bool(other.new) or step >= OPPOSED or turns.is_lead(one.piece.quote)


def _is_then_and_now(one: Told, other: Told, between: str) -> bool:
    """Whether the one is of a time gone by, and the next that is told of that holder of today.

    "In June he swore that he would never sell. At the council on Wednesday he named a price".
    """
    gap = other.piece.start - one.piece.end
    beside = 0 <= gap < _NEXT and not _END.search(between.lstrip(' .”"'))
    if not one.is_then or one.piece.kind in NO_COURSE:
        return False
    later = not (one.is_history or other.is_history) if other.is_then else other.is_now
    within = other.is_now and holds(other.piece, one.piece)  # "who used to say so, now asks"
    told_so = within or (beside and later)
    return told_so and not turns.AGAIN.search(other.piece.quote) and not _are_apart(one, other)


def _are_apart(one: Told, other: Told) -> bool:
    """As in "In May it said that the pier was safe. On Monday it said how well the talks went"."""
    claims = one.piece.kind == other.piece.kind == "claim"
    now = other.piece.quote
    turned = turns.TURNED.search(now) or set_apart.SHIFT.search(now)
    return claims and not turned and not stems(one.piece.quote) & stems(other.piece.quote)


@lru_cache(maxsize=1 << 12)
def _words(quote: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(quote) if word not in _COMMON)


def weightiest(found: Iterable[tuple[int, int, frozenset[str]]]) -> Iterator[tuple[int, int]]:
    """The pairs that are told plainly or weigh enough, no position in two of them."""
    weighed = sorted(
        ("plain" not in marks, -odds(_WEIGHTS, marks), at, to) for at, to, marks in found
    )
    taken = set[int]()
    for doubtful, weight, at, to in weighed:
        enough = _ENOUGH if doubtful else _PLAIN
        if -weight >= enough and not {at, to} & taken:
            taken |= {at, to}
            yield at, to
