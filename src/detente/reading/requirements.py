"""Conditions that a construction makes, not one marker.

"On two conditions: ..."; "X is a prerequisite for Y"; "Y requires X"; "ties Y to X"; "no X, no Y";
"whoever does X gets Y".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions import Found
from detente.reading.dependence import is_open
from detente.reading.syntax import words

_NAMES = words("precondition prerequisite condition requirement prelude price must key")
_BEING = frozenset({"be", "remain", "become"})
_TYING = frozenset({"tie", "link", "peg", "couple", "attach", "condition", "predicate", "premise"})
_REQUIRING = frozenset({"require", "presuppose", "necessitate"})
_SHORT = 6  # tokens of "no recognition"
DEEDS = words(
    "talk deal agreement settlement treaty peace truce ceasefire resumption progress solution "
    "resolution return accord negotiation dialogue normalisation normalization membership "
    "lifting reopening release withdrawal participation signature cooperation compromise "
    "meeting summit breakthrough easing removal restoration recognition aid loan support "
    "payment this that it any link contract visit exchange discussion step"
)


def find(telling: Telling) -> Iterator[Found]:
    """All conditions made by a construction."""
    for sentence in telling.scene.sentences:
        for reading in _READINGS:
            yield from reading(telling, sentence)


def _listed(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "on three conditions: that ...", "names two conditions: ..."."""
    doc = sentence.doc
    for token in sentence:
        if token.lemma_.lower() != "condition":
            continue
        colon = next((t for t in doc[token.i + 1 : token.i + 8] if t.text == ":"), None)
        main = governing(token)
        if colon is None or main is None or colon.i + 2 >= sentence.end:
            continue
        start, end = syntax.trimmed(token, colon.i + 1, sentence.end)
        yield Found("conditions", "given", token.i, start, end, main, fronted=False)


def governing(token: Token) -> Token | None:
    """The verb that a word hangs on."""
    step = token
    while step.head != step and step.pos_ not in {"VERB", "AUX"}:
        step = step.head
    return step if step.pos_ in {"VERB", "AUX"} else None


def _named(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The withdrawal is a precondition for talks"."""
    for token in sentence:
        if token.lemma_.lower() not in _NAMES or token.dep_ not in {"attr", "oprd", "dobj", "pobj"}:
            continue
        purpose = next(
            (
                p
                for p in syntax.children(token, "prep")
                if p.lower_ in {"for", "of", "to", "before"}
            ),
            None,
        )
        about = syntax.first(purpose, "pobj", "pcomp") if purpose is not None else None
        verb = governing(token)
        if about is None or verb is None or syntax.is_negated(verb):
            continue
        named = _said_to_be(verb, token)
        if named is not None and about.lower_ != "anonymity":
            start, end = phrase_of(named)
            main = about if verb.lemma_ in _BEING else verb
            marker = f"{token.lemma_} {purpose}"
            yield Found(marker, "only", token.i, start, end, main, fronted=True, about=about)


def _said_to_be(verb: Token, noun: Token) -> Token | None:
    if verb.lemma_ in _BEING:
        return next(syntax.children(verb, *syntax.SUBJECTS), None)
    if verb.lemma_ in {"make", "call", "set", "demand", "name", "declare"}:
        other = [c for c in syntax.children(verb, "dobj", "nsubj", "ccomp") if c.i != noun.i]
        return next((c for c in other if c.i > verb.i), None)
    return None


def phrase_of(noun: Token) -> tuple[int, int]:
    """The range of tokens of a noun phrase, with what depends on it."""
    inside = [token.i for token in noun.subtree]
    return syntax.trimmed(noun, min(inside), max(inside) + 1)


def _required(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Any deal will require the consent of Norland"."""
    for verb in sentence:
        if verb.lemma_ not in _REQUIRING or verb.pos_ != "VERB" or syntax.is_passive(verb):
            continue
        subject, needed = syntax.first(verb, "nsubj"), syntax.first(verb, "dobj")
        if subject is None or needed is None or syntax.is_negated(verb):
            continue
        deed = subject.lemma_.lower() in DEEDS
        if deed and (is_open(telling, verb) or not telling.voice(verb).is_narrator):
            yield Found("require", "only", verb.i, *phrase_of(needed), subject, fronted=False)


def _tied(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Averland has tied the reopening to a withdrawal"."""
    for verb in sentence:
        if verb.lemma_ not in _TYING or verb.pos_ != "VERB" or syntax.is_negated(verb):
            continue
        to = next((p for p in syntax.children(verb, "prep") if p.lower_ in _ONTO), None)
        condition = syntax.first(to, "pobj", "pcomp") if to is not None else None
        tied = next(syntax.children(verb, "dobj", "nsubjpass"), None)
        if condition is not None and tied is not None and (_is_deed(tied) or _is_deed(condition)):
            yield Found(
                f"{verb.lemma_} to", "only", verb.i, *phrase_of(condition), verb, fronted=False
            )


_ONTO = frozenset({"to", "on", "upon", "with"})
_DEED_ENDINGS = ("tion", "ing", "ment", "out", "ance", "ence", "al", "ure", "ship", "ity", "sion")


def _is_deed(noun: Token) -> bool:
    return noun.lemma_.lower() in DEEDS or noun.lower_.endswith(_DEED_ENDINGS)


def _neither(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "No recognition, no gas"."""
    commas = [t for t in sentence if t.text == ","]
    for comma in commas:
        left = next((t for t in sentence.doc[sentence.start : comma.i] if t.lower_ == "no"), None)
        right = comma.doc[comma.i + 1] if comma.i + 1 < sentence.end else None
        plain = left is not None and not any(
            t.pos_ in {"VERB", "AUX"} for t in comma.doc[left.i : comma.i]
        )
        if left is None or right is None or right.lower_ != "no" or not plain:
            continue
        if comma.i - left.i > _SHORT:
            continue
        main = right.head if right.head.i > right.i else comma.doc[right.i + 1]
        start, end = syntax.trimmed(left, left.i + 1, comma.i)
        yield Found("no ..., no", "only", left.i, start, end, main, fronted=True)


def _whoever(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Whoever signs receives the money"."""
    for token in sentence:
        if token.lower_ != "whoever" or token.dep_ not in syntax.SUBJECTS:
            continue
        clause = token.head
        main = clause.head if clause.dep_ in {"csubj", "ccomp", "nsubj"} else None
        if main is not None and main.i > clause.i and not syntax.is_negated(main):
            start, end = phrase_of(clause)
            yield Found(
                "whoever", "given", token.i, max(start, token.i + 1), end, main, fronted=True
            )


_READINGS: tuple[Callable[[Telling, Span], Iterator[Found]], ...] = (
    _listed, _named, _required, _tied, _neither,
    _whoever,
)  # fmt: skip
