"""Who takes a side, or goes between: "the dockers are behind B", "a mediator met both sides".

Whoever does so is somebody with a will, however seldom the text speaks of him.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from detente.reading.parsed import Token
from detente.reading.parties.gazetteer import table
from detente.reading.parties.going_between import goes_between
from detente.reading.parties.names import nouns
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

_BEHIND = words("stand be remain stay rally line swing fall get unite come throw put lie move")
_BESIDE = words("stand stick side vote sympathise sympathize ally align stay")
_FOR = words("declare come speak plead campaign lobby root")
_ON = words("be come stand weigh find range land fall fight")
_FIRMLY = words("firmly squarely solidly fully foursquare wholly staunchly wholeheartedly")
_SIDES = words("side behalf corner camp")
_GIVING = words("""
    throw lend give offer declare express voice pledge extend announce reaffirm promise proclaim""")
_SUPPORT = words("weight support backing solidarity sympathy voice help blessing allegiance")
_BACKED = words("""
    back support champion endorse side second applaud arm bankroll finance fund train equip prop
    subsidise subsidize sponsor shelter aid assist advise help""")
_ECHOING = words("do be have")
_ECHO = frozenset({"so", "as", "nor", "neither"})


def takes_side(head: Token) -> bool:
    """Whether what the subject headed by a token does is to take a side.

    >>> from detente.reading.page import phrase
    >>> [takes_side(phrase(text)[1]) for text in ("The dockers are behind us.", "The dogs ran.")]
    [True, False]
    """
    return any(map(_takes_side, _standing_for(head))) or _sides_with(head)


def _sides_with(head: Token) -> bool:
    """As in "A, which has no coast, sides with B", where the verb is taken for a noun."""
    if head.dep_ in {"pobj", "dobj"} or head.i + 1 >= len(head.doc):
        return False
    below = head.doc[head.i + 1 : head.right_edge.i]
    sides = [token for token in below if token.lower_ in {"side", "sides"}]
    told = any(token.pos_ == "NOUN" and token.nbor().lower_ == "with" for token in sides)
    return told and not any(token.i == token.left_edge.i + 1 for token in sides)


def _standing_for(head: Token) -> Iterator[Token]:
    """The token, what it is told with or counted by, and the relative pronoun that takes it up."""
    if head.lemma_ in _LEAGUES:
        return
    first = head
    while first.dep_ == "conj" and first.head is not first and first.pos_ in _NOMINAL:
        first = first.head
    yield first
    if first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lower_ in _SOME:
        yield first.head.head  # "most of the shops"
    for clause in head.children:
        if clause.dep_ == "relcl":
            yield from (c for c in clause.children if c.dep_ in SUBJECTS and c.lower_ in _WHO)


_LEAGUES = words("coalition alliance bloc axis camp")  # whoever leads them acts
_NOMINAL = frozenset({"NOUN", "PROPN"})
_WHO = frozenset({"who", "which", "that"})
_SOME = words(
    "most many some several all one two three four five half both few dozens group number"
)


def _takes_side(head: Token) -> bool:
    if head.dep_ in SUBJECTS:
        verb = head.head
        told = _is_with(verb) or _gives(verb) or _echoes(verb) or goes_between(verb)
        told = told or _says_so(verb) or _by_siding(verb)
        return told or _backs(verb) or _is_in_its_favour(verb) or _is_said(verb) or _is_called(head)
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


def _by_siding(verb: Token) -> bool:
    """As in "surprised diplomats by siding with B"."""
    return any(
        inner.dep_ == "pcomp" and inner.tag_ == "VBG" and _is_with(inner)
        for place in verb.children
        if place.dep_ == "prep"
        for inner in place.children
    )


def _says_so(verb: Token) -> bool:
    """As in "has written to say that it stands with B", "have told B it can count on them"."""
    for inner in (c for t in (verb, *verb.children) for c in t.children if c.dep_ == "ccomp"):
        own = [c.lower_ for c in inner.children if c.dep_ in SUBJECTS]
        if own and own[0] in _ITSELF and (_is_with(inner) or _backs(inner)):
            return True
        counting = inner.lemma_ in {"count", "rely"} and verb.lemma_ in {"tell", "assure"}
        if counting and any(c.lower_ in {"it", "them"} for t in inner.children for c in t.children):
            return True
    return False


_ITSELF = frozenset({"it", "they", "he", "she"})


def backs(head: Token) -> bool:
    """Whether it is on somebody's side in so many words, by whatever noun: "The insurers back B".

    >>> from detente.reading.page import phrase
    >>> [backs(phrase(text)[1]) for text in ("The insurers back them.", "The insurers said no.")]
    [True, False]
    """
    return any(map(_backs_somebody, _standing_for(head)))


def _backs_somebody(head: Token) -> bool:
    if head.dep_ in SUBJECTS:
        verb = head.head
        return _is_with(verb) or _backs(verb) or _gives(verb) or _is_in_its_favour(verb)
    return head.dep_ == "pobj" and head.head.lower_ == "by" and _is_backed(head.head.head)


def _is_with(verb: Token) -> bool:
    """As in "is behind", "stands by", "has declared for", "came down on the side of"."""
    if any(child.dep_ in {"dobj", "neg"} for child in verb.children):
        return False
    return any(
        _is_beside(verb, place, inner)
        for place in verb.children
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


def _backs(verb: Token) -> bool:
    """As in "supports the nurses", "backs the extension"."""
    return (
        verb.lemma_ in _BACKING
        and verb.tag_ != "VB"
        and any(child.dep_ == "dobj" for child in verb.children)
    )


_BACKING = words("back support bankroll sponsor")


def _is_of_many(verb: Token) -> bool:
    """As in "The churches are …": no more is said than where they are."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    more = any(child.dep_ in {"acomp", "attr", "dobj", "xcomp", "ccomp"} for child in verb.children)
    return bool(own) and own[0].tag_ in {"NNS", "NNPS"} and not more


def _is_whose(noun: Token) -> bool:
    """As "the strikers", "the League": somebody, and no matter."""
    definite = any(child.lower_ == "the" for child in noun.children)
    somebody = noun.tag_ == "NNS" or noun.lemma_ in nouns("officers")
    return noun.pos_ == "PROPN" or (definite and somebody)


def _is_in_its_favour(verb: Token) -> bool:
    """As in "came out in support of B", "spoke on behalf of B"."""
    return any(
        noun.dep_ == "pobj" and noun.lower_ in _FAVOURS and _has_whom(noun)
        for place in verb.children
        if place.dep_ == "prep"
        and (place.lower_ in {"in", "on"} or (place.lower_ == "to" and verb.lemma_ in _COMING))
        for noun in place.children
    )


_COMING = words("come rush spring rally hurry leap fly")
_FAVOURS = words("favour favor support solidarity sympathy defence defense aid behalf")


def _has_whom(noun: Token) -> bool:
    return any(c.dep_ == "poss" or c.lower_ in {"of", "with", "for"} for c in noun.children)


def _is_said(verb: Token) -> bool:
    """As in "has thrown in its lot with B": by the table of relations."""
    rows = _phrases().get(verb.lemma_, ())
    if not rows:
        return False
    near = [*_clause(verb)]
    said = {word for token in near for word in (token.lower_, token.lemma_.lower())}
    places = {t.head.lower_ for t in near if t.dep_ == "pobj" and t.pos_ in _NAMING}
    return any(
        others <= said and not places.isdisjoint(prepositions) for others, prepositions in rows
    )


_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
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


def _is_called(head: Token) -> bool:
    """As in "A, a close partner of B, …", "its ally A", "A has long been B's protector"."""
    return any(map(_has_whom, _kin_beside(head)))


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
        place.lower_ == "behind" or (place.lower_ in {"in", "on"} and inner.lemma_ in _SIDES)
        for place in places
        for inner in place.children
    )


_HOLDING = words("have know count find")


def _is_somebodys(noun: Token) -> bool:
    """As "the side of B", "B's side", "the other side": not "one side"."""
    whose = [c.lower_ for c in noun.children if c.dep_ == "poss" or c.lower_ in {"of", "other"}]
    return noun.lemma_ in _SIDES and bool(whose) and not {"nobody", "neither"} & {*whose}


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


_HAVING = words("have enjoy win draw receive get secure gain need lose")
_COUNTING = words("count rely depend lean")


def _is_backed(verb: Token) -> bool:
    return verb.tag_ == "VBN" and verb.lemma_ in _BACKED


_PLACED: Mapping[str, Callable[[Token], bool]] = {
    "by": _is_backed,
    "on": _is_counted_on,
    "upon": _is_counted_on,
    "in": _is_ally_had,
    "of": _is_support,
    "from": _is_support,
}
