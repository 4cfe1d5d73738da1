"""The paragraphs of an English article that are in another language."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from detente.dispute.evidence import Document
from detente.reading import form, noise
from detente.reading.languages.tables import supported, table

Passage = tuple[int, int, str]

_FEW = 6  # words of a paragraph whose language can be told
_SHARE = 8  # of how many words one is a small word of the language
_ENGLISH = 12  # and of how many one is, in what is surely English
_STRANGE = 3  # letters that English has not
_LETTERS = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile("[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af\u0590-\u08ff]")


def passages(document: Document) -> tuple[Passage, ...]:
    r"""Where paragraphs begin and end that are in another language than English, and in which.

    >>> text = "Talks failed.\n\nКиев не подпишет договор, пока Москва не выведет войска."
    >>> passages(Document("d1", text=text, language="en"))
    ((15, 71, 'ru'),)
    """
    if document.language not in form.READ:
        return ()
    return _found(document.text, document.headline, document.noise)


@lru_cache(maxsize=8)
def _found(
    text: str, headline: noise.Line | None, left_out: tuple[noise.Line, ...]
) -> tuple[Passage, ...]:
    lines = (line for line in noise.lines(text) if line != headline and line not in set(left_out))
    told = ((start, end, _other(text[start:end])) for start, end in lines)
    return tuple((start, end, language) for start, end, language in told if language)


def _other(line: str) -> str | None:
    """The language of a paragraph, where it is none that is read whole."""
    if line.isascii() and len(line.split()) < _FEW:
        return None
    letters = len(_LETTERS.findall(line))
    if len(_FOREIGN.findall(line)) * 2 > letters:
        return form.language(line) if letters > _FEW else None
    words = re.findall(r"[^\W\d_]+", line.casefold())
    english = sum(word in form.COMMON for word in words) * _ENGLISH >= len(words)
    if english or len(words) < _FEW:
        return None
    strange = sum(not letter.isascii() for letter in "".join(words)) >= _STRANGE
    if not strange and not any(_is_of(words, language) for language in _spaced()):
        return None
    language = form.language(line, "en") or ""
    known = strange or (language in supported() and _is_of(words, language))
    return language if known and language not in form.READ else None


def _is_of(words: list[str], language: str) -> bool:
    """Whether as many small words of a language stand in a paragraph as it must have."""
    small = _small(language)
    return sum(word in small for word in words) * _SHARE >= max(len(words), 2 * _SHARE)


@cache
def _spaced() -> tuple[str, ...]:
    return tuple(language for language in supported() if language not in (*form.READ, "ja", "ar"))


@cache
def _small(language: str) -> frozenset[str]:
    about = table(language)
    kinds = ("articles", "oblique", "places", "that", "and", "within", "small")
    return frozenset(word for kind in kinds for word in about.get(kind, "").split()) - form.COMMON
