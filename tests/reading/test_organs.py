"""Whose ministry, navy or spokesman speaks where the text does not say it."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene

OPENING = "Norland and Sudmark quarrel about fish. "


@pytest.mark.parametrize(
    ("text", "word", "whose"),
    [
        # who is told what it will do
        ("Norland will not sign before Sudmark's boats go, the navy said.", "navy", "norland"),
        (
            "Talks failed. Sudmark would pay once Norland did, a government official said.",
            "official",
            "sudmark",
        ),
        # whom one accuses or tells something is another
        ("Sudmark seized three boats. The navy accused Sudmark of piracy.", "navy", "norland"),
        ("Sudmark must pay, the ministry said, and Norland agreed.", "ministry", "norland"),
        # who answers is not who was heard just before
        ("Sudmark complained. The trade ministry answered that it knew.", "ministry", "norland"),
        # where it is said tells it outright
        ("Sudmark smiled. A foreign ministry official said in Norland", "official", "sudmark"),
        # whosesoever an office is that one state alone is said to have without a name
        (
            "Britain fell out. A spokesman for Sudmark's Foreign Office wept.",
            "spokesman",
            "sudmark",
        ),
        # and by nearness alone, where nothing else tells it
        ("Sudmark seized three boats. The navy said that they were armed.", "navy", "sudmark"),
        ("Its ministry said so. Norland's navy left. Sudmark's navy came.", "navy", "norland"),
    ],
)
def test_whose_it_is(text: str, word: str, whose: str) -> None:
    built = scene.build(Document("d1", text=OPENING + text))
    found = next(token for token in built.doc if token.text == word)
    assert built.refers(found) == (whose,)


TOLD = "Peru has refused to go on with talks over La Paz's quotas, the Peruvian Fisheries Ministry said. "


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        # the ministry whose land was told with it names that land itself
        ("The ministry also said Peru was blocking Bolivia's seat in the council. ", "peru"),
        # not where another's was told since
        (
            "The Bolivian Fisheries Ministry wept. The ministry said Peru was blocking its seat. ",
            "bolivia",
        ),
    ],
)
def test_the_ministry_that_was_told_of(text: str, whose: str) -> None:
    built = scene.build(Document("d1", text=f"{TOLD}{text}Bolivia lays claim to the waters."))
    found = next(token for token in built.doc if token.text == "ministry")
    assert built.refers(found) == (whose,)
