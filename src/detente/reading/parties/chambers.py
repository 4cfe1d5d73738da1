"""Parliaments and their houses, where they are at odds with those who rule the same land.

Elsewhere a parliament is its state; where it impeaches the president, is dissolved by him, or where
the senate will not pass what the house has passed, each is a party of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from detente.reading.grammar import word_before
from detente.reading.parsed import Doc, Token
from detente.reading.parties.cast import Cast, wills
from detente.reading.parties.gazetteer import beginning, fold
from detente.reading.parties.names import Name, nouns, text_of
from detente.reading.syntax import NOMINAL, SUBJECTS
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_HEADS = frozenset(name.split()[-1] for name in nouns("chambers")) | {"house", "chamber"}
_AGAIN = words("chamber legislature house")  # what any is called again
_RULERS = words("president premier minister chancellor government cabinet king emir executive")
_AGAINST = nouns("defying") | words("""
    override overrode overrule reject refuse summon censure remove demand give reinstate vote""")
_DONE_TO = words("dissolve suspend prorogue bypass defy accuse ignore dare shut storm sue denounce")
_OTHERS_IN = words("senate senator senators congress deputy deputies")  # those of the other chamber
_HEADED = words("president speaker chairman")  # who is at the head of one
_ENOUGH = 2


def enter(doc: Doc, found: Cast, read: Container[int]) -> None:
    """Enter into a cast the chambers of a parliament that are at odds with others of their land.

    >>> from detente.reading.page import phrase
    >>> doc, people = phrase("Norland's Congress gave the president ten days to resign."), Cast()
    >>> enter(doc, people, range(len(doc)))
    >>> sorted(people.entries)
    ['congress']
    """
    if _is_between_lands(found):
        return
    places: dict[str, list[Name]] = defaultdict(list)
    loose: list[Name] = []
    for name in _mentions(doc, found, read):
        again = name.text in _AGAIN
        (loose if again else places[_key(name.text)]).append(name)
    if not places:
        places["legislature"], loose = [n for n in loose if n.text == "legislature"], []
    if any(map(_is_of_trade, doc)):
        loose = [name for name in loose if name.text != "chamber"]
    kept = [key for key, names in places.items() if _is_at_odds(doc, names, loose, _ENOUGH)]
    if kept:  # and its other house
        kept = [
            key for key, names in places.items() if key in kept or _is_at_odds(doc, names, [], 1)
        ]
    for key in kept:
        _enter(doc, found, key, places[key])
    for name in loose if kept else ():
        _again(doc, found, name)


def _is_of_trade(token: Token) -> bool:
    """As of "the chamber of commerce", "the engineers' chamber"."""
    if token.lower_ != "chamber":
        return False
    of = (one for prep in token.children if prep.lower_ == "of" for one in prep.children)
    before = (child for child in token.lefts if child.dep_ in {"poss", "compound"})
    return any(child.lower_ not in {"upper", "lower"} for child in before) or any(
        one.dep_ == "pobj" and one.lower_ != "deputies" for one in of
    )


def _is_between_lands(found: Cast) -> bool:
    """Whether more than one state does something, and not only by the way."""
    acting = [one for one in found.entries.values() if one.type == "state" and one.acts > 0]
    return len(acting) - sum(one.acts > 0 for one in found.outside()) > 1


def _key(text: str) -> str:
    """What a chamber is called, by whatever of its names.

    >>> _key("Philippine House"), _key("lower chamber"), _key("upper house")
    ('house', 'house', 'senate')
    """
    name = text.casefold()
    name = next((one for one in _LONGEST if name.endswith(one)), name)
    return _SAME.get(name, name)


_LONGEST = sorted(nouns("chambers"), key=len, reverse=True)
_SAME = {
    **dict.fromkeys(("house of representatives", "lower house", "lower chamber"), "house"),
    **dict.fromkeys(("upper house", "upper chamber"), "senate"),
}


def _mentions(doc: Doc, found: Cast, read: Container[int]) -> Iterator[Name]:
    """Where a chamber is named or meant."""
    for token in doc:
        if token.lower_ not in _HEADS or token.i not in read or token.pos_ not in NOMINAL:
            continue
        whole = _whole(doc, token)
        own = found.named.get(token.i)
        if own is not None and not _is_chambers(found.entries[own].name):
            continue  # "the Congress party"
        if whole is not None:
            yield whole


def _is_chambers(name: str) -> bool:
    """Whether a name is a chamber's, if with its land: "Senate", "Philippine House"."""
    first, _, last = name.rpartition(" ")
    if name.casefold() in nouns("chambers"):
        return True
    known = last.casefold() in nouns("chambers") and " " not in first
    return known and any(one.type == "state" for _, one in beginning(fold(first)))


def _whole(doc: Doc, token: Token) -> Name | None:
    """The name that a noun is the head of: "House of Representatives", "the lower house"."""
    end = token.i + 1
    if doc[end : end + 1].text == "of" and _text(doc, token.i, end + 2) in nouns("chambers"):
        end += 2
    start = token.i
    if start and _text(doc, start - 1, token.i + 1) in nouns("chambers"):
        start -= 1
    text = _text(doc, start, end)
    if text not in nouns("chambers") or doc[max(start - 1, 0)].text in _OTHERS:
        return None
    if text == "house" and not _is_the(doc, start):
        return None
    after = doc[end : end + 1].text.casefold()
    if after in _NO_CHAMBER or (after == "of" and text in {"chamber", "house"}):
        return None
    return Name(start, end, text_of(doc, start, end))


_OTHERS = frozenset({"White", "Opera", "Trades", "Workers", "Union"})
_NO_CHAMBER = frozenset({"party", "building", "committee"})


def _text(doc: Doc, start: int, end: int) -> str:
    return text_of(doc, start, end).casefold()


def _is_the(doc: Doc, start: int) -> bool:
    """Whether "the" stands before "house", or whose it is; not of "his house"."""
    return start > 0 and (doc[start - 1].lower_ == "the" or doc[start].text.istitle())


def _is_at_odds(doc: Doc, names: list[Name], loose: list[Name], enough: int) -> bool:
    """Whether it is against those who rule, or they are against it."""
    heads = [name.head(doc) for name in (*names, *loose)]
    if any(map(_is_rival, doc)) and any(map(wills, heads[: len(names)])):
        return True  # "the rival administrations in the east and the west"
    acts = any(one.dep_ in SUBJECTS for one in heads)
    own = any(map(_odds, heads[: len(names)]))
    return own and acts and sum(map(_odds, heads)) >= enough


def _is_rival(token: Token) -> bool:
    """As of "the rival administrations", "two rival governments": those who rule one land."""
    rival = any(child.lower_ in {"rival", "competing", "parallel"} for child in token.lefts)
    return rival and token.lemma_.casefold() in _RIVALS


_RIVALS = words("administration government authority parliament legislature cabinet executive")


def _odds(chamber: Token) -> int:
    """How much a mention says of that."""
    verb = chamber.head
    if any(map(_is_at, (chamber, *chamber.conjuncts, verb))):
        return 2  # "Senate and Chamber at odds"
    if chamber.dep_ in SUBJECTS and chamber.dep_ != "nsubjpass":
        verbs = [verb, *(child for child in verb.children if child.dep_ in {"xcomp", "conj"})]
        against = any(one.lemma_ in _AGAINST for one in verbs)
        beside = [
            one for one in verb.subtree if one.i not in {chamber.i, *(c.i for c in chamber.subtree)}
        ]
        told = {word for one in beside for word in (one.lemma_.casefold(), one.lower_)}
        ruler = bool(told & (_RULERS | _OTHERS_IN))
        against = against or (ruler and any(one.dep_ == "neg" for one in beside))
        return 2 if against and ruler else int(against or wills(chamber))
    if chamber.dep_ in {"dobj", "nsubjpass"}:
        return 2 * (verb.lemma_ in _DONE_TO)
    if chamber.dep_ in {"compound", "poss"} and chamber.head.lemma_ in _HEADED:
        return 1
    of = chamber.dep_ == "pobj" and chamber.head.lower_ in {"between", "with"}
    return int(of and any(one.lemma_.casefold() in _RULERS for one in chamber.head.head.subtree))


def _is_at(token: Token) -> bool:
    """Whether it is at odds with somebody."""
    return any(
        one.lower_ == "odds"
        for prep in token.children
        if prep.lower_ == "at"
        for one in prep.children
    )


def _enter(doc: Doc, found: Cast, key: str, names: list[Name]) -> None:
    ids = (found.named.get(name.head(doc).i, "") for name in names)
    known = next((found.entries[id_] for id_ in ids if id_ in found.entries), None)
    first = min(names, key=lambda name: name.start)
    entry = known or found.enter(first.text, "organisation", first.start)
    entry.is_chamber, entry.type = True, "organisation"
    entry.descriptions |= {key.rsplit(maxsplit=1)[-1]}
    for name in names:
        found.add(name, entry.id, "collective", doc)
        owned = name.start > 1 and doc[name.start - 1].tag_ == "POS"
        if owned:
            full = text_of(doc, name.head(doc).left_edge.i, name.end)
            entry.surfaces.setdefault(full, "collective")


def _again(doc: Doc, found: Cast, name: Name) -> None:
    """Whom "the chamber" means: the one, or the one that was named last before it."""
    entries = {one.id: one for one in found.entries.values() if one.is_chamber}
    before = [at for at, (id_, _) in found.heads.items() if id_ in entries and at < name.start]
    id_ = found.heads[max(before)][0] if before else next(iter(entries), None)
    if id_ is not None and name.start not in found.named:
        found.add(name, id_, "collective", doc)


def preside(walk: Resolver) -> None:
    """Let the speaker of the one lower chamber speak for it.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland's Congress impeached the president. Speaker Ana Berg said he must go."
    >>> built = scene.build(Document("d1", text=text))
    >>> [(one.id, one.speaks_for) for one in built.parties if one.type == "person"]
    [('ana_berg', 'congress')]
    """
    chambers = [one for one in walk.cast.entries.values() if one.is_chamber]
    lower = [one.id for one in chambers if _key(one.name) not in _UPPER]
    for person in (one for one in walk.cast.entries.values() if one.is_person):
        office = next(iter(person.offices), None)
        if office is None or office.lemma_.casefold() != "speaker":
            continue
        other = word_before(office) in _UPPER
        if other and person.speaks_for in lower:
            person.speaks_for = None  # "Senate Speaker Ana Berg"
        elif not other and not person.speaks_for and len(lower) == 1:
            person.tie(lower[0])


_UPPER = frozenset({"senate", "house of lords", "rajya sabha"})
