"""Conditions on whoever does a thing, or on any such deed.

"Anyone still in arrears will be barred"; "whoever signs receives the money"; "any further strike
would be met with dismissals"; "will sign no deal that does not name the isles".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import is_open, is_withheld
from detente.reading.conditions.found import Found
from detente.reading.conditions.requirements import phrase_of
from detente.reading.conditions.signs import HARM, HARMS, PENALISED
from detente.reading.parsed import Span, Token
from detente.reading.syntax import words

_ANY = words("any anyone anybody whoever another further every everyone those all")
_LIMITS = frozenset({"relcl", "acl", "prep", "amod"})


def find(telling: Telling) -> Iterator[Found]:
    """All conditions on whoever or whatever it may be."""
    for sentence in telling.scene.sentences:
        for reading in _READINGS:
            yield from reading(telling, sentence)


def _punished(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "any team that fails to turn up will forfeit", "another raid would mean war"."""
    for verb in sentence:
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass", "relcl", "amod"}:
            continue
        subject = syntax.first(verb, "nsubj", "nsubjpass")
        if subject is None or subject.i > verb.i or not _is_any(subject, verb):
            continue
        coming = syntax.modal(verb) in {"will", "would", "shall", "can", "must"} or _stands_to(verb)
        if not coming or syntax.is_negated(verb) or not _is_penal(verb):
            continue
        if telling.voice(verb).is_narrator and not telling.who(subject):
            continue
        start = subject.left_edge.i
        end = min(subject.right_edge.i + 1, _first_of(verb))
        start, end = syntax.trimmed(subject, start, end)
        yield Found("any", "if", subject.i, start, end, verb, fronted=True, harm=True)


def _first_of(verb: Token) -> int:
    """Where the verb's own words begin."""
    return min((c.i for c in syntax.children(verb, "aux", "auxpass")), default=verb.i)


def _is_any(subject: Token, verb: Token) -> bool:
    """Whether the subject is whoever or whatever fits: "anyone in arrears", "any such attempt"."""
    words_ = {subject.lower_, *(c.lower_ for c in subject.children if c.i < subject.i)}
    whole = verb.doc[subject.left_edge.i : _first_of(verb)]
    limited = any(t.lower_ in {"who", "that", "which", "in", "to", "on", "of", "by"} for t in whole)
    if words_ & {"whoever", "anyone", "anybody"}:
        return True
    if words_ & {"any", "another"}:
        return limited or subject.lemma_.lower() in _DEEDS or subject.lower_.endswith(_ENDINGS)
    bare = subject.tag_ == "NNS" and not any(c.dep_ in {"det", "poss"} for c in subject.children)
    if words_ & {"those", "everyone", "all", "every"} or bare:
        return any(t.lower_ in {"who", "that"} for t in whole)
    return False


_DEEDS = words("attempt attack move strike raid delay step breach violation act stoppage incursion")
_ENDINGS = ("tion", "sion", "ment", "ing", "ure", "age", "al")


def _stands_to(verb: Token) -> bool:
    """As in "stands to be dismissed", "risks a fine", "faces a fine"."""
    return verb.lemma_ in {"stand", "risk", "face"} and verb.tag_ in {"VBZ", "VBP"}


def _is_penal(verb: Token) -> bool:
    """Whether what the verb says is a harm: to who is meant, or in answer."""
    verbs = [verb, *syntax.children(verb, "xcomp")]
    if any(step.lemma_ in PENALISED | HARM for step in verbs) or verb.lemma_ in {"risk", "face"}:
        return True
    if verb.lemma_ not in _ANSWERING:
        return False
    after = verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.i + 12)]
    return any(t.lemma_.lower() in HARMS for t in after)


_ANSWERING = words(
    "meet treat regard see consider view mean trigger invite provoke draw prompt bring have lead "
    "result answer entail carry constitute be count amount take spell cause"
)


def _unless_within(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "will sign no deal that does not name the isles", "no cabinet in which it ..."."""
    for noun in sentence:
        if noun.pos_ not in {"NOUN", "PRON"} or noun.dep_ not in {"dobj", "pobj", "nsubjpass"}:
            continue
        limit = syntax.first(noun, "relcl")
        verb = _verb_over(noun)
        if limit is None or verb is None or verb.i > limit.i or not _is_none(noun, verb):
            continue
        if not is_open(telling, verb) or not syntax.is_negated(limit):
            continue
        start, end = phrase_of(limit)
        opening = limit.doc[start]
        start += opening.lower_ in {"that", "which"} and opening.dep_ not in syntax.SUBJECTS
        start += opening.tag_ == "IN" and opening.lower_ != "that"
        start += limit.doc[start].lower_ in {"which", "whom"} and start < end - 1
        yield Found("no ... that", "not while", noun.i, start, end, verb, fronted=False)


def _verb_over(noun: Token) -> Token | None:
    step = noun.head if noun.dep_ != "pobj" else noun.head.head
    return step if step.pos_ in {"VERB", "AUX"} else None


def _is_none(noun: Token, verb: Token) -> bool:
    """Of "no deal", "nothing", "not ... any deal", "refuses any deal": none is had."""
    own = {noun.lower_, *(c.lower_ for c in noun.children if c.i < noun.i)}
    if own & {"no", "nothing", "none"}:
        return True
    return bool(own & {"any", "anything", "a", "an"}) and is_withheld(verb)


_READINGS: tuple[Callable[[Telling, Span], Iterator[Found]], ...] = (_punished, _unless_within)
