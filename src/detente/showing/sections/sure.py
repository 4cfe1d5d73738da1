"""How sure: what the findings hang on, and how far the sources carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.showing.blocks import (
    Block,
    Figure,
    Item,
    Items,
    Line,
    Link,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from detente.showing.confidence import LEVELS, RULE, confidence
from detente.showing.figures.bars import Swing, bars
from detente.showing.findings import Effect, Share
from detente.showing.page import Page
from detente.showing.references import want_anchor
from detente.showing.sections.sources import corroborated
from detente.showing.words.degrees import LEGEND, degrees
from detente.showing.words.diagnosis import finding
from detente.showing.words.grammar import capitalised
from detente.showing.words.hinges import by_order, hinge
from detente.showing.words.tongue import mark, mark_many


def section(page: Page) -> Section | None:
    """What holds in every open model, what the rest hangs on, and how far the sources carry."""
    if not page.dispute.options:
        return None
    lines = _hanging(page)
    shown = _first(page, lines)
    rest = _rest(page, len(lines) - len(shown), len(lines))
    told = (*_shares(page), *(lines[name] for name in shown), rest, _sources(page))
    return Section("sure", page.say("How sure"), (Items(tuple(map(Item, told))),))


def _first(page: Page, lines: Mapping[str, Line]) -> tuple[str, ...]:
    """As many as there is room for; those that a way out on the page names before others."""
    shares = filter(None, map(page.findings.share_of_way, range(page.room.unlockings)))
    named = {name for share in shares for name in page.findings.overturned_by(share)}
    chosen = sorted(lines, key=lambda name: name not in named)[: page.room.assumptions]
    return tuple(name for name in lines if name in chosen)


def _shares(page: Page) -> Iterator[Line]:
    """What the headline says that does not hold in every open model."""
    together: dict[tuple[int, int], list[Share]] = {}
    for share in page.findings.said:
        if share.holds < share.of:
            together.setdefault((share.holds, share.of), []).append(share)
    for (holds, of), shares in together.items():
        told = capitalised(_named(page, shares))
        message = mark("{finding} in {share} open models.")
        yield page.woven(message, finding=told, share=(page.bar(holds, of),))


def _hanging(page: Page) -> dict[str, Line]:
    """A line for each assumption that decides something, in the order of the letters."""
    lines: dict[str, Line] = {}
    for name, letter in page.findings.letters.items():
        found = _effects(page, name)
        decided = [(share, effect) for share, effect in found if _decides(effect)]
        told = _told(page, decided) if decided else _together(page, name)
        if told:
            effect = found[0][1]
            lines[name] = (
                Text(f"{letter} ", "strong"),
                Text(capitalised(hinge(page.voice, effect, most=0))),
                *((page.references.flag("assumed"),) if not effect.is_order else ()),
                Text(f"{page.tongue.colon}{told}.", "muted"),
            )
    return lines


def _together(page: Page, name: str) -> str:
    """What falls if an assumption that decides nothing by itself is otherwise, and others too."""
    shares = [share for share in page.findings.told if name in page.findings.overturned_by(share)]
    return page.tongue.semicolon.join(told for share in shares if (told := _fallen(page, share)))


def _decides(effect: Effect) -> bool:
    """Whether a finding holds in one case and not, or clearly less often, in another."""
    return len(set(degrees(effect.cases))) > 1


def _rest(page: Page, left: int, telling: int) -> Line:
    """How many assumptions decide none of what is said, or have no room."""
    total = len(page.findings.letters)
    if not total:
        return (Text(page.say(_CLOSED[page.findings.is_open])),)
    idle = total - telling
    legend = Text(page.say(LEGEND), "muted")
    told: list[str] = []
    if left > 0:
        one, more = _DECIDE
        told.append(page.many(one, more, left, count=page.tongue.word(left)))
    if idle:
        one, more = _IDLE_TOO if telling else _IDLE
        told.append(page.many(one, more, idle, count=page.tongue.word(idle)))
    if not told:
        return (legend,)
    link = Link("assumptions", capitalised(page.tongue.semicolon.join(told)))
    return (link, Text(". "), legend) if telling else (link, Text("."))


_CLOSED = {
    False: mark("Nothing is assumed, and no order of wants is open."),
    True: mark("Settled today whatever is assumed; whether that lasts was not tried each way."),
}
_DECIDE = mark_many("{count} more decides something", "{count} more decide something")
_IDLE = mark_many(
    "{count} open assumption decides none of it", "{count} open assumptions decide none of it"
)
_IDLE_TOO = mark_many(
    "{count} other open assumption decides none of it",
    "{count} other open assumptions decide none of it",
)


def _effects(page: Page, name: str) -> list[tuple[Share, Effect]]:
    return [
        (share, effect)
        for share in page.findings.told
        for effect in page.findings.effects(share)
        if effect.name == name
    ]


def _told(page: Page, effects: list[tuple[Share, Effect]]) -> str:
    """What becomes of each finding that an assumption decides, those that go together at once."""
    together: dict[tuple[str, ...], tuple[Effect, list[Share]]] = {}
    for share, effect in effects:
        together.setdefault(degrees(effect.cases), (effect, []))[1].append(share)
    return page.tongue.semicolon.join(
        _cases(page, _named(page, shares), effect) for effect, shares in together.values()
    )


def _named(page: Page, shares: list[Share]) -> str:
    """Findings in a row, ways out by their numbers."""
    ways = [share.kind or "" for share in shares if share.finding == "unlocking"]
    names = [
        finding(page.tongue, share.finding, share.kind)
        for share in shares
        if share.kind not in ways
    ]
    if len(ways) > 1:
        names.append(page.say("ways {numbers} work", numbers=page.tongue.listed(ways)))
    elif ways:
        names.append(finding(page.tongue, "unlocking", ways[0]))
    return page.tongue.listed(names)


def _cases(page: Page, told: str, effect: Effect) -> str:
    """The degrees with a want and without it; of an order, by the want that stands first in it."""
    if not effect.is_order:
        one, other = map(page.say, degrees(effect.cases))
        return page.say("{finding} {one} if so, {other} if not", finding=told, one=one, other=other)
    cases = by_order(page.voice, effect)
    return page.say("{finding} {cases}", finding=told, cases=cases)


def _sources(page: Page) -> Line:
    found = confidence(page.dispute)
    if not found.level:
        return (Text(page.say("No sources are given: the analyst’s word alone.")),)
    level = page.say(LEVELS[found.level])
    told = page.say("Confidence in the sources: {level}.", level=level)
    parts = [
        page.say(
            "{articles} from {outlets}",
            articles=page.many("{n} article", "{n} articles", found.articles),
            outlets=page.many("{n} outlet", "{n} independent outlets", found.outlets),
        )
    ]
    if found.outlets > 1:
        parts.append(_corroborated(page))
    parts.append(
        page.many(
            "{spoken} of {n} position in quotation marks",
            "{spoken} of {n} positions in quotation marks",
            found.positions,
            spoken=found.spoken,
        )
    )
    return (Text(f"{told} "), Text(f"{page.tongue.semicolon.join(parts)}.", "muted"))


def _corroborated(page: Page) -> str:
    """How many wants more than one outlet tells of."""
    wants = [want for party in page.dispute.parties for want in party.ordered_wants]
    twice = sum(corroborated(page, want.because) > 1 for want in wants)
    if not twice:
        return page.say("no want told by more than one")
    return page.many("{n} want told by more than one", "{n} wants told by more than one", twice)


# The annex ----------------------------------------------------------------------------------------


def assumptions(page: Page) -> Section | None:
    """Every finding and assumption with its figures, and the rule for the sources."""
    blocks: list[Block] = []
    for share in page.findings.told:
        if page.findings.effects(share) and not page.findings.hinge(share):
            told = capitalised(finding(page.tongue, share.finding, share.kind))
            text = page.many(
                "{finding} in {holds} of {n} open model, whatever is assumed.",
                "{finding} in {holds} of {n} open models, whatever is assumed.",
                share.of,
                finding=told,
                holds=share.holds,
            )
            blocks.append(Paragraph((Text(text),)))
        elif page.findings.effects(share):
            figure = _figure(page, share)
            blocks += [
                Paragraph((Text(page.say("{title}:", title=figure.twin.caption)),), "note"),
                figure,
            ]
    if any(isinstance(block, Figure) for block in blocks):
        told = page.say(
            "Full dot: if so, or the first want first; hollow: if not; dashed line: overall."
        )
        blocks.append(Paragraph((Text(told),), "note"))
    fallen = [f"{capitalised(told)}." for share in page.findings.told
              if (told := _fallen(page, share))]  # fmt: skip
    if fallen:
        blocks.append(Items(tuple(Item((Text(told),)) for told in fallen)))
    blocks.append(Paragraph((Text(page.say(RULE)),), "note"))
    return Section("assumptions", page.say("What hangs on which assumption"), tuple(blocks))


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
        Row(((Text(f"{swing.letter} ", "strong"), _to_want(page, effect)), _bars(page, effect)))
        for swing, effect in zip(swings, effects, strict=True)
    )
    told = capitalised(finding(page.tongue, share.finding, share.kind))
    caption = page.many(
        "{finding} in {holds} of {n} open model; by assumption",
        "{finding} in {holds} of {n} open models; by assumption",
        share.of,
        finding=told,
        holds=share.holds,
    )
    head = (page.say("Assumption"), told)
    twin = Table(caption, head, rows, look="shares")
    title = page.say(
        "{caption}: a full dot is the share if so, a hollow one if not.", caption=caption
    )
    scale = (page.say_in("a share", "none"), page.say("half"), page.say_in("a share", "all"))
    return Figure(title, bars(share.holds / share.of, swings, scale), twin)


def _to_want(page: Page, effect: Effect) -> Link:
    anchor = want_anchor(effect.party, effect.indices[0])
    return Link(anchor, capitalised(hinge(page.voice, effect)))


def _bars(page: Page, effect: Effect) -> Line:
    names = (page.say("if so"), page.say("if not"))
    line: Line = ()
    for number, (holds, of) in enumerate(effect.cases):
        first = page.say("{number}. first", number=number + 1)
        name = first if effect.is_order else names[number]
        line += (Text(f"{page.tongue.semicolon if number else ''}{name} "), page.bar(holds, of))
    return line


def _fallen(page: Page, share: Share) -> str:
    """Without which assumptions a finding falls."""
    names = page.findings.overturned_by(share)
    letters = [page.findings.letters[name] for name in names if name in page.findings.letters]
    letters.sort(key=lambda letter: (len(letter), letter))
    if not letters:
        return ""
    return page.many(
        "{finding} unless {letters} is otherwise",
        "{finding} unless {letters} are otherwise",
        len(letters),
        finding=finding(page.tongue, share.finding, share.kind),
        letters=page.tongue.listed(letters),
    )
