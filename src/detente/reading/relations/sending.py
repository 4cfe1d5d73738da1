"""Who goes between through those whom it sends or names: a mission, a former president."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.parties.going_between import is_go_between
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.wording import words


def sends_somebody(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The bloc is sending a former president", "A twice sent a mission": a third one's."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    sent = things_of(verb)
    if not any(_is_emissary(t) for t in sent):
        return
    named = [a for t in sent for a in (t, *t.children) if a.pos_ == "PROPN"]
    if verb.lemma_ in {"name", "appoint"}:
        for source in (p for t in named for p in reader.people(t)):
            if not reader.is_side(source):
                yield said_in_clause("mediates", source, None, verb)
        return
    for source in reader.acting(doer(verb)):
        actor = reader.scene.by_id.get(source)
        body = actor is not None and actor.type != "person"
        if body and reader.is_third(source):
            yield said_in_clause("mediates", source, None, verb)


def _is_emissary(token: Token) -> bool:
    """As in "a mission", "its former president A", "a retired judge as special envoy"."""
    if is_go_between(token):
        return True
    if token.lemma_.lower() in _EMISSARIES:
        return not any(t.lemma_.lower() in _WATCHING for t in prepositional(token, "of"))
    near = [token, *(c for c in token.children if c.dep_ in {"compound", "appos", "amod"})]
    old = {"former", "retired", "veteran", "special"} & {
        t.lower_ for each in near for t in (each, *each.children)
    }
    return bool(old) and any(t.lemma_.lower() in _STATESMEN for t in near)


_WATCHING = words("monitor observer inspector policeman police soldier troop trainer expert")
_EMISSARIES = words("mission envoy mediator emissary facilitator conciliator")
_STATESMEN = words("president minister chancellor premier ambassador judge secretary diplomat")
_SENT = words("send dispatch despatch appoint name")

WAYS = (Way(sends_somebody, lemmas=_SENT),)
