"""What was heard so far: mentions in order, and who was last spoken of by which word and type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from detente.reading.parsed import Token
from detente.reading.parties.cast import Entry
from detente.reading.parties.names import nouns

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A mention: the token at which it stands, and whom it means."""

    at: int
    ids: Ids
    sentence: int
    subject: bool
    main: bool  # the subject of its sentence's main clause
    plural: bool


@dataclass(eq=False)
class Memory:
    """Mentions in order; `sentence` is the one that is being read.

    >>> memory = Memory()
    >>> norland = Entry("norland", "Norland", "state", 0)
    >>> memory.hear(Heard(0, ("norland",), 0, True, True, False), [norland], [norland])
    >>> memory.latest(lambda heard: heard.subject, back=0), memory.of_types({"state"})
    (('norland',), ('norland',))
    """

    mentions: list[Heard] = field(default_factory=list)
    sentence: int = 0
    _parts: dict[str, tuple[int, Ids]] = field(default_factory=dict)  # whose ministry, and when
    _departments: dict[str, set[Ids]] = field(default_factory=dict)  # who has one for fisheries
    _words: dict[tuple[str, bool], tuple[int, str]] = field(default_factory=dict)
    _types: dict[str, tuple[int, str]] = field(default_factory=dict)
    _entries: dict[str, int] = field(default_factory=dict)

    def hear(self, heard: Heard, followed: Iterable[Entry], entries: Iterable[Entry] = ()) -> None:
        """Keep a mention; `followed` are the parties behind the `entries` that are meant."""
        self.mentions.append(heard)
        now = len(self.mentions)
        for entry in reversed(list(entries)):
            self._entries[entry.id] = now
            for word in entry.words | entry.descriptions:
                self._words[word, entry.is_person] = (now, entry.id)
        for entry in reversed(list(followed)):
            if entry.type:
                self._types[entry.type] = (now, entry.id)
            outside = entry.role is not None or entry.mediates or entry.is_outside
            if entry.has_say and not outside:
                self._types["a say"] = (now, entry.id)

    def own(self, part: Token, owner: Ids) -> None:
        """Keep whose a part is of which it is told: "its fisheries ministry"."""
        self._parts[part.lemma_.casefold()] = (self.sentence, owner)
        for word in departments(part):
            self._departments.setdefault(word, set()).add(owner)

    def owner_of(self, part: str) -> Ids:
        """Whose a part of that lemma was when it was last told."""
        return self._parts.get(part, (0, ()))[1]

    def had(self, part: Token) -> tuple[int, Ids]:
        """How many sentences ago one was told whose such a part is, and whose."""
        sentence, owner = self._parts.get(part.lemma_.casefold(), (self.sentence, ()))
        return self.sentence - sentence, owner

    def in_office(self, office: Token) -> Ids:
        """Whose "Fisheries Minister" is, after "its fisheries ministry" or "its minister"."""
        for word in (known := departments(office)):
            owners = self._departments.get(word, set())
            if len(owners) == 1:
                return next(iter(owners))
        sentence, owner = self._parts.get(office.lemma_.casefold(), (-2, ()))
        return owner if not known and self.sentence - sentence <= 1 else ()

    def recent(self, back: int) -> Iterator[Heard]:
        """The mentions of this sentence and of so many before it, the latest first."""
        for heard in reversed(self.mentions):
            if self.sentence - heard.sentence > back:
                return
            yield heard

    def latest(self, fits: Callable[[Heard], bool], back: int) -> Ids:
        """Whom the latest mention that fits means."""
        return next((heard.ids for heard in self.recent(back) if fits(heard)), ())

    def by_words(self, words: Iterable[str], *, persons: bool = True) -> Ids:
        """Who was last heard of those whose name or description has one of the words."""
        people = (False, True) if persons else (False,)
        keys = ((word, person) for word in words for person in people)
        return _last(self._words[key] for key in keys if key in self._words)

    def of_types(self, types: Iterable[str]) -> Ids:
        """Who was last heard of those of one of the types."""
        return _last(self._types[type_] for type_ in types if type_ in self._types)

    def with_a_say(self) -> Ids:
        """The state that was last heard, and that is no outsider."""
        return self.of_types(("a say",))

    def among(self, ids: Iterable[str]) -> Ids:
        """Who was last heard of these."""
        return _last((self._entries[id_], id_) for id_ in ids if id_ in self._entries)


def only(ids: Iterable[str]) -> Ids:
    """The one of some parties, where there are no more.

    >>> only(["norland"]), only(["norland", "sudmark"])
    (('norland',), ())
    """
    found = tuple(ids)
    return found if len(found) == 1 else ()


def departments(office: Token) -> list[str]:
    """What a minister or a ministry is for: "fisheries minister", "minister for sport".

    >>> from detente.reading.page import phrase
    >>> departments(phrase("the minister of agriculture and food")[1])
    ['agriculture', 'food']
    """
    before = reversed(office.doc[max(0, office.i - _BEFORE) : office.i])
    words = (one.lower_ for one in takewhile(lambda one: one.is_alpha, before))
    told = [word for word in words if word in nouns("departments")]
    return told or [word for prep in office.children for word in remit(prep)]


def remit(prep: Token) -> list[str]:
    """What an office is for by "of" or "for" after it; nothing where that is whose it is."""
    if prep.dep_ != "prep" or prep.lower_ not in {"of", "for"}:
        return []
    nouns_after = [one for first in prep.children for one in (first, *first.conjuncts)]
    return [one.lower_ for one in nouns_after if one.lower_ in nouns("departments")]


_BEFORE = 3  # words before an office in which it may be said what for


def _last(found: Iterable[tuple[int, str]]) -> Ids:
    best = max(found, default=None)
    return (best[1],) if best else ()
