"""Who goes between: "A's mediation", "A acts as go-between", "with A as guarantor"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners, parties, within
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.reader import (
    TALKS,
    Reader,
    Said,
    affirmed,
    said_in_clause,
    said_in_phrase,
)
from detente.reading.syntax import subject
from detente.reading.wording import words

_UNDER = frozenset({"chair", "mediation", "auspices", "aegis", "eye", "guidance", "chairmanship",
                    "supervision", "stewardship", "sponsorship", "umbrella"})  # fmt: skip
_GO_BETWEENS = frozenset(
    {"guarantor", "mediator", "go-between", "intermediary", "broker", "facilitator"}
)


def mediating(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A's mediation", "A acts as go-between", "A mediators", "with A as guarantor"."""
    word = noun.lemma_.lower()
    if word == "mediating" and noun.head.lemma_ == "be" and reality(noun.head) == REAL:
        for source in reader.sides(subject(noun.head)):
            yield said_in_clause("mediates", source, None, noun.head)
    if word == "mediation" and affirmed(noun):
        for source in owners(reader.scene, noun):
            yield said_in_phrase("mediates", source, None, noun)
    if word in _GO_BETWEENS or (noun.lower_ in _BETWEENS and _is_hyphened(noun)):
        yield from _go_between(reader, noun)
    if noun.lower_ in _UNDER and noun.head.dep_ == "prep":
        yield from _with_in_the_chair(reader, noun)


_BETWEENS = frozenset({"between", "betweens"})


def _is_hyphened(token: Token) -> bool:
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "go"


def _go_between(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A acts as a go-between", however the parser hangs the two halves of the word."""
    if noun.lower_ in _BETWEENS:
        verb = next(
            (a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"} and a.lemma_ != "go"), None
        )
        near = list(noun.doc[max(0, noun.i - 5) : noun.i])
        as_one = next((t for t in near if t.lower_ == "as"), None)
        before = as_one.nbor(-1) if as_one is not None and as_one.i else None
        if before is not None and before.pos_ in {"PROPN", "NOUN"}:  # "with A as a go-between"
            first = before.head if before.dep_ == "conj" else before
            for source in parties(reader.scene, first):
                yield said_in_phrase("mediates", source, None, before)
            return
        if verb is not None and as_one is not None and reality(verb) == REAL:
            for source in reader.sides(doer(verb)):
                yield said_in_clause("mediates", source, None, verb)
        return
    own = owners(reader.scene, noun) or tuple(
        p for t in prepositional(noun, "from", "of") for p in reader.sides(t)
    )
    if noun.dep_ != "pobj" or noun.head.lower_ != "as":
        for source in own:
            yield said_in_phrase("mediates", source, None, noun)
        if own:
            return
    beside = [noun.head] if noun.dep_ in {"appos", "compound", "nmod"} else []
    beside += [c for c in noun.children if c.dep_ == "appos"]
    for other in beside:  # "A, the mediator", "the mediator, A", "mediator A"
        for source in reader.named(other):
            yield said_in_phrase("mediates", source, None, other)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        yield from _as_mediator(reader, noun)


def _as_mediator(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A serves as mediator", "with A as guarantor", "they accepted A as mediator"."""
    verb = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if (
        verb is None
        or reality(verb) != REAL
        or verb.lemma_ in {"rule", "reject", "refuse", "oppose", "seek"}
    ):
        return
    before = noun.head.nbor(-1) if noun.head.i else noun
    named = parties(reader.scene, before) if before.pos_ in {"PROPN", "NOUN"} else ()
    acting = verb.lemma_ in {"act", "serve", "function", "work", "sit", "take", "appear", "sit_in"}
    for source in named or (reader.sides(doer(verb)) if acting else ()):
        yield said_in_clause("mediates", source, None, verb)


def _with_in_the_chair(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "with A and B in the chair", "under A's auspices"."""
    of = (p for t in prepositional(noun, "of") for p in reader.sides(t))
    for source in owners(reader.scene, noun) or (tuple(of) if noun.lower_ != "chair" else ()):
        yield said_in_phrase("mediates", source, None, noun)
    holder = noun.head.head
    while holder.dep_ == "conj":
        holder = holder.head
    if noun.lower_ == "chair" and holder.dep_ in {"pobj", "conj"}:
        for source in reader.sides(holder):
            yield said_in_phrase("mediates", source, None, holder)


_PEACE = words("""
    mediate arbitrate conciliate moderate facilitate broker intercede chair referee umpire""")
_OFFERING = words("offer propose volunteer agree try attempt seek endeavour strive work hope begin")
_OFFICES = words(
    "office offices mediation service services help venue premises facility facilities"
)


def offers(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A offered to mediate", "A offered its good offices": a third party's offer."""
    if verb.lemma_ not in _OFFERING or reality(verb) != REAL:
        return
    inner = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
    between = any(
        c.lemma_ in _PEACE or (c.lemma_ in {"host", "bring", "hold"} and _is_of_talks(reader, c))
        for c in inner
    )
    things = things_of(verb) if verb.lemma_ in {"offer", "propose"} else []
    offices = any(
        t.lemma_.lower() in _OFFICES
        and (t.lemma_ == "mediation" or any(c.lower_ in {"good", "its", "his"} for c in t.children))
        for t in things
    )
    if between or offices:
        yield from _thirds(reader, verb)


def _is_of_talks(reader: Reader, verb: Token) -> bool:
    things = things_of(verb)
    sides = {party for t in things for party in within(reader.scene, t)}
    return len(sides) > 1 or any(
        t.lemma_.lower() in TALKS or t.lower_ in _SIDES or t.lemma_ == "meeting" for t in things
    )


_SIDES = words("sides parties both camps neighbours two them clans factions rivals")


def _thirds(reader: Reader, verb: Token) -> Iterator[Said]:
    """Whoever does it, of those who are no side of the dispute."""
    for source in reader.acting(doer(verb)):
        if source not in reader.scene.pair:
            yield said_in_clause("mediates", source, None, verb)


def offered(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "accepted A's offer to mediate", "at A's invitation", "thanks to A's good offices"."""
    lemma = noun.lemma_.lower()
    if lemma == "offer":
        said = any(c.dep_ == "acl" and c.lemma_ in _PEACE for c in noun.children) or any(
            t.lemma_ == "mediation" for t in prepositional(noun, "of")
        )
    elif lemma == "office":
        said = any(c.lower_ == "good" for c in noun.children)
    else:
        said = lemma == "invitation" and noun.dep_ == "pobj" and noun.head.lower_ in {"at", "on"}
    if not said:
        return
    of = (p for t in prepositional(noun, "of", "from", "by") for p in reader.sides(t))
    for source in owners(reader.scene, noun) or tuple(of):
        if source not in reader.scene.pair:
            yield said_in_phrase("mediates", source, None, noun)


_LEADING = words(
    "lead steer run guide co-chair shepherd host organise organize convene sponsor hold"
)


def leads_talks(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is leading the talks", "A is holding talks with the two sides separately"."""
    if verb.lemma_ not in _LEADING or is_passive(verb) or reality(verb) != REAL:
        return
    talks = [t for t in things_of(verb) if t.lemma_.lower() in TALKS]
    if verb.lemma_ == "hold":
        apart = [t for t in (*talks, verb) for t in prepositional(t, "with")]
        talks = talks if any(_is_both(reader, t) for t in apart) else []
    if talks:
        yield from _thirds(reader, verb)


def _is_both(reader: Reader, token: Token) -> bool:
    return token.lower_ in _SIDES or {*reader.scene.pair} <= {*reader.sides(token)} != set()


_MEETING = words(
    "meet visit see consult sound receive shuttle talk speak walk go move ferry carry pass run relay"
)


def goes_between(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has met both sides", "A walks between the camps", "A spoke to each side in turn"."""
    if verb.lemma_ not in _MEETING or is_passive(verb) or reality(verb) != REAL:
        return
    between = prepositional(verb, "between")
    camps = any(t.lower_ in _SIDES for t in between)
    both = [*things_of(verb), *prepositional(verb, "with", "to")]
    apart = any(c.lower_ in {"separately", "turn", "apart"} for c in verb.subtree)
    papers = any(t.lemma_.lower() in _PAPERS for t in things_of(verb))
    if papers and (between or verb.lemma_ in {"carry", "ferry", "shuttle"}):
        camps = True  # "ferrying drafts between tent and tower"
    if camps or (apart and any(_is_both(reader, t) for t in both)):
        yield from _thirds(reader, verb)


_PAPERS = words("""
    draft message letter note proposal formula offer word text paper plan document term reply""")
_BRINGING = words(
    "bring walk coax lead get nudge draw lure cajole steer talk drag sit shepherd invite"
)


def brings_together(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is walking the two camps back to the table", "got them into his vestry"."""
    if verb.lemma_ not in _BRINGING or is_passive(verb) or reality(verb) != REAL:
        return
    whom = [t for t in things_of(verb) if _is_both(reader, t) or t.lower_ == "them"]
    whom += [t for t in things_of(verb) if len({*reader.sides(t)}) > 1]
    table = any(
        t.lemma_.lower() in TALKS | {"table", "room", "vestry", "agreement", "term"}
        for t in prepositional(verb, "to", "into", "at", "round", "around")
    )
    together = any(c.lower_ in {"together", "down"} for c in verb.children)
    if whom and (table or together):
        yield from _thirds(reader, verb)


_PROPOSING = words("propose float table suggest present offer submit circulate draft unveil hand")
_PUTTING = words("put bring set come")
_BRIDGES = words("compromise formula middle-way non-paper settlement truce bridging accommodation")
_PLANS = words("plan proposal solution idea roadmap package way draft text scheme blueprint")
_NEUTRAL = words("""
    mayor mayoress bishop archbishop archdeacon priest imam rabbi pastor vicar monk abbot pope
    patriarch ombudsman judge elder chief envoy arbitrator conciliator mediator facilitator
    professor king queen sheikh emir secretary-general commissioner prefect governor collector
    magistrate superintendent council commission forum union federation""")


def proposes(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The bishop floated a compromise", "A put forward a bridging proposal": a third one."""
    phrasal = verb.lemma_ in _PUTTING and any(
        c.lower_ in {"forward", "forth", "up", "out"} for c in verb.children
    )
    if not (phrasal or verb.lemma_ in _PROPOSING) or is_passive(verb) or reality(verb) != REAL:
        return
    things = [*things_of(verb), *prepositional(verb, "with")]
    bridge = any(t.lemma_.lower() in _BRIDGES for t in things) or any(
        c.lower_ in _BRIDGES for t in things for c in t.children
    )
    plan = any(t.lemma_.lower() in _PLANS for t in things)
    who = doer(verb)
    if who is None or not (bridge or (plan and _is_neutral(who))):
        return
    yield from _thirds(reader, verb)


def _is_neutral(who: Token) -> bool:
    near = [who, *(c for c in who.children if c.dep_ in {"appos", "compound", "amod", "nmod"})]
    return any(t.lemma_.lower() in _NEUTRAL for t in near)


WAYS = (mediating, offers, offered, leads_talks, goes_between, brings_together, proposes)
