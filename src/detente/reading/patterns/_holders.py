"""Whose position a clause is: who acts in it, else to whom it is attributed."""

from __future__ import annotations

from detente.dispute.evidence import AUTHOR
from detente.reading import syntax
from detente.reading.attribution import Telling, Voice
from detente.reading.moods import is_due
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.parties.cast import wills
from detente.reading.parties.posts import FORMER
from detente.reading.wording import words

_MINDED = words("oppose prepare commit determine resolve dispose incline")
_PROPOSING = frozenset({"propose", "suggest", "urge", "demand", "recommend"})


def holder_of(telling: Telling, verb: Token, steps: list[Token]) -> tuple[str, ...]:
    """Whose position the clause is: who acts in it, else to whom it is attributed."""
    voice = telling.voice(verb)
    proposed = voice.cue is not None and telling.doc[voice.cue].lemma_ in _PROPOSING
    asking = (voice.holder if proposed else ()) or _asker(telling, steps[0])
    if asking:
        return asking
    actor: tuple[str, ...] = ()
    for step in steps:
        if step.pos_ in {"VERB", "AUX"}:
            actor = telling.holder(step)
            if not actor and step.lemma_ in _MINDED:  # "is opposed to": no passive
                actor = telling.who(telling.subject(step))
            if actor and step.lemma_ == "have" and _has_infinitive(step) and voice.holder:
                return voice.holder  # "they will have to pay"
            if actor and not is_due(step):
                return voice.holder if _rules_over(telling, voice, actor, step) else actor
    if voice.holder:
        return voice.holder
    if actor:
        return ()
    return _without_actor(telling, voice, steps[-1])


def _rules_over(telling: Telling, voice: Voice, actor: tuple[str, ...], verb: Token) -> bool:
    """Of "The union made it clear that neither side will join until": a third lays it down."""
    pair, subject = telling.scene.pair, telling.subject(verb)
    third = bool(voice.holder) and voice.cue is not None and not {*voice.holder} & {*actor}
    if not third or len(pair) <= 1 or {*actor} != {*pair} or subject is None:
        return False
    neither = subject.left_edge.lower_ in {"neither", "no"} or is_negated(verb)
    cue = telling.doc[voice.cue or 0]
    foretold = cue.lemma_ in _EXPECTING | _NO_RULING  # "They agreed that neither state would"
    return neither and syntax.modal(verb) in {"will", "would", "can", "could"} and not foretold


_NO_RULING = words("believe think fear hope suspect agree promise pledge note report complain")


def _asker(telling: Telling, verb: Token) -> tuple[str, ...]:
    """Of "has asked Sudmark to wait until": who asks, not who is to wait."""
    above = verb.head
    asked = verb.dep_ in {"xcomp", "ccomp"} and verb.tag_ == "VB" and above.lemma_ in _BIDDING
    if asked and above.lemma_ == "want" and syntax.first(verb, *syntax.SUBJECTS) is None:
        return ()  # "wants to sign"
    if not asked or above.pos_ != "VERB":
        return ()
    return telling.holder(above)


_BIDDING = words(
    "ask urge tell order instruct beg implore warn advise press bid direct request want"
)


def _without_actor(telling: Telling, voice: Voice, verb: Token) -> tuple[str, ...]:
    """Whose the thing is, else the narrator's."""
    if voice.cue is not None and not voice.direct and _says_i(telling, voice.cue):
        return (AUTHOR,)
    subject = telling.subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
    if subject is not None and (subject.dep_, subject.pos_) == ("nsubj", "NOUN") and wills(subject):
        # else somebody acts of whom the text does not say who it is
        return (AUTHOR,) if is_forecaster(subject, verb) else ()
    plain = voice.cue is None or voice.direct  # not "said that its licence would be withdrawn"
    plain = plain and not is_taken(verb)  # "its grant will be held back": it does not say so
    owned = telling.who(syntax.first(subject, "poss")) if subject is not None and plain else ()
    return owned or ((AUTHOR,) if voice.cue is None or _is_outsider(telling, voice.cue) else ())


def is_forecaster(subject: Token, verb: Token) -> bool:
    """As in "Short of a change of heart, diplomats expect no movement": no party's position."""
    return subject.lemma_.lower() in OUTSIDE and verb.lemma_ in _EXPECTING


_EXPECTING = words("expect see foresee predict doubt anticipate foretell")


def is_taken(verb: Token) -> bool:
    """As in "will be held back", "would be cut": what befalls whose the thing is."""
    return syntax.is_passive(verb) and verb.lemma_ in _TAKING and bool(syntax.modal(verb))


_TAKING = words(
    "hold withhold cut suspend revoke freeze seize confiscate withdraw cancel stop block strip "
    "impound close dock slash halt terminate"
)
OUTSIDE = words(
    "analyst expert diplomat observer historian economist lawyer researcher scientist scholar "
    "editorial newspaper daily paper commentator critic envoy biologist broker trader report study "
    "think-tank professor columnist mediator investor bank forecaster many some most few others "
    "nobody everybody everyone one insider source ambassador veteran resident local judge engineer "
    "farmer businessman fisherman"
)


def _is_outsider(telling: Telling, cue: int) -> bool:
    """Whether somebody says it who speaks for none of the parties: an analyst, a person."""
    teller = telling.subject(telling.doc[cue])
    if teller is None:
        return True
    if any(child.lower_ in FORMER for child in teller.lefts):
        return True  # "a former director believes"
    aside = telling.doc[cue].dep_ == "parataxis"
    if teller.lower_ == "they" and aside and not telling.who(teller):
        return True  # "Diplomats see no end. That, they add, would take a gesture from Norland"
    if teller.pos_ == "PRON":
        return teller.lower_ in {"many", "some", "most", "few", "others", "one", "everybody"}
    return teller.pos_ == "PROPN" or bool({teller.lemma_.lower(), teller.lower_} & OUTSIDE)


def _has_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "VB" for child in syntax.children(verb, "xcomp"))


def _says_i(telling: Telling, cue: int) -> bool:
    subject = telling.subject(telling.doc[cue])
    return subject is not None and subject.lower_ == "i"
