"""What is watched with suspicion, or seen as a challenge to one's own."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.parsed import Token
from detente.reading.wording import words


def is_of_next(token: Token, verb: Token) -> bool:
    """As "war" of "saw advantages in it, and, since war broke out, has been silent"."""
    for above in (token, *token.ancestors):
        if above == verb:
            return False
        own = above.dep_ in {"conj", "advcl"} and above.pos_ in {"VERB", "AUX"}
        if own and above.head == verb and syntax.first(above, *syntax.SUBJECTS) is not None:
            return True
        if own and above.dep_ == "conj" and above.head == verb:
            return syntax.is_finite(above)
    return False


def with_unease(verb: Token) -> bool:
    """As in "regards the pact with deep suspicion", "viewed the drills of Sudmark with alarm".

    >>> from detente.reading.page import phrase
    >>> [with_unease(phrase(f"They view the pact with {how}.")[1]) for how in ("alarm", "favour")]
    [True, False]
    """
    if verb.lemma_ not in _WATCHING:
        return False
    tail = verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.sent.end)]
    withs = (token for token in tail if token.lower_ == "with" and token.dep_ == "prep")
    felt = (syntax.first(preposition, "pobj") for preposition in withs)
    return any(noun is not None and noun.lower_ in _UNEASE for noun in felt)


_WATCHING = words("see view regard treat perceive consider")
_UNEASE = words("suspicion alarm mistrust distrust unease hostility dismay apprehension wariness")


def as_challenge(verb: Token) -> bool:
    """As in "sees the base as a challenge to its role": what is its own is challenged.

    >>> from detente.reading.page import phrase
    >>> said = "They see it as a challenge to their role.", "They see it as a challenge for all."
    >>> [as_challenge(phrase(one)[1]) for one in said]
    [True, False]
    """
    tail = verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.sent.end)]
    return any(
        token.lower_ in _CHALLENGES
        and token.i + 2 < verb.sent.end
        and token.nbor().lower_ in {"to", "on", "of", "against"}
        and token.nbor(2).lower_ in _ITS
        for token in tail
    )


_CHALLENGES = words("challenge challenges infringement infringements intrusion assault dilution")
_ITS = words("its their his her our my")
