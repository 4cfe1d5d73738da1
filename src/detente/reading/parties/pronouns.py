"""Whom a pronoun means: he and she, it and its, they, who and which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import elision, saying
from detente.reading.grammar import (
    THEY,
    TOGETHER,
    is_dealt_with,
    is_impersonal,
    undergoes,
)
from detente.reading.parsed import Token
from detente.reading.parties import answering, telling_after
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import is_office, wills
from detente.reading.parties.memory import Heard, Ids
from detente.reading.parties.names import nouns
from detente.reading.syntax import SUBJECTS, subject
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
ITS = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
ALL = PERSONAL | ITS | THEY | RELATIVE
_TELLING = frozenset({"tell", "inform", "notify", "assure", "remind", "warn"})
_BESIDE = frozenset({"appos", "compound", "nmod"})
_BACK = 60  # tokens back to the last subject


def resolve(walk: Resolver, token: Token) -> Ids:
    """Whom a pronoun means, or nobody."""
    lower = token.lower_
    if lower in RELATIVE:
        return () if token.dep_ in {"mark", "det"} else _relative(walk, token)
    if found := answering.charged(walk, token):
        return found
    if lower in PERSONAL:
        return _of_officer(walk, token) or _person(walk, token)
    if _is_strangers(walk, token):
        return ()
    return told_of(walk, token) or (_they if lower in THEY else _it)(walk, token)


def _is_strangers(walk: Resolver, token: Token) -> bool:
    """Of "Brokers said they would strike", "Aurel said it would": who says so, and is nobody known.

    Not of officials and experts, who mostly speak of others.
    """
    teller = _teller(token)
    if teller is None or teller.i > token.i or walk.ids.get(teller.i):
        return False
    if not saying.is_plain(teller.head):
        return False
    many = teller.tag_ in {"NNS", "NNPS"}
    if teller.pos_ not in {"NOUN", "PROPN"} or many != (token.lower_ in THEY):
        return False
    office = is_office(teller) and teller.lemma_ != "authority"
    return not (office or teller.lemma_.casefold() in _OF_OTHERS)


def _teller(token: Token) -> Token | None:
    """Of "Norland said it would go", who says so, where a pronoun is the subject of what is said.

    >>> from detente.reading.page import phrase
    >>> _teller(phrase("Norland said it would go.")[2])
    Norland
    """
    verb = token.head
    if token.dep_ not in SUBJECTS or verb.dep_ != "ccomp":
        return None
    return next((child for child in verb.head.children if child.dep_ in SUBJECTS), None)


_OF_OTHERS = nouns("experts") | words("source people person report man woman study")


def told_of(walk: Resolver, token: Token) -> Ids:
    """Of "Norland will not pay, its envoy said": whose envoy it is, the subject of what is told.

    `token` is the possessive, a pronoun or "the country's".
    """
    if token.dep_ != "poss":
        return ()
    teller = token.head
    while teller.dep_ in _BESIDE:
        teller = teller.head
    verb = _lost(token) or teller.head
    behind = teller.dep_ == "dobj" and verb.i + 1 == token.i and verb.nbor(-1).text == ","
    if not (behind or verb != teller.head or teller.dep_ in SUBJECTS) or not saying.is_plain(verb):
        return ()
    told = [verb.head] if behind and verb.dep_ == "conj" else []  # "..., declared its envoy"
    told += [child for child in verb.children if child.dep_ == "ccomp" and child.i < token.i]
    told += [verb.head] if verb.dep_ == "parataxis" and verb.head.i < token.i else []
    doer = next(filter(None, map(subject, told)), None)
    if doer is not None and doer.pos_ == "PRON" and doer.idx in walk.spoken:
        return ()  # "They turned it down," said its director
    ids = walk.followed(walk.ids.get(doer.i, ())) if doer is not None else ()
    return ids if len(ids) == 1 and not walk.entry(ids[0]).is_person else ()


def _lost(token: Token) -> Token | None:
    """Of "until it gives visas, its director, Jon Averin, said" the verb, which has no subject."""
    if not is_office(token.head) or not token.i or token.nbor(-1).text != ",":
        return None
    verb = next((one for one in token.ancestors if one.i > token.head.i), None)
    if verb is None or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    return verb


def _person(walk: Resolver, token: Token) -> Ids:
    """He or she: the last subject, before others who were named since.

    Who has an office and no name is meant as well: "A Norland official said so. He warned ...".
    """
    office = nameless(walk, token)
    since = -1 if office is None else office.i
    for back, acting in ((0, True), (_before_speech(walk, token), True), (0, False), (4, False)):
        if office is not None and not acting and office.sent.end >= token.sent.start:
            return walk.ids.get(since, ())
        for heard in walk.memory.recent(back):
            person = walk.entry(heard.ids[0]).is_person
            if person and heard.at > since and (heard.subject or not acting):
                return heard.ids[:1]
    return walk.ids.get(since, ())


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


def nameless(walk: Resolver, token: Token) -> Token | None:
    """Who was last said to do something, in this sentence or those before, and has no name."""
    for other in reversed(walk.doc[max(0, token.i - _BACK) : token.i]):
        verb = other.head
        does = other.dep_ == "nsubj" and other.tag_ == "NN" and verb.pos_ == "VERB"
        if does and verb.dep_ in _MAIN and verb != token.head and _is_somebody(other):
            return None if any(child.dep_ == "appos" for child in other.children) else other
    return None


_MAIN = frozenset({"ROOT", "conj", "parataxis"})


def _is_somebody(noun: Token) -> bool:
    person = is_office(noun) or is_crowd(noun.lemma_.casefold())
    return person and not any(child.lower_ in _NO_ONE for child in noun.lefts)


_NO_ONE = frozenset({"no", "any", "every", "each", "neither", "either", "which", "whichever"})


def _relative(walk: Resolver, token: Token) -> Ids:
    clause = token
    while clause.dep_ not in {"relcl", "ROOT"}:
        clause = clause.head
        if clause.i < token.i and clause.pos_ in {"NOUN", "PROPN"}:
            return ()
    if clause.dep_ != "relcl" or clause.head.i >= token.i:
        return ()
    told = clause.head
    beside = told.head if told.dep_ == "appos" else told  # "Norair, a Norland firm, which says"
    return walk.ids.get(told.i, ()) or walk.ids.get(beside.i, ())


def _they(walk: Resolver, token: Token) -> Ids:
    if token.lower_ == "them" and (token.dep_ != "pobj" or token.head.lower_ not in TOGETHER):
        return ()
    if token.dep_ in SUBJECTS and _is_kept(token.head):
        return ()
    latest = walk.memory.latest
    served = token.dep_ == "poss" and is_office(token.head)  # "Their spokesman"
    return (
        _of_speaker(walk, token)
        or (together if token.dep_ in SUBJECTS else joint)(walk)
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
    subject = next((heard for heard in walk.memory.recent(1) if heard.main), None)
    if subject is None:
        return ()
    token = walk.doc[subject.at]
    each = [walk.followed(walk.ids.get(one.i, ())) for one in (token, *token.conjuncts)]
    found = tuple(dict.fromkeys(id_ for ids in each for id_ in ids))
    return found if len(found) > 1 else ()


def _it(walk: Resolver, token: Token) -> Ids:
    if token.lower_ == "it" and _is_thing(walk, token):
        return ()

    if (label := elision.understood(token.sent.root)) is not None and walk.ids.get(label.i):
        return walk.followed(walk.ids[label.i])  # "NORLAND. Wants its boats back"
    if (own := _saying(walk, token)) and not walk.entry(own[0]).is_person:
        return own
    barred = _told_of_whom(walk, token)

    def one(heard: Heard) -> bool:
        single = len(heard.ids) == 1 and heard.ids != barred
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
        _of_speaker(walk, token)
        or memory.latest(lambda heard: heard.subject and one(heard), back=0)
        or (memory.latest(one, back=0) if token.head.dep_ == "appos" else ())
        or memory.latest(lambda heard: heard.main and one(heard), back=1)
        or memory.latest(lambda heard: heard.subject and one(heard), back=1)
        or memory.latest(one, back=1)
    )


def _saying(walk: Resolver, token: Token) -> Ids:
    """Of "Norland rejected Sudmark's offer, saying that it would sue": who says so."""
    verb = token.head.head
    said = token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" and verb.dep_ == "advcl"
    if not said or verb.tag_ != "VBG" or not saying.is_plain(verb):
        return ()
    doer = subject(verb)
    ids = walk.followed(walk.ids.get(doer.i, ())) if doer is not None else ()
    return ids if len(ids) == 1 else ()


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


def _of_officer(walk: Resolver, token: Token) -> Ids:
    """Of "Norland's president said he would not go": whose president says so, without a name."""
    teller = _teller(token)
    return walk.ids.get(teller.i, ()) if teller is not None and is_office(teller) else ()


def _of_speaker(walk: Resolver, token: Token) -> Ids:
    """Of "The firm's spokesman said it was ready": for whom the one who says so speaks."""
    verb = token.head
    if token.dep_ not in SUBJECTS or verb.dep_ != "ccomp":
        return ()
    if (whom := _told(walk, verb)) is not None:
        return whom
    doer = _teller(token)
    ids = walk.ids.get(doer.i, ()) if doer is not None else ()
    if doer is None or doer.lower_ in {"each", "neither", "both"}:
        return walk.followed(ids)  # "Each says it will stop"
    joined = _joined(walk, token, doer) or telling_after.of_own_will(walk, token, doer)
    if joined or len(ids) != 1:
        return joined
    if doer.i > token.i and _is_met(walk, verb, walk.followed(ids)):
        return ()
    told = verb.head.lemma_ in _TELLING and not walk.entry(ids[0]).is_person
    return walk.followed(ids) if walk.entry(ids[0]).speaks_for or told else ()


def _joined(walk: Resolver, token: Token, doer: Token) -> Ids:
    """Of "A, B and C told it that they would leave": all of these."""
    if token.lower_ not in THEY or doer.i > token.i:
        return ()
    each = [walk.ids.get(one.i, ()) for one in (doer, *doer.conjuncts)]
    named = [ids for ids in each if ids]
    return walk.followed(tuple(id_ for ids in named for id_ in ids)) if len(named) > 1 else ()


def _told(walk: Resolver, verb: Token) -> Ids | None:
    """Of "told Norland that it must leave", "asked Norland when it would leave": Norland."""
    teller = verb.head
    whom = [child for child in teller.children if child.dep_ in {"dobj", "dative"}]
    ids = walk.followed(walk.ids.get(whom[0].i, ())) if len(whom) == 1 else ()
    if len(ids) != 1 or walk.entry(ids[0]).is_person:
        return None
    helpers = {child.lower_ for child in verb.children}
    asked = teller.lemma_ == "ask" and bool(helpers & _QUESTIONS)
    return ids if asked or (teller.lemma_ in _TELLING and helpers & _OWED) else None


_OWED = frozenset({"must", "should", "ought"})
_QUESTIONS = frozenset({"whether", "if", "when", "why", "how", "where", "what"})


def _is_met(walk: Resolver, verb: Token, ids: Ids) -> bool:
    """Whether a clause has them as its object: "It has asked Norland to wait, Norlanders say"."""
    objects = (child for child in verb.children if child.dep_ == "dobj")
    return any(walk.cast.named.get(one.i) in ids for one in objects)


def _is_thing(walk: Resolver, token: Token) -> bool:
    """Whether "it" is nobody: a thing, or nothing at all."""
    if is_impersonal(token) or (token.dep_ not in SUBJECTS and not is_dealt_with(token)):
        return True
    return undergoes(token) or (not wills(token) and _thing_before(walk, token))


def _thing_before(walk: Resolver, token: Token) -> bool:
    """Whether the last subject before it is no party, so that "it" may be that."""
    for other in reversed(walk.doc[max(0, token.i - _BACK) : token.i]):
        nominal = other.pos_ in {"NOUN", "PROPN", "PRON"} and other.lower_ != "it"
        if other.dep_ in SUBJECTS and nominal:
            return other.i not in walk.ids and other.lower_ not in RELATIVE
    return False
