"""The headline: the verdict and the least that would free it, and three badges."""

from __future__ import annotations

from detente.dispute.model import AnyOrder
from detente.showing.blocks import Badge, Badges, Line, Link, Paragraph, Section, Text
from detente.showing.confidence import confidence
from detente.showing.page import Page
from detente.showing.words.dates import stretch, told
from detente.showing.words.grammar import capitalised, counted
from detente.showing.words.headline import headline
from detente.showing.words.tables import FINDINGS


def section(page: Page) -> Section:
    """The lead and the badges."""
    found = headline(page.voice, page.findings, page.room.headline)
    sentence = " ".join(found.sentences)
    word, rest = _split(sentence, found.word)
    line: Line = (Text(word, found.tone), Text(rest)) if word else (Text(rest),)
    badges = tuple(badge for badge in (_models(page), _sources(page), _assumed(page)) if badge)
    return Section("headline", "", (Paragraph(line, "lead"), Badges(badges)))


def _split(sentence: str, word: str) -> tuple[str, str]:
    """The verdict's word, to be coloured, and the rest."""
    return (word, sentence[len(word) :]) if sentence.startswith(word) else ("", sentence)


def about(page: Page) -> Line:
    """What the page was made from, in a line under its title."""
    dispute = page.dispute
    wants = [want for party in dispute.parties for want in party.ordered_wants]
    parts = [
        counted(len(dispute.documents), "article") if dispute.documents else "entered by hand",
        *([counted(len(dispute.evidence), "quoted sentence")] if dispute.evidence else []),
        *([counted(len(wants), "want")] if wants else []),
    ]
    newest = max(
        (document.published for document in dispute.documents if stretch(document.published)),
        key=lambda date: stretch(date).end,  # type: ignore[union-attr]  # those without are left out
        default=None,
    )
    if newest:
        parts.append(f"as of {told(newest)}")
    return (Text(" · ".join(parts) + " · "), Link("method", "how this was made"))


def _models(page: Page) -> Badge | None:
    """In how many of the open models the verdict holds."""
    standing = page.findings.explanation.standing
    share = page.findings.share(standing)
    if share is None or not page.dispute.options:
        return None
    if share.of == 1:
        return Badge("Nothing in the file is open")
    words = f"{capitalised(FINDINGS[standing])} in {share.holds:,} of {share.of:,} open models"
    return Badge(words, standing if share.is_firm else "warn")


def _sources(page: Page) -> Badge:
    found = confidence(page.dispute)
    if not found.level:
        return Badge("No sources: entered by the analyst", "warn")
    several = found.articles > 1
    count = counted(found.outlets, "outlet") if several else counted(found.articles, "article")
    tone = "warn" if found.level == "low" else ""
    return Badge(f"Confidence in sources: {found.level} ({count})", tone)


def _assumed(page: Page) -> Badge | None:
    wants = [want for party in page.dispute.parties for want in party.ordered_wants]
    assumed = sum(want.assumed for want in wants)
    orders = sum(isinstance(e, AnyOrder) for party in page.dispute.parties for e in party.wants)
    if not wants:
        return None
    unknown = f", {counted(orders, 'order')} unknown" if orders else ""
    if not assumed:
        return Badge(f"No want is assumed{unknown}", "warn" if orders else "")
    return Badge(f"{assumed} of {counted(len(wants), 'want')} assumed{unknown}", "warn")
