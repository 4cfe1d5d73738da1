"""The dispute as a value: parties, their options and wants, and the evidence for each.

Vocabulary: a *party* is a decision maker when it has options; an *option* is a yes/no choice of one
party; a *state* is a choice for every option, written as letters Y and N in the order of
`Dispute.options`; a *want* is a preference statement, the most important first (option
prioritisation: Peng, Hipel and Kilgour 1997).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from detente.dispute.display import Shown
from detente.dispute.evidence import Change, Document, Event, Evidence, Object, Relation, WayOut
from detente.dispute.formula import Atom, Formula

PARTY_TYPES = (
    "state", "alliance", "organisation", "group", "province", "company", "territory", "person",
)  # fmt: skip
ROLES = ("principal", "third_party", "mediator", "forum", "spokesperson", "expert", "context")
CAN = ("both", "start", "stop", "never")


@dataclass(frozen=True, slots=True)
class Option:
    """A yes/no choice of one party, its own alone.

    `can` says which changes are allowed: ``both``, ``start`` (no→yes only), ``stop`` (yes→no only)
    or ``never``. `commit_cost` is what binding itself is taken to cost.
    """

    party: str
    id: str
    label: str
    status_quo: bool = False
    can: str = "both"
    commit_cost: Fraction = Fraction(1)
    because: tuple[str, ...] = ()

    @property
    def atom(self) -> Atom:
        """The option as formulas name it."""
        return Atom(self.party, self.id)

    @property
    def assumed(self) -> bool:
        """Whether no evidence stands behind it."""
        return not self.because


@dataclass(frozen=True, slots=True)
class Want:
    """A preference statement. `assumed`: no sentence supports it; `cost`: of giving it up."""

    formula: Formula
    because: tuple[str, ...] = ()
    assumed: bool = False
    cost: Fraction = Fraction(1)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AnyOrder:
    """Wants that follow the earlier ones, in an order that nobody knows; as written until then."""

    wants: tuple[Want, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Whose choices could change the dispute, or who matters to it.

    `ranking`, where given instead of `wants`, has every feasible state once, best first; states in
    one inner tuple are equally preferred.
    """

    id: str
    name: str
    type: str | None = None
    role: str | None = None
    speaks_for: str | None = None
    aliases: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    wants: tuple[Want | AnyOrder, ...] = ()
    ranking: tuple[tuple[str, ...], ...] | None = None

    @property
    def ordered_wants(self) -> tuple[Want, ...]:
        """The wants as written, members of groups included: index j counts from 1 here."""
        found: list[Want] = []
        for entry in self.wants:
            found += entry.wants if isinstance(entry, AnyOrder) else (entry,)
        return tuple(found)

    @property
    def is_awaited(self) -> bool:
        """Whether it wants nothing, and what it can do is only waited for: a court, a date."""
        waited = all(option.can == "start" for option in self.options)
        return bool(self.options) and waited and not self.wants and self.ranking is None


@dataclass(frozen=True, slots=True)
class Infeasible:
    """States that satisfy `when` cannot happen."""

    when: Formula
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The states that satisfy `formula` would count as settled."""

    formula: Formula
    because: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the coverage has and the model does not, and why."""

    what: str
    why: str = ""
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dispute(Shown):
    """A dispute: everything that the program knows of it, and all that an analysis needs."""

    title: str
    parties: tuple[Party, ...]
    resolution: Resolution | None = None
    look_first: tuple[str, ...] = ()
    infeasible: tuple[Infeasible, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    documents: tuple[Document, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    objects: tuple[Object, ...] = ()
    changes: tuple[Change, ...] = ()
    ways_out: tuple[WayOut, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """All options, party by party, as they stand in the file: the letters of a state."""
        return tuple(option for party in self.parties for option in party.options)

    @cached_property
    def decision_makers(self) -> tuple[Party, ...]:
        """N: the parties that have options."""
        return tuple(party for party in self.parties if party.options)

    @cached_property
    def status_quo(self) -> str:
        """The state now, as letters Y and N."""
        return "".join("NY"[option.status_quo] for option in self.options)

    @cached_property
    def quoted(self) -> dict[str, Evidence]:
        """The evidence by its id."""
        return {piece.id: piece for piece in self.evidence}

    def party(self, name: str) -> Party:
        """The party with that id; `KeyError` where there is none."""
        return self._by_id[name]

    @cached_property
    def _by_id(self) -> dict[str, Party]:
        return {party.id: party for party in self.parties}
