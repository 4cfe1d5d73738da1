"""Form: headline, noise, languages."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import form


def test_headline_and_languages_apart():
    text = (
        "Rusia: Dialogul cu Japonia poate începe doar dacă Tokyo cedează.\n\n"
        "Russia said on Monday that talks with Japan could begin only if Tokyo gave way."
    )
    document = form.formed(Document("d1", text=text))
    assert document.title.startswith("Rusia:")
    assert (document.headline_language, document.language) == ("ro", "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One line alone",
        "First sentence. And a second one.\n\nThen more.",
        "\n\n- Advertisement -",
    ],
)
def test_texts_without_a_headline(text):
    assert form.formed(Document("d1", text=text)).headline is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks fail\n\nMERIDA LANDING, 14 June 2031 — Tarvia shut the door.", "2031-06-14"),
        ("NORHAVEN (Agency), 3 March 2031 - The port stayed shut.", "2031-03-03"),
        ("Head\nBy Ana Berg\nTuesday, 14 June 2031\nBody", "2031-06-14"),
        ("Head\nLast updated on 3 March 2031, 10:15 GMT\nBody", "2031-03-03"),
        ("Head\n2031-06-14\nBody", "2031-06-14"),
        ("In 1998, on 3 May 1998, they signed.", None),
        ("On 14 June 2031 the talks failed — again.", None),
        ("The accord of 14 June 2031 is dead, officials said.", None),
        ("Head\n\n" + "A line.\n" * 9 + "14 June 2031\n", None),
    ],
)
def test_the_day_that_an_article_says_it_is_from(text, day):
    assert form.published(text) == day
