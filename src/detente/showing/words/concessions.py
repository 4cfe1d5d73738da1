"""Ways out in words: who concedes what, and who moves when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from detente.analysis.concessions import Concession
from detente.analysis.steps import Step
from detente.dispute.formula import Conditional, Formula, Not, atoms, members, parse
from detente.showing.words.formulas import Voice
from detente.showing.words.tongue import mark, mark_many


def conceded(voice: Voice, concession: Concession, *, short: bool = False) -> str:
    """A concession as a clause; a short one leaves out the rank of the want that it is on."""
    return _TOLD[concession.change](voice, concession, short)


def granted(voice: Voice, concessions: Sequence[Concession]) -> list[str]:
    """Concessions as short clauses; what one party does without is told at once."""
    told: list[str] = []
    for (_, change), group in groupby(concessions, key=lambda one: (one.party, one.change)):
        same = list(group)
        if change in _PARTED:
            held = voice.tongue.listed([_want(voice, one, short=True) for one in same])
            told.append(_parted(voice, same[0], held))
        else:
            told += [conceded(voice, one, short=True) for one in same]
    return told


def _want(voice: Voice, concession: Concession, *, short: bool) -> str:
    told = held(voice, concession.party, parse(concession.want or ""))
    if short:
        return told
    return voice.tongue.many(
        "{held} (its {rank} want)",
        "{held} (their {rank} want)",
        voice.count(concession.party),
        held=told,
        rank=voice.tongue.rank(concession.index or 1),
    )


def held(voice: Voice, party: str, want: Formula) -> str:
    """What a party holds to: a condition, or a wish.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> voice = Voice(loads('''{detente: 1, title: T, parties: {
    ...     a: {name: Norland, options: {sail: {label: reopen the line}}},
    ...     b: {name: Sudmark, options: {pay: {label: pay the dues}}}}}'''))
    >>> held(voice, "a", parse("a.sail only if b.pay")), held(voice, "b", parse("not b.pay"))
    ('its condition that Sudmark pays the dues', 'its wish not to pay the dues')
    """
    many, number = voice.tongue.many, voice.count(party)
    match want:
        case Conditional(left, "only if", right) if is_of(left, party):
            return many(
                "its condition that {clause}",
                "their condition that {clause}",
                number,
                clause=voice.clause(right),
            )
    wish = voice.request(party, want)
    return many("its wish {wish}", "their wish {wish}", number, wish=wish)


def is_of(formula: Formula, party: str) -> bool:
    """Whether a formula says only what one party itself does."""
    return {atom.party for atom in atoms(formula)} == {party}


def _weaken(voice: Voice, concession: Concession, short: bool) -> str:  # noqa: FBT001 - a row's own
    party, name = concession.party, voice.name(concession.party)
    many, number = voice.tongue.many, voice.count(party)
    lost = lost_member(parse(concession.want or ""), parse(concession.becomes or ""))
    if lost is None:
        return many(
            "{name} settles for part of {held}: only {left}",
            "{name} settle for part of {held}: only {left}",
            number,
            name=name,
            held=_want(voice, concession, short=short),
            left=voice.request(party, parse(concession.becomes or "")),
        )
    asks = voice.insists(party, lost)
    if short:
        return f"{name} {asks}"
    return many(
        "{name} settles for part: {asks}", "{name} settle for part: {asks}", number,
        name=name, asks=asks,
    )  # fmt: skip


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
    return _parted(voice, concession, _want(voice, concession, short=short))


def _parted(voice: Voice, concession: Concession, held: str) -> str:
    """That a party parts with what it held to, for the time being or for good."""
    one, more = _PARTED[concession.change]
    party = concession.party
    return voice.tongue.many(one, more, voice.count(party), name=voice.name(party), held=held)


_PARTED = {
    "demote": mark_many("{name} does without {held}", "{name} do without {held}"),
    "drop": mark_many("{name} gives up {held}", "{name} give up {held}"),
}


def _commit(voice: Voice, concession: Concession, _: bool) -> str:  # noqa: FBT001 - a row's own
    named = {str(option.atom): option for option in voice.dispute.options}
    words = voice.phrase(named[concession.option or ""].atom)
    many, number = voice.tongue.many, voice.count(concession.party)
    name = voice.name(concession.party)
    if concession.becomes == "start":
        return many(
            "{name} binds itself {wish} for good",
            "{name} bind themselves {wish} for good",
            number,
            name=name,
            wish=words.wished(),
        )
    return many(
        "{name} binds itself {wish} again",
        "{name} bind themselves {wish} again",
        number,
        name=name,
        wish=words.unwished(),
    )


_TOLD: dict[str, Callable[[Voice, Concession, bool], str]] = {
    "weaken": _weaken,
    "demote": _demote,
    "drop": _demote,
    "commit": _commit,
}
SORTS = {
    "weaken": mark("settles for part"),
    "demote": mark("does without it"),
    "drop": mark("gives it up"),
    "commit": mark("binds itself"),
}


def stepped(voice: Voice, path: Sequence[Step], start: str) -> list[str]:
    """The steps of a path, a clause for each: what changes, and whether it is by agreement."""
    told, before = [], start
    for step in path:
        changes = voice.tongue.listed(voice.changes(before, step.to))
        together = step.kind == "together"
        told.append(
            voice.tongue.say("together: {changes}", changes=changes) if together else changes
        )
        before = step.to
    return told


def movers(path: Sequence[Step]) -> tuple[str, ...]:
    """Who moves on a path, in the order of moving."""
    return tuple(dict.fromkeys(party for step in path for party in step.parties))
