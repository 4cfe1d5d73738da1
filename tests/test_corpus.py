"""Annotations stand where they say, refer to what exists, and take nothing from noise.

Faults are listed by article and place, never with their text: a part of the corpus is sealed.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
QUOTED = ("objects", "statements", "events", "relations", "status_quo", "ways_out", "noise")
REFERRING = {
    "statements": ("holder", "holder_also", "speaker", "addressee"),
    "events": ("actor", "target"),
    "relations": ("source", "target"),
    "parties": ("speaks_for",),
    "changes": ("holder",),
}

Json = dict[str, Any]


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def spans(gold: Json) -> Iterator[tuple[str, Json]]:
    yield "title", gold["title"]
    for field in QUOTED:
        for number, element in enumerate(gold[field]):
            place = f"{field} {number}"
            yield place, element
            yield from ((f"{place} {part}", element[part]) for part in ("condition", "date")
                        if element.get(part))  # fmt: skip
    for party in gold["parties"]:
        for alias in party["aliases"]:
            for start, end in alias["spans"]:
                yield f"alias of {party['id']}", {
                    "quote": alias["surface"], "start": start, "end": end,
                }  # fmt: skip


def faults(path: Path) -> Iterator[str]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    folders = ("develop", "short") if path.parent.name == "second" else (path.parent.name,)
    (source,) = (
        text for name in folders if (text := path.parents[1] / name / gold["text_file"]).exists()
    )
    raw = source.read_bytes()
    text = raw.decode("utf-8")
    if gold["id"] != path.stem or gold["sha256"] != hashlib.sha256(raw).hexdigest():
        yield "not the annotation of this text"
    for place, span in spans(gold):
        start, end = span.get("start"), span.get("end")
        if start is None and place.endswith("date"):
            continue
        if text[start:end] != span.get("quote", span.get("text")):
            yield f"{place}: not at its offsets"
        noisy = any(start < z["end"] and z["start"] < end for z in gold["noise"])
        if noisy and not place.startswith(("noise", "alias")):
            yield f"{place}: in noise"
    known = {element["id"] for field in ("parties", "objects") for element in gold[field]}
    for field, keys in REFERRING.items():
        for number, element in enumerate(gold[field]):
            yield from (
                f"{field} {number}: {key} is nobody"
                for key in keys
                for name in several(element.get(key))
                if name not in known | {"author"}
            )
    said = {element["id"] for element in gold["statements"]}
    if not {change[end] for change in gold["changes"] for end in ("earlier", "later")} <= said:
        yield "a change between statements that are not there"
    if not gold["is_dispute"] and any(gold[field] for field in (*QUOTED[:-1], "parties")):
        yield "no dispute, yet annotated"


@pytest.mark.parametrize("folder", ["develop", "short", "measure", "second"])
def test_annotations_hold(folder):
    found = {path.stem: list(faults(path)) for path in sorted((CORPUS / folder).glob("*.json"))}
    assert found
    assert {article: wrong for article, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("folder", ["develop", "short", "measure"])
def test_an_annotation_is_its_own_perfect_prediction(folder):
    command = [sys.executable, "score.py", "--gold", folder, "--pred", folder]
    run = subprocess.run(command, cwd=CORPUS, capture_output=True, text=True, check=True)
    rows = [line.split() for line in run.stdout.splitlines()]
    figures = {row[0]: row[1:4] for row in rows if len(row) == 9}
    figures.pop("category")
    assert len(figures) == 9
    assert {name: row for name, row in figures.items() if row != ["1.000"] * 3} == {}


def test_a_wrong_annotation_is_noticed(tmp_path):
    gold = json.loads((CORPUS / "develop" / "d01.json").read_text(encoding="utf-8"))
    (tmp_path / "d01.txt").write_bytes((CORPUS / "develop" / "d01.txt").read_bytes())
    gold["statements"][1]["start"] += 1
    gold["events"][0]["actor"] = "nobody"
    (tmp_path / "d01.json").write_text(json.dumps(gold), encoding="utf-8")
    assert list(faults(tmp_path / "d01.json")) == [
        "statements 1: not at its offsets",
        "events 0: actor is nobody",
    ]


def test_the_ceiling_in_the_readme_is_what_the_second_annotation_gives():
    run = subprocess.run(
        [sys.executable, "agree.py"], cwd=CORPUS, capture_output=True, text=True, check=True
    )
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert run.stdout.strip() in readme
