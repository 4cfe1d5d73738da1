"""Who takes a side, or goes between: "the dockers are behind B", "a mediator met both sides".

Whoever does so is somebody with a will, however seldom the text speaks of him.
"""

from __future__ import annotations

from detente.reading.parsed import Token
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

_BEHIND = words("stand be remain stay rally line swing fall get unite come throw put lie move")
_BESIDE = words("stand stick side vote sympathise sympathize ally align stay")
_FOR = words("declare come speak plead campaign lobby root")
_ON = words("be come stand weigh find range land fall fight")
_SIDES = words("side behalf corner camp")
_GIVING = words("""
    throw lend give offer declare express voice pledge extend announce reaffirm promise proclaim""")
_SUPPORT = words("weight support backing solidarity sympathy voice help blessing allegiance")
_BACKED = words("back support champion endorse side second applaud arm bankroll finance fund train")
_ECHOING = words("do be have")
_ECHO = frozenset({"so", "as", "nor", "neither"})


def takes_side(head: Token) -> bool:
    """Whether what the subject headed by a token does is to take a side.

    >>> from detente.reading.page import phrase
    >>> [takes_side(phrase(text)[1]) for text in ("The dockers are behind us.", "The dogs ran.")]
    [True, False]
    """
    if head.dep_ in SUBJECTS:
        verb = head.head
        return _is_with(verb) or _gives(verb) or _echoes(verb) or _goes_between(verb)
    if head.dep_ != "pobj":
        return False
    above = head.head.head
    if head.head.lower_ == "by":
        return _is_backed(above)
    return head.head.lower_ in {"of", "from"} and _is_support(above)


def _is_with(verb: Token) -> bool:
    """As in "is behind", "stands by", "has declared for", "came down on the side of"."""
    if any(child.dep_ in {"dobj", "neg"} for child in verb.children):
        return False
    lemma = verb.lemma_
    for child in verb.children:
        place = child.lower_
        if child.dep_ not in {"prep", "prt", "advmod", "acomp"}:
            continue
        inner = [t for t in child.children if t.dep_ == "pobj"]
        if place == "behind" and lemma in _BEHIND and inner:
            return True
        if place in {"by", "with", "beside", "alongside"} and lemma in _BESIDE and inner:
            return lemma != "stand" or place != "with" or not _is_bare(inner[0])
        if place == "for" and lemma in _FOR and inner:
            return lemma != "come" or any(c.lower_ == "out" for c in verb.children)
        if place == "on" and lemma in _ON and any(t.lemma_ in _SIDES for t in inner):
            return True
    return False


def _is_bare(noun: Token) -> bool:
    """As "arms" in "stood with arms folded": no phrase of its own."""
    return noun.pos_ == "NOUN" and not any(c.dep_ in {"det", "poss"} for c in noun.children)


def _gives(verb: Token) -> bool:
    """As in "threw its weight behind", "declared its solidarity with"."""
    return verb.lemma_ in _GIVING and any(
        child.dep_ == "dobj" and child.lemma_ in _SUPPORT for child in verb.children
    )


def _echoes(verb: Token) -> bool:
    """As in "A backs B. So does C", "as has C"."""
    if verb.lemma_ not in _ECHOING:
        return False
    return any(child.lower_ in _ECHO and child.i < verb.i for child in verb.children) and any(
        child.dep_ in SUBJECTS and child.i > verb.i for child in verb.children
    )


def _is_support(noun: Token) -> bool:
    """As in "has the support of", "with the blessing of"."""
    had = noun.dep_ == "dobj" and noun.head.lemma_ in _HAVING
    return noun.lemma_ in _SUPPORT and (had or noun.head.lower_ == "with")


def _goes_between(verb: Token) -> bool:
    """As in "brought the two sides together", "offered to act as guarantors", "shuttles"."""
    if verb.lemma_ in _MEDIATING:
        return True
    inner = [child for child in verb.children if child.dep_ == "xcomp"]
    if verb.lemma_ in _OFFERING and any(c.lemma_ in _MEDIATING | {"act"} for c in inner):
        return True
    them = [child for child in verb.children if child.dep_ in {"dobj", "dative"}]
    them += [t for c in verb.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    return verb.lemma_ in _MEETING and any(
        child.lower_ in {"both", "two", "rival"} for t in them for child in t.children
    )


_MEDIATING = words("mediate shuttle arbitrate broker facilitate intercede conciliate")
_OFFERING = words("offer volunteer agree propose try")
_MEETING = words("bring call invite summon meet see visit get sit speak talk put carry")
_HAVING = words("have enjoy win draw receive get secure gain")


def _is_backed(verb: Token) -> bool:
    return verb.tag_ == "VBN" and verb.lemma_ in _BACKED
