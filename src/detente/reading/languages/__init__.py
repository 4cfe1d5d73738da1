"""Reading by cues: closed lists of words and names, one file a language, no parser.

Headlines in another language than the body's, and plain sentences of whole articles. Only what is
plain is drawn, with lower confidence; quotes stay in the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.dispute.evidence import Actor, Document, Evidence
from detente.reading import form
from detente.reading.languages import named
from detente.reading.languages.said import TRIM, Part, said
from detente.reading.languages.tables import supported

__all__ = ["body", "headline", "supported"]

_LONGEST = 60  # words of a sentence that is still plain
_TOP = 400  # letters, within which an article says when it is from
_DAY = re.compile(r"\b\d{1,2}\.? (?:de )?[^\W\d]+ (?:de )?(?P<year>20\d\d)|(?P<year_>20\d\d)年")
_LETTERS = 2  # of a word in Japanese
_SMALL = "a-zß-öø-ÿа-яёіїєґăâîșțğışçöü"
_SENTENCE = re.compile(
    rf"(?:[^.!?。！？؟…\n]|[.](?=\S)|(?<=\b\w)[.]|[.](?= [{_SMALL}]))+[.!?。！？؟…]*"
    "[\"'”’»“)」』]*"
)
_ASKED = ("?", "？", "؟")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")


def headline(
    document: Document, parties: tuple[Actor, ...], pair: tuple[str, ...] = ()
) -> list[Evidence]:
    """What a headline in another language says: preconditions, demands, refusals, and the like.

    `pair` are the two sides: whoever speaks under a name that is not known is the one of them of
    whom nothing is asked.

    >>> from detente.reading import scene
    >>> text = '''Rusia: Nu semnăm tratatul cu Japonia decât dacă Tokyo ridică sancțiunile
    ...
    ... Russia said on Monday that it would not sign the treaty with Japan under sanctions.'''
    >>> seen = scene.build(Document("d1", text=text))
    >>> (found,) = headline(seen.document, seen.parties)
    >>> found.kind, found.holder, found.condition.quote, found.condition.by
    ('precondition', ('russia',), 'Tokyo ridică sancțiunile', ('japan',))
    """
    language = document.headline_language
    if document.headline is None or language in form.READ or language not in supported():
        return []
    names = named.of_parties(language, parties)
    return list(_of_headline(document, language, names, pair))


def body(document: Document) -> tuple[tuple[Actor, ...], list[Evidence]]:
    """The parties and the plain statements of an article, by the cues of its language.

    Parameters
    ----------
    document
        With its form found.

    Returns
    -------
    tuple
        The states and bodies named, and what is said: sentences in which a party and a cue stand.
        Questions, long sentences, and sentences about other years are left out.

    Examples
    --------
    >>> text = "Japonia refuză. Moscova va negocia doar dacă Japonia ridică sancțiunile."
    >>> parties, found = body(Document("d1", text=text, language="ro"))
    >>> [(piece.kind, piece.holder, piece.quote) for piece in found][0]
    ('refusal', ('japan',), 'Japonia refuză.')
    """
    language = document.language
    if language not in supported():
        return (), []
    names, parties = named.in_text(language, document.text)
    found: list[Evidence] = []
    end = document.headline[1] if document.headline else 0
    if document.headline and document.headline_language == language:
        found += _of_headline(document, language, names)
    for part in _sentences(document, end):
        piece = said(part, language, names) if _is_plain(part, document) else None
        if piece is not None:
            found.append(_placed(document, piece))
    return parties, found


def _of_headline(
    document: Document, language: str, names: named.Names, pair: tuple[str, ...] = ()
) -> Iterator[Evidence]:
    speaker: tuple[str, ...] = ()
    parts = list(_parts(document.text, *(document.headline or (0, 0))))
    for at, part in enumerate(parts):
        piece = said(part, language, names, speaker)
        if piece is not None and at and not speaker:
            piece = _by_the_other(piece, pair)
        if piece is not None:
            yield _placed(document, piece)
        speaker = (
            piece.holder if piece else tuple(place.id for place in names.places(part.text)[:1])
        )


def _by_the_other(piece: Evidence, pair: tuple[str, ...]) -> Evidence | None:
    """A condition on the only party named, "X: no talks until B leaves": it is the other's."""
    if piece.condition is None or piece.addressee or len(piece.holder) != 1:
        return piece
    others = tuple(id_ for id_ in pair if id_ not in piece.holder)
    if len(others) != 1:
        return None
    condition = replace(piece.condition, by=piece.holder)
    return replace(piece, holder=others, addressee=piece.holder, condition=condition)


def _parts(text: str, start: int, end: int) -> Iterator[Part]:
    """The parts of a headline: before and after a colon or a semicolon."""
    for match in re.finditer(r"(?:[^:;：]|(?<=\d):(?=\d))+", text[start:end]):
        if match[0].strip(TRIM):
            yield Part(start + match.start(), match[0], terse=True)


def _sentences(document: Document, start: int) -> Iterator[Part]:
    for match in _SENTENCE.finditer(document.text, start):
        inside = any(match.start() < end and at < match.end() for at, end in document.noise)
        if not inside and match[0].strip(TRIM):
            yield Part(match.start(), match[0])


def _is_plain(part: Part, document: Document) -> bool:
    today = (document.published or "")[:4] or _year(document.text)
    old = any(not today or year < today for year in _YEAR.findall(part.text))
    return not (old or part.text.rstrip().endswith(_ASKED) or _words(part.text) > _LONGEST)


def _year(text: str) -> str:
    """The year of a dateline: of the first day that is told whole near the top."""
    day = _DAY.search(text[:_TOP])
    return (day["year"] or day["year_"]) if day else ""


def _words(text: str) -> int:
    """How many words a sentence has; of one that does not set them apart by its letters."""
    return max(len(text.split()), sum(letter > "\u3000" for letter in text) // _LETTERS)


def _placed(document: Document, piece: Evidence) -> Evidence:
    quote = document.text[piece.start : piece.end]
    return replace(piece, document=document.id, quote=quote)
