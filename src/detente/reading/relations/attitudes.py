"""Who is for or against one of the two by what he says of its deed: "C deplored the seizure".

Whose deed it is, is looked for: who owns it, who seized, vetoed or closed before, who is for what
is named; of "the move" and "it" whoever the sentence before tells of.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners, parties
from detente.reading.factuality import REAL, reality
from detente.reading.grammar import DEFINITE
from detente.reading.parsed import Token
from detente.reading.relations import people
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.wanting import wanting, who_wants
from detente.reading.relations.ways import Way
from detente.reading.syntax import SUBJECTS, subject
from detente.reading.wording import words

_FOR = words("""
    welcome applaud praise hail commend congratulate back support endorse favour favor approve
    bless salute cheer laud defend second""")
_AGAINST = words("""
    condemn criticise criticize deplore denounce reject oppose decry slam lambast lambaste attack
    resist challenge blast rebuke censure deride resent assail berate slate chide disapprove
    boycott contest""")
_OBJECTING = words("protest object campaign complain rail rally demonstrate petition agitate")
_TO = ("to", "against", "over", "at", "of", "about")
_STEPS = words("""
    move decision step announcement measure action act gesture offer statement stance position line
    gambit initiative manoeuvre maneuver tactic policy course threat ultimatum refusal rejection
    response reply declaration order plan proposal linkage linking""")
_WRONG = words("""
    unlawful illegal unjust unfair unacceptable wrong disproportionate unreasonable unjustified
    mistake folly disgrace provocation scandal outrage disaster madness blunder shameful reckless
    dangerous absurd piracy robbery theft blackmail betrayal irresponsible unconstitutional""")
_RIGHT = words("lawful legal just fair justified reasonable legitimate overdue sensible right")
_UNSURE = words("neither nor hardly never if unless whether both")
_SAID_OF = frozenset({"oprd", "acomp", "attr", "ccomp", "amod", "pobj", "dobj"})
_CALLING = words("call term consider regard see describe")
_ASKED = words("demand call claim bid request push campaign application appeal")
_KNOWN = DEFINITE | {"any"}
_IT = frozenset({"it", "this", "that"})
_ENDINGS = ("ation", "ition", "ment", "sion", "tion", "ure", "ing", "age", "al", "er", "e", "s")
_SHORT = 4  # letters of a stem
_BACK = 2  # sentences before


def judges(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "C welcomed the move", "C deplored the seizure", "C protested against the ban"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    lemma = verb.lemma_
    things = prepositional(verb, *_TO) if lemma in _OBJECTING else things_of(verb)
    if lemma in {"approve", "disapprove"}:
        things += prepositional(verb, "of")
    things += _called(verb)
    kind = "aligned" if lemma in _FOR else "opposes"
    for source in filter(reader.is_third, reader.acting(doer(verb))):
        for target in dict.fromkeys(p for t in things for p in whose(reader, t)):
            if reader.is_side(target) and target != source:
                yield said_in_clause(kind, source, target, verb)


def _called(verb: Token) -> list[Token]:
    """Of "rejects what it calls the dismemberment of the agency", the dismemberment."""
    inner = (c for c in verb.children if c.dep_ in {"ccomp", "dobj"} and c.lemma_ in _CALLING)
    return [t for c in inner for t in c.children if t.pos_ == "NOUN" and t.i > c.i]


def finds(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "C called the ban unlawful", "C thinks that the closure is a mistake"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    below = [*verb.subtree]
    found = [t.lower_ for t in below if t.i > verb.i and t.dep_ in _SAID_OF]
    wrong, right = not _WRONG.isdisjoint(found), not _RIGHT.isdisjoint(found)
    if wrong == right or any(t.dep_ == "neg" or t.lower_ in _UNSURE for t in below):
        return
    inner = [c for c in verb.children if c.dep_ in {"ccomp", "dobj"} and c.i > verb.i]
    things = [c for c in inner if c.pos_ == "NOUN"]
    things += [t for c in inner for t in c.children if t.dep_ in SUBJECTS]
    things += [t for t in below if t.dep_ == "compound" and t.head.lower_ in _WRONG | _RIGHT]
    for source in filter(reader.is_third, reader.acting(doer(verb))):
        for target in dict.fromkeys(p for t in things for p in whose(reader, t)):
            if reader.is_side(target) and target != source:
                yield said_in_clause("opposes" if wrong else "aligned", source, target, verb)


def is_for(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The guild is for the council", "C is against the merger", "voted for the herders"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    for word, kind in (("for", "aligned"), ("against", "opposes")):
        for source in filter(reader.is_third, reader.acting(doer(verb))):
            for thing in (t for t in prepositional(verb, word) if t.lemma_ != "part"):
                for target in reader.sides(thing) or whose(reader, thing):
                    if reader.is_side(target) and target != source:
                        yield said_in_clause(kind, source, target, verb)


def whose(reader: Reader, thing: Token) -> tuple[str, ...]:
    """Whose the deed or the plan is: as it is owned, done, wanted, or told just before."""
    scene = reader.scene
    if thing.lower_ in _IT:
        return told_before(reader, thing)
    if reader.sides(thing):
        return reader.sides(thing)
    lemma = thing.lemma_.lower()
    by = (p for t in prepositional(thing, "by") for p in reader.sides(t))
    own = owners(scene, thing) or tuple(by)
    above = thing.head if thing.dep_ == "compound" else thing  # "called the ban unlawful"
    known = any(child.lower_ in _KNOWN for child in above.children)
    if own or not known:
        return own
    found = _who_did(reader, thing) or people.side(scene, thing) or wanting(scene, thing)
    if not found and lemma in _ASKED:
        asked = (t for t in prepositional(thing, "for") if t.pos_ == "NOUN")
        found = tuple(p for t in asked for p in who_wants(scene, t.lemma_.lower()))
    return found or (told_before(reader, thing) if lemma in _STEPS else ())


def _who_did(reader: Reader, deed: Token) -> tuple[str, ...]:
    """Of "the seizure", which of the two has seized something before."""
    named = deed.lemma_.lower()
    stem = _stem(named)
    alike = (
        verb
        for done, verbs in reader.scene.verbs_by_lemma.items()
        if done == named or (len(stem) >= _SHORT and done.startswith(stem))
        for verb in verbs
    )
    for verb in sorted(alike, key=attrgetter("i"), reverse=True):
        if verb.i < deed.sent.start:
            found = tuple(p for p in parties(reader.scene, doer(verb)) if reader.is_side(p))
            if found and reality(verb) == REAL:
                return found[:1]
    return ()


def _stem(noun: str) -> str:
    return next((noun.removesuffix(end) for end in _ENDINGS if noun.endswith(end)), noun)


def told_before(reader: Reader, thing: Token) -> tuple[str, ...]:
    """The one of the two of whom the sentences before tell what it did."""
    first = thing.sent.start
    for _ in range(_BACK):
        if not first:
            return ()
        before = reader.scene.doc[first - 1].sent
        found = [p for p in parties(reader.scene, subject(before.root)) if reader.is_side(p)]
        if found:
            return (found[0],) if len(found) == 1 else ()
        first = before.start
    return ()


WAYS = (
    Way(judges, lemmas=_FOR | _AGAINST | _OBJECTING, parts=frozenset({"VERB"})),
    Way(finds, lemmas=_CALLING | words("find deem think say believe hold argue")),
    Way(is_for, lemmas=frozenset({"be", "vote", "plead", "remain"})),
)
