"""Officers of one state who are at odds with one another: each is a party of his own.

"The president would not appoint the nominee, and dared the prime minister to sue": neither of them
is the state where they quarrel among themselves, and no other state has as many who speak for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.parsed import Token
from detente.reading.parties.cast import RULED, Entry
from detente.reading.parties.names import nouns
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_NAMING = words("appoint name nominate confirm swear endorse reinstate accept")
_CHARGED = words("impeachment removal dismissal ouster sacking")


def settle(walk: Resolver) -> None:
    """Let those speak for themselves who speak for one state and are against each other.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Ana Berg, Norland's president, {} Jon Aas, Norland's justice minister."
    >>> for verb in ("sacked", "met"):
    ...     built = scene.build(Document("d1", text=text.format(verb)))
    ...     print([(one.id, one.speaks_for) for one in built.parties if one.type == "person"])
    [('ana_berg', None), ('jon_aas', None)]
    [('ana_berg', 'norland'), ('jon_aas', 'norland')]
    """
    tied = [one for one in walk.cast.entries.values() if one.is_person and one.speaks_for]
    officers = [one for one in tied if walk.entry(one.speaks_for or "").type in RULED]
    states = Counter(one.speaks_for for one in officers)
    charged = set(_charged(walk))
    for person in (one for one in officers if one.id in charged):
        person.tie(None)
    for state, count in states.items():
        own = {one.id: one for one in officers if one.speaks_for == state}
        if count > 1 and count * 2 > states.total():
            for id_ in {id_ for pair in _quarrels(walk, own) for id_ in pair}:
                own[id_].tie(None)


def _charged(walk: Resolver) -> Iterator[str]:
    """Who is to be removed: "the impeachment of Ana Berg", "Ana Berg's impeachment trial"."""
    for noun in (one for one in walk.doc if one.lemma_ in _CHARGED):
        yield from _named_in(walk, noun.head if noun.dep_ == "compound" else noun)


def _quarrels(walk: Resolver, own: dict[str, Entry]) -> Iterator[tuple[str, ...]]:
    """The officers of whom one turns on the other."""
    for id_ in own:
        for token in walk.speeches.get(id_, ()):
            for whom in _turned_on(walk, token.head):
                if whom in own and whom != id_:
                    yield id_, whom


def _turned_on(walk: Resolver, verb: Token) -> Iterator[str]:
    """Whom a verb is against: "accused Ana Berg", "would not appoint Ana Berg"."""
    below = [child for child in verb.children if child.dep_ in {"conj", "xcomp", "ccomp"}]
    below += [child for one in below for child in one.children if child.dep_ == "conj"]
    for one in (verb, *below):
        if one.dep_ == "conj" and any(child.dep_ in SUBJECTS for child in one.children):
            continue  # somebody else does that
        refused = one.dep_ == "xcomp" and verb.lemma_ in {"refuse", "decline"}
        denied = refused or any(child.dep_ == "neg" for child in one.children)
        if one.lemma_ in nouns("defying") or (denied and one.lemma_ in _NAMING):
            inner = (c for child in one.children if child.dep_ == "xcomp" for c in child.lefts)
            for child in (*one.children, *inner):  # "dared Ana Berg to sue"
                if child.dep_ in {"dobj", "dative"} or (child.dep_ == "nsubj" and child.i > one.i):
                    yield from _named_in(walk, child)


def _named_in(walk: Resolver, noun: Token) -> Iterator[str]:
    """The persons whom a phrase names or means."""
    for token in noun.subtree:
        if token.i - noun.i < _NEAR:
            yield walk.cast.heads.get(token.i, ("", ""))[0]
            yield from walk.ids.get(token.i, ())


_NEAR = 6  # tokens from a noun to a name that belongs to it
