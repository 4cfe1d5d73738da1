"""The paths from a state to a goal, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from detente.analysis.sequences import Path, Paths
from detente.dispute.model import Dispute
from detente.showing.blocks import Brief, Item, Items, Paragraph, Section, Text
from detente.showing.words.concessions import stepped
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised, counted
from detente.showing.words.names import clean

_SORTS = {
    "improvements": "By improvements alone",
    "steps": "By what parties would do, alone or by agreement",
    "moves": "By any moves",
}


def routes(dispute: Dispute, found: Paths, most: int) -> Brief:
    """A section for each sort of path, the shortest first, at most so many of a sort.

    Examples
    --------
    >>> from detente.analysis import paths
    >>> from detente.dispute.file import loads
    >>> dispute = loads("{detente: 1, title: T, resolution: a.x, parties: {a: {options: {x: }}}}")
    >>> [section.title for section in routes(dispute, paths(dispute), 3).sections][-1]
    'How far gains lead'
    """
    voice = Voice(dispute)
    sections = tuple(
        Section(sort, title, (_block(voice, getattr(found, sort), found, most),))
        for sort, title in _SORTS.items()
    )
    return Brief(
        clean(dispute.title), (Text(f"To: {found.to}"),), (*sections, _tree(voice, found)), ()
    )


def _tree(voice: Voice, found: Paths) -> Section:
    """How far improvements lead, and by whom, with the bound where it is met."""
    if found.tree:
        movers = voice.names(dict.fromkeys(branch.party for branch in found.tree))
        many = "more than " * found.cut + counted(len(found.tree), "state")
        moves = counted(max(branch.length for branch in found.tree), "move")
        text = f"Moves by which each time {movers} would gain lead to {many}, within {moves}."
    else:
        movers = voice.names((party.id for party in voice.dispute.decision_makers), "or")
        text = f"No move of {movers} alone would make the mover better off."
    return Section("tree", "How far gains lead", (Paragraph((Text(text),)),))


def _block(voice: Voice, ways: tuple[Path, ...], found: Paths, most: int) -> Items | Paragraph:
    if not ways:
        return Paragraph((Text("None leads there."),))
    items = [
        Item((Text(_told(voice, way, found.start)), *_risks(voice, way, found)))
        for way in islice(ways, most)
    ]
    if len(ways) > most:
        items.append(Item((Text(f"and {len(ways) - most} more", "muted"),)))
    return Items(tuple(items))


def _risks(voice: Voice, way: Path, found: Paths) -> Iterator[Text]:
    """Where a path may fail, a clause for each sort, with those who would fail it."""
    for kind, told in _RISKS.items():
        names = dict.fromkeys(risk.party for risk in found.risks.get(way, ()) if risk.kind == kind)
        if names:
            plural = voice.plural(list(names))
            verb, own = ("have", "their") if plural else ("has", "its")
            words = told.format(who=voice.names(names), has=verb, its=own)
            yield Text(f" {capitalised(words)}.", "muted")


_RISKS = {
    "unwilling": "{who} would like {its} own step less than staying",
    "sanctioned": "{who} {has} to fear the answer to {its} step",
    "stray": "on the way {who} could gain by another step, which leads elsewhere",
}


def _told(voice: Voice, way: Path, start: str) -> str:
    return capitalised("; then ".join(stepped(voice, way, start))) + "."
