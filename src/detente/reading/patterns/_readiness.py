"""Readiness told by what one would do, and how soon: "would sign tomorrow", "will look at it"."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._halves import DISCUSSING, spurns, would_rather
from detente.reading.periods import WEEKDAYS
from detente.reading.wording import words


def may_be_discussed(telling: Telling, verb: Token) -> bool:
    """As in "the word could be discussed", in the mouth of a side."""
    modal, thing = syntax.modal(verb), syntax.first(verb, "nsubjpass")
    pointed = thing is not None and thing.lower_ in _POINTED and modal in {"will", "would"}
    may = modal in {"may", "might", "could", "can"} and verb.lemma_ in DISCUSSING
    if _is_hinted(telling, verb):
        return True
    told = (
        (may or (pointed and verb.lemma_ in _STUDYING))
        and syntax.is_passive(verb)
        and not is_negated(verb)
    )
    return told and syntax.agent(verb) is None and bool(telling.voice(verb).holder)


def _is_hinted(telling: Telling, verb: Token) -> bool:
    """As in "hinted that a swap may be possible", "signalled that the ban could be eased"."""
    voice, ahead = telling.voice(verb), syntax.modal(verb) in {"may", "might", "could"}
    if voice.cue is None or not voice.holder or not ahead or is_negated(verb):
        return False
    if telling.doc[voice.cue].lemma_ not in _HINTING:
        return False
    states = {child.lower_ for child in syntax.children(verb, "acomp")}
    if verb.lemma_ == "be":
        return not states.isdisjoint(_POSSIBLE)
    return syntax.is_passive(verb) and syntax.agent(verb) is None and verb.lemma_ in _EASING


_HINTING = words("hint signal indicate intimate")
_POSSIBLE = words("possible conceivable negotiable feasible acceptable")
_EASING = words(
    "drop lift ease release relax reopen reach find review extend arrange restore resume offer "
    "share revisit adjust amend agree accept settle postpone delay soften waive suspend"
)
_POINTED = words("it this that they both")
_STUDYING = words("study consider examine review discuss weigh")


def would_listen(telling: Telling, verb: Token) -> bool:
    """As in "will look at it", "we can talk", said of oneself."""
    modal = syntax.modal(verb)
    table = {
        "can": _TALKING | _YIELDING, "could": _TALKING | _YIELDING | _SIGNING,
        "will": _LISTENING, "would": _SIGNING,
        "might": _YIELDING | _SIGNING, "may": _YIELDING | _SIGNING,
    }  # fmt: skip
    gladly = modal in {"would", "will"} and any(c.lower_ in _GLADLY for c in verb.children)
    voice = telling.voice(verb)
    soon = modal == "would" and (voice.is_narrator or voice.direct) and _is_soon(verb)
    imagined = modal in {"can", "could"} and voice.is_narrator and verb.lemma_ in _IMAGINING
    if imagined and not is_negated(verb):
        return bool(telling.holder(verb))  # "can imagine a joint board"
    rather = would_rather(verb) and not spurns(verb) and verb.lemma_ not in {"see", "have"}
    gladly = gladly or soon or rather
    listening = verb.lemma_ in table.get(modal or "", ())
    if not (gladly or listening) or is_negated(verb) or syntax.is_passive(verb):
        return False
    return cues.is_of_speaker(telling, verb)


_HAPPILY = words("gladly happily readily willingly anytime cheerfully")
_GLADLY = _HAPPILY | {"tomorrow"}
_YIELDING = words(
    "yield compromise soften relent bend concede reconsider accept agree budge swallow stomach "
    "wear imagine picture envisage contemplate countenance"
)
_IMAGINING = words("imagine picture envisage conceive countenance stomach swallow live")
_LISTENING = words(
    "consider study examine look listen discuss talk welcome accept entertain review"
)
_SIGNING = _LISTENING | words("sign settle agree compromise back support grant join attend")
_TALKING = _LISTENING | words("meet negotiate sit settle compromise cooperate agree work live")


def stands_for(telling: Telling, verb: Token) -> bool:
    """As in "is for the bridge", "are behind the plan"; whom one is for is another matter.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland met Sudmark. Norland is for the bridge. Sudmark is for now at peace."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [stands_for(telling, verb) for verb in telling.doc if verb.lower_ == "is"]
    [True, False]
    """
    if verb.lemma_ not in {"be", "remain"} or verb.dep_ == "relcl":
        return False
    place = next((c for c in syntax.children(verb, "prep") if c.lower_ in _BESIDE), None)
    stands = verb.tag_ in {*syntax.PRESENT, "VBN"}
    if not stands or place is None or is_negated(verb):
        return False
    noun, subject = syntax.first(place, "pobj"), telling.subject(verb)
    if noun is None or subject is None or subject.lower_ in {"it", "this", "that"}:
        return False
    if syntax.first(verb, "acomp", "attr", "expl") is not None or not telling.holder(verb):
        return False
    if noun.i - place.i > _CLOSE or noun.pos_ != "NOUN" or noun.like_num or telling.whose(noun):
        return False
    told = noun.lemma_.lower()
    return told not in _NOT_STOOD_FOR if place.lower_ == "for" else told in _BACKED


_BESIDE = frozenset({"for", "behind"})
_CLOSE = 5  # words from "for" to what for
_NOT_STOOD_FOR = words(
    "moment time day week month year season sale rent hire lunch treatment trial sake reason "
    "example now instance while night summer winter purpose use benefit bar wheel desk"
)
_BACKED = nouns("plans") | words("deal project strike accord bid motion reform")


def is_if_asked(verb: Token) -> bool:
    """As in "will open the archive if asked": nothing that anybody must bring about."""
    ahead = syntax.modal(verb) in {"would", "will"} and not is_negated(verb)
    return ahead and any(
        child.lemma_ in _ASKED
        and any(mark.lower_ == "if" for mark in child.children)
        and syntax.first(child, *syntax.SUBJECTS) is None
        for child in syntax.children(verb, "advcl")
    )


_ASKED = words("ask invite request need require call")


def _is_soon(verb: Token) -> bool:
    """As in "would begin this Friday", "would take part tonight", "any day of the week"."""
    days = (c for c in syntax.children(verb, "npadvmod") if c.lower_ in _DAYS)
    named = ({day.nbor(-1).lower_, *(w.lower_ for w in day.lefts)} for day in days)
    near = any(before & {"this", "any", "next"} for before in named)
    return near or any(c.lower_ in _AT_ONCE for c in verb.children)


_DAYS = frozenset({*WEEKDAYS, *words("day week month morning afternoon evening")})
_AT_ONCE = words("tonight today immediately")


def would_gladly(telling: Telling, verb: Token) -> bool:
    """As in "the village would happily raise a quarter", in the mouth of its spokesman."""
    gladly = any(c.lower_ in _HAPPILY for c in verb.children)
    ahead = syntax.modal(verb) in {"would", "will"} and not is_negated(verb)
    return gladly and ahead and not telling.doer(verb) and bool(telling.voice(verb).holder)
