"""What the parser often takes for something else, set right before anything is read.

A module a sort of slip; each function looks at one token, and does nothing where all is well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.mending import (
    abreast,
    listed,
    mistaken,
    openings,
    sides_taken,
    states,
    subjects,
    tagging,
    unknown,
    unverbed,
)
from detente.reading.mending.plurals import make_verb_of_many
from detente.reading.mending.reattaching import reattach

if TYPE_CHECKING:
    from detente.reading.parsed import Token


def mend(tokens: Sequence[Token]) -> None:
    """Set the tag and the place in the tree of such verbs, and of their subjects and objects.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia reserves the right to respond.")
    >>> [(token.text, token.tag_, token.dep_) for token in doc][:2]
    [('Tavia', 'NNP', 'nsubj'), ('reserves', 'VBZ', 'ROOT')]
    """
    tagging.name(tokens)
    for token in tokens:
        tagging.date(tokens, token)
        tagging.spell_out(tokens, token)
        tagging.help_verb(token)
        tagging.open_sentence(token)
        unknown.name(tokens, token)
        unknown.part_person(tokens, token)
        openings.set_right(tokens, token)
        states.stand(tokens, token)
        states.be_as_declared(tokens, token)
        states.depend(tokens, token)
        mistaken.lay_claim(tokens, token)
        mistaken.name_body(tokens, token)
        mistaken.has_done(tokens, token)
        mistaken.of_what(tokens, token)
        mistaken.be_one_object(tokens, token)
        subjects.take(tokens, token)
        subjects.take_compound(tokens, token)
        abreast.stand(tokens, token)
        abreast.be_told_of(tokens, token)
        abreast.tell_after(tokens, token)
        reattach(tokens, token)
        subjects.make_verb(tokens, token)
        make_verb_of_many(tokens, token)
        sides_taken.make_verb(tokens, token)
        unverbed.put_aside(tokens, token)
        unverbed.put_in(tokens, token)
        unverbed.answer(tokens, token)
        unverbed.take_content(tokens, token)
        unverbed.name_teller(tokens, token)
        subjects.wait(tokens, token)
        subjects.hold_at_first(tokens, token)
        unverbed.part(tokens, token)
        if not unverbed.make_verb_of_one(tokens, token):
            listed.make_verb(tokens, token)
