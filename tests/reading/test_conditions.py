"""Sentences with a condition, in its many wordings, and sentences that look like one."""

from pathlib import Path

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene, statements

LEAD = "Norland criticised Sudmark. Sudmark criticised Norland.\n\n"
LINES = [
    line
    for line in Path(__file__).with_name("conditions.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES, ids=[line[:60] for line in LINES])
def test_condition(line):
    text, _, condition = line.removeprefix("! ").partition(" || ")
    found = statements.find(scene.build(Document("d1", text=LEAD + text)))
    told = [s.condition.quote for s in found if s.start >= len(LEAD) and s.condition]
    assert told == [] if line.startswith("!") else condition in told
