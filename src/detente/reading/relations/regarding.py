"""Who takes a place for his own: regards B as his, says that B is his land."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations import homes
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


SAYING = words("""
    say insist maintain hold argue claim declare assert state repeat reiterate contend stress add
    affirm reaffirm believe recall proclaim consider retort counter""")


def as_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A regards B as part of its territory", "A calls B its own"."""
    if reality(verb) != REAL:
        return
    called = (c.left_edge.i for c in verb.children if c.dep_ == "oprd" and c.i > verb.i)
    start = min(called, default=verb.i + 1)  # "called the pipeline to its coast a necessity"
    said = [t for t in verb.subtree if t.i >= start and _is_owned(t)]
    said += _as_its_land(reader, verb)
    sources = reader.acting(doer(verb))
    told = any(is_of_clause(token, verb) for token in said)
    if not sources or not (told or _is_complement(reader, verb, sources)):
        return
    for source in sources:
        inner = [subject(c) for c in verb.children if c.dep_ in {"ccomp", "xcomp"}]
        things = things_of(verb) or prepositional(verb, "upon", "on")
        if verb.dep_ == "relcl" and any(t.lemma_ in {"part", "territory"} for t in things):
            things = [verb.head]  # "B, which A considers part of its territory"
        for thing in things or [t for t in inner if t is not None]:
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, verb)
                actor = reader.scene.by_id.get(target)
                if actor is not None and actor.type in _RULED and any(map(_is_province, said)):
                    yield said_in_clause("not_recognises", source, target, verb)


def _is_complement(reader: Reader, verb: Token, sources: tuple[str, ...]) -> bool:
    """As in "regards B as lying within its frontier", "considers B to be A-ish"."""
    whose = frozenset(sources)
    said = [*prepositional(verb, "as"), *(c for c in verb.children if c.dep_ in _CALLED)]
    said += [t for thing in things_of(verb) for t in prepositional(thing, "as")]
    said = [c for c in said if c.i > verb.i]
    return any(
        homes.is_told(reader, c, whose)
        if c.pos_ in {"VERB", "AUX"} and c.lemma_ in _LIKE
        else homes.is_theirs(reader, c, whose)
        for c in said
    )


_LIKE = homes.LYING | homes.BEING


def _is_province(token: Token) -> bool:
    """Whether a land with a government is taken for a part of another: "a southern province"."""
    return token.lemma_.lower() in _PARTS_OF_STATES or token.head.lemma_ in _PARTS_OF_STATES


_RULED = frozenset({"state", "territory"})
_BEING = frozenset({"acomp", "attr"})
_CALLED = frozenset({"ccomp", "xcomp", "oprd", "acomp"})
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
    told = verb.head
    view = subject(told) if told.lemma_ == "be" else None
    if view is not None and view.lemma_ in _VIEWS:  # "A's position is that B is its own"
        by = owners(reader.scene, view)
    else:
        by = reader.acting(subject(told)) if told.lemma_ in SAYING else ()
        if told.dep_ == "xcomp" and told.lemma_ in _RULING and told.head.lemma_ in _ASKING:
            by, told = reader.sides(subject(told.head)), told.head  # "asked the court to rule"
    owned = bool(by) and (homes.is_told(reader, verb, by) or _is_by_right(verb))
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


def _is_by_right(verb: Token) -> bool:
    """As in "is its historical outlet to the sea"."""
    said = (c for c in verb.children if c.dep_ == "attr")
    own = [c for noun in said for c in noun.children if c.lower_ in homes.OWN]
    return any(t.lower_ in _BY_RIGHT for c in own for t in c.head.children)


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
    Way(says_own, lemmas=_LIKE | {"form"}, places=frozenset({"ccomp"})),
)
