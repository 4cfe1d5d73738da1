"""What an analysis of a draft tells the drafter: the analysis itself is injected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.dispute.model import Dispute

SETTLED, STUCK, MOVING = "settled", "stuck", "moving"


@dataclass(frozen=True, slots=True)
class Mover:
    """A party that can improve now. `gains`: indexes from 1 of the wants that it gains thereby."""

    party: str
    gains: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a draft stands: `verdict` is ``settled``, ``stuck`` or ``moving``.

    `movers` are those that can improve from the status quo without being sanctioned; `diagnosis`
    has the kinds of why it is stuck.
    """

    verdict: str
    movers: tuple[Mover, ...] = ()
    diagnosis: tuple[str, ...] = ()


Judge = Callable[[Dispute], Judgement]
