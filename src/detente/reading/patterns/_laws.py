"""What somebody's own law forbids it: "its constitution forbids any government to cede them"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _nouns as named
from detente.reading.wording import words

_LAWS = words(
    "constitution law statute charter act decree bylaw doctrine canon code legislation statutes "
    "mandate rulebook"
)
_FORBIDDING = words("forbid bar prohibit ban preclude outlaw exclude prevent")
_LETTING = words("allow permit let provide recognise recognize envisage foresee know")


def forbidden(telling: Telling) -> Iterator[Finding]:
    """Refusals that stand in a law of whose they are."""
    for noun in telling.scene.nouns:
        if noun.lemma_.lower() not in _LAWS:
            continue
        verb = _forbids(noun)
        owner = named.owners(telling, noun) if verb is not None else ()
        if verb is not None and owner and not cues.is_aside(telling, verb):
            yield from cues.finding(telling, "refusal", verb, holder=owner, confidence=0.75)


def _forbids(noun: Token) -> Token | None:
    """The verb by which the law forbids something, now."""
    if noun.dep_ == "nsubj":
        verb = noun.head
        negated = is_negated(verb) or any(c.lower_ == "no" for c in _given(verb))
        barred = (verb.lemma_ in _FORBIDDING) != is_negated(verb)
        fits = barred if verb.lemma_ in _FORBIDDING else verb.lemma_ in _LETTING and negated
        return verb if fits and verb.tag_ != "VBD" else None
    if noun.dep_ == "pobj" and noun.head.lower_ in {"under", "by"}:
        verb = noun.head.head
        subject = syntax.subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
        nobody = subject is not None and any(c.lower_ == "no" for c in subject.children)
        may = syntax.modal(verb) in {"may", "can", "must", "shall"}
        return verb if may and (nobody or is_negated(verb)) else None
    return None


def _given(verb: Token) -> Iterator[Token]:
    for thing in syntax.children(verb, "dobj"):
        yield from thing.children
