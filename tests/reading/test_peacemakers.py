"""Who goes between the sides where no word says so."""

from __future__ import annotations

import pytest

from detente.dispute.evidence import Document
from detente.reading import reader

_ROW = (
    "Row over the ferry goes on\n\nThe dockers' union demands a pay rise of 9 per cent from Harborne "
    "Ferries. Harborne Ferries refuses to pay more than 3 per cent. The dockers' union threatens to "
    "strike in May. Harborne Ferries rejects the demand. "
)


def _going_between(text: str) -> dict[str, str]:
    """The names of those who mediate, with the quotes of it."""
    found = reader.read([Document("d1", text=_ROW + text)])
    names = {party.id: party.name for party in found.parties}
    quotes = {piece.id: piece.quote for piece in found.evidence}
    return {
        names[one.source]: quotes[one.because[0]]
        for one in found.relations
        if one.kind == "mediates"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The port's commissioner, Ana Berg, flew in on Sunday and offered each side an evening.",
        "The governor, Ana Berg, travelled to the port and hosted both of them for supper.",
    ],
)
def test_an_outsider_who_sees_to_both_goes_between(text):
    found = _going_between(text)
    assert list(found) == ["Ana Berg"]
    assert found["Ana Berg"] in text


@pytest.mark.parametrize(
    "text",
    [
        "An analyst, Ana Berg, says that both sides want too much.",
        "The shippers' union backs the dockers' union.",
        "Ana Berg, a passenger, wants her money back.",
    ],
)
def test_who_only_speaks_of_it_does_not(text):
    assert _going_between(text) == {}
