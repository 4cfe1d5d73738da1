"""Verbs by which a side is taken: "is behind", "stands by", "threw its weight behind"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.syntax import NAMING, PLURAL, SUBJECTS
from detente.reading.tables import table
from detente.reading.wording import words

_BEHIND = words("stand be remain stay rally line swing fall get unite come throw put lie move")
_BESIDE = words("stand stick side vote sympathise sympathize ally align stay")
_FOR = words("declare come speak plead campaign lobby root")
_ON = words("be come stand weigh find range land fall fight line")
_UNITED = frozenset({"united", "firm", "foursquare", "solid"})
_FIRMLY = words("firmly squarely solidly fully foursquare wholly staunchly wholeheartedly")
SIDES = words("side behalf corner camp")
_GIVING = words("""
    throw lend give offer declare express voice pledge extend announce reaffirm promise proclaim""")
SUPPORT = words("weight support backing solidarity sympathy voice help blessing allegiance")
_ECHOING = words("do be have")
_ECHO = frozenset({"so", "as", "nor", "neither"})


def is_with(verb: Token) -> bool:
    """As in "is behind", "stands by", "has declared for", "came down on the side of".

    >>> from detente.reading.page import phrase
    >>> [is_with(phrase(text)[2]) for text in ("The dockers stand by us.", "The dockers ran by.")]
    [True, False]
    """
    if any(child.dep_ in {"dobj", "neg"} for child in verb.children):
        return False
    united = (c for c in verb.children if c.dep_ == "acomp" and c.lower_ in _UNITED)
    return any(
        _is_beside(verb, place, inner)
        for place in (*verb.children, *(c for one in united for c in one.children))
        if place.dep_ in {"prep", "prt", "advmod", "acomp"}
        for inner in place.children
        if inner.dep_ == "pobj"
    )


def _is_beside(verb: Token, place: Token, whom: Token) -> bool:
    lemma, word = verb.lemma_, place.lower_
    if lemma in {"be", "remain"} and word in {"with", "for"}:
        firm = any(c.lower_ in _FIRMLY for c in (*verb.children, *place.children))
        somebody = whom.tag_ == "NNS" or word == "with"
        return (firm and word == "with") or (_is_of_many(verb) and somebody and _is_whose(whom))
    if word == "behind":  # not "behind closed doors"
        given = place.i > verb.i and not _is_bare(whom) and whom.left_edge.lower_ not in {"a", "an"}
        return lemma in _BEHIND and (given or whom.pos_ == "PROPN")
    if word == "on":
        return lemma in _ON and _is_somebodys(whom)
    if word == "for":
        out = any(c.lower_ in {"out", "up"} for c in verb.children)
        return lemma in _FOR and (lemma not in {"come", "speak"} or out)
    beside = word in {"by", "with", "beside", "alongside"} and lemma in _BESIDE
    own = word == "with" and any(
        c.lower_ in _OWN for c in whom.lefts
    )  # "stands there with its face to the wall"
    return beside and not own and (lemma != "stand" or word != "with" or not _is_bare(whom))


_OWN = frozenset({"its", "their", "his", "her", "my", "our"})


def supports(verb: Token) -> bool:
    """As in "supports the nurses", "opposes the extension", "shares that view"."""
    if verb.lemma_ == "share":
        return any(child.dep_ == "dobj" and child.lemma_ in VIEWS for child in verb.children)
    return (
        verb.lemma_ in _BACKING
        and verb.tag_ != "VB"
        and any(child.dep_ == "dobj" for child in verb.children)
    )


_BACKING = words("back support bankroll sponsor oppose endorse")
VIEWS = words("""
    view opinion position formula reading assessment analysis concern worry stance verdict
    interpretation judgment judgement conviction conclusion fear suspicion anger""")


def takes_part(verb: Token) -> bool:
    """As in "have taken the keeper's part", "takes B's side"."""
    return verb.lemma_ == "take" and any(
        thing.dep_ == "dobj"
        and thing.lemma_ in {"part", "side"}
        and any(c.dep_ == "poss" and c.lower_ not in _OWN for c in thing.children)
        for thing in verb.children
    )


def _is_of_many(verb: Token) -> bool:
    """As in "The churches are …": no more is said than where they are."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    one = bool(own) and own[0].tag_ == "NN" and own[0].lemma_ in _BODIES
    more = any(child.dep_ in {"acomp", "attr", "dobj", "xcomp", "ccomp"} for child in verb.children)
    return bool(own) and (own[0].tag_ in PLURAL or one) and not more


_BODIES = (
    nouns("bodies")
    | nouns("unions")
    | nouns("societies")
    | words("""
    county town village valley island region district province parish state canton republic""")
)


def _is_whose(noun: Token) -> bool:
    """As "the strikers", "the League": somebody, and no matter."""
    definite = any(child.lower_ == "the" for child in noun.children)
    somebody = noun.tag_ == "NNS" or noun.lemma_ in nouns("officers")
    return noun.pos_ == "PROPN" or (definite and somebody)


def is_in_its_favour(verb: Token) -> bool:
    """As in "came out in support of B", "spoke on behalf of B"."""
    return any(
        noun.dep_ == "pobj" and noun.lower_ in FAVOURS and has_whom(noun)
        for place in verb.children
        if place.dep_ == "prep"
        and (place.lower_ in {"in", "on"} or (place.lower_ == "to" and verb.lemma_ in _COMING))
        for noun in place.children
    )


_COMING = words("come rush spring rally hurry leap fly")
FAVOURS = words("favour favor support solidarity sympathy defence defense aid behalf")


def has_whom(noun: Token) -> bool:
    """Whether it tells whose it is: "B's ally", "support for B"."""
    return any(c.dep_ == "poss" or c.lower_ in {"of", "with", "for"} for c in noun.children)


def is_said(verb: Token) -> bool:
    """As in "has thrown in its lot with B": by the table of relations."""
    rows = _phrases().get(verb.lemma_, ())
    if not rows:
        return False
    near = [*_clause(verb)]
    said = {word for token in near for word in (token.lower_, token.lemma_.lower())}
    places = {t.head.lower_ for t in near if t.dep_ == "pobj" and t.pos_ in NAMING}
    return any(
        others <= said and not places.isdisjoint(prepositions) for others, prepositions in rows
    )


_APART = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "nsubj", "parataxis"})


def _clause(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ not in _APART:
            yield child
            yield from _clause(child)


@cache
def _phrases() -> Mapping[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]:
    """Of each verb the other words of a phrase for taking sides, and what stands before whose."""
    found = defaultdict[str, list[tuple[frozenset[str], frozenset[str]]]](list)
    rows: Any = table("relations")["aligned"]["phrases"]
    for phrases, prepositions in rows:
        for phrase in phrases.split(","):
            verb, *others = phrase.split()
            if others:
                found[verb].append((frozenset(others), frozenset(prepositions.split())))
    return {verb: tuple(rows) for verb, rows in found.items()}


def _is_somebodys(noun: Token) -> bool:
    """As "the side of B", "B's side", "the other side": not "one side"."""
    whose = [c.lower_ for c in noun.children if c.dep_ == "poss" or c.lower_ in {"of", "other"}]
    if "of" in whose and len(whose) > 1:
        return False  # "on our side of the inlet"
    return noun.lemma_ in SIDES and bool(whose) and not {"nobody", "neither"} & {*whose}


def _is_bare(noun: Token) -> bool:
    """As "arms" in "stood with arms folded": no phrase of its own."""
    return noun.pos_ == "NOUN" and not any(c.dep_ in {"det", "poss"} for c in noun.children)


def gives(verb: Token) -> bool:
    """As in "threw its weight behind", "declared its solidarity with"."""
    return verb.lemma_ in _GIVING and any(
        child.dep_ == "dobj" and child.lemma_ in SUPPORT for child in verb.children
    )


def echoes(verb: Token) -> bool:
    """As in "A backs B. So does C", "as has C"."""
    if verb.lemma_ not in _ECHOING:
        return False
    return any(child.lower_ in _ECHO and child.i < verb.i for child in verb.children) and any(
        child.dep_ in SUBJECTS and child.i > verb.i for child in verb.children
    )


def by_siding(verb: Token) -> bool:
    """As in "surprised diplomats by siding with B"."""
    return any(
        inner.dep_ == "pcomp" and inner.tag_ == "VBG" and is_with(inner)
        for place in verb.children
        if place.dep_ == "prep"
        for inner in place.children
    )


def says_so(verb: Token) -> bool:
    """As in "has written to say that it stands with B", "have told B it can count on them"."""
    for inner in (c for t in (verb, *verb.children) for c in t.children if c.dep_ == "ccomp"):
        own = [c.lower_ for c in inner.children if c.dep_ in SUBJECTS]
        if own and own[0] in _ITSELF and (is_with(inner) or supports(inner)):
            return True
        counting = inner.lemma_ in {"count", "rely"} and verb.lemma_ in {"tell", "assure"}
        if counting and any(c.lower_ in {"it", "them"} for t in inner.children for c in t.children):
            return True
    return False


_ITSELF = frozenset({"it", "they", "he", "she"})
