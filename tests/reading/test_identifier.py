"""The identifier of languages: its unpacked arrays say what the packed model says."""

from detente.reading import identifier

TEXTS = (
    "Talks between the two countries failed on Monday.",
    "Moscova va negocia doar dacă Japonia ridică sancțiunile.",
    "日本は制裁を解除しない",
    "Die Gespräche sind gescheitert.",
    "12",
)


def test_unpacked_is_as_packed(tmp_path, monkeypatch):
    kept = tmp_path / "unpacked"
    monkeypatch.setattr(identifier, "unpacked", lambda: kept)
    found = []
    for prepare in (lambda: None, identifier.unpack):
        prepare()
        identifier._identifier.cache_clear()
        scored = identifier._identifier()
        found.append([scored.classify(text) for text in TEXTS])
    identifier._identifier.cache_clear()
    assert found[0] == found[1]
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]
