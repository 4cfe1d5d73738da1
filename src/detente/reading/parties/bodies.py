"""Nouns of bodies, firms and crowds without a proper name, and the phrases that they head."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.reading.grammar import DEFINITE, OWNING
from detente.reading.parsed import Token
from detente.reading.parties.cast import is_office, wills
from detente.reading.parties.gazetteer import longest
from detente.reading.parties.names import nouns, text_of
from detente.reading.parties.setting_terms import are_bargaining
from detente.reading.parties.taking_sides import backs
from detente.reading.wording import words

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
        if where(head):
            return complement_end(head)
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
CALLED = frozenset({"known", "called", "named"})
_AFTER = frozenset({"of", "at", "for", "in", "from"})
_LONGEST = 5  # tokens from a head to the noun that tells it apart


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
        return "crowds" if _are_somebody(token, lemma) else None
    before = token.nbor(-1).lower_ if token.i else ""
    known = _table(lemma, token.tag_) or _table(f"{before} {lemma}", token.tag_)
    return known or ("bodies" if _has_director(token, lemma) else _sided(token, lemma))


def _are_somebody(token: Token, lemma: str) -> bool:
    """As in "the market women", "the clubs refuse", "Clubs in the north side with B"."""
    several = lemma not in _VAGUE - _KINDRED and _is_subject_of_will(token)
    return several or any(map(_is_trade, token.lefts)) or backs(token) or are_bargaining(token)


def _sided(token: Token, lemma: str) -> str | None:
    """Whoever takes a side, by whatever noun: "The shipping lines stand behind the port"."""
    if token.pos_ != "NOUN" or lemma in _NO_SIDE or not (backs(token) or are_bargaining(token)):
        return None
    if is_office(token) and (token.tag_ == "NN" or any(c.text.istitle() for c in token.lefts)):
        return None
    if token.tag_ == "NNS":
        return "crowds"
    owned = any(c.lower_ in _OWNED for c in token.lefts)
    return "bodies" if owned and not is_crowd(lemma) else None


_OWNED = DEFINITE | INDEFINITE | {"its", "their"}
_NO_SIDE = nouns("inanimate") | words("""
    evidence figure datum ruling law treaty report study result finding history number survey poll
    document record argument fact decision verdict judgment text article letter map majority
    everyone one people opinion clause deal plan statement resolution vote sum money man woman
    person country state nation government side party minister contract""")


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
    if word.dep_ == "poss":
        return is_of_many(word)
    return word.dep_ == "compound" and (word.pos_ == "NOUN" or word.is_sent_start)


def is_of_many(owner: Token) -> bool:
    """As "residents'" of "residents' groups", which says of what kind they are, and not whose.

    >>> from detente.reading.page import phrase
    >>> [is_of_many(token) for token in phrase("Residents' groups")]
    [True, False, False]
    """
    return owner.tag_ == "NNS" and is_crowd(owner.lemma_.casefold())


def is_hired(noun: Token) -> bool:
    """Whether those are meant who work for whoever has them, and are not that one.

    >>> from detente.reading.page import phrase
    >>> [is_hired(phrase(text)[-1]) for text in ("Quebec's nurses", "Norland's guards", "nurses")]
    [True, False, False]
    """
    lemma = noun.lemma_.casefold()
    theirs = any(child.dep_ == "poss" for child in noun.lefts) or _is_many_at(noun)
    return theirs and lemma in nouns("trades") | _WORKING and lemma not in _OF_ONES_OWN


def _is_many_at(noun: Token) -> bool:
    """As in "controllers in Portugal", "nurses at the hospital"."""
    return noun.tag_ == "NNS" and any(child.lower_ in {"in", "at"} for child in noun.children)


def owners(noun: Token) -> list[Token]:
    """The words before a noun that may say whose it is, also of what it is: "Norwegian salmon"."""
    return [token for token in noun.doc[noun.left_edge.i : noun.i] if token.dep_ in OWNING]


def lives_by_it(noun: Token) -> bool:
    """Whether they act for themselves who are told by their land or firm, and do something.

    >>> from detente.reading.page import phrase
    >>> said = ("French farmers refused.", "Ryanair pilots refused.", "French troops refused.",
    ...         "They freed French farmers.")
    >>> [any(map(lives_by_it, phrase(text))) for text in said]
    [True, True, False, False]
    """
    lemma = noun.lemma_.casefold()
    if (
        noun.tag_ != "NNS"
        or lemma in _OF_ONES_OWN
        or lemma not in nouns("trades") | nouns("living")
    ):
        return False
    acts = noun.dep_ == "nsubj" and noun.head.pos_ == "VERB"
    return acts and any(token.text[:1].isupper() for token in owners(noun))


_WORKING = frozenset({"union", "employee", "workforce"})
_OF_ONES_OWN = frozenset({"guard", "crew", "sailor", "staff"})  # somebody acts through them
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


_KINDRED = frozenset({"tribe", "clan", "community", "faction"})
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


def phrase_start(head: Token) -> int:
    """Where the words begin that tell a body from others, after the article."""
    own = [child for child in head.lefts if child.dep_ in OWNING - {"nummod"}]
    start = min((child.left_edge.i for child in own), default=head.i)
    while start < head.i and head.doc[start].lower_ in DEFINITE | INDEFINITE | {"whose"}:
        start += 1
    return start


def phrase_of(head: Token) -> Phrase | None:
    """The mention that a noun heads, where it is a phrase of its own that may name somebody."""
    lefts = list(head.lefts)
    if head.dep_ in {"compound", "nmod", "npadvmod", "attr"} and not is_served(head):
        return None
    if {child.lower_ for child in lefts} & (_NO_ONE | {"whose"}):
        return None
    if any(c.pos_ == "PRON" for c in lefts) and not (head.lemma_ in _OF_MEMBERS and backs(head)):
        return None
    own = [child for child in lefts if child.dep_ in OWNING - {"nummod"}]
    start = phrase_start(head)
    marks = {child.lemma_.casefold() for child in own if child.dep_ != "amod" or _tells(child)}
    return Phrase(head, start, frozenset(marks | where(head)))


def where(head: Token) -> set[str]:
    """The land of a crowd that is told of for the first time, which tells it apart.

    >>> from detente.reading.page import phrase
    >>> [where(phrase(text)[0]) for text in ("Farmers in Spain struck.", "Farmers in debt struck.")]
    [{'in spain'}, set()]
    """
    if head.tag_ != "NNS" or any(child.lower_ in DEFINITE for child in head.lefts):
        return set()
    after = (child for child in head.children if child.i == head.i + 1)
    return {
        f"{place.lower_} {noun.lemma_.casefold()}"
        for place in after
        if place.lower_ in {"in", "from", "across"}
        for noun in place.children
        if noun.dep_ == "pobj" and (found := longest(head.doc, noun.left_edge.i)) is not None
        if found[1].type == "state"
    }


_OF_MEMBERS = frozenset({"union", "federation", "association"})


def _tells(adjective: Token) -> bool:
    """Whether an adjective tells one body from others: "regional", "European"."""
    named = adjective.text.istitle() and not adjective.is_sent_start
    return adjective.lower_ in LOCAL or named or adjective.lower_ in WIDE


WIDE = frozenset({"european", "national", "international", "world", "federal", "global"})


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
