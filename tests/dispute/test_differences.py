"""What differs between two versions of a dispute."""

import pytest

from detente.dispute.differences import differences
from detente.dispute.file import loads

FILE = """
detente: 1
title: Ferry
resolution: a.sail and b.pay
parties:
  a: {options: {sail: {label: sail}}, wants: [{want: a.sail only if b.pay, because: [q1]}, b.pay, a.sail]}
  b: {options: {pay: }, wants: [not b.pay]}
infeasible: []
evidence:
  q1: {document: d1, quote: Not until they pay, at: [0, 18], kind: precondition, holder: a}
"""


def changed(old, new, file=FILE):
    assert old in file
    other = file.replace(old, new)
    return [
        (row.what, row.id, row.before and dict(row.before), row.after and dict(row.after))
        for row in differences(loads(file), loads(other))
    ]


def test_the_same_is_no_difference():
    assert differences(loads(FILE), loads(FILE)) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("not b.pay", "b.pay", [("want", "b/1")]),
        ("[not b.pay]", "[not b.pay, a.sail]", [("want", "b/2")]),
        ("[not b.pay]", "[a.sail, not b.pay]", [("want", "b/1")]),
        ("b.pay, a.sail]", "a.sail, b.pay]", [("want", "a/2"), ("want", "a/3")]),
        (", b.pay, a.sail]", "]", [("want", "a/2"), ("want", "a/3")]),
        ("[not b.pay]", "[{want: not b.pay, assumed: yes}]", [("want", "b/1")]),
        ("label: sail", "label: sail again", [("option", "a.sail")]),
        ("{pay: }", "{pay: , wait: }", [("option", "b.wait")]),
        ("a.sail and b.pay", "a.sail", [("resolution", "")]),
        ("infeasible: []", "infeasible: [a.sail and b.pay]", [("infeasible", "")]),
        ("  b: {", "  c: {role: mediator}\n  b: {", [("party", "c")]),
        ("Not until they pay", "Never until they pay", [("want", "a/1"), ("evidence", "q1"), ("evidence", "q1")]),
        ("holder: a", "holder: b", [("evidence", "q1")]),
    ],
)  # fmt: skip
def test_what_differs(old, new, expected):
    assert [row[:2] for row in changed(old, new)] == expected


def test_other_ids_of_the_evidence_are_no_difference():
    assert changed("q1", "q7") == []


def test_a_want_that_says_something_else_is_the_same_want():
    ((_, _, before, after),) = changed("a.sail only if b.pay", "a.sail only if not b.pay")
    assert (before["want"], after["want"]) == ("a.sail only if b.pay", "a.sail only if not b.pay")
    assert before["because"] == after["because"] == ("Not until they pay",)


def test_what_came_and_what_went():
    ((_, name, before, after),) = changed("[not b.pay]", "[]")
    assert (name, before["want"], after) == ("b/1", "not b.pay", None)
    rows = changed("b: {options: {pay: }, wants: [not b.pay]}", "b: {options: {pay: }, wants: [not b.pay], role: principal}")  # fmt: skip
    ((_, _, before, after),) = rows
    assert (before["role"], after["role"]) == (None, "principal")
