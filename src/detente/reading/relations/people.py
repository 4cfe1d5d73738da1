"""Whose people a noun stands for that names no party: "supports the strikers", "backs the walkout".

Where one of the two of the dispute is made of people (a crowd, a union) and the other is not, it is
that one.
"""

from __future__ import annotations

from detente.reading.arguments import doer
from detente.reading.grammar import DEFINITE
from detente.reading.parsed import Token
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.names import head_kind
from detente.reading.scene import Scene
from detente.reading.syntax import verb_above
from detente.reading.wording import words

_FOLK = words("man woman worker staff striker picket crew workforce employee protester")
_STOPPAGES = words("""
    strike walkout stoppage picket sit-in boycott protest blockade go-slow lockdown occupation
    sit-down work-to-rule demonstration march rally defiance""")


def side(scene: Scene, noun: Token) -> tuple[str, ...]:
    """The one of the two whose people, or whose protest, a noun with an article stands for.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = (
    ...     "The Harbour Workers' Union rejected it. Ostrava Port insists. "
    ...     "Ana Berg backs the strike."
    ... )
    >>> scene = build(Document("d1", text=text))
    >>> side(scene, scene.doc[len(scene.doc) - 2])
    ('harbour_workers_union',)
    """
    if not any(child.lower_ in DEFINITE for child in noun.children):
        return ()
    lemma = noun.lemma_.lower()
    people = noun.tag_ == "NNS" and (is_crowd(lemma) or lemma in _FOLK)
    if not (people or lemma in _STOPPAGES or lemma in {"staff", "crew", "workforce"}):
        return ()
    verb = verb_above(noun)
    own = {*scene.refers(who)} if verb is not None and (who := doer(verb)) is not None else set()
    found = tuple(id_ for id_ in scene.pair if id_ not in own and _is_of_people(scene, id_))
    return found if len(found) == 1 and len(scene.pair) > 1 else ()


def _is_of_people(scene: Scene, id_: str) -> bool:
    actor = scene.by_id[id_]
    return actor.type == "group" or head_kind(actor.name) == "union" or actor.type == "union"
