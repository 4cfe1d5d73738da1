"""What is stopped, kept out or kept up until another does something: what comes then, and its sign."""

import pytest
from invented import Article

from detente.reading.drafting import draft

# What Norland does until Sudmark pays; the option it is, whether it is so now, and what comes then.
UNTIL = [
    ("suspended gas exports", "resume gas exports", False),
    ("has closed its border", "open its border", False),
    ("keep the port shut", "open the port", False),
    ("halt construction of the bridge", "build the bridge", False),
    ("withhold its vote", "release its vote", False),
    ("withdraw its inspectors", "bring back its inspectors", False),
    ("put the project on hold", "resume the project", False),
    ("hold the trawler", "release the trawler", False),
    ("keep the fans out of the ground", "let the fans in", False),
    ("boycott the exams", "boycott the exams", True),
    ("stay away from the council", "stay away from the council", True),
    ("occupy the ward", "occupy the ward", True),
    ("keep its pickets", "go on with its pickets", True),
]


@pytest.mark.parametrize(("about", "label", "now"), UNTIL)
def test_what_goes_on_until_ends_then_and_what_is_stopped_is_taken_up(about, label, now):
    quote = f"Norland will {about} until Sudmark pays the arrears."
    article = Article().says(
        "precondition", "norland", about, quote, "sudmark",
        condition="Sudmark pays the arrears", by="sudmark",
    )  # fmt: skip
    dispute = draft(article.coverage)
    option = next(o for o in dispute.options if o.label == label)
    assert option.status_quo is now
    then = f"{'not ' if now else ''}{option.atom} only if sudmark.pay"
    assert then in {str(want.formula) for want in dispute.party("norland").ordered_wants}


def test_a_negation_behind_the_condition_withholds():
    quote = "Until Sudmark pays the arrears, Norland will lead no convoy."
    article = Article().says(
        "precondition", "norland", "lead a convoy", quote, "sudmark",
        condition="Sudmark pays the arrears", by="sudmark",
    )  # fmt: skip
    wants = {str(w.formula) for w in draft(article.coverage).party("norland").ordered_wants}
    assert "norland.lead only if sudmark.pay" in wants


def test_the_opposition_keeps_up_what_it_opposes_nothing_by():
    quote = "The opposition in Norland will keep its pickets until Sudmark pays the arrears."
    article = Article().says(
        "precondition", "norland", "keep its pickets", quote, "sudmark",
        condition="Sudmark pays the arrears", by="sudmark",
    )  # fmt: skip
    wants = {str(w.formula) for w in draft(article.coverage).party("norland").ordered_wants}
    assert "not norland.pickets only if sudmark.pay" in wants


def test_to_issue_and_to_grant_a_licence_are_one_option():
    article = Article().says(
        "precondition", "norland", "issue the transit licence",
        "Norland will not issue the transit licence before Sudmark pays the arrears.", "sudmark",
        condition="Sudmark pays the arrears", by="sudmark", marker="before",
    ).says(
        "precondition", "sudmark", "suspended power exports",
        "Sudmark suspended power exports until the licence is granted.", "norland",
        condition="the licence is granted", by="norland",
    )  # fmt: skip
    dispute = draft(article.coverage)
    told = [o.label for o in dispute.party("norland").options if not o.assumed]
    assert told == ["issue the transit licence"]


def test_a_maxim_is_no_position():
    maxim = "Nobody pays rent for a house without a roof."
    article = Article().says(
        "precondition", "norland", "pay the fees", "Norland will pay the fees only if Sudmark mends the quay.",
        "sudmark", condition="Sudmark mends the quay", by="sudmark", marker="only if",
    ).says(
        "precondition", "norland", "pays rent for a house", maxim, "sudmark",
        condition="a roof", by="sudmark", marker="without",
    )  # fmt: skip
    labels = {option.label for option in draft(article.coverage).options}
    assert {"pay the fees", "mend the quay"} <= labels
    assert not any("roof" in label or "rent" in label for label in labels)


def test_what_the_other_thing_does_is_said_of_that_thing():
    quote = "Norland says that the trucks will move when the fence does."
    article = Article().says(
        "precondition", "norland", "the trucks will move", quote, "sudmark",
        condition="the fence does", by="sudmark", marker="when",
    )  # fmt: skip
    labels = {option.label for option in draft(article.coverage).options}
    assert {"move the trucks", "move the fence"} <= labels


def test_a_thing_that_begins_with_a_number_is_pointed_back_to():
    quote = "Norland will lend 14 bells only if Sudmark undertakes to send them back."
    article = Article().says(
        "precondition", "norland", "lend 14 bells", quote, "sudmark",
        condition="Sudmark undertakes to send them back", by="sudmark",
    )  # fmt: skip
    labels = [option.label for option in draft(article.coverage).party("sudmark").options]
    assert "send the 14 bells back" in labels or "send 14 bells back" in labels


def test_what_is_ruled_out_until_then_is_withheld():
    article = Article().says(
        "precondition", "norland", "rule out a withdrawal",
        "Norland has ruled out a withdrawal until Sudmark mends the quay.",
        "sudmark", condition="Sudmark mends the quay", by="sudmark", marker="until",
    )  # fmt: skip
    norland = draft(article.coverage).party("norland")
    assert [(o.label, o.status_quo) for o in norland.options if not o.assumed] == [
        ("withdraw", False)
    ]


def test_what_must_first_be_done_is_demanded_where_nobody_says_for_what():
    quote = "Norland insists that Sudmark must first amend its law, a demand Sudmark rejects."
    article = Article().says(
        "precondition", "norland", "amend its law, a demand Sudmark rejects", quote, "sudmark",
        condition="Sudmark must first amend its law", by="sudmark", marker="must ... first",
    ).says(
        "refusal", "sudmark", "open the border", "Sudmark will not open the border.", "norland",
    )  # fmt: skip
    dispute = draft(article.coverage)
    assert "amend its law" in {o.label for o in dispute.party("sudmark").options}
    assert not any("amend" in o.label for o in dispute.party("norland").options)


@pytest.mark.parametrize(
    ("about", "label", "formula"),
    [  # pressure ends with its cause; what the other gets lasts as long as it does its part
        ("the inspections would go on", "go on with the inspections",
         "not norland.inspections only if not sudmark.ships"),
        ("the talks will continue", "continue the talks", "norland.talk only if sudmark.ships"),
    ],
)  # fmt: skip
def test_what_goes_on_as_long_as_another_does_something(about, label, formula):
    quote = f"{about[0].upper()}{about[1:]} as long as Sudmark keeps its ships in the bay."
    article = Article().says(
        "precondition", "norland", about, quote, "sudmark",
        condition="Sudmark keeps its ships in the bay", by="sudmark", need="fails",
        marker="as long as",
    )  # fmt: skip
    dispute = draft(article.coverage)
    assert label in {option.label for option in dispute.options}
    assert formula in {str(want.formula) for want in dispute.party("norland").ordered_wants}
