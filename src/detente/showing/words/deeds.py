"""What a formula says of single options, and what is done or left as a verb in its place."""

from __future__ import annotations

from detente.dispute.formula import And, Atom, Formula, Not
from detente.showing.words.choices import Choice
from detente.showing.words.grammar import Phrase

Literal = tuple[Atom, bool]
Doing = tuple[Atom, str, str | None]  # an option, its value, and its value before if it changes
Deed = tuple[Phrase | Choice, str, bool]  # what an option says, its value, and whether it ends


def done(deed: Deed, *, plural: bool) -> str:
    """What is done, as after a name.

    >>> from detente.showing.words.grammar import phrase
    >>> pay = phrase("pay the arrears")
    >>> done((pay, "Y", False), plural=False), done((pay, "N", False), plural=True)
    ('pays the arrears', 'do not pay the arrears')
    """
    words, value, ends = deed
    if value == "Y":
        return words.finite(plural=plural)
    return words.ended(plural=plural) if ends else words.negated(plural=plural)


def wanted(deed: Deed) -> str:
    """What one wants to do.

    >>> from detente.showing.words.grammar import phrase
    >>> wanted((phrase("pay the arrears"), "N", False))
    'not to pay the arrears'
    """
    words, value, ends = deed
    if value == "Y":
        return words.wished()
    return words.ending() if ends else words.unwished()


def asked_of(deed: Deed, *, plural: bool) -> str:
    """What one wants others to do.

    >>> from detente.showing.words.grammar import phrase
    >>> asked_of((phrase("pay the arrears"), "Y", False), plural=True)
    'to pay the arrears'
    """
    words, value, ends = deed
    if value == "Y":
        return words.asked(plural=plural)
    return words.asked_to_end(plural=plural) if ends else words.unasked(plural=plural)


def as_literal(formula: Formula) -> Literal | None:
    """An option that is taken or not, where the formula says no more than that.

    >>> from detente.dispute.formula import parse
    >>> as_literal(parse("not a.x")), as_literal(parse("a.x or a.y"))
    ((Atom(party='a', option='x'), False), None)
    """
    value = True
    while isinstance(formula, Not):
        formula, value = formula.operand, not value
    return (formula, value) if isinstance(formula, Atom) else None


def literals_of(formula: Formula) -> list[Literal]:
    """The literals of a conjunction of literals; none where it is something else."""
    parts = formula.members if isinstance(formula, And) else (formula,)
    found = [literal for literal in map(as_literal, parts) if literal]
    return found if len(found) == len(parts) else []
