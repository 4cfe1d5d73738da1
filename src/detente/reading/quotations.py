"""Where quotations begin and end: straight and curly marks, over several sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’"}
_MARK = re.compile(r"[“”„«»\"‘’]")
_FRAGMENT = 6  # so many words quoted are a part of another's sentence
_LONGEST = 1500  # no quotation is taken to run on for longer


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """What stands between quotation marks, marks not included; `whole` if it holds a sentence."""

    start: int
    end: int
    whole: bool


def find(text: str) -> tuple[Quotation, ...]:
    r"""The outermost quotations of a text, in order.

    A mark that is never closed before the paragraph ends opens nothing, unless the next paragraph
    begins with an opening mark too (then the quotation runs on, as printers have it).

    Examples
    --------
    >>> text = '“No,” she said. “We want \"peace\" first.”'
    >>> [text[found.start : found.end] for found in find(text)]
    ['No,', 'We want "peace" first.']
    >>> text = 'She said: "We want peace.\n\n"We want it now." He left.'
    >>> [text[found.start : found.end].split() for found in find(text)]
    [['We', 'want', 'peace.', '"We', 'want', 'it', 'now.']]
    """
    found: list[Quotation] = []
    at = 0
    while match := _MARK.search(text, at):
        at = match.end()
        end = _closing(text, match.start())
        if end is not None:
            found.append(Quotation(at, end, _is_whole(text, at, end)))
            at = end + 1
    return tuple(found)


def is_paragraph(text: str, quotation: Quotation) -> bool:
    r"""Whether a quotation is a paragraph by itself: nobody is told to say it there.

    Examples
    --------
    >>> text = '“No,” she said.\n\n“We want peace.”\n\n“Never,” he said.'
    >>> [is_paragraph(text, found) for found in find(text)]
    [False, True, False]
    """
    apart = text.endswith("\n\n", 0, quotation.start - 1)
    after = quotation.end + 1
    return apart and (text.startswith("\n\n", after) or _SAID.search(text, after) is None)


def is_near(text: str, before: Quotation, quotation: Quotation) -> bool:
    """Whether no paragraph begins between two, or only what is quoted by itself."""
    said, *rest = text[before.end + 1 : quotation.start].split("\n\n")
    return not rest or (is_paragraph(text, quotation) and len(rest) == 1 and ". " not in said)


def _closing(text: str, start: int) -> int | None:
    mark = text[start]
    before, after = text[start - 1 : start], text[start + 1 : start + 2]
    if not after.strip() or (mark in '‘"' and before.isalnum()):
        return None
    if mark == '"':
        return _straight(text, start)
    closing = _PAIRS.get(mark)
    if closing is None:
        return None
    stop = _paragraph_end(text, start, mark)
    for place in range(start + 1, min(stop, start + _LONGEST)):
        following = text[place + 1 : place + 2]
        if text[place] in closing and not (mark == "‘" and following.isalnum()):
            return place
    return None


def _straight(text: str, start: int) -> int | None:
    stop = min(_paragraph_end(text, start, '"'), start + _LONGEST)
    end = text.find('"', start + 1, stop)
    while end >= 0 and text[end - 2 : end] == "\n\n":  # a paragraph that goes on opens anew
        end = text.find('"', end + 1, stop)
    return None if end < 0 else end


def _opens(text: str, start: int, mark: str) -> bool:
    """Whether a mark is the first thing behind a break."""
    said = _SAID.search(text, start)
    return said is not None and said[0] == mark


_SAID = re.compile(r"\S")


def _paragraph_end(text: str, start: int, mark: str) -> int:
    end = text.find("\n\n", start)
    while end >= 0 and _opens(text, end, mark):
        end = text.find("\n\n", end + 2)
    return len(text) if end < 0 else end


def _is_whole(text: str, start: int, end: int) -> bool:
    inside = text[start:end]
    return inside[:1].isupper() and (
        inside.rstrip()[-1:] in ".!?,…" or len(inside.split()) > _FRAGMENT
    )
