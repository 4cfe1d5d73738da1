"""What the names are that no table has: settled rule by rule, from all their occurrences."""

from __future__ import annotations

import re
from collections.abc import Callable

from detente.reading import citing
from detente.reading.page import is_common
from detente.reading.parsed import Doc, Token
from detente.reading.parties import appositions, metonyms, rulers, signs
from detente.reading.parties.cast import SMALL, Cast, Entry, wills
from detente.reading.parties.names import Name, head_kind, nouns, text_of
from detente.reading.parties.peoples import people_of
from detente.reading.parties.persons import LONGEST
from detente.reading.parties.persons import settle as _persons
from detente.reading.parties.runs import SAINTS
from detente.reading.parties.settling import Groups, Work
from detente.reading.syntax import SUBJECTS

_TYPES = {
    "company": "company",
    "union": "organisation",
    "group": "group",
    "organisation": "organisation",
    "forum": "organisation",
}
_MINISTRIES = frozenset({"ministry", "department"})
_FIRM = frozenset({"company", "group", "firm"})
_ALWAYS = frozenset({"rebel", "insurgent", "guerrilla", "militia", "junta", "tribe"})
_SHORTENED = nouns("heads.organisation") | nouns("heads.union") | nouns("heads.forum")
_BROADCASTERS = frozenset({"Radio", "Televisión", "Televisione", "Télé", "Tele", "Rádio"})
_TOWNS = frozenset({"city", "town"})
_COMMUNAL = frozenset({"community", "village", "people", "villager", "youth", "clan", "tribe"})
_LONGEST_SINGLE = 3
_OFTEN = 3  # mentions of an actor whose verbs say nothing of a will


def settle(doc: Doc, found: Cast, unknown: Groups, datelines: dict[str, str]) -> None:
    """Enter into a cast who the unknown names of a page are; what is nobody is left out."""
    work = Work(doc, found, unknown, datelines)
    for entry in found.entries.values():
        if entry.type not in {"state", "person"}:
            for surface in {
                entry.name: 0,
                **dict.fromkeys(entry.surfaces),
            }:  # "the Commission" of the European Commission
                first, _, last = surface.casefold().partition(" of ")[0].rpartition(" ")
                if first and last in _SHORTENED:
                    work.short.setdefault(last, entry)
    for rule in _RULES:
        for text in sorted(work.left, key=work.order):
            if text in work.left and rule(work, text, work.left[text]):
                work.left.pop(text)


def _is_land(work: Work, text: str, names: list[Name], entry: Entry) -> bool:
    """Whether a word that begins a body's name is a land of its own: "Norland's minister"."""
    first = entry.name.partition(" ")[0].casefold() == text.casefold()
    if entry.is_person or entry.type in {"state", "company"} or not first:
        return False
    ruled = any(rulers.government(work.doc, name) == "state" for name in names)
    return ruled or bool(work.people(text))


# Rules: each says whether it settled the name. ----------------------------------------------------


def _headed(work: Work, text: str, names: list[Name]) -> bool:
    """Names with a head word that says what they are."""
    words = text.split()
    last = words[-1].casefold()
    if len(words) == 1 or words[0].casefold() in nouns("states"):
        return False
    if words[0].rstrip(".") in SAINTS and words[-1].endswith(("'s", "’s")):
        return _dedicated(work, text, names)
    if words[0] in _BROADCASTERS or _is_house(work, last, names):
        return True
    if last in _TOWNS and " ".join(words[:-1]) in work.left:
        return False  # "Norland City" beside Norland may be its capital
    if last in nouns("districts") and _is_district(work, text, names):
        return True
    return _by_head(work, text, names)


def _dedicated(work: Work, text: str, names: list[Name]) -> bool:
    """A school, a church or a hospital that goes by its saint: "St Anne's"."""
    if any(signs.has_will(work.doc, name) for name in names):
        entry = work.enter(text, names, "organisation")
        entry.descriptions |= _HOUSES & work.nouns
    return True


_HOUSES = nouns("kinds.hospital") | nouns("kinds.school") | nouns("kinds.church")


def _by_head(work: Work, text: str, names: list[Name]) -> bool:
    kind, words = head_kind(text), [word.casefold() for word in text.split()]
    if kind is None and words[0] in nouns("company_titles"):
        kind = "company"
    if kind is None or kind in {"place", "source"}:
        if words[-1] == "line" and any(signs.has_will(work.doc, name) for name in names):
            return bool(work.enter(text, names, "company"))  # "Lynn Line" sails
        if words[-1] in _REGIONS:
            return _region(work, text, names)
        return _site(work, text, names) if kind and words[-1] in nouns("sites") else bool(kind)
    if _MINISTRIES & set(words):
        _ministry(work, text, names)
    else:
        work.enter(text, names, _TYPES[kind], role="forum" if kind == "forum" else None)
    return True


def _is_house(work: Work, last: str, names: list[Name]) -> bool:
    """Of "Linden Court", which is no court: those have an article or somebody's name before."""
    return last == "court" and not any(signs.is_definite(work.doc, name) for name in names)


def _is_district(work: Work, text: str, names: list[Name]) -> bool:
    """Of "Brannoch County", where it acts under that name or its short one."""
    bare = text.rpartition(" ")[0]
    short = work.left.get(bare, [])
    if not any(signs.acts(work.doc, name) for name in (*names, *short)):
        return False
    work.also(work.enter(text, names, "province"), short, "name")
    work.left.pop(bare, None)
    return True


_REGIONS = frozenset(
    {"coast", "shore", "isles", "islands", "island", "highlands", "lowlands", "valley", "valleys",
     "peninsula", "delta", "hills", "uplands", "plains"}
)  # fmt: skip


def _region(work: Work, text: str, names: list[Name]) -> bool:
    """A stretch of land that says or wants something: "Marrow Coast says"."""
    speaking = [name for name in names if signs.is_in_charge(work.doc, name)]
    places = sum(signs.is_located(work.doc, name) for name in names)
    if speaking and len(speaking) > places:
        work.enter(text, names, "province")
    return True


def _site(work: Work, text: str, names: list[Name]) -> bool:
    """A place with somebody in charge, where it acts under the name: "Lutz Airport refuses"."""
    bare = text.rpartition(" ")[0]
    short = work.left.get(bare, []) if text.rpartition(" ")[2].casefold() in _HOUSES else []
    wanted = sum(signs.is_in_charge(work.doc, name) for name in (*names, *short))
    if wanted <= sum(signs.is_located(work.doc, name) for name in names):
        return True
    ruled = any(rulers.government(work.doc, name) == "state" for name in names)
    entry = work.enter(text, names, "state" if ruled else "organisation")
    if short:  # "Kestrel" of Kestrel Hospital
        work.also(entry, work.left.pop(bare), "name")
    return True


def _times(work: Work, _text: str, names: list[Name]) -> bool:
    """What only says when: "since Carnival"."""
    return all(signs.is_time(work.doc, name) for name in names)


def _peopled(work: Work, text: str, names: list[Name]) -> bool:
    """A people that goes by its place or by what it does: "the youths of Umu", "Haro herders"."""
    if len(text.split()) > 2 or is_common(text.casefold()):  # noqa: PLR2004 — "Upper Umu"
        return False
    if any(text.casefold() in entry.words for entry in work.found.entries.values()):
        return False
    crowds = [crowd for name in names if (crowd := signs.crowd_of(work.doc, name)) is not None]
    lemmas = {crowd.lemma_ for crowd in crowds}
    same = (token for token in work.doc if token.lemma_ in lemmas)
    if not any(_is_alive(crowd) for crowd in same if lemmas):
        return False
    if any(rulers.has_organs(work.doc, [name]) for name in names):
        return False
    entry = work.enter(text, names, "group")
    entry.descriptions |= {word for crowd in crowds for word in (crowd.lemma_, crowd.lower_)}
    entry.descriptions |= _COMMUNAL
    for name in names:
        if (crowd := signs.crowd_of(work.doc, name)) is not None:
            entry.surfaces.setdefault(_joined(work.doc, name, crowd), "collective")
    return True


def _is_alive(crowd: Token) -> bool:
    acts = crowd.dep_ == "nsubj" and crowd.head.pos_ == "VERB"
    return acts or wills(crowd) or signs.is_spoken_for(crowd)


def _joined(doc: Doc, name: Name, crowd: Token) -> str:
    if crowd.i < name.start:
        return text_of(doc, crowd.i, name.end)
    return text_of(doc, name.start, crowd.i + 1)


def _labels(work: Work, _text: str, names: list[Name]) -> bool:
    """Who only puts the questions of an interview: "WR: And the pay claim?"."""
    return all(signs.is_label(work.doc, name) for name in names)


def _ministry(work: Work, text: str, names: list[Name]) -> None:
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


def _apposed(work: Work, text: str, names: list[Name]) -> bool:
    """Names beside a common noun that says what they are: "the pilots' union, Vuelo"."""
    if len(text.split()) > LONGEST:
        return False
    beside = [(name, appositions.noun_beside(work.doc, name)) for name in names]
    found = [(name, noun) for name, noun in beside if noun is not None]
    if not found:
        return False
    if any(map(_is_of_press, (noun for _, noun in found))):
        return True
    alive = any(signs.acts(work.doc, name) for name in names) or any(
        noun.dep_ in SUBJECTS
        or noun.dep_ == "conj"
        or noun.lemma_.lower() in work.willing | _ALWAYS
        or citing.is_source(noun)
        for _, noun in found
    )
    if not alive and len(names) < _OFTEN:
        return False
    type_ = appositions.type_of(found[0][1])
    longer = _longer(work, text, type_)
    if longer is not None:
        work.also(longer, names, "name")
        longer.descriptions |= {noun.lemma_.casefold() for _, noun in found}
        return True
    entry = work.enter(text, names, type_)
    for name, noun in found:
        entry.descriptions |= {noun.lemma_.casefold(), noun.lower_}
        if 0 <= noun.i - name.end <= 1:  # "the Karu rebels", "the Farmers' party"
            entry.surfaces.setdefault(text_of(work.doc, name.start, noun.i + 1), "collective")
    return True


def _is_of_press(noun: Token) -> bool:
    """As the "agency" of "the news agency KUNA"."""
    lefts = {child.lower_ for child in noun.lefts}
    return noun.lemma_ == "agency" and bool(lefts & _PRESS) and "state" not in lefts


_PRESS = frozenset({"news", "press", "wire"})


def _longer(work: Work, text: str, type_: str) -> Entry | None:
    """The one whose fuller name has the word: "the Rail union" of the Rail Workers' Union."""
    word = text.casefold()
    entries = work.found.entries.values()
    found = [one for one in entries if one.type == type_ and word in one.words and one.id != word]
    return found[0] if len(found) == 1 else None


def _abbreviations(work: Work, text: str, names: list[Name]) -> bool:
    """Of "RWU" of the Rail Workers' Union, and whatever stands in brackets after a name."""
    if not text.isupper() or not text.isalpha():
        return False
    if (entry := _bracketed(work, names)) is not None:
        work.also(entry, names, "name")
        return True
    for entry in work.found.entries.values():
        if text in _initials(entry.name):
            work.also(entry, names, "name")
            return True
    return False


def _bracketed(work: Work, names: list[Name]) -> Entry | None:
    """Whose name comes right before a bracket around it: "the Steel Union (USZ)"."""
    for name in names:
        inside = name.start > 1 and work.doc[name.start - 1].text == "("
        if inside and work.doc[name.end : name.end + 1].text == ")":
            id_ = work.found.named.get(name.start - 2)
            if id_ is not None and not work.found.entries[id_].is_person:
                return work.found.entries[id_]
    return None


def _initials(name: str) -> set[str]:
    words = name.replace("-", " ").split()
    long = "".join(word[0] for word in words)
    short = "".join(word[0] for word in words if word.casefold() not in SMALL)
    return {long.upper(), short.upper()}


def _states(work: Work, text: str, names: list[Name]) -> bool:
    """Names that the text treats as states: by their people, their government, their acts."""
    words = text.split()
    if len(words) > 1 and words[-1].casefold() in nouns("states"):  # "Kasmir Republic"
        entry = work.enter(text, names, "state")
        bare = " ".join(words[:-1])
        work.also(entry, work.left.pop(bare, []), "name")
        entry.surfaces.setdefault(bare, "name")
        return True
    first, _, bare = text.partition(" of ")
    bare = bare.removeprefix("the ")
    if bare and first.casefold() in nouns("states") | {"government"}:
        entry = work.enter(bare, names, "state")
        _with_people(work, entry, bare)
        if bare in work.left and bare != text:
            work.also(entry, work.left.pop(bare), "name")
        return True
    if len(words) > 2:  # noqa: PLR2004 — "North Ambari"
        return False
    ruled = [kind for name in names if (kind := rulers.government(work.doc, name))]
    organs = (
        len(words) == 1 and rulers.has_organs(work.doc, names) and not _is_adjective(work, text)
    )
    ruled = ruled or (["state"] if organs else [])
    people = work.people(text)
    doubtful = len(words) > 1 and words[0].casefold() not in nouns("directions")
    if not ruled and (doubtful or not people or not _lives(work, names, people)):
        return False
    sort = "state" if organs else _sort_of_ruled(work, text, names, ruled)
    entry = work.enter(text, names, sort)
    entry.ruled = bool(ruled)
    entry.descriptions |= set(ruled) & nouns("districts")
    _with_people(work, entry, text)
    return True


def _sort_of_ruled(work: Work, text: str, names: list[Name], ruled: list[str]) -> str:
    sort = "state" if "state" in ruled or not ruled else ruled[0]
    sort = "province" if sort in nouns("districts") else sort
    if " " not in text and signs.sort_of(work.doc, names) == "group":
        return "state" if text.casefold() in nouns("directions") else "group"
    return sort


def _with_people(work: Work, entry: Entry, text: str) -> None:
    for other in work.people(text):
        work.also(entry, work.left.pop(other), "demonym")


def _is_adjective(work: Work, text: str) -> bool:
    """Whether a name is what the people of another are called."""
    others = (*work.left, *(one.name for one in work.found.entries.values() if one.type == "state"))
    return any(text in people_of(other) for other in others if " " not in other)


def _lives(work: Work, names: list[Name], people: list[str]) -> bool:
    if any(token.lower_ in {"country", "nation"} and wills(token.head) for token in work.doc):
        return True
    acts = any(signs.acts(work.doc, name) for name in names)
    return acts or any(form.endswith("ns") for form in people)


def _shortened(work: Work, text: str, names: list[Name]) -> bool:
    """Short forms: "Vestlin" of Vestlin Railways, "the Federation" of the Dockers' Federation."""
    entry = work.short.get(text.casefold())
    if entry is None and text.casefold() in _FIRM:  # "the Company", in its own words
        firms = [one for one in work.found.entries.values() if one.type == "company"]
        entry = firms[0] if len(firms) == 1 else None
    if entry is None or _is_land(work, text, names, entry):
        return False
    work.also(entry, names, "person" if entry.is_person else "name")
    return True


def _cut_short(work: Work, text: str, names: list[Name]) -> bool:
    """Of two words or more that begin a longer name: "First Quantum"."""
    return " " in text and text.casefold() in work.short and _shortened(work, text, names)


_CAPITALS = 5  # letters of an abbreviation
_SEVERAL = re.compile(r"[A-Z]{2,}s|\S*\d+s")  # "MPs", "F-16s"


def _opens(work: Work, name: Name) -> bool:
    return bool(work.doc[name.start].is_sent_start) or name.start == 0


def _singles(work: Work, text: str, names: list[Name]) -> bool:
    """What is left: an actor where it acts like one."""
    if _shortened(work, text, names):
        return True
    places = sum(signs.is_located(work.doc, name) for name in names)
    wanted = sum(signs.has_will(work.doc, name) for name in names)
    acts = any(name.head(work.doc).dep_ in SUBJECTS for name in names)
    lives = (wanted and places <= wanted) or (acts and not places and len(names) >= _OFTEN)
    first, _, rest = text.partition(" ")
    if rest and first in work.left:  # "Arctica Metals", where Arctica refuses something
        lives = lives or any(signs.has_will(work.doc, name) for name in work.left[first])
    shouted = len(text) > _CAPITALS and text.isupper() and all(_opens(work, n) for n in names)
    if shouted or _SEVERAL.fullmatch(text):  # a dateline that was not seen to be one; "MPs"
        return True
    if all(signs.is_told(work.doc, name) for name in names):
        return True  # "she told CTV"
    if is_common(text.casefold()) and not any(signs.has_will(work.doc, n) for n in names):
        return True  # "the Nation", "Her Majesty"
    counted = any(signs.is_counted(work.doc, name) for name in names)
    counted = counted or text.casefold().removesuffix("s") in nouns("crowds")
    if lives and not counted and (person := work.given(text)) is not None:
        work.also(person, names, "person")
    elif lives and not counted and len(text.split()) <= _LONGEST_SINGLE:
        entry = work.enter(text, names, signs.sort_of(work.doc, names))
        entry.is_unsure = entry.type in {"state", "organisation"}
    return True


def _halves(work: Work, text: str, names: list[Name]) -> bool:
    """Of "Koreans" where South Korea alone is spoken of; of both halves of a land, nobody."""
    whole = [
        one
        for one in work.found.entries.values()
        if one.type == "state"
        and one.name.partition(" ")[0].casefold() in nouns("directions")
        and text in {one.name.partition(" ")[2], *people_of(one.name.partition(" ")[2])}
    ]
    if len(whole) == 1:
        work.also(whole[0], names, "demonym")
    return bool(whole)


_RULES: tuple[Callable[[Work, str, list[Name]], bool], ...] = (
    _halves,
    _headed,
    _cut_short,
    _persons,
    _abbreviations,
    _labels,
    _times,
    _shortened,
    _peopled,
    _states,
    _apposed,
    _shortened,
    metonyms.settle,
    _singles,
)
