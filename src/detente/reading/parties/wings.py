"""A party's wings, where one of them acts against the rest: "the left wing of the Alliance"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.parsed import Doc, Token
from detente.reading.parties.bodies import CALLED
from detente.reading.parties.cast import RULED, Cast, Entry, wills
from detente.reading.parties.names import Name, text_of
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

_WINGS = words("wing faction camp current tendency minority flank")
_LEANING = words("""
    left right moderate radical liberal conservative reformist reform hardline hard-line
    traditionalist progressive centrist nationalist dissident rebel socialist pragmatic""")


def gather(doc: Doc, found: Cast) -> None:
    """Enter the wing of a party that does something, under its own name where it has one.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "The left wing of the Sun Party will leave unless the Sun Party yields."
    >>> [party.name for party in build(Document("d1", text=text)).parties]
    ['left wing', 'Sun Party']
    >>> text += " Ana Berg leads the faction known as Roots. Roots refused."
    >>> [party.name for party in build(Document("d1", text=text)).parties if "R" in party.name]
    ['Roots']
    """
    told = [token for token in doc if _is_wing(token) and token.i not in found.named]
    leanings = {_leaning(token) for token in told}
    acting = [token for token in told if token.dep_ in SUBJECTS and wills(token)]
    if len(leanings) != 1 or not any(_whose(token, found) for token in acting):
        return
    called = {id_ for token in doc for id_ in _called(token, found)}
    entry = found.entries[called.pop()] if len(called) == 1 else None
    entry = entry or found.enter(_text(doc, acting[0]), "group", acting[0].i - 1)
    entry.descriptions |= {"wing", "faction"}
    for token in told:
        found.add(Name(token.i - 1, token.i + 1, _text(doc, token)), entry.id, "collective", doc)


def _is_wing(token: Token) -> bool:
    return token.tag_ == "NN" and token.lower_ in _WINGS and _leaning(token) is not None


def _leaning(wing: Token) -> str | None:
    """Where a wing stands: "left" of "the left wing"."""
    before = wing.doc[wing.i - 1] if wing.i else wing
    return before.lower_ if before.lower_ in _LEANING and before.head is wing else None


def _whose(wing: Token, found: Cast) -> Iterator[Entry]:
    """The party of which it is a wing."""
    owners = [child for child in wing.children if child.dep_ == "poss"]
    of = (child for child in wing.children if child.lower_ == "of")
    owners += [one for prep in of for one in prep.children if one.dep_ == "pobj"]
    for owner in owners:
        entry = found.entries.get(found.named.get(owner.i, ""))
        if entry is not None and not (entry.is_person or entry.type in RULED):
            yield entry


def _called(token: Token, found: Cast) -> Iterator[str]:
    """Of "the faction known as Roots": the id of Roots."""
    if token.lower_ not in _WINGS | {"group", "caucus", "platform"}:
        return
    for clause in (child for child in token.children if child.lower_ in CALLED):
        yield from (found.named[one.i] for one in clause.subtree if one.i in found.named)


def _text(doc: Doc, wing: Token) -> str:
    return text_of(doc, wing.i - 1, wing.i + 1)
