"""Whom he and she mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import saying
from detente.reading.parsed import Token
from detente.reading.parties import genders, reported
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import is_office
from detente.reading.parties.memory import Heard, Ids
from detente.reading.syntax import SUBJECTS, subject

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

BACK = 60  # tokens back to the last subject


def person(walk: Resolver, token: Token) -> Ids:
    """He or she: the last subject, before others who were named since.

    Who has an office and no name is meant as well: "A Norland official said so. He warned ...".
    """
    office, named = nameless(walk, token), reported.named_in(walk, token)
    since = -1 if office is None else office.i
    doer = _own_doer(walk, token)
    tells = token.dep_ in SUBJECTS and saying.is_plain(token.head) and token.idx not in walk.spoken
    ends = tells and token.sent[0].is_quote  # "... will pay," he said
    opens = (token.i == token.sent.start or ends) and token.dep_ in SUBJECTS
    before = _before_speech(walk, token)
    for back, acting in ((0, True), (before, True), (0, False), (4, False)):
        if office is not None and not acting and office.sent.end >= token.sent.start:
            return walk.ids.get(since, ())
        for heard in walk.memory.recent(back):
            one = walk.entry(heard.ids[0])
            person = one.is_person and heard.ids != named
            person = person and heard.ids != doer and not genders.is_other(token.lower_, one)
            if tells and walk.doc[heard.at].idx in walk.spoken:
                continue  # "Ana Berg must go," he said
            if person and heard.at > since and (heard.subject or not acting):
                if heard.main or not opens:
                    return heard.ids[:1]
                return _main(walk, heard, before, _TELLING if tells else _WITHIN)
    return walk.ids.get(since, ())


def _main(walk: Resolver, last: Heard, back: int, within: frozenset[str]) -> Ids:
    """Who did something in the main clause of a sentence, before who did in one within it.

    Of "Berg, who swore never to sign while Lind sat there, came. She", Berg; who tells more is who
    told the rest: "Berg says that Lind has left. She added".
    """
    inside = walk.doc[last.at].head.dep_ in within
    for heard in walk.memory.recent(back) if inside else ():
        person = walk.entry(heard.ids[0]).is_person
        if person and heard.main and heard.sentence == last.sentence:
            return heard.ids[:1]
    return last.ids[:1]


_WITHIN = frozenset({"advcl", "relcl", "acl"})
_TELLING = _WITHIN | {"ccomp"}


def _own_doer(walk: Resolver, token: Token) -> Ids:
    """Whom "her" cannot be in "Berg has sued her", "Berg spoke of her": Berg."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ not in {"dobj", "pobj", "dative"} or token.lower_ not in {"him", "her"}:
        return ()
    doer = subject(verb)
    return walk.ids.get(doer.i, ()) if doer is not None else ()


def _before_speech(walk: Resolver, token: Token) -> int:
    """How many sentences back the one stands that comes before the direct speech one ends."""
    back, start = 1, token.sent.start
    while start and walk.doc[start - 1].sent.start and back < _SPOKEN:
        before = walk.doc[start - 1].sent
        if before[0].idx + 1 not in walk.spoken or walk.doc[start].idx not in walk.spoken:
            break
        back, start = back + 1, before.start
    return back


_SPOKEN = 4  # sentences of direct speech that are stepped over


def nameless(walk: Resolver, token: Token, back: int = BACK) -> Token | None:
    """Who was last said to do something, in this sentence or those before, and has no name."""
    for other in reversed(walk.doc[max(0, token.i - back) : token.i]):
        verb = other.head
        does = other.dep_ == "nsubj" and other.tag_ == "NN" and verb.pos_ == "VERB"
        if does and verb.dep_ in _MAIN and verb != token.head and _is_somebody(other):
            return None if _is_named(walk, other) else other
    return None


def _is_named(walk: Resolver, office: Token) -> bool:
    """As "A spokeswoman, Ana Berg, said"; not "A spokeswoman in the capital, Norhaven, said"."""
    beside = [child for child in office.children if child.dep_ == "appos"]
    towns = (walk.cast.heads.get(one.i, ("", ""))[1] == "capital" for one in beside)
    return bool(beside) and not all(towns)


_MAIN = frozenset({"ROOT", "conj", "parataxis"})


def _is_somebody(noun: Token) -> bool:
    person = is_office(noun) or is_crowd(noun.lemma_.casefold())
    return person and not any(child.lower_ in _NO_ONE for child in noun.lefts)


_NO_ONE = frozenset({"no", "any", "every", "each", "neither", "either", "which", "whichever"})
