"""Known names that only begin longer ones, and what a body's name is followed by."""

from __future__ import annotations

from functools import lru_cache

from detente.reading.page import is_common
from detente.reading.parsed import Doc, Token
from detente.reading.parties import gazetteer
from detente.reading.parties.cast import RULED, is_title, office_before
from detente.reading.parties.gazetteer import Known
from detente.reading.parties.memberships import called
from detente.reading.parties.names import head_kind, nouns, text_of
from detente.reading.parties.posts import is_portfolio
from detente.reading.parties.shapes import common
from detente.reading.syntax import NOMINAL, SUBJECTS

_OWN = frozenset({"company", "union", "group", "forum"})  # heads of names of their own
_ORGANS = frozenset(
    {"commission", "council", "secretariat", "assembly", "parliament", "government", "cabinet"}
)


def has_organ(doc: Doc, end: int, known: Known) -> bool:
    """Whether an organ is named by its body: "African Union Commission", "Scottish Government".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The African Union Commission refused.")
    >>> has_organ(doc, 3, gazetteer.longest(doc, 1)[1])
    True
    """
    if end >= len(doc) or doc[end].is_sent_start or not doc[end].text.istitle():
        return False
    if doc[end].lower_ not in _ORGANS:
        return False
    lone = end + 1 == len(doc) or not doc[end + 1].text[:1].isupper()
    return lone and doc[end + 1 : end + 2].text not in {"of", "for"} and not known.doubtful


def service_end(doc: Doc, end: int, known: Known) -> int | None:
    """Where a state's own service ends, named by it.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The Philippine Coast Guard refused.")
    >>> service_end(doc, 2, gazetteer.longest(doc, 1)[1])
    4
    """
    if known.doubtful or known.type not in RULED:
        return None
    for last in range(min(end + _LONGEST_SERVICE, len(doc)), end, -1):
        words = doc[end:last]
        named = all(token.text[:1].isupper() or token.text == "-" for token in words)
        if named and text_of(doc, end, last).casefold() in nouns("services"):
            lone = last == len(doc) or not doc[last].text[:1].isupper() or doc[last].is_sent_start
            return last if lone else None
    return None


_LONGEST_SERVICE = 4  # tokens: "Self-Defense Forces"


def is_own_name(doc: Doc, at: int, match: tuple[int, Known], end: int) -> bool:
    """Whether a known name only begins a longer one, such as that of a firm.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The Vienna Medical University closed.")
    >>> is_own_name(doc, 1, gazetteer.longest(doc, 1), 4)
    True
    >>> doc = phrase("The Vienna Government refused.")
    >>> is_own_name(doc, 1, gazetteer.longest(doc, 1), 3)
    False
    """
    if end <= match[0]:
        return False
    if match[1].doubtful and doc[match[0]].text.istitle():
        return not is_portfolio(doc[match[0]])
    if match[0] == at + 1 and match[1].sort in {"name", "capital"} and _is_person(doc, at, end):
        return True
    kind = head_kind(text_of(doc, at, end))
    last = doc[end - 1].text.casefold()
    if _is_of_its_own(doc, match, end, kind) or _is_branch(doc, match, end):
        return True
    whole = match[1].sort == "body" and match[1].type != "province"
    if last == "party" and match[1].sort == "name":  # "the Pakistan Peoples Party"
        return end - match[0] > 1
    return kind in _OWN and last not in nouns("parts") and not whole


def _is_of_its_own(doc: Doc, match: tuple[int, Known], end: int, kind: str | None) -> bool:
    """Whether a body of its own goes by a land or a town: "the Irish Aviation Authority"."""
    last, long = doc[end - 1].text.casefold(), end - match[0] > 1
    if match[1].type in RULED and called(text_of(doc, match[0], end)):
        return True  # "Scottish Labour"
    if match[1].sort == "demonym":  # "the British Museum", "the English Montreal School Board"
        own = last in nouns("civil") or (last in _AGENCIES and long)
        own = own or (kind in {"organisation", "union"} and _is_of_many(doc, match[0], end))
        return own or _is_titled(doc, match[0] - 1, end)
    if match[1].sort == "name" and long and _is_titled(doc, match[0] - 1, end):
        return True
    if match[1].sort == "name" and last in _AGENCIES:  # "the Panama Canal Authority"
        return long and (last == "authority" or not is_portfolio(doc[match[0]]))
    if last == "council" and doc[end - 2].text.casefold() in _MUNICIPAL and long:
        return True  # "Dublin City Council"
    towns = match[1].sort in {"name", "capital"} and kind == "organisation"
    return towns and last not in nouns("parts") | nouns("government") | _ORGANS


def _is_of_many(doc: Doc, at: int, end: int) -> bool:
    """Whether people stand before a body's noun: "the Irish South Coast Fish Producers' Union".

    >>> from detente.reading.page import phrase
    >>> _is_of_many(phrase("the Irish Milk Producers' Organisation"), 2, 6)
    True
    """
    return any(
        one.text in {"'", "'s"} and doc[one.i - 1].lower_.rstrip("s").endswith(_PEOPLE)
        for one in doc[at + 1 : end]
    )


_PEOPLE = ("er", "or", "men", "ist", "ian", "nurse", "tenant", "resident", "student", "parent")


def _is_titled(doc: Doc, at: int, end: int) -> bool:
    """Whether a land and plain nouns are a name: "Danish Industry", "Malta Public Transport".

    Not of what a state has: "the French Senate", "Russian Troops".
    """
    noun = doc[end - 1]
    if end - at > _LONGEST_SERVICE or not all(map(_is_plain, doc[at + 1 : end])):
        return False
    states = any({noun.lower_, noun.lemma_.casefold()} & nouns(kind) for kind in _OF_STATES)
    return not states and noun.pos_ in NOMINAL and text_of(doc, at, end) in _subjects(doc)


def _is_plain(word: Token) -> bool:
    plain = word.text == word.lower_.capitalize() and is_common(word.lower_)
    return plain and word.lower_ not in nouns("roles") | nouns("titles")


_OF_STATES = (
    "parts", "government", "legislatures", "people", "crowds", "services", "organs_of_states"
)  # fmt: skip


def _is_branch(doc: Doc, match: tuple[int, Known], end: int) -> bool:
    """Whether a firm's name begins another's, who does something: "Gazprom Neft refused".

    Not of "Boeing Chief Executive Ana Berg", nor of what a firm makes.
    """
    if match[1].type not in {"company", "organisation"} or match[1].sort == "demonym":
        return False
    rest = doc[match[0] : end]
    land = gazetteer.longest(doc, match[0])  # "Greenpeace Norway"
    if match[1].type == "organisation" and (land is None or land[0] != end):
        return False
    if any(not one.text.istitle() or is_portfolio(one) for one in rest):
        return False
    return text_of(doc, match[0] - 1, end) in _subjects(doc)


@lru_cache(maxsize=2)
def _subjects(doc: Doc) -> frozenset[str]:
    """The words with capitals in a row that do something; those of two pages are kept."""
    found = set[str]()
    for token in doc:
        acts = token.dep_ in SUBJECTS or (token.dep_ == "ROOT" and token.pos_ == "PROPN")
        if acts and token.text[:1].isupper() and token.i:
            end = token.i + 1
            end += end < len(doc) and doc[end].text.istitle() and doc[end].head is token
            for first in reversed(doc[max(0, token.i - _LONGEST_SERVICE + 1) : token.i]):
                if not first.text[:1].isupper():
                    break
                found.add(text_of(doc, first.i, end))
    return frozenset(found)


_MUNICIPAL = frozenset({"city", "county", "town", "borough", "district", "municipal", "parish"})
_AGENCIES = frozenset({"authority", "board", "agency", "corporation", "bureau", "service"})


def _is_person(doc: Doc, at: int, end: int) -> bool:
    """Whether a first name is a capital's too: "Arlen's premier, Sofia Renn, said"."""
    if end != at + 2 or gazetteer.longest(doc, at + 1) or is_portfolio(doc[at + 1]):
        return False
    last = doc[at + 1].lower_
    kinds = (
        nouns("parts") | nouns("government") | nouns("roles") | nouns("people") | nouns("bodies")
    )
    if last in kinds or head_kind(text_of(doc, at, end)) or last in common():
        return False
    return office_before(doc, at) is not None or (at > 0 and is_title(doc[at - 1]))
