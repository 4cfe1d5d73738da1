"""What was to be and was not: "the signing did not take place", "a truce due at noon did not"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import particle
from detente.reading.events.clauses import Dated, clause, date_of
from detente.reading.events.cues import THINGS
from detente.reading.events.participants import within
from detente.reading.events.people import around
from detente.reading.events.told import Told
from detente.reading.events.words import is_of
from detente.reading.factuality import NEGATED, reality
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.wording import words

_COMING = words("""
    happen materialise materialize begin start occur convene come_off come_about""")
_TRUCES = words("truce ceasefire cease-fire armistice pause lull")
_MEETINGS = (
    THINGS["TALKS"] | THINGS["VOTE"]
    | words("signing handover swap exchange visit release withdrawal ceremony transfer return "
            "repatriation opening reopening hearing election delivery convoy session")
)  # fmt: skip


def by_absence(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """What somebody had fixed and nobody came to, by the verb that is denied.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "Norway met Sweden in May. The signing, set for Friday, did not take place."
    >>> scene = build(Document("d1", text=text))
    >>> [one.kind for one in by_absence(scene, scene.sentences[1], ())]
    ['halt']
    """
    for verb in sentence:
        if verb.lower_ not in _MAY_BE and verb.lemma_ not in _COMING:
            continue
        what = subject(verb)
        if what is None or not _is_denied(verb) or not _would_come(verb, what):
            continue
        kind = _kind(what)
        if kind is None:
            continue
        first, last = clause(verb)
        sides = within(scene, what) or around(scene, verb, kind)
        if sides:
            yield Told(kind, verb, first, last, (), sides, date_of(verb, first, last, dated))


def _kind(what: Token) -> str | None:
    if is_of(what, _TRUCES):
        return "no_agreement"
    return "halt" if is_of(what, _MEETINGS | _SENT) else None


def _is_denied(verb: Token) -> bool:
    """By "did not", "never came": what does not come, or has not come yet, is no event."""
    if verb.tag_ == "VBD" and verb.lower_ in _MAY_BE and verb.lower_ != "did":
        return any(c.lower_ == "never" for c in verb.children)
    did = verb.lower_ == "did" or any(c.lower_ == "did" and c.dep_ == "aux" for c in verb.children)
    return did and reality(verb) == NEGATED and any(c.dep_ == "neg" for c in verb.children)


def _would_come(verb: Token, what: Token) -> bool:
    """As in "did not take place"; in "the talks that were to begin on Friday did not"."""
    if verb.lower_ == "did":
        planned = (c for c in what.children if c.dep_ in {"relcl", "acl"})
        return verb.head is verb and any(_is_planned(c) for c in planned)
    if verb.tag_ == "VBD":
        return is_of(what, _SENT) or any(_is_planned(c) for c in what.children)
    place = verb.lemma_ == "take" and any(c.lower_ in _TAKEN for c in verb.children)
    return place or verb.lemma_ in _COMING or particle(verb) in _COMING or _goes(verb)


_TAKEN = words("place hold effect")
_MAY_BE = words("did take go come came left arrived sailed began opened happened materialised")
_SENT = words(
    "convoy inspector observer envoy delegation monitor shipment delivery aid consignment"
)


def _goes(verb: Token) -> bool:
    return verb.lemma_ == "go" and any(c.lower_ == "ahead" for c in verb.children)


def _is_planned(verb: Token) -> bool:
    """As in "was to have begun", "due on Friday", "planned for May"."""
    ahead = any(c.dep_ == "xcomp" and c.tag_ in {"VB", "VBN"} for c in verb.children)
    return (verb.lemma_ == "be" and ahead) or verb.lemma_ in _PLANNING


_PLANNING = words("plan set fix schedule expect promise agree announce due")
