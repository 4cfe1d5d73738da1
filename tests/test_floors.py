"""How well the reading reads is pinned: `corpus/floors.json`, lowered only in so many words."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent.parent / "corpus"
FLOORS = json.loads((CORPUS / "floors.json").read_text("utf-8"))


@pytest.mark.parametrize("folder", FLOORS)
def test_the_reading_is_as_good_as_it_was(folder, tmp_path):
    scores = tmp_path / "scores.json"
    command = [sys.executable, str(CORPUS / "measure.py"), str(CORPUS / folder)]
    command += ["--out", str(tmp_path / "found"), "--json", str(scores)]
    subprocess.run(command, check=True, capture_output=True)
    found, floors = json.loads(scores.read_text("utf-8")), dict(FLOORS[folder])
    assert found["is_dispute"][0] >= floors.pop("is_dispute")
    assert found["rejected_quotes"] <= floors.pop("rejected_quotes")
    below = {
        (kind, figure): (found[kind][figure], floor)
        for kind, floor_of in floors.items()
        for figure, floor in floor_of.items()
        if (found[kind][figure] or 0) < floor
    }
    assert not below
