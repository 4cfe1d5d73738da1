"""What a proper name is, and of what kind by its head word; the one table of nouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from detente.reading.page import word
from detente.reading.parsed import Doc, Span, Token
from detente.reading.parties.gazetteer import Known
from detente.reading.tables import table

HEADS = ("forum", "union", "group", "organisation", "company", "source", "place")
LINKS = frozenset({"of", "for"})
POSSESSIVE = frozenset({"'", "'s"})
KIN = frozenset(
    {"Sons", "Daughters", "Brothers", "Sisters", "Bros", "Partners", "Associates", "Company", "Co",
     "Zonen", "Zoon", "Söhne", "Fils", "Hijos", "Figli", "Filhos"}
)  # fmt: skip  # "Harrow and Sons"
MINISTRIES = frozenset({"ministry", "department"})
SEATED = frozenset({"mp", "mep", "mla", "mlc", "td", "mpp", "msp", "mna"})  # for a place
PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "del", "da", "di", "dos", "das", "du", "la", "le", "al",
     "el", "ben", "bin", "bint", "ibn", "abu", "mac", "ter", "ten", "zu", "por", "para", "pour",
     "contre", "und", "für", "y", "&", "des", "los", "las", "della", "delle", "degli", "nan", "nam"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A run of tokens that names something; `known` says what, where the gazetteer has it."""

    start: int
    end: int
    text: str
    known: Known | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.text.split())

    def head(self, doc: Doc) -> Token:
        """The token that stands for the name in the parse."""
        known: dict[tuple[int, int], Token] = doc.memory.setdefault(Name, {})
        place = self.start, self.end
        if place not in known:
            known[place] = Span(doc, *place).root
        return known[place]


@cache
def nouns(kind: str) -> frozenset[str]:
    """The nouns of a kind, from the one table of them.

    >>> "ministry" in nouns("parts"), "court" in nouns("heads.forum")
    (True, True)
    """
    found = table("nouns")
    for part in kind.split("."):
        found = found[part]
    return frozenset(found["words"])


@cache
def alike() -> tuple[tuple[str, ...], ...]:
    """The nouns by which one crowd goes, of each such crowd: "prisoner", "inmate" and so on."""
    return tuple(tuple(one["words"]) for one in table("nouns")["alike"].values())


@lru_cache(maxsize=1 << 14)
def head_kind(name: str) -> str | None:
    """What a name is the name of, by its head word.

    >>> head_kind("Sorrel Petroleum"), head_kind("Movement for the Liberation of Maru")
    ('company', 'group')
    >>> head_kind("Ines Holl") is None
    True
    """
    words = name.replace(" the ", " ").casefold().split()
    if len(words) > 2 and words[-2] in {"and", "&"} and words[-1].capitalize() in KIN:  # noqa: PLR2004
        return "company"
    for link in ("of", "for", "in"):
        if link in words[1:]:
            words = words[: words.index(link, 1)]
    if len(words) > 1 and words[-1].isdigit() and words[-2] in {"local", "lodge"}:
        return "union"  # "Marine Workers Local 43"
    if words[-1].endswith("workers") and len(words) > 1:
        return "union"  # "United Fuelworkers"
    if words[-1] == "group" and len(words) > 1 and words[-2] in _CAUSES:
        return "group"  # "Albion Action Group"
    return next((kind for kind in HEADS if words[-1] in nouns(f"heads.{kind}")), None)


_CAUSES = frozenset(
    {"action", "campaign", "residents", "residents'", "parents", "parents'", "support", "rights",
     "protest", "community", "heritage", "tenants", "tenants'", "users", "users'", "liaison"}
)  # fmt: skip


def owner_of_service(name: str) -> str | None:
    """What stands before a state's own service in its name.

    >>> owner_of_service("Maldoran Coast Guard"), owner_of_service("Arden Free Army")
    ('Maldoran', 'Arden Free')
    """
    words = name.split()
    cuts = range(1, len(words))
    found = (at for at in cuts if " ".join(words[at:]).casefold() in nouns("services"))
    return next((" ".join(words[:at]) for at in found), None)


def text_of(doc: Doc, start: int, end: int) -> str:
    """The words of a run as one would type them, on one line."""
    return " ".join(word(doc[start:end].text).split())
