"""Who goes between by what he does: offers, leads the talks, carries papers, meets both."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import within
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.relations.mediators import PEACE
from detente.reading.relations.neutral import is_over_sides
from detente.reading.relations.reader import TALKS, Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject
from detente.reading.wording import words

_OFFERING = words("offer propose volunteer agree try attempt seek endeavour strive work hope begin")

_BETWEENS = words("""
    guarantor mediator go-between between intermediary broker facilitator arbiter arbitrator referee
    conciliator witness""")
_OFFICES = words(
    "office offices mediation service services help venue premises facility facilities"
)


def offers(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A offered to mediate", "A offered its good offices": a third party's offer."""
    if reality(verb) != REAL:
        return
    inner = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
    between = any(
        c.lemma_ in PEACE
        or (c.lemma_ in {"host", "bring", "hold"} and _is_of_talks(reader, c))
        or (c.lemma_ in _LENDING and any(t.lemma_.lower() in _EXPERTS for t in things_of(c)))
        for c in inner
    )
    things = things_of(verb) if verb.lemma_ in {"offer", "propose"} else []
    talks = [t for t in prepositional(verb, "to") if t.lemma_.lower() in TALKS]
    between = between or any(c.lemma_ in PEACE | {"host"} for t in talks for c in t.children)
    things += prepositional(verb, "as") if things else []
    between = between or any(
        t.lemma_.lower() in _BETWEENS
        for c in inner
        if c.lemma_ in {"act", "serve", "stand", "sit"}
        for t in prepositional(c, "as", "in")
    )
    offices = any(
        t.lemma_.lower() in _OFFICES
        and (
            t.lemma_ in {"mediation", "venue"}
            or any(c.lower_ in {"good", "its", "his", "her"} for c in t.children)
            or (t.lemma_ == "service" and any(c.lower_ == "of" for c in t.children))
        )
        for t in things
    )
    if between or offices:
        yield from thirds(reader, verb)


_LENDING = words("send provide lend second supply")
_EXPERTS = words("""
    surveyor hydrographer hydrologist cartographer geologist engineer expert observer monitor
    facilitator mediator arbitrator envoy negotiator auditor""")


def is_ready(reader: Reader, word: Token) -> Iterator[Said]:
    """As in "A is ready to receive both delegations", "A would be glad to host talks"."""
    verb = word.head
    if word.dep_ != "acomp" or any(c.dep_ == "neg" for c in verb.children):
        return
    for inner in (c for c in word.children if c.dep_ == "xcomp"):
        things = things_of(inner)
        hosts = inner.lemma_ in {"host", "receive", "hear"} and any(
            is_both(reader, t) for t in things
        )
        talks = inner.lemma_ == "host" and any(_is_talks(t) for t in things)
        if hosts or talks:
            yield from thirds(reader, verb)


def _is_talks(thing: Token) -> bool:
    return thing.lemma_.lower() in TALKS | {"meeting", "round", "conference"}


def tries_its_hand(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A tried its hand in 2020", "A has tried its luck at mediation": a third one."""
    verb = noun.head
    if verb.lemma_ == "try" and noun.dep_ == "dobj" and reality(verb) == REAL:
        owned = any(c.dep_ == "poss" for c in noun.children)
        yield from thirds(reader, verb) if owned else ()


def _is_of_talks(reader: Reader, verb: Token) -> bool:
    things = things_of(verb)
    sides = {party for t in things for party in within(reader.scene, t)}
    return len(sides) > 1 or any(
        t.lemma_.lower() in TALKS or t.lower_ in _SIDES or t.lemma_ == "meeting" for t in things
    )


_ANY_SIDES = words("""
    man woman leader chief president minister country nation government capital company firm union
    village town family bishop team club parish tribe clan army commander""")
_SIDES = words("sides parties both camps neighbours two them clans factions rivals")


def thirds(reader: Reader, verb: Token) -> Iterator[Said]:
    """Whoever does it, of those who are no side of the dispute."""
    named = {party for token in verb.subtree for party in reader.sides(token)}
    who = _doer(verb)
    for source in reader.people(who):
        others = named - {source, *reader.acting(who)}
        if len(others) > 1 or reader.is_third(source) or is_over_sides(who):
            yield said_in_clause("mediates", source, None, verb)


def _doer(verb: Token) -> Token | None:
    """Also of "The ombudsman, A, offered to …", the verb taken for a participle."""
    return doer(verb) or (verb.head if verb.dep_ == "acl" and verb.nbor(-1).text == "," else None)


_LEADING = words(
    "lead steer run guide co-chair shepherd host organise organize convene sponsor hold"
)

_OPENING = words("open launch start begin arrange")


def leads_talks(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is leading the talks", "A is holding talks with the two sides separately"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    talks = [t for t in things_of(verb) if t.lemma_.lower() in TALKS | {"mediation"}]
    if verb.lemma_ == "hold":
        apart = [t for t in (*talks, verb) for t in prepositional(t, "with")]
        talks = talks if any(is_both(reader, t) for t in apart) else []
    if verb.lemma_ in _OPENING:
        talks = [t for t in talks if any(is_both(reader, s) for s in prepositional(t, "between"))]
    if talks:
        yield from thirds(reader, verb)


def is_both(reader: Reader, token: Token) -> bool:
    """As in "both camps", "the two of them", or the two of the dispute by name."""
    two = token.lemma_.lower() in _ANY_SIDES
    if two and any(c.lower_ in {"two", "rival", "opposing"} for c in token.children):
        return True
    if token.tag_ == "NNS" and any(c.lower_ in {"both", "either", "each"} for c in token.children):
        return True
    return token.lower_ in _SIDES or {*reader.scene.pair} <= {*reader.sides(token)} != set()


_MEETING = words("""
    meet visit see consult sound receive shuttle talk speak walk go move ferry carry pass run
    relay write fly travel drive sail return cross ring phone telephone contact""")


def goes_between(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has met both sides", "A walks between the camps", "A spoke to each side in turn"."""
    if is_passive(verb) or not _is_under_way(verb):
        return
    between = prepositional(verb, "between")
    camps = any(t.lower_ in _SIDES for t in between)
    both = [*things_of(verb), *prepositional(verb, "with", "to")]
    apart = any(c.lower_ in {"separately", "turn", "apart"} for c in verb.subtree)
    papers = any(t.lemma_.lower() in _PAPERS for t in things_of(verb))
    if papers and (between or verb.lemma_ in {"carry", "ferry", "shuttle"}):
        camps = True  # "ferrying drafts between tent and tower"
    met = [t for t in both if is_both(reader, t)]
    camps = camps or (verb.lemma_ in _GOING and any(t.lemma_ in _SEATS for t in met))
    if camps or (met and (apart or verb.lemma_ in _SEEING)):
        yield from thirds(reader, verb)


_GOING = words("fly travel go come drive sail return cross")
_SEATS = words("capital village town camp city headquarters")


def _is_under_way(verb: Token) -> bool:
    """Whether it is done, or tried: "has been trying to bring the two together"."""
    if reality(verb) == REAL:
        return True
    above = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VB" and reality(above) == REAL:
        return any(c.lower_ == "to" for c in verb.children)  # "has set up a panel to bring both …"
    tried = verb.dep_ == "xcomp" and above.lemma_ in _TRYING
    return tried and (reality(above) == REAL or _is_under_way(above))


_TRYING = words("try attempt seek strive work struggle endeavour manage continue help begin start")
_SEEING = words("""
    meet visit see consult sound receive shuttle write ring phone telephone contact""")

_PAPERS = words("""
    draft message letter note proposal formula offer word text paper plan document term reply""")

PLANS = nouns("plans") | words("way schedule rota terms")

_PERSUADING = words("get persuade convince coax induce cajole talk bring")
_BRINGING = _PERSUADING | words("walk lead nudge draw lure steer drag sit shepherd invite")


def brings_together(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is walking the two camps back to the table", "got them into his vestry"."""
    if is_passive(verb) or not _is_under_way(verb):
        return
    whom = [t for t in things_of(verb) if is_both(reader, t) or t.lower_ == "them"]
    if verb.lemma_ in _PERSUADING:
        inner = (c for c in verb.children if c.dep_ == "ccomp")
        whom += [t for c in inner for t in [subject(c)] if t is not None and is_both(reader, t)]
    whom += [t for t in things_of(verb) if len({*reader.sides(t)}) > 1]
    table = any(
        t.lemma_.lower() in TALKS | {"table", "room", "vestry", "agreement", "term"}
        for t in prepositional(verb, "to", "into", "at", "round", "around")
    )
    together = any(c.lower_ in {"together", "down"} for c in verb.children)
    together = together or (  # "persuaded both to sign"
        verb.lemma_ in _PERSUADING and any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    )
    if whom and (table or together):
        yield from thirds(reader, verb)


def deals_with_both(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has offered both sides a date", "A asked to see both parties"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    inner = [c for c in verb.children if c.dep_ == "xcomp"]
    for each in (verb, *inner) if verb.lemma_ not in _SPEAKING else (verb,):
        called = each.lemma_ == "ask" and prepositional(each, "to", "into") and not inner
        if each.lemma_ not in _OFFERED | _SPEAKING and not _puts(each) and not called:
            continue
        whom = [c for c in each.children if c.dep_ in {"dative", "dobj"}]
        whom += prepositional(each, "with", "to")
        whom += [t for h in whom if h.lemma_ in TALKS for t in prepositional(h, "with")]
        if any(are_sides(reader, t) for t in whom):
            for source in reader.people(_doer(verb)):  # none of both, be he a side elsewhere
                yield said_in_clause("mediates", source, None, verb)
            return


def are_sides(reader: Reader, token: Token) -> bool:
    """As in "both sides", "the two men": it is said that there are two."""
    two = any(c.lower_ in {"both", "two", "rival", "each", "either"} for c in token.children)
    if any(c.dep_ == "relcl" for c in token.children):
        return False  # "each family that returns"
    if token.lower_ == "both" or (token.lower_ in _COUNTED and token.left_edge.lower_ in _ALL):
        return is_both(reader, token)
    return two and token.lower_ not in _SIDES - {"sides", "parties"} and is_both(reader, token)


_COUNTED = frozenset({"two", "three", "four"})
_ALL = frozenset({"the", "all"})


def _puts(verb: Token) -> bool:
    """As in "put it to both", "put the plan to the two men"."""
    return verb.lemma_ == "put" and any(
        t.lower_ in {"it", "this", "that"} or t.lemma_.lower() in PLANS | _PAPERS
        for t in things_of(verb)
    )


_OFFERED = words("offer see meet receive invite summon give host visit hear sound consult hold")
_SPEAKING = words("talk speak liaise confer consult shuttle listen")


WAYS = (
    Way(deals_with_both, lemmas=_OFFERED | _SPEAKING | words("ask want agree plan put")),
    Way(offers, lemmas=_OFFERING),
    Way(is_ready, lemmas=words("ready willing prepared glad happy"), places=frozenset({"acomp"})),
    Way(tries_its_hand, lemmas=words("hand luck"), places=frozenset({"dobj"})),
    Way(leads_talks, lemmas=_LEADING | _OPENING),
    Way(goes_between, lemmas=_MEETING),
    Way(brings_together, lemmas=_BRINGING),
)
