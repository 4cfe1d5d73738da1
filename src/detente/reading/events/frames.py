"""How the thing stands to the verb in a row of the table of events, one test a frame."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.arguments import (
    doer,
    object_of,
    prepositional,
)
from detente.reading.events import (
    frames_between,
    frames_deals,
    frames_force,
    frames_rulings,
    frames_talks,
    frames_work,
)
from detente.reading.events.cues import CUES, THINGS, Cue
from detente.reading.events.fitting import (
    PERSON,
    STANDING_IN,
    acted_on,
    alone,
    is_person,
)
from detente.reading.events.no_events import NO_EVENT
from detente.reading.events.participants import parties, within
from detente.reading.events.words import forms, is_of, own_words
from detente.reading.parsed import Token
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.scene import Scene
from detente.reading.syntax import NOMINAL, subject
from detente.reading.wording import words


def is_known(verb: Token) -> bool:
    """Whether the table has any row for the verb."""
    return verb.lower_ != "barring" and any(form in CUES for form in forms(verb))


def beside(verb: Token) -> frozenset[str]:
    """The words and lemmas of the clause that may belong to the verb: what is no noun, after it."""
    own = [token for token in own_words(verb) if token.i > verb.i or token.pos_ == "NOUN"]
    own = [token for token in own if not _is_about(token, verb)]
    return frozenset(word for token in own for word in (token.lower_, token.lemma_.lower()))


def _is_about(word: Token, verb: Token) -> bool:
    """As in "took Norland to court over the levy": what it is about, no "took over the mill"."""
    own = word.lower_ in {"over", "in"} and word.dep_ == "prep"
    about = own and any(c.dep_ in {"pobj", "pcomp"} for c in word.children)
    return about and any(c.dep_ == "dobj" and verb.i < c.i < word.i for c in verb.children)


def cue_of(verb: Token, scene: Scene) -> Cue | None:
    """The row of the table that the verb, with what stands to it, fits."""
    near: frozenset[str] | None = None
    if is_word_only(verb):
        return None
    particles = [c for c in verb.children if c.dep_ == "prt" and not _is_where(c)]
    for form in forms(verb):
        for cue in CUES.get(form, ()):
            if cue.words:
                near = beside(verb) if near is None else near
                if not near.issuperset(cue.words):
                    continue
            elif particles and _is_other_verb(particles, cue):
                continue
            if _fits(verb, cue, scene):
                return cue
    return None


def is_word_only(verb: Token) -> bool:
    """As in "called it a tax", "called for a truce", "it took them four years to agree"."""
    if any(is_none(verb) for is_none in NO_EVENT):
        return True
    if verb.lemma_ == "take":
        return _is_other_way(object_of(verb)) or _is_time_taken(verb)
    if verb.lemma_ == "run":  # "ran out of patience with it"
        return any(t.lemma_ in _INNER for t in verb.subtree if t.i > verb.i)
    if verb.lemma_ in {"hold", "find"} and any(c.lower_ in _TO_BLAME for c in verb.subtree):
        return not is_of(doer(verb), THINGS["JUDGES"])
    asked = any(_is_asked(c) for c in verb.children if c.dep_ == "prep")
    if verb.lemma_ == "appeal":
        return asked and any(prepositional(verb, "for"))
    asks = verb.lemma_ == "call" and _is_called(verb, asked=asked)
    return asks and not frames_rulings.is_resolution(verb)


def _is_time_taken(verb: Token) -> bool:
    """As in "it took them four years to agree"."""
    who = subject(verb)
    acts = any(c.dep_ in {"xcomp", "ccomp", "advcl"} and c.tag_ == "VB" for c in verb.children)
    return acts and who is not None and who.lower_ == "it"


def _is_other_way(thing: Token | None) -> bool:
    """As in "took the other road", "has taken a different path": how one goes about it."""
    if thing is None or thing.lemma_ not in _WAYS_OF_GOING:
        return False
    return any(c.lower_ in _OTHER for c in thing.children if c.i < thing.i)


_WAYS_OF_GOING = words("road path route way track line tack view tone approach stance course turn")
_OTHER = words("other another opposite different same middle third easy hard long usual legal")


def _is_asked(preposition: Token) -> bool:
    """As in "called on both sides", "called for a truce": no "called in the envoys on Monday"."""
    if preposition.lower_ == "on":
        return all(t.lower_ not in _DAYS for t in preposition.children)
    return preposition.lower_ in {"for", "upon"}


_DAYS = frozenset({*WEEKDAYS, *MONTHS})


_INNER = frozenset({"patience", "idea", "excuse", "steam"})
_TO_BLAME = frozenset({"responsible", "accountable", "liable", "blameworthy"})


def _is_called(verb: Token, *, asked: bool) -> bool:
    whole = any(c.dep_ == "prt" for c in verb.children)  # "called off", "called out on strike"
    named = any(c.dep_ in {"oprd", "acomp"} and c.lower_ != "sick" for c in verb.children)
    return named or (asked and not whole and object_of(verb) is None)


def _is_other_verb(particles: list[Token], cue: Cue) -> bool:
    """Whether a particle makes of it a verb of another meaning: "held up", "took off"."""
    return any(particle.lower_ not in cue.frame.split() for particle in particles)


def _is_where(particle: Token) -> bool:
    """As in "collided off Cape Nor", "were held off the island": a place, no particle."""
    after = particle.doc[particle.i + 1 : particle.i + 4]
    if particle.lower_ != "off" or len(after) < 2:  # noqa: PLR2004 - an article and a noun
        return False
    place = THINGS["PLACE"] | THINGS["WAY"]
    return after[0].pos_ == "PROPN" or (
        after[0].pos_ == "DET" and any(is_of(t, place) for t in after[1:] if t.pos_ != "PUNCT")
    )


def _fits(verb: Token, cue: Cue, scene: Scene) -> bool:
    frame = FRAMES.get(cue.frame)
    if frame is not None:
        return frame(verb, cue, scene)
    things = prepositional(verb, *cue.frame.split())
    somebody = PERSON in cue.things
    return any(
        not cue.things
        or is_of(thing, cue.things)
        or (somebody and (thing.lower_ == "them" or is_person(scene, thing)))
        for thing in things
    )


def _party(verb: Token, _cue: Cue, scene: Scene) -> bool:
    return bool(parties(scene, object_of(verb))) and not any(
        child.dep_ in {"ccomp", "xcomp"} for child in verb.children
    )


def _doing(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """As in "stopped issuing visas"."""
    return any(c.dep_ in {"xcomp", "dobj", "ccomp"} and c.tag_ == "VBG" for c in verb.children)


def _no_short(verb: Token, cue: Cue, scene: Scene) -> bool:
    return alone(verb, cue, scene) and all(c.lower_ != "short" for c in verb.children)


def _fallen(verb: Token, cue: Cue, scene: Scene) -> bool:
    """As in "the city fell": no "trade fell by a third", "fell to 40"."""
    return alone(verb, cue, scene) and not any(
        token.pos_ in {"NUM", "NOUN"} for token in prepositional(verb, "by", "from", "below")
    )


def _turned(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """As in "turned their backs on him": no "turned back on Sunday"."""
    thing = object_of(verb)
    return thing is not None and thing.lemma_ == "back" and any(prepositional(verb, "on", "to"))


def _strong(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Whatever is acted on, by a party or on what is a party's: "dredged the strait"."""
    thing = object_of(verb)
    if verb.tag_ not in {"VBD", "VBN"}:
        return False
    if thing is not None and thing.pos_ in {"NUM", "DET", "PRON"}:
        thing = next(iter(prepositional(thing, "of")), thing)  # "two of the outfalls"
    if thing is not None and thing.lower_ in STANDING_IN and verb.dep_ not in {"relcl", "acl"}:
        return bool(within(scene, doer(verb)))  # "A suspended it a fortnight later"
    if thing is None or thing.pos_ not in NOMINAL or thing.lemma_.lower() in _ABSTRACT:
        return False
    if any(child.dep_ in {"ccomp", "xcomp"} for child in verb.children):
        return False
    actor = doer(verb)
    return bool(within(scene, actor) or within(scene, thing))


_ABSTRACT = words("""chance opportunity moment initiative power idea attention question doubt hope
    fear time day step record score goal point title role life heart mind eye hand word sale price
    rate profit target cost spirit mood breath voice speech song film book show light smoke fire
    game match round set ball shot party people number figure forecast outlook estimate view
    opinion attempt effort proposal plan resolution bid move merger call
    gap meeting session conference season year week debate rank chapter loophole inquiry letter
    distance window""")


def _by_whom(verb: Token, cue: Cue, _scene: Scene) -> bool:
    """Whatever stands to it; of clauses only one that the row has: "let the lease expire"."""
    clauses = (c for c in verb.children if c.dep_ == "ccomp")
    return all({c.lower_, *(t.lower_ for t in c.children)} & {*cue.words} for c in clauses)


FRAMES: dict[str, Callable[[Token, Cue, Scene], bool]] = {
    "any": _by_whom,
    "strong": _strong,
    "turned": _turned,
    "object": acted_on,
    "weapon": acted_on,
    "subject": alone,
    "fallen": _fallen,
    "party": _party,
    "no short": _no_short,
    "doing": _doing,
    **frames_between.FRAMES,
    **frames_talks.FRAMES,
    **frames_work.FRAMES,
    **frames_deals.FRAMES,
    **frames_force.FRAMES,
    **frames_rulings.FRAMES,
}
