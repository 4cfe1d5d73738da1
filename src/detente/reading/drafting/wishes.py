"""Wants before their options have names: single ones, and a party's ladder of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from detente.dispute.formula import Atom, Conditional, Formula, Not, conjunction, disjunction
from detente.dispute.model import AnyOrder, Want
from detente.reading.drafting.acts import Act, Literal


@dataclass
class Wish:
    """A want before its options have names.

    `via`: wanted only as the price of these acts; `beside`: told less directly, and so taken in
    only where a draft would be thin without it.
    """

    formula: Callable[[Mapping[Act, Atom]], Formula]
    key: tuple[Any, ...]
    acts: tuple[Act, ...]
    because: tuple[str, ...] = ()
    via: tuple[Act, ...] = ()
    beside: bool = False

    @property
    def assumed(self) -> bool:
        """Whether no sentence supports it."""
        return not self.because


@dataclass
class Ladder:
    """One party's wants, step by step."""

    firm: list[Wish] = field(default_factory=list)
    group: list[Wish] = field(default_factory=list)
    stake: list[Wish] = field(default_factory=list)

    @property
    def all(self) -> list[Wish]:
        """From the most important to the least."""
        return [*self.firm, *self.group, *self.stake]

    def says(self, wish: Wish) -> bool:
        """Whether the same, or its contrary, is wanted already."""
        contrary = (wish.key[0], not wish.key[1]) if isinstance(wish.key[0], Act) else None
        return any(w.key in (wish.key, contrary) for w in self.all)

    def add(self, step: list[Wish], wish: Wish) -> None:
        """Adds to a step what is not said yet; a quote for an assumed one makes it quoted."""
        for said in self.all:
            if said.key == wish.key:
                if not wish.via:
                    said.via = ()
                said.beside &= wish.beside
                if wish.because:
                    said.because = tuple(dict.fromkeys([*said.because, *wish.because]))
                return
        if not self.says(wish):
            step.append(wish)


def plain(literal: Literal, because: tuple[str, ...] = (), via: tuple[Act, ...] = ()) -> Wish:
    """`b.y` or `not b.y`; `via`: wanted only as the price of these acts."""
    key = (literal.act, literal.sign)
    return Wish(lambda name: _lit(literal, name), key, (literal.act,), because, via)


def only_if(
    about: tuple[Literal, ...],
    conditions: tuple[Literal, ...],
    because: tuple[str, ...],
    *,
    either: bool = False,
) -> Wish:
    """`a.x only if b.y and …`; of prices told as alternatives `or`."""
    joined = disjunction if either else conjunction

    def formula(name: Mapping[Act, Atom]) -> Formula:
        left = disjunction(*(_lit(lit, name) for lit in about))
        return Conditional(left, "only if", joined(*(_lit(lit, name) for lit in conditions)))

    acts = tuple(lit.act for lit in (*about, *conditions))
    return Wish(formula, ("only if", about, conditions), acts, because)


def one_of(literals: tuple[Literal, ...], because: tuple[str, ...], via: tuple[Act, ...]) -> Wish:
    """`b.y or b.z`: what is asked for as alternatives."""
    return Wish(
        lambda name: disjunction(*(_lit(lit, name) for lit in literals)),
        ("one of", frozenset(literals)), tuple(lit.act for lit in literals), because, via,
    )  # fmt: skip


def when(
    harm: Literal,
    conditions: tuple[Literal, ...],
    because: tuple[str, ...],
    any_of: tuple[Literal, ...] = (),
) -> Wish:
    """`a.h if …`: what a threat says.

    Of `any_of` one is enough: "unless it pays and leaves" is where it does not do both.
    """

    def formula(name: Mapping[Act, Atom]) -> Formula:
        some = [Not(conjunction(*(_lit(one.opposite, name) for one in any_of)))] if any_of else []
        return Conditional(_lit(harm, name), "if", conjunction(*some, *_together(conditions, name)))

    whole = (*any_of, *conditions)
    return Wish(formula, ("if", (harm,), whole), (harm.act, *(c.act for c in whole)), because)


def _together(literals: tuple[Literal, ...], name: Mapping[Act, Atom]) -> Iterator[Formula]:
    """Formulas for literals; that a shared doing is not done is one, of all its sides."""
    undone: dict[object, list[Atom]] = {}
    for literal in literals:
        if literal.act.shared and not literal.sign:
            undone.setdefault(literal.act.kin, []).append(name[literal.act])
        else:
            yield _lit(literal, name)
    for sides in undone.values():
        yield Not(conjunction(*sides))


def together(literals: tuple[Literal, ...], because: tuple[str, ...]) -> Wish:
    """`a.x and b.x`: the shared doing as a whole."""
    return Wish(
        lambda name: conjunction(*(_lit(lit, name) for lit in literals)),
        ("stake", frozenset(literals)), tuple(lit.act for lit in literals), because,
    )  # fmt: skip


def _lit(literal: Literal, name: Mapping[Act, Atom]) -> Formula:
    return name[literal.act] if literal.sign else Not(name[literal.act])


def written(
    ladder: Ladder, name: Mapping[Act, Atom], cost: Callable[[Wish], Fraction]
) -> tuple[Want | AnyOrder, ...]:
    """The wants of a party as the dispute has them."""

    def want(wish: Wish) -> Want:
        return Want(wish.formula(name), wish.because, wish.assumed, cost(wish))

    group = [want(w) for w in ladder.group if not w.assumed] + [
        want(w) for w in ladder.group if w.assumed
    ]
    middle: tuple[Want | AnyOrder, ...] = (
        (AnyOrder(tuple(group)),) if len(group) > 1 else tuple(group)
    )
    return (*map(want, ladder.firm), *middle, *map(want, ladder.stake))
