"""How fast is reading, against bare spaCy with the same model on the same text, in the same run?"""

from __future__ import annotations

import importlib.util
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

QUESTION = "Reading, against bare spaCy with the same model (aims: 0.85; two processes 1.6; 1.0)"
ARTICLES = Path(__file__).parent.parent / "corpus/develop"
_ROUNDS = 3
_PILE = 1000


def rows() -> Iterator[tuple[str, str]]:
    """Ratios of words a second."""
    import spacy

    from detente.reading import page, reader, sources

    name = next(name for name in page.MODELS if importlib.util.find_spec(name))
    bare = spacy.load(name)
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))[:30]]
    documents = [sources.load(text.encode(), name="article.txt") for text in texts]
    words = sum(len(text.split()) for text in texts)
    shares, speeds = [], []
    for _ in range(_ROUNDS + 1):
        parsing = reading = 0.0
        for text, document in zip(texts, documents, strict=True):
            parsing += _seconds(lambda text=text: bare(text))
            reading += _seconds(lambda document=document: reader.read([document]))
        shares.append(parsing / reading)
        speeds.append(words / reading)
    yield "bare spaCy's time / reading's time, one core", f"{statistics.median(shares[1:]):.2f}"
    yield "words a second, reading", f"{statistics.median(speeds[1:]):.0f}"
    small, large = (sources.load("\n\n".join(texts * n).encode(), name="a.txt") for n in (1, 5))
    once = _seconds(lambda: reader.read([small]))
    often = _seconds(lambda: reader.read([large]))
    yield "an article five times as long: its time / five times the time", f"{often / once / 5:.2f}"
    yield f"{_PILE} articles, two processes against one", f"{_scaling(texts):.2f}"


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _scaling(texts: list[str]) -> float:
    from detente.pile import read_each

    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "pile"
        pile.mkdir()
        for number in range(_PILE):
            text = f"{texts[number % len(texts)]}\n\nNotice {number}.\n"
            (pile / f"{number:05}.txt").write_text(text, "utf-8")
        took = []
        for jobs in (1, 2):
            began = time.perf_counter()
            read_each([str(pile)], Path(folder) / f"{jobs}.jsonl", jobs=jobs)
            took.append(time.perf_counter() - began)
    return took[0] / took[1]
