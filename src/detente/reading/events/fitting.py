"""Whether what a verb acts on, or what does it, is of a row's things, or a pronoun for one."""

from __future__ import annotations

from detente.reading.arguments import is_passive, prepositional, things_of
from detente.reading.events.cues import THINGS, Cue
from detente.reading.events.words import is_of
from detente.reading.grammar import ONE_OF_MANY, shortly_before
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.wording import words

PERSON = "PERSON"  # of a row's things: one who is named, or he or she
STANDING_IN = frozenset({"it", "them", "they"})
_STRAY = frozenset({"advmod", "npadvmod", "dative"})
_OF_TREATIES = frozenset({"ratify", "initial", "countersign"})


def acted_on(verb: Token, cue: Cue, scene: Scene) -> bool:
    """Whether what is acted on is of the row's things."""
    things = things_of(verb)
    if is_passive(verb):  # "was granted an injunction"
        things += [c for c in verb.children if c.dep_ in {"dobj", "oprd"}]
    if verb.lemma_ in _OF_TREATIES and any(t.lower_ in {"it", "them"} for t in things):
        return True  # "never ratified it": what else
    if PERSON in cue.things and any(is_person(scene, t) for t in things):
        return True
    if cue.things:
        things += [c for c in verb.children if c.dep_ in _STRAY and c.i > verb.i]
        things += [t for c in verb.children if _is_ordered(c) for t in [subject(c)] if t]
    if verb.lemma_ not in _IDIOMS and any(
        t.lower_ in STANDING_IN | ONE_OF_MANY and stood_for(t, cue.things) for t in things
    ):
        return True
    if "home" in cue.words:  # "ordered the ambassador home", where the parser joins the two
        things += [c for t in things if t.lower_ == "home" for c in t.children]
    if cue.words:  # "vote down the plan", where the parser takes "down" for a preposition
        things += prepositional(verb, *cue.words)
    stands_in = cue.words and cue.kind != "no_agreement"
    if stands_in and any(
        t.lower_ == "them" or (t.lower_ == "it" and "ambassador" not in cue.things) for t in things
    ):
        return True  # "brought them home"
    return any(is_of(token, cue.things) for token in things) or bool(not cue.things and things)


def is_person(scene: Scene, token: Token) -> bool:
    """One who is named, or he or she: no state, no firm.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> scene = build(Document("d1", text="Peru freed him.", language="en"))
    >>> [token.text for token in scene.doc if is_person(scene, token)]
    ['him']
    """
    if token.lower_ in _HE:
        return True
    if token.pos_ == "NOUN":  # "the steward, Remy Baptiste"
        named = (c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN")
        return token.tag_ == "NN" and any(is_person(scene, name) for name in named)
    if token.pos_ != "PROPN":
        return False
    if any(c.lower_.rstrip(".") in _TITLES and c.dep_ == "compound" for c in token.children):
        return True
    found = (scene.by_id.get(party) for party in scene.refers(token))
    return any(one is not None and one.type == "person" for one in found)


_HE = frozenset({"he", "she", "him", "her"})
_TITLES = words("""
    mr mrs ms miss dr sir lady lord father sister brother mother captain colonel general major
    lieutenant sergeant professor judge senator councillor bishop archbishop reverend rabbi imam
    sheikh prince princess king queen chief commissioner mayor governor""")
_IDIOMS = words(
    "deny regret put take break delay mention keep give have get make see call come"
)  # "put it"


def stood_for(pronoun: Token, things: frozenset[str]) -> bool:
    """Whether a thing of the class stands before the pronoun, in its sentence or the one before."""
    if pronoun.lower_ in ONE_OF_MANY and not any(c.pos_ == "ADJ" for c in pronoun.children):
        return False  # "a new one"; not "one of them"
    number = "NNS" if pronoun.lower_ in {"them", "they"} else "NN"
    return any(
        token.tag_ == number and is_of(token, things)
        for token in shortly_before(pronoun)
        if token.pos_ == "NOUN" and token.dep_ not in _BESIDE
    )


_BESIDE = frozenset({"poss", "compound", "npadvmod", "nmod"})  # whose, or which one: not it


def _is_ordered(clause: Token) -> bool:
    """As in "let the driver go", "ordered the envoys to leave": what is acted on, as a subject."""
    return clause.dep_ == "ccomp" and clause.tag_ == "VB" and clause.head.lemma_ not in _SAYING


_SAYING = words("say tell add announce declare report claim insist")


def alone(verb: Token, cue: Cue, _scene: Scene) -> bool:
    """Whether the verb stands without an object, its subject being of the row's things."""
    alone = not is_passive(verb) and not any(c.dep_ == "dobj" for c in verb.children)
    who = subject(verb)
    if who is not None and who.lower_ in _TAKING_UP and _is_of_it(verb, cue):
        return stood_for(who, cue.things) or _was_signed(who, cue)
    if verb.lemma_ == "die" and (verb.tag_ == "VBG" or is_of_illness(verb)):
        return False  # "was dying", "died of spoiled flour"
    return (alone or bool(cue.words)) and is_of(who, cue.things)


def is_of_illness(verb: Token) -> bool:
    """As in "died of spoiled flour": nobody was killed."""
    if verb.lemma_ != "die":
        return False
    causes = prepositional(verb, "of", "from")
    return bool(causes) and not any(is_of(t, _VIOLENT) for t in causes)


_VIOLENT = (
    THINGS["EVIL"]
    | THINGS["ATTACK"]
    | THINGS["PEOPLE"]
    | words(
        "wound injury burn bullet gunshot stab blow torture beating blast explosion gas shrapnel"
    )
)
_TAKING_UP = frozenset({"it", "they"})


def _is_of_it(verb: Token, cue: Cue) -> bool:
    """As in "It reopened", "They came to nothing", "it broke down": what was just told of."""
    ended = cue.kind == "halt" and "ceasefire" in cue.things
    ended = ended and (verb.lemma_ in _GIVING_OUT or bool(_APART & {*cue.words}))
    return ended or verb.lemma_ == "reopen" or bool(cue.words and cue.kind == "no_agreement")


_GIVING_OUT = words("collapse lapse unravel crumble")
_APART = frozenset({"down", "apart"})


def _was_signed(pronoun: Token, cue: Cue) -> bool:
    """As in "It was signed on 2 June, and it broke down": an agreement, whatever it is called."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    signed = (t for t in before if t.lower_ == "it" and t.dep_ == "nsubjpass")
    return THINGS["DEAL"] <= cue.things and any(t.head.lemma_ == "sign" for t in signed)
