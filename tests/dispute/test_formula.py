"""Formulas: parse, canonical print, evaluate; one property a law."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.dispute.formula import (
    CONNECTIVES,
    And,
    Atom,
    Biconditional,
    Conditional,
    Not,
    Or,
    atoms,
    conjunction,
    disjunction,
    evaluate,
    parse,
)
from detente.errors import FormulaError

ATOMS = [Atom("a", "x"), Atom("a", "y"), Atom("b_2", "z")]


def joined(join):
    return lambda inner: st.lists(inner, min_size=2, max_size=3).map(lambda parts: join(*parts))


formulas = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.one_of(
        inner.map(Not),
        joined(conjunction)(inner),
        joined(disjunction)(inner),
        st.builds(Conditional, inner, st.sampled_from(sorted(CONNECTIVES)), inner),
        st.builds(Biconditional, inner, inner),
    ),
    max_leaves=12,
)


@given(formulas)
def test_parse_after_print_is_the_identity(formula):
    assert parse(str(formula)) == formula


@given(formulas)
def test_needless_parentheses_spaces_and_case_are_all_that_changes(formula):
    wordy = (
        str(formula).upper().replace("A.X", "a.x").replace("A.Y", "a.y").replace("B_2.Z", "b_2.z")
    )
    assert str(parse(f" ( {wordy} )\n")) == str(formula)


def meaning(formula, state):
    """The naive judge of `evaluate`."""
    match formula:
        case Atom():
            return state[formula]
        case Not(operand):
            return not meaning(operand, state)
        case And(members):
            return all(meaning(member, state) for member in members)
        case Or(members):
            return any(meaning(member, state) for member in members)
        case Biconditional(left, right):
            return meaning(left, state) == meaning(right, state)
        case Conditional(left, connective, right):
            a, b = meaning(left, state), meaning(right, state)
            return {
                "only if": b or not a,
                "if": a or not b,
                "unless": a or b,
            }[connective]


@given(formulas)
def test_arrays_of_states_agree_with_single_states(formula):
    grid = np.indices((2, 2, 2), dtype=bool)
    values = dict(zip(ATOMS, grid, strict=True))
    many = np.broadcast_to(evaluate(formula, values), (2, 2, 2))
    for place in np.ndindex(2, 2, 2):
        state = dict(zip(ATOMS, map(bool, place), strict=True))
        assert evaluate(formula, state) is meaning(formula, state)
        assert many[place] == meaning(formula, state)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("(a.x and a.y) and b.z", "a.x and a.y and b.z"),
        ("a.x AND (a.y or b.z)", "a.x and (a.y or b.z)"),
        ("a.x only  if (not b.z and a.y)", "a.x only if not b.z and a.y"),
        ("a.x if and only if b.z", "a.x if and only if b.z"),
        ("not (a.x unless b.z)", "not (a.x unless b.z)"),
        ("(a.x if b.z) if a.y", "(a.x if b.z) if a.y"),
        ("not not a . x", "not not a.x"),
        ("(((a.x)))", "a.x"),
        ("(a.x only if a.y) if and only if b.z", "a.x only if a.y if and only if b.z"),
        ("a.x only if (a.y if and only if b.z)", "a.x only if (a.y if and only if b.z)"),
        ("a.x if a.y if and only if b.z", "a.x if a.y if and only if b.z"),
    ],
)
def test_canonical_print(text, canonical):
    assert str(parse(text)) == canonical


@pytest.mark.parametrize(
    ("text", "column", "what"),
    [
        ("", 1, "end of the formula"),
        ("a.x and", 8, "end of the formula"),
        ("a.x if b.y if c.z", 12, "unexpected"),
        ("a.x only b.y", 10, 'expected "if"'),
        ("(a.x", 1, "not closed"),
        ("a.x)", 4, "unexpected"),
        ("a.X", 1, "not an id"),
        ("1a.x", 1, "not an id"),
        ("a", 1, "neither a key word nor an option"),
        ("a.x & b.y", 5, "unexpected character"),
        ("a.x b.y", 5, "unexpected"),
        ("not " * 101 + "a.x", 405, "100 deep"),
        ("(" * 101 + "a.x" + ")" * 101, 102, "100 deep"),
    ],
)
def test_faults_name_their_column(text, column, what):
    with pytest.raises(FormulaError, match=what) as caught:
        parse(text)
    assert caught.value.column == column
    assert caught.value.instead


def test_a_hundred_deep_is_read():
    assert str(parse("not " * 100 + "a.x")).count("not") == 100


def test_long_flat_formulas_are_read():
    text = " and ".join(["a.x"] * 5000)
    assert sum(1 for _ in atoms(parse(text))) == 5000
