"""Verbs of a list that the parser takes for nouns: "Tavia reserves the right", "Ubara rejects".

With a name that was not in its training the parser may take the verb for the head of a compound.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.mending import unverbed
from detente.reading.mending.rejoining import goes_on
from detente.reading.syntax import BRANCHES, FINITE, NAMING
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_VERBS = words("""
    begs faults retorts reckons accepts accuses administers aids alleges answers appeals
    argues arms asks backs balks bankrolls bans bars bases blames blocks boycotts brokers calls
    champions charges cites advocates counsels recommends favours favors pursues concedes objects
    consents claims complains condemns considers contests controls counters criticises criticizes
    declines delays demands denies denounces deplores dismisses disputes doubts fears fights
    finances fortifies funds guards hails halts hopes hosts houses insists intends invokes labels
    leans lists maintains mediates offers opposes plans pledges points polices presses promises
    proposes protests pushes questions rebuffs refuses refutes regards rejects repeats replies
    requests reserves resists rests rules seeks shares shelters shuns sides slams snubs sponsors
    spurns stakes stands subsidises supplies supports suspects sympathises sympathizes taxes
    threatens trains urges vetoes views vows wants warns welcomes wishes withdraws""")
_AFTER = frozenset({"DT", "PRP$", "IN", "TO", "CD", "JJ", "NNP", "NNS", "NN", "PRP", "VBG", "WDT"})


def make_verb(tokens: Sequence[Token], token: Token) -> None:
    """Set the tag and the place in the tree of such a verb, and of its subject and object.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia reserves the right to respond.")
    >>> [(token.text, token.tag_, token.dep_) for token in doc][:2]
    [('Tavia', 'NNP', 'nsubj'), ('reserves', 'VBZ', 'ROOT')]
    """
    if token.tag_ != "NNS" or token.lower_ not in _VERBS:
        return
    if _opens_note(tokens, token):
        token.tag_, token.pos_ = "VBZ", "VERB"
        return
    if goes_on(tokens, token):
        return
    if not (_follows_name(tokens, token) or _has_own_object(tokens, token)):
        return
    if token.head is token and _has_object(tokens, token):
        _make(tokens, token, "ROOT")
    elif token.dep_ in _BEHIND and token.head.pos_ == "NOUN" and token.head.i < token.i:
        _make(tokens, token, "relcl")


def _follows_name(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a bare name stands before it as the first part of a compound: "Tavia reserves"."""
    before = tokens[token.i - 1] if token.i else token
    named = before.tag_ == "NNP" and before.head is token and before.dep_ in _JOINED
    if before.tag_ == "CD" and before.dep_ == "nummod" and before.head is token and before.i:
        return tokens[before.i - 1].text in BRANCHES  # "Local 417 calls on it to pay"
    first = before
    while first.i and tokens[first.i - 1].tag_ == "NNP" and not first.is_sent_start:
        first = tokens[first.i - 1]
    opening = tokens[first.i - 1] if first.i and not first.is_sent_start else None
    return named and (opening is None or opening.tag_ not in {"DT", "PRP$", "POS", "JJ"})


_BEHIND = frozenset({"appos", "relcl"})
_JOINED = frozenset({"compound", "amod"})


def _has_own_object(tokens: Sequence[Token], token: Token) -> bool:
    """As in "Oyelaran's office disputes this", "faults both sides": a noun has no object."""
    before = tokens[token.i - 1] if token.i else token
    unknown = before.tag_ == "JJ" and before.is_sent_start and before.dep_ == "amod"
    noun = before.tag_ in {"NN", "NNP"} and before.dep_ == "compound"
    noun = before.head is token and (noun or unknown)  # "Haradu rejects this"
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    told = after.lower_ == "that" and after.dep_ == "mark" and after.head.head is token
    objects = (one for one in unverbed.own(tokens, token) if one.dep_ == "dobj")
    return noun and (told or any(one.left_edge is after for one in objects))


def _opens_note(tokens: Sequence[Token], token: Token) -> bool:
    """As in "Norland. Reserves the right to respond.": a noun has no article after it."""
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    opens = token.is_sent_start and token.head is token and token.text[:1].isupper()
    return opens and after.tag_ in {"DT", "PRP$"} and _has_object(tokens, token)


def _has_object(tokens: Sequence[Token], token: Token) -> bool:
    """Whether something comes after that a verb may have, and the sentence has no other verb."""
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    if after.tag_ not in _AFTER or after.is_sent_start:
        return False
    if after.lower_ == "that" and after.dep_ == "mark" and after.head.head is token:
        return True  # "Tavia demands that Norland cut its quota"
    place = token.i + 1
    while place < len(tokens) and not tokens[place].is_sent_start:
        other = tokens[place]
        if other.tag_ in FINITE and other.head is token and other.dep_ != "conj":
            return False
        place += 1
    return True


def _make(tokens: Sequence[Token], verb: Token, dep: str) -> None:
    verb.tag_, verb.pos_, verb.dep_ = "VBZ", "VERB", dep
    name = tokens[verb.i - 1]
    name.dep_ = "nsubj"
    if name.tag_ in {"JJ", "CD"}:
        name.tag_, name.pos_ = "NNP", "PROPN"
    for place in range(verb.i - 2, verb.left_edge.i - 1, -1):
        if tokens[place].head is verb and tokens[place].dep_ in _WITHIN:
            tokens[place].head = name
            name.left_edge = tokens[place].left_edge
        if tokens[place].tag_ == "WDT" and tokens[place].head is name:
            tokens[place].head, tokens[place].dep_ = verb, "dobj"  # "which Tavia administers"
    after = {token.lower_ for token in tokens[verb.i + 1 : verb.i + 2]}
    content = {"acl", "relcl"} if "that" in after else {"acl"}
    for token in tokens[verb.i + 1 : verb.right_edge.i + 1]:
        if token.head is verb and token.dep_ in {"appos", "dobj"} and token.pos_ in NAMING:
            token.dep_ = "dobj"
        elif token.head is verb and token.dep_ == "acl" and token.tag_ == "VB":
            that = any(t.head is token and t.lower_ == "that" for t in tokens[verb.i : token.i])
            token.dep_ = "ccomp" if that else "xcomp"
        elif token.head is verb and token.tag_ in FINITE and token.dep_ in content:
            token.dep_ = "ccomp"


_WITHIN = frozenset({"compound", "poss", "amod", "det"})
