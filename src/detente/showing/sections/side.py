"""As one party sees it: what it could do alone, what the others would give, what it risks."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.unlocking import Unlocking
from detente.showing.asks import Ask, asks
from detente.showing.blocks import Item, Items, Line, Section, Text
from detente.showing.page import Page
from detente.showing.sections import why
from detente.showing.words.concessions import conceded, in_figures, stepped
from detente.showing.words.grammar import capitalised, counted, listed

_SHOWN = 3  # asks and wants that a line names


def section(page: Page) -> Section | None:
    """What could we do alone, what would the others have to give, what do we risk."""
    if page.side is None or not page.dispute.options:
        return None
    items = tuple(Item(line) for line in _lines(page, page.side))
    return Section("side", f"As {page.voice.name(page.side)} sees it", (Items(items),))


def _lines(page: Page, party: str) -> Iterator[Line]:
    yield from why.of(page, party)
    yield from _alone(page, party)
    yield from _others(page, party)
    for way in page.findings.ways[:1]:
        yield from _balance(page, party, way)
    yield _known(page, party)


def _alone(page: Page, party: str) -> Iterator[Line]:
    """The least that it could do by its own concessions alone."""
    found = page.alone
    if found is None:
        return
    lead = Text("Alone: ", "strong")
    if not found.unlockings:
        proven = "that is proven" if found.proven_least else "as far as the search went"
        name = page.voice.name(party)
        yield (lead, Text(f"no concession of {name} settles it by itself; {proven}."))
        return
    way = found.unlockings[0]
    gives = [conceded(page.voice, given, short=True) for given in way.concessions]
    if not gives:
        yield (lead, Text("nothing has to be conceded; it takes the others’ steps, no more."))
        return
    then = "; then ".join(stepped(page.voice, way.path, page.dispute.status_quo))
    cost = Text(f" (cost {in_figures(way.cost)})", "muted")
    yield (lead, Text(f"{listed(gives)}; then {then}"), cost, Text("."))


def _others(page: Page, party: str) -> Iterator[Line]:
    """What it asks of the others, and what they would have to give in the least way out."""
    asked = [ask for ask in asks(page.dispute) if ask.asker == party]
    if asked:
        words = [_asked(page, ask) for ask in asked]
        more = f", and {counted(len(words) - _SHOWN, 'thing')} more" if len(words) > _SHOWN else ""
        yield (Text("Asks: ", "strong"), Text(f"{listed(words[:_SHOWN])}{more}."))
    for way in page.findings.ways[:1]:
        given = [
            conceded(page.voice, made, short=True)
            for made in way.concessions
            if made.party != party
        ]
        told = listed(given) if given else "in the least way out nobody else concedes anything"
        yield (Text("The others would give: ", "strong"), Text(f"{told}."))


def _asked(page: Page, ask: Ask) -> str:
    words = page.voice.phrase(ask.option)
    does = words.infinitive() if ask.value else words.ending()
    return f"{page.voice.name(ask.option.party)} to {does}"


def _balance(page: Page, party: str, way: Unlocking) -> Iterator[Line]:
    """Which of its wants the least way out fulfils that today does not, and the other way round."""
    space = page.findings.stability.model.space
    now, then = space.status_quo, space.index(way.state)
    gains: list[str] = []
    losses: list[str] = []
    for want in page.dispute.party(party).ordered_wants:
        truth = space.holds(want.formula)
        if truth[now] != truth[then]:
            (gains if truth[then] else losses).append(page.voice.wish(party, want.formula))
    gained, lost = (
        listed(words[:_SHOWN], "and") + (f" and {len(words) - _SHOWN} more" * (len(words) > _SHOWN))
        for words in (gains, losses)
    )
    yield (
        Text("It would get: ", "strong"),
        Text(f"{gained or 'none of its wants more than today'}."),
    )
    yield (Text("It risks: ", "strong"), Text(f"{lost or 'none of its wants that today fulfils'}."))


def _known(page: Page, party: str) -> Line:
    """How much of what is said of it here is on record."""
    wants = page.dispute.party(party).ordered_wants
    quoted = sum(bool(want.because) for want in wants)
    assumed = sum(want.assumed for want in wants)
    told = f"{counted(len(wants), 'want')}: {quoted} quoted, {assumed} assumed"
    return (Text("On record: ", "strong"), Text(f"{capitalised(told)}."))
