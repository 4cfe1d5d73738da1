"""Several sources: what more than one says, what they say otherwise; many of them; hostile ones."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

import pytest
from shown import ROOT, made

from detente.dispute.evidence import Change, Document
from detente.dispute.file import load
from detente.showing import blocks as b
from detente.showing import fitting
from detente.showing.brief import render_html, render_text

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
    assert fitting.height(brief.page, brief.title, brief.about, fitting.USUAL) <= fitting.SHEET
    assert "201 articles" in b.plain(brief.about)
    html = render_html(brief)
    assert html.count('<details class="source"') > 190  # the annex folds them


def test_a_typical_brief_is_small(ferry):
    for dispute in (ferry, load(ROOT / "examples" / "strike")):
        assert len(render_html(made(dispute)).encode()) <= 300_000


@pytest.mark.parametrize("count", [4, 5, 90])
def test_an_element_shows_a_few_numbers_and_its_place_has_all(ferry, count):
    """The rest is one key away, and a long list of evidence is folded."""
    first, party = ferry.evidence[0], ferry.parties[0]
    more = tuple(replace(first, id=f"more{n}") for n in range(count))
    want = replace(party.wants[0], because=tuple(piece.id for piece in more))
    wants = replace(party, wants=(want, *party.wants[1:]))
    dispute = replace(ferry, evidence=(*ferry.evidence, *more), parties=(wants, *ferry.parties[1:]))
    html = render_html(made(dispute))
    home = f"w-{party.id}-1"
    row = re.search(rf'<tr id="{home}".*?</tr>', html, re.DOTALL)[0]
    elsewhere = html.replace(row, "")
    assert len(re.findall('href="#e-more', row)) == count
    link = f'<a href="#{home}" class="more">and {count - 3} more</a>'
    assert (link in elsewhere) is (count > 4)
    assert link not in row
    assert bool(re.search(r"<summary>\d+ quotes</summary>", html)) is (count > 60)
