"""The condition of a sentence, by the markers of its language: behind one, or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.reading.languages import grammar
from detente.reading.languages.cues import Verb, gapped, idle_phrases
from detente.reading.languages.mentions import Mention
from detente.reading.languages.tables import table

TRIM = " \t\"'„“”«»‘’.!。"
_BLANK = " \t\"'„“”«»‘’"
_DATED = re.compile(r"\W*\d")
_OPENING = ",、،「『"
_AND = "și|и|а|і|et|und|y|ve|و"


@dataclass(frozen=True, slots=True)
class Cue:
    """A marker, from `at` to `to`, with its condition, from `start` to `end`, and what it needs."""

    start: int
    end: int
    at: int
    to: int
    marker: str
    sort: str
    need: str = "holds"

    def has(self, mention: Mention) -> bool:
        """Whether somebody is named within the condition."""
        return self.start <= mention.start and mention.end <= self.end

    def has_at(self, place: int) -> bool:
        """Whether a place is within the condition."""
        return self.start <= place < self.end

    def around(self, text: str) -> str:
        """The sentence without condition and marker."""
        return f"{text[: min(self.at, self.start)]} {text[max(self.end, self.to) :]}"


def find(
    text: str, language: str, verb: Verb | None, named: Sequence[Mention], *, terse: bool = False
) -> Cue | None:
    """The condition of a sentence, where it is one of something that is refused or awaited.

    `terse`: a headline, or the words of somebody, which name nobody else.

    >>> find("Paris ne signera pas sans garanties.", "fr", None, ()).need
    'holds'
    >>> find("Paris vit sans soleil.", "fr", None, ()) is None
    True
    """
    about = table(language)
    cues = [*_behind(text, language, verb, named), *_before(text, language, named)]
    sound = (_needing(cue, text, language, verb, named, terse=terse) for cue in cues)
    first = min(
        (cue for cue in sound if cue is not None),
        key=lambda cue: (cue.at, -len(cue.marker)),
        default=None,
    )
    if first and verb and verb.kind == "demand" and first.marker in about.get("reversing", ()):
        return _turned(text, first, verb, named)
    return first


def has_marker(text: str, language: str) -> bool:
    """Whether a marker of a condition stands in a text.

    >>> has_marker("Paris signera à condition que tout soit dit.", "fr")
    True
    """
    return any(pattern.search(text) for _, _, pattern in (*_markers(language), *_ending(language)))


def _needing(
    cue: Cue,
    text: str,
    language: str,
    verb: Verb | None,
    named: Sequence[Mention],
    *,
    terse: bool,
) -> Cue | None:
    """The condition with what is needed of it; none where its sentence bears none."""
    known = grammar.of(language)
    main, inside = cue.around(text), text[cue.start : cue.end]
    refused = verb is not None and verb.kind == "refusal" and not cue.has_at(verb.start)
    no = refused or bool(known.negated.search(main) and not known.past.search(main))
    others = any(cue.has(mention) and mention.free for mention in named)
    others = others or (not known.cased and any(map(cue.has, named)))
    demanded = verb is not None and verb.kind == "demand"
    reverses = demanded and cue.marker in table(language).get("reversing", ())
    weighty = terse or bool(len(named) > 1 or known.matters.search(text))
    weighty = weighty or any(map(cue.has, named))
    bears = {
        "only": True,
        "given": bool(known.matters.search(text)) and (terse or others),
        "first": terse and bool(known.matters.search(text)),
        "until": (no and weighty) or reverses,
        "while": no or others,
        "unless": no or others,
        "without": no and weighty and not reverses,
        "if": others,
    }
    if not bears[cue.sort] or _DATED.match(inside) or known.times.match(inside):
        return None
    fails = {
        "until": bool(known.negated.search(inside)),
        "while": True,
        "unless": not no,
        "if": no,
    }
    return Cue(
        cue.start, cue.end, cue.at, cue.to, cue.marker, cue.sort,
        "fails" if fails.get(cue.sort) else "holds",
    )  # fmt: skip


# Behind its marker --------------------------------------------------------------------------------


@cache
def _markers(language: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    about = table(language)
    sorts = about.get("markers", {}) | ({"if": about["if"]} if about.get("if") else {})
    return tuple(
        (sort, marker, _at_start(marker, sort))
        for sort, markers in sorts.items()
        for marker in markers
    )


def _at_start(marker: str, sort: str) -> re.Pattern[str]:
    r"""The pattern of a marker; "first … then" has its condition within.

    >>> _at_start("erst … dann", "first").search("Erst Rückzug, dann Gespräche")["what"]
    'Rückzug'
    """
    if sort == "first":
        first, _, then = marker.partition(" … ")
        within = rf"(?!\w)\s*(?P<what>[^,،、;.]{{3,80}}?)[\s,،、]+(?:(?:{_AND})\s+)?"
        return re.compile(rf"(?<!\w){gapped(first)}{within}{gapped(then)}(?!\w)", re.IGNORECASE)
    joined = marker.endswith(("'", " ب"))
    end = "" if joined else r"(?!\w)[\s,:]*"
    return re.compile(rf"(?<!\w){gapped(marker)}{end}", re.IGNORECASE)


def _behind(text: str, language: str, verb: Verb | None, named: Sequence[Mention]) -> Iterator[Cue]:
    about = table(language)
    idle = [match.span() for match in idle_phrases(language).finditer(text)]
    for sort, marker, pattern in _markers(language):
        for match in pattern.finditer(text):
            if any(start <= match.start() < end for start, end in idle):
                continue
            if "what" in match.groupdict():
                yield Cue(*match.span("what"), *match.span(), marker, sort)
                continue
            end = _end(text, match, language, verb, named, within="…" in marker)
            inside = text[match.end() : end].rstrip(TRIM + ",")
            inside = inside.removesuffix(about.get("ends", "\n")).rstrip(TRIM)
            if inside.strip(TRIM):
                end = match.end() + len(inside)
                yield Cue(match.end(), end, match.start(), match.end(), marker, sort)
                break


def _end(
    text: str,
    match: re.Match[str],
    language: str,
    verb: Verb | None,
    named: Sequence[Mention],
    *,
    within: bool,
) -> int:
    """Where a condition ends: with the sentence, or, before what depends on it, with its clause.

    `within`: what depends on it stands in the gap of its marker ("makes talks … depend on").
    """
    known = grammar.of(language)
    before = text[: match.start()]
    tail = known.tail.search(text, match.end())
    last = tail.start() if tail else len(text)
    main = within or bool(known.negated.search(before))
    main = main or bool(verb and verb.start < match.start())
    if main or not _opens(before, known):
        return last
    comma = re.compile(r"[,،;]").search(text, match.end(), last)
    if comma:
        return comma.start()
    resumed = (known.resumes or known.negated).search(text, match.end(), last)
    if resumed is None:
        return last if before.strip(TRIM) else match.end()
    subject = next((m for m in named if m.free and match.end() < m.start < resumed.start()
                    and not text[m.end : resumed.start()].strip()), None)  # fmt: skip
    return subject.start if subject else resumed.start()


def _opens(before: str, known: grammar.Grammar) -> bool:
    """Whether what comes now opens its sentence, or what is said in it."""
    left = before.strip(TRIM + "—–-(")
    return not left or left.endswith((",", ":")) or bool(known.that.fullmatch(left.split()[-1]))


# Before its marker --------------------------------------------------------------------------------


@cache
def _ending(language: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    about = table(language)
    return tuple(
        (sort, marker, _at_end(marker, about))
        for sort, markers in about.get("before", {}).items()
        for marker in markers
    )


def _at_end(marker: str, about: Any) -> re.Pattern[str]:
    if marker.startswith("-"):
        ending, _, more = marker[1:].partition(" ")
        behind = rf"\s+{more}(?!\w)" if more else ""
        return re.compile(rf"\w{gapped(ending)}(?!\w)(?P<end>){behind}")
    if not about.get("spaced", True):
        first, _, rest = marker.partition("…")
        gap = rf"[^、。]{{1,15}}{rest}" if rest else ""
        return re.compile(rf"(?P<end>){first}{gap}")
    return re.compile(rf"(?P<end>)(?<!\w){gapped(marker)}", re.IGNORECASE)


def _before(text: str, language: str, named: Sequence[Mention]) -> Iterator[Cue]:
    topic = table(language).get("topic")
    topics = [m.end + len(topic) for m in named if topic and text.startswith(topic, m.end)]
    starts = [rf"(?<!\w)(?:{'|'.join(table(language).get('starts', '').split())})\s"]
    opening = re.compile("|".join([f"[{_OPENING}]", *(s for s in starts if "(?:)" not in s)]))
    for sort, marker, pattern in _ending(language):
        match = pattern.search(text)
        if match is None:
            continue
        end = match.end("end")
        opened = [opens.end() for opens in opening.finditer(text, 0, match.start())]
        start = max([*opened, *(at for at in topics if at <= match.start())], default=0)
        start += len(text[start:end]) - len(text[start:end].lstrip(_BLANK))
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        if end > start:
            yield Cue(start, end, match.start(), match.end(), marker, sort)


def _turned(text: str, cue: Cue, verb: Verb, named: Sequence[Mention]) -> Cue | None:
    """Of "X demands this before that": what is demanded is the condition."""
    start = next((m.end for m in named if m.free and text[verb.end : m.start].isspace()), verb.end)
    start += len(text[start : cue.at]) - len(text[start : cue.at].lstrip())
    end = len(text[: cue.at].rstrip(TRIM + ","))
    if end <= start:
        return None
    return Cue(start, end, cue.at, cue.to, cue.marker, cue.sort)
