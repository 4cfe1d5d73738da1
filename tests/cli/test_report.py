"""The verb ``report``: its formats, what changed, one side, and the command that makes it again."""

import json
import re

import pytest

STARTS = {
    "brief.html": b"<!doctype html>", "brief.txt": b"The Norland ferry dispute",
    "brief.md": b"# The Norland ferry dispute", "brief.docx": b"PK", "brief.json": b"{",
    "brief.tex": b"% The Norland ferry dispute",
}  # fmt: skip


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("name", STARTS)
def test_the_suffix_says_the_format(cli, here, name):
    done = cli("report", "ferry", "-o", name)
    assert done.code == 0
    assert (here / name).read_bytes().startswith(STARTS[name])
    assert f"Wrote {name}" in done.out


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("form", ["text", "md", "json", "latex"])
def test_text_formats_go_to_standard_output(cli, here, form):
    before = set(here.iterdir())
    done = cli("report", "ferry", "--format", form)
    assert done.code == 0
    assert "Norland" in done.out
    assert set(here.iterdir()) == before


@pytest.mark.usefixtures("ferry")
def test_json_is_the_answer_alone(cli):
    answer = cli("report", "ferry", "--format", "json").json
    assert answer["standing"] == "stuck"
    assert json.dumps(answer["unlock"]["unlockings"][0]["concessions"]) == "[]"


@pytest.mark.usefixtures("ferry")
def test_one_side_is_found_by_its_alias(cli):
    assert "As Norland sees it" in cli("report", "ferry", "--for", "Norhaven", "--format", "md").out


@pytest.mark.usefixtures("ferry")
def test_an_unknown_side_is_one_clear_line(cli, here):
    done = cli("report", "ferry", "--for", "Norlund", "-o", "new.html")
    assert done.code == 1
    assert done.faults == ["--for: there is no party 'Norlund'; did you mean 'norland'?"]
    assert not (here / "new.html").exists()


def test_what_changed_since(cli, ferry, here):
    file = ferry / "dispute.yaml" if ferry.is_dir() else ferry
    older = here / "older.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("norland.reopen only if sudmark.pay, b", "not norland.reopen, b")
    older.write_text(re.sub(r", file: [^,}]+|^ +file: .*\n", "", text, flags=re.MULTILINE), "utf-8")
    done = cli("report", "ferry", "--since", older, "-o", "new.html")
    assert done.code == 0, done.err
    assert "What changed since the older version" in done.out
    assert "before: Content with today and Incompatible" in " ".join(done.out.split())


@pytest.mark.usefixtures("ferry")
def test_the_page_names_the_command_that_makes_it_again(cli):
    out = cli("report", "ferry", "--for", "norland", "--concept", "gmr", "--format", "md").out
    assert "`detente report CASE --concept gmr --for norland`" in out
