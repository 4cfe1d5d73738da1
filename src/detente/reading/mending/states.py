"""What is so and was taken for what is done to it: the "closed" of "the question is closed"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

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
