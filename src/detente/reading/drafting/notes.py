"""What a person should look at first, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.dispute.formula import Atom
from detente.dispute.model import LeftOut, Party
from detente.reading.drafting.acts import Act, Literal
from detente.reading.drafting.cast import Cast
from detente.reading.drafting.issue import Issue
from detente.reading.drafting.labels import is_sayable, label
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.scope import Scope
from detente.reading.drafting.sentences import clauses
from detente.reading.form import READ
from detente.reading.judgement import OPPOSED

_MOST_LEFT_OUT = 12
_MOST_ELSEWHERE = 5  # other disputes that are named
_SEVERAL = 4  # positions of two parties on one another, which are a dispute
_TWO = 2


def left_out(cast: Cast, scope: Scope) -> tuple[LeftOut, ...]:
    """What the coverage has and the model does not, in the order in which it was met.

    What cannot be said as a doing is not printed.
    """
    said = [(act, why) for act, why in scope.left_out if is_sayable(act)]
    return tuple(
        LeftOut(f"{cast.name(act.owner)}: {act.label or label(act)}", why, act.because)
        for act, why in said[:_MOST_LEFT_OUT]
    )


def counted(parties: Iterable[Party]) -> str:
    """How many wants have a quote.

    >>> counted([])
    '0 wants are quoted, 0 assumed'
    """
    wants = [want for party in parties for want in party.ordered_wants]
    assumed = sum(want.assumed for want in wants)
    quoted = len(wants) - assumed
    many = "wants are" if quoted != 1 else "want is"
    return f"{quoted} {many} quoted, {assumed} assumed"


def look_first(
    cast: Cast,
    parties: Sequence[Party],
    denied: Sequence[str],
    issue: Issue,
    others: Sequence[Issue],
    names: Mapping[Act, Atom],
    hearts: Sequence[Literal] = (),
) -> tuple[str, ...]:
    """The lines at the top of a draft."""
    lines = [*denied, counted(parties)]
    goal = clauses(cast, issue.goals)
    if issue.instead and all(g.act in names for g in issue.instead):
        goal += f"; or instead that {clauses(cast, issue.instead)}"
    lines.append(f"Whether this would settle it, which no sentence says: that {goal}")
    if told := _untold(cast, names):
        lines.append(f"No sentence says so, and it is assumed: that {told}")
    known = (*issue.goals, *issue.instead)
    for goals in [*(other.goals for other in others[:2]), *((heart,) for heart in hearts)]:
        fresh = [g for g in goals if g.act in names and g not in known]
        if fresh:
            formula = " and ".join(("" if g.sign else "not ") + str(names[g.act]) for g in fresh)
            goal = clauses(cast, fresh)
            lines.append(f"A further goal could be tried, that {goal}: --to '{formula}'")
    return tuple(lines)


def elsewhere(ledger: Ledger, parties: Sequence[Party]) -> Iterator[str]:
    """Disputes between other parties in the same coverage, as in a feed of many articles."""
    here = {party.id for party in parties if party.options}
    between: Counter[tuple[str, ...]] = Counter()
    for piece in ledger.coverage.statements:
        by = piece.condition.by if piece.condition else piece.addressee
        sides = {ledger.cast.resolve(name) for name in (*piece.holder, *by)}
        if piece.kind in OPPOSED and len(sides) == _TWO and not sides & here:
            between[tuple(sorted(sides))] += 1
    for pair, often in between.most_common(_MOST_ELSEWHERE):
        if often >= _SEVERAL:
            names = " and ".join(ledger.cast.spoken(side) for side in pair)
            yield f"Another dispute is told of, and left out: {names}; draft its articles apart"


def _untold(cast: Cast, names: Mapping[Act, Atom]) -> str:
    """What no sentence names, and each side could do all the same."""
    found = [Literal(act, sign=True) for act in names if not act.because]
    return clauses(cast, found).replace(" hold ", " could hold ").replace(" sign ", " could sign ")


def doubts(ledger: Ledger) -> tuple[str, ...]:
    """What is not drafted from; what others report of a party, and it denies, and so is assumed."""
    quotes = {piece.id: piece for piece in ledger.coverage.evidence}
    rows = []
    for name, reporter in ledger.denied.items():
        piece = quotes[name]
        who = ledger.cast.spoken(ledger.cast.resolve(piece.holder[0]))
        what = (piece.about or piece.quote).strip(" .")
        rows.append(
            f"What {ledger.cast.spoken(reporter)} calls {_article(piece.kind)} of {who} "
            f"is denied by {who}, and so assumed: {what}"
        )
    return (*_undrafted(ledger), *dict.fromkeys(rows), *_disputed(ledger))


def _undrafted(ledger: Ledger) -> Iterator[str]:
    """What articles in other languages say: evidence, and no more."""
    from babel import Locale

    spoken = {document.id: document.language for document in ledger.coverage.documents}
    said = (spoken.get(piece.document) for piece in ledger.coverage.statements)
    for language, many in Counter(name for name in said if name not in (*READ, None)).items():
        what = f"{many} positions are" if many > 1 else "1 position is"
        name = Locale.parse("en").languages.get(language or "", language)
        yield f"{what} told in {name}: quoted below as evidence, and nothing is drafted from that"


def _disputed(ledger: Ledger) -> Iterator[str]:
    """Where the sources contradict one another on what a party holds."""
    for change in ledger.coverage.changes:
        if change.sort != "contradicts":
            continue
        said = {p.piece.id: p for p in ledger.positions if p.holder == change.holder}
        known = [said[name] for name in (change.earlier, change.later) if name in said]
        if known and known[0].about:
            what = _contested(ledger, change.holder, known[0].about[0].act)
            where = f"{change.earlier} against {change.later}"
            yield f"The sources contradict one another on whether {what}: {where}"


def _contested(ledger: Ledger, holder: str, act: Act) -> str:
    who, what = ledger.cast.spoken(holder), act.label or label(act)
    if act.owner == holder:
        return f"{who} would {what}"
    return f"{who} asks that {ledger.cast.spoken(act.owner)} should {what}"


def _article(kind: str) -> str:
    return "an offer" if kind in ("offer", "precondition") else f"a {kind}"
