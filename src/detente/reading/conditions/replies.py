"""Conditions told as what is answered, what is wanted in return, and what alone will do.

"Will answer any new flight with missiles"; "would free the ships; in return Sudmark would have to
sign"; "anything less than an apology will be rejected"; "nothing but an apology will do".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import is_offered
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.requirements import phrase_of
from detente.reading.moods import is_promise, tells_duty
from detente.reading.negation import is_negated
from detente.reading.parsed import Doc, Span, Token
from detente.reading.wording import words


def _any_answered(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "will answer any new flight with missiles", "will respond in kind to every tariff"."""
    for verb in sentence.of_lemmas(_ANSWERING):
        if not is_promise(verb) or is_negated(verb) or not telling.holder(verb):
            continue
        preps = (p for p in syntax.children(verb, "prep") if p.lower_ in {"to", "against"})
        things = (*syntax.children(verb, "dobj"), *(n for p in preps for n in p.children))
        for thing in things:
            any_such = any(c.lower_ in _ANY for c in thing.lefts)
            if any_such and thing.lemma_.lower() not in _WORDS:
                start, end = phrase_of(thing)
                # "answer any new flight with missiles"
                end = next((t.i for t in thing.doc[thing.i : end] if t.lower_ == "with"), end)
                yield Found("any", "if", start, start, end, verb, fronted=False, harm=True)
                break


_ANSWERING = words(
    "reply answer respond retaliate react counter punish avenge match repel resist repay"
)
_ANY = words("any every each further another")
_WORDS = words("question letter call request invitation query criticism offer proposal questions")


def _in_return(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "would free the ships; in return Sudmark would have to sign", "must sign in return"."""
    doc = sentence.doc
    for token in sentence.spelt({"return", "exchange"}):
        before = doc[token.i - 1].lower_ if token.i else ""
        after = doc[token.i + 1].lower_ if token.i + 1 < sentence.end else ""
        if before != "in" or after == "for":
            continue
        verb = syntax.clause_of(token)
        bound = _duty(verb)
        main = _offered_before(telling, sentence, verb) if bound is not None else None
        if bound is None or main is None or is_negated(bound):
            continue
        who = syntax.subject(bound)
        begins = token.i + 1 if token.i < bound.i else bound.i
        begins = min(begins, who.left_edge.i) if who is not None and who.i > main.i else begins
        start, end = syntax.trimmed(bound, begins, bound.right_edge.i + 1)
        yield Found("in return", "only", token.i, start, end, main, fronted=False)


def _duty(verb: Token) -> Token | None:
    """The clause of what another must do: "would have to sign", "expects it to sign"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    return verb if tells_duty(verb) else None


def _offered_before(telling: Telling, sentence: Span, verb: Token) -> Token | None:
    """The promise before it in its sentence."""
    told = (t for t in sentence.doc[sentence.start : verb.i] if t.pos_ == "VERB")
    return next((t for t in told if t.i < verb.i and is_offered(telling, t) and t != verb), None)


def _nothing_less(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "anything less than an apology will be rejected", "nothing but an apology will do"."""
    doc = sentence.doc
    for token in sentence.spelt({"anything", "nothing"}):
        start = next((token.i + n for n in (3, 2) if _is_less(doc, token.i + 1, n - 1)), None)
        verb = token.head
        if start is None or token.dep_ not in syntax.SUBJECTS or verb.i < start:
            continue
        refused = verb.lemma_ in _REFUSED if token.lower_ == "anything" else verb.lemma_ in _DOING
        if refused and not telling.voice(verb).is_narrator:
            first, end = syntax.trimmed(doc[start], start, _clause_start(verb))
            yield Found("nothing less", "only", token.i, first, end, verb, fronted=True)


def _clause_start(verb: Token) -> int:
    helpers = (c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"})
    return min((verb.i, *helpers))


def _is_less(doc: Doc, at: int, size: int) -> bool:
    told = " ".join(t.lower_ for t in doc[at : at + size])
    return told in {"less than", "short of", "but", "other than", "else than", "except", "below"}


_REFUSED = words(
    "reject refuse return dismiss insult veto fail fall collapse unacceptable throw be"
)
_DOING = words("do suffice satisfy bring end persuade help change move settle work content")


find = by_sentence(_any_answered, _in_return, _nothing_less)
