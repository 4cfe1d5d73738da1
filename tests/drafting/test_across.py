"""One holder in several articles: the newest stands, contradictions stand side by side."""

from dataclasses import replace

import pytest
from invented import Article

from detente.dispute.evidence import Coverage, Document
from detente.dispute.file import loads
from detente.dispute.writing import dumps
from detente.reading import reader
from detente.reading.drafting.draft import draft

PRICE = "Norland will not reopen the ferry line until Sudmark pays the dues."


def priced():
    return Article().says(
        "precondition", "norland", "reopen the ferry line", PRICE, "sudmark",
        condition="Sudmark pays the dues", by="sudmark",
    )  # fmt: skip


def refusing():
    return Article().says(
        "refusal", "sudmark", "pay the dues", "Sudmark refuses to pay the dues.", "norland"
    )


def willing():
    return Article().says(
        "willingness", "sudmark", "pay the dues", "Sudmark is ready to pay the dues."
    )


def together(*dated):
    """Articles, each with its date, as one coverage."""
    documents, evidence = [], []
    for number, (article, date) in enumerate(dated, 1):
        given = article.coverage
        documents.append(replace(given.documents[0], id=f"d{number}", published=date))
        for piece in given.evidence:
            evidence.append(replace(piece, id=f"q{len(evidence) + 1}", document=f"d{number}"))
    return Coverage(tuple(documents), given.parties, tuple(evidence))


def wants(dispute, party):
    return [str(want.formula) for want in dispute.party(party).ordered_wants]


def changes(dispute):
    return [(change.earlier, change.later, change.sort) for change in dispute.changes]


def test_the_newest_position_stands():
    dispute = draft(
        together((priced(), "2031-01-05"), (refusing(), "2031-01-05"), (willing(), "2031-03-09"))
    )
    assert changes(dispute) == [("q2", "q3", "softened")]
    assert "not sudmark.pay" not in [
        str(want.formula) for want in dispute.party("sudmark").ordered_wants if want.because
    ]


def test_the_order_of_the_files_does_not_matter():
    dispute = draft(
        together((willing(), "2031-03-09"), (refusing(), "2031-01-05"), (priced(), "2031-01-05"))
    )
    assert changes(dispute) == [("q2", "q1", "softened")]


def test_a_refusal_after_readiness_is_harder():
    dispute = draft(
        together((priced(), "2031-01-05"), (willing(), "2031-01-05"), (refusing(), "2031-03-09"))
    )
    assert changes(dispute) == [("q2", "q3", "hardened")]
    assert wants(dispute, "sudmark")[0] == "not sudmark.pay"


@pytest.mark.parametrize("date", [None, "2031-03", "2031-03-09"])
def test_without_an_order_the_sources_contradict_one_another(date):
    dispute = draft(
        together((priced(), "2031-01-05"), (refusing(), date), (willing(), "2031-03-09"))
    )
    assert changes(dispute) == [("q2", "q3", "contradicts")]
    assert dispute.look_first[0] == (
        "The sources contradict one another on whether Sudmark would pay the dues: q2 against q3"
    )
    again = loads(dumps(dispute))
    assert again.changes == dispute.changes


def test_one_position_in_three_papers_costs_more():
    dispute = draft(
        together(*((refusing(), f"2031-01-0{n}") for n in (1, 2)), (priced(), "2031-01-05"))
    )
    assert dispute.party("sudmark").ordered_wants[0].cost == 1
    apart = [
        Article().says("refusal", "sudmark", "pay the dues", quote)
        for quote in (
            "Sudmark refuses to pay the dues that Norland asks for.",
            "No dues will be paid by us to anybody, said the treasury in Sudholm.",
            "Paying the dues is out, a minister told the harbour paper on his way home.",
        )
    ]
    dispute = draft(
        together((priced(), "2031-01-05"), *((article, "2031-01-05") for article in apart))
    )
    assert dispute.party("sudmark").ordered_wants[0].cost == 2


def test_copies_do_not_make_it_dearer():
    text = "Sudmark refuses to pay the dues that Norland asks for in the strait."
    same = Article().says("refusal", "sudmark", "pay the dues", text)
    dispute = draft(together((priced(), "2031-01-05"), *((same, "2031-01-05") for _ in range(3))))
    assert dispute.party("sudmark").ordered_wants[0].cost == 1


def test_disputes_of_other_parties_are_named_and_left_out():
    pairs = [("Norland", "Sudmark", "ferry line"), ("Tavia", "Belmark", "gas pipeline")]
    articles = [
        Document(
            f"d{number}",
            text=(
                f"{one} and {two} at odds over the {what}\n\n{one} will not reopen the {what} until "
                f"{two} pays the dues, the foreign ministry of {one} said on Monday. {two} rejected "
                f"the demand. {two} urged {one} to reopen the {what}. {one} accused {two} of delay."
            ),
        )
        for number, (one, two, what) in enumerate(pairs, 1)
    ]
    told = draft(reader.read(articles)).look_first
    assert any("Belmark and Tavia; draft its articles apart" in line for line in told)
    assert not any("draft its" in line for line in draft(reader.read(articles[:1])).look_first)
