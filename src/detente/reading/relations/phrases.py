"""Relations that a verb tells with its nouns: "A lays claim to B", "A imposed duties on B"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from detente.reading.arguments import antecedent, conjoined, doer, is_passive, things_of
from detente.reading.events.participants import owners
from detente.reading.events.words import forms, is_of, own_words
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.cues import PHRASES, Phrase
from detente.reading.relations.reader import TALKS, Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.syntax import agent, subject, verb_above
from detente.reading.wording import words


def by_phrase(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A throws its weight behind B", "A imposed duties on B", "A laid claim to B"."""
    rows = [row for form in forms(verb) for row in PHRASES.get(form, ())]
    told = reality(verb) == REAL or _can_count(verb) or _is_tried(verb, rows)
    if not rows or not (told or _joined(reader, verb) or _decided(reader, verb)):
        return
    own = own_words(verb)
    if verb.dep_ in {"relcl", "acl"}:
        own = [verb.head, *own]
    for row in (row for row in rows if _says(row, verb, own)):
        if row.prepositions == ("TOGETHER",):
            yield from _together(reader, row.kind, verb)
            continue
        others = _others(row, verb, own)
        if others and (row.prepositions != ("between",) or _several(reader, others)):
            yield from _to_others(reader, row.kind, verb, others)
            return


def _is_tried(verb: Token, rows: list[Phrase]) -> bool:
    """As in "tried to bring the sides together"."""
    tried = verb.dep_ == "xcomp" and verb.head.lemma_ in {"try", "attempt"}
    return tried and reality(verb.head) == REAL and all(row.kind == "mediates" for row in rows)


def _together(reader: Reader, kind: str, verb: Token) -> Iterator[Said]:
    """As in "A and B stand shoulder to shoulder"."""
    for one, two in pairwise(reader.sides(doer(verb))):
        yield said_in_clause(kind, one, two, verb)


def _to_others(reader: Reader, kind: str, verb: Token, others: list[Token]) -> Iterator[Said]:
    if kind == "mediates":
        for source in reader.people(doer(verb)):
            yield said_in_clause(kind, source, None, verb)
        return
    own = _joined(reader, verb) or _decided(reader, verb) or reader.backing(verb)
    own += tuple(p for p in _joining(reader, verb) if p not in own)
    if not own and is_passive(verb) and verb.lemma_ in _STANDING:  # "is united behind A"
        own = reader.acting(subject(verb))
    for other in others:
        aligned = kind == "aligned"
        targets = reader.backed(other, own) if aligned else reader.target(kind, other)
        for source in own:
            yield from (said_in_clause(kind, source, target, verb) for target in targets)


_STANDING = words("unite align ally")


def _decided(reader: Reader, verb: Token) -> tuple[str, ...]:
    """Of "A's decision to hit C's cars with duties" A."""
    decision = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VB" or decision.lemma_ not in {"decision", "move"}:
        return ()
    above = verb_above(decision)
    given = above is None or reality(above) == REAL
    return owners(reader.scene, decision) if given else ()


def _joined(reader: Reader, verb: Token) -> tuple[str, ...]:
    """Of "A joined B in imposing duties on C" A and B."""
    above = verb.head.head
    joins = verb.dep_ == "pcomp" and verb.head.lower_ == "in" and above.lemma_ in _JOINING
    if not joins or reality(above) != REAL or is_passive(above):
        return ()
    named = [doer(above), *things_of(above)]
    return tuple(dict.fromkeys(p for t in named for p in reader.acting(t)))


def _joining(reader: Reader, verb: Token) -> tuple[str, ...]:
    """Of "A imposed an embargo on C, joined by B" B."""
    joined = (c for c in verb.children if c.dep_ in {"advcl", "acl"} and c.lower_ == "joined")
    return tuple(p for c in joined for t in [agent(c)] if t is not None for p in reader.acting(t))


_JOINING = frozenset({"join", "follow"})


def _several(reader: Reader, others: list[Token]) -> bool:
    """Between two that are named, or sides: not "sits between A and the sea"."""
    named = {party for token in others for party in reader.sides(token)}
    joined = bool(named) and any(len(list(conjoined(token))) > 1 for token in others)
    return len(named) > 1 or joined or any(token.lower_ in _SIDES for token in others)


_SIDES = frozenset({"sides", "capitals", "parties", "camps", "two", "them", "neighbours", "both",
                    "neighbors", "factions", "foes", "rivals", "governments"})  # fmt: skip


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
        pact = row.prepositions == ("between",) and any(is_of(t, TALKS) for t in things_of(verb))
        return pact or any(c.lower_.endswith(("self", "selves")) for c in verb.children)
    return True


def _others(row: Phrase, verb: Token, own: list[Token]) -> list[Token]:
    """What follows the phrase's prepositions; the object where the row allows it."""
    own = own if row.words else [t for t in own if not _is_done(t, verb)]
    found = [antecedent(t) for t in own if t.dep_ == "pobj" and t.head.lower_ in row.prepositions]
    if "ANY" in row.prepositions:
        return [verb]
    owned = row.kind not in {"claims", "controls"}  # "disputes B's ownership of C"
    if owned and "of" in row.prepositions:  # "has B's backing", "rejects B's independence"
        said = {word for words in row.words for word in words}
        found += [
            t for t in own if t.dep_ == "poss" and {t.head.lemma_.lower(), t.head.lower_} & said
        ]
    if "DIRECT" in row.prepositions:
        found += [t for t in (*things_of(verb), *_datives(verb)) if t not in found]
    return found


def _is_done(token: Token, verb: Token) -> bool:
    """As the row in "stands ready to settle its row with B": what one is ready to do."""
    between = (a for a in token.ancestors if a.i > verb.i)
    return any(a.dep_ == "xcomp" and a.tag_ == "VB" for a in between)


def _datives(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "dative"]
