"""Who has armed people in a place, and so holds it, or in a state, and so stands by it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.cues import THINGS
from detente.reading.events.participants import owners
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.parties.gazetteer import state_id, territories
from detente.reading.places import dependent
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.ways import Way
from detente.reading.things import whole
from detente.reading.wording import words

_BASES = words("base garrison outpost airbase bases")
_ARMED = words("""
    warship ship vessel boat frigate marine tank outpost post detachment contingent brigade
    battery launcher ranger commando airfield runway flag
    troop troops soldier force forces garrison army peacekeeper guard base police
    battalion""")
_KEEPING = words(
    "post build erect install deploy keep have maintain station base retain leave host run hold "
    "quarter get"
)
_WHERE = ("in", "on", "at", "along", "across", "inside")


def keeps_troops(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A keeps a garrison on B", "A troops have been stationed in B"."""
    if reality(verb) != REAL:
        return
    for force in map(whole, things_of(verb)):
        if not is_of(force, _ARMED):
            continue
        places = prepositional(verb, *_WHERE) + prepositional(force, *_WHERE)
        places += [verb.head] if _is_where(verb) else []
        places += [c for c in verb.children if c.lower_ == "there" and c.dep_ == "advmod"]
        sources = reader.acting(doer(verb))
        if is_passive(verb):
            by = [t for place in places for t in prepositional(place, "by")]  # hung on the place
            sources = sources or owners(reader.scene, force)
            sources = sources or tuple(p for t in by for p in reader.sides(t))
        for source in sources:
            for place in places:
                for kind, target in _what(reader, force, place):
                    yield said_in_clause(kind, source, target, verb)


def is_armed(token: Token) -> bool:
    """Whether a word is for a base or a garrison."""
    return token.lemma_.lower() in _BASES | {"troop"}


def _is_where(verb: Token) -> bool:
    """As in "B, where A keeps soldiers"."""
    return verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)


def troops_there(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A's garrison on B", "the A base at B"."""
    if not is_of(noun, _BASES):
        return
    for source in owners(reader.scene, noun):
        for place in prepositional(noun, *_WHERE):
            for kind, target in _what(reader, noun, place):
                yield said_in_phrase(kind, source, target, noun)


def _what(reader: Reader, force: Token, place: Token) -> Iterator[tuple[str, str]]:
    """A place is held; a state that has the base of another is its ally."""
    for target in reader.target("controls", place) or reader.mentioned(place):
        actor = reader.scene.by_id.get(target)
        if actor is None and is_of(force, _BASES) and _is_state_id(target):
            yield "aligned", target
        elif actor is None or actor.type in {"territory", "province"}:
            if not _is_state(target):
                yield "controls", target
        elif is_of(force, _BASES) and actor.type == "state":
            yield "aligned", target


def _is_state(name: str) -> bool:
    """Whether it is the name of a state that no other holds: troops there are its guests."""
    codes = [code for code, known in territories().items() if known == name]
    return any(state_id(code) not in dependent() for code in codes)


def _is_state_id(id_: str) -> bool:
    return any(state_id(code) == id_ for code in territories()) and id_ not in dependent()


def are_there(reader: Reader, force: Token) -> Iterator[Said]:
    """As in "A's troops have been on B since 1974", "A soldiers remain in B"."""
    verb = force.head
    if verb.lemma_ not in _BEING or reality(verb) != REAL or not is_of(force, _ARMED):
        return
    for source in owners(reader.scene, force):
        for place in prepositional(verb, *_WHERE):
            for kind, target in _what(reader, force, _whole_place(place)):
                yield said_in_clause(kind, source, target, verb)


def _whole_place(place: Token) -> Token:
    """Of "the north of the isle", the isle."""
    part = place.lower_ in _PARTS
    return next(iter(prepositional(place, "of")), place) if part else place


_BEING = words("be remain stay sit stand")


def held_part(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "Rebels hold the north of the province": what it is a part of, is held."""
    verb = noun.head
    if reality(verb) != REAL:
        return
    if verb.lemma_ in _HOLDING:
        for source in reader.acting(doer(verb)):
            for place in prepositional(noun, "of"):
                for target in reader.target("controls", place):
                    yield said_in_clause("controls", source, target, verb)


_PARTS = words("""north south east west northeast northwest southeast southwest centre edge banks
    floor floors stairs roof wing lobby entrance forecourt""")
_HOLDING = words("hold control occupy rule run administer govern")

WAYS = (
    Way(keeps_troops, lemmas=_KEEPING),
    Way(troops_there, parts=frozenset({"NOUN"})),
    Way(are_there, parts=frozenset({"NOUN"}), places=frozenset({"nsubj"})),
    Way(held_part, words=_PARTS, places=frozenset({"dobj"})),
)


ARMS = THINGS["FORCE"] | words("""
    arm arms weapon rocket ammunition shell gun rifle missile jet drone tank munition
    radar helicopter submarine frigate howitzer mortar launcher interceptor cannon mine
    warplane fighter bomber corvette destroyer explosive grenade""")
