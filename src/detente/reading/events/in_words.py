"""Who did it, and to whom, in the words of the text: for those who are no party of the dispute.

"Police detained six men": whoever is spoken of once, and nowhere else, is no party; that it was
the police is told all the same.
"""

from __future__ import annotations

from detente.reading.arguments import conjoined, doer, object_of, prepositional
from detente.reading.events.cues import THINGS
from detente.reading.events.participants import within
from detente.reading.events.told import Told
from detente.reading.events.words import is_of
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.scene import Scene
from detente.reading.syntax import NOMINAL
from detente.reading.wording import words


def who_did(one: Told) -> str:
    """The words for who did it, or none.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> scene = build(Document("d1", text="On Friday families of the dead attacked six guards."))
    >>> verb = next(token for token in scene.doc if token.lower_ == "attacked")
    >>> told = Told("clash", verb, 0, len(scene.doc) - 1, (), (), None)
    >>> who_did(told), to_whom(scene, told)
    ('families of the dead', 'guards')
    """
    return _phrase(doer(one.root) if _is_verb(one.root) else _first(one.root, "by"))


def to_whom(scene: Scene, one: Told) -> str:
    """The words for whom it was done to, or none where they name a party."""
    root = one.root
    whom = object_of(root) if _is_verb(root) else _first(root, "of", "on", "against")
    sent = root.lemma_ in _SENDING or within(scene, whom)  # "sent a destroyer past the shoal"
    return "" if sent else _phrase(whom)


def _is_verb(root: Token) -> bool:
    return root.pos_ in {"VERB", "AUX"}


def _first(noun: Token, *prepositions: str) -> Token | None:
    return next(iter(prepositional(noun, *prepositions)), None)


def _phrase(noun: Token | None) -> str:
    """The noun with what stands before and after it that says which: no article, no number."""
    if noun is None or not _may_act(noun):
        return ""
    before = (c.left_edge.i for c in noun.children if c.dep_ in _BEFORE and c.i < noun.i)
    last = max((each.i for each in conjoined(noun) if each.pos_ in NOMINAL), default=noun.i)
    of_whom = _first(noun, "of")
    if of_whom is not None and last == noun.i:
        last = max(t.i for t in (of_whom, *of_whom.children) if t.dep_ not in _LONGER)
    return noun.doc[min(before, default=noun.i) : last + 1].text


def _may_act(noun: Token) -> bool:
    """Whether it is of people or of a body, and no thing; a name may be of either."""
    named = noun.pos_ == "PROPN" and noun.lower_ not in _TIMES
    return noun.pos_ in NOMINAL and (named or is_of(noun, _ACTING))


_SENDING = words(
    "send deploy mobilise mobilize dispatch station move call order bring hire recruit"
)
_BEFORE = frozenset({"compound", "nmod", "amod"})
_LONGER = frozenset({"relcl", "acl", "appos", "prep", "punct", "cc", "conj"})
_TIMES = frozenset({*MONTHS, *WEEKDAYS})
_ACTING = frozenset().union(
    *(THINGS[name] for name in ("PEOPLE", "WORKERS", "OFFICIALS", "JUDGES", "LAWMAKERS", "FORCE")),
    *(nouns(kind) for kind in ("crowds", "people", "bodies", "government")),
)
