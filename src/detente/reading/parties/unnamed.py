"""What the names are that no table has: settled rule by rule, from all their occurrences."""

from __future__ import annotations

import re
from collections.abc import Callable

from detente.reading import citing
from detente.reading.page import is_common
from detente.reading.parsed import Doc, Token
from detente.reading.parties import (
    abbreviations,
    appositions,
    clubs,
    headed,
    lands,
    metonyms,
    natures,
    partisans,
    political,
    rulers,
    signs,
    slogans,
    will,
)
from detente.reading.parties.cast import Cast, Entry, is_office, wills
from detente.reading.parties.gazetteer import body_id, homes, state_id
from detente.reading.parties.names import Name, head_kind, nouns, text_of
from detente.reading.parties.persons import LONGEST
from detente.reading.parties.persons import settle as _persons
from detente.reading.parties.phrases import complement_end, is_served
from detente.reading.parties.settling import Groups, Work
from detente.reading.syntax import SUBJECTS

_FIRM = frozenset({"company", "group", "firm"})
_ALWAYS = frozenset({"rebel", "insurgent", "guerrilla", "militia", "junta", "tribe"})
_SHORTENED = nouns("heads.organisation") | nouns("heads.union") | nouns("heads.forum")
_PARTY = frozenset({"party", "movement"})
_LONGEST_SINGLE = 3
_UNSURE = frozenset({"state", "organisation"})  # what is taken for granted of any name
_OFTEN = 3  # mentions of an actor whose verbs say nothing of a will


def settle(doc: Doc, found: Cast, unknown: Groups, datelines: dict[str, str]) -> None:
    """Enter into a cast who the unknown names of a page are; what is nobody is left out."""
    work = Work(doc, found, unknown, datelines)
    for entry in found.entries.values():
        if entry.type not in {"state", "person"}:
            for surface in (entry.name, *entry.surfaces):  # "the Commission" of the European one
                first, _, last = surface.casefold().partition(" of ")[0].rpartition(" ")
                if first and last in _SHORTENED:
                    work.short.setdefault(last, entry)
                if first and entry.id in homes():  # "the Motorists", "the Framework"
                    work.short.setdefault(first if last in _PARTY else last, entry)
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
    return ruled or rulers.has_organs(work.doc, names) or bool(work.people(text))


# Rules: each says whether it settled the name. ----------------------------------------------------


def _times(work: Work, _text: str, names: list[Name]) -> bool:
    """What only says when: "since Carnival"."""
    return all(signs.is_time(work.doc, name) for name in names)


def _labels(work: Work, _text: str, names: list[Name]) -> bool:
    """Who only puts the questions of an interview: "WR: And the pay claim?", or is told answers."""
    doc = work.doc
    return all(signs.is_label(doc, name) or signs.is_press(doc, name) for name in names)


def _aboard(work: Work, _text: str, names: list[Name]) -> bool:
    """Ships and such: "the yacht Andromeda", "The ship is the Jadran, a training vessel"."""
    return any(signs.is_vessel(work.doc, name) for name in names)


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
    acting = (will.acts(work.doc, n) or will.goes_on(n.head(work.doc)) for n in names)
    alive = any(acting) or any(
        appositions.first_of(noun).dep_ in SUBJECTS
        or noun.dep_ == "conj"
        or (is_served(noun) and is_office(noun.head.head))
        or noun.lemma_.lower() in work.willing | _ALWAYS
        or citing.is_source(noun)
        or _is_taken_up(noun)
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
        if 0 <= noun.i - name.end <= 1:  # "the Karu rebels", "the Tesk chamber of commerce"
            for end in (noun.i + 1, complement_end(noun)):
                entry.surfaces.setdefault(text_of(work.doc, name.start, end), "collective")
    return True


def _is_taken_up(noun: Token) -> bool:
    """As of "This is Halden, the firm that built it. Its director said", "It has refused"."""
    after = noun.doc[noun.sent.end : noun.sent.end + 1]
    if after.text not in {"It", "Its", "They", "Their"}:
        return False
    return wills(after[0]) or (is_office(after[0].head) and after[0].dep_ == "poss")


def _benched(work: Work, text: str, names: list[Name]) -> bool:
    """Names of courts beside the noun: "the Bank's tribunal, ICSID, in December"."""
    if not any(appositions.is_court_beside(work.doc, name) for name in names):
        return False
    entry = work.enter(text, names, "organisation", role="forum")
    entry.descriptions |= {"tribunal", "court"}
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


def _shortened(work: Work, text: str, names: list[Name]) -> bool:
    """Short forms: "Vestlin" of Vestlin Railways, "the Federation" of the Dockers' Federation."""
    entry = work.short.get(text.casefold())
    if entry is None and text.casefold() in _FIRM:  # "the Company", in its own words
        firms = [one for one in work.found.entries.values() if one.type == "company"]
        entry = firms[0] if len(firms) == 1 else None
    if entry is None and text in _ORGANS_OF:  # "the Centre", where India is spoken of
        entry = work.found.entries.get(_ORGANS_OF[text])
    if entry is not None and head_kind(entry.name) == "union":
        if any(_is_nearer(text, other, entry.name) for other in work.left):
            return False  # "Kestrel", where Kestrel Health is still to come
        known = work.found.entries.values()
        entry = next((one for one in known if _is_nearer(text, one.name, entry.name)), entry)
    if entry is None or _is_land(work, text, names, entry) or lands.is_adjective(work, text):
        return False  # "Vardani", where Vardan is told of beside the Vardani Hauliers
    work.also(entry, names, "person" if entry.is_person else "name")
    return True


def _is_nearer(text: str, name: str, union: str) -> bool:
    """Whether "Kestrel" is Kestrel Health rather than the Kestrel Valley Nurses' Union."""
    return name.startswith(f"{text} ") and len(name.split()) < len(union.split())


def _cut_short(work: Work, text: str, names: list[Name]) -> bool:
    """Of two words or more that begin a longer name: "First Quantum"."""
    return " " in text and text.casefold() in work.short and _shortened(work, text, names)


_ORGANS_OF = {"Commission": body_id("european_union"), "Centre": state_id("IN")}
_CAPITALS = 5  # letters of an abbreviation
_SEVERAL = re.compile(r"[A-Z]{2,}s|\S*\d+s")  # "MPs", "F-16s"


def _opens(work: Work, name: Name) -> bool:
    return bool(work.doc[name.start].is_sent_start) or name.start == 0


def _singles(work: Work, text: str, names: list[Name]) -> bool:
    """What is left: an actor where it acts like one."""
    if _shortened(work, text, names) or abbreviations.settle(work, text, names):
        return True
    partisan = political.is_told(work.doc, names) or _is_somebodys_party(work, names)
    member = any(political.is_members(work.doc, name) for name in names)
    lives = _lives(work, text, names) or member or (partisan and work.is_of_parliament)
    willed = any(will.has_will(work.doc, name) for name in names)
    if _is_nobodys(work, text, names) or not lives or _is_counted(work, text, names):
        return True
    dealt = text.casefold() in nouns("dealings")  # "Ceasefire talks stall"
    if dealt or (is_common(text.casefold()) and not (partisan or willed)):
        return True  # "the Nation", "Her Majesty"
    if (person := work.given(text)) is not None:
        work.also(person, names, "person")
    elif len(text.split()) <= _LONGEST_SINGLE:
        if partisan:
            work.enter(text, names, "group").descriptions.add("party")
        else:
            _of_some_nature(work, text, names)
    return True


def _is_somebodys_party(work: Work, names: list[Name]) -> bool:
    """As "Ana Berg's Wiper", where the page tells of a parliament's doings."""
    return work.is_of_parliament and _is_somebodys(work, names)


def _is_somebodys(work: Work, names: list[Name]) -> bool:
    return any(political.is_somebodys(work.doc, name) for name in names)


def _lives(work: Work, text: str, names: list[Name]) -> bool:
    """Whether what it does says that it is an actor, rather than where it is told of."""
    places = sum(signs.is_located(work.doc, name) for name in names)
    wanted = sum(will.has_will(work.doc, name) for name in names)
    acts = any(name.head(work.doc).dep_ in SUBJECTS for name in names)
    if (wanted and places <= wanted) or (acts and not places and len(names) >= _OFTEN):
        return True
    first, _, rest = text.partition(" ")  # "Arctica Metals", where Arctica refuses something
    others = work.left.get(first, ()) if rest else ()
    return any(will.has_will(work.doc, name) for name in others)


def _is_nobodys(work: Work, text: str, names: list[Name]) -> bool:
    """Whether it is no actor's name: a dateline that was not seen to be one; "MPs"; "told CTV"."""
    shouted = len(text) > _CAPITALS and text.isupper() and all(_opens(work, n) for n in names)
    several = _SEVERAL.fullmatch(text) is not None
    return shouted or several or all(signs.is_told(work.doc, name) for name in names)


def _is_counted(work: Work, text: str, names: list[Name]) -> bool:
    """Whether it is people of no particular party, or numbered things: "Drivers", "Gates 2"."""
    crowd = text.casefold().removesuffix("s") in nouns("crowds")
    if crowd and not all(signs.is_definite(work.doc, name) for name in names):
        return True
    return sum(signs.is_counted(work.doc, name) for name in names) * 2 >= len(names)


def _of_some_nature(work: Work, text: str, names: list[Name]) -> None:
    """Enter what is of a sort, or of another by what it has: of several words a town alone."""
    sort = seeming = signs.sort_of(work.doc, names)
    if sort == "state" and (not work.is_among_states or _is_somebodys(work, names)):
        sort = "organisation"  # "Agractie came only on that assurance", "Ana Berg's Wiper"
    known = natures.nature(work.doc, names) if sort in _UNSURE else None
    if seeming != "state" and known != "province":
        known = None
    entry = work.enter(text, names, known or sort)
    entry.is_unsure = known is None and sort in _UNSURE
    if known == "province" and natures.is_town(work.doc, names):
        entry.descriptions.add("town")


def _prominent(work: Work, text: str, names: list[Name]) -> bool:
    """An actor that the page names again and again, before the towns that may be its capital."""
    willed = sum(will.has_will(work.doc, name) for name in names)
    plain = " " not in text and text.casefold() not in nouns("directions")
    often = plain and len(names) >= _AGAIN and willed >= _WILLED
    return often and _singles(work, text, names)


_AGAIN, _WILLED = 5, 2  # mentions, and those of which a verb says that it has a will


_RULES: tuple[Callable[[Work, str, list[Name]], bool], ...] = (
    slogans.settle,
    clubs.settle,
    lands.styled,
    lands.halves,
    lands.of_region,
    _aboard,
    headed.settle,
    partisans.settle,
    abbreviations.spelt_out,
    _cut_short,
    _labels,
    _persons,
    abbreviations.settle,
    _times,
    _shortened,
    lands.written_from,
    lands.peopled,
    lands.states,
    _benched,
    _apposed,
    _shortened,
    _prominent,
    metonyms.settle,
    _singles,
)
