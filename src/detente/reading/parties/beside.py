"""The words beside a person's name that say what he is: an office, one of a body, at whose head."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from detente.reading.parsed import Token
from detente.reading.parties import heading
from detente.reading.parties.cast import Entry, is_office, is_title, office_before
from detente.reading.parties.names import Name, nouns
from detente.reading.parties.rulers import cabinet_of

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

STYLES = nouns("clergy") | {"senator", "congressman", "congresswoman"}  # beside another office
_CHAIN = 6  # words before a name: "the Waro leader Councillor"
_AFTER = 9  # tokens after a name in which an office may stand


def offices_of(walk: Resolver, entry: Entry, token: Token) -> Iterator[Token]:
    """The words beside a name that say what a person is, the nearest first."""
    first = token.i
    while first and walk.cast.named.get(first - 1) == entry.id:
        first -= 1
    before = office_before(walk.doc, first) or cabinet_of(walk.doc, Name(first, token.i + 1, ""))
    if before is not None and before.lower_ not in STYLES:
        yield before
        return
    near = [one for one in _beside(walk, token, first) if not _is_anothers(walk, one, first)]
    found = [one for one in near if is_office(one) and _says_more(one)]
    found += [before] if before is not None and before not in found else []
    found = found or [one for one in near if _is_somebodys(one, token)]
    found = found or [one for one in near if one.lower_.rstrip(".") in {"coun", "ald"}]
    yield from found
    if not found and (lead := heading.verb_of(token)) is not None:
        yield lead


def _is_anothers(walk: Resolver, office: Token, first: int) -> bool:
    """As "minister" of "with Minister Ana Berg and envoy Jon Lind", of Lind: a name parts them."""
    between = {walk.cast.named.get(at) for at in range(office.i + 1, first)}
    return any(walk.entry(id_).is_person for id_ in between if id_ in walk.cast.entries)


def _is_somebodys(noun: Token, token: Token) -> bool:
    """Of "the trust's chief nurse, Ana Berg": one of it, whatever he is for it."""
    beside = noun.dep_ == "appos" or token.dep_ == "appos"
    owned = any(child.dep_ == "poss" for child in noun.children)
    own = nouns("inanimate") | nouns("firms") | nouns("bodies") | nouns("own") | _KIN
    return beside and owned and noun.tag_ == "NN" and noun.lemma_.casefold() not in own


_KIN = frozenset(
    {"father", "mother", "wife", "husband", "son", "daughter", "brother", "sister", "uncle", "aunt",
     "widow", "friend", "rival", "critic", "opponent", "enemy", "ally", "predecessor", "successor",
     "neighbour", "neighbor", "cousin", "partner", "challenger", "victim", "capital", "town",
     "niece", "nephew", "grandson", "granddaughter", "grandfather", "grandmother", "descendant",
     "heir", "heiress", "stepson", "stepdaughter", "parent", "spouse", "relative"}
)  # fmt: skip


def _says_more(office: Token) -> bool:
    return not is_title(office) or office.lower_ in nouns("clergy") | {"cllr"}


def _beside(walk: Resolver, token: Token, first: int) -> Iterator[Token]:
    for before in reversed(walk.doc[max(0, first - _CHAIN) : first]):
        if not (is_office(before) or before.text == "-" or before.lower_ in nouns("portfolios")):
            break
        yield before
    yield from (child for child in token.children if child.dep_ in {"appos", "compound", "nmod"})
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":  # "Ana Berg is consul of Norland"
        yield from (child for child in token.head.children if child.dep_ == "attr")
    if token.dep_ == "attr" and token.head.lemma_ == "be":  # "his opposite number was Ana Berg"
        yield from (child for child in token.head.children if child.dep_ == "nsubj")
    if token.dep_ == "appos":
        yield token.head
        if token.head.dep_ == "pobj" and token.head.head.head.pos_ == "NOUN":
            # "A spokesman for the church, Bishop Berg"
            yield token.head.head.head
    above = token.head if token.dep_ in {"appos", "compound", "nmod"} else token
    bare = all(child.dep_ == "det" for child in above.lefts)
    if above.dep_ == "appos" and above != token and bare:
        yield above.head  # "the guild's chairman, novelist Ana Berg", hung on the novelist
    after = walk.doc[token.i + 1 : token.i + 1 + _AFTER]
    if len(after) > 1 and after[0].text == "," and not _says_where(after[1]):
        yield from (one for one in takewhile(_goes_on, after[1:]) if one.dep_ != "poss")


def _goes_on(token: Token) -> bool:
    """Whether what stands after a name goes on: "a driver and shop steward"."""
    if token.text in ",.":
        return False
    if token.pos_ != "VERB" or token.i + 1 == len(token.doc):
        return token.pos_ != "VERB"
    after = token.nbor()  # "DirecTV's officer"
    return after.tag_ == "POS" or (token.tag_ == "VB" and is_office(after))


def _says_where(token: Token) -> bool:
    """As of "Ana Berg, in a letter to ministers"; not of ", as a special envoy"."""
    return token.pos_ == "ADP" and token.lower_ != "as"
