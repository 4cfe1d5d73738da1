"""Who is named in a run of words with capitals that has titles and offices in it too."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.page import is_common, is_word
from detente.reading.parsed import Doc, Token
from detente.reading.parties.cast import is_office, is_title, office_before
from detente.reading.parties.names import LINKS, Name, head_kind, nouns, text_of
from detente.reading.parties.posts import is_portfolio, is_spelt_out, partisan
from detente.reading.parties.shapes import opens
from detente.reading.wording import words

_NO_TITLES = frozenset({"official", "member", "agent", "head", "party"})


def without_roles(doc: Doc, at: int, end: int) -> Iterator[Name]:
    """A run without the titles and offices in it: what is before them, and who holds them.

    >>> from detente.reading.page import phrase
    >>> [name.text for name in without_roles(phrase("Republican Senator Ana Berg"), 0, 4)]
    ['Republican', 'Ana Berg']
    """
    if (at := _after_department(doc, at, end)) == end:
        yield Name(at, end, "")  # "Secretary of State for Energy"
        return
    if end - at > 1 and doc[end - 1].text in _MEMBERS:  # "SNP MPs"
        yield Name(end - 1, end, "")
        end -= 1
    while end - at > 1 and (_describes(doc[at]) or _is_partisan(doc, at, end)):
        at += 1
    if (owned := _one_of_them(doc, at, end)) is not None:
        yield Name(at, owned - 1, text_of(doc, at, owned - 1))
        at = owned
    first = next((i for i in range(at, end) if _is_title(doc, at, i, end)), end)
    body = head_kind(text_of(doc, at, end)) in {"company", "union", "organisation"}
    league = first + 2 == end and head_kind(doc[end - 1].lower_) == "group"  # "Premier League"
    if first == end or body or league or doc[end - 1].lower_ in _HOUSES:
        yield Name(at, end, text_of(doc, at, end))
        return
    rest, minister = first, doc[first].text == "Minister"
    while first > at and (
        is_portfolio(doc[first - 1])
        or doc[first - 1].text in {"-", "&"} | _RANKS
        or (minister and is_word(doc[first - 1].lower_))  # "Primary Industries Minister"
    ):
        first -= 1
    if first > at:
        seat = doc[rest].text in _MEMBERS and not _is_of_party(doc, at, first)
        yield Name(at, first, "" if seat else text_of(doc, at, first))  # "Leeds Central MP"
    while (
        rest < end
        and not _is_surname(doc, end, rest, end)
        and (is_portfolio(doc[rest]) or doc[rest].text == "-" or doc[rest].text in _RANKS)
    ):
        rest += 1
    yield Name(rest, end, text_of(doc, rest, end) if rest < end else "")


_MEMBERS = frozenset({"MP", "MPs", "MEP", "MEPs", "MSP", "MSPs", "MLA", "MLAs", "TD", "TDs"})


def _is_of_party(doc: Doc, at: int, end: int) -> bool:
    """Whether what stands before "MP" is a party: "Labour", "the SNP"."""
    return all(one.text.isupper() or one.lower_ in partisan() for one in doc[at:end])


def _after_department(doc: Doc, at: int, end: int) -> int:
    """Where a name begins after what somebody is minister of: "Secretary of State Ana Berg"."""
    of = at - 1
    if of > 1 and [doc[of - 1].lower_, doc[of].lower_] == ["to", "the"]:
        of -= 1  # "Secretary to the Treasury Ana Berg"
    links = LINKS | ({"to"} if of and doc[of - 1].lower_ == "secretary" else set())
    while of > 1 and (doc[of].lower_ in {"and", ","} or is_portfolio(doc[of])):
        of -= 1  # "Minister of Foreign Affairs and Trade Ana Berg"
    if of < 1 or doc[of].lower_ not in links or doc[of - 1].lower_ not in nouns("roles"):
        return at
    first = at
    while first < end and (is_portfolio(doc[first]) or doc[first].lower_ in _DEPARTMENTS):
        first += 1
    whole = first == end and doc[at].lower_ != "state" and not _is_of_cabinet(doc[of - 1])
    return at if whole else first


def _is_of_cabinet(office: Token) -> bool:
    """Whether only a department can follow: "Minister of Natural Resources", not "Prime"."""
    return office.lower_ in {"minister", "ministers"} and not office.nbor(-1).text[:1].isupper()


_DEPARTMENTS = nouns("departments") | LINKS


def _one_of_them(doc: Doc, at: int, end: int) -> int | None:
    """Where somebody's name begins after a plural's apostrophe: "the Liberals' Mara Quint"."""
    for place in range(at + 1, end - 2):
        if doc[place].text in _APOSTROPHES:
            body = any(head_kind(token.lower_) for token in doc[place + 1 : end])
            return None if body else place + 1
    return None


_APOSTROPHES = frozenset({"'", "’"})


def _is_partisan(doc: Doc, at: int, end: int) -> bool:
    """Whether only a person's party stands first: "Conservative Tom Ridley"."""
    person = end - at == 3 and all(token.text.istitle() for token in doc[at:end])  # noqa: PLR2004
    known = person and any(is_common(token.lower_) for token in doc[at + 1 : end])
    return person and not known and doc[at].lower_ in partisan() and not doc[at].is_sent_end


_HOUSES = frozenset(
    {"hospital", "infirmary", "clinic", "school", "college", "academy", "museum", "library",
     "theatre", "bench"}
)  # fmt: skip


# Before another rank or office: "Field Marshal".
_RANKS = frozenset(
    {"Field", "Air", "Rear", "Vice", "Major", "Lieutenant", "Brigadier", "Squadron", "Wing",
     "Fleet", "Flight", "Group", "Grand", "Crown", "Attorney", "Inspector", "Chief", "Deputy",
     "House", "Senate", "Majority", "Minority", "Shadow"}
)  # fmt: skip


def _is_title(doc: Doc, at: int, i: int, end: int) -> bool:
    plain = doc[i].lower_.rstrip(".")
    linked = i + 1 < end and doc[i + 1].lower_ in LINKS
    heads = plain == "head" and doc[i + 1 : i + 2].text == "of"  # "Head of Media"
    if not (is_spelt_out(doc[i]) or plain in nouns("roles") or is_title(doc[i])) or linked:
        return False
    if plain in _NO_TITLES and not heads:
        return False
    return not _is_surname(doc, at, i, end)


def _is_surname(doc: Doc, at: int, i: int, end: int) -> bool:
    """Whether a title is part of a person's name: "Ines Abbot-Kerr", "minister Amit Shah"."""
    if i + 1 == end:
        office = at > 0 and (is_office(doc[at - 1]) or doc[at - 1].lower_ in _CONVENING)
        office = office or office_before(doc, at) is not None  # "the minister of trade, Ana Dean"
        called = i == at + 1 and office and doc[i].lower_ in _SURNAMES
        return i > at and (called or doc[i].lower_ in nouns("titles") - nouns("roles"))
    tied = doc[i + 1].text == "-" and not doc[i].whitespace_ and not doc[i + 1].whitespace_
    return tied and i + 2 < end and not is_portfolio(doc[i + 2])


# Offices that persons are called by as well.
_SURNAMES = frozenset(
    {"shah", "king", "prince", "bishop", "dean", "marshal", "judge", "master", "reeve", "priest",
     "provost", "sheriff", "warden", "speaker", "steward", "pope", "captain", "constable", "sultan",
     "pradhan", "malik", "sheikh", "sardar", "khan", "mukhtar", "oba", "nawab", "abbot", "pastor",
     "clerk", "mayor", "chancellor", "rector", "vicar", "bailiff", "principal", "chaplain"}
)  # fmt: skip
_CONVENING = frozenset({"convenor", "convener", "farmer", "trader", "activist"})


# What one of a crowd is called before the name; no first names, as Miller and Hunter are.
_TRADES = words(
    "farmer driver teacher nurse resident tenant pupil student fisherman pensioner shopkeeper "
    "docker miner villager activist protester striker trader rider cleaner worker herder grower "
    "midwife commuter passenger lecturer pilot paramedic electrician engineer seafarer lorry-driver"
)


def _describes(token: Token) -> bool:
    """A common noun that opens a sentence before a name: "Carmaker Aurel Motors"."""
    plain = token.lower_ in nouns("descriptors") | nouns("experts")
    plain = plain or token.lower_.endswith(("maker", "ologist")) or token.lower_ in _TRADES
    return opens(token) and plain
