"""How the thing stands to the verb in a row of the table of events, one test a frame."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from detente.reading.arguments import (
    conjoined,
    doer,
    is_passive,
    object_of,
    prepositional,
)
from detente.reading.arguments import things_of as _objects
from detente.reading.event_cues import CUES, THINGS, Cue
from detente.reading.factuality import negative
from detente.reading.participants import parties, within
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.wording import words

_LAND = frozenset({"archipelago"})
_FALLEN = words("finished over dead closed")
_VOID = words("null void unconstitutional invalid illegal unlawful unfounded inadmissible")


def forms(verb: Token) -> tuple[str, ...]:
    """How the tables may name the verb, also where its lemma was taken wrongly."""
    word, lemma = verb.lower_, verb.lemma_.lower()
    found = [lemma]
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            found.append(stem + instead)
            if len(stem) > 2 and stem[-1] == stem[-2]:  # noqa: PLR2004 - "axed", "barred"
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


_ENDINGS = (("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ied", "y"))


def is_known(verb: Token) -> bool:
    """Whether the table has any row for the verb."""
    return verb.lower_ != "barring" and any(form in CUES for form in forms(verb))


def unable(verb: Token) -> bool:
    """As in "They could not agree", in the past and of several."""
    could = any(child.dep_ == "aux" and child.lower_ == "could" for child in verb.children)
    if not (could and verb.dep_ in {"ROOT", "conj"} and negative(verb)):
        return False
    who = subject(verb)
    return who is not None and (who.tag_ in {"NNS", "NNPS"} or len(list(conjoined(who))) > 1)


def is_of(token: Token | None, things: frozenset[str]) -> bool:
    """Whether the noun phrase is of a class: its head, or the head of "a set of Ns"."""
    if token is None:
        return False
    lemma, word = token.lemma_.lower(), token.lower_
    if lemma in things or word in things or word.removesuffix("s") in things:
        return True
    if token.pos_ == "PROPN" and things >= _LAND:  # a place by its name
        return True
    if _hyphened(token) & things:
        return True
    if lemma in THINGS["VAGUE"] and any(
        is_of(c, things) for c in token.children if c.dep_ == "compound"
    ):
        return True
    amount = lemma in THINGS["AMOUNTS"] or token.pos_ == "NUM"
    return amount and any(is_of(t, things) for t in prepositional(token, "of"))


def _hyphened(token: Token) -> frozenset[str]:
    """A word in three tokens, as one: "cease-fire", "work-to-rule"."""
    doc, at = token.doc, token.i
    if at < 2 or doc[at - 1].text != "-":  # noqa: PLR2004 - two words and a hyphen
        return frozenset()
    two = f"{doc[at - 2].lower_}-{doc[at].lower_}"
    if at > 3 and doc[at - 3].text == "-":  # noqa: PLR2004 - three words
        return frozenset({two, f"{doc[at - 4].lower_}-{two}"})
    return frozenset({two})


# What the phrase asks for


def _says(verb: Token, cue: Cue, own: list[Token]) -> bool:
    """Whether the words of the phrase stand in the clause; what is no noun, after the verb."""
    return all(
        any(
            (token.lemma_.lower() == word or token.lower_ == word)
            and (token.i > verb.i or token.pos_ == "NOUN")
            for token in own
        )
        for word in cue.words
    )


_REACH = 9  # tokens from the verb to a word of its phrase


def own_words(verb: Token) -> list[Token]:
    """The words of the verb's own clause near it, other clauses left out."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in _OTHER and not (child.dep_ == "advcl" and child.i == verb.i + 1):
            continue
        if abs(child.i - verb.i) <= _REACH:
            found.append(child)
            found += _own_below(child, verb)
    return found


def _own_below(token: Token, verb: Token) -> list[Token]:
    found: list[Token] = []
    for child in token.children:
        if child.dep_ not in _OTHER and abs(child.i - verb.i) <= _REACH:
            found.append(child)
            found += _own_below(child, verb)
    return found


_OTHER = frozenset({"relcl", "conj", "advcl", "parataxis", "acl", "appos"})


def cue_of(verb: Token, scene: Scene) -> Cue | None:
    """The row of the table that the verb, with what stands to it, fits."""
    own: list[Token] | None = None
    for form in forms(verb):
        for cue in CUES.get(form, ()):
            if cue.words:
                own = own_words(verb) if own is None else own
                if not _says(verb, cue, own):
                    continue
            elif _is_other_verb(verb, cue):
                continue
            if _fits(verb, cue, scene):
                return cue
    return None


def _is_other_verb(verb: Token, cue: Cue) -> bool:
    """Whether a particle makes of it a verb of another meaning: "held up", "took off"."""
    return any(
        child.dep_ == "prt" and child.lower_ not in cue.frame.split() for child in verb.children
    )


def _fits(verb: Token, cue: Cue, scene: Scene) -> bool:
    frame = FRAMES.get(cue.frame)
    if frame is not None:
        return frame(verb, cue, scene)
    things = prepositional(verb, *cue.frame.split())
    return any(not cue.things or is_of(thing, cue.things) for thing in things)


# Frames


def _object(verb: Token, cue: Cue, _scene: Scene) -> bool:
    things = _objects(verb)
    if cue.things:
        things += [c for c in verb.children if c.dep_ in _STRAY and c.i > verb.i]
        things += [t for c in verb.children if _is_ordered(c) for t in [subject(c)] if t]
    if verb.lemma_ in {"sign", "ratify"} and any(t.lower_ == "it" for t in things):
        return True
    if cue.words:  # "vote down the plan", where the parser takes "down" for a preposition
        things += prepositional(verb, *cue.words)
    if cue.words and any(t.lower_ in _STANDING_IN for t in things):
        return True  # "brought them home"
    return any(is_of(token, cue.things) for token in things) or bool(not cue.things and things)


def _is_ordered(clause: Token) -> bool:
    """As in "let the driver go", "ordered the envoys to leave": what is acted on, as a subject."""
    return clause.dep_ == "ccomp" and clause.tag_ == "VB" and clause.head.lemma_ not in _SAYING


_STANDING_IN = frozenset({"it", "them"})
_SAYING = words("say tell add announce declare report claim insist")
_STRAY = frozenset({"advmod", "npadvmod", "dative"})


def _intransitive(verb: Token, cue: Cue, _scene: Scene) -> bool:
    alone = not is_passive(verb) and not any(c.dep_ == "dobj" for c in verb.children)
    return (alone or bool(cue.words)) and is_of(subject(verb), cue.things)


def _fruitless(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """As in "ended without a result", "closed with nothing to show", "adjourned in acrimony"."""
    empty = any(_is_empty(token) for token in prepositional(verb, "without", "with", "in"))
    return empty and (is_of(_moving(verb), _TALKS) or not _inanimate(_moving(verb)))


def _is_empty(token: Token) -> bool:
    without = token.head.lower_ == "without"
    if without:
        return is_of(token, THINGS["NOTHING"]) or token.dep_ == "pcomp" or _so_much_as(token)
    return (
        token.lower_ == "nothing"
        or is_of(token, THINGS["BAD"])
        or (
            any(child.lower_ in {"no", "little"} for child in token.children)
            and is_of(token, THINGS["NOTHING"])
        )
    )


def _so_much_as(token: Token) -> bool:
    """As in "without so much as a handshake"."""
    doc = token.doc
    return doc[token.head.i + 1 : token.head.i + 3].text == "so much"


_TALKS = THINGS["TALKS"] | {"visit", "mission", "hour", "day", "week", "month", "year"}


def _inanimate(token: Token | None) -> bool:
    return token is None or (token.pos_ == "NOUN" and not is_of(token, THINGS["OFFICIALS"]))


def _moving(verb: Token) -> Token | None:
    return object_of(verb) if is_passive(verb) else subject(verb)


def _to_nothing(verb: Token, cue: Cue, _scene: Scene) -> bool:
    things = [*_objects(verb), *prepositional(verb, "to", "with")]
    none = any(
        token.lower_ in {"nothing", "nowhere"}
        or any(c.lower_ in {"no", "little", "neither"} for c in token.children)
        for token in things
    )
    return none and is_of(subject(verb), cue.things)


def _unsigned(verb: Token, cue: Cue, _scene: Scene) -> bool:
    state = {child.lower_ for child in verb.children}
    return bool(state & {"unsigned", "unratified"}) and is_of(subject(verb), cue.things)


def _labour(verb: Token, cue: Cue, scene: Scene) -> bool:
    """As in "The drivers struck", "all terminals are struck": nothing is struck by arms."""
    who = _moving(verb)
    if cue.words:
        return True
    alone = is_passive(verb) or object_of(verb) is None
    return alone and (is_of(who, THINGS["WORKERS"]) or _is_union(scene, who))


def _is_union(scene: Scene, token: Token | None) -> bool:
    found = () if token is None else (scene.by_id.get(party) for party in scene.refers(token))
    return any(actor is not None and actor.type == "union" for actor in found)


def _meet(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Parties, or their people, met: no demand or deadline was."""
    who = subject(verb)
    if who is None or is_passive(verb):
        return False
    thing = object_of(verb)
    if thing is not None and not within(scene, thing) and not _cue.words:
        return False
    several = len(parties(scene, who)) > 1 or (
        who.tag_ == "NNS" and is_of(who, THINGS["OFFICIALS"])
    )
    together = several or bool(thing) or any(True for _ in prepositional(verb, "with", "to"))
    if verb.lemma_ in _TALKING and not together:
        return False
    return is_of(who, THINGS["OFFICIALS"]) or bool(parties(scene, who))


_TALKING = words("talk speak sit face assemble consult confer")


def _met(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """One party and another: "A made peace with B", "A and B came to blows", "A met B"."""
    who, thing = doer(verb), object_of(verb)
    sides = {*within(scene, who)}
    sides |= {p for t in prepositional(verb, "with", "against") for p in within(scene, t)}
    if thing is not None and is_of(thing, THINGS["OFFICIALS"]) | bool(parties(scene, thing)):
        sides |= {*within(scene, thing)}
    return len(sides) > 1 or (who is not None and who.lower_ in {"side", "sides", "two", "parties"})


def _hosted(verb: Token, cue: Cue, scene: Scene) -> bool:
    return _object(verb, cue, scene) or len(parties(scene, object_of(verb))) > 1


def _agreed(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Parties agreed on something; "agreed that it was so" is an opinion."""
    if verb.lemma_ in {"pledge", "undertake", "promise", "commit"}:
        return len(parties(scene, subject(verb))) > 1
    if is_passive(verb):
        return is_of(object_of(verb), THINGS["DEAL"] | {"line", "date", "swap", "nothing", "rule"})
    if any(child.dep_ == "ccomp" for child in verb.children):
        return False
    if unable(verb):
        return True
    settled = [*prepositional(verb, "on", "to", "upon", "in")]
    infinitive = any(child.dep_ == "xcomp" for child in verb.children)
    who = parties(scene, subject(verb))
    together = len(who) > 1 or any(True for _ in prepositional(verb, "with"))
    return bool(who) and bool(settled or object_of(verb) or (infinitive and together))


def _together(verb: Token, _cue: Cue, scene: Scene) -> bool:
    return len(parties(scene, subject(verb))) > 1


def _party(verb: Token, _cue: Cue, scene: Scene) -> bool:
    return bool(parties(scene, object_of(verb))) and not any(
        child.dep_ in {"ccomp", "xcomp"} for child in verb.children
    )


def _struck(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Struck by arms: a place, a party or people, by a party, rockets or the like."""
    thing, who = object_of(verb), doer(verb)
    if thing is None or is_of(thing, THINGS["DEAL"] | {"plan", "proposal", "decision", "tone"}):
        return False
    if prepositional(verb, "with") and any(
        is_of(t, THINGS["MEASURE"]) for t in prepositional(verb, "with")
    ):
        return False
    armed = is_of(who, THINGS["ARMED"])
    if verb.lemma_ in {"attack", "hit", "target"} and not armed:
        return is_of(thing, _HURT) or (
            verb.lemma_ == "attack" and bool(parties(scene, thing)) and _is_state(scene, who)
        )
    return armed or is_of(thing, _HURT)


def _is_state(scene: Scene, token: Token | None) -> bool:
    found = () if token is None else (scene.by_id.get(party) for party in scene.refers(token))
    return (
        token is not None
        and token.pos_ == "PROPN"
        and any(actor is not None and actor.type in {"state", "faction", "army"} for actor in found)
    )


_HURT = THINGS["PLACE"] | THINGS["FORCE"] | THINGS["CREW"] | THINGS["THING"] | {"plant", "convoy"}


def _armed(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return object_of(verb) is not None


def _force(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Done by armed people, or to them."""
    thing = object_of(verb)
    hurt = is_of(thing, THINGS["PEOPLE"] | THINGS["FORCE"] | THINGS["PLACE"] | {"crowd"})
    return thing is not None and (
        is_of(doer(verb), THINGS["ARMED"]) or (hurt and bool(within(scene, doer(verb))))
    )


def _sailed(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    who = subject(verb)
    going = any(c.dep_ in {"prep", "dobj", "advmod"} and c.i > verb.i for c in verb.children)
    return going and not is_passive(verb) and is_of(who, THINGS["FORCE"])


def _landed(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return not is_passive(verb) and is_of(subject(verb), THINGS["FORCE"])


def _landing(verb: Token, cue: Cue, _scene: Scene) -> bool:
    return not is_passive(verb) and is_of(subject(verb), cue.things)


def _barred(verb: Token, cue: Cue, _scene: Scene) -> bool:
    """As in "women sat down across the road": people or boats in the way."""
    who = subject(verb)
    where = prepositional(verb, "across", "on", "in", "outside", "over", "astride", "at")
    if who is None or who.pos_ == "PRON" or is_passive(verb):
        return False
    across = any(t.head.lower_ in {"across", "astride"} for t in where)
    living = who.tag_ in {"NNS", "NNPS"} and is_of(who, _CROWD)
    return (
        living
        and (across or verb.lemma_ in {"camp", "sit", "pitch"})
        and any(is_of(t, cue.things) or t.lower_ in _STANDING_IN for t in where)
    )


_CROWD = THINGS["CREW"] | THINGS["PEOPLE"] | {"family", "protester", "herder", "student", "mother"}


def _over(verb: Token, cue: Cue, _scene: Scene) -> bool:
    words = {token.lower_ for token in verb.subtree}
    return bool(words & _FALLEN) and any(is_of(token, cue.things) for token in verb.subtree)


def _null(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(child.lower_ in _VOID for child in verb.subtree)


def _ruled(verb: Token, cue: Cue, scene: Scene) -> bool:
    if any(child.dep_ == "prt" for child in verb.children):
        return False
    return is_of(doer(verb), THINGS["JUDGES"]) or (is_passive(verb) and _null(verb, cue, scene))


def _motion(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(token.lower_ in {"motion", "train"} for token in prepositional(verb, "in"))


def _settled(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(child.dep_ == "xcomp" for child in verb.children) or bool(
        prepositional(verb, "on", "against")
    )


def _voted(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return subject(verb) is not None


def _listed(verb: Token, cue: Cue, _scene: Scene) -> bool:
    """Put on a sanctions list, a blacklist: no other list."""
    return any(
        is_of(thing, cue.things)
        and (
            thing.lower_ == "blacklist" or "anction" in thing.doc[thing.left_edge.i : thing.i].text
        )
        for thing in prepositional(verb, "on", "to")
    )


def _courtly(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return is_of(doer(verb), THINGS["JUDGES"]) and any(
        (c.dep_ not in {"ccomp", "punct"} and c.i > verb.i) or c.dep_ == "nsubjpass"
        for c in verb.children
    )


def _lawmakers(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return is_of(doer(verb), THINGS["LAWMAKERS"])


def _to_court(verb: Token, cue: Cue, _scene: Scene) -> bool:
    things = prepositional(verb, "to", "before", "with")
    return subject(verb) is not None and any(is_of(thing, cue.things) for thing in things)


def _doing(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """As in "stopped issuing visas"."""
    return any(c.dep_ in {"xcomp", "dobj", "ccomp"} and c.tag_ == "VBG" for c in verb.children)


def _no_short(verb: Token, cue: Cue, scene: Scene) -> bool:
    return _intransitive(verb, cue, scene) and all(c.lower_ != "short" for c in verb.children)


def _bodied(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "Norway left the European Union"."""
    found = (scene.by_id.get(p) for t in _objects(verb) for p in scene.refers(t))
    return any(actor is not None and actor.type in _BODIES for actor in found)


_BODIES = frozenset({"alliance", "organisation", "union", "body", "bloc", "court", "group"})


def _offered(verb: Token, cue: Cue, _scene: Scene) -> bool:
    return any(token.lemma_.lower() in cue.things for token in own_words(verb))


def _by_whom(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return bool(verb) and not any(c.dep_ == "ccomp" for c in verb.children)


FRAMES: dict[str, Callable[[Token, Cue, Scene], bool]] = {
    "any": _by_whom, "object": _object, "subject": _intransitive, "fruitless": _fruitless,
    "to nothing": _to_nothing, "unsigned": _unsigned, "labour": _labour, "meet": _meet,
    "hosted": _hosted, "agreed": _agreed, "party": _party, "struck": _struck, "sailed": _sailed,
    "over": _over, "null": _null, "ruled": _ruled, "motion": _motion, "court": _courtly,
    "no short": _no_short, "listed": _listed, "settled": _settled, "party-met": _met,
    "armed": _armed, "weapon": _object, "landing": _landing, "barred": _barred, "force": _force,
    "landed": _landed, "together": _together, "bodied": _bodied, "voted": _voted,
    "lawmakers": _lawmakers, "court-to": _to_court, "offered": _offered, "doing": _doing,
}  # fmt: skip
