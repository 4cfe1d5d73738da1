"""Positions put as what a thing is said to be: "Sudmark's answer was no", "our door is open"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _nouns as named
from detente.reading.patterns._opponents import counterpart
from detente.reading.tables import table
from detente.reading.wording import words

_COPULAS = words("be remain stay sound stand come run wear lie prove become")
_NEAR = 9  # words from "was" to "no"
_FAR = 45  # words back to who asked
_PLANS = nouns("plans") | nouns("offers")


@cache
def _rows() -> dict[str, dict[str, frozenset[str]]]:
    """What must follow, by kind, for each noun."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for row in table("answers")["rows"]:
        kinds = {kind: words(text) for kind, text in row.items() if kind != "nouns"}
        found |= dict.fromkeys(row["nouns"].split(), kinds)
    return found


@lru_cache(maxsize=2)
def _told(telling: Telling) -> tuple[tuple[Token, dict[str, frozenset[str]]], ...]:
    """The nouns of a text after which something must follow, with what."""
    rows = _rows()
    return tuple((noun, rows[noun.lower_]) for noun in telling.scene.nouns if noun.lower_ in rows)


def answered(telling: Telling, kind: str) -> Iterator[Finding]:
    """The positions of a kind that are put so."""
    for noun, kinds in _told(telling):
        wanted = kinds.get(kind)
        verb: Token | None = noun.head
        if (
            wanted is None
            or noun.dep_ not in {"nsubj", "pobj", "attr"}
            or cues.is_aside(telling, noun.head)
        ):
            continue
        if noun.dep_ == "pobj":
            verb = _after_among(noun)
        told = verb is not None and verb.lemma_ in _COPULAS and _is_said(noun, verb, wanted)
        told = told or (kind == "refusal" and _is_quoted(telling, noun))
        if verb is not None and told:
            holder = named.owners(telling, noun) or _answerer(telling, noun, verb)
            yield from cues.finding(telling, kind, verb, holder=holder, confidence=0.75)


def _after_among(noun: Token) -> Token | None:
    """As in "among their demands are ..."."""
    return noun.head.head if noun.head.lower_ == "among" else noun.doc[noun.i]


def _is_said(noun: Token, verb: Token, wanted: frozenset[str]) -> bool:
    if "**" in wanted:
        return verb.lemma_ == "be" and syntax.is_finite(verb) and _is_spelt_out(verb)
    if "*" in wanted:
        return verb.lemma_ == "be" and (bool(syntax.modal(verb)) or syntax.is_finite(verb))
    after = noun.doc[noun.i + 1 : min(verb.i + _NEAR, noun.sent.end)]
    told = syntax.first(verb, "ccomp")
    if told is not None and noun.lower_ in _REPLIES and not syntax.modal(told):
        return False  # "its answer is that a lamp is no title": what it holds
    if any(token.text == ":" for token in after):
        return False  # what comes after the colon says of what kind it is
    stop = next(
        (t.i for t in after if t.text in {";", ",", ".", ":"} and t.i > verb.i), len(noun.doc)
    )
    return any(t.lower_ in wanted or t.lemma_.lower() in wanted for t in after if t.i < stop)


def _is_spelt_out(verb: Token) -> bool:
    """As in "is a birthing room", "is for both to leave", "is that the fee lie with a notary"."""
    told = syntax.first(verb, "acomp", "ccomp", "xcomp", "attr", "advcl", "neg")
    if told is None or told.dep_ in {"acomp", "neg"}:
        return any(c.lower_ == "for" for c in syntax.children(verb, "prep", "mark"))
    return told.dep_ != "attr" or any(c.lower_ in {"a", "an"} for c in told.children)


def _is_quoted(telling: Telling, noun: Token) -> bool:
    """As in "“With which hand?” was Sudmark's reply": a question for an answer is a no."""
    owned = any(c.dep_ == "poss" or c.lower_ in {"of", "by", "from"} for c in noun.children)
    if noun.lower_ not in _REPLIES or noun.head.lemma_ != "be" or not owned:
        return False
    before = [token for token in noun.sent if token.i < noun.head.i]
    asked = any(token.text == "?" and telling.quotation(token) for token in before)
    return asked or any(t.lower_ in {"no", "not", "never"} for t in before)


_REPLIES = words("answer reply response retort")


def _answerer(telling: Telling, noun: Token, verb: Token) -> tuple[str, ...]:
    """Whose "the answer" is: who says so, else the one over against who asked."""
    voice = telling.voice(verb)
    if voice.holder:
        return voice.holder
    if noun.lower_ not in _REPLIES | {"reaction", "verdict"}:
        return ()
    back = noun.doc[max(0, noun.sent.start - _FAR) : noun.sent.start]
    for token in reversed(list(back)):
        if token.dep_ == "nsubj" and telling.who(token):
            return counterpart(telling, noun, telling.who(token))
    return ()


def under_plans(telling: Telling) -> Iterator[Finding]:
    """What a party's plan would bring: "Under Sudmark's proposal, Norland would get half"."""
    for noun in telling.scene.nouns:
        if noun.lemma_ not in _PLANS or noun.dep_ != "pobj" or noun.head.lower_ != "under":
            continue
        verb, holder = noun.head.head, named.owners(telling, noun) or _whose_before(telling, noun)
        if holder and verb.pos_ in {"VERB", "AUX"} and syntax.modal(verb):
            yield from cues.finding(telling, "offer", verb, holder=holder, confidence=0.75)
    for verb in telling.scene.verbs:
        plan = syntax.first(verb, "nsubj")
        if plan is None or plan.lemma_ not in _PLANS or not _foresees(verb):
            continue
        holder = named.owners(telling, plan)
        if holder and not cues.is_aside(telling, verb):
            yield from cues.finding(telling, "offer", verb, holder=holder, confidence=0.7)


def _whose_before(telling: Telling, noun: Token) -> tuple[str, ...]:
    """Whose "the proposal" is that was spoken of just before: "an offer from Norland"."""
    if not any(c.lower_ in {"the", "this", "that"} for c in noun.lefts):
        return ()
    back = reversed(telling.doc[max(0, noun.i - _BACK) : noun.sent.start])
    plans = [one for one in back if one.lemma_ in _PLANS]
    told = (named.owners(telling, one) or _by_whom(telling, one.nbor()) for one in plans)
    return next(filter(None, told), ())


def _by_whom(telling: Telling, after: Token) -> tuple[str, ...]:
    """Of "an offer from Norland", where the parser hangs it on the verb."""
    given = after.lower_ in {"from", "by"}
    return telling.who(syntax.first(after, "pobj")) if given else ()


_BACK = 60  # tokens


def _foresees(verb: Token) -> bool:
    """As in "its proposal envisages", "the plan would give": no "was rejected", "failed"."""
    if is_negated(verb) or syntax.is_passive(verb) or verb.lemma_ in {"be", "have"}:
        return False
    return verb.lemma_ in _ENVISAGING or syntax.modal(verb) == "would"


_ENVISAGING = words("envisage envision foresee provide include contain comprise allow give grant")
