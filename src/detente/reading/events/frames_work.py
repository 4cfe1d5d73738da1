"""Frames of work that is stopped: who walked out, what was laid down, what is refused."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.arguments import is_passive, object_of, prepositional
from detente.reading.events.cues import THINGS, Cue
from detente.reading.events.fitting import acted_on, stood_for
from detente.reading.events.frames_talks import moving
from detente.reading.events.words import is_of
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.wording import words


def _labour(verb: Token, cue: Cue, scene: Scene) -> bool:
    """As in "The drivers struck", "all terminals are struck": nothing is struck by arms."""
    who = moving(verb)
    if verb.lemma_ == "be" and not _is_out(verb):
        return False
    if any(is_of(t, _LEFT) for t in prepositional(verb, "of", "from")):
        return False  # "walked out of the union's congress"
    if verb.lemma_ == "go" and "out" in cue.words and not _is_out(verb):
        return False
    if cue.words:
        by_work = verb.lemma_ not in _STEPPING or not _OF_WORK.isdisjoint(cue.words)
        return by_work or _work(scene, who)
    alone = is_passive(verb) or object_of(verb) is None
    return alone and _work(scene, who)


_OF_WORK = frozenset({"job", "shift", "work", "post", "strike", "duty"})
_LEFT = THINGS["TALKS"] | words("room hall chamber council board parliament assembly ceremony")


def _work(scene: Scene, who: Token | None) -> bool:
    """Workers, a union, or "they" of whom workers were spoken."""
    if who is not None and who.pos_ == "NUM":  # "more than 10,000 of them"
        who = next(iter(prepositional(who, "of")), who)
    they = who is not None and who.lower_ in {"they", "them"} and stood_for(who, THINGS["WORKERS"])
    return they or is_of(who, THINGS["WORKERS"]) or _is_trade(who) or _is_union(scene, who)


def _is_trade(who: Token | None) -> bool:
    """As in "weavers", "sprayers", "electricians": many of one trade, no leaders."""
    if who is None or who.tag_ != "NNS" or is_of(who, THINGS["OFFICIALS"] | THINGS["ARMED"]):
        return False
    return who.lemma_.endswith(_TRADES) and len(who.lemma_) > _LEAST


_TRADES = ("er", "or", "ist", "man", "ian", "woman")
_LEAST = 5  # letters of a trade


def _is_out(verb: Token) -> bool:
    """As in "Porters are out until midnight", "went out on 4 May": no "out of the question"."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    return len(after) > 1 and after[0].lower_ == "out" and after[1].lower_ not in {"of", "to"}


_STEPPING = words("""
    walk stay go be fold heed obey answer follow observe treat see accept admit
    handle""")  # a delegation, too, walks out


def _is_union(scene: Scene, token: Token | None) -> bool:
    found = () if token is None else (scene.by_id.get(party) for party in scene.refers(token))
    return any(
        one is not None
        and (one.type == "union" or (one.type in _BODIES and _UNIONS & {*one.name.lower().split()}))
        for one in found
    )


_BODIES = frozenset({"organisation", "group", "association"})
_UNIONS = words("union unions guild syndicate brotherhood dockers drivers workers nurses teachers")


def _laid_down(verb: Token, cue: Cue, scene: Scene) -> bool:
    """As in "Drivers left their buses in the depot", "Weavers put away their shuttles"."""
    return _work(scene, moving(verb)) and not is_passive(verb) and acted_on(verb, cue, scene)


def _work_refused(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """As in "The guild has refused to haul containers": by those whose work it is."""
    done = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ in {"VB", "VBG"}]
    return any(c.lemma_ in _TASKS for c in done) and _work(scene, moving(verb))


_TASKS = words("""
    haul handle tow moor berth unload load lift man crew treat examine mark invigilate coach
    rehearse film print broadcast translate interpret inspect weigh dispense vaccinate drive fly
    sail pilot dock fish dive harvest pick plant slaughter bake brew cook clean collect sweep
    deliver carry sort repair service maintain refuel staff operate serve teach play train
    perform work dig mine weld build stock pack ship guard escort patrol""")


FRAMES: dict[str, Callable[[Token, Cue, Scene], bool]] = {
    "labour": _labour,
    "labour-thing": _laid_down,
    "work-refused": _work_refused,
}
