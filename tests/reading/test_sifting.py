"""Who is named and is no party after all."""

from __future__ import annotations

from detente.dispute.evidence import Actor, Condition, Document, Event, Evidence, Relation
from detente.reading import reader
from detente.reading.parties.readings import Reading, without

_REPORT = """\
Dockers' union warns port

The Harbour Workers' Union said on Monday it would not return to the quays until the port authority
withdrew its new rosters. The port authority rejected the demand. It said the rosters would stay.
The union accused the authority of breaking a promise. The rosters were printed on Austrian paper.
"The rosters must go," the union's leader, Ana Berg, said. The authority's director, Nils Aas, said he
would talk if the union called off its strike. Neither side has met the other since May.
"""


def test_whose_paper_it_is_is_no_party() -> None:
    """A state of which only goods are named goes; the sides stay."""
    answer = reader.read([Document("d1", text=_REPORT)])
    ids = {party.id for party in answer.parties}
    assert "austria" not in ids
    assert {"harbour_workers_union", "port_authority"} <= ids


def test_whoever_goes_is_named_by_nothing_that_stays() -> None:
    """Relations that end there go with their evidence; other rows lose the name alone."""
    condition = Condition("it pays", 6, 13, "until", ("c", "b"))
    reading = Reading(
        Document("d1", text="Until it pays."),
        (Actor("a", "A"), Actor("b", "B"), Actor("c", "C")),
        (
            Evidence("s1", "d1", "", 0, 0, "demand", ("a",), addressee=("c",), condition=condition),
            Evidence("r1", "d1", "", 0, 0, "relation", ("a",)),
        ),
        (Event("clash", actor=("a",), target=("b", "c")),),
        (Relation("opposes", "a", "c", because=("r1",)),),
    )
    left = without(reading, {"c"})
    assert [one.id for one in left.parties] == ["a", "b"]
    assert [one.id for one in left.evidence] == ["s1"]
    assert left.relations == ()
    assert left.events[0].target == ("b",)
    assert left.evidence[0].addressee == ()
    assert left.evidence[0].condition is not None
    assert left.evidence[0].condition.by == ("b",)
