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
from detente.showing.figures.positions import Demand, Node, positions
from detente.showing.page import Page
from detente.showing.words.grammar import listed, number_word
from detente.showing.words.tables import ROLES


def section(page: Page) -> Section:
    """The table of wants."""
    rows = tuple(_row(page, party) for party in page.dispute.parties if _speaks(party))
    head = ("Party", "Wants first", "Then")
    table = Table("Who wants what, the most important first", head, rows, look="wants")
    blocks: list[Block] = [table]
    others = [party for party in page.dispute.parties if not _speaks(party)]
    if others and page.room.others:
        named = [described(page, party) for party in others]
        blocks.append(Paragraph((Text(f"Also named: {listed(named)}."),), "note"))
    return Section("positions", "Who wants what", tuple(blocks))


def _speaks(party: Party) -> bool:
    return bool(party.options or party.wants)


def described(page: Page, party: Party) -> str:
    """A party with its role."""
    name = page.voice.name(party.id)
    if party.speaks_for:
        return f"{name} (speaks for {page.voice.name(party.speaks_for)})"
    return f"{name} ({ROLES[party.role]})" if party.role in ROLES else name


def _row(page: Page, party: Party) -> Row:
    if party.ranking is not None:
        best = page.voice.state(party.ranking[0][0])
        first: Line = (Text(f"most of all: {best}"),)
        then: Line = (Text("the whole ranking is in the annex"),)
    elif not party.wants:
        first, then = (Text("nothing that the file says", "muted"),), ()
    else:
        first, then = _first(page, party), _then(page, party)
    return Row(((page.name(party.id),), first, then))


def _first(page: Page, party: Party) -> Line:
    entry = party.wants[0]
    if isinstance(entry, AnyOrder):
        return (*_listed(page, party.id, entry.wants), Text(" (order unknown)", "muted"))
    return _want(page, party.id, entry)


def _then(page: Page, party: Party) -> Line:
    """The other wants, as many as there is room for."""
    room = page.room.wants - 1
    found: Line = ()
    for entry in party.wants[1:]:
        wants = entry.wants if isinstance(entry, AnyOrder) else (entry,)
        if room <= 0:
            break
        found += (Text("; "),) if found else ()
        found += _listed(page, party.id, wants[:room])
        if isinstance(entry, AnyOrder) and len(wants) > 1:
            found += (Text(" (order unknown)", "muted"),)
        room -= len(wants)
    left = len(party.ordered_wants) - _size(party.wants[0]) - (page.room.wants - 1)
    if left > 0:
        more = Link("model", f"{number_word(left)} more")
        found += (Text("; and " if found else ""), more)
    return found


def _size(entry: Want | AnyOrder) -> int:
    return len(entry.wants) if isinstance(entry, AnyOrder) else 1


def _listed(page: Page, party: str, wants: tuple[Want, ...]) -> Line:
    line: Line = ()
    for number, want in enumerate(wants):
        link = " and " if number == len(wants) - 1 else ", "
        line += ((Text(link),) if number else ()) + _want(page, party, want)
    return line


def _want(page: Page, party: str, want: Want) -> Line:
    words = page.voice.wish(party, want.formula)
    return (Text(words), *page.references.support(want.because, assumed=want.assumed))


# The map ----------------------------------------------------------------------------------------


def chart(page: Page) -> Section | None:
    """The map, where somebody asks something of another."""
    found = asks(page.dispute)
    parties = list(page.dispute.decision_makers)
    nodes = [
        Node(party.id, page.voice.naming(party.id).label, page.voice.ranks[party.id])
        for party in parties
    ]
    demands = [Demand(ask.asker, ask.option.party, _asked(page, ask), ask.assumed) for ask in found]
    if not demands:
        return None
    figure = Figure(
        _title(page, found), positions(nodes, demands, page.room.keys), _twin(page, found)
    )
    return Section("map", "Who asks what of whom", (figure,))


def _asked(page: Page, ask: Ask) -> str:
    words = page.voice.phrase(ask.option)
    return words.infinitive() if ask.value else words.ending()


def _title(page: Page, found: tuple[Ask, ...]) -> str:
    told = [
        f"{page.voice.name(ask.asker)} asks {page.voice.name(ask.option.party)} "
        f"to {_asked(page, ask)}"
        for ask in found
    ]
    return f"{'; '.join(told)}."


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
    return Table("Who asks what of whom that is not so today", ("Party", "Asks", "To"), rows)
