"""Looking at one's own draft: not settled already, and steady where the coverage says stuck."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from detente.dispute.formula import Atom, Conditional, Formula, Not, atoms, conjunction
from detente.dispute.model import AnyOrder, Dispute, Option, Party, Want
from detente.reading.drafting.cast import CALENDAR, STAND_INS
from detente.reading.drafting.judge import SETTLED, Judge


def checked(drafts: Sequence[Dispute], judge: Judge) -> Dispute:
    """The first draft that is not settled already; steadied, where it moves."""
    for dispute in drafts:
        if judge(dispute).verdict != SETTLED:
            return _steadied(dispute, judge)
    return drafts[0]


def _steadied(dispute: Dispute, judge: Judge) -> Dispute:
    """Drops the assumed wants that a mover gains by, fewest first; what remains is said."""
    judgement = judge(dispute)
    for mover in judgement.movers:
        wants = dispute.party(mover.party).ordered_wants
        droppable = [wants[n - 1] for n in mover.gains if wants[n - 1].assumed]
        for want in droppable:
            lighter = _without(dispute, mover.party, want.formula)
            lighter = _reluctant(lighter, mover.party, want.formula)
            if judge(lighter).verdict == "stuck":
                return lighter
    waiting = _waiting(dispute)
    if judgement.movers and waiting != dispute and judge(waiting).verdict == "stuck":
        return waiting
    if judgement.movers:
        who = ", ".join(dispute.party(m.party).name for m in judgement.movers)
        line = f"The draft moves though it may be stuck: {who} would gain by acting alone"
        return replace(dispute, look_first=(line, *dispute.look_first))
    return dispute


def _waiting(dispute: Dispute) -> Dispute:
    """With what is threatened or announced, and not done yet, waiting for its hour."""
    known = next((party for party in dispute.parties if party.id == CALENDAR), None)
    hour = Atom(CALENDAR, "hour" if known else "deadline")
    threats = [
        want
        for party in dispute.decision_makers
        for want in party.ordered_wants
        if (_is_threat(want) and not _is_done(want, dispute)) or _is_announced(want, party, dispute)
    ]
    if not threats:
        return dispute
    because = tuple(dict.fromkeys(quote for want in threats for quote in want.because))
    what = "the threat" if any(map(_is_threat, threats)) else "what is announced"
    option = Option(
        CALENDAR, hour.option, f"reach the hour of {what}", can="start", because=because
    )
    calendar = known or Party(CALENDAR, STAND_INS[CALENDAR], role="context")
    calendar = replace(calendar, options=(*calendar.options, option))
    later = {want.formula: _later(want.formula, hour) for want in threats}
    return replace(
        dispute,
        parties=(
            *(
                replace(one, wants=tuple(_with(one.wants, later)))
                for one in dispute.parties
                if one is not known
            ),
            calendar,
        ),
    )


def _is_threat(want: Want) -> bool:
    threatens = isinstance(want.formula, Conditional) and want.formula.connective == "if"
    return threatens and all(atom.party != CALENDAR for atom in atoms(want.formula))


def _is_done(threat: Want, dispute: Dispute) -> bool:
    """Whether what is threatened is so already: a strike that goes ahead."""
    done = {option.atom for option in dispute.options if option.status_quo}
    return isinstance(threat.formula, Conditional) and threat.formula.left in done


def _is_announced(want: Want, party: Party, dispute: Dispute) -> bool:
    """Whether it is on record to do something of one's own that is not done yet."""
    formula = want.formula
    mine = isinstance(formula, Atom) and formula.party == party.id and not want.assumed
    return mine and not next(o for o in dispute.options if o.atom == formula).status_quo


def _later(formula: Formula, hour: Atom) -> Formula:
    if isinstance(formula, Atom):
        return Conditional(formula, "if", hour)
    if not isinstance(formula, Conditional):
        return formula
    return Conditional(formula.left, formula.connective, conjunction(hour, formula.right))


def _with(
    wants: Sequence[Want | AnyOrder], later: Mapping[Formula, Formula]
) -> Iterator[Want | AnyOrder]:
    for entry in wants:
        if isinstance(entry, AnyOrder):
            yield AnyOrder(
                tuple(replace(w, formula=later.get(w.formula, w.formula)) for w in entry.wants)
            )
        else:
            yield replace(entry, formula=later.get(entry.formula, entry.formula))


def _reluctant(dispute: Dispute, party: str, dropped: Formula) -> Dispute:
    """Where a party is left without a want, that it would rather not do its part of the dropped."""
    mine = [atom for atom in atoms(dropped) if atom.party == party]
    if dispute.party(party).wants or len(mine) != 1:
        return dispute
    rather = (Want(Not(mine[0]), (), assumed=True),)
    return replace(
        dispute,
        parties=tuple(
            replace(one, wants=rather) if one.id == party else one for one in dispute.parties
        ),
    )


def _without(dispute: Dispute, party: str, formula: Formula) -> Dispute:
    return replace(
        dispute,
        parties=tuple(
            replace(one, wants=tuple(_lighter(one.wants, formula))) if one.id == party else one
            for one in dispute.parties
        ),
    )


def _lighter(wants: Sequence[Want | AnyOrder], formula: Formula) -> Iterator[Want | AnyOrder]:
    for entry in wants:
        if isinstance(entry, Want):
            if entry.formula != formula:
                yield entry
        elif kept := tuple(want for want in entry.wants if want.formula != formula):
            yield AnyOrder(kept)
