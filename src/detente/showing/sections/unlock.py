"""What would unlock it: who concedes what, who moves when, how sure that is; the least first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from detente.analysis.unlocking import Unlocking, Unlockings
from detente.showing.blocks import (
    Bar,
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
from detente.showing.words.concessions import SORTS, conceded, in_figures, stepped
from detente.showing.words.grammar import capitalised, counted, listed, number_word
from detente.showing.words.names import clean


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
        proven = "this is proven" if found.proven_least else "as far as the search went"
        text = (
            "No concessions that the model knows of bring a settlement that lasts and leaves "
            f"nobody worse off: {proven}."
        )
        blocks.append(Paragraph((Text(text),)))
    blocks.append(Paragraph(_note(page, found), "note"))
    if page.room.beside:
        blocks += [Paragraph(line) for line in _beside(page)]
    return Section("unlock", "What would unlock it", tuple(blocks))


def _table(page: Page, ways: tuple[Unlocking, ...]) -> Table:
    rows = tuple(
        Row(((*_number(page, number), *_gives(page, way)), _steps(page, way), _sure(page, number)))
        for number, way in enumerate(ways)
    )
    head = ("Who concedes what", "Then", "Works in")
    return Table("Ways out, the least first", head, rows, look="ways")


def _number(page: Page, number: int) -> Line:
    return (Text(f"{number + 1} ", "strong"),) if len(page.findings.ways) > 1 else ()


def _gives(page: Page, way: Unlocking) -> Line:
    if not way.concessions:
        return (Text("No concession"), Text(" (cost 0)", "muted"))
    line: Line = ()
    for number, given in enumerate(way.concessions):
        words = conceded(page.voice, given, short=True)
        line += (
            Text(capitalised(words) if not number else f"; {words}"),
            *page.references.support(given.because, assumed=given.assumed),
        )
    return (*line, Text(f" (cost {in_figures(way.cost)})", "muted"))


def _steps(page: Page, way: Unlocking) -> Line:
    if not way.path:
        return (Text("nothing more: it is settled"),)
    steps = stepped(page.voice, way.path, page.dispute.status_quo)
    return (Text(capitalised("; then ".join(steps))),)


def _sure(page: Page, number: int) -> Line:
    share = page.findings.share_of_way(number)
    if share is None:
        return (Text("–", "muted"),)
    names = page.findings.overturned_by(share)
    letters = [page.findings.letters[name] for name in names if name in page.findings.letters]
    breaks = (Text(f", hangs on {listed(letters)}", "muted"),) if letters else ()
    return (Bar(share.holds, share.of), *breaks)


def _note(page: Page, found: Unlockings) -> Line:
    """How the cost is meant, whether it is proven least, and what each party could do alone."""
    proven = "proven least" if found.proven_least else "not proven least: the search was stopped"
    parts = [f"Costs compare concessions, nothing else; {proven}."] if page.findings.ways else []
    if found.alone and found.least_cost != 0:
        parts.append(_alone(page, found.alone))
    more = len(page.findings.ways) - page.room.unlockings
    if more > 0:
        parts.append(f"{capitalised(number_word(more))} more in the annex.")
    return (Text(" ".join(parts)),)


def _alone(page: Page, costs: Mapping[str, Fraction | None]) -> str:
    """What each party could do by its own concessions alone."""
    able: dict[Fraction, list[str]] = {}
    for party, cost in costs.items():
        if cost is not None:
            able.setdefault(cost, []).append(page.voice.name(party))
    if not able:
        return "No party could settle it by conceding alone."
    told = [
        f"{listed(names, 'or')} at a cost of {in_figures(cost)}" for cost, names in able.items()
    ]
    others = "; no other could" if None in costs.values() else ""
    return f"By conceding alone, {listed(told, 'or')} could settle it{others}."


def _beside(page: Page) -> Iterator[Line]:
    """What would do without a concession: a promise; and what the sources propose."""
    for one in page.findings.explanation.commitments[:1]:
        yield (Text("Going first: ", "strong"), Text(promised(page.voice, one)))
    counts = Counter(trial.verdict for trial in page.findings.trials)
    told = [
        f"{number_word(counts[name])} {words}" for name, words in _TRIED.items() if counts[name]
    ]
    if told:
        many = counted(counts.total(), "way") + " out in the coverage"
        more = (Link("ways", many), Text(f", tried in the model: {listed(told)}."))
        yield (Text("Proposed: ", "strong"), *more)


_TRIED = {
    "enough": "would be enough",
    "not enough": "not enough",
    "out of reach": "out of reach",
    "not expressible": "in words that no option can say",
    "untried": "not tried",
}


# The annex --------------------------------------------------------------------------------------


def ways(page: Page) -> Section | None:
    """Every way out that was found, step by step, and those that the sources propose."""
    blocks: list[Block] = []
    for number, way in enumerate(page.findings.ways, 1):
        blocks.append(Paragraph((Text(f"Way {number}, cost {in_figures(way.cost)}", "strong"),)))
        blocks.append(_told(page, way))
    if page.dispute.ways_out:
        blocks.append(Paragraph((Text("Proposed in the coverage", "strong"),)))
        blocks.append(_proposed(page))
    return Section("ways", "Every way out", tuple(blocks)) if blocks else None


def _told(page: Page, way: Unlocking) -> Items:
    items = [
        Item(
            (
                Text(f"{capitalised(conceded(page.voice, given))}"),
                *page.references.support(given.because, assumed=given.assumed),
                Text(f" ({SORTS[given.change]}, {in_figures(given.cost)})", "muted"),
            )
        )
        for given in way.concessions
    ]
    steps = stepped(page.voice, way.path, page.dispute.status_quo)
    for number, (step, words) in enumerate(zip(way.path, steps, strict=True), 1):
        items.append(Item((Text(f"Step {number}, {words}"), Text(f" ({step.to})", "muted"))))
    return Items(tuple(items) or (Item((Text("Nothing need be conceded or done."),)),))


def _proposed(page: Page) -> Items:
    return Items(
        tuple(
            Item(
                (
                    Text(f"{_by(page, way.proposed_by)}{capitalised(clean(way.needs))}"),
                    *page.references.support(way.because),
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
    return f"{capitalised(page.voice.name(party))}: " if party else ""
