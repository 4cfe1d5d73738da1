"""Whom or what somebody recognises or not: a land, a pact, "it" of which was told just before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import within
from detente.reading.parsed import Token
from detente.reading.syntax import subject, verb_above
from detente.reading.things import type_of
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.relations.reader import Reader

_FINDINGS = words("award ruling verdict judgment judgement decision finding result referendum line")
_BACK = 2  # sentences
_RECOGNISING = frozenset({"recognise", "recognize", "acknowledge"})


def of(reader: Reader, kind: str, token: Token) -> tuple[str, ...]:
    """The parties, or the name of a thing, that a noun phrase says are recognised or are not.

    Parameters
    ----------
    reader, kind
        The article; ``recognises`` or ``not_recognises``.
    token
        The head of the noun phrase.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.relations.reader import Reader
    >>> text = "Norway recognised Kosovo. Greece will not recognise it, nor its passports."
    >>> reader = Reader(scene.build(Document("d1", text=text)))
    >>> [of(reader, "recognises", reader.scene.doc[at]) for at in (2, 8)]
    [('kosovo',), ('kosovo',)]
    """
    if (own := _of_a_people(token)) is not None:
        return own
    land = token.lemma_ in _LANDS
    told = _land_called(reader, token) if land else _in_clause_before(reader, token)
    if token.lemma_ in _RULE:  # "has never recognised A's rule there"
        told = told or within(reader.scene, token)
    if direct := told or reader.sides(token) or reader.mentioned(token):
        return direct
    if token.lower_ == "it":
        before = _recognised_before(reader, token)
        return before or _pact_before(reader, token) or _told_of_before(reader, token)
    return _of_thing(reader, kind, token)


def _of_thing(reader: Reader, kind: str, token: Token) -> tuple[str, ...]:
    """A line or a pact, whose it is, or the land that broke away."""
    if kind == "not_recognises" and _is_drawn(token):
        return tuple(t.name for t in [reader.places.resolve(token)] if t)
    if other := _broken_away(reader, token):
        return other
    if kind == "recognises":
        return _thing(reader, token)
    return within(reader.scene, token) or _declared(reader, token)


def _of_a_people(token: Token) -> tuple[str, ...] | None:
    """Of "the Tarvian language", "Tarvian as a language": that, and not Tarvia; no passport."""
    verb = token.head
    if token.lemma_ == "existence":
        token = next(iter(prepositional(token, "of")), token)
    called = (t for each in (token, verb) for t in prepositional(each, "as"))
    noun = next((t for t in (token, *called) if t.lemma_.lower() in _PEOPLES | _PAPERS), None)
    whose = [token] if noun is not token else [c for c in token.lefts if c.text[:1].isupper()]
    if noun is None or not whose or not whose[-1].text[:1].isupper():
        return None
    lemma = noun.lemma_.lower()
    return (f"{whose[-1].text} {lemma}",) if lemma in _PEOPLES else ()


_PEOPLES = words("language tongue nation minority identity nationality")
_PAPERS = words("passport plate document diploma certificate stamp currency banknote coin card")


def _is_drawn(token: Token) -> bool:
    """Whether it is a line, what drew it, or a pact."""
    named = {token.lower_, token.lemma_.lower()} & (_DRAWN | _FINDINGS)
    return bool(named) or type_of(token) == "agreement"


def _broken_away(reader: Reader, land: Token) -> tuple[str, ...]:
    """Of "A has never recognised its former province" the other of the two."""
    lefts = {child.lower_ for child in land.lefts}
    if land.lemma_.lower() not in _LANDS or not lefts & {"its", "their"} or not lefts & _LOST:
        return ()
    verb = verb_above(land)
    own = reader.sides(doer(verb)) if verb is not None else ()
    others = [id_ for id_ in reader.scene.pair if id_ not in own]
    return tuple(others) if len(others) == 1 else ()


def _thing(reader: Reader, token: Token) -> tuple[str, ...]:
    """Whose sovereignty, or which pact."""
    thing = reader.places.resolve(token)
    if token.lemma_.lower() not in _RECOGNISED and not (thing and thing.name[:1].isupper()):
        return ()
    owned = within(reader.scene, token) or _declared(reader, token)
    return owned or ((thing.name,) if thing else ())


def _declared(reader: Reader, token: Token) -> tuple[str, ...]:
    """Of "the independence that A declared", A."""
    told = (c for c in token.children if c.dep_ == "relcl" and not is_passive(c))
    return tuple(p for c in told for p in reader.sides(subject(c)))


def _pact_before(reader: Reader, token: Token) -> tuple[str, ...]:
    """Of "A, which never signed the pact, does not recognise it": the pact."""
    at = token.sent.start
    start = token.doc[at - 1].sent.start if at else at
    before = token.doc[start : token.i]
    pacts = [t for t in before if type_of(t) == "agreement" or t.lemma_.lower() in _FINDINGS]
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


def _land_called(reader: Reader, token: Token) -> tuple[str, ...]:
    """Of "the breakaway republic of Karu", Karu, be it a party or none."""
    named = [t for t in prepositional(token, "of") if t.pos_ == "PROPN"]
    found = tuple(p for t in named for p in reader.named_there(t) or reader.mentioned(t))
    return found or tuple(t.doc[t.left_edge.i : t.i + 1].text for t in named)


def _in_clause_before(reader: Reader, token: Token) -> tuple[str, ...]:
    """Of "B declared independence; neither A nor C recognised it", B."""
    verb = verb_above(token)
    if token.lower_ != "it" or verb is None:
        return ()
    before = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    before += [verb.head] if verb.dep_ == "conj" else []
    own = reader.sides(doer(verb))
    told = (reader.acting(subject(clause)) for clause in before)
    return next((who for who in told if who and not {*who} & {*own}), ())


_RULE = words("rule administration sovereignty control occupation annexation presence")
_LANDS = words("province region territory colony republic enclave part state")
_LOST = words("former breakaway rebel separatist renegade onetime")
_DRAWN = frozenset({"line", "border", "boundary", "frontier", "court", "tribunal", "award", "it"})
_RECOGNISED = words("""
    it sovereignty title ownership independence claim government state republic authority
    jurisdiction legitimacy result statehood border treaty pact administration rule annexation
    agreement accord court verdict ruling union deal order right election referendum declaration""")
