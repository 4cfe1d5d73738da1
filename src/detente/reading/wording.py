"""Lists of words, written as one writes them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set.

    Examples
    --------
    >>> sorted(words("strait bay"))
    ['bay', 'strait']
    """
    return frozenset(text.split())
