"""An event as found in a sentence, before it is given a name and a cause."""

from __future__ import annotations

from dataclasses import dataclass

from detente.reading.parsed import Token


@dataclass(frozen=True, slots=True)
class Told:
    """The word that tells an event, the tokens of its clause, who took part, and when.

    A deed is in no table: dated, and done by a party. What is loose fits no row of its verb,
    and what is weighed got its kind by the words it is told with.
    """

    kind: str
    root: Token
    first: int
    last: int
    actor: tuple[str, ...]
    target: tuple[str, ...]
    date: str | None
    is_deed: bool = False
    is_loose: bool = False
    is_weighed: bool = False
