"""Verbs by which a side is taken that the parser took for nouns or adverbs: "its dioceses back A".

With the words between who takes it and the verb, and with a name that was not in its training, the
parser may take "back", "side", "stand" and "lean" for something else. What stands where decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.edges import reach
from detente.reading.syntax import FINITE, NOUNS, PLURAL
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_WITH = {
    "side": words("with"), "stand": words("by with behind beside"), "lean": words("to towards"),
    "stick": words("by with"), "line": words("up"),
}  # fmt: skip
_DIRECT = words("back support oppose champion")
_TAGS = frozenset({"NN", "NNS", "RB", "IN", "JJ", "RP", "NNP"})
_PHRASE = frozenset(
    {"DT", "PDT", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "HYPH"}
)
_OBJECT = frozenset({"DT", "PRP$", "NNP", "NNPS", "PDT"})
_BREAKS = frozenset({";", ":", "—", "–"})
_APART = words("but while whereas though although because as that and")
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl"})
_FOLK = words("people police clergy most many some")
_OF = words("of in at from below above on across along")
_LONGEST = 24  # tokens from who takes a side to the verb


def make_verb(tokens: Sequence[Token], token: Token) -> None:
    """Take for the verb of its clause what stands between who takes a side and whose.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Three inland provinces, whose schools live on the port, back Kadar.")
    >>> [(t.text, t.dep_, t.head.text) for t in doc if t.text in ("provinces", "back", "Kadar")]
    [('provinces', 'nsubj', 'back'), ('back', 'ROOT', 'back'), ('Kadar', 'dobj', 'back')]
    >>> doc = phrase("The irrigation districts of the south side with the province.")
    >>> [(t.text, t.head.text) for t in doc if t.dep_ in ("nsubj", "pobj")]
    [('districts', 'side'), ('south', 'of'), ('province', 'with')]
    >>> phrase("The boats of the north went back the next day.")[6].tag_  # there is another verb
    'RB'
    """
    if token.tag_ not in _TAGS or not token.i or (lemma := _lemma(tokens, token)) is None:
        return
    one = token.lower_ != lemma
    doer = _doer(tokens, token, one=one)
    whom = _whom(tokens, token, lemma)
    if doer is None or whom is None or _has_verb(tokens, token):
        return
    first, last = _sentence(tokens, token)
    sentence = tokens[first : last + 1]
    kept = [(t.head, t.dep_, t.tag_, t.pos_, t.lemma_) for t in sentence]
    _hang(tokens, token, doer, whom, last)
    token.tag_, token.pos_, token.lemma_ = "VBZ" if one else "VBP", "VERB", lemma
    if not _is_tree(sentence):
        for word, was in zip(sentence, kept, strict=True):
            word.head, word.dep_, word.tag_, word.pos_, word.lemma_ = was
    reach(sentence)


def _lemma(tokens: Sequence[Token], token: Token) -> str | None:
    """The verb that it may be, by what stands next to it."""
    lemma = token.lower_.removesuffix("s")
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    if lemma in _WITH:
        return lemma if after.lower_ in _WITH[lemma] else None
    return lemma if lemma in _DIRECT and after.tag_ in _OBJECT else None


def _sentence(tokens: Sequence[Token], token: Token) -> tuple[int, int]:
    first, last = token.i, token.i
    while first and not tokens[first].is_sent_start:
        first -= 1
    while last + 1 < len(tokens) and not tokens[last + 1].is_sent_start:
        last += 1
    return first, last


def _opening(tokens: Sequence[Token], token: Token) -> int:
    """Where the clause opens: after a semicolon, or after ", but"."""
    at = token.i
    while at and not tokens[at].is_sent_start and token.i - at < _LONGEST:
        before = tokens[at - 1]
        comma = at > 1 and tokens[at - 2].text == ","
        opens = comma or (before.tag_ == "CC" and before.lower_ != "and")
        if before.text in _BREAKS or (before.lower_ in _APART and opens):
            return at
        at -= 1
    return at


def _doer(tokens: Sequence[Token], token: Token, *, one: bool) -> Token | None:
    """The noun at the head of the phrase that opens the clause, with only asides after it."""
    start = _opening(tokens, token)
    at = _phrase_end(tokens, start, token.i)
    doer = tokens[at - 1]
    if at == start or doer.tag_ not in NOUNS:
        return None
    many = doer.tag_ in PLURAL or doer.lower_ in _FOLK
    if tokens[at].lower_ == "and":
        many, at = True, _phrase_end(tokens, at + 1, token.i)
    return doer if many != one and _are_asides(tokens[at : token.i]) else None


def _phrase_end(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Where a phrase of a noun ends that begins at a place."""
    while at < stop and tokens[at].tag_ in _PHRASE:
        at += 1
    return at


def _are_asides(between: Sequence[Token]) -> bool:
    """Whether nothing but "of the south" and what commas part stands there."""
    if not between:
        return True
    outside, inside = [], False
    for token in between:
        if token.text == ",":
            inside = not inside
        elif not inside:
            outside.append(token)
    if inside:
        return False
    told = all(t.tag_ in _PHRASE or t.lower_ in _OF for t in outside)
    opens = between[0].text == "," or between[0].lower_ in _OF
    return told and opens and not any(t.tag_ in FINITE for t in outside)


def _whom(tokens: Sequence[Token], token: Token, lemma: str) -> list[Token] | None:
    """The phrase after the verb, or after its preposition."""
    start = token.i + 2 if lemma in _WITH else token.i + 1
    if lemma == "line" and start < len(tokens) and tokens[start].lower_ in {"with", "behind"}:
        start += 1
    found = list(tokens[start : _phrase_end(tokens, start, _sentence(tokens, token)[1] + 1)])
    while found and found[-1].tag_ not in NOUNS:
        found.pop()
    return found or None


def _has_verb(tokens: Sequence[Token], token: Token) -> bool:
    """Whether the clause has another finite verb after it, that no "and" or "which" opens."""
    for at in range(token.i + 1, min(len(tokens), token.i + _LONGEST)):
        other = tokens[at]
        if other.is_sent_start or other.text in _BREAKS | {","}:
            return False
        if other.tag_ in {"WDT", "WP", "CC", "WRB"} or other.lower_ in _APART:
            return False
        if other.tag_ in FINITE:
            return True
    return False


def _hang(tokens: Sequence[Token], verb: Token, doer: Token, whom: list[Token], last: int) -> None:
    start = _opening(tokens, verb)
    _place(tokens, verb, start)
    _part(tokens, verb, doer, start)
    for one in tokens[verb.i + 1 : last + 1]:
        if start <= one.head.i < verb.i:
            one.head = verb
    doer.head, doer.dep_ = verb, "nsubj"
    thing, place = whom[-1], tokens[whom[0].i - 1]
    for one in whom[:-1]:
        if one.head not in whom:
            one.head = thing
    if place is verb:
        thing.head, thing.dep_ = verb, "dobj"
    else:
        place.head, place.dep_ = verb, "prep"
        thing.head, thing.dep_ = place, "pobj"
    if place.i == verb.i + 2:  # "line up with"
        tokens[verb.i + 1].head, tokens[verb.i + 1].dep_ = verb, "prt"


def _place(tokens: Sequence[Token], verb: Token, start: int) -> None:
    """Hang the verb where its clause hung, and another verb of the same subject on it."""
    top = tokens[start]
    while top.head is not top and top.head.i >= start:
        top = top.head
    above = top.head if top.head.i < start else None
    dep = top.dep_ if top.dep_ in _CLAUSES else "conj"
    if top.i > verb.i and top.pos_ in {"VERB", "AUX"}:
        top.head, top.dep_ = verb, "conj"
    elif top.i > verb.i:
        top.head = verb
    while above is not None and above.pos_ not in {"VERB", "AUX"} and above.head is not above:
        above = above.head
    verb.head, verb.dep_ = (verb, "ROOT") if above is None else (above, dep)


def _part(tokens: Sequence[Token], verb: Token, doer: Token, start: int) -> None:
    """Hang on who takes a side, or on the last noun before the verb, what hung on the verb."""
    last, within = tokens[verb.i - 1], -1
    for one in tokens[start : verb.i]:
        torn = one.tag_ == "IN" and one.right_edge.i >= verb.i
        if doer.i < one.i and (torn or one.lower_ == "and"):
            within = one.i
    for one in tokens[start : verb.i]:
        if one is doer or (one.head is not verb and start <= one.head.i < verb.i):
            continue
        inner = within >= 0 and one.i > within
        if one is last and inner:
            joined = tokens[within].tag_ == "CC"
            one.head, one.dep_ = (doer, "conj") if joined else (tokens[within], "pobj")
        else:
            one.head = last if inner else doer
            one.dep_ = "prep" if one.tag_ == "IN" else one.dep_


def _is_tree(sentence: Sequence[Token]) -> bool:
    """Whether each word hangs from one root, and from none of its own."""
    for token in sentence:
        above, steps = token, 0
        while above.head is not above:
            above, steps = above.head, steps + 1
            if steps > len(sentence):
                return False
    return sum(token.head is token for token in sentence) == 1
