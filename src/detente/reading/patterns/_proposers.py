"""Who had proposed what somebody accepts or turns down without a word of whose it is."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.wording import words


def proposer(telling: Telling, kind: str, verb: Token, holder: tuple[str, ...]) -> tuple[str, ...]:
    """To whom "Norland accepted" is said, or "called the plan sound": who had proposed it."""
    if kind not in {"willingness", "refusal"} or not _answers_a_plan(verb):
        return ()
    for place in range(verb.i - 1, max(-1, verb.i - _HEARD), -1):
        token = telling.doc[place]
        if token.lemma_ in _PROPOSING and token.pos_ == "VERB":
            return tuple(party for party in telling.holder(token) if party not in holder)
    return ()


_HEARD = 60  # words back to where something was proposed
_PROPOSING = words("propose suggest offer float table mediate broker invite recommend")
_PLANS = nouns("plans") | nouns("offers")


_ANSWERING = words("accept agree consent assent decline refuse demur balk")


def _answers_a_plan(verb: Token) -> bool:
    """As "accepted", "called the plan sound", "is not unwilling to consider this"."""
    small = next((c for c in syntax.children(verb, "ccomp") if c.pos_ == "ADJ"), None)
    ready = syntax.first(verb, "acomp")
    inner = syntax.first(ready or verb, "xcomp") or verb
    thing = syntax.first(inner, "dobj", "nsubjpass") or (small and syntax.first(small, "nsubj"))
    if thing is None:
        return verb.lemma_ in _ANSWERING
    return thing.lower_ in {"it", "this", "that"} or thing.lemma_ in _PLANS
