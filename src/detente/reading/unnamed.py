"""What the names are that no table has: settled rule by rule, from all their occurrences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from detente.reading import signs
from detente.reading.cast import RULED, SMALL, Cast, Entry, wills
from detente.reading.names import Name, head_kind, nouns
from detente.reading.peoples import people_of
from detente.reading.syntax import SUBJECTS

_TYPES = {
    "company": "company",
    "union": "organisation",
    "group": "group",
    "organisation": "organisation",
    "forum": "organisation",
}
_PARTICLES = frozenset({"van", "von", "de", "del", "da", "di", "al", "el", "ben", "bin", "mac"})
_MINISTRIES = frozenset({"ministry", "department"})
_LONGEST_PERSON = 4  # words
_LONGEST_SINGLE = 3
_OFTEN = 3  # mentions of an actor whose verbs say nothing of a will
_CITY = " City"
_BACK = 60  # tokens back to the state that a capital may stand for

Groups = dict[str, list[Name]]


def settle(doc: Doc, found: Cast, unknown: Groups, datelines: dict[str, str]) -> None:
    """Enter into a cast who the unknown names of a page are; what is nobody is left out."""
    work = _Work(doc, found, unknown, datelines)
    for rule in _RULES:
        for text in sorted(work.left, key=work.order):
            if text in work.left and rule(work, text, work.left[text]):
                work.left.pop(text)


@dataclass(eq=False)
class _Work:
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
        return entry

    def also(self, entry: Entry, names: Iterable[Name], sort: str) -> None:
        """More mentions of an actor."""
        for name in names:
            self.found.add(name, entry.id, sort, self.doc)

    def people(self, text: str) -> list[str]:
        """The unsettled names that are the people of that state, or its adjective."""
        return sorted(form for form in people_of(text) if form in self.left and form != text)


# Rules: each says whether it settled the name. ----------------------------------------------------


def _headed(work: _Work, text: str, names: list[Name]) -> bool:
    """Names with a head word that says what they are."""
    kind, words = head_kind(text), text.split()
    if len(words) == 1 or words[0].casefold() in nouns("states"):
        return False
    if words[-1].casefold() in nouns("districts") and _is_district(work, text, names):
        return True
    if kind is None or kind in {"place", "source"}:
        return kind is not None
    if {words[0].casefold(), words[-1].casefold()} & _MINISTRIES:
        _ministry(work, text, names)
    else:
        work.enter(text, names, _TYPES[kind], role="forum" if kind == "forum" else None)
    return True


def _is_district(work: _Work, text: str, names: list[Name]) -> bool:
    """Of "Brannoch County", where it acts under that name or its short one.

    A city that has its country's name stands for the country, where that is spoken of more.
    """
    bare = text.rpartition(" ")[0]
    short = work.left.get(bare, [])
    if text.endswith(_CITY) and len(short) > len(names):
        work.left[bare] = sorted([*short, *names], key=lambda name: name.start)
        return True
    if not any(signs.acts(work.doc, name) for name in (*names, *short)):
        return False
    work.also(work.enter(text, names, "province"), short, "name")
    work.left.pop(bare, None)
    return True


def _ministry(work: _Work, text: str, names: list[Name]) -> None:
    """A ministry is a name of its own only where no state's name or adjective is beside it."""
    first = text.split(maxsplit=1)[0]
    if any(first in people_of(other) for other in work.left if " " not in other):
        bare = [Name(name.start, name.start + 1, first) for name in names]
        work.left.setdefault(first, []).extend(bare)
        return
    owned = any(
        signs.is_owned(work.doc, name) or name.start - 1 in work.found.named for name in names
    )
    if not owned and _ministry_acts(work.doc, names):
        work.enter(text, names, "organisation", "institution")


def _ministry_acts(doc: Doc, names: list[Name]) -> bool:
    """Whether a ministry is somebody here, and not only an office to be had."""
    if any(signs.does(doc, name) for name in names):
        return True
    return any(wills(token) for token in doc if token.lower_ in _MINISTRIES)


def _persons(work: _Work, text: str, names: list[Name]) -> bool:
    words = text.split()
    if len(words) <= 2 and words[0].casefold() in _PARTICLES and _surname(work, text, names):  # noqa: PLR2004
        return True
    if len(words) > _LONGEST_PERSON:
        return False
    known = len(words) > 1 and (_goes_by_surname(work, words) or _heads_cabinet(work, names))
    if not known and not any(signs.is_personal(work.doc, name) for name in names):
        return False
    if len(words) > 1 or not _surname(work, text, names):
        work.enter(text, names, "person", "person")
    return True


def _heads_cabinet(work: _Work, names: list[Name]) -> bool:
    """Whether a government goes by the name and nothing else does: "the cabinet of Ana Berg"."""
    first = names[0].words[0].casefold()
    place = first in nouns("directions") | nouns("toponyms")
    return len(names) == 1 and not place and signs.cabinet_of(work.doc, names[0]) is not None


def _goes_by_surname(work: _Work, words: list[str]) -> bool:
    """Whether the last word of a name stands alone too: "Hana Solt" and then "Solt"."""
    first = words[0].casefold()
    place = first in nouns("directions") | nouns("heads.place") | nouns("toponyms")
    return words[-1] in work.left and not place and "&" not in words


def _surname(work: _Work, text: str, names: list[Name]) -> bool:
    entry = work.surnames.get(text.casefold())
    if entry is None:
        return False
    work.also(entry, names, "person")
    return True


def _abbreviations(work: _Work, text: str, names: list[Name]) -> bool:
    """Of "RWU" of the Rail Workers' Union."""
    if not text.isupper() or not text.isalpha():
        return False
    for entry in work.found.entries.values():
        if text in _initials(entry.name):
            work.also(entry, names, "name")
            return True
    return False


def _initials(name: str) -> set[str]:
    words = name.replace("-", " ").split()
    long = "".join(word[0] for word in words)
    short = "".join(word[0] for word in words if word.casefold() not in SMALL)
    return {long.upper(), short.upper()}


def _states(work: _Work, text: str, names: list[Name]) -> bool:
    """Names that the text treats as states: by their people, their government, their acts."""
    words = text.split()
    if words[0].casefold() in nouns("states") and "of" in words:
        bare = text.partition(" of ")[2].removeprefix("the ")
        _with_people(work, work.enter(bare, names, "state"), bare)
        if bare in work.left and bare != text:
            work.also(
                work.found.entries[work.enter(bare, names, "state").id], work.left.pop(bare), "name"
            )
        return True
    if len(words) > 2:  # noqa: PLR2004 — "North Ambari"
        return False
    ruled = [kind for name in names if (kind := signs.government(work.doc, name))]
    people = work.people(text)
    doubtful = len(words) > 1 and words[0].casefold() not in nouns("directions")
    if not ruled and (doubtful or not people or not _lives(work, names, people)):
        return False
    entry = work.enter(text, names, _sort_of_ruled(work, text, names, ruled))
    entry.ruled = bool(ruled)
    entry.descriptions |= set(ruled) & nouns("districts")
    _with_people(work, entry, text)
    return True


def _sort_of_ruled(work: _Work, text: str, names: list[Name], ruled: list[str]) -> str:
    sort = "state" if "state" in ruled or not ruled else ruled[0]
    sort = "province" if sort in nouns("districts") else sort
    if " " not in text and signs.sort_of(work.doc, names) == "group":
        return "state" if text.casefold() in nouns("directions") else "group"
    return sort


def _with_people(work: _Work, entry: Entry, text: str) -> None:
    for other in work.people(text):
        work.also(entry, work.left.pop(other), "demonym")


def _lives(work: _Work, names: list[Name], people: list[str]) -> bool:
    acts = any(signs.acts(work.doc, name) for name in names)
    return acts or any(form.endswith("ns") for form in people)


def _shortened(work: _Work, text: str, names: list[Name]) -> bool:
    """Short forms: "Vestlin" of Vestlin Railways, "the Federation" of the Dockers' Federation."""
    entry = work.short.get(text.casefold())
    if entry is None:
        return False
    work.also(entry, names, "person" if entry.is_person else "name")
    return True


def _short_forms(entry: Entry) -> frozenset[str]:
    """The single words that may stand for a longer name, in lower case."""
    words = entry.name.casefold().split()
    if len(words) == 1:
        return frozenset()
    if entry.is_person:
        return frozenset({words[-1]})
    cut = next((i for i, word in enumerate(words) if word in SMALL and i), len(words))
    first = words[0].strip("'")
    if entry.type == "state":
        return frozenset({words[0]}) if first in nouns("directions") else frozenset()
    found = {words[cut - 1]}
    if cut > 1 and (entry.type == "company" or head_kind(entry.name) in {"union", "group"}):
        found |= {first, f"{first}s"}
    return frozenset(found)


def _metonyms(work: _Work, text: str, names: list[Name]) -> bool:
    """Capitals that no table has, where they stand for their government."""
    if len(text.split()) > 2 or not any(signs.has_will(work.doc, name) for name in names):  # noqa: PLR2004
        return False
    owner = _named_capital(work, names) or work.datelines.get(text.casefold())
    entry = _entry_of(work.found, owner) if owner else _guessed(work, text, names)
    if entry is None:
        return False
    work.also(entry, names, "capital")
    return True


def _entry_of(found: Cast, surface: str) -> Entry | None:
    entries = found.entries.values()
    return next((one for one in entries if surface in {one.name, *one.surfaces}), None)


def _named_capital(work: _Work, names: list[Name]) -> str | None:
    """Of "Tesk, the Vardunan capital"."""
    for name in names:
        after = work.doc[name.end : name.end + 6]
        words = [token.text for token in after]
        if "capital" in words and words[:1] == [","]:
            for token in after[: words.index("capital")]:
                if token.i in work.found.named:
                    return work.found.entries[work.found.named[token.i]].name
    return None


def _guessed(work: _Work, text: str, names: list[Name]) -> Entry | None:
    """The state that is spoken of before it and not beside it, where it is also a place."""
    placed = any(signs.is_located(work.doc, name) for name in names)
    if not placed and text.casefold() not in work.datelines:
        return None
    states = {
        entry.id: entry
        for entry in work.found.entries.values()
        if entry.type in RULED
        and entry.weight >= _OFTEN * len(names)
        and not {"capital", "seat"} & set(entry.surfaces.values())
    }
    votes = Counter[str]()
    for name in names:
        _vote(work, name, states, votes)
    best = max(states, key=lambda id_: (votes[id_], states[id_].first), default=None)
    return states[best] if best and votes[best] > 0 else None


def _vote(work: _Work, name: Name, states: dict[str, Entry], votes: Counter[str]) -> None:
    sentence = work.doc[name.start].sent
    beside = {work.found.named[token.i] for token in sentence if token.i in work.found.named}
    votes.subtract(beside)
    for i in range(sentence.start - 1, max(0, sentence.start - _BACK), -1):
        id_, sort = work.found.heads.get(i, ("", ""))
        if sort == "name" and work.doc[i].dep_ in SUBJECTS and id_ in states and id_ not in beside:
            votes[id_] += 1
            return


def _singles(work: _Work, text: str, names: list[Name]) -> bool:
    """What is left: an actor where it acts like one."""
    places = sum(signs.is_located(work.doc, name) for name in names)
    wanted = sum(signs.has_will(work.doc, name) for name in names)
    acts = any(name.head(work.doc).dep_ in SUBJECTS for name in names)
    lives = (wanted and places <= wanted) or (acts and not places and len(names) >= _OFTEN)
    counted = any(signs.is_counted(work.doc, name) for name in names)
    counted = counted or text.casefold().removesuffix("s") in nouns("crowds")
    if lives and not counted and len(text.split()) <= _LONGEST_SINGLE:
        work.enter(text, names, signs.sort_of(work.doc, names))
    return True


_RULES: tuple[Callable[[_Work, str, list[Name]], bool], ...] = (
    _headed,
    _persons,
    _abbreviations,
    _shortened,
    _states,
    _shortened,
    _metonyms,
    _singles,
)
