"""Names whose first letters stand in brackets after them: "Alternative for Germany (AfD)".

Where such a name begins is found from its last letter to its first (Schwartz and Hearst, 2003);
where the letters are those of another language, by their number.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from detente.reading.parsed import Doc, Token
from detente.reading.parties.cast import SMALL
from detente.reading.parties.names import nouns

_FEWEST, _MOST = 2, 8  # letters


def end_of(doc: Doc, at: int) -> int | None:
    """Where the name ends that starts at a token and whose letters follow in brackets.

    >>> from detente.reading.page import phrase
    >>> end_of(phrase("Alternative for Germany (AfD) won"), 0)
    3
    >>> end_of(phrase("Scottish National Party (SNP) won"), 0)
    3
    >>> end_of(phrase("Germany (AfD) won"), 0) is None
    True
    """
    return _spans(doc).get(at)


def abbreviations(doc: Doc) -> frozenset[str]:
    """The letters that stand so after a name.

    >>> from detente.reading.page import phrase
    >>> sorted(abbreviations(phrase("Alternative for Germany (AfD) won")))
    ['AfD']
    """
    return frozenset(doc[end + 1].text for end in _spans(doc).values())


@lru_cache(maxsize=2)
def _spans(doc: Doc) -> dict[int, int]:
    spans: dict[int, int] = {}
    for token in doc[: max(0, len(doc) - 2)]:
        if token.text != "(" or doc[token.i + 2].text != ")" or token.is_sent_start:
            continue
        start = _start(doc, token.i, doc[token.i + 1].text)
        if start is not None and token.i - start > 1:
            spans[start] = token.i
    return spans


def _start(doc: Doc, end: int, short: str) -> int | None:
    """Where the words begin that have these letters, read backwards from a bracket."""
    capitals = [letter for letter in short if letter.isupper()]
    if not _FEWEST <= len(capitals) <= _MOST or not short.isalpha():
        return None
    named = [token for token in _back(doc, end) if token.text[:1].isupper()][: len(capitals)]
    if len(named) < len(capitals) or named[-1].text[:1] != capitals[0]:
        return None
    linked = any(token.lower_ in {"of", "for"} for token in doc[named[-1].i : end])
    fits = [token.text[:1] for token in named] == capitals[::-1]
    described = nouns("roles") | nouns("portfolios")
    plain = all(token.lower_ in described for token in doc[named[-1].i : end])
    return named[-1].i if (fits or linked) and not plain else None


def _back(doc: Doc, end: int) -> Iterator[Token]:
    """The tokens before a bracket, the last first, as far as a name may reach."""
    for at in range(end - 1, -1, -1):
        token = doc[at]
        tied = token.text in _TIES or (at and doc[at - 1].text == "-")
        if not (token.text[:1].isupper() or token.lower_ in SMALL or tied):
            return
        yield token
        if token.is_sent_start:
            return


_TIES = frozenset({"-", "'s", "’s", "'", "’"})
