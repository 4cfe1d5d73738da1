"""Names whose first letters stand in brackets after them: "Alternative for Germany (AfD)".

Where such a name begins is found from its last letter to its first (Schwartz and Hearst, 2003);
where the letters are those of another language, by their number.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from detente.reading.page import is_word
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
    >>> end_of(phrase("Rail, Maritime and Transport Workers' union (RMT) struck"), 0)
    8
    """
    return _spans(doc).get(at)


def abbreviations(doc: Doc) -> frozenset[str]:
    """The letters that stand so after a name.

    >>> from detente.reading.page import phrase
    >>> sorted(abbreviations(phrase("Alternative for Germany (AfD) won")))
    ['AfD']
    """
    return frozenset(doc[end + 1].text for end in _spans(doc).values())


def pairs(doc: Doc) -> Iterator[tuple[int, int]]:
    """The last word of each such name, and the letters behind it.

    >>> from detente.reading.page import phrase
    >>> list(pairs(phrase("Alternative for Germany (AfD) won")))
    [(2, 4)]
    """
    return ((end - 1, end + 1) for end in _spans(doc).values())


@lru_cache(maxsize=2)
def _spans(doc: Doc) -> dict[int, int]:
    spans: dict[int, int] = {}
    for token in doc[: max(0, len(doc) - 2)]:
        if token.text != "(" or doc[token.i + 2].text != ")" or token.is_sent_start:
            continue
        start = _start(doc, token.i, doc[token.i + 1].text)
        if start is None:
            start = _of_trades(doc, token.i, doc[token.i + 1].text)
        if start is not None and token.i - start > 1:
            spans[start] = token.i
    return spans


def _start(doc: Doc, end: int, short: str) -> int | None:
    """Where the words begin that have these letters, read backwards from a bracket."""
    capitals = [letter for letter in short if letter.isupper()]
    if len(capitals) == 1 and short.istitle():
        return _coined(doc, end, short)
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


def _of_trades(doc: Doc, end: int, short: str) -> int | None:
    """As "RMT" of the Rail, Maritime and Transport Workers' union: a list, and a plain noun."""
    at = end - 1
    if not short.isupper() or doc[at].lower_ not in nouns("heads.union") or doc[at].is_sent_start:
        return None
    left = list(short)
    for token in reversed(doc[doc[at].sent.start : at]):
        if token.text[:1].isupper() and token.text[0] == left[-1]:
            left.pop()
            if not left:
                return token.i
        elif token.lower_ not in _WORKERS | _LISTED:
            return None
    return None


_WORKERS = frozenset({"workers", "employees", "staff"})
_LISTED = frozenset({",", "and", "&", "'", "’", "'s", "’s", "of"})


def _coined(doc: Doc, end: int, short: str) -> int | None:
    """As "Apib" of the Articulation of Indigenous Peoples of Brazil: its letters, in any order.

    Or the first of some of its words, in their order, as "Sadec" of the South Asia Dec. Council.
    """
    if not _FEWEST < len(short) <= _MOST or is_word(short.casefold()):
        return None
    named = [token for token in _back(doc, end) if token.text[:1].isupper()]
    for many in range(len(short), _FEWEST, -1):
        first = named[many - 1] if many <= len(named) else None
        if first is None or first.text[0] != short[0]:
            continue
        if many == len(short) and sorted(short.upper()) == sorted(t.text[0] for t in named[:many]):
            return first.i
        if _spells(short.casefold(), [token.lower_ for token in reversed(named[:many])]):
            return first.i
    return None


def _spells(short: str, words: list[str]) -> bool:
    """Whether letters are the beginnings of words, one after the other, none left out."""
    if not words:
        return not short
    cuts = range(1, len(short) + 1)
    return any(words[0].startswith(short[:at]) and _spells(short[at:], words[1:]) for at in cuts)


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
