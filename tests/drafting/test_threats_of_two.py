"""A threat that names two conditions is averted only where both come about."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import reader
from detente.reading.drafting import draft

CASES = (  # text, party, its want
    (
        (
            "The union will strike unless the company pays the arrears and reinstates the drivers. "
            "The company refuses."
        ),
        "union",
        "union.strike if not (company.pay and company.reinstate)",
    ),
    (
        (
            "Merrow will open the port once Oslan cuts the toll. Oslan is prepared to return to the "
            "old rate if Merrow pays for a road. Hauliers have threatened to blockade the ferry "
            "terminal unless both governments settle."
        ),
        "hauliers",
        "not hauliers.open if not (merrow.pay and oslan.rate)",
    ),
)


@pytest.mark.parametrize(("text", "party", "want"), CASES, ids=[case[1] for case in CASES])
def test_both_have_to_come_about(text, party, want):
    drafted = draft(reader.read([Document("d1", text=text)]))
    (own,) = (one for one in drafted.parties if one.id == party)
    assert str(own.ordered_wants[0].formula) == want
