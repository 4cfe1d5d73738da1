"""Some sections of a brief alone, for a command that was asked one question."""

from __future__ import annotations

from collections.abc import Callable

from detente.dispute.model import Dispute
from detente.showing.blocks import Brief, Section
from detente.showing.findings import Findings
from detente.showing.page import Page
from detente.showing.references import References
from detente.showing.room import Room
from detente.showing.sections import beside, headline, states, sure, unlock, why
from detente.showing.words.formulas import Voice
from detente.showing.words.names import clean

SECTIONS: dict[str, Callable[[Page], Section | None]] = {
    "headline": headline.section,
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


def excerpt(dispute: Dispute, found: Findings, *names: str) -> Brief:
    """The named sections of a brief; `SECTIONS` has them.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> from detente.showing.findings import findings
    >>> dispute = loads("{detente: 1, title: T, resolution: a.x, parties: {a: {options: {x: }}}}")
    >>> [part.anchor for part in excerpt(dispute, findings(dispute), "headline", "why").sections]
    ['headline', 'why']
    """
    voice = Voice(dispute)
    page = Page(voice, References(voice), found, Room(), "", "")
    sections = (SECTIONS[name](page) for name in names)
    return Brief(clean(dispute.title), (), tuple(part for part in sections if part), ())
