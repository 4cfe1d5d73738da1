"""Bad input: one clear line a fault, exit code 1, nothing half-written, never a traceback."""

import errno
import os

import pytest

READERS = (("read",), ("draft", "-o", "case"), ("report", "-o", "out.html"))
ANALYSTS = ("check", "analyse", "explain", "paths", "unlock", "robust", "report")
RECIPE = """Lemon cake for a rainy afternoon

Beat the butter with the sugar until it is pale. Add the eggs, one at a time, and then the flour.
Bake the cake for forty minutes and leave it to cool before you cut it. It keeps for three days.
"""
FRENCH = """Les pêcheurs et le port

Le syndicat des pêcheurs exige que la ville rouvre le port. La ville refuse de rouvrir le port tant
que les pêcheurs n'auront pas payé les taxes. Le syndicat rejette cette condition et accuse la ville
de chantage. La ville demande au syndicat de lever le blocus, et le syndicat refuse de céder.
"""
COVERAGE = {  # name of the file: what is in it, and what the fault says
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n ", "is empty"),
    "binary.txt": (bytes(range(256)) * 8, "binary"),
    "wrong.txt": (
        bytes(range(128, 256)) * 20,
        "cannot be decoded",
    ),
    "report.pdf": (b"%PDF-1.7\n1 0 obj", "is a broken PDF"),
    "page.txt": (b"%PDF-1.7\n1 0 obj", "is a broken PDF"),
    "note.docx": (b"PK\x03\x04" + b"\0" * 40, "is a broken Word file"),
    "digits.txt": (b"1 2 3 4 5 6 7 8 9", "holds no words"),
}
DISPUTES = {  # the text of a dispute file, and the places and words of its faults
    "": ["dispute.yaml:1:1: the file is empty"],
    "just a word": ["dispute.yaml:1:1: a mapping is expected here"],
    "detente: [1": ["dispute.yaml:1:12: not YAML"],
    "detente: 2\ntitle: T\nparties: {a: }": ["dispute.yaml:1:10: format 2 is newer"],
    "detente: 1\ntitle: T\nparties:\n  a: &x {}\n": ["dispute.yaml:4:6: an anchor"],
    "detente: 1\ntitle: T\ntitle: U\nparties: {a: }": ["dispute.yaml:3:1: duplicate key 'title'"],
    "detente: 1\ntitle: T\nparties:\n  a:\n    wnats: [a.x]\n    options: {x: {can: go}}\n": [
        "dispute.yaml:5:5: unknown key 'wnats'; did you mean 'wants'?",
        "dispute.yaml:6:24: 'go' is not known here",
    ],
    "detente: 1\ntitle: T\nparties:\n  a: {options: {sail: }, wants: [a.sial, a.sail only a.sail]}\n": [
        "there is no option 'a.sial'; did you mean 'a.sail'?",
        'in the formula: expected "if" after "only"',
    ],
    "detente: 1\ntitle: T\nparties: {a: {options: {x: }}}\ninfeasible: [not a.x]": [
        "the status quo is infeasible"
    ],
    "a: " + "[" * 3000: ["nested more than 20 deep"],
}  # fmt: skip


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("verb", READERS, ids=lambda verb: verb[0])
@pytest.mark.parametrize("name", COVERAGE)
def test_coverage_that_is_no_text(cli, here, verb, name):
    given, what = COVERAGE[name]
    (here / name).write_bytes(given)
    done = cli(*verb, name)
    assert done.code == 1
    assert done.out == ""
    assert [line.split(":")[0] for line in done.faults] == [name]
    assert what in done.faults[0]
    assert ";" in done.faults[0], "it says what would be right"
    assert files(here) == [name]


@pytest.mark.parametrize("verb", READERS, ids=lambda verb: verb[0])
def test_all_bad_sources_are_told_at_once(cli, here, verb):
    (here / "empty.txt").write_bytes(b"")
    done = cli(*verb, "empty.txt", "missing.txt")
    assert done.code == 1
    assert [line.split(":")[0] for line in done.faults] == ["empty.txt", "missing.txt"]


@pytest.mark.parametrize("verb", READERS, ids=lambda verb: verb[0])
def test_fifty_megabytes(cli, here, verb):
    with (here / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    done = cli(*verb, "large.txt")
    assert (done.code, len(done.faults)) == (1, 1)
    assert "is larger than 5 MB" in done.err


@pytest.mark.usefixtures("here")
def test_standard_input_is_bounded_too(cli):
    done = cli("read", "-", stdin=b"word " * 1_000_001)
    assert (done.code, len(done.faults)) == (1, 1)
    assert "larger" in done.err


@pytest.mark.parametrize("verb", READERS, ids=lambda verb: verb[0])
def test_a_folder_without_articles(cli, here, verb):
    (here / "folder").mkdir()
    (here / "folder" / "notes.xyz").write_text("words")
    done = cli(*verb, "folder")
    assert (done.code, len(done.faults)) == (1, 1)
    assert "folder: holds no articles" in done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("verb", READERS, ids=lambda verb: verb[0])
def test_no_permission_to_read(cli, strait, verb):
    strait.chmod(0)
    done = cli(*verb, "strait.txt")
    assert (done.code, len(done.faults)) == (1, 1)
    assert "may not be read" in done.err


# Sound text that is no dispute, or is not read ------------------------------------------------------


@pytest.mark.parametrize("text", [RECIPE, FRENCH], ids=["no dispute", "a language not read"])
def test_reading_says_that_it_is_none(cli, here, text):
    (here / "a.txt").write_text(text, encoding="utf-8")
    done = cli("read", "a.txt", "--json")
    assert done.code == 0
    assert [document["is_dispute"] for document in done.json["documents"]] == [False]
    assert done.json["statements"] == done.json["events"] == done.json["parties"] == []
    assert done.err.startswith("warning: a.txt: ")


@pytest.mark.parametrize("verb", READERS[1:], ids=lambda verb: verb[0])
@pytest.mark.parametrize("text", [RECIPE, FRENCH], ids=["no dispute", "a language not read"])
def test_nothing_is_drafted_of_it(cli, here, verb, text):
    (here / "a.txt").write_text(text, encoding="utf-8")
    done = cli(*verb, "a.txt")
    assert done.code == 1
    assert done.out == ""
    assert done.faults[-1].startswith("no dispute found: ")
    assert files(here) == ["a.txt"]


@pytest.mark.usefixtures("strait")
def test_beside_a_dispute_it_is_a_warning(cli, here):
    (here / "cake.txt").write_text(RECIPE, encoding="utf-8")
    done = cli("draft", "strait.txt", "cake.txt", "-o", "case")
    assert done.code == 0
    assert "warning: cake.txt: " in done.err


def test_scripts_of_a_page_are_neither_run_nor_read(cli, here, strait):
    body = "".join(f"<p>{line}</p>" for line in strait.read_text("utf-8").split("\n\n"))
    script = "<script>document.title = 'The Norlandic ministry said it will pay'; alert(1)</script>"
    page = f"<html><head><title>Ferries</title>{script}</head><body onload='alert(2)'><article>{body}{script}</article></body></html>"
    (here / "page.html").write_text(page, encoding="utf-8")
    done = cli("report", "page.html", "-o", "out.html")
    assert done.code == 0, done.err
    for name in ("out.html", "out.case/dispute.yaml", "out.case/documents/d1.txt"):
        assert "alert(" not in (here / name).read_text("utf-8")


def test_hostile_text_is_shown_and_not_obeyed(cli, here, strait):
    text = strait.read_text("utf-8").replace("Ana Berg", "Ana <img src=x onerror=alert(3)> Berg")
    (here / "hostile.txt").write_text(text, encoding="utf-8")
    assert cli("report", "hostile.txt", "-o", "out.html").code == 0
    assert "<img src=x" not in (here / "out.html").read_text("utf-8")


# Dispute files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ANALYSTS)
@pytest.mark.parametrize("text", DISPUTES, ids=range(len(DISPUTES)))
def test_a_broken_dispute_file(cli, here, verb, text):
    (here / "dispute.yaml").write_text(text, encoding="utf-8")
    done = cli(verb, "dispute.yaml")
    assert done.code == 1
    assert done.out == ""
    assert all(line.startswith("dispute.yaml:") for line in done.faults)
    assert [what for what in DISPUTES[text] if what not in done.err] == []
    assert files(here) == ["dispute.yaml"]


@pytest.mark.parametrize("verb", ANALYSTS)
def test_dispute_files_that_cannot_be_read(cli, here, verb):
    (here / "folder").mkdir()
    (here / "binary.yaml").write_bytes(bytes(range(256)))
    with (here / "large.yaml").open("wb") as file:
        file.truncate(50_000_000)
    wrong = {
        "missing.yaml": "there is no such file",
        "binary.yaml": "not UTF-8 at byte 128",
        "large.yaml": "too large (50 MB)",
    }
    if verb != "report":  # for which a folder without a case is coverage
        wrong["folder"] = "there is no such file"
    for name, what in wrong.items():
        done = cli(verb, name)
        assert (done.code, done.out, len(done.faults)) == (1, "", 1)
        assert what in done.err


@pytest.mark.parametrize("sources", [("ferry", "strait.txt"), ("strait.txt", "ferry")])
@pytest.mark.usefixtures("ferry", "strait")
def test_a_case_and_coverage_are_not_mixed(cli, here, sources):
    done = cli("report", *sources, "-o", "out.html")
    assert (done.code, done.out, len(done.faults)) == (1, "", 1)
    assert not (here / "out.html").exists()


# Output -------------------------------------------------------------------------------------------


@pytest.fixture
def full_disk(monkeypatch):
    def fail(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("detente.dispute.writing.os.fsync", fail)


@pytest.mark.parametrize("verb", READERS[1:], ids=lambda verb: verb[0])
@pytest.mark.usefixtures("strait", "full_disk")
def test_a_full_disk(cli, here, verb):
    done = cli(*verb, "strait.txt")
    assert done.code == 1
    assert "cannot be written: No space left on device" in done.err
    assert files(here) == ["strait.txt"]


@pytest.mark.usefixtures("ferry", "full_disk")
def test_a_full_disk_leaves_the_old_report(cli, here):
    (here / "out.html").write_text("the old one")
    done = cli("report", "ferry", "-o", "out.html")
    assert (done.code, len(done.faults)) == (1, 1)
    assert (here / "out.html").read_text() == "the old one"
    assert not list(here.glob(".detente-*"))


@pytest.mark.parametrize("place", ["ferry", "ferry/dispute.yaml/out.html"])
def test_an_output_that_cannot_be(cli, ferry, here, place):
    before = (ferry / "dispute.yaml").read_bytes()
    done = cli("report", "ferry", "-o", place)
    assert (done.code, len(done.faults)) == (1, 1)
    assert "cannot be written" in done.err
    assert (ferry / "dispute.yaml").read_bytes() == before
    assert not list(here.glob("**/.detente-*"))
