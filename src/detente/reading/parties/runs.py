"""Proper names in a page: known ones by the gazetteer, unknown ones by their shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from detente.reading.page import is_common
from detente.reading.parsed import Doc, Token
from detente.reading.parties import (
    bracketed,
    foreign,
    gazetteer,
    homonyms,
    series,
    slogans,
    spelt_out,
)
from detente.reading.parties.bearers import without_roles
from detente.reading.parties.capitals import describes_land, seen_within
from detente.reading.parties.longer import has_organ, is_own_name, service_end
from detente.reading.parties.memberships import leads
from detente.reading.parties.names import (
    HEADS,
    KIN,
    LINKS,
    PARTICLES,
    POSSESSIVE,
    Name,
    nouns,
    text_of,
)
from detente.reading.parties.shapes import is_namely, is_small
from detente.reading.parties.styles import coined, styled
from detente.reading.syntax import BRANCHES

_QUOTES = frozenset({'"', "'", "“", "”", "‘", "’"})
_SYLLABLE = 6  # letters of the second syllable of a given name
_OPERATIVE = frozenset({"op", "operative"})
_ARTICLES = frozenset({"al", "el", "ul", "an", "ad"})  # before the hyphen of a surname
_PLURALS = frozenset({"People", "Children"})


def find(doc: Doc) -> list[Name]:
    """The names of a page, in order; none overlaps another.

    >>> from detente.reading.page import phrase
    >>> [name.text for name in find(phrase("The Unión Campesina por la Tierra met Ana Berg."))]
    ['Unión Campesina por la Tierra', 'Ana Berg']
    """
    seen = seen_within(doc)
    spelt = spelt_out.ends(doc)
    own = spelt_out.letters(
        doc, {at: end for at, end in spelt.items() if not _is_known(doc, at, end)}
    )
    known, found = seen | own, list[Name]()
    at = 0
    while at < len(doc):
        if not _may_begin(doc.tokens[at]):
            at += 1
            continue
        names = list(_names_from(doc, at, known, spelt))
        for name in names:
            if name.text in own:  # "the NPA" of the National Pharmacy Association
                found.append(replace(name, known=None))
            elif name.text:
                found.append(name)
        at = max([at + 1, *(name.end for name in names)])
    return found


def _may_begin(token: Token) -> bool:
    """Whether a name may begin with a token: with a capital, a figure or a small article."""
    first = token.text[:1]
    return first.isupper() or first.isdigit() or token.text in _ARTICLES or is_small(token)


def _is_known(doc: Doc, at: int, end: int) -> bool:
    """Whether a table has a name that stands there, whole."""
    match = gazetteer.longest(doc, at)
    return match is not None and match[0] == end


def _names_from(
    doc: Doc, at: int, seen: frozenset[str], spelt: Mapping[int, int]
) -> Iterator[Name]:
    token = doc[at]
    if _opens_surname(doc, at):  # "al-Basha Tibiq"
        end = _run(doc, at + 2, seen)
        yield Name(at, end, text_of(doc, at, end))
        return
    if token.text in _ARTICLES:
        return
    if homonyms.is_of_continent(doc, at + 1) and token.text.istitle():
        yield Name(at, at + 2, "")  # "South American"
        return
    if describes_land(doc, at):  # "Downstream Egypt"
        return
    match, full = gazetteer.longest(doc, at), styled(doc, at)
    match = full if full and (match is None or match[0] < full[0]) else match
    letters = bracketed.end_of(doc, at) or spelt.get(at) or coined(doc, at)
    letters = letters or slogans.end_of(doc, at) or spelt_out.wing_end(doc, at)
    if letters is not None and (match is None or match[0] < letters):
        yield Name(at, letters, text_of(doc, at, letters))
        return
    runs = is_namely(token, seen) or (match and leads(doc[min(match[0], len(doc) - 1)]))
    end = _numbered(doc, _run(doc, at, seen)) if runs else at
    if match and homonyms.is_state_to_be(doc, at, match[0]):
        yield Name(at, match[0], "")  # "a Palestinian state"
        return
    served = service_end(doc, match[0], match[1]) if match else None
    if match and (served is not None or not is_own_name(doc, at, match, end)):
        last = served or match[0] + has_organ(doc, match[0], match[1])
        yield Name(at, last, text_of(doc, at, last), match[1])
    elif end > at and not _is_common_title(doc, at, end):
        yield from without_roles(doc, at, end)


def _numbered(doc: Doc, end: int) -> int:
    """Where the name of a union's branch ends, with its figure: "Marine Workers Local 43"."""
    branch = end < len(doc) and doc[end - 1].text in BRANCHES
    return end + (branch and doc[end].text.isdigit())


def _is_of_many(word: str) -> bool:
    """Whether a plural has no "s": "Women", "Longshoremen"; not the town of Bremen.

    >>> _is_of_many("Lobstermen"), _is_of_many("Servicewomen"), _is_of_many("Bremen")
    (True, True, False)
    """
    small = word.casefold()
    men = small.endswith("women") or is_common(f"{small.removesuffix('men')}man")
    return word in _PLURALS or (small.endswith("men") and men)


def _opens_surname(doc: Doc, at: int) -> bool:
    """Whether a name of two words begins with a small article: "al-Basha Tibiq"."""
    if doc[at].text not in _ARTICLES or at + 3 >= len(doc) or doc[at + 1].text != "-":
        return False
    tight = not doc[at].whitespace_ and not doc[at + 1].whitespace_
    both = doc[at + 2].text.istitle() and doc[at + 3].text.istitle()
    return tight and both and not doc[at + 3].is_sent_start and gazetteer.longest(doc, at) is None


def _is_common_title(doc: Doc, at: int, end: int) -> bool:
    """Whether it is only respectful: "the Government", "the Federal Government", "the State".

    >>> from detente.reading.page import phrase
    >>> [name.text for name in find(phrase("The Federal Government met the Government of Oru."))]
    ['Government of Oru']
    """
    first = at
    while first and doc[first - 1].text in _OVER:
        first -= 1
    if not first or doc[first - 1].lower_ not in _BEFORE or doc[end - 1].text not in _RULERS:
        return False
    return all(token.text in _RULERS | _OVER for token in doc[at:end])


_RULERS = frozenset({"Government", "State", "Cabinet", "Ministry", "Treasury", "Police", "Army",
                     "Presidency", "Administration"})  # fmt: skip
_BEFORE = frozenset({"the", "his", "her", "its", "their", "my", "our"})
_OVER = frozenset({"Federal", "State", "National", "Central", "Union", "Provincial"})


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
    return foreign.end_of(doc, at, end)


def _joint(doc: Doc, at: int, end: int, *, linked: bool) -> int:
    """Where the name must go on if what stands at `end` joins it: "Workers' Union", "Bank of"."""
    token, last, rest = doc[end], doc[end - 1], end + 1
    if token.text in POSSESSIVE and rest < len(doc) and doc[rest].lower_ == "and":
        return rest + 1 if series.goes_on(doc, at, rest + 1, linked=linked) else end
    if token.text in POSSESSIVE and last.text in {"King", "Queen"} and doc[rest].text == "Bench":
        return rest
    if token.text in POSSESSIVE:
        plural = last.text.endswith("s") if len(token.text) == 1 else _is_of_many(last.text)
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
    if last in nouns("roles") or (end - at > 1 and _is_of_leader(doc, end)):
        return False
    of_land = last in _OF_LANDS and end - at == 1  # "the Community of Madrid"
    if not of_land and (last in nouns("parts") or last in nouns("government")):
        land = gazetteer.longest(doc, end + 1)
        return not linked and (land is None or _is_lettered(doc, end - 1, land[0]))
    if linked and doc[at].lower_ in nouns("parts"):
        return False
    if end - at > 1 and last in nouns("heads.company") - _OF_PLACES:
        return False  # "First Quantum Minerals of Toronto"
    heads = {last, doc[at].lower_}
    if last in _OF_MEMBERS | _OF_LANDS and end - at == 1:
        return True  # "House of Representatives", "Friends of the Valley"
    return (
        linked or any(heads & nouns(f"heads.{kind}") for kind in HEADS) or last in nouns("states")
    )


def _is_lettered(doc: Doc, party: int, end: int) -> bool:
    """As of "the Socialist Party of Albania (PS)", which is no party of Albania's alone."""
    return doc[party].text == "Party" and doc[end : end + 1].text == "("


def _is_of_leader(doc: Doc, of: int) -> bool:
    """Whether a political party is told of whose it is: "the National Party of Ilie Bolojan".

    >>> from detente.reading.page import phrase
    >>> said = (f"National Party of {one} said" for one in ("Ilie Bolojan", "Wales"))
    >>> [_is_of_leader(phrase(text), 2) for text in said]
    [True, False]
    """
    pair = doc[of + 1 : of + 3]
    if doc[of - 1].lower_ not in nouns("political") or len(pair) < 2 or doc[of].lower_ != "of":  # noqa: PLR2004
        return False
    named = all(one.text.istitle() and not is_common(one.lower_) for one in pair)
    ends = not doc[of + 3 : of + 4].text[:1].isupper()
    return named and ends and gazetteer.longest(doc, of + 1) is None


_OF_MEMBERS = frozenset(
    {"house", "chamber", "friends", "mothers", "sons", "daughters", "knights", "sisters", "order",
     "guardians", "defenders", "voice", "keepers"}
)  # fmt: skip
_OF_LANDS = frozenset({"community", "canton", "region"})
_OF_PLACES = frozenset({"bank", "company", "corporation", "group", "works", "grid", "post", "rail"})
