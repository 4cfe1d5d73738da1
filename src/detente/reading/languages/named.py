"""Parties by what a language calls them: CLDR's names of states, capitals, and what a text adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from detente.dispute.evidence import Actor
from detente.reading import tables
from detente.reading.languages.tables import table
from detente.reading.parties import gazetteer
from detente.reading.parties.peoples import demonyms
from detente.reading.periods import MONTH, WEEKDAY

_SHORTEST = 4  # letters of a stem that may take endings
_VOWELS = "aeiouăâîyаеёиіїоуыэюяйьé"
_ADJECTIVAL = ("ий", "ый", "ій", "ая", "яя", "ое")  # of Slavic adjectives, and names like them
_ENDING = r"\w{0,5}"
_JOINED = "(?:[وف]?(?:[بلك])?)"  # Arabic: "and", "in", "to", "like" before a name
_CASED = re.compile(r"['’](?!s\b)\w")  # Turkish: what follows a name is its case
_ACCENTED = {
    "a": "áàâäãåăą", "c": "çćč", "d": "đ", "e": "éèêëęě", "g": "ğ", "i": "íìîïı", "l": "ł",
    "n": "ñń", "o": "óòôöőø", "r": "ř", "s": "śšșş", "t": "țţ", "u": "úùûüű", "y": "ý", "z": "źżž",
    "I": "İ", "C": "ÇČĆ", "S": "ŚŠȘŞ", "E": "É", "A": "ÁÄ", "O": "ÖÓ", "Z": "ŽŻ",
}  # fmt: skip
_NISBA = re.compile("(?:يا|ا|ة)$")


@dataclass(frozen=True, slots=True)
class Named:
    """Where a party is named: by its own name, its people's adjective, or whoever speaks for it.

    `bare`: as a subject is.
    """

    start: int
    end: int
    id: str
    sort: str = "name"
    bare: bool = True

    @property
    def people(self) -> bool:
        """Whether it is the adjective of a people."""
        return self.sort == "people"


@dataclass(frozen=True, slots=True)
class _Name:
    """A name: what all its forms have, their pattern, whose it is, and the forms of a subject."""

    stem: str
    pattern: re.Pattern[str]
    id: str
    bare: frozenset[str] | None = None
    sort: str = "name"


@dataclass(frozen=True)
class Names:
    """Names of parties in a language, the longest first."""

    names: tuple[_Name, ...]

    def places(self, text: str) -> list[Named]:
        """Where parties are named, in order; of overlapping names the longest.

        >>> [(place.start, place.end, place.id, place.bare) for place in
        ...  Names.of("ro", [("Rusia", "russia"), ("Rusia Albă", "belarus")]).places("Rusiei")]
        [(0, 6, 'russia', False)]
        """
        found: list[Named] = []
        taken = bytearray(len(text))
        folded = text.casefold()
        plain = gazetteer.fold(folded)
        for name in self.names:
            for match in (
                name.pattern.finditer(text) if name.stem in folded or name.stem in plain else ()
            ):
                if text[match.start()].islower() and name.sort != "people":
                    continue
                if not any(taken[match.start() : match.end()]):
                    taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                    bare = name.bare is None or match[0].casefold() in name.bare
                    bare = bare and match.groupdict().get("name", match[0]) == match[0]
                    bare = bare and not _CASED.match(text, match.end())
                    found.append(Named(match.start(), match.end(), name.id, name.sort, bare))
        return sorted(found, key=lambda place: place.start)

    @classmethod
    def of(
        cls,
        language: str,
        surfaces: Iterable[tuple[str, str]],
        people: Iterable[tuple[str, str]] = (),
        leaders: Iterable[tuple[str, str]] = (),
    ) -> Names:
        """The patterns of surfaces, adjectives and leaders with their ids; earlier ones win."""
        found: dict[str, tuple[str, str]] = {}
        for given, sort in ((surfaces, "name"), (people, "people"), (leaders, "leader")):
            for surface, id_ in given:
                found.setdefault(surface, (id_, sort))
        longest = sorted(found, key=lambda surface: (-len(surface), surface))
        return cls(tuple(_name(language, surface, *found[surface]) for surface in longest))


def of_parties(language: str, parties: Iterable[Actor]) -> Names:
    """The names of known parties, also as the language has them."""
    known = {actor.id: actor for actor in parties if actor.type != "person"}
    own = [(name, a.id) for a in known.values() for name in (a.name, *a.aliases) if name]
    local = [(surface, id_) for surface, id_ in _local(language) if id_ in known]
    people = [(surface, id_) for surface, id_ in _people(language) if id_ in known]
    leaders = [(surface, id_) for surface, id_ in _leaders(language) if id_ in known]
    return Names.of(language, [*own, *local], people, leaders)


def in_text(language: str, text: str) -> tuple[Names, tuple[Actor, ...]]:
    """The states, alliances and bodies that a text names, and their names in it.

    >>> names, (party,) = in_text("fr", "Le Japon ne signera pas, dit Tokyo.")
    >>> party.id, party.name, party.aliases
    ('japan', 'Japan', ('Japon', 'Tokyo'))
    """
    every, by_id = _known(language)
    if language == "en":
        unknown = _unknown(text, every)
        every = Names((*Names.of(language, unknown).names, *every.names))
        by_id = {id_: Actor(id_, name, "organisation") for name, id_ in reversed(unknown)} | by_id
    found: dict[str, Actor] = {}
    for place in every.places(text):
        if place.sort == "leader":
            continue
        actor = found.setdefault(place.id, by_id[place.id])
        surface = text[place.start : place.end]
        if surface not in (actor.name, *actor.aliases) and place.bare and not place.people:
            found[place.id] = replace(actor, aliases=(*actor.aliases, surface))
    return Names(tuple(name for name in every.names if name.id in found)), tuple(found.values())


@cache
def _known(language: str) -> tuple[Names, dict[str, Actor]]:
    by_id = {known.id: known for _, known in reversed(list(gazetteer.entries()))}
    spaced = table(language).get("spaced", True)
    surfaces = [(s, id_) for s, id_ in _local(language) if spaced or len(s) > 1]
    names = Names.of(language, surfaces, _people(language), _leaders(language))
    return names, {k.id: Actor(k.id, k.name, k.type, k.role) for k in by_id.values()}


@cache
def _local(language: str) -> tuple[tuple[str, str], ...]:
    """What a language calls states, capitals and bodies; then capitals as English has them."""
    return tuple(_called(language))


def _called(language: str) -> Iterator[tuple[str, str]]:
    if language == "en":
        yield from ((s, known.id) for s, known in gazetteer.entries() if not known.doubtful)
        return
    for key, surfaces in table(language)["names"].items():
        for surface in surfaces:
            yield surface, _id(key)
    for code, name in gazetteer.territories(language).items():
        yield re.sub(r"\s*[(（].*", "", name), gazetteer.state_id(code)
    cities = {row["territory"]: row[language] for row in tables.rows("cities")}
    own = {gazetteer.state_id(code): city for code, city in cities.items()}
    yield from ((city, id_) for id_, city in own.items())
    for surface, known in gazetteer.entries():
        if known.sort == "capital" and not known.doubtful and known.id not in own:
            yield surface, known.id


def is_a_state(language: str, text: str) -> bool:
    """Whether a text is nothing but the name of a state, of which a headline goes on to tell.

    >>> is_a_state("fr", "Ukraine"), is_a_state("fr", "Kiev")
    (True, False)
    """
    return text in gazetteer.territories(language).values()


@cache
def _people(language: str) -> tuple[tuple[str, str], ...]:
    """The adjectives of peoples."""
    return tuple(_adjectives(language))


def _adjectives(language: str) -> Iterator[tuple[str, str]]:
    about = table(language)
    for key, stems in about["people"].items() if "people" in about else ():
        for stem in stems.split():
            yield stem, _id(key)
    if about.get("joined"):
        for code, name in gazetteer.territories(language).items():
            stem = _NISBA.sub("", name.removeprefix("ال"))
            if " " not in name and len(stem) > 2:  # noqa: PLR2004 — letters of a root
                yield f"{stem}ي", gazetteer.state_id(code)


@cache
def _leaders(language: str) -> tuple[tuple[str, str], ...]:
    """Who is known without being introduced, by the last name, for whom he speaks."""
    return tuple(_last_names(language))


def _last_names(language: str) -> Iterator[tuple[str, str]]:
    about = table(language)
    for key, names in about.get("leaders", {}).items():
        yield from ((name, _id(key)) for name in names.split())
    if not about.get("latin"):
        return
    for row in tables.rows("leaders"):
        last = row["name"].rpartition(" ")[2]
        if row["alone"] == "yes" and len(last) >= _SHORTEST:
            yield last, _id(row["of"])


def _id(key: str) -> str:
    return gazetteer.state_id(key) if key.isupper() else gazetteer.body_id(key)


_RUN = re.compile(r"(?<=[a-z,;)] )(?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+(?!\w)")
_TITLED = re.compile(r"\b(?:[Mm]inister|[Pp]resident|Mr|Ms|Mrs|Dr|General|Judge)\.? $")
_DAYS = re.compile(f"{WEEKDAY}|{MONTH}")
_OFTEN = 2
_BODIES = ("company", "group", "union", "organisation", "forum")


def _unknown(text: str, known: Names) -> list[tuple[str, str]]:
    """Names that no table has, and their people: what is capitalised within sentences, repeatedly.

    Two words or more are a person, unless the last says what body it is.
    """
    heads = tables.table("nouns")["heads"]
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
    people = [(d, id_) for name, id_ in own if " " not in name for d in demonyms(name)]
    return own + people


@lru_cache(maxsize=1 << 12)
def _name(language: str, surface: str, id_: str, sort: str) -> _Name:
    about = table(language)
    escaped, folded = re.escape(surface), surface.casefold()
    if not about.get("spaced", True):
        return _Name(folded, re.compile(escaped), id_, None, sort)
    if about.get("joined"):
        return _arabic(surface, id_, sort)
    if sort == "people":
        endings = _ENDING if len(surface) > _SHORTEST else ""
        flags = re.IGNORECASE if about["inflected"] else 0
        return _Name(folded, re.compile(rf"\b{escaped}{endings}\b", flags), id_, None, sort)
    if sort == "leader" and about.get("latin"):
        return _leader(surface, id_, about)
    if not about["inflected"]:
        return _Name(folded, re.compile(rf"(?<![\w-]){escaped}(?!\w)"), id_, None, sort)
    bare = frozenset(folded + ending for ending in ("", *about["nominative"]))
    parts = [_inflected(part) for part in surface.split(" ")]
    pattern = re.compile(rf"(?<![\w-]){' '.join(parts)}(?!\w)", re.IGNORECASE)
    return _Name(surface[:_SHORTEST].rstrip(_VOWELS).casefold(), pattern, id_, bare, sort)


def _leader(surface: str, id_: str, about: Mapping[str, Any]) -> _Name:
    """A last name, with whatever accents a paper gives it, or leaves out."""
    plain = gazetteer.fold(surface)
    letters = (f"[{letter}{_ACCENTED.get(letter, '')}]" for letter in plain)
    ending = r"\w{0,3}" if about["inflected"] and plain[-1] not in "aeiou" else ""
    pattern = re.compile(rf"(?<![\w-])(?P<name>{''.join(letters)}){ending}(?!\w)")
    return _Name(plain.casefold(), pattern, id_, None, "leader")


def _inflected(word: str) -> str:
    """A word with any ending: "Rusia" and "Rusiei", "Южная" and "Южной"."""
    if word.endswith(_ADJECTIVAL) and len(word) > _SHORTEST:
        return f"{re.escape(word[:-2])}{_ENDING}"
    stem = word[:-1] if word[-1] in _VOWELS else word
    if len(stem) < _SHORTEST or word.isupper():
        return re.escape(word)
    return f"{re.escape(stem)}{_ENDING}"


def _arabic(surface: str, id_: str, sort: str) -> _Name:
    rest = re.escape(surface.removeprefix("ال"))
    if sort == "people":
        pattern = rf"\b{_JOINED}(?:ل?ال|لل)?{rest}(?:ة|ين|ون|ات)?\b"
    elif surface.startswith("ال"):
        pattern = rf"\b(?:{_JOINED}ال|[وف]?لل){rest}\b"
    else:
        pattern = rf"\b{_JOINED}{rest}\b"
    bare = frozenset(joined + surface.casefold() for joined in ("", "و", "ف"))
    return _Name(rest.casefold().replace("\\", ""), re.compile(pattern), id_, bare, sort)
