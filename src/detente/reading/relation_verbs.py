"""Relations that a verb tells: "A claims B", "B is held by A", "A regards B as its own"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.reading.arguments import (
    doer,
    object_of,
    particle,
    prepositional,
    things_of,
)
from detente.reading.event_cues import THINGS
from detente.reading.event_words import forms, is_of, own_words
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.participants import owners, within
from detente.reading.relation_cues import PHRASES, VERBS, Phrase
from detente.reading.relation_reader import (
    TALKS,
    Reader,
    Said,
    said_in_clause,
)
from detente.reading.syntax import subject
from detente.reading.things import type_of, whole


def by_verb(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A claims B", "B is held by A", "A does not recognise B"."""
    kinds = VERBS.get(particle(verb), ())
    for kind in kinds:
        found = _polarity(kind, verb)
        if found is None or any(c.dep_ in {"ccomp", "oprd"} for c in verb.children):
            continue
        for source in reader.sides(doer(verb)):
            if kind == "mediates":
                if _between(reader, verb):
                    yield said_in_clause(found, source, None, verb)
                continue
            for thing in things_of(verb):
                for target in reader.target(kind, thing):
                    yield said_in_clause(found, source, target, verb)


def _between(reader: Reader, verb: Token) -> bool:
    thing = object_of(verb)
    if verb.lemma_ in {"mediate", "arbitrate"}:
        return True
    return thing is not None and (thing.lemma_.lower() in TALKS or len(reader.sides(thing)) > 1)


def _polarity(kind: str, verb: Token) -> str | None:
    """The kind of a real clause; a negated recognition is a relation of its own."""
    real = reality(verb)
    if kind == "recognises" and (real == NEGATED or _refused(verb)):
        return "not_recognises"
    if kind == "mediates" and verb.dep_ == "xcomp" and verb.head.lemma_ in {"try", "attempt"}:
        return kind if reality(verb.head) == REAL else None
    return kind if real == REAL else None


def _refused(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "decline"}


def by_phrase(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A throws its weight behind B", "A imposed duties on B", "A laid claim to B"."""
    rows = [row for form in forms(verb) for row in PHRASES.get(form, ())]
    if not rows or not (reality(verb) == REAL or _can_count(verb)):
        return
    own = own_words(verb)
    if verb.dep_ in {"relcl", "acl"}:
        own = [verb.head, *own]
    for row in rows:
        if not _says(row, verb, own):
            continue
        others = _others(row, verb, own)
        for source in reader.sides(doer(verb)):
            if row.kind == "mediates" and others:
                yield said_in_clause(row.kind, source, None, verb)
                continue
            for other in others:
                for target in reader.target(row.kind, other):
                    yield said_in_clause(row.kind, source, target, verb)
        if others:
            return


def _can_count(verb: Token) -> bool:
    """As in "A can count on B": so it is."""
    return verb.lemma_ in {"count", "rely", "depend"} and any(
        child.lower_ == "can" for child in verb.children
    )


def _says(row: Phrase, verb: Token, own: list[Token]) -> bool:
    said = all(
        any(token.lemma_.lower() in words or token.lower_ in words for token in own)
        for words in row.words
    )
    if not said or (row.prepositions == ("ANY",)):
        return said
    if not row.words and any(child.dep_ in {"dobj", "prt"} for child in verb.children):
        reflexive = [c for c in verb.children if c.dep_ == "dobj" and c.lower_.endswith("sel")]
        return any(c.lower_.endswith(("self", "selves")) for c in verb.children) or bool(reflexive)
    return True


def _others(row: Phrase, verb: Token, own: list[Token]) -> list[Token]:
    """What follows the phrase's prepositions; the object where the row allows it."""
    found = [t for t in own if t.dep_ == "pobj" and t.head.lower_ in row.prepositions]
    if "ANY" in row.prepositions:
        return [verb]
    if "DIRECT" in row.prepositions:
        found += [t for t in (*things_of(verb), *_datives(verb)) if t not in found]
    return found


def _datives(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "dative"]


def takes_side(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A took B's side", "A came to B's aid"."""
    if verb.lemma_ not in {"take", "come", "rally", "rush", "join"} or reality(verb) != REAL:
        return
    for thing in [*things_of(verb), *prepositional(verb, "to", "on")]:
        if thing.lemma_.lower() in {"side", "part", "aid", "defence", "defense", "cause", "corner"}:
            for source in reader.sides(doer(verb)):
                for target in owners(reader.scene, thing):
                    yield said_in_clause("aligned", source, target, verb)


def bars(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A barred B's salmon", "A froze the accounts of B": a sanction, told as an event."""
    if verb.lemma_ not in _BARRING or reality(verb) != REAL:
        return
    for source in reader.sides(doer(verb)):
        for thing in things_of(verb):
            if is_of(thing, THINGS["GOODS"] | THINGS["MONEY"]):
                for target in within(reader.scene, thing):
                    yield said_in_clause("sanctions", source, target, verb)


_BARRING = frozenset({"bar", "ban", "freeze", "embargo", "block", "outlaw", "restrict", "prohibit"})


def as_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A regards B as part of its territory", "A calls B its own"."""
    if verb.lemma_ not in _REGARDING or reality(verb) != REAL:
        return
    if not any(_is_owned(token) for token in verb.subtree if token.i > verb.i):
        return
    for source in reader.sides(doer(verb)):
        inner = [subject(c) for c in verb.children if c.dep_ == "ccomp"]
        things = things_of(verb) or prepositional(verb, "upon", "on")
        for thing in things or [t for t in inner if t is not None]:
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, verb)


def not_as(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has never accepted B as a state", "neither treats B as a state"."""
    if verb.lemma_ not in {"accept", "treat", "regard", "see", "view", "consider"}:
        return
    if reality(verb) != NEGATED:
        return
    as_state = [t for t in own_words(verb) if t.lemma_.lower() in _STATEHOOD and t.i > verb.i]
    for source in reader.sides(doer(verb)) if as_state else ():
        for thing in things_of(verb):
            for target in reader.sides(thing):
                yield said_in_clause("not_recognises", source, target, verb)


_STATEHOOD = frozenset({"state", "country", "nation", "government", "legitimate", "sovereign"})
_REGARDING = frozenset({"regard", "consider", "see", "view", "treat", "call", "deem", "look"})


def says_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A says that B is its own", "A insists that B belongs to it"."""
    if verb.lemma_ not in {"be", "belong"} or verb.dep_ != "ccomp" or reality(verb) == NEGATED:
        return
    said = [t for t in verb.subtree if t.i > verb.i and t.lower_ in {"its", "their", "own"}]
    owned = any(_possessed(t) for t in said) or any(
        t.lower_ in {"it", "them"} for t in prepositional(verb, "to")
    )
    told = verb.head
    by = reader.sides(subject(told)) if told.lemma_ in _SAYING else ()
    adjective = [c for c in verb.children if c.dep_ in {"acomp", "attr"} and c.pos_ in _NAMING]
    owned = owned or any(p in by for c in adjective for p in reader.sides(c))
    thing = subject(verb)
    if owned and thing is not None and told.lemma_ in _SAYING and reality(told) == REAL:
        for source in reader.sides(subject(told)):
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, told)


_NAMING = frozenset({"ADJ", "PROPN"})
_SAYING = frozenset({"say", "insist", "maintain", "hold", "argue", "claim", "declare", "assert"})


def left_to(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The line left the islet to A", "the court awarded B to A"."""
    if verb.lemma_ not in {"leave", "award", "cede", "assign", "grant"} or reality(verb) != REAL:
        return
    for other in prepositional(verb, "to"):
        for source in reader.sides(other):
            for thing in things_of(verb):
                if type_of(whole(thing)) in {"territory", "maritime"}:
                    for target in reader.target("controls", thing):
                        yield said_in_clause("controls", source, target, verb)


def _is_owned(token: Token) -> bool:
    """As in "as its own", "as part of its territory", "a breakaway province", "theirs"."""
    if token.lower_ in {"theirs", "renegade", "breakaway", "wayward", "rebellious"}:
        return True
    return token.lower_ in {"its", "their", "own", "our"} and _possessed(token)


def _possessed(token: Token) -> bool:
    """The word after the owner, or "own" itself."""
    return token.lower_ == "own" or token.head.lemma_.lower() in {
        "territory", "land", "soil", "own", "province", "homeland", "waters", "property", "sea"
    }  # fmt: skip


WAYS = (by_verb, by_phrase, takes_side, bars, as_own, says_own, not_as, left_to)
