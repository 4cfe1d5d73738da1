"""Whom "it" means in what somebody is told to say afterwards: "It would not pay, Norland said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import saying
from detente.reading.parsed import Token
from detente.reading.parties.memory import Ids
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_WILLS = frozenset({"will", "would", "wo", "'d", "’d", "'ll", "’ll"})
_WANTS = words("want need wish intend expect hope plan prefer")


def of_own_will(walk: Resolver, token: Token, teller: Token) -> Ids:
    """Who says so, where the pronoun is told to want or to be about to do something.

    What is past may be told of another ("It had broken its word, Norland said").

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland met Sudmark. Sudmark left. It would not pay, Norland's envoy said."
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(built.doc[7])
    ('norland',)
    """
    verb = token.head
    will = any(child.lower_ in _WILLS for child in verb.children) or verb.lemma_ in _WANTS
    if not will or teller.i < token.i or not saying.is_plain(verb.head):
        return ()
    owner = next((child for child in teller.children if child.dep_ == "poss"), None)
    named = walk.cast.named.get(teller.i) or (owner and walk.cast.named.get(owner.i))
    entry = walk.entry(named) if named else None
    return () if entry is None or entry.is_person else walk.followed((entry.id,))
