"""Which of the parties must bring about a condition that does not say it: weighed.

What speaks for a party: how much it stands over against the holder and is named near by, and what
else is told of it, in the article, that touches what the condition is about: who levied, shut,
holds, promised or owes it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from math import fsum, log, log1p
from typing import Any

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.events.cues import VERB_OF
from detente.reading.parsed import Doc, Token
from detente.reading.patterns._opponents import lately, together
from detente.reading.tables import table
from detente.reading.wording import words

_TABLE: Mapping[str, Any] = table("must")
_WEIGHTS: Mapping[str, float] = _TABLE["weights"]
_PLAIN = words(_TABLE["plain"])
_CONTENT = frozenset({"NOUN", "VERB"})
_LEAST = 0.01  # of the one most over against the holder: as much as nothing


def likeliest(
    telling: Telling,
    head: Token,
    start: int,
    end: int,
    holder: tuple[str, ...],
    besides: Collection[str] = (),
) -> tuple[str, ...]:
    """The party that most speaks for, but the holder and those who speak for others.

    Parameters
    ----------
    telling, head, start, end
        The article; the head of the condition, and the tokens that it goes over.
    holder, besides
        Whose condition it is, and who else it cannot be.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene, statements
    >>> text = (
    ...     "Sudmark urged Norland to talk to Arkenia. Arkenia seized two trawlers. "
    ...     "Norland refuses to talk until the trawlers are handed back."
    ... )
    >>> found = statements.find(scene.build(Document("d1", text=text)))
    >>> [piece.condition.by for piece in found if piece.condition]
    [('arkenia',)]
    """
    told = features(telling, head, start, end, holder)
    weights = {
        party: fsum(_WEIGHTS.get(name, 0.0) * count for name, count in own.items())
        for party, own in told.items()
        if party not in besides
    }
    return (max(weights, key=weights.__getitem__),) if weights else ()


def features(
    telling: Telling, head: Token, start: int, end: int, holder: tuple[str, ...]
) -> dict[str, dict[str, float]]:
    """What speaks for each party, by the names of the weights."""
    against, near = together(telling, holder), lately(telling, head)
    most = max(against.values(), default=0) or 1
    found: dict[str, dict[str, float]] = {}
    for actor in telling.scene.parties:
        weight = against.get(actor.id, 0.0)
        if weight < most * _LEAST and actor.id not in near:
            continue
        if weight and actor.id not in holder and not actor.speaks_for:
            found[actor.id] = defaultdict(
                float,
                {
                    "against": log(max(weight / most, _LEAST)),
                    "near": log1p(near[actor.id]),
                    actor.role or "unknown": 1.0,
                    actor.type or "unknown": 1.0,
                },
            )
    told = (
        _named(telling, start, end),
        _before(telling, head),
        _concerning(telling, start, end),
        (("told", party, 1.0) for party in told_to(telling, head)),
    )
    for name, party, count in (one for part in told for one in part):
        if party in found:
            found[party][name] += count
    return found


def _named(telling: Telling, start: int, end: int) -> Iterator[tuple[str, str, float]]:
    """Who is named in the condition, though not as acting."""
    for place, parties in telling.scene.placed(start, end):
        subject = telling.doc[place].dep_ in syntax.SUBJECTS
        for party in parties:
            yield "named_as_subject" if subject else "named", party, 1.0


def told_to(telling: Telling, token: Token) -> tuple[str, ...]:
    """To whom it is said: "warned Sudmark that", "told their federation that"."""
    cue = telling.voice(token).cue
    if cue is None:
        return ()
    heard = syntax.first(telling.doc[cue], "dobj", "dative")
    return telling.whose(heard) if heard is not None and heard.pos_ != "PRON" else ()


def _before(telling: Telling, head: Token) -> Iterator[tuple[str, str, float]]:
    """Whom the sentence before it is about: hardly whom it waits for."""
    before = head.sent.start - 1
    root = telling.doc[before].sent.root if before >= 0 else None
    for child in root.children if root is not None else ():
        if child.dep_ in syntax.SUBJECTS:
            for party in telling.scene.refers(child):
                yield "subject_before", party, 1.0


def _concerning(telling: Telling, start: int, end: int) -> Iterator[tuple[str, str, float]]:
    """Who does, has or acts on elsewhere what the words of the condition name."""
    counts, inside = Counter[_About](), telling.doc[start:end]
    named = (token for token in inside if token.lemma_ not in _PLAIN)
    for key in (key for token in named for key in _keys(token)):
        counts.update(_told_of(telling, key))
        for token in inside:
            for _ in filter(key.__eq__, _keys(token)):
                counts.subtract(_concerned(telling, token, key))
    for (name, party), count in counts.items():
        if count:
            yield name, party, log1p(count)


_Key = tuple[str, str]  # with what the names of what is told of it begin; what a word comes from
_About = tuple[str, str]  # the name of a weight, and the party


def _keys(token: Token) -> Iterator[_Key]:
    """What a verb or noun comes from, and the matters that it is of."""
    if token.pos_ in _CONTENT:
        yield "", _root(token)
        for matter in _matters().get(token.lemma_.lower(), ()):
            yield "matter_", matter


def _told_of(telling: Telling, key: _Key) -> Counter[_About]:
    """How often each party stands as what to a word or a matter in the whole text."""
    known: dict[_Key, Counter[_About]] = telling.doc.memory.setdefault(_told_of, {})
    if key not in known:
        tokens = _indexed(telling.doc).get(key, ())
        known[key] = Counter(one for token in tokens for one in _concerned(telling, token, key))
    return known[key]


def _concerned(telling: Telling, token: Token, key: _Key) -> Iterator[_About]:
    return ((key[0] + name, party) for name, told in _around(telling, token) for party in told)


def _around(telling: Telling, token: Token) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Who stands to a verb or noun as what: doer, owner, or doer of what is done to it."""
    if token.pos_ == "VERB":
        yield "does_it", telling.doer(token)
        return
    owner = syntax.owner(token)
    if owner is not None:
        yield "has_it", telling.scene.refers(owner)
    for child in token.children:
        if child.dep_ in {"amod", "compound"}:
            yield "is_in_its_name", telling.scene.refers(child)
    verb = syntax.governing(token) if token.dep_ == "pobj" else token.head
    if verb is None or verb.pos_ != "VERB":
        return
    if token.dep_ in {"dobj", "nsubjpass"}:
        yield "acts_on_it", telling.doer(verb)
    elif token.dep_ == "pobj":
        yield "acts_with_it", telling.doer(verb)


def _root(token: Token) -> str:
    lemma = token.lemma_.lower()
    return VERB_OF.get(lemma, lemma)


@cache
def _matters() -> Mapping[str, list[str]]:
    """By each word, the matters that it is of."""
    found = defaultdict[str, list[str]](list)
    for name, members in _TABLE["matters"].items():
        for word in words(members):
            found[word].append(name)
    return found


def _indexed(doc: Doc) -> Mapping[_Key, Sequence[Token]]:
    """The verbs and nouns of a text by what they come from, and by matters."""
    if _indexed not in doc.memory:
        found = defaultdict[_Key, list[Token]](list)
        for token in doc:
            for key in _keys(token):
                found[key].append(token)
        doc.memory[_indexed] = dict(found)
    known: dict[_Key, list[Token]] = doc.memory[_indexed]
    return known
