"""Lists below a sentence that ends in a colon: bullets, dashes, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.parsed import Span

BULLET = r"[-*•‣▪–—·]|\d{1,2}[.)]"  # with which an item begins
_MARK = re.compile(rf"[ \t]*(?:{BULLET}|\((?:\d{{1,2}}|[a-z])\)|[a-z][.)])[ \t]+")
_LINE = re.compile(r"[^\n]*\n?")
_MOST = 12  # items


def items(sentence: Span, text: str) -> list[Span]:
    r"""The items of the list that a sentence announces; `text` is the document's.

    Examples
    --------
    >>> from detente.reading.page import phrase
    >>> text = "Norland wants two things:\n\n- free passage\n- fees paid\n\nSudmark pays."
    >>> doc = phrase(text)
    >>> [item.text for item in items(doc[0:5], text)]
    ['free passage', 'fees paid']
    """
    last = next((t for t in reversed(list(sentence)) if not t.is_space), None)
    if last is None or last.text != ":":
        return []
    found = (sentence.doc.char_span(*place) for place in _places(text, last.idx + 1))
    return [item for item in found if item is not None][:_MOST]


def _places(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the items are: from each mark to the end of its line."""
    for line in _LINE.finditer(text, at):
        mark = _MARK.match(line[0])
        if mark is not None:
            yield line.start() + mark.end(), line.start() + len(line[0].rstrip())
        elif line[0].strip():
            return
