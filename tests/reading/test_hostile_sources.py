"""Sources as they come in the worst case: wrong encodings, forwarded mails, tracked changes, columns."""

import io
import random

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from detente.errors import InputError
from detente.reading import sources
from detente.reading.sources.columns import Piece, joined, laid_out

BODY = "Norland will not reopen the port until Sudmark pays, the ministry said on Monday."
MANY = f"{BODY} Sudmark rejected the bill, and accused Norland of blackmail in the strait."
RUSSIAN = "Россия не подпишет договор, пока Япония не снимет санкции, и не пойдёт на это без них."


def text(given, name):
    (found,) = sources.articles(given, name)
    return found.document.text


# Encodings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "encoding", "line"),
    [
        ("iso-8859-1", "utf-8", "Zürich shut its port to Sudmark until the dues are paid."),
        ("utf-8", "cp1252", "Zürich shut its port to Sudmark until the dues are paid."),
        ("windows-1252", "cp1251", RUSSIAN),
        *(
            (codec, "utf-8", BODY)
            for codec in ("undefined", "idna", "punycode", "hex", "rot13", "no-such", "utf-16")
        ),
    ],
)
def test_an_encoding_that_a_page_declares_is_not_believed_against_its_bytes(
    declared, encoding, line
):
    page = f'<html><head><meta charset="{declared}"></head><body><p>{line}</p></body></html>'
    assert line in text(page.encode(encoding), "a.html")


def test_letters_that_cannot_be_written_are_replaced():
    given = b'{"text": "Norland \\ud800 shut \\u0000 the strait."}\n{"text": true}'
    with pytest.raises(InputError, match="has no text"):
        list(sources.articles(given, "a.jsonl"))
    found, _ = sources.some([lambda: sources.articles(given, "a.jsonl")])
    assert found[0].document.text == "Norland \ufffd shut \ufffd the strait."


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_lines_that_are_no_utf_8(encoding):
    line = '{"text": "Norland will not talk until Zürich pays the dues."}\n'
    assert text(line.encode(encoding), "a.jsonl").endswith("until Zürich pays the dues.")


def test_dates_that_no_calendar_has():
    item = (
        "<item><title>A</title><pubDate>0000-00-00</pubDate><description>x y</description></item>"
    )
    feed = f'<rss version="2.0"><channel>{item}</channel></rss>'
    (found,) = sources.articles(feed.encode(), "a.xml")
    assert found.document.published is None
    (found,) = sources.articles(b'{"text": "x", "date": "2031-13-40"}', "a.jsonl")
    assert found.document.published is None


def test_a_table_that_only_lays_out_a_page_is_paragraphs():
    page = f"<html><body><table><tr><td>{MANY}</td><td>Ad</td></tr></table></body></html>"
    assert text(page.encode(), "a.html") == f"{MANY}\nAd"


# Mails --------------------------------------------------------------------------------------------

HEADERS = "From: a@b.example\nDate: Tue, 04 Mar 2031 10:00:00 +0000\nSubject: {}\n"
INNER = HEADERS.format("Port shut").replace("04", "03") + f"Content-Type: text/plain\n\n{BODY}\n"
ATTACHED = (
    HEADERS.format("Fwd: for you") + 'Content-Type: multipart/mixed; boundary="b"\n\n'
    f"--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n{INNER}\n"
    "--b--\n"
)
INLINE = (
    HEADERS.format("Fwd: for you") + "Content-Type: text/plain\n\nSee below.\n\n"
    "---------- Forwarded message ---------\nFrom: Jo <a@b.example>\nDate: 3 March\n"
    f"Subject: Port shut\nTo: c@d.example\n\n{BODY}\n"
)
QUOTED = HEADERS.format("Re: Port shut") + f"Content-Type: text/plain\n\n> {BODY}\n> {BODY}\n"


@pytest.mark.parametrize("given", [ATTACHED, INLINE, QUOTED])
def test_of_a_mail_that_passes_on_another_the_other_is_read(given):
    told = text(given.encode(), "a.eml")
    assert told.startswith(f"Port shut\n\n{BODY}")
    assert "See below" not in told
    assert ">" not in told


@pytest.mark.parametrize(
    "kind",
    ['multipart/mixed; boundary="b"', "multipart/alternative", ";;;", "text/plain; charset=?"],
)
def test_a_mail_whose_parts_are_not_there_is_its_text(kind):
    given = HEADERS.format("=?x?B?@@?=") + f"Content-Type: {kind}\n\n{BODY}\n"
    assert BODY in text(given.encode(), "a.eml")


# Word ---------------------------------------------------------------------------------------------


def word(*paragraphs):
    made = docx.Document()
    for inner in paragraphs:
        paragraph = parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")
        made.element.body.insert(len(made.element.body) - 1, paragraph)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_tracked_change_is_read_as_it_would_stand():
    said = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>".format
    mark = "w:id='1' w:author='x'"
    given = word(
        said("Norland will "),
        said("Norland will ")
        + f"<w:del {mark}><w:r><w:delText>gladly </w:delText></w:r></w:del>"
        + f"<w:ins {mark}>{said('never ')}</w:ins>"
        + f"<w:moveFrom {mark}>{said('soon ')}</w:moveFrom>"
        + f"<w:hyperlink>{said('pay')}</w:hyperlink>"
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>",
    )
    assert text(given, "a.docx") == "Norland will\n\nNorland will never pay"


def test_cells_that_are_joined_are_told_once_and_tables_within_tables_are_read():
    made = docx.Document()
    table = made.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Both refuse."
    table.cell(1, 0).add_table(1, 1).cell(0, 0).text = "Within."
    out = io.BytesIO()
    made.save(out)
    assert text(out.getvalue(), "a.docx") == "Both refuse.\n\nWithin."


# PDF ----------------------------------------------------------------------------------------------

LEFT = ["Norland will not reopen", "the ferry line until", "Sudmark pays the dues,", "it said on"]
RIGHT = ["Sudmark rejected that", "and accused Norland", "of blackmail on the", "high seas."]


def test_rows_that_cross_two_columns_are_read_column_by_column():
    rows = [
        Piece(f"{line} and so on\n", x, 700 - 12 * at, 10)
        for at, pair in enumerate(zip(LEFT * 2, RIGHT * 2, strict=True))
        for x, line in zip((50, 310), pair, strict=True)
    ]
    told = laid_out([Piece("The ferry dispute\n", 50, 760, 18), *rows])
    assert told.startswith("The ferry dispute\n\nNorland will not reopen and so on\nthe ferry")
    assert told.index("high seas") > told.index("Sudmark rejected") > told.rindex("it said on")


def test_rows_of_a_table_stay_rows():
    rows = [
        Piece(word, x, 700 - 12 * at, 10)
        for at in range(9)
        for x, word in ((50, "a "), (310, "7\n"))
    ]
    assert laid_out(rows) == "a 7\n" * 8 + "a 7"


def test_lines_at_the_edges_of_pages_are_no_part_of_the_text():
    pages = [f"The Post, page {at}\n\nTalks go on\n{at}" for at in range(1, 4)]
    assert joined(pages) == "Talks go on\nTalks go on\nTalks go on"


# Anything -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["a.docx", "a.eml", "a.xml", "a.jsonl", "a.html", "a.txt", "a.warc"]
)
def test_what_is_broken_anywhere_is_a_fault_of_one_line(name):
    chance = random.Random(name)
    feed = f"<rss version='2.0'><channel><item><description>{BODY}</description></item></channel></rss>"
    whole = {
        "a.docx": word(f"<w:r><w:t>{BODY}</w:t></w:r>"),
        "a.eml": ATTACHED.encode(),
        "a.xml": feed.encode(),
        "a.jsonl": b'{"text": "Norland shut it.", "date": "2031-03-02"}',
        "a.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 ",
    }.get(name, BODY.encode())
    for _ in range(30):
        given = bytearray(whole)
        for _ in range(4):
            given[chance.randrange(len(given))] = chance.randrange(256)
        cut = bytes(given[: chance.randrange(len(given))])
        told = []
        try:
            told += [found.document.text for found in sources.articles(cut, name)]
        except InputError as error:
            told += [str(fault).replace("\n", "\ud800") for fault in error.faults]
        assert "".join(told).encode()  # nothing that cannot be written, no fault of two lines
