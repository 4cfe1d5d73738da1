"""Relations that a verb tells: "A claims B", "B is held by A", "A regards B as its own"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import (
    doer,
    is_passive,
    object_of,
    particle,
    prepositional,
    things_of,
)
from detente.reading.events.cues import THINGS
from detente.reading.events.participants import within
from detente.reading.events.words import is_of
from detente.reading.factuality import NEGATED, REAL, UNREAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.cues import PHRASES, VERBS
from detente.reading.relations.grounds import thing_named
from detente.reading.relations.phrases import by_phrase
from detente.reading.relations.reader import TALKS, Reader
from detente.reading.relations.regarding import SAYING
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way, heads
from detente.reading.syntax import REFLEXIVE, modal, subject
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
        objects = [t for t in things_of(verb) or _left_out(verb) if t.lower_ not in REFLEXIVE]
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
    """Of "A goes on recognising B", "A keeps backing B", "A will continue to run B", A."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    goes = above.lemma_ == "go" and verb.head.lower_ == "on"
    if verb.dep_ == "xcomp" and above.lemma_ == "continue":
        return subject(above)
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
    if _is_charged(verb):
        return True
    if verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "csubj", "dobj"}:
        return False  # "rules on operating the reservoir"
    if verb.tag_ == "VBN" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children):
        return False  # "regards it as occupied territory"
    return verb.lemma_ not in _WEAK or reader.is_topic(thing)


def _is_charged(verb: Token) -> bool:
    """As in "accused A of occupying B": that A has it, nobody disputes."""
    accused = verb.dep_ == "pcomp" and verb.head.head.lemma_ == "accuse"
    return accused and verb.lemma_ in _OCCUPYING and reality(verb.head.head) == REAL


_OCCUPYING = words("occupy hold annex colonise colonize")
_WON = words("seat vote majority mandate office presidency title record lead stake share")
_LOOKING_ON = words("peacekeeper observer monitor mission inspector")
_WEAK = frozenset({"run", "own", "operate", "man", "police", "patrol", "guard", "keep", "rule",
                   "possess", "dominate", "manage"})  # fmt: skip


def asked_to(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A was picked to chair the talks", "the UN asked A to mediate": A goes between."""
    above = verb.head
    if above.lemma_ not in _CHOOSING or reality(above) != REAL or is_wish(reader, above):
        return
    if "mediates" in VERBS.get(particle(verb), ()) and _between(reader, verb):
        for source in reader.sides(object_of(above)):
            yield said_in_clause("mediates", source, None, above)


def is_wish(reader: Reader, verb: Token) -> bool:
    """Whether it is one side alone that asks somebody to step in: nobody has yet."""
    asking = {*reader.who(doer(verb))}
    return verb.lemma_ in _ASKING and len(asking) == 1 and all(map(reader.is_side, asking))


_ASKING = words("ask invite request call urge beg want turn appeal petition press")
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
    if kind == "controls" and _is_charged(verb):
        return kind
    real = reality(verb if goer is None else goer.head)
    if goer is not None and real == UNREAL and modal(goer.head) in {"will", "would"}:
        real = REAL  # "will continue to run it"
    who = goer or doer(verb)
    nobody = who is not None and any(child.lower_ == "no" for child in who.children)
    if nobody:  # "no member of A recognises B"
        return None
    denied = real == NEGATED or _refused(verb) or _will_not(verb) or _is_neither(verb)
    if kind == "recognises" and denied:
        return "not_recognises"
    if kind == "mediates" and verb.dep_ == "xcomp" and verb.head.lemma_ in {"try", "attempt"}:
        return kind if reality(verb.head) == REAL else None
    return kind if real == REAL or (kind == "aligned" and _is_thought(verb)) else None


def _is_thought(verb: Token) -> bool:
    """As in "A is widely believed to be arming B"."""
    above = verb.head
    held = verb.dep_ == "xcomp" and above.lemma_ in _THINKING and is_passive(above)
    return held and reality(above) == REAL


_THINKING = words("believe say think suspect know report consider understand assume")


def _is_neither(verb: Token) -> bool:
    """As in "A neither accepts nor recognises it"."""
    near = [*verb.children, *(verb.head.children if verb.dep_ == "conj" else ())]
    return any(child.lower_ in {"neither", "nor"} and child.dep_ != "nsubj" for child in near)


def _will_not(verb: Token) -> bool:
    """As in "A will not recognise B"."""
    will = any(c.dep_ == "aux" and c.lower_ in {"will", "wo", "would"} for c in verb.children)
    told = verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING and reality(verb.head) == REAL
    main = verb.dep_ in {"ROOT", "conj"} or told  # "declared that it would not recognise B"
    return will and any(c.dep_ == "neg" for c in verb.children) and main


def _refused(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "decline"}


WAYS = (
    Way(by_verb, lemmas=heads(VERBS)),
    Way(by_phrase, verbs=frozenset(PHRASES)),
    Way(asked_to, lemmas=_MEDIATING, places=frozenset({"xcomp"})),
)
