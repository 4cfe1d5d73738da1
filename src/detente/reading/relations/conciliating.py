"""Who goes between by what he is charged with or does for both: leads the effort, helps the two."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import conjoined, doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.between import is_both, thirds
from detente.reading.relations.entrusted import GO_BETWEEN, QUARREL
from detente.reading.relations.reader import TALKS, Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject, verb_above
from detente.reading.wording import words

_EFFORTS = words("effort attempt push drive search bid initiative mediation diplomacy process")
_LEADING = words("lead spearhead head drive steer pursue make launch renew resume")
_ENDING = words("end settle resolve break bring reconcile mediate broker defuse calm mend bridge")


def leads_effort(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A is leading the effort to end the dispute", "A leads the search for a way out"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    for effort in (t for t in things_of(verb) if t.lemma_.lower() in _EFFORTS):
        ends = any(c.lemma_ in _ENDING and _is_of_quarrel(reader, c) for c in effort.children)
        looks = any(_is_of_end(reader, t) for t in prepositional(effort, "for", "at"))
        if ends or looks:
            yield from thirds(reader, verb)


def _is_of_quarrel(reader: Reader, verb: Token) -> bool:
    things = [*things_of(verb), *prepositional(verb, "between")]
    return verb.lemma_ in {"mediate", "reconcile"} or any(
        t.lemma_.lower() in QUARREL | TALKS or is_both(reader, t) for t in things
    )


def _is_of_end(reader: Reader, noun: Token) -> bool:
    ends = noun.lemma_.lower() in _ENDS
    return ends and (
        noun.lemma_.lower() in {"compromise", "settlement", "peace"}
        or any(t.lemma_.lower() in QUARREL for t in prepositional(noun, "to", "of", "for", "in"))
        or any(is_both(reader, t) for t in prepositional(noun, "between"))
    )


_ENDS = words("compromise settlement peace solution way end truce deal agreement reconciliation")


def names_mediator(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has named a former judge as mediator": A, where it is neither of the two."""
    if reality(verb) != REAL:
        return
    named = things_of(verb)
    roles = [*named, *prepositional(verb, "as"), *(c for c in verb.children if c.dep_ == "oprd")]
    roles += [t for each in named for t in prepositional(each, "as")]
    if not any(t.lemma_.lower() in GO_BETWEEN for t in roles):
        return
    for source in filter(reader.is_third, reader.acting(doer(verb))):
        yield said_in_clause("mediates", source, None, verb)


_NAMING = words("name appoint send dispatch assign nominate designate propose provide second lend")


def helps_both(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A says it is ready to help the two find a way out": to do something together."""
    inner = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i]
    whom = [s for c in inner for s in [subject(c)] if s is not None]
    if not any(is_both(reader, t) for t in whom):
        return
    above = verb.head
    while above.pos_ in {"ADJ", "VERB", "AUX"} and above.dep_ in {"xcomp", "acomp", "ccomp"}:
        above = above.head
    who = doer(verb) or subject(above)
    for source in filter(reader.is_third, reader.people(who)):
        yield said_in_clause("mediates", source, None, above if above.pos_ == "VERB" else verb)


_CARRIED = words("letter message note proposal offer paper word reply draft answer")


def carries_across(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "carried a letter from one to the other", "took the reply back to A"."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    papers = [t for t in things_of(verb) if t.lemma_.lower() in _CARRIED]
    near = [verb, *papers]
    across = any(
        t.lower_ in {"other", "another"} for each in near for t in prepositional(each, "to")
    )
    if papers and across:
        yield from thirds(reader, verb)


def sends_to_both(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has dispatched its foreign minister to B and C": neither of the two."""
    if is_passive(verb) or reality(verb) != REAL:
        return
    sent = things_of(verb)
    near = [verb, *sent]
    gone = {
        p
        for each in near
        for place in prepositional(each, "to", "between")
        for t in conjoined(place)
        for p in (*reader.sides(t), *reader.mentioned(t))
    }
    both = any(is_both(reader, t) for each in near for t in prepositional(each, "to"))
    if sent and (both or {*reader.scene.pair} <= gone):
        for source in filter(reader.is_third, reader.acting(doer(verb))):
            yield said_in_clause("mediates", source, None, verb)


def together_with(reader: Reader, preposition: Token) -> Iterator[Said]:
    """As in "A, with B, has hosted the talks", "hosts talks together with B": B as well."""
    verb = verb_above(preposition)
    if verb is None or verb.lemma_ not in _HOSTING or reality(verb) != REAL or is_passive(verb):
        return
    talks = any(t.lemma_.lower() in TALKS | {"meeting", "round", "plan"} for t in things_of(verb))
    own = reader.acting(doer(verb))
    if not talks or not own or not all(map(reader.is_third, own)):
        return
    for other in (c for c in preposition.children if c.dep_ == "pobj"):
        for source in filter(reader.is_third, reader.sides(other)):
            if source not in own:
                yield said_in_clause("mediates", source, None, verb)


_HOSTING = words("host broker mediate sponsor lead chair convene draw draft guarantee negotiate")
_PROMPTING = words("prodding urging prompting instigation behest initiative bidding insistence")


def at_its_prodding(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "At A's prodding the two resumed talks": one who is neither of them."""
    verb = verb_above(noun)
    if noun.head.lower_ not in {"at", "on"} or verb is None or reality(verb) != REAL:
        return
    near = [*things_of(verb), *([who] if (who := subject(verb)) is not None else [])]
    if not any(is_both(reader, t) or t.lemma_.lower() in TALKS for t in near):
        return
    of = (p for t in prepositional(noun, "of") for p in reader.sides(t))
    for source in filter(reader.is_third, owners(reader.scene, noun) or tuple(of)):
        yield said_in_clause("mediates", source, None, verb)


WAYS = (
    Way(leads_effort, lemmas=_LEADING),
    Way(names_mediator, lemmas=_NAMING),
    Way(helps_both, lemmas=words("help assist")),
    Way(carries_across, lemmas=words("carry take bring pass relay ferry deliver")),
    Way(sends_to_both, lemmas=words("send dispatch despatch")),
    Way(together_with, words=frozenset({"with", "alongside"}), places=frozenset({"prep"})),
    Way(at_its_prodding, lemmas=_PROMPTING, places=frozenset({"pobj"})),
)
