"""Who goes between by a verb or a noun of it, however far from it his name stands.

"Flew in to try to reconcile them", "a panel chaired by A", "mediation by A", "talks, hosted by A".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import conjoined, doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners, within
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.affirming import affirmed
from detente.reading.relations.between import is_both
from detente.reading.relations.neutral import is_over_sides
from detente.reading.relations.reader import TALKS, Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.verbs import JOINT
from detente.reading.relations.ways import Way
from detente.reading.syntax import agent, subject
from detente.reading.wording import words

_SURE = words("mediate arbitrate conciliate reconcile intercede")
_LED = words("""
    broker host chair facilitate convene moderate oversee sponsor arrange steer lead guide umpire
    referee organise organize preside supervise shepherd initiate midwife""")
_HELPED = words("negotiate draft conclude reach settle end agree draw hammer")
_BROKERING = words("broker facilitate arrange negotiate midwife convene host")
_FORUMS = words("""
    panel forum conference round session meeting roundtable process summit hearing group team
    effort mission commission committee format mechanism track channel dialogue platform council""")
_ABOUT_SIDES = words("between mediation mediate compromise reconcile arbitration ground")
_UNWILLING = words("refuse decline reject oppose unable unwilling call urge ask invite press want")
_CHAIN = 6  # verbs and nouns from a verb of going between to who does it


def makes_peace(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A flew to B to try to reconcile C and D", "talks resumed, hosted by A"."""
    if not _is_between(reader, verb):
        return
    who, root = _doer(verb)
    if who is None:
        return
    parts = {p for t in (*things_of(verb), *prepositional(verb, "between")) for p in within(
        reader.scene, t)}  # fmt: skip
    for source in _people(reader, who):
        others = parts - {source, *reader.acting(who)}
        apart = len(others) > 1 or _is_of_two(verb) or is_over_sides(who)
        if source not in parts and (apart or reader.is_third(source)):
            yield said_in_clause("mediates", source, None, root)


def _is_of_two(token: Token) -> bool:
    """As in "between the rebels and the government"."""
    return any(len(list(conjoined(t))) > 1 for t in prepositional(token, "between"))


def _people(reader: Reader, who: Token) -> tuple[str, ...]:
    return reader.people(who) or reader.mentioned(who)


def _is_between(reader: Reader, verb: Token) -> bool:
    """Whether the verb tells of going between: by itself, or by what it is done to."""
    lemma = verb.lemma_
    if lemma in _SURE:
        return True
    things = [*things_of(verb), *prepositional(verb, "over")]
    if _is_participle(verb):
        above = verb.head if verb.dep_ == "acl" else subject(verb)
        things = [above] if above is not None else []
        if verb.dep_ == "advcl" and verb.head.lemma_ in JOINT and lemma in _BROKERING:
            return True
    if lemma in _HELPED:
        helped = verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ == "help"
        return helped and any(t.lemma_.lower() in TALKS for t in things)
    if any(is_both(reader, t) for t in prepositional(verb, "between")):
        return True
    led = [t.lemma_.lower() for t in things]
    led += [t.lemma_.lower() for t in _joint_before(verb)] if _is_participle(verb) else []
    if any(lemma_ in TALKS or lemma_ == "mediation" for lemma_ in led):
        return True
    forums = [t for t in things if t.lemma_.lower() in _FORUMS and not _is_of_one_side(t)]
    return bool(forums) and _tells_of_both(reader, verb)


def _is_of_one_side(team: Token) -> bool:
    """As "the legal team", "its negotiating group": those of one of the two."""
    return any(c.dep_ == "poss" or c.lower_ in _OF_ONE_SIDE for c in team.lefts)


_OF_ONE_SIDE = words("legal negotiating bargaining defence defense national technical union")


def _joint_before(verb: Token) -> list[Token]:
    """Of "signed a ceasefire in the hall of the mission, brokered by A": the ceasefire."""
    if verb.lemma_ not in _BROKERING or verb.dep_ != "acl" or not verb.i:
        return []
    above = next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    comma = verb.nbor(-1).text == ","
    return list(things_of(above)) if above is not None and comma and above.i < verb.i else []


def _tells_of_both(reader: Reader, verb: Token) -> bool:
    """Whether the sentence names the two sides, or says that there are two."""
    if any(t.lower_ in _ABOUT_SIDES for t in verb.sent):
        return True
    pair = {*reader.scene.pair}
    return len(pair) > 1 and pair <= {*reader.scene.denoted(verb.sent.start, verb.sent.end)}


def _doer(verb: Token) -> tuple[Token | None, Token]:
    """Who does it, and the verb that tells so; nobody, where it is refused, asked or denied."""
    if _is_participle(verb):
        return agent(verb), verb
    if is_passive(verb):
        return (doer(verb), verb) if reality(verb) != NEGATED else (None, verb)
    top = verb
    for _ in range(_CHAIN):
        if top is not verb and (top.pos_ == "ADJ" or top.lemma_.lower() in _UNWILLING):
            return None, verb
        if top.dep_ not in {"xcomp", "advcl", "acl", "pcomp", "ccomp"} or not _is_open(top):
            break
        if top.dep_ == "acl":
            return _of_attempt(top.head), verb
        top = top.head
        if top.dep_ == "prep":
            top = top.head
    if reality(top) == NEGATED or any(c.dep_ == "neg" for c in verb.children):
        return None, verb
    return _that_it_took(top) or subject(verb), top


def _that_it_took(verb: Token) -> Token | None:
    """As in "it took A to broker a truce"."""
    it = subject(verb) if verb.lemma_ == "take" else None
    return next(iter(things_of(verb)), None) if it is not None and it.lower_ == "it" else None


def _is_participle(verb: Token) -> bool:
    """As in "talks chaired by A", also where the parser takes it for the sentence's verb."""
    if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    return verb.dep_ in {"acl", "advcl"} or (verb.dep_ == "ROOT" and agent(verb) is not None)


def _is_open(verb: Token) -> bool:
    """An infinitive or a gerund: who does it is said above."""
    return verb.tag_ in {"VB", "VBG"} and not any(c.dep_ == "nsubj" for c in verb.children)


def _of_attempt(noun: Token) -> Token | None:
    """As in "A's attempt to mediate", "A made an offer to mediate"."""
    own = next((c for c in noun.children if c.dep_ == "poss"), None)
    by = next(iter(prepositional(noun, "by", "of", "from")), None)
    if own is not None or by is not None:
        return own or by
    above = noun.head
    if above.pos_ == "VERB" and noun.dep_ == "dobj" and above.lemma_ in _MAKING:
        return subject(above)
    return None


_MAKING = words("make launch begin renew resume undertake mount lead offer continue start repeat")


def by_mediation(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "mediation by A", "an offer of mediation from A", "A's mediation efforts"."""
    if not affirmed(noun):
        return
    above = noun.head if noun.dep_ == "compound" else None
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        above = noun.head.head
    for each in (noun, above) if above is not None and above.pos_ == "NOUN" else (noun,):
        named = [p for t in prepositional(each, "by", "from", "of") for p in _people(reader, t)]
        for source in owners(reader.scene, each) or tuple(named):
            if _is_of_two(noun) or not reader.is_side(source):
                yield said_in_phrase("mediates", source, None, each)


def is_the_mediator(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "The go-between is a priest, A", "A has been one of the main go-betweens"."""
    each = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    verb = each.head
    real = reality(verb)
    if each.dep_ not in {"nsubj", "attr"} or verb.lemma_ != "be" or real == NEGATED:
        return
    if each is not noun and each.lower_ not in {"one", "first", "last", "chief"}:
        return
    if each.dep_ == "attr":
        who = subject(verb)
        for source in reader.acting(who) if who is not None and real == REAL else ():
            if not reader.is_side(source):
                yield said_in_clause("mediates", source, None, verb)
        return
    told = [c for c in verb.children if c.dep_ == "attr"]
    told += [a for t in told for a in t.children if a.dep_ == "appos"]
    for other in told:
        for source in reader.named(other):
            yield said_in_clause("mediates", source, None, verb)


_NAMES = words("mediator go-between intermediary arbitrator conciliator facilitator between")

WAYS = (
    Way(makes_peace, lemmas=_SURE | _LED | _HELPED),
    Way(by_mediation, lemmas=frozenset({"mediation", "arbitration", "conciliation"})),
    Way(is_the_mediator, lemmas=_NAMES, places=frozenset({"nsubj", "attr", "pobj"})),
)
