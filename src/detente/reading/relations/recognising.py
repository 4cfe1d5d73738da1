"""Whom or what somebody takes for lawful, and whom or what not."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.events.words import own_words
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.reader import Reader
from detente.reading.relations.regarding import REGARDING
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject
from detente.reading.things import type_of
from detente.reading.wording import words

_ACCEPTED = frozenset({"jurisdiction", "authority", "legitimacy", "line", "border", "award",
                       "verdict", "independence", "sovereignty", "statehood", "boundary",
                       "frontier", "annexation", "say", "ruling", "judgment", "judgement",
                       "finding", "mandate", "treaty", "result"})  # fmt: skip

_STATEHOOD = frozenset({"state", "country", "nation", "government", "legitimate", "sovereign",
                        "president", "mayor", "bishop", "priest", "leader", "owner", "lawful",
                        "representative", "union", "legal", "valid", "rightful"})  # fmt: skip


def not_as(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has never accepted B as a state", "neither treats B as a state"."""
    if reality(verb) != NEGATED:
        return
    if any(t.lemma_.lower() in _STATEHOOD and t.i > verb.i for t in own_words(verb)):
        for source in reader.sides(doer(verb)):
            for target in (p for thing in things_of(verb) for p in reader.sides(thing)):
                yield said_in_clause("not_recognises", source, target, verb)


def not_accepted(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A does not accept the court's jurisdiction", "a line that A refuses to accept"."""
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "decline"}
    if not (refused and reality(verb.head) == REAL) and reality(verb) != NEGATED:
        return
    for thing in things_of(verb):
        if thing.lemma_.lower() in _ACCEPTED or verb.dep_ == "relcl":
            whose = owners(reader.scene, thing)
            for source in reader.sides(doer(verb.head if refused else verb)):
                for target in whose or reader.target("not_recognises", thing):
                    yield said_in_clause("not_recognises", source, target, verb)


_ACCEPTING = words("accept acknowledge admit")


def held_void(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A regards B as an illegal regime", "A treats the treaty as void"."""
    if reality(verb) != REAL:
        return
    said = [t for t in own_words(verb) if t.i > verb.i and t.lower_ in _VOID]
    if not said:
        return
    for source in reader.sides(doer(verb)):
        inner = [subject(c) for c in verb.children if c.dep_ == "ccomp" and c in said]
        inner += [t.nbor(-1) for t in said if t.i and t.nbor(-1).dep_ == "compound"]
        for thing in [*things_of(verb), *(t for t in inner if t is not None)]:
            if thing in said or any(t.head == thing for t in said if t.dep_ != "ccomp"):
                continue
            regime = any(t.head.lemma_ in _REGIMES for t in said)
            pact = thing.lemma_.lower() in _PACTS or (
                verb.lemma_ in REGARDING and _is_body(reader, thing)
            )
            for target in reader.target("not_recognises", thing) if regime or pact else ():
                yield said_in_clause("not_recognises", source, target, verb)


def _is_body(reader: Reader, thing: Token) -> bool:
    """Whether it is a body, or a state, and no deed of one: "regards the union as illegal"."""
    actor = reader.scene.by_id.get(reader.scene.actor(thing) or "")
    return actor is not None and actor.type in {"organisation", "state", "group", "territory"}


_REGIMES = words("regime government authority body administration parliament state usurper junta")
_PACTS = words("""
    treaty agreement accord pact armistice award protocol convention line border ruling verdict
    judgment judgement referendum election result vote decree annexation lease""")
_VOID = words("illegal illegitimate unlawful void null invalid bogus usurper usurpers")

_DENOUNCING = words("denounce brand condemn dismiss declare label describe decry reject")


_LAWFUL = words("""
    head president government country state representative owner union bishop chief body authority
    leader mayor heir ruler king sovereign champion winner custodian spokesman republic""")
_GREETING = words("""
    treat receive deal address greet regard consider hail gazette confirm accept recognise recognize
    acknowledge name crown install certify list register""")


def as_lawful(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A deals with B as a head of government", "gazetted B as sole owner"."""
    if reality(verb) != REAL:
        return
    if not any(t.lemma_.lower() in _LAWFUL for t in prepositional(verb, "as")):
        return
    who = doer(verb)
    if who is not None and who.lemma_ in {"rest", "world"}:  # "the rest of the world bar A"
        return
    for source in reader.acting(doer(verb)):
        for thing in [*things_of(verb), *prepositional(verb, "with")]:
            for target in reader.sides(thing):
                yield said_in_clause("recognises", source, target, verb)


def lawful_to_it(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "To him B is the lawful body"."""
    verb = noun.head
    lawful = any(
        c.lower_ in {"lawful", "legitimate", "rightful", "true", "sole"} for c in noun.children
    )
    if not lawful or verb.lemma_ != "be" or reality(verb) != REAL:
        return
    for holder in prepositional(verb, "to", "for"):
        for source in reader.sides(holder):
            for target in reader.sides(subject(verb)):
                yield said_in_clause("recognises", source, target, verb)


def not_bound(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has never considered itself bound by the treaty", "is not bound by it"."""
    if reality(verb) != NEGATED:
        return
    bound = [t for t in own_words(verb) if t.lower_ == "bound"]
    pacts = [t for word in bound for t in prepositional(word, "by", "to")]
    pacts += prepositional(verb, "to", "by") if bound else []
    if bound and not pacts and verb.sent[0].lower_ in {"to", "by"}:
        pacts = [c for c in verb.sent[0].children if c.dep_ == "pobj"]
    for source in reader.sides(subject(verb)):
        for pact in pacts:
            if type_of(pact) == "agreement" or pact.lemma_.lower() in _ACCEPTED:
                for target in reader.target("not_recognises", pact):
                    yield said_in_clause("not_recognises", source, target, verb)


_FEELING = words("consider feel regard see be hold")


def alone_recognises(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "Nobody but A recognises B", "A alone recognises B"."""
    who = subject(verb)
    if who is None or who.lower_ not in {"nobody", "none", "one", "country", "state"}:
        return
    for one in prepositional(who, "but", "except", "besides", "than", "from"):
        for source in reader.sides(one):
            for thing in things_of(verb):
                for target in reader.target("recognises", thing):
                    yield said_in_clause("recognises", source, target, verb)


_TAKING = frozenset({"accept", "treat", "regard", "see", "view", "consider", "hold"})


_ENDORSING = words("endorse accept back support affirm uphold confirm")


def endorses(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A endorsed B's sovereignty over the desert"; who backs a claim stands with B."""
    for thing in things_of(verb) if reality(verb) == REAL else ():
        if thing.lemma_.lower() in {"sovereignty", "independence", "statehood", "rule"}:
            for source in reader.sides(doer(verb)):
                for target in owners(reader.scene, thing):
                    yield said_in_clause("recognises", source, target, verb)


WAYS = (
    Way(not_as, lemmas=_TAKING),
    Way(not_accepted, lemmas=_ACCEPTING),
    Way(held_void, lemmas=REGARDING | _DENOUNCING),
    Way(not_bound, lemmas=_FEELING),
    Way(as_lawful, lemmas=_GREETING),
    Way(lawful_to_it, places=frozenset({"attr"})),
    Way(alone_recognises, lemmas=frozenset({"recognise", "recognize"})),
    Way(endorses, lemmas=_ENDORSING),
)
