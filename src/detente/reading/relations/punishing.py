"""Who punishes whom by a verb: puts under embargo, bars goods, shuts its doors, calls terrorist."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.cues import THINGS
from detente.reading.events.participants import owners, within
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.cues import MEASURES, STANDING
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import agent, subject, verb_above
from detente.reading.wording import words


def puts_under(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has B under embargo", "A keeps B's banks on its sanctions list"."""
    punished = any(
        token.lower_ == "blacklist"
        or any(kind == "sanctions" for kind, _ in STANDING.get(token.lemma_.lower(), ()))
        or (token.lower_ == "list" and any("anction" in c.text for c in token.children))
        for token in prepositional(verb, "under", "on", "to")
    )
    for source in reader.sides(doer(verb)) if punished and reality(verb) == REAL else ():
        for target in (p for thing in things_of(verb) for p in within(reader.scene, thing)):
            yield said_in_clause("sanctions", source, target, verb)


_PUTTING = words("have keep put place hold bring add")


def suffers(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "B faces A's tariffs", "exports from B are subject to an A embargo"."""
    verb = noun.head.head.head if noun.head.head.dep_ == "acomp" else noun.head.head
    if noun.dep_ == "dobj":
        verb = noun.head
    subject_to = noun.dep_ == "pobj" and verb.lemma_ == "be" and noun.head.head.lower_ == "subject"
    if not (subject_to or (noun.dep_ == "dobj" and verb.lemma_ in _SUFFERING)):
        return
    by = [p for t in prepositional(noun, "in", "from", "by", "of") for p in reader.named_there(t)]
    by = by or [p for t in prepositional(verb, "in", "from", "by") for p in reader.named_there(t)]
    for source in (owners(reader.scene, noun) or by) if reality(verb) == REAL else ():
        for target in within(reader.scene, subject(verb)):
            yield said_in_clause("sanctions", source, target, verb)


_SUFFERING = frozenset({"face", "suffer", "endure", "weather", "defy", "evade", "withstand",
                        "feel", "dodge", "circumvent"})  # fmt: skip


def stops_visas(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A suspended the granting of visas to citizens of B"."""
    if reality(verb) != REAL:
        return
    for thing in things_of(verb):
        inner = [thing, *prepositional(thing, "of")]
        if any(t.lemma_ == "visa" for t in inner):
            whom = [t for each in (verb, *inner) for t in prepositional(each, "to", "for")]
            for source in reader.sides(doer(verb)):
                for target in dict.fromkeys(p for t in whom for p in _nationals(reader, t)):
                    yield said_in_clause("sanctions", source, target, verb)


def _nationals(reader: Reader, token: Token) -> tuple[str, ...]:
    """As in "citizens of A", "A's nationals"."""
    of = tuple(p for t in prepositional(token, "of", "from") for p in reader.named_there(t))
    return within(reader.scene, token) or of


_STOPPING = words("suspend halt stop freeze end refuse deny")


def bars(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A barred B's salmon", "A froze the accounts of B": a sanction, told as an event."""
    if reality(verb) != REAL:
        return
    for source in reader.sides(doer(verb)):
        for thing in things_of(verb):
            traded = is_of(thing, _TRADE)
            goods = verb.lemma_ in _BARRING and is_of(thing, THINGS["GOODS"])
            money = verb.lemma_ in _BARRING and is_of(thing, THINGS["MONEY"])
            if traded or goods or money:
                whose = [thing, *prepositional(thing, *_TO_AND_FRO)] if traded else [thing]
                whose += prepositional(verb, *_TO_AND_FRO) if not goods else []
                paid = [subject(c) for c in thing.children if c.dep_ == "relcl" and traded]
                found = [p for t in whose for p in within(reader.scene, t)]
                found += [p for t in paid for p in reader.sides(t)]
                for target in dict.fromkeys(found):
                    yield said_in_clause("sanctions", source, target, verb)


_TO_AND_FRO = ("to", "from", "with", "for", "of", "by")


_TRADE = words("""
    sale export import trade shipment supply transfer purchase visa travel investment loan
    overflight""")


_BARRING = words("bar ban freeze embargo block outlaw restrict prohibit")


_HALTING = words("halt suspend sever stop withhold cut forbid blacklist")


def brands(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is listed as terrorist by B", "B designated A a terrorist group"."""
    if reality(verb) != REAL or not any(t.lower_.startswith("terrorist") for t in verb.subtree):
        return
    for source in reader.sides(doer(verb)):
        for target in (p for t in things_of(verb) for p in reader.sides(t)):
            yield said_in_clause("sanctions", source, target, verb)


def shuts_out(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "The union suspended A", "A was expelled by the league": a member, or whoever plays."""
    if reality(verb) != REAL or any(c.lower_ in {"once", "briefly"} for c in verb.children):
        return
    for source in reader.sides(doer(verb)):
        actor = reader.scene.by_id.get(source)
        if actor is None or actor.type not in {"organisation", "alliance"}:
            continue
        for thing in things_of(verb):
            for target in reader.sides(thing) if thing.pos_ == "PROPN" else ():
                yield said_in_clause("sanctions", source, target, verb)


_SHUTTING_OUT = words("suspend expel exclude disqualify")
_BRANDING = words("list designate proscribe outlaw blacklist classify")


def stops_trading(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A stopped buying B's gas", "A no longer lets in B's lorries"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    for inner in (c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ in _TRADING):
        whose = [*things_of(inner), *prepositional(inner, "from", "to", "with")]
        for source in reader.sides(doer(verb)):
            for target in dict.fromkeys(p for t in whose for p in within(reader.scene, t)):
                yield said_in_clause("sanctions", source, target, verb)


_CEASING = words("stop cease quit halt suspend discontinue")
_TRADING = words("buy import purchase sell export trade accept")


def kept_out(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "B's lorries have been barred from A's roads": by A, whose roads they are."""
    if not is_passive(verb) or reality(verb) != REAL or agent(verb) is not None:
        return
    for source in (p for t in prepositional(verb, "from") for p in owners(reader.scene, t)):
        for target in within(reader.scene, subject(verb)):
            yield said_in_clause("sanctions", source, target, verb)


def withdraws_favours(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A withdrew B's trade preferences", "A halted all flights to B", "froze B's assets"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    worth = [c for c in verb.children if c.dep_ == "ccomp" and c.lower_ == "worth"]
    for thing in (*things_of(verb), *(t for c in worth for t in [subject(c)] if t is not None)):
        if not (is_of(thing, _FAVOURS) or (verb.lemma_ in _FREEZING and is_of(thing, _HOLDINGS))):
            continue
        whose = [thing, *prepositional(thing, *_TO_AND_FRO), *prepositional(verb, "to", "from")]
        given = (c for c in thing.children if c.dep_ == "relcl")
        whose += [t for c in given for t in c.children if t.dep_ in {"dative", "dobj"}]
        for source in reader.sides(doer(verb)):
            found = dict.fromkeys(p for t in whose for p in within(reader.scene, t))
            for target in found or _in_reply(reader, verb, source):
                yield said_in_clause("sanctions", source, target, verb)


def _in_reply(reader: Reader, verb: Token, source: str) -> tuple[str, ...]:
    """Of "A froze eleven officers' accounts in reply" the other of the two."""
    replies = any(t.lemma_.lower() in _REPLIES for t in prepositional(verb, "in"))
    return reader.other(source) if replies else ()


_REPLIES = words("reply response return retaliation answer")
_WITHDRAWING = words("""
    withdraw revoke suspend halt stop cancel end scrap rescind cut freeze seize block ground
    impound confiscate withhold""")
_FAVOURS = words("""
    preference privilege flight quota waiver exemption scholarship export import visa""")
_FREEZING = words("freeze block seize impound confiscate")
_HOLDINGS = words("asset account holding fund property reserve money deposit")


_RETURNING = words("bring reimpose restore reinstate trigger revive reactivate reintroduce")


def brings_back(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A and C brought back the sanctions on B", "reimposed UN sanctions on B": by A."""
    verb = verb_above(noun)
    if verb is None or verb.lemma_ not in _RETURNING or reality(verb) != REAL:
        return
    back = verb.lemma_ != "bring" or any(c.lower_ == "back" for c in verb.children)
    if not back or is_passive(verb) or noun not in things_of(verb):
        return
    on = [t for each in (noun, verb) for t in prepositional(each, "on", "against", "upon")]
    targets = dict.fromkeys(p for t in on for p in within(reader.scene, t))
    sources = reader.sides(doer(verb))
    for source in sources:
        for target in targets:
            if target not in sources:
                yield said_in_clause("sanctions", source, target, verb)


WAYS = (
    Way(brings_back, lemmas=words("sanction sanctions embargo")),
    Way(shuts_out, lemmas=_SHUTTING_OUT),
    Way(stops_trading, lemmas=_CEASING),
    Way(kept_out, lemmas=frozenset({"bar", "ban", "exclude", "banish"})),
    Way(withdraws_favours, lemmas=_WITHDRAWING),
    Way(brands, lemmas=_BRANDING),
    Way(stops_visas, lemmas=_STOPPING),
    Way(bars, lemmas=_BARRING | _HALTING),
    Way(suffers, lemmas=MEASURES),
    Way(puts_under, lemmas=_PUTTING),
)
