"""Form: headline, noise, languages."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import form, languages, reader


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


@pytest.mark.parametrize(
    "line",
    [
        "Talks stall", "Commentary", "Halora and Venda", "Sorrel Bank dispute",
        "Somalia rejects return to Djibouti talks", "Minister halts drilling at Kaarnov",
    ],
)  # fmt: skip
def test_a_few_words_above_an_english_article_are_english(line):
    body = "The talks between the two failed again on Monday, and both blamed the other for that."
    assert form.formed(Document("d1", text=f"{line}\n\n{body}")).headline_language == "en"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "ru",
            "«Армения не подпишет договор, пока Азербайджан не освободит пленных», — заявил он.",
        ),
        ("fr", "« L'Arménie ne signera pas tant que Bakou n'aura pas libéré les prisonniers. »"),
        ("tr", "“Azerbaycan esirleri bırakmadıkça Ermenistan anlaşmayı imzalamayacak” dedi."),
        ("ar", "قال رئيس وزراء أرمينيا إن بلاده لن توقع الاتفاق ما لم تفرج أذربيجان عن الأسرى."),
        ("ko", "아르메니아 총리는 아제르바이잔이 포로를 석방하지 않으면 서명하지 않겠다고 말했다."),
    ],
)
def test_an_article_is_in_the_language_of_most_of_it(language, line):
    told = (
        "Armenia and Azerbaijan remain at odds over a treaty.\n\nAzerbaijan demanded that Armenia "
        f"change its constitution, and Armenia refused to.\n\n{line}\n\nAzerbaijan rejected that."
    )
    document = form.formed(Document("d1", text=told))
    assert document.language == "en"
    assert [found for _, _, found in languages.passages(document)] == [language]


def test_a_headline_that_is_not_read_is_told():
    text = (
        "Warszawa odrzuca propozycje Berlina w sprawie reparacji\n\nPoland rejected the offer. "
        "Germany will not pay until Poland drops its claims, it said. Poland accused Germany."
    )
    assert "d1: headline in pl is not read" in reader.read([Document("d1", text=text)]).warnings
