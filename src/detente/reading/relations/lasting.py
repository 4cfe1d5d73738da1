"""Who has had a thing for long, would have it back, or says that he acquired it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, particle, things_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.grounds import is_had
from detente.reading.relations.owning import is_ground
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way, heads
from detente.reading.wording import words


def has_had(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has had the isles since 1902"."""
    since = any(c.dep_ == "prep" and c.lower_ == "since" for c in verb.children)
    if verb.tag_ != "VBN" or not since or reality(verb) != REAL:
        return
    yield from _of_grounds(reader, "controls", verb)


def _of_grounds(reader: Reader, kind: str, verb: Token) -> Iterator[Said]:
    """What a verb tells of whoever does it and of the lands that it is done to."""
    for thing in (t for t in things_of(verb) if is_ground(reader.things_head(t))):
        for source in reader.sides(doer(verb)):
            for target in reader.target(kind, thing):
                if is_had(reader.scene, target):
                    yield said_in_clause(kind, source, target, verb)


_RECOVERING = words("recover regain win_back get_back retrieve")


def would_recover(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has gone to court to recover the isles"."""
    if particle(verb) in _RECOVERING and verb.tag_ == "VB":
        yield from _of_grounds(reader, "claims", verb)


_ACQUIRING = words("buy purchase inherit build plant settle discover clear")


def says_acquired(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A insists that it bought the land in good faith": in his own voice."""
    if verb.tag_ not in {"VBD", "VBN"} or reality(verb) != REAL:
        return
    voice = reader.voice(verb)
    if voice.is_narrator or voice.doubted or voice.asked or len(voice.holder) != 1:
        return
    if verb.dep_ == "ccomp" and {*voice.holder} & {*reader.sides(doer(verb))}:
        yield from _of_grounds(reader, "claims", verb)


WAYS = (
    Way(says_acquired, lemmas=_ACQUIRING),
    Way(has_had, lemmas=words("have keep")),
    Way(would_recover, lemmas=heads(_RECOVERING)),
)
