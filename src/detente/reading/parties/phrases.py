"""The phrases that name a body, a firm or a crowd without a proper name: "the mill's drivers"."""

from __future__ import annotations

from dataclasses import dataclass

from detente.reading.grammar import DEFINITE, OWNING
from detente.reading.parsed import Token
from detente.reading.parties.bodies import INDEFINITE, LOCAL, office_of
from detente.reading.parties.gazetteer import longest
from detente.reading.parties.names import nouns, text_of
from detente.reading.parties.setting_terms import sets_terms
from detente.reading.parties.taking_sides import backs
from detente.reading.syntax import NOMINAL
from detente.reading.wording import words

_NO_ONE = frozenset({"no", "any", "every", "each", "such", "another", "other", "some", "many"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention of a body: its head, where it begins, and the nouns that tell it from others."""

    head: Token
    start: int
    marks: frozenset[str]

    @property
    def name(self) -> str:
        """Its words without the article; "chamber of commerce" is no mere chamber."""
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

    @property
    def whole(self) -> str:
        """All its words: "two teachers", "exporters of lentils and potash in Saskatchewan"."""
        counted = (c.i for c in self.head.lefts if c.dep_ in _ALL_BEFORE and c.lower_ not in _THE)
        start = min(self.start, *counted, self.head.i)
        return text_of(self.head.doc, start, tail_end(self.head))

    def _end(self) -> int:
        head = self.head
        if where(head):
            return complement_end(head)
        of = next((c for c in head.children if c.lower_ == "of" and c.i == head.i + 1), None)
        noun = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if self.start < head.i or noun is None:
            return head.i + 1
        society = noun.tag_ == "NNS" and head.lemma_.casefold() in nouns("societies")
        accused = head.dep_ == "dobj"  # "accused the council of theft"
        bare = noun.is_lower and noun.pos_ in NOMINAL and noun.i == head.i + 2 and not accused
        return noun.i + 1 if society or bare else head.i + 1


def complement_end(head: Token) -> int:
    """Where a noun with the "of" or "at" after it ends.

    >>> from detente.reading.page import phrase
    >>> complement_end(phrase("The tribunal at Lisse refused.")[1])
    4
    """
    if head.dep_ == "dobj" and head.head.lemma_ in _OF_WHAT:
        return head.i + 1
    for child in head.children:
        if child.i == head.i + 1 and child.lower_ in _AFTER:
            noun = next((one for one in child.children if one.dep_ == "pobj"), None)
            if noun is not None and noun.i - head.i <= _LONGEST:
                return noun.i + 1
    return head.i + 1


_OF_WHAT = words("accuse convict suspect warn remind inform acquit rob strip deprive")


def tail_end(head: Token) -> int:
    """Where a noun ends with all that tells which one it is, up to a comma or a verb.

    >>> from detente.reading.page import phrase
    >>> tail_end(phrase("The union at the mine in Lompo, which is small, refused.")[1])
    7
    """
    after = [child for child in head.rights if child.i == head.i + 1 and child.dep_ == "prep"]
    end = head.i + 1
    for token in after[0].subtree if after else ():
        ends = (token.is_punct and token.tag_ != "POS") or token.dep_ in _TOLD
        if token.i != end or token.i - head.i > _FARTHEST or ends:
            break
        end += 1
    while end > head.i + 1 and head.doc[end - 1].pos_ not in NOMINAL:
        end -= 1
    return end


_ALL_BEFORE = OWNING | {"nmod"}
_THE = DEFINITE | INDEFINITE | {"its", "their", "his", "her", "our", "my"}
_TOLD = frozenset({"relcl", "acl", "advcl", "appos", "nsubj"})
_FARTHEST = 9  # tokens from a head to the last that tells which one it is
_AFTER = frozenset({"of", "at", "for", "in", "from"})
_LONGEST = 5  # tokens from a head to the noun that tells it apart


def phrase_start(head: Token) -> int:
    """Where the words begin that tell a body from others, after the article.

    Of "Porters and hospital trust no closer" what comes after those who stand beside it.

    >>> from detente.reading.page import phrase
    >>> phrase_start(phrase("Porters and hospital trust no closer.")[3])
    2
    """
    own = [child for child in head.lefts if child.dep_ in OWNING - {"nummod"}]
    start = min((child.left_edge.i for child in own), default=head.i)
    opening = next((child for child in own if child.i == head.sent.start), None)
    if opening is not None and opening.tag_ == "NNS" and head.tag_ in {"NN", "NNP"}:
        joined = (child.i + 1 for child in opening.children if child.lower_ == "and")
        start = next(joined, start)
    while start < head.i and head.doc[start].lower_ in DEFINITE | INDEFINITE | {"whose"}:
        start += 1
    return start


def phrase_of(head: Token) -> Phrase | None:
    """The mention that a noun heads, where it is a phrase of its own that may name somebody.

    >>> from detente.reading.page import phrase
    >>> phrase_of(phrase("The nurses union refused.")[2]).name
    'nurses union'
    >>> phrase_of(phrase("No farmers refused.")[1]) is None
    True
    >>> phrase_of(phrase("Its pilots say they will strike unless it pays.")[1]).name
    'pilots'
    >>> phrase_of(phrase("The chamber of commerce supports it.")[1]).name
    'chamber of commerce'
    """
    lefts = list(head.lefts)
    if head.dep_ in {"compound", "nmod", "npadvmod", "attr"} and not is_served(head):
        return None
    if {child.lower_ for child in lefts} & (_NO_ONE | {"whose"}) or _is_of_a_place(head):
        return None
    pronoun = next((c for c in lefts if c.pos_ == "PRON"), None)
    start = phrase_start(head)
    if pronoun is not None and head.tag_ == "NNS" and sets_terms(head):
        lefts.remove(pronoun)  # "its pilots say they will strike unless it pays"
        start = max(start, pronoun.i + 1)
    elif pronoun is not None and not (head.lemma_ in _OF_MEMBERS and backs(head)):
        return None
    own = [child for child in lefts if child.dep_ in OWNING - {"nummod"}]
    marks = {child.lemma_.casefold() for child in own if child.dep_ != "amod" or _tells(child)}
    return Phrase(head, start, frozenset(marks | where(head) | _of_whom(head)))


def _of_whom(head: Token) -> set[str]:
    """Of "the union of part-time firefighters" whom it is of, as of "the firefighters' union"."""
    if head.lower_ == "office" and (whose := office_of(head)) is not None:
        return {whose.lemma_.casefold()}
    if head.tag_ != "NN" or head.lemma_.casefold() not in nouns("unions") | _OF_SOME:
        return set()
    of = next((c for c in head.rights if c.lower_ == "of"), None)
    people = (c for c in of.children if c.dep_ == "pobj") if of is not None else ()
    return {one.lemma_.casefold() for one in people if one.tag_ == "NNS" or one.lower_ in _TRADE}


_OF_SOME = words("chamber committee league guild")
_TRADE = words("commerce trade industry agriculture shipping crafts")


def _is_of_a_place(head: Token) -> bool:
    """Whether it tells what the name before it is: "Zintan, the minister's home town"."""
    named = head.head
    return head.dep_ == "appos" and named.pos_ == "PROPN" and head.lemma_ in nouns("kinds.town")


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
