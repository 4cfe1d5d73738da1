"""What "it" or a land's noun stands for as the end of a relation: by what was told just before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.arguments import doer, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.parsed import Token
from detente.reading.syntax import subject, verb_above
from detente.reading.things import type_of
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.relations.reader import Reader

FINDINGS = words("award ruling verdict judgment judgement decision finding result referendum line")
_HELD = words("title claim plan proposal formula draft position demand stance case cause bid call")
_BACK = 2  # sentences
_RECOGNISING = frozenset({"recognise", "recognize", "acknowledge"})


def whose_before(reader: Reader, token: Token) -> tuple[str, ...]:
    """Of "A recognised B's title, and C stands behind it", B."""
    before = reversed(token.doc[token.sent.start : token.i])
    held = (t for t in before if t.pos_ == "NOUN" and t.lemma_ in _HELD)
    return next((whose for t in held if (whose := owners(reader.scene, t))), ())


def recognised(reader: Reader, token: Token) -> tuple[str, ...]:
    """Whom or what "it" is that somebody recognises or not."""
    before = _recognised_before(reader, token)
    return before or _pact_before(reader, token) or _told_of_before(reader, token)


def _pact_before(reader: Reader, token: Token) -> tuple[str, ...]:
    """Of "A, which never signed the pact, does not recognise it": the pact."""
    at = token.sent.start
    start = token.doc[at - 1].sent.start if at else at
    before = token.doc[start : token.i]
    pacts = [t for t in before if type_of(t) == "agreement" or t.lemma_.lower() in FINDINGS]
    pacts = pacts or [t for t in before if type_of(t) == "institution"]
    thing = reader.places.resolve(pacts[-1]) if pacts else None
    return (thing.name,) if thing else ()


def _recognised_before(reader: Reader, token: Token) -> tuple[str, ...]:
    """Of "A recognised B. C does not recognise it", B."""
    start = token.sent.start
    for _ in range(_BACK):
        start = token.doc[start - 1].sent.start if start else start
    for verb in reversed(token.doc[start : token.i]):
        if verb.lemma_ in _RECOGNISING and verb.pos_ == "VERB" and verb is not token.head:
            things = (t for t in things_of(verb) if t.i < token.i)
            found = tuple(p for t in things for p in reader.target("recognises", t))
            if found:
                return found
    return ()


def _told_of_before(reader: Reader, token: Token) -> tuple[str, ...]:
    """Of "B declared independence. A recognised it": of whom the sentence before tells."""
    at = token.sent.start
    before = token.doc[at - 1].sent if at else None
    who = subject(before.root) if before is not None else None
    return reader.sides(who) if who is not None and who.pos_ == "PROPN" else ()


def land_called(reader: Reader, token: Token) -> tuple[str, ...]:
    """Of "the breakaway republic of Karu", Karu, be it a party or none."""
    named = [t for t in prepositional(token, "of") if t.pos_ == "PROPN"]
    found = tuple(p for t in named for p in reader.named_there(t) or reader.mentioned(t))
    return found or tuple(t.doc[t.left_edge.i : t.i + 1].text for t in named)


def in_clause_before(reader: Reader, token: Token) -> tuple[str, ...]:
    """Of "B declared independence; neither A nor C recognised it", B."""
    verb = verb_above(token)
    if token.lower_ != "it" or verb is None:
        return ()
    before = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    before += [verb.head] if verb.dep_ == "conj" else []
    own = reader.sides(doer(verb))
    told = (reader.acting(subject(clause)) for clause in before)
    return next((who for who in told if who and not {*who} & {*own}), ())
