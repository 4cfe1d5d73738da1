"""On whose side a person speaks, by what the whole text has him say and to whom.

Who accuses or urges the union does not speak for it; who says that Norland will not pay may well
speak for Norland.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading import saying
from detente.reading.moods import is_due
from detente.reading.negation import is_negated
from detente.reading.parsed import Doc, Token
from detente.reading.parties import genders
from detente.reading.parties.cast import Cast, Entry
from detente.reading.parties.names import head_kind, nouns
from detente.reading.parties.reproaching import is_wrong
from detente.reading.syntax import SUBJECTS, is_passive

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_AGAINST = -4.0  # who is accused, urged or told by somebody
_MET = -2.0  # with whom somebody has talks
_RESOLVED = 2.5  # of whom somebody says what it will or will not do
_SPOKEN_OF = 1.0  # of whom somebody says anything
_NAMED_IN_SPEECH = -1.5  # whom somebody names where he would say "we"
_ASKED = -2.0  # of whom it is asked that they do something
_MODAL = frozenset({"will", "would", "can", "could", "must", "should", "may", "might", "shall",
                    "wo", "ca", "'ll", "to", "did", "do", "does"})  # fmt: skip
_HE = frozenset({"he", "she"})
_TURNED = nouns("addressed") | {
    "threaten", "urge", "reject", "criticise", "criticize", "condemn", "denounce", "press",
    "oppose", "slam", "challenge", "attack", "order", "remind", "thank", "beg", "implore",
}  # fmt: skip
_RESOLVING = frozenset(
    {"will", "would", "wo", "'ll", "shall", "ca", "can", "could", "remain", "stand",
     "stay", "hold", "want", "need", "refuse", "reject", "welcome"}
)  # fmt: skip
_READY = frozenset({"ready", "willing", "prepared", "determined", "committed", "open"})
_HELD_TO = -1.0  # of whom somebody says what it had agreed to
_BOUND = frozenset({"agree", "promise", "undertake", "pledge", "commit", "accept", "assure", "vow"})
_WITHHELD = -2.5  # who is to get nothing: "no licence for any boat of theirs"
_WRONGED = -3.0  # of whom somebody says what is wrong: "Norland is lying"


Weights = dict[str, float]


def leanings(walk: Resolver, person: Entry | None) -> Weights:
    """How much speaks for each party that a person speaks for it, and, below zero, against it."""
    found: Weights = {}
    if person is None:
        return found
    for token in walk.speeches.get(person.id, ()):
        _weigh(walk, token, found)
    for at in walk.cast.places(person.id):
        _weigh_faced(walk, walk.doc[at], found)
    return found


def of_subject(walk: Resolver, token: Token) -> Weights:
    """The same of somebody without a name, by the one verb of which he is the subject."""
    found: Weights = {}
    _weigh(walk, token, found)
    return found


def _weigh_faced(walk: Resolver, token: Token, found: Weights) -> None:
    """Of "Norland accuses President Berg": he is not of those who turn to him."""
    if token.dep_ == "dobj" and token.head.lemma_ in _TURNED:
        for child in token.head.children:
            if child.dep_ in SUBJECTS:
                for id_ in walk.followed(walk.ids.get(child.i, ())):
                    found[id_] = found.get(id_, 0.0) + _AGAINST


def speeches(doc: Doc, cast: Cast) -> dict[str, list[Token]]:
    """Where each person is the subject of a verb, by name or as the "he" or "she" that follows.

    >>> from detente.reading.page import phrase
    >>> speeches(phrase("She left."), Cast())
    {}
    """
    found: dict[str, list[Token]] = {}
    told: list[str] = []  # the persons who did something, the latest last
    for token in doc:
        if token.dep_ not in SUBJECTS:
            beside = token.dep_ == "appos" and token.head.dep_ in SUBJECTS
            named = cast.heads.get(token.i, ("", ""))[0] if beside else ""
            if named and cast.entries[named].is_person:
                told.append(named)
                found.setdefault(named, []).append(token.head)  # "the chairman, Ana Berg, said"
            continue
        id_ = cast.heads.get(token.i, ("", ""))[0]
        if id_ and cast.entries[id_].is_person:
            told.append(id_)
        elif token.lower_ not in _HE or not (id_ := _of_that_sex(token, told, cast)):
            continue
        found.setdefault(id_, []).append(token)
    return found


def _of_that_sex(pronoun: Token, told: list[str], cast: Cast) -> str:
    """Who was last told of, or the one before, where "she" cannot be that one's."""
    latest = (id_ for id_ in reversed(told[-_LATEST:]))
    fits = (id_ for id_ in latest if not genders.is_other(pronoun.lower_, cast.entries[id_]))
    return next(fits, "")


_LATEST = 3  # persons back


def _weigh(walk: Resolver, token: Token, found: Weights) -> None:
    verbs = [token.head, *(c for c in token.head.children if c.dep_ == "conj")]
    verbs += [c for c in token.children if c.dep_ == "relcl" and _is_of_who(c)]
    for verb in verbs:
        for child in verb.children:
            if child.dep_ == "dative" or (child.dep_ == "dobj" and verb.lemma_ in _TURNED):
                for one in _receiving(child):
                    _count(walk, one, found, _AGAINST)
            if child.dep_ in {"ccomp", "parataxis"} and saying.is_plain(verb):
                for said in (child, *_wrong_reasons(child)):
                    _of_said(walk, said, found, verb.lemma_)
        for one in _met(verb):
            _count(walk, one, found, _MET)
        told = [verb.head] if verb.dep_ == "parataxis" else []
        told += _said_before(walk, verb) if saying.is_plain(verb) else ()
        for said in told:
            _of_said(walk, said, found)


def _met(verb: Token) -> Iterator[Token]:
    """Of "said after his talks with Norland's envoy", "met the envoy" the envoy, and Norland."""
    talks = (one for prep in verb.children if prep.dep_ == "prep" for one in prep.children)
    withs = (one for talk in talks if talk.lemma_ in _TALKS for one in talk.children)
    met = [one for prep in withs if prep.lower_ == "with" for one in prep.children]
    met += [child for child in verb.children if verb.lemma_ == "meet" and child.dep_ == "dobj"]
    for one in met:
        yield one
        yield from (c for c in one.lefts if c.dep_ in {"poss", "compound", "amod", "nmod"})


_TALKS = frozenset({"talk", "meeting", "call", "conversation", "discussion", "consultation"})


def _said_before(walk: Resolver, verb: Token) -> Iterator[Token]:
    """The earlier sentences of the quotation that ends before "..., Ana Berg said"."""
    sent = verb.sent
    for _ in range(_SENTENCES):
        if not sent.start or sent[0].is_quote or sent[0].idx not in walk.spoken:
            return
        sent = walk.doc[sent.start - 1].sent
        yield sent.root


_SENTENCES = 4  # of a quotation


def _receiving(child: Token) -> list[Token]:
    """Whom somebody turns to, or to whom he gives a thing: "sent the union a bill"."""
    return [one for one in child.children if one.dep_ == "pobj"] or [child]


def _is_of_who(verb: Token) -> bool:
    return any(child.lower_ == "who" and child.dep_ in SUBJECTS for child in verb.children)


_COMPLAINING = frozenset({"complain", "allege", "protest", "lament", "object", "grumble"})


_DENYING = frozenset({"deny", "dispute"})


def _wrong_reasons(clause: Token) -> Iterator[Token]:
    """Of "since Norland keeps up its hostile line, no talks are possible" why none are."""
    return (why for why in clause.children if why.dep_ == "advcl" and is_wrong(why))


def _of_said(walk: Resolver, clause: Token, found: Weights, saying_so: str = "say") -> None:
    gain = _WRONGED if saying_so in _COMPLAINING else _gain(clause)
    if gain == _WRONGED and saying_so in _DENYING:
        gain = _RESOLVED  # "denied that the company had failed to"
    if gain == _SPOKEN_OF and clause.idx in walk.spoken:
        gain = _NAMED_IN_SPEECH
    for named, weight in _NAMED_WITHIN:
        for one in named(clause):
            _count(walk, one, found, weight)
    for child in clause.children:
        if child.lower_ in _HE or (child.lower_ == "it" and is_passive(clause)):
            continue  # of himself, of the lawsuit: "it would not be dropped"
        if child.dep_ in SUBJECTS:
            _count(walk, child, found, gain)
            if gain < 0:
                for owner in (one for one in child.children if one.dep_ == "poss"):
                    _count(walk, owner, found, gain)  # "Norland's guns had fired first"


def _viewing(clause: Token) -> Iterator[Token]:
    """Of "said that in Norland's view there was nothing to discuss" Norland."""
    for prep in clause.children:
        for view in prep.children if prep.lower_ in {"in", "from", "for"} else ():
            if view.lemma_ in {"view", "opinion", "eye", "judgement", "judgment", "perspective"}:
                yield from (child for child in view.lefts if child.dep_ in {"poss", "compound"})


def _awaited(clause: Token) -> Iterator[Token]:
    """Of "there will be no talks unless Norland pays" Norland, who is asked to."""
    for child in clause.children:
        terms = child.dep_ == "advcl" and any(one.lower_ in _ON_TERMS for one in child.lefts)
        if terms and child.lemma_ not in _GETTING and not is_passive(child):
            yield from (one for one in child.lefts if one.dep_ in SUBJECTS)


def _partners(clause: Token) -> Iterator[Token]:
    """Of "we have come to terms with Norland", "talks with Norland may help" Norland."""
    for child in clause.children:
        if child.dep_ in {*SUBJECTS, "dobj", "attr", "prep"}:
            below = [child, *child.children]
            below += [one for near in below[1:] if near.dep_ == "pobj" for one in near.children]
            for prep in (one for one in below if one.lower_ == "with"):
                yield from (one for one in prep.children if one.dep_ == "pobj")


def _denied(clause: Token) -> Iterator[Token]:
    """Of "there will be no licence for any Norlandic boat" what is Norland's, and who gets none."""
    for thing in clause.children:
        none = thing.dep_ in {"attr", "dobj", "nsubjpass"} and any(
            c.lower_ == "no" for c in thing.lefts
        )
        for prep in thing.children if none else ():
            if prep.lower_ in {"for", "with"} and prep.dep_ == "prep":
                for one in (c for c in prep.children if c.dep_ == "pobj"):
                    yield one
                    yield from (c for c in one.lefts if c.dep_ in {"poss", "compound", "amod"})


_ON_TERMS = frozenset({"if", "unless", "until", "once", "till", "provided"})
_GETTING = frozenset({"get", "receive", "obtain", "have", "see", "win"})  # it is for him
_NAMED_WITHIN = (
    (_denied, _WITHHELD), (_viewing, _RESOLVED), (_awaited, _AGAINST), (_partners, _MET)
)  # fmt: skip


def _gain(clause: Token) -> float:
    """What a clause says for it that who says it speaks for its subject."""
    helpers = {child.lower_ for child in clause.children if child.dep_ in {"aux", "neg"}}
    if clause.tag_ == "VB" and not helpers & _MODAL:  # "asks that Norland withdraw"
        return _ASKED
    if is_due(clause) and not is_passive(clause):
        return _ASKED
    if is_wrong(clause) and not is_negated(clause):
        return _WRONGED
    if clause.lemma_ in _BOUND and "had" in helpers:
        return _HELD_TO
    ready = any(child.lower_ in _READY for child in clause.children if child.dep_ == "acomp")
    return _RESOLVED if ready or {clause.lemma_, *helpers} & _RESOLVING else _SPOKEN_OF


def _count(walk: Resolver, noun: Token, found: Weights, gain: float) -> None:
    for id_ in walk.followed(tuple(_meant(walk, noun))):
        found[id_] = found.get(id_, 0.0) + gain


def _meant(walk: Resolver, noun: Token) -> Iterator[str]:
    """Who is named, or the one party that has the noun in its name or is of its kind."""
    named = walk.cast.named.get(noun.i)
    if named is not None or noun.i in walk.ids:
        yield from (named,) if named is not None else walk.ids[noun.i]
        return
    lemma = noun.lemma_.casefold()
    if noun.pos_ != "NOUN" or not any(child.lower_ == "the" for child in noun.lefts):
        return
    fits = [
        one.id
        for one in walk.leading
        if not one.is_person
        and (
            lemma in one.words | one.descriptions
            or lemma == head_kind(one.name)
            or (one.type == "company" and lemma in nouns("firms"))
        )
    ]
    if len(fits) == 1:
        yield fits[0]
