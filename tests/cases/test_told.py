"""What is told of each published case is what a person has read through."""

import importlib.util
import re
from pathlib import Path

import pytest

from detente.dispute.file import load

_SPEC = importlib.util.spec_from_file_location("told", Path(__file__).parent / "told.py")
told = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(told)

JARGON = re.compile(
    r"(?i)metarational|unilateral|sequentially|R⁺|\bUI\b|\bcoalition|Pareto|\bDM\b|payoff|lexicograph"
)


@pytest.mark.parametrize("name", told.names())
def test_what_is_told_of_a_case_is_as_it_was_read(name):
    assert told.told(name) == told.kept(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", told.names())
def test_every_line_of_a_list_names_a_party_an_option_or_a_quote(name):
    dispute = load(told.FOLDER / f"{name}.yaml")
    text = told.kept(name).read_text(encoding="utf-8")
    assert not JARGON.search(text)
    names = [party.name.lower().removeprefix("the ") for party in dispute.parties]
    said = " ".join(text.split("Today, under")[0].split("\n"))
    points = said.split("• ")[1:]
    assert points
    for point in points:
        words = " ".join(point.lower().split())
        assert any(name in words for name in names) or "“" in point or "nothing that" in words
