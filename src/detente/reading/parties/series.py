"""Lists within names: "the Nurses' and Midwives' Alliance", "Ministry of Health and Welfare"."""

from __future__ import annotations

from functools import cache

from detente.reading.page import is_word
from detente.reading.parsed import Doc, Token
from detente.reading.parties import gazetteer
from detente.reading.parties.appositions import is_body
from detente.reading.parties.names import POSSESSIVE, head_kind, nouns, text_of


def goes_on(doc: Doc, at: int, rest: int, *, linked: bool) -> bool:
    """Whether "and" goes on within a name: "Ministry of Trade and Mines", "Rail and Port Union"."""
    if rest >= len(doc) or gazetteer.longest(doc, rest):
        return False
    if linked or _is_one_body(doc, at, rest):
        return True
    trades = doc[rest - 2].text in POSSESSIVE  # "the Nurses' and Midwives' Alliance"
    if (
        rest - at - trades not in _ONE_TO_THREE
        or not at
        or doc[at - 1].lower_ != "the"
        or gazetteer.longest(doc, at)
    ):
        return False
    end = rest
    while end < len(doc) and doc[end].text[:1].isupper() and not doc[end].is_sent_start:
        end += 1
    if trades and end < len(doc) - 1 and doc[end].text in POSSESSIVE:
        return doc[end + 1].text[:1].isupper()
    before = [token.lower_ for token in doc[at : rest - 1]]
    first = any(head_kind(word) in _SOCIETIES - {"company"} or word in _whole() for word in before)
    return not first and end > rest + 1 and head_kind(text_of(doc, rest, end)) in _SOCIETIES


def _is_one_body(doc: Doc, at: int, rest: int) -> bool:
    """Whether two plain words name one body: "the foundation Bread and Roses"."""
    before = doc[at - 1 - (doc[at - 1].text == ",")] if at > 1 else doc[at]
    ends = rest + 1 == len(doc) or not doc[rest + 1].text[:1].isupper()
    if rest - at != 2 or not ends or before.tag_ != "NN" or not is_body(before):  # noqa: PLR2004
        return False
    return all(one.text.istitle() and is_word(one.lower_) for one in (doc[at], doc[rest]))


def end_of(doc: Doc, at: int, comma: int) -> int | None:
    """Where a name with a list in it ends: "the Medical Practitioners, Chemists and Nurses Union".

    So do a ministry's fields; but no list of names, of which only the last would be a union's.
    """
    if doc[comma].text != "," or not at or doc[at - 1].lower_ != "the":
        return None
    place, joined = comma, False
    fields = doc[at].lower_ in nouns("parts") and doc[at + 1].lower_ in {"of", "for"}
    if not fields and any(map(_is_body, doc[at:comma])):
        return None
    while place < len(doc) and not doc[place].is_sent_start:
        token = doc[place]
        if token.text[:1].isupper():
            if gazetteer.longest(doc, place):
                return None
            if not joined and _is_body(token):
                return None
        elif joined or token.text not in _LISTING:
            break
        joined |= token.lower_ in _AND
        place += 1
    last = doc[place - 1].lower_
    ends = fields or (head_kind(last) in _SOCIETIES and not last.endswith("s"))
    return place if joined and ends and last not in _LISTING else None


def _is_body(token: Token) -> bool:
    """Whether it is the head of a name by itself: the Greens, a council; no trade, "Nurses"."""
    kind = head_kind(token.lower_)
    return kind in _BODIES or (kind == "union" and not token.lower_.endswith("s"))


_BODIES = frozenset({"organisation", "group"})
_AND = frozenset({"and", "&"})
_LISTING = frozenset({",", "and", "&"})
_SOCIETIES = frozenset({"union", "organisation", "company"})
_ONE_TO_THREE = range(2, 5)  # words, and "and": "the International Boundary and Water Commission"


@cache
def _whole() -> frozenset[str]:
    """Nouns that stand for somebody alone: what "and" joins to them is somebody else."""
    kinds = ("parts", "bodies", "government", "roles", "unions", "legislatures")
    return frozenset[str]().union(*(nouns(kind) for kind in kinds))
