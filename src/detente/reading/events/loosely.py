"""Past acts on a day that fit no row of their verb: what its rows lean to beside such words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from detente.reading.arguments import object_of
from detente.reading.events.by_the_way import is_by_the_way
from detente.reading.events.clauses import Dated, clause, date_of
from detente.reading.events.cues import CUES, UNDONE
from detente.reading.events.deeds import (
    LASTING,
    SAID,
    SAYING,
    THINKING,
    is_measured,
    is_of_whose,
    is_within,
)
from detente.reading.events.frames import beside, is_word_only
from detente.reading.events.instruments import is_of_a_draft
from detente.reading.events.people import around, who
from detente.reading.events.refusals import only_refused, only_said
from detente.reading.events.told import Told
from detente.reading.events.words import forms, is_of, own_words
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene

_PHRASE, _THING = 4, 3  # how much a row says whose words are all there, or one of its things
_PAST = frozenset({"was", "were", "has", "have", "had", "'ve", "’ve"})


def by_rows(scene: Scene, sentence: Span, dated: Dated, told: Sequence[Told]) -> Iterator[Told]:
    """As in "A has taken most of the state from B since May": of a kind that its rows lean to."""
    for verb in sentence if dated else ():
        if not _is_past(verb) or any(is_within(verb, one) for one in told):
            continue
        kind = _leaning(verb)
        if kind is None or is_measured(verb) or is_of_whose(verb) or _is_only_said(scene, verb):
            continue
        first, last = clause(verb)
        date = date_of(verb, first, last, dated)
        if date is None or is_by_the_way(verb, kind, date):
            continue
        actor, target = who(scene, verb, kind)
        if not (actor or target):
            target = around(scene, verb, kind)
        if actor or target:
            target = tuple(party for party in target if party not in actor)
            yield Told(kind, verb, first, last, actor, target, date, is_loose=True)


def _is_only_said(scene: Scene, verb: Token) -> bool:
    """As in "turned down the proposal", "gave conflicting accounts", "ran out of patience"."""
    said = only_refused(scene, verb) or only_said(scene, verb)
    return said or is_word_only(verb) or is_of(object_of(verb), SAID) or is_of_a_draft(verb)


def _is_past(verb: Token) -> bool:
    if verb.pos_ != "VERB" or verb.tag_ not in {"VBD", "VBN"} or verb.lemma_ in _NO_ACT:
        return False
    helped = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    past = verb.tag_ == "VBD" or bool(helped & _PAST) or verb.dep_ in {"acl", "advcl", "conj"}
    return past and reality(verb) == REAL


_NO_ACT = SAYING | THINKING


def _leaning(verb: Token) -> str | None:
    """The kind that most of the rows are of whose words, or one of whose things, are there."""
    near = beside(verb)
    own = own_words(verb)
    alone = verb.lemma_ not in LASTING
    found: Counter[str] = Counter()
    for form in forms(verb):
        for cue in CUES.get(form, ()):
            if cue.frame == UNDONE:
                continue
            if cue.words:
                found[cue.kind] += _PHRASE * near.issuperset(cue.words)
            elif cue.things and alone:
                found[cue.kind] += _THING * any(is_of(token, cue.things) for token in own)
    kind, weight = found.most_common(1)[0] if found else (None, 0)
    return kind if weight else None
