"""The paths from a state to a goal, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from detente.analysis.sequences import Path, Paths
from detente.dispute.model import Dispute
from detente.showing.blocks import Brief, Item, Items, Paragraph, Section, Text
from detente.showing.words.concessions import stepped
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised
from detente.showing.words.names import clean
from detente.showing.words.tongue import ENGLISH, Tongue, mark, mark_many

_SORTS = {
    "improvements": mark("By improvements alone"),
    "steps": mark("By what parties would do, alone or by agreement"),
    "moves": mark("By any moves"),
}


def routes(dispute: Dispute, found: Paths, most: int, tongue: Tongue = ENGLISH) -> Brief:
    """A section for each sort of path, the shortest first, at most so many of a sort.

    Examples
    --------
    >>> from detente.analysis import paths
    >>> from detente.dispute.file import loads
    >>> dispute = loads("{detente: 1, title: T, resolution: a.x, parties: {a: {options: {x: }}}}")
    >>> [section.title for section in routes(dispute, paths(dispute), 3).sections][-1]
    'How far gains lead'
    """
    voice = Voice(dispute, tongue)
    sections = tuple(
        Section(sort, tongue.say(title), (_block(voice, getattr(found, sort), found, most),))
        for sort, title in _SORTS.items()
    )
    about = (Text(tongue.say("To: {goal}", goal=found.to)),)
    parts = (*sections, _tree(voice, found))
    return Brief(clean(dispute.title), about, parts, (), tongue.language)


def _tree(voice: Voice, found: Paths) -> Section:
    """How far improvements lead, and by whom, with the bound where it is met."""
    tongue = voice.tongue
    if found.tree:
        names = voice.names(dict.fromkeys(branch.party for branch in found.tree))
        longest = max(branch.length for branch in found.tree)
        text = tongue.say(
            _LEADS[found.cut],
            names=names,
            states=tongue.many("{n} state", "{n} states", len(found.tree)),
            moves=tongue.many("{n} move", "{n} moves", longest),
        )
    else:
        names = voice.either(party.id for party in voice.dispute.decision_makers)
        text = tongue.say("No move of {names} alone would make the mover better off.", names=names)
    title = tongue.say("How far gains lead")
    return Section("tree", title, (Paragraph((Text(text),)),))


_LEADS = {
    False: mark("Moves by which each time {names} would gain lead to {states}, within {moves}."),
    True: mark(
        "Moves by which each time {names} would gain lead to more than {states}, within {moves}."
    ),
}


def _block(voice: Voice, ways: tuple[Path, ...], found: Paths, most: int) -> Items | Paragraph:
    if not ways:
        return Paragraph((Text(voice.tongue.say("None leads there.")),))
    items = [
        Item((Text(_told(voice, way, found.start)), *_risks(voice, way, found)))
        for way in islice(ways, most)
    ]
    if len(ways) > most:
        left = len(ways) - most
        more = voice.tongue.many("and {n} more", "and {n} more", left)
        items.append(Item((Text(more, "muted"),)))
    return Items(tuple(items))


def _risks(voice: Voice, way: Path, found: Paths) -> Iterator[Text]:
    """Where a path may fail, a clause for each sort, with those who would fail it."""
    for kind, (one, more) in _RISKS.items():
        names = dict.fromkeys(risk.party for risk in found.risks.get(way, ()) if risk.kind == kind)
        if names:
            words = voice.tongue.many(one, more, voice.count(*names), names=voice.names(names))
            yield Text(f" {capitalised(words)}.", "muted")


_RISKS = {
    "unwilling": mark_many(
        "{names} would like its own step less than staying",
        "{names} would like their own step less than staying",
    ),
    "sanctioned": mark_many(
        "{names} has to fear the answer to its step",
        "{names} have to fear the answer to their step",
    ),
    "stray": mark_many(
        "on the way {names} could gain by another step, which leads elsewhere",
        "on the way {names} could gain by another step, which leads elsewhere",
    ),
}


def _told(voice: Voice, way: Path, start: str) -> str:
    return capitalised(voice.tongue.then(stepped(voice, way, start))) + "."
