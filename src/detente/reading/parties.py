"""Who is named: from the names of a page to actors, each under all its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from detente.reading import gazetteer
from detente.reading.names import Name, head_kind, nouns

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_TYPES = {
    "company": "company",
    "union": "organisation",
    "group": "group",
    "organisation": "organisation",
    "forum": "organisation",
}
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "del", "du"})
_WHERE = frozenset(
    "in at near from outside around off into via across through over inside within to".split()
)
_TOWNS = frozenset("city town village port harbour harbor suburb airstrip bridge".split())
_PREFIXES = frozenset("van von de del da di al el ben bin mac".split())
_POSSESSIVE = frozenset({"'s", "'"})
_NEAR = 5  # tokens after a name in which its government may stand
_ACTS = 4  # the weight of an actor that is more than mentioned
_CERTAIN = 4  # words of the longest name of a person


@dataclass(eq=False)
class Entry:
    """An actor in the making."""

    id: str
    name: str
    type: str | None
    first: int
    role: str | None = None
    surfaces: dict[str, str] = field(default_factory=dict)  # surface: sort
    descriptions: set[str] = field(default_factory=set)  # nouns that the text describes it by
    speaks_for: str | None = None
    introduced: bool = False
    ruled: bool = False  # the text speaks of its government
    acts: int = 0  # how often it does what only somebody with a will can do
    weight: int = 0  # how much it acts, by its named mentions

    @property
    def words(self) -> frozenset[str]:
        """The words of its name that mean something, in lower case."""
        return frozenset(word.strip("'") for word in self.name.casefold().split()) - _SMALL

    @property
    def is_person(self) -> bool:
        """Whether it is a person rather than a party of many."""
        return self.type == "person"


@dataclass(eq=False)
class Cast:
    """The actors of a page, and which of its tokens name them."""

    entries: dict[str, Entry] = field(default_factory=dict)
    named: dict[int, str] = field(default_factory=dict)  # every token of a name: the actor's id
    heads: dict[int, tuple[str, str]] = field(default_factory=dict)  # head token: id, sort

    def add(self, name: Name, id_: str, sort: str, doc: Doc) -> None:
        """Record that a name stands for an actor."""
        entry, head = self.entries[id_], name.head(doc)
        entry.surfaces.setdefault(name.text, sort)
        entry.first = min(entry.first, name.start)
        entry.weight += 3 if head.dep_ in SUBJECTS else 1
        entry.acts += wills(head)
        for i in range(name.start, name.end):
            self.named[i] = id_
        self.heads[head.i] = (id_, sort)

    def enter(
        self, text: str, type_: str, first: int, role: str | None = None, id_: str | None = None
    ) -> Entry:
        """The entry of that name, new where there is none."""
        id_ = id_ or gazetteer.identifier(text)
        return self.entries.setdefault(id_, Entry(id_, text, type_, first, role))


    def absorb(self, entry: Entry, into: Entry) -> None:
        """Take an actor for part of another."""
        del self.entries[entry.id]
        into.surfaces |= entry.surfaces
        into.weight += entry.weight
        into.acts += entry.acts
        self.named = {i: into.id if id_ == entry.id else id_ for i, id_ in self.named.items()}
        self.heads = {
            i: (into.id if id_ == entry.id else id_, sort) for i, (id_, sort) in self.heads.items()
        }


def cast(doc: Doc, names: Sequence[Name], datelines: dict[str, str]) -> Cast:
    """The actors that the names of a page stand for.

    `datelines` has, by the folded name of a town, the country that a dateline puts it in.
    """
    found = Cast()
    groups: dict[str, list[Name]] = {}
    sure = {name.known.id for name in names if name.known and not name.known.doubtful}
    for name in names:
        if name.known:
            known = name.known
            if known.doubtful and known.id not in sure and not wills(name.head(doc)):
                continue
            found.enter(known.name, known.type, name.start, known.role, known.id)
            found.add(name, known.id, known.sort, doc)
        else:
            groups.setdefault(name.text, []).append(name)
    _Unknown(doc, found, groups, datelines).settle()
    _absorb_ministries(found)
    return found


def _absorb_ministries(found: Cast) -> None:
    """Ministries without a state's name belong to the one state that acts, where there is one."""
    states = [entry for entry in found.entries.values() if entry.type == "state" and entry.weight > _ACTS]
    if len(states) != 1:
        return
    for entry in list(found.entries.values()):
        if set(entry.surfaces.values()) == {"institution"}:
            found.absorb(entry, states[0])


class _Unknown:
    """Settles what the names are that no table has, from all their occurrences together."""

    def __init__(
        self, doc: Doc, found: Cast, groups: dict[str, list[Name]], datelines: dict[str, str]
    ) -> None:
        self.doc, self.found, self.left, self.datelines = doc, found, groups, datelines

    def settle(self) -> None:
        rules = (
            self._headed,
            self._persons,
            self._abbreviations,
            self._states,
            self._shortened,
            self._metonyms,
            self._singles,
        )
        for rule in rules:
            for text in sorted(self.left, key=self._first):
                if text in self.left and rule(text, self.left[text]):
                    del self.left[text]

    def _first(self, text: str) -> tuple[int, int]:
        return -len(text.split()), self.left[text][0].start

    def _enter(
        self, text: str, names: list[Name], type_: str, sort: str = "name", role: str | None = None
    ) -> Entry:
        entry = self.found.enter(text, type_, names[0].start, role)
        self._also(entry, names, sort)
        return entry

    def _also(self, entry: Entry, names: Iterable[Name], sort: str) -> None:
        for name in names:
            self.found.add(name, entry.id, sort, self.doc)

    # Rules: each says whether it settled the name. ------------------------------------------------

    def _headed(self, text: str, names: list[Name]) -> bool:
        """Names with a head word that says what they are."""
        kind, words = head_kind(text), text.split()
        if len(words) < 2 or words[0].casefold() in nouns("states"):  # noqa: PLR2004
            return False
        if words[-1].casefold() in nouns("districts") and self._is_district(text, names):
            return True
        if kind is None or kind in {"place", "source"}:
            return kind is not None
        if self._is_office(words):
            return self._of_a_state(text, names)
        self._enter(text, names, _TYPES[kind], role="forum" if kind == "forum" else None)
        return True

    def _is_district(self, text: str, names: list[Name]) -> bool:
        """ "Brannoch County", where it acts under that name or its short one."""
        bare = text.rsplit(" ", 1)[0]
        short = self.left.get(bare, [])
        if not any(self._acts(name) for name in (*names, *short)):
            return False
        self._also(self._enter(text, names, "province"), short, "name")
        self.left.pop(bare, None)
        return True

    def _is_office(self, words: list[str]) -> bool:
        return bool({words[0].casefold(), words[-1].casefold()} & {"ministry", "department"})

    def _of_a_state(self, text: str, names: list[Name]) -> bool:
        """A ministry beside whose state's name or adjective it stands is no name of its own."""
        first = text.split()[0]
        alone = {other for other in self.left if len(other.split()) == 1}
        if any(first in _people_of(other) for other in alone):
            bare = [Name(name.start, name.start + 1, first) for name in names]
            self.left.setdefault(first, []).extend(bare)
            return True
        if self._ministry_acts(names) and not any(map(self._owned, names)):
            self._enter(text, names, "organisation", "institution")
        return True

    def _ministry_acts(self, names: list[Name]) -> bool:
        """Whether a ministry is somebody here, and not only an office to be had."""
        if any(self._wills(name) or self._does(name) for name in names):
            return True
        subjects = (token for token in self.doc if token.lower_ in {"ministry", "department"})
        return any(wills(token) for token in subjects)

    def _does(self, name: Name) -> bool:
        head = name.head(self.doc)
        return head.dep_ in SUBJECTS and head.head.lemma_ not in {"be", "have", "become"}

    def _owned(self, name: Name) -> bool:
        before = name.start - 1
        return before in self.found.named or (before >= 0 and self.doc[before].text in _POSSESSIVE)

    def _persons(self, text: str, names: list[Name]) -> bool:
        words = text.split()
        if len(words) == 2 and words[0].casefold() in _PREFIXES and self._surname(text, names):  # noqa: PLR2004
            return True
        if len(words) > _CERTAIN or not any(self._personal(name) for name in names):
            return False
        if len(words) <= 2 and self._surname(text, names):  # noqa: PLR2004
            return True
        self._enter(text, names, "person", "person")
        return True

    def _surname(self, text: str, names: list[Name]) -> bool:
        for entry in list(self.found.entries.values()):
            if entry.is_person and f" {entry.name}".casefold().endswith(f" {text.casefold()}"):
                self._also(entry, names, "person")
                return True
        return False

    def _personal(self, name: Name) -> bool:
        doc = self.doc
        before = doc[name.start - 1] if name.start else None
        if before is not None and is_office(before) and not before.is_sent_end:
            return True
        head = name.head(doc)
        if head.dep_ == "appos" and is_office(head.head):
            return True
        if any(child.dep_ == "appos" and is_office(child) for child in head.children):
            return True
        if self._office_follows(name) or office_before(doc, name.start) is not None:
            return True
        says = head.dep_ == "nsubj" and head.head.lemma_ in {"say", "tell", "add", "ask", "laugh"}
        return says and len(name.words) == 2 and "&" not in name.words  # noqa: PLR2004

    def _office_follows(self, name: Name) -> bool:
        """Whether a comma and then an office or an age follow: "Ines Holl, its spokeswoman"."""
        doc = self.doc
        if name.end + 1 >= len(doc) or doc[name.end].text != ",":
            return False
        if doc[name.end + 1].text.isdigit():
            return True
        for token in doc[name.end + 1 : name.end + 9] if len(name.words) > 1 else ():
            if token.text in {",", ".", ";"} or token.pos_ in {"VERB", "AUX", "CCONJ"}:
                return False
            if is_office(token) and token.lower_.rstrip(".") not in nouns("titles"):
                return True
            if token.lower_ == "who":
                return head_kind(name.text) is None
        return False

    def _abbreviations(self, text: str, names: list[Name]) -> bool:
        """ "RWU" of the Rail Workers' Union."""
        if not text.isupper() or not text.isalpha():
            return False
        for entry in list(self.found.entries.values()):
            words = entry.name.replace("-", " ").split()
            long = "".join(word[0] for word in words).upper()
            short = "".join(word[0] for word in words if word.casefold() not in _SMALL).upper()
            if text in {long, short}:
                self._also(entry, names, "name")
                return True
        return False

    def _states(self, text: str, names: list[Name]) -> bool:
        """Names that the text treats as states: by their people, their government, their acts."""
        words = text.split()
        if words[0].casefold() in nouns("states") and "of" in words:
            bare = text.split(" of ", 1)[1].removeprefix("the ")
            entry = self._enter(bare, names, "state")
            self._with_people(entry, bare)
            return True
        if len(words) > 2:  # noqa: PLR2004
            return False
        ruled = [kind for name in names if (kind := self._governed(name))]
        people = self._people(text)
        doubtful = len(words) == 2 and words[0].casefold() not in nouns("directions")  # noqa: PLR2004
        if not ruled and (doubtful or not people or not self._lives(names, people)):
            return False
        sort = "state" if "state" in ruled or not ruled else ruled[0]
        sort = "province" if sort in nouns("districts") else sort
        if self._sort_of_single(text, names) == "group" and len(words) == 1:
            sort = "state" if text.casefold() in nouns("directions") else "group"
        entry = self._enter(text, names, sort)
        entry.ruled = bool(ruled)
        entry.descriptions |= {kind for kind in ruled if kind in nouns("districts")}
        self._with_people(entry, text)
        return True

    def _with_people(self, entry: Entry, text: str) -> None:
        for other in (*self._people(text), *([text] if text in self.left and text != entry.name else [])):
            self._also(entry, self.left.pop(other), "demonym")
        if entry.name in self.left and entry.name != text:
            self._also(entry, self.left.pop(entry.name), "name")

    def _lives(self, names: list[Name], people: list[str]) -> bool:
        acts = any(self._acts(name) for name in names)
        return acts or any(form.endswith("ns") for form in people)

    def _people(self, text: str) -> list[str]:
        forms = _people_of(text)
        return [other for other in self.left if other in forms and other != text]

    def _governed(self, name: Name) -> str | None:
        """What rules it, where something does: "Norland's army", "the government of Norland"."""
        doc = self.doc
        if name.end < len(doc) and doc[name.end].text in _POSSESSIVE:
            for token in doc[name.end + 1 : name.end + _NEAR]:
                if token.lower_ in nouns("government"):
                    return "state"
                if token.pos_ in {"VERB", "ADP", "PUNCT"}:
                    break
        after = [token.lower_ for token in doc[name.end : name.end + 5]]
        if after[:1] == ["people"]:
            return "group"
        if after[:2] in ([",", "the"], [",", "a"], [",", "an"]) and {"state", "province"} & set(after):
            return "province"
        if name.start > 1 and doc[name.start - 1].lower_ == "of":
            owner = doc[name.start - 2].lower_
            if owner in nouns("districts") - {"city", "town"}:
                return owner
            before = {token.lower_ for token in doc[max(0, name.start - 6) : name.start]}
            if self.doc[name.start - 2].text.istitle() and before & {"ministry", "department"}:
                return "state"
            if owner in nouns("government") or owner in {"president", "king", "queen"}:
                return "state"
        return None

    def _acts(self, name: Name) -> bool:
        head = name.head(self.doc)
        if head.dep_ in SUBJECTS:
            return True
        return head.dep_ == "pobj" and head.head.lower_ in {"by", "with", "against", "between"}

    def _shortened(self, text: str, names: list[Name]) -> bool:
        """Short forms: "Vestlin" of Vestlin Railways, "the Federation" of the Dockers' Federation."""
        if len(text.split()) > 1:
            return False
        plain = text.casefold()
        for entry in list(self.found.entries.values()):
            if plain in _short_forms(entry):
                self._also(entry, names, "person" if entry.is_person else "name")
                return True
        return False

    def _metonyms(self, text: str, names: list[Name]) -> bool:
        """Capitals that no table has, where they stand for their government."""
        if len(text.split()) > 2 or not any(self._wills(name) for name in names):  # noqa: PLR2004
            return False
        owner = self._named_capital(names) or self.datelines.get(text.casefold())
        entry = self._entry_of(owner) if owner else self._guessed(text, names)
        if entry is None:
            return False
        self._also(entry, names, "capital")
        return True

    def _entry_of(self, surface: str) -> Entry | None:
        return next(
            (entry for entry in self.found.entries.values() if surface in {entry.name, *entry.surfaces}),
            None,
        )

    def _named_capital(self, names: list[Name]) -> str | None:
        """ "Tesk, the Vardunan capital"."""
        for name in names:
            after = self.doc[name.end : name.end + 6]
            words = [token.text for token in after]
            if "capital" in words and words[:1] == [","]:
                for token in after[: words.index("capital")]:
                    if token.i in self.found.named:
                        return self.found.entries[self.found.named[token.i]].name
        return None

    def _guessed(self, text: str, names: list[Name]) -> Entry | None:
        """The state that is spoken of before it and not beside it, where it is also a place."""
        placed = any(self._located(name) for name in names) or text.casefold() in self.datelines
        states = [
            entry
            for entry in self.found.entries.values()
            if entry.type in {"state", "province"}
            and entry.weight >= 3 * len(names)
            and not {"capital", "seat"} & set(entry.surfaces.values())
        ]
        if not placed or not states:
            return None
        votes = Counter[str]()
        for name in names:
            sentence = self.doc[name.start].sent
            beside = {self.found.named[t.i] for t in sentence if t.i in self.found.named}
            for i in range(sentence.start - 1, max(0, sentence.start - 60), -1):
                id_, sort = self.found.heads.get(i, ("", ""))
                subject = sort == "name" and self.doc[i].dep_ in SUBJECTS
                if subject and id_ not in beside and any(entry.id == id_ for entry in states):
                    votes[id_] += 1
                    break
            votes.subtract(beside)
        best = max(states, key=lambda entry: (votes[entry.id], entry.first))
        return best if votes[best.id] > 0 else None

    def _singles(self, text: str, names: list[Name]) -> bool:
        """What is left: an actor where it acts like one."""
        places = sum(self._located(name) for name in names)
        will = sum(self._wills(name) for name in names)
        counted = any(name.end < len(self.doc) and self.doc[name.end].like_num for name in names)
        acts = sum(name.head(self.doc).dep_ in SUBJECTS for name in names)
        lives = places <= will and will or (acts and not places and len(names) > 2)  # noqa: PLR2004
        if lives and not counted and len(text.split()) <= 3:  # noqa: PLR2004
            self._enter(text, names, self._sort_of_single(text, names))
        return True

    def _sort_of_single(self, text: str, names: list[Name]) -> str:
        before = [self.doc[name.start - 1] for name in names if name.start]
        if any(token.lower_ in nouns("firms") for token in before):
            return "company"
        if text.isupper() or any(
            token.lower_ in nouns("heads.organisation") | nouns("heads.group") for token in before
        ):
            return "organisation"
        articles = sum(token.lower_ == "the" for token in before)
        return "group" if articles * 2 > len(names) else "state"

    def _located(self, name: Name) -> bool:
        head = name.head(self.doc)
        if head.dep_ == "pobj" and head.head.lower_ in _WHERE:
            return True
        return name.start > 1 and self.doc[name.start - 2].lower_ in _TOWNS

    def _wills(self, name: Name) -> bool:
        return wills(name.head(self.doc))


HEADING = frozenset("head lead chair run represent command direct govern speak".split())


def wills(token: Token) -> bool:
    """Whether it is the subject of what only somebody with a will can do."""
    if token.dep_ not in SUBJECTS:
        return False
    verb = token.head
    lemmas = {verb.lemma_, *(child.lemma_ for child in verb.children if child.dep_ == "xcomp")}
    return bool(lemmas & nouns("acts"))


def office_before(doc: Doc, start: int) -> Token | None:
    """The office that a comma parts from the name after it: "the leader of Norland, Jon Averin"."""
    if start < 2 or doc[start - 1].text != ",":  # noqa: PLR2004
        return None
    for token in reversed(doc[max(0, start - 9) : start - 1]):
        if token.is_punct and token.text != "-" or token.pos_ in {"VERB", "AUX", "CCONJ"}:
            return None
        if is_office(token):
            return token if token.lower_.rstrip(".") not in nouns("titles") else None
    return None


def is_office(token: Token) -> bool:
    """Whether a word is what a person is for a party, or a title: minister, Mr, analyst."""
    plain = token.lower_.rstrip(".")
    offices = nouns("roles") | nouns("titles") | nouns("experts")
    return plain in offices or token.lemma_.casefold() in offices


def _people_of(text: str) -> frozenset[str]:
    """What the people of a state and their adjective may be called."""
    ends = ("n", "an", "ic", "er", "ish", "ese", "i", "ian", "ite")
    found = {text + end for end in ends}
    for ending in ("a", "ia", "y", "e", "o", "land", "ya"):
        if text.endswith(ending) and len(text) - len(ending) > 2:  # noqa: PLR2004
            stem = text.removesuffix(ending)
            found |= {stem + end for end in ("", "landic", "lander", "ish", *ends)}
    first, *rest = text.split()
    if rest and first.casefold() in nouns("directions"):
        found |= {f"{first} {form}" for form in _people_of(" ".join(rest))}
    return frozenset(form + end for form in found if len(form) > 3 for end in ("", "s")) - {text}  # noqa: PLR2004


def _short_forms(entry: Entry) -> frozenset[str]:
    """The single words that may stand for a longer name, in lower case."""
    words = entry.name.casefold().split()
    if len(words) == 1:
        return frozenset()
    if entry.is_person:
        return frozenset({words[-1]})
    cut = next((i for i, word in enumerate(words) if word in _SMALL and i), len(words))
    found = {words[cut - 1]}
    first = words[0].strip("'")
    if entry.type == "state":
        return frozenset({words[0]}) if first in nouns("directions") else frozenset()
    if entry.type == "company" or head_kind(entry.name) in {"union", "group"}:
        found |= {first, f"{first}s"} if cut > 1 else set()
    return frozenset(found)
