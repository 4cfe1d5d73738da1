"""Times named by what happens then: "the day", "from the first hour in which"."""

from __future__ import annotations

from detente.reading.parsed import Doc, Token
from detente.reading.syntax import FINITE, SUBJECTS
from detente.reading.wording import words

_UNITS = words("day hour minute moment instant second morning afternoon evening night week month")
_FROM = frozenset({"", "on", "from", "in", "as of", "at", "as from"})
_VERY = frozenset({"very", "same", "first", "exact"})
_WHICH = frozenset({"that", "on which", "in which", "at which", "when"})
OPENINGS = frozenset({"the", *(prefix.split()[0] for prefix in _FROM if prefix)})
LONGEST = 7  # words of "as of the very first hour in which"


def moment(said: list[str]) -> str | None:
    """The words that name a moment, at the beginning of some words in small letters.

    >>> moment("from the first hour in which they".split())
    'from the first hour in which'
    >>> moment("in the north they".split())
    """
    at = said.index("the") if "the" in said[:3] else len(said)
    first = " ".join(said[:at])
    if first not in _FROM:
        return None
    at += 1
    plain = at
    while at < len(said) and said[at] in _VERY:
        at += 1
    if at >= len(said) or said[at] not in _UNITS:
        return None
    after = next((n for n in (2, 1) if " ".join(said[at + 1 : at + 1 + n]) in _WHICH), 0)
    if first in {"in", "at"} and at == plain and not after:
        return None  # "in the morning there is nothing left"
    return " ".join(said[: at + 1 + after])


def is_moment(marker: str) -> bool:
    """Whether a marker names a moment.

    >>> [is_moment(marker) for marker in ("the day", "on the day on which", "the day after")]
    [True, True, False]
    """
    return moment(marker.split()) == marker


def clause_then(doc: Doc, start: int) -> Token | None:
    """The verb of the clause that begins at a place: "pays" of "the day it pays"."""
    near = doc[start : min(start + _CLAUSE, doc[start - 1].sent.end)]
    for who in near:
        if who.dep_ not in SUBJECTS and who.dep_ != "expl":
            continue
        opening = min(t.i for t in who.subtree if t.i >= start)
        verbal = who.head.pos_ in {"VERB", "AUX"} and who.head.i > who.i
        return who.head if verbal and (opening == start or who.left_edge.i < start) else None
    verb = next((t for t in near if t.tag_ in FINITE), None)
    plain = verb is not None and all(t.pos_ in _NOMINAL for t in doc[start : verb.i])
    return verb if plain and verb is not None and verb.i > start else None


_CLAUSE = 14  # words of a clause, about
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM", "PART"})


def has_clause(doc: Doc, start: int) -> bool:
    """Whether somebody does something then, though the parser took it for a noun.

    As in "from the day the pitch drains", and not "on the day of the vote".
    """
    return doc[start].tag_ in _OPENING or clause_then(doc, start) is not None


_OPENING = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "EX"})


def is_told_of(doc: Doc, at: int) -> bool:
    """As of "recalled the day they paid", "will pay for the hour it ran"."""
    before = doc[at - 1]
    opens = at == doc[at].sent.start or doc[at].lower_ != "the"
    return not opens and (before.lower_ in _OF or before.lemma_ in _TOLD_OF)


_OF = words("for at of during about since until before after in to by")
_TOLD_OF = words(
    "recall remember mark honour honor celebrate regret choose set name rue miss describe mourn "
    "relive"
)
