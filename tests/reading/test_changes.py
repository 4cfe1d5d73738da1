"""Positions that changed: each example is found, and of the right sort."""

import pytest

from detente.dispute.evidence import Document, Evidence
from detente.reading import changes, scene, statements
from detente.reading.changes import pairing

LEAD = "Norland criticised Sudmark. Sudmark criticised Norland.\n\n"


@pytest.mark.parametrize(("earlier", "later", "sort"), changes.EXAMPLES)
def test_example_is_found(earlier, later, sort):
    text = f"{LEAD}{earlier} {later}"
    said = statements.find(scene.build(Document("d1", text=text)))
    assert [change.sort for change in changes.find(said, {"d1": text})] == [sort]


@pytest.mark.parametrize("text", changes.WITHIN)
def test_what_was_held_tells_what_is_held_now(text):
    said = statements.find(scene.build(Document("d1", text=LEAD + text)))
    assert len(changes.find(said, {"d1": LEAD + text})) == 1


@pytest.mark.parametrize(("later", "earlier", "sort"), changes.REVERSED)
def test_what_was_held_before_may_be_told_after(later, earlier, sort):
    text = f"{LEAD}{later} {earlier}"
    said = statements.find(scene.build(Document("d1", text=text)))
    (change,) = changes.find(said, {"d1": text})
    assert change.sort == sort
    quotes = {piece.id: piece.quote for piece in said}
    assert (quotes[change.later], quotes[change.earlier]) == (later, earlier)


@pytest.mark.parametrize("text", changes.COUNTER_EXAMPLES)
def test_counter_example_is_not(text):
    said = statements.find(scene.build(Document("d1", text=LEAD + text)))
    assert changes.find(said, {"d1": LEAD + text}) == []


REST = (
    "\n\nSudmark demands that Norland remove its buoys. Norland accuses Sudmark of overfishing. "
    "Sudmark denied it. Norland urged the fishing commission to rule. Sudmark rejects a ruling. "
    "Norland threatened to close its port."
)


@pytest.mark.parametrize(
    ("text", "many"), [*((t, 1) for t in changes.PLAIN), *((t, 0) for t in changes.BESIDE)]
)
def test_what_is_told_plainly_stands_among_many(text, many):
    text = LEAD + text + REST
    said = statements.find(scene.build(Document("d1", text=text)))
    assert len(said) > len(REST.split("."))
    assert len(changes.find(said, {"d1": text})) == many


def test_two_holders_make_no_change():
    text = "Norland had refused to pay. Now Sudmark offers to pay."
    said = [
        Evidence("q1", "d1", text[:27], 0, 27, "refusal", ("norland",)),
        Evidence("q2", "d1", text[28:], 28, len(text), "offer", ("sudmark",)),
    ]
    assert changes.find(said, {"d1": text}) == []


def test_of_many_positions_only_pairs_that_weigh_enough_are_changes():
    said = [
        "In May Norland had offered to pay.",
        "Now Norland refuses to pay.",
        *(f"Sudmark demands {many} boats." for many in range(4)),
        "Norland had claimed the islet in March.",
        "It wants a new count.",
    ]
    text = "\n".join(said)
    kinds = ["offer", "refusal", *["demand"] * 4, "claim", "demand"]
    pieces = [
        Evidence(f"q{at}", "d1", one, text.index(one), text.index(one) + len(one), kind, (who,))
        for at, (one, kind) in enumerate(zip(said, kinds, strict=True))
        for who in ["sudmark" if one.startswith("Sudmark") else "norland"]
    ]
    (change,) = changes.find(pieces, {"d1": text})
    assert (change.earlier, change.later, change.sort) == ("q0", "q1", "hardened")


def test_a_position_is_in_one_change_at_most():
    doubtful = [(0, 1, frozenset({"far"})), (2, 1, frozenset({"plain"}))]
    told = frozenset({"plain", "near", "then", "goes_on"})
    assert [*pairing.weightiest([*doubtful, (0, 1, told)])] == [(0, 1)]


def test_what_is_told_plainly_stands_unless_much_speaks_against_it():
    assert not [*pairing.weightiest([(0, 1, frozenset({"plain", "near", "earlier_present"}))])]
