"""The analysis wing as the drafter's judge."""

from __future__ import annotations

from detente.analysis.explanation import explain
from detente.dispute.formula import Atom, evaluate
from detente.dispute.model import Dispute
from detente.reading.drafting import Judgement, Mover


def judge(dispute: Dispute) -> Judgement:
    found = explain(dispute)
    movers = []
    for party, verdict in found.verdicts["seq"].items():
        free = [improvement for improvement in verdict.improvements if improvement.sanction is None]
        if free:
            movers.append(Mover(party, _gains(dispute, party, free[0].to)))
    return Judgement(found.standing, tuple(movers), tuple(d.kind for d in found.diagnosis))


def _gains(dispute: Dispute, party: str, state: str) -> tuple[int, ...]:
    def values(letters: str) -> dict[Atom, bool]:
        return {o.atom: c == "Y" for o, c in zip(dispute.options, letters, strict=True)}

    now, then = values(dispute.status_quo), values(state)
    wants = dispute.party(party).ordered_wants
    return tuple(
        n
        for n, want in enumerate(wants, 1)
        if evaluate(want.formula, then) and not evaluate(want.formula, now)
    )
