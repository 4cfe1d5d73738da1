"""Everything that detente raises on purpose.

`DetenteError` is the root; below it stand `InputError` (the input is at fault, one or more faults,
exit code 1; `FormulaError` is one within a formula), `NothingToAnswerError` (sound input with
nothing there to answer with, exit code 1) and `LimitReachedError` (an honest limit, exit code 3).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong with an input, where, and what would be right.

    >>> print(Fault("ferry.yaml", 3, 7, "unknown key 'wnats'", "wants"))
    ferry.yaml:3:7: unknown key 'wnats'; wants
    """

    file: str
    line: int
    column: int
    what: str
    instead: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.what}" + (f"; {self.instead}" if self.instead else "")


class DetenteError(Exception):
    """The root of all errors that detente raises on purpose."""

    exit_code = 1


class InputError(DetenteError):
    """The input is at fault; `faults` says all of it at once."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class FormulaError(InputError):
    """A formula cannot be read; `column` counts from 1 within the formula."""

    def __init__(self, what: str, column: int, instead: str) -> None:
        super().__init__(Fault("", 0, column, what, instead))
        self.what, self.column, self.instead = what, column, instead


class NothingToAnswerError(DetenteError):
    """The input is sound, but there is nothing in it to answer with."""


class LimitReachedError(DetenteError):
    """An honest limit was reached; the message says which, and how to raise it."""

    exit_code = 3
