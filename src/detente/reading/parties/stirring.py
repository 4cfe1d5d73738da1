"""What a noun phrase without a name does that makes it a party: takes a position or a side."""

from __future__ import annotations

from detente.reading.grammar import is_dealt_with
from detente.reading.parsed import Token
from detente.reading.parties.cast import wills
from detente.reading.parties.names import nouns
from detente.reading.parties.phrases import Phrase
from detente.reading.parties.taking_sides import takes_side
from detente.reading.syntax import NOMINAL, SUBJECTS

_GIVING = frozenset({"from", "by", "with", "against", "between"})


def speaks(head: Token) -> bool:
    """Whether it takes a position, which is enough to be a party, or is at odds with somebody."""
    taken = wills(head) and head.head.lemma_ in nouns("taking") | nouns("siding")
    return taken or takes_side(head) or _is_at_odds(head)


def _is_at_odds(head: Token) -> bool:
    """As "anglers and farmers are at odds", "herders are locked in a dispute with farmers"."""
    first = head.head if head.dep_ == "conj" else head
    if first.dep_ not in SUBJECTS or head.pos_ not in NOMINAL:
        return False
    verb = first.head
    within = (child for child in verb.children if child.lower_ in {"at", "in"})
    return verb.lemma_ in _BEING and any(
        inner.lower_ in _AT_ODDS for child in within for inner in child.children
    )


_BEING = frozenset({"be", "remain", "lock", "embroil", "mire", "stay"})


_AT_ODDS = frozenset(
    {"odds", "loggerheads", "dispute", "row", "standoff", "stand-off", "quarrel", "deadlock",
     "feud", "conflict", "battle", "stalemate"}
)  # fmt: skip


def is_told_apart(phrase: Phrase) -> bool:
    """Whether more is said of them than what they are: "junior doctors", "residents of Umu"."""
    more = any(child.dep_ in {"prep", "relcl", "acl"} for child in phrase.head.children)
    return more or phrase.start < phrase.head.i


def is_collective(phrase: Phrase) -> bool:
    """Whether many do together what a crowd of one mind does: "Farmers in Theni blocked the road".

    They are told apart, or there is somebody at their head.
    """
    if is_led(phrase.head):
        return True
    definite = phrase.start > 0 and phrase.head.doc[phrase.start - 1].lower_ == "the"
    if not definite and not is_told_apart(phrase):
        return _says_they_will(phrase.head)
    return takes_a_side(phrase.head)


def takes_a_side(head: Token) -> bool:
    """Whether it wants, refuses or vows something: "say they will not move" as well."""
    verb = head.head
    if takes_side(head):
        return True
    if head.dep_ not in SUBJECTS:
        return False
    if verb.lemma_ in nouns("siding") or _says_they_will(head) or _goes_out(verb):
        return True
    taken = verb.lemma_ in nouns("taking") and _is_taken_up(head)
    return taken or (verb.lemma_ == "tell" and any(map(_is_asked, verb.children)))


def _goes_out(verb: Token) -> bool:
    """As in "began a boycott", "called a strike"."""
    things = (child for child in verb.children if child.dep_ == "dobj")
    return verb.lemma_ in _BEGINNING and any(one.lemma_ in nouns("outings") for one in things)


_BEGINNING = frozenset(
    {"begin", "start", "launch", "stage", "hold", "call", "mount", "announce", "join", "declare",
     "plan", "continue", "resume", "organise", "organize", "extend", "end", "suspend"}
)  # fmt: skip


def _is_asked(clause: Token) -> bool:
    """As "that drilling must stop"."""
    return clause.dep_ == "ccomp" and any(c.lower_ in _ASKING for c in clause.children)


_ASKING = frozenset({"must", "should", "to"})


def _is_taken_up(head: Token) -> bool:
    """Whether the next sentence goes on with what they want: "They say they will not reopen"."""
    end = head.sent.end
    after = next((token for token in head.doc[end : end + 3] if token.lower_ == "they"), None)
    return after is not None and wills(after)


def _says_they_will(head: Token) -> bool:
    """As in "teachers say they will return only if it is paid"."""
    verb = head.head
    said = (child for child in verb.children if child.dep_ == "ccomp")
    takes = head.dep_ in SUBJECTS and verb.lemma_ in nouns("taking")
    return takes and any(map(_is_of_them, said))


def _is_of_them(clause: Token) -> bool:
    """As "they will not sign": who says it is to do it."""
    own = any(child.lower_ == "they" and child.dep_ in SUBJECTS for child in clause.children)
    return own and any(child.lower_ in _WILLING for child in clause.children)


_WILLING = frozenset({"will", "would", "wo", "'ll", "shall", "can", "ca", "could"})


def is_led(head: Token) -> bool:
    """Whether somebody speaks for it: "Dr Berg leads the junior doctors", "who speaks for them"."""
    if head.dep_ == "pobj" and head.head.lower_ == "for" and head.head.head.lemma_ == "speak":
        return True
    by = any(c.dep_ == "acl" and c.lemma_ in nouns("heading") for c in head.children)
    return by or (head.dep_ == "dobj" and head.head.lemma_ in nouns("heading"))


def is_charged(head: Token) -> bool:
    """Whether somebody accuses it or takes it to court."""
    return head.dep_ == "dobj" and head.head.lemma_ in _CHARGING


_CHARGING = frozenset({"accuse", "blame", "sue", "urge", "ask"})


def decides(head: Token) -> bool:
    """Whether it has what only somebody with a will can have: "the council's answer was short"."""
    noun = head.head
    placed = noun.dep_ in SUBJECTS | {"dobj"}
    return head.dep_ == "poss" and placed and noun.lemma_.casefold() in nouns("decisions")


def is_faced(head: Token) -> bool:
    """Whether somebody deals with it: "accused the brewery", "an offer from the board"."""
    if head.dep_ == "conj" and head.head.pos_ in NOMINAL:
        return is_faced(head.head) and head.head.dep_ == "pobj"
    if head.dep_ == "dobj":
        return head.head.lemma_ in nouns("addressed")
    if head.dep_ == "pobj" and head.head.lower_ in _GIVING:
        return is_dealt_with(head)
    return head.dep_ in SUBJECTS and head.head.dep_ in {"ccomp", "advcl"}
