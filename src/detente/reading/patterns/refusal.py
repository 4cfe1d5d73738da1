"""What somebody will not do, or rejects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.reading import frames, syntax
from detente.reading.attribution import Telling
from detente.reading.frames import Frame
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _judging as judging
from detente.reading.patterns import _negations as negations
from detente.reading.patterns import _nouns as named
from detente.reading.patterns._answers import answered
from detente.reading.patterns._clefts import clefts
from detente.reading.patterns._framed import framed
from detente.reading.patterns._halves import excepted
from detente.reading.patterns._laws import forbidden
from detente.reading.patterns._questions import replied, rhetorical
from detente.reading.patterns._refusals_told import COUNTER_EXAMPLES, EXAMPLES
from detente.reading.patterns._who import UNWANTED
from detente.reading.patterns.denial import is_proposed
from detente.reading.wording import phrases, words

KIND = "refusal"

__all__ = ["COUNTER_EXAMPLES", "EXAMPLES", "KIND", "find"]

_CHARGES = words(
    "charge allegation accusation claim suggestion report assertion accusations insinuation "
    "notion criticism blame"
)
_ACCEPTING = frozenset(
    {"accept", "recognise", "recognize", "agree", "negotiate", "talk", "budge", "compromise",
     "yield", "tolerate", "allow", "permit", "consider", "support", "give", "sign", "concede",
     "abandon", "retreat", "bow"}
)  # fmt: skip
_DEALING = words(
    "trade bargain sell pay deal respond reward apologise apologize lease lend bow haggle discuss "
    "answer beg surrender kneel run leave move share discuss barter debate engage retreat haggle "
    "speak meet ask take do make work send buy"
)
_YIELDING = frozenset({"willingness", "demand"})
_DONE = frozenset({"sign", "agree", "give", "concede", "negotiate", "talk", "abandon", "retreat"})
_WANTING = frozenset({"want", "intend", "plan", "wish", "mean"})
_UNWILLING = frozenset({"unwilling", "reluctant", "opposed"})
_READY = frozenset({"ready", "willing", "prepared", "open", "inclined"})
_PHRASES = phrases(
    "non-negotiable; not negotiable; out of the question; off the table; not up for; "
    "non-starter; not for sale; red line; cold water; scorn on"
)
_OFF_LIMITS = frozenset({"unacceptable", "impossible", "unthinkable", "inconceivable"})
_NO_NOUNS = frozenset(
    {"intention", "plan", "interest", "reason", "question", "call", "need", "point", "use"}
)
_WEATHER = frozenset({"rain", "snow", "happen", "matter", "be", "take", "work", "last", "help"})
_UNABLE = words(
    "trust afford believe understand imagine verify confirm say explain see know happen"
)
_SILENT = words("confirm deny comment elaborate")
_HINDERING = words("oppose object mind block resist exclude reject refuse contest begrudge veto")
_OBJECTIONS = words("objection problem quarrel difficulty trouble hesitation qualm")
_CHOICES = words("choice option alternative")  # "will have no choice but to sue"
_RECEIVING = words("get have receive see obtain enter pass win gain take set join achieve")
_MODALS = frozenset({"will", "would", "shall", "can", "could"})


_FOR = words("support accept recognise recognize back offer endorse agree honour honor trust")
_GIVEN_UP = words(
    "offer promise pledge support consent commitment backing approval undertaking proposal "
    "concession"
)


def find(telling: Telling) -> Iterator[Finding]:
    """All refusals."""
    yield from framed(telling, KIND, _is_own_no)
    for found in named.given_up(telling, _GIVEN_UP):
        yield replace(found, kind=KIND)
    for found in clefts(telling, (), negated=True):
        yield replace(found, kind=KIND)
    for found in named.no_longer(telling, _FOR):
        yield replace(found, kind=KIND)
    yield from answered(telling, KIND)
    yield from rhetorical(telling, KIND)
    yield from replied(telling, KIND)
    yield from _never(telling)
    yield from forbidden(telling)
    yield from excepted(telling)
    yield from _may_keep(telling)
    for view in judging.judged(telling):
        if view.kind == KIND:
            told = telling.voice(view.verb).holder if view.verb.lemma_ == "be" else None
            yield from cues.finding(telling, KIND, view.verb, holder=told)
    yield from _waved_off(telling)
    for verb in cues.clauses(telling):
        if not (cues.is_aside(telling, verb) or _is_neither(verb) or _is_promised(telling, verb)):
            yield from _clause(telling, verb)


def _may_keep(telling: Telling) -> Iterator[Finding]:
    """As in "They can keep their percentages", said of what was offered."""
    for verb, _ in cues.verbs(telling, {"keep"}):
        thing, voice = syntax.first(verb, "dobj"), telling.voice(verb)
        doer = syntax.first(verb, "nsubj")
        if thing is None or doer is None or doer.lower_ not in {"they", "he", "she", "you"}:
            continue
        theirs = any(c.lower_ in {"their", "his", "her", "your"} for c in thing.children)
        scorned = theirs and syntax.modal(verb) == "can"
        if scorned and voice.direct and not syntax.is_negated(verb):
            yield from cues.finding(telling, KIND, verb, holder=voice.holder, confidence=0.72)


def _waved_off(telling: Telling) -> Iterator[Finding]:
    """As in "dismissed the proposal as theatre", whatever it is likened to."""
    for verb, _ in cues.verbs(telling, _WAVING_OFF):
        thing = syntax.first(verb, "dobj", "nsubjpass")
        told = thing is not None and (
            thing.lemma_.lower() in judging.PROPOSALS - judging.CHARGES or is_proposed(thing)
        )
        if told and not syntax.is_negated(verb) and verb.dep_ != "amod":
            yield from cues.finding(telling, KIND, verb)


_WAVING_OFF = {
    "dismiss", "reject", "deride", "mock", "ridicule", "brush aside", "wave aside", "shrug off",
    "brush off", "scoff at",
}  # fmt: skip


def _never(telling: Telling) -> Iterator[Finding]:
    """As in "vowed never to sit down with them", "has pledged not to pay"."""
    for verb, _ in cues.verbs(telling, _VOWING):
        to = syntax.first(verb, "xcomp")
        if to is None or syntax.is_negated(verb) or cues.is_aimed_at(verb):
            continue
        if syntax.is_negated(to) and to.lemma_ in _ACCEPTING | _DEALING | _CEDING:
            yield from cues.finding(telling, KIND, verb)


_VOWING = words("vow swear pledge promise vote decide resolve")
_CEDING = words("cede hand surrender return sit join recognise recognize let pay renew attend")


def _is_own_no(verb: Token, frame: Frame) -> bool:
    """Neither a denial, nor "said no shots were fired", where the "no" is another word's."""
    said = verb.lemma_ == "say" and any("no" in step or "=no" in step for step in frame.steps)
    if _stays_unnamed(verb):
        return False
    if verb.lemma_ in _DEEDS and _is_done(verb):
        return False  # "boycotted the round", "voted it down": an event
    if verb.lemma_ in {"decline", "refuse"} and _is_silent(verb):
        return False  # "declined to comment"
    if syntax.is_passive(verb) and syntax.modal(verb) in {"should", "must", "ought"}:
        return False  # "should be refused": a demand
    if verb.lemma_ == "have" and any(c.lemma_ in _OBJECTIONS for c in verb.children):
        return False  # "has no objection to the plan"
    bare = not said or any(c.lower_ == "no" for c in verb.children)
    return bare and not (_denies(verb) or _is_neither(verb))


def _stays_unnamed(verb: Token) -> bool:
    """As in "did not want to be named"."""
    to = syntax.first(verb, "xcomp")
    return to is not None and to.lemma_ in {"name", "identify", "quote"} and syntax.is_passive(to)


def _is_silent(verb: Token) -> bool:
    to = syntax.first(verb, "xcomp")
    further = to is not None and any(c.lower_ in {"beyond", "into"} for c in to.children)
    return to is not None and (
        to.lemma_ in _MUM
        or (to.lemma_ == "go" and further)
        or any(c.lemma_ in _PARTICULARS for c in syntax.children(to, "dobj"))
    )


_MUM = words("comment elaborate specify speculate identify say confirm name add expand")
_PARTICULARS = words("name detail comment interview question identity age")


def _is_done(verb: Token) -> bool:
    now = any(c.lower_ in {"has", "have"} for c in syntax.children(verb, "aux"))
    return verb.tag_ in {"VBD", "VBN"} and not syntax.modal(verb) and not now


_DEEDS = words("boycott vote block veto stay hold shut slam")


def _denies(verb: Token) -> bool:
    """As in "rejected the charge" is a denial."""
    if verb.lemma_ not in {"reject", "dismiss", "throw"}:
        return False
    what = [*syntax.children(verb, "dobj", "nsubjpass", "ccomp")]
    what += [verb.head] if verb.dep_ in {"relcl", "acl"} else []
    persons = verb.lemma_ != "reject" and any(_are_people(noun) for noun in what)
    return persons or any(noun.lemma_ in _CHARGES for noun in what)


def _is_promised(telling: Telling, verb: Token) -> bool:
    """As in "pledged that nobody would lose a job": what the promise is."""
    cue = telling.voice(verb).cue
    return cue is not None and telling.doc[cue].lemma_ in {
        "promise",
        "pledge",
        "assure",
        "guarantee",
    }


def _is_neither(verb: Token) -> bool:
    """As in "neither side has moved": that it is stuck, and nobody's position."""
    subject = syntax.subject(verb)
    if subject is None:
        return False
    named = any(t.lower_ == "nor" for t in subject.subtree)
    return not named and any(t.lower_ == "neither" for t in [subject, *subject.children])


def _are_people(noun: Token) -> bool:
    return any(child.dep_ == "nummod" for child in noun.children)


def _clause(telling: Telling, verb: Token) -> Iterator[Finding]:
    if (verb.lemma_ == "be" and _is_unwilling(verb)) or _has_no(verb) or _would_sooner(verb):
        yield from cues.finding(telling, KIND, verb)
    elif _is_unwanted(telling, verb):
        yield from cues.finding(telling, KIND, verb, holder=telling.voice(verb).holder)
    elif _off_limits(verb) or (
        verb.dep_ != "acl" and syntax.is_negated(verb) and _will_not(telling, verb)
    ):
        yield from _said(telling, verb)


def _is_unwanted(telling: Telling, verb: Token) -> bool:
    """As in "third parties are not needed", "nothing needs to be withdrawn", said by a party."""
    if not syntax.is_negated(verb) and not _is_neither_nor(verb):
        return False
    stated = any(child.lower_ in UNWANTED for child in verb.children) or (
        verb.lower_ in UNWANTED and syntax.is_passive(verb)
    )
    to = syntax.first(verb, "xcomp")
    needed = verb.lemma_ == "need" and to is not None and syntax.is_passive(to)
    subject = telling.subject(verb)
    thing = subject is not None and subject.pos_ in {"NOUN", "PROPN"} and not telling.who(subject)
    return thing and (needed or stated)


def _is_neither_nor(verb: Token) -> bool:
    return any(t.lower_ == "neither" and t.i > verb.i for t in verb.subtree)


def _would_sooner(verb: Token) -> bool:
    """As in "would sooner resign than sign it"."""
    sooner = any(c.lower_ in {"sooner", "rather"} for c in syntax.children(verb, "advmod"))
    return sooner and syntax.modal(verb) == "would" and not syntax.is_negated(verb)


def _is_unwilling(verb: Token) -> bool:
    negated = syntax.is_negated(verb) or any(c.lower_ == "nor" for c in verb.lefts)
    return any(
        (child.lower_ in _UNWILLING and not negated) or (child.lower_ in _READY and negated)
        for child in syntax.children(verb, "acomp")
    )


def _has_no(verb: Token) -> bool:
    return verb.lemma_ in {"have", "see"} and any(
        child.lemma_ in _NO_NOUNS and any(t.lower_ == "no" for t in child.children)
        for child in syntax.children(verb, "dobj")
    )


def _off_limits(verb: Token) -> bool:
    if verb.lemma_ not in {"be", "remain", "call", "draw", "pour"}:
        return False
    words = {token.lower_ for token in verb.subtree if token.i > verb.i and token.i < verb.i + 8}
    text = verb.doc[verb.i : verb.i + 8].text.lower()
    return any(phrase in text for phrase in _PHRASES) or bool(words & _OFF_LIMITS)


def _will_not(telling: Telling, verb: Token) -> bool:
    modal = syntax.modal(verb)
    if _is_yielding(verb) or (verb.tag_ == "MD" and verb.dep_ == "relcl"):
        return False
    if modal in _MODALS:
        existential = any(True for _ in syntax.children(verb, "expl"))
        if existential or not telling.voice(verb).is_narrator:
            return _wills(telling, verb, modal or "")
        subject = telling.subject(verb)
        named = subject is not None and subject.pos_ != "PRON"
        return named and bool(telling.holder(verb)) and modal in {"will", "shall", "would"}
    voice = telling.voice(verb)
    own = bool(set(telling.holder(verb)) & set(voice.holder))
    if verb.tag_ == "VBG" and voice.direct:  # "we are not leaving"
        return own and verb.lemma_ not in _ASKING
    present = any(c.tag_ in {"VBZ", "VBP"} for c in syntax.children(verb, "aux"))
    wanting = verb.lemma_ in _WANTING and not _is_all(verb)
    said = not voice.is_narrator
    dealt = own and present and verb.tag_ == "VB" and verb.lemma_ in _DEALING  # "we do not trade"
    dealt = dealt or negations.is_practice(telling, verb)
    wanting = wanting and not _is_of_ill(verb)  # "we don't want war": a denial
    wanting = wanting and not (verb.tag_ == "VBD" and _is_at_no_time(verb))
    wanting = wanting and (own or voice.is_narrator or verb.tag_ not in {"VBD", "VBN"})
    known = bool(telling.holder(verb)) and (verb.lemma_ in _ACCEPTING or wanting or dealt)
    if verb.tag_ in {"VBN", "VBD"} and verb.lemma_ in _DONE:
        return False  # "have never signed": an event
    return known and (said or present) and not _told_past(verb)


def _is_at_no_time(verb: Token) -> bool:
    """As in "they never wanted a second federation": a denial."""
    return any(c.lower_ == "never" for c in verb.children)


def _is_all(verb: Token) -> bool:
    """As in "wants the keys back, nothing else", "wants nothing more than a date"."""
    return any(
        token.lower_ == "nothing" and token.nbor().lower_ in {"else", "more", "less"}
        for token in verb.subtree
        if token.i + 1 < len(verb.doc)
    )


def _is_of_ill(verb: Token) -> bool:
    return any(c.lemma_ in _ILLS for c in syntax.children(verb, "dobj"))


_ASKING = words("ask seek demand say try threaten accuse blame look suggest pretend claim")
_ILLS = words(
    "war conflict confrontation trouble escalation fight quarrel bloodshed violence power"
)


def _is_yielding(verb: Token) -> bool:
    """As in "would not oppose it", "will not stand in the way", "would not confirm"."""
    if _stays_unnamed(verb):
        return True
    if verb.lemma_ in _SILENT | _HINDERING or any(
        c.lemma_ in _OBJECTIONS | _CHOICES for c in verb.children
    ):
        return True
    return any(frame.negated and frame.kind in _YIELDING for frame in frames.fitting(verb))


def _wills(telling: Telling, verb: Token, modal: str) -> bool:
    if syntax.is_passive(verb) or any(True for _ in syntax.children(verb, "expl")):
        return verb.lemma_ not in {"compensate", "harm"}
    if modal in {"can", "could"} and verb.lemma_ in _UNABLE:
        return False
    never = verb.lemma_ == "be" and any(child.lower_ == "never" for child in verb.children)
    doer, voice = set(telling.holder(verb)), set(telling.voice(verb).holder)
    there = verb.lemma_ == "be" and bool(doer & voice) and _is_at(verb)
    if verb.lemma_ in _WEATHER and modal in {"will", "would"} and not (never or there):
        return False
    subject = telling.subject(verb)
    if not doer and verb.dep_ == "conj" and syntax.first(verb, *syntax.SUBJECTS) is None:
        doer = voice  # "agreed that one was needed but would not have it led by X"
    own = bool(doer & voice) or (bool(doer) and not voice)
    nobody = subject is not None and any(t.lower_ in {"no", "nobody"} for t in subject.subtree)
    nobody = nobody and verb.dep_ != "relcl" and verb.lemma_ not in _SUFFERED
    nobody = nobody and not (modal in {"could", "can"} and _is_someone(subject))
    return own or nobody or (modal in {"will", "shall"} and bool(doer))


def _is_someone(subject: Token | None) -> bool:
    """As "nobody" of "nobody could deliver what was not there": what cannot be."""
    return subject is not None and subject.lower_ in {"nobody", "one"}


_SUFFERED = words("lose suffer starve go die forget sit freeze")  # "no one will lose a job"


def _is_at(verb: Token) -> bool:
    """As in "will not be on the plane", "at the table", "there"."""
    placed = syntax.children(verb, "prep", "advmod", "attr")
    return any(
        child.i > verb.i and child.lower_ in {"on", "at", "there", "part"} for child in placed
    )


def _told_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" and verb.lemma_ in {"give", "allow", "sign"}


def _said(telling: Telling, verb: Token) -> Iterator[Finding]:
    doer, voice = telling.holder(verb), telling.voice(verb).holder
    if voice and not set(doer) & set(voice) and verb.lemma_ in _RECEIVING:
        doer = voice  # "Norland will get nothing from us"
    active = not syntax.is_passive(verb) and verb.lemma_ not in {"be", "remain"}
    yield from cues.finding(
        telling, KIND, verb, holder=(doer if active and doer else voice) or doer, confidence=0.75
    )
