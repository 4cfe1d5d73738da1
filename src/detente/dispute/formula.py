"""Formulas over options: the language of wants, infeasible states and resolutions.

Weakest binding first: ``A if and only if B``, ``A only if B``, ``A if B``, ``A unless B`` (these do
not chain without parentheses); ``A or B``; ``A and B``; ``not A``; parentheses; ``party.option``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import reduce
from operator import and_, or_
from typing import Any, TypeVar

from detente.errors import FormulaError

KEYWORDS = frozenset({"and", "or", "not", "only", "if", "unless"})
MAX_DEPTH = 100

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Atom:
    """An option, named ``party.option``: true in the states in which it is taken."""

    party: str
    option: str

    def __str__(self) -> str:
        return f"{self.party}.{self.option}"


@dataclass(frozen=True, slots=True)
class Not:
    """``not A``."""

    operand: Formula

    def __str__(self) -> str:
        return f"not {_within(self.operand, Not)}"


@dataclass(frozen=True, slots=True)
class And:
    """``A and B and …``; always flat: no member is itself an `And`."""

    members: tuple[Formula, ...]

    def __str__(self) -> str:
        return " and ".join(_within(member, Not) for member in self.members)


@dataclass(frozen=True, slots=True)
class Or:
    """``A or B or …``; always flat: no member is itself an `Or`."""

    members: tuple[Formula, ...]

    def __str__(self) -> str:
        return " or ".join(_within(member, And) for member in self.members)


@dataclass(frozen=True, slots=True)
class Conditional:
    """``A only if B``, ``A if B`` or ``A unless B``."""

    left: Formula
    connective: str
    right: Formula

    def __str__(self) -> str:
        return f"{_within(self.left, Or)} {self.connective} {_within(self.right, Or)}"


@dataclass(frozen=True, slots=True)
class Biconditional:
    """``A if and only if B``."""

    left: Formula
    right: Formula

    def __str__(self) -> str:
        return f"{_within(self.left, Conditional)} {IFF} {_within(self.right, Conditional)}"


Formula = Atom | Not | And | Or | Conditional | Biconditional

IFF = "if and only if"
# What each conditional means, given two truths (``bool`` or arrays of it): the one table of them.
CONNECTIVES: Mapping[str, Callable[[Any, Any], Any]] = {
    "only if": lambda a, b: (a ^ True) | b,
    "if": lambda a, b: a | (b ^ True),
    "unless": lambda a, b: a | b,
}

_STRENGTH: dict[type, int] = {Biconditional: 0, Conditional: 1, Or: 2, And: 3, Not: 4, Atom: 5}


def _within(formula: Formula, weakest: type) -> str:
    fits = _STRENGTH[type(formula)] >= _STRENGTH[weakest]
    return str(formula) if fits else f"({formula})"


def conjunction(*formulas: Formula) -> Formula:
    """The flat conjunction of one or more formulas.

    >>> str(conjunction(parse("a.x and a.y"), parse("b.z")))
    'a.x and a.y and b.z'
    """
    return _flat(And, formulas)


def disjunction(*formulas: Formula) -> Formula:
    """The flat disjunction of one or more formulas.

    >>> str(disjunction(parse("a.x or a.y"), parse("b.z")))
    'a.x or a.y or b.z'
    """
    return _flat(Or, formulas)


def _flat(kind: type[And | Or], formulas: tuple[Formula, ...]) -> Formula:
    members: list[Formula] = []
    for formula in formulas:
        members += formula.members if isinstance(formula, kind) else (formula,)
    return members[0] if len(members) == 1 else kind(tuple(members))


def members(formula: Formula) -> tuple[Formula, ...]:
    """The members of a conjunction, or the formula alone.

    >>> [str(member) for member in members(parse("a.x and not b.y"))]
    ['a.x', 'not b.y']
    """
    return formula.members if isinstance(formula, And) else (formula,)


def atoms(formula: Formula) -> Iterator[Atom]:
    """The options that a formula names, from left to right, repeats included.

    >>> [str(atom) for atom in atoms(parse("a.x only if not b.y"))]
    ['a.x', 'b.y']
    """
    match formula:
        case Atom():
            yield formula
        case Not(operand):
            yield from atoms(operand)
        case And(parts) | Or(parts):
            for part in parts:
                yield from atoms(part)
        case Conditional(left, _, right) | Biconditional(left, right):
            yield from atoms(left)
            yield from atoms(right)


def renamed(formula: Formula, names: Mapping[Atom, Atom]) -> Formula:
    """A formula with its options under other names; `KeyError` where one has none.

    >>> str(renamed(parse("a.x only if not b.y"), {Atom("a", "x"): Atom("a", "sail"),
    ...     Atom("b", "y"): Atom("b", "y")}))
    'a.sail only if not b.y'
    """
    match formula:
        case Atom():
            return names[formula]
        case Not(operand):
            return Not(renamed(operand, names))
        case And(parts):
            return conjunction(*(renamed(part, names) for part in parts))
        case Or(parts):
            return disjunction(*(renamed(part, names) for part in parts))
        case Conditional(left, connective, right):
            return Conditional(renamed(left, names), connective, renamed(right, names))
        case Biconditional(left, right):
            return Biconditional(renamed(left, names), renamed(right, names))


def evaluate(formula: Formula, values: Mapping[Atom, T]) -> T:
    """Whether a formula holds, on one state or on many at once.

    Parameters
    ----------
    formula
        The formula.
    values
        For each option that the formula names its value: ``bool`` for one state, NumPy arrays of
        bool (of shapes that broadcast) for many.

    Returns
    -------
    bool or array of bool
        Of the broadcast shape of the options that the formula names.

    Examples
    --------
    >>> evaluate(parse("a.x unless b.y"), {Atom("a", "x"): False, Atom("b", "y"): True})
    True
    >>> import numpy as np
    >>> x, y = np.array([False, True]), np.array([[False], [True]])
    >>> evaluate(parse("a.x only if b.y"), {Atom("a", "x"): x, Atom("b", "y"): y}).tolist()
    [[True, False], [True, True]]
    """
    result: T = _value(formula, values)
    return result


def _value(formula: Formula, values: Mapping[Atom, Any]) -> Any:
    match formula:
        case Atom():
            return values[formula]
        case Not(operand):
            return _value(operand, values) ^ True
        case And(parts):
            return reduce(and_, (_value(part, values) for part in parts))
        case Or(parts):
            return reduce(or_, (_value(part, values) for part in parts))
        case Biconditional(left, right):
            return _value(left, values) ^ _value(right, values) ^ True
        case Conditional(left, connective, right):
            return CONNECTIVES[connective](_value(left, values), _value(right, values))


# Parsing ------------------------------------------------------------------------------------------

_TOKEN = re.compile(r"\s*(?:(?P<word>\w+)(?:\s*\.\s*(?P<option>\w+))?|(?P<sign>[()])|(?P<bad>\S))")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
_END = "end of the formula"


@dataclass(frozen=True, slots=True)
class _Token:
    text: str  # a key word in lower case, "(", ")", "party.option", or _END
    column: int
    atom: Atom | None = None


def parse(text: str) -> Formula:
    """Read a formula.

    Parameters
    ----------
    text
        The formula as a person wrote it; key words in any case.

    Raises
    ------
    FormulaError
        With the column (from 1) of what cannot be read, and what would be right.

    Examples
    --------
    >>> str(parse("a.x ONLY IF (b.y and (not b.z))"))
    'a.x only if b.y and not b.z'
    >>> parse("a.x only b.y")
    Traceback (most recent call last):
        ...
    detente.errors.FormulaError: 10: expected "if" after "only"; write "only if"
    """
    parser = _Parser(list(_tokens(text)))
    formula = parser.formula(0)
    if parser.here.text != _END:
        raise _unexpected(parser.here)
    return formula


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        if match["bad"]:
            message = f"unexpected character {match['bad']!r}"
            raise FormulaError(
                message, match.start("bad") + 1, "use party.option, key words and ( )"
            )
        if match["sign"]:
            yield _Token(match["sign"], match.start("sign") + 1)
            continue
        column = match.start("word") + 1
        if match["option"]:
            atom = Atom(match["word"], match["option"])
            _check_identifiers(atom, column)
            yield _Token(str(atom), column, atom)
        else:
            yield _word(match["word"], column)
    yield _Token(_END, len(text) + 1)


def _word(word: str, column: int) -> _Token:
    if word.lower() in KEYWORDS:
        return _Token(word.lower(), column)
    near = get_close_matches(word.lower(), sorted(KEYWORDS), 1)
    instead = (
        f'did you mean "{near[0]}"?' if near else f"write party.option, such as {word.lower()}.act"
    )
    raise FormulaError(f"{word!r} is neither a key word nor an option", column, instead)


def _check_identifiers(atom: Atom, column: int) -> None:
    for name in (atom.party, atom.option):
        if not _IDENTIFIER.fullmatch(name):
            raise FormulaError(
                f"{name!r} is not an id", column, "ids are a-z, 0-9 and _, a letter first"
            )


def _unexpected(token: _Token) -> FormulaError:
    if token.text in CONNECTIVES or token.text == "only":
        instead = "use parentheses: conditionals do not chain"
    elif token.text == _END:
        instead = "something is missing, such as party.option or )"
    else:
        instead = 'put "and", "or", "only if", "if", "unless" or "if and only if" between two parts'
    found = token.text if token.text == _END else f'"{token.text}"'
    return FormulaError(f"unexpected {found}", token.column, instead)


class _Parser:
    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens, self._at = tokens, 0

    @property
    def here(self) -> _Token:
        return self._tokens[self._at]

    def _accept(self, *words: str) -> bool:
        found = self._ahead(*words)
        self._at += len(words) if found else 0
        return found

    def _ahead(self, *words: str) -> bool:
        return [token.text for token in self._tokens[self._at : self._at + len(words)]] == [*words]

    def formula(self, depth: int) -> Formula:
        left = self._conditional(depth)
        if self._accept(*IFF.split()):
            return Biconditional(left, self._conditional(depth))
        return left

    def _conditional(self, depth: int) -> Formula:
        left = self._series(0, depth)
        if self._ahead(*IFF.split()):
            return left
        for connective in CONNECTIVES:
            if self._accept(*connective.split()):
                return Conditional(left, connective, self._series(0, depth))
        if self._accept("only"):
            raise FormulaError('expected "if" after "only"', self.here.column, 'write "only if"')
        return left

    def _series(self, level: int, depth: int) -> Formula:
        if level == len(_SERIES):
            return self._unary(depth)
        word, kind = _SERIES[level]
        parts = [self._series(level + 1, depth)]
        while self._accept(word):
            parts.append(self._series(level + 1, depth))
        return _flat(kind, tuple(parts))

    def _unary(self, depth: int) -> Formula:
        token = self.here
        if depth > MAX_DEPTH:
            raise FormulaError(
                f"nested more than {MAX_DEPTH} deep", token.column, "write it flatter"
            )
        if self._accept("not"):
            return Not(self._unary(depth + 1))
        if self._accept("("):
            inner = self.formula(depth + 1)
            if not self._accept(")"):
                raise FormulaError('a "(" is not closed', token.column, 'add ")"')
            return inner
        if token.atom is None:
            raise _unexpected(token)
        self._at += 1
        return token.atom


_SERIES: tuple[tuple[str, type[And | Or]], ...] = (("or", Or), ("and", And))


def occurrences(text: str) -> Iterator[tuple[Atom, int]]:
    """The options that a formula's text names, each with its column from 1.

    >>> [(str(atom), column) for atom, column in occurrences("not a.x or b.y")]
    [('a.x', 5), ('b.y', 12)]
    """
    return ((token.atom, token.column) for token in _tokens(text) if token.atom)
