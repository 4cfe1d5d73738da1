"""Acts: what one party can do, under all the words that the coverage has for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import is_shared, tables, words


@dataclass(frozen=True, slots=True)
class Mention:
    """An act in the words of one piece of evidence; `now`: whether it is done at present."""

    doing: Doing
    because: str
    now: bool | None = None


@dataclass(eq=False, slots=True)
class Act:
    """What one party can do, or goes on doing; grows as the coverage is gone through.

    Yes means that the family's positive verb holds: the thing goes on, the line is open.
    """

    owner: str
    family: str
    theme: frozenset[str]
    head: str
    mentions: list[Mention] = field(default_factory=list)
    label: str = ""
    stem: str = ""
    can: str = "both"
    kin: object = None
    ahead: bool = False
    role: str = ""  # what statements make of it: "granted" at a price, "threatened", "asked" as one

    @property
    def shared(self) -> bool:
        """Whether it needs the other side's consent."""
        return is_shared(self.family)

    @property
    def now(self) -> bool:
        """Whether it is being done: not what is still ahead, else as the first mention has it."""
        return not self.ahead and next((m.now for m in self.mentions if m.now is not None), False)

    @property
    def because(self) -> tuple[str, ...]:
        """The evidence that names it, in the order in which it was met."""
        return tuple(dict.fromkeys(m.because for m in self.mentions if m.because))


@dataclass(frozen=True, slots=True)
class Literal:
    """That an act is done, or that it is not."""

    act: Act
    sign: bool

    @property
    def opposite(self) -> Literal:
        """The contrary.

        >>> act = Act("a", "pay", frozenset(), "")
        >>> Literal(act, True).opposite.sign
        False
        """
        return Literal(self.act, not self.sign)

    @property
    def holds(self) -> bool:
        """Whether it is so now."""
        return self.act.now is self.sign


def may_be_granted(act: Act) -> bool:
    """Whether it is plain what it means that somebody refuses an act of its own: to sell, to open.

    >>> [may_be_granted(Act("a", family, frozenset(), "")) for family in ("sell", "use")]
    [True, False]
    """
    known = act.family in tables()["groups"] or act.family in words("granted", "verbs")
    return act.shared or known
