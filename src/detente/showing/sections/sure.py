"""How sure: what the findings hang on, and how far the sources carry."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dispute.model import AnyOrder
from detente.showing.blocks import (
    Bar,
    Block,
    Item,
    Items,
    Line,
    Link,
    Mark,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from detente.showing.confidence import RULE, confidence
from detente.showing.findings import Effect, Share
from detente.showing.page import Page
from detente.showing.references import want_anchor
from detente.showing.words.grammar import capitalised, counted, listed, number_word
from detente.showing.words.headline import hinge


def section(page: Page) -> Section | None:
    """What the verdict hangs on, the most important first."""
    if not page.dispute.options:
        return None
    lines = list(_lines(page))
    shown = [Item(line) for line in lines[: page.room.assumptions]]
    left = len(lines) - len(shown)
    if left > 0:
        shown.append(
            Item((Link("assumptions", f"{capitalised(number_word(left))} more assumptions"),))
        )
    blocks: list[Block] = [Items((*shown, Item(_sources(page))))]
    return Section("sure", "How sure", tuple(blocks))


def _lines(page: Page) -> Iterator[Line]:
    share = page.findings.share("stuck")
    for effect in page.findings.effects(share) if share else ():
        yield (
            Text(capitalised(hinge(page.voice, effect))),
            *((Mark("assumed"),) if not effect.is_order else ()),
            Text(f": {_cases(share, effect)}." if share else ".", "muted"),
        )
    if not any(True for _ in _open(page)):
        yield (Text("Nothing is assumed, and no order of wants is open."),)


def _open(page: Page) -> Iterator[object]:
    for party in page.dispute.parties:
        yield from (e for e in party.wants if isinstance(e, AnyOrder) or e.assumed)


def _cases(share: Share, effect: Effect) -> str:
    """What becomes of a finding in each case."""
    if all(holds == of for holds, of in effect.cases):
        return "stuck either way"
    if not any(holds for holds, _ in effect.cases):
        return "not stuck either way"
    told = [f"{holds:,} of {of:,}" for holds, of in effect.cases]
    if effect.is_order:
        return f"stuck in {listed(told)}, by which comes first"
    return f"stuck in {told[0]} open models if so, in {told[1]} if not"


def _sources(page: Page) -> Line:
    found = confidence(page.dispute)
    if not found.level:
        return (Text("No sources are given: the analyst’s word alone."),)
    sources = f"{counted(found.articles, 'article')} from {_outlets(found.outlets)}"
    spoken = f"{found.spoken} of {counted(found.positions, 'position')} in quotation marks"
    return (
        Text(f"Confidence in the sources: {found.level}. "),
        Text(f"{sources}; {spoken}.", "muted"),
    )


def _outlets(number: int) -> str:
    return counted(number, "outlet") if number == 1 else counted(number, "independent outlet")


def assumptions(page: Page) -> Section | None:
    """Every finding and assumption with its figures, and the rule for the sources."""
    blocks: list[Block] = []
    share = page.findings.share("stuck")
    effects = page.findings.effects(share) if share else ()
    if effects:
        blocks.append(_table(page, effects))
    rule = f"Confidence in the sources is by this rule: {RULE}"
    blocks.append(Paragraph((Text(rule),), "note"))
    return Section("assumptions", "What hangs on which assumption", tuple(blocks))


def _table(page: Page, effects: tuple[Effect, ...]) -> Table:
    rows = tuple(
        Row(
            (
                (
                    Link(
                        want_anchor(effect.party, effect.indices[0]),
                        capitalised(hinge(page.voice, effect)),
                    ),
                ),
                _bars(effect),
            )
        )
        for effect in effects
    )
    return Table("In how many open models it is stuck", ("Assumption", "Stuck in"), rows)


def _bars(effect: Effect) -> Line:
    names = (
        [f"{place}. first" for place, _ in enumerate(effect.cases, 1)]
        if effect.is_order
        else ["if so", "if not"]
    )
    line: Line = ()
    for number, (name, (holds, of)) in enumerate(zip(names, effect.cases, strict=True)):
        line += (Text(f"{'; ' if number else ''}{name} "), Bar(holds, of))
    return line
