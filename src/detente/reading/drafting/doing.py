"""One thing that a phrase says is done, or goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from detente.reading.parsed import Token


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that a phrase says is done, or goes on.

    `family` is a verb family of the tables, a shared doing, a verb's own lemma, or ``thing`` where
    the phrase is a bare noun; `sign` says whether it is said to be or not to be. `theme` are the
    words that tell what it is done to, the head first; `verb`, `noun` and the `tail` that
    follows are as said, for labels; `link` ties noun to verb; `said` is the whole verb phrase in
    the words of the text.
    """

    family: str
    sign: bool
    theme: tuple[str, ...]
    verb: str = ""
    noun: str = ""
    subject: str = ""
    anaphoric: bool = False
    actor: tuple[str, ...] = ()
    link: str = ""
    tail: str = ""
    said: str = field(default="", compare=False)


class _Reads(Protocol):
    """What says of a token what is done."""

    def __call__(self, head: Token, *, sign: bool) -> Iterator[Doing]:
        """The doings, one by one."""


class Say(NamedTuple):
    """How a rule goes on with what hangs on its word: with all that is joined, or one alone."""

    head: _Reads
    one: _Reads
