"""Deeds that no table names: what a party did on a day, be the verb what it may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.reading.arguments import doer, object_of, particle
from detente.reading.events.by_the_way import is_by_the_way
from detente.reading.events.clauses import Dated, clause, date_of
from detente.reading.events.cues import THINGS
from detente.reading.events.frames import is_word_only
from detente.reading.events.instruments import agreed_by
from detente.reading.events.participants import parties
from detente.reading.events.people import owning, who
from detente.reading.events.refusals import only_refused
from detente.reading.events.told import Told
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.wording import words

SAYING = words("""
    say tell add announce note report claim state explain describe call declare argue insist repeat
    reiterate stress warn mention remark observe comment speak talk write post tweet quote point
    acknowledge admit confirm deny concede boast joke complain ask demand urge want wish hope reply
    expect propose suggest offer float promise vow pledge threaten swear commit plead beg press push
    lobby appeal support oppose back favour favor welcome praise condemn criticise criticize
    denounce deplore hail applaud decry accuse blame brush dismiss reject contend allege maintain
    assert hint signal indicate show reveal disclose refer cite retort respond answer
    assure reassure caution reckon herald vow bemoan notify inform pose reaffirm restate outline
    brief vanish remind""")
THINKING = words("""
    consider believe think fear doubt know understand feel see hear watch read learn find notice
    realise realize remember recall forget wonder estimate predict forecast calculate count reckon
    assume suspect regard view deem treat try seek aim attempt intend plan prepare wait await like
    love hate enjoy prefer fail refuse decline schedule expect""")
LASTING = words("""
    be have remain stay keep stand lie sit live belong own hold contain include comprise cover cost
    number measure weigh mean matter depend seem appear look sound become get prove last continue
    endure persist survive exist rise fall grow drop climb increase decrease shrink double triple
    soar plunge slip jump swell worsen improve deteriorate average total reach exceed stretch run
    flow base border rely need require deserve lack use earn make employ serve represent administer
    govern rule exercise control operate manage feed supply produce export import trade carry handle
    work follow precede begin start happen occur arise come go date stem spring originate put set
    wear smile laugh nod shrug walk cross account collide shuttle meet
    accept invite enter deal thank receive burn arrive rape lose drag miss greet congratulate""")
_NO_DEED = SAYING | THINKING | LASTING
_ERRANDS = words("""
    pay return travel fly bring carry hand lend sell buy give send ship protest visit clear open
    drive hire rescue invite arrive leave write deliver drag throw burn plant paint march""")
_DECIDING = frozenset({"state", "alliance", "organisation", "province", "territory"})
SAID = words("""account interview speech impression testimony answer reply statement warning
    conference explanation hint figure view promise assurance reason version example interest
    briefing condition""")
_RULINGS = words(
    "opinion verdict approval permission consent nod ruling order assent blessing leave"
)


def is_of_whose(verb: Token) -> bool:
    """As in "a chief whose family gave the land", "Rana, who joined it in 2010": who it is."""
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    near = [t for c in own for t in (c, *c.children)]
    return verb.dep_ == "relcl" and any(t.lower_ in {"whose", "who"} for t in near)


_RETORTS = words("fire_back hit_back shoot_back strike_back snap_back bite_back")
_OFFICES = words("agency ministry minister dean rector directorate diocese bishop office")


def by_deed(scene: Scene, sentence: Span, dated: Dated, told: Sequence[Told]) -> Iterator[Told]:
    """As in "Spain dropped its neutrality in 2022": dated, past, by a party, told by no table."""
    for verb in sentence if dated else ():
        if not _may_tell(scene, verb) or any(is_within(verb, one) for one in told):
            continue
        first, last = clause(verb)
        date = date_of(verb, first, last, dated)
        actor = (parties(scene, doer(verb)) or owning(scene, doer(verb))) if date else ()
        if any(t.root.dep_ in {"advcl", "relcl"} and verb in t.root.ancestors for t in told):
            continue  # "papered over the quarrel on 5 November, when they agreed"
        talks = is_of(doer(verb), THINGS["TALKS"])
        decided = bool(date) and is_of(doer(verb), _WHO_DECIDES)  # also where it is no party
        if (actor or decided) and not talks and not is_of(object_of(verb), SAID):
            target = tuple(p for p in who(scene, verb, "other")[1] if p not in actor)
            by = doer(verb)
            if not target and by is not None and by.lower_ in _HE:
                continue  # "She turned 89 in February": her life
            if _is_departure(scene, verb) or (verb.lemma_ == "help" and not _is_help(verb)):
                continue
            if is_by_the_way(verb, "other", date):
                continue
            kind = "agree" if agreed_by(verb) else _kind(scene, verb, actor)
            yield Told(kind, verb, first, last, actor, target, date, is_deed=True)


_WHO_DECIDES = THINGS["JUDGES"] | THINGS["LAWMAKERS"]
_HE = frozenset({"he", "she"})


def is_within(verb: Token, one: Told) -> bool:
    """Whether the verb stands in what is told, or says what came of it: "the raid sent them"."""
    if one.first <= verb.i <= one.last:
        return True
    own = doer(verb)
    return own is not None and (one.root == own or own in one.root.ancestors)


def _is_begun(verb: Token) -> bool:
    """As in "began taking gas", "stopped paying its contractor": what one does from then on."""
    if verb.lemma_ not in _BEGINNING or verb.tag_ not in {"VBD", "VBN"}:
        return False
    done = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    return done is not None and done.lemma_ not in _NO_DEED - _BEGUN and reality(verb) == REAL


_BEGINNING = words("begin start stop cease resume quit")
_BEGUN = words("use make supply produce export import trade carry handle operate feed pay buy sell")


def _may_tell(scene: Scene, verb: Token) -> bool:
    if _is_begun(verb):
        return True
    if verb.pos_ != "VERB" or verb.tag_ not in {"VBD", "VBN"} or verb.lemma_ in _NO_DEED:
        return False
    if is_measured(verb) or is_word_only(verb) or verb.lemma_ in {"agree", "die"}:
        return False
    if particle(verb) in _RETORTS or is_of_whose(verb) or only_refused(scene, verb):
        return False
    helped = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    past = verb.tag_ == "VBD" or bool(helped & {"was", "were", "has", "have", "had"})
    since = "had" not in helped and any(t.lower_ == "since" for t in verb.subtree)
    return past and not since and reality(verb) == REAL


def is_measured(verb: Token) -> bool:
    """As in "took nine hours", "turned 60 on Tuesday"."""
    thing = object_of(verb)
    if thing is None or verb.lemma_ not in {"take", "turn", "spend", "lose", "last"}:
        return False
    return thing.pos_ == "NUM" or thing.lemma_ in {"hour", "minute", "second"}


_LEAVING = words("leave quit exit desert")
_BACKING_OUT = words("pull_out back_out drop_out bow_out step_down step_aside stand_down move_out")
_CARRYING_OFF = words("move carry drag haul tow shift tear cut relocate herd bus pull push")
_HELPED = words("""
    end free settle resolve broker restore reconcile negotiate mediate secure bring release calm
    defuse persuade win arrange bridge""")


def _is_help(verb: Token) -> bool:
    """As in "helped to free the crew of another ship"."""
    helped = (c for c in verb.children if c.dep_ in {"xcomp", "ccomp"})
    return verb.lemma_ == "help" and any(c.lemma_ in _HELPED for c in helped)


def _is_departure(scene: Scene, verb: Token) -> bool:
    """As in "The president left Ireland on Friday": off he went."""
    thing = object_of(verb)
    found = (scene.by_id.get(party) for party in parties(scene, thing))
    states = any(one is not None and one.type == "state" for one in found)
    return verb.lemma_ in _LEAVING and (thing is None or thing.pos_ == "PROPN" or states)


def _kind(scene: Scene, verb: Token, actor: tuple[str, ...]) -> str:
    """A state, a court or a body decides; what is fetched, paid or carried is another thing."""
    if verb.lemma_ in _BEGINNING and _is_begun(verb):
        return "halt" if verb.lemma_ in {"stop", "cease", "quit"} else "other"
    if verb.lemma_ in _LEAVING or particle(verb) in _BACKING_OUT:
        return "withdraw"
    if particle(verb) in {"break_up", "fall_apart", "come_apart"}:
        return "no_agreement"
    return "mediate" if _is_help(verb) else _kind_by_whom(scene, verb, actor)


_FLEEING = frozenset({"flee", "escape", "emigrate"})


def _kind_by_whom(scene: Scene, verb: Token, actor: tuple[str, ...]) -> str:
    armed = is_of(doer(verb), THINGS["ARMED"])
    if armed or verb.lemma_ in _CARRYING_OFF:
        return "coerce" if armed or parties(scene, object_of(verb)) else "other"
    if verb.lemma_ in _FLEEING:
        return "other"  # "nearly all of its Armenian population fled"
    if len(actor) > 1 and {*actor} >= {*scene.pair} and scene.pair[1:]:
        return "agree"  # what both did together
    found = scene.by_id.get(actor[0]) if actor else None
    judge = is_of(doer(verb), THINGS["JUDGES"] | THINGS["LAWMAKERS"] | _OFFICES)
    deciding = judge or (found is not None and found.type in _DECIDING)
    errand = verb.lemma_ in _ERRANDS and not is_of(object_of(verb), _RULINGS)
    return "decide" if deciding and not errand else "other"
