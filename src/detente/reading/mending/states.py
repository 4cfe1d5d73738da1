"""What is so and was taken for what is done to it: the "closed" of "the question is closed"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.syntax import REFLEXIVE
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_OF_CLAUSE = frozenset(
    {"nsubj", "nsubjpass", "mark", "aux", "neg", "advmod", "expl", "punct", "cc", "advcl", "conj"}
)


def stand(tokens: Sequence[Token], being: Token) -> None:
    """Let "is" be the verb where an adjective has it for a helper.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Norland has quarrelled with it. It has said that the question is closed.")
    >>> [t.text for t in doc if t.dep_ == "auxpass" and t.head.tag_ == "JJ"]
    []
    """
    state = being.head
    if being.dep_ != "auxpass" or being.lemma_ != "be" or state.tag_ != "JJ" or state is being:
        return
    if not being.i < state.i:
        return
    inside = tokens[state.left_edge.i : state.right_edge.i + 1]
    for one in inside:
        verbal = one.dep_ != "conj" or one.pos_ in {"VERB", "AUX"}
        before = one.i < being.i or one.dep_ in _OF_CLAUSE - {"advmod"}
        if one.head is state and one is not state and one is not being and before and verbal:
            one.head = being
            one.dep_ = "nsubj" if one.dep_ == "nsubjpass" else one.dep_
    being.head = being if state.head is state else state.head
    being.dep_ = state.dep_
    being.left_edge, being.right_edge = state.left_edge, state.right_edge
    state.head, state.dep_, state.left_edge = being, "acomp", tokens[being.i + 1]


def depend(tokens: Sequence[Token], bound: Token) -> None:
    """Let a thing be made contingent, and no contingent of it be made.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("It made its full support contingent on an apology.")
    >>> [(t.text, t.dep_, t.head.text) for t in doc[2:6]][::2]
    [('its', 'poss', 'support'), ('support', 'nsubj', 'contingent')]
    """
    making, thing = bound.head, tokens[bound.i - 1]
    counted = bound.lower_ not in _BOUND or bound.tag_ != "NN" or bound.dep_ != "dobj"
    if counted or making.lemma_ not in {"make", "render", "leave"}:
        return
    if thing.head is not bound or thing.dep_ != "compound":
        return
    for one in tokens[bound.left_edge.i : bound.right_edge.i + 1]:
        if one.head is bound and one is not thing:
            one.head = thing if one.i < thing.i else making
    thing.head, thing.dep_, thing.left_edge = bound, "nsubj", bound.left_edge
    bound.tag_, bound.pos_, bound.dep_ = "JJ", "ADJ", "ccomp"
    making.right_edge = max(making.right_edge, bound.right_edge, key=lambda one: one.i)
    bound.right_edge = bound


_BOUND = frozenset({"contingent", "dependent"})


def be_as_declared(tokens: Sequence[Token], state: Token) -> None:
    """Take "has declared itself unwilling to talk" for "has been unwilling to talk".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia has declared itself unwilling to open the border as long as they stay.")
    >>> [(token.text, token.lemma_, token.dep_) for token in doc if token.i in (2, 4)]
    [('declared', 'be', 'ROOT'), ('unwilling', 'unwilling', 'acomp')]
    """
    verb, before = state.head, tokens[state.i - 1] if state.i else state
    declared = verb.lemma_ in _DECLARING and verb.i < state.i
    if state.lower_ not in _MINDED or not declared or before.lower_ not in REFLEXIVE:
        return
    before.head, before.dep_ = verb, "npadvmod"
    state.dep_, state.left_edge = "acomp", state
    verb.lemma_, verb.pos_ = "be", "AUX"


_DECLARING = words("declare show prove pronounce call profess consider")
_MINDED = words("unwilling willing ready prepared open reluctant unready")
