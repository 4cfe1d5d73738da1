"""Who stands by whom in what he does: pays for him, walks out too, will not pass his picket."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners, within
from detente.reading.factuality import REAL, reality
from detente.reading.negation import negative
from detente.reading.parsed import Token
from detente.reading.relations import people
from detente.reading.relations.presence import ARMS
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject
from detente.reading.wording import words


def strikes_too(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "The seafarers walked out in sympathy": with those who did before."""
    if noun.head.lower_ != "in" or prepositional(noun, "with"):
        return
    verb = noun.head.head
    if verb.pos_ == "VERB" and reality(verb) == REAL:
        for source in reader.backing(verb):
            for target in people.foremost(reader.scene, {source}):
                yield said_in_clause("aligned", source, target, verb)


def will_not_cross(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The drivers will not cross the picket line", "refused to unload its ships"."""
    things = things_of(verb)
    named = any(_is_of_strike(t) for t in things)
    if not (named or (verb.lemma_ == "cross" and not things)):
        return
    above = verb.head if verb.dep_ == "xcomp" else verb
    refusing = above is not verb and above.lemma_ in {"refuse", "decline"}
    negative = any(c.dep_ == "neg" for c in (*verb.children, *above.children))
    if not (refusing or negative):
        return
    who = doer(above) or doer(verb)
    sources = reader.acting(who)
    if not sources and who is not None and who.lower_ in {"they", "it"} and above.dep_ == "ccomp":
        sources = reader.backing(above.head)
    for source in sources:
        if reader.is_third(source):
            for target in people.foremost(reader.scene, {source}):
                yield said_in_clause("aligned", source, target, above)


_OF_STRIKE = words("""
    line picket picket-line container cargo crate ship goods freight work box vessel truck lorry
    parcel train load strike boycott blockade""")


def _is_of_strike(thing: Token) -> bool:
    """Whether it is what those who strike want nobody to pass or move."""
    return thing.lemma_.lower() in _OF_STRIKE or thing.lower_ == "picket"


_COSTS = words("cost fee bill lawyer fund expense salary wage")


def pays_for(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is paying half of B's legal costs", "A has given to the strike fund"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    things = [*things_of(verb), *prepositional(verb, "to", "towards", "for")]
    things += [t for each in things for t in prepositional(each, "of", "to")]
    for thing in (t for t in things if t.lemma_.lower() in _COSTS):
        strike = any(c.lower_ in {"strike", "hardship"} for c in thing.children)
        for source in reader.backing(verb):
            inner = prepositional(thing, "of")
            whose = owners(reader.scene, thing) or tuple(
                p for t in inner for p in owners(reader.scene, t)
            )
            whose = whose or tuple(
                p for c in thing.children if c.dep_ == "poss" for p in reader.target("aligned", c)
            )
            if strike and not whose:
                whose = people.foremost(reader.scene, {source})
            if reader.is_third(source):
                for target in whose:
                    yield said_in_clause("aligned", source, target, verb)


def helps_out(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is helping B with food", "B is advised by A": a third one."""
    if reality(verb) != REAL or any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children):
        return
    whom = [t for t in things_of(verb) if t.dep_ in {"dobj", "dative", "nsubjpass"}]
    for source in reader.backing(verb):
        if not reader.is_third(source) or _is_expert(reader, source):
            continue
        for target in dict.fromkeys(p for t in whom for p in reader.target("aligned", t)):
            if not reader.is_third(target):
                yield said_in_clause("aligned", source, target, verb)


def _is_expert(reader: Reader, source: str) -> bool:
    actor = reader.scene.by_id.get(source)
    return actor is not None and (actor.role == "expert" or actor.type == "person")


_ROUND = ("with", "round", "around", "alongside", "beside")


def marches_with(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The students marched with the dockers", "rallied round the residents"."""
    if reality(verb) != REAL:
        return
    for source in reader.backing(verb):
        for other in prepositional(verb, *_ROUND):
            for target in reader.target("aligned", other):
                yield said_in_clause("aligned", source, target, verb)


_HOLDS = words("hold stage conduct run start begin carry have")


def drills_with(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A holds joint exercises with B every spring"."""
    verb = noun.head
    joint = any(c.lower_ in {"joint", "common", "military", "naval"} for c in noun.children)
    if verb.lemma_ not in _HOLDS or reality(verb) != REAL or not joint:
        return
    others = [*prepositional(verb, "with"), *prepositional(noun, "with")]
    for source in reader.acting(doer(verb)):
        for target in (p for t in others for p in reader.sides(t)):
            yield said_in_clause("aligned", source, target, verb)


_BESIDE = ("with", "alongside", "beside")
_FIGHTERS = words("troop soldier force fighter instructor adviser trainer marine mercenary")


def has_troops_with(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has troops with B", "A's soldiers fight in its ranks"."""
    if reality(verb) != REAL:
        return
    sent = [t for t in things_of(verb) if t.lemma_.lower() in _FIGHTERS]
    beside = [t for each in (verb, *sent) for t in prepositional(each, *_BESIDE)]
    for source in reader.backing(verb) if sent else ():
        for target in (p for t in beside for p in reader.sides(t)):
            yield said_in_clause("aligned", source, target, verb)


def lives_by(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A's survival has depended on B"."""
    what = subject(verb)
    if reality(verb) != REAL or what is None or what.lemma_.lower() not in _LIVING:
        return
    for giver in prepositional(verb, "on", "upon"):
        for source in reader.sides(giver) if giver.pos_ == "PROPN" else ():
            for target in owners(reader.scene, what):
                if source != target:
                    yield said_in_clause("aligned", source, target, verb)


_LIVING = words("survival existence security defence defense army budget")
_MEANS = words("loan money credit vote aid subsidy support protection seat member weapon arm gas")


def depends_on(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A, on whose loans B depends", "B relies on A's votes"."""
    if reality(verb) != REAL:
        return
    for thing in prepositional(verb, "on", "upon", "from"):
        if thing.lemma_.lower() not in _MEANS and not ARMS & {thing.lemma_.lower()}:
            continue
        for source in owners(reader.scene, thing):
            for target in within(reader.scene, subject(verb)):
                yield said_in_clause("aligned", source, target, verb)


def gives_majority(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A, whose ten deputies give B its majority", "A keeps B in office"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    things = things_of(verb)
    majority = any(t.lemma_.lower() in {"majority", "quorum"} for t in things)
    office = any(t.lemma_.lower() in {"office", "power"} for t in prepositional(verb, "in"))
    if not (majority if verb.lemma_ in {"give", "secure", "provide"} else office):
        return
    whom = [c for c in verb.children if c.dep_ in {"dative", "dobj"} and c.pos_ == "PROPN"]
    whom += prepositional(verb, "to")
    for source in reader.backing(verb) or owners(reader.scene, subject(verb) or verb):
        for target in (p for t in whom for p in reader.named(t)):
            if target != source:
                yield said_in_clause("aligned", source, target, verb)


_SYMPATHY = words("sympathy solidarity")
_LEFT = words("cross handle touch unload load move shift break")
_PAYING = words("pay fund finance cover bear meet give donate contribute")
_HELPING = words("help aid assist feed supply")
_JOINING = words("march rally walk demonstrate picket gather")
_DRILLS = words("exercise drill manoeuvre maneuver patrol wargame")
_DEPENDING = words("depend rely count live lean")

_DONE_TOO = words("strike stoppage walkout boycott protest sit-in picket blockade go-slow march")
_TOO = frozenset({"too", "also"})


def does_too(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has joined the strike", "A walked out as well", "would respect the picket line"."""
    done = reality(verb) == REAL or _is_promised(verb)
    if not done or is_passive(verb) or negative(verb):
        return
    things = things_of(verb)
    joins = verb.lemma_ == "join" and any(
        t.lemma_.lower() in _DONE_TOO and not owners(reader.scene, t) for t in things
    )
    respects = verb.lemma_ in _RESPECTING and any(_is_of_strike(t) for t in things)
    if not (joins or respects or (verb.lemma_ in _STOPPING and not things and _is_too(verb))):
        return
    yield from _with_the_strikers(reader, verb, doer(verb))


def _is_too(verb: Token) -> bool:
    """As in "walked out too", "struck as well"."""
    after = [t.lower_ for t in verb.rights]
    well = "well" in after and any(c.lower_ == "as" for t in verb.rights for c in t.children)
    return well or any(t.lower_ in _TOO for t in verb.children)


def _with_the_strikers(reader: Reader, verb: Token, who: Token | None) -> Iterator[Said]:
    """With the people of the dispute, where it is a third one that does it."""
    sources = reader.acting(who)
    if not sources and verb.dep_ == "ccomp":  # "A said its members would respect it"
        sources = reader.backing(verb.head)
    for source in sources:
        if reader.is_third(source):
            for target in people.foremost(reader.scene, {source}):
                yield said_in_clause("aligned", source, target, verb)


_RESPECTING = words("respect honour honor observe")
_STOPPING = words("walk strike stop down march")


def _is_promised(verb: Token) -> bool:
    """Whether it is told of the future: by the narrator, or by whoever says what he would do."""
    if any(c.dep_ == "advcl" and _is_conditional(c) for c in verb.children):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    told = verb.dep_ == "ccomp" and reality(verb.head) == REAL
    if told:
        return bool(helpers & (_FUTURE | {"would"}))
    return verb.dep_ in {"ROOT", "relcl"} and bool(helpers & _FUTURE)


def _is_conditional(clause: Token) -> bool:
    return any(c.lower_ in _CONDITIONAL for c in clause.children)


_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
_CONDITIONAL = frozenset({"if", "unless", "once", "until", "till", "provided", "when", "should"})

WAYS = (
    Way(strikes_too, lemmas=_SYMPATHY, places=frozenset({"pobj"})),
    Way(will_not_cross, lemmas=_LEFT, parts=frozenset({"VERB"})),
    Way(pays_for, lemmas=_PAYING),
    Way(helps_out, lemmas=_HELPING),
    Way(marches_with, lemmas=_JOINING),
    Way(drills_with, lemmas=_DRILLS, places=frozenset({"dobj"})),
    Way(has_troops_with, lemmas=words("have keep station deploy send embed")),
    Way(depends_on, lemmas=_DEPENDING),
    Way(gives_majority, lemmas=words("give secure provide keep")),
    Way(lives_by, lemmas=_DEPENDING),
    Way(does_too, lemmas=_RESPECTING | _STOPPING | {"join"}, parts=frozenset({"VERB"})),
)
