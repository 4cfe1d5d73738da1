"""What is meant as a threat, and what only sounds like one."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.dispute.evidence import Condition, Evidence
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import EXIST, verbs, words
from detente.reading.drafting.phrases import doings

_HELD_OUT = re.compile(
    r"once|only (?:when|after|if|once)|as soon as|the moment|the day|when|after|provided.*",
    re.IGNORECASE,
)
_RELENTS = re.compile(  # for what would one be harmed: "when it stops pumping"
    r"\b(?:quit|stop|cease|halt|finish)(?:s|ped|d|ed)? [a-z]+ing\b"
    r"|\b(?:lift|scrap|drop)(?:s|p?ed)? "
)


def threatened(piece: Evidence, condition: Condition, rows: list[Evidence]) -> Evidence:
    """A threat, or what is held out at a price and only sounds like one.

    >>> leaves = Condition("Sudmark leaves", 26, 40, "once", ("sudmark",))
    >>> said = Evidence("q1", "d1", "…", 0, 40, "threat", about="end the strike")
    >>> threatened(said, leaves, []).kind
    'precondition'
    >>> threatened(replace(said, about="close the port"), replace(leaves, marker="if"), []).kind
    'threat'
    """
    about = piece.about or ""
    if condition.need == "holds" and _is_offered(piece):
        return replace(piece, kind="precondition")
    eases = bool(_HELD_OUT.fullmatch(condition.marker)) or _eases(about)
    ends = eases and (_ends(about) or bool(_RELENTS.search(condition.quote)))
    held_out = condition.need == "holds" and (ends or _eases_that(piece, rows))
    return replace(piece, kind="precondition") if held_out else piece


def is_warning(piece: Evidence) -> bool:
    """``if they are ordered back, it warns, it will take all out``: a threat, whatever is said.

    >>> quote = "If they are ordered back, the union warned, it will take all its members out."
    >>> back = Condition("they are ordered back", 3, 24, "if", ("state",))
    >>> said = Evidence("q1", "d1", quote, 0, 76, "precondition", about="take all its members out",
    ...     condition=back)
    >>> is_warning(said), is_warning(replace(said, about="end the strike"))
    (True, False)
    """
    condition, about = piece.condition, piece.about or ""
    if condition is None or condition.marker.lower() not in _SHOULD_IT or condition.need == "fails":
        return False
    presses = _PRESSES.match(about) is not None
    return presses or (_WARNS.search(piece.quote) is not None and not _eases(about))


_SHOULD_IT = ("if", "should", "in case", "in the event that")
_WARNS = re.compile(r"\b(?:warn|threaten)(?:s|ed|ing)?\b")
_PRESSES = re.compile(
    r"(?:walk out|strike|go on strike|down tools|picket|blockade|boycott|chain \w+sel(?:ves|f)"
    r"|take (?:all |[\w'’-]+ ){1,3}out\b(?! of)|take to the streets|occupy|resign|sue|retaliate)\b"
)


def _is_offered(piece: Evidence) -> bool:
    """``is prepared to leave it aside if they stop``: at a price; not what one is ready to fight.

    >>> quote = "Norland is prepared to leave the map aside if Sudmark stops its patrols."
    >>> said = Evidence("q1", "d1", quote, 0, 72, "threat", about="leave the map aside")
    >>> _is_offered(said), _is_offered(replace(said, quote=quote.replace("prepared", "about")))
    (True, False)
    """
    about = piece.about or ""
    willing = re.search(rf"{_WILLING} to {re.escape(about[:_BEGINS])}", piece.quote)
    return bool(about) and willing is not None and not (_PRESSES.match(about) or _HITS.match(about))


_BEGINS = 30  # characters
_WILLING = r"\b(?:prepared|ready|willing|open|happy|content|agreed|offered|offers|agrees)"
_HITS = re.compile(
    r"(?:fight|respond|act|use|defend|attack|hit|take|send|deploy|close|shut|block|cut|impose|quit"
    r"|leave (?:the|its) (?!.*\baside)|withdraw from|pull out|go to|resist|die|wait)\b"
)


def _ends(about: str) -> bool:
    """Whether something is only brought to an end: "halt the evictions", "stop firing"."""
    found = doings(about)
    return bool(found) and not any(doing.sign or _shuts(doing) for doing in found)


def _eases(about: str) -> bool:
    """Whether pressure of one's own would end: "withdraw the launches", "call off the strike"."""
    pressing = words("pressure", "nouns") | words("forces", "nouns") | {"other"}
    return any({*doing.theme[:1]} & pressing and not doing.sign for doing in doings(about))


_THAT = re.compile(
    r"(?:withdraw|lift|end|call off|pull back|pull out|remove|stop|suspend|drop)"
    r" (?:it|them|these|those|both)\b"
)


def _eases_that(piece: Evidence, rows: list[Evidence]) -> bool:
    """Whether what one would "withdraw" is pressure that was told of just before."""
    if not _THAT.match(piece.about or ""):
        return False
    before = [r for r in rows if r.document == piece.document and r.end <= piece.start]
    last = max(before, key=lambda row: row.start, default=None)
    said = re.findall(r"[a-z-]+", last.quote.lower()) if last is not None else []
    pressing = words("pressure", "nouns") | words("forces", "nouns")
    return any({word, word.removesuffix("s")} & pressing for word in said)


def _shuts(doing: Doing) -> bool:
    """Whether a verb is itself against what its family brings about: "close the port"."""
    family, positive = verbs().get(doing.verb, ("", True))
    return family == doing.family != EXIST and not positive
