"""The headline's truth table: what it says in each case, never more than two sentences."""

from __future__ import annotations

import re
from random import Random

import pytest
from shown import made

import strategies
from detente.dispute.file import loads
from detente.showing import blocks as b
from detente.showing.brief import findings
from detente.showing.words.formulas import Voice
from detente.showing.words.headline import headline


def told(text):
    dispute = loads("detente: 1\ntitle: Ferry\n" + text)
    return headline(Voice(dispute), findings(dispute))


TWO = """
parties:
  a: {{name: Norland, options: {{sail: {{label: reopen the line}}}}, wants: [{a}]}}
  b: {{name: Sudmark, options: {{pay: {{label: pay the dues}}}}, wants: [{b}]}}
resolution: {to}
"""
PAIR = "a.sail and b.pay"
CASES = {
    "you-first": (
        TWO.format(a="a.sail only if b.pay, b.pay", b="b.pay only if a.sail, a.sail", to=PAIR),
        "stuck",
        (
            "Stuck: Norland and Sudmark would both gain from a settlement, but neither gets there by "
            "moving first. It would be settled without a concession if Norland and Sudmark acted at "
            "the same time: Norland reopens the line and Sudmark pays the dues."
        ),
    ),
    "assumed": (
        TWO.format(
            a="a.sail only if b.pay, b.pay",
            b="{want: b.pay only if a.sail, assumed: yes}, not b.pay, a.sail",
            to="a.sail",
        ),
        "stuck",
        "Stuck",
    ),
    "content": (
        TWO.format(a="not a.sail", b="a.sail", to="a.sail"),
        "stuck",
        "Stuck: Norland prefers today to every settlement within reach. Least that would free it: ",
    ),
    "settled": (
        TWO.format(a="not a.sail", b="a.sail", to="not a.sail"),
        "settled",
        "Settled: what would count as settled holds today, and nobody gains by leaving it.",
    ),
    "settled for now": (
        TWO.format(a="a.sail", b="a.sail", to="not a.sail"),
        "settled",
        (
            "Settled today, but that need not last: Norland gains by reopening the line, and no answer "
            "deters that."
        ),
    ),
    "moving": (
        TWO.format(a="a.sail", b="a.sail", to="a.sail"),
        "moving",
        (
            "Not stuck: Norland gains by reopening the line, and no answer deters that; and that settles it."
        ),
    ),
    "no resolution": (
        "parties: {a: {name: Norland, options: {sail: {}}, wants: [not a.sail]}}",
        "stuck",
        (
            "Stuck: nobody gains by moving first. The file does not say what would count as settled, "
            "so no way out was looked for."
        ),
    ),
    "no options": (
        "parties: {a: {name: Norland}}",
        "",
        "No party in this file has anything that it could do, so there is nothing to analyse.",
    ),
    "barred": (
        "resolution: a.sail\nparties:\n  a: {options: {sail: {can: never}}, wants: [a.sail]}",
        "stuck",
        "Stuck: nothing that the parties could do, alone or together, brings a settlement about.",
    ),
    "fear": (
        TWO.format(a="not b.pay, a.sail", b="not a.sail, b.pay", to="a.sail only if b.pay"),
        None,
        None,
    ),
    "feared": (
        TWO.format(a="not b.pay, a.sail", b="not a.sail, b.pay", to=PAIR),
        "stuck",
        "Stuck as long as the parties fear each other’s answers (not under Nash): ",
    ),
    "hanging": (
        TWO.format(
            a="{want: a.sail only if b.pay, assumed: yes}, a.sail", b="not b.pay", to="a.sail"
        ),
        "warn",
        (
            "It hangs on whether Norland wants to reopen the line only if Sudmark pays the dues: "
            "it is stuck if so, and not otherwise. As the file has it, it is stuck: every "
            "settlement within reach is worse than today for Norland or Sudmark."
        ),
    ),
    "proven": (
        "resolution: a.sail\nparties:\n  a: {options: {sail: {can: never}}, wants: [a.sail]}",
        "stuck",
        "It is proven that no concession",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_truth_table(case):
    text, tone, expected = CASES[case]
    found = told(text)
    if tone is not None:
        assert found.tone == tone
        assert expected in " ".join(found.sentences)


FREE = {"a": "a.sail only if b.pay, b.pay", "b": "b.pay only if a.sail, a.sail"}


@pytest.mark.parametrize(
    ("changed", "free"),
    [
        ({}, True),
        ({"a": "{want: a.sail only if b.pay, assumed: yes}, b.pay"}, True),  # in every open model
        ({"b": "b.pay only if a.sail, {want: a.sail, assumed: yes}"}, False),  # the gain is assumed
        ({"b": "b.pay only if a.sail"}, False),  # a mover gains nothing
        ({"b": "{any order: [a.sail, not b.pay]}"}, False),  # it hangs on an order
    ],
)
def test_when_it_is_said_that_nobody_need_concede(changed, free):
    sentences = told(TWO.format(**{**FREE, **changed}, to=PAIR)).sentences
    assert ("without a concession" in " ".join(sentences)) is free


def checked(dispute, found):
    """What is said, against what was found."""
    lead = " ".join(headline(Voice(dispute), found).sentences)
    standing = found.explanation.standing
    if not lead.startswith("It hangs on"):  # the verdict itself
        assert lead.startswith(
            {"stuck": "Stuck", "moving": "Not stuck", "settled": "Settled"}[standing]
        )
    assert len(re.findall(r"[.?!](?=\s|$)", lead)) <= 2
    assert lead[-1] == "."
    if "without a concession" in lead:
        assert found.unlocking.least_cost == 0
        assert found.share("free").holds == found.share("free").of
        assert not found.idle_movers(found.ways[0])
    if "nobody gains by moving first" in lead or "nobody gains by leaving" in lead:
        assert found.explanation.equilibrium["nash"]
    if "It is proven that no concession" in lead:
        assert found.unlocking.unlockings == ()
    assert len(set(found.explanation.equilibrium.values())) == 1 or re.search(
        r"ways to reckon|not under|It hangs on", lead
    )


def test_true_of_random_disputes(share):
    rng = Random(7)
    for _ in range(share(1000, 60)):
        dispute = loads(strategies.as_yaml(strategies.random_dispute(rng, options=(2, 6))))
        checked(dispute, findings(dispute))


def test_true_of_every_case(case):
    checked(case, findings(case))


def test_the_page_shows_it(case):
    lead = made(case).sections[0].blocks[0]
    assert lead.role == "lead"
    assert "".join(run.text for run in lead.line)


def test_how_sure_is_told_without_lists_of_figures(case):
    section = next((s for s in made(case).sections if s.anchor == "sure"), None)
    for item in section.blocks[0].items if section else ():
        told = b.plain(item.line)
        assert len(re.findall(r"\d+ of \d+", told)) <= 1, told
