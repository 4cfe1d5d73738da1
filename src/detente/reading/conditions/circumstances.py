"""Conditions of circumstance: while a pressure lasts, and against a surety.

"Will not talk under siege", "no talks with pickets at the gate"; "would free the boats against a
deposit", "upon receipt of an apology".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.awaiting import AWAITED
from detente.reading.conditions.dependence import is_offered, is_open, is_withheld
from detente.reading.conditions.found import Found
from detente.reading.conditions.governed import open_above
from detente.reading.conditions.requirements import DEEDS, phrase_of
from detente.reading.parsed import Span, Token
from detente.reading.wording import words

_UNDER = frozenset({"under", "amid", "with", "during"})
_SHORT = 6  # words from "pickets" to where they are


def find(telling: Telling) -> Iterator[Found]:
    """All conditions of circumstance."""
    for sentence in telling.scene.sentences:
        yield from _under(telling, sentence)
        yield from _against(telling, sentence)
        yield from _within(telling, sentence)
        yield from _for_its_duration(telling, sentence)


def _under(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "will not talk under siege", "no talks with pickets at the gate".

    Not so "under threat", "under duress": how one does not, and nobody is asked to lift it.
    """
    for token in sentence.spelt(_UNDER):
        if token.dep_ != "prep":
            continue
        noun = syntax.first(token, "pobj")
        verb = syntax.governing(token)
        if noun is None or verb is None or verb.i > token.i or not is_withheld(verb):
            continue
        if _tells_which(verb):
            continue
        placed = token.lower_ != "with" or _is_placed(noun, verb)
        if noun.lemma_.lower() not in _DURESS or not placed or not is_open(telling, verb):
            continue
        start, end = phrase_of(noun)
        if token.lower_ == "with":
            end = max(end, min(verb.right_edge.i + 1, _stop(noun)))
        start, end = syntax.trimmed(noun, start, end)
        yield Found(token.lower_, "not while", token.i, start, end, verb, fronted=False)


def _tells_which(verb: Token) -> bool:
    """As in "the power it does not use during the lockout": which thing, and nobody's position."""
    who = syntax.first(verb, "nsubj")
    return verb.dep_ == "relcl" and who is not None and who.tag_ == "PRP"


_DURESS = words(
    "fire siege blockade shelling bombardment occupation strike picket "
    "lockout sanction tariff block roadblock attack rocket missile boycott "
    "embargo barricade tank troop protest police soldier drone warship "
    "stoppage walkout offensive hostility violence fighting"
)


def _for_its_duration(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "No tin will be loaded for the duration of the stoppage"."""
    for token in sentence.spelt({"duration"}):
        of = syntax.first(token, "prep")
        noun = syntax.first(of, "pobj") if of is not None and of.lower_ == "of" else None
        verb = open_above(telling, token.head) if token.dep_ == "pobj" else None
        if noun is None or verb is None or noun.lemma_.lower() not in _DURESS:
            continue
        if is_withheld(verb) and not telling.voice(verb).is_narrator:
            at = token.head.i
            yield Found("under", "not while", at, *phrase_of(noun), verb, fronted=False)


def _is_placed(noun: Token, verb: Token) -> bool:
    """Of "with pickets at the gate": where they are is said, so they are no partner of talks."""
    after = noun.doc[noun.i + 1 : min(noun.i + _SHORT, noun.sent.end)]
    return (
        any(
            token.lower_ in {"at", "on", "in", "outside", "over", "still", "around", "hanging"}
            for token in after
        )
        and verb.i < noun.i
    )


def _stop(noun: Token) -> int:
    rest = noun.doc[noun.i : noun.sent.end]
    return next((t.i for t in rest if t.text in {",", ";", ".", '"', "”"}), noun.sent.end)


def _against(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "would free the boats against a deposit", "upon receipt of an apology"."""
    for token in sentence.spelt(_EXCHANGING.keys()):
        bound = token.nbor(-1).pos_ == "ADJ" if token.i else True  # "contingent on"
        if token.dep_ not in {"prep", "prt"} or bound:
            continue
        noun = syntax.first(token, "pobj")
        verb = open_above(telling, token)
        if noun is None or verb is None:
            continue
        given = {c.lower_ for c in noun.children if c.dep_ in {"poss", "det"}}
        word = noun.lemma_ in _WORD
        if token.lower_ == "on" and (not given & _NEW if word else given):
            continue  # "of trampling on its own signature", "not on promises"
        if token.lower_ == "on" and not is_offered(telling, verb):
            continue  # "sides with the front on payment"
        swapped = token.lower_ == "for" and verb.lemma_ in _SWAPPING and verb.i < token.i
        swapped = swapped and not is_withheld(verb)  # "does not trade convicts for hostages"
        swapped = swapped and noun.lower_ != "another"  # "swapping one robbery for another"
        if swapped or noun.lemma_.lower() in _EXCHANGING[token.lower_]:
            start, end = phrase_of(noun)
            yield Found(token.lower_, "given", token.i, start, end, verb, fronted=False)


def _within(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "would lift the ban within a week of Sudmark signing"."""
    for token in sentence.spelt({"within"}):
        span = syntax.first(token, "pobj")
        of = syntax.first(span, "prep") if span is not None else None
        deed = syntax.first(of, "pobj", "pcomp") if of is not None and of.lower_ == "of" else None
        verb = open_above(telling, token) if deed is not None else None
        if span is None or deed is None or verb is None or span.lemma_ not in _SPANS:
            continue
        doing = any(c.tag_ == "VBG" for c in syntax.children(deed, "acl"))  # "of Sudmark signing"
        anothers = deed.dep_ == "pcomp" and (
            syntax.first(deed, "nsubj") is not None or deed.lemma_ in {"see", "receive", "get"}
        )
        if doing or anothers or deed.lemma_.lower() in DEEDS:
            yield Found("within", "given", token.i, *phrase_of(deed), verb, fronted=False)


_SPANS = words("hour day week month")
_SURETIES = words(
    "deposit bond bail fee payment guarantee assurance undertaking pledge promise receipt waiver "
    "signature commitment concession ransom security collateral proof licence license access notice"
)

_EXCHANGING = {
    "against": _SURETIES,
    "upon": words(
        "receipt payment delivery completion signature proof evidence production presentation "
        "withdrawal return ratification fulfilment fulfillment acceptance confirmation"
    ),
}

_EXCHANGING["on"] = words(
    "receipt delivery completion proof production presentation notice payment signature "
    "ratification acceptance accession promise pledge assurance guarantee undertaking"
)
_NEW = frozenset({"a", "an"})
_WORD = words("promise pledge assurance guarantee undertaking")  # "on a promise that"

_EXCHANGING["for"] = frozenset()  # of verbs of bartering alone
_SWAPPING = words("swap trade barter")

_EXCHANGING["after"] = words("receipt ratification fulfilment fulfillment")

_EXCHANGING["following"] = AWAITED | words(
    "publication completion delivery receipt approval consent"
)
