"""What the helpers of a verb say of it: that it may come, or that it must be done."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.parsed import Token

PROMISING = frozenset({"will", "shall", "can", "would", "could"})
_DUTIES = frozenset({"must", "should"})


def is_promise(verb: Token) -> bool:
    """Whether a verb says what may come: "will talk", "could be discussed".

    >>> from detente.reading.page import phrase
    >>> is_promise(phrase("Norland will talk.")[2]), is_promise(phrase("Norland must talk.")[2])
    (True, False)
    """
    return verb.pos_ == "VERB" and syntax.modal(verb) in PROMISING


def is_due(verb: Token) -> bool:
    """Whether a verb says what must be done: "must pay", the "pay" of "has to pay".

    >>> from detente.reading.page import phrase
    >>> is_due(phrase("Norland should pay.")[2]), is_due(phrase("Norland has to pay.")[3])
    (True, True)
    """
    return syntax.modal(verb) in _DUTIES


def is_obliged(verb: Token) -> bool:
    """Whether a verb says that something has to be done: "will have to pay", "would need to pay".

    >>> from detente.reading.page import phrase
    >>> is_obliged(phrase("Norland has to pay.")[1]), is_obliged(phrase("Norland has boats.")[1])
    (True, False)
    """
    return verb.lemma_ in {"have", "need"} and syntax.first(verb, "xcomp") is not None


def tells_duty(verb: Token) -> bool:
    """Whether the clause of a verb is one of duty: "must pay", "will have to pay".

    >>> from detente.reading.page import phrase
    >>> tells_duty(phrase("Norland has to pay.")[1]), tells_duty(phrase("Norland will pay.")[2])
    (True, False)
    """
    return is_due(verb) or is_obliged(verb)
