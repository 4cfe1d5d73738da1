"""Sports clubs by what stands before or behind their name: "FC Ravna", "Ravna SC"."""

from __future__ import annotations

from detente.reading.parties.names import Name
from detente.reading.parties.settling import Work
from detente.reading.wording import words

_CLUBS = words(
    "FC AFC CFC SC AC AS BC BK SK FK NK KK RK OK HC HK CF CD RC RFC SV TSV SSV VfB VfL TuS IK IF "
    "IFK GIF KF KV KSV RSC OSC ASC CSKA CSM United Rovers Wanderers Albion Athletic Hotspur"
)
_SHORT = 3  # words


def is_club(name: str) -> bool:
    """Whether a name is a club's.

    >>> is_club("FC Ravna"), is_club("Ravna United"), is_club("United Ravna"), is_club("Ana Berg")
    (True, True, False, False)
    """
    first, *rest = name.split()
    if not 1 <= len(rest) <= _SHORT:
        return False
    return rest[-1] in _CLUBS or (first in _CLUBS and not first.istitle())


def settle(work: Work, text: str, names: list[Name]) -> bool:
    """Enter a club under its name, which is no person's."""
    longer = (other for other in (*work.left, *(e.name for e in work.found.entries.values())))
    if not is_club(text) or any(other.startswith(f"{text} ") for other in longer):
        return False  # "Kemba United" of the Kemba United Taxi Association
    entry = work.enter(text, names, "organisation")
    entry.descriptions |= {"club", "team"}
    return True
