"""The names that are still to be settled, and what they may turn out to be part of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from detente.reading.grammar import word_before
from detente.reading.parsed import Doc
from detente.reading.parties import political
from detente.reading.parties.cast import SMALL, Cast, Entry, wills
from detente.reading.parties.names import Name, head_kind, nouns
from detente.reading.parties.peoples import people_of
from detente.reading.syntax import SUBJECTS

Groups = dict[str, list[Name]]


@dataclass(eq=False)
class Work:
    """The names that are still to be settled, and what they may turn out to be part of."""

    doc: Doc
    found: Cast
    left: Groups
    datelines: dict[str, str]
    short: dict[str, Entry] = field(default_factory=dict)  # short forms and initials, folded
    surnames: dict[str, Entry] = field(default_factory=dict)

    def order(self, text: str) -> tuple[int, int]:
        """The longest first, then as they come."""
        return -len(text.split()), self.left[text][0].start

    def enter(
        self, text: str, names: list[Name], type_: str, sort: str = "name", role: str | None = None
    ) -> Entry:
        """The actor of that name, with its mentions."""
        entry = self.found.enter(text, type_, names[0].start, role)
        self.also(entry, names, sort)
        for form in _short_forms(entry):
            self.short.setdefault(form, entry)
        if entry.is_person:
            words = text.casefold().split()
            for at in range(len(words)):
                self.surnames.setdefault(" ".join(words[at:]), entry)
            self.surnames.setdefault(words[-1].rpartition("-")[2], entry)  # of "al-Harthy"
        return entry

    def also(self, entry: Entry, names: Iterable[Name], sort: str) -> None:
        """More mentions of an actor."""
        for name in names:
            self.found.add(name, entry.id, sort, self.doc)

    def given(self, text: str) -> Entry | None:
        """The one person whose first name it is: "Anan" of Anan Rattana."""
        people = [one for one in self.found.entries.values() if one.is_person]
        found = [one for one in people if text in one.name.split()[:-1]]
        return found[0] if len(found) == 1 else None

    @cached_property
    def willing(self) -> frozenset[str]:
        """The nouns that do in this page what only somebody with a will can do."""
        return frozenset(t.lemma_.lower() for t in self.doc if t.dep_ in SUBJECTS and wills(t))

    @cached_property
    def deciding(self) -> frozenset[str]:
        """The nouns that do so with no more than an article: "the school refuses"."""
        return frozenset(
            t.lower_
            for t in self.doc
            if t.dep_ in SUBJECTS and wills(t) and [c.lower_ for c in t.children] == ["the"]
        )

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The common nouns that the page has after an article."""
        return frozenset(
            t.lemma_.lower() for t in self.doc if t.pos_ == "NOUN" and word_before(t) == "the"
        )

    @cached_property
    def is_among_states(self) -> bool:
        """Whether a name alone may be a state's: a note, or a page with words of states."""
        return len(self.doc) < _NOTE or len(_OF_STATES & {t.lemma_ for t in self.doc}) >= _SEVERAL

    @cached_property
    def is_of_parliament(self) -> bool:
        """Whether the page tells of coalitions, seats and deputies."""
        return political.is_of_parliament(self.doc)

    def people(self, text: str) -> list[str]:
        """The unsettled names that are the people of that state, or its adjective."""
        return sorted(form for form in people_of(text) if form in self.left and form != text)


_NOTE, _SEVERAL = 150, 3  # tokens, words
_OF_STATES = frozenset(
    {"border", "ambassador", "embassy", "capital", "country", "neighbour", "neighbor", "diplomat",
     "nation", "foreign", "treaty", "sovereignty", "president", "diplomatic", "minister", "navy",
     "army", "bilateral"}
)  # fmt: skip
_OF_EMPLOYER = 2  # words: "the NFL Referees Association" is not the NFL
_NAMED_FIRST = nouns("kinds.school") | {"department"}


def _before_hyphen(name: str) -> frozenset[str]:
    """As "SUD" of "SUD-Rail", a union's branch; not of "CDU-CSU", which are two."""
    first, _, rest = name.partition("-")
    branch = len(first) > 1 and first.isupper() and rest.istitle()
    return frozenset({first.casefold()} if branch else ())


def _short_forms(entry: Entry) -> frozenset[str]:
    """The single words that may stand for a longer name, in lower case."""
    words = entry.name.casefold().split()
    if len(words) == 1:
        return _before_hyphen(entry.name)
    if entry.is_person and entry.name.rpartition("-")[2].islower():
        return frozenset({words[0]})  # "Lee" of "Lee Han-jun"
    if entry.is_person:
        return frozenset({words[-1], words[-1].removeprefix("al-").removeprefix("el-")})
    cut = next((i for i, word in enumerate(words) if word in SMALL and i), len(words))
    first = words[0].strip("'")
    if entry.type == "state":
        return frozenset({words[0]}) if first in nouns("directions") else frozenset()
    found = {words[cut - 1]}
    kind = head_kind(entry.name)
    plain = kind is None and first not in nouns("directions") | nouns("common_names")
    others = kind == "union" and cut > _OF_EMPLOYER and entry.name.split()[0].isupper()
    if cut > 1 and not others and (entry.type == "company" or kind in {"union", "group"} or plain):
        found |= {first, f"{first}s"}
    if cut > 1 and words[cut - 1] in _NAMED_FIRST:
        found.add(first)  # "the Harkness", "Interior"
    if kind != "group":  # "First Quantum" of F. Q. Minerals, "Writers Guild" of W. G. of America
        found |= {" ".join(words[:at]) for at in range(2, cut + (kind == "union"))}
    return frozenset(found)
