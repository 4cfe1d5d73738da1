"""Holder, addressee and actor of a condition: what all patterns ask alike."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from detente.dispute.evidence import AUTHOR
from detente.reading import syntax
from detente.reading.attribution import Telling, Voice
from detente.reading.parsed import Token
from detente.reading.parties.cast import wills
from detente.reading.syntax import words

_FEW = 1  # who is named no more often than this has no stake
_FEW_OF_ONE = 3  # the same of one who speaks for nobody
_CONSENT = words("approval consent vote backing decision ratification ratify approve agree")
_JOINT = words(
    "settlement agreement dispute accord deal talk negotiation war conflict ceasefire truce "
    "treaty peace solution side both compromise trust"
)
_MINDED = words("oppose prepare commit determine resolve dispose incline")
_PROPOSING = frozenset({"propose", "suggest", "urge", "demand", "recommend"})
_SHARED_OWN = frozenset({"must", "should"})


def holder_of(telling: Telling, verb: Token, steps: list[Token]) -> tuple[str, ...]:
    """Whose position the clause is: who acts in it, else to whom it is attributed."""
    voice = telling.voice(verb)
    if voice.cue is not None and telling.doc[voice.cue].lemma_ in _PROPOSING and voice.holder:
        return voice.holder
    actor: tuple[str, ...] = ()
    for step in steps:
        if step.pos_ in {"VERB", "AUX"}:
            actor = telling.holder(step)
            if not actor and step.lemma_ in _MINDED:  # "is opposed to": no passive
                actor = telling.who(telling.subject(step))
            if actor and step.lemma_ == "have" and _has_infinitive(step) and voice.holder:
                return voice.holder  # "they will have to pay"
            if actor and syntax.modal(step) not in _SHARED_OWN:
                return actor
    if voice.holder:
        return voice.holder
    if actor:
        return ()
    return _without_actor(telling, voice, steps[-1])


def _without_actor(telling: Telling, voice: Voice, verb: Token) -> tuple[str, ...]:
    """Whose the thing is, else the narrator's."""
    if voice.cue is not None and not voice.direct and _says_i(telling, voice.cue):
        return (AUTHOR,)
    subject = telling.subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
    if subject is not None and (subject.dep_, subject.pos_) == ("nsubj", "NOUN") and wills(subject):
        return ()  # somebody acts of whom the text does not say who it is
    owned = telling.who(syntax.first(subject, "poss")) if subject is not None else ()
    return owned or ((AUTHOR,) if voice.cue is None or _is_outsider(telling, voice.cue) else ())


_OUTSIDE = words(
    "analyst expert diplomat observer historian economist lawyer researcher scientist scholar "
    "editorial newspaper daily paper commentator critic envoy biologist broker trader report study "
    "think-tank professor columnist mediator investor bank forecaster many some most few others "
    "nobody everybody everyone one insider source ambassador veteran resident local judge engineer "
    "farmer businessman fisherman"
)


def _is_outsider(telling: Telling, cue: int) -> bool:
    """Whether somebody says it who speaks for none of the parties: an analyst, a person."""
    teller = telling.subject(telling.doc[cue])
    if teller is None:
        return True
    if teller.pos_ == "PRON":
        return teller.lower_ in {"many", "some", "most", "few", "others", "one", "everybody"}
    return teller.pos_ == "PROPN" or teller.lemma_.lower() in _OUTSIDE


def _has_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "VB" for child in syntax.children(verb, "xcomp"))


def _says_i(telling: Telling, cue: int) -> bool:
    subject = telling.subject(telling.doc[cue])
    return subject is not None and subject.lower_ == "i"


def parties_in(telling: Telling, start: int, end: int) -> tuple[str, ...]:
    """The parties named between two tokens, in order."""
    return telling.scene.denoted(start, end)


def counterpart(telling: Telling, token: Token, holder: tuple[str, ...]) -> tuple[str, ...]:
    """The party over against the holder: named in the sentence, else the most named one."""
    sentence = token.sent
    near = parties_in(telling, max(0, sentence.start - 60), sentence.end)
    here = parties_in(telling, sentence.start, sentence.end)
    weights = {
        party: count * (2 if party in near else 1) * (1.5 if party in here else 1)
        for party, count in _together(telling, holder).items()
    }
    return (max(weights, key=weights.__getitem__),) if weights else ()


_BETWEEN = words("mediate broker host facilitate arbitrate verify")
_PUTTING = words("propose suggest")
_LEADING = 2  # the most named are no go-betweens, whatever they propose


def _together(telling: Telling, holder: tuple[str, ...]) -> dict[str, float]:
    """How much each other party stands over against the holder in the text."""
    known: dict[tuple[str, ...], dict[str, float]] = telling.doc.memory.setdefault("together", {})
    if holder not in known:
        known[holder] = _weighed(telling, holder)
    return known[holder]


def _weighed(telling: Telling, holder: tuple[str, ...]) -> dict[str, float]:
    found: dict[str, float] = {
        party: 0.5 * count for party, count in mentions(telling).items() if party not in holder
    }
    for named in telling.scene.peopled:
        if not named.isdisjoint(holder):
            for party in found.keys() & named:
                found[party] += 1
    return {p: w * (0.2 if p in go_betweens(telling) else 1) for p, w in found.items()}


@lru_cache(maxsize=2)
def go_betweens(telling: Telling) -> frozenset[str]:
    """Who mediates, hosts or proposes: not the one over against a holder."""
    leading = [party for party, _ in mentions(telling).most_common(_LEADING)]
    return frozenset(
        party
        for token in telling.doc
        if token.pos_ == "VERB" and token.lemma_ in _BETWEEN | _PUTTING
        for party in telling.holder(token)[:1]
        if token.lemma_ in _BETWEEN or party not in leading
    )


def mentions(telling: Telling) -> Counter[str]:
    """How often each party is named in the text."""
    return _count(telling)


def has_a_stake(telling: Telling, party: str) -> bool:
    """Whether mere assertions of this party are positions: it matters in the text."""
    actor = telling.scene.by_id.get(party)
    few = _FEW if actor is None or actor.type != "person" else _FEW_OF_ONE
    return mentions(telling)[party] > few and party not in go_betweens(telling)


@lru_cache(maxsize=2)
def _count(telling: Telling) -> Counter[str]:
    return Counter(
        party
        for token in telling.doc
        if token.pos_ in {"PROPN", "NOUN", "ADJ"}
        for party in telling.scene.refers(token)
    )


def who_must(
    telling: Telling, head: Token, start: int, end: int, holder: tuple[str, ...]
) -> tuple[str, ...]:
    """Who must bring a condition about: its actor, else whose the thing is, else the other side."""
    verb = head if head.pos_ in {"VERB", "AUX"} else None
    actor = telling.doer(verb) if verb is not None else _noun_actor(telling, head)
    if verb is not None and telling.voice(verb).direct and _says_they(telling, verb):
        actor = tuple(party for party in actor if party not in holder)  # "they" are not "we"
    own = set(actor) <= set(holder) and head.lemma_ not in _CONSENT
    if actor and not own:  # nobody waits for itself: what it gets, another must give
        return actor
    named = tuple(p for p in parties_in(telling, start, end) if p not in holder)
    placed = () if named or actor else _placed_in(telling, start, end, holder)
    if placed:
        return placed
    other = counterpart(telling, head, holder)
    if named:
        return named[:1] if other != named[:1] and other and other[0] in named else named
    if _is_joint(telling, start, end) and AUTHOR not in holder:
        return tuple(dict.fromkeys((*holder, *other)))
    if AUTHOR in holder:
        return ()
    return other


def _placed_in(telling: Telling, start: int, end: int, holder: tuple[str, ...]) -> tuple[str, ...]:
    """Of "once prisoners had been freed in Niamey": whose capital it is where it must be done."""
    for token in telling.doc[start:end]:
        if token.dep_ == "pobj" and token.head.lower_ in {"in", "from"}:
            party = telling.scene.capital(token)
            if party is not None and party not in holder:
                return (party,)
    return ()


def _says_they(telling: Telling, verb: Token) -> bool:
    subject = telling.subject(verb)
    return subject is not None and subject.lower_ in {"they", "he", "she", "you"}


def _noun_actor(telling: Telling, noun: Token) -> tuple[str, ...]:
    for preposition in syntax.children(noun, "prep", "agent"):
        if preposition.lower_ in {"by", "from"} or (
            preposition.lower_ == "of" and noun.lemma_ in _CONSENT
        ):
            found = telling.whose(syntax.first(preposition, "pobj"))
            if found:
                return found
    possessive = telling.whose(syntax.first(noun, "poss"))
    if possessive:
        return possessive
    for inner in syntax.children(noun, "acl", "relcl", "amod"):
        found = telling.holder(inner) if inner.dep_ != "amod" else telling.who(inner)
        if found:
            return found
    return ()


def _is_joint(telling: Telling, start: int, end: int) -> bool:
    return any(token.lemma_.lower() in _JOINT for token in telling.doc[start:end])


def about(telling: Telling, main: Token, stop: int | None = None) -> str:
    """What the clause is about, as verb and object: "reopen the ferry line"."""
    doc = telling.doc
    end = syntax.extent(main)[1]
    if stop is not None and stop > main.i:
        end = min(end, stop)
    _start, end = syntax.trimmed(main, min(main.i, end - 1), max(end, main.i + 1))
    verb = main.lemma_ if main.pos_ in {"VERB", "AUX"} else main.text
    tail = re.sub(
        r", (she|he|it|they|\w+) says?|, (she|he|it|they) said", "", doc[main.i + 1 : end].text
    )
    tail = " ".join(tail.split())
    subject = telling.subject(main) if main.pos_ in {"VERB", "AUX"} else None
    if subject is not None and (syntax.is_passive(main) or not telling.who(subject)):
        return f"{_noun(subject)} {main.text} {tail}".strip()
    if main.lemma_ == "be":
        return tail.removeprefix("no ")
    return f"{verb} {tail}".strip()


def phrase(noun: Token) -> str:
    """The words of a noun phrase, with what depends on it."""
    inside = [token.i for token in noun.subtree]
    return " ".join(noun.doc[min(inside) : max(inside) + 1].text.split())


def _noun(subject: Token) -> str:
    inside = sorted(subject.subtree, key=lambda token: token.i)
    words = [
        token.text for token in inside if token.lower_ not in {"no", "any"} and token.i <= subject.i
    ]
    return " ".join(words)
