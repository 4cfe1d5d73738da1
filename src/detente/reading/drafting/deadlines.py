"""The hour of a threat: a date that is still ahead."""

from __future__ import annotations

from detente.dispute.evidence import Evidence
from detente.reading.drafting.acts import Literal
from detente.reading.drafting.cast import CALENDAR
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.tense import date_ahead, date_given


def deadline(ledger: Ledger, piece: Evidence) -> tuple[Literal, ...]:
    """A date still ahead in a threat is awaited."""
    when = date_ahead(piece) or date_given(_sentence(ledger, piece))
    if when is None:
        return ()
    said = Doing("reach", sign=True, theme=(when.lower(),), verb="reach", noun=when)
    literal = ledger.register.literal(CALENDAR, said, piece.id, now=False)
    literal.act.stem, literal.act.label = "deadline", f"reach {when}"
    return (literal,)


def _sentence(ledger: Ledger, piece: Evidence) -> str:
    """The words before a quote in its sentence, with the quote itself."""
    text = ledger.document(piece).text
    start = max(text.rfind(mark, 0, piece.start) for mark in (". ", "\n", "! ", "? "))
    return text[start + 1 : piece.end]
