"""An index of briefs: one page that leads to each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.showing.blocks import Badges, Brief, Paragraph, plain
from detente.showing.renderers.html import made
from detente.showing.words.tongue import ENGLISH, Tongue


@dataclass(frozen=True, slots=True)
class Entry:
    """A brief in the index: its file beside it, and what it says first."""

    file: str
    title: str
    lead: str
    badges: tuple[str, ...]

    @classmethod
    def of(cls, file: str, brief: Brief) -> Entry:
        """The entry of a brief."""
        blocks = [block for section in brief.sections[:1] for block in section.blocks]
        lead = next((plain(block.line) for block in blocks if isinstance(block, Paragraph)), "")
        badges = next((block.badges for block in blocks if isinstance(block, Badges)), ())
        return cls(file, brief.title, lead, tuple(badge.text for badge in badges))


def index(entries: Sequence[Entry], tongue: Tongue = ENGLISH) -> str:
    """The page of an index, in a language, with the policy of a brief.

    Examples
    --------
    >>> page = index([Entry("ferry.html", "Ferry <line>", "Stuck.", ())])
    >>> '<a href="ferry.html">Ferry &lt;line&gt;</a>' in page
    True
    """
    about = tongue.many(
        "{n} dispute; each brief is a page of its own.",
        "{n} disputes; each brief is a page of its own.",
        len(entries),
    )
    return made("gallery.html", entries=entries, about=about, tongue=tongue, say=tongue.say)
