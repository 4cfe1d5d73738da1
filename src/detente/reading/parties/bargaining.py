"""Who bargains: whatever noun it goes by, or "it", it does something to another on terms."""

from __future__ import annotations

from functools import cache

from detente.reading.grammar import DEFINITE
from detente.reading.parsed import Token
from detente.reading.parties import terms
from detente.reading.parties.names import nouns
from detente.reading.parties.setting_terms import lays_down, sets_terms
from detente.reading.saying import is_plain
from detente.reading.wording import words


def is_bargaining(it: Token) -> bool:
    """Whether "it" is to do something to another, on terms: "It would take them, provided".

    >>> from detente.reading.page import phrase
    >>> texts = ("It would take the scans as a first step provided that Lessovia paid.",
    ...          "It would fall unless Lessovia paid.")
    >>> [is_bargaining(phrase(text)[0]) for text in texts]
    [True, False]
    """
    verb = it.head
    ahead = it.dep_ == "nsubj" and verb.dep_ == "ROOT" and terms.is_ahead(verb)
    things = (child for child in verb.children if child.dep_ == "dobj")
    known = verb.lemma_ != "take"  # "It would take a miracle, if"
    does = ahead and any(known or any(c.lower_ == "the" for c in one.lefts) for one in things)
    return does and bool(it.sent.spelt(_ON_TERMS)) and verb.lemma_ not in terms.OF_THINGS


_ON_TERMS = terms.FIRM | {"if", "once", "condition"}


def are_bargaining(head: Token) -> bool:
    """Whether it is a party by whatever noun, and not one that is known by another.

    >>> from detente.reading.page import phrase
    >>> texts = ("Shipping lines said they would stay away unless the port was cleared.",
    ...          "Farm leaders insisted there could be no vote before the debts were paid.")
    >>> [are_bargaining(phrase(text)[1]) for text in texts]
    [True, True]
    >>> are_bargaining(phrase("Exports will not restart until Norland pays.")[0])
    False
    """
    if head.tag_ != "NNS":
        return False
    lemma = head.lemma_.casefold()
    led = lemma in _LEADING and any(_is_of_a_trade(child) for child in head.lefts)
    one_of_others = not head.is_alpha or (lemma in _others() and not led)
    owned = any(child.dep_ == "poss" for child in head.lefts)
    known = any(child.lower_ in DEFINITE for child in head.lefts) and lemma not in nouns("firms")
    thing = head.head.lemma_ in terms.OF_THINGS and lemma not in nouns("crowds")
    thing = thing or lemma in _DEALINGS or (_is_told_of(head) and not _are_people(head))
    told = not (owned or known or one_of_others or thing)
    return told and (sets_terms(head) or (led and lays_down(head)))


@cache
def _others() -> frozenset[str]:
    return nouns("roles") | nouns("experts") | nouns("parts") | _BESIDE_ONE


def _are_people(head: Token) -> bool:
    lemma = head.lemma_.casefold()
    known = lemma in nouns("crowds") or lemma in nouns("people")
    return known or head.lower_.endswith(_PEOPLE)


_PEOPLE = ("ers", "ors", "ists", "ants", "ents", "ees", "men", "women", "people")


def _is_told_of(head: Token) -> bool:
    """As in "Norland said supplies would return only after": what somebody else says of it."""
    verb = head.head
    return verb.dep_ == "ccomp" and is_plain(verb.head) and verb.head.i < head.i


_DEALINGS = words(  # "Talks are off for as long as they hold the town"
    "talk negotiation discussion meeting tie relation operation flight delivery shipment election"
)


_LEADING = words("leader elder lawmaker representative organiser organizer captain chief")


def _is_of_a_trade(word: Token) -> bool:
    """As "Farm" of "Farm leaders", "student" of "student leaders"; no "union" or "party"."""
    sort = word.dep_ == "compound" and word.lemma_.casefold() not in _LED
    return sort and (word.pos_ == "NOUN" or word.i == word.sent.start)


_LED = words(
    "union party government state opposition coalition team company church federation club league "
    "council army police parliament assembly house senate committee community"
)


_BESIDE_ONE = words("neighbour neighbor friend rival other side ally colleague")
