"""How sure: what the findings hang on, and how far the sources carry."""

from __future__ import annotations

from collections.abc import Iterator

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
from detente.showing.words.diagnosis import finding, only_if_so
from detente.showing.words.grammar import capitalised, counted, listed, number_word
from detente.showing.words.headline import hinge


def section(page: Page) -> Section | None:
    """What the headline hangs on, the most important first."""
    if not page.dispute.options:
        return None
    lines = list(_lines(page))
    shown = [Item(line) for line in lines[: page.room.assumptions]]
    left = len(lines) - len(shown)
    if left > 0:
        more = capitalised(
            f"{number_word(left)} more {'assumption' if left == 1 else 'assumptions'}"
        )
        shown.append(Item((Link("assumptions", more),)))
    return Section("sure", "How sure", (Items((*shown, Item(_sources(page)))),))


def _lines(page: Page) -> Iterator[Line]:
    """A line for each assumption that changes something, in the order of the letters."""
    idle = 0
    for name, letter in page.findings.letters.items():
        effects = [found for found in _effects(page, name) if found[1].size]
        if not effects:
            idle += 1
            continue
        effect = effects[0][1]
        yield (
            Text(f"{letter} ", "strong"),
            Text(capitalised(hinge(page.voice, effect))),
            *((Mark("assumed"),) if not effect.is_order else ()),
            Text(f": {_told(effects)}.", "muted"),
        )
    yield from _idle(page, idle)


def _idle(page: Page, idle: int) -> Iterator[Line]:
    """How many assumptions change nothing that the headline says."""
    total = len(page.findings.letters)
    if not total:
        yield (Text("Nothing is assumed, and no order of wants is open."),)
    elif idle == total == 1:
        yield (Text("The one "), _OPEN, Text(" changes none of this."))
    elif idle == total:
        which = f"None of the {number_word(idle)} "
        yield (Text(which), _OPENS, Text(" changes any of this."))
    elif idle:
        rest = (
            (Text("The other "), _OPEN, Text(" changes"))
            if idle == 1
            else (Text(f"The other {number_word(idle)} "), _OPENS, Text(" change"))
        )
        yield (*rest, Text(" none of this."))


_OPEN = Link("assumptions", "open assumption")
_OPENS = Link("assumptions", "open assumptions")


def _effects(page: Page, name: str) -> list[tuple[Share, Effect]]:
    return [
        (share, effect)
        for share in page.findings.told
        for effect in page.findings.effects(share)
        if effect.name == name
    ]


def _told(effects: list[tuple[Share, Effect]]) -> str:
    """What becomes of each finding that an assumption changes, those that go together at once."""
    together: dict[tuple[tuple[int, int], ...], list[Share]] = {}
    for share, effect in effects:
        together.setdefault(effect.cases, []).append(share)
    is_order = effects[0][1].is_order
    return "; ".join(
        f"{_named(shares)} {_cases(cases, is_order=is_order)}" for cases, shares in together.items()
    )


def _named(shares: list[Share]) -> str:
    """Findings in a row, ways out by their numbers."""
    ways = [share.kind or "" for share in shares if share.finding == "unlocking"]
    names = [finding(share.finding, share.kind) for share in shares if share.kind not in ways]
    if ways:
        names.append(f"ways {listed(ways)} work" if len(ways) > 1 else f"way {ways[0]} works")
    return listed(names)


def _cases(cases: tuple[tuple[int, int], ...], *, is_order: bool) -> str:
    told = [f"{holds:,} of {of:,}" for holds, of in cases]
    if not is_order and only_if_so(cases):
        return "if so, not otherwise"
    if len(told) > 2:  # noqa: PLR2004 - a pair
        return f"in {listed(told)}, in this order"
    names = ("if the former", "if the latter") if is_order else ("open models if so", "if not")
    return f"in {told[0]} {names[0]}, {told[1]} {names[1]}" if len(told) > 1 else f"in {told[0]}"


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
    return counted(number, "outlet" if number == 1 else "independent outlet")


# The annex ----------------------------------------------------------------------------------------


def assumptions(page: Page) -> Section | None:
    """Every finding and assumption with its figures, and the rule for the sources."""
    blocks: list[Block] = [
        _table(page, share) for share in page.findings.told if page.findings.effects(share)
    ]
    overturned = [item for share in page.findings.told for item in _overturned(page, share)]
    if overturned:
        blocks.append(Items(tuple(overturned)))
    rule = f"Confidence in the sources is by this rule: {RULE}"
    blocks.append(Paragraph((Text(rule),), "note"))
    return Section("assumptions", "What hangs on which assumption", tuple(blocks))


def _table(page: Page, share: Share) -> Table:
    rows = tuple(
        Row(
            (
                (
                    Text(f"{page.findings.letters[effect.name]} ", "strong"),
                    Link(
                        want_anchor(effect.party, effect.indices[0]),
                        capitalised(hinge(page.voice, effect)),
                    ),
                ),
                _bars(effect),
            )
        )
        for effect in page.findings.effects(share)
    )
    told = finding(share.finding, share.kind)
    caption = f"{capitalised(told)} in {share.holds:,} of {share.of:,} open models; by assumption"
    return Table(
        caption, ("Assumption", capitalised(told)), rows, shown_caption=True, look="shares"
    )


def _bars(effect: Effect) -> Line:
    names = ("if so", "if not")
    line: Line = ()
    for number, (holds, of) in enumerate(effect.cases):
        name = f"{number + 1}. first" if effect.is_order else names[number]
        line += (Text(f"{'; ' if number else ''}{name} "), Bar(holds, of))
    return line


def _overturned(page: Page, share: Share) -> Iterator[Item]:
    names = page.findings.overturned_by(share)
    letters = [page.findings.letters[name] for name in names if name in page.findings.letters]
    if letters:
        are = "is" if len(letters) == 1 else "are"
        told = capitalised(finding(share.finding, share.kind))
        text = f"{told}: no longer if {listed(letters)} {are} otherwise."
        yield Item((Text(text),))
