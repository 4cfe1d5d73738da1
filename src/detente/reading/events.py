"""What happened, or is under way: events with who, to whom, when, and what they react to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from detente.dispute.evidence import Event, Evidence
from detente.reading import dates
from detente.reading.arguments import (
    conjoined,
    doer,
    noun_phrase,
    object_of,
    particle,
    prepositional,
)
from detente.reading.arguments import things_of as _objects
from detente.reading.event_causes import cause_of
from detente.reading.event_cues import CAUSAL_HEADS, CAUSAL_WORDS, CUES, NOMINAL_CUES
from detente.reading.event_frames import fits, is_of, unable
from detente.reading.factuality import NEGATED, REAL, reality
from detente.reading.participants import once, parties, within
from detente.reading.scene import Scene
from detente.reading.syntax import extent


@dataclass(frozen=True, slots=True)
class _Told:
    """An event as found: the word that tells it, and the tokens of its clause."""

    kind: str
    root: Token
    first: int
    last: int
    actor: tuple[str, ...]
    target: tuple[str, ...]
    date: str | None


# Who --------------------------------------------------------------------------------------------


def _owning(scene: Scene, token: Token | None) -> tuple[str, ...]:
    """The parties whose it is: "Iranian boats", "Iran's parliament", "the army of Iran"."""
    if token is None:
        return ()
    labels = {"poss", "amod", "compound", "nmod"}
    whose = [t for each in conjoined(token) for t in each.children if t.dep_ in labels]
    return once(p for t in [*whose, *prepositional(token, "of")] for p in within(scene, t))


_TOWARDS = (
    "against",
    "on",
    "with",
    "from",
    "to",
    "at",
    "into",
    "in",
    "of",
    "between",
    "over",
    "for",
)


def _who(scene: Scene, verb: Token, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    who = doer(verb)
    actor = parties(scene, who) or _owning(scene, who)
    things = [*_objects(verb), *prepositional(verb, *_TOWARDS)]
    target = once(party for thing in things for party in within(scene, thing))
    if not actor and who is not None and who.pos_ != "PRON":
        actor = once(
            p for t in prepositional(who, "between", "by", "of") for p in parties(scene, t)
        )
    if not actor and kind in _JOINT:
        return target, ()
    return actor, tuple(party for party in target if party not in actor)


def _around(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Where neither part names a party: the parties named anywhere in the clause."""
    named = once(party for token in verb.subtree for party in scene.refers(token))
    if named or verb.dep_ not in {"relcl", "acl"}:
        return named
    above = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), verb)
    return once(party for token in above.subtree for party in scene.refers(token))


_JOINT = frozenset({"negotiate", "halt", "agree", "no_agreement"})


# What -------------------------------------------------------------------------------------------


def _kind(verb: Token, scene: Scene) -> str | None:
    """The kind of event that a verb tells, or none: a broken `agree` is a `no_agreement`."""
    real = NEGATED if unable(verb) else reality(verb)
    if real not in {REAL, NEGATED}:
        return None
    cue = next((cue for cue in CUES if fits(verb, cue, scene)), None)
    if cue is None:
        return None
    if real == NEGATED:
        return _unmade(verb, cue.kind)
    lasting = cue.frame == "unsigned"
    return cue.kind if lasting or _told_as_fact(verb) else None


def _unmade(verb: Token, kind: str) -> str | None:
    """Never signed, failed to sign: no agreement; talks not held since: a halt."""
    if not _settling(verb) or any(t.lower_ in {"until", "before", "unless"} for t in verb.subtree):
        return None
    lasting = any(t.lower_ == "since" for t in verb.subtree)
    if kind == "no_agreement":
        return kind
    return {"agree": "no_agreement", "negotiate": "halt" if lasting else None}.get(kind)


def _settling(verb: Token) -> bool:
    """Not to have agreed is an event where it went on for some time, or was tried and failed."""
    if unable(verb) or (object_of(verb) is not None and particle(verb) in {"produce", "yield"}):
        return True
    return verb.tag_ == "VBN" or verb.dep_ in {"xcomp", "pcomp"}


def _told_as_fact(verb: Token) -> bool:
    """Past, perfect or going on; a bare present ("it blocks") only in a dated note."""
    helped = [child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if verb.tag_ in {"VBD", "VBN", "VBG"} or helped:
        return verb.tag_ != "VBN" or bool(helped) or verb.dep_ in {"acl", "conj", "ROOT", "advcl"}
    return verb.dep_ in {"pcomp", "xcomp", "acl", "advcl"} or _NOTE.match(_line(verb)) is not None


def _line(token: Token) -> str:
    """The line of the token, up to it."""
    text = token.doc.text[: token.idx]
    return text[text.rfind("\n") + 1 :]


_NOTE = re.compile(
    r"\W*(?:the same \w+|(?:\w+,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?:,? \d{4})?|\d{4}) ?[:–—-] "
)  # "January 20: …", a chronicle's entry


def _spoken(scene: Scene) -> list[tuple[int, int]]:
    """The spans between double quotation marks."""
    spans, opened = [], -1
    for at, letter in enumerate(scene.document.text):
        if letter == "\n":
            opened = -1
        elif letter == "“" or (letter == '"' and opened < 0):
            opened = at
        elif letter in '”"' and opened >= 0:
            spans.append((opened, at))
            opened = -1
    return spans


def _dated(
    verb: Token, first: int, last: int, phrases: list[tuple[Token, dates.DatePhrase]]
) -> str | None:
    """The date nearest to the verb within its own clause, else that of the verb it is joined to."""
    own = [
        (abs(token.i - verb.i), phrase.value)
        for token, phrase in phrases
        if first - 3 <= token.i <= last + 3 and _clause_of(token, verb)
    ]
    if own:
        return min(own, key=lambda pair: pair[0])[1]
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _dated(verb.head, *_clause(verb.head), phrases)
    return None


def _clause(verb: Token) -> tuple[int, int]:
    """First and last token of the clause, what a comma and "which" add left out."""
    first, end = extent(verb)
    for token in verb.subtree:
        added = token.dep_ == "relcl" and token.head.i > verb.i
        left = token.left_edge.i
        if added and left > verb.i + 1 and token.doc[left - 1].text == "," and left - 1 < end:
            end = left - 1
    if verb.dep_ in {"relcl", "acl"}:  # with what it qualifies
        first = min(first, verb.head.left_edge.i)
    elif end - first < _SHORT and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        first, end = min(first, verb.head.left_edge.i), max(end, verb.head.i + 1)
    while first < verb.i and verb.doc[first].lower_ in _OPENING:
        first += 1
    return first, end - 1


_OPENING = frozenset({"when", "after", "that", "because", "since", "while", "where"})
_SHORT = 5  # a clause of fewer words is quoted with the one it hangs on


def _clause_of(token: Token, verb: Token) -> bool:
    for above in token.ancestors:
        if above == verb:
            return True
        if above.pos_ == "VERB" and above.dep_ not in {"acl", "amod", "compound"}:
            return False
    return False


def _verbal(
    scene: Scene, sentence: Span, phrases: list[tuple[Token, dates.DatePhrase]]
) -> Iterator[_Told]:
    for verb in sentence:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        kind = _kind(verb, scene)
        by_the_way = kind == "mediate" and verb.dep_ == "acl"  # "talks brokered by": a relation
        if kind is not None and not by_the_way:
            first, last = _clause(verb)
            actor, target = _who(scene, verb, kind)
            if not (actor or target):
                target = _around(scene, verb)
            if not (actor or target or kind in _JOINT):
                continue
            date = _dated(verb, first, last, phrases)
            yield _Told(kind, verb, first, last, actor, target, date)


def _nominal(
    scene: Scene, sentence: Span, phrases: list[tuple[Token, dates.DatePhrase]]
) -> Iterator[_Told]:
    for noun in sentence:
        if noun.pos_ != "NOUN":
            continue
        for kind, nouns, themes in NOMINAL_CUES:
            if noun.lemma_.lower() not in nouns:
                continue
            of = list(prepositional(noun, "of", "from", "on", "against", "in"))
            compound = [child for child in noun.children if child.dep_ == "compound"]
            if themes and not any(is_of(thing, themes) for thing in [*of, *compound]):
                continue
            told = _noun_event(scene, noun, kind, of, phrases)
            if told is not None:
                yield told
            break


def _noun_event(
    scene: Scene,
    noun: Token,
    kind: str,
    of: list[Token],
    phrases: list[tuple[Token, dates.DatePhrase]],
) -> _Told | None:
    by = list(prepositional(noun, "by"))
    owner = [child for child in noun.children if child.dep_ in {"poss", "amod", "compound", "nmod"}]
    actor = once(p for t in [*by, *owner] for p in parties(scene, t))
    target = once(p for t in of for p in within(scene, t))
    inside = {t.i for t in noun_phrase(noun)}
    date = next((phrase.value for token, phrase in phrases if token.i in inside), None)
    if not (actor or target):
        target = _around(scene, noun)
    if not (_causal(noun) or date or (by and actor)) or not (actor or target):
        return None
    if not _noun_is_real(noun):
        return None
    span = sorted(inside)
    last = max(
        [span[-1], *(t.i for child in noun.children if child.dep_ == "prep" for t in child.subtree)]
    )
    return _Told(kind, noun, span[0], last, actor, tuple(t for t in target if t not in actor), date)


def _noun_is_real(noun: Token) -> bool:
    if any(
        child.lower_ in {"no", "any", "possible", "planned", "future"} for child in noun.children
    ):
        return False
    verb = next((above for above in noun.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    return verb is None or _causal(noun) or reality(verb) == REAL


def _causal(noun: Token) -> bool:
    """Whether the noun stands after "following", "in response to" and the like."""
    word = noun.head
    if word.lower_ in CAUSAL_WORDS:
        return True
    return word.lower_ in {"to", "for", "of", "at", "against"} and word.head.lower_ in CAUSAL_HEADS


# All --------------------------------------------------------------------------------------------


def _phrases(scene: Scene) -> list[tuple[Token, dates.DatePhrase]]:
    found = []
    for phrase in dates.find(scene.document.text, scene.document.published):
        span = scene.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
        if span is not None:
            found.append((span.root, phrase))
    return found


def find(scene: Scene) -> list[tuple[Event, Evidence]]:
    """The events of an article, in the order of the text, each with its quote.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "Norway closed its border with Sweden in May 2019."
    >>> [(e.kind, e.actor, e.target, e.date) for e, _ in find(build(Document("d1", text=text)))]
    [('coerce', ('norway',), ('sweden',), '2019-05')]
    """
    phrases, spoken = _phrases(scene), _spoken(scene)
    head = scene.document.headline or (0, 0)
    told: list[_Told] = []
    for sentence in scene.sentences:
        if sentence.text.rstrip().endswith("?") or head[0] <= sentence.start_char < head[1]:
            continue
        found = [*_verbal(scene, sentence, phrases), *_nominal(scene, sentence, phrases)]
        told += _apart(
            sorted(
                (one for one in found if not any(a < one.root.idx < b for a, b in spoken)),
                key=lambda one: one.root.i,
            )
        )
    ids = {one.root.i: f"e{at}" for at, one in enumerate(told, start=1)}
    return [_entry(scene, one, ids, told) for one in told]


_KIN = frozenset({"clash", "strike", "occupy"})


def _apart(told: list[_Told]) -> list[_Told]:
    """Without those that say again, within its clause, what another one says."""
    return [
        one
        for one in told
        if not any(
            other is not one
            and other.root in one.root.ancestors
            and (one.kind == other.kind or {one.kind, other.kind} <= _KIN)
            and (one.date is None or one.date == other.date)
            and {*one.actor, *one.target} <= {*other.actor, *other.target}
            and {*one.actor} <= {*other.actor}
            for other in told
        )
    ]


def _entry(
    scene: Scene, one: _Told, ids: dict[int, str], told: list[_Told]
) -> tuple[Event, Evidence]:
    start, end, quote = scene.quote(scene.doc[one.first], scene.doc[one.last])
    name = ids[one.root.i]
    cause = cause_of(one, told)
    evidence = Evidence(name, scene.document.id, quote, start, end, "event", date=one.date)
    event = Event(
        one.kind,
        quote,
        one.actor,
        one.target,
        one.date,
        (name,),
        ids[cause.root.i] if cause else None,
    )
    return event, evidence
