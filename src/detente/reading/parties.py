"""Who is named: from the names of a page to actors, each under all its names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from detente.reading import gazetteer
from detente.reading.names import Name, head_kind, nouns

_TYPES = {
    "company": "company",
    "union": "organisation",
    "group": "group",
    "organisation": "organisation",
    "forum": "organisation",
}
_PLACES = frozenset({"in", "at", "near", "from", "outside", "around", "off", "into", "via", "across"})
_STATE_SIGNS = frozenset({"name", "seat", "capital"})
_TOWNS = frozenset({"city", "town", "village", "port", "harbour", "suburb", "airstrip", "bridge"})
_SPEECH = frozenset(
    """say tell add declare announce insist warn demand accuse deny reject claim call urge refuse
    offer propose threaten vow pledge want argue maintain stress note respond reply answer ask
    agree accept welcome condemn criticise criticize denounce describe repeat recall explain
    confirm admit concede promise stop close withdraw suspend impose lift seize occupy regard see
    consider continue recognise recognize invoke seek expect intend hold control administer arrest
    withhold sign pay decide rule ban block blockade halt cut raise lower strike attack shell
    vote need send keep negotiate host mediate support back oppose protest arm dispatch summon
    expel recognise retaliate respond hope believe fear prefer plan think""".split()
)


@dataclass(eq=False)
class Entry:
    """An actor in the making."""

    id: str
    name: str
    type: str | None
    sorts: set[str] = field(default_factory=set)
    role: str | None = None
    surfaces: dict[str, str] = field(default_factory=dict)  # surface: sort
    descriptions: set[str] = field(default_factory=set)  # nouns that the text describes it by
    speaks_for: str | None = None
    office: str | None = None
    acts: int = 0
    mentions: int = 0
    places: int = 0
    first: int = 0
    gender: str | None = None

    @property
    def words(self) -> set[str]:
        """The words of its name, in lower case."""
        return set(self.name.casefold().split())


@dataclass(eq=False)
class Cast:
    """The actors of a page, and which of its tokens name them."""

    entries: dict[str, Entry] = field(default_factory=dict)
    named: dict[int, str] = field(default_factory=dict)  # every token of a name: the actor's id
    heads: dict[int, tuple[str, str]] = field(default_factory=dict)  # head token: id, sort
    spans: list[tuple[Name, str, str]] = field(default_factory=list)  # name, id, sort

    def add(self, name: Name, id_: str, sort: str, doc: Doc) -> None:
        """Record that a name stands for an actor."""
        entry = self.entries[id_]
        entry.surfaces.setdefault(name.text, sort)
        entry.mentions += 1
        for i in range(name.start, name.end):
            self.named[i] = id_
        self.heads[name.head(doc).i] = (id_, sort)
        self.spans.append((name, id_, sort))


def cast(doc: Doc, names: Sequence[Name]) -> Cast:
    """The actors that the names of a page stand for."""
    found = Cast()
    groups: dict[str, list[Name]] = {}
    for name in names:
        if name.known:
            _add_known(found, name, doc)
        else:
            groups.setdefault(_canonical(name.text), []).append(name)
    _Unknown(doc, found, groups).settle()
    found.spans.sort(key=lambda span: span[0].start)
    return found


def _canonical(text: str) -> str:
    return text.title() if text.isupper() and len(text) > 5 else text  # noqa: PLR2004


def _add_known(found: Cast, name: Name, doc: Doc) -> None:
    known = name.known
    if known is None:
        return
    entry = found.entries.setdefault(
        known.id, Entry(known.id, known.name, known.type, role=known.role, first=name.start)
    )
    entry.sorts.add(known.sort)
    found.add(name, known.id, known.sort, doc)


class _Unknown:
    """Settles what the names are that no table has, from all their occurrences together."""

    def __init__(self, doc: Doc, found: Cast, groups: dict[str, list[Name]]) -> None:
        self.doc, self.found, self.groups = doc, found, groups
        self.left = dict(groups)

    def settle(self) -> None:
        for rule in (self._headed, self._persons, self._states, self._short, self._singles):
            for text in sorted(self.left, key=self._first):
                if text in self.left and rule(text, self.left[text]):
                    del self.left[text]

    def _first(self, text: str) -> tuple[int, int]:
        return -len(text.split()), self.left[text][0].start

    # rules: each says whether it settled the name ------------------------------------------------

    def _headed(self, text: str, names: list[Name]) -> bool:
        """Names with a head word that says what they are."""
        kind = head_kind(text)
        if len(text.split()) < 2 or kind is None:
            return False
        if kind in {"place", "source"}:
            return True
        last = text.casefold().split()[-1]
        if last in nouns("government") or text.split()[0] in {"Ministry", "Department"}:
            self._enter(text, names, "organisation", "institution")
            return True
        self._enter(text, names, _TYPES[kind], "name", role="forum" if kind == "forum" else None)
        return True

    def _persons(self, text: str, names: list[Name]) -> bool:
        if len(text.split()) > 4 or not any(self._personal(name) for name in names):
            return False
        self._enter(text, names, "person", "person")
        return True

    def _personal(self, name: Name) -> bool:
        doc = self.doc
        before = doc[name.start - 1] if name.start else None
        if before is not None and not before.is_punct and _is_office(before):
            return True
        head = name.head(doc)
        near = [*head.children] + ([head.head] if head.dep_ == "appos" else [])
        if any(t.dep_ == "appos" and _is_office(t) for t in near if t.head == head):
            return True
        if head.dep_ == "appos" and _is_office(head.head):
            return True
        if name.end + 1 < len(doc) and doc[name.end].text == ",":
            words = [t for t in doc[name.end + 1 : name.end + 9]]
            for t in words:
                if t.text in {",", ".", ";"} or t.pos_ == "VERB":
                    break
                if _is_office(t):
                    return True
                if t.text.isdigit():
                    return True
        return len(name.words) == 2 and self._speaks(name) and head_kind(name.text) is None

    def _speaks(self, name: Name) -> bool:
        head = name.head(self.doc)
        return head.dep_ == "nsubj" and head.head.lemma_ in {"say", "tell", "add", "ask", "laugh", "write"}

    def _states(self, text: str, names: list[Name]) -> bool:
        """Names that the text treats as states: by their people, their government, their acts."""
        words = text.split()
        if words[0].casefold() in nouns("states") and " of " in text:
            bare = text.split(" of ", 1)[1].removeprefix("the ")
            self._enter(bare, names, "state", "name")
            return True
        if len(words) > 2:
            return False
        if len(words) == 2 and words[0].casefold() not in nouns("directions"):
            return False
        people = self._people(text)
        governed = any(self._governed(name) for name in names)
        if not people and not governed:
            return False
        if not governed and not any(self._acts(name) for name in names):
            return False
        id_ = self._enter(text, names, "state", "name")
        for other in people:
            for name in self.left.pop(other):
                self.found.add(name, id_, "demonym", self.doc)
        return True

    def _people(self, text: str) -> list[str]:
        forms = set(gazetteer.demonyms(text)) | _stems(text)
        forms |= {form + "s" for form in forms}
        return [other for other in self.left if other in forms and other != text]

    def _governed(self, name: Name) -> bool:
        doc = self.doc
        if name.end < len(doc) and doc[name.end].text in {"'s", "'", "’s", "’"}:
            after = doc[name.end + 1 : name.end + 5]
            for t in after:
                if t.lower_ in nouns("government"):
                    return True
                if t.pos_ in {"VERB", "ADP", "PUNCT"}:
                    break
        if name.start >= 2 and doc[name.start - 1].lower_ == "of":
            owner = doc[name.start - 2].lower_
            return owner in nouns("government") or owner in {"president", "king", "queen"}
        return False

    def _acts(self, name: Name) -> bool:
        head = name.head(self.doc)
        if head.dep_ in {"nsubj", "nsubjpass"}:
            return True
        return head.dep_ == "pobj" and head.head.lower_ in {"by", "with", "against", "between"}

    def _short(self, text: str, names: list[Name]) -> bool:
        """Short forms: "Vestlin" of Vestlin Railways, "RWU" of the Rail Workers' Union."""
        entries = self.found.entries.values()
        plain = text.casefold()
        for entry in entries:
            words = entry.name.casefold().split()
            initials = "".join(word[0] for word in words if word not in {"of", "the", "for", "and"})
            if text.isupper() and plain == initials:
                self._also(entry, names, "name")
                return True
        if len(text.split()) > 1:
            return False
        for entry in entries:
            words = entry.name.casefold().split()
            ends = words[-1:] if entry.type == "person" else [words[0], words[-1]]
            if len(words) > 1 and plain in ends and entry.type != "state":
                self._also(entry, names, "person" if entry.type == "person" else "name")
                return True
        return False

    def _singles(self, text: str, names: list[Name]) -> bool:
        """What is left: an actor where it acts like one."""
        places = sum(self._located(name) for name in names)
        acts = sum(self._strong(name) for name in names)
        if not acts or places > acts:
            return True
        self._enter(text, names, "organisation" if text.isupper() else "state", "name")
        return True

    def _located(self, name: Name) -> bool:
        head = name.head(self.doc)
        if head.dep_ == "pobj" and head.head.lower_ in _PLACES:
            return True
        return name.start > 1 and self.doc[name.start - 2].lower_ in _TOWNS

    def _strong(self, name: Name) -> bool:
        head = name.head(self.doc)
        return head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ in _SPEECH

    # -------------------------------------------------------------------------------------------

    def _enter(
        self, text: str, names: Iterable[Name], type_: str, sort: str, role: str | None = None
    ) -> str:
        id_ = gazetteer.identifier(text)
        names = list(names)
        entry = self.found.entries.get(id_)
        if entry is None:
            entry = Entry(id_, text, type_, role=role, first=names[0].start)
            self.found.entries[id_] = entry
        self._also(entry, names, sort)
        return id_

    def _also(self, entry: Entry, names: Iterable[Name], sort: str) -> None:
        for name in names:
            self.found.add(name, entry.id, sort, self.doc)


def _stems(text: str) -> set[str]:
    found = {text + end for end in ("n", "an", "ic", "er", "ish", "ese", "i", "ian", "er")}
    for ending in ("a", "ia", "y", "e", "o", "land", "ya"):
        if text.endswith(ending):
            stem = text.removesuffix(ending)
            found |= {stem + end for end in ("", "n", "an", "ian", "ic", "ish", "ese", "i", "er", "landic", "lander", "anian")}
    return {form for form in found if len(form) > 3}  # noqa: PLR2004


def _is_office(token: Token) -> bool:
    plain = re.sub(r"\.$", "", token.lower_)
    offices = nouns("roles") | nouns("titles") | nouns("experts")
    return plain in offices or token.lemma_.casefold() in offices


def ranked(found: Cast) -> list[Entry]:
    """The entries that are no persons, those that act most first."""
    counts = Counter({entry.id: entry.acts * 3 + entry.mentions for entry in found.entries.values()})
    return [
        found.entries[id_]
        for id_, _ in sorted(counts.items(), key=lambda item: (-item[1], found.entries[item[0]].first))
    ]
