"""What follows a marker where it only tells of time: "until Friday", "before the war"."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.parsed import Token
from detente.reading.periods import MONTHS, SEASONS, WEEKDAYS
from detente.reading.saying import is_plain
from detente.reading.wording import words


def is_time(token: Token) -> bool:
    """Whether a time and no deed begins with a word.

    >>> from detente.reading.page import phrase
    >>> texts = ("until Friday, he said", "until Sudmark pays", "without four more pilots",
    ...          "until 4 pm")
    >>> [is_time(phrase(text)[1]) for text in texts]
    [True, False, False, True]
    """
    if token.lower_ in {"every", "each"} and token.nbor().lower_ == "one":
        return False  # "before every one of the 61 is home"
    words = [token, *token.doc[token.i + 1 : token.i + 3]]
    nouns = (t for t in words if t.pos_ in {"NOUN", "PROPN", "NUM"} and not _is_pointer(t))
    head = next(nouns, token)
    near = token.doc[token.i : min(token.i + 5, token.sent.end)]
    stop = next((t.i for t in near if t.is_punct), near[-1].i + 1)  # "until Friday, he said"
    if any(t.lower_ == "ago" for t in token.doc[token.i : stop]):
        return True  # "Until a few years ago nobody had heard of it"
    before = token.nbor(-1)
    named = before.dep_ == "prep" and before == head.head  # "Until this week they had insisted"
    verb = not named and any(t.pos_ in {"VERB", "AUX"} for t in token.doc[token.i : stop])
    return not verb and (
        (head.like_num and not (_is_pointer(head) or _counts(head)))
        or head.lower_.rstrip(".") in CALENDAR
        or head.lower_.rstrip("s") in CALENDAR
    )


def _is_pointer(token: Token) -> bool:
    """As "one" of "without one of gross", "until one is found": a thing, and no figure."""
    after = token.nbor() if token.i + 1 < token.sent.end else token
    return token.lower_ == "one" and after.pos_ not in {"NOUN", "ADJ", "NUM"}


def _counts(number: Token) -> bool:
    """As "four" of "without four more consultants", and not of "until four o'clock"."""
    counted = number.head
    thing = number.dep_ == "nummod" and counted.i > number.i and counted.tag_ == "NNS"
    return thing and counted.lower_.rstrip("s") not in CALENDAR | _CLOCK


CALENDAR = frozenset([*MONTHS, *WEEKDAYS, *SEASONS]) | words(
    "year month week day hour morning evening night noon midnight dawn now then today "
    "tomorrow recently last next late early end christmas weekend century war"
)


_CLOCK = words("minute second hr min pm am ad bc")


def is_past_event(token: Token) -> bool:
    """As in "before the war": a time, where no clause follows."""
    preposition = token.doc[token.i - 1]
    noun = syntax.first(preposition, "pobj")
    return noun is not None and noun.lemma_.lower() in _EPOCHS


_EPOCHS = words(
    "war independence crisis revolution coup invasion meeting election vote break session "
    "court assembly parliament committee hearing dispute talk summit council"
)


def is_of_day(when: Token) -> bool:
    """As in "beyond June 2026, when the deal runs out": what that day is, and no condition."""
    if when.lower_ != "when" or when.i < 2 or when.nbor(-1).text != ",":  # noqa: PLR2004 — a day
        return False
    day = when.nbor(-2)
    told = syntax.clause_of(day)  # "It will go, he said on Sunday, when the ships leave"
    content = syntax.first(told, "ccomp") if is_plain(told) else None
    if told.dep_ == "parataxis" or (content is not None and content.i < told.i):
        return False
    past = day.lower_ == "ago"  # "as it did ten years ago, when half of the season was lost"
    return past or day.like_num or day.lower_ in MONTHS or day.lower_ in WEEKDAYS
