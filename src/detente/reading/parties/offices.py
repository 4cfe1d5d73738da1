"""For whom somebody speaks: a minister, a spokeswoman, a leader, by what stands beside the name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from detente.reading.parsed import Token
from detente.reading.parties import descriptions
from detente.reading.parties.cast import Entry, is_office, is_title, office_before
from detente.reading.parties.memory import Heard, Ids
from detente.reading.parties.names import Name, nouns
from detente.reading.parties.signs import cabinet_of
from detente.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_LOCAL = frozenset({"governor", "mayor", "prefect"})
_MINISTERS = frozenset({"minister", "premier", "king", "queen", "emir"})
_SUCCEEDING = frozenset({"succeed", "replace", "take"})
_PAST = frozenset({"former", "ex", "retired", "onetime"})
_AFTER = 9  # tokens after a name in which an office may stand
_BACK = 2  # sentences back to whom an office without an owner may belong


def introduce(walk: Resolver, entry: Entry, token: Token) -> None:
    """Learn from the words beside a person's name what the person is, and for whom."""
    office = None if entry.introduced else _office(walk, entry, token)
    if office is None:
        return
    entry.introduced = True
    lemma = office.lemma_.casefold()
    past = _PAST & {child.lower_ for child in (*office.children, *token.children)}
    if past or lemma in nouns("experts"):
        entry.role = "expert"
        return
    entry.descriptions |= {lemma, office.lower_}
    owner = _behind(walk, office, token, entry)
    if owner and lemma in _MINISTERS and walk.entry(owner[0]).type == "alliance":
        owner = _unnamed(walk, office, entry)
    if owner and owner[0] != entry.id:
        entry.speaks_for = owner[0]


def _office(walk: Resolver, entry: Entry, token: Token) -> Token | None:
    """The word that says what a person is, beside the name."""
    first = token.i
    while first and walk.cast.named.get(first - 1) == entry.id:
        first -= 1
    name = Name(first, token.i + 1, "")
    before = office_before(walk.doc, first) or cabinet_of(walk.doc, name)
    if before is not None:
        return before
    offices = (one for one in _beside(walk, token, first) if is_office(one) and _says_more(one))
    heading = [child for child in token.children if child.dep_ == "relcl"]
    if token.dep_ in SUBJECTS:
        heading += [child for child in token.head.children if child.dep_ == "advcl"]
    leads = (child for child in heading if child.lemma_ in nouns("heading") | _SUCCEEDING)
    return next(offices, None) or next(leads, None)


def _says_more(office: Token) -> bool:
    return not is_title(office) or office.lower_ in nouns("clergy")


def _beside(walk: Resolver, token: Token, first: int) -> Iterator[Token]:
    if first:
        yield walk.doc[first - 1]
    yield from (child for child in token.children if child.dep_ in {"appos", "compound", "nmod"})
    if token.dep_ == "appos":
        yield token.head
    after = walk.doc[token.i + 1 : token.i + 1 + _AFTER]
    if len(after) and after[0].text == ",":
        yield from takewhile(lambda one: one.text not in ",." and one.pos_ != "VERB", after[1:])


def _behind(walk: Resolver, office: Token, token: Token, entry: Entry) -> Ids:
    """For whom somebody in an office speaks."""
    lemma = office.lemma_.casefold()
    if office.pos_ == "VERB":
        return _headed(walk, office)
    if lemma in nouns("clergy"):
        return tuple(one.id for one in walk.cast.entries.values() if "church" in one.words)[:1]
    if lemma in nouns("independents"):
        owned = any(child.dep_ == "poss" for child in office.children)
        return walk.owner(office, entry.id) if owned else ()
    if lemma in {"counterpart", "number"}:
        return _counterpart(walk, office)
    apposed = walk.owner(token.head, entry.id) if token.dep_ == "appos" else ()
    named = walk.owner(office, entry.id) or apposed or walk.owner(token, entry.id)
    return named or walk.said_in(token) or _unnamed(walk, office, entry)


def _headed(walk: Resolver, verb: Token) -> Ids:
    """Of "who heads the grid operator", "who speaks for the council"."""
    if verb.lemma_ in _SUCCEEDING:
        before = (walk.cast.named.get(child.i) for child in verb.subtree)
        return walk.followed(tuple(id_ for id_ in before if id_ and walk.entry(id_).speaks_for))[:1]
    parents = (verb, *(child for child in verb.children if child.lower_ == "for"))
    told = (child for parent in parents for child in parent.children)
    objects = (child for child in told if child.dep_ in {"dobj", "attr", "pobj"})
    return next((ids for child in objects if (ids := walk.of(child))), ())


def _counterpart(walk: Resolver, office: Token) -> Ids:
    """Of "Her counterpart in Norland"; without a name, the other of the two."""
    for child in office.children:
        named = [child] if child.dep_ in {"amod", "compound", "nmod"} else []
        if child.dep_ == "prep":
            named = [one for one in child.children if one.dep_ == "pobj"]
        ids = next((ids for one in named if (ids := walk.owning(one))), ())
        if ids:
            return ids
    own = walk.owner(office)
    return tuple(id_ for id_ in descriptions.pair(walk, "side") if id_ not in own)[:1]


def _unnamed(walk: Resolver, office: Token, entry: Entry) -> Ids:
    """Whose minister or spokesman it is that the text does not say: who was just spoken of."""
    governs = "government" in {office.lower_, *(child.lower_ for child in office.children)}
    if not governs and office.lemma_.casefold() not in nouns("rulers"):
        return _spoken_of(walk, entry, {one.type for one in walk.leading if not one.is_person}, 3)
    if office.lemma_.casefold() in _LOCAL:
        return _spoken_of(walk, entry, {"province"}, 1)
    if not walk.has_states:
        return (walk.government().id,)
    main = walk.followed(walk.memory.latest(lambda heard: heard.main and _is_state(walk, heard), 1))
    if main or walk.home:
        return main or (walk.home or "",)
    states = [one for one in walk.cast.entries.values() if one.type == "state"]
    alone = tuple(one.id for one in states if one.has_say)
    found = _spoken_of(walk, entry, {"state" if states else "province"}, 1)
    return found or (alone if len(alone) == 1 else ())


def local(walk: Resolver, office: Token) -> Ids:
    """Whose "the minister" or "a senior official" is: of whom the passage was just speaking."""
    lemma = office.lemma_.casefold()
    if lemma in _LOCAL:
        return _spoken_of(walk, None, {"province"}, 1)
    if lemma in nouns("rulers") | {"official", "ministry", "aide"} and walk.has_states:
        states = walk.memory.latest(lambda heard: heard.main and _is_state(walk, heard), 1)
        return walk.followed(states)[:1] or walk.memory.with_a_say()
    return _spoken_of(walk, None, {one.type for one in walk.leading if not one.is_person}, 3)


def _is_state(walk: Resolver, heard: Heard) -> bool:
    return walk.entry(walk.followed(heard.ids)[0]).type == "state"


def _spoken_of(walk: Resolver, entry: Entry | None, types: set[str | None], subject: int) -> Ids:
    """Who of these types was spoken of last, subjects before others."""
    score: dict[str, float] = {}
    for rank, heard in enumerate(walk.memory.recent(_BACK)):
        for id_ in heard.ids:
            other = walk.entry(id_)
            if other.type in types and other.role is None and other is not entry:
                near = 3 - (walk.memory.sentence - heard.sentence)
                gain = near + heard.subject * subject + heard.main - rank / 100
                score[id_] = max(score.get(id_, 0), gain)
    return (max(score, key=lambda id_: score[id_]),) if score else ()
