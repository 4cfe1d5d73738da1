"""Conditions on who is let in on a thing: by what they do, and what it brings them.

"Families who sign by June will get help"; "stalls whose leases are not signed would be let to
others"; "the files are open to anyone who first signs a pledge".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import words

_WILL = frozenset({"will", "would", "shall", "can", "could", "may"})


def _takers(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Families who sign will get help", "those who do not would have to apply again"."""
    for token in sentence.spelt({"who", "whose", "that"}):
        clause = token.head if token.dep_ in syntax.SUBJECTS else token.head.head
        noun = clause.head
        limit = clause.dep_ == "relcl" and noun.i < token.i <= clause.i
        if not limit or noun.dep_ not in syntax.SUBJECTS or not _is_of_any(noun):
            continue
        main = noun.head
        if syntax.modal(main) not in _WILL or main.i < clause.i or telling.voice(main).is_narrator:
            continue
        own = set(telling.scene.refers(noun)) & set(telling.voice(main).holder)
        if not _is_choice(clause) or own:
            continue
        refused = is_negated(clause)
        if _is_gain(main) if not refused else _is_loss(main):
            start, end = syntax.trimmed(clause, token.i, clause.right_edge.i + 1)
            family = "if" if refused else "given"
            start += token.lower_ != "whose" and not refused
            yield Found("those who", family, token.i, start, end, main, fronted=True, harm=refused)


def _is_of_any(noun: Token) -> bool:
    """Whether it may be one or another of many: "families", "those", no "the two families"."""
    known = any(c.dep_ in {"nummod", "poss"} for c in noun.children)
    return not known and (noun.tag_ == "NNS" or noun.lower_ in _ANYONE)


_ANYONE = words("those anyone anybody all everyone")


def _is_choice(clause: Token) -> bool:
    """Whether one can do it or leave it: "who sign", "whose leases were not signed"."""
    left_out = clause.lemma_ == "do" and is_negated(clause)
    return clause.lemma_ in _CHOICES or left_out


_CHOICES = words(
    "sign join return register apply accept agree move leave pay vacate surrender report comply "
    "hand switch sell renew withdraw stop refuse volunteer enrol enroll submit disarm resign "
    "reapply opt guarantee prove show present produce drop end resume work train relocate book"
)


def _is_gain(main: Token) -> bool:
    given = syntax.is_passive(main) and main.lemma_ in _GRANTED
    return given or (main.lemma_ in _GETTING and not is_negated(main))


_GETTING = words("get receive keep have qualify benefit see enjoy obtain earn retain return go")
_GRANTED = words(
    "pay offer give grant help compensate rehire reinstate exempt spare pardon forgive admit "
    "reimburse reward allow free release support house train hire take let excuse refund"
)


def _is_loss(main: Token) -> bool:
    elsewhere = any(c.lower_ in {"elsewhere", "out", "off"} for c in main.children)
    return elsewhere or main.lemma_ in _LOSING or syntax.modal(main) == "must"


_LOSING = words(
    "lose forfeit face miss go get receive have pay dismiss sack evict fine exclude replace let "
    "cut dock suspend strip sue prosecute expel drop remove"
)


def _open_to(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "The files are open to anyone who first signs", "is free to those who register"."""
    for token in sentence.spelt({"who"}):
        clause = token.head
        whom = clause.head
        to = whom.head if whom.dep_ == "pobj" else whom
        state = to.head
        if clause.dep_ != "relcl" or whom.lower_ not in _ANYONE or to.lower_ not in {"to", "for"}:
            continue
        main = syntax.governing(to)
        if main is None or state.lower_ not in _OPEN or telling.voice(main).is_narrator:
            continue
        if _is_choice(clause):
            start, end = syntax.trimmed(clause, token.i + 1, clause.right_edge.i + 1)
            yield Found("those who", "given", token.i, start, end, main, fronted=False)


_OPEN = words("open accessible available free reserved")


find = by_sentence(_takers, _open_to)
