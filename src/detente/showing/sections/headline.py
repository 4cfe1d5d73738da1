"""The headline: the verdict and the least that would free it, and three badges."""

from __future__ import annotations

from detente.dispute.model import AnyOrder
from detente.showing.blocks import Badge, Badges, Line, Link, Paragraph, Section, Text
from detente.showing.confidence import confidence
from detente.showing.page import Page
from detente.showing.words.dates import stretch, told
from detente.showing.words.grammar import counted
from detente.showing.words.headline import headline


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
    share = page.findings.share("stuck")
    if share is None or not page.dispute.options:
        return None
    if share.of == 1:
        return Badge("The file leaves nothing open", "")
    standing = page.findings.explanation.standing
    tone = (
        standing if share.is_firm and standing == "stuck" else "warn" if standing == "stuck" else ""
    )
    return Badge(f"Stuck in {share.holds:,} of {share.of:,} open models", tone)


def _sources(page: Page) -> Badge:
    found = confidence(page.dispute)
    if not found.level:
        return Badge("No sources: entered by the analyst", "warn")
    articles = counted(found.articles, "article")
    outlets = counted(found.outlets, "outlet")
    tone = "warn" if found.level == "low" else ""
    return Badge(f"Confidence in sources: {found.level} ({articles}, {outlets})", tone)


def _assumed(page: Page) -> Badge | None:
    wants = [want for party in page.dispute.parties for want in party.ordered_wants]
    assumed = sum(want.assumed for want in wants)
    orders = sum(isinstance(e, AnyOrder) for party in page.dispute.parties for e in party.wants)
    if not wants:
        return None
    unknown = f", {counted(orders, 'order')} unknown" if orders else ""
    if not assumed:
        return Badge(f"No want is assumed{unknown}", "warn" if orders else "")
    verb = "is" if assumed == 1 else "are"
    return Badge(f"{assumed} of {counted(len(wants), 'want')} {verb} assumed{unknown}", "warn")
