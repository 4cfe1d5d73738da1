"""Names that are a person's: by an office, a title or an age beside them, or by what they do."""

from __future__ import annotations

import re

from detente.reading.page import is_common, is_word
from detente.reading.parsed import Token
from detente.reading.parties import leaders, personal, political, rulers, signs, will
from detente.reading.parties.appositions import is_body_before, is_called, noun_beside, type_of
from detente.reading.parties.cast import SMALL, Entry, is_office
from detente.reading.parties.names import HEADS, PARTICLES, Name, head_kind, nouns, text_of
from detente.reading.parties.posts import is_portfolio
from detente.reading.parties.settling import Work
from detente.reading.syntax import NOMINAL

LONGEST = 4  # words
_INITIALS = re.compile(r"(?![IVX]+$)[A-Z]{2,3}")  # and no number of a king
_JOINED = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]{2,5}")  # "Lee Han-jun"
_ACRONYM = 5  # letters
_PAIR = 2  # words: a first and a last name, or a particle and a last name


def settle(work: Work, text: str, names: list[Name]) -> bool:
    """Enter a name as a person's, where it is one."""
    words = text.split()
    if (len(words) > 1 or words[0].casefold() in PARTICLES) and _by_surname(work, text, names):
        return True  # "Al Basha", and "Costa Pinto" of Ana Costa Pinto
    if not _may_be(words) or _is_a_people(work, names):
        return False
    known = len(words) > 1 and (_goes_by_surname(work, words, names) or _heads_cabinet(work, names))
    if not known and not _is_told(work, text, names):
        return False
    if len(words) == 1 and (person := work.given(text)) is not None:
        work.also(person, names, "person")  # "Sir Colin"
    elif len(words) > 1 or not _by_surname(work, text, names):
        _with_titles(work, work.enter(text, names, "person", "person"), names)
    return True


def _is_a_people(work: Work, names: list[Name]) -> bool:
    """Whether each mention has an article, as no person's name: "the Ngok Dinka", "the Blue Nile".

    Not where a noun follows: "the Ana Berg cabinet".
    """
    if len(names[0].words) == 1:
        return False
    beside = len(names) == 1 and names[0].head(work.doc).dep_ in {"compound", "nmod", "poss"}
    before = [work.doc[name.start - 1] for name in names if name.start]
    articled = len(before) == len(names) and all(one.lower_ == "the" for one in before)
    return articled and not beside


def _with_titles(work: Work, entry: Entry, names: list[Name]) -> None:
    """Enter the name with the title before it too: "Haji Daud", "Prime Minister Ana Berg"."""
    for name in names:
        title = work.doc[name.start - 1] if name.start else None
        if title is not None and title.text[:1].isupper() and is_office(title):
            start = _title_start(work, title)
            entry.surfaces.setdefault(text_of(work.doc, start, name.end), "person")


def _title_start(work: Work, title: Token) -> int:
    """Where a title begins: "Chief Cabinet Secretary", behind the land that it is of."""
    start = title.i
    while start > title.sent.start and start - 1 not in work.found.named:
        word = work.doc[start - 1]
        joins = word.text == "-" and not word.whitespace_  # "Secretary-General"
        named = word.text[:1].isupper() and word.pos_ in NOMINAL | {"ADJ"}
        if not (joins or (named and (is_portfolio(word) or is_common(word.lower_)))):
            break
        start -= 1
    return start


def _by_surname(work: Work, text: str, names: list[Name]) -> bool:
    """Enter a name as another mention of a person who is known by more than that."""
    entry = work.surnames.get(text.casefold())
    if entry is None:
        return False
    work.also(entry, names, "person")
    return True


def _may_be(words: list[str]) -> bool:
    """Whether a name has the shape of a person's."""
    bare = [word for word in words if word.casefold() not in PARTICLES]
    if len(bare) > LONGEST:
        return False
    if len(words) > 1 and _INITIALS.fullmatch(words[-1]) and not words[0].isupper():
        return False  # "Health NZ"
    if len(words) == 1 and len(words[0]) <= _ACRONYM and words[0].isupper():
        return False  # "MOB", which somebody heads
    if words[0].casefold() in (_OF_NO_PERSON if len(words) > 1 else _GENERAL):
        return False  # "Lake Oro", "the General Court"
    if any(word.casefold() in _PEOPLE for word in bare[:-1]):
        return False  # "Starbucks Workers United"
    linked = SMALL & {word for word in bare[1:] if word.islower()}
    return not (len(words) > 1 and (words[0].casefold() in nouns("states") or linked))


_PEOPLE = frozenset(
    {"workers", "teachers", "nurses", "farmers", "residents", "citizens", "doctors"}
)
_GENERAL = frozenset({"court", "assembly", "council", "secretariat", "synod", "staff"})
_OF_NO_PERSON = frozenset(
    {"lake", "mount", "mt", "river", "cape", "fort", "port", "gulf", "loch", "lough", "camp",
     "hotel", "plaza", "isle", "point", "club", "villa", "cafe", "radio", "hurricane", "typhoon",
     "cyclone", "storm"}
)  # fmt: skip


def _is_told(work: Work, text: str, names: list[Name]) -> bool:
    """Whether the text says that it is one, or has it do what persons do."""
    words, doc = text.split(), work.doc
    called = (is_called(doc, name) and not personal.has_office(doc, name) for name in names)
    if any(called) or any(is_body_before(doc, name) for name in names):
        return False  # "the dockers' cooperative La Balsa says"
    joined = _JOINED.fullmatch(text) and any(will.has_will(doc, name) for name in names)
    known = joined or leaders.is_known(text, work.found.entries)
    if known or any(_is_of_party(work, name) for name in names):
        return True  # "Huang Kuo-chang has tabled a bill"
    given = text.rpartition("-")[2].islower()  # "Lee Han-jun" goes by his first word
    firm = len(words) > 1 and words[0] in work.left and words[-1] not in work.left and not given
    if len(words) > 1 and words[-1].endswith("s") and is_word(words[-1].casefold()):
        beside = (noun_beside(doc, name) for name in names)  # "its supplier, Nordic Feeds"
        if any(noun is not None and type_of(noun) == "company" for noun in beside):
            return False
    for name in names:
        if personal.has_office(doc, name) and not (firm and personal.is_owner(doc, name)):
            return True
        if not firm and (
            personal.speaks(doc, name)
            or personal.is_he_or_she(doc, name)
            or personal.is_initialled(doc, name)
        ):
            return True
    return False


def _is_of_party(work: Work, name: Name) -> bool:
    """As of "the Homeland's Ana Berg refused", where the Homeland is a political party."""
    full = len(name.words) > 1 and head_kind(name.text) is None
    if not full or not signs.is_owned(work.doc, name):
        return False
    owner = work.found.entries.get(work.found.named.get(name.start - 2, ""))
    known = owner is not None and political.is_political(owner)
    return known and name.head(work.doc).dep_ == "nsubj"


def _heads_cabinet(work: Work, names: list[Name]) -> bool:
    """Whether a government goes by the name and nothing else does: "the cabinet of Ana Berg"."""
    first = names[0].words[0].casefold()
    place = first in nouns("directions") | nouns("toponyms")
    return len(names) == 1 and not place and rulers.cabinet_of(work.doc, names[0]) is not None


def _goes_by_surname(work: Work, words: list[str], names: list[Name]) -> bool:
    """Whether the last word of a name stands alone too: "Hana Solt" and then "Solt"."""
    first = words[0].casefold()
    place = first in nouns("directions") | nouns("heads.place") | nouns("toponyms")
    place = place or any(first in nouns(f"heads.{kind}") for kind in HEADS)
    place = place or all(signs.is_located(work.doc, name) for name in names)  # "at Gare de Lyon"
    particles = len(words) > _PAIR and words[-2].casefold() in PARTICLES
    last = " ".join(words[-2:]) if particles and words[-1] not in work.left else words[-1]
    if last not in work.left or place or "&" in words:
        return False
    if any(signs.is_definite(work.doc, name) for name in work.left[last]):
        return False  # "Anse Fisherfolk" and then "the Fisherfolk"
    if any(noun_beside(work.doc, name) is not None for name in names):
        return False  # "Civic Tarvia, the largest opposition party"
    return head_kind(" ".join(words)) is None
