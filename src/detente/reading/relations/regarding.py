"""Who takes a place for his own: regards B as his, says that B is his land."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import (
    doer,
    prepositional,
    things_of,
)
from detente.reading.events.participants import owners
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject
from detente.reading.wording import words

_WHOLE = frozenset({"integral", "inalienable", "inseparable", "indivisible"})


_ITS_OWN = frozenset({"theirs", "renegade", "rebel", "breakaway", "wayward", "rebellious", "stolen",
                      "occupied", "lost", "separatist"})  # fmt: skip


REGARDING = frozenset(
    {
        "reckon",
        "believe",
        "think",
        "deem",
        "hold",
        "regard",
        "consider",
        "see",
        "view",
        "treat",
        "call",
        "look",
        "describe",
    }
)


_NAMING = frozenset({"ADJ", "PROPN"})


_BY_RIGHT = words("historical historic rightful ancestral ancient lost")
_SOIL = frozenset({"soil", "land", "territory", "water", "waters", "property"})


SAYING = frozenset({"say", "insist", "maintain", "hold", "argue", "claim", "declare", "assert",
                     "state", "repeat", "reiterate", "contend", "stress", "add", "affirm",
                     "reaffirm", "believe", "recall", "proclaim", "consider"})  # fmt: skip


def as_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A regards B as part of its territory", "A calls B its own"."""
    if reality(verb) != REAL:
        return
    called = (c.left_edge.i for c in verb.children if c.dep_ == "oprd" and c.i > verb.i)
    start = min(called, default=verb.i + 1)  # "called the pipeline to its coast a necessity"
    said = [t for t in verb.subtree if t.i >= start and _is_owned(t)]
    said += _as_its_land(reader, verb)
    if not any(is_of_clause(token, verb) for token in said):
        return
    for source in reader.acting(doer(verb)):
        inner = [subject(c) for c in verb.children if c.dep_ == "ccomp"]
        things = things_of(verb) or prepositional(verb, "upon", "on")
        if verb.dep_ == "relcl" and any(t.lemma_ in {"part", "territory"} for t in things):
            things = [verb.head]  # "B, which A considers part of its territory"
        for thing in things or [t for t in inner if t is not None]:
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, verb)
                actor = reader.scene.by_id.get(target)
                if actor is not None and actor.type in _RULED and any(map(_is_province, said)):
                    yield said_in_clause("not_recognises", source, target, verb)


def _is_province(token: Token) -> bool:
    """Whether a land with a government is taken for a part of another: "a southern province"."""
    return token.lemma_.lower() in _PARTS_OF_STATES or token.head.lemma_ in _PARTS_OF_STATES


_RULED = frozenset({"state", "territory"})
_BEING = frozenset({"acomp", "attr"})
_CALLED = frozenset({"ccomp", "oprd", "acomp"})
_LANDS = frozenset({"territory", "land", "soil", "province", "waters", "region", "water"})


_HOMELY = frozenset({"national", "sovereign", "ancestral"})


def _as_its_land(reader: Reader, verb: Token) -> list[Token]:
    """As in "is seen by A as A-ish territory", "as national territory", "considers B A-ish"."""
    own = {*reader.acting(doer(verb))}
    called = [*prepositional(verb, "as"), *(c for c in verb.children if c.dep_ in _CALLED)]
    called += [t for c in called if c.lemma_ == "be" for t in c.children if t.dep_ in _BEING]
    adjectives = [c for c in called if c.pos_ in _NAMING and own & {*reader.sides(c)}]
    parts = [t for t in prepositional(verb, "as") if t.lower_ == "part"]
    adjectives += [
        t for t in parts if any(own & {*reader.sides(c)} for c in prepositional(t, "of"))
    ]
    return adjectives + [
        land
        for land in prepositional(verb, "as")
        if land.lower_ in _LANDS
        and any(c.lower_ in _HOMELY or own & {*reader.sides(c)} for c in land.children)
    ]


def is_of_clause(token: Token, verb: Token) -> bool:
    """Whether a word stands in the verb's own clause, or in what it says: in no relative one."""
    above = next((a for a in token.ancestors if a == verb or a.dep_ in {"relcl", "acl"}), verb)
    return above == verb or above.pos_ != "VERB"


def says_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A says that B is its own", "A insists that B belongs to it"."""
    if reality(verb) == NEGATED:
        return
    said = [t for t in verb.subtree if t.i > verb.i and t.lower_ in {"its", "their", "own"}]
    owned = any(_possessed(t) for t in said) or any(
        t.lower_ in {"it", "them"} for t in prepositional(verb, "to")
    )
    told = verb.head
    view = subject(told) if told.lemma_ == "be" else None
    if view is not None and view.lemma_ in _VIEWS:  # "A's position is that B is its own"
        by = owners(reader.scene, view)
    else:
        by = reader.sides(subject(told)) if told.lemma_ in SAYING else ()
        if told.dep_ == "xcomp" and told.lemma_ in _RULING and told.head.lemma_ in _ASKING:
            by, told = reader.sides(subject(told.head)), told.head  # "asked the court to rule"
    adjective = [c for c in verb.children if c.dep_ in {"acomp", "attr"} and c.pos_ in _NAMING]
    adjective += [t for c in verb.children if c.lemma_ in _SOIL for t in c.children]
    owned = owned or _inside_own(reader, verb, by) or _part_of_country(verb)
    owned = owned or any(p in by for c in adjective for p in reader.sides(c))
    thing = subject(verb)
    if thing is not None and thing.tag_ == "WDT" and told.dep_ == "relcl":
        thing = told.head  # "the ridge, which A says is its own"
    if owned and thing is not None and reality(told) == REAL:
        thing = next(iter(prepositional(thing, "of")), thing) if _is_of_it(thing) else thing
        for source in by:
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, told)


def _is_of_it(thing: Token) -> bool:
    """As in "the wealth of the field", "40 per cent of the field": who has that has it."""
    return thing.lemma_.lower() in _SHARES or thing.text == "%"


_SHARES = words("wealth riches oil gas fish percent cent resource third half quarter")
_RULING = frozenset({"rule", "declare", "find", "confirm", "affirm", "decide", "say"})
_ASKING = frozenset({"ask", "want", "petition", "request", "urge"})
_VIEWS = frozenset({"position", "view", "stance", "claim", "contention", "line", "argument"})


def _part_of_country(verb: Token) -> bool:
    """As in "B is an integral part of the country"."""
    parts = [c for c in verb.children if c.dep_ == "attr" and c.lower_ == "part"]
    if any(c.lower_ in _WHOLE for part in parts for c in part.children):
        return True
    return any(
        t.lower_ in {"country", "nation", "state", "republic", "motherland", "fatherland", "realm"}
        for part in parts
        for t in prepositional(part, "of")
    )


def _inside_own(reader: Reader, verb: Token, by: tuple[str, ...]) -> bool:
    """As in "lies within its exclusive zone", "A said that it lies in A's waters"."""
    within_it = prepositional(verb, "within", "in", "inside", "on")
    return any(
        token.lower_ in _ZONES
        and any(c.lower_ in {"its", "their"} or {*by} & {*reader.sides(c)} for c in token.children)
        for token in within_it
    )


_LYING = frozenset({"be", "belong", "lie", "fall", "form", "sit"})


_ZONES = words("""
    zone waters territory border borders shelf soil land frontier frontiers boundary boundaries
    side""")


def _is_owned(token: Token) -> bool:
    """As in "as its own", "as part of its territory", "a breakaway province", "theirs"."""
    if token.lower_ in _ITS_OWN or (
        token.lower_ == "part" and any(child.lower_ in _WHOLE for child in token.children)
    ):
        return True
    if token.lemma_.lower() in _PARTS_OF_STATES and token.dep_ in {"pobj", "oprd", "ccomp", "attr"}:
        said_as = token.dep_ != "pobj" or token.head.lower_ == "as"
        return said_as and any(c.lower_ in {"a", "an"} for c in token.children)
    if token.lower_ in {"itself", "themselves"}:  # "a part of itself"
        return token.head.lower_ == "of" and token.head.head.lower_ == "part"
    its = token.lower_ in {"its", "their", "own", "our"}
    if its and any(c.lower_ in _BY_RIGHT for c in token.head.children if c.i > token.i):
        return True  # "its historical outlet to the sea"
    return its and (_possessed(token) or _is_in_part_of(token.head))


def _is_in_part_of(noun: Token) -> bool:
    """As in "as part of its forest reserve"."""
    part = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return part.lower_ == "part" and part.dep_ == "pobj" and part.head.lower_ == "as"


_PARTS_OF_STATES = frozenset({"province", "region", "oblast", "district", "county", "department"})


def _possessed(token: Token) -> bool:
    """The word after the owner, or "own" itself."""
    return token.lower_ == "own" or token.head.lemma_.lower() in {
        "territory", "land", "soil", "own", "province", "homeland", "waters", "water", "property",
        "sea", "shelf", "zone", "patrimony", "heritage", "country", "nation", "state", "region",
        "district", "county", "municipality", "coast", "backyard", "islands", "islet", "ground",
        "border", "frontier", "boundary",
    }  # fmt: skip


WAYS = (
    Way(as_own, lemmas=REGARDING | {"declare", "proclaim"}),
    Way(says_own, lemmas=_LYING, places=frozenset({"ccomp"})),
)
