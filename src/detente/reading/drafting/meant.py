"""Statements as they are meant for a draft, where the reading's kind says something else.

A price on what is only asked for is a demand; the end of one's own pressure, held out for
something, is an offer at a price and no threat; a refusal that says until when is a price; and
what is asked in a question is asked of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.dispute.evidence import Condition, Evidence
from detente.reading import page
from detente.reading.drafting.blocking import blocked, unopposed
from detente.reading.drafting.idle import asks_nothing
from detente.reading.drafting.lexicon import words
from detente.reading.drafting.so_long import SO_LONG, kept_shut, so_long
from detente.reading.drafting.threatening import is_warning, threatened

_ASKS = re.compile(
    r"(?:is |are |was |were |be )?(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?|press(?:es|ed|ing)?) for "
    r"|(?:demand|seek|want|insist on|urge)(?:s|ed|ing)? ",
    re.IGNORECASE,
)
_STAYS = re.compile(  # "The case stays": what is refused is to end it
    r"(?:the|our|its|their|this) (?:[\w'’-]+ ){1,3}(?:will |must |shall )?(?:stay|stand|remain)s?",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:sue|haul|drag)\b|\bsee (?:\w+ ){1,3}in court\b|\btake (?:\w+ ){1,3}to court\b"
)
_NOTHING = re.compile(
    r"\b(?:nothing|anything) to (?:discuss|negotiate|talk|mediate)\b", re.IGNORECASE
)


def meant(pieces: Iterable[Evidence]) -> Iterator[Evidence]:
    """Each statement as a draft takes it; what asks nothing of anybody is left out.

    Examples
    --------
    >>> from detente.dispute.evidence import Condition
    >>> once = Condition("rents are paid", 40, 54, "once", ("sudmark",))
    >>> said = Evidence("q1", "d1", "…", 0, 60, "threat", ("norland",), None, (),
    ...     "halt the evictions", once)
    >>> [piece.kind for piece in meant([said])]
    ['precondition']
    """
    rows = list(pieces)
    for piece in rows:
        if not asks_nothing(piece):
            yield _recast(piece, rows)


def _recast(piece: Evidence, rows: list[Evidence]) -> Evidence:
    piece = kept_shut(piece)
    condition = piece.condition
    if piece.kind == "precondition" and is_warning(piece):
        return replace(piece, kind="threat")
    if piece.kind == "precondition":
        piece = _promised(unopposed(blocked(so_long(_linked(piece)))))
        return _as_asked(piece, piece.about or "", piece.condition)
    if piece.kind == "threat" and condition is not None:
        return threatened(piece, condition, rows)
    if piece.kind in ("refusal", "denial") and (told := _refused_as(piece)) is not None:
        return told
    if piece.kind == "refusal" and condition is None:
        piece = _with_its_condition(piece, rows)
    return _priced(piece, rows) if piece.condition is None else piece


def _refused_as(piece: Evidence) -> Evidence | None:
    """A refusal that comes to something else: no talks at all, to keep on, to ask for one thing."""
    about = piece.about or ""
    if _NOTHING.search(about):
        return replace(piece, kind="refusal", about="talks", condition=None)
    if piece.kind == "refusal" and _STAYS.fullmatch(about):
        return replace(piece, kind="intent", condition=None)
    least = _NOTHING_BUT.search(about) if piece.kind == "refusal" else None
    if least is None:
        return None
    return replace(piece, kind="demand", about=about[least.end() :], condition=None)


_NOTHING_BUT = re.compile(  # "will not consider any settlement other than the return of the yard"
    r"^(?:accept|consider|agree to|settle for|hear of|discuss|sign|take) "
    r"(?:any(?:thing)?|no|nothing)(?: [a-z-]+){0,2} (?:other than|except|but|short of|less than) "
)


def _has_condition(other: Evidence, start: int, document: str) -> bool:
    """Whether a statement has a condition already that begins there."""
    inner = other.condition
    return inner is not None and other.document == document and abs(inner.start - start) < _NEAR


_NEAR = 30  # characters


def _priced(piece: Evidence, rows: list[Evidence]) -> Evidence:
    """``will not let them in until it receives a promise``, read as a bare refusal: as a price.

    >>> quote = "Norland will not let the boats in until it receives a written promise."
    >>> said = Evidence("q1", "d1", quote, 0, len(quote), "refusal", ("norland",), None,
    ...     ("sudmark",), "let the boats in until it receives a written promise")
    >>> _priced(said, []).about, _priced(said, []).condition.quote
    ('let the boats in', 'it receives a written promise')
    """
    found = _PRICED.fullmatch(piece.about or "") if piece.kind in _MAY_HAVE_ONE else None
    at = piece.quote.find(found["clause"]) if found else -1
    if found is None or at < 0 or not _is_clause(found["clause"]):
        return piece
    if any(_has_condition(other, piece.start + at, piece.document) for other in rows):
        return piece
    marker, start = found["marker"], piece.start + at
    if marker == "after" and _is_past(piece.quote, found["thing"]):
        return replace(piece, about=found["thing"])
    fails = piece.kind == "refusal" and marker in SO_LONG
    condition = Condition(
        found["clause"], start, start + len(found["clause"]), marker, piece.addressee,
        "fails" if fails else "holds",
    )  # fmt: skip
    return replace(piece, kind="precondition", about=found["thing"], condition=condition)


def _is_past(quote: str, about: str) -> bool:
    """Whether it has been done, after what has been done: "dropped its opposition after".

    >>> _is_past("Norland dropped its claim after Sudmark paid.", "drop its claim")
    True
    >>> _is_past("Norland offered to drop its claim after Sudmark paid.", "drop its claim")
    False
    """
    first, _, rest = about.partition(" ")
    before = quote.partition(f" {rest}")[0].rpartition(" ")[2] if rest else ""
    return before.lower().startswith(first[:-1]) and before.endswith("ed") and before != first


def _is_clause(text: str) -> bool:
    """Whether somebody does something in it: no "until further notice"."""
    return any(
        token.pos_ in ("VERB", "AUX") and any(c.dep_.startswith("nsubj") for c in token.children)
        for token in page.phrase(text)
    )


_MAY_HAVE_ONE = ("refusal", "intent", "offer", "willingness")
_UNITS = ("minute", "hour", "day", "week", "month", "year")
_TIMES = [f"{unit}{ending}" for unit in _UNITS for ending in ("", "s")]
_PRICED = re.compile(  # "two months after an invitation" is when
    r"(?P<thing>\S+ .*?\S),? (?P<marker>until|unless|once|as soon as|provided that"
    rf"|{''.join(f'(?<!{time} )' for time in _TIMES)}after"
    r"|on condition that|only (?:if|when|after|once)|as long as|so long as) (?P<clause>\S+ .*)"
)


def _as_asked(piece: Evidence, about: str, condition: Condition | None) -> Evidence:
    """A price that is no price: of what is only asked for, of what comes first, of a lawsuit."""
    if _ASKS.match(about):
        return replace(piece, kind="demand", condition=None)
    if (kept_from := _kept_from(piece)) != "":
        return replace(piece, kind="demand", about=kept_from, condition=None)
    if condition is not None and _asks_first(about, condition):
        return replace(
            piece, kind="demand", about=condition.quote, addressee=condition.by, condition=None
        )
    return replace(piece, kind="threat") if _COURT.search(about) else piece


def _kept_from(piece: Evidence) -> str:
    """``insists that no dam be built before there is a treaty``: what others are not to do.

    >>> quote = "Norland insists that no dam be built before there is a treaty."
    >>> _kept_from(Evidence("q1", "d1", quote, 0, 62, "precondition", about="dam built",
    ...     condition=Condition("there is a treaty", 44, 61, "before")))
    'no dam be built'
    """
    condition = piece.condition
    end = condition.start - piece.start - len(condition.marker) - 1 if condition else 0
    found = _KEPT_FROM.search(piece.quote[: max(end, 0)].strip())
    first = (piece.about or "").split(" ", 1)[0]
    return found["what"] if found and first in found["what"].split() else ""


_KEPT_FROM = re.compile(
    r"\b(?:insist|demand|want|ask|require)(?:s|ed)? (?:that )?(?P<what>(?:no|nothing) .+)$"
)


def _linked(piece: Evidence) -> Evidence:
    """``linked any easing of the ban to a release``: what depends on it is the easing.

    >>> free = Condition("a release", 30, 39, "link to")
    >>> said = Evidence("q1", "d1", "…", 0, 39, "precondition", about="link any easing of the ban "
    ...     "to a release", condition=free)
    >>> _linked(said).about
    'any easing of the ban'
    """
    condition = piece.condition
    tied = condition is not None and condition.marker.lower().startswith(("link", "tie"))
    found = _LINKS.fullmatch(piece.about or "") if tied else None
    return replace(piece, about=found["what"]) if found else piece


_LINKS = re.compile(r"(?:link|tie)s? (?P<what>.+?)(?: (?:to|with) .*)?")


_PROMISES = re.compile(
    r"\b(?P<verb>guarantee|promise|pledge|ensure|undertake|vow)(?:s|d|ed)?"
    r" (?P<clause>that (?:(?!that )\S+ ){2,16}?)(?:but )?(?:only )?"
    r"(?:if|once|provided|in return)\W*$"
)


def _promised(piece: Evidence) -> Evidence:
    """``would guarantee that nobody would lose a route if``: what depends is the guarantee.

    >>> quote = "It would guarantee that nobody would lose a route if Sudmark signed."
    >>> signed = Condition("Sudmark signed", 52, 66, "if", need="fails")
    >>> said = Evidence("q1", "d1", quote, 0, 67, "precondition", about="lose a route",
    ...     condition=signed)
    >>> _promised(said).about, _promised(said).condition.need
    ('guarantee that nobody would lose a route', 'holds')
    """
    about, condition = piece.about or "", piece.condition
    before = piece.quote[: max(condition.start - piece.start, 0)] if condition else ""
    found = _PROMISES.search(before)
    last = about.rsplit(" ", 1)[-1]
    if found is None or condition is None or not last or last not in found["clause"].split(" "):
        return piece
    if about.startswith(found["verb"]):
        return piece
    told = f"{found['verb']} {found['clause'].strip(' ,')}"
    return replace(piece, about=told, condition=replace(condition, need="holds"))


def _asks_first(about: str, condition: Condition) -> bool:
    """Whether all that is said is what must come first: "repairs must come first"."""
    said, asked = ({*re.findall(r"\w{4,}", text.lower())} for text in (about, condition.quote))
    insisting = words("insisting", "words")
    return "first" in condition.marker and bool(said) and said <= asked | insisting


def _with_its_condition(refusal: Evidence, rows: list[Evidence]) -> Evidence:
    """``would not return to the talks while the pickets stand``, read as two statements."""
    about = refusal.about or ""
    for other in rows:
        condition = other.condition
        if condition is None or other.document != refusal.document or not refusal.holder:
            continue
        inside = refusal.start <= condition.start and condition.end <= refusal.end
        cut = about.find(f" {condition.marker} {condition.quote}")
        if inside and cut > 0 and other.holder == refusal.holder:
            return replace(refusal, kind="precondition", about=about[:cut], condition=condition)
    return refusal
