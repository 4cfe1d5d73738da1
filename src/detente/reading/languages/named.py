"""Parties by what a language calls them: CLDR's names of states, capitals, and what a text adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from detente.dispute.evidence import Actor
from detente.reading.languages.tables import table
from detente.reading.parties import gazetteer
from detente.reading.periods import MONTH, WEEKDAY

_SHORTEST = 4  # letters of a stem that may take endings
_VOWELS = "aeiouăâîyаеёиіїоуыэюяйьé"
_ENDING = r"\w{0,5}"

Place = tuple[int, int, str]


@dataclass(frozen=True)
class Names:
    """Names of parties in a language, the longest first: what all their forms have, pattern, id."""

    patterns: tuple[tuple[str, re.Pattern[str], str], ...]

    def places(self, text: str) -> list[Place]:
        """Where parties are named, in order: start, end and id; of overlapping names the longest.

        >>> Names.of("ro", [("Rusia", "russia"), ("Rusia Albă", "belarus")]).places("Rusiei")
        [(0, 6, 'russia')]
        """
        found: list[Place] = []
        folded = text.casefold()
        for stem, pattern, id_ in self.patterns:
            for match in pattern.finditer(text) if stem in folded else ():
                if all(match.end() <= start or end <= match.start() for start, end, _ in found):
                    found.append((match.start(), match.end(), id_))
        return sorted(found)

    def within(self, text: str) -> list[tuple[int, str]]:
        """The parties named in a text, each once, where it is named first."""
        first: dict[str, int] = {}
        for start, _, id_ in self.places(text):
            first.setdefault(id_, start)
        return [(at, id_) for id_, at in first.items()]

    @classmethod
    def of(cls, language: str, surfaces: Iterable[tuple[str, str]]) -> Names:
        """The patterns of surfaces with their ids; earlier ones win."""
        found: dict[str, str] = {}
        for surface, id_ in surfaces:
            found.setdefault(surface, id_)
        longest = sorted(found, key=lambda surface: (-len(surface), surface))
        about = table(language)
        return cls(tuple((*_pattern(surface, about), found[surface]) for surface in longest))


def of_parties(language: str, parties: Iterable[Actor]) -> Names:
    """The names of known parties, also as the language has them."""
    codes = {gazetteer.state_id(code): code for code in gazetteer.territories()}
    local, capitals = gazetteer.territories(language), table(language)["capitals"]
    surfaces: list[tuple[str, str]] = []
    for actor in parties:
        if actor.type == "person":
            continue
        code = codes.get(actor.id, "")
        own = (actor.name, *actor.aliases, local.get(code, ""), *capitals.get(code, ()))
        surfaces += [(surface, actor.id) for surface in own if surface]
    return Names.of(language, surfaces)


def in_text(language: str, text: str) -> tuple[Names, tuple[Actor, ...]]:
    """The states, alliances and bodies that a text names, and their names in it.

    >>> names, (party,) = in_text("fr", "Le Japon ne signera pas, dit Tokyo.")
    >>> party.id, party.name, party.aliases
    ('japan', 'Japan', ('Japon', 'Tokyo'))
    """
    every, by_id = _known(language)
    if language == "en":
        unknown = _unknown(text, every)
        every = Names((*Names.of(language, unknown).patterns, *every.patterns))
        by_id = {id_: Actor(id_, name, "organisation") for name, id_ in reversed(unknown)} | by_id
    found: dict[str, Actor] = {}
    for start, end, id_ in every.places(text):
        actor = found.setdefault(id_, by_id[id_])
        if text[start:end] not in (actor.name, *actor.aliases):
            found[id_] = replace(actor, aliases=(*actor.aliases, text[start:end]))
    return Names(tuple(p for p in every.patterns if p[-1] in found)), tuple(found.values())


@cache
def _known(language: str) -> tuple[Names, dict[str, Actor]]:
    spaced = table(language).get("spaced", True)
    surfaces = {s: known for s, known in _surfaces(language) if spaced or len(s) > 1}
    names = Names.of(language, ((surface, known.id) for surface, known in surfaces.items()))
    return names, {k.id: Actor(k.id, k.name, k.type, k.role) for k in surfaces.values()}


def _surfaces(language: str) -> Iterator[tuple[str, gazetteer.Known]]:
    if language == "en":
        yield from ((s, known) for s, known in gazetteer.entries() if not known.doubtful)
        return
    by_id = {known.id: known for _, known in gazetteer.entries()}
    for code, name in gazetteer.territories(language).items():
        for surface in (name, *table(language)["capitals"].get(code, ())):
            yield surface, by_id[gazetteer.state_id(code)]
    yield from ((s, k) for s, k in gazetteer.entries() if k.sort == "capital" and not k.doubtful)


_RUN = re.compile(r"(?<=[a-z,;)] )(?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+(?!\w)")
_TITLED = re.compile(r"\b(?:[Mm]inister|[Pp]resident|Mr|Ms|Mrs|Dr|General|Judge)\.? $")
_DAYS = re.compile(f"{WEEKDAY}|{MONTH}")
_OFTEN = 2
_BODIES = ("company", "group", "union", "organisation", "forum")


def _unknown(text: str, known: Names) -> list[tuple[str, str]]:
    """Names that no table has, and their people: what is capitalised within sentences, repeatedly.

    Two words or more are a person, unless the last says what body it is.
    """
    heads = gazetteer.table("nouns")["heads"]
    bodies = {word for sort in _BODIES for word in heads[sort]["words"]}
    runs = [m[0] for m in _RUN.finditer(text) if not _TITLED.search(text[: m.start()])]
    persons = [run for run in runs if " " in run and run.split()[-1].lower() not in bodies]
    last = {part for run in persons for part in run.split()}
    names = [
        run
        for run in dict.fromkeys(runs)
        if run not in persons and run not in last and not _DAYS.fullmatch(run)
        and len(re.findall(rf"\b{re.escape(run)}\b", text)) >= _OFTEN and not known.places(run)
    ]  # fmt: skip
    own = [(name, gazetteer.identifier(name)) for name in names]
    people = [(d, id_) for name, id_ in own if " " not in name for d in gazetteer.demonyms(name)]
    return own + people


def _pattern(surface: str, about: Mapping[str, Any]) -> tuple[str, re.Pattern[str]]:
    if not about.get("spaced", True):
        return surface.casefold(), re.compile(re.escape(surface))
    stem = surface[:-1] if about["inflected"] and surface[-1] in _VOWELS else surface
    if len(stem) < _SHORTEST or not about["inflected"]:
        return surface.casefold(), re.compile(rf"\b{re.escape(surface)}\b")
    return stem.casefold(), re.compile(rf"\b{re.escape(stem)}{_ENDING}\b", re.IGNORECASE)
