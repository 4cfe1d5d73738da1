"""What a go-between, or any outsider, proposes to the sides or asks of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from detente.reading import relations
from detente.reading.arguments import conjoined, is_passive, prepositional, things_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Span, Token
from detente.reading.parties.names import nouns
from detente.reading.relations.neutral import is_over_sides
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.ways.told import Way, tidy
from detente.reading.wording import words

_PROPOSING = words("""propose suggest offer recommend float table present circulate moot outline
    agree volunteer travel""")
_MEDIATORS = words("""
    mediator envoy go-between intermediary facilitator broker chair chairwoman arbiter
    conciliator ombudsman observer""")
_WILLING = words("offer agree volunteer travel")
_READY = words("agree volunteer travel")
_BETWEEN = words("""
    mediate save rescue revive facilitate mediation host together arbitrate arbitration halfway
    compromise venue talks talk chair meeting summit office services observer monitor
    conciliation""")
_LEADING = 2  # the most named are the sides: what they propose is a position


def mediators(scene: Scene) -> frozenset[str]:
    """Those of whom it is told that they go between, or whose office it is."""
    told = {r.source for r, _ in relations.find(scene) if r.kind == "mediates"}
    named = {party.id for party in scene.parties if party.role == "mediator"}
    return frozenset(told | named)


def sides(scene: Scene) -> frozenset[str]:
    """The two of the dispute, else those that the text names most."""
    if len(scene.pair) == _LEADING:
        return frozenset(scene.pair)
    named = Counter(
        party
        for token in scene.doc
        if token.pos_ in {"PROPN", "NOUN", "ADJ"}
        for party in scene.refers(token)
    )
    return frozenset(party for party, _ in named.most_common(_LEADING))


def proposed(
    scene: Scene, sentence: Span, mediators: frozenset[str], sides: frozenset[str]
) -> Iterator[Way]:
    """A go-between's proposal, or any third party's offer to go between."""
    for verb in sentence:
        if verb.lemma_ not in _PROPOSING or verb.pos_ != "VERB" or reality(verb) != REAL:
            continue
        who = subject(verb)
        if who is None:
            continue
        sources = [p for each in conjoined(who) for p in scene.refers(each)]
        what = [t for child in verb.children if child.dep_ in _WHAT for t in child.subtree]
        if not what:
            continue
        said = {t.lemma_.lower() for t in what}
        apart = verb.lemma_ not in _READY and (set(sources) & mediators or _is_neutral(who))
        third = verb.lemma_ not in _WILLING and sources and not set(sources) & sides
        if not (apart or third or (said & _BETWEEN and not set(sources) & sides)):
            continue
        first, last = min(t.i for t in what), max(t.i for t in what)
        yield Way(
            tidy(scene.quote(scene.doc[first], scene.doc[last])[2]), sentence.start, sentence.end,
            sources[0] if sources else None,
        )  # fmt: skip
        return


_WHAT = frozenset({"dobj", "ccomp", "xcomp", "pcomp"})


_ASKING = words("""
    ask invite urge call appeal press implore beg advise encourage summon counsel exhort
    send""")
_ALL = words("""
    both everyone everybody them all two sides parties each governments camps neighbours""")


def asked(
    scene: Scene, sentence: Span, mediators: frozenset[str], sides: frozenset[str]
) -> Iterator[Way]:
    """As in "the bishop has invited both to his office": what a go-between asks of the sides."""
    for verb in sentence:
        if verb.lemma_ not in _ASKING or verb.pos_ != "VERB" or reality(verb) != REAL:
            continue
        who = subject(verb)
        if who is None or is_passive(verb):
            continue
        neutral = _is_neutral(who)
        sources = {p for each in conjoined(who) for p in scene.refers(each)}
        if not (neutral or (sources & mediators and not sources & sides)):
            continue
        whom = _asked_of(verb)
        one = (
            neutral
            and verb.lemma_ == "ask"
            and bool({p for t in whom for p in scene.refers(t)} & sides)
        )
        told = _what(verb)
        if told and (one or any(_is_all(scene, t, sides) for t in whom)):
            inner = [t.i for each in told for t in each.subtree]
            needs = tidy(scene.quote(scene.doc[min(inner)], scene.doc[max(inner)])[2])
            yield Way(needs, sentence.start, sentence.end, min(sources, default=None))
            return


def _asked_of(verb: Token) -> list[Token]:
    """Who is asked, urged, sent to."""
    whom = [*things_of(verb), *prepositional(verb, "on", "upon", "to")]
    whom += [c for c in verb.children if c.dep_ in {"dative", "nsubj"} and c.i > verb.i]
    return whom + [t for c in verb.children if c.dep_ == "ccomp" for t in [subject(c)] if t]


def _what(verb: Token) -> list[Token]:
    """What is asked: a clause; of "invite", where to; of "send", the draft."""
    if verb.lemma_ == "send":
        return [t for t in things_of(verb) if t.lemma_ in _DRAFTS]
    after = [c for c in verb.children if c.i > verb.i]
    done = [c for c in after if c.dep_ in {"xcomp", "ccomp"}]
    done = [c for c in done if not any(m.lower_ in {"whether", "if"} for m in c.children)]
    if not done and verb.lemma_ in {"invite", "summon"}:
        return [c for c in after if c.dep_ in {"prep", "advmod"}]
    return done


_DRAFTS = nouns("plans")


def _is_all(scene: Scene, token: Token, sides: frozenset[str]) -> bool:
    """Whether both sides are meant: by such a word, or by their names."""
    if token.lower_ in _ALL or any(c.lower_ in {"both", "two", "all"} for c in token.children):
        return True
    return len({p for each in conjoined(token) for p in scene.refers(each)} & sides) > 1


def _is_neutral(who: Token) -> bool:
    return who.lemma_.lower() in _MEDIATORS or is_over_sides(who)
