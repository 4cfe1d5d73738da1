"""What an actor is whose name says nothing of it, a land or a firm: by what it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from detente.reading.grammar import word_before
from detente.reading.parsed import Doc, Token
from detente.reading.parties.names import Name, nouns
from detente.reading.parties.rulers import SETTLEMENTS
from detente.reading.syntax import SUBJECTS
from detente.reading.tables import table

_OF = frozenset({"of", "in", "at", "for", "to"})
_BESIDE = frozenset({"poss", "compound", "nmod", "amod"})
_OWN = frozenset({"its", "their"})
_OFFICES = 3  # tokens from a name on in which the office of somebody may stand


def nature(doc: Doc, names: Sequence[Name]) -> str | None:
    """Whether a name is a land's, a town's or a firm's, by what the text says that it has.

    Parameters
    ----------
    doc, names
        A page, and the places of one name in it.

    Returns
    -------
    str or None
        ``state``, ``province``, ``company``; None where nothing is said of it, or as much for two.

    Examples
    --------
    >>> from detente.reading.page import phrase
    >>> doc = phrase("Aeris and its pilots fell out. The president of Kessia and Aeris' shares")
    >>> nature(doc, [Name(0, 1, "Aeris")]), nature(doc, [Name(10, 11, "Kessia")])
    ('company', 'state')
    """
    found = Counter(kind for name in names for kind in _of_mention(doc, name))
    ordered = found.most_common(2)
    if not ordered or (len(ordered) > 1 and ordered[0][1] == ordered[1][1]):
        return None
    return ordered[0][0]


def is_town(doc: Doc, names: Sequence[Name]) -> bool:
    """Whether a part of a land is a town: it has a mayor, or is said to be one."""
    heads = [name.head(doc) for name in names]
    had = {thing.lemma_.casefold() for name in names for thing in _had(doc, name)}
    return not had.isdisjoint(_TOWNLY) or any(map(_is_settlement, heads))


_TOWNLY = frozenset({"mayor", "mayoress", "ratepayer", "councillor"})


def _of_mention(doc: Doc, name: Name) -> Iterator[str]:
    """What each thing that it has, as one mention tells it, is had by."""
    if _is_settlement(name.head(doc)):
        yield "province"
    for thing in _had(doc, name):
        before = word_before(thing)
        words = {thing.lemma_.casefold(), thing.lower_, f"{before} {thing.lower_}"}
        yield from (kind for kind in table("nouns")["has"] if words & nouns(f"has.{kind}"))


def _had(doc: Doc, name: Name) -> Iterator[Token]:
    """The nouns that stand for what is of it: "X's army", "shares in X", "X and its pilots"."""
    head = name.head(doc)
    if head.dep_ in _BESIDE and head.head.i >= name.end:
        yield head.head
        yield from doc[name.end : min(head.head.i, name.end + _OFFICES)]
    if head.dep_ == "pobj" and head.head.lower_ in _OF:
        yield from _of(head.head.head)
    for child in head.children:
        if child.dep_ == "conj" and _is_own(child):
            yield child
        if child.dep_ == "relcl":
            yield from (one.head for one in child.subtree if one.lower_ == "whose")
    if head.dep_ in SUBJECTS:
        yield from (one for one in head.head.children if one.dep_ == "dobj" and _is_own(one))
        yield from _had_next(head)


def _of(thing: Token) -> Iterator[Token]:
    """What is of it: of "President Milo Brand of Kessia" the president, and no brand."""
    roles = nouns("roles")
    if thing.pos_ != "PROPN" or thing.lower_ in roles:
        yield thing
    else:
        yield from (child for child in thing.lefts if child.lower_ in roles)


def _is_settlement(name: Token) -> bool:
    """As in "Two towns, Orstad and Hjelm, cannot agree"."""
    while name.dep_ == "conj" and name.head.i < name.i:
        name = name.head
    return name.dep_ == "appos" and name.head.lemma_.casefold() in SETTLEMENTS


def _had_next(subject: Token) -> Iterator[Token]:
    """What opens the next sentence: of "Norhaven objects. Its mayor said so" the mayor."""
    end = subject.sent.end
    if subject.head.dep_ == "ROOT" and end < len(subject.doc) and subject.doc[end].lower_ == "its":
        yield subject.doc[end].head


def _is_own(noun: Token) -> bool:
    return any(child.dep_ == "poss" and child.lower_ in _OWN for child in noun.lefts)
