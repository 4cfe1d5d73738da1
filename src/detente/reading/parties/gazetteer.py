"""Names that are known beforehand: states, their people, capitals and seats; alliances and bodies.

States' names are CLDR's, kept as babel has them; capitals are distilled from GeoNames; the rest
stands in the tables of ``data/``. The core knows them; which of them a text means is decided
elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from detente.reading.page import model, word
from detente.reading.parsed import Doc
from detente.reading.parties import homonyms
from detente.reading.parties.peoples import plural, regular
from detente.reading.tables import rows, table

MAX_WORDS = 9
_NO_STATES = frozenset({"EU", "UN", "EZ", "QO", "UM", "XA", "XB", "ZZ"})


@dataclass(frozen=True, slots=True)
class Known:
    """A name that is known: whose it is, and what sort of name (name demonym capital seat body)."""

    id: str
    name: str
    type: str
    sort: str
    role: str | None = None
    doubtful: bool = False


@lru_cache(maxsize=1 << 12)
def identifier(name: str) -> str:
    """An id of a name: what is in parentheses dropped, & read as and, accents folded.

    >>> [identifier(name) for name in ("Türkiye", "Congo - Kinshasa", "Myanmar (Burma)")]
    ['turkiye', 'congo_kinshasa', 'myanmar']
    """
    plain = fold(re.sub(r"\([^)]*\)", "", name).replace("&", " and ")).casefold()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "party"
    slug = slug if slug[0].isalpha() else f"p_{slug}"
    return f"{slug}_1" if slug in _RESERVED else slug


_RESERVED = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "and", "or", "not", "only", "if",
     "unless", "author"}
)  # fmt: skip


def fold(text: str) -> str:
    """The text without accents, its case kept.

    >>> fold("Chișinău")
    'Chisinau'
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@cache
def territories(language: str = "en") -> Mapping[str, str]:
    """CLDR's names of the territories in a language, by code.

    >>> territories("ro")["JP"]
    'Japonia'
    """
    kept = _kept_territories()
    if language not in kept[0]:
        return territories_of(language)
    return {row["territory"]: row[language] for row in kept if row[language]}


@cache
def _kept_territories() -> list[dict[str, str]]:
    return rows("territories")


def territories_of(language: str) -> Mapping[str, str]:
    """The same from Babel, for any language that CLDR has.

    >>> territories_of("sv")["JP"]
    'Japan'
    """
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: name for code, name in names.items() if code.isalpha() and code not in _NO_STATES}


def cities_of(language: str) -> Mapping[str, str]:
    """CLDR's names of capitals, by territory, from Babel; of those that a zone of time is named by.

    >>> cities_of("ro")["RO"], cities_of("ru")["RU"]
    ('București', 'Москва')
    """
    from babel import Locale
    from babel.core import get_global

    zones = Locale.parse(language).time_zones
    found: dict[str, str] = {}
    for zone, code in get_global("zone_territories").items():
        for name in (zone, *_FORMER.get(zone, ())):
            city = zone.rpartition("/")[2].replace("_", " ")
            english = Locale.parse("en").time_zones.get(name, {}).get("city", city)
            if fold(english) in map(fold, _capitals().get(code, ())):
                found[code] = zones.get(name, {}).get("city") or found.get(code, english)
    return found


_FORMER = {"Europe/Kyiv": ("Europe/Kiev",)}  # under which CLDR has the names of a city


def state_id(code: str) -> str:
    """The id of a state by its code.

    >>> state_id("US")
    'united_states'
    """
    return identifier(territories()[code])


@cache
def body_id(key: str) -> str:
    """The id of a body of the table by its key there; of any other, the key itself.

    >>> body_id("iaea"), body_id("republika_srpska")
    ('international_atomic_energy_agency', 'republika_srpska')
    """
    found = (identifier(row["name"]) for row in rows("bodies") if row["id"] == key)
    return next(found, key)


def _bodies() -> Iterator[tuple[str, Known]]:
    for row in rows("bodies"):
        for surface in (row["name"], *filter(None, row["aliases"].split("|"))):
            id_ = identifier(row["name"])
            yield surface, Known(id_, row["name"], row["type"], "body", row["role"] or None)


def _political() -> Iterator[tuple[str, Known]]:
    """Political parties; their letters alone are others' too ("PTI"), and count where they act."""
    for row in rows("political"):
        id_ = identifier(row["name"])
        for surface in (row["name"], *filter(None, row["aliases"].split("|"))):
            letters = len(surface) <= _LETTERS and surface.isupper() and surface != row["name"]
            yield surface, Known(id_, row["name"], "group", "body", None, letters)


_LETTERS = 4  # of an abbreviation


@cache
def homes() -> Mapping[str, str]:
    """Of which state the political parties are that are known, both by their ids.

    >>> homes()["likud"]
    'israel'
    """
    return {identifier(row["name"]): state_id(row["of"]) for row in rows("political") if row["of"]}


def entries() -> Iterator[tuple[str, Known]]:
    """All names that are known, as English has them; of the same name the earlier counts."""
    yield from _bodies()
    yield from _political()
    for code in territories():
        for sort, surface in _surfaces(code):
            unsure = surface in _unsure()
            yield surface, Known(state_id(code), _bare(code), "state", sort, None, unsure)


@cache
def _unsure() -> frozenset[str]:
    names = table("names")
    return frozenset({*names["ambiguous"]["capitals"], *names["people"]["doubtful"]})


def _bare(code: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", territories()[code])


def _surfaces(code: str) -> Iterator[tuple[str, str]]:
    """What stands for a state: sort and surface."""
    names, bare = table("names"), _bare(code)
    for surface in dict.fromkeys((bare, territories()[code].replace(" & ", " and "))):
        yield "name", surface
        if surface.startswith("St. "):
            yield "name", surface.replace("St. ", "Saint ")
    for surface in names["demonyms"].get(code) or regular(bare):
        yield "demonym", surface
        yield "demonym", plural(surface)
    for surface in names["names"].get(code, ()):
        yield "name", surface
    for surface in names["seats"].get(code, ()):
        yield "seat", surface
    for capital in _capitals().get(code, ()):
        yield "capital", capital
        if capital.startswith("St. "):
            yield "capital", capital.replace("St. ", "St ")


@cache
def _capitals() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("capitals"):
        found[row["territory"]] = (*found.get(row["territory"], ()), row["capital"].strip())
    return found


Entry = tuple[tuple[str, ...], Known]


@cache
def _by_start() -> Mapping[str, list[tuple[str, Known]]]:
    """All known names by their first letters in a row, earlier sources first."""
    found: dict[str, list[tuple[str, Known]]] = defaultdict(list)
    for surface, known in entries():
        for start in {_start(fold(surface)): 0, _start(fold(surface)).upper(): 0}:
            found[start].append((surface, known))
    return found


def _start(text: str) -> str:
    return (re.match(r"\w*", text) or [""])[0]


@lru_cache(maxsize=1 << 12)
def beginning(first: str) -> tuple[Entry, ...]:
    """All known names that begin with a word, the longest first; earlier sources win.

    >>> beginning("Saudi")[0][1].id
    'saudi_arabia'
    """
    tokenizer = model().tokenizer
    found: dict[tuple[str, ...], Known] = {}
    for surface, known in _by_start().get(_start(first), ()):
        words = tuple(token.text for token in tokenizer(fold(surface)))
        for form in {words: 0, tuple(part.upper() for part in words): 0}:
            if form == words or (len(surface) > 4 and not surface.isupper()):  # noqa: PLR2004
                found.setdefault(form, known)
    entries = ((form, known) for form, known in found.items() if form[0] == first)
    return tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[0])))


def longest(doc: Doc, start: int) -> tuple[int, Known] | None:
    """The longest known name that starts at a token: where it ends, and what it is."""
    entries = beginning(fold(word(doc[start].text)))
    if not entries or homonyms.is_of_continent(doc, start):
        return None
    ahead = tuple(fold(word(token.text)) for token in doc[start : start + MAX_WORDS])
    for words, known in entries:
        if ahead[: len(words)] == words:
            end = start + len(words)
            return None if homonyms.is_anothers(doc, start, end, known.id) else (end, known)
    return None
