"""Formats of coverage: each gives articles with their title, date and text; what is broken says so."""

import gzip
import http.server
import io
import json
import socket
import threading
import zipfile
from email.message import EmailMessage

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from detente.errors import InputError
from detente.reading import sources
from detente.reading.sources import crawl, web

BODY = "Norland will not reopen the port until Sudmark pays, the ministry said on Monday."
PAGE = (
    f"<html><head><title>Port shut</title></head><body><article><p>{BODY}</p>"
    "<p>Sudmark rejected the bill.</p></article><script>alert(1)</script></body></html>"
)


def read(given, name):
    return [found.document for found in sources.articles(given, name)]


def faults(given, name):
    with pytest.raises(InputError) as caught:
        read(given, name)
    return [fault.what for fault in caught.value.faults]


# Files --------------------------------------------------------------------------------------------


def pdf(*lines, password=None):
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream.set_data(f"BT /F1 12 Tf 10 280 Td {shown} ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pdf_joins_the_lines_of_a_paragraph():
    (document,) = read(pdf("Norland will not re-", "open the port", "until Sudmark pays."), "a.pdf")
    assert document.text == "Norland will not reopen the port until Sudmark pays."


@pytest.mark.parametrize(
    ("given", "what"),
    [
        (pdf(), "has no text layer"),
        (pdf("x", password="secret"), "is locked by a password"),  # noqa: S106
    ],
)
def test_pdf_without_text(given, what):
    assert faults(given, "a.pdf") == [what]


def test_a_broken_pdf_is_one_fault():
    (what,) = faults(b"%PDF-1.7 nothing", "a.pdf")
    assert what.startswith("is a broken PDF")


def word(*paragraphs, cells=()):
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    if cells:
        table = made.add_table(1, len(cells))
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_word_has_paragraphs_and_cells_in_order():
    (document,) = read(word("Port shut", BODY, cells=("Offer", "Refused")), "a.docx")
    assert document.text == f"Port shut\n\n{BODY}\n\nOffer\n\nRefused"


def test_word_that_is_none_or_a_bomb():
    assert faults(b"PK\x03\x04broken", "a.docx")[0].startswith("is a broken Word file")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 210_000_000)
    assert faults(out.getvalue(), "a.docx") == ["unpacks to more than 200 MB"]


def mail(html=None, text=None):
    made = EmailMessage()
    made["From"], made["To"] = "desk@agency.example", "you@ministry.example"
    made["Subject"], made["Date"] = "Port shut", "Mon, 03 Mar 2031 10:00:00 +0000"
    if text:
        made.set_content(text)
    if html:
        (made.add_alternative if text else made.set_content)(html, subtype="html")
    return made.as_bytes()


@pytest.mark.parametrize("given", [mail(text=BODY), mail(text=BODY, html=PAGE), mail(html=PAGE)])
@pytest.mark.parametrize("name", ["a.eml", "message"])
def test_mail_has_its_subject_and_date(given, name):
    (document,) = read(given, name)
    assert (document.title, document.published) == ("Port shut", "2031-03-03")
    assert BODY in document.text
    assert document.text.startswith("Port shut")


def test_a_mail_in_an_encoding_that_nobody_knows_is_decoded_as_any_text():
    given = (
        b"From: a@b.example\nDate: Mon, 03 Mar 2031 10:00:00 +0000\nSubject: Port\n"
        b"Content-Type: text/plain; charset=x-unknown-8bit\n\n" + BODY.encode()
    )
    (document,) = read(given, "a.eml")
    assert BODY in document.text


def test_what_follows_the_mark_of_a_signature_is_no_part_of_a_mail():
    (document,) = read(mail(text=f"{BODY}\n\n-- \nAna Berg\nSent from my phone"), "a.eml")
    assert BODY in document.text
    assert "phone" not in document.text


def test_mail_without_text():
    assert faults(mail(), "a.eml") == ["is a mail without text"]


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Port &amp; strait</title><link>https://news.example/1</link>
<pubDate>Mon, 03 Mar 2031 10:00:00 GMT</pubDate>
<description><![CDATA[<p>{BODY}</p><p>More.</p><script>x()</script>]]></description></item>
<item><title>Empty</title><description></description></item>
<item><title>Talks</title><description>Both sides refused.</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Port</title>
<updated>2031-03-03T10:00:00Z</updated><summary>Short.</summary>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""
BOMB = """<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><item><title>T</title><description>&c;&x; end</description></item></channel></rss>"""


def test_rss_is_an_article_an_entry():
    first, second = read(RSS.encode(), "feed.xml")
    assert first.text == f"Port & strait\n\n{BODY}\n\nMore."
    assert (first.source, first.published) == ("https://news.example/1", "2031-03-03")
    assert (second.text, second.source) == ("Talks\n\nBoth sides refused.", "feed.xml#3")


def test_atom_takes_the_fullest_text():
    (document,) = read(ATOM.encode(), "feed")
    assert (document.text, document.published) == (f"Port\n\n{BODY}", "2031-03-03")


def test_entities_of_a_feed_are_not_expanded():
    for document in read(BOMB.encode(), "feed.xml"):
        assert "aaaa" not in document.text
        assert "root:" not in document.text


def test_what_is_no_feed():
    assert faults(b"<?xml version='1.0'?><note>x</note>", "a.xml") == ["is no feed"]


def test_json_lines_under_their_usual_names():
    given = b"\n".join(
        [
            json.dumps(
                {"text": BODY, "title": "Port", "date": "2031-03-03T10:00", "url": "u1"}
            ).encode(),
            b"",
            json.dumps({"body": "Both sides refused."}).encode(),
        ]
    )
    first, second = read(given, "a.jsonl")
    assert (first.text, first.published, first.source) == (f"Port\n\n{BODY}", "2031-03-03", "u1")
    assert (second.text, second.source) == ("Both sides refused.", "a.jsonl#3")


def test_json_lines_say_all_faults_with_their_lines():
    with pytest.raises(InputError) as caught:
        read(b'{"text": "x"}\nnope\n{"title": "t"}\n[1]\n', "a.jsonl")
    found = [(fault.line, fault.what) for fault in caught.value.faults]
    assert found == [(2, "is no JSON"), (3, "has no text"), (4, "has no text")]


def warc(*pages, packed):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for status, kind, content in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                "https://news.example/a",
                "response",
                payload=io.BytesIO(content),
                http_headers=headers,
            )
        )
    return out.getvalue()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of the writer
@pytest.mark.parametrize("packed", [True, False])
def test_web_archives_have_the_pages_that_were_answered(packed):
    given = warc(
        ("200 OK", "text/html; charset=utf-8", PAGE.encode()),
        ("404 Not Found", "text/html", b"<html><p>No such page.</p></html>"),
        ("200 OK", "image/png", b"\x89PNG"),
        packed=packed,
    )
    (document,) = read(given, "a.warc.gz" if packed else "a.warc")
    assert BODY in document.text
    assert document.source == "https://news.example/a"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_web_archives_packed_whole_and_pages_whose_server_said_the_encoding():
    page = PAGE.replace("Norland", "Норланд и").encode("cp1251", "ignore")
    given = warc(("200 OK", "text/html; charset=windows-1251", page), packed=False)
    (document,) = read(gzip.compress(given), "a.warc.gz")
    assert "Норланд" in document.text


def test_a_packed_bomb_is_told_in_a_line_and_not_unpacked():
    (what,) = faults(gzip.compress(b"\0" * 50_000_000), "a.warc.gz")
    assert what == "is a broken web archive"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_page_that_unpacks_to_too_much_is_left_out(monkeypatch):
    (form,) = (form for form in sources.FORMATS if form.__name__ == crawl.__name__)
    monkeypatch.setattr(form, "_MOST_OF_A_PAGE", 400)
    given = warc(
        ("200 OK", "text/html", b"<html>" + b"<p>x" * 200),
        ("200 OK", "text/plain", b"Norland shut the strait."),
        packed=True,
    )
    (document,) = read(given, "a.warc.gz")
    assert document.text == "Norland shut the strait."


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_archive_that_was_cut_is_no_empty_one():
    given = warc(("200 OK", "text/html", PAGE.encode()), packed=False)
    (what,) = faults(gzip.compress(given)[:-200], "a.warc.gz")
    assert what.startswith("is a broken web archive")


def test_what_is_no_web_archive():
    (what,) = faults(b"hello, this is no archive", "a.warc")
    assert what.startswith("is a broken web archive")
    assert faults(gzip.compress(b"x"), "a.txt") == ["is a gzip archive"]


# Addresses ----------------------------------------------------------------------------------------


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        moved = {
            "/moved": "/page",
            "/loop": "/loop",
            "/file": "file:///etc/passwd",
            "/inside": "http://10.0.0.1/",
        }
        if self.path in moved:
            self.send_response(302)
            self.send_header("Location", moved[self.path])
            self.end_headers()
            return
        body = {
            "/page": PAGE.encode(),
            "/feed": RSS.encode(),
            "/large": b"a" * (web.MAX_BYTES + 1),
        }.get(self.path)
        self.send_response(200 if body else 404)
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def local(address):
    return address == "127.0.0.1"


def what_is_wrong(address, permits=local):
    with pytest.raises(InputError) as caught:
        web.fetch(address, permits)
    (only,) = caught.value.faults
    return only.what


def test_a_page_is_fetched_and_redirections_are_followed(site):
    given, at = web.fetch(f"{site}/moved", local)
    assert (given, at) == (PAGE.encode(), f"{site}/page")
    assert [len(read(*web.fetch(f"{site}/feed", local)))] == [2]


def test_what_cannot_or_may_not_be_fetched(site):
    assert what_is_wrong(f"{site}/none") == "answers 404"
    assert what_is_wrong(f"{site}/large") == "is larger than 5 MB"
    assert what_is_wrong(f"{site}/loop") == "leads on over 5 times"
    assert what_is_wrong(f"{site}/file").startswith("leads to 'file:")
    assert what_is_wrong(f"{site}/inside") == "stands for 10.0.0.1, an address of a private network"
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert what_is_wrong(f"http://127.0.0.1:{port}/").startswith("cannot be fetched")


@pytest.mark.parametrize(
    "name",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "169.254.169.254",
        "0.0.0.0",  # noqa: S104
        "[::ffff:127.0.0.1]",
        "192.168.1.1",
    ],
)
def test_no_private_address_is_reached(name):
    assert "private network" in what_is_wrong(f"http://{name}/", web.is_public)


def test_a_name_is_looked_at_once(monkeypatch, site):
    """A second answer of the name service would lead elsewhere: there is no second question."""
    port = int(site.rsplit(":", 1)[1])
    asked = []

    def answers(host, port, **_):
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    real = socket.getaddrinfo
    monkeypatch.setattr(
        web.socket, "getaddrinfo",
        lambda host, port, *rest, **named: answers(host, port) if host == "news.example" else real(host, port, *rest, **named),
    )  # fmt: skip
    given, _ = web.fetch(f"http://news.example:{port}/page", local)
    assert given == PAGE.encode()
    assert asked == ["news.example"]


def test_nothing_is_fetched_without_an_address(monkeypatch):
    def refuse(*given, **named):
        raise AssertionError(f"the network was used: {given} {named}")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert read(PAGE.encode(), "a.html")
    assert read(RSS.encode(), "feed.xml")
