"""Reading by cues: closed lists of words and names, one file a language, no parser.

Headlines in another language than the body's, and plain sentences of whole articles. Only what is
plain is drawn, with lower confidence; quotes stay in the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.dispute.evidence import Actor, Document, Evidence
from detente.reading import form, page
from detente.reading.languages import named
from detente.reading.languages.paragraphs import Passage, passages
from detente.reading.languages.said import LIKELY, TRIM, Part, said
from detente.reading.languages.sentences import beside, clauses, sentences
from detente.reading.languages.tables import supported

__all__ = ["Passage", "body", "headline", "passages", "supported", "within"]


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
    names, parties = named.in_text(language, page.same_length(document.text, document.noise))
    found: list[Evidence] = []
    end = document.headline[1] if document.headline else 0
    if document.headline and document.headline_language == language:
        found += _of_headline(document, language, names)
    found += _plainly(document, language, names, end)
    return parties, found


def within(
    document: Document, parties: tuple[Actor, ...], others: Sequence[Passage]
) -> list[Evidence]:
    """What the paragraphs of an English article say that are in other languages.

    >>> text = "Moscova a respins propunerea Japoniei și a cerut garanții pentru pescarii săi."
    >>> russia = Actor("russia", "Russia", "state"), Actor("japan", "Japan", "state")
    >>> [piece.kind for piece in within(Document("d1", text=text), russia, [(0, 78, "ro")])]
    ['refusal', 'demand']
    """
    read = [passage for passage in others if passage[2] in supported()]
    names = {language: named.of_parties(language, parties) for language in {one[2] for one in read}}
    return [
        piece
        for start, end, language in read
        for piece in _plainly(document, language, names[language], start, end)
    ]


def _plainly(
    document: Document, language: str, names: named.Names, start: int, end: int | None = None
) -> Iterator[Evidence]:
    """What plain sentences say; in a clause without a subject it is who spoke in the one before."""
    for sentence in sentences(document, start, end):
        speaker: tuple[str, ...] = ()
        for part in clauses(sentence, language):
            piece = said(part, language, names, speaker)
            if piece is not None:
                yield _placed(document, piece)
                speaker = piece.holder


def _of_headline(
    document: Document, language: str, names: named.Names, pair: tuple[str, ...] = ()
) -> Iterator[Evidence]:
    speaker: tuple[str, ...] = ()
    topic = False
    for at, whole in enumerate(_parts(document.text, *(document.headline or (0, 0)))):
        spoke: tuple[str, ...] = ()
        for part in beside(whole, language, names):
            piece = said(part, language, names, () if spoke else speaker)
            piece = said(part, language, names) if piece is None and topic else piece
            if piece is not None and piece.confidence == LIKELY:
                inside = piece.condition and all(
                    piece.condition.start <= part.start + place.start < piece.condition.end
                    for place in names.places(part.text)
                )
                piece = _by_the_other(piece, pair, follows=at > 0 or bool(inside))
            if piece is not None:
                yield _placed(document, piece)
            named_first = tuple(place.id for place in names.places(part.text)[:1])
            spoke = spoke or (piece.holder if piece else named_first)
        speaker, topic = spoke, named.is_a_state(language, whole.text.strip(TRIM))


def _by_the_other(piece: Evidence, pair: tuple[str, ...], *, follows: bool) -> Evidence | None:
    """What the only party named is told, which is no subject: it is the other's.

    A condition behind a colon, "X: no talks until B leaves", or one that alone names somebody; a
    demand, a refusal anywhere, as of a ministry that needs no name at home.
    """
    turned = follows if piece.condition else piece.kind != "claim"
    if not turned or piece.addressee or len(piece.holder) != 1:
        return piece
    others = tuple(id_ for id_ in pair if id_ not in piece.holder)
    if len(others) != 1:
        return None
    condition = replace(piece.condition, by=piece.holder) if piece.condition else None
    return replace(piece, holder=others, addressee=piece.holder, condition=condition)


def _parts(text: str, start: int, end: int) -> Iterator[Part]:
    """The parts of a headline: before and after a colon or a semicolon."""
    for match in re.finditer(r"(?:[^:;：]|(?<=\d):(?=\d))+", text[start:end]):
        if match[0].strip(TRIM):
            yield Part(start + match.start(), match[0], terse=True)


def _placed(document: Document, piece: Evidence) -> Evidence:
    quote = document.text[piece.start : piece.end]
    return replace(piece, document=document.id, quote=quote)
