"""Refusals in the negation of a clause: "will not", "does not want", "we are not leaving"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import frames, syntax
from detente.reading.attribution import Telling
from detente.reading.moods import PROMISING
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _negations as negations
from detente.reading.patterns._halves import DISCUSSING
from detente.reading.periods import WEEKDAYS
from detente.reading.wording import words

ACCEPTING = frozenset(
    {"accept", "recognise", "recognize", "agree", "negotiate", "talk", "budge", "compromise",
     "yield", "tolerate", "allow", "permit", "consider", "support", "give", "sign", "concede",
     "abandon", "retreat", "bow"}
)  # fmt: skip
DEALING = words(
    "trade bargain sell pay deal respond reward apologise apologize lease lend bow haggle discuss "
    "answer beg surrender kneel run leave move share barter debate engage retreat "
    "speak meet ask take do make work send buy"
)
_YIELDING = frozenset({"willingness", "demand"})
_DONE = frozenset({"sign", "agree", "give", "concede", "negotiate", "talk", "abandon", "retreat"})
_WANTING = frozenset({"want", "intend", "plan", "wish", "mean"})
_WEATHER = frozenset({"rain", "snow", "happen", "matter", "be", "take", "work", "last", "help"})
_UNABLE = words(
    "trust afford believe understand imagine verify confirm say explain see know happen "
    "live survive exist cope produce compete breathe eat drink sleep feed manage rule predict"
)
_SILENT = words("confirm deny comment elaborate")
_HINDERING = words("oppose object mind block resist exclude reject refuse contest begrudge veto")
OBJECTIONS = words("objection problem quarrel difficulty trouble hesitation qualm")
_CHOICES = words("choice option alternative")  # "will have no choice but to sue"
_RECEIVING = words("get have receive see obtain enter pass win gain take set join achieve")
_PERSONS = frozenset({"he", "she"})  # told by the narrator, in their words: "But she won't pay"
_ASKING = words("ask seek demand say try threaten accuse blame look suggest pretend claim")
ILLS = words("war conflict confrontation trouble escalation fight quarrel bloodshed violence power")
_EFFECTS = words("harm damage injury difference good")
_SUFFERED = words("lose suffer starve go die forget sit freeze")  # "no one will lose a job"


def will_not(telling: Telling, verb: Token) -> bool:
    modal = syntax.modal(verb)
    if _is_yielding(verb) or (verb.tag_ == "MD" and verb.dep_ == "relcl"):
        return False
    if modal in PROMISING:
        existential = any(True for _ in syntax.children(verb, "expl"))
        if existential or not telling.voice(verb).is_narrator:
            return _wills(telling, verb, modal or "")
        subject = telling.subject(verb)
        named = subject is not None and (subject.pos_ != "PRON" or subject.lower_ in _PERSONS)
        return named and bool(telling.holder(verb)) and modal in {"will", "shall", "would"}
    voice = telling.voice(verb)
    own = bool(set(telling.holder(verb)) & set(voice.holder))
    if verb.tag_ == "VBG" and voice.direct:  # "we are not leaving"
        return own and verb.lemma_ not in _ASKING
    present = any(c.tag_ in syntax.PRESENT for c in syntax.children(verb, "aux"))
    wanting = verb.lemma_ in _WANTING and not _is_all(verb)
    said = not voice.is_narrator
    dealt = own and present and verb.tag_ == "VB" and verb.lemma_ in DEALING  # "we do not trade"
    dealt = dealt or negations.is_practice(telling, verb)
    wanting = wanting and not _is_of_ill(verb)  # "we don't want war": a denial
    wanting = wanting and not (verb.tag_ == "VBD" and _is_at_no_time(verb))
    wanting = wanting and (own or voice.is_narrator or verb.tag_ not in {"VBD", "VBN"})
    known = bool(telling.holder(verb)) and (verb.lemma_ in ACCEPTING or wanting or dealt)
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
    things = [*syntax.children(verb, "dobj")]
    others = (c.lower_ in {"anything", "nothing"} and syntax.first(c, "relcl") for c in things)
    return any(others) or any(c.lemma_ in ILLS for c in things)  # "anything that is not ours"


def _is_yielding(verb: Token) -> bool:
    """As in "would not oppose it", "will not stand in the way", "would not confirm"."""
    if stays_unnamed(verb):
        return True
    if verb.lemma_ in _SILENT | _HINDERING or any(
        c.lemma_ in OBJECTIONS | _CHOICES for c in verb.children
    ):
        return True
    if verb.lemma_ in {"rest", "waver"} or "let up" in syntax.keys(verb):
        return True  # an intent
    return any(frame.negated and frame.kind in _YIELDING for frame in frames.fitting(verb))


def _wills(telling: Telling, verb: Token, modal: str) -> bool:
    if syntax.is_passive(verb) or any(True for _ in syntax.children(verb, "expl")):
        return verb.lemma_ not in {"compensate", "harm"}
    if modal in {"can", "could"} and verb.lemma_ in _UNABLE:
        return False
    if verb.lemma_ in {"do", "cause"} and any(c.lemma_ in _EFFECTS for c in verb.children):
        return False  # "would do no harm downstream"
    never = verb.lemma_ == "be" and any(child.lower_ == "never" for child in verb.children)
    doer, voice = set(telling.holder(verb)), set(telling.voice(verb).holder)
    there = verb.lemma_ == "be" and bool(doer & voice) and _is_at(verb)
    there = there or (bool(doer & voice) and _is_taken_on(verb))
    if verb.lemma_ in _WEATHER and modal in {"will", "would"} and not (never or there):
        return False
    subject = telling.subject(verb)
    if not doer and verb.dep_ == "conj" and syntax.first(verb, *syntax.SUBJECTS) is None:
        doer = voice  # "agreed that one was needed but would not have it led by X"
    own = bool(doer & voice) or (bool(doer) and not voice)
    nobody = subject is not None and any(t.lower_ in {"no", "nobody"} for t in subject.subtree)
    nobody = nobody and verb.dep_ != "relcl" and verb.lemma_ not in _SUFFERED
    nobody = nobody and not (modal in {"could", "can"} and _is_someone(subject))
    kept = bool(voice) and not doer and modal in {"will", "would"} and _is_kept_from(subject, verb)
    return own or nobody or kept or (modal in {"will", "shall"} and bool(doer))


def _is_kept_from(subject: Token | None, verb: Token) -> bool:
    """As in "said the ferries would not return": what things of its own are not let do."""
    told = subject is not None and subject.pos_ == "NOUN" and verb.dep_ != "relcl"
    return told and verb.lemma_ in _KEPT_FROM


_KEPT_FROM = words(
    "return reopen resume restart proceed start begin open run sail fly operate go come leave"
)


def _is_someone(subject: Token | None) -> bool:
    """As "nobody" of "nobody could deliver what was not there": what cannot be."""
    return subject is not None and subject.lower_ in {"nobody", "one"}


def _is_taken_on(verb: Token) -> bool:
    """As in "will not take responsibility", "would not work with him": no "will not take long"."""
    thing = syntax.first(verb, "dobj")
    taken = verb.lemma_ == "take" and thing is not None and thing.lemma_ not in _TIMES
    helped = verb.lemma_ == "help" and thing is not None
    worked = verb.lemma_ == "work" and any(c.lower_ in _WITH for c in syntax.children(verb, "prep"))
    return taken or helped or worked


_TIMES = words("time day week month year hour while age decade minute long")
_WITH = frozenset({"with", "for", "under"})


def _is_at(verb: Token) -> bool:
    """As in "will not be on the plane", "at the table", "there"."""
    placed = syntax.children(verb, "prep", "advmod", "attr")
    return any(
        child.i > verb.i and child.lower_ in {"on", "at", "there", "part"} for child in placed
    )


def _told_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" and verb.lemma_ in {"give", "allow", "sign"}


def said_not(telling: Telling, verb: Token) -> Iterator[Finding]:
    doer, voice = telling.holder(verb), telling.voice(verb).holder
    if voice and not set(doer) & set(voice) and verb.lemma_ in _RECEIVING:
        doer = voice  # "Norland will get nothing from us"
    active = not syntax.is_passive(verb) and verb.lemma_ not in {"be", "remain"}
    yield from cues.finding(
        telling,
        "refusal",
        verb,
        holder=(doer if active and doer else voice) or doer,
        confidence=0.75,
    )


_SUFFICING = frozenset({"fall", "do", "suffice", "go"})


def is_too_little(telling: Telling, verb: Token) -> bool:
    """As in "compensation alone will not do", "the offer did not go far enough"."""
    thing = syntax.first(verb, "nsubj") if verb.lemma_ in _SUFFICING else None
    if thing is None or thing.pos_ not in {"NOUN", "PROPN", "PRON"} or telling.who(thing):
        return False
    if not telling.voice(verb).holder:
        return False
    after = {token.lower_ for token in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]}
    bare = syntax.first(verb, "dobj", "xcomp") is None
    if not is_negated(verb):
        return verb.lemma_ == "fall" and "short" in after
    ahead = syntax.modal(verb) in {"will", "would"}
    return (verb.lemma_ in {"do", "suffice"} and ahead and bare) or (
        verb.lemma_ == "go" and {"far", "enough"} <= after
    )


def stays_unnamed(verb: Token) -> bool:
    """As in "did not want to be named"."""
    to = syntax.first(verb, "xcomp")
    return to is not None and to.lemma_ in {"name", "identify", "quote"} and syntax.is_passive(to)


def will_only(verb: Token) -> bool:
    """As in "will only talk about the shelf", "will discuss trade and nothing else".

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> texts = "will only talk about the shelf", "will talk about the shelf"
    >>> for text in texts:
    ...     told = scene.build(Document("d1", text=f"Norland met Sudmark. Norland {text}."))
    ...     print([will_only(verb) for verb in told.doc if verb.text == "talk"])
    [True]
    [False]
    """
    ahead = syntax.modal(verb) in PROMISING and not is_negated(verb)
    if not ahead or verb.lemma_ not in DISCUSSING or syntax.first(verb, "advcl") is not None:
        return False
    only = any(c.lower_ == "only" for c in syntax.children(verb, "advmod") if c.i < verb.i)
    after = verb.doc[verb.i : verb.sent.end].text.lower()
    things = (syntax.first(c, "pobj") for c in syntax.children(verb, "prep") if c.lower_ in _ABOUT)
    what = syntax.first(verb, "dobj") or next(filter(None, things), None)
    if what is None or what.lower_ in WEEKDAYS:
        return False
    return only or "nothing else" in after or "nothing more" in after


_ABOUT = frozenset({"about", "on", "over"})


def never(telling: Telling) -> Iterator[Finding]:
    """As in "vowed never to sit down with them", "has pledged not to pay"."""
    for verb, _ in cues.verbs(telling, _VOWING):
        to = syntax.first(verb, "xcomp")
        if to is None or is_negated(verb) or cues.is_aimed_at(verb):
            continue
        chosen = verb.lemma_ in _CHOOSING and to.lemma_ not in _NO_REFUSAL
        if is_negated(to) and (chosen or to.lemma_ in ACCEPTING | DEALING | _CEDING):
            yield from cues.finding(telling, "refusal", verb)


_VOWING = words("vow swear pledge promise vote decide resolve choose agree")
_CHOOSING = words("vote decide resolve")
_NO_REFUSAL = words(
    "oppose object block veto strike appeal contest sue prosecute charge ban close comment wait "
    "reject refuse resist protest fight intervene interfere stand raise cut fire arrest be"
)
_CEDING = words("cede hand surrender return sit join recognise recognize let pay renew attend")
