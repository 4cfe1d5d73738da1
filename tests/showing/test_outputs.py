"""Every output says the same, escapes everything, and is made of the same sections."""

from __future__ import annotations

import json
import re
from html import unescape
from io import BytesIO

import docx
import jsonschema
import pytest
from hostile import strings
from markdown_it import MarkdownIt
from shown import ROOT, made, said_everywhere
from test_renderers import HOSTILE, Page, bare, lines, words

import detente
from detente.dispute.file import load
from detente.errors import InputError
from detente.showing.brief import brief, findings
from detente.showing.outputs import OUTPUTS
from detente.showing.renderers import data, latex, markdown, pdf, word
from detente.showing.renderers.html import render as render_html
from detente.showing.renderers.text import render as render_text

CASES = (
    "examples/ferry",
    "examples/strike",
    "tests/cases/elmira.yaml",
    "tests/cases/garrison.yaml",
)


SPOKEN = [("examples/ferry", "es"), ("examples/strike", "fr"), ("tests/cases/elmira.yaml", "ro")]


def briefed(case, language="en"):
    dispute = load(ROOT / case)
    found = findings(dispute)
    return brief(dispute, found, language=language), found


@pytest.fixture(params=CASES, scope="module")
def shown(request):
    return briefed(request.param)


def everything(document):
    """All text of a Word file, in order, tables included."""
    return "".join(
        node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t")
    )


def plainly(text):
    """What a reader of Markdown sees."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    return unescape(re.sub("<[^>]*>", "", html))


@pytest.mark.parametrize(
    ("case", "language"),
    [*((case, "en") for case in CASES), *SPOKEN],
)
def test_the_sentences_are_equal_in_all(case, language):
    made_brief, found = briefed(case, language)
    outputs = {
        "html": Page(render_html(made_brief)).text,
        "text": bare(re.sub(r"[─│]", "", render_text(made_brief, 5000, annex=True))),
        "md": bare(plainly(markdown.render(made_brief))),
        "docx": bare(everything(docx.Document(BytesIO(word.render(made_brief))))),
        "json": bare("".join(
            line
            for part in ("page", "annex")
            for section in json.loads(data.render(made_brief, found))[part]
            for line in section["lines"]
        )),
    }  # fmt: skip
    for line in lines(made_brief):
        for text in words(line):
            for name, output in outputs.items():
                assert text in output, name


def test_a_notebook_says_what_page_one_says(shown):
    made_brief, found = shown
    notebook = Page(made_brief._repr_html_()).text
    page = json.loads(data.render(made_brief, found))["page"]
    for line in (line for section in page for line in section["lines"]):
        assert bare(line) in notebook


def test_what_is_assumed_says_so_in_every_output(shown):
    made_brief, found = shown
    assumed = sum("[?]" in part for part in render_text(made_brief, annex=True).split("\n"))
    if assumed:
        assert "\\[?\\]" in markdown.render(made_brief)
        assert "[?]" in everything(docx.Document(BytesIO(word.render(made_brief))))
        assert "[?]" in data.render(made_brief, found)
    if any(want.assumed for party in found.dispute.parties for want in party.ordered_wants):
        assert "[?]" in latex.render(made_brief)


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name != "pdf"])
def test_same_input_same_bytes(name, shown):
    assert OUTPUTS[name].make(*shown) == OUTPUTS[name].make(*shown)


def test_word_has_real_headings_tables_and_alternative_texts(shown):
    made_brief, _ = shown
    document = docx.Document(BytesIO(word.render(made_brief)))
    headings = [
        p.text for p in document.paragraphs if p.style.name.startswith(("Heading", "Title"))
    ]
    titled = [section.title for section in made_brief.sections if section.title]
    assert [text for text in headings if text in titled] == titled
    assert document.tables
    for table in document.tables:
        marks = {node.tag.rsplit("}")[-1]: node for node in table._tbl.tblPr}
        assert marks["tblCaption"].values()[0]
        assert marks["tblDescription"].values()[0]
        assert "tblHeader" in table.rows[0]._tr.xml


def test_json_is_as_its_schema_says(shown):
    answer = json.loads(data.render(*shown))
    jsonschema.Draft202012Validator.check_schema(data.schema())
    jsonschema.Draft202012Validator(data.schema()).validate(answer)


def test_the_schema_refuses_what_is_none(shown):
    answer = json.loads(data.render(*shown))
    answer["explain"]["diagnosis"] = [{"kind": "no such kind"}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(data.schema()).validate(answer)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "[a](http://evil.example)", "![x](y)", "# h\n- l\n| a |", "\x0c"]
)
def test_nothing_hostile_gets_through(text):
    harmless(text)


def test_nothing_of_many_hostile_strings_gets_through(share):
    many = strings(share(1000, 12))
    for place in range(0, len(many), 4):  # four in one field: no output but figures cuts a text
        harmless(" ".join(many[place : place + 4]))


def harmless(text):
    """A dispute that says it everywhere does no harm in any output; pages are tried in a browser."""
    dispute = said_everywhere(text)
    found = findings(dispute)
    shown = brief(dispute, found)
    html = MarkdownIt("commonmark").enable("table").render(markdown.render(shown))
    assert not {"script", "img", "iframe", "a", "style", "svg"} & set(Page(html).tags)
    docx.Document(BytesIO(word.render(shown)))
    json.loads(data.render(shown, found))
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", render_text(shown, annex=True)
    )
    body = re.sub(r"\\[\\{}$&#%_]", "", latex.render(shown).split("\n\n", 1)[1])
    body = body.replace(r">{\raggedright\arraybackslash}", "")
    assert body.count("{") == body.count("}")
    assert not re.search(r"[#~^\"<>]", body)
    notebook = Page(dispute._repr_html_() + shown._repr_html_() + found._repr_html_())
    assert set(notebook.tags) <= {
        "p",
        "strong",
        "em",
        "ul",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "div",
    }
    assert not notebook.attributes or {name for name, _ in notebook.attributes} == {"scope"}


def test_every_row_of_a_latex_table_has_every_column():
    shown = made(load(ROOT / "examples" / "ferry"))
    for table in latex.render(shown).split("\\begin{longtable}")[1:]:
        columns = table.split("\n")[0].count("p{")
        rows = [line for line in table.split("\n") if line.endswith(" \\\\")]
        assert rows
        assert all(len(re.findall(r"(?<!\\)&", row)) == columns - 1 for row in rows)


@pytest.mark.parametrize("verb", ["explain", "unlock", "robust", "analyse", "paths"])
def test_a_notebook_shows_every_finding(verb):
    found = getattr(detente, verb)(detente.load(ROOT / "examples" / "ferry"))
    assert found._repr_html_().startswith("<table>")


def test_pdf_without_a_browser_is_one_clear_line(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="Chromium is needed and was not found"):
        pdf.render(made(load(ROOT / "examples" / "ferry")))


@pytest.mark.browser
def test_pdf(chromium, poppler):
    del chromium, poppler
    assert pdf.render(made(load(ROOT / "examples" / "ferry"))).startswith(b"%PDF-")
