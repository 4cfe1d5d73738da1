"""Where the words of a condition mark none: "asked if", "once a village", "whenever it likes"."""

from __future__ import annotations

from detente.reading.conditions import moments
from detente.reading.conditions.checks import CHECKS
from detente.reading.conditions.markers import LONGEST
from detente.reading.conditions.times import CALENDAR, is_time
from detente.reading.parsed import Doc, Token
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

_NOT_AFTER = {
    "if": {"asked", "ask", "asking", "wonder", "wondered", "even", "as", "know", "see", "what",
           "unclear", "unknown"},
    "when": {"even", "asked"},
    "should": {"so", "nor", "neither"},
    "before": {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "long",
               "ever", "than", "just", "shortly"},
    "after": {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "soon",
              "shortly", "just", "long", "even", "ever", "look"},
    "once": {"at", "than", "more", "all", "for", "just", "only", "least"},
    "until": {"up", "or"}, "so far as": {"in"},
    "the morning": {"in", "during", "all", "for"},
    "the night": {"in", "during", "all", "for", "of"}, "the evening": {"in", "during", "all"},
    "pending": {"is", "are", "was", "were", "be", "still", "a", "the", "been", "now"},
}  # fmt: skip
_NOT_BEFORE = {
    "once": {"again", "more", "considered", "known", "called", "described", ",", ".", ";", '"'},
    "ahead of": {"schedule", "time", "rivals", "him", "her", "them", "us", "it"},
    "assuming": {"control", "power", "office"},
    "without": {"preconditions", "precondition", "conditions", "delay", "notice", "comment",
                "elaborating", "warning", "further", "explanation", "result", "success", "doubt",
                "asking", "losing", "damaging", "saying", "giving", "naming", "exception",
                "incident", "offering", "reason"},
    "subject to": {"change", "debate", "criticism"},
    "on condition": {"of", "that"},
    "when": {"hell", "pigs", "asked", "pressed", "questioned"},
    "as soon as": {"possible", "practicable", "feasible", "next"},
    "until": {"further", "then", "now"}, "till": {"further", "then", "now"},
    "after": {"that", "this", "which", "all"},
    "the day": {"on", "of", "in", "for", "with"},
    "the moment": {"in", "of", "for", "to"}, "the hour": {"of", "in", "for"},
    "not before": {","}, "not a day before": {","}, "not a moment before": {","},
    "pending": {",", ".", ";", "for", "before", "in", "at"},
    "provided": {"for", "by", "in", "to", "with", "under", "through", "from"},
    "if": words("at possible necessary needed need so ever required not or"),
    "failing": {"that", "which"},  # `backwards`
}  # fmt: skip


_QUOTES = frozenset("\"“”‘’'")


def may_mark(doc: Doc, at: int, marker: str) -> bool:
    """Whether the words around let it be a marker: not in "asked if", "once a village"."""
    before = doc[at - 1].lower_ if at else ""
    if marker == "if" and at and _is_untold(doc[at - 1]):
        return False
    after = doc[at + len(marker.split())].lower_
    itself = before in _QUOTES and after in _QUOTES  # 'that "if" is the whole quarrel'
    if itself or before in _NOT_AFTER.get(marker, ()) or after in _NOT_BEFORE.get(marker, ()):
        return False
    if marker == "if" and after == "asked":
        return doc[min(at + 2, len(doc) - 1)].lower_ in {"to", "by"}  # "could do it if asked to"
    if marker.startswith("depend") and (_lives(doc, at) or _is_stranded(doc, at, marker)):
        return False
    if "condition" in marker and _is_unnamed(doc, at + len(marker.split())):
        return False
    kind = "as long as" if marker.endswith("long as") else marker
    check = CHECKS.get(kind) or (_moment if "the" in marker.split() else None)
    return check is None or check(doc, at, at + len(marker.split()))


def _moment(doc: Doc, at: int, start: int) -> bool:
    """Not in "on the day of the vote", "the day after Christmas", "recalled the day they met"."""
    marker = " ".join(token.lower_ for token in doc[at:start])
    if moments.is_moment(marker):
        day = doc[at - 2] if at > 1 and doc[at - 1].text == "," else doc[at]
        if day.like_num or day.lower_ in CALENDAR:
            return False  # "on May 1, the day on which the lease ends"
        return moments.has_clause(doc, start) and not moments.is_told_of(doc, at)
    return not (marker.startswith("the ") and is_time(doc[start]))


def _is_stranded(doc: Doc, at: int, marker: str) -> bool:
    """As of "the army it depends on could not": what it depends on stands before."""
    after = doc[at + len(marker.split())]
    return after.is_punct or after.tag_ in {"MD", "VBZ", "VBD", "VBP"}


def _lives(doc: Doc, at: int) -> bool:
    """Whether only a livelihood hangs on it: "60 jobs depend on it", "villages dependent on"."""
    subject = next((c for c in doc[at].children if c.dep_ in SUBJECTS), doc[at].head)
    return subject.lemma_.casefold() in _LIVING


_LIVING = words(
    "job livelihood life economy community family income household village villager people "
    "business million thousand worker town region farmer fisherman harvest industry firm company"
)


def _is_untold(told: Token) -> bool:
    """As of "declined to say if", "has not said if"."""
    unsaid = any(child.dep_ == "neg" for child in told.children)
    return told.lemma_ in _TELLING and (told.tag_ == "VB" or unsaid)


_TELLING = words(
    "say tell decide specify clarify confirm reveal determine disclose check hear learn discover "
    "establish"
)


def _is_unnamed(doc: Doc, start: int) -> bool:
    """As in "on condition that he not be named": how a reporter was told of it."""
    following = doc[start : min(start + LONGEST + 1, doc[start].sent.end)]
    named = any(token.lower_ in {"named", "identified", "quoted"} for token in following)
    return named and any(token.lower_ in {"not", "n't", "without"} for token in following)
