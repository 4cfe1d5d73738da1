"""How terms are set: the words that open a condition, and the verbs that promise or bar."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.grammar import WILL, word_before
from detente.reading.parsed import Token
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

FIRM = frozenset({"unless", "until", "till", "provided", "providing"})  # a bargain in any mood
OPEN = frozenset({"if", "once", "when", "before", "while", "should"})
_PROMISING = words("threaten vow pledge promise refuse offer agree decline undertake warn swear")
READY = frozenset({"ready", "willing", "prepared", "open", "happy", "content"})
TERMS = frozenset({"condition", "understanding", "proviso", "basis"})  # "on condition that"
_PARTS = frozenset({"advcl", "prep", "conj", "ccomp"})
OF_THINGS = words(  # verbs of exports and prices as of people: "Exports will not restart until"
    "restart resume begin start continue end stop remain stay reopen rise fall happen come go run "
    "flow last expire change"
)
OF_EVENTS = OF_THINGS - words("come go stay run remain return")  # no name of somebody ends


def promises(verb: Token) -> bool:
    """Whether somebody says himself what he will do: "threatened to", "is ready to", "will not".

    >>> from detente.reading.page import phrase
    >>> texts = ("Norland vowed to go.", "It is ready.", "It will not go.", "Norland went.")
    >>> [promises(phrase(text)[1:].root) for text in texts]
    [True, True, True, False]
    """
    ready = any(child.lower_ in READY for child in verb.children)
    denied = is_ahead(verb) and any(child.dep_ == "neg" for child in verb.children)
    return ready or denied or (verb.lemma_ in _PROMISING and verb.dep_ != "relcl")


def is_ahead(verb: Token) -> bool:
    """Whether it is told as to come: "will sign", "would sign"."""
    return any(child.lower_ in WILL for child in verb.children if child.dep_ == "aux")


def is_barred(verb: Token) -> bool:
    """As in "no deal is possible", "will not sign"."""
    parts = (part for child in verb.children for part in (child, *child.lefts))
    return any(part.dep_ == "neg" or part.lower_ in {"no", "nothing", "nobody"} for part in parts)


def is_as_long(mark: Token) -> bool:
    """As in "as long as their ships stay", which hangs on "long"."""
    return mark.lower_ == "as" and word_before(mark) in {"long", "soon"}


def is_after_only(mark: Token) -> bool:
    """As of "only if", "only once"."""
    return word_before(mark) == "only"


def _is_only_after(mark: Token) -> bool:
    return mark.lower_ == "after" and mark.dep_ == "mark" and is_after_only(mark)


def steps(verb: Token) -> Iterator[Token]:
    """The verb, and what is promised: "withdraw" of "threatened to withdraw"."""
    yield verb
    for inner in verb.children:
        if inner.dep_ in {"xcomp", "acomp"}:
            yield from steps(inner)


def marks(verb: Token) -> Iterator[Token]:
    """The words that open what it waits for.

    >>> from detente.reading.page import phrase
    >>> said = "Norland will not go until Sudmark pays", "It will go only after talks have begun"
    >>> [[mark.text for mark in marks(phrase(text)[:].root)] for text in said]
    [['until'], ['after']]
    """
    for part in verb.children:
        if part.lower_ in FIRM:
            yield part
        elif part.lower_ in {"long", "soon"}:
            yield from (mark for mark in part.subtree if is_as_long(mark))
        elif _is_a_moment(part) or _is_in_case(part):
            yield part
        elif part.dep_ in _PARTS:
            opening = (c for c in part.children if c.i < part.i)
            yield from (c for c in opening if c.lower_ in FIRM | OPEN or _is_only_after(c))
    for clause in verb.subtree:
        if clause.dep_ == "acl" and clause.head.lower_ in TERMS:  # "on condition that"
            yield from (c for c in clause.children if c.dep_ == "mark")


def _is_a_moment(part: Token) -> bool:
    """As "day" of "will walk out the day the order is signed"."""
    of_clause = any(child.dep_ in {"relcl", "acl"} for child in part.children)
    return part.lemma_ in _UNITS and part.dep_ in {"npadvmod", "dobj"} and of_clause


_UNITS = words("day hour minute moment instant morning second week")


def _is_in_case(part: Token) -> bool:
    """As "in" of "in case the school goes", "in return for safe passage"."""
    inner = next((c for c in part.children if c.dep_ == "pobj"), None)
    if part.lower_ != "in" or inner is None:
        return False
    swapped = inner.lower_ in {"return", "exchange"} and any(
        c.lower_ == "for" for c in inner.rights
    )
    return swapped or (inner.lower_ in {"case", "event"} and any(inner.rights))


def is_bargain(mark: Token) -> bool:
    """As in "provided the union goes", "on condition that it does": a bargain in any mood."""
    named = mark.head.dep_ == "acl" and mark.head.head.lower_ in TERMS
    return named or mark.lower_ in {"provided", "providing"}


def waits_for_somebody(mark: Token) -> bool:
    """As in "only if the firm pays", "once Norland pays"."""
    named = (c for c in mark.head.children if c.dep_ in SUBJECTS and c.pos_ == "PROPN")
    return is_after_only(mark) or any(True for _ in named)


def binds(mark: Token) -> bool:
    """Whether it is more than a time: "before they are paid", and no "before noon"."""
    return mark.lower_ in FIRM or mark.head.pos_ in {"VERB", "AUX"}
