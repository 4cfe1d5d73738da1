"""Relations that a verb tells: "A claims B", "B is held by A", "A regards B as its own"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from detente.reading.arguments import (
    antecedent,
    conjoined,
    doer,
    is_passive,
    object_of,
    particle,
    prepositional,
    things_of,
)
from detente.reading.events.cues import THINGS
from detente.reading.events.participants import within
from detente.reading.events.words import forms, is_of, own_words
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.cues import PHRASES, VERBS, Phrase
from detente.reading.relations.grounds import thing_named
from detente.reading.relations.reader import (
    TALKS,
    Reader,
    Said,
    said_in_clause,
)
from detente.reading.relations.ways import Way, heads
from detente.reading.syntax import agent, subject
from detente.reading.wording import words


def by_verb(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A claims B", "B is held by A", "A does not recognise B"."""
    kinds = VERBS.get(particle(verb), ())
    if verb.lemma_ == "annex" and is_of(doer(verb), THINGS["LAWMAKERS"]):
        kinds = ("claims",)  # a law takes nothing
    for kind in kinds:
        found = _polarity(kind, verb)
        said = (c for c in verb.children if c.i > verb.i)
        if found is None or any(c.dep_ in {"ccomp", "oprd"} for c in said):
            continue
        if kind == "mediates":
            for source in reader.people(doer(verb)) if _between(reader, verb) else ():
                if not _is_own(reader, verb, source):
                    yield said_in_clause(found, source, None, verb)
            continue
        objects = things_of(verb) or _left_out(verb)
        things = [t for t in objects if kind != "controls" or _is_held(reader, verb, t)]
        asked = found if found == "not_recognises" else kind
        targets = [target for thing in things for target in reader.target(asked, thing)]
        sources = reader.acting(doer(verb) or _goer_on(verb)) if targets else ()
        if kind in {"claims", "controls"} and {*targets} & {*sources}:
            targets = [t for thing in things for t in thing_named(reader.scene, thing)]
        bare = kind == "recognises" and len(objects) == 1 and _is_the_state(objects[0])
        for source in sources:  # "A does not recognise the new state": B, and not A itself
            others = reader.other(source) if bare and targets == [source] else targets
            yield from (said_in_clause(found, source, target, verb) for target in others)


def _is_the_state(thing: Token) -> bool:
    """Whether it is "the state", and nobody's own."""
    known = any(c.lower_ == "the" for c in thing.lefts)
    owned = any(c.dep_ == "poss" for c in thing.lefts)
    return known and not owned and thing.pos_ == "NOUN" and thing.lemma_.lower() in _STATES


_STATES = words("state emirate republic kingdom country government regime authority entity")


def _goer_on(verb: Token) -> Token | None:
    """Of "A goes on recognising B", "A keeps backing B", A."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    goes = above.lemma_ == "go" and verb.head.lower_ == "on"
    return subject(above) if verb.tag_ == "VBG" and (goes or above.lemma_ == "keep") else None


def _left_out(verb: Token) -> list[Token]:
    """Of "the island that both countries claim", the island, where "that" is taken for a mark.

    Of "which backs Norland" what is taken for an adverb.
    """
    next_to = (child for child in verb.children if child.i == verb.i + 1)
    adverbs = [c for c in next_to if c.dep_ in {"advmod", "npadvmod"} and c.pos_ == "PROPN"]
    if adverbs:
        return adverbs
    near = {child.dep_: child for child in verb.children}
    that = near.get("mark")
    relative = verb.dep_ in {"relcl", "acl"} and that is not None and that.lower_ == "that"
    return [verb.head] if relative and "nsubj" in near else []


def _is_held(reader: Reader, verb: Token, thing: Token) -> bool:
    """Whether to run or to own it is to control it: what the text tells more of."""
    who = doer(verb)
    if who is not None and who.lemma_.lower() in _LOOKING_ON:
        return False
    if any(each.lemma_.lower() in _WON for each in (thing, *prepositional(thing, "of"))):
        return False  # "holds 40 seats"
    if verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "csubj", "dobj"}:
        return False  # "rules on operating the reservoir"
    if verb.tag_ == "VBN" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children):
        return False  # "regards it as occupied territory"
    return verb.lemma_ not in _WEAK or reader.is_topic(thing)


_WON = words("seat vote majority mandate office presidency title record lead stake share")
_LOOKING_ON = words("peacekeeper observer monitor mission inspector")
_WEAK = frozenset({"run", "own", "operate", "man", "police", "patrol", "guard", "keep", "rule",
                   "possess", "dominate", "manage"})  # fmt: skip


def asked_to(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A was picked to chair the talks", "the UN asked A to mediate": A goes between."""
    above = verb.head
    if above.lemma_ not in _CHOOSING or reality(above) != REAL:
        return
    if "mediates" in VERBS.get(particle(verb), ()) and _between(reader, verb):
        for source in reader.sides(object_of(above)):
            yield said_in_clause("mediates", source, None, above)


_CHOOSING = frozenset({"ask", "invite", "appoint", "name", "pick", "choose", "task", "charge",
                       "commission", "mandate", "request", "select", "call", "enlist",
                       "persuade"})  # fmt: skip


_MEDIATING = heads(verb for verb, kinds in VERBS.items() if "mediates" in kinds)


JOINT = words("""
    exchange swap talk meet agree negotiate sign reach conclude release free sit resume settle
    end hold hand strike make work""")  # what sides do with one another


def _between(reader: Reader, verb: Token) -> bool:
    thing = object_of(verb)
    if verb.lemma_ in {"mediate", "arbitrate"}:
        return True
    return thing is not None and (thing.lemma_.lower() in TALKS or len(reader.sides(thing)) > 1)


def _is_own(reader: Reader, verb: Token, source: str) -> bool:
    """Whether a side of the dispute holds talks of its own: "A hosted a conference on fish"."""
    if not reader.is_side(source):
        return False
    thing = object_of(verb)
    named = {*within(reader.scene, thing)} | {p for t in _of(verb) for p in reader.sides(t)}
    return len(named - {source}) < 2  # noqa: PLR2004 - two others


def _of(verb: Token) -> list[Token]:
    thing = object_of(verb)
    near = [verb] if thing is None else [verb, thing]
    return [t for each in near for t in prepositional(each, "between", "with", "of")]


def _polarity(kind: str, verb: Token) -> str | None:
    """The kind of a real clause; a negated recognition is a relation of its own."""
    goer = _goer_on(verb)
    real = reality(verb if goer is None else goer.head)
    who = goer or doer(verb)
    nobody = who is not None and any(child.lower_ == "no" for child in who.children)
    if nobody:  # "no member of A recognises B"
        return None
    denied = real == NEGATED or _refused(verb) or _will_not(verb) or _is_neither(verb)
    if kind == "recognises" and denied:
        return "not_recognises"
    if kind == "mediates" and verb.dep_ == "xcomp" and verb.head.lemma_ in {"try", "attempt"}:
        return kind if reality(verb.head) == REAL else None
    return kind if real == REAL else None


def _is_neither(verb: Token) -> bool:
    """As in "A neither accepts nor recognises it"."""
    near = [*verb.children, *(verb.head.children if verb.dep_ == "conj" else ())]
    return any(child.lower_ in {"neither", "nor"} and child.dep_ != "nsubj" for child in near)


def _will_not(verb: Token) -> bool:
    """As in "A will not recognise B"."""
    will = any(c.dep_ == "aux" and c.lower_ in {"will", "wo", "would"} for c in verb.children)
    return will and any(c.dep_ == "neg" for c in verb.children) and verb.dep_ in {"ROOT", "conj"}


def _refused(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "decline"}


def by_phrase(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A throws its weight behind B", "A imposed duties on B", "A laid claim to B"."""
    rows = [row for form in forms(verb) for row in PHRASES.get(form, ())]
    if not rows or not (
        reality(verb) == REAL or _can_count(verb) or _is_tried(verb, rows) or _joined(reader, verb)
    ):
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
    own = _joined(reader, verb) or reader.backing(verb)
    own += tuple(p for p in _joining(reader, verb) if p not in own)
    if not own and is_passive(verb) and verb.lemma_ in _STANDING:  # "is united behind A"
        own = reader.acting(subject(verb))
    for other in others:
        aligned = kind == "aligned"
        targets = reader.backed(other, own) if aligned else reader.target(kind, other)
        for source in own:
            yield from (said_in_clause(kind, source, target, verb) for target in targets)


_STANDING = words("unite align ally")


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
    found = [antecedent(t) for t in own if t.dep_ == "pobj" and t.head.lower_ in row.prepositions]
    if "ANY" in row.prepositions:
        return [verb]
    if "of" in row.prepositions:  # "has B's backing", "rejects B's independence"
        said = {word for words in row.words for word in words}
        found += [
            t for t in own if t.dep_ == "poss" and {t.head.lemma_.lower(), t.head.lower_} & said
        ]
    if "DIRECT" in row.prepositions:
        found += [t for t in (*things_of(verb), *_datives(verb)) if t not in found]
    return found


def _datives(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "dative"]


WAYS = (
    Way(by_verb, lemmas=heads(VERBS)),
    Way(by_phrase, verbs=frozenset(PHRASES)),
    Way(asked_to, lemmas=_MEDIATING, places=frozenset({"xcomp"})),
)
