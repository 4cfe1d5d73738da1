"""What the people of a land, and what is theirs, may be called where no table says so."""

from __future__ import annotations

from functools import lru_cache

from detente.reading.tables import table

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
    >>> {"Tavrs", "Tavrish"} <= people_of("Tavristan")
    True
    """
    found = {state + end for end in _ENDS}
    for ending in _NAME_ENDS:
        stem = state.removesuffix(ending)
        if stem != state and len(stem) >= _SHORTEST - 1:
            found |= {stem + end for end in (*_LAND_ENDS, *_ENDS)}
    if (people := state.removesuffix("istan")) != state:
        found |= {people, f"{people}i", f"{people}ish"}  # "Tavrs" of Tavristan
    first, _, rest = state.partition(" ")
    if rest and first.casefold() in table("nouns")["directions"]["words"]:
        found |= {f"{first} {form}" for form in people_of(rest)}
    elif rest and first in _SAINTS:
        found |= people_of(rest)  # "Irelan boats" of Santa Irela
    first, hyphen, rest = state.partition("-")
    if hyphen and rest.istitle():
        found |= {f"{first}-{form}" for form in people_of(rest)}
    forms = {form + end for form in found if len(form) >= _SHORTEST for end in ("", "s")}
    return frozenset(forms - {state})


def demonyms(name: str) -> tuple[str, ...]:
    """What the people of a state may be called, by its name's ending.

    >>> "Arkenian" in demonyms("Arkenia"), "Quessan" in demonyms("Quessa")
    (True, True)
    """
    return tuple(
        name.removesuffix(ending) + people for ending, people in _ENDINGS if name.endswith(ending)
    )


_ENDINGS = (  # of a state's name, and what its people are called
    ("ia", "ian"),
    ("a", "an"),
    ("e", "ean"),
    ("o", "oan"),
    ("y", "ian"),
    ("i", "ian"),
    ("", "ian"),
    ("", "ese"),
    ("", "i"),
)


def regular(name: str) -> tuple[str, ...]:
    """What the people of a state of one word are called by rule, if it has such a name.

    >>> regular("Arkenia"), regular("New Arkenia")
    (('Arkenian',), ())
    """
    return demonyms(name)[:1] if " " not in name else ()


def plural(surface: str) -> str:
    """Several of a people.

    >>> plural("Arkenian"), plural("Maltese"), plural("Irishman"), plural("German")
    ('Arkenians', 'Maltese', 'Irishmen', 'Germans')
    """
    if surface.endswith(("ese", "sh", "ch", "s")):
        return surface
    return (
        f"{surface[:-3]}men" if surface.endswith("man") and surface != "German" else f"{surface}s"
    )
