"""Who takes a side, or goes between: "the dockers are behind B", "a mediator met both sides".

Whoever does so is somebody with a will, however seldom the text speaks of him.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from detente.reading.parsed import Token, remembered
from detente.reading.parties import siding
from detente.reading.parties.going_between import goes_between
from detente.reading.syntax import NOMINAL, SUBJECTS
from detente.reading.tables import table
from detente.reading.wording import words

_BACKED = words("""
    back support champion endorse side second applaud arm bankroll finance fund train equip prop
    subsidise subsidize sponsor shelter aid assist advise help""")


@remembered
def takes_side(head: Token) -> bool:
    """Whether what the subject headed by a token does is to take a side.

    >>> from detente.reading.page import phrase
    >>> [takes_side(phrase(text)[1]) for text in ("The dockers are behind us.", "The dogs ran.")]
    [True, False]
    """
    return any(map(_takes_side, _standing_for(head))) or _sides_with(head)


def _sides_with(head: Token) -> bool:
    """As in "A, which has no coast, sides with B", where the verb is taken for a noun."""
    if head.right_edge.i < head.i + 2 or head.dep_ in {"pobj", "dobj"}:
        return False
    if not head.sent.spelt(_SIDES):
        return False
    below = head.doc[head.i + 1 : head.right_edge.i]
    sides = [token for token in below if token.lower_ in _SIDES]
    told = any(token.pos_ == "NOUN" and token.nbor().lower_ == "with" for token in sides)
    return told and not any(token.i == token.left_edge.i + 1 for token in sides)


_SIDES = frozenset({"side", "sides"})


def _standing_for(head: Token) -> Iterator[Token]:
    """The token, what it is told with or counted by, and the relative pronoun that takes it up."""
    if head.lemma_ in _LEAGUES:
        return
    first = head
    while first.dep_ == "conj" and first.head is not first and first.pos_ in NOMINAL:
        first = first.head
    yield first
    if first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lower_ in _SOME:
        yield first.head.head  # "most of the shops"
    for clause in head.children:
        if clause.dep_ == "relcl":
            yield from (c for c in clause.children if c.dep_ in SUBJECTS and c.lower_ in _WHO)


_LEAGUES = words("coalition alliance bloc axis camp")  # whoever leads them acts
_WHO = frozenset({"who", "which", "that"})
_SOME = words(
    "most many some several all one two three four five half both few dozens group number"
)


def _takes_side(head: Token) -> bool:
    if head.dep_ in SUBJECTS:
        return any(asked(head.head) for asked in _BY_VERBS) or _is_called(head)
    if head.dep_ in {"dobj", "appos"} or any(True for _ in _kin_beside(head)):
        return _is_had(head) or _is_called(head)
    if head.dep_ != "pobj":
        return False
    asked = _PLACED.get(head.head.lower_)
    return asked is not None and asked(head.head.head)


def _is_counted_on(verb: Token) -> bool:
    """As in "B can count on A"."""
    return verb.lemma_ in _COUNTING


def _is_ally_had(noun: Token) -> bool:
    """As in "B has an ally in A"."""
    return noun.dep_ == "dobj" and noun.lemma_ in _kin() and noun.head.lemma_ in _HOLDING


def backs(head: Token) -> bool:
    """Whether it is on somebody's side in so many words, by whatever noun: "The insurers back B".

    >>> from detente.reading.page import phrase
    >>> [backs(phrase(text)[1]) for text in ("The insurers back them.", "The insurers said no.")]
    [True, False]
    """
    return any(map(_backs_somebody, _standing_for(head)))


def _backs_somebody(head: Token) -> bool:
    if head.dep_ in SUBJECTS:
        return any(asked(head.head) for asked in _IN_SO_MANY_WORDS)
    return head.dep_ == "pobj" and head.head.lower_ == "by" and _is_backed(head.head.head)


def _is_called(head: Token) -> bool:
    """As in "A, a close partner of B, …", "its ally A", "A has long been B's protector"."""
    return any(map(siding.has_whom, _kin_beside(head)))


def _kin_beside(head: Token) -> Iterator[Token]:
    """What it is called that tells whose ally or patron it is."""
    beside = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        beside.append(head.head)
    if head.dep_ in SUBJECTS and head.head.lemma_ in {"be", "remain"}:
        beside += [child for child in head.head.children if child.dep_ == "attr"]
    return (noun for noun in beside if noun.lemma_.lower() in _kin())


@cache
def _kin() -> frozenset[str]:
    return words(str(table("relations")["aligned"]["kin"])) | {"supplier"}


def _is_had(head: Token) -> bool:
    """As in "B has A behind it", "B has A on its side"."""
    verb = head.head
    if head.dep_ != "dobj" or verb.lemma_ not in _HOLDING:
        return False
    places = [c for t in (verb, head) for c in t.children if c.dep_ == "prep"]
    return any(
        place.lower_ == "behind" or (place.lower_ in {"in", "on"} and inner.lemma_ in siding.SIDES)
        for place in places
        for inner in place.children
    )


_HOLDING = words("have know count find")


def _is_support(noun: Token) -> bool:
    """As in "has the support of", "with the blessing of"."""
    had = noun.dep_ == "dobj" and noun.head.lemma_ in _HAVING
    return noun.lemma_ in siding.SUPPORT and (had or noun.head.lower_ == "with")


_HAVING = words("have enjoy win draw receive get secure gain need lose")
_COUNTING = words("count rely depend lean")


def _is_backed(verb: Token) -> bool:
    return verb.tag_ == "VBN" and verb.lemma_ in _BACKED


def _is_by_whom(verb: Token) -> bool:
    """As in "backed by A", "talks hosted by A", "a truce that was brokered by A"."""
    if _is_backed(verb):
        return True
    thing = next((c for c in verb.children if c.dep_ == "nsubjpass"), verb.head)
    talks = thing.lemma_.lower() in _TALKS and (thing is not verb.head or verb.dep_ in _TOLD)
    return verb.tag_ == "VBN" and talks and verb.lemma_ in _BROKERING


_TOLD = frozenset({"acl", "relcl"})
_TALKS = words("talk negotiation truce ceasefire deal agreement accord summit meeting mediation")
_BROKERING = words("broker mediate host lead chair facilitate convene sponsor moderate negotiate")
_PLACED: Mapping[str, Callable[[Token], bool]] = {
    "by": _is_by_whom,
    "on": _is_counted_on,
    "upon": _is_counted_on,
    "in": _is_ally_had,
    "of": _is_support,
    "from": _is_support,
}
_IN_SO_MANY_WORDS = (
    siding.is_with, siding.supports, siding.gives, siding.is_in_its_favour, siding.takes_part,
)  # fmt: skip
_BY_VERBS = (
    *_IN_SO_MANY_WORDS, siding.echoes, goes_between, siding.says_so, siding.by_siding,
    siding.is_said,
)  # fmt: skip
