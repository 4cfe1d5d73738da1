"""Of two who stand against each other: "both sides", "neither", "the other side"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.grammar import TOGETHER
from detente.reading.parsed import Token
from detente.reading.parties.cast import RULED, Entry, wills
from detente.reading.parties.memory import Ids
from detente.reading.parties.names import head_kind, nouns
from detente.reading.syntax import SUBJECTS, subject

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

PAIRS = frozenset({"both", "two", "either", "neither", "each", "other"})


LONE = frozenset({"both", "neither", "either", "each"})


_MUTUAL = frozenset({"side", "party", "neighbour", "neighbor"})


def is_pair(token: Token, lemma: str, lefts: set[str]) -> bool:
    """Whether two are meant: "both sides", "the parties", "neither would move"."""
    if lemma in nouns("pairs"):
        if lefts & PAIRS:  # "three other regions", "other countries" are no other of two
            several = token.tag_ == "NNS" and "the" not in lefts
            return not several or lefts & PAIRS != {"other"}
        if lemma in _MUTUAL and token.tag_ == "NNS":
            told_apart = any(map(_tells_which, token.lefts))
            within = any(child.dep_ == "prep" for child in token.children)
            return "the" in lefts and not (told_apart or within)
    if token.lower_ == "two" and token.pos_ == "NUM":
        return _are_the_two(token)
    if token.lower_ not in LONE:
        return False
    bare = all(child.dep_ in {"advmod", "punct"} for child in token.children)
    together = token.dep_ == "pobj" and token.head.lower_ in TOGETHER
    asked = token.head.head if token.dep_ in SUBJECTS else token.head
    together = together or (token.dep_ in SUBJECTS | {"dobj"} and asked.lemma_ in _ASKING)
    return bare and (together or wills(token))


def _tells_which(word: Token) -> bool:
    """Whether it says of which parties one speaks: "the Bosniak parties", "the opposition ones"."""
    named = word.text[:1].isupper() and word.pos_ in {"PROPN", "ADJ", "NOUN"}
    return word.dep_ in {"compound", "amod", "nmod"} and (named or word.lower_ in _LEANING)


_LEANING = frozenset({"opposition", "ruling", "governing", "coalition", "political", "small",
                      "smaller", "third", "other", "religious", "nationalist"})  # fmt: skip


def _are_the_two(token: Token) -> bool:
    """As in "The two will meet", "between the two": who act, and no two of a thing told of."""
    if [child.lower_ for child in token.children] != ["the"]:
        return False
    together = token.dep_ == "pobj" and token.head.lower_ in TOGETHER
    return together or wills(token) or (token.dep_ == "dobj" and token.head.lemma_ in _ASKING)


def of_two(walk: Resolver, token: Token) -> Ids:
    """Of "the former", "the latter": the first or the last of the two that were just named."""
    named: dict[str, int] = {}
    if not is_of_two(token):
        return ()
    for heard in walk.memory.recent(1):
        if len(heard.ids) == 1 and heard.at < token.i and not walk.entry(heard.ids[0]).is_person:
            named.setdefault(heard.ids[0], heard.at)
    two = sorted(list(named)[:2], key=lambda id_: named[id_])
    if len(two) < 2:  # noqa: PLR2004 — of two
        return ()
    return (two[0],) if token.lower_ == "former" else (two[1],)


def is_of_two(token: Token) -> bool:
    """Whether it is "the former" or "the latter", and says nothing of a noun."""
    bare = token.dep_ not in {"amod", "compound"} and token.lower_ in {"former", "latter"}
    return bare and any(child.lower_ == "the" for child in token.children)


_ASKING = nouns("turning") | {"want"}


_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "all": 0}


def all_of(walk: Resolver, lemma: str, lefts: set[str]) -> Ids:
    """Of "The three unions": all that are of the kind, where they are so many."""
    count = max((_COUNTS[word] for word in lefts if word in _COUNTS), default=None)
    if count is None or (not count and "the" not in lefts):
        return ()
    found = [one.id for one in walk.leading if _is_of_sort(one, lemma)]
    return tuple(found) if len(found) == count or (not count and len(found) > 2) else ()  # noqa: PLR2004


def all_alone(walk: Resolver, token: Token) -> Ids:
    """Of "All three claim it": the states, where they are so many.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norway, Sweden and Denmark met. The reef is claimed by all three."
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(built.doc[-2])
    ('norway', 'sweden', 'denmark')
    """
    if [child.lower_ for child in token.children] != ["all"] or not _COUNTS.get(token.lower_):
        return ()
    acts = token.dep_ in SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")
    return all_of(walk, "state", {token.lower_}) if acts else ()


def _is_of_sort(entry: Entry, lemma: str) -> bool:
    if entry.is_person or entry.mediates:
        return False
    if lemma in {"country", "state", "nation", "government"}:
        return entry.type == "state"
    if lemma in nouns("heads.union"):
        return head_kind(entry.name) == "union" or bool(entry.descriptions & {lemma})
    if lemma in nouns("firms"):
        return entry.type == "company"
    return lemma in entry.words | entry.descriptions


def beyond(walk: Resolver, token: Token) -> Ids:
    """Who turns to the two, and so is neither: "The mayor urged both sides to talk".

    Nor is one of whom less is told who gives something for what both do: "if both sides accept".
    """
    clause = token.head if token.dep_ in SUBJECTS else None
    if clause is not None and any(child.lower_ in _GIVEN for child in clause.lefts):
        giver = _who_does(walk, clause.head)
        told = _prominence(walk)
        first = sorted(told, key=lambda id_: -told[id_])[:2]
        return () if {*giver} & {*first} else giver
    verb = clause.head if clause is not None and clause.dep_ in {"ccomp", "xcomp"} else token.head
    return _who_does(walk, verb) if verb.lemma_ in _ASKING else ()


_GIVEN = frozenset({"if", "once", "unless", "until", "when", "provided", "providing", "after"})


def _who_does(walk: Resolver, verb: Token) -> Ids:
    doer = subject(verb)
    return walk.followed(walk.ids.get(doer.i, ())) if doer is not None else ()


def _prominence(walk: Resolver) -> dict[str, int]:
    """How much is told of each party, by its own names and by those who speak for it."""
    weight = {entry.id: entry.weight for entry in walk.leading if not entry.is_person}
    for person in walk.leading:
        if person.is_person and person.speaks_for in weight:
            weight[person.speaks_for] += person.weight
    return weight


def _may_be_side(entry: Entry, *, often: bool) -> bool:
    """Whether somebody may be one of two: an alliance only where it is told of as much as they."""
    known = entry.role is None or (entry.role == "third_party" and often and entry.acts > 0)
    return known and not entry.mediates


_AS_MUCH = 2  # times


def pair(walk: Resolver, lemma: str, but: Ids = ()) -> Ids:
    """The two that the passage is about: the most active, the lately heard before others."""
    told = _prominence(walk)
    most = max(told.values(), default=0)
    score = {
        id_: float(weight)
        for id_, weight in told.items()
        if id_ not in but and _may_be_side(walk.entry(id_), often=weight * _AS_MUCH >= most)
    }
    states = {id_: weight for id_, weight in score.items() if walk.entry(id_).type in RULED}
    if lemma in nouns("ruled") and len(states) > 1:
        score = states
    same = {id_: score[id_] for id_ in score if _is_of_sort(walk.entry(id_), lemma)}
    if lemma in nouns("heads.union") and len(same) < 2:  # noqa: PLR2004 — two
        return ()
    if len(same) > 1 and lemma not in nouns("ruled"):  # "Two unions at the mine said"
        score = same
    for heard in walk.memory.recent(2):
        for id_ in walk.followed(heard.ids):
            if id_ in score:
                score[id_] += 1 + heard.subject
    best = sorted(score, key=lambda id_: (-score[id_], walk.entry(id_).first))[:2]
    return tuple(sorted(best, key=lambda id_: walk.entry(id_).first))


def other_of(walk: Resolver, both: Ids) -> Ids:
    """Of "The other side": the one of the two who was not just spoken of."""
    here = walk.followed(walk.memory.latest(lambda h: h.subject and len(h.ids) == 1, back=1))
    return tuple(id_ for id_ in both if id_ not in here)


def other_one(walk: Resolver, token: Token, lemma: str, lefts: set[str]) -> Ids | None:
    """Of "its neighbour", and of "the other union" where two are unions, the one not told of.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "The Cooks' Union met the Bakers' Union. The Cooks' Union accused the other union."
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(built.doc[-2])
    ('bakers_union',)
    """
    if _is_opposite(token, lemma, lefts):
        return opposite(walk, token)
    if "other" not in lefts or token.tag_ != "NN":
        return None
    same = [one.id for one in walk.leading if _is_of_sort(one, lemma)]
    others = other_of(walk, tuple(same))
    return others if len(others) == 1 < len(same) else None


OPPOSITE = frozenset({"neighbour", "neighbor", "rival", "adversary", "foe", "opponent"})


def _is_opposite(token: Token, lemma: str, lefts: set[str]) -> bool:
    """Whether the other of two is meant: "its neighbour", "the rival"."""
    return lemma in OPPOSITE and token.tag_ == "NN" and bool(lefts & _OWNED)


_OWNED = frozenset({"his", "her", "its", "their", "the"})


def opposite(walk: Resolver, token: Token) -> Ids:
    """Of "its neighbour": the other of the two."""
    own = walk.owner(token) or walk.followed(
        walk.memory.latest(lambda h: h.subject and len(h.ids) == 1, back=1)
    )
    both = pair(walk, "neighbour")
    return tuple(id_ for id_ in both if id_ not in own) if own and own[0] in both else ()


def counterpart(walk: Resolver, office: Token) -> Ids:
    """Of "Her counterpart in Norland"; without a name, the other of the two."""
    if office.lemma_.casefold() == "colleague":
        return _colleague(walk, office)
    for child in office.children:
        named = [child] if child.dep_ in {"amod", "compound", "nmod"} else []
        if child.dep_ == "prep":
            named = [one for one in child.children if one.dep_ == "pobj"]
        ids = next((ids for one in named if (ids := walk.owning(one))), ())
        if ids:
            return ids
    own = walk.owner(office)
    return tuple(id_ for id_ in pair(walk, "side") if id_ not in own)[:1]


def _colleague(walk: Resolver, office: Token) -> Ids:
    """Of "his colleague in Norland", "his Norland colleague" Norland, of "Berg's" whose Berg is."""
    whose = [
        one for prep in office.children if prep.lower_ in {"in", "from"} for one in prep.children
    ]
    whose += [one for one in office.lefts if one.dep_ != "poss" and one.i in walk.cast.named]
    whose += [child for child in office.children if child.dep_ == "poss"]
    return next(filter(None, map(walk.owning, whose)), ())
