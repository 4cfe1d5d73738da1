"""What the people of a state and its adjective may be called, where no table says."""

from __future__ import annotations

from functools import lru_cache

from detente.reading.parties.names import nouns

_ENDS = ("n", "an", "ic", "er", "ish", "ese", "i", "ian", "ite")
_LAND_ENDS = ("", "landic", "lander", "ish")
_SAINTS = frozenset({"Santa", "San", "Santo", "São", "Saint", "St", "Isla", "Costa", "Port"})
_NAME_ENDS = ("a", "en", "ia", "y", "e", "o", "land", "ya")
_SHORTEST = 4  # letters


@lru_cache(maxsize=4096)
def people_of(state: str) -> frozenset[str]:
    """The forms that may be the people of a state, and its adjective, in both numbers.

    >>> {"Arkenian", "Arkenians"} <= people_of("Arkenia"), "Averlandic" in people_of("Averland")
    (True, True)
    >>> "North Ambaris" in people_of("North Ambari"), "Vardunan" in people_of("Varduna")
    (False, True)
    """
    found = {state + end for end in _ENDS}
    for ending in _NAME_ENDS:
        stem = state.removesuffix(ending)
        if stem != state and len(stem) >= _SHORTEST - 1:
            found |= {stem + end for end in (*_LAND_ENDS, *_ENDS)}
    first, _, rest = state.partition(" ")
    if rest and first.casefold() in nouns("directions"):
        found |= {f"{first} {form}" for form in people_of(rest)}
    elif rest and first in _SAINTS:
        found |= people_of(rest)  # "Irelan boats" of Santa Irela
    first, hyphen, rest = state.partition("-")
    if hyphen and rest.istitle():
        found |= {f"{first}-{form}" for form in people_of(rest)}
    forms = {form + end for form in found if len(form) >= _SHORTEST for end in ("", "s")}
    return frozenset(forms - {state})
