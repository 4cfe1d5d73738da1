"""What part a name plays in its sentence: subject, place, speaker, agent; as far as cues tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from detente.reading.languages.grammar import Grammar
from detente.reading.languages.named import Named, Names


@dataclass(frozen=True, slots=True)
class Mention:
    """A party in a sentence, with the office before its name; `free`: it may be the subject.

    `place`: it is only where something is; `speaks`: it is told to say what stands there;
    `acts`: what is done is done by it.
    """

    start: int
    end: int
    id: str
    free: bool
    place: bool
    speaks: bool
    acts: bool


def mentions(text: str, names: Names, grammar: Grammar) -> list[Mention]:
    """The parties of a sentence, in order.

    >>> from detente.reading.languages import grammar
    >>> names = Names.of("fr", [("Paris", "france"), ("Londres", "united_kingdom")])
    >>> found = mentions("La demande de Paris, déclare Londres, ...", names, grammar.of("fr"))
    >>> [(mention.id, mention.free, mention.speaks) for mention in found]
    [('france', False, False), ('united_kingdom', True, True)]
    """
    places = names.places(text)
    held = [
        next_ is not None
        and not next_.bare
        and "," not in text[place.end : next_.start]
        and bool(grammar.joined.fullmatch(text, place.end, next_.start))
        for place, next_ in zip_longest(places, places[1:])
    ]
    return [_mention(text, *pair, grammar) for pair in zip(places, held, strict=True)]


def _mention(text: str, place: Named, with_object: bool, grammar: Grammar) -> Mention:  # noqa: FBT001
    head = grammar.head.search(text[: place.start])
    headed = grammar.headed.match(text, place.end)
    start = head.start() if head else place.start
    end = headed.end() if headed else place.end
    before = text[:start]
    is_place = bool(grammar.place.search(before))
    oblique = (
        grammar.held.search(text[: place.end])
        if place.people and grammar.held
        else grammar.oblique.search(before)
    )
    held = bool(oblique) or is_place or with_object
    held = held or bool(not headed and grammar.modifies.match(text, place.end))
    bare = bool(head or headed) or (place.bare and not place.people)
    speaks = bool(grammar.says.search(before) or grammar.said.match(text, end))
    speaks = speaks or bool(grammar.to.search(before) or grammar.subject_of.match(text, end))
    speaks = speaks or bool(is_place and grammar.told.match(text, end))
    ends = text[place.start : place.end].endswith(grammar.instrumental) and not place.bare
    acts = bool(grammar.agent.search(before) or grammar.agent_behind.match(text, place.end)) or ends
    free = bare and not held and bool(grammar.subject.match(text, end))
    free = free or bool(not before.strip() and grammar.sends.match(text, end))
    return Mention(start, end, place.id, free, is_place, speaks, acts)


def ids(found: Sequence[Mention]) -> tuple[str, ...]:
    """Whose mentions these are, each once, in order."""
    return tuple(dict.fromkeys(mention.id for mention in found))
