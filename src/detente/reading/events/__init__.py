"""What happened, or is under way: events with who, to whom, when, and what they react to."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.dispute.evidence import Event, Evidence
from detente.reading.arguments import doer, is_passive, prepositional
from detente.reading.events.again import apart, told_before
from detente.reading.events.answers import (
    by_announcement,
    by_answer,
    by_light,
    by_order,
    by_participle,
    by_reply,
    in_kind,
    there_was,
)
from detente.reading.events.caused import by_having, by_judges
from detente.reading.events.causes import cause_of
from detente.reading.events.clauses import Dated, phrases
from detente.reading.events.dated import by_date
from detente.reading.events.deeds import SAYING, by_deed
from detente.reading.events.in_words import to_whom, who_did
from detente.reading.events.loosely import by_rows
from detente.reading.events.missed import by_absence
from detente.reading.events.notes import notes_of, on_the_day
from detente.reading.events.nouns import by_noun
from detente.reading.events.participants import parties, within
from detente.reading.events.people import against
from detente.reading.events.sieve import Sieve
from detente.reading.events.standing import by_count, by_state
from detente.reading.events.told import Told
from detente.reading.events.verbs import by_verb
from detente.reading.events.words import is_of
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.syntax import agent
from detente.reading.wording import words


def find(scene: Scene, said: Sequence[Evidence] = ()) -> list[tuple[Event, Evidence]]:
    """The events of an article, in the order of the text, each with its quote.

    Parameters
    ----------
    scene, said
        The article and its positions.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "Norway closed its border with Sweden in May 2019."
    >>> [(e.kind, e.actor, e.target, e.date) for e, _ in find(build(Document("d1", text=text)))]
    [('coerce', ('norway',), ('sweden',), '2019-05')]
    """
    sieve = Sieve(scene, said)
    dated = phrases(scene)
    spoken = list(_spoken(scene.document.text))
    notes = notes_of(scene)
    head = scene.document.headline or (0, 0)
    told: list[Told] = []
    found: list[tuple[Event, Evidence]] = []
    for sentence in scene.sentences:
        if sentence.text.rstrip().endswith("?") or head[0] <= sentence.start_char < head[1]:
            continue
        here = _of(scene, sentence, dated.get(sentence.start, ()), spoken, told[-1:])
        here = on_the_day(here, notes)
        here = [one for one in here if not _is_war_again(one, told)]
        here = [one for at, one in enumerate(here) if not told_before(one, [*told, *here[:at]])]
        here = [_aimed(scene, one) for one in here if sieve.passes(one, here)]
        nearby = [*told[-1:], *here]
        first = max(len(told), 1)
        names = {one.root.i: f"e{at}" for at, one in enumerate(nearby, first)}
        told += here
        found += [_entry(scene, one, names, nearby) for one in here]
    return found


def _aimed(scene: Scene, one: Told) -> Told:
    """The event, with whom it concerns where only its doer is named."""
    if one.target or not one.actor:
        return one
    return replace(one, target=against(scene, one.kind, one.actor))


def _is_war_again(one: Told, told: list[Told]) -> bool:
    """A war is told once, however often it is said to have begun."""
    return _of_war(one) and any(_of_war(other) for other in told) and one.date is None


def _of_war(one: Told) -> bool:
    near = {one.root.lemma_, *(child.lemma_ for child in one.root.children)}
    return one.kind == "clash" and "war" in near


_WAYS = (by_verb, by_noun, by_state, by_count, by_answer, by_order, by_light, there_was,
         by_announcement, by_participle, by_absence, by_reply, by_having,
         by_judges)  # fmt: skip


def _of(
    scene: Scene, sentence: Span, dated: Dated, spoken: list[tuple[int, int]], before: list[Told]
) -> list[Told]:
    """The events of a sentence, those in somebody's words left out."""
    found: dict[int, Told] = {}
    for way in _WAYS:
        for one in way(scene, sentence, dated):
            found.setdefault(one.root.i, one)
    for at in sorted(found):
        before = [*before, found[at]]
    last = before[-1] if before else None
    for one in in_kind(scene, sentence, dated, last):
        found.setdefault(one.root.i, one)
    for one in by_deed(scene, sentence, dated, [*found.values()]):
        found.setdefault(one.root.i, one)
    for one in by_rows(scene, sentence, dated, [*found.values()]):
        found.setdefault(one.root.i, one)
    for one in by_date(scene, sentence, dated, [*found.values()]):
        found.setdefault(one.root.i, one)
    own = [
        one
        for one in found.values()
        if not (
            _within(one.root.idx, spoken) or _is_alleged(scene, one) or _is_by_the_way(scene, one)
        )
    ]
    return apart(sorted(own, key=lambda one: one.root.i))


def _is_alleged(scene: Scene, one: Told) -> bool:
    """As in "A said the boat had entered its waters": undated, and what one says of another."""
    clause = one.root
    while clause.dep_ == "conj":
        clause = clause.head
    said = clause.dep_ == "ccomp" and clause.head.i < clause.i and clause.head.lemma_ in SAYING
    if one.date or is_of(doer(one.root), _OF_ONES_OWN):
        return False
    speaker = parties(scene, doer(clause.head)) if said else _teller_inside(scene, clause)
    own = {*one.actor, *(one.target if one.kind in _JOINT else ())}
    nobodys = one.kind in _JOINT and is_passive(one.root) and agent(one.root) is None
    return bool(speaker) and not (nobodys or {*speaker} & own)


def _teller_inside(scene: Scene, clause: Token) -> tuple[str, ...]:
    """Who tells it in "The mill, according to A, had broken it", "The depot, A said, had burnt"."""
    for child in clause.children:
        if child.i > clause.i:
            break
        if child.lower_ == "according":
            return tuple(p for t in prepositional(child, "to") for p in within(scene, t))
        if child.dep_ == "parataxis" and child.lemma_ in SAYING:
            return parties(scene, doer(child))
    return ()


_JOINT = frozenset({"halt"})  # one's own talks with another, put off
_OF_ONES_OWN = words("member voter supporter shareholder parishioner delegate force troop")


def _is_by_the_way(scene: Scene, one: Told) -> bool:
    """As in "as the first tents went up": a circumstance, undated, in which nobody is named."""
    if one.date or one.root.dep_ not in {"advcl", "relcl"} or one.kind in _ENDINGS:
        return False
    if one.kind == "clash" or (one.root.dep_ == "relcl" and one.kind != "other"):
        return False
    named = scene.denoted(one.first, one.last + 1)
    return not {*named} & {*one.actor, *one.target}


_ENDINGS = frozenset({"no_agreement", "agree", "mediate"})


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect(spans, (at,)) - 1
    return index >= 0 and spans[index][0] < at < spans[index][1]


def _spoken(text: str) -> Iterator[tuple[int, int]]:
    """The spans between double quotation marks."""
    opened = -1
    for at, letter in enumerate(text):
        if letter == "\n":
            opened = -1
        elif letter == "“" or (letter == '"' and opened < 0):
            opened = at
        elif letter in '”"' and opened >= 0:
            yield opened, at
            opened = -1


def _entry(
    scene: Scene, one: Told, names: dict[int, str], nearby: list[Told]
) -> tuple[Event, Evidence]:
    start, end, quote = scene.quote(scene.doc[one.first], scene.doc[one.last])
    name = names[one.root.i]
    cause = cause_of(one, nearby)
    because_of = names[cause.root.i] if cause else None
    evidence = Evidence(name, scene.document.id, quote, start, end, "event", date=one.date)
    event = Event(
        one.kind, quote, one.actor, one.target, one.date, (name,), because_of,
        by=who_did(one), to=to_whom(scene, one),
    )  # fmt: skip
    return event, evidence
