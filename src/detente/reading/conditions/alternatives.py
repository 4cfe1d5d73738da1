"""Conditions told with their alternative: "pay or we strike", "has until Monday to go, or"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.moods import PROMISING
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import DASHES, words


def _or_else(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "must pay or face closures", "pay up or we strike", "either they go or we stay"."""
    for token in sentence.spelt({"or"}):
        main, begins = _alternative(token)
        if main is None:
            continue
        either = next((t for t in token.doc[begins : token.i] if t.lower_ == "either"), None)
        asked = either is not None or _is_asked(telling, token.head)
        if _is_choice(token.head, main):
            continue  # "called on it either to negotiate or to go to arbitration"
        start, end = syntax.trimmed(token, either.i + 1 if either else begins, token.i)
        chosen = either is not None and token.head.lemma_ not in _STATIVE
        if asked and end > start and (chosen or (either is None and _is_penalty(main))):
            yield Found("or", "unless", token.i, start, end, main, fronted=True)


_STATIVE = words("be have know think want believe see mean seem")


def _alternative(token: Token) -> tuple[Token | None, int]:
    """The verb after "or", and where the clause before it begins."""
    first = token.head
    if first.pos_ not in {"VERB", "AUX"} or first.i > token.i:
        return None, token.i
    main = next((c for c in syntax.children(first, "conj") if c.i > token.i), None)
    return main, syntax.extent(first)[0]


def _is_asked(telling: Telling, verb: Token) -> bool:
    """Whether somebody must do it, or is told to."""
    if not syntax.is_finite(verb) or syntax.modal(verb) in {"must", "should", "need"}:
        return True
    others = (syntax.first(c, "nsubj") for c in syntax.children(verb, "conj"))
    if telling.voice(verb).direct and any(o is not None and o.lower_ in _NONE for o in others):
        return True  # "The cranes go back, or nobody goes back to work"
    return not telling.voice(verb).is_narrator and syntax.modal(verb) in {"will", "shall"}


def _is_choice(first: Token, second: Token) -> bool:
    """Whether two things are asked for, one or the other: "to pay or to leave"."""
    both = all(any(c.lower_ == "to" and c.dep_ == "aux" for c in v.lefts) for v in (first, second))
    return both and second.lemma_ not in _SUFFERING and first.head.lemma_ in _CALLING


_CALLING = words("call ask urge invite want tell appeal")
_NONE = words("nobody none")


def _is_penalty(verb: Token) -> bool:
    ousted = verb.lemma_ in _OUSTING and syntax.is_passive(verb)  # "leave or be removed"
    if ousted or verb.lemma_ in _SUFFERING or syntax.modal(verb) in PROMISING:
        return True
    tensed = [verb, *syntax.children(verb, "aux", "auxpass")]
    ours = any(c.lower_ in {"we", "i"} for c in syntax.children(verb, "nsubj"))
    return ours or any(token.tag_ in syntax.PRESENT for token in tensed)  # "or we shut the valve"


_OUSTING = words(
    "remove evict expel fine dismiss sack fire arrest jail prosecute shoot sue charge penalise "
    "penalize disconnect impound seize deport detain suspend ban exclude strip"
)
_SUFFERING = words("face risk suffer forfeit lose pay incur forgo look see be get")


def _deadlined(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "has until Monday to leave, or it will be sunk", "gave them a week to, after which"."""
    for given in sentence.of_lemmas(_GIVING):
        if given.pos_ not in {"VERB", "AUX"}:
            continue
        to = _to_be_done(given, sentence)
        joint = _joint(to, sentence) if to is not None else None
        if to is None or joint is None:
            continue
        main = _after(joint, sentence)
        if main is not None and not is_negated(given):
            start, end = syntax.trimmed(to, to.i, _aside(to, joint))
            yield Found("or", "unless", joint, start, end, main, fronted=True, harm=True)


_GIVING = words("have give set grant")
_SPANS = words(
    "until till day week month year hour minute deadline time fortnight ultimatum midnight noon "
    "monday tuesday wednesday thursday friday saturday sunday chance"
)


def _ultimatum(_telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "gave the strikers an ultimatum: back at work by June, or others would be hired"."""
    doc = sentence.doc
    for token in sentence.of_lemmas(_ULTIMATA):
        if token.i + 1 >= sentence.end or doc[token.i + 1].text not in {":", ",", "–", "—"}:
            continue
        rest = doc[token.i + 2 : sentence.end]
        joint = next((t for t in rest if t.lower_ in {"or", "otherwise"}), None)
        main = _after(joint.i, sentence) if joint is not None else None
        verb = token.head
        doing = any(
            t.pos_ == "VERB" or t.lower_ == "back" for t in doc[token.i : joint.i if joint else 0]
        )
        given = (
            doing and token.dep_ in {"dobj", "attr", "pobj"} and verb.pos_ in {"VERB", "AUX", "ADP"}
        )
        if joint is not None and main is not None and given:
            start, end = syntax.trimmed(token, token.i + 2, joint.i)
            yield Found(
                "or", "unless", joint.i, start, end, main, fronted=True, harm=True,
                owner=syntax.subject(verb) if verb.pos_ == "VERB" else None,
            )  # fmt: skip


_ULTIMATA = words("ultimatum choice warning message alternative notice")


def _to_be_done(given: Token, sentence: Span) -> Token | None:
    """The "withdraw" of "has until Monday to withdraw"."""
    doc = sentence.doc
    spans = False
    for token in doc[given.i + 1 : sentence.end]:
        if token.text in {";", ":"} or (token.text == "," and not spans):
            return None
        spans = spans or token.lemma_.lower() in _SPANS
        if token.tag_ == "VB" and doc[token.i - 1].lower_ == "to":
            return token if spans else None
    return None


def _joint(to: Token, sentence: Span) -> int | None:
    """Where the "or", "after which", "otherwise" stands that opens what follows."""
    doc = sentence.doc
    for token in doc[to.i + 1 : sentence.end]:
        after = doc[token.i + 1].lower_ if token.i + 1 < sentence.end else ""
        if token.lower_ in {"otherwise", "or"} and doc[token.i - 1].text in _BREAKS:
            return token.i
        if token.lower_ == "after" and after == "which":
            return token.i
    return None


_BREAKS = frozenset({",", ";", *DASHES})


def _aside(to: Token, joint: int) -> int:
    """Where ", it said," begins before the joint."""
    return next((t.i for t in to.doc[to.i : joint] if t.text == ","), joint)


def _after(joint: int, sentence: Span) -> Token | None:
    """The verb of what will come."""
    told = (t for t in sentence.doc[joint + 1 : sentence.end] if t.pos_ in {"VERB", "AUX"})
    own = (t for t in told if t.dep_ not in {"aux", "auxpass"})
    return next((t for t in own if syntax.modal(t) in PROMISING), None)


find = by_sentence(_or_else, _deadlined, _ultimatum)
