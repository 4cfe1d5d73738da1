"""What a demand, a condition or a refusal takes for granted.

Who is to leave a place has it; who is to give it back has it, and who asks for that claims it;
whose sanctions are to be lifted has laid them on whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, particle, prepositional, things_of
from detente.reading.events.participants import owners, within
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.claiming import RETURN
from detente.reading.relations.cues import MEASURES
from detente.reading.relations.owning import is_ground
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way, heads
from detente.reading.syntax import governing, subject
from detente.reading.things import whole
from detente.reading.wording import words

_LEAVING = words("leave vacate evacuate quit abandon")
_LEAVING_FROM = words(
    "withdraw pull_out pull_back retreat move_out clear_out depart get_out remove"
)
_FORCES = words("""
    troop troops soldier force forces garrison army police ranger guard militia fighter marine ship
    warship boat patrol settler base crew tank unit administration""")


def is_to_leave(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A demands that B leave the Golan", "not until B's troops pull out of C"."""
    if reality(verb) == REAL or _is_told_as_past(verb) or _is_beside(verb):
        return
    who, places = doer(verb), [*prepositional(verb, "from", "of")]
    if particle(verb) in _LEAVING and not is_passive(verb):
        places += [t for t in things_of(verb) if t == whole(t)]
    elif particle(verb) not in _LEAVING_FROM:
        return
    moved = [t for t in things_of(verb) if t.lemma_.lower() in _FORCES]
    if moved:
        places += [p for t in moved for p in prepositional(t, "from", "in", "on")]
    sources = reader.acting(who) or tuple(p for t in moved for p in owners(reader.scene, t))
    yield from _held(reader, sources, places, verb)


def _is_told_as_past(verb: Token) -> bool:
    return reality(verb) == NEGATED and verb.tag_ == "VBD"


def _is_beside(verb: Token) -> bool:
    """As in "fell back, leaving the harbour to the gulls", "had left the border": no demand."""
    return verb.lemma_ == "leave" and verb.tag_ in {"VBG", "VBD", "VBN"}


def its_departure(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A demands B's withdrawal from C", "the withdrawal of B's troops from C"."""
    asked = _asked(noun)
    if asked is None:
        return
    of = prepositional(noun, "of", "by")
    sources = owners(reader.scene, noun) or tuple(p for t in of for p in within(reader.scene, t))
    yield from _held(reader, sources, prepositional(noun, "from"), asked)


def _held(
    reader: Reader, sources: tuple[str, ...], places: list[Token], root: Token
) -> Iterator[Said]:
    for place in places:
        own = any(c.tag_ == "PRP$" for c in place.children)
        if own or place.pos_ == "PRON" or not is_ground(reader.things_head(place)):
            continue
        for target in reader.target("controls", place):
            actor = reader.scene.by_id.get(target)
            if actor is not None and actor.type not in {"territory", "province"}:
                continue
            for source in sources:
                yield said_in_clause("controls", source, target, root)


_ASKING = words("""
    demand want seek claim request ask insist call press fight campaign sue petition order urge
    require condition await apply hope long""")
_ASKED = words("demand call request claim appeal campaign condition bid plea petition")
_DEPTH = 5  # words from what is asked for to who asks


def _asked(noun: Token) -> Token | None:
    """The verb of asking above a noun: "asked the court to order the return"."""
    asking = None
    for _, above in zip(range(_DEPTH), noun.ancestors, strict=False):
        lemma = above.lemma_.lower()
        if above.pos_ == "VERB" and lemma in _ASKING and reality(above) != NEGATED:
            asking = above
        elif above.pos_ == "NOUN" and lemma in _ASKED and asking is None:
            asking = governing(above)
    return asking


def is_to_return(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A dropped its demand for the return of B", "asked the UN to order B's return"."""
    asked = _asked(noun)
    if asked is None:
        return
    things = [*prepositional(noun, "of"), *(c for c in noun.children if c.dep_ == "poss")]
    whose = next((a for a in noun.ancestors if a.lemma_.lower() in _ASKED), None)
    sources = owners(reader.scene, whose) if whose is not None else ()
    for source in sources or reader.acting(doer(asked)):
        for thing in things:
            for target in reader.placed(thing) or _named(reader, thing):
                if target != source:
                    yield said_in_clause("claims", source, target, asked)


def _named(reader: Reader, thing: Token) -> tuple[str, ...]:
    return tuple(p for p in reader.sides(thing) if reader.scene.by_id[p].type != "person")


_DEPARTURE = words("withdrawal pullout pull-out departure evacuation retreat removal exit")
_LIFTING = words("""
    lift end drop remove ease scrap withdraw revoke suspend waive repeal relax cancel rescind undo
    abolish""")


def is_to_lift(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "will talk once B lifts the sanctions": on whoever says so."""
    verb = noun.head
    if verb.lemma_ not in _LIFTING or reality(verb) == REAL or is_passive(verb):
        return
    named = tuple(p for t in prepositional(noun, "on", "against") for p in within(reader.scene, t))
    who = subject(verb)
    sources = reader.acting(who)
    own = owners(reader.scene, noun)
    if own and not {*own} & {*sources}:
        return
    for source in sources:
        holder = [p for p in reader.voice(verb).holder if p != source]
        for target in named or tuple(holder[:1]):
            yield said_in_clause("sanctions", source, target, verb)


WAYS = (
    Way(is_to_leave, lemmas=heads(_LEAVING | _LEAVING_FROM)),
    Way(its_departure, lemmas=_DEPARTURE, parts=frozenset({"NOUN"})),
    Way(is_to_return, lemmas=RETURN, parts=frozenset({"NOUN"})),
    Way(is_to_lift, lemmas=MEASURES, places=frozenset({"dobj"})),
)
