"""Who will stand by whom, or does as he does: "said it would stand by B", "joined the strike"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, prepositional, things_of
from detente.reading.events.participants import owners
from detente.reading.factuality import REAL, reality
from detente.reading.negation import negative
from detente.reading.parsed import Token
from detente.reading.relations import people
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.standing_by import is_of_strike
from detente.reading.relations.ways import Way
from detente.reading.wording import words

_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
_BACKING = words("back support defend protect shield help assist arm endorse")
_STANDING = words("stand stick side")
_CONDITIONAL = frozenset({"if", "unless", "once", "until", "till", "provided", "when", "should"})


def will_back(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A will support B", "A said it would stand by B": promised, and on no condition."""
    if is_passive(verb) or negative(verb) or not _is_promised(verb):
        return
    whom = things_of(verb) if verb.lemma_ in _BACKING else []
    if verb.lemma_ in _STANDING:
        whom = prepositional(verb, "by", "with", "behind", "beside")
    for source in reader.backing(verb):
        for target in (p for t in whom for p in reader.sides(t)):
            if target != source:
                yield said_in_clause("aligned", source, target, verb)


def _is_promised(verb: Token) -> bool:
    """Whether it is told of the future: by the narrator, or by whoever says what he would do."""
    if any(c.dep_ == "advcl" and _is_conditional(c) for c in verb.children):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    told = verb.dep_ == "ccomp" and reality(verb.head) == REAL
    if told:
        return bool(helpers & (_FUTURE | {"would"}))
    return verb.dep_ in {"ROOT", "relcl"} and bool(helpers & _FUTURE)


def _is_conditional(clause: Token) -> bool:
    return any(c.lower_ in _CONDITIONAL for c in clause.children)


_TELLING = words("tell assure promise inform remind")


def may_count_on(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A told B that it could count on it"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    inner = [c for c in verb.children if c.dep_ == "ccomp" and c.lemma_ in {"count", "rely"}]
    if not any(prepositional(c, "on", "upon") and not negative(c) for c in inner):
        return
    whom = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    for source in reader.backing(verb):
        for target in (p for t in whom for p in reader.target("aligned", t)):
            yield said_in_clause("aligned", source, target, verb)


_DONE_TOO = words("strike stoppage walkout boycott protest sit-in picket blockade go-slow march")
_TOO = frozenset({"too", "also"})


def does_too(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has joined the strike", "A walked out as well", "would respect the picket line"."""
    done = reality(verb) == REAL or _is_promised(verb)
    if not done or is_passive(verb) or negative(verb):
        return
    things = things_of(verb)
    joins = verb.lemma_ == "join" and any(
        t.lemma_.lower() in _DONE_TOO and not owners(reader.scene, t) for t in things
    )
    respects = verb.lemma_ in _RESPECTING and any(is_of_strike(t) for t in things)
    if not (joins or respects or (verb.lemma_ in _STOPPING and not things and _is_too(verb))):
        return
    yield from _with_the_strikers(reader, verb, doer(verb))


def _is_too(verb: Token) -> bool:
    """As in "walked out too", "struck as well"."""
    after = [t.lower_ for t in verb.rights]
    well = "well" in after and any(c.lower_ == "as" for t in verb.rights for c in t.children)
    return well or any(t.lower_ in _TOO for t in verb.children)


def _with_the_strikers(reader: Reader, verb: Token, who: Token | None) -> Iterator[Said]:
    """With the people of the dispute, where it is a third one that does it."""
    sources = reader.acting(who)
    if not sources and verb.dep_ == "ccomp":  # "A said its members would respect it"
        sources = reader.backing(verb.head)
    for source in sources:
        if reader.is_third(source):
            for target in people.foremost(reader.scene, {source}):
                yield said_in_clause("aligned", source, target, verb)


_RESPECTING = words("respect honour honor observe")
_STOPPING = words("walk strike stop down march")


def keeps_members_away(reader: Reader, verb: Token) -> Iterator[Said]:
    """As in "A has told its members not to cover for striking colleagues"."""
    if reality(verb) != REAL or is_passive(verb):
        return
    for inner in (c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}):
        struck = any(t.lower_ in {"striking", "strikers"} for t in inner.subtree)
        if struck and negative(inner) and any(t.lemma_ == "member" for t in verb.subtree):
            yield from _with_the_strikers(reader, verb, doer(verb))


WAYS = (
    Way(will_back, lemmas=_BACKING | _STANDING, parts=frozenset({"VERB"})),
    Way(may_count_on, lemmas=_TELLING),
    Way(does_too, lemmas=_RESPECTING | _STOPPING | {"join"}, parts=frozenset({"VERB"})),
    Way(keeps_members_away, lemmas=words("tell instruct ask advise order call")),
)
