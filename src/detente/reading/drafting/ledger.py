"""What the drafter has gathered: acts, positions, standing relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from detente.dispute.evidence import Coverage, Document, Evidence, Relation
from detente.reading.drafting.acts import Act, Literal
from detente.reading.drafting.cast import Cast
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import is_shared
from detente.reading.drafting.register import Register

IN_FORCE, ACCUSED, READY, OFFERED = "in force", "accused", "ready", "offered"
_NEAR = 500  # characters
ROAD = "road"  # talks, a truce or a settlement that the coverage speaks of


@dataclass(frozen=True)
class Position:
    """One holder's statement; `about` and `condition` are conjunctions."""

    holder: str
    piece: Evidence
    kind: str
    about: tuple[Literal, ...]
    condition: tuple[Literal, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def acts(self) -> tuple[Act, ...]:
        """All acts that it names."""
        return tuple(literal.act for literal in (*self.about, *self.condition))


@dataclass(frozen=True)
class Standing:
    """What a relation says is so: a hold, a sanction, an alignment."""

    literal: Literal
    because: str
    kind: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Something a party holds to, wants of another, or would do, told less directly.

    `literals` are one act, or of a shared doing a side each; `want` is whether the party wants it.
    """

    party: str
    literals: tuple[Literal, ...]
    because: str
    sort: str


@dataclass
class Ledger:
    """Everything gathered from one coverage.

    `agenda` are prices that a demand implies ("as part of the talks"); `headlines` are quotes that
    only repeat what the body says, with their holder; `denied` are quotes of what others report of
    a holder and it denies, with who reports it; `holds` are controls that only a
    sentence on the heart of the dispute tells of; `beside` is less direct evidence.
    """

    coverage: Coverage
    cast: Cast
    register: Register = field(default_factory=Register)
    positions: list[Position] = field(default_factory=list)
    standing: list[Standing] = field(default_factory=list)
    agenda: list[Position] = field(default_factory=list)
    headlines: list[tuple[str, str]] = field(default_factory=list)
    denied: dict[str, str] = field(default_factory=dict)
    holds: list[Relation] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)

    def document(self, piece: Evidence) -> Document:
        """The document that a piece of evidence stands in."""
        return next(d for d in self.coverage.documents if d.id == piece.document)

    def in_headline(self, piece: Evidence) -> bool:
        """Whether a piece of evidence stands in the headline."""
        headline = self.document(piece).headline
        return bool(headline and headline[0] <= piece.start < headline[1])

    def before(self, piece: Evidence) -> Iterator[Evidence]:
        """The statements that begin shortly before a piece of evidence, or with it."""
        for other in self.coverage.statements:
            near = other.document == piece.document and piece.start - _NEAR < other.start
            if near and other.start <= piece.start and other.id != piece.id:
                yield other

    def sides(
        self, owner: str, others: Iterable[str], doing: Doing, because: str, *, now: bool | None
    ) -> list[Literal]:
        """An act of the owner; of a shared doing, one of each side, the owner's first."""
        parties = [owner]
        if is_shared(doing.family):
            parties += [p for p in others if self.cast.may_decide(p)]
        return [
            self.register.literal(party, doing, because, now=now)
            for party in dict.fromkeys(parties)
        ]
