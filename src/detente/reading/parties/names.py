"""Proper names in a page: known ones by the gazetteer, unknown ones by their shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from detente.reading.page import is_common, word
from detente.reading.parsed import Doc, Span, Token
from detente.reading.parties import gazetteer
from detente.reading.parties.gazetteer import Known
from detente.reading.syntax import SUBJECTS

HEADS = ("forum", "union", "group", "organisation", "company", "source", "place")
_OWN = frozenset({"company", "union", "group", "forum"})  # heads of names of their own
_LINKS = frozenset({"of", "for"})
PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "del", "da", "di", "dos", "das", "du", "la", "le", "al",
     "el", "ben", "bin", "bint", "ibn", "abu", "mac", "ter", "ten", "zu", "&"}
)  # fmt: skip
_QUOTES = frozenset({'"', "'", "“", "”", "‘", "’"})
_SYLLABLE = 5  # letters of the second syllable of a given name
_ARTICLES = frozenset({"al", "el", "ul", "an", "ad"})  # before the hyphen of a surname
_PLURALS = frozenset({"People", "Women", "Men", "Children", "Fishermen"})
_NO_TITLES = frozenset({"official", "member", "agent", "head", "party"})
_WORKERS = ("workers", "ists", "tion", "ment", "ness", "sion", "ance", "ments", "tions")
_POSSESSIVE = frozenset({"'", "'s"})
_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Name:
    """A run of tokens that names something; `known` says what, where the gazetteer has it."""

    start: int
    end: int
    text: str
    known: Known | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.text.split())

    def head(self, doc: Doc) -> Token:
        """The token that stands for the name in the parse."""
        return Span(doc, self.start, self.end).root


@cache
def nouns(kind: str) -> frozenset[str]:
    """The nouns of a kind, from the one table of them.

    >>> "ministry" in nouns("parts"), "court" in nouns("heads.forum")
    (True, True)
    """
    found = gazetteer.table("nouns")
    for part in kind.split("."):
        found = found[part]
    return frozenset(found["words"])


def head_kind(name: str) -> str | None:
    """What a name is the name of, by its head word.

    >>> head_kind("Sorrel Petroleum"), head_kind("Movement for the Liberation of Maru")
    ('company', 'group')
    >>> head_kind("Ines Holl") is None
    True
    """
    words = name.replace(" the ", " ").casefold().split()
    if len(words) > 2 and words[-2] in {"and", "&"} and words[-1].capitalize() in _KIN:  # noqa: PLR2004
        return "company"
    for link in ("of", "for", "in"):
        if link in words[1:]:
            words = words[: words.index(link, 1)]
    return next((kind for kind in HEADS if words[-1] in nouns(f"heads.{kind}")), None)


def find(doc: Doc) -> list[Name]:
    """The names of a page, in order; none overlaps another."""
    seen = _seen_within_sentences(doc)
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
    end = _run(doc, at, seen) if _namely(token, seen) else at
    if match and not _own_name(doc, at, match, end):
        last = match[0] + _has_organ(doc, match[0], match[1])
        yield Name(at, last, text_of(doc, at, last), match[1])
    elif end > at:
        yield from _without_roles(doc, at, end)


_ORGANS = frozenset(
    {"Commission", "Council", "Secretariat", "Assembly", "Parliament", "Government", "Cabinet"}
)


def _has_organ(doc: Doc, end: int, known: Known) -> bool:
    """Whether an organ is named by its body: "African Union Commission", "Scottish Government"."""
    if end >= len(doc) or doc[end].is_sent_start or doc[end].text not in _ORGANS:
        return False
    lone = end + 1 == len(doc) or not doc[end + 1].text[:1].isupper()
    return lone and doc[end + 1 : end + 2].text not in {"of", "for"} and not known.doubtful


def _own_name(doc: Doc, at: int, match: tuple[int, Known], end: int) -> bool:
    """Whether a known name only begins a longer one, such as that of a firm."""
    if end <= match[0]:
        return False
    if match[1].doubtful and doc[match[0]].text.istitle():
        return not _portfolio(doc[match[0]])
    kind = head_kind(text_of(doc, at, end))
    last = doc[end - 1].text.casefold()
    if last in nouns("civil") and match[1].sort == "demonym":
        return True  # "the British Museum"
    return kind in _OWN and last not in nouns("parts") and match[1].sort != "body"


def _run(doc: Doc, at: int, seen: frozenset[str]) -> int:
    end, linked = at + 1, False
    while end < len(doc):
        ahead = _ahead(doc, at, end, seen, linked=linked)
        if ahead == end:
            break
        linked = linked or any(token.lower_ in _LINKS for token in doc[end:ahead])
        end = ahead
    return end


def _is_given(doc: Doc, at: int, end: int) -> bool:
    """Whether a hyphen and a small letter go on with a given name: "Lee Han-jun"."""
    if end + 1 >= len(doc) or end - at < 2 or doc[end].text != "-":  # noqa: PLR2004 — family, given
        return False
    rest = doc[end + 1]
    tight = not doc[end - 1].whitespace_ and not doc[end].whitespace_
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
    if _namely(doc[end], seen):
        return end + 1
    if _is_given(doc, at, end):
        return end + 2
    if _is_dedicated(doc, at, end):
        return end + 1
    rest = _joint(doc, at, end, linked=linked)
    if rest < len(doc) and rest > end and _namely(doc[rest], seen):
        return rest + 1
    return end


def _joint(doc: Doc, at: int, end: int, *, linked: bool) -> int:
    """Where the name must go on if what stands at `end` joins it: "Workers' Union", "Bank of"."""
    token, last, rest = doc[end], doc[end - 1], end + 1
    if token.text in _POSSESSIVE and rest < len(doc) and doc[rest].lower_ == "and":
        return rest + 1 if _is_listed(doc, at, rest + 1, linked=linked) else end
    if token.text in _POSSESSIVE:
        plural = last.text.endswith("s") if len(token.text) == 1 else last.text in _PLURALS
        return rest if plural else end
    if token.text == "-" and not last.whitespace_ and not token.whitespace_:
        compound = linked and rest < len(doc) and doc[rest].text.islower()
        return rest + compound
    if token.lower_ in _LINKS and _takes_link(doc, at, end, linked=linked):
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
            doc[rest : rest + 1].text in _KIN or _is_listed(doc, at, rest, linked=linked)
        )
        return rest if joined else end
    return rest + (rest < len(doc) and doc[rest].lower_ in PARTICLES and doc[rest].is_lower)


def _is_listed(doc: Doc, at: int, rest: int, *, linked: bool) -> bool:
    """Whether "and" goes on within a name: "Ministry of Trade and Mines", "Rail and Port Union"."""
    if rest >= len(doc) or gazetteer.longest(doc, rest):
        return False
    if linked:
        return True
    trades = doc[rest - 2].text in _POSSESSIVE  # "the Nurses' and Midwives' Alliance"
    if (
        rest - at != 2 + trades
        or not at
        or doc[at - 1].lower_ != "the"
        or gazetteer.longest(doc, at)
    ):
        return False
    end = rest
    while end < len(doc) and doc[end].text[:1].isupper() and not doc[end].is_sent_start:
        end += 1
    if trades and end < len(doc) - 1 and doc[end].text in _POSSESSIVE:
        return doc[end + 1].text[:1].isupper()
    first = head_kind(doc[at].text) or doc[at].lower_ in _common()
    return not first and end > rest + 1 and head_kind(text_of(doc, rest, end)) in _SOCIETIES


_SOCIETIES = frozenset({"union", "organisation", "company"})
_KIN = frozenset(
    {"Sons", "Daughters", "Brothers", "Sisters", "Bros", "Partners", "Associates", "Company", "Co"}
)  # "Harrow and Sons"


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
    return (
        linked or any(heads & nouns(f"heads.{kind}") for kind in HEADS) or last in nouns("states")
    )


_OF_PLACES = frozenset({"bank", "company", "corporation", "group", "works", "grid", "post", "rail"})


def _without_roles(doc: Doc, at: int, end: int) -> Iterator[Name]:
    """A run without the titles and offices in it: what is before them, and who holds them."""
    while end - at > 1 and _describes(doc[at]):
        at += 1
    first = next((i for i in range(at, end) if _is_title(doc, i, end)), end)
    if first == end or head_kind(text_of(doc, at, end)) in {"company", "union", "organisation"}:
        yield Name(at, end, text_of(doc, at, end))
        return
    while first > at and (_portfolio(doc[first - 1]) or doc[first - 1].text == "-"):
        first -= 1
    if first > at:
        yield Name(at, first, text_of(doc, at, first))
    rest = first
    while rest < end and (_portfolio(doc[rest]) or doc[rest].text == "-"):
        rest += 1
    yield Name(rest, end, text_of(doc, rest, end) if rest < end else "")


def _is_title(doc: Doc, i: int, end: int) -> bool:
    plain = doc[i].lower_.rstrip(".")
    linked = i + 1 < end and doc[i + 1].lower_ in _LINKS
    return plain in nouns("roles") | nouns("titles") and plain not in _NO_TITLES and not linked


def _describes(token: Token) -> bool:
    """A common noun that opens a sentence before a name: "Carmaker Aurel Motors"."""
    return _opens(token) and (
        token.lower_.endswith("maker") or token.lower_ in nouns("descriptors")
    )


def _portfolio(token: Token) -> bool:
    plain = token.lower_.rstrip(".")
    return plain in nouns("portfolios") or plain in nouns("roles") or plain in nouns("titles")


def text_of(doc: Doc, start: int, end: int) -> str:
    """The words of a run as one would type them, on one line."""
    return " ".join(word(doc[start:end].text).split())


def _seen_within_sentences(doc: Doc) -> frozenset[str]:
    """Words that stand capitalised where no sentence starts, or before another that does."""
    within = frozenset(
        token.text
        for token in doc
        if token.text[:1].isupper() and not _opens(token) and token.pos_ in _NAMING
    )
    return within | {
        token.text
        for token in doc[: len(doc) - 1]
        if token.pos_ == "PROPN" and token.text.istitle() and _begins(token, within)
    }


def _begins(token: Token, within: frozenset[str]) -> bool:
    follower = token.nbor(1)
    plain = token.lower_ in _common() or token.lower_ in nouns("roles") | nouns("portfolios")
    return not plain and follower.text in within and follower.dep_ != "appos"


def _opens(token: Token) -> bool:
    if token.is_sent_start:
        return True
    before = token.nbor(-1)
    if before.tag_ == "POS":
        return False
    if before.text == "-":
        return bool(before.whitespace_)  # not of "SUD-Rail"
    return before.is_quote or before.is_space or before.text in {":", "(", "[", "|"}


def _namely(token: Token, seen: frozenset[str]) -> bool:
    text = token.text
    if not text[:1].isupper():
        return False
    if token.is_stop and (token.pos_ != "PROPN" or _opens(token)):
        return _is_given_name(token) or (_opens(token) and _is_paired(token))
    if token.lower_ in nouns("not_names"):
        return _is_named_all_the_same(token)
    return _may_name(token, seen)


def _may_name(token: Token, seen: frozenset[str]) -> bool:
    text = token.text
    if _is_tied(token):
        return True  # "Hallmere-Kline"
    if not _opens(token):
        return token.pos_ not in {"PRON", "DET", "ADP", "CCONJ", "SCONJ"}
    common = (
        token.lower_ in _common()
        or text.endswith(_WORKERS)
        or token.lower_ in _plain(token.doc)
        or (is_common(token.lemma_.casefold()) and not _acts_alone(token))
    )
    if text not in seen and common and not _capital_follows(token, seen):
        return False
    return token.pos_ == "PROPN" or text in seen or _is_foreign(token)


def _is_foreign(token: Token) -> bool:
    """Of "Seydou Maïga": no word of the language, and before another name."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    named = after.pos_ == "PROPN" and after.text.istitle() and not after.is_sent_start
    return named and token.text.istitle() and token.is_alpha and not is_common(token.lower_)


def _is_named_all_the_same(token: Token) -> bool:
    """Of "Northern Star", and of "Prof. Sunday Okeze"."""
    follower = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if not follower.text[:1].isupper():
        return False
    if token.i and token.nbor(-1).lower_.rstrip(".") in nouns("titles"):
        return True
    return token.lower_ in nouns("directions") and follower.lower_ not in nouns("not_names")


def _is_given_name(token: Token) -> bool:
    """Of "Per Astrup", "Will Hart", where no sentence begins: a small word that is a first name."""
    if token.text not in {"Per", "Will"} or _opens(token) or token.i + 1 >= len(token.doc):
        return False
    return token.nbor().text.istitle() and not token.nbor().is_stop


def _is_paired(token: Token) -> bool:
    """Of "First Quantum", which stands so within a sentence too."""
    following = token.nbor().text if token.i + 1 < len(token.doc) else ""
    return (token.text, following) in _pairs(token.doc)


@lru_cache(maxsize=2)
def _pairs(doc: Doc) -> frozenset[tuple[str, str]]:
    """Two words with capitals in a row, within a sentence; those of two pages are kept."""
    return frozenset(
        (one.text, other.text)
        for one, other in pairwise(doc)
        if one.text.istitle() and other.text[:1].isupper() and not _opens(one)
    )


def _is_tied(token: Token) -> bool:
    """Whether a hyphen ties it to another word with a capital."""
    after = token.doc[token.i + 1 : token.i + 3]
    tied = len(after) == 2 and after[0].text == "-" and after[1].text.istitle()  # noqa: PLR2004
    return tied and not token.whitespace_ and not after[0].whitespace_ and token.text.istitle()


def _acts_alone(token: Token) -> bool:
    """Whether one of that name does something: "Amazon dismissed two organisers"."""
    after = token.nbor()
    told = after.text == "," and token.i + 2 < len(token.doc) and after.nbor().lower_ in _ONE_OF
    one = token.lemma_.casefold() == token.lower_ and (told or not after.is_punct)
    return one and token.dep_ in SUBJECTS and token.head.lemma_ in nouns("acts")


_ONE_OF = frozenset({"the", "a", "an"})  # "Zephyr, the watchmaker that pays,"


@lru_cache(maxsize=2)
def _plain(doc: Doc) -> frozenset[str]:
    """The words that stand in small letters too; those of two pages are kept."""
    return frozenset(token.text for token in doc if token.is_lower)


@cache
def _common() -> frozenset[str]:
    """Nouns of bodies and people, which a sentence may open with without naming anybody."""
    kinds = ("parts", "firms", "bodies", "government", "people", "roles", "unions")
    found = frozenset[str]().union(*(nouns(kind) for kind in kinds))
    return found | {f"{word}s" for word in found | nouns("crowds")}


def _capital_follows(token: Token, seen: frozenset[str]) -> bool:
    """Whether it may begin a name: "Workers Party"; not of "Workers Norland will not send"."""
    follower = token.nbor(1) if token.i + 1 < len(token.doc) else token
    apart = token.text.endswith("s") and follower.text in seen and head_kind(follower.text) is None
    joined = follower.text[:1].isupper() and not apart
    return joined or follower.text in _POSSESSIVE or follower.lower_ in _LINKS
