"""Conditions that are said to be one: "Norland's condition for talks is that", "among them is".

"The price of a deal is an apology"; "is ready to vote for it, but the condition is that"; "made it
a condition of its support that"; "For it to stay, one thing is needed:".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import READY
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.requirements import aside, phrase_of
from detente.reading.conditions.terms import BEING, TERMS, VAGUE, about_of, owner_of
from detente.reading.moods import is_promise
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import words

_TOLD = BEING | {"include", "comprise"}
_WHAT = frozenset({"attr", "ccomp", "xcomp", "dobj"})


def _told(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The price of a deal is an apology", "Norland's condition for talks is that ..."."""
    for token in sentence.of_lemmas(TERMS | {"demand"}):
        before = any(p.lower_ == "before" for p in syntax.children(token, "prep"))
        if token.lemma_ == "demand" and not before:
            continue
        if (top := _topmost(token)) is None or _is_state(token):
            continue
        verb, about, owner = top.head, about_of(token), owner_of(token)
        if verb.lemma_ not in _TOLD or is_negated(verb):
            continue
        priced = token.lemma_ == "price"
        owner = owner if priced or telling.who(owner) else _for_whom(telling, verb, token)
        owner = owner if telling.who(owner) else None
        if about is None and owner is None:
            continue
        what = next((c for c in verb.children if c.i > verb.i and c.dep_ in _WHAT), None)
        if what is None or what.lower_ in VAGUE:
            continue
        if token.lemma_ == "price" and any(c.lower_ == "a" for c in token.lefts):
            continue  # "A fixed price is a wager"
        yield from _stated(telling, f"{token.lemma_} is", token.i, what, token, owner)


def _is_state(term: Token) -> bool:
    """As of "working conditions", "conditions in the mine": how it is there."""
    many = term.tag_ == "NNS"
    within = any(p.lower_ in {"in", "at", "on", "under"} for p in syntax.children(term, "prep"))
    kind = any(c.dep_ in {"compound", "amod"} and c.lower_ in _STATES for c in term.lefts)
    return many and (kind or (within and syntax.first(term, "poss") is None))


_STATES = words("working living weather market road safety prison humanitarian current present")


def _for_whom(telling: Telling, verb: Token, term: Token) -> Token | None:
    """Of "for them the condition is that", "is ready to vote, but the condition is that": whose."""
    before = (
        p for p in syntax.children(verb, "prep") if p.i < term.i and p.lower_ in {"for", "to"}
    )
    whom = next((one for p in before for one in syntax.children(p, "pobj")), None)
    after = (p for p in syntax.children(term, "prep") if p.lower_ in {"for", "from", "by"})
    whom = whom or next((one for p in after for one in syntax.children(p, "pobj")), None)
    named = any(c.lower_ in _ONE for c in term.lefts)
    first = verb.head if verb.dep_ == "conj" else None
    ready = first is not None and (
        is_promise(first) or any(c.lower_ in READY for c in first.children)
    )
    if first is not None and ready and named and (whom is None or whom.pos_ == "PRON"):
        return telling.subject(first)
    if whom is not None and telling.who(whom):
        return whom
    voice = telling.voice(verb)
    cue = telling.doc[voice.cue] if voice.cue is not None else None
    return telling.subject(cue) if cue is not None and named and voice.holder else None


_ONE = words("the one only first main sole single our my key central basic")


def _topmost(token: Token) -> Token | None:
    """The subject that a noun is, or is counted in: "one of its conditions"."""
    counted = (
        token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _COUNTS
    )
    top = token.head.head if counted else token
    return top if top.dep_ in syntax.SUBJECTS else None


_COUNTS = words("one two three first second main chief another both some most")


def _among(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Among Norland's conditions for a truce is the disarming of the militia"."""
    for token in sentence.of_lemmas(TERMS):
        at = token.head
        if token.dep_ != "pobj" or at.lower_ != "among":
            continue
        verb, owner = at.head, owner_of(token)
        what = syntax.first(verb, "nsubj", "attr", "ccomp") if verb.lemma_ in BEING else None
        if what is not None and what.i > verb.i and telling.who(owner):
            yield from _stated(telling, f"among {token.lemma_}", at.i, what, token, owner)


def _made_one(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "made it a condition of its support that the levy be dropped"."""
    for term in sentence.of_lemmas(TERMS):
        verb = term.head
        before = sentence.doc[max(verb.i + 1, sentence.start) : term.left_edge.i + 1]
        made = verb.lemma_ in _MAKING and any(t.lower_ == "it" for t in before)
        if not made or verb.i > term.i or is_negated(verb):
            continue
        clauses = (*term.subtree, *syntax.children(verb, "ccomp"))
        what = next((c for c in clauses if c.i > term.i and _is_opened(c)), None)
        owner = syntax.subject(verb) or syntax.agent(verb)
        if what is not None and telling.whose(owner):
            yield from _stated(telling, f"{term.lemma_} that", term.i, what, term, owner)


def _stated(
    telling: Telling, marker: str, at: int, what: Token, term: Token, owner: Token | None
) -> Iterator[Found]:
    """What is said to be the condition that `term` names."""
    start, end = phrase_of(what)
    end = min(end, aside(telling, start, end))
    start += what.doc[start].lower_ == "that"
    if end > start:
        main, about = syntax.clause_of(what.head), about_of(term)
        yield Found(marker, "only", at, start, end, main, fronted=False, about=about, owner=owner)


def _is_opened(clause: Token) -> bool:
    told = clause.dep_ in {"acl", "relcl", "ccomp"}
    return told and any(c.lower_ in {"that", "to", "for"} for c in clause.lefts)


_MAKING = words("make consider call regard deem")


find = by_sentence(_told, _among, _made_one)
