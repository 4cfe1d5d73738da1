"""What a party says will be, or is under way, of a thing: "production will go on"."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.patterns._duties import is_what_it_takes
from detente.reading.patterns._opponents import has_a_stake
from detente.reading.wording import words

INERT = frozenset({"be", "have", "need", "seem", "mean", "cost", "depend", "require", "like",
                    "love", "see", "know", "prefer", "want", "hate"})  # fmt: skip


def is_willed(verb: Token) -> bool:
    """Whether it will be; not "We would be buying our own road", which it would come to."""
    modal = syntax.modal(verb)
    if modal not in {"will", "would", "shall"} or is_negated(verb):
        return False
    return modal != "would" or verb.tag_ != "VBG"


def is_to_come(telling: Telling, verb: Token) -> bool:
    """What a party says will be, of a thing: "production will go on"."""
    if not is_willed(verb):
        return False
    subject, voice = telling.subject(verb), telling.voice(verb)
    if is_said_to_stay(verb) or (subject is not None and _is_nobody(subject)):
        return False
    told = any(has_a_stake(telling, party) for party in voice.holder)
    if told and subject is not None and _is_own_doing(telling, verb, subject):
        return True
    thing = subject is not None and subject.pos_ == "NOUN" and not telling.doer(verb)
    given = syntax.first(verb, "dobj")
    if verb.lemma_ == "take" and (given is None or given.lemma_ not in {"place", "effect", "part"}):
        return False  # "a case would take three years"
    return told and thing and verb.lemma_ in _GOING_ON


def _is_nobody(subject: Token) -> bool:
    """As "no farmer", "nobody"."""
    return subject.lower_ in {"nobody", "none"} or any(
        child.lower_ == "no" for child in subject.children
    )


def is_under_way(telling: Telling, verb: Token) -> bool:
    """As in "the dam is going ahead", said by a party."""
    if verb.lemma_ not in _MOVING and verb.lemma_ != "continue":
        return False
    on = any(c.lower_ in {"ahead", "forward", "on"} for c in syntax.children(verb, "advmod", "prt"))
    now = any(c.tag_ in syntax.PRESENT for c in syntax.children(verb, "aux"))
    moving = verb.tag_ == "VBG" and verb.lemma_ in _MOVING and on and now
    going = verb.tag_ in syntax.PRESENT and (
        verb.lemma_ == "continue" or (verb.lemma_ == "go" and on)
    )
    subject = syntax.first(verb, "nsubj")
    thing = subject is not None and subject.lemma_ in _WORKS and not telling.doer(verb)
    moving = moving or (going and thing)
    told = any(has_a_stake(telling, party) for party in telling.voice(verb).holder)
    return moving and told and not is_negated(verb)


_MOVING = words("go proceed move press push forge carry")
_WORKS = words(
    "work construction building drilling project plan campaign strike protest boycott blockade "
    "operation production inspection patrol fishing dredging mission programme program fight "
    "action struggle survey pumping mining delivery sale occupation"
)
_BODIES = words(
    "region trust club board council city county province parish town group party firm company "
    "association ministry operator airline museum school hospital university government state"
)


def _is_own_doing(telling: Telling, verb: Token, subject: Token) -> bool:
    """As in "drivers will strike", "supplies would be cut": what the speaker has done."""
    doer = telling.doer(verb)
    if verb.lemma_ in INERT | _SUFFERED or (
        doer and not set(doer) & set(telling.voice(verb).holder)
    ):
        return False
    if doer:  # "its fleet would sail"
        return not syntax.is_passive(verb)
    crowd = subject.lemma_.lower() in nouns("crowds") | nouns("people") | _BODIES
    thing = subject.pos_ == "NOUN" or subject.lower_ in {"they", "it", "this", "more", "all"}
    done = syntax.is_passive(verb) and syntax.agent(verb) is None and thing
    return (crowd and not syntax.is_passive(verb)) or done


_SUFFERED = words("suffer die starve lose wait pay face struggle freeze drown bleed")
_GOING_ON = frozenset({"continue", "proceed", "begin", "start", "go", "run", "stay", "remain",
                       "stand", "resume", "take", "happen", "rise", "expand",
                       "keep", "operate", "function", "reopen", "last", "open", "close",
                       "end", "stop", "cease", "halt"})  # fmt: skip


def is_said_to_stay(verb: Token) -> bool:
    """As in "is a province and will remain one": a claim; "it would take a miracle": a need."""
    stays = verb.lemma_ == "remain" and syntax.first(verb, "attr") is not None
    return stays or is_what_it_takes(verb)
