"""Who will not have it that another owns a thing: "A rejects B's claim to C", A claims C."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, prepositional
from detente.reading.events.participants import owners
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.grounds import is_had
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import verb_above
from detente.reading.wording import words

_TITLES = words("""
    sovereignty claim ownership title possession annexation occupation jurisdiction rule right""")
_REJECTING = words("reject dispute contest challenge deny protest condemn denounce oppose")
_ACCEPTING = words("recognise recognize accept acknowledge")


def rejects_title(reader: Reader, title: Token) -> Iterator[Said]:
    """As in "A disputes B's claim to C", "A has never recognised B's annexation of C"."""
    verb = verb_above(title)
    if verb is None or (title.dep_ != "nsubjpass" and (title.dep_ != "dobj" or title.i < verb.i)):
        return
    told = reality(verb)
    against = told == REAL and verb.lemma_ in _REJECTING
    if not against and not (told == NEGATED and verb.lemma_ in _ACCEPTING):
        return
    holders = owners(reader.scene, title)
    things = prepositional(title, "over", "to", "of", "on")
    for source in reader.acting(doer(verb)):
        if not holders or source in holders or not _is_ruler(reader, source):
            continue
        for target in (one for t in things for one in reader.target("claims", t)):
            if is_had(reader.scene, target):
                yield said_in_clause("claims", source, target, verb)


def _is_ruler(reader: Reader, id_: str) -> bool:
    """Whether it is one of the two, or a state."""
    actor = reader.scene.by_id.get(id_)
    return reader.is_side(id_) or (actor is not None and actor.type == "state")


WAYS = (Way(rejects_title, lemmas=_TITLES, parts=frozenset({"NOUN"})),)
