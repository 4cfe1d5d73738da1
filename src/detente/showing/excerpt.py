"""Some sections of a brief alone, for a command that was asked one question."""

from __future__ import annotations

from collections.abc import Callable

from detente.analysis.comparison import Comparison
from detente.dispute.model import Dispute
from detente.showing.blocks import Brief, Section
from detente.showing.findings import Findings
from detente.showing.page import Page
from detente.showing.sections import beside, headline, states, sure, unlock, why
from detente.showing.sections import side as one_side
from detente.showing.sections import since as since_older
from detente.showing.words.names import clean
from detente.showing.words.tongue import tongue

SECTIONS: dict[str, Callable[[Page], Section | None]] = {
    "headline": headline.section,
    "since": since_older.section,
    "side": one_side.section,
    "why": why.section,
    "commitments": beside.commitments,
    "coalitions": beside.coalitions,
    "unlock": unlock.section,
    "ways": unlock.ways,
    "sure": sure.section,
    "assumptions": sure.assumptions,
    "verdicts": states.verdicts,
    "states": states.section,
}


def excerpt(
    dispute: Dispute,
    found: Findings,
    *names: str,
    since: Comparison | None = None,
    side: str | None = None,
    language: str = "en",
) -> Brief:
    """The named sections of a brief; `SECTIONS` has them.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> from detente.showing.findings import findings
    >>> dispute = loads("{detente: 1, title: T, resolution: a.x, parties: {a: {options: {x: }}}}")
    >>> [part.anchor for part in excerpt(dispute, findings(dispute), "headline", "why").sections]
    ['headline', 'why']
    """
    page = Page.of(found, since=since, side=side, tongue=tongue(language))
    made = tuple(part for name in names if (part := SECTIONS[name](page)))
    return Brief(clean(dispute.title), (), made, (), page.tongue.language)
