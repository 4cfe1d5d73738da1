"""Who wants, refuses or proposes something in so many words: "Exporters want the port opened".

Whoever does so is somebody with a will, however seldom the text speaks of him.
"""

from __future__ import annotations

from detente.reading.grammar import counting
from detente.reading.parsed import Token, remembered
from detente.reading.syntax import NOMINAL, PLURAL, SUBJECTS
from detente.reading.wording import words

_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "pcomp"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
_WANTING = words("want prefer like desire wish")
_TURNING = words("ask urge press beg implore petition lobby exhort entreat beseech call")
_PLEADING = words("call appeal plead press campaign lobby push ask petition")
_WITH = frozenset({"for", "to", "on", "upon", "with", "against"})
_OF_PEOPLE = words("""
    oppose reject denounce condemn boycott disown insist disapprove deplore decry accuse blame
    criticise criticize reproach protest complain object""")
_OF_ANY = words("""
    demand refuse threaten vow pledge propose recommend suggest favour favor resist welcome dispute
    advocate contest decline""")
_WITH_CLAUSE = {"demand": "ccomp", "offer": "xcomp"}  # "demand that it resign", "offer to act"
_SERVICES = words("office service mediation help assistance support guarantee hospitality")
_HYPOTHETIC = frozenset({"should", "can", "ca", "could", "may", "might", "must", "cannot"})
_IF = frozenset({"if", "unless", "until", "when", "whenever", "where", "should", "in"})


@remembered
def asks(head: Token) -> bool:
    """Whether the subject headed by a token says what others are to do, or what it will not have.

    >>> from detente.reading.page import phrase
    >>> texts = ("Exporters of lentils want the government to give way.",
    ...          "Five mayors have asked the state to pay.", "The millers oppose the ban.",
    ...          "Growers want to sell.", "Can drivers demand a vote?", "Drivers were asked to go.")
    >>> [any(map(asks, phrase(text))) for text in texts]
    [True, True, True, False, False, False]
    """
    return _says(head, _OF_PEOPLE | _OF_ANY)


@remembered
def asks_as_people_do(head: Token) -> bool:
    """Whether it does so by a verb that is said of nothing but people and their bodies.

    >>> from detente.reading.page import phrase
    >>> texts = "The café wants the others to sign.", "The door refused to open."
    >>> [asks_as_people_do(phrase(text)[1]) for text in texts]
    [True, False]
    """
    return _says(head, _OF_PEOPLE)


def _says(head: Token, verbs: frozenset[str]) -> bool:
    first = head
    while first.dep_ == "conj" and first.head is not first and first.head.pos_ in NOMINAL:
        first = first.head
    whole = counting(first)
    if (
        whole.dep_ != "nsubj"
        or whole.head.pos_ not in {"VERB", "AUX"}
        or "?" in head.sent.text[-3:]
    ):
        return False
    many = head.tag_ in PLURAL or head is not whole
    return any(
        _is_told(verb) and _asks(verb, verbs) and not (many and _is_of_one(verb))
        for verb in _deeds(whole.head)
    )


def _deeds(verb: Token) -> list[Token]:
    """The verb, and those that go on with it under the same subject."""
    more = [
        other
        for other in verb.children
        if other.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in other.children)
    ]
    return [verb, *more]


def _is_of_one(verb: Token) -> bool:
    """Whether the subject of a verb is one, by its form: "wants", "has asked"."""
    return verb.tag_ == "VBZ" or any(c.dep_ == "aux" and c.tag_ == "VBZ" for c in verb.children)


def _is_told(verb: Token) -> bool:
    """Whether it is told to be so: of no "if they ask", "should not expect", "what they want"."""
    lower = {child.lower_ for child in verb.lefts}
    hypothetic = verb.dep_ == "advcl" and not lower.isdisjoint(_IF)
    return not (hypothetic or verb.dep_ in {"relcl", "pcomp", "csubj"} or lower & _HYPOTHETIC)


def _asks(verb: Token, verbs: frozenset[str]) -> bool:
    lemma = verb.lemma_
    if _is_with_clause(verb):
        return True
    if lemma in {"be", "remain"}:
        return any(map(_is_stand, verb.children))
    if lemma in _WANTING:
        return _wants(verb)
    if lemma in _TURNING and any(map(_is_turned_to, verb.children)):
        to = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "to")
        return any(True for _ in to) or any(child.dep_ in _CLAUSES for child in verb.children)
    if lemma in _PLEADING:
        return any(c.dep_ == "prep" and c.lower_ in _WITH for c in verb.children)
    return lemma in verbs and any(c.dep_ in _OBJECTS or c.dep_ == "prep" for c in verb.children)


def _is_with_clause(verb: Token) -> bool:
    """As in "demand that it resign", "offer to act", "have offered their good offices"."""
    clause = _WITH_CLAUSE.get(verb.lemma_)
    told = verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.children)
    if clause is None or not told:
        return False
    serves = verb.lemma_ == "offer" and any(c.lemma_ in _SERVICES for c in verb.children)
    return serves or any(child.dep_ == clause for child in verb.children)


def _is_stand(place: Token) -> bool:
    """As in "are against it", "are for clearing it by force"; not "are for sale"."""
    if place.dep_ != "prep" or place.lower_ not in {"for", "against"}:
        return False
    whom = [noun for noun in place.children if noun.dep_ in {"pobj", "pcomp"}]
    return any(noun.dep_ == "pcomp" or place.lower_ == "against" for noun in whom)


def _is_turned_to(child: Token) -> bool:
    return child.dep_ in {"dobj", "ccomp", "xcomp", "dative"} and child.i > child.head.i


def _wants(verb: Token) -> bool:
    """As in "want the gates up", "want him to go", "would like him to go"; not "want to sell"."""
    denied = any(child.dep_ == "neg" for child in verb.children)
    things = [child for child in verb.children if child.dep_ in _OBJECTS]
    others = any(c.dep_ in SUBJECTS for thing in things for c in thing.children)
    had = verb.lemma_ == "want" and any(thing.dep_ == "dobj" for thing in things)
    return not denied and (others or had)
