"""Names with a head word that says what they are: "Lutz Airport", "the Rail Workers' Union"."""

from __future__ import annotations

from detente.reading.parsed import Doc
from detente.reading.parties import personal, rulers, signs, will
from detente.reading.parties.appositions import noun_beside
from detente.reading.parties.cast import Entry, is_office, office_before, wills
from detente.reading.parties.names import MINISTRIES, Name, head_kind, nouns, owner_of_service
from detente.reading.parties.peoples import people_of
from detente.reading.parties.runs import SAINTS
from detente.reading.parties.settling import Work
from detente.reading.syntax import BRANCHES

_TYPES = {
    "company": "company",
    "union": "organisation",
    "group": "group",
    "organisation": "organisation",
    "forum": "organisation",
}
_BROADCASTERS = frozenset({"Radio", "Televisión", "Televisione", "Télé", "Tele", "Rádio"})
_FRIENDS = frozenset(
    {"friends", "sons", "daughters", "mothers", "parents", "families", "patrons", "guardians",
     "defenders", "residents", "neighbours", "neighbors", "women", "men", "citizens", "people"}
)  # fmt: skip
_TOWNS = frozenset({"city", "town"})


def settle(work: Work, text: str, names: list[Name]) -> bool:
    """Names with a head word that says what they are."""
    words = text.split()
    last = words[-1].casefold()
    if len(words) == 1 or words[0].casefold() in nouns("states"):
        return False
    if _is_capital(work, words) or any(_is_officers(work.doc, name) for name in names):
        return False
    sainted = words[0].rstrip(".") in SAINTS and words[-1].endswith(("'s", "’s"))
    if sainted or last == "chapter":  # "the Old Rite Chapter refuses"
        return _dedicated(work, text, names)
    if words[0] in _BROADCASTERS or _is_house(work, last, names):
        return True
    if last in nouns("districts") and _is_district(work, text, names):
        return True
    return any(rule(work, text, names) for rule in (_branch, _friends, _by_head))


def _branch(work: Work, text: str, names: list[Name]) -> bool:
    """Of "Local 417", the union it stands beside: "the Smelters' Union, Local 417, has voted"."""
    first, _, figure = text.partition(" ")
    if first not in BRANCHES or not figure.isdigit():
        return False
    before = {name.start - 1 - (work.doc[name.start - 1].text == ",") for name in names}
    beside = {work.found.named[at] for at in before if at in work.found.named}
    unions = [id_ for id_ in sorted(beside) if head_kind(work.found.entries[id_].name) == "union"]
    if len(unions) == 1:
        work.also(work.found.entries[unions[0]], names, "name")
    return len(unions) == 1


def _is_capital(work: Work, words: list[str]) -> bool:
    """Whether "Norland City" stands beside Norland, of which it may be the capital."""
    return words[-1].casefold() in _TOWNS and " ".join(words[:-1]) in work.left


def _is_officers(doc: Doc, name: Name) -> bool:
    """Whether a firm's or a place's name is a man's behind an office: "its head, Ruth Cable"."""
    if head_kind(name.text) not in {"company", "place"}:
        return False
    pair = len(name.words) == 2 and all(word.istitle() for word in name.words)  # noqa: PLR2004
    before = doc[name.start - 1] if name.start else None
    if pair and before is not None and is_office(before) and before.tag_ == "NN":
        return before.lower_ not in _OWNING | nouns("firms") | nouns("descriptors")
    office = office_before(doc, name.start) if pair and not personal.is_owner(doc, name) else None
    firms = nouns("firms") | nouns("crowds")  # "the landlord, Beacon Homes"
    return office is not None and office.lemma_.casefold() not in firms


_OWNING = frozenset({"owner", "agent", "founder", "patron", "parent", "operator", "employer"})


def _friends(work: Work, text: str, names: list[Name]) -> bool:
    """Of "Friends of Eastmoor Library", where they act."""
    first, of = text.split()[:2]
    acts = any(will.acts(work.doc, name) for name in names)
    known = first.casefold() in _FRIENDS and of == "of" and acts
    return known and bool(work.enter(text, names, "group"))


def _dedicated(work: Work, text: str, names: list[Name]) -> bool:
    """A school, a church or a hospital that goes by its saint: "St Anne's"."""
    if any(will.has_will(work.doc, name) for name in names):
        entry = work.enter(text, names, "organisation")
        entry.descriptions |= _HOUSES & work.nouns
    return True


_SEES = frozenset(
    {"diocese", "archdiocese", "eparchy", "synod", "patriarchate", "bishopric", "archbishopric",
     "metropolis", "exarchate", "mission", "chapter", "presbytery"}
)  # fmt: skip  # to which a church belongs
_HOUSES = nouns("kinds.hospital") | nouns("kinds.school") | nouns("kinds.church") - _SEES


def _by_head(work: Work, text: str, names: list[Name]) -> bool:
    kind, words = head_kind(text), [word.casefold() for word in text.split()]
    if kind is None and words[0] in nouns("company_titles"):
        kind = "company"
    if kind == "company" and all(signs.is_paper(work.doc, name) for name in names):
        return True
    if kind == "place" and any(noun_beside(work.doc, name) is not None for name in names):
        return False  # "the licence's holder, the company Cobalt River"
    if kind is None or kind in {"place", "source"}:
        if words[-1] == "line" and any(will.has_will(work.doc, name) for name in names):
            return bool(work.enter(text, names, "company"))  # "Lynn Line" sails
        if words[-1] in _REGIONS:
            return _region(work, text, names)
        place = words[-1] in nouns("sites") or (words[0] in nouns("sites") and words[1] == "of")
        return _site(work, text, names) if kind and place else bool(kind)
    if MINISTRIES & set(words):
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
    if not any(will.acts(work.doc, name) for name in (*names, *short)):
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
    speaking = [name for name in names if will.is_in_charge(work.doc, name)]
    places = sum(signs.is_located(work.doc, name) for name in names)
    if not (speaking and len(speaking) > places):
        return True
    bare, _, land = text.casefold().rpartition(" ")
    isles = land in _ISLES and work.is_among_states
    entry = work.enter(text, names, "state" if isles else "province")
    if isles:
        entry.descriptions |= _ISLES & work.nouns | {"archipelago"}
        for form in [one for one in work.left if one.casefold() in {bare, f"{bare}s"}]:
            work.also(entry, work.left.pop(form), "demonym")  # "an ally of the Corvines"
    return True


_ISLES = frozenset({"islands", "isles", "island"})


def _site(work: Work, text: str, names: list[Name]) -> bool:
    """A place with somebody in charge, where it acts under the name: "Lutz Airport refuses"."""
    bare = text.rpartition(" ")[0]
    short = work.left.get(bare, []) if text.rpartition(" ")[2].casefold() in _HOUSES else []
    wanted = sum(will.is_in_charge(work.doc, name) for name in (*names, *short))
    if text.rpartition(" ")[2].casefold() in work.deciding:
        wanted += len(names)  # "pupils of Holm School", where the school will close
    if wanted <= sum(signs.is_located(work.doc, name) for name in names):
        return True
    ruled = any(rulers.government(work.doc, name) == "state" for name in names)
    entry = work.enter(text, names, "state" if ruled else "organisation")
    if short:  # "Kestrel" of Kestrel Hospital
        work.also(entry, work.left.pop(bare), "name")
    return True


def _ministry(work: Work, text: str, names: list[Name]) -> None:
    """A ministry is a name of its own only where no state's name or adjective is beside it."""
    first = text.split(maxsplit=1)[0]
    if first in work.left and owner_of_service(text) == first:
        work.enter(text, names, "organisation", "institution")  # "Norland Foreign Ministry"
        return
    if any(first in people_of(other) for other in work.left if " " not in other):
        bare = [Name(name.start, name.start + 1, first) for name in names]
        work.left.setdefault(first, []).extend(bare)
        return
    owned = any(
        signs.is_owned(work.doc, name) or name.start - 1 in work.found.named for name in names
    )
    if owned or not _ministry_acts(work.doc, names):
        return
    if (state := _ministered(work, text, names)) is not None:
        work.also(state, names, "institution")
    else:
        work.enter(text, names, "organisation", "institution")


def _ministered(work: Work, text: str, names: list[Name]) -> Entry | None:
    """Whose it is as the text says once: "the Ministry of Foreign Affairs of Morva"."""
    for name in names:
        after = work.doc[name.end : name.end + 2]
        if len(after) > 1 and after[0].lower_ == "of" and after[1].text in work.left:
            return work.enter(after[1].text, work.left.pop(after[1].text), "state")
    mine = set(text.casefold().split()) & nouns("departments")
    for entry in work.found.entries.values():
        organs = [one for one, sort in entry.surfaces.items() if sort == "institution"]
        if entry.type == "state" and any(mine & set(one.casefold().split()) for one in organs):
            return entry  # "the Foreign Ministry"
    return None


def _ministry_acts(doc: Doc, names: list[Name]) -> bool:
    """Whether a ministry is somebody here, and not only an office to be had."""
    if any(will.does(doc, name) for name in names):
        return True
    return any(wills(token) for token in doc if token.lower_ in MINISTRIES)
