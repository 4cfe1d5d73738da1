"""From the article to a draft, to a corrected case, to its brief; nothing that was typed is lost."""

import contextlib
import shutil

import pytest

CASE = "out.case/dispute.yaml"


@pytest.fixture
def case(drafted, here):
    """The drafted case, in a folder of one's own."""
    for path in drafted.iterdir():
        (shutil.copytree if path.is_dir() else shutil.copy)(path, here / path.name)
    return here / CASE


@pytest.fixture
def corrected(case):
    """The case after a person's correction, and its bytes."""
    text = case.read_text("utf-8")
    case.write_text(text.replace("title:", "# checked by hand\ntitle:", 1), encoding="utf-8")
    return case


def test_the_main_job_writes_a_page_and_a_sound_case(cli, drafted):
    with contextlib.chdir(drafted):
        done = cli("check", "out.case")
        assert (done.code, done.err) == (0, "")
        assert (drafted / "out.html").read_text("utf-8").startswith("<!doctype html>")
        given = (drafted / "strait.txt").read_bytes()
    assert (drafted / "out.case/documents/d1.orig.txt").read_bytes() == given
    assert (drafted / "out.case/documents/d1.txt").read_text("utf-8") == given.decode()


@pytest.mark.usefixtures("case")
def test_the_draft_is_stuck_with_a_way_out(cli):
    explained = cli("explain", "out.case", "--json").json
    assert explained["stuck"]["seq"] is True
    assert explained["diagnosis"]
    assert cli("unlock", "out.case", "--json").json["unlockings"]


@pytest.mark.usefixtures("case")
def test_the_brief_of_a_case_is_that_of_its_coverage(cli, here):
    assert cli("report", "out.case", "-o", "again.html").code == 0
    assert (here / "again.html").read_bytes() == (here / "out.html").read_bytes()


@pytest.mark.usefixtures("case")
def test_an_untouched_draft_may_be_drafted_anew(cli, here):
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    assert cli("report", "strait.txt", "-o", "out.html").code == 0
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "arguments", ["report strait.txt -o out.html", "draft strait.txt -o out.case"]
)
@pytest.mark.usefixtures("corrected")
def test_a_corrected_case_is_never_overwritten(cli, here, arguments):
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    done = cli(*arguments.split())
    assert done.code == 1
    assert "a person has corrected this case" in done.faults[-1]
    assert "--force" in done.faults[-1]
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_unless_one_insists(cli, corrected):
    assert cli("draft", "strait.txt", "-o", "out.case", "--force").code == 0
    assert "# checked by hand" not in corrected.read_text("utf-8")


def test_reporting_a_case_leaves_it_as_it_is(cli, corrected, here):
    before = corrected.read_bytes()
    assert cli("report", "out.case", "-o", "corrected.html").code == 0
    assert corrected.read_bytes() == before
    assert not (here / "corrected.case").exists()


def test_a_correction_shows_in_the_brief(cli, case, here):
    text = case.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    case.write_text(text.replace(title, "title: The strait, corrected"), encoding="utf-8")
    assert cli("report", "out.case", "-o", "corrected.html").code == 0
    assert "The strait, corrected" in (here / "corrected.html").read_text("utf-8")


@pytest.mark.usefixtures("case")
def test_text_for_the_terminal(cli):
    done = cli("report", "out.case", "--format", "text")
    assert done.code == 0
    assert "Why it is stuck" in done.out
    assert "\x1b" not in done.out


@pytest.mark.usefixtures("case")
def test_quiet_prints_nothing(cli):
    done = cli("report", "out.case", "-o", "quiet.html", "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_later_article_is_added_and_nothing_is_lost(cli, corrected, here):
    before = corrected.read_text("utf-8").splitlines()
    (here / "later.txt").write_text(LATER, encoding="utf-8")
    done = cli("draft", "later.txt", "--into", "out.case")
    assert (done.code, done.faults) == (0, [])
    assert "look first: From d2 (Norland softens" in done.out
    after = corrected.read_text("utf-8").splitlines()
    rest = iter(after)
    assert all(line in rest for line in before)
    assert cli("check", "out.case").code == 0
    assert cli("report", "out.case", "-o", "later.html").code == 0
    done = cli("draft", "strait.txt", "-o", "out.case")
    assert "a person has corrected this case" in done.faults[-1]


@pytest.mark.usefixtures("corrected")
def test_what_cannot_be_added_changes_nothing(cli, here):
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    done = cli("draft", "strait.txt", "--into", "out.case")
    assert done.code == 1
    assert "nothing new" in done.faults[-1]
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


LATER = """Norland softens over the strait

Norland will let the ferries sail if Sudmark pays half of the arrears, the Norlandic transport ministry
said on Thursday. Sudmark refused to pay half of the arrears. Norland again demanded that Sudmark
withdraw its patrol boats. The deadlock goes on.
"""
