"""One thing that a phrase says is done, or goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that a phrase says is done, or goes on.

    `family` is a verb family of the tables, a shared doing, a verb's own lemma, or ``thing`` where
    the phrase is a bare noun; `sign` says whether it is said to be or not to be. `theme` are the
    words that tell what it is done to, the head first; `verb`, `noun` and the `tail` that
    follows are as said, for labels; `link` ties noun to verb.
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
