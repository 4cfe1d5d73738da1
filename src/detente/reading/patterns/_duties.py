"""Demands that no verb of asking names: duties of others, what one holds out for, commands."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.moods import is_due
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.saying import LIGHT, is_plain
from detente.reading.wording import words


def of_duty(telling: Telling) -> Iterator[Finding]:
    """All such demands."""
    yield from _obligations(telling)
    yield from _would_want(telling)
    yield from _bound(telling)
    yield from _adamant(telling)
    yield from _imperatives(telling)
    yield from _said_after(telling)
    yield from _hoped(telling)
    yield from _awaited(telling)


def _awaited(telling: Telling) -> Iterator[Finding]:
    """As in "is waiting for Sudmark to put it in writing"."""
    for verb, _ in cues.verbs(telling, {"wait"}):
        to = (c for c in syntax.children(verb, "advcl", "xcomp") if c.left_edge.lower_ == "for")
        done = next((c for c in to if c.tag_ == "VB"), None)
        subject = syntax.first(done, "nsubj") if done is not None else None
        holder, other = telling.holder(verb), telling.who(subject)
        if holder and other and not set(holder) & set(other) and not is_negated(verb):
            yield from cues.finding(telling, "demand", verb, to=subject, confidence=0.75)


def _hoped(telling: Telling) -> Iterator[Finding]:
    """As in "It is hoped that Sudmark will show good faith", "expressed its hope that it would"."""
    for noun in telling.scene.nouns:
        told = syntax.first(noun, "acl", "ccomp", "relcl") if noun.lemma_ in _HOPES else None
        if told is None or noun.dep_ != "dobj" or noun.head.lemma_ not in LIGHT:
            continue
        holder, doer = telling.holder(noun.head), telling.doer(told)
        ahead = syntax.modal(told) in _AHEAD
        if holder and doer and ahead and not set(doer) & set(holder):
            yield from cues.finding(telling, "demand", noun.head, holder=holder)
    for verb, _ in cues.verbs(telling, {"hope", "expect"}):
        told = syntax.first(verb, "ccomp") if syntax.is_passive(verb) else None
        subject = syntax.first(verb, "nsubjpass", "nsubj", "expl")
        if told is None or subject is None or subject.lower_ != "it":
            continue
        holder, doer = telling.voice(verb).holder, telling.doer(told)
        ahead = syntax.modal(told) in _AHEAD
        if holder and doer and ahead and not set(doer) & set(holder):
            yield from cues.finding(telling, "demand", verb, holder=holder)


_HOPES = words("hope expectation wish trust")
_AHEAD = frozenset({"will", "would", "can", "could"})


def _obligations(telling: Telling) -> Iterator[Finding]:
    """As in "Sudmark must leave", in the mouth of another."""
    for verb in cues.clauses(telling):
        due = is_due(verb) or _is_forbidden(verb)
        due = due or _had_better(verb)
        if not due or cues.is_aside(telling, verb):
            continue
        voice = telling.voice(verb)
        doer = telling.holder(verb)
        own = not syntax.is_passive(verb) and set(doer) & set(voice.holder)
        holder = voice.holder or (telling.writers if voice.is_narrator else ())
        subject = telling.subject(verb)
        nobody = subject is not None and subject.lower_ in _ANYBODY and verb.head.tag_ == "VBD"
        nobody = nobody or (subject is not None and subject.lower_ == "neither")
        agreed = voice.cue is not None and telling.doc[voice.cue].lemma_ in _AGREEING
        if holder and not (own or nobody or agreed or _fact(verb) or _is_inverted(verb)):
            yield from cues.finding(
                telling, "demand", verb, to=telling.subject(verb), holder=holder, confidence=0.75
            )


_AGREEING = words("agree stipulate provide")  # "agreed that it should follow the channel"


def _had_better(verb: Token) -> bool:
    """As in "had better look at the map"."""
    better = (c for c in syntax.children(verb, "advmod") if c.lower_ == "better" and c.i < verb.i)
    return any(one.i > 0 and one.nbor(-1).lower_ in {"had", "'d", "’d"} for one in better)


def _is_forbidden(verb: Token) -> bool:
    """As in "Nobody else may interfere": what others are not to do."""
    subject = syntax.first(verb, "nsubj", "nsubjpass") if syntax.modal(verb) == "may" else None
    if subject is None or syntax.is_passive(verb):
        return False  # "no land may be given away": a law
    none = subject.lower_ in {"nobody", "none"}
    none = none or (subject.lower_ == "one" and any(c.lower_ == "no" for c in subject.lefts))
    return none and verb.lemma_ not in {"be", "have", "know", "like"}


_ANYBODY = words("somebody someone something")  # "somebody had to act"


def _adamant(telling: Telling) -> Iterator[Finding]:
    """As in "is adamant that the shift be scrapped"."""
    for verb in cues.clauses(telling):
        for state in syntax.children(verb, "acomp"):
            told = syntax.first(state, "ccomp") or syntax.first(verb, "ccomp")
            asked = told if state.lower_ in _FIRM else None
            if asked is not None and is_obligation(asked) and not cues.is_aside(telling, verb):
                yield from cues.finding(telling, "demand", verb)


_FIRM = words("adamant insistent firm emphatic unanimous clear")


def _would_want(telling: Telling) -> Iterator[Finding]:
    """As in "it would want to choose the auditor", said of oneself."""
    for verb, _ in cues.verbs(telling, {"want", "need", "expect"}):
        to = syntax.first(verb, "xcomp", "dobj")
        own = syntax.modal(verb) == "would" and cues.is_of_speaker(telling, verb)
        if own and to is not None and to.i > verb.i and not is_negated(verb):
            yield from cues.finding(telling, "demand", verb, confidence=0.7)


def _bound(telling: Telling) -> Iterator[Finding]:
    """As in "Sudmark is obliged to pay", "has a duty to pay", in the mouth of another."""
    for verb in cues.clauses(telling):
        stated = next((c for c in syntax.children(verb, "acomp") if c.lower_ in _BOUND), None)
        if stated is None and not (verb.lower_ in _BOUND and syntax.is_passive(verb)):
            continue
        to = syntax.first(verb, "xcomp")
        to = to or (syntax.first(stated, "xcomp") if stated is not None else None)
        if to is None or is_negated(verb):
            continue
        voice, doer = telling.voice(verb), telling.who(telling.subject(verb))
        others = voice.holder and doer and not set(doer) & set(voice.holder)
        if others and not cues.is_aside(telling, verb):
            yield from cues.finding(
                telling, "demand", verb, to=telling.subject(verb), holder=voice.holder
            )


_BOUND = words("obliged obligated required bound supposed duty-bound")


def _imperatives(telling: Telling) -> Iterator[Finding]:
    """As in "Give us back our islands," in the mouth of a party."""
    for quotation in telling.quotations:
        span = telling.doc.char_span(quotation.start, quotation.end)
        verb = span[0] if span is not None and quotation.whole else None
        if verb is None or verb.tag_ != "VB" or (verb.lemma_ == "let" and not _lets(verb)):
            continue
        voice = telling.voice(verb)
        if voice.holder and not any(True for _ in syntax.children(verb, *syntax.SUBJECTS)):
            yield from cues.finding(telling, "demand", verb, holder=voice.holder)


def _said_after(telling: Telling) -> Iterator[Finding]:
    """As in "Build it over the stand, said Ana Berg, on stilts"."""
    for verb in telling.scene.verbs:
        above = verb.head
        bare = verb.tag_ == "VB" and verb.dep_ in {"ccomp", "advcl"} and verb.i < above.i
        if telling.quotation(verb) is not None:
            continue
        if not bare or verb.left_edge.i != verb.i or not verb.is_sent_start:
            continue
        if is_plain(above) and syntax.first(verb, "aux", *syntax.SUBJECTS) is None:
            holder = telling.voice(verb).holder
            yield from cues.finding(telling, "demand", verb, holder=holder)


def _lets(verb: Token) -> bool:
    """As in "Let them open the archives": what others are to do, not "let us talk"."""
    return verb.nbor().lower_ in {"them", "him", "her", "it"}


def _is_inverted(verb: Token) -> bool:
    """As in "should they attack": a condition."""
    modals = [c.i for c in syntax.children(verb, "aux") if c.lower_ == "should"]
    subjects = [c.i for c in syntax.children(verb, *syntax.SUBJECTS)]
    return bool(modals and subjects) and modals[0] < subjects[0]


def _fact(verb: Token) -> bool:
    """As in "should have known"; "nobody should have any doubt" asks for nothing."""
    if verb.lemma_ == "be" and all(c.i < verb.i or c.is_punct for c in verb.children):
        return True  # "because there has to be"
    if any(child.lemma_ in _DOUBT for child in syntax.children(verb, "dobj", "attr")):
        return True
    return any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)


_DOUBT = words("doubt illusion mistake misunderstanding question")


def is_what_it_takes(verb: Token) -> bool:
    """As in "It would take a miracle to bring them back": what is needed, and nobody's doing."""
    subject = syntax.first(verb, "nsubj")
    impersonal = subject is not None and subject.lower_ == "it" and verb.lemma_ == "take"
    given = syntax.first(verb, "dobj")
    taken = given is not None and given.lemma_ not in _STEPS  # "it would take part", "steps"
    return impersonal and taken and bool(syntax.modal(verb))


_STEPS = words("part place action step measure side note seat case matter lead stand position")
_ASKED = words("insist ask demand request require propose recommend suggest order")


def is_obligation(clause: Token) -> bool:
    """A bare subjunctive ("that he leave") or a modal of duty."""
    if is_due(clause):
        return True
    own = [child.lower_ for child in syntax.children(clause, "aux", "auxpass")]
    if clause.lower_ == "be" and not own:
        return True  # "that there be no drilling"
    doer = syntax.first(clause, "nsubj")
    if clause.tag_ == "VBP" and not own and doer is not None and doer.tag_ in {"NN", "NNP"}:
        return doer.lower_ not in {"i", "you"} and not any(syntax.children(doer, "conj"))
    several = doer is not None and doer.tag_ in syntax.PLURAL
    if clause.tag_ == "VBP" and not own and several and clause.lemma_ not in {"be", "have"}:
        asked = clause.head  # "insisted that all boats leave": told as past, they would have left
        first = any(child.lower_ == "first" for child in clause.children)
        if asked.lemma_ == "insist" and (first or clause.lemma_ in {"stay", "remain"}):
            return True  # "insists that the penalties stay", "that the drivers first leave"
        return asked.lemma_ in _ASKED and asked.tag_ in {"VBD", "VBN"} and not syntax.modal(asked)
    return (clause.tag_ == "VB" and not own) or own == ["be"]
