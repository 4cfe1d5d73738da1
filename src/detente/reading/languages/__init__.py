"""Headlines in other languages than the body's: closed lists of cues and names, one file each.

A language is a file ``xx.toml``, found by being there. Only what is plain is drawn, with lower
confidence; quotes stay in the original.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from detente.dispute.evidence import Actor, Condition, Evidence
from detente.reading import gazetteer
from detente.reading.scene import Scene

_CONFIDENCE = 0.5
_SHORTEST = 4  # letters of a stem that may take endings
_VOWELS = "aeiouăâîyаеёиіїоуыэюяйьé"
_ENDING = r"\w{0,5}"
_TRIM = " \t\"'„“”«»‘’.!。"


@cache
def supported() -> tuple[str, ...]:
    """The languages whose headlines are read.

    >>> supported()
    ('ar', 'de', 'es', 'fr', 'ja', 'ro', 'ru', 'tr', 'uk')
    """
    names = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def _table(language: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__name__).joinpath(f"{language}.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the headline between colons, and where it stands in the document."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class _Cue:
    """A marker of a condition: the offsets of the condition, and its need."""

    start: int
    end: int
    at: int
    marker: str
    need: str


def headline(scene: Scene) -> list[Evidence]:
    """What a headline in another language says: preconditions, demands, refusals, and the like.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = '''Rusia: Nu semnăm tratatul cu Japonia decât dacă Tokyo ridică sancțiunile
    ...
    ... Russia said on Monday that it would not sign the treaty with Japan under sanctions.'''
    >>> (found,) = headline(scene.build(Document("d1", text=text)))
    >>> found.kind, found.holder, found.condition.quote, found.condition.by
    ('precondition', ('russia',), 'Tokyo ridică sancțiunile', ('japan',))
    """
    document = scene.document
    language = document.headline_language
    if document.headline is None or language not in supported():
        return []
    table = _table(language)
    names = _names(language, scene.parties)
    found: list[Evidence] = []
    speaker: tuple[str, ...] = ()
    for part in _parts(document.text, *document.headline):
        piece = _read(part, table, names, speaker)
        named = _named(part.text, names)
        if piece is not None:
            found.append(_placed(scene, piece))
        speaker = piece.holder if piece else tuple(id_ for _, id_ in named[:1])
    return found


def _parts(text: str, start: int, end: int) -> Iterator[_Part]:
    """The parts of a headline: before and after a colon or a semicolon."""
    for match in re.finditer(r"(?:[^:;：]|(?<=\d):(?=\d))+", text[start:end]):
        if match[0].strip(_TRIM):
            yield _Part(start + match.start(), match[0])


# Names --------------------------------------------------------------------------------------------


def _names(language: str, parties: tuple[Actor, ...]) -> list[tuple[re.Pattern[str], str]]:
    """Patterns of the names of the parties in a language, the longest first."""
    codes = {gazetteer.state_id(code): code for code in gazetteer.territories()}
    table = _table(language)
    local = gazetteer.territories(language)
    found: dict[str, str] = {}
    for actor in parties:
        if actor.type == "person":
            continue
        code = codes.get(actor.id, "")
        surfaces = [
            actor.name,
            *actor.aliases,
            local.get(code, ""),
            *table["capitals"].get(code, ()),
        ]
        for surface in filter(None, surfaces):
            found.setdefault(surface, actor.id)
    longest = sorted(found, key=lambda surface: (-len(surface), surface))
    return [(_pattern(surface, table), found[surface]) for surface in longest]


def _pattern(surface: str, table: Mapping[str, Any]) -> re.Pattern[str]:
    if not table.get("spaced", True):
        return re.compile(re.escape(surface))
    stem = surface[:-1] if table["inflected"] and surface[-1] in _VOWELS else surface
    if len(stem) < _SHORTEST or not table["inflected"]:
        return re.compile(rf"\b{re.escape(surface)}\b")
    return re.compile(rf"\b{re.escape(stem)}{_ENDING}\b", re.IGNORECASE)


def _named(text: str, names: list[tuple[re.Pattern[str], str]]) -> list[tuple[int, str]]:
    """Where parties are named in a text, each once, in order."""
    found: dict[str, int] = {}
    for pattern, id_ in names:
        match = pattern.search(text)
        if match:
            found[id_] = min(match.start(), found.get(id_, len(text)))
    return sorted((at, id_) for id_, at in found.items())


# Statements ---------------------------------------------------------------------------------------


def _read(
    part: _Part,
    table: Mapping[str, Any],
    names: list[tuple[re.Pattern[str], str]],
    speaker: tuple[str, ...],
) -> Evidence | None:
    kind, verb = _kind(part.text, table)
    cue = _marked(part.text, table)
    if cue is not None and kind == "demand" and cue.marker in table.get("reversing", ()):
        cue = _turned(part.text, cue, verb)
    named = _named(part.text, names)
    if (cue is None and kind is None) or not (named or speaker):
        return None
    holder = speaker or (named[0][1],)
    others = tuple(id_ for _, id_ in named if id_ not in holder)
    condition = None
    if cue is not None:
        by = tuple(id_ for _, id_ in _named(part.text[cue.start : cue.end], names))
        by = tuple(id_ for id_ in by if id_ not in holder) or others[:1]
        condition = Condition(
            part.text[cue.start : cue.end],
            part.start + cue.start,
            part.start + cue.end,
            cue.marker,
            by,
            cue.need,
        )
    start = len(part.text) - len(part.text.lstrip())
    end = len(part.text.rstrip())
    return Evidence(
        "",
        "",
        "",
        part.start + start,
        part.start + end,
        "precondition" if condition else kind or "claim",
        holder,
        None,
        others or (condition.by if condition else ()),
        None,
        condition,
        None,
        _CONFIDENCE,
    )


def _marked(text: str, table: Mapping[str, Any]) -> _Cue | None:
    """The condition of a headline: after its marker, or (in some languages) before it."""
    cues = [*_after(text, table.get("markers", {})), *_before(text, table.get("before", {}))]
    return min(cues, key=lambda cue: (cue.at, -len(cue.marker)), default=None)


def _after(text: str, markers: Mapping[str, list[str]]) -> Iterator[_Cue]:
    for need, words in markers.items():
        for marker in words:
            gap = re.escape(marker).replace(re.escape("…"), r"[^.;]*?").replace(r"\ ", r"\s+")
            match = re.search(rf"(?<!\w){gap}(?!\w)[\s,]*", text, re.IGNORECASE)
            end = len(text.rstrip(_TRIM))
            if match and match.start() and match.end() < end:
                yield _Cue(match.end(), end, match.start(), marker, need)


def _before(text: str, markers: Mapping[str, list[str]]) -> Iterator[_Cue]:
    for need, words in markers.items():
        for marker in words:
            at = text.find(marker)
            start = max(text.rfind(mark, 0, max(at, 0)) for mark in ",、،「『") + 1
            start += len(text[start:at]) - len(text[start:at].lstrip()) if at > 0 else 0
            if at > start:
                yield _Cue(start, at + len(text[:at].rstrip()) - at, at, marker, need)


def _turned(text: str, cue: _Cue, verb: int) -> _Cue | None:
    """Of "X demands this before that": what is demanded is the condition."""
    start = verb + len(text[verb : cue.at]) - len(text[verb : cue.at].lstrip())
    end = len(text[: cue.at].rstrip(_TRIM + ","))
    return replace(cue, start=start, end=end) if end > start else None


def _kind(text: str, table: Mapping[str, Any]) -> tuple[str | None, int]:
    """The kind of statement that the verbs say, and where the verb ends."""
    spaced = table.get("spaced", True)
    for kind, cues in table["kinds"].items():
        for cue in cues:
            pattern = rf"(?<!\w){re.escape(cue)}\w*" if spaced else re.escape(cue)
            match = re.search(pattern, text + " ", re.IGNORECASE)
            if match:
                return str(kind), match.end()
    return None, 0


def _placed(scene: Scene, piece: Evidence) -> Evidence:
    start, end, quote = scene.span(piece.start, piece.end)
    return replace(piece, document=scene.document.id, start=start, end=end, quote=quote)
