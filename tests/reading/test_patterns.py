"""Every pattern finds its examples and lets its counter-examples be."""

import pytest

from detente.dispute.evidence import STATEMENT_KINDS, Document
from detente.reading import patterns, scene, statements

MODULES = patterns.modules()
EXAMPLES = [(module.KIND, example) for module in MODULES for example in module.EXAMPLES]
COUNTER_EXAMPLES = [(module.KIND, text) for module in MODULES for text in module.COUNTER_EXAMPLES]
LEAD = "Norland criticised Sudmark. Sudmark criticised Norland.\n\n"


def found_in(text):
    found = statements.find(scene.build(Document("d1", text=LEAD + text)))
    return [piece for piece in found if piece.start >= len(LEAD)]


def test_one_module_a_kind():
    assert sorted(module.KIND for module in MODULES) == sorted(STATEMENT_KINDS)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[e.text[:60] for _, e in EXAMPLES])
def test_example_is_found(kind, example):
    found = found_in(example.text)
    fitting = [piece for piece in found if piece.kind == kind and example.holder in piece.holder]
    assert fitting, [(piece.kind, piece.holder, piece.quote) for piece in found]
    if example.condition is None:
        return
    conditions = [piece.condition for piece in fitting if piece.condition]
    assert example.condition in [condition.quote for condition in conditions]
    condition = next(c for c in conditions if c.quote == example.condition)
    assert condition.need == example.need
    assert example.by is None or example.by in condition.by, condition
    assert example.marker in {None, condition.marker}, condition


@pytest.mark.parametrize(
    ("kind", "text"), COUNTER_EXAMPLES, ids=[t[:60] for _, t in COUNTER_EXAMPLES]
)
def test_counter_example_is_not(kind, text):
    assert [piece.quote for piece in found_in(text) if piece.kind == kind] == []


@pytest.mark.parametrize("example", [example for _, example in EXAMPLES], ids=lambda e: e.text[:40])
def test_quotes_are_in_the_text(example):
    for piece in found_in(example.text):
        assert (LEAD + example.text)[piece.start : piece.end] == piece.quote
        if piece.condition:
            start, end = piece.condition.start, piece.condition.end
            assert (LEAD + example.text)[start:end] == piece.condition.quote
