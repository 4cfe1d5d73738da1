"""Who is named beside a noun that describes him: "the pilots' union, Vuelo,", "the Karu rebels"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.reading import saying
from detente.reading.grammar import is_definite
from detente.reading.parsed import Token
from detente.reading.parties import appositions
from detente.reading.parties.bodies import CALLED
from detente.reading.parties.cast import RULED
from detente.reading.parties.memory import Ids
from detente.reading.parties.names import head_kind, nouns
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver


def apposed(walk: Resolver, token: Token) -> Ids:
    """Of "the pilots' union, Vuelo" and "the Karu rebels": who is named beside the noun."""
    for child in token.children:
        if child.dep_ == "acl" and child.lower_ in CALLED:  # "the coalition known as the Front"
            named = (walk.cast.heads.get(one.i) for one in child.subtree)
            if (found := next(filter(None, named), None)) is not None:
                return walk.followed((found[0],))
    if (behind := _named_after(walk, token)) is not None:
        return walk.followed((behind,))
    if token.lemma_.lower() not in _bodies():
        return ()
    for child in token.children:
        near = child.dep_ == "appos" or (
            child.dep_ in {"compound", "nmod"} and child.i + 1 == token.i
        )
        id_, sort = walk.cast.heads.get(child.i, ("", ""))
        if near and sort in NAMED and token.lemma_.lower() in walk.entry(id_).descriptions:
            return walk.followed((id_,))
    return ()


def _named_after(walk: Resolver, token: Token) -> str | None:
    """Of "The landlord, Bexley Homes,": who is named behind the comma and is no person."""
    at = appositions.named_after(token, walk.cast.named)
    child = next((one for one in token.children if one.dep_ == "appos"), None)
    child = child if at is None else walk.doc[at]
    one = token.tag_ in {"NN", "NNP"} or token.lower_ in _OWNERS
    if child is None or not one or child.left_edge.i < token.i + 1:
        return None
    id_, sort = walk.cast.heads.get(child.i, ("", ""))
    if at is not None and sort in NAMED and not walk.entry(id_).is_person:
        described = token.lemma_.lower() in walk.entry(id_).descriptions
        if described or child.dep_ != "appos":
            return id_ if described else None
    told = is_definite(token) or any(one.dep_ == "poss" for one in token.lefts)
    comma = token.doc[child.left_edge.i - 1].text == "," or child.left_edge.i == token.i + 1
    if not told or not comma or sort not in NAMED or walk.entry(id_).is_person:
        return None
    return id_


_OWNERS = frozenset({"owners", "operators", "publishers", "organisers", "organizers", "makers"})


@cache
def _bodies() -> frozenset[str]:
    return nouns("apposed.companies") | nouns("apposed.bodies") | nouns("apposed.groups")


def named_next(walk: Resolver, token: Token) -> Ids:
    """Of "an industry group said. The Oil Forum wants more": who is named in the next sentence.

    It says something there, and was not named before.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland must pay, an industry group said. The Oil Forum (OF) said it would wait."
    >>> built = scene.build(Document("d1", text=text))
    >>> [token.text for token in built.doc if built.refers(token) == ("oil_forum",)][:1]
    ['group']
    """
    lefts = {child.lower_ for child in token.lefts}
    told = "the" in lefts and any(child.dep_ in {"acl", "relcl"} for child in token.rights)
    new = bool(lefts & {"a", "an"}) and saying.is_plain(token.head)
    if token.tag_ != "NN" or token.lemma_.casefold() not in _NEW or not (new or told):
        return ()
    if token.dep_ not in SUBJECTS or token.sent.end >= len(walk.doc):
        return ()
    teller = next((t for t in walk.doc[token.sent.end].sent if t.dep_ in SUBJECTS), token)
    id_, sort = walk.cast.heads.get(teller.i, ("", ""))
    if sort not in NAMED or not (saying.is_plain(teller.head) or told):
        return ()
    entry = walk.entry(id_)
    known = entry.is_person or entry.type in RULED or entry.first <= token.i
    other = told and token.lemma_.casefold() not in {head_kind(entry.name), *entry.words}
    return () if known or other else (id_,)  # "The union representing the miners": the Smelters'


_NEW = words("""
    group body association union federation lobby watchdog alliance council agency committee chamber
    company firm coalition network charity guild society organisation organization club operator
    union""")


def one_of(walk: Resolver, token: Token) -> Ids:
    """Of "One of them, the fund Pentwater," and "One, the clerk Ana Berg,": who is named."""
    for noun in (child for child in token.children if child.dep_ == "appos"):
        for name in (noun, *noun.children):
            id_, sort = walk.cast.heads.get(name.i, ("", ""))
            if sort in NAMED and name.dep_ in {"appos", "compound", "nmod"}:
                return walk.followed((id_,))
            if sort == "person" and name.dep_ in {"appos", "compound", "nmod"}:
                return walk.followed(walk.person_at(name))
    return ()


NAMED = frozenset({"name", "body"})  # sorts of names of parties that are no land's
