"""What parties ask of each other: the wants of one party that name the options of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.dispute.formula import And, Atom, Biconditional, Conditional, Formula, Not, Or
from detente.dispute.model import Dispute

_SIGNS = {  # of the two sides of a conditional, where the whole is wanted
    "only if": (False, True),
    "if": (True, False),
    "unless": (True, True),
}


@dataclass(frozen=True, slots=True)
class Ask:
    """One party wants an option of another to have a value that it does not have today."""

    asker: str
    option: Atom
    value: bool
    index: int
    because: tuple[str, ...]
    assumed: bool


def asks(dispute: Dispute) -> tuple[Ask, ...]:
    """What parties ask of each other that is not so today, the most wanted first.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> found = asks(loads('''
    ... detente: 1
    ... title: Ferry
    ... parties:
    ...   a: {options: {sail: {}}, wants: [a.sail only if b.pay, not b.arm]}
    ...   b: {options: {pay: {}, arm: {}}}
    ... '''))
    >>> [(ask.asker, str(ask.option), ask.value) for ask in found]
    [('a', 'b.pay', True)]
    """
    now = {option.atom: option.status_quo for option in dispute.options}
    found: dict[tuple[str, Atom], Ask] = {}
    for party in dispute.parties:
        for index, want in enumerate(party.ordered_wants, 1):
            for atom, value in _wanted(want.formula, wanted=True):
                if atom.party != party.id and now.get(atom) is (not value):
                    ask = Ask(party.id, atom, value, index, want.because, want.assumed)
                    found.setdefault((party.id, atom), ask)
    return tuple(found.values())


def _wanted(formula: Formula, *, wanted: bool) -> Iterator[tuple[Atom, bool]]:
    """The options that a formula names, each with the value that helps it."""
    match formula:
        case Atom():
            yield formula, wanted
        case Not(operand):
            yield from _wanted(operand, wanted=not wanted)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part, wanted=wanted)
        case Conditional(left, connective, right):
            signs = _SIGNS[connective]
            yield from _wanted(left, wanted=signs[0] is wanted)
            yield from _wanted(right, wanted=signs[1] is wanted)
        case Biconditional(left, right):
            yield from _wanted(left, wanted=wanted)
            yield from _wanted(right, wanted=wanted)
