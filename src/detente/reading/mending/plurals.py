"""What several do, by a verb that is written as a noun or an adverb is: "A and B back C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.syntax import FINITE, NAMING
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_VERBS = words("""
    back arm host claim bankroll fund support shelter aid police guard champion sponsor finance
    boycott sanction contest dispute control shield harbour fear oppose covet""")
_NAMES = frozenset({"NNP", "NNPS", "NNS", "DT", "CC", ",", "PRP$", "PDT"})
_OPENING_OBJECT = frozenset({"DT", "PRP$", "NNP", "NNPS", "PRP", "PDT"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis"})
_RELATIVES = frozenset({"WDT", "WP"})


def make_verb_of_many(tokens: Sequence[Token], token: Token) -> None:
    """Take for the verb of a clause what stands between several names and an object.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The United States and the Caribbean Community back Guyana.")
    >>> [(token.text, token.dep_) for token in doc if token.dep_ in {"nsubj", "ROOT", "dobj"}]
    [('States', 'nsubj'), ('back', 'ROOT'), ('Guyana', 'dobj')]
    >>> doc = phrase("Tarn Island, which Israel and Turkey claim, lies idle.")
    >>> [(token.text, token.tag_, token.dep_) for token in doc if token.lower_ == "claim"]
    [('claim', 'VBP', 'relcl')]
    >>> phrase("Norland and Tavia support groups were closed.")[3].tag_  # no object: a noun
    'NN'
    """
    if token.lower_ not in _VERBS or token.tag_ in FINITE or not token.i:
        return
    start = _opening(tokens, token.i)
    if start == token.i:
        return
    own = _top(tokens[token.i - 1], start, token.i)
    if own.pos_ not in NAMING:
        return
    if token.dep_ == "relcl" and tokens[start - 1].tag_ in _RELATIVES and own.head is token:
        token.tag_, token.pos_, own.dep_ = "VBP", "VERB", "nsubj"
        return
    end = _end(tokens, token.i)
    after = tokens[token.i + 1] if end > token.i + 1 else token
    if after.tag_ in _OPENING_OBJECT and not any(
        one.tag_ in FINITE for one in tokens[token.i + 1 : end]
    ):
        _hang(tokens, token, own, _top(after, token.i + 1, end), start)


def _opening(tokens: Sequence[Token], at: int) -> int:
    """Where the names of several open that end before a place; the place itself if none do."""
    start = at
    while start and not tokens[start].is_sent_start and tokens[start - 1].tag_ in _NAMES:
        start -= 1
    if start and not tokens[start].is_sent_start and tokens[start - 1].tag_ == "IN":
        comma = next((t.i for t in tokens[start:at] if t.text == ","), at)  # "In May, A and B"
        start = comma if tokens[start - 1].lower_ not in _MARKS else start
    while start < at and tokens[start].tag_ in {",", "CC"}:
        start += 1
    many = tokens[at - 1].tag_ in {"NNS", "NNPS"} or any(
        t.lower_ == "and" for t in tokens[start:at]
    )
    return start if many and tokens[at - 1].tag_ not in {",", "CC", "DT"} else at


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the clause ends."""
    for token in tokens[at + 1 :]:
        if token.is_sent_start or token.text in _STOPS or token.tag_ == "CC":
            return token.i
    return len(tokens)


def _top(token: Token, first: int, end: int) -> Token:
    """What a token hangs from within a span."""
    while token.head is not token and first <= token.head.i < end:
        token = token.head
    return token


def _hang(tokens: Sequence[Token], verb: Token, own: Token, thing: Token, start: int) -> None:
    """Hang the subject and the object on the verb, and the verb where the clause hung."""
    top = verb
    for one in (own, thing):
        if one.head is one or one.head not in (verb, own, thing):
            top = one
    if top.dep_ not in _CLAUSES or thing.pos_ not in NAMING or own.head.i < start:
        return
    edges = min(top.left_edge, verb.left_edge), max(top.right_edge, verb.right_edge)
    for one in tokens[edges[0].i : edges[1].i + 1]:
        within = start <= one.i < verb.i or (one.i > verb.i and one.dep_ not in {"punct", "cc"})
        if one.head in (own, thing) and one not in (own, thing, verb) and not within:
            one.head = verb
    if top is not verb:
        verb.head, verb.dep_ = (verb if top.head is top else top.head), top.dep_
    verb.tag_, verb.pos_ = "VBP", "VERB"
    verb.left_edge, verb.right_edge = edges
    own.head, own.dep_, own.left_edge, own.right_edge = (
        verb,
        "nsubj",
        tokens[start],
        tokens[verb.i - 1],
    )
    thing.head, thing.dep_, thing.left_edge = verb, "dobj", tokens[verb.i + 1]
    if thing.right_edge.is_punct and thing.right_edge is not thing:
        thing.right_edge = tokens[thing.right_edge.i - 1]


_MARKS = words("that while if because as since although though when whether whereas")
_STOPS = frozenset({",", ";", ".", ":", "!", "?", "–", "—"})
