"""Which encoding a text is in that does not say so: the one in which it has words.

Nothing but the small words of a language (its prepositions, its "and" and "that") tells a code page
from another: all of them give letters.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from detente.reading import form
from detente.reading.languages.tables import table

_MUCH = 0.25  # bytes beyond ASCII: a script that is not Latin
_SHORTEST = 40  # bytes in which UTF-16 can be told
_FEWEST = 0.04  # of the words: small words of the language
_BROKEN = 0.01  # of the letters: such as an encoding may lack
_KANA = 0.15  # of the letters, in Japanese
_SAMPLE = 20_000  # characters that suffice
_WORD = re.compile(r"[^\W\d_]+")
_HIRAGANA = re.compile("[ぁ-ん]")
_STRANGE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\u2500-\u259f\ufffd\ue000-\uf8ff]")

# By script: what may be tried, and the language that must come out.
OTHERS = (
    ("cp1251", "ru"), ("cp1251", "uk"), ("koi8-u", "ru"), ("koi8-u", "uk"), ("cp866", "ru"),
    ("iso8859-5", "ru"), ("cp932", "ja"), ("euc-jp", "ja"), ("iso2022-jp", "ja"), ("cp1256", "ar"),
    ("iso8859-6", "ar"),
)  # fmt: skip
WESTERN = (
    ("cp1252", "en"), ("cp1252", "de"), ("cp1252", "fr"), ("cp1252", "es"), ("cp1254", "tr"),
    ("iso8859-16", "ro"), ("cp1250", "ro"),
)  # fmt: skip
_BY_HABIT = ("iso8859-1", "cp1252", "ascii")  # as browsers take them
# Codecs of Python that no page is in.
_NOT_OF_PAGES = (
    "undefined", "idna", "punycode", "unicode_escape", "raw-unicode-escape", "unicode-escape",
    "utf-7", "mbcs", "oem", "charmap",
)  # fmt: skip
_WIDER = ("utf-16", "utf-32")
WIDE = ("utf-16-le", "utf-16-be")


def guessed(given: bytes) -> str | None:
    """The encoding of bytes that are no UTF-8 and have no mark, or none.

    >>> guessed("Мы не согласны с этим, и в договоре этого нет.".encode("koi8-u"))
    'koi8-u'
    >>> guessed("Görüşmeler için ve anlaşma için şartlar ağır.".encode("cp1254"))
    'cp1254'
    >>> guessed(bytes(range(128, 256))) is None
    True
    """
    if b"\x00" in given:
        if len(given) < _SHORTEST:
            return None
        return next((wide for wide in WIDE if _is_wide(given, wide)), None)
    many = sum(byte > 127 for byte in given[:_SAMPLE]) > len(given[:_SAMPLE]) * _MUCH  # noqa: PLR2004
    if not many and b"\x1b$" not in given:
        return max(WESTERN, key=lambda pair: _words(given, *pair))[0]
    found = [(_words(given, *pair), pair[0]) for pair in OTHERS]
    share, encoding = max(found, key=lambda pair: pair[0])
    return encoding if share >= _FEWEST else None


def borne_out(given: bytes, declared: str) -> str | None:
    """The encoding that is declared, as far as the bytes bear it out; else what they are, or none.

    What is declared Latin-1, by habit, may be UTF-8 or in another script.

    >>> borne_out("Zürich".encode(), "iso-8859-1"), borne_out("Zürich".encode("cp1252"), "latin1")
    ('utf-8', 'cp1252')
    >>> borne_out("Мы не согласны с этим и в договоре этого нет.".encode("cp1251"), "iso-8859-1")
    'cp1251'
    >>> borne_out(b"Talks", "undefined"), borne_out(b"Talks", "no-such")
    (None, None)
    """
    try:
        encoding = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if encoding in _NOT_OF_PAGES or (encoding.startswith(_WIDER) and b"\0" not in given):
        return None
    if not encoding.startswith("utf-") and not given.isascii() and _is_utf8(given):
        return "utf-8"
    if encoding in _BY_HABIT:
        found = guessed(given)
        return found if found in {other for other, _ in OTHERS} else "cp1252"
    return encoding


def mended(given: bytes) -> str | None:
    r"""What is UTF-8 but for a few bytes, or for a letter that is cut at its end.

    >>> mended("Élysée et São Tomé".encode() + b"\xe2\x80")
    'Élysée et São Tomé'
    >>> mended(b"caf\xe9") is None
    True
    """
    text = given.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text) - broken
    if broken == 1 and text.endswith("\ufffd") and len(given) > len(text.encode()) - 3 and whole:
        return text[:-1]
    return text if whole and broken * 4 <= whole else None


def _is_utf8(given: bytes) -> bool:
    try:
        given.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_wide(given: bytes, encoding: str) -> bool:
    """Whether bytes are UTF-16: mostly letters of few scripts come out."""
    text = _decoded(given, encoding)
    letters = _WORD.findall(text)
    scripts = {ord(letter) >> 8 for word in letters for letter in word}
    return bool(letters) and not _STRANGE.search(text) and len(scripts) <= 3  # noqa: PLR2004


def _words(given: bytes, encoding: str, language: str) -> float:
    """How large a share of the words are small ones of a language, in an encoding."""
    text = _decoded(given, encoding)
    broken = text.count("\ufffd")  # letters that the encoding has not, or one that the sample cuts
    text = text.replace("\ufffd", "")
    words = [word.casefold() for word in _WORD.findall(text)]
    if not words or _STRANGE.search(text) or broken > 1 + len(text) * _BROKEN:
        return 0
    if language == "ja":
        share = len(_HIRAGANA.findall(text)) / sum(map(len, words))
        return share if share >= _KANA else 0
    return sum(word in _small(language) for word in words) / len(words)


def _decoded(given: bytes, encoding: str) -> str:
    return given[:_SAMPLE].decode(encoding, "replace")


@cache
def _small(language: str) -> frozenset[str]:
    if language == "en":
        return form.COMMON
    about = table(language)
    kinds = ("articles", "oblique", "places", "that", "and", "small", "to")
    return frozenset(word for kind in kinds for word in about.get(kind, "").split())
