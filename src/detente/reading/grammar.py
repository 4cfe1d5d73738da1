"""What the parse says of a noun phrase or a pronoun: a place, a part of somebody, a thing."""

from __future__ import annotations

from detente.reading.parsed import Span, Token
from detente.reading.parties.names import nouns
from detente.reading.periods import MONTHS
from detente.reading.syntax import PLURAL, SUBJECTS, TENSED
from detente.reading.wording import words

OWNING = frozenset({"poss", "amod", "compound", "nmod", "nummod"})
TOGETHER = frozenset({"with", "by", "against", "to", "from", "between", "on", "for", "of"})
WILL = frozenset({"will", "would", "wo", "'d", "’d", "'ll", "’ll"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
ONE_OF_MANY = frozenset({"one", "another"})  # "Another, Ana Berg, rejects it"
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_DEALING = frozenset({"with", "by", "against", "to", "from", "between"})
_PLACING = frozenset(
    {"in", "at", "near", "outside", "around", "into", "via", "across", "through", "inside",
     "within"}
)  # fmt: skip
_GOING = frozenset({"to", "from", "on", "over", "of", "for", "in", "off", "like", "than", "about"})
_GIVING = frozenset(
    {"give", "return", "cede", "hand", "transfer", "grant", "award", "sell", "restore", "promise",
     "extradite", "leave", "lease", "concede", "surrender", "owe", "pay", "lend", "deliver"}
)  # fmt: skip
_SEEMING = frozenset({"look", "seem", "appear", "rain", "take", "matter"})
_BESIDE = 2  # tokens between a preposition and its name


def is_placed(token: Token, sort: str) -> bool:
    """Whether a name only says where, or of what kind: "in Geneva", "Tokyo's fish market".

    >>> from detente.reading.page import phrase
    >>> texts = "In Tokyo's view it is void.", "In Tokyo's parks it is quiet."
    >>> [is_placed(phrase(text)[1], "capital") for text in texts]
    [False, True]
    """
    if sort in {"name", "capital"} and token.dep_ == "pobj" and token.head.lower_ in _PLACING:
        beside = 0 < token.i - token.head.i <= _BESIDE or bool(token.lefts)
        return beside and not any(child.lower_ in MONTHS for child in token.lefts)
    apart = token.dep_ in {"poss", "compound", "npadvmod", "nmod"}
    held = is_part(token.head) or token.head.lemma_ in nouns("decisions") | nouns("minds")
    return sort == "capital" and apart and not held


def is_part(token: Token) -> bool:
    """Whether a noun is part of somebody who acts through it: a ministry, officials, a leader."""
    words = {token.lemma_.casefold(), token.lower_}
    return any(words & nouns(kind) for kind in ("parts", "people", "roles", "government"))


_COLLECTIVE = frozenset({"crew", "staff", "squad", "team", "family", "police", "clergy"})


def is_plural(token: Token) -> bool:
    """Whether a mention is of many, by its form or by its verb's."""
    if token.tag_ in PLURAL or token.lower_ in THEY | _COLLECTIVE:
        return True
    auxiliaries = [token.head, *(c for c in token.head.children if c.dep_ in {"aux", "auxpass"})]
    return token.dep_ in SUBJECTS and any(one.tag_ == "VBP" for one in auxiliaries)


def is_idle(token: Token) -> bool:
    """Whether it only says of what kind, or is had and not dealt with: "UN resolutions"."""
    if token.dep_ in {"amod", "compound", "nmod"}:
        return not is_part(token.head)
    dealt = nouns("acts") | nouns("done_to")
    return token.dep_ == "npadvmod" or (token.dep_ == "dobj" and token.head.lemma_ not in dealt)


def is_peripheral(token: Token) -> bool:
    """Whether a land is only where something goes or comes from, or whose a thing is.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Norland moved data to Finland and signed with Sweden.")
    >>> is_peripheral(doc[4]), is_peripheral(doc[8])
    (True, False)
    """
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":
        token = token.head
    if token.dep_ == "pobj":
        above = token.head.head
        told = nouns("addressed") | nouns("decisions") | nouns("dealings") | nouns("done_to")
        return token.head.lower_ in _GOING and above.lemma_.lower() not in told | _GIVING
    if token.dep_ == "poss":
        return not is_part(token.head) and token.head.lemma_.lower() not in nouns("decisions")
    return token.dep_ in {"amod", "compound", "nmod", "appos", "attr"} and _is_person_of(token.head)


def is_venue(token: Token) -> bool:
    """Whether a place is only where others meet.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Talks in Luanda failed; Norland has troops in Sudmark.")
    >>> is_venue(doc[2]), is_venue(doc[9])
    (True, False)
    """
    at = token.head
    return token.dep_ == "pobj" and at.lower_ == "in" and at.head.lemma_.lower() in _MEETINGS


_MEETINGS = frozenset({"talk", "meeting", "meet", "negotiation", "round", "summit", "conference"})


def is_origin(token: Token) -> bool:
    """Whether it only says from where something is: "the Singapore-based group".

    >>> from detente.reading.page import phrase
    >>> is_origin(phrase("The Singapore-based group refused.")[1])
    True
    """
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) > 1 and after[0].text == "-" and after[1].lower_ in _ORIGIN


_ORIGIN = frozenset(
    {"based", "born", "flagged", "registered", "listed", "bound", "made", "built", "trained",
     "headquartered", "educated"}
)  # fmt: skip


def _is_person_of(noun: Token) -> bool:
    """Whether a noun is one person and no office of a land: "a retired Norlandic diplomat"."""
    words = {noun.lemma_.casefold(), noun.lower_}
    return noun.tag_ == "NN" and not words & (nouns("parts") | nouns("government"))


def is_dealt_with(token: Token) -> bool:
    """Whether something is done with it, by it or against it."""
    return token.dep_ == "pobj" and token.head.lower_ in _DEALING


def is_definite(token: Token) -> bool:
    """Whether a phrase points back: "the ministry", "the nurses' union"."""
    lefts = {child.lower_ for child in token.lefts}
    return bool(lefts & DEFINITE) or token.left_edge.lower_ in DEFINITE


def undergoes(token: Token) -> bool:
    """Whether something is done to it that is done to things: "it was reversed"."""
    verb = token.head
    if token.dep_ == "nsubjpass":
        return verb.lemma_ not in nouns("done_to")
    finite = verb.tag_ in TENSED or any(child.dep_ == "aux" for child in verb.children)
    return not finite and token.i > 0 and token.nbor(-1).pos_ == "VERB"


def is_impersonal(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that …", "it looks like a dead end".

    >>> from detente.reading.page import phrase
    >>> is_impersonal(phrase("It is clear that Norland will pay.")[0])
    True
    >>> is_impersonal(phrase("It is willing to pay.")[0])
    False
    """
    if token.dep_ == "expl":
        return True
    if token.dep_ not in SUBJECTS:
        return False
    verb = token.head
    if any(child.lower_ in _MINDED for child in verb.children):
        return False
    clausal = any(child.dep_ in {"ccomp", "xcomp", "csubj", "advcl"} for child in verb.children)
    judged = any(c.dep_ in {"acomp", "attr"} or c.lower_ == "for" for c in verb.children)
    return verb.lemma_ in _SEEMING or (verb.lemma_ == "be" and clausal and judged)


_MINDED = words(
    "willing unwilling ready prepared keen eager reluctant determined unprepared anxious loath"
)


def shortly_before(token: Token) -> Span:
    """What stands before a token in its sentence and in the one before that.

    >>> from detente.reading.page import phrase
    >>> shortly_before(phrase("Norland left. Sudmark stayed. It won.")[7]).text
    'Sudmark stayed. It'
    """
    start = token.sent.start
    return token.doc[token.doc[start - 1].sent.start if start else 0 : token.i]


def is_contrasted(joined: Token) -> bool:
    """As in "the council, and not the diocese, owns it": what is joined only to be ruled out."""
    first = joined.left_edge
    return "not" in {first.lower_, word_before(first)}


def word_before(token: Token) -> str:
    """The word before a token, in small letters; none where it is the first of the text.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Prime Minister Berg")
    >>> word_before(doc[1]), word_before(doc[0])
    ('prime', '')
    """
    return token.nbor(-1).lower_ if token.i else ""


def counting(token: Token) -> Token:
    """Of "thousands of drivers", "six of the clubs", "a group of 48 shops" what counts them.

    >>> from detente.reading.page import phrase
    >>> [counting(phrase(text)[-1]).text for text in ("thousands of drivers", "the pay of drivers")]
    ['thousands', 'drivers']
    """
    of = token.dep_ == "pobj" and token.head.lower_ == "of" and token.tag_ in PLURAL
    above = token.head.head if of else token
    return above if above.lower_ in _COUNTING or above.tag_ == "CD" else token


_COUNTING = frozenset(
    {"thousands", "hundreds", "dozens", "scores", "most", "many", "some", "several", "half",
     "group", "majority", "number", "handful", "association", "coalition", "alliance"}
)  # fmt: skip
