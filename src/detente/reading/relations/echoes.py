"""What is told again without its verb: "A recognises B; C does not", "and so does C"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import conjoined, particle, things_of
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.cues import VERBS
from detente.reading.relations.reader import Reader, Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.wording import words

_HELD = frozenset({"recognises", "claims", "aligned"})
_NOT = words("not n't n’t neither nor")
_BACK = 40  # tokens back to the verb that is not said again


def echoes(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A recognises B, but C does not and neither does D", "A claims B, and so does C"."""
    who = _who(verb)
    before = _before(verb) if who is not None else None
    if who is None or before is None or reality(before) not in {REAL, NEGATED}:
        return
    denied = _is_denied(verb, who)
    for kind in VERBS[particle(before)]:
        if kind not in _HELD or (denied and kind != "recognises"):
            continue
        told = "not_recognises" if denied else kind
        targets = [t for thing in things_of(before) for t in reader.target(kind, thing)]
        for each in conjoined(who):
            for source in reader.scene.refers(each):
                for target in targets:
                    yield said_in_clause(told, source, target, verb)


def _who(verb: Token) -> Token | None:
    """Who does, where nothing is said to be done."""
    if verb.dep_ in {"aux", "auxpass"} or any(
        c.dep_ in {"xcomp", "ccomp", "prt", "acomp"} or (c.pos_ == "VERB" and c.dep_ != "conj")
        for c in verb.children
    ):
        return None
    named = [c for c in verb.children if c.pos_ in {"PROPN", "NOUN"}]
    return named[0] if len(named) == 1 and named[0].dep_ in _PLACES else None


_PLACES = frozenset({"nsubj", "dobj", "attr", "npadvmod"})  # "neither do A and B"


def _is_denied(verb: Token, who: Token) -> bool:
    near = {c.lower_ for c in (*verb.children, *who.children)}
    if verb.i:
        near.add(verb.nbor(-1).lower_)
    return bool(near & _NOT)


def _before(verb: Token) -> Token | None:
    """The verb that is meant: the nearest before it that tells a relation."""
    for token in reversed(verb.doc[max(0, verb.i - _BACK) : verb.i]):
        if token.pos_ == "VERB" and VERBS.get(particle(token)) and things_of(token):
            return token
    return None


WAYS = (Way(echoes, lemmas=frozenset({"do"})),)
