"""How wide words are, in the fonts that a page may be set in.

Figures are laid out in Helvetica's widths (Arial and Liberation Sans copy them), to which their
labels are set whatever the font. Whether page one fits a sheet is asked of the widest of the fonts
in its stack: DejaVu Sans stands in for Arial where a system has neither it nor a copy, and is a
seventh wider.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

_KNOWN_SCRIPTS = (
    "LATIN",
    "GREEK",
    "CYRILLIC",
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "HANGUL",
    "FULLWIDTH",
)


_FROM_ABOVE = {"ARABIC": 800, "HEBREW": 700}  # of their letters, on average in a word


@dataclass(frozen=True, eq=False, slots=True)
class Face:
    """Advance widths in thousandths of an em: characters by width, then what stands for others.

    `upper` and `other` are of letters that the table does not have, `bold` is a bold letter in
    regular ones.
    """

    widths: Mapping[int, str]
    upper: int
    other: int
    bold: float

    def em(self, character: str) -> int:
        """The width of a character that the font has."""
        found = _table(self).get(character)
        return found or (self.upper if character.isupper() else self.other)


HELVETICA = Face(
    {
        191: "'", 222: "ijl‘’", 278: " \u00a0!,./:;I[]\\ft·|", 333: "()-r`“”", 355: '"',
        389: "*", 469: "^", 500: "cksvxyzJ", 537: "¶", 556: "#$0123456789?_abdeghnopquL–",
        584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm",
        889: "%", 944: "W", 1000: "…—→←", 1015: "@",
    },
    upper=740, other=600, bold=1.07,
)  # fmt: skip
DEJAVU = Face(
    {
        275: "'", 278: "ijl", 295: "IJ", 318: " \u00a0‘’,.·", 337: "/:;\\|", 352: "f", 361: "-",
        390: "[]()", 392: "t", 401: "!", 411: "r", 460: '"', 500: "`*_–", 518: "“”", 521: "s",
        525: "z", 531: "?", 550: "c", 557: "L", 575: "F", 579: "k", 592: "vxy", 603: "P",
        611: "TY", 613: "oa", 615: "e", 635: "hnubdgpqES", 636: "¶$0123456789", 656: "K",
        685: "AVZXB", 698: "CR", 732: "U", 752: "NH", 775: "DG", 787: "OQ&", 818: "w",
        838: "^#+<=>~→←", 863: "M", 950: "%", 974: "m", 989: "W", 1000: "…—@",
    },
    upper=760, other=640, bold=1.15,
)  # fmt: skip
FACES = (HELVETICA, DEJAVU)


@cache
def _table(face: Face) -> dict[str, int]:
    return {character: em for em, characters in face.widths.items() for character in characters}


def width(text: str, size: float, *, bold: bool = False, face: Face = HELVETICA) -> float:
    """The width of words, in units; of scripts whose widths are not known, at most.

    >>> width("ferry", 10) < width("FERRY", 10) < width("渡船渡船渡船", 10)
    True
    """
    return round(_ems(text, face) / 1000 * size * (face.bold if bold else 1), 2)


@lru_cache(maxsize=1 << 14)
def _ems(text: str, face: Face) -> int:
    return sum([_em(character, face) for character in text])


def widest(text: str, size: float, *, bold: bool = False) -> float:
    """The width of words in the widest of the fonts.

    >>> widest("ferry", 10) > width("ferry", 10)
    True
    """
    return max(width(text, size, bold=bold, face=face) for face in FACES)


@cache
def _em(character: str, face: Face) -> int:
    base = unicodedata.normalize("NFD", character)[0]
    if base in _table(face):
        return face.em(base)
    if unicodedata.combining(base):
        return 0
    if unicodedata.east_asian_width(base) in "WF" or ord(base) > 0x1F000:  # noqa: PLR2004 - emoji
        return 1000 if is_known(base) else 1400
    if not is_known(base):
        script = unicodedata.name(base, "").partition(" ")[0]
        return _FROM_ABOVE.get(script, 1100)
    return face.em(base)


@cache
def is_known(character: str) -> bool:
    """Whether the width of a character is known, rather than an estimate from above."""
    if character.isascii() or unicodedata.normalize("NFD", character)[0] in _table(HELVETICA):
        return True
    return unicodedata.name(character, "").startswith(_KNOWN_SCRIPTS)
