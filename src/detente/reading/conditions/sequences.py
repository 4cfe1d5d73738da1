"""Conditions by order: what must come first, in one sentence or in the one before.

"First X, then Y"; "X must ... before Y"; "wants X before Y"; "X comes first"; "X. Only then will
Y"; "X. Failing that, Y".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import READY
from detente.reading.conditions.found import PROMISING, Found, by_sentence, is_promise
from detente.reading.conditions.requirements import DEEDS, phrase_of
from detente.reading.parsed import Span, Token
from detente.reading.saying import is_plain, is_saying
from detente.reading.wording import words

_SHORT = 6  # tokens that a clause has at least

WANTING = words(
    "want wish expect need demand require like insist ask seek await wait hold press push call"
)


def _verb_in(tokens: Span) -> Token | None:
    """The governing verb of a stretch."""
    inside = {token.i for token in tokens}
    verbs = [t for t in tokens if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"aux", "auxpass"}]
    tops = [t for t in verbs if t.head.i not in inside or t.head == t]
    return next(iter(tops or verbs), None)


def _promise_in(tokens: Span) -> Token | None:
    """The first verb of a stretch that says what will come, else its governing one."""
    told = (t for t in tokens if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"aux", "auxpass"})
    now = (t for t in told if t.tag_ in {"VBP", "VBZ"} or is_promise(t))
    return next((t for t in now if not is_plain(t)), None) or _verb_in(tokens)


def _first_then(_telling: Telling, sentence: Span) -> Iterator[Found]:
    doc = sentence.doc
    opening = next((t for t in sentence.spelt({"first"}) if _may_open(t)), None)
    then = next(iter(sentence.spelt({"then"})), None)
    if opening is None or then is None or then.i <= opening.i:
        return
    stop = next((t.i for t in doc[opening.i : then.i] if t.text in {",", ";"}), None)
    main = _promise_in(doc[then.i + 1 : sentence.end])
    if stop is not None and main is not None and stop > opening.i + 2:
        begins = opening.i + 1 if _opens(opening) else syntax.extent(opening.head)[0]
        start, end = syntax.trimmed(opening, begins, stop)
        yield Found(
            "first ... then", "only", opening.i, start, end, main, fronted=True,
            owner=_demander(opening),
        )  # fmt: skip


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
        clause = _clause_before(token)
        if clause is None:
            continue
        main, duty = clause
        bound = duty.pos_ in {"VERB", "AUX"} and duty.i < token.i
        awaited = duty.lemma_ not in WANTING and _is_awaited(duty, token)
        due = syntax.modal(duty) in {"must", "should"} or awaited
        if bound and due and not syntax.is_negated(duty):
            begins = syntax.extent(duty)[0]
            start, end = syntax.trimmed(duty, begins, token.i)
            if doc[start].lower_ == "that":
                start += 1
            yield Found("must ... before", "only", token.i, start, end, main, fronted=True)


def _clause_before(before: Token) -> tuple[Token, Token] | None:
    """What comes after "before", and the verb that it limits."""
    if before.dep_ == "mark":
        return before.head, before.head.head
    noun = syntax.first(before, "pobj")  # "must be held before aid is released": led astray
    if noun is None or before.dep_ != "prep" or before.head.pos_ not in {"VERB", "AUX"}:
        return None
    end = min(noun.i + 4, before.sent.end)
    told = next((t for t in before.doc[noun.i + 1 : end] if t.tag_ in _TENSED), None)
    if told is None or any(t.is_punct for t in before.doc[noun.i : told.i]):
        return None
    return (told.head if told.dep_ in {"aux", "auxpass"} else told), before.head


_TENSED = frozenset({"VBZ", "VBP", "MD"})


def _is_awaited(duty: Token, before: Token) -> bool:
    """As in "The wire comes down before a single one of them sits": no mere order of time."""
    after = before.doc[before.i + 1 : min(before.i + _NEAR, before.sent.end)]
    lowered = [token.lower_ for token in after]
    polar = any(word in _POLAR for word in lowered) or "a single" in " ".join(lowered)
    tensed = [duty, *syntax.children(duty, "aux", "auxpass")]
    now = any(token.tag_ in {"VBZ", "VBP"} for token in tensed) or syntax.modal(duty) in PROMISING
    return polar and now and not is_saying(duty)


_POLAR = words("any anything anybody anyone ever even anybody's anyone's")

_NEAR = 9  # tokens after "before" in which "any" stands


def _wants_before(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Rome wants the levy scrapped before it returns", "wants a date ahead of any vote"."""
    doc = sentence.doc
    for token in sentence.spelt({"ahead", "before"}):
        ahead = token.lower_ == "ahead" and doc[min(token.i + 1, len(doc) - 1)].lower_ == "of"
        if not ahead and (token.lower_ != "before" or token.dep_ not in {"mark", "prep"}):
            continue
        wanting = _wanting_above(token)
        if wanting is None or syntax.is_negated(wanting) or _is_of_others(telling, wanting):
            continue
        if wanting.lemma_ == "expect" and _is_guess(wanting, token):
            continue
        main = _wanted_after(token, ahead=ahead)
        start, end = syntax.trimmed(wanting, wanting.i + 1, token.i)
        if main is not None and end > start > wanting.i:
            yield Found(
                "wants ... before", "only", token.i, start, end, wanting, fronted=True, about=main,
                owner=_wisher(wanting),
            )  # fmt: skip


def _wanting_above(token: Token) -> Token | None:
    step = token
    for _ in range(_SHORT):
        step = step.head
        asked = step.lemma_ == "include" and _is_wish(syntax.first(step, "nsubj"))
        if (step.lemma_ in WANTING or asked) and step.pos_ == "VERB" and step.i < token.i:
            return step if step.tag_ != "VBN" or not syntax.is_passive(step) else None
    return None


def _is_of_others(telling: Telling, wanting: Token) -> bool:
    """As in "They want us to pay first," said by somebody else."""
    subject = telling.subject(wanting)
    others = subject is not None and subject.lower_ in {"they", "he", "she", "you"}
    return others and telling.voice(wanting).direct


def _is_guess(expecting: Token, before: Token) -> bool:
    """As in "Few expect an answer before the elections": when, as they think, it will come."""
    subject = syntax.first(expecting, "nsubj")
    noun = syntax.first(before, "pobj")
    many = subject is not None and subject.lower_ in _COUNTED
    return many or (noun is not None and not any(c.lower_ == "any" for c in noun.children))


_COUNTED = words("few many most some nobody none observers analysts diplomats experts all others")


def _is_wish(subject: Token | None) -> bool:
    return subject is not None and subject.lemma_ in {"demand", "condition", "wish", "term"}


def _wisher(wanting: Token) -> Token | None:
    """Of "Norland's demands include": whose they are."""
    wish = syntax.first(wanting, "nsubj")
    if wish is None or not _is_wish(wish):
        return None
    return next(syntax.children(wish, "poss", "amod", "nmod", "compound"), None)


def _wanted_after(token: Token, *, ahead: bool) -> Token | None:
    """What is to follow: the clause after "before", or a deed ("ahead of any vote")."""
    if token.dep_ == "mark" and token.head.i > token.i:
        return token.head if syntax.modal(token.head) != "have" else None
    if not ahead and (clause := _clause_before(token)) is not None:
        return clause[0]  # "before a single engineer crosses", led astray
    of = syntax.first(token, "prep") if ahead else token
    noun = syntax.first(of, "pobj", "pcomp") if of is not None else None
    if noun is not None and noun.dep_ == "pcomp":
        return noun  # "needs to see data before approving it"
    return noun if noun is not None and _is_deed(noun) else None


def _is_deed(noun: Token) -> bool:
    if noun.lemma_.lower() in DEEDS or noun.lower_ in {"anything", "any"}:
        return True
    of = next((p for p in syntax.children(noun, "prep") if p.lower_ == "of"), None)
    inner = syntax.first(of, "pobj") if of is not None else None  # "round of talks"
    return inner is not None and inner.lemma_.lower() in DEEDS


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
        if verb is None or syntax.is_negated(verb):
            continue
        owner = _ready_before(telling, sentence) if telling.voice(verb).is_narrator else None
        if telling.voice(verb).is_narrator and owner is None:
            continue
        start, end = syntax.extent(verb)
        joined = _coordinated(verb)
        start, end = _around(verb, token, start, end)
        if end > start:
            yield Found(
                "must ... first", "only", token.i, start, end, verb, fronted=True, about=joined,
                owner=owner,
            )  # fmt: skip


def _ready_before(telling: Telling, sentence: Span) -> Token | None:
    """Who was told just before to be ready for something: the rest is in the same voice."""
    doc = sentence.doc
    if sentence.start < _SHORT or "\n\n" in doc[sentence.start - 1 : sentence.start + 1].text:
        return None
    root = doc[sentence.start - 1].sent.root
    subject = syntax.subject(root)
    ready = any(child.lower_ in READY for child in root.children) or is_promise(root)
    return subject if ready and subject is not None and telling.who(subject) else None


def _wants_first(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "She wants an apology first", "Norland demands proof of payment first"."""
    for token in sentence.spelt({"first"}):
        verb = token.head
        if verb.pos_ not in {"VERB", "NOUN"} or verb.i > token.i:
            continue
        wanting = verb if verb.pos_ == "VERB" else verb.head
        if verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in WANTING:
            wanting = verb.head  # "wants the ban lifted first"
        thing = syntax.first(wanting, "dobj", "ccomp", "xcomp")
        if wanting.lemma_ not in WANTING or thing is None or not wanting.i < thing.i < token.i:
            continue
        doer = syntax.first(wanting, "nsubj")
        if doer is not None and doer.lower_ in {"each", "both", "neither"}:
            continue  # "each wants the other to go first": that it is stuck
        if telling.holder(wanting) and not syntax.is_negated(wanting):
            start, end = syntax.trimmed(thing, wanting.i + 1, token.i)
            yield Found("wants ... first", "only", token.i, start, end, wanting, fronted=True)


def _duty_over(token: Token) -> Token | None:
    """The verb that "first" belongs to, where somebody must do it or let it be done."""
    verb = syntax.clause_of(token.head)
    top = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "need"} else verb
    bound = syntax.modal(verb) in {"must", "should"} or top.lemma_ in {"have", "need"}
    near = abs(verb.i - token.i) < _NEAR
    return top if bound and near and verb.pos_ in {"VERB", "AUX"} else None


def _coordinated(verb: Token) -> Token | None:
    """The clause that it is joined to, of what will then come."""
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return verb.head
    return next((c for c in syntax.children(verb, "conj") if is_promise(c)), None)


def _around(verb: Token, first: Token, start: int, end: int) -> tuple[int, int]:
    """The clause of duty, without "first" at its end and "that" at its beginning."""
    if first.i == end - 1:
        end -= 1
    while start < end and verb.doc[start].lower_ in {"that", "but", "and", "first", ","}:
        start += 1
    return syntax.trimmed(verb, start, end) if end > start else (start, start)


find = by_sentence(
    _first_then, _and_then, _must_before, _wants_before, _comes_first, _must_first, _wants_first
)
