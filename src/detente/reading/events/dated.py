"""Agreements and talks told with a date by words that fit no row: "put their names to a pact"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.reading.arguments import noun_phrase, object_of, prepositional
from detente.reading.events import kinds
from detente.reading.events.clauses import Dated, clause, date_of
from detente.reading.events.cues import NOUN_CUES, THINGS, VERB_OF
from detente.reading.events.deeds import SAYING, THINKING, is_measured, is_of_whose, is_within
from detente.reading.events.frames import is_word_only
from detente.reading.events.notes import in_note
from detente.reading.events.nouns import TOWARDS, date_beside, is_real
from detente.reading.events.participants import OWNING, once, parties, within
from detente.reading.events.people import around, owning, who
from detente.reading.events.refusals import only_said
from detente.reading.events.told import Told
from detente.reading.events.verbs import is_ahead
from detente.reading.events.words import is_of
from detente.reading.factuality import UNREAL, reality
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.syntax import NOMINAL, subject
from detente.reading.wording import words

_TOGETHER = frozenset(
    {"agree", "negotiate"}
)  # of the other kinds one such finding in four is right
_NO_ACT = SAYING | THINKING
_NAMING = frozenset().union(
    *(THINGS[name] for name in ("DEAL", "TALKS", "LAW", "WORK", "WAR", "PROTEST", "MEASURE"))
)  # what an event is called by
_Who = tuple[tuple[str, ...], tuple[str, ...]]


def by_date(scene: Scene, sentence: Span, dated: Dated, told: Sequence[Told]) -> Iterator[Told]:
    """As in "A joint declaration of February 1999", "put their names to it in May"."""
    known = [*told]
    for token in sentence if dated else ():
        if any(is_within(token, one) for one in known):
            continue
        one = _dating(scene, token, dated) or _of_verb(scene, token, dated)
        one = one or _of_noun(scene, token, dated)
        if one is not None:
            known.append(one)
            yield one


def may_be_told(verb: Token) -> bool:
    """Whether it is a verb of a clause that is so, and tells more than what was said or thought."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}:
        return False
    return verb.lemma_ not in _NO_ACT and reality(verb) != UNREAL


def may_name(noun: Token) -> bool:
    """Whether it is a noun by which events are called."""
    word = noun.lemma_.lower()
    named = word in _NAMING or word in NOUN_CUES or word in VERB_OF
    return named and noun.pos_ in NOMINAL


def _of_verb(scene: Scene, verb: Token, dated: Dated) -> Told | None:
    if verb.pos_ != "VERB" or not may_be_told(verb) or is_measured(verb) or is_of_whose(verb):
        return None
    if _is_to_come(verb) or is_word_only(verb) or only_said(scene, verb):
        return None
    first, last = clause(verb)
    date = date_of(verb, first, last, dated)
    kind = _kind(scene, verb) if date else None
    return _told(scene, verb, kind, (first, last), who(scene, verb, kind), date) if kind else None


def _dating(scene: Scene, verb: Token, dated: Dated) -> Told | None:
    """As in "The treaty dates from 1964", "an agreement dating back to 1960": that it was made."""
    if verb.lemma_ != "date" or verb.pos_ != "VERB" or not any(prepositional(verb, "from", "to")):
        return None
    pact = verb.head if verb.dep_ == "acl" else subject(verb)
    if not is_of(pact, _PACTS):
        return None
    first, last = clause(verb)
    date = date_of(verb, first, last, dated)
    return _told(scene, verb, "agree", (first, last), ((), within(scene, pact)), date)


_PACTS = words(
    "treaty agreement accord pact deal bargain truce ceasefire contract convention lease"
)


def _is_to_come(verb: Token) -> bool:
    """As in "The two meet on Thursday": what is planned; only a note tells so what was done."""
    bare = not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    return bare and verb.tag_ in {"VBZ", "VBP"} and not in_note(verb)


def _of_noun(scene: Scene, noun: Token, dated: Dated) -> Told | None:
    if noun.pos_ != "NOUN" or not may_name(noun) or not is_real(noun):
        return None
    date = date_beside(noun, [t.i for t in noun_phrase(noun)], dated)
    kind = _kind(scene, noun) if date else None
    if kind is None:
        return None
    owner = [child for child in noun.children if child.dep_ in OWNING]
    by = [*prepositional(noun, "by"), *owner]
    actor = once(p for t in by for p in parties(scene, t) or owning(scene, t))
    target = once(p for t in prepositional(noun, *TOWARDS) for p in within(scene, t))
    inside = [t.i for t in noun.subtree]
    return _told(scene, noun, kind, (inside[0], inside[-1]), (actor, target), date)


def _kind(scene: Scene, token: Token) -> str | None:
    """The kind that its words speak for rather than against, of those that several do together."""
    if token.lemma_ in _REACHING and not is_of(object_of(token), THINGS["DEAL"]):
        return None  # "reached for sterner means", "reached the end of the month"
    kind, weight = kinds.kind_of(kinds.marks(scene, token))
    return kind if kind in _TOGETHER and weight >= 0 else None


_REACHING = words("reach arrive strike finish")


def _told(
    scene: Scene, root: Token, kind: str, span: tuple[int, int], found: _Who, date: str | None
) -> Told | None:
    actor, target = found
    if not (actor or target):
        target = around(scene, root, kind)
    if not (actor or target) or is_ahead(scene, date):
        return None
    target = tuple(party for party in target if party not in actor)
    return Told(kind, root, *span, actor, target, date, is_weighed=True)
