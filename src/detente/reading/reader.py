"""From articles to coverage: each read by itself, then put together under common parties."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from detente.dispute.evidence import (
    Coverage,
    Document,
    Event,
    Evidence,
    Object,
    Relation,
    WayOut,
)
from detente.reading import (
    context,
    events,
    form,
    judgement,
    languages,
    page,
    peacemakers,
    relations,
    scene,
    statements,
)
from detente.reading.backends.second import Asked, Second
from detente.reading.parties import roles, sifting
from detente.reading.parties.gathering import gathered
from detente.reading.parties.readings import Reading, strangers, without
from detente.reading.scene import Scene

Item = TypeVar("Item", Event, Relation, Object, WayOut)


def read(
    documents: Sequence[Document],
    beside: Sequence[Document] = (),
    after: int = 0,
    second: Second | None = None,
) -> Coverage:
    """What documents say, each piece with its quote.

    Parameters
    ----------
    documents
        As `detente.reading.sources` gives them.
    beside
        Documents that are known already: what only repeats one of them is no second witness.
    after
        How many pieces of evidence there are already: numbers begin behind it.
    second
        Who reads besides the rules what these take for a dispute.

    Returns
    -------
    Coverage
        With parties of the same id as one, evidence numbered in the order of the documents and of
        their text, and a warning for whatever was left out.

    Examples
    --------
    >>> text = "Norland will not reopen the port until Sudmark withdraws its patrols, Norland said."
    >>> coverage = read([Document("", text=text), ])
    >>> [document.id for document in coverage.documents]
    ['d1']
    """
    asked = Asked(second)
    readings = [
        _undisturbed(replace(document, id=document.id or f"d{number}"), asked)
        for number, document in enumerate(documents, 1)
    ]
    return gathered(readings, beside, after)


def _undisturbed(document: Document, asked: Asked) -> Reading:
    """A document read without looks for cycles: its parse is one, and goes once it is read."""
    looking = gc.isenabled()
    gc.disable()
    try:
        return _read(document, asked)
    finally:
        if looking:
            gc.enable()


def _read(document: Document, asked: Asked) -> Reading:
    document = form.formed(document)
    others = languages.passages(document)
    warnings = (*_warnings(document), *_unread(document, others))
    if document.language not in form.READ or not page.has_model():
        return _by_cues(document, warnings, asked)
    seen = scene.build(document)
    said = statements.find(seen)
    if not judgement.is_dispute(seen, said):
        return Reading(
            replace(document, is_dispute=False),
            warnings=(*warnings, f"{_name(document)}: no dispute found in it"),
        )
    beside = languages.within(document, seen.parties, others)
    said = _numbered([*languages.headline(seen.document, seen.parties, seen.pair), *beside, *said])
    said, opinions, more = asked.of(seen.document, seen.parties, said)
    return replace(_drawn(seen, said, (*warnings, *more)), opinions=opinions)


def _numbered(said: Iterable[Evidence]) -> list[Evidence]:
    return [replace(piece, id=f"s{at}") for at, piece in enumerate(said)]


def _by_cues(document: Document, warnings: tuple[str, ...], asked: Asked) -> Reading:
    """What closed lists of cues find: in a language without a parser, or for want of the model."""
    parties, said = languages.body(document)
    if document.language not in languages.supported():
        return Reading(replace(document, is_dispute=False), warnings=warnings)
    if not judgement.is_plainly_opposed(document.text, said):
        none = f"{_name(document)}: no dispute found in it"
        return Reading(replace(document, is_dispute=False), warnings=(*warnings, none))
    said, opinions, more = asked.of(document, parties, _numbered(said))
    cast = roles.weighed(parties, said)
    return Reading(document, cast, tuple(said), opinions=opinions, warnings=(*warnings, *more))


def _drawn(seen: Scene, said: list[Evidence], warnings: tuple[str, ...]) -> Reading:
    happening = events.find(seen, said)
    happened, evidence_of_events = _pairs(happening, "e")
    objects, evidence_of_objects = _pairs(context.objects(seen, said), "o")
    told = context.sentences(seen, said, happening)
    ways, evidence_of_ways = _pairs(context.ways_out(seen, told, said), "w")
    known = relations.find(seen)
    more = peacemakers.find(seen, [relation for relation, _ in known], said, ways)
    related, evidence_of_relations = _pairs([*known, *more], "r")
    status_quo = context.status_quo(seen, told)
    stuck = [replace(piece, id=f"u{at}") for at, piece in enumerate(status_quo)]
    found = [
        *said,
        *evidence_of_events,
        *evidence_of_relations,
        *evidence_of_objects,
        *evidence_of_ways,
        *stuck,
    ]
    reading = Reading(
        seen.document,
        roles.assigned(seen, said, happened, related),
        tuple(found),
        tuple(happened),
        tuple(related),
        tuple(objects),
        tuple(ways),
        warnings=warnings,
    )
    return without(reading, sifting.dropped(seen, reading) | strangers(reading))


def _pairs(
    found: Iterable[tuple[Item, Evidence]], letter: str
) -> tuple[list[Item], list[Evidence]]:
    """Items and their evidence apart, joined by ids of their own."""
    found = list(found)
    own = {piece.id: f"{letter}{at}" for at, (_, piece) in enumerate(found) if piece.id}
    items = [_own(item, f"{letter}{at}", own) for at, (item, _) in enumerate(found)]
    return items, [replace(piece, id=f"{letter}{at}") for at, (_, piece) in enumerate(found)]


def _own(item: Item, id_: str, own: dict[str, str]) -> Item:
    item = replace(item, because=(id_,))
    if isinstance(item, Event) and item.because_of:
        return replace(item, because_of=own.get(item.because_of))
    return item


def _warnings(document: Document) -> tuple[str, ...]:
    found = []
    if document.noise:
        many = len(document.noise)
        lines = "1 line that is" if many == 1 else f"{many} lines that are"
        found.append(f"{_name(document)}: {lines} no part of it left out")
    language = document.language or "no language"
    if document.language not in languages.supported():
        found.append(f"{_name(document)}: body in {language} is not read")
    elif document.language not in form.READ:
        found.append(f"{_name(document)}: body in {language} is read by cues alone")
    elif not page.has_model():
        found.append(
            f"{_name(document)}: read by cues alone, which finds far less: no English model is "
            f"installed; install {page.MODELS[-1]}"
        )
    return tuple(found)


def _unread(document: Document, others: Sequence[languages.Passage]) -> Iterator[str]:
    """What is said of a headline, and of paragraphs, in other languages, by language."""
    own = document.headline_language
    by_cues = document.language in form.READ and own in languages.supported()
    if own not in (None, document.language) and not by_cues:
        yield f"{_name(document)}: headline in {own} is not read"
    for language, many in Counter(language for _, _, language in others).items():
        what = "1 paragraph is" if many == 1 else f"{many} paragraphs are"
        how = "read by cues alone" if language in languages.supported() else "not read"
        yield f"{_name(document)}: {what} in {language} and {how}"


def _name(document: Document) -> str:
    return document.source or document.id
