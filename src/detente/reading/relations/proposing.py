"""Who goes between by proposing: "The bishop floated a compromise"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.between import PLANS, is_both, thirds
from detente.reading.relations.neutral import is_neutral
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said
from detente.reading.relations.ways import Way
from detente.reading.wording import words

_PROPOSING = words("""
    propose float table suggest present offer submit circulate draft unveil hand draw
    work devise outline""")

_PUTTING = words("put bring set come lay place")

_BRIDGES = words("compromise formula middle-way non-paper settlement truce bridging accommodation")
_DRAFTS = words("draft text paper non-paper")


def proposes(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The bishop floated a compromise", "A put forward a bridging proposal": a third one."""
    phrasal = verb.lemma_ in _PUTTING and any(
        c.lower_ in {"forward", "forth", "up", "out", "before", "on"} for c in verb.children
    )
    if not (phrasal or verb.lemma_ in _PROPOSING) or is_passive(verb) or reality(verb) != REAL:
        return
    things = [*things_of(verb), *prepositional(verb, "with")]
    bridge = any(t.lemma_.lower() in _BRIDGES for t in things) or any(
        c.lower_ in _BRIDGES for t in things for c in t.children
    )
    plan = any(t.lemma_.lower() in PLANS for t in things)
    told = verb.lemma_ in {"propose", "suggest"} and any(
        c.dep_ in {"ccomp", "xcomp"} for c in verb.children
    )
    who = doer(verb)
    draft = any(t.lemma_.lower() in _DRAFTS for t in things) and verb.lemma_ in _TABLING
    both = any(is_both(reader, t) for t in prepositional(verb, "to", "before"))
    if who is None or not (bridge or draft or both or ((plan or told) and is_neutral(who))):
        return
    yield from thirds(reader, verb)


_TABLING = words("table circulate present submit draft draw")

WAYS = (Way(proposes, lemmas=_PROPOSING | _PUTTING),)
