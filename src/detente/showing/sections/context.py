"""What surrounds the model: the history, the context, changes of position, what was left out."""

from __future__ import annotations

from detente.dispute.evidence import Relation
from detente.showing.blocks import Block, Item, Items, Section, Text
from detente.showing.page import Page
from detente.showing.sections import timeline
from detente.showing.words.dates import told
from detente.showing.words.grammar import capitalised
from detente.showing.words.names import clean
from detente.showing.words.tables import CHANGES, RELATIONS


def history(page: Page) -> Section | None:
    """Every event, by date."""
    if not page.dispute.events:
        return None
    table = timeline.table(page, timeline.ordered(page), anchors=True)
    return Section("history", "History", (table,))


def context(page: Page) -> Section | None:
    """What is contested, how the parties stand to it, and how positions have changed."""
    items = (*_objects(page), *_relations(page), *_changes(page))
    return Section("context", "Context", (Items(items),)) if items else None


def _objects(page: Page) -> tuple[Item, ...]:
    return tuple(
        Item(
            (
                Text(f"Contested: {clean(thing.name)} ({thing.type})"),
                *page.references.support(thing.because),
                Text("."),
            ),
            f"b-{number}",
        )
        for number, thing in enumerate(page.dispute.objects, 1)
    )


def _relations(page: Page) -> tuple[Item, ...]:
    return tuple(
        Item(
            (
                Text(capitalised(_relation(page, relation))),
                *page.references.support(relation.because),
                Text("."),
            ),
            f"r-{number}",
        )
        for number, relation in enumerate(page.dispute.relations, 1)
    )


def _relation(page: Page, relation: Relation) -> str:
    known = {party.id for party in page.dispute.parties}
    target = relation.target or "a party that is not named"
    named = page.voice.name(target) if target in known else clean(target)
    since = f" (since {told(relation.since)})" if relation.since else ""
    return f"{page.voice.name(relation.source)} {RELATIONS[relation.kind]} {named}{since}"


def _changes(page: Page) -> tuple[Item, ...]:
    return tuple(
        Item(
            (
                Text(capitalised(page.voice.naming(change.holder).possessive)),
                Text(f" position {CHANGES[change.sort]}: from"),
                *page.references.refs((change.earlier,)),
                Text(" to"),
                *page.references.refs((change.later,)),
                Text("."),
            ),
            f"c-{number}",
        )
        for number, change in enumerate(page.dispute.changes, 1)
    )


def left_out(page: Page) -> Section | None:
    """What a person should check first, and what the coverage has that the model does not."""
    blocks: list[Block] = []
    if page.dispute.look_first:
        blocks.append(Items(tuple(Item((Text(clean(text)),)) for text in page.dispute.look_first)))
    left = tuple(
        Item(
            (
                Text(
                    f"Left out: {clean(entry.what)}"
                    + (f" ({clean(entry.why)})" if entry.why else "")
                ),
                *page.references.support(entry.because),
                Text("."),
            ),
            f"l-{number}",
        )
        for number, entry in enumerate(page.dispute.left_out, 1)
    )
    if left:
        blocks.append(Items(left))
    return (
        Section("check", "What to check first, and what was left out", tuple(blocks))
        if blocks
        else None
    )
