"""What would unlock it: who concedes what, who moves when, how sure that is; the least first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from detente.analysis.concessions import Concession
from detente.analysis.graph_model import counts
from detente.analysis.unlocking import Unlocking, Unlockings
from detente.showing.blocks import (
    Block,
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
from detente.showing.page import Page
from detente.showing.words.beside import promised, tried
from detente.showing.words.concessions import SORTS, conceded, stepped
from detente.showing.words.grammar import capitalised
from detente.showing.words.names import clean
from detente.showing.words.tongue import mark, mark_many


def section(page: Page) -> Section | None:
    """The first ways out, as many as page one has room for."""
    found = page.findings.unlocking
    if found is None or page.findings.explanation.settled:
        return None
    blocks: list[Block] = []
    ways = page.findings.ways
    if ways:
        shown = ways[: page.room.unlockings]
        blocks.append(_table(page, shown))
    else:
        blocks.append(Paragraph((Text(page.say(_NONE[found.proven_least])),)))
    blocks.append(Paragraph(_note(page, found), "note"))
    if page.room.beside:
        blocks += [Paragraph(line) for line in _beside(page)]
    return Section("unlock", page.say("What would unlock it"), tuple(blocks))


_NONE = {
    True: mark(
        "No concessions that the model knows of bring a settlement that lasts and leaves nobody "
        "worse off: this is proven."
    ),
    False: mark(
        "No concessions that the model knows of bring a settlement that lasts and leaves nobody "
        "worse off: as far as the search went."
    ),
}


def _table(page: Page, ways: tuple[Unlocking, ...]) -> Table:
    rows = tuple(
        Row(((*_number(page, number), *_gives(page, way)), _steps(page, way), _sure(page, number)))
        for number, way in enumerate(ways)
    )
    head = (
        page.say("Who concedes what"), page.say_in("a heading", "Then"), page.say("Works in"),
    )  # fmt: skip
    return Table(page.say("Ways out, the least first"), head, rows, look="ways")


def _number(page: Page, number: int) -> Line:
    named = len(page.findings.ways) > 1 or page.findings.ways[number].cost > 0
    return (Text(f"{number + 1} ", "strong"),) if named else ()


def _gives(page: Page, way: Unlocking) -> Line:
    cost = page.say("(cost {cost})", cost=page.tongue.figure(way.cost))
    if not way.concessions:
        return (Text(page.say("No concession")), Text(f" {cost}", "muted"))
    line: Line = ()
    for number, given in enumerate(way.concessions):
        words = conceded(page.voice, given, short=True)
        line += (
            Text(capitalised(words) if not number else f"{page.tongue.semicolon}{words}"),
            *page.references.support(given.because, assumed=given.assumed),
        )
    return (*line, Text(f" {cost}", "muted"))


def _steps(page: Page, way: Unlocking) -> Line:
    if not way.path:
        return (Text(page.say("nothing more: it is settled")),)
    steps = stepped(page.voice, way.path, page.dispute.status_quo)
    return (Text(capitalised(page.tongue.then(steps))),)


def _sure(page: Page, number: int) -> Line:
    share = page.findings.share_of_way(number)
    if share is None:
        return (Text("–", "muted"),)
    names = page.findings.overturned_by(share)
    letters = [page.findings.letters[name] for name in names if name in page.findings.letters]
    share_bar = page.bar(share.holds, share.of)
    if not letters:
        return (share_bar,)
    hangs = page.say(", hangs on {letters}", letters=page.tongue.listed(letters))
    return (share_bar, Text(hangs, "muted"))


def _note(page: Page, found: Unlockings) -> Line:
    """How the cost is meant, whether it is proven least, and what each party could do alone."""
    parts = [page.say(_COSTS[found.proven_least])] if page.findings.ways else []
    if found.alone and found.least_cost != 0:
        parts.append(_alone(page, found))
    more = len(page.findings.ways) - page.room.unlockings
    if more > 0:
        count = capitalised(page.tongue.word(more))
        parts.append(
            page.many("{count} more in the annex.", "{count} more in the annex.", more, count=count)
        )
    return (Text(" ".join(filter(None, parts))),)


_COSTS = {
    True: mark("Costs compare concessions, nothing else; proven least."),
    False: mark(
        "Costs compare concessions, nothing else; not proven least: the search was stopped."
    ),
}


def _alone(page: Page, found: Unlockings) -> str:
    """What each party could do by its own concessions alone."""
    able: dict[Fraction, list[str]] = {}
    for party, cost in found.alone.items():
        if cost is not None:
            able.setdefault(cost, []).append(page.voice.name(party))
    if not able and found.alone_open:
        return ""
    if not able:
        return page.say("No party could settle it by conceding alone.")
    told = [
        page.say(
            "{names} at a cost of {cost}",
            names=page.tongue.either(names),
            cost=page.tongue.figure(cost),
        )
        for cost, names in able.items()
    ]
    unable = [p for p in page.dispute.parties if counts(p) and found.alone[p.id] is None]
    others_cannot = bool(unable) and not found.alone_open
    return page.say(_BY_ALONE[others_cannot], names=page.tongue.either(told))


_BY_ALONE = {
    False: mark("By conceding alone, {names} could settle it."),
    True: mark("By conceding alone, {names} could settle it; no other could."),
}


def _beside(page: Page) -> Iterator[Line]:
    """What would do without a concession: a promise; and what the sources propose."""
    for one in page.findings.explanation.commitments[:1]:
        lead = Text(f"{page.say('Going first:')} ", "strong")
        yield (lead, Text(promised(page.voice, one)))
    counts = Counter(trial.verdict for trial in page.findings.trials)
    told = [
        page.many(one, more, counts[name], count=page.tongue.word(counts[name]))
        for name, (one, more) in _TRIED.items()
        if counts[name]
    ]
    if told:
        many = page.many(
            "{n} way out in the coverage", "{n} ways out in the coverage", counts.total()
        )
        lead = Text(f"{page.say('Proposed:')} ", "strong")
        yield (
            lead,
            *page.woven(
                mark("{ways}, tried in the model: {verdicts}."),
                ways=(Link("ways", many),),
                verdicts=page.tongue.listed(told),
            ),
        )


_TRIED = {
    "enough": mark_many("{count} would be enough", "{count} would be enough"),
    "not enough": mark_many("{count} not enough", "{count} not enough"),
    "out of reach": mark_many("{count} out of reach", "{count} out of reach"),
    "not expressible": mark_many(
        "{count} in words that no option can say", "{count} in words that no option can say"
    ),
    "untried": mark_many("{count} not tried", "{count} not tried"),
}


# The annex --------------------------------------------------------------------------------------


def ways(page: Page) -> Section | None:
    """Every way out that was found, step by step, and those that the sources propose."""
    blocks: list[Block] = []
    for number, way in enumerate(page.findings.ways, 1):
        cost = page.tongue.figure(way.cost)
        title = page.say("Way {number}, cost {cost}", number=number, cost=cost)
        blocks.append(Paragraph((Text(title, "strong"),)))
        blocks.append(_told(page, way))
    if page.dispute.ways_out:
        blocks.append(Paragraph((Text(page.say("Proposed in the coverage"), "strong"),)))
        blocks.append(_proposed(page))
    return Section("ways", page.say("Every way out"), tuple(blocks)) if blocks else None


def _told(page: Page, way: Unlocking) -> Items:
    items = [
        Item(
            (
                Text(f"{capitalised(conceded(page.voice, given))}"),
                *page.references.support(given.because, assumed=given.assumed),
                Text(f" ({_sort(page, given)})", "muted"),
            )
        )
        for given in way.concessions
    ]
    steps = stepped(page.voice, way.path, page.dispute.status_quo)
    for number, (step, words) in enumerate(zip(way.path, steps, strict=True), 1):
        told = page.say("Step {number}, {what}", number=number, what=words)
        items.append(Item((Text(told), Text(f" ({step.to})", "muted"))))
    nothing = page.say("Nothing need be conceded or done.")
    return Items(tuple(items) or (Item((Text(nothing),)),))


def _sort(page: Page, given: Concession) -> str:
    return f"{page.say(SORTS[given.change])}, {page.tongue.figure(given.cost)}"


def _proposed(page: Page) -> Items:
    return Items(
        tuple(
            Item(
                (
                    Text(f"{_by(page, way.proposed_by)}{capitalised(clean(way.needs))}"),
                    *page.references.support(way.because, whole=True),
                    Text(f". {tried(page.voice, trial)}", "muted"),
                ),
                f"x-{number}",
            )
            for number, (way, trial) in enumerate(
                zip(page.dispute.ways_out, page.findings.trials, strict=True), 1
            )
        )
    )


def _by(page: Page, party: str | None) -> str:
    return f"{capitalised(page.voice.name(party))}{page.tongue.colon}" if party else ""
