"""Relations that by their ends are none: to courts, days, rights, ships and sweethearts."""

from __future__ import annotations

from detente.reading.arguments import prepositional, things_of
from detente.reading.parsed import Token
from detente.reading.parties.names import head_kind, nouns
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said
from detente.reading.syntax import verb_above
from detente.reading.wording import words

_STOPPING = words("pause suspend halt cut stop freeze withdraw withhold end cancel scrap reduce")
_SEIZING = words("seize board impound detain capture intercept arrest stop confiscate hold take")
_RIGHTS = words("right need importance fact value duty problem concern role danger risk merit")
_FILING = words("file lodge dismiss pursue hear submit")
_NO_LANDS = frozenset({"alliance", "person"})
_BODIES = frozenset({"organisation", "union", "group", "forum"})  # by the head of a name


def is_unlikely(reader: Reader, said: Said) -> bool:
    """Whether what stands at the ends of a relation makes it none.

    Parameters
    ----------
    reader, said
        An article, and a relation that its words would tell.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "Norland relies on the High Court. The High Court ruled. Norland refused."
    >>> reader = Reader(build(Document("d1", text=text)))
    >>> is_unlikely(reader, Said("aligned", "norland", "high_court", reader.scene.doc[1], 0, 6))
    True
    """
    return _UNLIKELY.get(said.kind, _never)(reader, said) or _is_day(said)


def _never(_reader: Reader, _said: Said) -> bool:
    return False


def _is_day(said: Said) -> bool:
    named = (said.target or "").casefold()
    return named in MONTHS or named in WEEKDAYS


def _aligned(reader: Reader, said: Said) -> bool:
    """With a court, one's partner in life or both of the two, or by help that was stopped."""
    ends = [reader.scene.by_id.get(end or "") for end in (said.source, said.target)]
    if any(one is not None and one.role == "forum" for one in ends):
        return True
    if all(one is not None and one.type == "person" and not one.speaks_for for one in ends):
        return True
    verb = said.root if said.root.pos_ == "VERB" else verb_above(said.root)
    return verb is not None and (verb.lemma_ in _STOPPING or _helps_both(reader, said, verb))


def _helps_both(reader: Reader, said: Said, verb: Token) -> bool:
    """As in "C arms both countries", "C, which sells jets to both": with neither of the two."""
    if not reader.is_third(said.source) or said.target not in reader.scene.pair:
        return False
    whom = [*things_of(verb), *prepositional(verb, "to", "with", "for")]
    whom += [c for c in verb.children if c.dep_ == "dative"]
    return any(t.lower_ == "both" or any(c.lower_ == "both" for c in t.lefts) for t in whom)


def _claims(reader: Reader, said: Said) -> bool:
    """A body or a person, or in a suit: "filed a claim with the tribunal"."""
    target = reader.scene.by_id.get(said.target or "")
    if target is not None and (target.type in _NO_LANDS or head_kind(target.name) in _BODIES):
        return True
    noun = said.root
    named = any(child.lower_ == "to" for child in noun.children)
    return noun.dep_ == "dobj" and noun.head.lemma_ in _FILING and not named


def _controls(_reader: Reader, said: Said) -> bool:
    """A ship that somebody stopped."""
    named = (said.target or "").casefold().split()
    return said.root.lemma_ in _SEIZING and not nouns("vessels").isdisjoint(named)


def _recognises(_reader: Reader, said: Said) -> bool:
    """That there is a right or a need."""
    things = (child for child in said.root.children if child.dep_ in {"dobj", "nsubjpass"})
    return any(thing.lemma_.casefold() in _RIGHTS for thing in things)


_UNLIKELY = {
    "aligned": _aligned, "claims": _claims, "controls": _controls, "recognises": _recognises,
}  # fmt: skip
