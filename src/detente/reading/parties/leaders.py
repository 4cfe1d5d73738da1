"""Who is known without being introduced: for whom a president or a foreign minister speaks."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from detente.reading.parties.gazetteer import body_id, fold, state_id
from detente.reading.tables import rows


def party_of(name: str, among: Container[str]) -> str | None:
    """The party for which a leader speaks, where one such is among those of the page.

    >>> party_of("Putin", {"russia"}), party_of("Wang Yi", {"china"}), party_of("Yi", {"china"})
    ('russia', 'china', None)
    >>> party_of("Putin", {"norland"}) is None
    True
    """
    found = [party for party in _known().get(_spelling(name), ()) if party in among]
    return found[0] if len(found) == 1 else None


def is_known(name: str, among: Container[str] = ()) -> bool:
    """Whether a leader goes by a name; by the last alone where his party is of the page.

    >>> is_known("Antonio Guterres"), is_known("Ana Berg"), is_known("Putin")
    (True, False, False)
    """
    return party_of(name, among) is not None or (" " in name and _spelling(name) in _known())


def _spelling(name: str) -> str:
    """A name in one of the ways in which it is written in Latin letters.

    >>> _spelling("Pashinian") == _spelling("Pashinyan")
    True
    >>> _spelling("Volodymyr Zelenskyy") == _spelling("Volodymyr Zelensky")
    True
    """
    return _ENDINGS.sub(lambda end: _ALIKE[end[0][0]], fold(name).casefold())


_ENDINGS = re.compile(r"(yan|ian|sk(yy|iy|yi|ii|ij)|sky|ey|ei)\b")
_ALIKE = {"y": "ian", "i": "ian", "s": "sky", "e": "ei"}


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Names in lower case, whole ones and those of which the last word is enough: the parties."""
    found: dict[str, dict[str, None]] = {}
    for row in rows("leaders"):
        party = state_id(row["of"]) if row["of"].isupper() else body_id(row["of"])
        name = _spelling(row["name"])
        found.setdefault(name, {})[party] = None
        if row["alone"] == "yes":
            found.setdefault(name.rpartition(" ")[2], {})[party] = None
    return {name: tuple(parties) for name, parties in found.items()}
