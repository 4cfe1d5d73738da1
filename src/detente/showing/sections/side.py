"""As one party sees it: what it could do alone, what the others would give, what it risks."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.unlocking import Unlocking
from detente.showing.asks import asks
from detente.showing.blocks import Item, Items, Line, Section, Text
from detente.showing.page import Page
from detente.showing.sections import why
from detente.showing.words.concessions import granted, stepped
from detente.showing.words.tongue import mark

_SHOWN = 3  # asks and wants that a line names


def section(page: Page) -> Section | None:
    """What could we do alone, what would the others have to give, what do we risk."""
    if page.side is None or not page.dispute.options:
        return None
    items = tuple(Item(line) for line in _lines(page, page.side))
    title = page.many(
        "As {name} sees it", "As {name} see it", page.voice.count(page.side),
        name=page.voice.name(page.side),
    )  # fmt: skip
    return Section("side", title, (Items(items),))


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
    lead = _lead(page, "Alone:")
    if not found.unlockings:
        message = _NONE_ALONE[found.proven_least]
        yield (*lead, Text(page.say(message, name=page.voice.name(party))))
        return
    way = found.unlockings[0]
    gives = granted(page.voice, way.concessions)
    if not gives:
        message = mark("nothing has to be conceded; it takes the others’ steps, no more.")
        yield (*lead, Text(page.say(message)))
        return
    steps = stepped(page.voice, way.path, page.dispute.status_quo)
    then = page.tongue.then([page.tongue.listed(gives), *steps])
    cost = page.say("(cost {cost})", cost=page.tongue.figure(way.cost))
    yield (*lead, Text(then), Text(f" {cost}", "muted"), Text("."))


_NONE_ALONE = {
    True: mark("no concession of {name} settles it by itself; that is proven."),
    False: mark("no concession of {name} settles it by itself; as far as the search went."),
}


def _lead(page: Page, message: str) -> Line:
    return (Text(f"{page.say(message)} ", "strong"),)


_LEADS = (
    mark("Alone:"),
    mark("Asks:"),
    mark("The others would give:"),
    mark("It would get:"),
    mark("It risks:"),
    mark("On record:"),
)


def _others(page: Page, party: str) -> Iterator[Line]:
    """What it asks of the others, and what they would have to give in the least way out."""
    asked = [ask for ask in asks(page.dispute) if ask.asker == party]
    if asked:
        words = [page.voice.demand(a.option.party, a.option, value=a.value) for a in asked]
        told, more = page.tongue.listed(words[:_SHOWN]), len(words) - _SHOWN
        if more > 0:
            told = page.many(
                "{demands}, and {n} thing more", "{demands}, and {n} things more", more,
                demands=told,
            )  # fmt: skip
        yield (*_lead(page, "Asks:"), Text(f"{told}."))
    for way in page.findings.ways[:1]:
        others = [made for made in way.concessions if made.party != party]
        nobody = page.say("in the least way out nobody else concedes anything")
        told = page.tongue.listed(granted(page.voice, others)) or nobody
        yield (*_lead(page, "The others would give:"), Text(f"{told}."))


def _balance(page: Page, party: str, way: Unlocking) -> Iterator[Line]:
    """Which of its wants the least way out fulfils that today does not, and the other way round."""
    space = page.findings.stability.model.space
    now, then = space.status_quo, space.index(way.state)
    gains: list[str] = []
    losses: list[str] = []
    for want in page.dispute.party(party).ordered_wants:
        truth = space.holds(want.formula)
        if truth[now] != truth[then]:
            (gains if truth[then] else losses).append(page.voice.request(party, want.formula))
    gained, lost = (_some(page, words) for words in (gains, losses))
    gained = gained or page.say("none of its wants more than today")
    lost = lost or page.say("none of its wants that today fulfils")
    yield (*_lead(page, "It would get:"), Text(f"{gained}."))
    yield (*_lead(page, "It risks:"), Text(f"{lost}."))


def _some(page: Page, words: list[str]) -> str:
    """The first of some wishes, and how many more there are."""
    told, more = page.tongue.listed(words[:_SHOWN]), len(words) - _SHOWN
    if more <= 0:
        return told
    return page.many("{wishes} and {n} more", "{wishes} and {n} more", more, wishes=told)


def _known(page: Page, party: str) -> Line:
    """How much of what is said of it here is on record."""
    wants = page.dispute.party(party).ordered_wants
    quoted = sum(bool(want.because) for want in wants)
    assumed = sum(want.assumed for want in wants)
    told = page.many(
        "{n} want: {quoted} quoted, {assumed} assumed.",
        "{n} wants: {quoted} quoted, {assumed} assumed.",
        len(wants),
        quoted=quoted,
        assumed=assumed,
    )
    return (*_lead(page, "On record:"), Text(told))
