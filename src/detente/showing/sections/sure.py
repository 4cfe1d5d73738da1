"""How sure: what the findings hang on, and how far the sources carry."""

from __future__ import annotations

from collections.abc import Iterator

from detente.showing.blocks import (
    Bar,
    Block,
    Figure,
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
from detente.showing.figures.bars import Swing, bars
from detente.showing.findings import Effect, Share
from detente.showing.page import Page
from detente.showing.references import want_anchor
from detente.showing.sections.sources import corroborated
from detente.showing.words.degrees import LEGEND, degrees
from detente.showing.words.diagnosis import finding
from detente.showing.words.grammar import capitalised, counted, listed, number_word, ordinal
from detente.showing.words.headline import hinge


def section(page: Page) -> Section | None:
    """What holds in every open model, what the rest hangs on, and how far the sources carry."""
    if not page.dispute.options:
        return None
    lines = list(_hanging(page))
    shown = [Item(line) for line in (*_shares(page), *lines[: page.room.assumptions])]
    rest = _rest(page, len(lines) - page.room.assumptions, len(lines))
    return Section("sure", "How sure", (Items((*shown, Item(rest), Item(_sources(page)))),))


def _shares(page: Page) -> Iterator[Line]:
    """What the headline says that does not hold in every open model."""
    together: dict[tuple[int, int], list[Share]] = {}
    for share in page.findings.said:
        if share.holds < share.of:
            together.setdefault((share.holds, share.of), []).append(share)
    for (holds, of), shares in together.items():
        told = capitalised(_named(shares))
        yield (Text(f"{told} in "), Bar(holds, of), Text(" open models."))


def _hanging(page: Page) -> Iterator[Line]:
    """A line for each assumption that decides something, in the order of the letters."""
    for name, letter in page.findings.letters.items():
        decided = [found for found in _effects(page, name) if _decides(found[1])]
        if decided:
            effect = decided[0][1]
            yield (
                Text(f"{letter} ", "strong"),
                Text(capitalised(hinge(page.voice, effect))),
                *((Mark("assumed"),) if not effect.is_order else ()),
                Text(f": {_told(decided)}.", "muted"),
            )


def _decides(effect: Effect) -> bool:
    """Whether a finding holds in one case and not, or clearly less often, in another."""
    return len(set(degrees(effect.cases))) > 1


def _rest(page: Page, left: int, telling: int) -> Line:
    """How many assumptions decide none of what is said, or have no room."""
    total = len(page.findings.letters)
    if not total:
        return (Text("Nothing is assumed, and no order of wants is open."),)
    idle = total - telling
    legend = Text(LEGEND, "muted")
    told: list[str] = []
    if left > 0:
        told.append(f"{number_word(left)} more {'decides' if left == 1 else 'decide'} something")
    if idle:
        which = f"{'other ' if telling else ''}open {'assumption' if idle == 1 else 'assumptions'}"
        told.append(
            f"{number_word(idle)} {which} {'decides' if idle == 1 else 'decide'} none of it"
        )
    if not told:
        return (legend,)
    link = Link("assumptions", capitalised("; ".join(told)))
    return (link, Text(". "), legend) if telling else (link, Text("."))


def _effects(page: Page, name: str) -> list[tuple[Share, Effect]]:
    return [
        (share, effect)
        for share in page.findings.told
        for effect in page.findings.effects(share)
        if effect.name == name
    ]


def _told(effects: list[tuple[Share, Effect]]) -> str:
    """What becomes of each finding that an assumption decides, those that go together at once."""
    together: dict[tuple[str, ...], list[Share]] = {}
    for share, effect in effects:
        together.setdefault(degrees(effect.cases), []).append(share)
    names = ("if the former", "if the latter") if effects[0][1].is_order else ("if so", "if not")
    return "; ".join(
        f"{_named(shares)} {_cases(cases, names)}" for cases, shares in together.items()
    )


def _named(shares: list[Share]) -> str:
    """Findings in a row, ways out by their numbers."""
    ways = [share.kind or "" for share in shares if share.finding == "unlocking"]
    names = [finding(share.finding, share.kind) for share in shares if share.kind not in ways]
    if ways:
        names.append(f"ways {listed(ways)} work" if len(ways) > 1 else f"way {ways[0]} works")
    return listed(names)


def _cases(cases: tuple[str, ...], names: tuple[str, str]) -> str:
    """The degrees in the order of the cases; of several orders, by what stands first."""
    if len(cases) == len(names):
        return f"{cases[0]} {names[0]}, {cases[1]} {names[1]}"
    usual = max(cases, key=cases.count)
    odd = [
        f"{cases[place]} if the {ordinal(place + 1)}"
        for place in range(len(cases))
        if cases[place] != usual
    ]
    return ", ".join([usual, *odd])


def _sources(page: Page) -> Line:
    found = confidence(page.dispute)
    if not found.level:
        return (Text("No sources are given: the analyst’s word alone."),)
    sources = f"{counted(found.articles, 'article')} from {_outlets(found.outlets)}"
    wants = [want for party in page.dispute.parties for want in party.ordered_wants]
    twice = sum(corroborated(page, want.because) > 1 for want in wants)
    if found.outlets > 1:
        sources += f"; {counted(twice, 'want') if twice else 'no want'} told by more than one"
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
    blocks: list[Block] = []
    for share in page.findings.told:
        if page.findings.effects(share) and not page.findings.hinge(share):
            told = capitalised(finding(share.finding, share.kind))
            text = f"{told} in {share.holds:,} of {share.of:,} open models, whatever is assumed."
            blocks.append(Paragraph((Text(text),)))
        elif page.findings.effects(share):
            figure = _figure(page, share)
            blocks += [Paragraph((Text(f"{figure.twin.caption}:"),), "note"), figure]
    if any(isinstance(block, Figure) for block in blocks):
        told = "Full dot: if so, or the first want first; hollow: if not; dashed line: overall."
        blocks.append(Paragraph((Text(told),), "note"))
    overturned = [item for share in page.findings.told for item in _overturned(page, share)]
    if overturned:
        blocks.append(Items(tuple(overturned)))
    rule = f"Confidence in the sources is by this rule: {RULE}"
    blocks.append(Paragraph((Text(rule),), "note"))
    return Section("assumptions", "What hangs on which assumption", tuple(blocks))


def _figure(page: Page, share: Share) -> Figure:
    """A bar an assumption, and the figures."""
    effects = page.findings.effects(share)
    swings = tuple(
        Swing(
            page.findings.letters[effect.name],
            capitalised(hinge(page.voice, effect)),
            tuple(holds / of for holds, of in effect.cases if of),
        )
        for effect in effects
    )
    rows = tuple(
        Row(((Text(f"{swing.letter} ", "strong"), _to_want(page, effect)), _bars(effect)))
        for swing, effect in zip(swings, effects, strict=True)
    )
    told = capitalised(finding(share.finding, share.kind))
    caption = f"{told} in {share.holds:,} of {share.of:,} open models; by assumption"
    twin = Table(caption, ("Assumption", told), rows, shown_caption=True, look="shares")
    title = f"{caption}: a full dot is the share if so, a hollow one if not."
    return Figure(title, bars(share.holds / share.of, swings), twin)


def _to_want(page: Page, effect: Effect) -> Link:
    anchor = want_anchor(effect.party, effect.indices[0])
    return Link(anchor, capitalised(hinge(page.voice, effect)))


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
