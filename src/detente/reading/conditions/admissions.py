"""Conditions on whoever it may be: by what he does, and what it brings him.

"Families who sign by June will get help"; "any state that has not signed goes back to the old
terms"; "whoever does not vote for it is no longer part of this government"; "will back whatever
plan is shown to pay"; "is open to all partners who respect its law"; "goes only to those who".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.aspects import is_perfect
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import READY, is_open, is_withheld
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.conditions.penalties import is_penal
from detente.reading.moods import PROMISING, is_obliged
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.wording import DASHES, words

_WILL = PROMISING | {"may"}
_FREE = frozenset({"csubj", "csubjpass", "nsubj", "ccomp", "pcomp", "pobj", "dobj", "xcomp"})
_FREELY = words("whoever whichever whatever")


def _on_whom(telling: Telling, sentence: Span) -> Iterator[Found]:
    """Whoever it is, as he acts or is acted upon: "any town that pays", "whoever closes it"."""
    for opening in sentence.spelt(_OPENING):
        first = opening if opening.dep_ in syntax.SUBJECTS else opening.head
        clause = first.head
        noun = _noun(clause, opening) if first.dep_ in syntax.SUBJECTS else None
        if noun is None or not _is_of_any(noun) or not (clause.i > opening.i):
            continue
        head = noun if clause.dep_ == "relcl" else clause
        start = opening.i + (opening.lower_ != "whose")
        start, end = syntax.trimmed(clause, start, clause.right_edge.i + 1)
        if end <= start:
            continue
        if head.dep_ in {*syntax.SUBJECTS, "csubj"} and head.head.i > clause.i:
            yield from _doing(telling, noun, clause, opening.i, start, end)
        else:
            yield from _done_to(telling, noun, clause, opening.i, start, end)


_OPENING = words("who that which whose whoever whichever whatever")


def _noun(clause: Token, opening: Token) -> Token | None:
    """Who or what a clause limits: "town" of "any town that pays", "whichever town pays"."""
    if opening.lower_ in _FREELY:
        free = clause.dep_ in _FREE and opening.nbor(-1).text not in _APART if opening.i else True
        return (opening if opening.dep_ in syntax.SUBJECTS else opening.head) if free else None
    limit = clause.dep_ == "relcl" and clause.head.i < opening.i
    return clause.head if limit and opening.nbor(-1).text != "," else None


_APART = frozenset({",", *DASHES})


def _is_of_any(noun: Token) -> bool:
    """Whether it may be one or another of many: "families", "any state", no "the two families"."""
    if any(c.dep_ in {"nummod", "poss"} for c in noun.lefts):
        return False
    bare = noun.tag_ == "NNS" and all(c.dep_ != "det" for c in noun.lefts)
    return bare or _is_whoever(noun) or _is_one(noun)


def _is_spelt(noun: Token, wanted: frozenset[str]) -> bool:
    """Whether a noun, or what stands before it, is one of some words."""
    return noun.lower_ in wanted or any(c.lower_ in wanted for c in noun.lefts)


def _is_none(noun: Token) -> bool:
    """As in "nobody who takes part", "no one that": none of whom it is said."""
    return _is_spelt(noun, _NONE)


_NONE = words("no not none nothing nobody")


def _is_whoever(noun: Token) -> bool:
    return _is_spelt(noun, _ANYONE)


def _is_one(noun: Token) -> bool:
    """As in "a town that leaves the fund": one, whichever it is."""
    return noun.tag_ == "NN" and any(c.lower_ in {"a", "an"} for c in noun.lefts)


_ANYONE = _FREELY | words("those anyone anybody any every each all everyone nobody no none")


def _doing(
    telling: Telling, noun: Token, clause: Token, at: int, start: int, end: int
) -> Iterator[Found]:
    """What it brings him: "will get help", "loses its grant", "has to put them on the table"."""
    step = clause if clause.dep_ != "relcl" else noun
    main = step.head
    own = set(telling.scene.refers(noun)) & set(telling.voice(main).holder)
    if own or telling.voice(main).is_narrator or main.tag_ == "VBD":
        return
    if clause.lemma_ in _WISHING and (due := _due(main)) is not None:
        first, last = syntax.trimmed(due, due.i, due.right_edge.i + 1)
        yield Found("who wants it", "only", at, first, last, due, fronted=False, about=clause)
        return
    refused = is_negated(clause) or clause.lemma_ in {"fail", "refuse", "decline"}
    if not (refused or _is_choice(noun, clause)):
        return
    none = _is_none(noun)
    if _is_loss(main, refused=refused, none=none):
        yield Found("those who", "if", at, start, end, main, fronted=True, harm=True)
    elif (
        not (refused or none)
        and syntax.modal(main) in _WILL
        and _is_gain(main)
        and not _is_one(noun)
    ):
        yield Found("those who", "given", at, start, end, main, fronted=True)


_WISHING = words("want wish seek hope desire expect")


def _due(main: Token) -> Token | None:
    """The "pay" of "will have to pay", "must pay", "needs to pay"."""
    if is_obliged(main):
        return next((c for c in syntax.children(main, "xcomp") if c.tag_ == "VB"), None)
    return main if syntax.modal(main) == "must" else None


def _is_choice(noun: Token, clause: Token) -> bool:
    """Whether one can do it or leave it: "who sign", and no "who live near the port"."""
    if clause.lemma_ in _CHOICES:
        return True
    person = _is_one(noun) and any(c.lower_ == "who" for c in clause.lefts)
    return clause.tag_ != "VBD" and _is_deed(clause) and (_is_whoever(noun) or person)


def _is_deed(clause: Token) -> bool:
    """Whether it is done, and neither so nor over: "who enters", no "that crosses the plain"."""
    return clause.pos_ == "VERB" and clause.lemma_ not in _STATES and not is_perfect(clause)


_CHOICES = words(
    "sign join return register apply accept agree move leave pay vacate surrender report comply "
    "hand switch sell renew withdraw stop refuse volunteer enrol enroll submit disarm resign "
    "reapply opt guarantee prove show present produce drop end resume work train relocate book"
)
_STATES = words(
    "be live lie know come belong think believe say stand depend border own remember deserve have "
    "contain include follow concern speak remain like need look read watch see hear listen visit "
    "travel suffer understand expect hope suppose imagine doubt claim feel love use grow happen "
    "seem appear exist result flow rise fall run separate surround call link connect"
)


def _is_gain(main: Token) -> bool:
    given = syntax.is_passive(main) and main.lemma_ in _GRANTED
    return given or (main.lemma_ in _GETTING and not is_negated(main))


_GETTING = words("get receive keep have qualify benefit see enjoy obtain earn retain return go")
_GRANTED = words(
    "pay offer give grant help compensate rehire reinstate exempt spare pardon forgive admit "
    "reimburse reward allow free release support house train hire take let excuse refund"
)


def _is_loss(main: Token, *, refused: bool, none: bool) -> bool:
    """Whether it is a harm: what is taken from him, or that he is out."""
    ahead = syntax.modal(main) in _WILL | {"must"} or main.tag_ in syntax.PRESENT
    ousted = any(c.lower_ in {"elsewhere", "out", "off", "behind"} for c in main.children)
    if not ahead:
        return False
    if main.lemma_ in _PASSED_OVER and ousted:
        return True
    if is_negated(main) or none:
        return _is_shut_out(main)
    if main.lemma_ == "forget" or (syntax.modal(main) and is_penal(main)):
        return True
    back = main.lemma_ in {"go", "return", "fall", "revert"} and any(
        c.lower_ in {"back", "to"} for c in main.children
    )
    if refused and (back or ousted or main.lemma_ in _LOSING or syntax.modal(main) == "must"):
        return True
    return main.lemma_ in _ITS_OWN


def _is_shut_out(main: Token) -> bool:
    """As in "is no longer part of this government", "cannot come back", "will not be paid"."""
    if main.lemma_ == "be":
        return any(t.lower_ in {"longer", "more"} for t in main.children)
    able = syntax.modal(main) in {"can", "may", "will", "would", "shall"}
    return able and (syntax.is_passive(main) or main.lemma_ in _GETTING | _COMING)


_COMING = words("come join enter sit vote play take count stay")
_PASSED_OVER = words("leave be go cut shut keep strike throw miss lose drop count let offer put")
_ITS_OWN = words("lose forfeit face risk regret pay suffer forgo miss incur")
_LOSING = words(
    "get receive have dismiss sack evict fine exclude replace let cut dock suspend strip sue "
    "prosecute expel drop remove apply wait move stay"
)


def _done_to(
    telling: Telling, noun: Token, clause: Token, at: int, start: int, end: int
) -> Iterator[Found]:
    """What somebody grants him: "will receive anyone who", "is open to all who", "goes to"."""
    head = noun if clause.dep_ == "relcl" else clause
    main = syntax.verb_above(head)
    if main is not None and main.dep_ == "pcomp":  # "open to receiving any group that"
        main = syntax.verb_above(main)
    if main is None or main.i > clause.i or is_negated(main) or _is_none(noun):
        return
    only = any(t.lower_ == "only" for t in main.doc[main.i : head.left_edge.i + 1])
    narrated = telling.voice(main).is_narrator
    if only and head.head.lower_ in {"to", "for"} and is_open(telling, main):
        able = syntax.modal(clause) in {"can", "could"}  # "only for those who cannot work"
        if not able and not narrated:
            yield Found("only those who", "only", at, start, end, main, fronted=False)
        return
    ahead = syntax.modal(main) in {"will", "would", "shall"}
    now = any(t.tag_ in {"VBZ", "VBP", "MD"} for t in (clause, *clause.children)) or not narrated
    if _is_letting_in(head) and (_is_whoever(noun) or noun.doc[at].lower_ == "who"):
        if _is_deed(clause) and (not narrated or telling.holder(main)):
            yield Found("anyone who", "given", at, start, end, main, fronted=False)
        return
    wished = syntax.modal(main) == "would" and clause.tag_ == "VBD"  # "a deal that kept it"
    to = head.head.lower_ in {"to", "for"} and main.lemma_ in _ALLOTTING
    if main.lemma_ in {"promise", "offer"} and head.head.lower_ == "to" and not is_withheld(main):
        ahead = to = True  # "has promised a flat to every teacher who moves"
    if not ahead or is_withheld(main) or not (main.lemma_ in _GRANTING or to):
        return
    whoever = _is_whoever(noun) and (is_negated(clause) or not is_perfect(clause))
    if (whoever and (now or wished)) or (wished and _is_one(noun)):
        yield Found("anyone who", "given", at, start, end, main, fronted=False)


def _is_letting_in(head: Token) -> bool:
    """As of "open to anyone who", "ready to work with all who"."""
    step = head.head
    while step.pos_ in {"ADP", "PART"} or (step.pos_ == "VERB" and step.dep_ in _COMPLETING):
        if step.head == step:
            return False
        step = step.head
    return step.lower_ in _OPEN and step.dep_ in {"acomp", "ccomp", "amod", "advcl", "oprd"}


_COMPLETING = frozenset({"xcomp", "pcomp"})
_OPEN = READY | words("accessible free reserved")
_ALLOTTING = words("go give pay offer lease let hand award release send allot reserve")
_GRANTING = words(
    "receive accept admit take pay compensate release free pardon rehire reinstate hire welcome "
    "meet talk negotiate speak recognise recognize support deal let allow readmit sign look back "
    "consider agree vote entertain discuss endorse approve join study settle swallow favour favor "
    "work cooperate share buy carry follow respect adopt"
)


find = by_sentence(_on_whom)
