"""What is told by the way: which deal it was, who somebody is, what one would do. No events.

An event is a step that somebody took, told as such. What only says which one is meant ("the deal
that ended the war"), who somebody is ("a nurse who was elected in 2021") or what one would do
("has offered to mediate") is none.
"""

from __future__ import annotations

from detente.reading.arguments import is_passive, object_of, prepositional
from detente.reading.aspects import is_perfect
from detente.reading.events.cues import THINGS
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.syntax import agent, subject
from detente.reading.wording import words


def is_by_the_way(verb: Token, kind: str, date: str | None) -> bool:
    """Whether the clause describes what it hangs on, or says only what one would or used to do."""
    if not date and (_is_habit(verb) or _is_asking(verb, kind) or _is_kept(verb, kind)):
        return True
    if verb.dep_ == "acl" and _describes(verb, kind, date):
        return True
    if verb.dep_ == "relcl" and kind in _WHICH and not date:
        return True  # "the deal that ended the war", "he, who had backed it": which, who
    if _is_thought_of(verb) or _is_of_somebody_else(verb) or _is_tally(verb, kind):
        return True
    offers = verb.lemma_ in _OFFERING
    return offers and not (date and _is_given(verb))  # "has offered to mediate"


def _is_asking(verb: Token, kind: str) -> bool:
    """As in "has appealed to both to settle", "has asked the court to say so": what one wants."""
    wants = any(c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > verb.i for c in verb.children)
    court = is_of(object_of(verb), _COURTS) or any(is_of(t, _COURTS) for t in _to(verb))
    return kind == "other" and verb.lemma_ in {"appeal", "ask"} and wants and not court


def _to(verb: Token) -> list[Token]:
    return prepositional(verb, "to")


_COURTS = words("court tribunal judge ombudsman regulator magistrate")


def _is_kept(verb: Token, kind: str) -> bool:
    """As in "has held the area since": how it is."""
    return kind == "occupy" and verb.lemma_ in {"hold", "keep", "control"} and is_perfect(verb)


def _is_thought_of(verb: Token) -> bool:
    """As in "Restoring the bonus is not excluded": what is only spoken of."""
    if verb.dep_ not in {"csubj", "csubjpass"} or verb.tag_ not in {"VBG", "VB"}:
        return False
    if verb.tag_ == "VB":
        return True  # "To open the gate now would mean war"
    return reality(verb.head) != REAL or verb.head.tag_ in {"VBZ", "VBP"} or is_passive(verb.head)


def _is_of_somebody_else(verb: Token) -> bool:
    """As in "Ana Berg, whose father fought in 1982": by no body or force of theirs."""
    if verb.dep_ != "relcl":
        return False
    own = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is None or not any(c.lower_ == "whose" for c in own.children):
        return False
    return is_of(own, _KIN)


_KIN = words("""
    father mother parent brother sister son daughter wife husband uncle aunt cousin grandfather
    grandmother grandparent great-grandfather family child ancestor forebear relative widow
    nephew niece friend neighbour neighbor""")


def _is_tally(verb: Token, kind: str) -> bool:
    """As in "which have fought three wars": how many there were in all."""
    war = object_of(verb)
    many = war is not None and war.tag_ == "NNS" and any(c.pos_ == "NUM" for c in war.children)
    told = kind in {"clash", "other"} and many
    return told and war is not None and war.lemma_ in {"war", "battle"}


_WHICH = frozenset({"agree", "coerce", "other", "occupy", "sanction", "strike", "withdraw"})


def _is_habit(verb: Token) -> bool:
    """As in "a commission met every spring", "for decades they shared it", "usually shuts it"."""
    for child in verb.children:
        if child.lower_ in _USUALLY:
            return True
        if child.dep_ == "npadvmod" and any(c.lower_ in _EACH for c in child.children):
            return True
    fished = verb.lemma_ in {"share", "divide", "accept", "observe", "honour", "respect"}
    return fished and any(c.lower_ == "for" and c.dep_ == "prep" for c in verb.children)


_USUALLY = words("usually often always regularly normally traditionally routinely annually")
_EACH = frozenset({"every", "each", "most", "some"})
_OFFERING = frozenset({"offer", "volunteer"})


_MADE = THINGS["MEASURE"] | THINGS["DEAL"] | THINGS["LAW"]


def _is_given(verb: Token) -> bool:
    """As in "offered both sides a date": no "offered to come"."""
    return all(c.dep_ not in {"xcomp", "ccomp"} for c in verb.children)


_ONCE = frozenset({"swap", "exchange", "release", "handover", "meeting", "encounter", "visit"})


def _describes(verb: Token, kind: str, date: str | None) -> bool:
    """As in "talks brokered by A", a relation; "the soldiers stationed there", a description."""
    if kind == "mediate" and verb.head.lemma_.lower() in _ONCE:
        return False  # "a swap arranged by A"
    if kind in {"mediate", "negotiate"}:
        return True
    if date is None and verb.tag_ == "VBN" and verb.lemma_ in _FIXING:
        return True  # "a tariff frozen until 2035"
    if verb.lemma_ in _CAREER | _PUBLISHING:
        return True  # "A's envoy, appointed in March": who he is
    if date is None and (kind == "agree" or is_of(verb.head, _MADE)):
        return True  # "a text signed by eighteen", "the sanctions imposed by them": which
    bare = agent(verb) is None or kind in {"decide", "coerce", "other"}
    return verb.tag_ == "VBN" and bare and (date is None or kind == "other")


def is_career(verb: Token) -> bool:
    """As in "a former nurse who was elected in 2021": who somebody is."""
    if verb.lemma_ not in _CAREER or verb.dep_ != "relcl":
        return False
    named = is_of(subject(verb), _SOMEBODY | {verb.head.lemma_}) or verb.head.pos_ == "PROPN"
    return named and verb.head.tag_ in {"NN", "NNP"}


_PUBLISHING = words("publish release write print commission compile")
_FIXING = words("freeze fix cap peg lock tie hold keep bind set guarantee limit index")
_SOMEBODY = THINGS["PEOPLE"] | THINGS["OFFICIALS"] | THINGS["WORKERS"]
_CAREER = words("""
    elect re-elect reelect appoint name reappoint install retire ordain enthrone crown nominate
    choose pick promote""")
