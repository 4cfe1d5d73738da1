"""Mentions of bodies without a proper name, gathered by head noun and by the nouns before it.

"The regional health board", "the health board" and "the board" are one body.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from detente.reading.grammar import DEFINITE, OWNING
from detente.reading.parsed import Doc, Token
from detente.reading.parties.cast import RULED, Cast, is_office, wills
from detente.reading.parties.gazetteer import table
from detente.reading.parties.names import nouns, text_of

INDEFINITE = frozenset({"a", "an"})
_NO_ONE = frozenset({"no", "any", "every", "each", "such", "another", "other", "some", "many"})
LOCAL = frozenset(
    {"cantonal", "provincial", "regional", "municipal", "county", "island", "territorial"}
)  # what tells the government of a district from that of its state
KINDS = {"firms": "company", "bodies": "organisation", "crowds": "group"}  # table: type


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention of a body: its head, where it begins, and the nouns that tell it from others."""

    head: Token
    start: int
    marks: frozenset[str]

    @property
    def name(self) -> str:
        """Its words without the article; "federation of employers" is no mere federation."""
        return text_of(self.head.doc, self.start, self._end())

    @property
    def bare(self) -> str:
        """Its words without the article and without "of" and what follows."""
        return text_of(self.head.doc, self.start, self.head.i + 1)

    @property
    def own(self) -> str:
        """Its words after whose it is: of "cricket's players' union" the last two."""
        doc = self.head.doc
        marks = [i for i in range(self.start, self.head.i) if doc[i].text in {"'s", "’s"}]
        return text_of(doc, marks[-1] + 1, self.head.i + 1) if marks else self.bare

    @property
    def full(self) -> str:
        """Its words with "of", "at" or "in" and what follows: "board of Pine Ridge"."""
        return text_of(self.head.doc, self.start, complement_end(self.head))

    def _end(self) -> int:
        head = self.head
        if self.marks or head.lemma_.casefold() not in nouns("societies"):
            return head.i + 1
        of = next((c for c in head.children if c.lower_ == "of" and c.i == head.i + 1), None)
        noun = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        return noun.i + 1 if noun is not None and noun.tag_ == "NNS" else head.i + 1


def complement_end(head: Token) -> int:
    """Where a noun with the "of" or "at" after it ends: "the tribunal at Lisse"."""
    for child in head.children:
        if child.i == head.i + 1 and child.lower_ in _AFTER:
            noun = next((one for one in child.children if one.dep_ == "pobj"), None)
            if noun is not None and noun.i - head.i <= _LONGEST:
                return noun.i + 1
    return head.i + 1


_FOLK = frozenset({"man", "woman"})
_CALLED = frozenset({"known", "called", "named"})
_AFTER = frozenset({"of", "at", "for", "in", "from"})
_LONGEST = 5  # tokens from a head to the noun that tells it apart


@dataclass(eq=False)
class Body:
    """The mentions of what may be one party."""

    kind: str
    lemma: str
    marks: frozenset[str]
    phrases: list[Phrase] = field(default_factory=list)


def kind_of(token: Token) -> str | None:
    """The table that has a noun as a body, a firm or a crowd, by its lemma and number.

    >>> from detente.reading.page import phrase
    >>> [kind_of(token) for token in phrase("The brewery sacked its drivers")]
    [None, 'firms', None, None, 'crowds']
    """
    if token.pos_ != "NOUN" and not (token.pos_ == "PROPN" and (token.is_lower or _opens(token))):
        return None
    if token.lower_ == "government" and any(c.lower_ in LOCAL for c in token.lefts):
        return "bodies"
    lemma = token.lemma_.casefold()
    if lemma in _COURTS or (
        lemma == "department" and {c.lower_ for c in token.lefts} & nouns("departments")
    ):
        return None
    if token.tag_ == "NNS" and (lemma == "union" or _is_definite_town(token, lemma)):
        return "crowds"
    if token.tag_ == "NNS" and (lemma in _FOLK or lemma in _SEVERAL - nouns("crowds")):
        told = any(map(_is_trade, token.lefts))
        several = lemma not in _VAGUE and _is_subject_of_will(token)
        return "crowds" if told or several else None  # "the market women", "the clubs refuse"
    before = token.nbor(-1).lower_ if token.i else ""
    known = _table(lemma, token.tag_) or _table(f"{before} {lemma}", token.tag_)
    return known or ("bodies" if _has_director(token, lemma) else None)


def _has_director(token: Token, lemma: str) -> bool:
    """As of "the zoo's director, Ana Berg": whatever has somebody at its head who is named."""
    office = token.head
    if token.dep_ != "poss" or token.tag_ != "NN" or office.lemma_ not in _HEADING:
        return False
    named = office.dep_ == "appos" or any(child.dep_ == "appos" for child in office.children)
    definite = any(child.lower_ == "the" for child in token.lefts)
    known = nouns("government") | nouns("lands") | nouns("parts") | nouns("own") | nouns("roles")
    return definite and named and lemma not in known and not is_crowd(lemma)


_COURTS = frozenset({"court", "tribunal"})


def _is_trade(word: Token) -> bool:
    """As "market" of "the market women", "Business" of "Business groups"."""
    if word.dep_ == "amod" and word.head.lemma_ in _LOOSE:
        return word.lower_ in _SORTS  # "the armed groups"
    return word.dep_ == "compound" and (word.pos_ == "NOUN" or word.is_sent_start)


_LOOSE = frozenset({"group", "organisation", "organization", "body"})
_SORTS = frozenset(
    {"armed", "environmental", "civic", "religious", "ethnic", "indigenous", "humanitarian",
     "local", "political", "civil", "sikh", "jewish", "muslim", "christian", "conservative",
     "liberal", "islamist", "militant", "opposition", "international", "rebel", "paramilitary"}
)  # fmt: skip


_SEVERAL = nouns("bodies") | {"group", "organisation", "organization", "body", "firm", "party"}
_HEADING = frozenset(
    {"director", "executive", "manager", "chair", "chairman", "chairwoman", "spokesman", "boss",
     "spokeswoman", "spokesperson", "principal", "curator", "administrator"}
)  # fmt: skip


_VAGUE = nouns("parts") | nouns("government") | nouns("vague") | nouns("own")


def _is_subject_of_will(token: Token) -> bool:
    return wills(token) and {child.lower_ for child in token.lefts} == {"the"}


def _is_definite_town(token: Token, lemma: str) -> bool:
    """As "the villages" who have a spokesman."""
    return lemma in nouns("kinds.town") and any(child.lower_ == "the" for child in token.lefts)


def _opens(token: Token) -> bool:
    """Whether a capital only opens a sentence: "Council leader Ana Berg"."""
    if not token.is_sent_start or token.i + 1 == len(token.doc):
        return False
    return token.nbor().is_lower and is_office(token.nbor())


@cache
def is_crowd(lemma: str) -> bool:
    """Whether a noun is what people are or do, by the table or by its ending: "irrigators".

    >>> is_crowd("irrigator"), is_crowd("corridor"), is_crowd("steelworker")
    (True, False, True)
    """
    if lemma in nouns("crowds"):
        return True
    persons = lemma.endswith(_DOERS) and len(lemma) > _SHORTEST and " " not in lemma
    others = (
        nouns("inanimate") | nouns("experts") | nouns("roles") | nouns("firms") | nouns("people")
    )
    return persons and not lemma.endswith(_THINGS) and lemma not in others


_DOERS = ("er", "or", "ist", "eer", "man", "smith", "wright", "holder", "keeper", "hand")
_THINGS = ("meter", "ometer", "liner", "paper", "letter", "number", "water", "center", "powder")
_SHORTEST = 5  # letters of "other"


@cache
def _table(lemma: str, tag: str) -> str | None:
    if tag == "NNS":
        return "crowds" if is_crowd(lemma) else None
    kinds = (kind for kind in ("firms", "bodies") if lemma in nouns(kind))
    return next(kinds, "firms" if lemma.endswith("maker") else None)


# Gathering ----------------------------------------------------------------------------------------


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
        _place(bodies.setdefault(phrase.head.lemma_.casefold(), []), kind, phrase)
    named = _named_so(found)
    for kind, phrase in bare:
        lemma = phrase.head.lemma_.casefold()
        if kind == "bodies" and (lemma in apart or _is_before(phrase, bodies.get(lemma, ()))):
            apart.setdefault(lemma, Body(kind, lemma, phrase.marks)).phrases.append(phrase)
            continue
        if kind == "bodies" and _is_named_nearer(phrase, named.get(lemma, ()), bodies.get(lemma)):
            continue
        if lemma not in bodies and kind == "crowds":
            lemma = _alike(lemma, bodies)
        same = bodies.setdefault(lemma, [])
        if not same:
            same.append(Body(kind, lemma, phrase.marks))
        if len(same) == 1:
            same[0].phrases.append(phrase)
    return [*apart.values(), *(body for same in bodies.values() for body in same)]


def _is_before(phrase: Phrase, same: Iterable[Body]) -> bool:
    """Whether "the federation" was told of before "the European federation" came in."""
    for body in same:
        first = min((one for one in body.phrases if one.marks), key=_start, default=None)
        if first is not None and first.start > phrase.start and first.marks & _WIDE:
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
        kind = kind_of(token)
        if kind and token.i in read and token.i not in found.named:
            phrase = _phrase(token)
            local = token.lower_ == "government" and any(
                entry.type == "province" for entry in found.entries.values()
            )
            owned = local or (
                kind == "crowds" and any(child.dep_ == "poss" for child in token.lefts)
            )
            if phrase is not None and not owned and not _is_of_another(phrase, found):
                yield kind, phrase


def phrase_start(head: Token) -> int:
    """Where the words begin that tell a body from others, after the article."""
    own = [child for child in head.lefts if child.dep_ in OWNING - {"nummod"}]
    start = min((child.left_edge.i for child in own), default=head.i)
    while start < head.i and head.doc[start].lower_ in DEFINITE | INDEFINITE | {"whose"}:
        start += 1
    return start


def _phrase(head: Token) -> Phrase | None:
    """The mention that a noun heads, where it is a phrase of its own that may name somebody."""
    lefts = list(head.lefts)
    if head.dep_ in {"compound", "nmod", "npadvmod", "attr"} and not is_served(head):
        return None
    if {child.lower_ for child in lefts} & (_NO_ONE | {"whose"}) or any(
        c.pos_ == "PRON" for c in lefts
    ):
        return None
    own = [child for child in lefts if child.dep_ in OWNING - {"nummod"}]
    start = phrase_start(head)
    marks = (child.lemma_.casefold() for child in own if child.dep_ != "amod" or _tells(child))
    return Phrase(head, start, frozenset(marks))


def _tells(adjective: Token) -> bool:
    """Whether an adjective tells one body from others: "regional", "European"."""
    named = adjective.text.istitle() and not adjective.is_sent_start
    return adjective.lower_ in LOCAL or named or adjective.lower_ in _WIDE


_WIDE = frozenset({"european", "national", "international", "world", "federal", "global"})


def is_served(head: Token) -> bool:
    """Whether people of it are named by it: "council chiefs", "council leader Ana Berg"."""
    people = head.head
    if head.dep_ != "compound" or people.i != head.i + 1:
        return False
    if not people.text.islower() and people.text != "MPs":
        return False
    words = {people.lemma_.casefold(), people.lower_, people.lower_.removesuffix("s")}
    return bool(words & _OFFICIALS) and not words & nouns("bodies")


_OFFICIALS = nouns("people") - nouns("crowds") | nouns("roles") - nouns("experts")


def _is_of_another(phrase: Phrase, found: Cast) -> bool:
    """Whether somebody with a name has it or goes by it: "Norland's council", "the firm Aurel"."""
    head = phrase.head
    named = {found.named[i] for i in range(phrase.start, head.i) if i in found.named}
    if named and not _is_society(phrase, found, named):
        return True
    beside = [child for child in head.children if child.dep_ == "appos"]
    called = (c for c in head.children if c.dep_ == "acl" and c.lower_ in _CALLED)
    beside += [token for verb in called for token in verb.subtree]
    beside += [head.head] if head.dep_ == "appos" else []
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            beside += child.children
    after = head.i + 1 in found.named and not head.nbor().is_sent_start
    return after or any(one.i in found.named and _is_many(one, found) for one in beside)


def _is_society(phrase: Phrase, found: Cast, named: set[str]) -> bool:
    """Whether it is a body in a land and not of its government: "Norland's fishing federation"."""
    lands = all(found.entries[id_].type in RULED for id_ in named)
    inside = phrase.head.doc[phrase.start : phrase.head.i]
    own = phrase.marks - {t.lemma_.casefold() for t in inside if t.i in found.named}
    return lands and phrase.head.lemma_.casefold() in nouns("societies") and bool(own)


def _is_many(token: Token, found: Cast) -> bool:
    return not found.entries[found.named[token.i]].is_person
