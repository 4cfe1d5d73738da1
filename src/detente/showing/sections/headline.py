"""The headline: the verdict and the least that would free it, and three badges."""

from __future__ import annotations

from detente.dispute.model import AnyOrder
from detente.showing.blocks import Badge, Badges, Line, Link, Paragraph, Section, Text
from detente.showing.confidence import LEVELS, confidence
from detente.showing.page import Page
from detente.showing.words.dates import stretch
from detente.showing.words.grammar import capitalised
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
        _articles(page),
        *([_quoted(page)] if dispute.evidence else []),
        *([page.many("{n} want", "{n} wants", len(wants))] if wants else []),
    ]
    newest = max(
        (document.published for document in dispute.documents if stretch(document.published)),
        key=lambda date: stretch(date).end,  # type: ignore[union-attr]  # those without are left out
        default=None,
    )
    if newest:
        parts.append(page.say("as of {date}", date=page.tongue.date(newest)))
    return (Text(" · ".join(parts) + " · "), Link("method", page.say("how this was made")))


def _articles(page: Page) -> str:
    count = len(page.dispute.documents)
    return page.many("{n} article", "{n} articles", count) if count else page.say("entered by hand")


def _quoted(page: Page) -> str:
    return page.many("{n} quoted sentence", "{n} quoted sentences", len(page.dispute.evidence))


def _models(page: Page) -> Badge | None:
    """In how many of the open models the verdict holds."""
    standing = page.findings.explanation.standing
    share = page.findings.share(standing)
    if share is None or not page.dispute.options:
        return None
    if share.of == 1:
        return Badge(page.say("Nothing in the file is open"))
    words = page.many(
        "{finding} in {holds} of {n} open model",
        "{finding} in {holds} of {n} open models",
        share.of,
        finding=capitalised(page.say(FINDINGS[standing])),
        holds=share.holds,
    )
    return Badge(words, standing if share.is_firm else "warn")


def _sources(page: Page) -> Badge:
    found = confidence(page.dispute)
    if not found.level:
        return Badge(page.say("No sources: entered by the analyst"), "warn")
    count = page.many("{n} outlet", "{n} outlets", found.outlets)
    if found.articles == 1:
        count = _articles(page)
    tone = "warn" if found.level == "low" else ""
    level = page.say(LEVELS[found.level])
    words = page.say("Confidence in sources: {level} ({count})", level=level, count=count)
    return Badge(words, tone)


def _assumed(page: Page) -> Badge | None:
    wants = [want for party in page.dispute.parties for want in party.ordered_wants]
    assumed = sum(want.assumed for want in wants)
    orders = sum(isinstance(e, AnyOrder) for party in page.dispute.parties for e in party.wants)
    if not wants:
        return None
    words = page.say("No want is assumed")
    if assumed:
        words = page.many("{assumed} of {n} want assumed", "{assumed} of {n} wants assumed",
                          len(wants), assumed=assumed)  # fmt: skip
    if orders:
        words = page.many("{wants}, {n} order unknown", "{wants}, {n} orders unknown", orders,
                          wants=words)  # fmt: skip
    return Badge(words, "warn" if assumed or orders else "")
