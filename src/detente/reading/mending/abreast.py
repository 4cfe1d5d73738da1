"""Who acts, that the parser took for a part of what is done to or beside another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.mending.resuming import STATING
from detente.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_BETWEEN = frozenset({"aux", "auxpass", "neg", "advmod"})


def stand(tokens: Sequence[Token], verb: Token) -> None:
    """Of "with A refusing to sign for its towns and B insisting": who insists.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("A visit ended without result, with Kosovo refusing to submit a draft "
    ...     "for an association of Serb-majority towns and Serbia insisting it will take no step.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ in ("nsubj", "conj")][-3:]
    [('Serbia', 'insisting'), ('insisting', 'refusing'), ('it', 'take')]
    """
    name = tokens[verb.i - 1] if verb.i else verb
    lost = verb.dep_ == "pcomp" or (verb.dep_ == "acl" and verb.head is name)
    if verb.tag_ != "VBG" or not lost or name.dep_ != "conj" or name.pos_ != "PROPN":
        return
    first, joint = _beside(name), tokens[name.left_edge.i - 1]
    if first is None or first is verb or joint.lower_ != "and":
        return
    last, above = tokens[joint.i - 1], name.head
    while above is not first and above.head is not above:
        above.right_edge = last
        above = above.head
    name.head, name.dep_, joint.head = verb, "nsubj", first
    verb.head, verb.dep_, verb.left_edge = first, "conj", name.left_edge
    first.right_edge = max(first.right_edge, verb.right_edge, key=lambda one: one.i)


def _beside(name: Token) -> Token | None:
    """The verb of "with A refusing" above a name."""
    above = name
    while above.head is not above and above.dep_ != "pcomp":
        above = above.head
    told = (above.tag_, above.dep_, above.head.lower_) == ("VBG", "pcomp", "with")
    return above if told else None


def be_told_of(tokens: Sequence[Token], verb: Token) -> None:
    """Of "told journalists the duty to set it up is not open": what is not open.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("He told journalists the duty to set up the association, which Kosovo "
    ...              'accepted in 2013, "is not up for renegotiation".')
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"]
    [('He', 'told'), ('duty', 'is'), ('Kosovo', 'accepted')]
    """
    told = verb.head
    if verb.dep_ != "ccomp" or told.lemma_ != "tell" or told.i > verb.i:
        return
    own = [one for one in tokens[told.i + 1 : verb.right_edge.i] if one.head is verb]
    if any(one.dep_ in SUBJECTS or one.dep_ in {"expl", "mark"} for one in own):
        return
    heard = [one for one in tokens[told.i + 1 : verb.i] if one.head is told and one.dep_ in _HEARD]
    if len(heard) < len(_HEARD):
        return
    thing = heard[-1]
    after = tokens[thing.right_edge.i + 1 : verb.i]
    for one in after:
        if one.head is told and one.dep_ == "xcomp":
            one.head, one.dep_, thing.right_edge = thing, "acl", one.right_edge
    between = tokens[thing.right_edge.i + 1 : verb.i]
    if all(one.is_punct or one.dep_ in _BETWEEN for one in between):
        thing.head, thing.dep_, verb.left_edge = verb, "nsubj", thing.left_edge


_HEARD = ("dative", "dobj")


def tell_after(tokens: Sequence[Token], verb: Token) -> None:
    """Of "It will stay shut until they end the boycott, the council that speaks for it announced".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The rectors of seven colleges will keep lecture halls closed until the FDP "
    ...     "calls off its boycott of exams, the council that represents them announced on Friday.")
    >>> [(token.text, token.dep_) for token in doc if token.text in ("keep", "announced")]
    [('keep', 'ccomp'), ('announced', 'ROOT')]
    """
    if verb.dep_ != "relcl" or verb.tag_ not in {"VBN", "VBD"} or verb.lemma_ not in STATING:
        return
    before = tokens[verb.head.i + 1 : verb.i]
    teller = next((one for one in before if one.head is verb and one.dep_ == "nsubj"), None)
    if teller is None or teller.tag_ in {"WDT", "WP"}:
        return
    comma = tokens[teller.left_edge.i - 1]
    if comma.text != "," or any(one.head is verb and one.dep_ in _HELPING for one in before):
        return
    top = verb.head
    while top.head is not top:
        top.right_edge = tokens[comma.i - 1]
        top = top.head
    if top.i > verb.i:
        return
    verb.left_edge, verb.right_edge = top.left_edge, top.right_edge
    for one in tokens[verb.i + 1 : top.right_edge.i + 1]:
        if one.head is top:
            one.head = verb
    top.right_edge = tokens[comma.i - 1]
    comma.head = top.head = verb.head = verb
    verb.tag_, verb.dep_, top.dep_ = "VBD", "ROOT", "ccomp"


_HELPING = frozenset({"aux", "auxpass", "dobj"})
