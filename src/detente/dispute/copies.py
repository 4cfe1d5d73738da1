"""Which documents repeat one another: the same agency's text in five papers is one witness.

Texts are compared as sets of shingles, runs of five words (Broder 1997, "On the resemblance and
containment of documents"), exactly and without sampling.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from detente.dispute.evidence import Document

_SHINGLE = 5  # words
_COPY = 0.5  # of the shingles of the shorter one


def copied(documents: Iterable[Document]) -> dict[str, str]:
    """By id of a document that repeats an earlier one: the first that tells the same.

    A document is a copy where more than half of the shingles of the shorter one stand in both.

    Examples
    --------
    >>> text = "The ferries will stay in port until the dues are paid, said the harbour ministry."
    >>> copied([Document("d1", text=text), Document("d2", text=f"By our staff. {text}")])
    {'d2': 'd1'}
    """
    documents = list(documents)
    if len(documents) == 1:
        return {}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    found: dict[str, str] = {}
    for document in documents:
        mine = shingles(document.text)
        shared = Counter(other for shingle in mine for other in holders.get(shingle, ()))
        near = (o for o, n in shared.items() if n > _COPY * min(sizes[o], len(mine)))
        first = min(near, key=list(sizes).index, default=None)
        if first is not None:
            found[document.id] = found.get(first, first)
        for shingle in mine:
            holders[shingle].append(document.id)
        sizes[document.id] = len(mine)
    return found


def repeats(quote: str, text: str) -> bool:
    """Whether a quote stands in a text, some words apart.

    >>> repeats("The ferries stay in port.", "Today: the ferries stay in port, they said.")
    True
    """
    mine, words = shingles(quote), _plain(quote)
    return words in _plain(text) or bool(mine and len(mine & shingles(text)) > _COPY * len(mine))


def _plain(text: str) -> str:
    words = re.findall(r"\w+", text.lower())
    return f" {' '.join(words)} "


def shingles(text: str) -> frozenset[str]:
    """The runs of five words of a text, in lower case.

    >>> sorted(shingles("One two, three four five six."))
    ['one two three four five', 'two three four five six']
    """
    words = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1))


def witnesses(documents: Iterable[Document], named: Iterable[str]) -> frozenset[str]:
    """The independent ones among the documents that are named: of copies, the first alone.

    >>> witnesses([Document("d1", text="a b c d e f"), Document("d2", text="A b c d e f")], ["d2"])
    frozenset({'d1'})
    """
    first = copied(documents)
    return frozenset(first.get(name, name) for name in named)
