"""What one does in answer, or has done: "responded with a ban", "followed suit"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.reading.arguments import doer, is_passive, object_of, prepositional, things_of
from detente.reading.events.clauses import Dated, clause, date_of
from detente.reading.events.cues import NOUN_CUES, THINGS, VERB_OF
from detente.reading.events.frames import cue_of, is_known
from detente.reading.events.nouns import kind_of
from detente.reading.events.participants import once, parties, within
from detente.reading.events.people import around, owning, who
from detente.reading.events.told import Told
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.negation import negative
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.wording import words

_ANSWERING = words("""
    respond answer retaliate reply react follow counter hit strike come open begin start punish
    weigh step move intervene""")
_FORBIDDING = words(
    "ban prohibition embargo boycott tariff duty levy freeze sanction curb "
    "restriction fine penalty surcharge licensing quota moratorium counter-tariff"
)
_SHUTTING = words(
    "closure blockade eviction lockout arrest raid deployment expulsion notice "
    "filing summons ultimatum barricade roadblock"
)
_ORDERING = words("order injunction decree writ ruling resolution veto edict verdict proclamation")


def by_answer(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """As in "A responded with a wave of eviction notices", "B followed with a ban on fruit"."""
    for verb in sentence:
        if verb.lemma_ not in _ANSWERING or verb.pos_ != "VERB" or reality(verb) != REAL:
            continue
        for noun in prepositional(verb, "with", "by", "in"):
            kind = _kind(noun)
            if kind is not None:
                yield from _told(scene, verb, kind, dated, [noun])
                break


def _is_on_goods(charge: Token) -> bool:
    return any(is_of(t, THINGS["GOODS"]) for t in prepositional(charge, "on"))


def _kind(noun: Token) -> str | None:
    inner = [noun, *prepositional(noun, "of", "for")]
    inner += [c for t in inner for c in t.children if c.dep_ == "compound"]
    for each in inner:
        if is_of(each, _FORBIDDING) or (each.lemma_ == "charge" and _is_on_goods(each)):
            return "sanction"
        if is_of(each, _SHUTTING):
            return "coerce"
        if is_of(each, _ORDERING):
            return "decide"
        found = next(
            (k for k, things in NOUN_CUES.get(each.lemma_.lower(), ()) if not things), None
        )
        if found:
            return found
    return None


def _told(
    scene: Scene, verb: Token, kind: str, dated: Dated, things: Sequence[Token]
) -> Iterator[Told]:
    first, last = clause(verb)
    by = doer(verb)
    actor = parties(scene, by) or owning(scene, by)
    target = once(p for t in things for p in within(scene, t))
    target = tuple(p for p in target if p not in actor)
    if not (actor or target):
        target = around(scene, verb, kind)
    if actor or target:
        yield Told(kind, verb, first, last, actor, target, date_of(verb, first, last, dated))


_REPLY = words("reply answer response retort riposte retaliation reaction")


def by_reply(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """As in "Its first reply was to stop issuing visas": what was done by way of a reply."""
    for verb in sentence:
        reply = subject(verb) if verb.lower_ in {"was", "were"} else None
        actor = owning(scene, reply) if is_of(reply, _REPLY) else ()
        for inner in verb.children if actor else ():
            cue = cue_of(inner, scene) if inner.dep_ == "xcomp" and is_known(inner) else None
            if cue is None or inner.tag_ != "VB" or cue.kind in _TALKED:
                continue
            first, last = clause(verb)
            target = tuple(p for p in who(scene, inner, cue.kind)[1] if p not in actor)
            date = date_of(verb, first, last, dated)
            yield Told(cue.kind, inner, first, last, actor, target, date)


_TALKED = frozenset({"negotiate", "mediate", "no_agreement"})

_IN_KIND = (
    ("follow", words("suit")), ("join", words("in them")),
    ("return", words("compliment favour favor")),
    ("reciprocate", words("")), ("do", words("same likewise")), ("respond", words("kind")),
    ("repay", words("compliment kind")), ("answer", words("kind")), ("reply", words("kind")),
    ("retaliate", words("kind")), ("mirror", words("move step measure")),
)  # fmt: skip


def in_kind(scene: Scene, sentence: Span, dated: Dated, before: Told | None) -> Iterator[Told]:
    """As in "India returned the compliment", "Norland followed suit": what the other just did."""
    if before is None or before.kind not in _MEASURES:
        return
    for verb in sentence:
        named = next((things for lemma, things in _IN_KIND if lemma == verb.lemma_), None)
        if named is None or verb.tag_ not in {"VBD", "VBN"} or reality(verb) != REAL:
            continue
        said = {t.lower_ for t in verb.subtree}
        if named and not said & named:
            continue
        actor = parties(scene, doer(verb))
        if actor:
            first, last = clause(verb)
            target = tuple(p for p in (*before.actor, *before.target) if p not in actor)
            date = date_of(verb, first, last, dated)
            yield Told(before.kind, verb, first, last, actor, target, date)


_MEASURES = frozenset({"sanction", "coerce", "halt", "withdraw", "strike", "decide"})
_DONE = frozenset({"coerce", "sanction", "withdraw", "halt", "other"})


def by_order(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """As in "The rector directed the bursary to stop the pay": whose order it was, did it."""
    for verb in sentence:
        if verb.lemma_ not in {"order", "direct", "instruct", "command"} or is_passive(verb):
            continue
        if verb.pos_ != "VERB" or reality(verb) != REAL or is_of(doer(verb), THINGS["JUDGES"]):
            continue
        actor = parties(scene, doer(verb)) or owning(scene, doer(verb))
        for inner in verb.children:
            done_to = inner.tag_ == "VBN" and any(c.lower_ == "be" for c in inner.children)
            if inner.dep_ not in {"xcomp", "ccomp"} or not (inner.tag_ == "VB" or done_to):
                continue
            cue = cue_of(inner, scene) if is_known(inner) else None
            if cue is None or cue.kind not in _DONE or not actor:
                continue
            ordered = {*within(scene, object_of(verb))}
            target = tuple(p for p in who(scene, inner, cue.kind)[1] if p not in actor)
            first, last = clause(verb)
            date = date_of(verb, first, last, dated) or date_of(inner, *clause(inner), dated)
            yield Told(
                cue.kind, inner, first, last, actor, target or tuple(ordered - {*actor}), date
            )


def _is_at_an_end(verb: Token) -> bool:
    """As in "that the contract was void", "that the treaty was at an end"."""
    over = any(c.dep_ == "acomp" and c.lower_ in _VOID for c in verb.children)
    over = over or any(t.lemma_ == "end" for t in prepositional(verb, "at"))
    return verb.lemma_ == "be" and over and is_of(subject(verb), THINGS["DEAL"])


_VOID = words("void null over invalid dead terminated finished cancelled unenforceable")
_MAKING_KNOWN = words("announce declare inform notify decree proclaim tell")


def by_announcement(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """As in "On 30 January the county announced that eleven libraries would shut": decided then."""
    for verb in sentence if dated else ():
        if verb.lemma_ not in _MAKING_KNOWN or verb.pos_ != "VERB" or reality(verb) != REAL:
            continue
        first, last = clause(verb)
        date = date_of(verb, first, last, dated)
        actor = parties(scene, doer(verb)) or owning(scene, doer(verb))
        for inner in verb.children:
            if inner.dep_ != "ccomp" or inner.i < verb.i or not is_known(inner):
                continue
            if _is_at_an_end(inner) and date and actor:
                target = tuple(p for p in within(scene, object_of(verb)) if p not in actor)
                yield Told("decide", verb, first, last, actor, target, date)
                continue
            ahead = any(c.lower_ in {"would", "will", "were", "was"} for c in inner.children)
            cue = cue_of(inner, scene) if ahead and date and actor else None
            if cue is not None and cue.kind in _MEASURES and not negative(inner):
                target = tuple(p for p in who(scene, inner, cue.kind)[1] if p not in actor)
                yield Told(cue.kind, verb, first, last, actor, target, date)


_SIGNING = words("sign conclude broker adopt reach agree negotiate ratify initial seal draft draw")


def by_participle(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """As in "Signed aboard a ship in March 2019, it gave A the fish": that it was signed."""
    for verb in sentence:
        if verb.tag_ != "VBN" or verb.dep_ != "advcl" or verb.lemma_ not in _SIGNING:
            continue
        main = verb.head
        thing = subject(main)
        if verb.i > main.i or verb.left_edge.i > sentence.start + 1 or thing is None:
            continue
        if thing.lower_ == "it" or is_of(thing, THINGS["DEAL"]):
            _, last = clause(main)
            date = date_of(verb, *clause(verb), dated)
            yield Told(
                "agree", verb, verb.left_edge.i, last, (), around(scene, main, "agree"), date
            )


def there_was(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """As in "There have been four rounds of talks since May", "Last month saw a demonstration"."""
    said = {token.head.i for token in sentence if token.dep_ == "expl"}
    for verb in sentence:
        there = verb.i in said
        if not (there or verb.lemma_ in {"see", "bring", "witness"}) or reality(verb) != REAL:
            continue
        if there and not any(c.tag_ in {"VBD", "VBN"} for c in (verb, *verb.children)):
            continue
        first, last = clause(verb)
        date = date_of(verb, first, last, dated)
        when = doer(verb)
        if not there and (when is None or when.lemma_.lower() not in _TIMES):
            continue
        nouns = [c for c in verb.children if c.dep_ in {"attr", "dobj"}] or things_of(verb)
        for noun in nouns:
            kind = _happening(noun)
            if kind is not None:
                hit = prepositional(noun, "between", "with", "against", "by", "of", "in")
                sides = once(p for t in hit for p in within(scene, t))
                found = sides or around(scene, verb, kind)
                if found:
                    yield Told(kind, noun, first, last, (), found, date)


_LIGHT = words("""
    complete begin start finish make conduct undertake launch effect perform execute mount stage
    carry conclude order announce resume continue accelerate""")


def by_light(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """As in "completed the withdrawal of its troops", "announced the closure of the gate"."""
    for verb in sentence:
        if verb.lemma_ not in _LIGHT or verb.pos_ != "VERB" or reality(verb) != REAL:
            continue
        for noun in things_of(verb)[:1]:
            kind = kind_of(noun) if noun.lemma_.lower() in VERB_OF else None
            if kind in _CARRIED:
                first, last = clause(verb)
                actor = parties(scene, doer(verb)) or owning(scene, doer(verb))
                hit = prepositional(noun, "of", "from", "on", "against", "in", "to")
                target = once(p for t in hit for p in within(scene, t) if p not in actor)
                if actor or (target and not doer(verb)):
                    date = date_of(verb, first, last, dated)
                    yield Told(kind, verb, first, last, actor, target, date)


_CARRIED = frozenset(
    {"withdraw", "coerce", "clash", "strike", "occupy", "halt", "sanction", "decide"}
)
_TIMES = words("""
    month week year day night morning spring summer autumn winter january february march april may
    june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday weekend""")


def _happening(noun: Token) -> str | None:
    if noun.lemma_ == "exchange" and any(is_of(t, _SHOTS) for t in prepositional(noun, "of")):
        return "clash"
    if is_of(noun, THINGS["TALKS"]):
        return "negotiate"
    lemma = noun.lemma_.lower()
    inner = [noun, *prepositional(noun, "of")]
    for each in inner:
        found = next(
            (k for k, things in NOUN_CUES.get(each.lemma_.lower(), ()) if not things), None
        )
        if found:
            return found
    return "clash" if lemma in THINGS["EVIL"] else None


_SHOTS = words("fire shot flare gunfire blow stone missile artillery punch rocket shell")
