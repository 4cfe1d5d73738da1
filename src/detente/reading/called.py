"""Under which other names an article speaks of a thing: "the silo of Brennfeld", "the silo"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.arguments import noun_phrase
from detente.reading.parsed import Token
from detente.reading.parties.bodies import is_crowd
from detente.reading.scene import Scene
from detente.reading.syntax import NOMINAL
from detente.reading.things import type_of
from detente.reading.wording import words

_MENTIONS = 12  # of a name that are looked at
_LONGEST = 60  # characters of a name
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})


def names(scene: Scene, name: str) -> tuple[str, ...]:
    """The other names of a thing, in the order in which the article first uses them.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "The silo of Brennfeld stands empty. Haas Mills owns the silo."
    >>> names(build(Document("d1", text=text)), "Brennfeld")
    ('silo of Brennfeld', 'silo')
    """
    parties = {one for actor in scene.parties for one in (actor.name, *actor.aliases)}
    found = dict[str, None]()
    for root in _mentions(scene, name):
        for other in _beside(scene, root):
            found.setdefault(other)
    wanted = (one for one in found if one != name and one not in parties)
    return tuple(one for one in wanted if 1 < len(one) <= _LONGEST)


def _mentions(scene: Scene, name: str) -> Iterator[Token]:
    """The heads of the phrases that name it."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for _, match in zip(range(_MENTIONS), pattern.finditer(scene.document.text), strict=False):
        span = scene.doc.char_span(match.start(), match.end())
        if span is not None:
            yield span.root


def _beside(scene: Scene, root: Token) -> Iterator[str]:
    """What the phrases around a mention call it."""
    if root.pos_ not in NOMINAL:
        return
    whole = root
    if root.dep_ == "pobj" and root.head.lower_ == "of" and _is_thing(scene, root.head.head):
        whole = root.head.head  # "the silo of Brennfeld"
    elif root.dep_ == "compound" and _is_thing(scene, root.head):
        whole = root.head  # "the Brennfeld silo"
    if whole is not root or root.pos_ == "NOUN":
        yield _phrase(scene, whole)
    yield from _alone(scene, whole)
    for other in (whole, root):
        beside = [c for c in other.children if c.dep_ == "appos"]
        beside += [other.head] if other.dep_ == "appos" else []
        for each in beside:
            if each.pos_ == "PROPN" or _is_thing(scene, each):
                yield _phrase(scene, each)
                yield from _alone(scene, each)


def _is_thing(scene: Scene, noun: Token) -> bool:
    """Whether a noun is for a thing: no party, no people, no part or amount of something."""
    if noun.pos_ != "NOUN" or scene.refers(noun) or type_of(noun) == "persons":
        return False
    return not (is_crowd(noun.lemma_) or {noun.lower_, noun.lemma_.lower()} & _NO_NAMES)


_NO_NAMES = words("""
    part half side end edge north south east west outskirt outskirts heart centre center mayor king
    queen president head leader capital rest most many one name shore coast middle
    government people state case question issue matter number lot kind sort type owner return loss
    future use control fate sale closure status ownership ruler army""")


def _phrase(scene: Scene, head: Token) -> str:
    """The noun phrase, without what stands before its own words."""
    tokens = list(noun_phrase(head))
    while tokens and (tokens[0].pos_ in _BEFORE or tokens[0].dep_ == "poss"):
        del tokens[0]
    if not tokens:
        return head.text
    return " ".join(scene.quote(tokens[0], tokens[-1])[2].split())


_BEFORE = frozenset({"DET", "PUNCT", "PART", "PRON", "SPACE", "ADP", "CCONJ"})


def _alone(scene: Scene, head: Token) -> Iterator[str]:
    """The noun by itself, where the article speaks of it so: "the silo"."""
    if head.pos_ in NOMINAL and head.lower_ in _alone_in(scene):
        yield head.lower_


def _alone_in(scene: Scene) -> frozenset[str]:
    """The nouns of an article that stand alone after "the" or "its"."""
    found = scene.doc.memory.get("alone")
    if not isinstance(found, frozenset):
        found = frozenset(
            noun.lower_ for noun in scene.nouns if noun.i and noun.nbor(-1).lower_ in _DEFINITE
        )
        scene.doc.memory["alone"] = found
    return found
