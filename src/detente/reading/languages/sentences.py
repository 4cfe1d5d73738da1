"""The plain sentences of a text in another language, and their clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from detente.dispute.evidence import Document
from detente.reading.languages import conditions, cues, grammar
from detente.reading.languages.mentions import mentions
from detente.reading.languages.named import Names
from detente.reading.languages.said import TRIM, Part
from detente.reading.languages.tables import table

_LONGEST = 60  # words of a sentence that is still plain
_TOP = 400  # letters, within which an article says when it is from
_DAY = re.compile(r"\b\d{1,2}\.? (?:de )?[^\W\d]+ (?:de )?(?P<year>20\d\d)|(?P<year_>20\d\d)年")
_LETTERS = 2  # of a word in Japanese
_SMALL = "a-zß-öø-ÿа-яёіїєґăâîșțğışçöü"
_SENTENCE = re.compile(
    rf"(?:[^.!?。！？؟…\n]|[.](?=\S)|(?<=\b\w)[.]|[.](?= [{_SMALL}]))+[.!?。！？؟…]*"
    "[\"'”’»“)」』]*"
)
_COMMA = re.compile(r",\s+|،\s*")
_ASKED = ("?", "？", "؟")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")


def sentences(document: Document, start: int = 0, end: int | None = None) -> Iterator[Part]:
    """The plain sentences of a document: no questions, none about other years, none too long.

    >>> [part.text for part in sentences(Document("d1", text="Da. Nu? În 1998 nu."))]
    ['Da.']
    """
    for match in _SENTENCE.finditer(document.text, start, end or len(document.text)):
        part = Part(match.start(), match[0])
        inside = any(match.start() < to and at < match.end() for at, to in document.noise)
        if not inside and match[0].strip(TRIM) and _is_plain(part, document):
            yield part


def clauses(part: Part, language: str) -> list[Part]:
    """A sentence apart where "and" joins another thing that is said; whole where a condition is.

    >>> [clause.text for clause in clauses(Part(0, "Paris a refusé et exigé des excuses."), "fr")]
    ['Paris a refusé', 'exigé des excuses.']
    """
    joined = _joined(language)
    edges = [match.span() for match in joined.finditer(part.text)] if joined else []
    cuts = [(0, 0), *edges, (len(part.text), len(part.text))]
    found = [
        Part(part.start + start, part.text[start:end]) for (_, start), (end, _) in pairwise(cuts)
    ]
    told = [cues.verb(piece.text, language) is not None for piece in found]
    marked = any(conditions.has_marker(piece.text, language) for piece in found[:-1])
    return [part] if marked or not all(told) else found


def beside(part: Part, language: str, names: Names) -> list[Part]:
    """A headline apart where a comma sets beside it what another party says to that.

    >>> names = Names.of("de", [("Sofia", "bulgaria"), ("Skopje", "north_macedonia")])
    >>> part = Part(0, "Skopje will erst nach dem Beitritt zahlen, Sofia winkt ab", terse=True)
    >>> [piece.text for piece in beside(part, "de", names)]
    ['Skopje will erst nach dem Beitritt zahlen', 'Sofia winkt ab']
    """
    for comma in _COMMA.finditer(part.text):
        rest = part.text[comma.end() :]
        first = next(iter(mentions(rest, names, grammar.of(language))), None)
        told = first is not None and first.free and not rest[: first.start].strip()
        if told and not conditions.has_marker(rest, language):
            verb, before = cues.verb(rest, language), part.text[: comma.start()]
            said_before = conditions.has_marker(before, language) or cues.verb(before, language)
            if verb and said_before and not _opens_condition(before, language):
                return [
                    replace(part, text=before),
                    Part(part.start + comma.end(), rest, terse=True),
                ]
    return [part]


def _opens_condition(text: str, language: str) -> bool:
    """Whether what stands before a comma is a condition, on which the rest depends."""
    cue = conditions.find(text, language, None, (), terse=True)
    return cue is not None and not text[: cue.at].strip(TRIM)


@cache
def _joined(language: str) -> re.Pattern[str] | None:
    words = "|".join(map(re.escape, table(language).get("and", "").split()))
    few = r"(?=(?:[^\s,.;]+\s+){0,2}?" + f"(?:{cues.any_verb(language)}))"
    return re.compile(rf",?\s+(?:{words})\s+{few}", re.IGNORECASE) if words else None


def _is_plain(part: Part, document: Document) -> bool:
    today = (document.published or "")[:4] or _year(document.text)
    old = any(not today or year < today for year in _YEAR.findall(part.text))
    return not (old or part.text.rstrip().endswith(_ASKED) or words_in(part.text) > _LONGEST)


def _year(text: str) -> str:
    """The year of a dateline: of the first day that is told whole near the top."""
    day = _DAY.search(text[:_TOP])
    return (day["year"] or day["year_"]) if day else ""


def words_in(text: str) -> int:
    """How many words a text has; of one that does not set them apart by its letters.

    >>> words_in("Paris refuse."), words_in("米国はこれを拒否した。")
    (2, 5)
    """
    return max(len(text.split()), sum(letter > "\u3000" for letter in text) // _LETTERS)
