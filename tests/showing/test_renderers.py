"""The page and the terminal say the same, escape everything, lead nowhere outside."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from shown import made, said_everywhere

from detente.showing import blocks as b
from detente.showing.brief import brief, findings, render_html, render_text

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "</title><script src=//evil.example/x.js></script>",
    "</style><style>@import url(//evil.example)</style>",
    "</mark></p><iframe srcdoc='<script>1</script>'>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &amp; \u202eevil\u202c",
    "]]><!--",
    "\x1b[31mred\x1b]0;title\x07",
    "` ${alert(1)} `",
)


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.tags, self.attributes, self.words = [], [], [], [], []
        self._unseen = 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        found = dict(attrs)
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return bare("".join(self.words))


def bare(text):
    """Words alone: without spaces, and without the marks that each renderer has its own way for."""
    return re.sub(r"\s+", "", text)


def lines(brief):
    """Every line of runs of a brief's sections."""
    for section in brief.sections:
        for block in section.blocks:
            match block:
                case b.Paragraph(line):
                    yield line
                case b.Items(items):
                    yield from (item.line for item in items)
                case b.Table(rows=rows) | b.Figure(twin=b.Table(rows=rows)):
                    yield from (cell for row in rows for cell in row.cells)


def words(line):
    """The runs of a line whose words every output shows."""
    return [bare(run.text) for run in line if isinstance(run, b.Text | b.Name | b.Quote | b.Link)]


def test_page_and_terminal_say_the_same(case):
    brief = made(case)
    page = Page(render_html(brief)).text
    terminal = bare(re.sub(r"[─│]", "", render_text(brief, 5000, annex=True)))
    for line in lines(brief):
        for text in words(line):
            assert text in page
            assert text in terminal


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_gets_through(text):
    html = render_html(made(said_everywhere(text)))
    page, plain = Page(html), Page(render_html(made(said_everywhere("plain words"))))
    assert set(page.tags) <= set(plain.tags)
    assert len(page.tags) <= len(plain.tags) + 40  # longer words make more lines, no more
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert not {"script", "img", "iframe", "object", "link", "base", "form"} & set(page.tags)
    assert all(link.startswith("#") for link in page.links)
    assert html.count("<style>") == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_steers_the_terminal(text):
    shown = render_text(made(said_everywhere(text)), 100, annex=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_every_link_resolves_and_ids_are_unique(case):
    page = Page(render_html(made(case)))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


@pytest.mark.parametrize("word", ["q1", "my quote", "<b>", "e-1", "n.1", "日本"])
def test_links_resolve_whatever_evidence_is_called(word):
    page = Page(render_html(made(said_everywhere("plain", word=word))))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_evidence_is_linked_both_ways(ferry):
    html = render_html(made(ferry))
    for piece in ferry.evidence:
        item = re.search(rf'<li id="e-{piece.id}"[^>]*>(.*?)</li>', html, re.DOTALL)
        assert item
        assert f'href="#m-{piece.id}"' in item[1]  # from the list to the article
        assert re.search(rf'<mark id="m-{piece.id}">', html) or f'<span id="m-{piece.id}">' in html
        assert re.search(rf'</mark><sup><a href="#e-{piece.id}"', html)  # and back
    for party in ferry.parties:
        for index, want in enumerate(party.ordered_wants, 1):
            row = re.search(rf'<tr id="w-{party.id}-{index}".*?</tr>', html, re.DOTALL)
            assert row
            for name in want.because:
                assert f'href="#e-{name}"' in row[0]  # from the element to its evidence
                item = re.search(rf'<li id="e-{name}".*?</li>', html, re.DOTALL)
                assert f'href="#w-{party.id}-{index}"' in item[0]  # and back


def test_marked_articles_are_the_articles(ferry):
    brief = made(ferry)
    article = next(block for s in brief.annex for block in s.blocks if isinstance(block, b.Article))
    shown = ["".join(segment.text for segment in part) for part in article.paragraphs]
    assert shown == [line for line in ferry.documents[0].text.splitlines() if line.strip()]


def test_what_is_assumed_says_so_in_every_output(ferry):
    brief = made(ferry)
    html, text = render_html(brief), render_text(brief, annex=True)
    assert '<sup class="assumed"' in html
    assert "[?]" in text
    wants = [want for party in ferry.parties for want in party.ordered_wants if want.assumed]
    rows = re.findall(r'<tr id="w-.*?</tr>', html, re.DOTALL)
    assert sum("assumed" in row for row in rows) == len(wants)


def test_no_outside_address_and_a_strict_policy(case):
    html = render_html(made(case))
    head = html[: html.index("</head>")]
    assert "default-src &#39;none&#39;" in head
    assert "unsafe" not in head
    assert not re.search(r'(src|href|action|data|poster)="(?!#)', html)
    assert not re.search(r"url\(|@import|@font-face", html[: html.index("</style>")])
    assert ' style="' not in html


def test_same_input_same_bytes(case):
    assert render_html(made(case)) == render_html(made(case))
    assert render_text(made(case)) == render_text(made(case))


@pytest.mark.parametrize("width", [20, 40, 64, 80, 120, 200])
def test_the_terminal_is_never_wider_than_asked(case, width):
    from rich.cells import cell_len

    shown = render_text(made(case), width, annex=True)
    assert max(cell_len(line) for line in shown.splitlines()) <= width


def test_colour_only_where_asked(ferry):
    brief = made(ferry)
    assert "\x1b[" not in render_text(brief)
    assert "\x1b[" in render_text(brief, color=True)
    bared = re.sub("\x1b\\[[0-9;]*m", "", render_text(brief, color=True))
    assert [line.rstrip() for line in bared.splitlines()] == render_text(brief).splitlines()


def test_quotes_carry_their_language():
    dispute = said_everywhere("ro")
    assert '<q dir="auto" lang="ro">' in render_html(brief(dispute, findings(dispute)))
