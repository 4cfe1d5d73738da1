"""Whom "it" and "they" cannot be known for: whoever did something last and is no party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import saying
from detente.reading.grammar import THEY
from detente.reading.parsed import Token
from detente.reading.parties import reported
from detente.reading.parties.cast import is_office, wills
from detente.reading.parties.names import nouns
from detente.reading.syntax import NOMINAL, PLURAL, SUBJECTS
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_MAIN = frozenset({"ROOT", "conj", "parataxis"})


def did_last(walk: Resolver, token: Token) -> bool:
    """Of "A channel has tried. It proposes": whether who did something last is nobody known.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland refused. A survey said so. It wants talks."
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(built.doc[8])
    ()
    """
    many = token.lower_ in THEY
    if token.dep_ not in SUBJECTS or not wills(token):
        return False
    start = token.sent.start
    start = walk.doc[start - 1].sent.start if start else start
    for other in reversed(walk.doc[start : token.i]):
        verb = other.head
        beside = token.head.dep_ in {"parataxis", "ccomp"} and verb == token.head.head
        if other.dep_ != "nsubj" or verb == token.head or not _is_main(verb) or beside:
            continue  # of "the parties, they say, will need" nor "the parties"
        if other.pos_ == "PRON" or walk.ids.get(other.i):
            return False
        telling = saying.is_plain(verb)
        if many and telling and saying.is_plain(token.head) and _are_experts(other):
            return True  # "Observers note that it went on for years. To end it, they argue,"
        if _may_be_new(walk, other, many=many) and (wills(other) or telling):
            return True
    return False


def _is_main(verb: Token) -> bool:
    """Whether a clause is told for itself: also "Diplomats believe" before a misread "and that"."""
    told = verb.dep_ == "ccomp" and verb.i < verb.head.i and saying.is_plain(verb)
    return verb.dep_ in _MAIN or told


def _are_experts(noun: Token) -> bool:
    return noun.tag_ == "NNS" and noun.lemma_.casefold() in nouns("experts")


def _may_be_new(walk: Resolver, noun: Token, *, many: bool) -> bool:
    """Whether somebody is told of who is nobody's: "Elders of the villages", no "officials"."""
    agrees = noun.tag_ == ("NNS" if many else "NN") and (many or noun.head.tag_ != "VBP")
    if not agrees or any(child.i in walk.cast.named for child in noun.children):
        return False
    return not is_office(noun) or (many and _says_which(noun))


def is_strangers(walk: Resolver, token: Token) -> bool:
    """Of "Brokers said they would strike", "Aurel said it would": who says so, and is nobody known.

    Not of officials and experts, who mostly speak of others.
    """
    teller = reported.teller(token)
    if teller is None or teller.i > token.i or walk.ids.get(teller.i):
        return False
    if not saying.is_plain(teller.head):
        return False
    many = teller.tag_ in PLURAL
    if teller.pos_ not in NOMINAL or many != (token.lower_ in THEY):
        return False
    office = (
        is_office(teller) and teller.lemma_ != "authority" and not (many and _says_which(teller))
    )
    return not (office or teller.lemma_.casefold() in _OF_OTHERS)


def _says_which(many: Token) -> bool:
    """Whether it is said which they are: "Bishops of the region", "Ministers who may stop it"."""
    return any(child.dep_ in _TOLD_BY for child in many.children)


_TOLD_BY = frozenset({"prep", "relcl", "acl"})
_OF_OTHERS = nouns("experts") | words("source people person report man woman study")
