"""Conditions by order: what must come first, in one sentence or in the one before.

"First X, then Y"; "X must ... before Y"; "X comes first"; "X. Only then will
Y"; "X. Failing that, Y".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import READY
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.requirements import is_deed, phrase_of
from detente.reading.conditions.wishes import WANTING, clause_before, wanted_after
from detente.reading.extents import is_aside
from detente.reading.moods import PROMISING, is_due, is_obliged, is_promise
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.saying import is_plain, is_saying
from detente.reading.wording import words

_SHORT = 6  # tokens that a clause has at least


def _verb_in(tokens: Span) -> Token | None:
    """The governing verb of a stretch."""
    inside = {token.i for token in tokens}
    verbs = [t for t in tokens if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"aux", "auxpass"}]
    tops = [t for t in verbs if t.head.i not in inside or t.head == t]
    return next(iter(tops or verbs), None)


def _promise_in(tokens: Span) -> Token | None:
    """The first verb of a stretch that says what will come, else its governing one."""
    told = (t for t in tokens if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"aux", "auxpass"})
    now = (t for t in told if t.tag_ in syntax.PRESENT or is_promise(t))
    return next((t for t in now if not is_plain(t)), None) or _verb_in(tokens)


def _first_then(_telling: Telling, sentence: Span) -> Iterator[Found]:
    doc = sentence.doc
    opening = next((t for t in sentence.spelt({"first"}) if _may_open(t)), None)
    then = next(iter(sentence.spelt({"then"})), None)
    if opening is None or then is None or then.i <= opening.i:
        return
    stop = next((t.i for t in doc[opening.i : then.i] if t.text in {",", ";"}), None)
    after = doc[then.i + 1 : sentence.end]
    main = _promise_in(after)
    if main is None or is_plain(main):  # "First the prisoners, then the talks, they said"
        main = next((t for t in after if t.pos_ == "NOUN"), main)
    if main is not None and _is_of_same(doc[opening.i : then.i], main):
        return
    if stop is not None and main is not None and stop > opening.i + 2:
        begins = opening.i + 1 if _opens(opening) else syntax.extent(opening.head)[0]
        start, end = syntax.trimmed(opening, begins, stop)
        yield Found(
            "first ... then", "only", opening.i, start, end, main, fronted=True,
            owner=_demander(opening),
        )  # fmt: skip


def _is_of_same(first: Span, main: Token) -> bool:
    """As in "First they stop paying, then they block the road": what the others do, all of it."""
    who = syntax.first(main, "nsubj") if main.pos_ in {"VERB", "AUX"} else None
    told = who is not None and who.lower_ in {"they", "he", "she"}
    return told and any(
        t.dep_ == "nsubj" and who is not None and t.lower_ == who.lower_ for t in first
    )


def _demander(opening: Token) -> Token | None:
    """Who "demands that Sudmark first pay; only then can there be talks"."""
    verb = next((v for v in opening.ancestors if v.lemma_ in WANTING and v.i < opening.i), None)
    return syntax.subject(verb) if verb is not None and verb.pos_ == "VERB" else None


def _may_open(token: Token) -> bool:
    if _opens(token):
        return True
    verb = token.head
    bare = verb.tag_ == "VB" and verb.pos_ == "VERB" and verb.dep_ != "advcl"
    return token.dep_ == "advmod" and bare


def _opens(token: Token) -> bool:
    before = token.doc[token.i - 1].text if token.i else ""
    return token.text == "First" or before in {'"', "“", "that", ":", ","}


def _and_then(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The archives come home; then we shall see"."""
    doc = sentence.doc
    for token in sentence.spelt({"then"}):
        if token.i < sentence.start + _SHORT // 2:
            continue
        before = doc[token.i - 1].text
        main = next((t for t in doc[token.i + 1 : sentence.end] if is_promise(t)), None)
        if before != ";" or main is None:
            continue
        if not telling.voice(main).is_narrator:
            start, end = syntax.trimmed(token, sentence.start, token.i)
            yield Found("then", "only", token.i, start, end, main, fronted=True)


def _must_before(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Sudmark must pay before the ferries can sail"."""
    doc = sentence.doc
    for token in sentence.spelt({"before"}):
        clause = clause_before(token) or _deed_before(token)
        if clause is None:
            continue
        main, duty = clause
        bound = duty.pos_ in {"VERB", "AUX"} and duty.i < token.i
        awaited = duty.lemma_ not in WANTING and _is_awaited(duty, token)
        due = is_due(duty) or awaited
        what = syntax.first(duty, "nsubj")
        asked = what is not None and what.lower_ == "what"  # "told them what must happen before"
        if bound and due and not (asked or is_negated(duty) or _is_warning(token)):
            duty = duty.head if _is_had_to(duty) else duty
            begins = syntax.extent(duty)[0]
            start, end = syntax.trimmed(duty, begins, token.i)
            if doc[start].lower_ == "that":
                start += 1
            yield Found(
                "must ... before", "only", token.i, start, end, duty, fronted=True, about=main
            )


def _is_warning(before: Token) -> bool:
    """As in "must sit down before any more nets are cut": what is to be kept from coming."""
    after = before.doc[before.i + 1 : before.i + 4]
    more = any(t.lower_ == "more" and t.nbor(-1).lower_ in {"any", "even"} for t in after)
    return more or any(t.lower_ == "another" for t in after)


def _is_had_to(duty: Token) -> bool:
    """As "pay" of "has to pay before"; of "would have to withdraw before any talks" the deed is."""
    above = duty.head
    bound = duty.dep_ == "xcomp" and above.lemma_ in {"have", "need"}
    whole = above.tag_ in syntax.PRESENT or syntax.is_passive(duty)
    return bound and whole and above.i < duty.i


def _deed_before(token: Token) -> tuple[Token, Token] | None:
    """As in "Sudmark would have to withdraw from the valley before any talks"."""
    thing = wanted_after(token, ahead=False) if token.dep_ == "prep" else None
    verb = syntax.governing(token) if thing is not None and thing.pos_ == "NOUN" else None
    return (thing, verb) if thing is not None and verb is not None else None


def _is_awaited(duty: Token, before: Token) -> bool:
    """As in "The wire comes down before a single one of them sits": no mere order of time."""
    after = before.doc[before.i + 1 : min(before.i + _NEAR, before.sent.end)]
    lowered = [token.lower_ for token in after]
    polar = any(word in _POLAR for word in lowered) or "a single" in " ".join(lowered)
    tensed = [duty, *syntax.children(duty, "aux", "auxpass")]
    now = any(token.tag_ in syntax.PRESENT for token in tensed) or syntax.modal(duty) in PROMISING
    return polar and now and not is_saying(duty)


_POLAR = words("any anything anybody anyone ever even anybody's anyone's")

_NEAR = 9  # tokens after "before" in which "any" stands


def _comes_first(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The withdrawal must come first; talks can follow"."""
    for token in sentence.spelt({"first"}):
        if token.head.lemma_ not in {"come", "go", "be", "happen"}:
            continue
        verb = token.head
        subject = syntax.first(verb, *syntax.SUBJECTS)
        main = next((t for t in token.doc[token.i + 1 : sentence.end] if _may_follow(t)), None)
        if subject is None or verb.tag_ == "VBD" or subject.lower_ in _POINTERS:
            continue
        if verb.dep_ == "advcl":
            continue  # "had they come to us first, it would"
        if any(child.lower_ == "the" for child in token.lefts):
            continue  # "could be the first to sign"
        told = not telling.voice(verb).is_narrator
        if main is not None or told:
            start, end = phrase_of(subject)
            top = main if main is not None and not told else verb
            yield Found("comes first", "only", token.i, start, end, top, fronted=True, about=main)


def _may_follow(token: Token) -> bool:
    return is_promise(token) or (token.pos_ == "VERB" and syntax.modal(token) == "may")


_POINTERS = words("he she who they we it i you that this which")


def _must_first(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The price cap has to go first", "It will talk, but the police must leave first"."""
    for token in sentence.spelt({"first", "beforehand"}):
        if token.dep_ == "amod":
            continue
        verb = _duty_over(token)
        if verb is None or is_negated(verb):
            continue
        owner = _ready_before(telling, sentence, verb) if telling.voice(verb).is_narrator else None
        own = owner is not None and set(telling.who(owner)) & set(telling.holder(verb))
        if own or (telling.voice(verb).is_narrator and owner is None):
            continue  # "could live with it. It must first find the money"
        start, end = syntax.extent(verb)
        joined = _coordinated(verb)
        start, end = _around(verb, token, start, end)
        if end > start:
            yield Found(
                "must ... first", "only", token.i, start, end, verb, fronted=True, about=joined,
                owner=owner,
            )  # fmt: skip


def _ready_before(telling: Telling, sentence: Span, verb: Token) -> Token | None:
    """Who was told just before to be ready for something: the rest is in the same voice."""
    doc = sentence.doc
    ready_for = verb.head if verb.dep_ == "conj" else None
    if ready_for is not None and _is_ready(ready_for) and telling.holder(ready_for):
        return syntax.subject(ready_for)  # "will talk, but Sudmark must first pay"
    if sentence.start < _SHORT or "\n\n" in doc[sentence.start - 1 : sentence.start + 1].text:
        return None
    root = doc[sentence.start - 1].sent.root
    subject = syntax.subject(root)
    return subject if _is_ready(root) and subject is not None and telling.who(subject) else None


def _is_ready(verb: Token) -> bool:
    return any(child.lower_ in READY for child in verb.children) or is_promise(verb)


def _duty_over(token: Token) -> Token | None:
    """The verb that "first" belongs to, where somebody must do it or let it be done."""
    verb = syntax.clause_of(token.head)
    top = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "need"} else verb
    bound = is_due(verb) or is_obliged(top)
    near = abs(verb.i - token.i) < _NEAR
    return top if bound and near and verb.pos_ in {"VERB", "AUX"} else None


def _coordinated(verb: Token) -> Token | None:
    """The clause that it is joined to, of what will then come."""
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return verb.head
    return next((c for c in syntax.children(verb, "conj") if is_promise(c)), None)


def _around(verb: Token, first: Token, start: int, end: int) -> tuple[int, int]:
    """The clause of duty, without "first" at its end and "that" at its beginning."""
    commas = (token.i for token in verb.doc[start:end] if token.text == ",")
    end = next((at for at in commas if is_aside(verb.doc, at + 1)), end)  # ", a demand it rejects"
    if first.i == end - 1:
        end -= 1
    while start < end and verb.doc[start].lower_ in _ASIDE:
        start += 1
    return syntax.trimmed(verb, start, end) if end > start else (start, start)


_ASIDE = frozenset({"that", "but", "and", "first", ",", "though", "however"})


def _begins_with(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Any settlement must begin with the return of the prisoners, Norland said"."""
    for verb in sentence.of_lemmas({"begin", "start"}):
        subject = syntax.subject(verb)
        if verb.tag_ != "VB" or not is_due(verb) or subject is None or not is_deed(subject):
            continue
        after = (p for p in syntax.children(verb, "prep") if p.lower_ == "with")
        first = next(filter(None, (syntax.first(p, "pobj", "pcomp") for p in after)), None)
        if first is not None and is_deed(first) and not telling.voice(verb).is_narrator:
            start, end = phrase_of(first)
            yield Found(
                "begin with", "only", verb.i, start, end, verb, fronted=False, about=subject
            )


find = by_sentence(_first_then, _and_then, _must_before, _comes_first, _must_first, _begins_with)
