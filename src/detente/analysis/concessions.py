"""Concessions: what a party could change of its wants or its freedom, and what that costs.

==========  ==================================================================  ===========
change      what it does                                                        cost
==========  ==================================================================  ===========
``weaken``  a conjunction, or an implication's consequent, loses one member     half
``demote``  the want moves to the end of its party's list                       three quarters
``drop``    the want is removed                                                 all
``commit``  an option that may go both ways may go one way alone                `commit_cost`
==========  ==================================================================  ===========

Shares are of the want's `cost`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from detente.dispute.formula import And, Conditional, Formula, conjunction, parse
from detente.dispute.model import Dispute, Option, Party, Want

SHARES = {"weaken": Fraction(1, 2), "demote": Fraction(3, 4), "drop": Fraction(1)}
CHANGES = (*SHARES, "commit")


@dataclass(frozen=True, slots=True)
class Concession:
    """One change.

    Attributes
    ----------
    party
        The id of the one who concedes.
    change
        One of `CHANGES`.
    cost
        Exact.
    index, want
        The want's place from 1 in the party's list as written, and its formula; None of an option.
    becomes
        The weaker formula, or ``start`` or ``stop``; else None.
    option
        ``party.option`` where it binds itself; else None.
    because, assumed
        The evidence for the want or option, and whether the want is marked as assumed.
    """

    party: str
    change: str
    cost: Fraction
    index: int | None = None
    want: str | None = None
    becomes: str | None = None
    option: str | None = None
    because: tuple[str, ...] = ()
    assumed: bool = False

    @property
    def place(self) -> tuple[str, int | str]:
        """What it changes: a party's want or option. A set has at most one concession a place."""
        return self.party, self.index or self.option or ""


def weakenings(formula: Formula) -> tuple[Formula, ...]:
    """What a want becomes when it settles for part: none where it has no parts to lose.

    Examples
    --------
    >>> [str(weaker) for weaker in weakenings(parse("a.x only if (b.y and not b.z)"))]
    ['a.x only if not b.z', 'a.x only if b.y']
    >>> weakenings(parse("not (a.x or b.y)"))
    ()
    """
    match formula:
        case And(members):
            lesser = (
                conjunction(*members[:place], *members[place + 1 :])
                for place in range(len(members))
            )
            return tuple(dict.fromkeys(lesser))
        case Conditional(left, "only if", right) if isinstance(right, And):
            return tuple(Conditional(left, "only if", less) for less in weakenings(right))
        case Conditional(left, "if" | "unless" as connective, right) if isinstance(left, And):
            return tuple(Conditional(less, connective, right) for less in weakenings(left))
    return ()


def on_want(party: Party, index: int) -> Iterator[Concession]:
    """Every concession on a party's want; the last of the list cannot be demoted.

    Examples
    --------
    >>> party = Party("a", "A", wants=(Want(parse("a.x and b.y")), Want(parse("b.y"))))
    >>> [(found.change, found.becomes) for found in on_want(party, 1)]
    [('weaken', 'b.y'), ('weaken', 'a.x'), ('demote', None), ('drop', None)]
    """
    wants = party.ordered_wants
    want = wants[index - 1]

    def change(name: str, becomes: str | None = None) -> Concession:
        cost = want.cost * SHARES[name]
        text, because = str(want.formula), want.because
        return Concession(
            party.id, name, cost, index, text, becomes, because=because, assumed=want.assumed
        )

    for weaker in weakenings(want.formula):
        yield change("weaken", str(weaker))
    if index < len(wants):
        yield change("demote")
    yield change("drop")


def on_option(option: Option, *, value: bool) -> Concession:
    """The commitment of an option towards a value."""
    return Concession(
        option.party,
        "commit",
        option.commit_cost,
        becomes="start" if value else "stop",
        option=str(option.atom),
        because=option.because,
    )


def conceded(dispute: Dispute, concessions: Iterable[Concession]) -> Dispute:
    """The dispute after some concessions, at most one a want and one an option.

    Members of ``any order`` groups stand in the order written. Of wants that are demoted several
    keep their order.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> dispute = loads('''{detente: 1, title: Ferry, parties: {
    ...     a: {options: {sail: }, wants: [not a.sail, a.sail]}}}''')
    >>> first = next(on_want(dispute.party("a"), 1))
    >>> [str(want.formula) for want in conceded(dispute, [first]).party("a").ordered_wants]
    ['a.sail', 'not a.sail']
    """
    made = {concession.place: concession for concession in concessions}
    return replace(dispute, parties=tuple(_after(party, made) for party in dispute.parties))


def _after(party: Party, made: Mapping[tuple[str, int | str], Concession]) -> Party:
    wants = dict(enumerate(party.ordered_wants, start=1))
    changes = {index: made[party.id, index] for index in wants if (party.id, index) in made}
    options = tuple(_committed(option, made) for option in party.options)
    return replace(party, wants=wants_after(wants, changes), options=options)


def wants_after(wants: Mapping[int, Want], changes: Mapping[int, Concession]) -> tuple[Want, ...]:
    """A party's wants after concessions, both by index; a concession on an absent want is void."""
    kept = {index: want for index, want in wants.items() if index not in changes}
    weaker = {
        index: replace(want, formula=parse(text))
        for index, want in wants.items()
        if index in changes and (text := changes[index].becomes)
    }
    demoted = [
        want
        for index, want in wants.items()
        if index in changes and changes[index].change == "demote"
    ]
    both = kept | weaker
    return (*(both[index] for index in wants if index in both), *demoted)


def _committed(option: Option, made: Mapping[tuple[str, int | str], Concession]) -> Option:
    concession = made.get((option.party, str(option.atom)))
    return option if concession is None else replace(option, can=concession.becomes or option.can)
