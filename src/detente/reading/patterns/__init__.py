"""The kinds of statements, one file each, found by being there.

Each module has `KIND`, its tables of cues, `EXAMPLES` and `COUNTER_EXAMPLES`, and
``find(telling) -> Iterator[Finding]``. What one clause says in several kinds is settled in
`detente.reading.statements`.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from detente.dispute.evidence import Condition
from detente.reading.parsed import Token


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement as a pattern found it: `clause` is the head of the clause that says it.

    `spans` is a range of tokens, where it is not the clause's own.
    """

    kind: str
    clause: Token
    holder: tuple[str, ...]
    speaker: str | None = None
    addressee: tuple[str, ...] = ()
    about: str | None = None
    condition: Condition | None = None
    confidence: float = 0.8
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a pattern must find, and what it must find in it."""

    text: str
    holder: str
    condition: str | None = None
    by: str | None = None
    need: str = "holds"
    marker: str | None = None


@cache
def modules() -> tuple[ModuleType, ...]:
    """The pattern modules, by name.

    >>> [module.KIND for module in modules()][:3]
    ['accusation', 'claim', 'demand']
    """
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names if name[0] != "_")
