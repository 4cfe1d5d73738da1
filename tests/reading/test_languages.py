"""Headlines in other languages: closed cues, names through CLDR, quotes in the original."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import languages, scene

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
     "precondition", "japan", "Japonya yaptırımları kaldırmadan", "holds"),
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
    (found,) = languages.headline(scene.build(document))
    assert (found.kind, found.holder) == (kind, (holder,))
    assert text[found.start : found.end] == found.quote
    if condition is None:
        assert found.condition is None
    else:
        assert (found.condition.quote, found.condition.need) == (condition, need)
        assert text[found.condition.start : found.condition.end] == condition


def test_a_headline_without_a_cue_says_nothing():
    text = "Algérie-Maroc : la frontière reste là\n\nAlgeria accused Morocco. Morocco refused."
    assert languages.headline(scene.build(Document("d1", text=text))) == []
