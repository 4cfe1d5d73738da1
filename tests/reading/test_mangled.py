"""Sentences of news cut, joined and muddled: whatever they say, the reading ends and quotes."""

import re
from pathlib import Path

import pytest

from detente.reading import reader, sources

CORPUS = Path(__file__).parents[2] / "corpus"
JOINTS = ["of", "what", "that", "who", '"', "and", "if", "unless", "which", "whose", ",", "—", "’s"]
CUT_SHORT = (
    "Ruritania wants part of what Norland holds. Norland rejects the claim.",
    "The army refused to hand its guns to the Rebels",
    "Unless",
    "Norland said that",
    "Catalan separatists name their price for Norland. Norland refuses.",
    "Norland refuses to pay what Sudmark asks for it. Athens calls",
)


@pytest.fixture(scope="module")
def sentences():
    texts = (path.read_text("utf-8") for path in sorted(CORPUS.glob("short/*.txt")))
    return [
        one for text in texts for one in re.split(r"(?<=[.!?])\s+", text) if 20 < len(one) < 400
    ]


def mangled(rng, sentences):
    words = rng.choice(sentences).split()
    at, other = rng.randrange(len(words)), rng.choice(sentences).split()
    ways = (
        lambda: words[:at] + words[at + rng.randrange(1, 4) :],
        lambda: [*words[:at], rng.choice(other), *words[at + 1 :]],
        lambda: words[: at + 1] + other[rng.randrange(len(other)) :],
        lambda: words[: at + 1],
        lambda: [*words[:at], rng.choice(JOINTS), *words[at:]],
        lambda: words,
    )
    return " ".join(rng.choice(ways)())


def read(text, folder):
    path = folder / "article.txt"
    path.write_text(text, "utf-8")
    return reader.read([sources.load(path)])


def quotes_stand(coverage):
    text = coverage.documents[0].text
    return all(text[piece.start : piece.end] == piece.quote for piece in coverage.evidence)


def test_muddled_news_is_read(rng, share, sentences, tmp_path):
    for _ in range(share(4000, 25)):
        lines = (" ".join(mangled(rng, sentences) for _ in range(4)) for _ in range(4))
        assert quotes_stand(read("\n".join(lines), tmp_path))


@pytest.mark.parametrize("text", CUT_SHORT)
def test_news_cut_short_is_read(text, tmp_path):
    assert quotes_stand(read(text, tmp_path))
