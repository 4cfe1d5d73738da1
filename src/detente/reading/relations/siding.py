"""Who stands with whom: by his vote, by a position shared, by warm ties."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import REAL, reality
from detente.reading.grammar import OWNING
from detente.reading.parsed import Token
from detente.reading.parties.siding import FAVOURS
from detente.reading.parties.taking_sides import takes_side
from detente.reading.relations.cues import KIN
from detente.reading.relations.helping import told_before
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject, verb_above
from detente.reading.wording import words

_BY = words("vote side stay stick stand")
_FOR = words("bat fight campaign plead")
_OVER = words("go defect cross come switch")


def goes_with(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A voted with B", "A stays with B", "A has been batting for B", "went over to B"."""
    names: tuple[str, ...] = ()
    if verb.lemma_ in _BY:
        names = ("with", "by")
    elif verb.lemma_ in _FOR:
        names = ("for",)
    elif verb.lemma_ in _OVER and any(c.lower_ in {"over", "across"} for c in verb.children):
        names = ("to",)
    if not names or is_passive(verb) or any(c.dep_ == "dobj" for c in verb.children):
        return
    if reality(verb) != REAL:
        return
    own = reader.acting(doer(verb))
    for target in (p for t in prepositional(verb, *names) for p in reader.backed(t, own)):
        for source in own:
            yield said_in_clause("aligned", source, target, verb)


_BACKING = words("""
    back support endorse second applaud champion defend echo repeat parrot share embrace bless
    welcome""")
_POSITIONS = words("""
    plan formula wording position stance demand call view line proposal bid cause stand request plea
    case appeal campaign objection protest claim candidacy rejection refusal decision entry
    accession membership application independence right effort resistance""")


def shares_position(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A endorsed B's plan"."""
    if reality(verb) != REAL:
        return
    for thing in things_of(verb):
        position = thing.lemma_.lower() in _POSITIONS
        if position or _is_deed(thing):
            for source in reader.acting(doer(verb)):
                for target in reader.whose(thing) or (_of(reader, thing) * position):
                    whose = target if target != source else told_before(reader, verb, source)
                    own = target == source and verb.lemma_ in _REPEATING
                    if whose and not own:
                        yield said_in_clause("aligned", source, whose, verb)


_REPEATING = words("repeat embrace defend")


def _is_deed(thing: Token) -> bool:
    """Whether a noun with an owner is what he does or is: "B's lawful activity", "its presence"."""
    return thing.lemma_.lower() in _DEEDS and any(c.dep_ in OWNING for c in thing.lefts)


_DEEDS = words("""
    activity presence action operation move step policy approach response conduct strategy stance
    blockade closure ban strike course handling version account reading interpretation campaign
    struggle fight aspiration ambition rule""")


def _of(reader: Reader, thing: Token) -> tuple[str, ...]:
    return tuple(p for t in prepositional(thing, "of", "by", "from") for p in reader.sides(t))


def in_its_favour(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "adopted a declaration in A's favour", "sailed in support of A"."""
    if noun.head.lower_ not in {"in", "to", "on"}:
        return
    verb = verb_above(noun)
    if verb is None or reality(verb) != REAL or verb.lemma_ in {"rule", "find", "decide"}:
        return
    whose = [*owners(reader.scene, noun)]
    for one in prepositional(noun, "of", "with", "for"):
        held = one.lemma_.lower() in _POSITIONS or _is_deed(one)
        whose += owners(reader.scene, one) if held else reader.target("aligned", one)
    judged = things_of(verb) if verb.lemma_ in _JUDGING else []
    by = [p for t in judged for p in owners(reader.scene, t)]  # "deplored C's declaration": C
    for source in by if judged else reader.acting(doer(verb)):
        for target in (each for each in whose if each != source):
            yield said_in_clause("aligned", source, target, verb)


_JUDGING = words("""
    deplore condemn denounce criticise criticize welcome reject regret dismiss protest oppose resent
    praise hail applaud note quote cite""")


def is_with(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The broadcasters are firmly with the league"."""
    if reality(verb) != REAL:
        return
    row = {t.lemma_.lower() for t in prepositional(verb, "in", "on", "over")} & _ROWS
    own = subject(verb)
    many = own is not None and (takes_side(own) or own.tag_ == "NNS")
    if own is not None and not many:  # "The mayor is with the company"
        third = any(reader.is_third(party) for party in reader.people(own))
        whom = [party for t in prepositional(verb, "with") for party in reader.sides(t)]
        many = third and bool(whom) and {*whom} <= {*reader.scene.pair}
    if row or many or any(c.lower_ in _FIRMLY for c in verb.subtree):
        for source in reader.acting(subject(verb)):
            for other in prepositional(verb, "with", "behind", *(["for"] if many else [])):
                for target in reader.target("aligned", other):
                    yield said_in_clause("aligned", source, target, verb)


_ROWS = words("row dispute quarrel feud standoff conflict matter issue point question")
_STAYING = words("be remain stay")
_FIRMLY = words("firmly squarely solidly fully foursquare wholly staunchly still")
_TIES = words("relation tie link relationship bond")
_WARM = words("warm close cordial friendly good excellent brotherly strong tight fraternal")


def warm_ties(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A's relations with B are warm", "close ties between A and B"."""
    warm = any(c.lower_ in _WARM for c in noun.children)
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ in {"be", "remain"} and reality(verb) == REAL:
        warm = warm or any(c.lower_ in _WARM for c in verb.children if c.dep_ == "acomp")
    if not warm:
        return
    sides = [*owners(reader.scene, noun)]
    with_whom = prepositional(noun, "with", "between", "to")
    if any(c.lower_ == "both" for t in with_whom for c in t.children):
        return  # "close ties to both capitals"
    sides += [p for t in with_whom for p in reader.sides(t)]
    if verb.lemma_ in {"have", "enjoy", "keep", "maintain"} and noun.dep_ == "dobj":
        sides = [*reader.sides(doer(verb)), *sides] if reality(verb) == REAL else []
    for one, two in pairwise(dict.fromkeys(sides)):
        yield said_in_phrase("aligned", one, two, noun)


def resolves_to_back(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The committee voted to back the union", "A has agreed to arm B"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    for inner in (c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ in _TO_BACK):
        if any(child.dep_ == "neg" for child in inner.children):
            continue
        for source in reader.acting(doer(verb)):
            for target in (p for t in things_of(inner) for p in reader.target("aligned", t)):
                yield said_in_clause("aligned", source, target, verb)


def resolves_to_stand(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A pledged to stand by B", "A has vowed to side with B"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    for inner in (c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ in _BY):
        for source in reader.acting(doer(verb)):
            for target in (p for t in prepositional(inner, "by", "with") for p in reader.sides(t)):
                yield said_in_clause("aligned", source, target, verb)


_CLOSER = words("move draw grow edge shift get inch drift gravitate")


def agrees(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "C agrees with B", of a third one and one of the two."""
    if reality(verb) != REAL or any(c.dep_ in {"dobj", "xcomp"} for c in verb.children):
        return
    if prepositional(verb, "to", "on"):
        return
    for source in filter(reader.is_third, reader.acting(doer(verb))):
        for target in (p for t in prepositional(verb, "with") for p in reader.sides(t)):
            if reader.is_side(target):
                yield said_in_clause("aligned", source, target, verb)


def draws_closer(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has moved closer to B"."""
    if reality(verb) != REAL:
        return
    near = [c for c in verb.children if c.lower_ in {"closer", "nearer"}]
    towards = [t for each in (verb, *near) for t in prepositional(each, "to")] if near else []
    for source in reader.acting(subject(verb)):
        for target in (p for t in towards for p in reader.sides(t) or reader.named_there(t)):
            yield said_in_clause("aligned", source, target, verb)


_FINDING = words("have find see keep acquire gain retain")


def has_friend(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A has an ally in B", "A found a friend in B"."""
    verb = noun.head
    if verb.lemma_ not in _FINDING or reality(verb) != REAL or "aligned" not in KIN[noun.lemma_]:
        return
    beside = [t for each in (noun, verb) for t in prepositional(each, "in")]
    for source in (p for t in beside for p in reader.named_there(t) or reader.mentioned(t)):
        for target in reader.acting(doer(verb)):
            yield said_in_clause("aligned", source, target, verb)


_RESOLVING = words(
    "vote decide agree choose pledge vow promise continue resolve swear undertake go"
)
_TO_BACK = words("back support join arm fund finance defend help assist endorse protect aid")

WAYS = (
    Way(resolves_to_back, lemmas=_RESOLVING),
    Way(resolves_to_stand, lemmas=_RESOLVING),
    Way(draws_closer, lemmas=_CLOSER),
    Way(agrees, lemmas=frozenset({"agree"})),
    Way(has_friend, lemmas=frozenset(KIN), places=frozenset({"dobj"})),
    Way(in_its_favour, words=FAVOURS, places=frozenset({"pobj"})),
    Way(is_with, lemmas=_STAYING),
    Way(goes_with, lemmas=_BY | _FOR | _OVER),
    Way(shares_position, lemmas=_BACKING),
    Way(warm_ties, lemmas=_TIES),
)
