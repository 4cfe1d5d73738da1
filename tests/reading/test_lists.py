"""What is demanded, or made a condition, in a list below a colon."""

from detente.dispute.evidence import Document
from detente.reading import scene, statements

OPENING = "Varnia and Oslund have been at odds over the lake for a year. "


def found(text):
    return statements.find(scene.build(Document("d1", text=OPENING + text)))


def test_each_item_is_a_demand_of_its_own():
    listed = "Varnia wants Oslund to:\n\n• withdraw its launches\n• pay for the nets\n\nIt rained."
    said = [
        (s.about, s.holder, s.addressee) for s in found(listed) if s.quote[:3] in ("wit", "pay")
    ]
    whom = (("varnia",), ("oslund",))
    assert said == [("withdraw its launches", *whom), ("pay for the nets", *whom)]


def test_what_is_wanted_none_of_keeps_its_no():
    listed = "Oslund demands:\n\n1. the release of its crew\n2. no more patrols\n\nIt rained."
    assert "no more patrols" in [s.about for s in found(listed)]


def test_each_item_is_a_condition_of_its_own():
    listed = (
        "Oslund said that it would pay 200 million crowns, on two conditions:\n\n"
        "- that Varnia sign a contract;\n- that Varnia open its accounts.\n\nIt rained."
    )
    said = [s for s in found(listed) if s.condition]
    assert [s.quote for s in said] == ["Varnia sign a contract", "Varnia open its accounts"]


def test_a_colon_without_a_list_is_no_condition():
    told = [s for s in found("Oslund would pay, on two conditions:") if s.condition]
    assert all(s.condition.quote for s in told)


def test_a_list_behind_a_name_is_demanded_though_there_is_a_no_in_it():
    listed = (
        "- Varnia: a tax of 9%, no night fishing and a guard on every boat\n- Oslund: free passage"
    )
    said = [s for s in found(f"What each side wants\n\n{listed}\n\nIt rained.") if "9%" in s.quote]
    assert [(s.kind, s.holder, s.about) for s in said] == [
        ("demand", ("varnia",), "a tax of 9%, no night fishing and a guard on every boat")
    ]
