"""Conditions told as a state beside the clause that depends on it, with no verb of tense.

"Will not sign with the guns still firing", "would return with the ban lifted", "is ready to join,
its seat being granted", "could discuss it, Sudmark having first withdrawn".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.awaiting import AWAITED
from detente.reading.conditions.dependence import (
    READY,
    chain,
    is_offered,
    is_open,
    is_withheld,
    persists,
)
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.governed import is_fronted, mains
from detente.reading.conditions.requirements import is_deed
from detente.reading.extents import back_end, front_end
from detente.reading.parsed import Span, Token
from detente.reading.wording import words


def _with(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "no talks with the road still closed", "would sign with that line removed"."""
    for token in sentence.spelt({"with"}):
        noun = _thing_after(token)
        state = _state_of(noun) if noun is not None else None
        if noun is None or token.nbor(-1).lower_ in _NONE_BEFORE:
            continue
        main = _main(telling, token)
        family = _family(telling, main, noun, state) if main is not None else None
        if main is None or family is None:
            continue
        fronted = is_fronted(telling.doc, token.i, token)
        first = token.i + 1
        end = (
            front_end(telling, first, main) if fronted else back_end(telling, first, main, token.i)
        )
        start, end = syntax.trimmed(noun, first, end)
        yield Found("with", family, token.i, start, end, main, fronted)


_NONE_BEFORE = words("even along together only not coupled")


def _thing_after(token: Token) -> Token | None:
    """The noun of "with the guns still firing"."""
    near = token.doc[token.i + 1 : min(token.i + _NEAR, token.sent.end)]
    return next((t for t in near if t.pos_ in syntax.NAMING and _is_thing(t)), None)


def _is_thing(token: Token) -> bool:
    if token.lower_ in _STATES:
        return False
    misread = token.dep_ == "compound" and token.head.lower_ in _STATES  # "the debt unpaid"
    return misread or token.dep_ in _PLACES


_NEAR = 8  # words to the noun
_PLACES = frozenset({"pobj", "nsubj", "nsubjpass", "dobj"})


def _state_of(noun: Token) -> Token | None:
    """The "firing", "removed", "open" or "in" after a noun: what it is to be in, or not."""
    after = noun.i + 1
    doc, stop = noun.doc, noun.sent.end
    while after < stop and doc[after].lower_ in _STILL:
        after += 1
    state = doc[after] if after < stop else noun
    if state.lower_ == "as" and doc[min(after + 1, stop - 1)].lower_ in {"they", "it", "things"}:
        return state  # "with the rules as they stand"
    if after == noun.i + 1 and _is_description(state):
        return None
    if state.lower_ in _TOLD or _leads_on(state):
        return None  # "as talks with the board went into a third round", "with A over the lake"
    if state.tag_ in {"VBG", "VBN", "VBD"} or state.lower_ in _STATES:
        return state
    if state.pos_ in {"ADP", "SCONJ"} and any(
        t.lower_ in _SITUATIONS and t.dep_ == "pobj" for t in doc[after + 1 : min(after + 4, stop)]
    ):
        return state
    return state if after > noun.i + 1 and state.pos_ in {"ADP", "ADJ", "ADV"} else None


def _is_description(state: Token) -> bool:
    """As of "with the ruling made in June", "a line taken by Norland": which one it is."""
    following = state.nbor().lower_ if state.i + 1 < state.sent.end else ""
    return state.tag_ in {"VBN", "VBD"} and following in {"by", "in", "on", "at", "to", "from"}


def _leads_on(state: Token) -> bool:
    """As "over" of "talks with Norland over the lake"."""
    aimed = state.lower_ in {"over", "off", "down", "up", "away"} and state.tag_ == "IN"
    at = syntax.first(state, "pobj") if aimed else None
    return at is not None and at.lower_ not in _SITUATIONS  # but "with a suit over its head"


_TOLD = words("went took began came gave saw was were had did said ran broke fell rose")
_STILL = words("still already yet now anywhere firmly first not so back ever permanently")
_STATES = words(
    "open shut closed missing absent unpaid unsigned unresolved unsettled pending unanswered free "
    "empty intact gone off down away out over up empty-handed outstanding alive dead ready "
    "overhead aloft nearby afloat"
)
_SITUATIONS = words(
    "force place power office jail prison prisons captivity custody detention view sight doubt "
    "limbo writing paper table agenda strike soil streets bars arrest siege occupation head heads "
    "ruins pieces tatters flames chains shackles cells tents "
    "throat throats gate gates door doors building room account accounts bank hand air "
    "uniform"
)


def _main(telling: Telling, token: Token) -> Token | None:
    """The clause that the state stands beside."""
    fronted = is_fronted(telling.doc, token.i, token)
    last = token.head if token.dep_ == "mark" else token
    if token.dep_ == "mark" and last.dep_ == "advcl" and (last.head.i > last.i) == fronted:
        return last.head
    found = mains(telling, token, token.i, token.i + 1, fronted=fronted)
    return next((main for main in found if main.pos_ in {"VERB", "AUX"}), None)


def _family(telling: Telling, main: Token, noun: Token, state: Token | None) -> str | None:
    """How the clause depends on the state, if it does at all."""
    narrated = telling.voice(main).is_narrator and not telling.holder(main)
    if narrated or not is_open(telling, main):
        return None
    if state is not None and state.nbor(-1) == noun and _governs(main):
        return None
    if is_withheld(main) or persists(main):
        return "not while" if state is not None and not _is_partner(main, noun, state) else None
    if not is_offered(telling, main):
        return None
    if state is None:
        own = noun.lemma_.lower() in AWAITED and main.lemma_ not in _GOING_WITH
        return "only" if own and syntax.first(noun, "prep") is not None else None
    brought = state.lemma_ in _BROUGHT_ABOUT or state.lower_ in _BROUGHT_ABOUT
    return "only" if brought or _is_put_so(state) else None


def _governs(main: Token) -> bool:
    """Whether "with" belongs to the verb: "agree with", "be satisfied with"."""
    pleased = any(c.lower_ in _PLEASED for c in syntax.children(main, "acomp"))
    return pleased or main.lemma_ in _GOING_WITH or main.lower_ in _PLEASED


_PLEASED = words("satisfied content happy pleased familiar unhappy consistent compatible")


def _is_partner(main: Token, noun: Token, state: Token) -> bool:
    """As in "will not meet with envoys in Norland's pay": with whom, and no state of things."""
    person = noun.pos_ in {"PROPN", "PRON"} or noun.lower_.endswith(_PERSONS)
    return main.lemma_ in _MEETING and person and state.pos_ in {"ADP", "SCONJ"}


_PERSONS = ("ers", "ors", "ists", "ants", "ents", "ees", "men", "women", "people")
_MEETING = words("meet talk negotiate deal speak sit work cooperate trade agree share")


def _is_put_so(state: Token) -> bool:
    """As in "with a promise in writing", "with the tanks out of the way"."""
    after = state.doc[state.i + 1 : min(state.i + 4, state.sent.end)]
    return state.pos_ in {"ADP", "SCONJ", "ADV"} and any(t.lower_ in _SETTLED for t in after)


_SETTLED = words("writing paper place hand bank way work")
_GOING_WITH = words(
    "begin start open end coincide go combine couple deal continue proceed help agree comply "
    "follow connect conclude cope press side quarrel compare fill provide supply present charge "
    "associate interfere tamper compete consult engage collaborate"
)
_BROUGHT_ABOUT = words(
    "write remove lift drop withdraw suspend cancel call raise lower release return pay repay "
    "settle clear restore reinstate free guarantee meet sign ratify publish freeze halt stop end "
    "scrap repeal revoke delete amend change strike open reopen dismantle dissolve disarm disband "
    "resolve secure recognise recognize honour honor reverse rescind waive drain shelve evacuate "
    "unfreeze unlock replace rewrite gone off down away out back complete finish"
)


def _being(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "is ready to join, its seat being granted", "could talk, Sudmark having withdrawn"."""
    for token in sentence.spelt({"being", "having"}):
        verb = token.head
        subject = syntax.first(verb, "nsubj", "nsubjpass") if verb.tag_ == "VBN" else None
        if subject is None or subject.i > token.i or subject.left_edge.i == sentence.start:
            continue
        if subject.left_edge.nbor(-1).text != ",":
            continue
        begins = subject.left_edge.i
        bare = token.lower_ == "having" and not syntax.is_passive(verb)
        if bare and not any(
            c.lower_ in {"first", "previously", "beforehand"} for c in verb.children
        ):
            continue  # "would appeal, the court having rejected its claim": why, and no terms
        main = _beside(telling, verb, begins)
        if main is None or main.i > begins or is_withheld(main):
            continue
        if _is_conditional(telling, main):
            start, end = syntax.trimmed(verb, begins, back_end(telling, begins, main, begins))
            yield Found(token.lower_, "only", begins, start, end, main, fronted=False)


def _beside(telling: Telling, verb: Token, begins: int) -> Token | None:
    """The clause before it: above in the parse, or below, or next to it."""
    if verb.head.i < begins and verb.head.pos_ in {"VERB", "AUX", "ADJ"}:
        return verb.head
    below = next((c for c in syntax.children(verb, "ccomp", "advcl") if c.i < begins), None)
    return below or next(mains(telling, verb, begins, begins, fronted=False), None)


def _is_conditional(telling: Telling, main: Token) -> bool:
    """Whether a clause says what somebody would do, and not what will come."""
    steps = chain(main)
    ready = any(child.lower_ in READY for step in steps for child in step.children)
    ahead = {syntax.modal(step) for step in steps} & {"would", "could", "might"}
    return (ready or bool(ahead)) and bool(telling.holder(main) or telling.voice(main).holder)


def _without(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "A vote without the release of prisoners will not be seen as credible"."""
    for token in sentence.spelt({"without", "absent"}):
        deed, thing = token.head, syntax.first(token, "pobj", "pcomp")
        main = deed.head
        subject = deed.dep_ in syntax.SUBJECTS and deed.i < token.i < main.i
        if not subject or thing is None or thing.lower_ in _BARE:
            continue
        if not (is_deed(deed) or deed.lemma_.lower() in _MADE or main.lemma_ in _ACCEPTING):
            continue  # "a country without power cannot grow"
        useless = any(c.lower_ in _USELESS for c in syntax.children(main, "acomp", "attr", "dobj"))
        lost = (
            (is_withheld(main) and main.lemma_ != "have")
            or useless
            or main.lemma_ in _FAILING
            or main.lower_ in _USELESS
        )
        ahead = main.tag_ in syntax.PRESENT or bool(syntax.modal(main)) or syntax.is_passive(main)
        if lost and ahead and not telling.voice(main).is_narrator:
            helpers = [c.i for c in main.children if c.dep_ in _HELPING and c.i > thing.i]
            start, end = syntax.trimmed(thing, token.i + 1, min([main.i, *helpers]))
            yield Found("without", "only", token.i, start, end, main, fronted=True, about=deed)


_HELPING = frozenset({"aux", "auxpass", "neg"})
_MADE = words(
    "sale map pipeline plan text paper draft formula budget law list line border bridge dam ballot "
    "government cabinet council court army report poll"
)
_ACCEPTING = words("accept recognise recognize sign ratify approve hold honour honor convene")
_BARE = words("preconditions precondition delay conditions notice end")
_USELESS = words(
    "doomed useless worthless meaningless pointless void sense illusion nothing sham waste"
)
_FAILING = words("fail collapse lack mean")


find = by_sentence(_with, _being, _without)
