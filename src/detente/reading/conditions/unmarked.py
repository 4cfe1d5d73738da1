"""Where the words of a condition mark none: "asked if", "once a village", "whenever it likes"."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.conditions import inversions
from detente.reading.conditions.dependence import READY
from detente.reading.conditions.inversions import CLAUSE
from detente.reading.conditions.markers import LONGEST
from detente.reading.conditions.times import CALENDAR
from detente.reading.parsed import Doc, Token
from detente.reading.syntax import FINITE, NOMINAL, SUBJECTS
from detente.reading.wording import phrases, words

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
    "until": {"up", "or"}, "the moment": {"at", "for"},
    "the morning": {"in", "during", "all", "for"},
    "the night": {"in", "during", "all", "for", "of"}, "the evening": {"in", "during", "all"},
    "pending": {"is", "are", "was", "were", "be", "still", "a", "the", "been", "now"},
}  # fmt: skip
_NOT_BEFORE = {
    "once": {"again", "more", "considered", "known", "called", "described", ",", ".", ";", '"'},
    "assuming": {"control", "power", "office", "the"},
    "without": {"preconditions", "precondition", "conditions", "delay", "notice", "comment",
                "elaborating", "warning", "further", "explanation", "result", "success", "doubt",
                "asking", "losing", "damaging", "saying", "giving", "naming", "exception",
                "incident", "offering", "reason"},
    "subject to": {"change", "debate", "criticism"},
    "on condition": {"of", "that"},
    "when": {"hell", "pigs"},
    "as soon as": {"possible", "practicable", "feasible", "next"},
    "until": {"further", "then", "now"}, "till": {"further", "then", "now"},
    "after": {"that", "this", "which", "all"},
    "the day": {"on", "of", "in", "for", "with"},
    "the moment": {"in", "of", "for", "to"}, "the hour": {"of", "in", "for"},
    "not before": {","}, "not a day before": {","}, "not a moment before": {","},
    "pending": {",", ".", ";", "for", "before", "in", "at"},
    "if": words("at possible necessary needed need so ever required not or"),
}  # fmt: skip


_OPEN_ENDED = frozenset(
    phrases(
        "it takes; we have to; we must; they have to; they must; it has to; it must; "
        "is necessary; is needed; it lasts; it took; they like; they want; "
        "it wants; they wish; it likes; you like; we can; we live; that takes; anyone can; "
        "anybody can; people can; memory serves; anyone remembers; living memory"
    )
)
_OPEN_ENDS = words("necessary needed possible required")


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
    if marker.startswith("depend") and _lives(doc, at):
        return False
    if "condition" in marker and _is_unnamed(doc, at + len(marker.split())):
        return False
    check = _CHECKS.get("as long as" if marker.endswith("long as") else marker)
    return check is None or check(doc, at, at + len(marker.split()))


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


def _without(doc: Doc, at: int, start: int) -> bool:
    if at > 1 and doc[at - 1].lower_ == "not" and doc[at - 2].lemma_ == "be":
        return False  # "is not without manners"
    following = {token.lower_ for token in doc[start : start + 3]}
    return not following & _UNASKED


_UNASKED = words("precondition preconditions delay notice warning consultation announcement")


def _not_without(doc: Doc, at: int, _start: int) -> bool:
    """None in "is not without manners"."""
    return at == 0 or doc[at - 1].lemma_ != "be"


def _until(doc: Doc, at: int, _start: int) -> bool:
    """Not in "can't wait until", "can hardly wait until"."""
    if at == 0 or doc[at - 1].lemma_ != "wait":
        return True
    before = doc[max(doc[at].sent.start, at - 3) : at - 1]
    return not any(token.lower_ in _HARDLY for token in before)


_HARDLY = words("not n't cannot never hardly barely scarcely")


def _but_not(doc: Doc, at: int, start: int) -> bool:
    """Not where another takes the place: "will talk with the board, but not with a union".

    Nor in "but not under pressure": how one will not.
    """
    if doc[start].lower_ in {"pressure", "duress", "threat", "threats", "protest"}:
        return False
    before = doc[doc[at].sent.start : at]
    return all(token.lower_ != doc[start - 1].lower_ for token in before)


def _is_seen(doc: Doc, _at: int, start: int) -> bool:
    """Not where it only tells of a thing: "treasures never before seen in London"."""
    return doc[start].tag_ not in {"VBN", "VBD"}


def _on_terms(doc: Doc, _at: int, start: int) -> bool:
    """Where something has to come first: "only on receipt", no "only on reserves"."""
    noun = next((token for token in doc[start : start + _REACH] if token.dep_ == "pobj"), None)
    return noun is None or noun.lemma_ in _TERMS or noun.lemma_.endswith(_DEEDS)


_REACH = 5  # tokens up to the noun
_DEEDS = ("ment", "tion", "sion", "ance", "ence", "al", "ing", "ry", "ture", "pt")
_TERMS = words(
    "term basis guarantee proof condition proviso understanding request order advice return "
    "promise pledge word oath sight vote call consent day assumption footing premise demand ground "
    "grounds"
)


def _has_clause(doc: Doc, at: int, start: int) -> bool:
    """Where somebody does something then: "the morning they pay", no "the morning shift"."""
    who = next((token for token in doc[start : start + 4] if token.dep_ in SUBJECTS), None)
    if who is None or who.left_edge.i != start:  # no "night train", no "night before they left"
        return False
    return who.head.pos_ in {"VERB", "AUX"} and who.head.i > at


def _assuming(doc: Doc, at: int, _start: int) -> bool:
    return at == 0 or doc[at - 1].text in {",", ".", "\n", "\n\n"}


def _provided(doc: Doc, at: int, start: int) -> bool:
    """Where a clause follows: no verb with its subject and object."""
    opens = at == 0 or doc[at - 1].text == ","
    if doc[start].lower_ == "that" or opens or doc[at].dep_ in {"prep", "mark"}:
        return True
    own = any(c.dep_ in {"dobj", "aux"} for c in doc[at].children)
    return (doc[at].tag_ == "VBN" and not own) or _is_clause(doc, at, start)


def _is_clause(doc: Doc, at: int, start: int) -> bool:
    """Whether a clause follows what may come: "would share it provided its chairman leads"."""
    last = doc[at - 1]
    given = last.lower_ in {"that", "this", "it", "them"} and last.dep_ == "dobj"
    if doc[start].pos_ == "ADP" or (last.pos_ in {"PRON", "AUX"} and not given):
        return False  # but "could accept that provided they paid"
    stop = doc[at].sent.end
    follows = any(_has_tense(token) for token in doc[start : min(start + CLAUSE, stop)])
    before = doc[doc[at].sent.start : at]
    return follows and any(t.tag_ == "MD" or t.lower_ in READY for t in before)


def _has_tense(token: Token) -> bool:
    own = token.tag_ == "VB" and any(c.dep_ in SUBJECTS for c in token.children)  # "the wells stay"
    return own or token.tag_ in FINITE


def _has_end(doc: Doc, _at: int, start: int) -> bool:
    """Not so "as long as necessary", "for as long as it takes"."""
    ends = doc[min(start + 1, len(doc) - 1)]
    if doc[start].lower_ in _OPEN_ENDS and (ends.is_punct or ends.lower_ in {"to", "for"}):
        return False
    first = " ".join(token.lower_ for token in doc[start : start + 2])
    ends = doc[min(start + 2, len(doc) - 1)]
    if first == "it is":  # "as long as it is necessary", but "as long as it is paid"
        return not (ends.is_punct or ends.lower_ in _OPEN_ENDS)
    return first not in _OPEN_ENDED


def _of_others(doc: Doc, _at: int, start: int) -> bool:
    """Not at one's own pleasure: "may strike whenever it sees fit", "if it so chooses".

    Nor in doubt: "the talks, if they were that, ended".
    """
    subject = doc[start]
    rest = doc[start + 1 : min(start + _PLEASED, doc[start].sent.end)]
    verb = next((t for t in rest if t.lower_ not in {"so", "ever"}), subject)
    pleased = verb.lemma_ in _PLEASING or (verb.lemma_ == "see" and verb.nbor().lower_ == "fit")
    what = verb.nbor() if verb.lemma_ == "be" and verb.i + 1 < verb.sent.end else verb
    doubted = what.lower_ in {"that", "such"} and what.nbor().is_punct
    return not (subject.pos_ == "PRON" and (doubted or (pleased and not _has_object(verb))))


def _has_object(verb: Token) -> bool:
    return verb.i + 1 < verb.sent.end and verb.nbor().pos_ in {"DET", "NOUN", "PROPN", "PART"}


_PLEASING = words("like please choose wish care want")
_PLEASED = 4  # tokens of "they so choose"


def _short(doc: Doc, at: int, _start: int) -> bool:
    """Not in "is short of staff", "stopped short of saying so", "something short of a state"."""
    before = doc[at].nbor(-1)
    before = before.nbor(-1) if before.tag_ == "RB" else before
    return at == doc[at].sent.start or before.lemma_ not in _FALLING


_FALLING = words("be stop run fall come go cut leave get grow remain something little")


_LAID = words(
    "tariff duty tax levy fine fee toll sanction restriction curfew search inspection control "
    "jurisdiction attack pressure penalty charge delay curb ban check scrutiny limit quota cap law "
    "rule embargo surcharge quarantine"
)


def _subject(doc: Doc, at: int, start: int) -> bool:
    """Not in "to leave the subject to officials", "is subject to a duty"."""
    after = doc[start : min(start + LONGEST, doc[at].sent.end)]
    noun = next((t for t in after if t.pos_ in NOMINAL and t.dep_ != "compound"), None)
    if noun is not None and noun.lemma_.lower() in _LAID:
        return False
    return doc[at].pos_ == "ADJ" or not any(
        True for c in doc[at].lefts if c.dep_ in {"det", "poss"}
    )


def _with_no(doc: Doc, at: int, _start: int) -> bool:
    """Not in "a law with no effect": what a thing is like."""
    return doc[at].head.pos_ in {"VERB", "AUX"} or at == doc[at].sent.start


def _once(doc: Doc, _at: int, start: int) -> bool:
    """Not of "Ana Berg once said": when it was said; nor of "once a year"."""
    if doc[start].lower_ in _EACH and doc[min(start + 1, len(doc) - 1)].lower_ in CALENDAR:
        return False
    return doc[start].tag_ != "VBD" or doc[start].lemma_ not in _TOLD


_EACH = frozenset({"a", "an", "every", "each", "per"})
_TOLD = words("say tell write remark quip joke boast observe call describe")
_CHECKS: dict[str, Callable[[Doc, int, int], bool]] = {
    "until": _until, "till": _until, "but not with": _but_not, "but not under": _but_not,
    "the same night": _has_clause, "the same evening": _has_clause, "the same week": _has_clause,
    "the morning": _has_clause, "the night": _has_clause, "the evening": _has_clause,
    "the week": _has_clause, "the month": _has_clause,
    "without": _without, "not without": _not_without, "assuming": _assuming,
    "presuming": _assuming, "provided": _provided, "as long as": _has_end, "were": inversions.were,
    "should": inversions.should, "subject to": _subject, "short of": _short, "with no": _with_no,
    "only on": _on_terms, "never before": _is_seen, "once": _once,
    "whenever": _of_others, "when": _of_others, "if": _of_others, "as and when": _of_others,
}  # fmt: skip
