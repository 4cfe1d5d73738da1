"""What surrounds the model: the history, the context, changes of position, what was left out."""

from __future__ import annotations

from detente.dispute.evidence import Relation
from detente.showing.blocks import Block, Item, Items, Section, Text
from detente.showing.page import Page
from detente.showing.sections import timeline
from detente.showing.words.grammar import capitalised
from detente.showing.words.names import clean
from detente.showing.words.tables import CHANGES, OBJECTS, RELATIONS
from detente.showing.words.tongue import mark


def history(page: Page) -> Section | None:
    """Every event, by date."""
    if not page.dispute.events:
        return None
    table = timeline.table(page, timeline.ordered(page), anchors=True)
    return Section("history", page.say("History"), (table,))


def context(page: Page) -> Section | None:
    """What is contested, how the parties stand to it, and how positions have changed."""
    items = (*_objects(page), *_relations(page), *_changes(page))
    title = page.say_in("a heading", "Context")
    return Section("context", title, (Items(items),)) if items else None


def _objects(page: Page) -> tuple[Item, ...]:
    return tuple(
        Item(
            page.woven(
                mark("Contested: {name} ({type}){support}."),
                name=clean(thing.name),
                type=page.say(OBJECTS[thing.type]),
                support=page.references.support(thing.because, whole=True),
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
                *page.references.support(relation.because, whole=True),
                Text("."),
            ),
            f"r-{number}",
        )
        for number, relation in enumerate(page.dispute.relations, 1)
    )


def _relation(page: Page, relation: Relation) -> str:
    known = {party.id for party in page.dispute.parties}
    target = relation.target or page.say("a party that is not named")
    named = page.voice.name(target) if target in known else clean(target)
    source = page.voice.name(relation.source)
    one, more = RELATIONS[relation.kind]
    number = page.voice.count(relation.source)
    words = page.many(one, more, number, source=source, target=named)
    if not relation.since:
        return words
    return page.say("{relation} (since {date})", relation=words,
                    date=page.tongue.date(relation.since))  # fmt: skip


def _changes(page: Page) -> tuple[Item, ...]:
    return tuple(
        Item(
            page.woven(
                mark("{whose} position {change}: from{earlier} to{later}."),
                whose=capitalised(page.voice.whose(change.holder)),
                change=page.say(CHANGES[change.sort]),
                earlier=page.references.refs((change.earlier,)),
                later=page.references.refs((change.later,)),
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
            page.woven(
                mark("Left out: {what}{support}."),
                what=clean(entry.what) + (f" ({clean(entry.why)})" if entry.why else ""),
                support=page.references.support(entry.because, whole=True),
            ),
            f"l-{number}",
        )
        for number, entry in enumerate(page.dispute.left_out, 1)
    )
    if left:
        blocks.append(Items(left))
    return (
        Section("check", page.say("What to check first, and what was left out"), tuple(blocks))
        if blocks
        else None
    )
