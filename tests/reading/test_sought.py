"""Letters that a pattern demands stand wherever it matches."""

import re
from pathlib import Path

import pytest

from detente.reading.changes import turns
from detente.reading.dates.table import TABLE
from detente.reading.sought import Sought, letters

ARTICLES = sorted((Path(__file__).parents[2] / "corpus/develop").glob("*.txt"))[::6]
PATTERNS = [pattern for pattern, _ in TABLE] + [
    rf"(?i){found.pattern}" for found in vars(turns).values() if isinstance(found, Sought)
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_is_sought_is_what_is_found(pattern):
    sought, plain = Sought(pattern), re.compile(pattern)
    lines = [line for path in ARTICLES for line in path.read_text("utf-8").splitlines()]
    assert [str(sought.search(line)) for line in lines] == [
        str(plain.search(line)) for line in lines
    ]


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        (r"stalled?", (("stalle",),)),
        (r"(?:new )?talks", (("talks",),)),
        (r"(?:talk)+s?", (("talk",),)),
        (r"(?:no )?(?:talk)*", ()),
        (r"talks|\w+", ()),
        (r"[tT]alks", (("alks",),)),
        (r"\btalks\b(?! fail)", (("talks",),)),
        (r"(?i:talks) fail", ((" fail",),)),
    ],
)
def test_letters(pattern, rows):
    assert letters(pattern).rows == rows
