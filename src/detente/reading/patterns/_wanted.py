"""What somebody wants, asks or tells another to do, or to be done to himself."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns._duties import is_obligation
from detente.reading.patterns._will_nots import stays_unnamed
from detente.reading.wording import words

_TOLD = words("ask tell call require expect challenge advise summon counsel encourage warn")
_COMMANDED = words("order instruct direct")
_TO = _TOLD | _COMMANDED
_THAT = words("ask advise request order direct resolve decide vote recommend")
WITH_ANOTHER = _COMMANDED | _THAT | _TOLD - {"summon"} | words("want need like prefer hope")


def is_of_another(telling: Telling, verb: Token, key: str) -> bool:
    """Whether it is another who is asked, and not oneself or the weather."""
    holder = set(telling.holder(verb))
    if key == "expect" and (_is_forecast(telling, verb) or is_of_oneself(verb)):
        return False
    if key in {"like", "prefer"} and syntax.modal(verb) != "would":
        return False
    if key in _COMMANDED and not _is_anothers(telling, verb, holder):
        return False
    if key in _TO | _THAT:
        return _tells_to(telling, verb, key, holder)
    return _wants(telling, verb, key, holder)


def _tells_to(telling: Telling, verb: Token, key: str, holder: set[str]) -> bool:
    """As in "told Sudmark to leave", "asked that it leave"."""
    to = syntax.first(verb, "dobj", "dative")
    asked = not stays_unnamed(verb) and any(
        c.dep_ in {"xcomp", "ccomp"}
        and ((key in _TO and _is_infinitive(c)) or (key in _THAT and _is_bidden(c)))
        for c in verb.children
    )
    return (
        asked
        and (to is None or to.lemma_.lower() in _FOLLOWING or not set(telling.who(to)) & holder)
        and not (syntax.is_passive(verb) and not holder)
    )


_FOLLOWING = words(
    "member fellow supporter citizen national resident follower voter customer passenger people "
    "inhabitant islander neighbour neighbor ally partner affiliate branch chapter parent consumer "
    "subscriber motorist reader listener employee"
)


def _is_bidden(clause: Token) -> bool:
    """As in "advised that the water be released"."""
    return is_obligation(clause) and not _is_infinitive(clause)


def _is_anothers(telling: Telling, verb: Token, holder: set[str]) -> bool:
    """As in "ordered Sudmark to leave", and no troops of one's own."""
    clause = next(syntax.children(verb, "ccomp"), None)
    to = syntax.first(verb, "dobj", "dative")
    to = to or (syntax.first(clause, "nsubj", "nsubjpass") if clause is not None else None)
    told = set(telling.whose(to))
    return bool(told) and not told & holder


def _wants(telling: Telling, verb: Token, key: str, holder: set[str]) -> bool:
    """As in "wants Sudmark to pay", "would like a third country to pay", "wants them out"."""
    for child in (c for c in syntax.children(verb, "ccomp", "xcomp") if c.i > verb.i):
        if key == "want" and child.tag_ == "VBZ":
            continue  # "wants its pay back, to reverse what it says is a cut"
        doer = syntax.first(child, "nsubj", "nsubjpass")
        other = doer is not None and doer.lower_ in _OBJECTIVE and key != "hope"
        done = child.tag_ == "VBD" and doer is not None  # "wants its members reinstated"
        wanted_so = key == "want" and (done or child.lower_ in _OFF)
        if other or wanted_so or _is_suffered(child, doer):
            return True  # "wants it to have no say": not itself
        if doer is not None:
            others = set(telling.scene.refers(doer))  # "wants the two presidents to meet"
            if key == "hope" and not others:
                return False  # "hopes that the rain will come"
            return not others & holder or bool(others - holder)
        given = syntax.first(verb, "dobj")  # "would like Sudmark to pay"
        if given is None:  # "wants to know what became of them"
            return child.lemma_ in _LEARNING and _is_infinitive(child)
        return _is_infinitive(child) and not set(telling.who(given)) & holder
    wanted = [syntax.first(verb, "dobj"), *syntax.children(verb, "prt")]  # "wants them out"
    him = key == "want" and _is_somebody(wanted[0])
    return key in {"want", "like", "prefer"} and (
        him or _wants_back(verb) or any(map(_is_wanted, wanted))
    )


_LEARNING = words("know hear")


def _is_suffered(wanted: Token, doer: Token | None) -> bool:
    """As in "wants its crew accounted for", "wants to be heard": another is to do it."""
    helpers = {c.lower_ for c in syntax.children(wanted, "aux", "auxpass")}
    if wanted.tag_ != "VBN":
        return False
    return helpers <= {"to", "be"} and (doer is not None or "be" in helpers)


def is_of_oneself(verb: Token) -> bool:
    """As in "expects to draw gas from the field"."""
    to = syntax.first(verb, "xcomp")
    bare = to is not None and _is_infinitive(to) and syntax.first(to, *syntax.SUBJECTS) is None
    return bare and syntax.first(verb, "dobj") is None and not syntax.is_passive(verb)


def _is_forecast(telling: Telling, verb: Token) -> bool:
    """As in "expect the matter to outlive them": what will befall, in their view."""
    for child in syntax.children(verb, "ccomp", "xcomp"):
        doer = syntax.first(child, "nsubj", "nsubjpass")
        if doer is not None and child.lemma_ in _BEFALLING and not telling.scene.refers(doer):
            return True
    return False


_BEFALLING = words(
    "outlive last take be become remain stay rise fall grow drag continue end cost happen collapse "
    "come go improve worsen hold prevail win lose fail succeed increase decline reach bring"
)


def _is_wanted(thing: Token | None) -> bool:
    """As in "wants independence", "wants its gold back"; no mere "wants peace"."""
    if thing is None or any(c.lower_ == "different" for c in thing.lefts):
        return False  # "the two want different documents": of what, is told after it
    if thing.lemma_ in _SHARED:
        said = syntax.children(thing, "amod", "compound", "nmod")
        return any(c.lower_ not in _VAGUE and c.i < thing.i for c in said)  # "direct talks"
    return thing.lemma_ in _STATEHOOD or _is_detailed(thing)


def _is_somebody(thing: Token | None) -> bool:
    return thing is not None and thing.lower_ in {"him", "her", "them"}


def _wants_back(verb: Token) -> bool:
    """As in "wants it back", "wants them out"."""
    given = syntax.first(verb, "dobj")
    off = any(c.lower_ in _OFF and c.i > verb.i for c in syntax.children(verb, "advmod", "prt"))
    home = given is not None and any(
        c.lower_ == "back" for c in syntax.children(given, "advmod", "prt", "amod")
    )
    placed = syntax.first(verb, "prep")  # "wants it by the ring road"
    there = placed is not None and placed.lower_ in _PLACED
    if off and verb.nbor().lower_ not in _OFF and verb.lemma_ == "want":
        return True  # "wants the gates up at once": the parser has no object there
    pointed = given is not None and given.lower_ in _OBJECTIVE and there
    return pointed or (given is not None and ((given.pos_ == "PRON" and off) or home))


_OBJECTIVE = frozenset({"it", "him", "her", "them"})
_PLACED = words("by at in on near under within beside behind before off from")
_STATEHOOD = words("independence autonomy recognition statehood secession self-rule sovereignty")
_OFF = words("back out gone off away home down in up open shut closed through")
_VAGUE = words("""
    peaceful negotiated lasting durable diplomatic amicable fair just equitable quick early speedy
    political good new better final constructive meaningful comprehensive mutual acceptable""")
_SHARED = words("peace talk dialogue settlement solution compromise negotiation reconciliation")


def _is_detailed(noun: Token) -> bool:
    return noun.pos_ == "NUM" or noun.tag_ == "NNS" or any(noun.lefts) or any(noun.rights)


def _is_infinitive(verb: Token) -> bool:
    to_be = verb.tag_ == "VB" or (verb.tag_ == "VBN" and syntax.is_passive(verb))
    return to_be and any(c.lower_ == "to" for c in syntax.children(verb, "aux"))


def wanted_things(telling: Telling) -> Iterator[tuple[Token, Token]]:
    """Of "a road that Norland wants for its exclave", the verb and the thing.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland met Sudmark. A last snag is the road that Norland wants for its exclave."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [(verb.text, thing.text) for verb, thing in wanted_things(telling)]
    [('wants', 'road')]
    """
    for verb in telling.scene.verbs:
        if verb.dep_ != "relcl" or verb.lemma_ not in _WANTING or verb.tag_ not in syntax.PRESENT:
            continue
        doer = syntax.first(verb, "nsubj")
        own = doer is not None and bool(telling.who(doer)) and doer.i > verb.head.i
        given = syntax.first(verb, "dobj")
        open_ = given is None or given.lower_ in {"that", "which"}
        doing = any(True for _ in syntax.children(verb, "xcomp", "ccomp"))
        if own and open_ and not doing and not is_negated(verb):
            yield verb, verb.head


_WANTING = words("want demand seek request")
