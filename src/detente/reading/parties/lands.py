"""Names that a text treats as lands and peoples: by their rulers, their people, what they do."""

from __future__ import annotations

from detente.reading.page import is_common
from detente.reading.parsed import Doc, Token
from detente.reading.parties import rulers, signs, will
from detente.reading.parties.cast import Entry, wills
from detente.reading.parties.names import Name, nouns, text_of
from detente.reading.parties.peoples import people_of
from detente.reading.parties.settling import Work
from detente.reading.parties.styles import coined
from detente.reading.syntax import SUBJECTS
from detente.reading.tables import table

_COMMUNAL = frozenset({"community", "village", "people", "villager", "youth", "clan", "tribe"})


def siblings(name: str) -> frozenset[str]:
    """Of which others a land is one that has the name of a capital: "Victoria", of Australia.

    >>> "Queensland" in siblings("Victoria"), siblings("Oslo")
    (True, frozenset())
    """
    return frozenset(table("names")["one_of"].get(name, ()))


def styled(work: Work, text: str, names: list[Name]) -> bool:
    """Lands under their style: "the Federation of Tolmé", which is Tolmé."""
    land = text.rpartition(" of ")[2]
    if all(coined(work.doc, name.start) != name.end for name in names):
        return False
    work.also(work.enter(land, names, "state"), work.left.pop(land, ()), "name")
    return True


def halves(work: Work, text: str, names: list[Name]) -> bool:
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


def of_region(work: Work, text: str, names: list[Name]) -> bool:
    """Of "Tavs" where the Tavistan Region is told of, and no other land with such a people."""
    lands = [one for one in work.found.entries.values() if one.type in {"province", "territory"}]
    whole = [one for one in lands if text != one.name and text in people_of(_bare(one.name))]
    if len(whole) == 1:
        work.also(whole[0], names, "demonym")
    return len(whole) == 1


def _bare(name: str) -> str:
    """A land's name without what says which sort of land it is."""
    first, _, last = name.rpartition(" ")
    return first if last.casefold() in nouns("districts") else name


def peopled(work: Work, text: str, names: list[Name]) -> bool:
    """A people that goes by its place or by what it does: "the youths of Umu", "Haro herders"."""
    if len(text.split()) > 2 or is_common(text.casefold()):  # noqa: PLR2004 — "Upper Umu"
        return False
    crowds = [crowd for name in names if (crowd := signs.crowd_of(work.doc, name)) is not None]
    entries = work.found.entries.values() if crowds else ()
    if any(text.casefold() in entry.words for entry in entries):
        return False
    lemmas = {crowd.lemma_ for crowd in crowds}
    if not lemmas or not any(_is_alive(one) for one in work.doc if one.lemma_ in lemmas):
        return False
    if any(rulers.has_organs(work.doc, [name]) or _is_a_town(work.doc, name) for name in names):
        return False
    entry = work.enter(text, names, "group")
    entry.descriptions |= {word for crowd in crowds for word in (crowd.lemma_, crowd.lower_)}
    entry.descriptions |= _COMMUNAL
    called = [
        _joined(work.doc, name, crowd)
        for name in names
        if (crowd := signs.crowd_of(work.doc, name)) is not None
    ]
    own = {crowd.lower_ for crowd in crowds if crowd.lower_ not in {"people", "youths"}}
    for surface in (*called, *sorted(own)):
        entry.surfaces.setdefault(surface, "collective")
    if not any(will.has_will(work.doc, name) for name in names):
        entry.rename(called[0])  # "Growers of the Loma", where the Loma itself does nothing
    return True


def _is_a_town(doc: Doc, name: Name) -> bool:
    """As in "the city of Tesk takes less water": it acts, and is not only where people live."""
    town = rulers.settled(name.head(doc))
    return town is not None and rulers.acts(doc, town)


def _is_alive(crowd: Token) -> bool:
    acts = crowd.dep_ == "nsubj" and crowd.head.pos_ == "VERB"
    return acts or wills(crowd) or signs.is_spoken_for(crowd)


def _joined(doc: Doc, name: Name, crowd: Token) -> str:
    if crowd.i < name.start:
        return text_of(doc, crowd.i, name.end)
    return text_of(doc, name.start, crowd.i + 1)


def written_from(work: Work, text: str, names: list[Name]) -> bool:
    """The land of the dateline, where its government is spoken of: "PORT ASSAL, Sendara -"."""
    home = {country.casefold() for country in work.datelines.values() if country}
    if text.casefold() not in home or not any(map(_governs, work.doc)):
        return False
    entry = work.enter(text, names, "state")
    entry.ruled = True
    _with_people(work, entry, text)
    return True


def _governs(token: Token) -> bool:
    """Whether "the government" or "the army" does something, whose it is not being told."""
    plain = {child.lower_ for child in token.children if child.i < token.i} == {"the"}
    return plain and token.lower_ in _POWERS and token.dep_ in SUBJECTS


_POWERS = frozenset({"government", "army", "military", "cabinet", "ministry", "authorities"})


def states(work: Work, text: str, names: list[Name]) -> bool:
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
    if bare and first == "Government" and all(is_common(word.casefold()) for word in bare.split()):
        return _cabinet(work, text, names)
    if bare and first.casefold() in nouns("states") | {"government"}:
        entry = work.enter(bare, names, "state")
        _with_people(work, entry, bare)
        if bare in work.left and bare != text:
            work.also(entry, work.left.pop(bare), "name")
        return True
    if len(words) > 2:  # noqa: PLR2004 — "North Ambari"
        return False
    ruled = [kind for name in names if (kind := rulers.government(work.doc, name))]
    organs = len(words) == 1 and rulers.has_organs(work.doc, names) and not is_adjective(work, text)
    ruled = ruled or (["state"] if organs else [])
    people = work.people(text)
    doubtful = len(words) > 1 and words[0].casefold() not in nouns("directions")
    if not ruled and (not people or not (doubtful or _lives(work, names, people))):
        return False
    sort = "state" if organs else _sort_of_ruled(work, text, names, ruled)
    entry = work.enter(text, names, sort)
    entry.ruled = bool(ruled)
    for noun in filter(None, (rulers.settled(name.head(work.doc)) for name in names)):
        if noun.tag_ == "NN":
            entry.surfaces.setdefault(f"{noun.lower_} of {text}", "collective")
    entry.descriptions |= set(ruled) & (nouns("districts") | rulers.SETTLEMENTS)
    _with_people(work, entry, text)
    return True


def _cabinet(work: Work, text: str, names: list[Name]) -> bool:
    """A government that goes by what it is to do: "the Government of National Unity in Tripoli".

    It is the land that its seat is the capital of, where the text says which that is.
    """
    for name in names:
        placed = work.doc[name.end : name.end + 1].text == "in"
        id_ = work.found.named.get(name.end + 1) if placed else None
        if id_ is not None and work.found.entries[id_].type == "state":
            work.also(work.found.entries[id_], names, "institution")
            return True
    return bool(work.enter(text, names, "organisation"))


def _sort_of_ruled(work: Work, text: str, names: list[Name], ruled: list[str]) -> str:
    districts = nouns("districts") | rulers.SETTLEMENTS
    sort = "state" if "state" in ruled or not ruled else ruled[0]
    if sort in districts or any(kind in districts for kind in ruled):
        sort = "province"  # "the province of Mara", then "Mara's administration"
    if " " not in text and signs.sort_of(work.doc, names) == "group":
        return "state" if text.casefold() in nouns("directions") else "group"
    return sort


def _with_people(work: Work, entry: Entry, text: str) -> None:
    for other in work.people(text):
        work.also(entry, work.left.pop(other), "demonym")


def is_adjective(work: Work, text: str) -> bool:
    """Whether a name is what the people of another are called."""
    others = (*work.left, *(one.name for one in work.found.entries.values() if one.type == "state"))
    return any(text in people_of(other) for other in others if " " not in other)


def _lives(work: Work, names: list[Name], people: list[str]) -> bool:
    if any(token.lower_ in {"country", "nation"} and wills(token.head) for token in work.doc):
        return True
    acts = any(will.acts(work.doc, name) for name in names)
    return acts or any(form.endswith("ns") for form in people)
