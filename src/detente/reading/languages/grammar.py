"""As much of a language's grammar as cues need, from its table, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.reading.languages.tables import table

NOTHING = re.compile(r"(?!)")
_WORD = r"[\w'’-]+"
_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-ÞĂȘȚĞİŞŚŽА-ЯЁІЇЄҐ\u0600-\u06ff])"
_APPOSED = rf"(?:\s+{_CAPITAL}[\w.'’-]*){{1,4}}"  # who that is: "the minister, Ana Berg"


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns of what stands around a name, and of what a clause is.

    Those of what stands before a name end where it begins; what none of a language's words says is
    never there.
    """

    # before a name
    oblique: re.Pattern[str] = NOTHING  # it is no subject
    held: re.Pattern[str] | None = None  # the same, of a people's adjective, with it
    place: re.Pattern[str] = NOTHING  # it is where something is
    agent: re.Pattern[str] = NOTHING  # what is done is done by it
    head: re.Pattern[str] = NOTHING  # the government, the minister
    says: re.Pattern[str] = NOTHING  # it says so
    to: re.Pattern[str] = NOTHING  # it is so for whom
    # behind a name
    subject: re.Pattern[str] = re.compile("")  # what a subject must have
    headed: re.Pattern[str] = NOTHING
    agent_behind: re.Pattern[str] = NOTHING
    said: re.Pattern[str] = NOTHING
    told: re.Pattern[str] = NOTHING  # a verb that makes a place a speaker
    subject_of: re.Pattern[str] = NOTHING  # a clause that is said
    modifies: re.Pattern[str] = NOTHING  # a thing that it only describes
    sends: re.Pattern[str] = NOTHING  # at the beginning of a headline, to whom something goes
    against: re.Pattern[str] = NOTHING  # "against", without a verb, that makes a headline
    instrumental: tuple[str, ...] = ()  # endings of a name by whom something is done
    cased: bool = False  # what is no subject is told by words before it
    # in a sentence
    joined: re.Pattern[str] = NOTHING  # "and" between two subjects
    that: re.Pattern[str] = NOTHING  # what opens what is said
    but: re.Pattern[str] = NOTHING  # or another clause
    tail: re.Pattern[str] = NOTHING  # who said it, at the end
    negated: re.Pattern[str] = NOTHING
    past: re.Pattern[str] = NOTHING  # it says no of the past alone
    resumes: re.Pattern[str] | None = None  # where it goes on behind what opens it
    matters: re.Pattern[str] = NOTHING  # what parties talk of
    times: re.Pattern[str] = NOTHING  # months and days
    sport: re.Pattern[str] = NOTHING  # a match, whose teams are called as their states are


@cache
def of(language: str) -> Grammar:
    """The grammar of a language.

    >>> bool(of("fr").oblique.search("les demandes de ")), bool(of("fr").oblique.search("que "))
    (True, False)
    """
    about = table(language)
    return _spaced(language, about) if about.get("spaced", True) else _unspaced(about)


def _spaced(language: str, about: Mapping[str, Any]) -> Grammar:
    articles, that, and_, to = (
        _any(about[key].split()) for key in ("articles", "that", "and", "to")
    )
    article = rf"(?:(?:{articles})(?:\s+|['’]))?"
    heads, within, but = (_any(about[key].split()) for key in ("heads", "within", "but"))
    verbs, sources = about["says"].split("|"), about["according"].split("|")
    says, told = _any(verbs), _any(filter(None, [*verbs, *sources]))
    few = rf"(?:\s+(?!(?:{that})\b){_WORD}){{0,3}}?"
    passive = about.get("passive", {})
    return Grammar(
        oblique=_before(about["oblique"].split(), article),
        held=_pattern(about.get("held")) if "held" in about else None,
        place=_before(about["places"].split(), article),
        agent=_before(passive.get("agents", ()), article),
        head=_one(heads, rf"(?<!\w)(?:{heads})(?:(?:\s+|['’])(?:{within}))*(?:\s+|['’])$"),
        says=_one(told, rf"(?<!\w)(?:{told})\w*{few}\s*(?:\b(?:{articles})['’])?$"),
        to=_one(to, rf"^\W*(?:{to})\s+{article}$"),
        headed=_one(heads, rf"\s+(?:(?:{within})\s+)*(?:{heads})(?![\w'’])"),
        agent_behind=_behind(passive.get("agents_after", ())),
        said=_one(says, rf"{few}\s+(?:{says})"),
        told=_pattern(about.get("told")),
        subject_of=_pattern(about.get("subject_of")),
        modifies=_pattern(about.get("modifies")),
        sends=_pattern(about.get("sends")),
        against=_pattern(about.get("against")),
        instrumental=tuple(passive.get("endings", "").split()),
        cased=bool(about["oblique"]),
        joined=_one(and_, rf"\s*(?:,|(?<!\w)(?:{and_}))\s+{article}$"),
        that=_one(that, rf"(?<!\w)(?:{that})(?!\w)"),
        but=_other_clause(that, but, closed=bool(about["oblique"])),
        tail=_one(
            says,
            rf"[\"”»“]?\s*[,،]\s*(?:[^,،]*?\s)?(?:{says})\w*[^,،]*(?:[,،]{_APPOSED}[.!]?)?$",
        ),
        negated=_clause(about["negated"]),
        past=_clause(about["past"]),
        resumes=_clause(about["resumes"].split()) if "resumes" in about else None,
        matters=re.compile(_any(about["matters"].split()), re.IGNORECASE),
        times=_times(language, article, about["times"].split()),
        sport=_one(about.get("sport", ""), rf"(?<!\w)(?:{about.get('sport')})(?!\w)"),
    )


def _unspaced(about: Mapping[str, Any]) -> Grammar:
    offices = about["offices"]
    return Grammar(
        subject=re.compile(offices + about["subjects"]),
        agent_behind=re.compile(offices + about["agents_after"]),
        said=re.compile(f"{offices}(?:{about['speakers']})"),
        joined=re.compile("[と、・や]$"),
        negated=re.compile("|".join(about["negated"])),
        past=re.compile("|".join(about["past"])),
        matters=re.compile(_any(about["matters"].split())),
        sport=re.compile(about["sport"]),
    )


def _any(words: Iterable[str], *, plain: bool = True) -> str:
    longest = sorted(words, key=lambda word: (-len(word), word))
    parts = map(re.escape, longest) if plain else longest
    return "|".join(re.sub(r"(?<!\[)'", "['’]", part.replace(r"\ ", r"\s+")) for part in parts)


def _pattern(pattern: str | None) -> re.Pattern[str]:
    return re.compile(pattern) if pattern else NOTHING


def _one(words: str, pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE) if words else NOTHING


def _before(words: Iterable[str], article: str) -> re.Pattern[str]:
    every = _any(words)
    return _one(every, rf"(?<!\w)(?:{every})(?:\s+|['’]){article}$")


def _behind(words: Iterable[str]) -> re.Pattern[str]:
    every = _any(words)
    return _one(every, rf"(?:\s+{_WORD}){{0,2}}?\s+(?:{every})(?!\w)")


def _clause(words: Iterable[str]) -> re.Pattern[str]:
    every = _any(words, plain=False)
    return _one(every, rf"(?<!\w)(?:{every})(?!\w)")


def _other_clause(that: str, but: str, *, closed: bool) -> re.Pattern[str]:
    """What opens another clause: "that", and "but" behind a comma, which Turkish does without."""
    comma = r"[,;]\s+" if closed else r"\s"
    parts = [rf"(?<!\w)(?:{that})(?!\w)"] if that else []
    return re.compile("|".join([*parts, rf"{comma}(?:{but})(?!\w)"]), re.IGNORECASE)


def _times(language: str, article: str, more: Iterable[str]) -> re.Pattern[str]:
    """Months and days, as CLDR has them, and "the end of": "before January" waits for nobody."""
    from babel import Locale

    locale = Locale.parse(language)
    sorts = [
        s[form]["wide"] for s in (locale.months, locale.days) for form in ("format", "stand-alone")
    ]
    names = {name for sort in sorts for name in sort.values()} | set(more)
    return re.compile(rf"\W*{article}(?:{_any(names)})(?!\w)", re.IGNORECASE)
