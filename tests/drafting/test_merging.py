"""Merging by meaning on pairs of phrases that were written to measure it."""

import tomllib
from pathlib import Path

import pytest

from detente.reading.drafting.derivation import verb_of
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.register import Register

PAIRS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text("utf-8"))
FLOORS = {"same": 35, "opposite": 16, "other": 20}  # lowered only in so many words
WANTED = {"same": True, "opposite": False, "other": None}


def merged(one, other):
    """True for one act, False for its opposite, None for two."""
    register = Register()
    first, second = doings(one), doings(other)
    if not first or not second:
        return None
    left, right = (register.literal("a", found[0], "") for found in (first, second))
    return left.sign is right.sign if left.act is right.act else None


@pytest.mark.parametrize("kind", list(FLOORS))
def test_pairs(kind):
    right = [pair for pair in PAIRS[kind] if merged(*pair) is WANTED[kind]]
    assert len(right) >= FLOORS[kind], [pair for pair in PAIRS[kind] if pair not in right]


@pytest.mark.parametrize("kind", list(FLOORS))
def test_the_order_of_mention_does_not_matter(kind):
    there = [merged(one, other) for one, other in PAIRS[kind]]
    back = [merged(other, one) for one, other in PAIRS[kind]]
    assert sum(x is not y for x, y in zip(there, back, strict=True)) <= len(there) // 10


@pytest.mark.parametrize("noun", ["", "x", "ing", "al", "ment", "ion", "строительство", "鉄道"])
def test_odd_nouns_have_no_verb(noun):
    assert verb_of(noun) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("withdrew its troops from the town of Badme", "federal forces leave western Tigray", None),
        ("pulls its troops out of Vasa", "withdraws its troops", True),
        ("pulls its troops out of Vasa", "its soldiers leave Vasa", True),
        ("pulls its troops out of Vasa", "its forces leave Hild", None),
    ],
)
def test_leaving_one_named_place_is_not_leaving_another(one, other, same):
    assert merged(one, other) is same


def test_pressure_that_is_begun_is_the_one_that_goes_ahead():
    register = Register()
    first = register.literal("union", doings("begin a ban on overtime")[0], "q1")
    second = register.literal("union", doings("the overtime ban went ahead")[0], "q2")
    assert first.act is second.act
    other = register.literal("union", doings("begin a ban on radios")[0], "q3")
    assert other.act is not first.act
