"""A brief as a Word file: real headings, lists and tables, alternative texts, the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from detente.showing import blocks as b
from detente.showing.blocks import safe
from detente.showing.words.tongue import tongue

if TYPE_CHECKING:
    from docx.document import Document

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MARGIN = 2.0  # cm
_PROPERTY = 255  # characters that a property of a Word file may have
_COLOURS = ("0A3F78", "7A2A00", "0F4A28", "4A2B70", "661039", "464400")
_STYLES = {"bullets": "List Bullet", "numbers": "List Number", "evidence": "List Paragraph"}
_BOLD = frozenset({"strong", "stuck", "moving", "settled", "warn"})


def render(brief: b.Brief) -> bytes:
    """The bytes of a .docx file.

    Examples
    --------
    >>> render(b.Brief("Ferry", (), (), ()))[:2]
    b'PK'
    >>> render(b.Brief("Ferry" * 100, (), (), ()))[:2]
    b'PK'
    """
    import docx
    from docx.shared import Cm

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)
    facts = document.core_properties
    facts.title, facts.author, facts.comments = safe(brief.title)[:_PROPERTY], "detente", ""
    facts.created = facts.modified = _EPOCH
    facts.language = brief.language
    document.add_heading(_one_line(brief.title), 0)
    if brief.about:
        _runs(document.add_paragraph(), brief.about)
    for section in brief.sections:
        if brief.annex and section.anchor == brief.annex[0].anchor:
            document.add_heading(
                tongue(brief.language).say("Annex"), 1
            ).paragraph_format.page_break_before = True
        if section.title:
            document.add_heading(_one_line(section.title), 2)
        for block in section.blocks:
            _BLOCKS[type(block)](document, block)
    return _written(document)


def _written(document: Document) -> bytes:
    """The file with the time of writing left out."""
    draft, final = BytesIO(), BytesIO()
    document.save(draft)
    with ZipFile(draft) as given, ZipFile(final, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            made.writestr(ZipInfo(name), given.read(name), ZIP_DEFLATED)
    return final.getvalue()


def _one_line(text: str) -> str:
    return " ".join(safe(text).split())


# Runs -------------------------------------------------------------------------------------------


def _runs(paragraph: Any, line: b.Line) -> None:
    for run in line:
        text = _one_line_kept(b.plain((run,)))
        made = paragraph.add_run(text)
        match run:
            case b.Text(tone=tone):
                made.bold = tone in _BOLD or None
                _muted(made, tone)
            case b.Name(rank=rank):
                made.bold = True
                _coloured(made, _COLOURS[rank % len(_COLOURS)])
            case b.Quote(language=language):
                made.italic = True
                _in_language(made, language)
            case _:
                pass


def _one_line_kept(text: str) -> str:
    return safe(text).replace("\n", " ").replace("\t", " ")


def _muted(run: Any, tone: str) -> None:
    if tone in ("muted", "use"):
        _coloured(run, "555555")
    elif tone == "code":
        run.font.name = "Consolas"


def _coloured(run: Any, colour: str) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(colour)


def _in_language(run: Any, language: str | None) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if language:
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), _one_line(language))
        run._r.get_or_add_rPr().append(mark)  # noqa: SLF001 - python-docx has no other way


# Blocks -----------------------------------------------------------------------------------------


def _paragraph(document: Document, block: b.Paragraph) -> None:
    paragraph = document.add_paragraph()
    _runs(paragraph, block.line)
    if block.role == "lead":
        for run in paragraph.runs:
            run.bold = True


def _badges(document: Document, block: b.Badges) -> None:
    document.add_paragraph(_one_line(" · ".join(badge.text for badge in block.badges)))


def _items(document: Document, block: b.Items) -> None:
    for place, item in enumerate(block.items, 1):
        paragraph = document.add_paragraph(style=_STYLES[block.style])
        if block.style == "evidence":
            paragraph.add_run(f"[{item.number or place}] ")
        _runs(paragraph, item.line)


def _table(document: Document, block: b.Table, told: str = "") -> None:
    """A table with its head repeated on every page, and a title for who cannot see it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if not block.rows:
        return
    if block.shown_caption:
        document.add_paragraph(_one_line(block.caption), style="Caption")
    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, block.head, strict=True):
        cell.paragraphs[0].add_run(_one_line(head)).bold = True
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - as above
    for row in block.rows:
        cells = table.add_row().cells
        for cell, line in zip(cells, row.cells, strict=False):
            _runs(cell.paragraphs[0], line)
    for tag, text in (("w:tblCaption", block.caption), ("w:tblDescription", told or block.caption)):
        mark = OxmlElement(tag)
        mark.set(qn("w:val"), _one_line(text))
        table._tbl.tblPr.append(mark)  # noqa: SLF001 - as above
    document.add_paragraph()


def _figure(document: Document, block: b.Figure) -> None:
    """The table that says what the figure shows; its title is the alternative text."""
    document.add_paragraph(_one_line(block.title), style="Caption")
    _table(document, block.twin, block.title)


def _article(document: Document, block: b.Article) -> None:
    document.add_heading(_one_line(block.title), 3)
    _runs(document.add_paragraph(), block.about)
    for paragraph in block.paragraphs:
        made = document.add_paragraph(style="Quote")
        for segment in paragraph:
            run = made.add_run(_one_line_kept(segment.text))
            run.font.highlight_color = _YELLOW if segment.covered else None
            run.font.strike = segment.noise or None
            _in_language(run, block.language)
            for _, number in segment.ends:
                made.add_run(f" [{number}]")


_YELLOW: Any = 7  # WD_COLOR_INDEX.YELLOW


def _listing(document: Document, block: b.Listing) -> None:
    for line in safe(block.text).splitlines():
        run = document.add_paragraph(style="No Spacing").add_run(line.replace("\t", "  "))
        run.font.name = "Consolas"


def _terms(document: Document, block: b.Terms) -> None:
    for term in block.terms:
        paragraph = document.add_paragraph()
        paragraph.add_run(_one_line_kept(f"{term.term}{block.colon}")).bold = True
        paragraph.add_run(_one_line(term.meaning))


_BLOCKS: dict[type, Callable[[Any, Any], None]] = {
    b.Paragraph: _paragraph,
    b.Badges: _badges,
    b.Items: _items,
    b.Table: _table,
    b.Figure: _figure,
    b.Article: _article,
    b.Listing: _listing,
    b.Terms: _terms,
}
