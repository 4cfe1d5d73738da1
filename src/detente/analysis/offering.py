"""What the parties of a dispute may concede, as the search takes it, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

from detente.analysis.concessions import CHANGES, Concession, on_option, on_want
from detente.analysis.engines.offers import Offer, Pick
from detente.analysis.engines.variants import Variant, Variants
from detente.analysis.graph_model import GraphModel
from detente.analysis.preferences import preference
from detente.dispute.formula import parse
from detente.dispute.model import Dispute, Party
from detente.errors import NothingToAnswerError


@dataclass(frozen=True)
class Offering:
    """What may be conceded.

    Attributes
    ----------
    model
        The graph model as it stands.
    only
        The one party that may concede, if only one.
    forbid
        What may not be conceded, as `known` has it.
    """

    model: GraphModel
    only: str | None
    forbid: frozenset[str]

    @cached_property
    def offers(self) -> list[list[list[Concession]]]:
        """Of each party that counts and each of its places the concessions that are allowed.

        A commitment stands there towards yes; it goes towards the value of the target.
        """
        return [self._offers(party) for party in self.model.parties]

    def _offers(self, party: Party) -> list[list[Concession]]:
        return [[offer for offer in place if self._allowed(offer)] for place in _places(party)]

    def _allowed(self, offer: Concession) -> bool:
        names = {offer.party, offer.change, f"{offer.party}/{offer.index}", offer.option}
        return self.only in (None, offer.party) and not names & self.forbid

    @cached_property
    def scale(self) -> int:
        """What makes every cost a whole number."""
        return lcm(1, *(offer.cost.denominator for p in self.offers for w in p for offer in w))

    def variants(self, party: Party, targets: Sequence[int]) -> Variants:
        """What a party could concede, as it stands or with other wants."""
        offers, wants = self._offers(party), party.ordered_wants
        picks = [
            [Pick(self.model.space.holds(want.formula), 0), *map(self._pick, choices)]
            for want, choices in zip(wants, offers, strict=False)
        ]
        binds = [
            (self.model.space.bits[option.atom], self._whole(choice.cost))
            for option, choices in zip(party.options, offers[len(wants) :], strict=True)
            for choice in choices
        ]
        ranks = preference(party, self.model.space)
        offer = Offer(picks, binds, ranks)
        return Variants(offer, self.model.space.status_quo, targets)

    def _pick(self, offer: Concession) -> Pick:
        formula = offer.becomes or offer.want
        dropped = offer.change == "drop" or formula is None
        truth = None if dropped else self.model.space.holds(parse(str(formula)))
        return Pick(truth, self._whole(offer.cost), offer.change == "demote")

    def _whole(self, cost: Fraction) -> int:
        return int(cost * self.scale)

    def concessions(self, choice: Sequence[Variant], target: int) -> tuple[Concession, ...]:
        """What a choice of variants concedes, as it stands in the file."""
        made: list[Concession] = []
        for party, offers, variant in zip(self.model.parties, self.offers, choice, strict=True):
            wants, bound = len(party.ordered_wants), variant.commits
            made += [
                choices[pick - 1]
                for choices, pick in zip(offers[:wants], variant.picks.tolist(), strict=False)
                if pick
            ]
            made += [
                on_option(option, value=bool(target & bit))
                for option in party.options
                if bound & (bit := self.model.space.bits[option.atom])
            ]
        return tuple(made)


def _places(party: Party) -> Iterator[list[Concession]]:
    for index in range(1, len(party.ordered_wants) + 1):
        yield list(on_want(party, index))
    for option in party.options:
        yield [on_option(option, value=True)] if option.can == "both" else []


def known(dispute: Dispute, only: str | None, forbid: Collection[str]) -> frozenset[str]:
    """What is forbidden, where all of it exists."""
    parties = [party.id for party in dispute.parties]
    names = {*CHANGES, *parties, *(str(option.atom) for option in dispute.options)}
    for party in dispute.parties:
        names |= {f"{party.id}/{index + 1}" for index in range(len(party.ordered_wants))}
    unknown = [name for name in forbid if name not in names]
    if only is not None and only not in parties:
        raise NothingToAnswerError(f"there is no party {only!r}; there are {', '.join(parties)}")
    if unknown:
        message = f"{unknown[0]!r} is no party, change, want (party/3) or option (party.option)"
        raise NothingToAnswerError(message)
    return frozenset(forbid)
