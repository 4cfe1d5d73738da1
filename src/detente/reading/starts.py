"""Where sentences begin, before the parser sees a page: lines, bullets, what follows a dateline."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.reading import datelines
from detente.reading.listing import BULLET

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse

_BULLET = re.compile(
    rf"^[ \t]*(?:{BULLET})[ \t]+"
    r"|^[ \t]*\d{1,2}[:.]\d{2}[ \t]*(?:[|-][ \t]*)?",
    re.MULTILINE,
)
_ASIDE = re.compile(
    r"^[ \t]*(?:(?:By|Written by|Reported by|From) [A-Z][^\n.!?]{2,80}$"
    r"|[A-Z][A-Z .'/-]{2,40}\.(?=[ \t])|[(\[][^\n()\[\]]{2,120}[)\]]$"
    r"|(?:[A-Z]?[a-z]+day,? )?(?:\d{1,2} )?[A-Z][a-z]+ (?:\d{1,2},? )?\d{4}$)",
    re.MULTILINE,
)
_WRAPPED = range(50, 100)  # the widths of lines that an editor broke
_NARROW = range(20, 50)  # and of a column, where the words themselves must go on
_GOES_ON = re.compile(
    r"(?:,|\b(?:a|an|the|its|their|his|her|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who"
    r"|if|unless|until|as|than|is|are|was|were|be|has|have|had|will|would|could|not|said|it|they))$"
)


def mark(doc: Parse, text: str) -> None:
    """Mark all tokens with which a sentence begins, at once: one by one, each looks all through.

    Within a line none begins right behind a word: "TESK, May 3 - Norland | and Sudmark stood".
    """
    import numpy as np

    begun = {*_begun(doc, breaks(text)), *_endless(doc)}
    marks = np.zeros(len(doc), np.int64)
    behind_word = doc.to_array("IS_ALPHA")[:-1].astype(bool)
    marks[1:][behind_word] = -1
    marks[sorted(begun)] = 1
    for at in _within_names(doc):
        marks[at] = -1
    doc.from_array("SENT_START", marks.astype(np.uint64))  # type: ignore[arg-type]  # of one dimension will do


def breaks(text: str) -> list[int]:
    r"""Offsets at which a sentence must start: lines, and what follows a dateline or a bullet.

    >>> breaks("TESK, May 3 - The port shut.\n- One")
    [0, 14, 29, 31]
    """
    found = {match.end() for match in _BULLET.finditer(text)}
    found |= {end for _, end in datelines.find(text)}
    found |= _line_starts(text)
    return sorted(found)


def asides(text: str) -> list[tuple[int, int]]:
    r"""Spans that stand in the text but say nothing: datelines, bylines, remarks in brackets.

    >>> asides("By Ana Berg, in Tesk\n\nTESK - The port shut.")
    [(0, 20), (22, 29)]
    """
    return sorted([*datelines.find(text), *(match.span() for match in _ASIDE.finditer(text))])


def _line_starts(text: str) -> set[int]:
    found = {0}
    at, previous = 0, ""
    lines = text.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.strip() and not _continues(previous, line, following):
            found.add(at)
        previous, at = line, at + len(line) + 1
    return found


def _continues(previous: str, line: str, following: str) -> bool:
    """Whether a line goes on with a sentence that an editor's right margin broke.

    >>> _continues("Norland said on Monday it would reopen", "the port only if", "")
    True
    >>> _continues("Port row drags on in Norland", "Norland said on Monday it would", "")
    False
    """
    before, now = previous.rstrip(), line.strip()
    if len(before) in _NARROW and before[-1] not in ".!?:":
        return now[:1].islower() or _GOES_ON.search(before) is not None
    if len(before) not in _WRAPPED or before[-1] in ".!?:":
        return len(before) in _WRAPPED and now[:1].islower()
    return now[:1].islower() or abs(len(following.rstrip()) - len(before)) < 20 or len(now) < 50  # noqa: PLR2004


def _begun(doc: Parse, starts: Sequence[int]) -> Iterator[int]:
    """The first words at or after some offsets, of which each follows the one before."""
    places = doc.to_array("IDX").tolist()
    position = 0
    for start in starts:
        if position and start <= places[position - 1]:
            continue
        position = bisect_left(places, start, position)
        while position < len(places) and doc[position].is_space:
            position += 1
        if position == len(places):
            return
        yield position
        position += 1


def _within_names(doc: Parse) -> Iterator[int]:
    """The small words of "Mato Grosso do Sul", and what follows "Brig.": no sentence begins so."""
    forms = doc.to_array("ORTH").tolist()
    small, ranks = ({doc.vocab.strings[word] for word in of} for of in (_PARTICLES, RANKS))
    for at in range(1, len(forms) - 1):
        small_one = forms[at] in small and doc[at - 1].is_title and doc[at + 1].is_title
        if small_one or (forms[at - 1] in ranks and doc[at].is_title):
            yield at


_PARTICLES = ("do", "da", "dos", "das")
RANKS = (  # the tokenizer would part them from their dots
    "Brig.", "Maj.", "Capt.", "Cmdr.", "Cdr.", "Sgt.", "Insp.", "Supt.", "Amb.", "Hon.", "Engr.",
    "Atty.",
)  # fmt: skip


def _endless(doc: Parse) -> Iterator[int]:
    """Where a sentence begins anew after more words without an end than any has."""
    forms, spelt = doc.to_array("ORTH").tolist(), doc.vocab.strings
    ends = {form for form in {*forms} if spelt[form] in _ENDS or "\n" in spelt[form]}
    run = 0
    for at, form in enumerate(forms):
        run = 0 if form in ends else run + 1
        if run > _LONGEST and not doc[at].is_space:
            yield at
            run = 0


_ENDS = frozenset({".", "!", "?"})
_LONGEST = 300  # tokens of a sentence
