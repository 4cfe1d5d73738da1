"""A pile of articles: each by itself, in order, taken up where it stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.pile import read_each

TEXT = "Norland will not reopen the port until Sudmark withdraws its {} patrols, Norland said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for number in range(6):
        (made / f"a{number}.txt").write_text(TEXT.format(number + 2))
    return made


def test_an_answer_a_line_in_order_the_same_with_two_processes(folder, tmp_path):
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert read_each([str(folder)], one).read == 6
    assert read_each([str(folder)], two, jobs=2).read == 6
    assert one.read_bytes() == two.read_bytes()
    answers = [json.loads(line) for line in one.read_text().splitlines()]
    sources = [Path(answer["documents"][0]["source"]).name for answer in answers]
    assert sources == [f"a{number}.txt" for number in range(6)]
    assert all(answer["statements"] for answer in answers)


@pytest.mark.parametrize("left", [0, 7, 100, 3000])
def test_what_stands_is_not_read_again_and_a_half_line_is_repaired(folder, tmp_path, left):
    out = tmp_path / "out.jsonl"
    read_each([str(folder)], out)
    whole = out.read_bytes()
    out.write_bytes(whole[: len(whole) - left])
    again = read_each([str(folder)], out)
    assert out.read_bytes() == whole
    assert again.read + again.known == 6
    assert (again.read > 0) is (left > 0)


def test_a_new_article_is_added(folder, tmp_path):
    out = tmp_path / "out.jsonl"
    read_each([str(folder)], out)
    (folder / "b.txt").write_text(TEXT.format("many"))
    assert read_each([str(folder)], out).read == 1


def test_another_file_is_left_alone(folder, tmp_path):
    out = tmp_path / "notes.txt"
    for content in ("my notes", "my notes\nand more\n", '{"id": 3}\n'):
        out.write_text(content)
        with pytest.raises(InputError, match="is no answer of detente read --each"):
            read_each([str(folder)], out)
        assert out.read_text() == content


def test_what_is_no_article_does_not_stop_the_rest(folder, tmp_path):
    (folder / "a2.txt").write_bytes(b"")
    tally = read_each([str(folder)], tmp_path / "out.jsonl")
    assert tally.read == 5
    assert [fault.what for fault in tally.faults] == ["is empty"]


def test_the_articles_are_never_held_together(folder, tmp_path, monkeypatch):
    from detente import pile

    under_way = 0
    most = 0

    def counted(parts, tally):
        nonlocal under_way, most
        for found in whole(parts, tally):
            under_way += 1
            most = max(most, under_way)
            yield found

    def done(*_):
        nonlocal under_way
        under_way -= 1

    whole = pile._articles
    monkeypatch.setattr(pile, "_articles", counted)
    read_each([str(folder)], tmp_path / "out.jsonl", progress=done)
    assert most == 1


@pytest.fixture
def interruptible():
    """Ctrl-C means something to what is started, though the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_interrupted_it_leaves_whole_lines_and_goes_on(folder, tmp_path):
    for number in range(20):
        (folder / f"c{number:02}.txt").write_text(TEXT.format(number) * 3)
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "detente", "read", str(folder), "--each", "-o", str(out)]
    process = subprocess.Popen([*command, "--jobs", "2"], stderr=subprocess.PIPE, env=os.environ)
    while not (out.exists() and out.stat().st_size) and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    errors = process.communicate()[1].decode()
    assert process.returncode == 130
    assert errors.strip() == "interrupted; nothing was half-written"
    lines = out.read_bytes().splitlines(keepends=True)
    assert all(line.endswith(b"\n") and json.loads(line) for line in lines)
    tally = read_each([str(folder)], out)
    assert (tally.known, tally.read + tally.known) == (len(lines), 26)
