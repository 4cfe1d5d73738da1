"""Who wants what: a table, beside a map of who asks what of whom."""

from __future__ import annotations

from detente.dispute.model import AnyOrder, Party, Want
from detente.showing.asks import Ask, asks
from detente.showing.blocks import (
    Block,
    Figure,
    Line,
    Link,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from detente.showing.figures.positions import Demand, Legend, Node, positions
from detente.showing.page import Page
from detente.showing.words.tables import ROLES
from detente.showing.words.tongue import mark


def section(page: Page) -> Section:
    """The table of wants."""
    rows = tuple(_row(page, party) for party in page.dispute.parties if _speaks(party))
    head = (page.say("Party"), page.say("Wants first"), page.say_in("a heading", "Then"))
    caption = page.say("Who wants what, the most important first")
    table = Table(caption, head, rows, look="wants")
    blocks: list[Block] = [table]
    others = [party for party in page.dispute.parties if not _speaks(party)]
    if others and page.room.others:
        named = page.tongue.listed([described(page, party) for party in others])
        blocks.append(Paragraph((Text(page.say("Also named: {names}.", names=named)),), "note"))
    return Section("positions", page.say("Who wants what"), tuple(blocks))


def _speaks(party: Party) -> bool:
    return bool(party.options or party.wants) and not party.is_awaited


def described(page: Page, party: Party) -> str:
    """A party with its role."""
    name = page.voice.name(party.id)
    if party.speaks_for:
        of = page.voice.name(party.speaks_for)
        return page.say("{name} (speaks for {of})", name=name, of=of)
    return f"{name} ({page.say(ROLES[party.role])})" if party.role in ROLES else name


def _row(page: Page, party: Party) -> Row:
    if party.ranking is not None:
        best = page.voice.state(party.ranking[0][0])
        first: Line = (Text(page.say("most of all: {state}", state=best)),)
        then: Line = (Text(page.say("the whole ranking is in the annex")),)
    elif not party.wants:
        first, then = (Text(page.say("nothing that the file says"), "muted"),), ()
    else:
        first, then = _first(page, party), _then(page, party)
    return Row(((page.name(party.id),), first, then))


def _first(page: Page, party: Party) -> Line:
    entry = party.wants[0]
    if isinstance(entry, AnyOrder):
        return (*_listed(page, party.id, entry.wants), _unordered(page))
    return _want(page, party.id, entry)


def _unordered(page: Page) -> Text:
    return Text(f" ({page.say('order unknown')})", "muted")


def _then(page: Page, party: Party) -> Line:
    """The other wants, as many as there is room for."""
    room = page.room.wants - 1
    found: Line = ()
    for entry in party.wants[1:]:
        wants = entry.wants if isinstance(entry, AnyOrder) else (entry,)
        if room <= 0:
            break
        found += (Text(page.tongue.semicolon),) if found else ()
        found += _listed(page, party.id, wants[:room])
        if isinstance(entry, AnyOrder) and len(wants) > 1:
            found += (_unordered(page),)
        room -= len(wants)
    left = len(party.ordered_wants) - _size(party.wants[0]) - (page.room.wants - 1)
    if left > 0:
        told = page.many("{count} more", "{count} more", left, count=page.tongue.word(left))
        more: Line = (Link("model", told),)
        found = page.woven(mark("{wants}; and {more}"), wants=found, more=more) if found else more
    return found


def _size(entry: Want | AnyOrder) -> int:
    return len(entry.wants) if isinstance(entry, AnyOrder) else 1


def _listed(page: Page, party: str, wants: tuple[Want, ...]) -> Line:
    line: Line = ()
    for number, want in enumerate(wants):
        told = _want(page, party, want)
        if not number:
            line = told
        elif number == len(wants) - 1:
            line = page.woven("{before} and {last}", before=line, last=told)
        else:
            line = (*line, Text(", "), *told)
    return line


def _want(page: Page, party: str, want: Want) -> Line:
    words = page.voice.wish(party, want.formula)
    return (Text(words), *page.references.support(want.because, assumed=want.assumed))


# The map ----------------------------------------------------------------------------------------


def chart(page: Page) -> Section | None:
    """The map, where somebody asks something of another."""
    found = asks(page.dispute)
    asked = {ask.option.party for ask in found}
    parties = [p for p in page.dispute.decision_makers if p.id in asked or not p.is_awaited]
    nodes = [
        Node(party.id, page.voice.naming(party.id).label, page.voice.ranks[party.id])
        for party in parties
    ]
    demands = [Demand(ask.asker, ask.option.party, _asked(page, ask), ask.assumed) for ask in found]
    if not demands:
        return None
    legend = Legend(
        page.say("asks ↓   of →"),
        (page.say("asks nothing new"), page.say("of the other")),
        lambda left: page.many("and {n} more", "and {n} more", left),
        lambda left: page.many("and {n} more, in the table", "and {n} more, in the table", left),
    )
    drawing = positions(nodes, demands, page.room.keys, legend)
    figure = Figure(_title(page, found), drawing, _twin(page, found))
    return Section("map", page.say("Who asks what of whom"), (figure,))


def _asked(page: Page, ask: Ask) -> str:
    words = page.voice.phrase(ask.option)
    return words.plain if ask.value else words.plain_ending


def _title(page: Page, found: tuple[Ask, ...]) -> str:
    told = [
        page.many(
            "{name} asks {demand}",
            "{name} ask {demand}",
            page.voice.count(ask.asker),
            name=page.voice.name(ask.asker),
            demand=page.voice.demand(ask.option.party, ask.option, value=ask.value),
        )
        for ask in found
    ]
    return f"{page.tongue.semicolon.join(told)}."


def _twin(page: Page, found: tuple[Ask, ...]) -> Table:
    rows = tuple(
        Row(
            (
                (page.name(ask.asker),),
                (page.name(ask.option.party),),
                (
                    Text(_asked(page, ask)),
                    *page.references.support(ask.because, assumed=ask.assumed),
                ),
            )
        )
        for ask in found
    )
    head = (page.say("Party"), page.say("Asks"), page.say_in("a heading", "To"))
    return Table(page.say("Who asks what of whom that is not so today"), head, rows)
