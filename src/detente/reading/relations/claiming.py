"""What somebody calls, maps, names or wants back as his: claims that are told of him."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import antecedent, doer, particle, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations import homes
from detente.reading.relations.grounds import is_had
from detente.reading.relations.homes import BEING, OWN
from detente.reading.relations.owning import is_ground
from detente.reading.relations.reader import Reader
from detente.reading.relations.regarding import is_of_clause
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject, verb_above
from detente.reading.wording import words

_CALLING = words("call know name term style dub label map mark refer")


def named_otherwise(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "the isles, which A calls the Tern Rocks", "known in A as B", "by another name"."""
    if reality(verb) != REAL:
        return
    names = [c for c in verb.children if c.dep_ in {"oprd", "attr"}]
    names += prepositional(verb, "as", "to")
    names += [a for c in verb.children if c.dep_ == "dobj" for a in c.children
              if a.dep_ == "appos" and any(d.lower_ == "the" for d in a.children)]  # fmt: skip
    if any(c.dep_ == "dobj" and c.tag_ == "WDT" for c in verb.children):
        names += [
            c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i
        ]  # "which A calls B"
    inner = [s for c in verb.children if c.dep_ == "ccomp" for s in c.children]
    named = [t for t in (*names, *inner) if t.tag_ in {"NNP", "NNPS"} and t.text[:1].isupper()]
    another = any(t.lemma_ == "name" for t in prepositional(verb, "by", "under"))
    if not (named or another):
        return
    by = doer(verb)
    where = () if by is not None else tuple(prepositional(verb, "in", "to"))
    sources = tuple(p for t in ((by,) if by is not None else where) for p in reader.sides(t))
    for thing in things_of(verb):
        if thing in named or not is_ground(reader.things_head(thing)):
            continue
        for source in sources:
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, verb)


_WANTING = words("want demand seek claim request ask insist call press fight campaign sue petition")

RETURN = words("return restitution handover restoration recovery repatriation retrocession")

_HAVING = words("want demand seek claim")
_ALL = words("all whole entirety most half rest")
_BACK = frozenset({"back", "returned", "restored", "home"})


def wants_back(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A wants the isles back", "A demands the return of the mask"."""
    if reality(verb) == NEGATED:
        return
    asked = [*things_of(verb), *prepositional(verb, "for", "on")]
    things = [t for noun in asked if noun.lemma_ in RETURN for t in prepositional(noun, "of")]
    if verb.lemma_ == "want" and any(c.lower_ in _BACK for c in verb.subtree if c.i > verb.i):
        things += [t for t in things_of(verb) if t.lemma_ not in RETURN]
        things += [s for c in verb.children if c.dep_ == "ccomp" for s in [subject(c)] if s]
    if verb.lemma_ in _HAVING:  # "now wants all of the box"
        things += [t for noun in asked if noun.lower_ in _ALL for t in prepositional(noun, "of")]
    things += _to_be_returned(verb) + _their_return(verb)
    for source in reader.acting(doer(verb)) if things else ():
        for thing in things:
            for target in reader.placed(thing):
                if is_had(reader.scene, target):
                    yield said_in_clause("claims", source, target, verb)


def _to_be_returned(verb: Token) -> list[Token]:
    """As in "wants B to hand back the isles", "demands that B return the mask"."""
    done = (c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "advcl"} and c.i > verb.i)
    back = (c for c in done if particle(c) in _GIVING_BACK)
    asked = (c for c in back if c.tag_ == "VB" or _is_to_be_done(verb, c))
    found: list[Token] = []
    for each in asked:
        own = subject(each)
        found += things_of(each) or ([own] if own is not None else [])
    return found


def _is_to_be_done(verb: Token, done: Token) -> bool:
    """As in "demands that the isles be returned"."""
    helpers = [c.lower_ for c in done.children if c.dep_ in {"aux", "auxpass"}]
    bare = done.tag_ == "VBN" and not helpers and verb.lemma_ == "want"  # "wants them handed over"
    return bare or ("be" in helpers and verb.lemma_ in _DEMANDING)


def _their_return(verb: Token) -> list[Token]:
    """As in "demands their return"."""
    asked = things_of(verb) if verb.lemma_ in _DEMANDING else ()
    own = (c for t in asked if t.lemma_ in RETURN for c in t.children if c.dep_ == "poss")
    return [c for c in own if c.lower_ in {"its", "their"}]


_DEMANDING = words("demand want seek urge request require")
_GIVING_BACK = words(
    "return hand_over hand_back give_back give_up restore cede relinquish surrender"
)
_MAPPING = words("""
    make map declare proclaim show depict mark name designate list count class classify
    describe paint colour color draw print label incorporate include place put portray annex
    claim hold style write""")

_PARTS = words("part province state region district county department territory own republic land")

_LAWS = words(
    "law map bill decree atlas constitution statute act article stamp textbook chart deed"
)


def makes_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "a law making B its twenty-fourth state", "A's maps show B as part of its land"."""
    if reality(verb) != REAL:
        return
    said = [c for c in verb.subtree if c.i > verb.i and c.lemma_.lower() in _PARTS]
    said = [c for c in said if is_of_clause(c, verb) and not _is_just_own(c)]
    adjective = any(
        {*reader.sides(t)} & {*_lawgiver(reader, verb)} for t in prepositional(verb, "as")
    )
    told = adjective or any(_is_its(reader, noun, verb) for noun in said)
    if not told and not homes.is_told(reader, verb, _lawgiver(reader, verb)):
        return
    things = [t for t in things_of(verb) if t.lemma_.lower() not in _PARTS]
    things += [s for c in verb.children if c.dep_ == "ccomp" for s in [subject(c)] if s]
    for source in _lawgiver(reader, verb):
        for thing in things:
            for target in (
                reader.target("claims", thing) if source not in reader.sides(thing) else ()
            ):
                yield said_in_clause("claims", source, target, verb)


def _is_just_own(noun: Token) -> bool:
    """As in "a levy of its own": no part of it."""
    return noun.lower_ == "own" and noun.dep_ == "pobj" and noun.head.lower_ == "of"


def on_its_maps(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "the temple that A's maps include"."""
    by = doer(verb)
    if by is None or by.lemma_.lower() not in {"map", "atlas", "chart", "textbook", "stamp"}:
        return
    if reality(verb) != REAL:
        return
    for source in owners(reader.scene, by) or publisher(reader, by):
        for thing in things_of(verb):
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, verb)


_SHOWING = words("contain have give carry")


def _is_its(reader: Reader, noun: Token, verb: Token) -> bool:
    owned = any(c.lower_ in OWN for c in noun.children)
    source = _lawgiver(reader, verb) if not owned else ()
    inside = [*noun.children, *(c for t in prepositional(noun, "of") for c in (t, *t.children))]
    return owned or any(
        c.lower_ in OWN or (c.i > verb.i and {*reader.sides(c)} & {*source}) for c in inside
    )


def _lawgiver(reader: Reader, verb: Token) -> tuple[str, ...]:
    """Whose law, map or word it is."""
    by = doer(verb)
    if by is None:
        return ()
    found = reader.acting(by)
    if found or by.lemma_.lower() not in _LAWS:
        return found
    own = owners(reader.scene, by) or publisher(reader, by)
    above = verb_above(by)
    if own or above is None or by.dep_ != "dobj":
        return own
    return reader.acting(doer(above))


def publisher(reader: Reader, law: Token) -> tuple[str, ...]:
    """Of "a map issued by A", "a map printed in A", "A published a map", A."""
    above = verb_above(law)
    if law.dep_ == "dobj" and above is not None and above.lemma_ in _PUBLISHING:
        return reader.acting(doer(above))
    made = (c for c in law.children if c.dep_ == "acl" and c.tag_ == "VBN")
    named = (t for c in made for t in (doer(c), *prepositional(c, "in")))
    return tuple(dict.fromkeys(p for t in named if t is not None for p in reader.named_there(t)))


_PUBLISHING = words("publish issue print release adopt approve unveil present draw produce")
_HOMELY = words("homeland birthright heartland region province part territory land heritage")


_VIEWS = words("eyes view book books reckoning reading opinion account")
_CEDING = words("cede surrender give transfer sell lose renounce relinquish yield sign pass")


def from_its_view(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "For A, B is a historic homeland", "A, in whose eyes B is a region like any other"."""
    if noun.lower_ in _VIEWS:
        holders = owners(reader.scene, noun)
        whose = next((c for c in noun.children if c.lower_ == "whose"), None)
        if whose is not None:
            above = next((a for a in noun.ancestors if a.dep_ == "relcl"), None)
            holders = reader.sides(above.head) if above is not None else ()
        verb = noun.head.head
    elif noun.head.lower_ in {"for", "to"}:
        holders, verb = reader.sides(antecedent(noun)), noun.head.head
    else:
        return
    if verb.lemma_ in _CEDING:
        yield from _never_ceded(reader, verb, holders)
    thing = subject(verb)
    if verb.lemma_ not in BEING or reality(verb) != REAL:
        return
    states = [c for c in verb.children if c.dep_ == "attr"]
    homely = any(c.lemma_.lower() in _HOMELY for c in states)
    if thing is not None and homely:
        for source in holders:
            for target in reader.target("claims", thing):
                yield said_in_clause("claims", source, target, verb)


def _never_ceded(reader: Reader, verb: Token, holders: tuple[str, ...]) -> Iterator[Said]:
    """As in "B, which in A's view was never ceded"."""
    things = [verb.head] if verb.dep_ == "relcl" else things_of(verb)
    for source in holders if reality(verb) == NEGATED else ():
        for target in (one for each in things for one in reader.placed(each)):
            yield said_in_clause("claims", source, target, verb)


WAYS = (
    Way(named_otherwise, lemmas=_CALLING),
    Way(wants_back, lemmas=_WANTING),
    Way(makes_own, lemmas=_MAPPING),
    Way(on_its_maps, lemmas=_MAPPING | _SHOWING),
    Way(from_its_view, places=frozenset({"pobj"})),
)
