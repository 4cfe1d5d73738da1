"""Proper names in a page: known ones by the gazetteer, unknown ones by their shape."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.page import is_common
from detente.reading.parsed import Doc, Token
from detente.reading.parties import gazetteer, series
from detente.reading.parties.cast import is_office
from detente.reading.parties.longer import has_organ, is_own_name, is_portfolio, service_end
from detente.reading.parties.names import (
    HEADS,
    KIN,
    LINKS,
    PARTICLES,
    POSSESSIVE,
    Name,
    head_kind,
    nouns,
    text_of,
)
from detente.reading.parties.posts import PARTISAN
from detente.reading.parties.shapes import is_namely, opens, seen_within

_QUOTES = frozenset({'"', "'", "“", "”", "‘", "’"})
_SYLLABLE = 5  # letters of the second syllable of a given name
_OPERATIVE = frozenset({"op", "operative"})
_ARTICLES = frozenset({"al", "el", "ul", "an", "ad"})  # before the hyphen of a surname
_PLURALS = frozenset(
    {"People", "Women", "Men", "Children", "Fishermen", "Longshoremen", "Firemen", "Policemen",
     "Tradesmen", "Workmen", "Craftsmen", "Seamen", "Railwaymen", "Watermen", "Ferrymen", "Foremen",
     "Businessmen", "Businesswomen", "Boatmen", "Herdsmen", "Lobstermen", "Servicewomen"}
)  # fmt: skip
_NO_TITLES = frozenset({"official", "member", "agent", "head", "party"})


def find(doc: Doc) -> list[Name]:
    """The names of a page, in order; none overlaps another.

    >>> from detente.reading.page import phrase
    >>> [name.text for name in find(phrase("The Unión Campesina por la Tierra met Ana Berg."))]
    ['Unión Campesina por la Tierra', 'Ana Berg']
    """
    seen = seen_within(doc)
    found: list[Name] = []
    at = 0
    while at < len(doc):
        names = list(_names_from(doc, at, seen))
        found += [name for name in names if name.text]
        at = max([at + 1, *(name.end for name in names)])
    return found


def _names_from(doc: Doc, at: int, seen: frozenset[str]) -> Iterator[Name]:
    token = doc[at]
    if not token.text[:1].isupper() and not token.text[:1].isdigit():
        return
    match = gazetteer.longest(doc, at)
    end = _run(doc, at, seen) if is_namely(token, seen) else at
    served = service_end(doc, match[0], match[1]) if match else None
    if match and (served is not None or not is_own_name(doc, at, match, end)):
        last = served or match[0] + has_organ(doc, match[0], match[1])
        yield Name(at, last, text_of(doc, at, last), match[1])
    elif end > at:
        yield from _without_roles(doc, at, end)


def _run(doc: Doc, at: int, seen: frozenset[str]) -> int:
    end, linked = at + 1, False
    while end < len(doc):
        ahead = series.end_of(doc, at, end) or _ahead(doc, at, end, seen, linked=linked)
        if ahead == end:
            break
        linked = linked or any(token.lower_ in LINKS for token in doc[end:ahead])
        end = ahead
    return end


def _is_given(doc: Doc, at: int, end: int) -> bool:
    """Whether a hyphen and a small letter go on with a name: "Lee Han-jun", "Dairy Co-op"."""
    if end + 1 >= len(doc) or end - at < 2 or doc[end].text != "-":  # noqa: PLR2004 — family, given
        return False
    rest = doc[end + 1]
    tight = not doc[end - 1].whitespace_ and not doc[end].whitespace_
    if doc[end - 1].text == "Co":
        return tight and rest.lower_ in _OPERATIVE
    short = rest.text.islower() and len(rest.text) <= _SYLLABLE
    return tight and short and rest.tag_ not in {"VBN", "VBG", "VBD", "JJ"}


def _is_dedicated(doc: Doc, at: int, end: int) -> bool:
    """Whether a house goes by a saint's name: "St Anne's refused", "refused by St Anne's"."""
    if doc[end].text != "'s" and doc[end].text != "’s":
        return False
    if doc[at].text.rstrip(".") not in SAINTS or end - at < 2 or end + 1 >= len(doc):  # noqa: PLR2004
        return False
    after = doc[end + 1]
    return after.is_punct or after.is_space or after.pos_ in {"VERB", "AUX", "ADP", "CCONJ", "ADV"}


SAINTS = frozenset({"St", "Saint", "Sts", "SS"})


def _ahead(doc: Doc, at: int, end: int, seen: frozenset[str], *, linked: bool) -> int:
    """Where the run goes on to, or `end` where it does not."""
    if doc[end].is_sent_start:
        return end
    if is_namely(doc[end], seen):
        return end + 1
    if _is_given(doc, at, end):
        return end + 2
    if _is_dedicated(doc, at, end):
        return end + 1
    rest = _joint(doc, at, end, linked=linked)
    if rest < len(doc) and rest > end and is_namely(doc[rest], seen):
        return rest + 1
    return end


def _joint(doc: Doc, at: int, end: int, *, linked: bool) -> int:
    """Where the name must go on if what stands at `end` joins it: "Workers' Union", "Bank of"."""
    token, last, rest = doc[end], doc[end - 1], end + 1
    if token.text in POSSESSIVE and rest < len(doc) and doc[rest].lower_ == "and":
        return rest + 1 if series.goes_on(doc, at, rest + 1, linked=linked) else end
    if token.text in POSSESSIVE:
        plural = last.text.endswith("s") if len(token.text) == 1 else last.text in _PLURALS
        return rest if plural else end
    if token.text == "-" and not last.whitespace_ and not token.whitespace_:
        compound = linked and rest < len(doc) and doc[rest].text.islower()
        return rest + compound
    if token.lower_ in LINKS and _takes_link(doc, at, end, linked=linked):
        return rest + (rest < len(doc) and doc[rest].lower_ == "the")
    return _within(doc, at, end, linked=linked)


def _within(doc: Doc, at: int, end: int, *, linked: bool) -> int:
    """As `_joint`, of what stands within the names of persons and in lists."""
    token, rest = doc[end], end + 1
    if token.lower_ in _ARTICLES and rest < len(doc) and doc[rest].text == "-":
        return rest + 1  # "Salim al-Harthy"
    if token.text in _QUOTES and _is_nickname(doc, end):
        return rest + 2
    if token.lower_ not in PARTICLES:
        joined = token.lower_ == "and" and (
            doc[rest : rest + 1].text in KIN or series.goes_on(doc, at, rest, linked=linked)
        )
        return rest if joined else end
    return rest + (rest < len(doc) and doc[rest].lower_ in PARTICLES and doc[rest].is_lower)


def _is_nickname(doc: Doc, quote: int) -> bool:
    """Whether quotes stand around a single word within a name: 'Ezekiel "Boysie" Charlemagne'."""
    inside = doc[quote + 1 : quote + 3]
    return len(inside) == 2 and inside[0].text.istitle() and inside[1].text in _QUOTES  # noqa: PLR2004


def _takes_link(doc: Doc, at: int, end: int, *, linked: bool) -> bool:
    last = doc[end - 1].lower_
    if last in nouns("roles"):
        return False
    if last in nouns("parts") or last in nouns("government"):
        return not linked and not gazetteer.longest(doc, end + 1)
    if linked and doc[at].lower_ in nouns("parts"):
        return False
    if end - at > 1 and last in nouns("heads.company") - _OF_PLACES:
        return False  # "First Quantum Minerals of Toronto"
    heads = {last, doc[at].lower_}
    if last in _OF_MEMBERS and end - at == 1:
        return True  # "House of Representatives", "Friends of the Valley"
    return (
        linked or any(heads & nouns(f"heads.{kind}") for kind in HEADS) or last in nouns("states")
    )


_OF_MEMBERS = frozenset(
    {
        "house",
        "chamber",
        "friends",
        "mothers",
        "sons",
        "daughters",
        "knights",
        "sisters",
        "order",
        "guardians",
        "defenders",
        "voice",
        "keepers",
    }
)
_OF_PLACES = frozenset({"bank", "company", "corporation", "group", "works", "grid", "post", "rail"})


def _without_roles(doc: Doc, at: int, end: int) -> Iterator[Name]:
    """A run without the titles and offices in it: what is before them, and who holds them."""
    while end - at > 1 and (_describes(doc[at]) or _is_partisan(doc, at, end)):
        at += 1
    if (owned := _one_of_them(doc, at, end)) is not None:
        yield Name(at, owned - 1, text_of(doc, at, owned - 1))
        at = owned
    first = next((i for i in range(at, end) if _is_title(doc, at, i, end)), end)
    body = head_kind(text_of(doc, at, end)) in {"company", "union", "organisation"}
    if first == end or body or doc[end - 1].lower_ in _HOUSES:
        yield Name(at, end, text_of(doc, at, end))
        return
    rest, minister = first, doc[first].text == "Minister"
    while first > at and (
        is_portfolio(doc[first - 1])
        or doc[first - 1].text in {"-", "&"} | _RANKS
        or (minister and _says_which(doc[first - 1]))  # "Primary Industries Minister"
    ):
        first -= 1
    if first > at:
        yield Name(at, first, text_of(doc, at, first))
    while (
        rest < end
        and not _is_surname(doc, end, rest, end)
        and (is_portfolio(doc[rest]) or doc[rest].text == "-" or doc[rest].text in _RANKS)
    ):
        rest += 1
    yield Name(rest, end, text_of(doc, rest, end) if rest < end else "")


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
    return person and not known and doc[at].lower_ in PARTISAN and not doc[at].is_sent_end


_HOUSES = frozenset(
    {"hospital", "infirmary", "clinic", "school", "college", "academy", "museum", "library",
     "theatre"}
)  # fmt: skip


# Before another rank or office: "Field Marshal".
_RANKS = frozenset(
    {"Field", "Air", "Rear", "Vice", "Major", "Lieutenant", "Brigadier", "Squadron", "Wing",
     "Fleet", "Flight", "Group", "Grand", "Crown", "Attorney", "Inspector", "Chief", "Deputy"}
)  # fmt: skip


def _is_title(doc: Doc, at: int, i: int, end: int) -> bool:
    plain = doc[i].lower_.rstrip(".")
    linked = i + 1 < end and doc[i + 1].lower_ in LINKS
    heads = plain == "head" and doc[i + 1 : i + 2].text == "of"  # "Head of Media"
    if plain not in nouns("roles") | nouns("titles") or linked:
        return False
    if plain in _NO_TITLES and not heads:
        return False
    return not _is_surname(doc, at, i, end)


def _is_surname(doc: Doc, at: int, i: int, end: int) -> bool:
    """Whether a title is part of a person's name: "Ines Abbot-Kerr", "minister Amit Shah"."""
    if i + 1 == end:
        called = i == at + 1 and at > 0 and is_office(doc[at - 1]) and doc[i].lower_ in _SURNAMES
        return i > at and (called or doc[i].lower_ in nouns("titles") - nouns("roles"))
    tied = doc[i + 1].text == "-" and not doc[i].whitespace_ and not doc[i + 1].whitespace_
    return tied and i + 2 < end and not is_portfolio(doc[i + 2])


def _says_which(token: Token) -> bool:
    word = token.lower_
    return any(map(is_common, (word, word.removesuffix("s"), word.removesuffix("ies") + "y")))


# Offices that persons are called by as well.
_SURNAMES = frozenset(
    {"shah", "king", "prince", "bishop", "dean", "marshal", "judge", "master", "reeve", "priest",
     "provost", "sheriff", "warden", "speaker", "steward", "pope", "captain", "constable", "sultan"}
)  # fmt: skip


def _describes(token: Token) -> bool:
    """A common noun that opens a sentence before a name: "Carmaker Aurel Motors"."""
    return opens(token) and (token.lower_.endswith("maker") or token.lower_ in nouns("descriptors"))
