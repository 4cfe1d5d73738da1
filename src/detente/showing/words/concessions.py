"""Ways out in words: who concedes what, and who moves when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from detente.analysis.concessions import Concession
from detente.analysis.steps import Step
from detente.dispute.formula import Conditional, Formula, Not, atoms, members, parse
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import listed, ordinal


def conceded(voice: Voice, concession: Concession, *, short: bool = False) -> str:
    """A concession as a clause; a short one leaves out the rank of the want that it is on."""
    verbs = _VERBS[concession.change](voice, concession, short)
    return f"{voice.name(concession.party)} {verbs}"


def _want(voice: Voice, concession: Concession, short: bool) -> str:  # noqa: FBT001 - a row's own
    its = voice.its(concession.party)
    rank = "" if short else f" ({its} {ordinal(concession.index or 1)} want)"
    return f"{its} {held(voice, concession.party, parse(concession.want or ''))}{rank}"


def held(voice: Voice, party: str, want: Formula) -> str:
    """What a party holds to: a condition, or a wish.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> voice = Voice(loads('''{detente: 1, title: T, parties: {
    ...     a: {name: Norland, options: {sail: {label: reopen the line}}},
    ...     b: {name: Sudmark, options: {pay: {label: pay the dues}}}}}'''))
    >>> held(voice, "a", parse("a.sail only if b.pay")), held(voice, "b", parse("not b.pay"))
    ('condition that Sudmark pays the dues', 'wish not to pay the dues')
    """
    match want:
        case Conditional(left, "only if", right) if is_of(left, party):
            return f"condition that {voice.clause(right)}"
    return f"wish {voice.request(party, want)}"


def is_of(formula: Formula, party: str) -> bool:
    """Whether a formula says only what one party itself does."""
    return {atom.party for atom in atoms(formula)} == {party}


def _weaken(voice: Voice, concession: Concession, short: bool) -> str:  # noqa: FBT001 - a row's own
    lost = lost_member(parse(concession.want or ""), parse(concession.becomes or ""))
    settles = f"{voice.verb(concession.party, 'settle')} for part"
    if lost is None:
        left = voice.request(concession.party, parse(concession.becomes or ""))
        return f"{settles} of {_want(voice, concession, short)}: only {left}"
    asks = f"no longer {voice.asks(concession.party, lost)}"
    return asks if short else f"{settles}: {asks}"


def lost_member(want: Formula, becomes: Formula) -> Formula | None:
    """The member that a weakened conjunction has lost; None where several could be meant.

    >>> str(lost_member(parse("a.x only if b.y and not b.z"), parse("a.x only if b.y")))
    'not b.z'
    """
    for before, after in _sides(want, becomes):
        lost = list(members(before))
        for member in members(after):
            if member in lost:
                lost.remove(member)
        if len(lost) == 1 and len(members(before)) > 1:
            return lost[0]
    return None


def _sides(want: Formula, becomes: Formula) -> list[tuple[Formula, Formula]]:
    match want, becomes:
        case Conditional(left, _, right), Conditional(new_left, _, new_right):
            return [(left, new_left), (right, new_right)]
        case Not(), _:
            return []
    return [(want, becomes)]


def _demote(voice: Voice, concession: Concession, short: bool) -> str:  # noqa: FBT001 - a row's own
    return f"{voice.verb(concession.party, 'do')} without {_want(voice, concession, short)}"


def _drop(voice: Voice, concession: Concession, short: bool) -> str:  # noqa: FBT001 - a row's own
    return f"{voice.verb(concession.party, 'give')} up {_want(voice, concession, short)}"


def _commit(voice: Voice, concession: Concession, _: bool) -> str:  # noqa: FBT001 - a row's own
    named = {str(option.atom): option for option in voice.dispute.options}
    words = voice.phrase(named[concession.option or ""].atom).infinitive()
    itself = "themselves" if voice.naming(concession.party).plural else "itself"
    bound = f"to {words} for good" if concession.becomes == "start" else f"not to {words} again"
    return f"{voice.verb(concession.party, 'bind')} {itself} {bound}"


_VERBS: dict[str, Callable[[Voice, Concession, bool], str]] = {
    "weaken": _weaken,
    "demote": _demote,
    "drop": _drop,
    "commit": _commit,
}
SORTS = {
    "weaken": "settles for part",
    "demote": "does without it",
    "drop": "gives it up",
    "commit": "binds itself",
}


def stepped(voice: Voice, path: Sequence[Step], start: str) -> list[str]:
    """The steps of a path, a clause for each: what changes, and whether it is by agreement."""
    told, before = [], start
    for step in path:
        changes = listed(voice.changes(before, step.to))
        told.append(f"together: {changes}" if step.kind == "together" else changes)
        before = step.to
    return told


def movers(path: Sequence[Step]) -> tuple[str, ...]:
    """Who moves on a path, in the order of moving."""
    return tuple(dict.fromkeys(party for step in path for party in step.parties))


def in_figures(cost: Fraction | float) -> str:
    """A cost in figures.

    >>> in_figures(Fraction(5, 4)), in_figures(Fraction(2))
    ('1.25', '2')
    """
    return f"{float(cost):g}"
