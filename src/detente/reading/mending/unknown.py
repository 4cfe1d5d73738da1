"""Names that the parser misses: "Tarvia" taken for an adverb, a person's hung on a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.syntax import FINITE, HELPERS, SUBJECTS
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_ADVERBS = frozenset({"RB", "RBR", "UH", "FW"})
_LETTERS = 4
_PLACES = SUBJECTS | {"poss", "appos", "pobj", "dobj", "conj", "compound"}  # of nouns
_BESIDE = frozenset({"advmod", "npadvmod", "dep"})
_NO_NAMES = {*MONTHS, *WEEKDAYS} | words("""
    today yesterday tomorrow tonight meanwhile indeed instead besides likewise otherwise elsewhere
    moreover furthermore nevertheless nonetheless however hence thus therefore sometimes
    somehow overnight abroad later earlier sooner again maybe perhaps once twice often seldom far
    further longer better worse best soon here there then never always ever even only also back
    upstream downstream inland overseas next first last afterwards afterward thereafter right
    inside outside offshore ashore alas hello please well
    north south east west""")


def name(tokens: Sequence[Token], token: Token) -> None:
    """Take for a name what is written as one, and for a subject or an object what stands as one.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The two quarrel. Tarvia sided with Norland.")
    >>> [(t.tag_, t.dep_) for t in doc if t.text == "Tarvia"]
    [('NNP', 'nsubj')]
    >>> [t.dep_ for t in phrase("Meanwhile sided the duke with nobody.")][:1]
    ['advmod']
    """
    if not _is_written_as_name(token):
        return
    adverb = token.tag_ in _ADVERBS
    if adverb and not (token.dep_ in _PLACES or not _opens(tokens, token)):
        adverb = _is_subject(tokens, token)
        if not adverb:
            return
    if adverb:
        token.tag_, token.pos_ = "NNP", "PROPN"
    if token.tag_ != "NNP" or token.dep_ not in _BESIDE | {"ROOT"}:
        return
    if _is_subject(tokens, token):
        token.dep_ = "nsubj"
    elif adverb and _is_object(tokens, token):
        token.dep_ = "dobj"


def _is_written_as_name(token: Token) -> bool:
    text = token.text
    if len(text) < _LETTERS or not (text.isalpha() and text.istitle()):
        return False
    lower = token.lower_
    return not (token.word.is_stop or lower in _NO_NAMES or lower.endswith("ly"))


def _opens(tokens: Sequence[Token], token: Token) -> bool:
    """Whether it has its capital from where it stands."""
    before = tokens[token.i - 1] if token.i else token
    return token.is_sent_start or before is token or before.is_punct or before.is_space


def _first(tokens: Sequence[Token], verb: Token) -> Token:
    """The finite word of a clause."""
    own = (t for t in tokens[verb.left_edge.i : verb.i] if t.head is verb and t.dep_ in HELPERS)
    return next((t for t in own if t.tag_ in FINITE), verb)


def _is_subject(tokens: Sequence[Token], token: Token) -> bool:
    """As in "Tarvia sided with it", "Tarvia has sided": right before a verb without a subject."""
    verb = token.head
    if token.dep_ not in _BESIDE or verb.i < token.i or verb.pos_ not in {"VERB", "AUX"}:
        return False
    finite = _first(tokens, verb)
    return (
        finite.tag_ in FINITE
        and token.right_edge.i + 1 == finite.i
        and token.left_edge is token
        and not _has(tokens, verb, SUBJECTS | {"expl"})
        and not any(t.head is verb and t.dep_ == "dobj" for t in tokens[verb.left_edge.i : verb.i])
    )


def _is_object(tokens: Sequence[Token], token: Token) -> bool:
    """As in "which backs Tarvia in the dispute": right behind a verb without an object."""
    verb = token.head
    return (
        token.dep_ in _BESIDE
        and verb.i + 1 == token.left_edge.i
        and verb.pos_ == "VERB"
        and not _has(tokens, verb, frozenset({"dobj", "ccomp", "xcomp", "nsubjpass"}))
    )


def _has(tokens: Sequence[Token], verb: Token, places: frozenset[str]) -> bool:
    around = tokens[verb.left_edge.i : verb.right_edge.i + 1]
    return any(one.head is verb and one.dep_ in places for one in around)


_PERSONS = words("""
    judge diplomat minister president ambassador official lawyer bishop archbishop professor general
    admiral senator mediator envoy academic negotiator economist jurist engineer commissioner priest
    abbot imam rabbi banker politician governor mayor ombudsman""")
_FROM = frozenset({"from", "of", "in"})


def part_person(tokens: Sequence[Token], place: Token) -> None:
    """Of "a retired judge from Ghana, Kwame Asante, has": who the judge is, and where from.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("A retired judge from Ghana, Kwame Asante, has been shuttling between them.")
    >>> [(t.dep_, t.head.text) for t in doc if t.text in ("Ghana", "Asante")]
    [('pobj', 'from'), ('appos', 'judge')]
    """
    if place.lower_ not in _FROM or place.tag_ != "IN" or not place.i:
        return
    person = place.head
    if person.i != place.i - 1 or person.lemma_ not in _PERSONS or person.tag_ != "NN":
        return
    end = _run(tokens, place.i + 1)
    if end == place.i + 1 or end + 1 >= len(tokens) or tokens[end].text != ",":
        return
    last = _run(tokens, end + 1)
    if last - end < _FULL or last >= len(tokens) or tokens[last].text != ",":
        return
    town, name = tokens[end - 1], tokens[last - 1]
    inside = tokens[place.i + 1 : last]
    for one in tokens[place.i + 1 : person.right_edge.i + 1]:
        if one.head in inside and one not in inside:
            one.head = person
    for one in inside:
        group = town if one.i < end else name
        if one.head not in inside or one.dep_ in {"appos", "nmod", "conj"} or one is tokens[end]:
            one.head = group
    town.head, town.dep_, town.left_edge, town.right_edge = place, "pobj", inside[0], town
    name.head, name.dep_, name.left_edge, name.right_edge = person, "appos", tokens[end + 1], name
    tokens[end].head = person
    place.right_edge = town
    person.right_edge = max(person.right_edge, name, key=lambda one: one.i)


def _run(tokens: Sequence[Token], at: int) -> int:
    """Where a run of names ends that begins at a place."""
    while at < len(tokens) and tokens[at].tag_ in {"NNP", "NNPS", "HYPH"}:
        at += 1
    return at


_FULL = 3  # tokens from the comma to the end of a first and a last name
