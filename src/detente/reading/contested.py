"""Names of no known kind that stand for places: somebody claims, holds or quarrels about them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.things import name_of
from detente.reading.wording import words

_HOLDING = words("""
    claim occupy administer annex govern cede seize capture recapture retake colonise colonize
    garrison reclaim liberate dispute contest""")
_HOLD = words("""
    claim sovereignty control occupation annexation administration rule hold grip jurisdiction
    ownership possession""")
_REGARDING = words("regard consider see view treat")
_AT_ODDS = words("""
    dispute row quarrel war conflict spat standoff feud fight odds rivalry loggerheads""")
_CONTESTED = words("disputed contested occupied breakaway annexed divided self-ruled coveted")


def held_names(scene: Scene) -> Iterator[str]:
    """Names of no known kind that somebody claims, holds or quarrels about: "the row over Orm".

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> [*held_names(build(Document("d1", text="Norway regards Orm as disputed.")))]
    ['Orm']
    """
    for token in scene.words:
        if token.pos_ == "PROPN" and token.dep_ != "compound" and _is_held_name(token):
            found = name_of(scene, token) if not scene.refers(token) else None
            if found is not None and found.proper:
                yield found.name


def _is_held_name(name: Token) -> bool:
    above = name.head
    if any(child.lower_ in _CONTESTED for child in name.children):
        return True
    if name.dep_ == "pobj":
        lemma = above.head.lemma_.lower()
        held = above.lower_ in {"of", "over", "to", "on"} and lemma in _HOLD
        return held or (above.lower_ == "over" and lemma in _AT_ODDS)
    if name.dep_ not in {"dobj", "nsubjpass"}:
        return False
    return above.lemma_ in _HOLDING or (above.lemma_ in _REGARDING and _is_contested(above))


def _is_contested(verb: Token) -> bool:
    """As in "regards Orm as disputed", "considers Orm part of its land"."""
    return any(t.lower_ in _CONTESTED or t.lower_ == "part" for t in verb.subtree if t.i > verb.i)
