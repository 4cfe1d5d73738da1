"""The rules' reading and a second one of the same article: what both say, and who says more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from detente.dispute.evidence import Actor, Differs, Document, Evidence, Opinion

_SAME = 0.5  # of the shorter quote: how much of it two quotes of one statement share


class UnansweredError(Exception):
    """A second reader gave no answer that can be used; `lasting`: nor will it for the next."""

    def __init__(self, what: str, *, lasting: bool = False) -> None:
        super().__init__(what)
        self.lasting = lasting


@dataclass(frozen=True)
class Proposals:
    """The proposals that hold, and of those that do not how many fail for which reason."""

    kept: tuple[Evidence, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()


class Second(Protocol):
    """A reader who proposes statements."""

    @property
    def name(self) -> str:
        """What the reader is called where its statements are shown."""
        ...

    def propose(self, document: Document, parties: Sequence[Actor]) -> Proposals:
        """What it finds in an article whose parties are known.

        Raises
        ------
        UnansweredError
            Where it finds nothing that can be used.
        """
        ...


class Asked:
    """A second reader, asked about one article after the other until it is of no use to ask."""

    def __init__(self, second: Second | None) -> None:
        self._second = second

    def of(
        self, document: Document, parties: Sequence[Actor], said: list[Evidence]
    ) -> tuple[list[Evidence], tuple[Opinion, ...], tuple[str, ...]]:
        """The statements of the rules and of the second reader, how both agree, and warnings."""
        if self._second is None:
            return said, (), ()
        reader = self._second.name
        try:
            proposals = self._second.propose(document, parties)
        except UnansweredError as error:
            if error.lasting:
                self._second = None
            rest = "; it is not asked again" if error.lasting else ""
            named = document.source or document.id
            return said, (), (f"{named}: read by the rules alone: {reader} {error}{rest}",)
        both, opinion = beside(said, proposals, document.id, reader)
        return both, (opinion,), ()


def beside(
    said: Sequence[Evidence], proposals: Proposals, document: str, reader: str
) -> tuple[list[Evidence], Opinion]:
    """The statements of the rules with those that only a second reader has, and how both agree.

    What the rules say of a sentence stands; where the second reader takes it otherwise, that is
    told and no more. A condition that the rules have not seen is added.

    Examples
    --------
    >>> ours = Evidence("s0", "d1", "Sudmark refuses to pay", 0, 22, "refusal", ("sudmark",))
    >>> theirs = [replace(ours, id="", read_by="a model"),
    ...     Evidence("", "d1", "Norland waits", 24, 37, "claim", ("norland",), read_by="a model")]
    >>> both, opinion = beside([ours], Proposals(tuple(theirs)), "d1", "a model")
    >>> [piece.quote for piece in both], opinion.agrees, opinion.adds
    (['Sudmark refuses to pay', 'Norland waits'], ('s0',), ('s1',))
    """
    agrees: list[str] = []
    differs: list[Differs] = []
    added: list[Evidence] = []
    for piece in proposals.kept:
        same = [ours for ours in said if _overlap(ours, piece) and not _lacks(ours, piece)]
        if not same:
            added.append(replace(piece, id=f"s{len(said) + len(added)}"))
            continue
        taken = [ours for ours in same if ours.kind == piece.kind]
        alike = [ours for ours in taken if set(ours.holder) & set(piece.holder)]
        if alike:
            agrees.append(alike[0].id)
        else:
            differs.append(Differs((taken or same)[0].id, piece.kind, piece.holder))
    opinion = Opinion(
        document,
        reader,
        tuple(dict.fromkeys(agrees)),
        tuple(differs),
        tuple(piece.id for piece in added),
        proposals.dropped,
    )
    return [*said, *added], opinion


def _overlap(one: Evidence, other: Evidence) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= _SAME * min(one.end - one.start, other.end - other.start)


def _lacks(ours: Evidence, piece: Evidence) -> bool:
    """Whether a proposal has a condition where ours has none."""
    return piece.condition is not None and ours.condition is None
