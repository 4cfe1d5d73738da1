"""Views told by the way: "what it regards as its zone", "sees in the treaty a debt".

And what is said in a clause without a verb in the parse: "says that less than half arrived".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._opponents import has_a_stake
from detente.reading.saying import is_plain
from detente.reading.wording import words

_REGARDING = words("regard consider view see call claim deem count treat describe term think")
_OWN = words("its their his her our own sovereign rightful legitimate ancestral")
_NEAR = 7  # words from "regards" to "its zone"
_READING = words("see find recognise recognize detect read spot")
_DEEDS = words("boat ship body fish way gold oil home place time weapon refuge shelter")


def regarded(telling: Telling) -> Iterator[Finding]:
    """Claims to what is one's own, told by the way, and what somebody sees in a thing.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = (
    ...     "Norland met Sudmark. A boat sank in what Norland regards as its waters. "
    ...     "Sudmark sees in the treaty a debt. Norland found in the bay a boat."
    ... )
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [(one.clause.text, one.holder) for one in regarded(telling)]
    [('regards', ('norland',)), ('sees', ('sudmark',))]
    """
    for verb in telling.scene.verbs:
        own = verb.lemma_ in _REGARDING and _is_of_ones_own(verb)
        if own or (verb.lemma_ in _READING and _is_in_it(verb)):
            holder = telling.holder(verb)
            if not is_negated(verb) and not syntax.modal(verb):
                yield from cues.finding(telling, "claim", verb, holder=holder, confidence=0.7)


def _is_of_ones_own(verb: Token) -> bool:
    """As in "what Norland considers its border", "what it calls its own waters"."""
    what = any(child.lower_ == "what" and child.i < verb.i for child in verb.children)
    after = verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]
    first = next((t for t in after if t.lower_ not in {"as", "to", "be", "part", "of"}), None)
    return what and first is not None and first.lower_ in _OWN


def _is_in_it(verb: Token) -> bool:
    """As in "sees in the decision proof that", "sees in it a debt"."""
    preposition = next((c for c in syntax.children(verb, "prep") if c.i == verb.i + 1), None)
    seen = syntax.first(verb, "dobj")
    if preposition is None or preposition.lower_ != "in" or seen is None or seen.i < preposition.i:
        return False
    return not syntax.is_passive(verb) and seen.lemma_ not in _DEEDS and seen.pos_ == "NOUN"


def told(telling: Telling) -> Iterator[Finding]:
    """What is said where the parser has no verb for it: "says that less than half arrived".

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = (
    ...     "Norland and Sudmark are quarrelling over the bay. "
    ...     "Norland says that less than a sixth of the amount arrived last year."
    ... )
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [(one.kind, one.holder) for one in told(telling)]
    [('claim', ('norland',))]
    """
    for verb in telling.scene.verbs:
        said = syntax.first(verb, "ccomp") if is_plain(verb) and syntax.is_finite(verb) else None
        if said is None or said.i < verb.i or said.pos_ in {"VERB", "AUX"}:
            continue
        that = any(child.lower_ == "that" and child.dep_ == "mark" for child in said.children)
        finite = any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in said.subtree if t.i > said.i)
        holder = telling.voice(said).holder or telling.holder(verb)
        heard = that and finite and any(has_a_stake(telling, party) for party in holder)
        if heard and not cues.is_aside(telling, verb) and not is_negated(verb):
            yield from cues.finding(telling, "claim", said, holder=holder, confidence=0.6)


def too_much(telling: Telling) -> Iterator[Finding]:
    """What a thing is for somebody: "the price is too high for Norland", "was too much for it".

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland met Sudmark. The price is too high for Norland."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [(one.kind, one.holder) for one in too_much(telling)]
    [('refusal', ('norland',))]
    """
    for verb in cues.clauses(telling):
        state = syntax.first(verb, "acomp") if verb.lemma_ in {"be", "go", "seem", "come"} else None
        if state is None or not any(c.lower_ == "too" for c in state.children):
            continue
        for preposition in (*syntax.children(state, "prep"), *syntax.children(verb, "prep")):
            holder = telling.who(syntax.first(preposition, "pobj"))
            if preposition.lower_ == "for" and holder and not is_negated(verb):
                yield from cues.finding(telling, "refusal", verb, holder=holder, confidence=0.7)
