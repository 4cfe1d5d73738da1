"""Whom a pronoun means: he and she, it and its, they, who and which."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from detente.reading import elision
from detente.reading.grammar import THEY, TOGETHER, is_dealt_with, is_impersonal, undergoes
from detente.reading.parsed import Token
from detente.reading.parties import answering, he_and_she, reported, strangers
from detente.reading.parties.bargaining import is_bargaining
from detente.reading.parties.cast import is_office, wills
from detente.reading.parties.he_and_she import BACK
from detente.reading.parties.memory import Heard, Ids
from detente.reading.syntax import NOMINAL, SUBJECTS
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
ITS = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
ALL = PERSONAL | ITS | THEY | RELATIVE


def resolve(walk: Resolver, token: Token) -> Ids:
    """Whom a pronoun means, or nobody."""
    lower = token.lower_
    if lower in RELATIVE:
        return () if token.dep_ in {"mark", "det"} else _relative(walk, token)
    if found := answering.charged(walk, token):
        return found
    if lower in PERSONAL:
        return reported.of_officer(walk, token) or he_and_she.person(walk, token)
    if strangers.is_strangers(walk, token):
        return ()
    return reported.told_of(walk, token) or (_they if lower in THEY else _it)(walk, token)


def _relative(walk: Resolver, token: Token) -> Ids:
    clause = token
    while clause.dep_ not in {"relcl", "ROOT"}:
        clause = clause.head
        if clause.i < token.i and clause.pos_ in NOMINAL:
            return ()
    if clause.dep_ != "relcl" or clause.head.i >= token.i:
        return ()
    told = clause.head
    beside = told.head if told.dep_ == "appos" else told  # "Norair, a Norland firm, which says"
    return walk.ids.get(told.i, ()) or walk.ids.get(beside.i, ())


def _they(walk: Resolver, token: Token) -> Ids:
    if token.lower_ == "them" and (token.dep_ != "pobj" or token.head.lower_ not in TOGETHER):
        return ()
    if (token.dep_ in SUBJECTS and _is_kept(token.head)) or strangers.did_last(walk, token):
        return ()
    latest = walk.memory.latest
    served = token.dep_ == "poss" and is_office(token.head)  # "Their spokesman"
    return (
        (_spoken_for(walk, token) if served else ())
        or reported.of_speaker(walk, token)
        or (together if token.dep_ in SUBJECTS else joint)(walk)
        or (latest(lambda heard: heard.plural and heard.main, back=1) if served else ())
        or latest(lambda heard: heard.plural and heard.subject, back=1)
        or latest(lambda heard: heard.plural, back=1)
        or (latest(lambda heard: heard.plural and heard.subject, back=3) if served else ())
    )


def _is_kept(verb: Token) -> bool:
    """As in "they will stay shut": what things do, a gate or a levy."""
    stays = verb.lemma_ in {"stay", "remain"}
    return stays and any(child.lower_ in _KEPT for child in verb.children if child.i > verb.i)


_KEPT = words("shut closed sealed frozen suspended blocked impounded")


def joint(walk: Resolver) -> Ids:
    """The two of the last main clause that did something together."""
    found = together(walk)
    return found if len(found) == 2 else ()  # noqa: PLR2004 — two


def together(walk: Resolver) -> Ids:
    """All of the last main clause that did something together: "A, B and C told it that they"."""
    told = next((heard for heard in walk.memory.recent(1) if heard.main), None)
    if told is None:
        return ()
    token = walk.doc[told.at]
    each = [walk.followed(walk.ids.get(one.i, ())) for one in (token, *token.conjuncts)]
    found = tuple(dict.fromkeys(id_ for ids in each for id_ in ids))
    return found if len(found) > 1 else ()


def _it(walk: Resolver, token: Token) -> Ids:
    if token.lower_ == "it" and _is_thing(walk, token):
        return ()
    if (label := elision.understood(token.sent.root)) is not None and walk.ids.get(label.i):
        return walk.followed(walk.ids[label.i])  # "NORLAND. Wants its boats back"
    if (own := reported.saying_so(walk, token)) and not walk.entry(own[0]).is_person:
        return own
    if strangers.did_last(walk, token):
        return ()
    barred = (_told_of_whom(walk, token), reported.named_in(walk, token))
    speaks = token.dep_ == "poss" and is_office(token.head) and token.idx not in walk.spoken

    def one(heard: Heard) -> bool:
        single = len(heard.ids) == 1 and heard.ids not in barred
        if speaks and reported.is_of_others(walk, walk.doc[heard.at]):
            return False  # "Norland is lying," said its envoy
        return single and not walk.entry(heard.ids[0]).is_person

    memory = walk.memory
    if token.dep_ == "poss" and (kinds := _having(token.head)):

        def may_have(heard: Heard) -> bool:
            return one(heard) and walk.entry(heard.ids[0]).type in kinds

        if found := (
            memory.latest(lambda heard: heard.subject and may_have(heard), back=2)
            or memory.latest(may_have, back=2)
        ):
            return found
    return (
        (_spoken_for(walk, token) if speaks else ())
        or reported.of_speaker(walk, token)
        or (_of_last_clause(walk, one) if speaks and token.i == token.sent.start else ())
        or (memory.latest(lambda heard: heard.main and one(heard), 0) if _goes_on(token) else ())
        or _awaited(walk, token, one)
        or memory.latest(lambda heard: heard.subject and one(heard), back=0)
        or (memory.latest(one, back=0) if token.head.dep_ == "appos" else ())
        or (memory.latest(lambda heard: one(heard) and _is_whose(walk, heard), 0) if speaks else ())
        or memory.latest(lambda heard: heard.main and one(heard), back=1)
        or memory.latest(lambda heard: heard.subject and one(heard), back=1)
        or memory.latest(one, back=1)
    )


def _awaited(walk: Resolver, token: Token, fits: Callable[[Heard], bool]) -> Ids:
    """Of "Norland will veto Sudmark's bid unless it lifts its ban" Sudmark, of whom that is asked.

    Not so of "unless it gets a licence": whoever gets one waits for it himself.
    """
    clause = token.head
    marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
    if token.dep_ != "nsubj" or clause.dep_ != "advcl" or not marks & {"unless", "until"}:
        return ()
    main = clause.head
    if clause.lemma_ in _GETTING or main.i > token.i:
        return ()
    return walk.memory.latest(lambda heard: heard.at > main.i and fits(heard), back=0)


_GETTING = words("get receive obtain have be see hear know find win gain feel secure need want")


def _goes_on(token: Token) -> bool:
    """As in "Norland wants Sudmark to pay, and it will not wait": what the first one does."""
    verb = token.head
    return token.dep_ == "nsubj" and verb.dep_ == "conj" and verb.head.dep_ == "ROOT"


def _spoken_for(walk: Resolver, token: Token) -> Ids:
    """Of "For the Mission, its head Ana Berg said" the Mission."""
    first = token.sent[0]
    if first.lower_ != "for" or first.i > token.i:
        return ()
    ahead = (child for child in first.children if child.dep_ == "pobj" and child.i < token.i)
    return next((walk.followed(walk.ids.get(one.i, ()))[:1] for one in ahead), ())


def _is_whose(walk: Resolver, heard: Heard) -> bool:
    """Whether somebody is told of by what is his: "The consent of Norland", "Norland's consent"."""
    token = walk.doc[heard.at]
    of = token.dep_ == "pobj" and token.head.lower_ == "of"
    thing = token.head.head if of else token.head
    return (of or token.dep_ == "poss") and thing.dep_ in SUBJECTS and token.idx not in walk.spoken


def _of_last_clause(walk: Resolver, fits: Callable[[Heard], bool]) -> Ids:
    """Of "Norland objected, and Sudmark gave it up. Its governor" Sudmark."""

    def last(heard: Heard) -> bool:
        verb = walk.doc[heard.at].head
        joined = verb.dep_ == "conj" and verb.head.dep_ == "ROOT"
        return joined and walk.doc[heard.at].dep_ == "nsubj" and fits(heard)

    return walk.memory.latest(last, back=1)


def _told_of_whom(walk: Resolver, token: Token) -> Ids:
    """Whom "it" cannot be: Norland in "mediation by Norland, which it accuses of bias"."""
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "relcl" or clause.head.i > token.i:
        return ()
    return walk.ids.get(clause.head.i, ())


def _having(noun: Token) -> frozenset[str]:
    """The types of parties that alone have such a thing: "its members", "its troops"."""
    lemma = noun.lemma_.casefold()
    return next((types for things, types in _HAD if lemma in things), frozenset())


_HAD = (
    (words("member membership"), frozenset({"organisation", "group", "alliance"})),
    (
        words("troop army navy border territory airspace parliament"),
        frozenset({"state", "territory", "province"}),
    ),
    (
        words("shareholder customer employee profit subsidiary passenger management headquarters"),
        frozenset({"company"}),
    ),
)


def _is_thing(walk: Resolver, token: Token) -> bool:
    """Whether "it" is nobody: a thing, or nothing at all."""
    if is_bargaining(token):
        return False
    if is_impersonal(token) or (token.dep_ not in SUBJECTS and not is_dealt_with(token)):
        return True
    entails = token.head.lemma_ in _ENTAILING  # "a truce is near, but it would require both to pay"
    return undergoes(token) or ((entails or not wills(token)) and _thing_before(walk, token))


_ENTAILING = words("require entail necessitate presuppose")


_SINGULAR = frozenset({"NN", "NNP", "PRP", "WP", "WDT", "DT", "EX"})


def _thing_before(walk: Resolver, token: Token) -> bool:
    """Whether the last subject before it is no party, so that "it" may be that; not many things."""
    for other in reversed(walk.doc[max(0, token.i - BACK) : token.i]):
        nominal = other.tag_ in _SINGULAR and other.lower_ not in THEY | {"it"}
        if other.dep_ in SUBJECTS and nominal:
            return other.i not in walk.ids and other.lower_ not in RELATIVE
    return False
