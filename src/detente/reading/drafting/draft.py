"""From what was read to a sound, small dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from detente.dispute.copies import witnesses
from detente.dispute.evidence import Coverage, Object
from detente.dispute.formula import Atom, Formula, Not, conjunction, disjunction
from detente.dispute.model import Dispute, Option, Party, Resolution
from detente.errors import NothingToAnswerError
from detente.reading.drafting.acts import Act, Literal
from detente.reading.drafting.cast import STAND_INS, Cast
from detente.reading.drafting.hearts import hearts
from detente.reading.drafting.issue import Issue, issues
from detente.reading.drafting.judge import Judge
from detente.reading.drafting.labels import named
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.notes import doubts, elsewhere, left_out, look_first
from detente.reading.drafting.positions import positions
from detente.reading.drafting.roads import left
from detente.reading.drafting.scope import (
    FEWEST_OPTIONS,
    MOST_OPTIONS,
    MOST_SIDES,
    Scope,
    answered,
    goals_in,
    scope,
    wishes_in,
)
from detente.reading.drafting.sentences import title
from detente.reading.drafting.stakes import ready
from detente.reading.drafting.steadying import checked
from detente.reading.drafting.tense import is_absolute
from detente.reading.drafting.wants import ladders
from detente.reading.drafting.ways import tried
from detente.reading.drafting.widening import widened
from detente.reading.drafting.wishes import Ladder, Wish, written
from detente.reading.form import READ

_MOST_TRIED = 4
_FEWEST_SIDES = 2
_MANY_SOURCES = 3


def draft(coverage: Coverage, judge: Judge | None = None) -> Dispute:
    """A first model of the dispute that the coverage tells of.

    Parameters
    ----------
    coverage
        What was read.
    judge
        Analyses a draft, so that the drafter can look at its own work; without one, the likeliest
        reading stands unchecked.

    Raises
    ------
    NothingToAnswerError
        Where no document tells of a dispute, or nobody in it has anything to choose.

    Examples
    --------
    >>> draft(Coverage())
    Traceback (most recent call last):
        ...
    detente.errors.NothingToAnswerError: no dispute found: no document tells of one
    """
    if not any(document.is_dispute for document in coverage.documents):
        raise NothingToAnswerError("no dispute found: no document tells of one")
    ledger = positions(coverage)
    found = issues(ledger)
    drafts = list(_likely(ledger, found))
    if not drafts and (goals := left(ledger)):
        drafts = list(_likely(ledger, [Issue(goals, ())]))
    drafts.sort(key=lambda dispute: (_sides(dispute) < _FEWEST_SIDES, not _is_whole(dispute)))
    if not drafts:
        raise NothingToAnswerError(_why_nothing(coverage))
    return checked(drafts, judge) if judge else drafts[0]


def _likely(ledger: Ledger, found: Sequence[Issue]) -> Iterator[Dispute]:
    """The drafts of the likeliest issues; more of them while none has two sides."""
    whole = False
    for number, issue in enumerate(found):
        if number >= _MOST_TRIED and whole:
            return
        dispute = _drafted(ledger, issue, found)
        if dispute is not None:
            whole = whole or _is_whole(dispute)
            yield dispute


def _is_whole(dispute: Dispute) -> bool:
    """Whether two to four parties choose, and there is enough to choose: neither a fragment."""
    many = FEWEST_OPTIONS <= len(dispute.options) <= MOST_OPTIONS
    return many and _FEWEST_SIDES <= len(dispute.decision_makers) <= MOST_SIDES


def _sides(dispute: Dispute) -> int:
    """How many are at odds: those who have something to choose, and those on record with a want."""
    return sum(
        any(not want.assumed or party.options for want in party.ordered_wants)
        for party in dispute.parties
    )


def _why_nothing(coverage: Coverage) -> str:
    spoken = {document.language for document in coverage.documents if document.is_dispute}
    if coverage.statements and spoken.isdisjoint(READ):
        return (
            f"no dispute found that could be drafted: {len(coverage.statements)} positions are "
            f"read, in {', '.join(sorted(filter(None, spoken)))}, and drafts are made of English; "
            "`detente read` lists them"
        )
    return "no dispute found: no party has anything to choose"


def _drafted(ledger: Ledger, issue: Issue, others: Sequence[Issue]) -> Dispute | None:
    steps = ladders(ledger, issue)
    within = scope(ledger, issue, steps, [other for other in others if other is not issue])
    goals = goals_in(within, issue.goals)
    if not goals:
        return None
    within = widened(within, steps, ledger.cast)
    answered(within, steps, ledger.cast)
    names = named(within.acts, ledger.cast.is_plural, ledger.cast.named_in)
    there = ready(ledger, goals)
    parties = tuple(_parties(ledger, within, steps, names, there))
    formula = _resolution(goals, goals_in(within, issue.instead), names)
    coverage = ledger.coverage
    sides = [p.id for p in parties if p.wants and p.id in ledger.cast.principals]
    first = look_first(
        ledger.cast, parties, doubts(ledger), replace(issue, goals=goals),
        [other for other in others if other is not issue], names,
        [Literal(act, sign=False) for act in hearts(ledger)],
    )  # fmt: skip
    return Dispute(
        title=title(ledger.cast, goals, within.acts, sides, _headline(coverage)),
        parties=parties,
        resolution=Resolution(formula, (), assumed=True),
        look_first=(*first, *elsewhere(ledger, parties)),
        evidence=coverage.evidence, documents=coverage.documents, events=coverage.events,
        relations=coverage.relations, objects=by_one_name(coverage.objects),
        changes=coverage.changes, ways_out=tried(ledger, names, formula),
        left_out=left_out(ledger.cast, within),
    )  # fmt: skip


def _resolution(
    goals: Sequence[Literal], instead: Sequence[Literal], names: Mapping[Act, Atom]
) -> Formula:
    """The goals; where there is another road, it may take the place of what is done together."""

    def said(literal: Literal) -> Formula:
        return names[literal.act] if literal.sign else Not(names[literal.act])

    if not instead:
        return conjunction(*map(said, goals))
    kins = {goal.act.kin for goal in goals if goal.act.family in ("talk", "sign", "arbitrate")}
    road = [said(goal) for goal in goals if goal.act.kin in kins]
    rest = [said(goal) for goal in goals if goal.act.kin not in kins]
    either = disjunction(conjunction(*road), conjunction(*map(said, instead)))
    return conjunction(*rest, either)


def _parties(
    ledger: Ledger,
    within: Scope,
    steps: Mapping[str, Ladder],
    names: Mapping[Act, Atom],
    there: frozenset[Act],
) -> Iterator[Party]:
    """Those in scope first, then everybody else whom the coverage names."""
    ids = dict.fromkeys([*within.parties, *(act.owner for act in within.acts)])
    deciding = [
        p for p in ids if any(act.owner == p for act in within.acts) or p in ledger.cast.principals
    ]
    wishes = {party: wishes_in(within, steps.get(party, Ladder())) for party in deciding}
    waiting = _awaited(ledger, within, wishes)
    for party in [*deciding, *(p for p in ledger.cast.actors if p not in deciding)]:
        ladder, awaited = wishes.get(party, Ladder()), party in waiting
        wants = () if awaited else written(ladder, names, lambda wish: _cost(ledger, wish))
        yield replace(
            _blank(ledger.cast, party),
            options=tuple(_options(party, within, names, there, awaited=awaited)),
            wants=wants,
        )


def _awaited(ledger: Ledger, within: Scope, wishes: Mapping[str, Ladder]) -> frozenset[str]:
    """The outsiders; but where only one side is left, whom it asks most is the other side."""
    owners = [act.owner for act in within.acts for _ in act.because]
    waiting = [party for party, ladder in wishes.items() if _is_awaited(ledger, party, ladder)]
    able = [p for p in waiting if ledger.cast.may_decide(p) and wishes[p].all and p in owners]
    sides = [party for party in wishes if party not in waiting and wishes[party].all]
    asked = max(able, key=owners.count, default=None) if len(sides) < _FEWEST_SIDES else None
    return frozenset(party for party in waiting if party != asked)


def _is_awaited(ledger: Ledger, party: str, ladder: Ladder) -> bool:
    """An outsider that is on record with no want of its own."""
    outsider = party not in ledger.cast.principals
    return outsider and all(wish.assumed for wish in ladder.all)


def _blank(cast: Cast, party: str) -> Party:
    actor = cast.actors.get(party)
    if actor is None:
        name = STAND_INS.get(party, party)
        return Party(party, name, role="context")
    return Party(
        actor.id, actor.name, actor.type, actor.role, actor.speaks_for, actor.aliases, actor.because
    )


def _options(
    party: str, within: Scope, names: Mapping[Act, Atom], there: frozenset[Act], *, awaited: bool
) -> Iterator[Option]:
    for act in within.acts:
        if act.owner == party:
            can = "start" if awaited and not act.now else "both"
            now = act.now or act in there
            yield Option(party, names[act].option, act.label, now, can, because=act.because)


def _cost(ledger: Ledger, wish: Wish) -> Fraction:
    """Twice what others cost where it is said to be absolute, or three witnesses say it."""
    said = [piece for piece in ledger.coverage.evidence if piece.id in wish.because]
    absolute = any(is_absolute(piece.quote) for piece in said)
    named = {piece.document for piece in said}
    sources = witnesses(ledger.coverage.documents, named) if len(named) > 1 else named
    return Fraction(2 if absolute or len(sources) >= _MANY_SOURCES else 1)


def _headline(coverage: Coverage) -> str:
    document = next(d for d in coverage.documents if d.is_dispute)
    own = document.headline_language in (None, document.language)
    return " ".join(document.title.split()) if own else ""


def by_one_name(things: Iterable[Object]) -> tuple[Object, ...]:
    """The objects as a file has them, without what else the coverage calls them."""
    return tuple(replace(one, aliases=()) for one in things)
