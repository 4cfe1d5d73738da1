"""The timeline: what happened, each event as precise as its source."""

from __future__ import annotations

from detente.dispute.evidence import Event
from detente.showing.blocks import Block, Figure, Link, Paragraph, Row, Section, Table, Text
from detente.showing.figures.timeline import Moment, timeline
from detente.showing.page import Page
from detente.showing.words.dates import stretch
from detente.showing.words.grammar import capitalised
from detente.showing.words.names import clean
from detente.showing.words.tables import EVENTS
from detente.showing.words.tongue import mark

Numbered = tuple[int, Event]  # the number is the place in the file


def section(page: Page) -> Section | None:
    """The timeline of page one; none where no event is known."""
    events = ordered(page)
    if not events:
        return None
    shown = _chosen(events, page.room.events)
    moments = [
        Moment(
            f"{page.tongue.date(event.date)}{page.tongue.colon}{words(page, event)}",
            stretch(event.date),
        )
        for _, event in shown
    ]
    title = page.tongue.semicolon.join(moment.words for moment in moments) + "."
    blocks: list[Block] = [Figure(title, timeline(moments), table(page, shown))]
    if len(shown) < len(events):
        more = page.woven(
            mark("{events} in the {annex}."),
            events=page.many("{n} more event", "{n} more events", len(events) - len(shown)),
            annex=(Link("history", page.say("annex")),),
        )
        blocks.append(Paragraph(more, "note"))
    return Section("timeline", page.say("Timeline"), tuple(blocks))


def ordered(page: Page) -> list[Numbered]:
    """The events by date, undated ones last, else as they stand in the file."""

    def place(entry: Numbered) -> tuple[bool, float, float]:
        when = stretch(entry[1].date)
        return (when is None, when.start if when else 0, when.end if when else 0)

    return sorted(enumerate(page.dispute.events, 1), key=place)


def _chosen(events: list[Numbered], most: int) -> list[Numbered]:
    """The first event, and the last ones."""
    return events if len(events) <= most else [events[0], *events[len(events) - most + 1 :]]


def words(page: Page, event: Event) -> str:
    """What happened; where the file does not say, who did what sort of thing to whom."""
    what = clean(event.what)
    if what:
        return capitalised(what)
    actors = page.voice.names(event.actor)
    targets = page.voice.names(event.target)
    message = _WHO[bool(actors), bool(targets)]
    return capitalised(
        page.say(message, what=page.say(EVENTS[event.kind]), actors=actors, targets=targets)
    )


_WHO = {
    (False, False): "{what}",
    (True, False): mark("{what} by {actors}"),
    (False, True): mark("{what} (towards {targets})"),
    (True, True): mark("{what} by {actors} (towards {targets})"),
}


def table(page: Page, events: list[Numbered], *, anchors: bool = False) -> Table:
    """The events as a table."""
    rows = tuple(
        Row(
            (
                (Text(page.tongue.date(event.date)),),
                (Text(words(page, event)), *page.references.support(event.because, whole=anchors)),
            ),
            anchor=f"t-{number}" if anchors else None,
        )
        for number, event in events
    )
    head = (page.say("Date"), page.say("Event"))
    return Table(page.say("What happened, by date"), head, rows)
