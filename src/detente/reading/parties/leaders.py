"""Who is known without being introduced: for whom a president or a foreign minister speaks."""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from detente.reading.parties.gazetteer import fold, rows, state_id


def party_of(name: str, among: Container[str]) -> str | None:
    """The party for which a leader speaks, where it is among those of the page.

    >>> party_of("Putin", {"russia"}), party_of("Wang Yi", {"china"}), party_of("Yi", {"china"})
    ('russia', 'china', None)
    >>> party_of("Putin", {"norland"}) is None
    True
    """
    found = _known().get(fold(name).casefold())
    return found if found in among else None


def is_known(name: str) -> bool:
    """Whether a leader goes by a name.

    >>> is_known("Antonio Guterres"), is_known("Ana Berg")
    (True, False)
    """
    return fold(name).casefold() in _known()


@cache
def _known() -> dict[str, str]:
    """Names in lower case, whole ones and those of which the last word is enough: the party."""
    found: dict[str, str] = {}
    for row in rows("leaders"):
        party = state_id(row["of"]) if row["of"].isupper() else row["of"]
        name = fold(row["name"]).casefold()
        found[name] = party
        if row["alone"] == "yes":
            found[name.rpartition(" ")[2]] = party
    return found
