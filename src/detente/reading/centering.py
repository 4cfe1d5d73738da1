"""Which of the things named before is the one that a pronoun, or "the place", stands for.

After Lappin and Leass (1994): a mention weighs by its place in its clause and by how far back its
sentence is; one that has a name, and what an article keeps naming, weighs more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from detente.reading.parsed import Token
from detente.reading.things import Thing, type_of

_ROLES = {"nsubj": 3.0, "nsubjpass": 3.0, "dobj": 2.0, "attr": 2.0, "ROOT": 2.0}
_INNER = 1.0  # of a phrase that belongs to a noun: "the status of Varn"
_PROPER, _TOPIC = 1.0, 1.5
_FAR = 9  # sentences, beyond which it is all the same


def central(
    token: Token, named: Sequence[Thing], of: Mapping[int, Thing] | None = None
) -> Thing | None:
    """The thing that a pronoun most likely stands for, of those named before it.

    ``of``: what each mention in the article stands for, by the place of its head.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> from detente.reading.things import name_of
    >>> seen = build(Document("d1", text="Varn Isle lies off Orm Bank. Norland claims it."))
    >>> things = [name_of(seen, token) for token in seen.doc if token.text in {"Isle", "Bank"}]
    >>> central(seen.doc[9], things).name
    'Varn Isle'
    """
    known = of or {thing.head.i: thing for thing in named}
    often = Counter(thing.name for thing in known.values())
    most = max(often.values(), default=0)

    def weight(thing: Thing) -> tuple[float, int]:
        meant = known.get(thing.head.i, thing)
        own = _PROPER * meant.proper + _TOPIC * often[meant.name] / most
        return own + prominence(thing.head, token), thing.first

    return max((t for t in named if not _is_beside(t.head, token)), key=weight, default=None)


def prominence(head: Token, token: Token) -> float:
    """How much a noun stands out before a later word: by its role, less the sentences between."""
    while head.dep_ in {"conj", "appos"} or _is_name_of(head):
        head = head.head if head.dep_ != "pobj" else head.head.head
    inner = head.dep_ == "pobj" and head.head.lower_ in {"of", "over"}
    return _ROLES.get(head.dep_, _INNER * inner) - _sentences_between(head, token)


def _is_name_of(head: Token) -> bool:
    """As "Orm" in "from the town of Orm": it stands out as the town does."""
    named = head.dep_ == "pobj" and head.pos_ == "PROPN" and head.head.lower_ == "of"
    return named and type_of(head.head.head) in {"territory", "maritime"}


def _is_beside(head: Token, token: Token) -> bool:
    """Whether both depend on the same verb: "the isle has it" is of something else."""
    return head.dep_ in _ROLES and head.dep_ != "ROOT" and head.head is token.head


def _sentences_between(head: Token, token: Token) -> int:
    start, count = token.sent.start, 0
    while head.i < start and count < _FAR:
        start = token.doc[start - 1].sent.start
        count += 1
    return count
