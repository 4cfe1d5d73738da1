"""Whether a clause is negated.

For what somebody wants (`is_negated`) also by "agree to no plan", "on no account", or by the "not"
of the verb that it is joined to; for what happened (`negative`) by its own words alone.
"""

from __future__ import annotations

from detente.reading.parsed import Token, remembered
from detente.reading.syntax import OBJECTS, SUBJECTS, first, modal
from detente.reading.wording import words

NEGATIVES = frozenset(
    {"no", "not", "n't", "nt", "never", "nobody", "none", "nothing", "neither", "nor", "hardly",
     "nowhere", "scarcely"}
)  # fmt: skip
_ARGUMENTS = SUBJECTS | OBJECTS
_NOMINAL = _ARGUMENTS | {"attr"}
_NEGATIVE_SUBJECTS = NEGATIVES - {"not", "never", "n't", "nt"}


@remembered
def is_negated(verb: Token) -> bool:
    """Whether the clause is negated: by "not", "never", or "no" at its subject or object."""
    negatives = (c for c in verb.children if c.dep_ == "neg" or c.lower_ in NEGATIVES)
    if any(child.dep_ != "conj" for child in negatives):  # not "a seat and nothing less"
        return True
    own = [child for child in verb.children if child.dep_ in _NOMINAL]
    if any(_is_no_phrase(noun) for noun in own) or any(map(_is_never, verb.children)):
        return True
    if _follows_nor(verb) or _is_quoted_not(verb) or _is_not_something(verb):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and not own:
        return any(child.dep_ == "neg" for child in verb.head.children) and modal(verb) is not None
    return False


def _is_quoted_not(verb: Token) -> bool:
    """As in "was “not on the agenda”", where the quotation begins with the negation.

    >>> from detente.reading.page import phrase
    >>> [is_negated(phrase(text)[2]) for text in ('A cut was "not on the agenda".',
    ...                                           'A cut was "not only dear".')]
    [True, False]
    """
    if verb.lemma_ != "be" or verb.i + 3 >= len(verb.doc) or not verb.nbor().is_quote:
        return False
    return verb.nbor(2).lower_ in {"not", "never"} and verb.nbor(3).lower_ not in _MERELY


def _is_not_something(verb: Token) -> bool:
    """As "accept" of "That is not something that we will accept", "pay" of "no price we can pay".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("That is not something that we will accept.")
    >>> [token for token in doc if token.tag_ == "VB" and is_negated(token)]
    [accept]
    """
    if verb.dep_ != "relcl":
        return False
    thing, doer = verb.head, first(verb, "nsubj")
    ours = doer is not None and doer.lower_ in {"we", "i"} and modal(verb) is not None
    held = thing.lower_ == "something" or (ours and thing.dep_ == "attr")
    being = thing.head if held and thing.head.lemma_ == "be" else None
    return being is not None and any(c.dep_ == "neg" for c in being.children)


_MERELY = frozenset({"only", "just", "merely"})


def _follows_nor(verb: Token) -> bool:
    """As "let" of "will neither grant them work nor let them build"."""
    if verb.dep_ != "conj" or verb.i == 0 or verb.doc[verb.i - 1].lower_ != "nor":
        return False
    bare = verb.tag_ in {"VB", "VBN", "VBD"}  # "has neither endorsed nor condemned it"
    return bare and any(c.lower_ == "neither" for c in verb.head.children)


def _is_never(child: Token) -> bool:
    """As in "under no circumstances", "no longer", "agree to no plan", "take part in no talks"."""
    taking = child.lower_ == "in" and child.head.lemma_ in {"take", "participate", "engage"}
    next_to = child.lower_ == "to" and child.i == child.head.i + 1
    if child.dep_ == "prep" and (next_to or taking):
        noun = first(child, "pobj")
        return noun is not None and _is_no_phrase(noun)
    if child.dep_ == "prep" and child.lower_ in {"under", "on", "in", "at", "by"}:
        noun = first(child, "pobj")
        return noun is not None and noun.lemma_ in _NEVER and _is_no_phrase(noun)
    return child.lower_ == "longer" and any(left.lower_ == "no" for left in child.children)


_NEVER = words(
    "table circumstance condition account way mean means price event case point stage time"
)


def _is_no_phrase(noun: Token) -> bool:
    """As "one dollar" of "not one dollar", "support" of "no more support"."""
    lefts = [child for child in noun.children if child.i < noun.i]
    lefts += [inner for child in lefts if child.dep_ in _COUNTING for inner in child.children]
    if any(child.lower_ in {"but", "except"} and child.dep_ == "prep" for child in noun.children):
        return False  # "trust nobody's numbers but our own"
    return (
        noun.lower_ in _NEGATIVE_SUBJECTS
        or any(c.lower_ in _NEGATIVE_SUBJECTS and c.dep_ != "appos" for c in noun.children)
        or any(child.lower_ in {"not", "no"} for child in lefts)  # "not one dollar"
    )


_COUNTING = frozenset({"nummod", "det", "amod", "advmod", "quantmod", "neg"})


def negative(verb: Token) -> bool:
    """Whether the clause itself is negated: by a particle, its subject or its object.

    >>> from detente.reading.page import phrase
    >>> verbs = phrase("Nobody paid.")[1], phrase("Norland agreed to no plan.")[1]
    >>> [(negative(verb), is_negated(verb)) for verb in verbs]
    [(True, True), (False, True)]
    """
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in {"never", "nor", "neither", "hardly"}:
            return True
        if child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
            return True
        if child.dep_ in _ARGUMENTS and (
            child.lower_ in _NEGATIVE
            or any(t.lower_ in _NEGATIVE for t in child.children if t.dep_ in {"det", "preconj"})
        ):
            return True
    return False


_NEGATIVE = frozenset({"no", "neither", "nobody", "none", "nothing", "nor"})
