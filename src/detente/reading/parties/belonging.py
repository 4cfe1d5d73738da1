"""Which bodies without a name are their own, and none of another: not "the union's board"."""

from __future__ import annotations

from detente.reading.parsed import Token
from detente.reading.parties import societies
from detente.reading.parties.appositions import named_after
from detente.reading.parties.asking import asks
from detente.reading.parties.bodies import (
    CALLED,
    is_hired,
    is_of_many,
    kind_of,
    lives_by_it,
    owning_words,
)
from detente.reading.parties.cast import RULED, Cast, wills
from detente.reading.parties.names import head_kind, nouns
from detente.reading.parties.phrases import Phrase
from detente.reading.parties.proposers import proposes
from detente.reading.parties.setting_terms import sets_terms
from detente.reading.parties.taking_sides import backs
from detente.reading.wording import words


def is_apart(phrase: Phrase, kind: str, found: Cast) -> bool:
    """Whether it is nobody else's and nobody else, or does something though it is.

    >>> from detente.reading.page import phrase as doc
    >>> from detente.reading.parties.phrases import phrase_of
    >>> boards = (doc(text)[-1] for text in ("the union's board", "the health board"))
    >>> [is_apart(phrase_of(board), "bodies", Cast()) for board in boards]
    [False, True]
    """
    return (
        not _is_owned(phrase, kind, found)
        or _are_hired(phrase.head, found)
        or _are_of_a_land(phrase, kind, found)
    )


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
    of = (c for c in head.children if c.lower_ == "of" and c.i == head.i + 1)
    if head.lemma_.casefold() in _ORGANS and any(
        one.lower_ == "government" for prep in of for one in prep.children
    ):
        return True  # "the ceasefire committees of the government and the rebels"
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
