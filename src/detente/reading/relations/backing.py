"""Who is on whose side by what he says: "called the claim just", "urged B to hold firm"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.reading.arguments import is_passive, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.pacts import LEAGUES
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import SUBJECTS, subject
from detente.reading.wording import words

_SUPPORT = words(
    "support solidarity backing sympathy loyalty allegiance friendship assistance help"
)


def _with(reader: Reader, verb: Token, whom: Sequence[Token]) -> Iterator[Said]:
    """Who does it, and each of those whom he does it for, once."""
    for source in reader.backing(verb):
        for target in dict.fromkeys(p for t in whom for p in reader.target("aligned", t)):
            yield said_in_clause("aligned", source, target, verb)


def declares(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "assured B of its support", "declared their solidarity with the strikers"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    things = [*things_of(verb), *prepositional(verb, "of")]
    given = [t for t in things if t.lemma_.lower() in _SUPPORT]
    if not given:
        return
    whom = [t for t in verb.children if t.dep_ in {"dobj", "dative"} and t not in given]
    whom += prepositional(verb, "to", "for", "with")
    whom += [t for each in given for t in prepositional(each, "to", "for", "with")]
    yield from _with(reader, verb, whom)


_HOLDING = words("hold stand stay remain stick")
_YIELDING = words("yield give bow budge surrender cave blink back retreat capitulate concede")


def urges_to_hold(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "urged B to stand firm", "called on B not to give in"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    for inner in (c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"}):
        firm = any(c.lower_ in {"firm", "fast", "strong", "course", "guns"} for c in inner.subtree)
        not_yielding = inner.lemma_ in _YIELDING and any(c.dep_ == "neg" for c in inner.children)
        if not not_yielding and not (inner.lemma_ in _HOLDING and firm):
            continue
        whom = [*things_of(verb), *prepositional(verb, "on", "upon")]
        whom += [c for c in inner.children if c.dep_ in SUBJECTS]
        whom = [t for t in whom if t.lemma_ != "government"]  # whose, the narrator leaves open
        yield from _with(reader, verb, whom)


_RIGHT = words("legitimate justified fair reasonable just right lawful well-founded")
_SAID_OF = frozenset({"oprd", "acomp", "pobj", "ccomp", "amod"})
_UNRIGHT = words("not less neither nor hardly never if unless more no")
_CAUSES = words("demand claim position case cause grievance complaint objection concern request")


def finds_right(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "called B's demand legitimate"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    below = [*verb.subtree]
    if not any(t.lower_ in _RIGHT and t.dep_ in _SAID_OF for t in below):
        return
    if any(t.dep_ == "neg" or t.lower_ in _UNRIGHT for t in below):
        return
    for cause in (t for t in below if t.lemma_.lower() in _CAUSES and t.i > verb.i):
        for source in reader.backing(verb):
            for target in reader.whose(cause):
                yield said_in_clause("aligned", source, target, verb)


def is_right(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A says B is right", "B is in the right, A says"."""
    said = verb.dep_ == "ccomp" and reality(verb.head) == REAL
    found = [c for c in verb.children if c.lower_ == "right" and c.dep_ == "acomp"]
    right = any(not any(True for _ in c.children) for c in found)
    right = right or any(t.lower_ == "right" for t in prepositional(verb, "in"))
    if not (said and right) or any(c.dep_ == "neg" for c in verb.children):
        return
    whom = subject(verb)
    for source in reader.backing(verb.head):
        for target in reader.target("aligned", whom) if whom is not None else ():
            yield said_in_clause("aligned", source, target, verb.head)


_FOES = words("be remain stand side")


def on_the_other_side(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "C is with A. The boards are on the other side"."""
    if noun.head.lower_ not in {"on", "with"} or not any(
        c.lower_ == "other" for c in noun.children
    ):
        return
    verb = noun.head.head
    if verb.lemma_ not in _FOES or reality(verb) != REAL or owners(reader.scene, noun):
        return
    for source in reader.backing(verb):
        told = [p for p in _told(reader, verb) if p in reader.scene.pair and p != source]
        others = [p for p in reader.scene.pair if p not in {*told[-1:], source}]
        if told and len(others) == 1:
            yield said_in_clause("aligned", source, others[0], verb)


def _told(reader: Reader, verb: Token) -> tuple[str, ...]:
    """Who is told of in the sentence before, and in this one before the verb."""
    first = verb.sent.start
    before = reader.scene.doc[first - 1].sent.start if first else first
    return (*reader.scene.denoted(before, first), *reader.scene.denoted(first, verb.i))


def each_its_own(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A backs B and C the marshal", "A stands with B, C with D": what is left out."""
    if reality(verb) != REAL:
        return
    things = [c for c in verb.children if c.dep_ == "dobj"]
    for first, second in pairwise(things):
        joined = [c for c in first.children if c.dep_ == "conj"]
        for who in joined:
            if who.i < second.i:
                yield from _pair(reader, verb, who, second)
    for who in (c for s in verb.children if s.dep_ in SUBJECTS for c in s.children):
        if who.dep_ == "appos" and who.i > verb.i:
            for other in prepositional(who, "with", "behind", "by"):
                yield from _pair(reader, verb, who, other)


def _pair(reader: Reader, verb: Token, who: Token, other: Token) -> Iterator[Said]:
    for source in reader.named(who):
        for target in reader.target("aligned", other):
            yield said_in_clause("aligned", source, target, verb)


_SYMPATHIES = words("sympathy weakness admiration understanding heart")


def has_sympathy(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has made no secret of its sympathy for B", "has every sympathy with B"."""
    if is_passive(verb) or reality(verb) not in {REAL, NEGATED}:
        return
    things = [t for t in verb.subtree if t.lemma_.lower() in _SYMPATHIES and t.i > verb.i]
    secret = any(t.lemma_ == "secret" for t in things_of(verb))
    if not things or (reality(verb) == NEGATED and not secret):
        return
    if any(c.lower_ in {"no", "little", "less"} for t in things for c in t.children):
        return
    whom = [other for t in (*things, verb) for other in prepositional(t, "for", "with", "to")]
    yield from _with(reader, verb, whom)


def members_of_one(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A and B are members of the same alliance", "A and C, B's partners in the alliance"."""
    of = [t for t in prepositional(noun, "of", "in", "to") if t.lemma_.lower() in LEAGUES]
    if not of:
        return
    who: tuple[str, ...] = ()
    if noun.dep_ == "attr" and reality(noun.head) == REAL:
        who = reader.sides(subject(noun.head))
    elif noun.dep_ == "appos":
        who = reader.sides(noun.head)
    whose = owners(reader.scene, noun)
    for one in who:
        for two in whose:
            yield said_in_clause("aligned", one, two, noun.head)
    if not whose and any(t.lower_ in {"same", "one"} for each in of for t in each.children):
        for one, two in pairwise(who):
            yield said_in_clause("aligned", one, two, noun.head)


def closes_ranks(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A, at odds with C, closed ranks with B, signed …": "closed" taken for an adjective."""
    closed = any(c.lower_ == "closed" and c.i == noun.i - 1 for c in noun.children)
    if not closed or noun.dep_ not in {"appos", "dobj", "conj", "nsubj", "dep"}:
        return
    above = noun.head
    who = above if noun.dep_ == "appos" else subject(above)
    for source in reader.sides(who):
        for other in prepositional(noun, "with", "behind"):
            for target in reader.sides(other):
                yield said_in_clause("aligned", source, target, noun)


_DECLARING = words("""
    declare express voice offer pledge promise reaffirm announce proclaim extend repeat reiterate
    assure signal""")
_URGING = words("urge tell call press ask want advise encourage implore exhort")
_JUDGING = words("call find consider deem judge regard describe")
_MEMBERS = words("member partner ally signatory")

WAYS = (
    Way(declares, lemmas=_DECLARING),
    Way(urges_to_hold, lemmas=_URGING),
    Way(finds_right, lemmas=_JUDGING),
    Way(is_right, lemmas=frozenset({"be"})),
    Way(on_the_other_side, lemmas=frozenset({"side", "camp"}), places=frozenset({"pobj"})),
    Way(each_its_own, lemmas=words("back support stand side arm favour favor")),
    Way(has_sympathy, lemmas=words("have make feel show express harbour hide conceal")),
    Way(members_of_one, lemmas=_MEMBERS),
    Way(closes_ranks, words=frozenset({"ranks"})),
)
