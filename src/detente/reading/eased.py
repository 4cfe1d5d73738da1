"""What the parser stumbles over, written so that it does not, at the same length."""

from __future__ import annotations

import re

from detente.reading import officers_named
from detente.reading.periods import MONTH, WEEKDAY

_OPENING_DATE = re.compile(
    rf"(?:(?<=[.!?;:] )|(?<=[.!?]\" )|(?<=\n)|^)(?:In|On|By|Since|During|Last|Earlier in) "
    rf"(?:(?:early|late) )?(?:{MONTH}(?: last year| this year)?|\d{{1,2}} {MONTH}"
    rf"|{WEEKDAY}(?: morning| afternoon| evening| night)?|week|month|year)"
    r" (?!(?:and|or|to|through|but|when|after|alone|at|in|of|as|until|before|for|on|by|was|is"
    r"|were|are|morning|afternoon|evening|night|last|this|next|it)\b)(?=[A-Za-z])"
)
_DEPUTY = re.compile(
    r"\b([Vv]ice|[Uu]nder|[Cc]o|[Ee]x)-(?=(?:president|chair|minister|secretary|mayor|governor"
    r"|premier|leader|general|consul|director|prefect|marshal|founder|convenor"
    r"|convener|head)[a-z]*\b)",
    re.IGNORECASE,
)


def eased(text: str) -> str:
    """The text as the parser is given it.

    A date that opens a sentence has a comma after it, in the place of the space: without one the
    parser often takes the subject for a part of the date. (Not after a figure: "2018,Norland" would
    be one word.) A deputy's office has no hyphen, of which the parser makes two nouns.

    >>> eased("In May gunmen struck. In May, they left.")
    'In May,gunmen struck. In May, they left.'
    >>> eased("Its vice-president met the ex-mayor of Co-op City.")
    'Its vice president met the ex mayor of Co-op City.'
    """
    dated = _OPENING_DATE.sub(lambda found: f"{found[0][:-1]},", text)
    parted = list(dated)
    for at in officers_named.places(dated):
        parted[at] = ","
    return _DEPUTY.sub(r"\1 ", "".join(parted))
