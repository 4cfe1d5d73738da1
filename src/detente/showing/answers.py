"""The answers of the analysis as JSON values, in the shapes that other programs rely on.

Each function gives a mapping of plain values; states are letters, sorted N before Y; costs are
numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from detente.analysis.coalitions import Coalition, Coalitions
from detente.analysis.commitments import Commitment
from detente.analysis.concessions import Concession
from detente.analysis.deadlock import Diagnosis
from detente.analysis.explanation import Explanation
from detente.analysis.reasons import Reason
from detente.analysis.robustness import Finding, Robustness
from detente.analysis.sequences import Path, Paths
from detente.analysis.solutions import Solution
from detente.analysis.states import MOST_OPTIONS
from detente.analysis.steps import Step
from detente.analysis.unlocking import Unlocking, Unlockings
from detente.analysis.verdicts import Sanction, Verdict
from detente.analysis.ways_out import Trial
from detente.dispute.model import Dispute

if TYPE_CHECKING:
    from detente.analysis.single import Single
    from detente.dispute.formula import Formula

ENGINE = {"engine": "explicit", "exact": True, "seed": None}
LIMIT = 1000  # equilibria listed

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of the equilibria are told.

    Attributes
    ----------
    limit
        The most that are listed.
    where
        A formula that holds in all of them; None where any are meant.
    sample
        So many drawn at random, instead of the first; one may come again.
    seed
        To draw others.
    """

    limit: int = LIMIT
    where: Formula | None = None
    sample: int | None = None
    seed: int = 0

    def of(self, found: Solution) -> Solution:
        """The solution, of the states meant alone."""
        return found if self.where is None else found.within(self.where)

    def told(self, found: Solution, concept: str) -> list[str]:
        """The equilibria to tell of what `of` gives."""
        if self.sample is not None:
            return list(found.drawn(concept, self.sample, self.seed))
        return list(found.listed(concept, limit=self.limit))


def analyse(
    dispute: Dispute,
    found: Solution,
    asked: Asked = Asked(),
    *,
    stable: bool = False,
) -> Answer:
    """Which states hold, for whom, under which concept.

    The stable states of a party are all listed in disputes of up to `MOST_OPTIONS` options, and the
    first `limit` of larger ones; `stable_count` is exact.

    Examples
    --------
    >>> from detente.analysis.solutions import solve
    >>> from detente.dispute.file import loads
    >>> dispute = loads("{detente: 1, title: T, parties: {a: {options: {x: }, wants: [a.x]}}}")
    >>> answer = analyse(dispute, solve(dispute, ["nash"]), stable=True)
    >>> answer["states"], answer["concepts"]["nash"]["stable"]
    (2, {'a': ['Y']})
    """
    most = None if len(dispute.options) <= MOST_OPTIONS else asked.limit
    meant = asked.of(found)

    def concept(name: str) -> Answer:
        answer: Answer = {
            "equilibria": asked.told(meant, name),
            "count": meant.count(name),
            "status_quo_is_equilibrium": found.holds(name, dispute.status_quo),
        }
        if stable:
            parties = found.parties
            answer["stable"] = {party: list(meant.listed(name, party, most)) for party in parties}
            answer["stable_count"] = {party: meant.count(name, party) for party in parties}
        return answer

    return {
        "title": dispute.title,
        "options": [str(option.atom) for option in dispute.options],
        "parties": [party.id for party in dispute.decision_makers],
        "states": meant.states,
        "status_quo": dispute.status_quo,
        **ENGINE,
        "engine": found.engine,
        "concepts": {name: concept(name) for name in found.concepts},
        **({} if asked.where is None else {"where": str(asked.where)}),
        **({} if asked.sample is None else {"seed": asked.seed}),
        **({"undecided": dict(found.undecided)} if found.undecided else {}),
    }


def explain(found: Explanation, together: Coalitions | None = None) -> Answer:
    """Why a state holds or does not, down to the evidence; and what coalitions could do."""
    return {
        "state": found.state,
        "concept": found.concept,
        "settled": found.settled,
        "stuck": found.stuck,
        **ENGINE,
        "verdicts": {
            name: {party: _verdict(verdict) for party, verdict in row.items()}
            for name, row in found.verdicts.items()
        },
        "diagnosis": _diagnoses(found.diagnosis),
        "joint_improvements": list(found.joint_improvements),
        "heads_to": list(found.heads_to),
        "ahead": {state: _diagnoses(kinds) for state, kinds in found.ahead.items()},
        "refusals": [
            {"state": refusal.state} | _reason(refusal.reason) for refusal in found.refusals
        ],
        "commitments": [_commitment(one) for one in found.commitments],
        "coalitions": together and _coalitions(together),
    }


def single(found: Single) -> Answer:
    """Whether a state of a large dispute holds: the verdicts of `explain` without a diagnosis."""
    return {
        "state": found.state,
        "settled": found.settled,
        "stuck": {
            name: holds and not found.settled
            for name, holds in found.equilibrium.items()
            if holds is not None
        },
        **ENGINE,
        "engine": "solver",
        "verdicts": {
            name: {party: _verdict(verdict) for party, verdict in row.items()}
            for name, row in found.verdicts.items()
        },
        "diagnosis": None,
        **({"undecided": found.undecided} if found.undecided else {}),
    }


def _commitment(one: Commitment) -> Answer:
    return asdict(one) | {"promises": [asdict(promise) for promise in one.promises]}


def _coalitions(found: Coalitions) -> Answer:
    return {
        "stable": found.stable,
        "verdicts": {
            name: [_coalition(row) for row in rows] for name, rows in found.verdicts.items()
        },
        "breaks": [
            {
                "parties": list(row.parties),
                "to": row.to,
                "holds_together": row.holds,
                "left_by": [list(part) for part in row.left_by],
            }
            for row in found.breaks
        ],
    }


def _coalition(row: Coalition) -> Answer:
    return {
        "parties": list(row.parties),
        "stable": row.stable,
        "improvements": [asdict(move) for move in row.improvements],
    }


def _verdict(verdict: Verdict) -> Answer:
    return {
        "stable": verdict.stable,
        "holds": [_reason(reason) for reason in verdict.holds],
        "improvements": [
            {"to": move.to, "sanction": move.sanction and _sanction(move.sanction)}
            for move in verdict.improvements
        ],
    }


def _sanction(sanction: Sanction) -> Answer:
    path = [{"party": move.party, "to": move.to} for move in sanction.path]
    return {"path": path, "ends": sanction.ends, "escapes": list(sanction.escapes)}


def _diagnoses(found: Iterable[Diagnosis]) -> list[Answer]:
    return [
        {
            "kind": diagnosis.kind,
            "parties": list(diagnosis.parties),
            "states": list(diagnosis.states),
            "wants": [_reason(reason) for reason in diagnosis.reasons],
        }
        for diagnosis in found
    ]


def _reason(reason: Reason) -> Answer:
    return {
        "party": reason.party,
        "index": reason.index,
        "want": reason.want,
        "because": list(reason.because),
        "assumed": reason.assumed,
    }


def unlock(
    found: Unlockings, tried: Iterable[Trial] = (), dispute: Dispute | None = None
) -> Answer:
    """What would unlock it, least first; and the coverage's own ways out, tried."""
    return {
        "to": found.to,
        "concept": found.concept,
        **ENGINE,
        "unlockings": [_unlocking(one) for one in found.unlockings],
        "least_cost": number(found.least_cost),
        "least_count": found.least_count,
        "alone": {party: number(cost) for party, cost in found.alone.items()},
        "alone_open": list(found.alone_open),
        "proven_least": found.proven_least,
        "lower_bound": number(found.lower_bound),
        "complete": found.complete,
        "examined": found.examined,
        "ways_out": [_trial(one, dispute) for one in tried] if dispute else [],
    }


def _trial(one: Trial, dispute: Dispute) -> Answer:
    way = dispute.ways_out[one.way]
    return {
        "needs": way.needs,
        "proposed_by": way.proposed_by,
        "formula": way.formula and str(way.formula),
        "because": list(way.because),
        "verdict": one.verdict,
        "state": one.state,
        "opposed": [_reason(reason) for reason in one.opposed],
        "rest": one.rest and _unlocking(one.rest),
        "worse_off": [_reason(reason) for reason in one.worse_off],
    }


def _unlocking(one: Unlocking) -> Answer:
    return {
        "cost": number(one.cost),
        "concessions": [_concession(concession) for concession in one.concessions],
        "state": one.state,
        "path": [_step(step) for step in one.path],
    }


def _concession(concession: Concession) -> Answer:
    return asdict(concession) | {
        "cost": number(concession.cost),
        "because": list(concession.because),
    }


def _step(step: Step) -> Answer:
    return {
        "parties": list(step.parties),
        "kind": step.kind,
        "through": list(step.through),
        "to": step.to,
    }


def robust(found: Robustness) -> Answer:
    """How sure each finding is, and what it hangs on."""
    return {
        "models": found.models,
        **ENGINE,
        "exact": found.exact,
        "sampled": found.sampled,
        "seed": found.seed,
        "findings": [_finding(one) for one in found.findings],
        "assumptions": [
            {
                "party": one.open.party,
                "index": one.open.index,
                "want": str(one.open.want.formula),
                "finding": one.finding,
                "with": list(one.present),
                "without": list(one.absent),
            }
            for one in found.assumptions
        ],
        "groups": [
            {
                "party": one.open.party,
                "wants": [str(want.formula) for want in one.open.wants],
                "finding": one.finding,
                "first": [list(share) for share in one.first],
            }
            for one in found.groups
        ],
        "overturned_by": [
            {"finding": one.finding, "assumptions": list(one.assumptions)}
            for one in found.overturned_by
        ],
    }


def _finding(one: Finding) -> Answer:
    """What is said of every finding, and what only of its sort."""
    own = {"concept": one.concept, "kind": one.kind, "index": one.index, "least": one.least}
    return {
        "finding": one.finding,
        **{key: value for key, value in own.items() if value is not None},
        "holds": one.holds,
        "of": one.of,
        "interval": one.interval and list(one.interval),
    }


def paths(found: Paths) -> Answer:
    """Who can bring something about, by which moves."""

    def listed(rows: Iterable[Path]) -> list[Answer]:
        return [
            {
                "path": [_step(step) for step in path],
                "risks": [asdict(risk) for risk in found.risks.get(path, ())],
            }
            for path in rows
        ]

    return {
        "from": found.start,
        "to": found.to,
        **ENGINE,
        "improvements": listed(found.improvements),
        "steps": listed(found.steps),
        "moves": listed(found.moves),
        "tree": {"states": [asdict(branch) for branch in found.tree], "cut": found.cut},
    }


def number(exact: Fraction | None) -> int | float | None:
    """An exact number as JSON has them.

    >>> number(Fraction(5, 4)), number(Fraction(2)), number(None)
    (1.25, 2, None)
    """
    if exact is None:
        return None
    return int(exact) if exact.denominator == 1 else float(exact)
