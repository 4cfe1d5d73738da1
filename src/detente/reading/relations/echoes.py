"""What is told again without its verb: "A recognises B; C does not", "and so does C"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import conjoined, particle, prepositional, things_of
from detente.reading.events.words import forms
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations import corners, helping, pacts, siding, verbs
from detente.reading.relations.cues import PHRASES, VERBS
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way, Ways
from detente.reading.wording import words

_HELD = frozenset({"claims", "aligned", "opposes"})
_OF_STATES = {True: "not_recognises", False: "recognises"}  # whether it is denied
_NOT = words("not n't n’t neither nor")
_BACK = 40  # tokens back to the verb that is not said again


def echoes(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A recognises B, but C does not and neither does D", "A claims B, and so does C"."""
    who = _who(verb)
    before = _before(verb) if who is not None else None
    if who is None or before is None or reality(before) not in {REAL, NEGATED}:
        return
    denied = _is_denied(verb, who)
    told_of = dict.fromkeys(
        (said.kind, said.target)
        for said in _TOLD.said(reader, (before, *prepositional(before, "on", "in", "behind")))
    )
    for kind, target in told_of:
        is_of_states = kind in {"recognises", "not_recognises"}
        if not is_of_states and (kind not in _HELD or denied):
            continue
        told = _OF_STATES[denied] if is_of_states else kind
        for each in conjoined(who):
            for source in reader.named(each):
                if source != target:
                    yield said_in_clause(told, source, target, verb)


def _who(verb: Token) -> Token | None:
    """Who does, where nothing is said to be done."""
    own = (c for c in verb.children if c.i > verb.i or c.dep_ != "ccomp")  # not "A went; B did too"
    if verb.dep_ in {"aux", "auxpass"} or any(
        c.dep_ in {"xcomp", "ccomp", "prt", "acomp"} or (c.pos_ == "VERB" and c.dep_ != "conj")
        for c in own
    ):
        return None
    named = [c for c in verb.children if c.pos_ in {"PROPN", "NOUN"}]
    if verb.lemma_ != "do" and not _is_inverted(verb, named):
        return None
    return named[0] if len(named) == 1 and named[0].dep_ in _PLACES else None


def _is_inverted(verb: Token, named: list[Token]) -> bool:
    """As in "so has A", "as is A"."""
    before = {c.lower_ for c in verb.children if c.i < verb.i}
    if verb.i:
        before.add(verb.nbor(-1).lower_)
    return bool(before & {"so", "as"}) and all(each.i > verb.i for each in named)


_PLACES = frozenset({"nsubj", "dobj", "attr", "npadvmod"})  # "neither do A and B"


def _is_denied(verb: Token, who: Token) -> bool:
    near = {c.lower_ for c in (*verb.children, *who.children)}
    if verb.i:
        near.add(verb.nbor(-1).lower_)
    return bool(near & _NOT)


def _before(verb: Token) -> Token | None:
    """The verb that is meant: the nearest before it that tells a relation."""
    for token in reversed(verb.doc[max(0, verb.i - _BACK) : verb.i]):
        if token.pos_ in {"VERB", "AUX"} and _tells(token):
            return token
    return None


def _tells(verb: Token) -> bool:
    kinds = VERBS.get(particle(verb))
    if (kinds and things_of(verb)) or any(form in PHRASES for form in forms(verb)):
        return True
    return any(t.lemma_ in corners.BESIDE for t in prepositional(verb, "on", "in"))


_TOLD = Ways((*verbs.WAYS, *pacts.WAYS, *corners.WAYS, *siding.WAYS, *helping.WAYS))
WAYS = (Way(echoes, lemmas=words("do have be")),)
