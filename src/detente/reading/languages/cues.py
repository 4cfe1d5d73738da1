"""Which kind of statement the verbs of a sentence make, by the cues of its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.reading.languages import grammar
from detente.reading.languages.tables import table

_LIGHT = ("offer", "willingness")  # kinds that everyday news is full of
_SPACE = r"[\s,„“”\"«»]+"
_BETWEEN = r"[^.;]{1,90}?"  # what "…" of a cue stands for


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying or doing: the kind of statement, its place; `passive`: done by whom else."""

    kind: str
    start: int
    end: int
    passive: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: str
    pattern: re.Pattern[str]
    passive: bool
    says_no: bool


def verb(text: str, language: str, *, done: bool = True) -> Verb | None:
    """The verb that says most and is not turned round; a passive one only if `done`.

    >>> verb("Berlin wies die Forderung zurück.", "de")
    Verb(kind='refusal', start=7, end=32, passive=False)
    >>> verb("La France n'a pas rejeté l'offre.", "fr"), verb("Berlin verlangt nichts.", "de").kind
    (None, 'demand')
    """
    turned, after = _turning(language), _turning_after(language)
    idle = [match.span() for match in idle_phrases(language).finditer(text)]
    matters = grammar.of(language).matters
    for cue in _cues(language):
        if cue.kind in _LIGHT and not matters.search(text):
            continue
        for match in cue.pattern.finditer(text):
            if cue.passive and not done:
                idle.append(match.span())
            is_idle = any(match.start() < end and start < match.end() for start, end in idle)
            is_turned = turned.search(text[: match.start()]) and not cue.says_no
            if is_idle or is_turned or (not cue.says_no and after.match(text, match.start())):
                continue
            return Verb(cue.kind, match.start(), match.end(), cue.passive)
    return None


@cache
def _cues(language: str) -> tuple[_Cue, ...]:
    about = table(language)
    passive = {k: v for k, v in about.get("passive", {}).items() if isinstance(v, list)}
    passive = {kind: cues for kind, cues in passive.items() if not kind.startswith("agents")}
    told = [(kinds, passive) for kinds, passive in ((passive, True), (about["kinds"], False))]
    return tuple(
        _Cue(kind, pattern(cue, about), done, _says_no(cue, about))
        for kinds, done in told
        for kind, cues in kinds.items()
        for cue in cues
    )


@cache
def any_verb(language: str) -> str:
    """The pattern of all verbs of a language that have no gap."""
    found = [cue.pattern.pattern for cue in _cues(language)]
    return "|".join(pattern for pattern in found if _BETWEEN not in pattern)


def pattern(cue: str, about: Any) -> re.Pattern[str]:
    """A cue with any ending; of one that has a gap each part.

    >>> bool(pattern("wies … zurück", {}).search("Polen wies das zurück."))
    True
    """
    turned = about.get("turned")
    tail = rf"(?!{turned})" if turned else ""
    if not about.get("spaced", True):
        return re.compile(gapped(cue) + tail)
    if about.get("joined"):
        return re.compile(rf"(?<!\w)[وف]?{gapped(cue)}(?:ها|هم|ه)?(?!\w)")
    return re.compile(rf"(?<!\w){gapped(cue)}{tail}\w*", re.IGNORECASE)


def gapped(cue: str) -> str:
    """The pattern of a cue: "…" is a gap within the sentence, a space at its end a boundary.

    After "/" it is a pattern as it stands.
    """
    if cue.startswith("/"):
        return cue[1:]
    parts = [re.escape(part.strip()).replace(r"\ ", _SPACE) for part in cue.split("…")]
    end = r"(?=\s)" if cue.endswith(" ") else ""
    return rf"(?!\w){_BETWEEN}(?<!\w)".join(parts).replace("'", "['’]") + end


def _says_no(cue: str, about: Any) -> bool:
    """Whether a cue says no by itself: "not ready", "no longer accepts"."""
    words = {*about.get("turning", ()), *about.get("turning_after", ()), "n'", "pas", "nu", "no"}
    return cue.startswith("/") or any(
        part in words or part.startswith("n'") for part in cue.split()
    )


def _any(words: Iterable[str]) -> Iterator[str]:
    return (re.escape(word) for word in words)


@cache
def _turning(language: str) -> re.Pattern[str]:
    """What before a verb turns it round: "nu a" of "nu a refuzat"."""
    about = table(language)
    words, whose = "|".join(_any(about.get("turning", ()))), "|".join(about.get("relative", ()))
    few = r"[\s'’]+(?:\w+[\s'’]+)"
    parts = [rf"(?:{words}){few}{{0,3}}$"] if words else []
    parts += [rf"(?:{whose}){few}{{0,1}}$"] if whose else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})" if parts else r"(?!)", re.IGNORECASE)


@cache
def _turning_after(language: str) -> re.Pattern[str]:
    """The same behind it, in the same clause: "lehnt … nicht ab"."""
    words = "|".join(_any(table(language).get("turning_after", ())))
    return re.compile(rf"[^,;:]*?(?<!\w)(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)


@cache
def idle_phrases(language: str) -> re.Pattern[str]:
    """Phrases that say nothing, though a cue or a marker stands in them."""
    phrases = "|".join(gapped(cue) for cue in table(language).get("not", ()))
    return re.compile(rf"(?<!\w)(?:{phrases})" if phrases else r"(?!)", re.IGNORECASE)
