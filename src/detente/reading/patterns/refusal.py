"""What somebody will not do, or rejects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.reading import syntax
from detente.reading.aspects import is_pluperfect
from detente.reading.attribution import Telling
from detente.reading.frames import Frame
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _judging as judging
from detente.reading.patterns import _nouns as named
from detente.reading.patterns._answers import answered
from detente.reading.patterns._clefts import clefts
from detente.reading.patterns._framed import framed
from detente.reading.patterns._halves import excepted, forgone, spurns, would_rather
from detente.reading.patterns._headings import below_questions
from detente.reading.patterns._judging import UNWANTED
from detente.reading.patterns._laws import forbidden
from detente.reading.patterns._questions import replied, rhetorical
from detente.reading.patterns._refusals_told import COUNTER_EXAMPLES, EXAMPLES
from detente.reading.patterns._regarded import too_much
from detente.reading.patterns._will_nots import (
    OBJECTIONS,
    is_too_little,
    never,
    said_not,
    stays_unnamed,
    will_not,
    will_only,
)
from detente.reading.patterns.denial import is_of_view, is_proposed
from detente.reading.wording import phrases, words

KIND = "refusal"

__all__ = ["COUNTER_EXAMPLES", "EXAMPLES", "KIND", "find"]

_CHARGES = words(
    "description characterisation characterization portrayal comparison label "
    "charge allegation accusation claim suggestion report assertion accusations insinuation "
    "notion criticism blame"
)
_UNWILLING = frozenset({"unwilling", "reluctant", "opposed"})
_READY = frozenset({"ready", "willing", "prepared", "open", "inclined"})
_PHRASES = phrases(
    "non-negotiable; not negotiable; out of the question; off the table; not up for; "
    "not on the table; not on offer; not up for grabs; "
    "non-starter; not for sale; red line; cold water; scorn on"
)
_OFF_LIMITS = frozenset({"unacceptable", "impossible", "unthinkable", "inconceivable"})
_NO_NOUNS = frozenset(
    {"intention", "plan", "interest", "reason", "question", "call", "need", "point", "use"}
)


_FOR = words("support accept recognise recognize back offer endorse agree honour honor trust")
_GIVEN_UP = words(
    "offer promise pledge support consent commitment backing approval undertaking proposal "
    "concession"
)


def find(telling: Telling) -> Iterator[Finding]:
    """All refusals."""
    yield from framed(telling, KIND, _is_own_no)
    for found in named.given_up(telling, _GIVEN_UP):
        yield replace(found, kind=KIND)
    for found in clefts(telling, (), negated=True):
        yield replace(found, kind=KIND)
    for found in named.no_longer(telling, _FOR):
        yield replace(found, kind=KIND)
    yield from answered(telling, KIND)
    yield from rhetorical(telling, KIND)
    yield from below_questions(telling, KIND)
    yield from replied(telling, KIND)
    yield from never(telling)
    yield from forbidden(telling)
    yield from excepted(telling)
    yield from too_much(telling)
    yield from forgone(telling)
    yield from _may_keep(telling)
    for view in judging.judged(telling):
        if view.kind == KIND:
            told = telling.voice(view.verb).holder if view.verb.lemma_ == "be" else None
            yield from cues.finding(telling, KIND, view.verb, holder=told)
    yield from _waved_off(telling)
    for verb in cues.clauses(telling):
        if not (cues.is_aside(telling, verb) or _is_neither(verb) or _is_promised(telling, verb)):
            yield from _clause(telling, verb)


def _may_keep(telling: Telling) -> Iterator[Finding]:
    """As in "They can keep their percentages", said of what was offered."""
    for verb, _ in cues.verbs(telling, {"keep"}):
        thing, voice = syntax.first(verb, "dobj"), telling.voice(verb)
        doer = syntax.first(verb, "nsubj")
        if thing is None or doer is None or doer.lower_ not in {"they", "he", "she", "you"}:
            continue
        theirs = any(c.lower_ in {"their", "his", "her", "your"} for c in thing.children)
        scorned = theirs and syntax.modal(verb) == "can"
        if scorned and voice.direct and not is_negated(verb):
            yield from cues.finding(telling, KIND, verb, holder=voice.holder, confidence=0.72)


def _waved_off(telling: Telling) -> Iterator[Finding]:
    """As in "dismissed the proposal as theatre", whatever it is likened to."""
    for verb, _ in cues.verbs(telling, _WAVING_OFF):
        thing = syntax.first(verb, "dobj", "nsubjpass")
        told = thing is not None and (
            thing.lemma_.lower() in judging.PROPOSALS - judging.CHARGES or is_proposed(thing)
        )
        told = told and not is_of_view(verb)
        if told and not is_negated(verb) and verb.dep_ != "amod":
            yield from cues.finding(telling, KIND, verb)


_WAVING_OFF = {
    "dismiss", "reject", "deride", "mock", "ridicule", "brush aside", "wave aside", "shrug off",
    "brush off", "scoff at",
}  # fmt: skip


def _is_own_no(verb: Token, frame: Frame) -> bool:
    """Neither a denial, nor "said no shots were fired", where the "no" is another word's."""
    said = verb.lemma_ == "say" and any("no" in step or "=no" in step for step in frame.steps)
    if stays_unnamed(verb) or _is_apart(verb):
        return False
    shot = any(c.lemma_ in _AIRCRAFT for c in syntax.children(verb, "dobj", "nsubjpass"))
    if (
        shot
        or _is_sacking(verb)
        or (verb.lemma_ in _DEEDS and (_is_done(verb) or verb.lower_ == "stayed"))
    ):
        return False  # "boycotted the round", "voted it down", "shot down a drone": an event
    if verb.lemma_ in {"decline", "refuse"} and _is_silent(verb):
        return False  # "declined to comment"
    if syntax.is_passive(verb) and syntax.modal(verb) in {"should", "must", "ought"}:
        return False  # "should be refused": a demand
    if verb.lemma_ == "have" and any(c.lemma_ in OBJECTIONS for c in verb.children):
        return False  # "has no objection to the plan"
    bare = not said or any(c.lower_ == "no" for c in verb.children)
    return bare and not (_denies(verb) or _is_neither(verb))


_PACTS = words("treaty accord agreement convention statute protocol pact charter covenant")


def _is_sacking(verb: Token) -> bool:
    """As in "had dismissed the governor of the bank": an event."""
    whom = syntax.children(verb, "dobj", "nsubjpass") if verb.lemma_ == "dismiss" else ()
    return any(one.lemma_.lower() in nouns("roles") for one in whom)


def _is_apart(verb: Token) -> bool:
    """As in "has kept out of the quarrel", "takes no side", "had been unable to agree"."""
    after = verb.doc[verb.i + 1 : min(verb.i + _CLOSE, verb.sent.end)]
    if verb.lemma_ == "be":  # "a treaty to which it was never a party"
        treaty = verb.doc[verb.i + 1 : min(verb.i + 2 * _CLOSE, verb.sent.end)].of_lemmas(_PACTS)
        past = verb.tag_ == "VBD" or bool(treaty)  # "is not a party to the convention"
        outside = past and bool(after.spelt({"party"}))
        return outside or (is_pluperfect(verb) and bool(after.spelt({"unable"})))
    if verb.lemma_ == "take":
        return bool(after.of_lemmas({"side"}))
    out = verb.lemma_ in {"keep", "stay", "remain"} and bool(after.spelt({"out"}))
    return out and bool(after.of_lemmas(_QUARRELS))


_AIRCRAFT = words("drone plane aircraft jet balloon missile helicopter rocket fighter airliner")
_CLOSE = 6  # words from "keep" to "quarrel"
_QUARRELS = words("dispute quarrel row conflict fray affair matter argument debate fight feud it")


def _is_silent(verb: Token) -> bool:
    to = syntax.first(verb, "xcomp")
    if to is not None and to.lemma_ == "take" and _has_side(to):
        return True  # "has declined to take sides"
    further = to is not None and any(c.lower_ in {"beyond", "into"} for c in to.children)
    return to is not None and (
        to.lemma_ in _MUM
        or (to.lemma_ == "go" and further)
        or (to.lemma_ == "draw" and syntax.is_passive(to))
        or any(c.lemma_ in _PARTICULARS for c in syntax.children(to, "dobj"))
    )


def _has_side(verb: Token) -> bool:
    return any(c.lemma_ == "side" for c in syntax.children(verb, "dobj"))


_MUM = words("comment elaborate specify speculate identify say confirm name add expand")
_PARTICULARS = words("name detail comment interview question identity age")


def _is_done(verb: Token) -> bool:
    now = any(c.lower_ in {"has", "have"} for c in syntax.children(verb, "aux"))
    return verb.tag_ in {"VBD", "VBN"} and not syntax.modal(verb) and not now


_DEEDS = words("boycott vote block veto stay hold shut slam")


def _denies(verb: Token) -> bool:
    """As in "rejected the charge" is a denial."""
    if verb.lemma_ not in {"reject", "dismiss", "throw"}:
        return False
    if is_of_view(verb):
        return True
    what = [*syntax.children(verb, "dobj", "nsubjpass", "ccomp")]
    what += [verb.head] if verb.dep_ in {"relcl", "acl"} else []
    persons = verb.lemma_ != "reject" and any(_are_people(noun) for noun in what)
    return persons or any(noun.lemma_ in _CHARGES for noun in what)


def _is_promised(telling: Telling, verb: Token) -> bool:
    """As in "pledged that nobody would lose a job": what the promise is."""
    cue = telling.voice(verb).cue
    return cue is not None and telling.doc[cue].lemma_ in {
        "promise",
        "pledge",
        "assure",
        "guarantee",
    }


def _is_neither(verb: Token) -> bool:
    """As in "neither side has moved": that it is stuck, and nobody's position."""
    subject = syntax.subject(verb)
    if subject is None:
        return False
    named = any(t.lower_ == "nor" for t in subject.subtree)
    return not named and any(t.lower_ == "neither" for t in [subject, *subject.children])


def _are_people(noun: Token) -> bool:
    return any(child.dep_ == "nummod" for child in noun.children)


def _clause(telling: Telling, verb: Token) -> Iterator[Finding]:
    unwilling = verb.lemma_ == "be" and _is_unwilling(verb)
    if unwilling or _has_no(verb) or (would_rather(verb) and spurns(verb)) or will_only(verb):
        yield from cues.finding(telling, KIND, verb)
    elif _is_unwanted(telling, verb) or is_too_little(telling, verb):
        yield from cues.finding(telling, KIND, verb, holder=telling.voice(verb).holder)
    elif _off_limits(verb) or (verb.dep_ != "acl" and is_negated(verb) and will_not(telling, verb)):
        yield from said_not(telling, verb)


def _is_unwanted(telling: Telling, verb: Token) -> bool:
    """As in "third parties are not needed", "nothing needs to be withdrawn", said by a party."""
    if not is_negated(verb) and not _is_neither_nor(verb):
        return False
    stated = any(child.lower_ in UNWANTED for child in verb.children) or (
        verb.lower_ in UNWANTED and syntax.is_passive(verb)
    )
    to = syntax.first(verb, "xcomp")
    needed = verb.lemma_ == "need" and to is not None and syntax.is_passive(to)
    subject = telling.subject(verb)
    if subject is None or not (needed or stated):
        return False
    thing = subject.pos_ in syntax.NOMINAL or subject.lower_ in {"it", "this", "that"}
    return thing and not telling.who(subject)


def _is_neither_nor(verb: Token) -> bool:
    return any(t.lower_ == "neither" and t.i > verb.i for t in verb.subtree)


def _is_unwilling(verb: Token) -> bool:
    negated = is_negated(verb) or any(c.lower_ == "nor" for c in verb.lefts)
    return any(
        (child.lower_ in _UNWILLING and not negated) or (child.lower_ in _READY and negated)
        for child in syntax.children(verb, "acomp")
    )


def _has_no(verb: Token) -> bool:
    """As in "has no intention", "sees no need"; "wants neither"."""
    what = syntax.first(verb, "dobj")
    if verb.lemma_ == "want" and what is not None and what.lower_ in {"neither", "none"}:
        return True
    return verb.lemma_ in {"have", "see"} and any(
        child.lemma_ in _NO_NOUNS and any(t.lower_ == "no" for t in child.children)
        for child in syntax.children(verb, "dobj")
    )


def _off_limits(verb: Token) -> bool:
    if verb.lemma_ not in {"be", "remain", "call", "draw", "pour"}:
        return False
    words = {token.lower_ for token in verb.subtree if token.i > verb.i and token.i < verb.i + 8}
    text = verb.doc[verb.i : verb.i + 8].text.lower()
    return any(phrase in text for phrase in _PHRASES) or bool(words & _OFF_LIMITS)
