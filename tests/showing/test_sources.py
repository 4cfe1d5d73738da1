"""Several sources: what more than one says, what they say otherwise; many of them; hostile ones."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from random import Random

import pytest
from shown import ROOT, made, said_everywhere

from detente.dispute.evidence import Change, Document
from detente.dispute.file import load
from detente.showing import blocks as b
from detente.showing import fitting
from detente.showing.brief import findings, render_html, render_text
from detente.showing.outputs import OUTPUTS

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def table(brief, caption):
    section = next(section for section in brief.annex if section.anchor == "sources")
    tables = [block for block in section.blocks if isinstance(block, b.Table)]
    return [
        [b.plain(cell) for cell in row.cells]
        for shown in tables
        if shown.caption.startswith(caption)
        for row in shown.rows
    ]


def doubled(dispute, source):
    """The dispute with its first want quoted from a second document too."""
    first = dispute.documents[0]
    other = replace(first, id="other", source=source, text="Paid first, sailed later, they say.")
    piece = replace(
        dispute.evidence[0], id="again", document="other", quote="Paid first", start=0, end=10
    )
    party = dispute.parties[0]
    want = party.wants[0]
    wants = (replace(want, because=(*want.because, "again")), *party.wants[1:])
    return replace(
        dispute,
        documents=(*dispute.documents, other),
        evidence=(*dispute.evidence, piece),
        parties=(replace(party, wants=wants), *dispute.parties[1:]),
    )


@pytest.mark.parametrize(
    ("source", "told"), [("the Other Paper", "2 outlets"), ("the Strait Courier", None)]
)
def test_corroboration_counts_independent_outlets(ferry, source, told):
    dispute = doubled(ferry, source)
    same = dispute.documents[0].source == source
    row = table(made(dispute), "Corroboration")[0]
    assert row[1] == (told if not same and told else "one outlet" if same else "2 outlets")


def test_one_source_has_nothing_beside_it(ferry):
    assert "sources" not in {section.anchor for section in made(ferry).sections}


def test_contradictions_stand_side_by_side(ferry):
    dispute = doubled(ferry, "the Other Paper")
    assert "No source is found to contradict another." in render_text(made(dispute), annex=True)
    change = Change("norland", dispute.evidence[0].id, "again", "contradicts")
    rows = table(made(replace(dispute, changes=(change,))), "Where sources")
    assert len(rows) == 1
    assert "“Paid first”" in rows[0][2]
    assert "the Other Paper" in rows[0][2]
    assert dispute.evidence[0].quote[:20] in rows[0][1]


def test_two_hundred_articles_leave_page_one_one_page(ferry):
    rng = Random(2)
    words = ["".join(rng.choices(LETTERS, k=rng.randint(2, 9))) for _ in range(900)]
    more = tuple(
        Document(f"m{n}", f"Article {n}", " ".join(rng.choices(words, k=300)), source=f"paper {n}")
        for n in range(200)
    )
    brief = made(replace(ferry, documents=(*ferry.documents, *more)))
    assert fitting.height(brief.page, brief.title, brief.about) <= fitting.SHEET
    assert "201 articles" in b.plain(brief.about)
    html = render_html(brief)
    assert html.count('<details class="source"') > 190  # the annex folds them


def test_a_typical_brief_is_small(ferry):
    for dispute in (ferry, load(ROOT / "examples" / "strike")):
        assert len(render_html(made(dispute)).encode()) <= 300_000


HOSTILE = (
    "<script>alert({})</script>", "<img src=x onerror=alert({})>", '"><svg onload=alert({})>',
    "javascript:alert({})", "'-alert({})-'", "<a href=//evil.example/{}>x</a>", "</textarea><b>{}",
    "<style>@import '//evil.example/{}'</style>", "<iframe src=//evil.example/{}>", "&#x3c;s{}&#x3e;",
    "<object data=//evil.example/{}>", "<math><mi xlink:href=//evil.example/{}>", "]]>{}<!--",
    "<body onload=alert({})>", "<link rel=stylesheet href=//evil.example/{}>", "\u202e<u>{}\u202c",
    "<meta http-equiv=refresh content=0;url=//evil.example/{}>", "%3Cscript%3E{}%3C/script%3E",
    "<form action=//evil.example/{}><input autofocus>", "{{{{{}*7}}}}", "${{alert({})}}", "<b/{}/>",
)  # fmt: skip


def hostile(number):
    """So many hostile strings, each another one."""
    rng = Random(9)
    for n in range(number):
        pattern = HOSTILE[n % len(HOSTILE)]
        text = pattern.format(n)
        if n >= len(HOSTILE):
            text = "".join(rng.choice((c.upper(), c)) for c in text) + rng.choice(HOSTILE).format(n)
        yield text


@pytest.mark.browser
def test_nothing_of_a_thousand_hostile_strings_runs_or_is_fetched(browser, share):
    context = browser.new_context()
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    for text in hostile(share(1000, 22)):
        dispute = said_everywhere(text)
        found = findings(dispute)
        brief = made(dispute)
        page.set_content(OUTPUTS["html"].make(brief, found).decode())
        assert (
            page.evaluate(
                "document.querySelectorAll('script,img,iframe,object,link,form,base').length"
            )
            == 0
        )
        page.set_content(
            f"<!doctype html><title>n</title>{dispute._repr_html_()}{found._repr_html_()}"
        )
        assert (
            page.evaluate(
                "document.querySelectorAll('script,img,iframe,object,link,form,a').length"
            )
            == 0
        )
        json.loads(OUTPUTS["json"].make(brief, found))
        assert not re.search("[\x00-\x09\x0b-\x1f]", OUTPUTS["text"].make(brief, found).decode())
    assert not [address for address in asked if not address.startswith("about:")]
    assert said == []
    context.close()
