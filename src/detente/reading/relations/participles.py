"""Relations that a participle tells: "A-held", "backed by B", "talks led by A"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, prepositional
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.relations.cues import STATES
from detente.reading.relations.reader import TALKS, Reader
from detente.reading.relations.said import Said, said_in_phrase
from detente.reading.relations.ways import Way
from detente.reading.syntax import NOMINAL, subject
from detente.reading.wording import words


def by_state(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "talks led by A", "B, backed by A": participles after what they qualify."""
    if verb.tag_ != "VBN":
        return
    for kind in STATES.get(verb.lemma_, ()):
        thing = subject(verb)
        if thing is None or reality(verb) != REAL:
            continue
        for source in reader.sides(doer(verb)):
            if kind == "mediates":
                talks = _talks_about(thing)
                if talks is not None:
                    yield said_in_phrase(kind, source, None, talks)
                continue
            for target in reader.target(kind, thing):
                yield said_in_phrase(kind, source, target, thing)


def _talks_about(thing: Token) -> Token | None:
    """As in "rounds of talks in the city of Lind, hosted by A": the talks, not the city."""
    if thing.lemma_.lower() in TALKS | _FORMATS:
        return thing
    inner = prepositional(thing, "of")
    above = [t for t in thing.ancestors if t.pos_ in NOMINAL][:3]
    return next((t for t in [*inner, *above] if t.lemma_.lower() in TALKS), None)


_FORMATS = words("""
    format process track channel mechanism roundtable session forum platform initiative
    contact-group shuttle""")


def compound(reader: Reader, token: Token) -> Iterator[Said]:
    """As in "Norland-held", "the Qatari-brokered truce": a party, a hyphen, a participle."""
    if token.i == 0 or token.i + 1 >= len(token.doc):
        return
    who, state = token.nbor(-1), token.nbor(1)
    for kind in STATES.get(state.lemma_.lower(), ()) or STATES.get(_stem(state.lower_), ()):
        noun = state.head if state.head.pos_ in NOMINAL else state
        for source in reader.sides(who) or _the_same(reader, who):
            if kind == "mediates":
                if noun.lemma_.lower() in TALKS and noun.lemma_.lower() not in _LEAGUES:
                    yield said_in_phrase(kind, source, None, noun)
                continue
            for target in reader.target(kind, noun):
                yield said_in_phrase(kind, source, target, noun)


_ARMED = words("rebel insurgent separatist guerrilla militant jihadist mutineer militia")


def _the_same(reader: Reader, who: Token) -> tuple[str, ...]:
    """Of "the rebel-held town" the rebels, told of before."""
    if who.lemma_.lower() not in _ARMED:
        return ()
    named = (t for t in reader.scene.nouns_by_lemma.get(who.lemma_.lower(), ()) if t.tag_ == "NNS")
    return next((found for t in named if (found := reader.sides(t))), ())


_LEAGUES = words("pact alliance bloc union coalition treaty")


def _stem(word: str) -> str:
    return next((word[: -len(end)] for end in ("led", "ed", "d") if word.endswith(end)), word)


WAYS = (
    Way(by_state, lemmas=frozenset(STATES), places=frozenset({"acl", "advcl"})),
    Way(compound, words=frozenset({"-"})),
)
