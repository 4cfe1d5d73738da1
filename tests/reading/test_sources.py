"""Sources: what is read, what is refused, and that text is the user's own."""

import codecs
import os

import pytest

from detente.errors import InputError
from detente.reading import sources


def fault(given, name="a.txt"):
    with pytest.raises(InputError) as caught:
        sources.load(given, name=name)
    (only,) = caught.value.faults
    return only.what


@pytest.mark.parametrize(
    ("given", "what"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"PK\x03\x04....", "is a zip archive or an office document that is not Word's"),
        (b"GIF89a....", "is an image"),
        (b"a\x00b\x00c", "is binary, not text"),
        (bytes(range(128, 256)) * 9, "cannot be decoded"),
        (codecs.BOM_UTF16_LE + b"a", "cannot be decoded"),
        (b"12345 ... 67", "holds no words"),
        (b"a" * (sources.MAX_BYTES + 1), "is larger than 5 MB"),
    ],
)
def test_what_is_no_article_is_one_clear_fault(given, what):
    assert fault(given) == what


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    text = "“No,” said José — naïve.\r\nSecond line"
    assert sources.load(text.encode(encoding), name="a.txt").text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Москва не подпишет договор, пока Киев не выведет войска из региона."),
        ("koi8-u", "Київ не підпише договір, доки Москва не виведе війська з регіону."),
        ("cp932", "日本は、韓国が輸出規制を解除するまで協議に応じないとした。"),
        ("euc-jp", "日本は、韓国が輸出規制を解除するまで協議に応じないとした。"),
        ("cp1256", "لن توقع القاهرة على الاتفاق حتى توقف إثيوبيا ملء السد، كما قالت في بيان."),
        ("cp1254", "Türkiye, Yunanistan ile görüşmeler için şartların ağır olduğunu ve bu…"),
        ("cp1250", "Moldova refuză să plătească datoriile şi cere ca Ucraina să nu mai…"),
        ("latin-1", "L'été a été agité : la France refuse de céder, et Londres aussi."),
        ("utf-16-le", "Norland will not reopen the port until Sudmark pays its debts."),
        ("utf-16-be", "Москва не подпишет договор, пока Киев не выведет войска."),
    ],
)
def test_encodings_that_nothing_declares(encoding, text):
    assert sources.load(text.encode(encoding, "ignore"), name="a.txt").text == text.encode(
        encoding, "ignore"
    ).decode(encoding)


def test_a_text_that_is_cut_within_a_letter_is_read_to_there():
    assert sources.load("Norland’s port is shut, it says…".encode()[:-1], name="a.txt").text == (
        "Norland’s port is shut, it says"
    )


def test_line_ends_stay_as_they_are(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"One.\r\nTwo.\rThree.\n")
    assert sources.load(file).text == "One.\r\nTwo.\rThree.\n"


def test_missing_folder_and_permission(tmp_path):
    assert fault(tmp_path / "no.txt", None) == "does not exist"
    assert fault(tmp_path, None).startswith("is a folder")
    if os.geteuid():
        locked = tmp_path / "a.txt"
        locked.write_text("x")
        locked.chmod(0)
        assert fault(locked, None) == "may not be read"


def test_a_large_file_is_refused_without_reading_it(tmp_path):
    file = tmp_path / "a.txt"
    with file.open("wb") as large:
        large.truncate(sources.MAX_BYTES * 1000)
    assert fault(file, None) == "is larger than 5 MB"


def test_a_folder_is_its_articles_by_name(tmp_path):
    (tmp_path / "b.txt").write_text("Second.")
    (tmp_path / "a.txt").write_text("First.")
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    assert [article.document.text for article in sources.load_all(tmp_path)] == [
        "First.",
        "Second.",
    ]


def test_a_case_is_its_articles_as_they_were_given(tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "dispute.yaml").write_text("detente: 1")
    for name in ("d1.orig.html", "d1.txt", "d2.txt"):
        (tmp_path / "documents" / name).write_text("Norland shut it.")
    found = [path.name for path in sources.files(tmp_path)]
    assert found == ["d1.orig.html", "d2.txt"]


def test_a_folder_without_articles(tmp_path):
    with pytest.raises(InputError, match="holds no articles"):
        sources.load_all(tmp_path)


def test_a_folder_says_all_its_faults_at_once(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"GIF89a")
    with pytest.raises(InputError) as caught:
        sources.load_all(tmp_path)
    assert [one.what for one in caught.value.faults] == ["is empty", "is an image"]


def test_of_a_folder_what_can_be_read_is_read_and_the_rest_told(tmp_path):
    within = tmp_path / "march" / "week"
    case, hidden = tmp_path / "a.case" / "documents", tmp_path / ".cache"
    for folder in (within, case, hidden):
        folder.mkdir(parents=True)
        (folder / "c.txt").write_text(f"In {folder.name}.")
    (tmp_path / "a.case" / "dispute.yaml").write_text("detente: 1")
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.jsonl").write_text('{"text": "One."}\n{no\n{"text": "Two."}\n')
    found, faults = sources.load_some(tmp_path)
    assert [one.document.text for one in found] == ["One.", "Two.", "In week."]
    assert [(one.line, one.what) for one in faults] == [(0, "is empty"), (2, "is no JSON")]


PAGE = b"""<!DOCTYPE html><html><head><title>Strait closed</title>
<meta property="article:published_time" content="2021-03-02T10:00:00Z">
<script>var x = "Norland attacked";</script></head><body><nav>Home | World</nav>
<article><h1>Strait closed</h1><p>Norland closed the strait on Sunday, its harbour ministry said,
and will not reopen it until Sudmark has paid what it owes for the last three winters.</p>
<p>Sudmark rejected the claim. Its envoy called the closure an act of piracy on the high sea.</p>
</article><footer>(c) Newsroom</footer></body></html>"""


def test_a_saved_page():
    document = sources.load(PAGE, name="page.html")
    assert document.title == "Strait closed"
    assert document.published == "2021-03-02"
    assert "until Sudmark has paid" in document.text
    assert "var x" not in document.text


def test_a_page_is_known_by_how_it_begins():
    assert "var x" not in sources.load(PAGE, name="page").text


def test_a_date_is_told_as_one_and_a_page_without_words_is_none():
    comments = b"<p>User19950101: shut it all, I say, and for good.</p>" * 50
    numbered = PAGE.replace(b"2021-03-02T10:00:00Z", b"").replace(b"<footer>", comments)
    assert sources.load(numbered, name="a.html").published is None
    assert fault(b"<html><head><title>Strait</title></head><body></body></html>", "a.html") == (
        "has no text"
    )


def test_what_a_page_does_not_show_is_no_part_of_it():
    unseen = b"<p hidden>Galland demands war.</p><template><p>Galland rejects it.</p></template>"
    document = sources.load(PAGE.replace(b"</article>", unseen + b"</article>"), name="a.html")
    assert "Galland" not in document.text


def test_who_wrote_it():
    signed = PAGE.replace(b"<script>", b'<meta name="author" content="Ana Berg"><script>', 1)
    assert sources.load(signed, name="a.html").author == "Ana Berg"
    assert sources.load(PAGE, name="a.html").author is None
    noted = b"---\ntitle: Strait\nauthor: 'Ana Berg'\n---\nNorland closed it."
    assert sources.load(noted, name="a.md").author == "Ana Berg"
    told = b'{"text": "Norland closed it.", "authors": ["Ana Berg", "Jo Lee"]}'
    assert sources.load(told, name="a.jsonl").author == "Ana Berg, Jo Lee"
