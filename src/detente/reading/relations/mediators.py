"""Who goes between: "A's mediation", "A acts as go-between", "with A as guarantor"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from detente.reading.arguments import conjoined, doer, object_of, prepositional
from detente.reading.events.participants import owners, parties
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.parties.posts import FORMER
from detente.reading.relations.affirming import affirmed
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause, said_in_phrase
from detente.reading.relations.ways import Way
from detente.reading.syntax import subject, verb_above
from detente.reading.wording import words

_UNDER = frozenset({"chair", "mediation", "auspices", "aegis", "eye", "guidance", "chairmanship",
                    "supervision", "stewardship", "sponsorship", "umbrella",
                    "co-facilitation", "facilitation", "co-chairmanship"})  # fmt: skip

_GO_BETWEENS = frozenset(
    {
        "guarantor",
        "mediator",
        "go-between",
        "intermediary",
        "broker",
        "facilitator",
        "conciliator",
        "peacemaker",
        "troubleshooter",
    }
)


def mediating(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A's mediation", "A acts as go-between", "A mediators", "with A as guarantor"."""
    word = noun.lemma_.lower()
    if word == "mediating" and noun.head.lemma_ == "be" and reality(noun.head) == REAL:
        for source in reader.sides(subject(noun.head)):
            yield said_in_clause("mediates", source, None, noun.head)
    if word in _HELPING and affirmed(noun):
        for source in _helper(reader, noun, word):
            yield said_in_phrase("mediates", source, None, noun)
    if word in _GO_BETWEENS or (noun.lower_ in _BETWEENS and _is_hyphened(noun)):
        yield from _go_between(reader, noun)
    if noun.lower_ in _UNDER and noun.head.dep_ == "prep":
        yield from _with_in_the_chair(reader, noun)
    elif noun.lower_ in _UNDER and noun.lower_ != "eye":
        yield from _under(reader, noun)
    if word == "envoy":
        yield from _envoy(reader, noun)


_HELPING = frozenset({"mediation", "intervention", "intercession"})
_GOING_BETWEEN = _HELPING | {"mediating", "envoy"}
_CAUSING = words("after through following to thanks because upon until on")


def _helper(reader: Reader, noun: Token, word: str) -> tuple[str, ...]:
    """Of "A's mediation", "after the intervention of A" A, that is none of the two."""
    own = owners(reader.scene, noun)
    if word == "mediation" and own:
        return own
    of = tuple(p for t in prepositional(noun, "of", "by") for p in reader.sides(t))
    armed = any(c.dep_ in {"amod", "compound"} and not reader.sides(c) for c in noun.children)
    ended = noun.dep_ == "pobj" and noun.head.lower_ in _CAUSING and not armed
    if word != "mediation" and not ended:
        return ()
    return tuple(p for p in own or of if reader.is_third(p))


_BETWEENS = frozenset({"between", "betweens"})


def _is_hyphened(token: Token) -> bool:
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "go"


def _go_between(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A acts as a go-between", however the parser hangs the two halves of the word."""
    if noun.lower_ in _BETWEENS:
        yield from _hyphened(reader, noun)
    else:
        yield from _in_one_word(reader, noun)


def _hyphened(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "with A as a go-between", "A acts as a go-between"."""
    verb = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"} and a.lemma_ != "go"), None)
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


def _in_one_word(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A, the mediator", "mediators from A", "they accepted A as mediator"."""
    if noun.lemma_ == "guarantor" and noun.head.lower_ != "as":
        return  # a power that vouches for a treaty goes between nobody
    if any(c.lower_ in FORMER for c in noun.children):
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
    beside += [c for c in noun.children if c.dep_ == "appos" or _is_second(c, noun)]
    beside += [one for one in [_set_off(noun)] if one is not None and one not in beside]
    if noun.dep_ == "attr" and noun.head.lemma_ == "be" and reality(noun.head) == REAL:
        who = subject(noun.head)
        beside += conjoined(who) if who is not None else ()
    for other in beside:  # "A, the mediator", "the mediator, A", "mediator A"
        for source in reader.named(other):
            yield said_in_phrase("mediates", source, None, other)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        yield from _as_mediator(reader, noun)


def _is_second(name: Token, noun: Token) -> bool:
    """As in "the mediator, Ambassador Ana Berg": some parses join them as two."""
    if name.dep_ != "conj" or name.pos_ != "PROPN" or noun.tag_ != "NN":
        return False
    return not any(c.dep_ == "cc" for c in noun.children)


def _set_off(noun: Token) -> Token | None:
    """As in "by the mediator, Ana Berg, they said": whatever the parser makes of the name."""
    after = noun.doc[noun.i + 1 : noun.sent.end]
    name = list(takewhile(lambda token: token.pos_ == "PROPN", after[1:]))
    if not name or after[0].text != "," or noun.tag_ != "NN":
        return None
    end = name[-1].i + 1
    return name[-1] if end < noun.sent.end and noun.doc[end].text in {",", "."} else None


def _as_mediator(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "A serves as mediator", "with A as guarantor", "they accepted A as mediator"."""
    verb = verb_above(noun)
    if (
        verb is None
        or reality(verb) != REAL
        or verb.lemma_ in {"rule", "reject", "refuse", "oppose", "seek"}
    ):
        return
    before = noun.head.nbor(-1) if noun.head.i else noun
    going = verb.lemma_ in _GOING  # "travelled to Norland as mediators": who did
    named = reader.people(before) if before.pos_ in {"PROPN", "NOUN"} and not going else ()
    acting = verb.lemma_ in _LENDING | _ACTING | _GOING
    for source in named or (reader.sides(doer(verb)) if acting else ()):
        if not (going and source in reader.scene.pair):
            yield said_in_clause("mediates", source, None, verb)


_GOING = words("travel go come fly arrive return visit drive")
_ACTING = words("act serve function work sit take appear sit_in")
_LENDING = words("volunteer offer send lend provide supply second")


def service(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "at the offices of the conciliation service, A": whose trade it is."""
    if not any(c.lower_ in _TRADES for c in noun.children):
        return
    beside = [c for c in noun.children if c.dep_ == "appos"] + [noun]
    beside += [noun.head] if noun.dep_ in {"appos", "compound", "nmod"} else []
    beside += [noun.nbor()] if noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "PROPN" else []
    for each in dict.fromkeys(beside):
        for source in reader.named(each):
            yield said_in_phrase("mediates", source, None, each)


_TRADES = words("conciliation mediation arbitration")
_SERVICES = words("service board commission body agency panel committee centre center office")


def _with_in_the_chair(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "with A and B in the chair", "under A's auspices"."""
    of = [p for t in prepositional(noun, "of")[:1] for p in reader.people(t)]
    for source in (owners(reader.scene, noun) or of) if noun.lower_ != "chair" else ():
        yield said_in_phrase("mediates", source, None, noun)
    holder = noun.head.head
    while holder.dep_ == "conj":
        holder = holder.head
    if noun.lower_ == "chair" and holder.dep_ in {"pobj", "conj"}:
        for source in reader.sides(holder):
            yield said_in_phrase("mediates", source, None, holder)


PEACE = words("""
    mediate arbitrate conciliate moderate facilitate broker intercede chair referee umpire""")


def offered(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "accepted A's offer to mediate", "at A's invitation", "thanks to A's good offices"."""
    lemma = noun.lemma_.lower()
    if lemma == "offer":
        said = any(c.dep_ == "acl" and c.lemma_ in PEACE for c in noun.children) or any(
            t.lemma_ == "mediation" for t in prepositional(noun, "of")
        )
    elif lemma in _TRIES:
        said = any(c.dep_ == "acl" and _brings_together(c) for c in noun.children)
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


def _brings_together(verb: Token) -> bool:
    """As in "to narrow the gap between them", "to bring the two together"."""
    if verb.lemma_ in PEACE | {"reconcile"}:
        return True
    closing = verb.lemma_ in {"narrow", "bridge", "close"} and is_of(object_of(verb), _GAPS)
    together = any(t.lower_ in {"together", "closer"} for t in verb.children)
    return closing or (verb.lemma_ == "bring" and together)


_GAPS = words("gap gaps difference divide distance")
_TRIES = words("effort attempt bid push initiative")


def _under(reader: Reader, word: Token) -> Iterator[Said]:
    """As in "Under EU auspices the two meet", however the parser takes the words."""
    left = list(word.doc[max(word.sent.start, word.i - _NEAR) : word.i])
    under = next((t.i for t in left if t.lower_ == "under"), None)
    for token in left:
        if under is not None and token.i > under and token.pos_ in {"PROPN", "ADJ"}:
            for source in reader.sides(token):
                yield said_in_phrase("mediates", source, None, token)


_NEAR = 5  # tokens from "under" to "auspices"


def _envoy(reader: Reader, noun: Token) -> Iterator[Said]:
    """As in "the UN's envoy to Cyprus, Ana Berg": of one that is no side of the dispute."""
    whose = owners(reader.scene, noun)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and _is_appointed(noun):
        named = (p for p in whose if reader.is_third(p))
        yield from (said_in_phrase("mediates", source, None, noun) for source in named)
        return
    if len(reader.scene.pair) < 2 or not whose or not all(map(reader.is_third, whose)):  # noqa: PLR2004 - the two of a dispute
        return
    beside = [c for c in noun.children if c.dep_ == "appos"]
    beside += [noun.head] if noun.dep_ in {"appos", "compound", "nmod"} else []
    if noun.dep_ == "attr" and reality(noun.head) == REAL:
        beside += [t for t in [subject(noun.head)] if t is not None]
    for other in beside:
        for source in reader.people(other):
            yield said_in_phrase("mediates", source, None, other)


def _is_appointed(envoy: Token) -> bool:
    """As in "A named a judge as its envoy", "announced the appointment of a judge as its envoy"."""
    above = envoy.head.head
    verb = above if above.pos_ == "VERB" else verb_above(above)
    if verb is None or reality(verb) != REAL:
        return False
    return above.lemma_ in _NAMED | _NAMINGS or any(
        t.lemma_ in _NAMINGS for t in verb.children if t.dep_ == "dobj"
    )


_NAMED = words("appoint name nominate designate choose pick send dispatch")
_NAMINGS = words("appointment nomination naming designation choice")


WAYS = (
    Way(mediating, lemmas=_GO_BETWEENS | _GOING_BETWEEN, words=_BETWEENS | _UNDER),
    Way(service, lemmas=_SERVICES),
    Way(offered, lemmas=_TRIES | {"offer", "office", "invitation"}),
)
