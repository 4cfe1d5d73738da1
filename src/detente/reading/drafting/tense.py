"""What a statement tells of the present: what holds now, what is past, what is still ahead."""

from __future__ import annotations

import re

from detente.dispute.evidence import Condition, Evidence
from detente.reading import page
from detente.reading.drafting.lexicon import pattern
from detente.reading.parsed import Token
from detente.reading.periods import MONTH, WEEKDAY

_STILL = re.compile(r"\b(?:as|so) long as\b|\bwhile\b", re.IGNORECASE)
_WOULD = re.compile(
    r"\b(?:would|could|might)\b(?! (?:not|never|keep|continue|go on|remain|stay))", re.IGNORECASE
)
_LONG_AS = re.compile(r"(?:as|so) long as", re.IGNORECASE)
_LASTED = re.compile(r"\b(?:was|were|remained|stayed|continued|kept|had|did)\b", re.IGNORECASE)
_LASTS = re.compile(r"\bwould (?:keep|continue|go on|remain|stay|last|hold)", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:unless|without|until|till|failing|absent|barring|in the absence of|for want of|otherwise"
    r"|or else|if not)\b",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    r"\b(?:continu\w+|go(?:es)? on|goes ahead|remains?|lasts?|stays?|persists?|refuses?)\b"
    r"|\b(?:is|are|was|were) (?:in place|in force|not)\b|n't\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\bnot\b|n't\b|\bstill\b|\b(?:stay|remain|continue|persist)s?\b", re.IGNORECASE
)
_FAILS = re.compile(r"\b(?:fail|refuse|decline|neglect)(?:s|d|ed)? to\b")  # what is not done now
_YEAR = re.compile(
    r"\b[Ii]n (?:the )?(?:early |late |mid-)?((?:19|20)\d\d)s?\b|\b((?:19|20)\d\d)\b"
)
_DATE = (
    rf"the end of (?:the |this |next )?(?:week|month|year|season|summer|autumn|winter|spring|term"
    rf"|session|quarter|day|{MONTH}|{WEEKDAY})|midnight(?: on)? {WEEKDAY}|\d{{1,2}} {MONTH}"
    rf"|{MONTH} \d{{1,2}}|(?:next |this )?{WEEKDAY}|next (?:week|month|year)|tomorrow"
    r"|(?:the end|(?:the )?expir(?:y|ation)) of (?:the|its|this) (?:ultimatum|deadline)"
)
_AHEAD = re.compile(  # but not "the Friday flight"
    rf"\b(?!(?<=the ){WEEKDAY} (?!deadline)[a-z])({_DATE})", re.IGNORECASE
)
_GIVEN = re.compile(rf"\bgiv(?:en|es?|ing)\b[^.;]*?\b(?:until|till) ({_DATE})", re.IGNORECASE)
_WHEN_SAID = re.compile(
    rf"\b(?:said|announced|told|says?|warned)\b[^.;]*?\b(?:on )?{WEEKDAY}\b|\bon {WEEKDAY}[,.]?$",
    re.IGNORECASE,
)
_STATED = re.compile(r" that (?=\w+ \w+ )")
_IF = ("if", "should")
_STEP = re.compile(
    r"\b(?:is|are|was|were|gets?) (?:[a-z]+ly )?(?:built|sold|cut|put|sent|made|\w{2,}ed)\b"
)
_THEN = re.compile(r"\b[Tt]he then[ -][a-z]")  # "getting the then government to swap"
_OLD = 2  # years after which a demand is history
_UNDATED = 2010


def holds_now(piece: Evidence) -> bool:
    """Whether the thing and its condition hold at present: "as long as the port is open".

    >>> from detente.dispute.evidence import Condition
    >>> still = Condition("the port is open", 0, 16, "as long as")
    >>> holds_now(Evidence("q1", "d1", "…", 0, 1, "precondition", condition=still))
    True
    """
    condition = piece.condition
    if condition is None or is_supposed(piece):
        return False
    return bool(condition.need == "holds" and _STILL.search(condition.marker))


def is_supposed(piece: Evidence) -> bool:
    """Whether what depends is only imagined: "would join so long as it got a tenth".

    >>> from detente.dispute.evidence import Condition
    >>> said = "Norland would join so long as it got a tenth"
    >>> is_supposed(Evidence("q1", "d1", said, 0, 44, "precondition",
    ...     condition=Condition("it got a tenth", 30, 44, "so long as")))
    True
    """
    condition = piece.condition
    if condition is None or not _LONG_AS.fullmatch(condition.marker):
        return False
    if _LASTS.search(piece.quote) or _LASTED.search(condition.quote):
        return False
    before = piece.quote[: max(condition.start - piece.start, 0)]
    return _WOULD.search(before) is not None and piece.kind == "precondition"


def answers(condition: Condition) -> bool:
    """Whether something goes on only because of what another goes on doing.

    >>> answers(Condition("the drilling continues", 0, 22, "as long as"))
    True
    >>> answers(Condition("Sudmark pays", 0, 12, "as long as"))
    False
    """
    goes_on = _GOING_ON.search(condition.quote) is not None
    return goes_on and _STILL.search(condition.marker) is not None


def true_now(piece: Evidence) -> bool:
    """Whether the clause of a condition, as said, is true at present."""
    condition = piece.condition
    if condition is None:
        return False
    if _STILL.search(condition.marker):
        return not is_supposed(piece)
    if condition.need == "fails":
        begun = condition.marker.lower() not in _IF or _begins(condition.quote) is None
        return begun and not _NOT_YET.search(condition.marker)
    clause = _STATED.split(condition.quote, maxsplit=1)[0]  # "guarantees that it will not"
    goes_on = _GOES_ON.search(clause) or is_negative(clause) or _FAILS.search(clause)
    return bool(goes_on) and (piece.kind == "threat" or condition.marker.lower() in _IF)


def _begins(clause: str) -> re.Match[str] | None:
    """Whether what is supposed is a step still ahead: "if the path was built"."""
    return None if _GOING_ON.search(clause) else _STEP.search(clause)


def is_history(piece: Evidence, published: str | None) -> bool:
    """Whether a demand or an offer is of another decade: told, not held.

    >>> told = Evidence("q1", "d1", "In 1998 Norland demanded the port", 0, 33, "demand")
    >>> is_history(told, "2031-03-02")
    True
    >>> told = Evidence("q1", "d1", "Norland wants back the boat seized in 1998", 0, 42, "demand")
    >>> is_history(told, "2031-03-02")
    False
    """
    if _THEN.search(piece.quote):
        return True
    if piece.condition or piece.kind not in ("demand", "intent", "offer"):
        return False
    found = _YEAR.search(piece.date or piece.quote)
    year = int(next(filter(None, found.groups()))) if found else None
    now = int(published[:4]) if published else _UNDATED
    old = year is not None and year < now - _OLD
    return old and (piece.date is not None or not _tells_which(piece.quote))


def _tells_which(quote: str) -> bool:
    """Whether a year only tells of which thing one speaks: "the line drawn in 1903".

    >>> [*map(_tells_which, ("It wants the boat that was seized in 1998.", "It asked in 1998."))]
    [True, False]
    """
    doc = page.phrase(page.same_length(quote).replace("\n", " "))
    years = [token for token in doc if _YEAR.fullmatch(token.text)]
    return bool(years) and all(_is_beside(token) for token in years)


def _is_beside(year: Token) -> bool:
    """Whether a year hangs on a noun, or on a clause that tells which."""
    over = next((t for t in year.ancestors if t.pos_ in ("VERB", "AUX", "NOUN", "PROPN")), None)
    if over is None:
        return False
    return over.pos_ in ("NOUN", "PROPN") or over.dep_ in ("relcl", "acl", "advcl")


def date_ahead(piece: Evidence) -> str | None:
    """The date of a threat, in its words; not the day on which it was said."""
    where = piece.condition.quote if piece.condition else ""
    found = _AHEAD.search(where) or _AHEAD.search(_WHEN_SAID.sub("", piece.quote))
    return found[1].strip() if found else None


def refuses(piece: Evidence) -> bool:
    """Whether what depends is worded as a refusal: "there will be no talks until …".

    >>> refuses(Evidence("q1", "d1", "No talks while they shell us", 0, 28, "precondition"))
    True
    """
    before = (
        piece.quote[: max(piece.condition.start - piece.start, 0)]
        if piece.condition
        else piece.quote
    )
    return _REFUSING.search(before) is not None


_REFUSING = re.compile(
    r"\b(?:no|not|never|refus\w+|rul\w+ out|cannot|can't|won't|nothing|neither)\b", re.IGNORECASE
)


def date_given(sentence: str) -> str | None:
    """The date that somebody is given: "has until June 1 to pay or lose its gas".

    >>> date_given("It has given Norland until June 1 to pay, or lose its gas")
    'June 1'
    """
    found = _GIVEN.search(sentence)
    return found[1] if found else None


def is_mutual(phrase: str) -> bool:
    """Whether a phrase speaks of "the other", whoever that is.

    >>> is_mutual("the other does so too")
    True
    """
    return re.search(r"\b(?:the|each) other\b", phrase) is not None


def is_negative(phrase: str) -> bool:
    """Whether a clause is negated."""
    return re.search(r"\b(?:no|not|never)\b|n't\b", phrase) is not None


def is_absolute(phrase: str) -> bool:
    """Whether a position is said to be beyond bargaining.

    >>> is_absolute("That is non-negotiable, she said")
    True
    """
    return pattern("absolute", "words").search(phrase) is not None
