"""Conditions on whoever does a thing, or on any such deed.

"Anyone still in arrears will be barred"; "whoever signs receives the money"; "any further strike
would be met with dismissals"; "goes only to those who".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.requirements import phrase_of
from detente.reading.conditions.signs import HARM, HARMS, PENALISED
from detente.reading.moods import is_promise
from detente.reading.negation import is_negated
from detente.reading.parsed import Doc, Span, Token
from detente.reading.saying import is_plain
from detente.reading.wording import words


def _punished(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "any team that fails to turn up will forfeit", "another raid would mean war".

    Word by word: a long subject leads the parser astray.
    """
    for token in sentence:
        subject = _whoever(token)
        aux = _modal_after(subject) if subject is not None else None
        if subject is None or aux is None:
            continue
        verb = aux.head if aux.tag_ == "MD" and aux.head.i > aux.i else aux
        start = min(token.i, subject.left_edge.i) if _is_lacking(subject) else token.i
        lacks = any(t.lower_ in _FAILING for t in sentence.doc[start : aux.i])
        if is_negated(verb) or not (is_penal(verb) or (lacks and _may_befall(aux))):
            continue
        if _is_lacking(subject) and not _is_undergone(telling, verb):
            continue
        if not _is_any(subject, start, aux.i):
            continue
        if telling.voice(verb).is_narrator and not lacks:
            continue
        stop = _before_telling(start, aux.i, sentence.doc)
        joint = next((t.i for t in sentence.doc[start:stop] if t.lower_ == "and"), stop)
        stop = joint if _is_repeated(subject) else stop  # "one more shot and it will leave"
        start, end = syntax.trimmed(subject, start, stop)
        yield Found("any", "if", start, start, end, verb, fronted=True, harm=True)


def _is_undergone(telling: Telling, verb: Token) -> bool:
    """Of "would be boarded", "face a fine", in somebody's words: what befalls who lacks it."""
    told = not telling.voice(verb).is_narrator and syntax.modal(verb) in {"will", "would", "shall"}
    return told and (is_penal(verb) or syntax.is_passive(verb))


_FAILING = words(
    "not n't fail fails failed refuse refuses refused still yet without ignores breach"
)
_LONG = 30  # words of a subject


def _is_repeated(noun: Token) -> bool:
    """As in "a third boarding", "one more raid", "the slightest delay"."""
    again = any(c.lower_ in _AGAIN and c.i < noun.i for c in noun.subtree)
    deed = noun.lemma_.lower() in _DEEDS | _HOSTILE or noun.lower_.endswith(_ENDINGS)
    return again and noun.pos_ == "NOUN" and deed


_AGAIN = words(
    "second third fourth fifth sixth further single more new slightest renewed repeated repeat "
    "other"
)
_ANY = frozenset({"any", "another", "further", "all", "every"})


def _whoever(token: Token) -> Token | None:
    """The head of a phrase for whoever or whatever it may be that begins with a token."""
    if token.lower_ in {"whoever", "anyone", "anybody", "everyone", "those"}:
        return token
    if token.lower_ in _ANY and token.head.i > token.i:
        again = token.i > 0 and token.nbor(-1).lower_ in {"any", "no", "all"}  # "any further raid"
        if not again:
            return token.head if token.head.pos_ in syntax.NOMINAL else None
    if token.lower_ in {"a", "an", "the", "one"} and token.dep_ in {"det", "nummod"}:
        if token.head.lemma_.lower() in _HOSTILE and token.lower_ != "the":
            return token.head  # "an attack on its ships would bring it to their defence"
        lacking = token.lower_ in {"a", "an"} and _is_lacking(token.head)  # "a stay without leave"
        return token.head if lacking or _is_repeated(token.head) else None  # "a third boarding"
    if token.tag_ != "NNS" or any(c.dep_ == "det" for c in token.children):
        return None
    owned = any(c.dep_ == "poss" for c in token.children)
    whoever = not owned and token.nbor().lower_ in {"who", "that"}
    return token if whoever or _is_lacking(token) else None


def _is_lacking(noun: Token) -> bool:
    """As in "boats of Sudmark without a permit would be boarded"."""
    near = noun.doc[noun.i + 1 : min(noun.i + _NEAR, noun.sent.end)]
    without = next((t.i for t in near if t.lower_ == "without"), None)
    between = noun.doc[noun.i + 1 : without] if without is not None else ()
    return without is not None and all(t.pos_ in _NOMINAL for t in between)


_NEAR = 6  # words to "without"
_NOMINAL = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ"})


def _modal_after(subject: Token) -> Token | None:
    """The "will" or "would" that the phrase is the subject of, or its "risks", "faces"."""
    depth = 0
    for token in subject.doc[subject.i + 1 : min(subject.i + _LONG, subject.sent.end)]:
        if token.text in {";", ":", '"', "“", "”"}:
            return None
        depth += token.lower_ in {"who", "that", "which"}
        if token.tag_ == "MD" and token.lower_ in _MODALS:
            return token
        if token.lemma_ in _FACING and token.tag_ in syntax.PRESENT:
            return token
        told = is_plain(token) and token.tag_ in {"VBD", "VBZ"} and not token.nbor().is_punct
        told = told and _is_set_off(token, subject)
        if is_plain(token) and (token.dep_ == "parataxis" or told):
            continue  # "Anybody who has not signed, it wrote, loses the allowance"
        if token.tag_ in syntax.FINITE:
            depth -= 1
            if depth < 0:
                return None
    return None


def _is_set_off(told: Token, subject: Token) -> bool:
    """As "said" of "any boat caught with one, Norland said in a statement, will be"."""
    commas = [t.i for t in subject.doc[subject.i : told.i] if t.text == ","]
    closed = any(t.text == "," for t in told.doc[told.i : min(told.i + _NEAR, told.sent.end)])
    return bool(commas) and told.i - commas[-1] < _NEAR and closed


def _before_telling(start: int, stop: int, doc: Doc) -> int:
    """Where ", it said in a statement," begins within a stretch."""
    said = (t for t in doc[start:stop] if is_plain(t) or t.lower_ == "according")
    told = next((t for t in said if t.tag_ in {"VBD", "VBZ", "VBG"}), None)
    commas = [t.i for t in doc[start : told.i] if t.text == ","] if told is not None else []
    return commas[-1] if commas else stop


def _may_befall(aux: Token) -> bool:
    return aux.tag_ == "MD" or aux.lemma_ in {"lose", "forfeit"}


_FACING = words("stand risk face lose forfeit")
_MODALS = frozenset({"will", "would", "shall", "can", "could", "'ll", "must"})


def _is_any(subject: Token, start: int, stop: int) -> bool:
    """Whether it is whoever or whatever fits: "anyone in arrears", "any such attempt"."""
    whole = subject.doc[start:stop]
    limited = any(t.lower_ in {"who", "that", "which", "without"} for t in whole)
    limited = limited or any(c.tag_ in {"VBN", "VBG"} for c in syntax.children(subject, "acl"))
    opening = subject.doc[start].lower_
    if opening in {"whoever", "anyone", "anybody"}:
        return True
    if opening in {"a", "an", "the", "one"}:
        hostile = subject.lemma_.lower() in _HOSTILE
        return hostile or _is_repeated(subject) or _is_lacking(subject)
    if opening in {"any", "another", "further"}:
        limited = limited or any(t.lower_ in _LEADING for t in whole)
        return limited or subject.lemma_.lower() in _DEEDS or subject.lower_.endswith(_ANY_ENDINGS)
    return limited


_HOSTILE = words("attack strike raid incursion invasion violation breach blockade intrusion")
_DEEDS = words(
    "shot flight tariff incident insult boarding provocation test visit fine arrest attempt attack "
    "move strike raid delay step breach violation act stoppage incursion"
)
_LEADING = frozenset({"in", "to", "on", "of", "by", "with", "against"})
_ENDINGS = ("tion", "sion", "ment", "ing", "ure", "age", "al")
_ANY_ENDINGS = (*_ENDINGS, "ence", "ance")  # "any interference", but not "a single difference"


def is_penal(verb: Token) -> bool:
    """Whether what the verb says is a harm: to who is meant, or in answer."""
    verbs = [verb, *syntax.children(verb, "xcomp")]
    paid = verb.lemma_ == "pay" and syntax.is_passive(verb)  # "will be paid in full"
    harmed = any(step.lemma_ in PENALISED | HARM for step in verbs) and not paid
    if harmed or verb.lemma_ in {"risk", "face"}:
        return True
    if verb.lemma_ in _REPELLING and syntax.is_passive(verb):
        return True  # "any attack would be answered"
    if verb.lemma_ in _BREAKING and any(c.lemma_ in _PEACE for c in syntax.children(verb, "dobj")):
        return True  # "a third boarding would end the truce"
    if verb.lemma_ == "find":  # "will find its berth given to somebody else"
        near = verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]
        return any(t.lemma_ in PENALISED or t.lower_ in _SHUT for t in near)
    if verb.lemma_ not in _ANSWERING:
        return False
    after = verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.i + 12)]
    return any(t.lemma_.lower() in HARMS | {"defence", "defense"} for t in after)


_BREAKING = words("end break collapse finish kill destroy bury wreck void annul terminate sink")
_PEACE = words("truce ceasefire deal agreement talk accord treaty peace pact armistice dialogue")
_SHUT = words("closed shut locked barred given taken gone cut blocked empty sealed")
_REPELLING = words("answer avenge repel resist counter punish")
_ANSWERING = words(
    "meet treat regard see consider view mean trigger invite provoke draw prompt bring have lead "
    "result answer entail carry constitute be count amount take spell cause"
)


def _taken_for(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "the first truck would be taken as a declaration of war"."""
    for token in sentence.spelt({"as"}):
        verb = token.head
        if verb.lemma_ not in _TAKING or syntax.modal(verb) not in {"will", "would"}:
            continue
        if token.dep_ == "prep":
            yield from _hostile(telling, verb, token)
    for verb in sentence.of_lemmas({"be", "mean", "constitute", "amount", "spell", "signify"}):
        if is_promise(verb) or syntax.modal(verb) in {"will", "would"}:
            told = (*syntax.children(verb, "attr", "dobj"), *syntax.children(verb, "prep"))
            for what in told:
                yield from _hostile(telling, verb, what)


def _hostile(telling: Telling, verb: Token, what: Token) -> Iterator[Found]:
    """The deed that would be war: "stopping the water" of "would be treated as an act of war"."""
    subject = syntax.first(verb, "nsubjpass", "nsubj", "csubj", "csubjpass")
    hostile = any(one.lemma_.lower() in _AS_HOSTILE for one in what.subtree)
    deed = subject is not None and (subject.pos_ == "NOUN" or subject.tag_ == "VBG")
    if subject is None or not deed or not hostile or is_negated(verb):
        return
    if subject.i < verb.i and not telling.voice(verb).is_narrator:
        start, end = phrase_of(subject)
        yield Found("taken as", "if", start, start, end, verb, fronted=True, harm=True)


_TAKING = words("take treat regard see consider view interpret count understand")
_AS_HOSTILE = words("casus war hostile aggression attack invasion sabotage trespass piracy")


find = by_sentence(_punished, _taken_for)
