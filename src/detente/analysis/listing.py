"""In what order unlockings are listed, and which are not worth listing beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.analysis.concessions import CHANGES, Concession
from detente.analysis.graph_model import GraphModel
from detente.dispute.model import Dispute

if TYPE_CHECKING:
    from detente.analysis.unlocking import Unlocking


def listing_key(dispute: Dispute, model: GraphModel, unlocking: Unlocking) -> tuple[object, ...]:
    """What unlockings of one cost are listed by."""
    made, space = unlocking.concessions, model.space
    there, here = space.index(unlocking.state), space.status_quo
    lost = [
        want
        for party in dispute.parties
        for want in party.ordered_wants
        if want.because and (truth := space.holds(want.formula))[here] and not truth[there]
    ]
    return *touched(made), len(lost), [_place(model, one) for one in made]


def _place(model: GraphModel, made: Concession) -> tuple[object, ...]:
    party = model.parties[model.place[made.party]]
    names = [str(option.atom) for option in party.options]
    place = made.index or len(party.ordered_wants) + 1 + names.index(made.option or "")
    return model.place[made.party], place, CHANGES.index(made.change), made.becomes or ""


def touched(concessions: tuple[Concession, ...]) -> tuple[int, int]:
    """How many of them touch what is assumed, and how many they are."""
    return sum(made.assumed for made in concessions), len(concessions)


def is_dearer(concessions: tuple[Concession, ...], than: tuple[Concession, ...]) -> bool:
    """Whether one set is the other but for a dearer concession on one and the same want."""
    mine, theirs = set(concessions) - set(than), set(than) - set(concessions)
    if len(mine) != 1 or len(theirs) != 1:
        return False
    (dear,), (cheap,) = mine, theirs
    return dear.index is not None and dear.place == cheap.place and dear.cost > cheap.cost
