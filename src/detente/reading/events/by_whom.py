"""The kind of an event, where it turns on who does it, and to what."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.arguments import (
    doer,
    is_passive,
    object_of,
    particle,
    prepositional,
)
from detente.reading.events.by_one import is_decided
from detente.reading.events.cues import THINGS, Cue
from detente.reading.events.frames_rulings import is_judge
from detente.reading.events.participants import parties, within
from detente.reading.events.people import owning
from detente.reading.events.refusals import by_votes
from detente.reading.events.words import is_of
from detente.reading.parsed import Token
from detente.reading.scene import Scene
from detente.reading.wording import words


def by_whom(scene: Scene, verb: Token, cue: Cue) -> str:
    """The kind of a row of the table, or the one that it is of this doer and this thing."""
    for kind, instead, holds in _INSTEAD:
        if kind == cue.kind and holds(scene, verb):
            return instead
    if cue.kind in _RULED and verb.lemma_ not in _OWN_PART and _is_of_judges(scene, verb):
        fined = verb.lemma_ in _FINING and not is_of(doer(verb), _COURTS)
        return cue.kind if fined else "decide"
    return cue.kind


def _is_in_vain(_scene: Scene, verb: Token) -> bool:
    """As in "met twice in May, to no avail"."""
    return any(
        t.lower_ == "vain" or (t.lower_ in _SUCCESS and any(c.lower_ == "no" for c in t.children))
        for t in prepositional(verb, "in", "to", "with")
    )


_SUCCESS = words("avail success effect result purpose end")


def _is_go_between(scene: Scene, verb: Token) -> bool:
    """As in "A go-between met both in turn": by one who is of neither side."""
    by = doer(verb)
    found = {*within(scene, by)}
    if found & {*scene.pair}:
        return False
    whom = [object_of(verb), *prepositional(verb, "with", "to")]
    both = len(scene.pair) > 1 and any({*scene.pair} <= {*within(scene, t)} for t in whom)
    both = both or verb.lemma_ in _TABLING  # "The envoy presented a draft"
    return is_of(by, _GO_BETWEENS) or (both and bool(found))  # "He has rung both sides"


_TABLING = words("present table submit circulate")
_GO_BETWEENS = words("mediator conciliator go-between facilitator arbitrator intermediary")


def _is_over(_scene: Scene, verb: Token) -> bool:
    """As in "ended a 38th round of talks": it was held; no "ended the talks"."""
    ended = verb.lemma_ in {"end", "conclude", "finish"} or particle(verb) == "wind_up"
    return ended and is_of(object_of(verb), _ROUNDS)


_ROUNDS = words("round session meeting summit")


def _is_removed(_scene: Scene, verb: Token) -> bool:
    """As in "was removed from the committee": from an office, not from a place."""
    removed = verb.lemma_ in {"remove", "strip", "oust", "expel", "strike"}
    return removed and any(is_of(t, _POSTS) for t in prepositional(verb, "from", "off"))


_POSTS = words("committee board post office list ballot cabinet panel party register roll council")


def _is_stopped(_scene: Scene, verb: Token) -> bool:
    """As in "Work was halted", "three airlines stopped flying": not by those who work."""
    if verb.lemma_ not in {"stop", "halt", "suspend", "withhold"}:
        return False
    who = doer(verb)
    if who is None:
        return is_passive(verb)
    if is_of(object_of(verb), _DUES):
        return False  # "are withholding their rent"
    return who.pos_ == "NOUN" and not is_of(who, THINGS["WORKERS"] | THINGS["PEOPLE"])


def _is_work_left(_scene: Scene, verb: Token) -> bool:
    """As in "Postal workers stopped delivering the plates"."""
    left = verb.lemma_ in {"stop", "cease", "quit"} and is_of(doer(verb), THINGS["WORKERS"])
    return left and any(c.tag_ == "VBG" and c.lemma_ not in _TALKING for c in verb.children)


_TALKING = words("talk speak negotiate meet bargain answer cooperate attend")


def _is_due(scene: Scene, verb: Token) -> bool:
    """As in "The town withholds the ground rent": no "tenants withhold their rent"."""
    return is_of(object_of(verb), _DUES) and _is_body(scene, verb, _BODIES)


def _is_import(scene: Scene, verb: Token) -> bool:
    """As in "Japan stopped all imports of fish"."""
    return is_of(object_of(verb), _TRADED) and _is_body(scene, verb, ("state",))


def _is_body(scene: Scene, verb: Token, types: tuple[str, ...]) -> bool:
    found = [scene.by_id.get(party) for party in parties(scene, doer(verb))]
    return any(one is not None and one.type in types for one in found)


def _is_signed_by_many(scene: Scene, verb: Token) -> bool:
    """As in "The two governments signed an amendment", "Both states laid down who may fish"."""
    return verb.lemma_ in _JOINTLY and _are_several(scene, verb)


def _are_several(scene: Scene, verb: Token) -> bool:
    return len({*parties(scene, doer(verb)), *owning(scene, doer(verb))}) > 1


def _is_appointed_between(_scene: Scene, verb: Token) -> bool:
    """As in "A retired justice was named facilitator", "has named a mediator"."""
    named = [object_of(verb), *(c for c in verb.children if c.dep_ in {"oprd", "attr"})]
    named += prepositional(verb, "as")
    return verb.lemma_ in _NAMING and any(is_of(t, _GO_BETWEENS) for t in named)


def _is_ended_together(scene: Scene, verb: Token) -> bool:
    """As in "The two countries put an end to all duties between them"."""
    end = object_of(verb)
    over = [end, *(prepositional(end, "to") if end is not None else ()), *prepositional(verb, "to")]
    ended = any(is_of(t, THINGS["MEASURE"] | _QUARRELS) for t in over)
    return ended and _are_several(scene, verb)


def _is_by_arms(_scene: Scene, verb: Token) -> bool:
    """As in "A drone set fire to a depot", "Shells destroyed the bridge"."""
    return is_of(doer(verb), _WEAPONS)


def _is_one_ship(_scene: Scene, verb: Token) -> bool:
    """As in "A patrol vessel stopped the trawler": no "stopped all imports by ship"."""
    thing = object_of(verb)
    one = thing is not None and thing.tag_ in {"NN", "NNP"} and is_of(thing, _CRAFT)
    return one and verb.lemma_ in {"stop", "halt", "block", "turn", "refuse"}


_CRAFT = words("ship vessel trawler truck lorry flight boat tanker freighter")


def _is_of_arms(_scene: Scene, verb: Token) -> bool:
    """As in "halted arms deliveries", "stopped lending to it": by a state or a bank."""
    thing = object_of(verb)
    inner = [c for c in verb.children if c.dep_ == "xcomp"]
    lent = any(c.lemma_ in _FUNDING for c in inner)
    if thing is not None:
        near = [*(c for c in thing.children if c.dep_ == "compound"), *prepositional(thing, "of")]
        lent = lent or any(t.lemma_.lower() in _ARMS for t in (thing, *near))
    return lent and not is_of(doer(verb), THINGS["WORKERS"] | THINGS["PEOPLE"])


def _is_dismissed(_scene: Scene, verb: Token) -> bool:
    """As in "dismissed the governor of the bank"."""
    return verb.lemma_ in _DISMISSING and is_of(object_of(verb), _OFFICE)


def _is_cleared(_scene: Scene, verb: Token) -> bool:
    """As in "Police cleared the roadblock"."""
    return is_of(object_of(verb), _CAMPS) and is_of(doer(verb), _GUARDS)


def _is_people(_scene: Scene, verb: Token) -> bool:
    """As in "expelled some 20,000 Swedes": no member of a club."""
    whom = object_of(verb)
    many = whom is not None and whom.tag_ == "NNPS"
    counted = whom is not None and any(c.dep_ == "nummod" for c in whom.children)
    named = many or (counted and whom is not None and whom.tag_ in {"NNS", "NNP"})
    return verb.lemma_ in {"expel", "deport"} and named


def _is_note(_scene: Scene, verb: Token) -> bool:
    """As in "handed B two protest notes": no land."""
    return verb.lemma_ in {"hand", "give"} and is_of(object_of(verb), THINGS["PROTEST"])


def _is_called_up(_scene: Scene, verb: Token) -> bool:
    """As in "Parliament approved the call-up of reservists"."""
    return verb.lemma_ in _PASSING and is_of(doer(verb), THINGS["LAWMAKERS"])


def _is_repealed(_scene: Scene, verb: Token) -> bool:
    """As in "Parliament repealed the three laws"."""
    law = is_of(object_of(verb), THINGS["LAW"] | THINGS["MEASURE"])
    return law and is_of(doer(verb), _LEGISLATURES)


_LEGISLATURES = words("""
    parliament assembly senate congress legislature duma bundestag knesset rada sejm majlis diet
    storting folketing riksdag cortes council lawmaker legislator deputy mp mps""")


def _is_of_judges(scene: Scene, verb: Token) -> bool:
    """Done by a court, a regulator or the like: "the authorities" are the state."""
    by = doer(verb)
    if by is not None and by.lower_ == "authorities":
        return False
    return is_of(doer(verb), THINGS["JUDGES"]) or is_judge(scene, doer(verb))


def _is_voted_on(scene: Scene, verb: Token) -> bool:
    """As in "The council voted down the plan": a decision of theirs, but not of a treaty."""
    if any(is_of(thing, _TREATIES) for thing in (object_of(verb), *prepositional(verb, "down"))):
        return False
    if particle(verb) in _VOTED or by_votes(verb):
        return True
    of_a_side = {*parties(scene, doer(verb))} & {*scene.pair}
    refused = object_of(verb) is not None and not of_a_side
    return refused and _is_of_judges(scene, verb)


_VOTED = words("vote_down vote_out")
_TREATIES = words("agreement treaty accord pact protocol convention")


def _is_hearing(scene: Scene, verb: Token) -> bool:
    """As in "The court held a hearing": nobody negotiates there."""
    return is_of(object_of(verb), _HEARINGS) and _is_of_judges(scene, verb)


_HEARINGS = words("hearing session")


_INSTEAD: tuple[tuple[str, str, Callable[[Scene, Token], bool]], ...] = (
    ("strike", "halt", _is_stopped),
    ("negotiate", "no_agreement", _is_in_vain),
    ("negotiate", "mediate", _is_go_between),
    ("negotiate", "other", _is_hearing),
    ("halt", "negotiate", _is_over),
    ("coerce", "decide", _is_removed),
    ("no_agreement", "decide", _is_voted_on),
    ("strike", "sanction", _is_due),
    ("halt", "sanction", _is_import),
    ("halt", "strike", _is_work_left),
    ("decide", "mediate", _is_appointed_between),
    ("decide", "agree", _is_signed_by_many),
    ("other", "decide", _is_dismissed),
    ("agree", "decide", is_decided),
    ("withdraw", "coerce", _is_cleared),
    ("coerce", "decide", _is_called_up),
    ("withdraw", "decide", _is_repealed),
    ("withdraw", "other", _is_note),
    ("halt", "agree", _is_ended_together),
    ("halt", "sanction", _is_of_arms),
    ("sanction", "coerce", _is_one_ship),
    ("sanction", "coerce", _is_people),
    ("other", "clash", _is_by_arms),
)
_NAMING = words("appoint name choose pick nominate designate elect install")
_JOINTLY = words("sign lay fix set draw settle determine exchange divide")
_QUARRELS = words("quarrel dispute feud row conflict war rivalry")
_WEAPONS = THINGS["ATTACK"] | words(
    "shell bomb mortar torpedo mine grenade jet bomber warplane artillery gunboat sniper gunner"
)
_ARMS = words("arm arms weapon weapons munition ammunition aid")
_FUNDING = words("lend fund finance subsidise subsidize pay support")
_RULED = frozenset({"withdraw", "other", "agree", "sanction", "coerce"})
_FINING = frozenset({"fine", "penalise", "penalize"})
_BODIES = ("state", "province", "territory", "alliance", "company")
_TRADED = frozenset({"import"})
_DISMISSING = words("dismiss sack fire remove oust depose replace suspend unseat")
_OFFICE = words("governor minister commissioner general commander judge ombudsman prosecutor mayor")
_DUES = frozenset({"rent", "due", "dues", "tithe", "subscription", "debit", "milk"})
_COURTS = words("court tribunal judge magistrate jury bench chamber")
_OWN_PART = words("""
    resign quit leave walk patch broker step stand appeal sue petition apply ask request seek
    beseech complain""")
_CAMPS = frozenset(
    {"roadblock", "blockade", "barricade", "encampment", "camp", "picket", "protest"}
)
_GUARDS = THINGS["FORCE"] | THINGS["ARMED"]
_PASSING = words("approve adopt pass endorse ratify authorise authorize back")
