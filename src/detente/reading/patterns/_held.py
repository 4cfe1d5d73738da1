"""What kind of position a word holds of itself: "ruled out", "ready", "spoke of"."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.parties.terms import READY
from detente.reading.wording import words

_REFUSING = words("refuse reject oppose resist dismiss exclude decline spurn rule veto")
_ASKING = words("demand want ask call insist seek press urge require claim push")
_YIELDING = words("accept welcome agree consider settle support back favour favor embrace concede")
_OFFERING = words("offer propose promise pledge vow suggest undertake float")
_THREATENING = words("threaten warn")
_AGAINST = words("against opposed unwilling")
HELD = _REFUSING | _ASKING | _YIELDING | _OFFERING | _THREATENING
CALLING = words("""
    call describe brand dismiss praise denounce deride hail speak talk think find consider regard
    see bless assure promise concede admit swear""")
LOOKED_BACK = words(
    "say tell call describe assure speak promise swear insist pledge vow brand dismiss"
)
DISPUTING = words("dispute deny doubt")


def kind(verb: Token, *, reported: bool) -> str | None:
    """The kind of what nobody knew for a position, if its words are such as hold one.

    >>> from detente.reading.page import phrase
    >>> [
    ...     kind(phrase(text)[1], reported=False)
    ...     for text in ("It refused it.", "It spoke of it.", "It built it.", "It called it odd.")
    ... ]
    ['refusal', 'claim', None, 'claim']
    """
    lemma = verb.lemma_.lower()
    near = {child.lemma_.lower() for child in verb.children}
    if lemma == "call" and not near & {"for", "on"}:
        return "claim"  # "called it odd"
    refuses = lemma in _REFUSING or bool(near & _AGAINST)
    if not (reported or lemma in HELD or near & (READY | _AGAINST) or syntax.modal(verb)):
        bound = lemma == "make" and bool({"conditional", "dependent", "contingent"} & near)
        return "demand" if bound else "claim" if lemma in CALLING else None
    if refuses != is_negated(verb) and (refuses or syntax.modal(verb) or lemma in HELD):
        return "refusal"
    for kind, of in _KINDS.items():
        if lemma in of or near & of:
            return kind
    return "intent" if syntax.modal(verb) in {"will", "would"} else "claim"


_KINDS = {
    "demand": _ASKING,
    "threat": _THREATENING,
    "offer": _OFFERING,
    "willingness": _YIELDING | READY | _REFUSING,
}
