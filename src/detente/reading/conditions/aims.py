"""Conditions told with what they are for: "for talks to resume, X must", "X must, if Y is to".

"Before any talks it wants X"; "should meet some conditions for the talks to be held"; "there are
two things to be done if this is to go on".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.purposes import WANTING, asked
from detente.reading.conditions.requirements import DEEDS, is_deed
from detente.reading.conditions.wishes import wanted_after
from detente.reading.moods import is_due, tells_duty
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token

_AIMING = frozenset({"for", "before", "to"})


def _for_this(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "For talks to resume, Sudmark must free the crew", "Before talks, it wants X"."""
    for token in sentence.spelt(_AIMING):
        if token.i != sentence.start and token.nbor(-1).text not in {'"', "“", ";"}:
            continue
        comma = next((t for t in sentence.doc[token.i : sentence.end] if t.text == ","), None)
        about = _purpose(token)
        main = _duty_after(comma, sentence) if comma is not None else None
        if about is None or main is None or comma is None or about.i > comma.i:
            continue
        if token.lower_ == "to" and telling.voice(main).is_narrator and main.lemma_ not in WANTING:
            continue  # "To reach the sea, its boats have to cross the bar"
        condition = asked(main)
        if condition is not None:
            start, end = syntax.trimmed(main, max(condition[0], comma.i + 1), condition[1])
            yield Found("for", "only", token.i, start, end, main, fronted=False, about=about)


def _purpose(token: Token) -> Token | None:
    """What is to come: "talks" of "for talks to resume", of "before any talks", a clause."""
    if token.lower_ == "to":
        return token.head if token.dep_ == "aux" and token.head.i > token.i else None
    if token.dep_ == "mark":
        return token.head
    noun = syntax.first(token, "pobj")
    if noun is None:
        return None
    coming = token.lower_ in {"before", "for"} and noun.lemma_.lower() in DEEDS
    coming = coming and (token.lower_ == "before" or noun.pos_ == "NOUN")  # "For a loan, it wants"
    return noun if coming or any(c.tag_ == "VB" for c in syntax.children(noun, "acl")) else None


def _duty_after(comma: Token, sentence: Span) -> Token | None:
    for token in comma.doc[comma.i : sentence.end]:
        wanting = token.lemma_ in WANTING and syntax.is_finite(token)
        if _is_full(token) and (wanting or is_due(token)):
            return None if is_negated(token) else token
    return None


def _before_must(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "said that before it signs, Sudmark must pay", "Before any talks Sudmark must pay"."""
    for token in sentence.spelt({"before"}):
        opens = token.i == sentence.start or token.doc[token.i - 1].lower_ in _INTRODUCING
        wanted = wanted_after(token, ahead=False) if opens and token.dep_ in _JOINED else None
        if wanted is None:
            continue
        duty = token.head.head if token.dep_ == "mark" else token.head
        if duty.i < token.i or telling.voice(duty).is_narrator or is_negated(duty):
            continue
        subject = syntax.subject(duty)
        bound = tells_duty(duty)
        if bound and subject is not None and subject.i > wanted.i:
            start, end = syntax.trimmed(duty, subject.left_edge.i, syntax.extent(duty)[1])
            yield Found(
                "must ... before", "only", token.i, start, end, duty, fronted=True, about=wanted
            )


_INTRODUCING = frozenset({"that", ",", '"', "“", "and", "but", ":"})
_JOINED = frozenset({"mark", "prep"})


def _for_it_to(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Sudmark should meet some terms for the talks to be held", "for a deal, X must"."""
    for token in sentence.spelt({"for"}):
        about = _coming(token)
        if about is None:
            continue
        before = [t for t in sentence.doc[sentence.start : token.i] if _is_duty(t)]
        after = [t for t in sentence.doc[about.i : sentence.end] if _is_duty(t)]
        begins = token.nbor(-1) if token.i > sentence.start else token
        opens = begins.lower_ in {"that", "but", "and", ":"} or begins.text in {",", ";"}
        duty = before[-1] if before and not opens else next(iter(after), None)
        fronted = duty is not None and duty.i > token.i
        if duty is None or is_negated(duty) or telling.voice(duty).is_narrator:
            continue
        if fronted and not opens:
            continue
        first, last = syntax.extent(duty)
        subject = syntax.subject(duty)
        first = subject.left_edge.i if subject is not None and fronted else first
        stop = last if fronted else min(last, token.i - _lead(token))
        stop = max(stop, token.i) if not fronted and last < token.i else stop
        start, end = syntax.trimmed(duty, first, stop)
        start += sentence.doc[start].lower_ == "that"
        if end > start + 1:
            yield Found("for", "only", token.i, start, end, duty, fronted=True, about=about)


def _lead(token: Token) -> int:
    """Of "in order for": two words."""
    return 2 if token.nbor(-1).lower_ == "order" else 0


def _coming(token: Token) -> Token | None:
    """What is to come of "for the talks to be held", "in order for an agreement to stand"."""
    noun = syntax.first(token, "pobj") if token.dep_ == "prep" else None
    verb = token.head if token.dep_ == "mark" and token.head.tag_ in {"VB", "VBN"} else None
    if verb is not None:
        noun = syntax.first(verb, *syntax.SUBJECTS)
    if noun is None or noun.i < token.i:
        return None
    after = noun.right_edge.i + 1 if verb is not None else noun.i + 1
    doc, stop = token.doc, token.sent.end
    to = verb is not None or (after < stop and doc[after].lower_ == "to")
    to = to and (verb is not None or (doc[after].tag_ == "TO" and after + 1 < stop))
    deed = noun.lemma_.lower() in DEEDS or is_deed(noun) or noun.pos_ in {"PROPN", "PRON"}
    return (verb or noun) if to and deed else None


def _is_duty(verb: Token) -> bool:
    return _is_full(verb) and tells_duty(verb) and verb.tag_ != "VBD"


def _is_full(verb: Token) -> bool:
    """Whether it is a verb by itself, and helps no other."""
    return verb.pos_ in syntax.VERBAL and verb.dep_ not in syntax.HELPERS


def _if_it_is_to(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Sudmark must free the crew if it wants talks", "... if the truce is to hold"."""
    for token in sentence.spelt({"if"}):
        if token.dep_ != "mark" or not _is_aim(token.head):
            continue
        aim = token.head
        main = aim.head
        duty = main.pos_ in {"VERB", "AUX"} and tells_duty(main)
        duty = duty or _is_to_do(main)
        wanted = main.dep_ in {"ccomp", "xcomp"} and main.head.lemma_ in WANTING
        if main == aim or not (duty or wanted) or is_negated(main):
            continue
        start, end = syntax.trimmed(main, *syntax.extent(main))
        if aim.i > main.i:
            end = min(end, token.i)
        else:
            subject = syntax.first(main, *syntax.SUBJECTS, "expl")
            first = subject.left_edge.i if subject is not None else 0
            start = max(start, aim.right_edge.i + 1, first if first > aim.i else 0)
        start, end = syntax.trimmed(main, start, end)
        start += main.doc[start].lower_ == "that"
        top = main.head if wanted and not telling.voice(main).holder else main
        yield Found("if ... to", "only", token.i, start, end, top, fronted=True, about=aim)


def _is_to_do(main: Token) -> bool:
    """As in "there are two things that have to be done": what must be."""
    there = main.lemma_ == "be" and syntax.first(main, "expl") is not None
    thing = syntax.first(main, "attr") if there else None
    if thing is None or thing.lemma_ not in {"thing", "step", "matter", "work", "much"}:
        return False
    clauses = (*syntax.children(thing, "relcl", "acl"), *syntax.children(main, "relcl", "acl"))
    return any(tells_duty(c) or c.tag_ == "VB" for c in clauses)


def _is_aim(verb: Token) -> bool:
    """Whether an if-clause names a purpose: "if it is to hold", "if they want a deal"."""
    if verb.lemma_ in {"be", "have"}:
        return any(c.tag_ == "VB" for c in syntax.children(verb, "xcomp"))
    return verb.lemma_ in {"want", "wish", "hope"}


find = by_sentence(_for_this, _before_must, _for_it_to, _if_it_is_to)
