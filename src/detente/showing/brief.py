"""A brief: page one, fitted to a sheet of A4, and the annex that has everything.

Examples
--------
>>> from detente.dispute.file import loads
>>> dispute = loads('''{detente: 1, title: Ferry, resolution: a.sail and b.pay, parties: {
...     a: {name: Norland, options: {sail: }, wants: [a.sail only if b.pay, b.pay]},
...     b: {name: Sudmark, options: {pay: }, wants: [b.pay only if a.sail, a.sail]}}}''')
>>> made = brief(dispute, findings(dispute))
>>> made.sections[0].anchor, "Stuck" in render_text(made)
('headline', True)
"""

from __future__ import annotations

from detente.analysis.comparison import Comparison
from detente.dispute.model import Dispute
from detente.dispute.writing import dumps
from detente.showing import compared
from detente.showing.blocks import Brief, Section
from detente.showing.findings import Findings, findings
from detente.showing.layout import MOVABLE, SECTIONS, laid_out
from detente.showing.page import Page
from detente.showing.renderers.html import render as render_html
from detente.showing.renderers.text import render as render_text
from detente.showing.sections import (
    about,
    articles,
    context,
    evidence,
    graph,
    headline,
    model,
    sources,
    states,
    sure,
    unlock,
)
from detente.showing.words.names import clean
from detente.showing.words.tongue import mark, tongue

__all__ = ["Brief", "Findings", "brief", "findings", "render_html", "render_text"]

_UNTITLED = mark("A dispute without a title")


def brief(
    dispute: Dispute,
    found: Findings,
    *,
    source: str | None = None,
    command: str = "detente report CASE",
    since: Comparison | None = None,
    side: str | None = None,
    language: str = "en",
) -> Brief:
    """The brief of a dispute.

    Parameters
    ----------
    dispute
        The dispute.
    found
        What the analysis finds of it.
    source
        The text of its file, where it has one; else it is written anew.
    command
        The command that makes the same page again.
    since
        The comparison with an older version, which then stands on top.
    side
        The id of the party whose view is told besides: what it could do alone, what the others
        would have to give, what it risks.
    language
        The language of the page: ``en``, ``es``, ``fr`` or ``ro``. Quotes stay in their own.
    """
    page = Page.of(found, source or dumps(dispute), command, since, side, tongue=tongue(language))
    title, line = clean(dispute.title) or page.say(_UNTITLED), headline.about(page)
    page, first = laid_out(page, title, line)
    annex = tuple(part for part in _annex(page) if part)
    return Brief(title, line, first, annex, page.tongue.language)


def _annex(page: Page) -> list[Section | None]:
    moved = [SECTIONS[name](page) for name in MOVABLE if not getattr(page.room, name)]
    return [
        *moved,
        *(compared.sections(page.since, page.tongue) if page.since else ()),
        evidence.full(page),
        context.left_out(page),
        unlock.ways(page),
        sure.assumptions(page),
        sources.section(page),
        states.verdicts(page),
        states.section(page),
        graph.section(page),
        model.section(page),
        context.history(page),
        context.context(page),
        articles.section(page),
        about.glossary(page),
        about.file(page),
        about.digests(page),
    ]
