"""Whose a noun is that names no party itself: its minister, one of its engineers, the filing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading import syntax
from detente.reading.parsed import Token
from detente.reading.parties.cast import RULED
from detente.reading.parties.named_so import has_staff
from detente.reading.parties.posts import FORMER
from detente.reading.saying import DOCUMENTS
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.attribution import Telling

PEOPLE = words(
    "official minister ministry government spokesman spokeswoman spokesperson side team "
    "negotiator representative leader leadership company army force authority delegation "
    "envoy diplomat chief president king parliament embassy office party movement position "
    "stance policy response adviser aide member guard navy cabinet premier chancellor "
    "ambassador chairman chairwoman chair head director manager management union secretary "
    "commander lawyer delegate politician lawmaker deputy council committee line approach "
    "strategy state country nation people capital court agency department commission bloc "
    "group faction"
)
_SERVING = words(
    "engineer planner accountant jurist surveyor inspector auditor ranger biologist geologist "
    "hydrologist architect technician steward organiser organizer treasurer actuary controller "
    "economist scientist warden trustee superintendent attorney solicitor barrister counsel agent "
    "marshal harbourmaster general admiral captain pilot diver crew archivist statistician"
)
_ADVISERS = frozenset({"adviser", "advisor", "aide"})  # "an adviser to the Kazakh delegation"
_OFFICIALS = frozenset({"official", "authority", "negotiator", "minister", "adviser"})
_FAR_BACK = 90  # words from "the filing" back to whose it is
_COUNTED = frozenset({"one", "two", "three", "several", "some", "many"})
_LED = words(
    "federation association chamber cooperative club firm company society party union group"
)
_SEATED = {
    "region": ("region", "regional"), "province": ("province", "provincial"), "city": ("city",),
    "county": ("county",), "district": ("district",), "town": ("town",), "canton": ("cantonal",),
}  # fmt: skip
_GOVERNING = words("government council board assembly administration authority executive hall")
_REMAINING = words("rest remainder bulk")


def behind(telling: Telling, token: Token) -> tuple[str, ...]:
    """Whose people or papers a noun is that stands for no party itself.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = "Norland and Sudmark met. One of Norland's engineers said so, and so did its envoy."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> behind(telling, next(token for token in telling.doc if token.text == "One"))
    ('norland',)
    """
    noun = token.lemma_.lower()
    past = any(child.lower_ in FORMER for child in token.lefts)  # "a former French ambassador"
    if noun in _LED and (led := _of_head(telling, token)):
        return led
    if noun in _COUNTED:
        return _of_whom(telling, token)
    if noun in _REMAINING:
        return of_name(telling, token)
    if not past and noun in _SERVING and (owner := syntax.first(token, "poss")) is not None:
        return telling.who(owner)  # "its engineers ask for a call"
    if past or noun not in PEOPLE | DOCUMENTS | BOSSES:
        return ()
    firm = _employer(telling, token) if noun in BOSSES else ()
    last = _issuer if noun in DOCUMENTS else _locals
    of = by_owner(telling, token)
    # "the Chinese company", "a Pakistani religious group": in a land, and not it
    apart = noun in _OF_ITS_OWN and _is_land(telling, of)
    return firm or (() if apart else of or last(telling, token))


_OF_ITS_OWN = words("company party movement union group faction")


def _is_land(telling: Telling, owner: tuple[str, ...]) -> bool:
    known = [telling.scene.by_id.get(id_) for id_ in owner]  # none: it is told of by the way
    return bool(owner) and all(one is None or one.type in RULED for one in known)


BOSSES = words("management employer boss")


def _employer(telling: Telling, bosses: Token) -> tuple[str, ...]:
    """Of bare "management says": the one firm of the parties, or the one house with a staff."""
    whose = any(c.dep_ in {"poss", "compound", "prep", "amod"} for c in bosses.children)
    firms = [p.id for p in telling.scene.parties if p.type == "company" and p.role == "principal"]
    firms = firms or [p.id for p in telling.scene.parties if has_staff(p.name)]
    paired = [firm for firm in firms if firm in telling.scene.pair] or firms
    return (paired[0],) if len(paired) == 1 and not whose else ()


def _of_head(telling: Telling, body: Token) -> tuple[str, ...]:
    """Of "Berg's federation": for whom Berg speaks."""
    owner = syntax.first(body, "poss")
    if owner is None or owner.pos_ != "PROPN":
        return ()
    named = (one for one in telling.scene.parties if owner.text in one.name.split())
    return next(((one.speaks_for,) for one in named if one.speaks_for), ())


def _issuer(telling: Telling, token: Token) -> tuple[str, ...]:
    """Of "the filing said": who wrote such a one just before, or was last told to do something.

    Not of whom it tells: "Sudmark regrets it. The statement said that Sudmark had lied".
    """
    if token.dep_ not in {"nsubj", "poss"} or not any(c.lower_ == "the" for c in token.lefts):
        return ()
    told = {party for said in _said_of(token) for party in telling.scene.refers(said)}
    back = [*telling.doc[max(0, token.i - _FAR_BACK) : token.sent.start]]
    papers = (one for one in reversed(back) if one.lemma_ == token.lemma_)
    writers = ((by_owner(telling, one) or _who_tells(telling, one)) for one in papers)
    subjects = (one for one in reversed(back) if one.dep_ in {"nsubj", "poss"})
    acting = (tuple(telling.scene.refers(one)) for one in subjects)
    others = (who for who in acting if who and not told & {*who})
    return next(filter(None, writers), ()) or next(others, ())


def _said_of(paper: Token) -> Iterator[Token]:
    """Of what somebody's paper tells what: Sudmark of "The statement said that Sudmark lied"."""
    clauses = syntax.children(paper.head, "ccomp") if paper.dep_ == "nsubj" else ()
    return (one for clause in clauses for one in clause.children if one.dep_ in syntax.SUBJECTS)


def _who_tells(telling: Telling, paper: Token) -> tuple[str, ...]:
    """Who "issued a statement", or "said in a statement" something."""
    verb = syntax.governing(paper)
    writer = syntax.subject(verb) if verb is not None else None
    own = writer is not None and writer.lemma_.lower() not in DOCUMENTS
    return telling.who(writer) if own else ()


def _locals(telling: Telling, token: Token) -> tuple[str, ...]:
    """Bare "officials say": those of the party that was spoken of last."""
    bare = all(child.lower_ in {"there", "say"} or child.is_punct for child in token.lefts)
    placed = any(True for _ in syntax.children(token, "prep"))
    if placed or not bare or token.lemma_.lower() not in _OFFICIALS:
        return ()
    for earlier in reversed(list(telling.doc[max(0, token.i - 40) : token.i])):
        if earlier.dep_ in {"nsubj", "nsubjpass", "poss"} and telling.scene.refers(earlier):
            return tuple(telling.scene.refers(earlier))
    return ()


def _of_whom(telling: Telling, counted: Token) -> tuple[str, ...]:
    """Of "one of its engineers", "two of her advisers": whose they are."""
    people = _after_of(counted)
    several = people is not None and (people.tag_ == "NNS" or people.lower_ == "them")
    return telling.whose(people) if several else ()


def of_name(telling: Telling, noun: Token) -> tuple[str, ...]:
    """Of "the Malaysian state of Sarawak", "the rest of the party": whose name is after it."""
    named = _after_of(noun)
    return telling.who(named) if named is not None and named.pos_ == "PROPN" else ()


def _after_of(noun: Token) -> Token | None:
    of = next((c for c in syntax.children(noun, "prep") if c.lower_ == "of"), None)
    return syntax.first(of, "pobj") if of is not None else None


def by_owner(telling: Telling, noun: Token) -> tuple[str, ...]:
    """Of "its minister", "the Malian army", "an adviser to the delegation": whose it is."""
    for child in noun.children:
        if child.dep_ in {"poss", "amod", "compound", "nmod"}:
            found = telling.who(child) if child.dep_ == "poss" else _adjective(telling, child)
            if found:
                return found
    if noun.lemma_.lower() in DOCUMENTS and (found := _issued_by(telling, noun)):
        return found
    for preposition in syntax.children(noun, "prep"):
        to = preposition.lower_ == "to" and noun.lemma_.lower() in _ADVISERS
        if to or preposition.lower_ in {"of", "in", "for", "from"}:
            found = telling.who(syntax.first(preposition, "pobj"))
            if found:
                return found
    return ()


def _issued_by(telling: Telling, paper: Token) -> tuple[str, ...]:
    """Of "a statement by its ministry", "a letter issued on Monday by the union": whose it is."""
    by = [c for c in syntax.children(paper, "prep", "agent") if c.lower_ == "by"]
    issued = (c for c in syntax.children(paper, "acl") if c.tag_ in {"VBN", "VBD"})
    signers = [syntax.first(one, "pobj") for one in by]
    signers += [syntax.agent(one) for one in issued if one.lemma_ in _ISSUING]
    return next((found for one in signers if (found := telling.who(one))), ())


_ISSUING = words("issue release publish sign circulate send write post put carry distribute read")


def _adjective(telling: Telling, token: Token) -> tuple[str, ...]:
    return tuple(telling.scene.refers(token)) if token.text[:1].isupper() else ()


def named_beside(telling: Telling, token: Token) -> tuple[str, ...]:
    """Of "her partners, the Liberals, reject it": whose name stands beside the noun.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = "Norland met Sudmark. The largest customer, Norland, wants oil."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> named_beside(telling, next(token for token in telling.doc if token.text == "customer"))
    ('norland',)
    """
    if token.pos_ != "NOUN" or token.dep_ not in syntax.SUBJECTS:
        return ()
    if token.tag_ == "NN" and syntax.first(token, "poss") is not None and not _is_body(token):
        return ()  # "its landlady, Ana Berg": a person by the way
    names = (one for one in syntax.children(token, "appos") if one.pos_ == "PROPN")
    return next((found for one in names if (found := tuple(telling.scene.refers(one)))), ())


def _is_body(noun: Token) -> bool:
    return noun.lemma_.lower() in _LED | _GOVERNING | PEOPLE


def seated(telling: Telling, token: Token) -> tuple[str, ...]:
    """Of "the region has examined it": the regional government, where there is one.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = "The provincial council accused Sudmark of theft. The province wants it back."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> seated(telling, next(token for token in telling.doc if token.text == "province"))
    ('provincial_council',)
    """
    names = _SEATED.get(token.lower_, ()) if token.dep_ in syntax.SUBJECTS else ()
    if not names or not any(child.lower_ == "the" for child in token.lefts):
        return ()
    ids = [id_ for first, id_ in _seats(telling) if first in names]
    return tuple(ids) if len(ids) == 1 else ()


def _seats(telling: Telling) -> list[tuple[str, str]]:
    """The parties that govern by their names: the first word, and the id."""
    if _seats not in telling.doc.memory:
        named = ((p.id, p.name.casefold().split()) for p in telling.scene.parties)
        telling.doc.memory[_seats] = [(n[0], id_) for id_, n in named if n[-1] in _GOVERNING]
    known: list[tuple[str, str]] = telling.doc.memory[_seats]
    return known
