"""Conditions told as what somebody wants first, or before something else.

"Wants X before Y"; "Before any Y it wants X"; "wants X first".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.requirements import DEEDS
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import words

_STEPS = 6  # from "before" up to "wants"
WANTING = words(
    "want wish expect need demand require like insist ask seek await wait hold press push call"
)


def _wants_before(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Rome wants the levy scrapped before it returns", "wants a date ahead of any vote"."""
    doc = sentence.doc
    for token in sentence.spelt({"ahead", "before"}):
        ahead = token.lower_ == "ahead" and doc[min(token.i + 1, len(doc) - 1)].lower_ == "of"
        if not ahead and (token.lower_ != "before" or token.dep_ not in {"mark", "prep"}):
            continue
        wanting = _wanting_above(token)
        if wanting is None or is_negated(wanting) or _is_of_others(telling, wanting):
            continue
        if wanting.lemma_ == "expect" and _is_guess(wanting, token):
            continue
        if _is_kept_back(wanting, token):
            continue  # "insists that no dam be built before there is a treaty"
        if _only_calls(wanting) or _is_when(token):
            continue  # "what it called a rise, the night before", "data before each filling"
        if wanting.i + 2 >= token.i and token.nbor(-1).lower_ == "that":
            continue  # "demanded that before it signs, Sudmark pay"
        main = wanted_after(token, ahead=ahead)
        torn = telling.quotation(doc[token.i - 1]) and not telling.quotation(doc[wanting.i + 1])
        if main is not None and (torn or _is_ill(main)):
            continue  # "called on both to “talk before somebody gets hurt”"
        start, end = syntax.trimmed(wanting, _wanted_from(wanting), token.i)
        listed = doc[end - 1].lemma_ in _LISTED and bool(sentence.spelt({":"}))
        if main is not None and end > start > wanting.i and not listed:
            yield Found(
                "wants ... before", "only", token.i, start, end, wanting, fronted=True, about=main,
                owner=_wisher(wanting),
            )  # fmt: skip


_LISTED = words("condition demand term point thing guarantee")


def _is_kept_back(wanting: Token, before: Token) -> bool:
    """Whether it is wanted that something is not done: what comes before it is its condition."""
    between = wanting.doc[wanting.i + 1 : before.i]
    lead = _LEAD | _THERE_IS if any(t.dep_ == "expl" for t in between) else _LEAD
    opening = next((t for t in between if t.lower_ not in lead), None)
    return opening is not None and opening.lower_ in {"no", "nothing", "none", "nobody"}


_LEAD = frozenset({"that", "on", "for"})
_THERE_IS = words("there can could will would shall should must may might be is are")


def _only_calls(wanting: Token) -> bool:
    """As in "what it called a fair offer": nothing is called for."""
    return wanting.lemma_ == "call" and not any(c.lower_ in _LINKS for c in wanting.children)


def _is_when(before: Token) -> bool:
    """As in "the night before the contract ran out", "before each filling": no condition."""
    noun = syntax.first(before, "pobj")
    again = noun is not None and any(c.lower_ in _WHICH_TIME for c in noun.children)
    return again or before.nbor(-1).lemma_ in _TIMES


_WHICH_TIME = words("each every next coming upcoming")
_TIMES = words("minute hour day night evening morning week month year")


def _wanted_from(wanting: Token) -> int:
    """Where what is wanted begins: behind "that", or the "for" of "called for"."""
    after = wanting.nbor()
    leads = after.head is wanting and after.dep_ == "prep" and after.lower_ in _LINKS
    return after.i + (leads or (after.lower_ == "that" and after.dep_ == "mark"))


_LINKS = frozenset({"for", "on", "upon"})


def _is_ill(main: Token) -> bool:
    """As in "before somebody gets hurt", "before it is too late": what nobody waits for."""
    late = any(child.lower_ in {"late", "dead"} for child in main.children)
    return late or main.lemma_ in _ILLS


_ILLS = words("hurt die kill injure drown explode collapse starve escalate worsen")


def _before_wants(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Before any talks Norland wants a payment"."""
    token = next(iter(sentence), None)
    if token is None or token.text != "Before" or token.dep_ not in {"mark", "prep"}:
        return
    main = wanted_after(token, ahead=False)
    wanting = token.head if token.dep_ == "prep" else token.head.head
    thing = syntax.first(wanting, "dobj", "ccomp", "xcomp")
    told = wanting.lemma_ in WANTING and wanting.pos_ == "VERB" and wanting.i > token.i
    told = told and not _only_calls(wanting)
    if main is None or thing is None or thing.i < wanting.i or not told:
        return
    if telling.holder(wanting) and not is_negated(wanting):
        start, end = syntax.trimmed(thing, wanting.i + 1, syntax.extent(wanting)[1])
        yield Found(
            "before ... wants", "only", token.i, start, end, wanting, fronted=True, about=main
        )


def _wanting_above(token: Token) -> Token | None:
    step = token
    for _ in range(_STEPS):
        if step.dep_ == "conj" and step.pos_ == "VERB" and step.tag_ in syntax.TENSED:
            return None  # "asked for a report, and says it will not decide before the vote"
        if is_negated(step) and syntax.modal(step) in _KEEPING_BACK:
            return None  # "insists that it will not pay before the sum is known"
        step = step.head
        caused = step.lemma_ == "have" and syntax.modal(step) == "would"
        if caused and _is_to_be_done(step) and step.i < token.i:
            return step  # "would have the quota doubled before it signs"
        if step.lemma_ in _RECEIVING and _is_needed(step) and step.i < token.i:
            return step  # "would have to see steps before it signs"
        asked = step.lemma_ == "include" and _is_wish(syntax.first(step, "nsubj"))
        told = step.tag_ != "VBN" or any(True for _ in syntax.children(step, "aux"))
        if told and (step.lemma_ in WANTING or asked) and step.pos_ == "VERB" and step.i < token.i:
            return step if not syntax.is_passive(step) else None
    return None


_KEEPING_BACK = words("will would can could shall should must may might")
_RECEIVING = words("see hear get receive obtain")


def _is_needed(verb: Token) -> bool:
    """As "see" of "must see a text", "would have to see one"."""
    above = verb.head.lemma_ == "have" and verb.dep_ == "xcomp"
    if verb.head.lemma_ in WANTING and verb.dep_ == "xcomp":
        return False  # "needs to see data": that it needs to
    return verb.tag_ == "VB" and (above or syntax.modal(verb) == "must")


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


def wanted_after(token: Token, *, ahead: bool) -> Token | None:
    """What is to follow: the clause after "before", or a deed ("ahead of any vote")."""
    if token.dep_ == "mark" and token.head.i > token.i:
        return token.head
    if not ahead and (clause := clause_before(token)) is not None:
        return clause[0]  # "before a single engineer crosses", led astray
    of = syntax.first(token, "prep") if ahead else token
    noun = syntax.first(of, "pobj", "pcomp") if of is not None else None
    if noun is not None and noun.dep_ == "pcomp":
        return noun  # "needs to see data before approving it"
    return noun if noun is not None and _is_deed(noun) else None


def _is_deed(noun: Token) -> bool:
    if any(child.lower_ == "else" for child in noun.children):
        return False  # "wants the law before anything else": what matters most
    if noun.lemma_.lower() in DEEDS or noun.lower_ in {"anything", "any"}:
        return True
    of = next((p for p in syntax.children(noun, "prep") if p.lower_ == "of"), None)
    inner = syntax.first(of, "pobj") if of is not None else None  # "round of talks"
    return inner is not None and inner.lemma_.lower() in DEEDS


def clause_before(before: Token) -> tuple[Token, Token] | None:
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


def _wants_first(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "She wants an apology first", "Norland demands proof of payment first"."""
    for token in sentence.spelt({"first"}):
        verb = token.head
        of_all = token.i + 1 < sentence.end and token.nbor().lower_ == "of"
        if verb.pos_ not in {"VERB", "NOUN"} or verb.i > token.i or of_all:
            continue
        wanting = verb if verb.pos_ == "VERB" else verb.head
        while wanting.lemma_ not in WANTING and wanting.dep_ in {"prep", "dobj", "pcomp", "pobj"}:
            wanting = wanting.head  # "wants it in writing first"
        if verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in WANTING:
            wanting = verb.head  # "wants the ban lifted first"
        given = syntax.children(wanting, "dobj", "ccomp", "xcomp")
        thing = next((child for child in given if child.i > wanting.i), None)
        if wanting.lemma_ not in WANTING or thing is None or not wanting.i < thing.i < token.i:
            continue
        doer = syntax.first(wanting, "nsubj")
        if doer is not None and doer.lower_ in {"each", "both", "neither"}:
            continue  # "each wants the other to go first": that it is stuck
        if _is_own_doing(thing) or verb.lemma_ == "put":
            continue  # "wanted to read it first", "urged both to put viewers first"
        if telling.holder(wanting) and not is_negated(wanting):
            start, end = syntax.trimmed(thing, _wanted_from(wanting), token.i)
            yield Found("wants ... first", "only", token.i, start, end, wanting, fronted=True)


def _is_own_doing(thing: Token) -> bool:
    """As "read" of "wants to read it first"; but "wants to see the money first"."""
    own = thing.dep_ == "xcomp" and thing.tag_ == "VB"
    own = own and syntax.first(thing, *syntax.SUBJECTS) is None
    return own and thing.lemma_ not in _PERCEIVING


_PERCEIVING = words("see have get hear know receive be")


def _first_wants(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Sudmark first wants its nets back", "would first have the order read by lawyers"."""
    for token in sentence.spelt({"first"}):
        verb = token.head
        ahead = syntax.modal(verb) in {"would", "will"}
        now = verb.tag_ in {"VBZ", "VBP"} or ahead
        if verb.pos_ != "VERB" or verb.i <= token.i or not now or is_negated(verb):
            continue
        given = syntax.children(verb, "dobj", "ccomp", "xcomp")
        thing = next((child for child in given if child.i > verb.i), None)
        if thing is None or not telling.holder(verb):
            continue
        brought = _is_to_be_done(verb)  # "would first have the order read"
        if verb.lemma_ in _WISHING or (ahead and verb.lemma_ in {"have", "see"} and brought):
            start, end = syntax.trimmed(thing, _wanted_from(verb), syntax.extent(verb)[1])
            yield Found("wants ... first", "only", token.i, start, end, verb, fronted=True)


_WISHING = words("want demand require expect need like")


def _is_to_be_done(verb: Token) -> bool:
    """Whether somebody is to do it: "have the order read", "see the money paid"."""
    near = verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]
    return any(t.tag_ == "VBN" and t.dep_ in {"acl", "ccomp", "xcomp", "oprd"} for t in near)


_NEAR = 8  # words to what is done


find = by_sentence(_wants_before, _before_wants, _wants_first, _first_wants)
