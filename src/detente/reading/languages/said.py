"""What a headline or a plain sentence says, by the cues of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from detente.dispute.evidence import Condition, Evidence
from detente.reading.languages.named import Names

CONFIDENCE = 0.5
_TAIL = re.compile(r",(?:\s+[\w'’-]+){1,6}[.!。]?\s*$")  # who says it: "…, said Norland."
TRIM = " \t\"'„“”«»‘’.!。"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document, and where it starts."""

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


def said(
    part: Part, about: Mapping[str, Any], names: Names, speaker: tuple[str, ...] = ()
) -> Evidence | None:
    """What a part says, where cues and names are plain.

    Parameters
    ----------
    part
        A sentence, or what stands before or after a colon in a headline.
    about
        The table of the language.
    names
        Those of the parties.
    speaker
        Whose words they are, where the text has said so.

    Examples
    --------
    >>> from detente.reading.languages.tables import table
    >>> names = Names.of("de", [("Polen", "poland"), ("Deutschland", "germany")])
    >>> found = said(Part(0, "Polen verhandelt nur, wenn Deutschland zahlt"), table("de"), names)
    >>> found.kind, found.holder, found.condition.quote, found.condition.by
    ('precondition', ('poland',), 'Deutschland zahlt', ('germany',))
    """
    kind, verb = _kind(part.text, about)
    cue = _marked(part.text, about)
    if cue is not None and kind == "demand" and cue.marker in about.get("reversing", ()):
        cue = _turned(part.text, cue, verb)
    named = names.within(part.text)
    if (cue is None and kind is None) or not (named or speaker):
        return None
    inside = names.within(part.text[cue.start : cue.end]) if cue else []
    bound = {id_ for _, id_ in inside}
    holder = speaker or (next((id_ for _, id_ in named if id_ not in bound), named[0][1]),)
    others = tuple(id_ for _, id_ in named if id_ not in holder)
    condition = None
    if cue is not None:
        by = tuple(id_ for _, id_ in inside if id_ not in holder) or others[:1]
        condition = Condition(
            part.text[cue.start : cue.end],
            part.start + cue.start,
            part.start + cue.end,
            cue.marker,
            by,
            cue.need,
        )
    lead = len(part.text) - len(part.text.lstrip())
    return Evidence(
        id="",
        document="",
        quote=part.text.strip(),
        start=part.start + lead,
        end=part.start + len(part.text.rstrip()),
        kind="precondition" if condition else kind or "claim",
        holder=holder,
        addressee=others or (condition.by if condition else ()),
        condition=condition,
        confidence=CONFIDENCE,
    )


def _marked(text: str, about: Mapping[str, Any]) -> _Cue | None:
    """The condition: after its marker, or (in some languages) before it."""
    cues = [*_after(text, about.get("markers", {})), *_before(text, about.get("before", {}))]
    return min(cues, key=lambda cue: (cue.at, -len(cue.marker)), default=None)


def _after(text: str, markers: Mapping[str, list[str]]) -> Iterator[_Cue]:
    for need, words in markers.items():
        for marker in words:
            gap = re.escape(marker).replace(re.escape("…"), r"[^.;]*?").replace(r"\ ", r"\s+")
            match = re.search(rf"(?<!\w){gap}(?!\w)[\s,]*", text, re.IGNORECASE)
            tail = _TAIL.search(text, match.end()) if match else None
            end = len(text[: tail.start() if tail else len(text)].rstrip(TRIM))
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
    end = len(text[: cue.at].rstrip(TRIM + ","))
    return replace(cue, start=start, end=end) if end > start else None


def _kind(text: str, about: Mapping[str, Any]) -> tuple[str | None, int]:
    """The kind of statement that the verbs say, and where the verb ends."""
    spaced = about.get("spaced", True)
    turned = _turning(about)
    for kind, cues in about["kinds"].items():
        for cue in cues:
            pattern = rf"(?<!\w){re.escape(cue)}\w*" if spaced else re.escape(cue)
            match = re.search(pattern, text + " ", re.IGNORECASE)
            if match and not turned.search(text[: match.start()]):
                return str(kind), match.end()
    return None, 0


def _turning(about: Mapping[str, Any]) -> re.Pattern[str]:
    """What before a verb turns it round: "nu a" of "nu a refuzat"."""
    words = "|".join(map(re.escape, about.get("negations", ())))
    return re.compile(rf"\b(?:{words})\W+(?:\w+\W+)?$" if words else r"(?!)", re.IGNORECASE)
