"""The paths from a state to a goal, in words."""

from __future__ import annotations

from itertools import islice

from detente.analysis.sequences import Path, Paths
from detente.dispute.model import Dispute
from detente.showing.blocks import Brief, Item, Items, Paragraph, Section, Text
from detente.showing.words.concessions import stepped
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised
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
    'By any moves'
    """
    voice = Voice(dispute)
    sections = tuple(
        Section(sort, title, (_block(voice, getattr(found, sort), found.start, most),))
        for sort, title in _SORTS.items()
    )
    return Brief(clean(dispute.title), (Text(f"To: {found.to}"),), sections, ())


def _block(voice: Voice, ways: tuple[Path, ...], start: str, most: int) -> Items | Paragraph:
    if not ways:
        return Paragraph((Text("None leads there."),))
    items = [Item((Text(_told(voice, way, start)),)) for way in islice(ways, most)]
    if len(ways) > most:
        items.append(Item((Text(f"and {len(ways) - most} more", "muted"),)))
    return Items(tuple(items))


def _told(voice: Voice, way: Path, start: str) -> str:
    return capitalised("; then ".join(stepped(voice, way, start))) + "."
