"""Who stands with whom by a view that he shares, a duty to defend, a veto, or as an ally named."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import conjoined, doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners, parties
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.parties.siding import VIEWS
from detente.reading.relations.cues import KIN
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.ways import Way
from detente.reading.syntax import SUBJECTS, subject, verb_above
from detente.reading.wording import words

_THAT = frozenset({"that", "this", "the", "these", "those", "same"})
_BREAKS = frozenset({";", ":"})


def shares_a_view(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A considers it closed; C and D share that view": with who is told of before."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    things = [*things_of(verb), *(c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i)]
    for view in (t for t in things if t.pos_ == "NOUN" and t.lemma_.lower() in VIEWS):
        lefts = {c.lower_ for c in view.lefts}
        if owners(reader.scene, view) or not lefts & _THAT or lefts - _THAT:
            continue
        for source in reader.acting(doer(verb)):
            for target in _holder_before(reader, verb):
                if target != source:
                    yield said_in_clause("aligned", source, target, verb)


def _holder_before(reader: Reader, verb: Token) -> tuple[str, ...]:
    """Who does or says what the clause before tells, in the sentence or in the one before it."""
    doc, first = verb.doc, verb.sent.start
    start = max((t.i for t in doc[first : verb.i] if t.text in _BREAKS), default=first)
    begin = doc[first - 1].sent.start if start == first and first else first
    told = (t for t in doc[begin:start] if t.dep_ in SUBJECTS and t.head.dep_ in _MAIN)
    return parties(reader.scene, next(told, None))[:1]


_MAIN = frozenset({"ROOT", "ccomp", "conj"})
_DEFENDING = words("defend protect support back assist")
_DEFENCE = words("defence defense security sovereignty protection")


def bound_to_defend(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is committed to defending B", "A reaffirmed its commitment to B's defence"."""
    if reality(verb) != REAL:
        return
    who = subject(verb) if is_passive(verb) or verb.lemma_ == "be" else doer(verb)
    bound = [verb, *(c for c in verb.children if c.dep_ == "acomp")]
    bound += [t for t in things_of(verb) if t.lemma_.lower() in _DUTIES]
    if verb.lemma_ not in _BINDING and len(bound) == 1:
        return
    whom: list[Token] = []
    for place in (c for each in bound for c in each.children):
        inner = [c for c in place.children if c.dep_ == "pcomp"] if place.dep_ == "prep" else []
        inner += [place] if place.dep_ in {"xcomp", "advcl", "acl"} else []
        whom += [t for c in inner if c.lemma_ in _DEFENDING for t in things_of(c)]
    told = [t for each in bound for t in prepositional(each, "to", "for")]
    for source in reader.acting(who):
        sides = [p for t in whom for p in reader.sides(t)]
        for thing in (t for t in told if t.lemma_.lower() in _DEFENCE):
            sides += [*owners(reader.scene, thing)]
            sides += [p for t in prepositional(thing, "of") for p in reader.sides(t)]
        for target in dict.fromkeys(sides):
            if target != source:
                yield said_in_clause("aligned", source, target, verb)


_BINDING = words("commit bind oblige pledge")
_DUTIES = words("commitment pledge obligation promise guarantee")
_COVERING = words("cover apply extend protect include")


def its_treaty_covers(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A repeated that its defence treaty covers B's vessels"."""
    pact = subject(verb)
    if verb.lemma_ not in _COVERING or pact is None or pact.lemma_.lower() not in _PACTS:
        return
    if not any(c.lower_ in _SORTS for c in pact.lefts):
        return
    whose = [*things_of(verb), *prepositional(verb, "to")]
    whose += [t for thing in whose for t in prepositional(thing, "on", "against")]
    whose += prepositional(pact, "with")
    for source in owners(reader.scene, pact):
        for target in dict.fromkeys(p for t in whose for p in owners(reader.scene, t)):
            if target != source:
                yield said_in_clause("aligned", source, target, verb)


_PACTS = words("treaty pact agreement guarantee umbrella alliance")
_SORTS = words("defence defense mutual security military nuclear")
_STOPPING = words("veto block reject oppose prevent stop scupper")
_STEPS = words(
    "resolution step measure motion sanction statement text draft move action punishment"
)
_AGAINST = words("condemn censure rebuke criticise criticize denounce sanction punish deplore")


def shields(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A vetoed a resolution condemning B", "A blocks any step against B"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    for step in (t for t in things_of(verb) if t.lemma_.lower() in _STEPS):
        whom = prepositional(step, "against", "on") if step.lemma_ != "text" else []
        told = (c for c in step.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in _AGAINST)
        whom += [t for c in told for t in things_of(c)]
        for source in reader.acting(doer(verb)):
            for target in dict.fromkeys(p for t in whom for p in reader.sides(t)):
                if target != source:
                    yield said_in_clause("aligned", source, target, verb)


_SUCH = words("including like especially notably")


def among_allies(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "B's allies, led by A", "B's partners, including A", "allies of B such as A"."""
    if noun.tag_ != "NNS" or "aligned" not in KIN.get(noun.lemma_.lower(), ()):
        return
    whose = owners(reader.scene, noun) or tuple(
        p for t in prepositional(noun, "of") for p in reader.sides(t)
    )
    named = prepositional(noun, *_SUCH, "as")
    led = (c for c in noun.children if c.dep_ == "acl" and c.lemma_ in {"lead", "head"})
    named += [t for c in led for t in prepositional(c, "by")]
    for one in (each for t in named for each in conjoined(t)):
        for source in reader.named_there(one) or reader.mentioned(one):
            for target in whose:
                if target != source:
                    yield said_in_phrase("aligned", source, target, noun)


_SAILING = words("sail patrol drill train exercise fly march fight")
_FORCES = words("fleet navy army force troop ship vessel coastguard guard air patrol soldier unit")


def sails_with(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A and C have sailed with B's fleet", "A's navy has joined B's patrols"."""
    verb = verb_above(noun)
    if verb is None or is_passive(verb) or reality(verb) != REAL:
        return
    beside = noun.dep_ == "pobj" and noun.head.lower_ in {"with", "alongside", "beside"}
    sailing = verb.lemma_ in _SAILING and beside
    joining = verb.lemma_ == "join" and noun.dep_ == "dobj"
    for source in reader.acting(doer(verb)) if sailing or joining else ():
        for target in owners(reader.scene, noun):
            if target != source:
                yield said_in_clause("aligned", source, target, verb)


WAYS = (
    Way(shares_a_view, lemmas=words("share endorse repeat echo")),
    Way(bound_to_defend, lemmas=_BINDING | words("be have reaffirm renew repeat reiterate stress")),
    Way(its_treaty_covers, lemmas=_COVERING),
    Way(shields, lemmas=_STOPPING),
    Way(among_allies, lemmas=frozenset(KIN)),
    Way(sails_with, lemmas=_FORCES),
)
