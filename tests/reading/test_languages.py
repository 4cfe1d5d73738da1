"""Headlines in other languages: closed cues, names through CLDR, quotes in the original."""

from dataclasses import replace
from pathlib import Path

import pytest

from detente.dispute.evidence import Document
from detente.reading import languages, page, reader, scene
from detente.reading.drafting.draft import draft
from detente.reading.parties import gazetteer

BODIES = {
    "russia japan": "Russia will not talk with Japan, Moscow said. Japan and Tokyo refused.",
    "egypt ethiopia": "Egypt accused Ethiopia of haste. Ethiopia refused to talk to Cairo.",
    "germany poland": "Germany accused Poland. Poland refused, Warsaw told Berlin on Monday.",
}
HEADLINES = [
    ("ro", "russia japan", "Rusia: Nu semnăm tratatul cu Japonia decât dacă Tokyo cedează",
     "precondition", "russia", "Tokyo cedează", "holds"),
    ("ru", "russia japan", "Россия вернётся к переговорам, только если Япония снимет санкции",
     "precondition", "russia", "Япония снимет санкции", "holds"),
    ("uk", "russia japan", "Японія не підпише договір, доки Росія не поверне острови",
     "precondition", "japan", "Росія не поверне острови", "fails"),
    ("de", "germany poland", "Polen will erst verhandeln, wenn Deutschland zahlt",
     "precondition", "poland", "Deutschland zahlt", "holds"),
    ("fr", "egypt ethiopia", "L’Égypte ne négociera pas tant que l’Éthiopie remplit le barrage",
     "precondition", "egypt", "l’Éthiopie remplit le barrage", "fails"),
    ("es", "egypt ethiopia", "Egipto exige a Etiopía que detenga las obras", "demand", "egypt",
     None, None),
    ("tr", "russia japan", "Japonya yaptırımları kaldırmadan önce Rusya görüşmelere dönmeyecek",
     "precondition", "russia", "Japonya yaptırımları kaldırmadan", "holds"),
    ("ja", "russia japan", "ロシア、日本が制裁を解除するまで交渉を拒否", "precondition", "russia",
     "日本が制裁を解除", "holds"),
    ("ar", "egypt ethiopia", "مصر ترفض التفاوض إلا إذا قبلت إثيوبيا الاتفاق", "precondition",
     "egypt", "قبلت إثيوبيا الاتفاق", "holds"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "body", "line", "kind", "holder", "condition", "need"),
    HEADLINES,
    ids=[row[0] for row in HEADLINES],
)
def test_headlines(language, body, line, kind, holder, condition, need):
    text = f"{line}\n\n{BODIES[body]}"
    document = Document(
        "d1",
        text=text,
        language="en",
        headline_language=language,
        headline=(0, len(line)),
    )
    seen = scene.build(document)
    (found,) = languages.headline(seen.document, seen.parties)
    assert (found.kind, found.holder) == (kind, (holder,))
    assert text[found.start : found.end] == found.quote
    if condition is None:
        assert found.condition is None
    else:
        assert (found.condition.quote, found.condition.need) == (condition, need)
        assert text[found.condition.start : found.condition.end] == condition


TOLD = [
    line.split("|")
    for line in Path(__file__).with_name("headlines.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
CALLED = {id_: known.name for _, known in gazetteer.entries() for id_ in [known.id]}


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row[-1][:40])
def test_what_a_headline_says(row):
    language, pair, kind, holder, other, line = row
    one, two = (CALLED[id_] for id_ in pair.split())
    text = f"{line}\n\n{one} accused {two} of bad faith. {two} refused to talk to {one}."
    document = Document("d1", text=text, language="en", headline_language=language)
    seen = scene.build(replace(document, headline=(0, len(line))))
    found = languages.headline(seen.document, seen.parties, seen.pair)
    assert [(piece.kind, piece.holder) for piece in found] == ([(kind, (holder,))] if kind else [])
    for piece in found:
        assert other in {"", *piece.addressee, *(piece.condition.by if piece.condition else ())}


def test_a_headline_without_a_cue_says_nothing():
    text = "Algérie-Maroc : la frontière reste là\n\nAlgeria accused Morocco. Morocco refused."
    seen = scene.build(Document("d1", text=text))
    assert languages.headline(seen.document, seen.parties) == []


# Whole articles by cues ---------------------------------------------------------------------------

ARTICLES = {
    "ro": (
        ("Moldova și Ucraina, blocate în disputa privind apa\n\n"
        "Moldova refuză să reia discuțiile privind barajul. Chișinăul a anunțat că va semna acordul "
        "doar dacă Ucraina reduce producția. Kievul cere Moldovei să plătească datoriile. "
        "Ucraina respinge acuzațiile. În 1998, Ucraina a cerut un arbitraj. Va accepta Kievul?"),
        [("refusal", "moldova"), ("precondition", "moldova"), ("demand", "ukraine"), ("refusal", "ukraine")],
    ),
    "fr": (
        ("Pêche : la France et le Royaume-Uni campent sur leurs positions\n\n"
        "La France exige que le Royaume-Uni délivre les licences promises. Londres refuse de céder. "
        "Le Royaume-Uni ne rouvrira pas les négociations tant que la France bloque les ports. "
        "Le Royaume-Uni n'accuse pas la France de mauvaise foi."),
        [("demand", "france"), ("refusal", "united_kingdom"), ("precondition", "united_kingdom")],
    ),
    "ru": (
        ("Армения и Азербайджан не могут договориться\n\n"
        "Азербайджан подпишет мирный договор, только если Армения изменит конституцию. "
        "Ереван отвергает это требование. Армения требует от Азербайджана освободить пленных."),
        [("precondition", "azerbaijan"), ("refusal", "armenia"), ("demand", "armenia")],
    ),
    "ja": (
        ("日本と韓国、漁業協定で対立\n\n韓国は、日本が輸出規制を解除するまで協議に応じないとした。"
        "韓国は日本の主張を批判した。日本政府は要求を拒否した。"),
        [("precondition", "south_korea"), ("accusation", "south_korea"), ("refusal", "japan")],
    ),
    "de": (
        ("Österreich und Ungarn streiten weiter über die Grenze\n\nUngarn lehnt die Kontrollen ab. "
        "Österreich will die Kontrollen erst beenden, wenn Ungarn die Flüchtlinge zurücknimmt. "
        "Budapest fordert von Österreich eine Entschuldigung."),
        [("refusal", "hungary"), ("precondition", "austria"), ("demand", "hungary")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", ARTICLES)
def test_whole_articles_by_cues(language):
    text, expected = ARTICLES[language]
    coverage = reader.read([Document("d1", text=text)])
    assert coverage.documents[0].is_dispute
    assert [(piece.kind, *piece.holder) for piece in coverage.statements] == expected
    assert all(text[piece.start : piece.end] == piece.quote for piece in coverage.evidence)
    assert coverage.warnings == (f"d1: body in {language} is read by cues alone",)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Le match a été magnifique. La France gagne contre le Brésil. Les supporters demandent.",
         "d1: no dispute found in it"),
        ("Polska i Czechy spierają się o kopalnię. Czechy żądają zamknięcia kopalni od Polski.",
         "d1: body in pl is not read"),
    ],
)  # fmt: skip
def test_nothing_is_drawn_from_what_is_no_dispute_or_no_known_language(text, warning):
    coverage = reader.read([Document("d1", text=text)])
    assert not coverage.documents[0].is_dispute
    assert coverage.evidence == ()
    assert warning in coverage.warnings


def test_without_the_model_english_is_read_by_cues(monkeypatch):
    monkeypatch.setattr(page, "MODELS", ("no_such_model",))
    text = (
        "The ferries will not sail until Sudmark pays the arrears, officials in Norland said. "
        "In March, Sudmark rejected the bill. Later Norland accused Sudmark of stalling, and then "
        "Sudmark did not refuse to talk."
    )
    coverage = reader.read([Document("d1", text=text)])
    kinds = [(piece.kind, *piece.holder) for piece in coverage.statements]
    assert kinds == [("precondition", "norland"), ("refusal", "sudmark"), ("accusation", "norland")]
    assert "no_such_model" in coverage.warnings[0]


def test_who_speaks_under_a_name_that_is_not_known_is_the_other_side():
    text = (
        "Norhaven : pas de reprise des vols tant que Sudmark n’aura pas payé\n\n"
        "Norland accused Sudmark of delay. Sudmark refused to pay, and Norland refused to talk."
    )
    seen = scene.build(Document("d1", text=text, headline=(0, 67), headline_language="fr"))
    (found,) = languages.headline(seen.document, seen.parties, ("norland", "sudmark"))
    assert (found.holder, found.condition.by) == (("norland",), ("sudmark",))
    assert languages.headline(seen.document, seen.parties) == []


# Sentences, one by one -----------------------------------------------------------------------------

SENTENCES = {
    file.stem: [
        line.split("|") for line in file.read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    for file in sorted(Path(__file__).with_name("sentences").glob("*.txt"))
}


@pytest.mark.parametrize(
    ("language", "row"),
    [(language, row) for language, rows in SENTENCES.items() for row in rows],
    ids=lambda value: value if isinstance(value, str) else value[-1][:40],
)
def test_what_a_sentence_says(language, row):
    kind, holder, other, need, text = row
    _, found = languages.body(Document("d1", text=text, language=language))
    assert [(piece.kind, piece.holder) for piece in found] == ([(kind, (holder,))] if kind else [])
    for piece in found:
        assert text[piece.start : piece.end] == piece.quote
        assert other in {"", *piece.addressee, *(piece.condition.by if piece.condition else ())}
        assert (piece.condition.need if piece.condition else "") == need


def test_every_language_but_english_has_sentences():
    assert {*SENTENCES, "en"} == set(languages.supported())


def test_news_from_everywhere_is_no_dispute():
    text = (
        "Italia pide a los turistas que reserven antes de viajar. España no tendrá nieve hasta "
        "enero. El presidente de Chile rechazó presentarse a la reelección."
    )
    coverage = reader.read([Document("d1", text=text)])
    assert not coverage.documents[0].is_dispute


def test_a_note_is_read_too():
    text = "Marruecos no reabrirá la aduana hasta que España reconozca su soberanía."
    coverage = reader.read([Document("d1", text=text)])
    assert [piece.kind for piece in coverage.statements] == ["precondition"]


def test_a_year_of_a_dateline_is_this_year():
    text = (
        "Кишинёв, 12 мая 2031 года. Молдова не подпишет договор, пока Россия в 2031 году не выведет "
        "войска. В 2004 году Молдова потребовала от России уйти."
    )
    coverage = reader.read([Document("d1", text=text)])
    assert [piece.kind for piece in coverage.statements] == ["precondition"]


def test_paragraphs_in_another_language_are_read_by_its_cues_and_no_part_of_the_english():
    text = (
        "Algeria and France at odds over deportees\n\n"
        "Algeria said on Monday that it would not take back anybody until France apologised. "
        "France rejected the terms. Algeria accused France of blackmail.\n\n"
        "« L'Algérie ne cédera pas au chantage », a déclaré le ministre algérien.\n\n"
        "Polska i Czechy spierają się o kopalnię, ale nie o to tu chodzi, mówi premier Polski."
    )
    coverage = reader.read([Document("d1", text=text)])
    kinds = [(piece.kind, *piece.holder) for piece in coverage.statements]
    assert kinds == [
        ("precondition", "algeria"), ("refusal", "france"), ("accusation", "algeria"),
        ("refusal", "algeria"),
    ]  # fmt: skip
    assert coverage.warnings == (
        "d1: 1 paragraph is in fr and read by cues alone",
        "d1: 1 paragraph is in pl and not read",
    )


def test_a_clause_without_a_subject_is_of_the_one_before():
    text = "España rechazó las condiciones de Marruecos y exigió a Rabat la retirada de las boyas."
    coverage = reader.read([Document("d1", text=text)])
    said = [(piece.kind, piece.holder, piece.addressee) for piece in coverage.statements]
    assert said == [
        ("refusal", ("spain",), ("morocco",)),
        ("demand", ("spain",), ("morocco",)),
    ]


def test_a_draft_says_what_it_is_not_drafted_from():
    text = (
        "Азербайджан подпишет мирный договор, только если Армения изменит конституцию. "
        "В Ереване отвергли это требование."
    )
    dispute = draft(reader.read([Document("d1", text=text)]))
    assert "2 positions are told in Russian" in dispute.look_first[0]
    assert all(want.assumed for party in dispute.parties for want in party.ordered_wants)
    assert next(p for p in dispute.parties if p.id == "armenia").aliases == ("Армения",)


def test_what_is_no_part_of_the_article_names_no_party():
    text = (
        "Rabat y Madrid chocan\n\nMarruecos no reabrirá la aduana hasta que España reconozca su "
        "soberanía. España rechazó las condiciones de Rabat.\n\n"
        "Lea también: Irán rechaza negociar hasta que Washington levante las sanciones\n\n"
        "Suscríbase a nuestro boletín: Francia exige a Italia cada mañana en su correo"
    )
    coverage = reader.read([Document("d1", text=text)])
    assert [party.id for party in coverage.parties] == ["morocco", "spain"]
    assert [(piece.kind, *piece.holder) for piece in coverage.statements] == [
        ("precondition", "morocco"), ("refusal", "spain"),
    ]  # fmt: skip


def test_a_headline_of_two_parties_says_what_each_says_and_how_sure_that_is():
    line = "Skopje will erst nach dem EU-Beitritt zahlen, Sofia winkt ab"
    text = (
        f"{line}\n\nNorth Macedonia refused to talk to Bulgaria. Bulgaria accused North Macedonia."
    )
    document = Document("d1", text=text, language="en", headline_language="de")
    seen = scene.build(replace(document, headline=(0, len(line))))
    found = languages.headline(seen.document, seen.parties, seen.pair)
    assert [(piece.kind, *piece.holder, piece.confidence) for piece in found] == [
        ("precondition", "north_macedonia", 0.5), ("refusal", "bulgaria", 0.5),
    ]  # fmt: skip
