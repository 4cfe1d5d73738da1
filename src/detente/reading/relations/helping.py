"""Who helps whom: sends troops to it, takes its side, joins its protest, gives it its blessing."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, object_of, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations import people
from detente.reading.relations.presence import ARMS
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.verbs import JOINT
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject
from detente.reading.wording import words


def helps(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A sent troops to help B", "A sent troops to help B fight them"."""
    if reality(verb) != REAL:
        return
    done = (t for t in verb.subtree if t.lemma_ in _HELP and t.i > verb.i and t.tag_ == "VB")
    for help_ in done:
        for source in reader.acting(object_of(verb) if is_passive(verb) else doer(verb)):
            fights = (subject(c) for c in help_.children if c.dep_ == "ccomp" and c.tag_ == "VB")
            for thing in (*things_of(help_), *fights):
                for target in reader.sides(thing):
                    yield said_in_clause("aligned", source, target, verb)


def gives_arms(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A sent B weapons by the planeload", "A sends it arms"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    for thing in things_of(verb):
        sum_ = thing.tag_ == "CD" or thing.lemma_.lower() in _SUMS
        if not sum_ and thing.lemma_.lower() not in ARMS | _AID:
            continue
        whom = [c for c in verb.children if c.dep_ == "dative" and c.i < thing.i]
        named = (c for c in thing.children if c.dep_ in {"compound", "nmod"})
        whom += [c for c in named if c.left_edge.i == verb.i + 1]
        for source in reader.acting(doer(verb)) if whom else ():
            for target in (p for t in whom for p in reader.named_there(t) or reader.sides(t)):
                if source != target:
                    yield said_in_clause("aligned", source, target, verb)


_GIVING = words(
    "send ship give lend supply provide grant sell donate deliver hand pay fly promise bring"
)
_AID = words("aid subsidy adviser trainer instructor drone fuel money credit food")
_SUMS = words("million billion dollar euro pound crown")
_HELP = words("help defend protect assist aid back support")
_SENDING = words("send deploy dispatch bind oblige commit pledge rush")


def bound(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is bound to B by a treaty"."""
    if is_passive(verb) and reality(verb) == REAL:
        for source in reader.sides(object_of(verb)):
            for target in (p for t in prepositional(verb, "to", "with") for p in reader.sides(t)):
                yield said_in_clause("aligned", source, target, verb)


_TYING = words("bind tie ally")


def with_support(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A, with B's support, blocked the vote"."""
    if noun.head.lower_ != "with":
        return
    of = (p for t in prepositional(noun, "of", "from") for p in reader.sides(t))
    above = noun.head.head
    who = doer(above) if above.pos_ in {"VERB", "AUX"} else above
    if above.lemma_ in JOINT and len(reader.sides(who)) > 1:
        return  # "A and B swapped captives with C's help": it goes between
    for source in owners(reader.scene, noun) or tuple(of):
        for target in reader.sides(who):
            yield said_in_clause("aligned", source, target, above)


_SUPPORT = frozenset({"support", "backing", "blessing", "connivance", "encouragement", "help"})


_SIDING = words("take come rally rush join")


def takes_side(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A took B's side", "A came to B's aid"."""
    if reality(verb) != REAL:
        return
    for thing in [*things_of(verb), *prepositional(verb, "to", "on")]:
        if thing.lemma_.lower() in {"side", "part", "aid", "defence", "defense", "cause", "corner"}:
            for source in reader.acting(doer(verb)):
                for target in reader.whose(thing):
                    whose = target if target != source else told_before(reader, verb, source)
                    if whose:
                        yield said_in_clause("aligned", source, whose, verb)


def told_before(reader: Reader, verb: Token, source: str) -> str | None:
    """As in "A shares a gas field with B and takes its side": B's."""
    first = verb.sent.start
    near, far = reader.scene.denoted(first, verb.i), reader.scene.denoted(max(0, first - 40), first)
    return next((party for party in (*reversed(near), *reversed(far)) if party != source), None)


def joins(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A joined B in blocking the loan", "A joined B's protest", "followed B in leaving"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    against = [t for t in prepositional(verb, "in", "against") if not t.is_digit]
    for thing in things_of(verb):
        own = reader.sides(thing) if against else ()
        picket = thing.lemma_ == "line" and any(c.lower_ == "picket" for c in thing.children)
        acted = verb.lemma_ == "join" and is_of(thing, _ACTIONS)
        whose = owners(reader.scene, thing) if acted else own
        whose = people.foremost(reader.scene, {*reader.acting(doer(verb))}) if picket else whose
        for source in reader.acting(doer(verb)):
            for target in whose:
                yield said_in_clause("aligned", source, target, verb)


_ACTIONS = words("""
    protest strike boycott walkout march picket campaign rally appeal suit lawsuit complaint
    objection sit-in blockade embargo sanction demonstration picketing call demand veto""")


WAYS = (
    Way(takes_side, lemmas=_SIDING),
    Way(joins, lemmas=frozenset({"join", "follow"})),
    Way(helps, lemmas=_SENDING),
    Way(gives_arms, lemmas=_GIVING),
    Way(bound, lemmas=_TYING),
    Way(with_support, words=_SUPPORT, places=frozenset({"pobj"})),
)
