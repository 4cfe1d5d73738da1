"""Mentions of bodies without a proper name, gathered: which of them are of one and the same.

"The regional health board", "the health board" and "the board" are one body.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from detente.reading.parsed import Doc, Token
from detente.reading.parties import societies
from detente.reading.parties.appositions import named_after
from detente.reading.parties.asking import asks
from detente.reading.parties.bodies import (
    CALLED,
    INDEFINITE,
    is_hired,
    is_of_many,
    kind_of,
    lives_by_it,
    owning_words,
)
from detente.reading.parties.cast import RULED, Cast, wills
from detente.reading.parties.names import head_kind, nouns
from detente.reading.parties.phrases import WIDE, Phrase, phrase_of, where
from detente.reading.parties.proposers import proposes
from detente.reading.parties.setting_terms import sets_terms
from detente.reading.parties.taking_sides import backs
from detente.reading.tables import table
from detente.reading.wording import words


@dataclass(eq=False)
class Body:
    """The mentions of what may be one party."""

    kind: str
    lemma: str
    marks: frozenset[str]
    phrases: list[Phrase] = field(default_factory=list)


def gathered(doc: Doc, found: Cast, read: Container[int]) -> list[Body]:
    """The bodies of a page, each with its mentions; bare ones go with the one that has a mark.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The port authority refused. The authority wants talks.")
    >>> [len(body.phrases) for body in gathered(doc, Cast(), range(len(doc)))]
    [2]
    """
    bodies: dict[str, list[Body]] = {}
    apart: dict[str, Body] = {}
    bare: list[tuple[str, Phrase]] = []
    for kind, phrase in _phrases(doc, found, read):
        if not phrase.marks:
            bare.append((kind, phrase))
            continue
        noun = phrase.head.lower_ if where(phrase.head) else phrase.head.lemma_.casefold()
        _place(bodies.setdefault(noun, []), kind, phrase)  # "unions in Spain" are not "the union"
    named = _named_so(found)
    for kind, phrase in bare:
        lemma = phrase.head.lemma_.casefold()
        if kind == "bodies" and (lemma in apart or _is_before(phrase, bodies.get(lemma, ()))):
            apart.setdefault(lemma, Body(kind, lemma, phrase.marks)).phrases.append(phrase)
            continue
        if kind == "bodies" and _is_named_nearer(phrase, named.get(lemma, ()), bodies.get(lemma)):
            continue
        if lemma not in bodies and (kind == "crowds" or lemma == "movement"):
            lemma = _alike(lemma, bodies)
        if lemma == "club" and any(one.kind != kind for one in bodies.get(lemma, ())):
            lemma = f"{lemma} {kind}"  # "seven clubs" are not "the club"
        same = bodies.setdefault(lemma, [])
        if not same:
            same.append(Body(kind, phrase.head.lemma_.casefold(), phrase.marks))
        _last_before(same, phrase).phrases.append(phrase)
    _merge_firms(bodies)
    return [*apart.values(), *(body for same in bodies.values() for body in same)]


def _last_before(same: Sequence[Body], bare: Phrase) -> Body:
    """Of several bodies of one noun the one that was told of last, by more than the noun."""
    if len(same) == 1:
        return same[0]

    def told(body: Body) -> int:
        starts = (one.start for one in body.phrases if one.marks and one.start < bare.start)
        return max(starts, default=-1)

    return max(same, key=told)


def _merge_firms(bodies: dict[str, list[Body]]) -> None:
    """Take "the company" for the one firm of the page that is told by what it makes or does."""
    firms = [same for same in bodies.values() if same and same[0].kind == "firms"]
    vague = [same for same in firms if same[0].lemma in nouns("vague") and not same[0].marks]
    told = [body for same in firms for body in same if same not in vague]
    if len(told) != 1 or not any(map(wills, (phrase.head for phrase in told[0].phrases))):
        return
    for same in vague:
        first = min(phrase.start for phrase in same[0].phrases)
        if first > min(phrase.start for phrase in told[0].phrases):
            told[0].phrases += same[0].phrases
            same.clear()


def _is_before(phrase: Phrase, same: Iterable[Body]) -> bool:
    """Whether "the federation" was told of before "the European federation" came in."""
    for body in same:
        first = min((one for one in body.phrases if one.marks), key=_start, default=None)
        if first is not None and first.start > phrase.start and first.marks & WIDE:
            return True
    return False


def _start(phrase: Phrase) -> int:
    return phrase.start


def _named_so(found: Cast) -> dict[str, list[int]]:
    """Where names stand, by the nouns that they go by: "union" of the Academic Staff Union."""
    places: dict[str, list[int]] = {}
    for at, (id_, _) in found.heads.items():
        entry = found.entries[id_]
        if not entry.is_person and entry.type not in RULED:
            for word in entry.words | entry.descriptions:
                places.setdefault(word, []).append(at)
    return places


def _is_named_nearer(phrase: Phrase, places: Iterable[int], same: list[Body] | None) -> bool:
    """Whether a bare mention comes after a name that has the noun, and no other since."""
    name = max((at for at in places if at < phrase.start), default=-1)
    others = (one.start for body in same or () for one in body.phrases)
    return name > max((at for at in others if at < phrase.start), default=-1)


def _alike(lemma: str, bodies: Container[str]) -> str:
    """The noun by which a crowd went before: the inmates are the prisoners."""
    for others in table("nouns")["alike"].values():
        if lemma in others["words"]:
            return next((other for other in others["words"] if other in bodies), lemma)
    return lemma


def _place(same: list[Body], kind: str, phrase: Phrase) -> None:
    for body in same:
        if phrase.marks <= body.marks or body.marks <= phrase.marks:
            body.marks |= phrase.marks
            body.phrases.append(phrase)
            return
    same.append(Body(kind, phrase.head.lemma_.casefold(), phrase.marks, [phrase]))


def _phrases(doc: Doc, found: Cast, read: Container[int]) -> Iterator[tuple[str, Phrase]]:
    for token in doc:
        kind = kind_of(token) or ("crowds" if societies.is_spoken_for(token) else None)
        if not kind or token.i not in read or token.i in found.named or _is_elsewhere(token):
            continue
        phrase = phrase_of(token)
        if phrase is not None and (
            not _is_owned(phrase, kind, found)
            or _are_hired(token, found)
            or _are_of_a_land(phrase, kind, found)
        ):
            yield kind, phrase


def _is_elsewhere(token: Token) -> bool:
    """As in "other towns, where a joint committee proposes two names": nobody here."""
    verb = token.head
    there = verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.lefts)
    return there and any(child.lower_ in INDEFINITE for child in token.lefts)


def _is_owned(phrase: Phrase, kind: str, found: Cast) -> bool:
    """Whether it is somebody else's, or somebody else by another noun."""
    head = phrase.head
    if _is_of_a_body(head):
        return True
    local = head.lower_ == "government" and any(
        entry.type == "province" for entry in found.entries.values()
    )
    had = (child for child in head.lefts if child.dep_ == "poss")
    theirs = kind == "crowds" and not all(is_of_many(one) or _is_where(one, head) for one in had)
    return local or theirs or _is_of_another(phrase, found)


def _is_where(owner: Token, head: Token) -> bool:
    """As in "The town's hoteliers stand with B", "Women's groups back B": nobody owns them."""
    place = owner.tag_ == "NN" and owner.lemma_ in _PLACES
    return (place or owner.tag_ == "NNS") and owner.pos_ == "NOUN" and backs(head)


_PLACES = words("""
    town city village island valley region district country county province quarter borough parish
    coast port capital state nation""")


def _is_of_a_body(head: Token) -> bool:
    """Whether those are a body's own: "members of the union", "management at the port authority".

    >>> from detente.reading.page import phrase
    >>> texts = "Members of the union refused.", "Members of the jury refused."
    >>> [_is_of_a_body(phrase(text)[0]) for text in texts]
    [True, False]
    """
    if head.lemma_.casefold() not in _OWN_PEOPLE:
        return False
    of = (c for c in head.children if c.lower_ in {"of", "at"} and c.i == head.i + 1)
    whose = (noun for prep in of for noun in prep.children if noun.dep_ == "pobj")
    return any(kind_of(noun) in {"bodies", "firms"} for noun in whose)


_OWN_PEOPLE = frozenset({"member", "management", "leadership", "staff", "workforce", "executive"})


def _are_hired(token: Token, found: Cast) -> bool:
    """Whether those who work for somebody or live in a land do something, and no union is named.

    As in "Quebec's nurses refused", "Boeing's largest union voted", "French farmers refused", "its
    pilots say they will strike unless it pays".
    """
    bargain = is_hired(token) and sets_terms(token)
    if not bargain and not (is_hired(token) and wills(token)) and not lives_by_it(token):
        return False
    words = owning_words(token)
    owned = bargain or any(word.i in found.named for word in words)
    unions = (head_kind(entry.name) == "union" for entry in found.entries.values())
    return owned and not any(unions)


def _are_of_a_land(phrase: Phrase, kind: str, found: Cast) -> bool:
    """Whether those of a land or town want something for themselves, or their union does.

    As in "The cement makers of Norland have asked the government to yield", "seven Larnas mayors
    demanded", "the farmers' union of Karadan opposes it"; not its soldiers and officials.
    """
    head = phrase.head
    lemma = head.lemma_.casefold()
    before = any(one.i in found.named for one in owning_words(head))
    known = nouns("crowds") if before else frozenset({lemma})  # no "Wexley's planners"
    crowd = (kind == "crowds" and lemma in known - _SERVING) or lemma == "opposition"
    union = lemma in nouns("societies") and bool(phrase.marks)
    acts = asks(head) or societies.is_spoken_for(head) or (union and proposes(head))
    if is_organ(head) or not (crowd or union) or not acts:
        return False
    of = (c for c in head.children if c.dep_ == "prep" and c.lower_ in {"of", "in", "from"})
    beside = [*owning_words(head), *(noun for prep in of for noun in prep.children)]
    beside += [child for child in head.children if child.dep_ == "appos"]
    named = {found.named[one.i] for one in beside if one.i in found.named}
    return bool(named) and all(found.entries[id_].type in RULED for id_ in named)


_SERVING = (
    nouns("fighters")
    | nouns("parts")
    | nouns("government")
    | {"guard", "officer", "sailor", "planner", "councillor"}
)


def _is_of_another(phrase: Phrase, found: Cast) -> bool:
    """Whether somebody with a name has it or goes by it: "Norland's council", "the firm Aurel"."""
    head = phrase.head
    named = {found.named[i] for i in range(phrase.start, head.i) if i in found.named}
    if is_organ(head):
        return True
    if named and not _is_society(phrase, found, named):
        return True
    beside = [child for child in head.children if child.dep_ == "appos"]
    called = (c for c in head.children if c.dep_ == "acl" and c.lower_ in CALLED)
    beside += [token for verb in called for token in verb.subtree]
    beside += [head.head] if head.dep_ == "appos" else []
    for child in head.children:
        within = child.lower_ in _FROM and head.lemma_.casefold() in _ACTIVISTS
        if child.dep_ == "prep" and (child.lower_ == "of" or within):
            beside += child.children
    after = head.i + 1 in found.named and not head.nbor().is_sent_start
    at = named_after(head, found.named)
    after = after or (at is not None and not found.entries[found.named[at]].is_person)
    return after or any(one.i in found.named and _is_many(one, found) for one in beside)


_FROM = frozenset({"from", "with", "for"})
_ACTIVISTS = frozenset({"campaigner", "activist", "volunteer", "supporter", "protester"})


def is_organ(head: Token) -> bool:
    """Whether it is a body within another one, not a body of its own.

    >>> from detente.reading.page import phrase
    >>> [is_organ(phrase(text)[-1]) for text in ("the union's board", "the island's council")]
    [True, False]
    """
    owners = (child for child in head.lefts if child.dep_ == "poss")
    return head.lemma_.casefold() in _ORGANS and any(
        owner.tag_ == "NN" and owner.lemma_.casefold() in _OWNERS for owner in owners
    )


_ORGANS = frozenset(
    {"board", "committee", "council", "executive", "secretariat", "presidium", "panel", "squad",
     "delegation", "leadership", "management", "administration", "directorate", "staff"}
)  # fmt: skip
_LANDS = frozenset({"province", "region", "island", "community", "council"})
_OWNERS = (nouns("unions") | nouns("firms") | nouns("own") | nouns("societies")) - _LANDS


def _is_society(phrase: Phrase, found: Cast, named: set[str]) -> bool:
    """Whether it is a body in a land and not of its government: "Norland's fishing federation"."""
    lands = all(found.entries[id_].type in RULED for id_ in named)
    inside = phrase.head.doc[phrase.start : phrase.head.i]
    own = phrase.marks - {t.lemma_.casefold() for t in inside if t.i in found.named}
    return lands and phrase.head.lemma_.casefold() in nouns("societies") and bool(own)


def _is_many(token: Token, found: Cast) -> bool:
    return not found.entries[found.named[token.i]].is_person
