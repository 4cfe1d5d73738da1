"""What a negated clause is: a practice of one's own, or what others ought to have done."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.tables import wrongs
from detente.reading.wording import words


def is_practice(telling: Telling, verb: Token) -> bool:
    """As in "we do not change the referee": what "we" do not do, as a rule; no state, no wrong."""
    subject = syntax.first(verb, "nsubj")
    ours = subject is not None and subject.lower_ == "we" and telling.voice(verb).direct
    helped = any(c.lower_ in {"do", "don't"} for c in syntax.children(verb, "aux"))
    active = verb.tag_ == "VB" and verb.lemma_ not in _STATIVE | wrongs("doing")
    return ours and helped and active and is_negated(verb)


def is_owed(telling: Telling, verb: Token) -> bool:
    """As in "the report was never published", "we got nothing": what others ought to have done."""
    nobody, us = syntax.first(verb, "nsubj"), syntax.first(verb, "dobj", "dative")
    if nobody is not None and nobody.lower_ in {"nobody", "none"} and verb.lemma_ in _TELLING:
        return us is not None and us.lower_ == "us" and telling.voice(verb).direct
    got = syntax.first(verb, "dobj") if verb.lemma_ in _GETTING and is_negated(verb) else None
    if got is not None and got.lemma_.lower() in _AWAITED and not syntax.modal(verb):
        return bool(set(telling.holder(verb)) & set(telling.voice(verb).holder))
    doer = telling.doer(verb)
    past = any(c.lower_ in {"was", "were", "been"} for c in syntax.children(verb, "auxpass"))
    done = past and is_negated(verb) and verb.lemma_ in _DUE and not syntax.modal(verb)
    main = verb.dep_ in {"ccomp", "ROOT", "conj", "parataxis"}
    return main and done and syntax.is_passive(verb) and syntax.agent(verb) is None and not doer


_TELLING = words("ask tell consult inform warn invite")
_GETTING = words("receive get hear see")
_AWAITED = words("nothing answer reply response explanation apology payment money cent penny word")
_DUE = words(
    "publish pay deliver honour honor consult inform repair answer keep implement return release "
    "compensate fulfil fulfill respect invite warn involve enforce"
)
_STATIVE = words(
    "have own know believe think want need see understand mean owe belong like hate love ask seek "
    "say claim feel hope expect intend wish remember recall agree care mind hold hide deny doubt "
    "fear get live depend consider regard look seem appear find hear do come run"
)
