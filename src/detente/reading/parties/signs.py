"""What the words around a name say of it: where it is, what it is of, or a thing."""

from __future__ import annotations

import re

from detente.reading.parsed import Doc, Token
from detente.reading.parties.cast import is_office, office_before
from detente.reading.parties.names import POSSESSIVE, Name, nouns
from detente.reading.syntax import PLURAL

WHERE = frozenset(
    {"in", "at", "near", "from", "outside", "around", "off", "into", "via", "across", "through",
     "over", "inside", "within", "to"}
)  # fmt: skip
_TOWNS = frozenset({"city", "town", "village", "port", "harbour", "harbor", "suburb", "bridge"})
_CAMEL = re.compile(r"(?<!\bMc)(?<!\bMac)(?<=[a-z])[A-Z]")  # "NordOre"


BODIES = nouns("heads.organisation") | nouns("heads.group") | nouns("heads.union") | nouns("bodies")


def is_located(doc: Doc, name: Name) -> bool:
    """Whether it says where: "in Tesk", "the port of Tesk"."""
    head = name.head(doc)
    if head.dep_ == "pobj" and head.head.lower_ in WHERE:
        return True
    return name.start > 1 and doc[name.start - 2].lower_ in _TOWNS


def is_owned(doc: Doc, name: Name) -> bool:
    """Whether a possessive stands before it."""
    return name.start > 0 and doc[name.start - 1].text in POSSESSIVE


def is_vessel(doc: Doc, name: Name) -> bool:
    """Whether the text says that it is a ship: "the yacht Ada", "the Ada, a training vessel".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The Ada, a tanker, sank. Norland owns the yacht Andrea.")
    >>> names = [Name(1, 2, "Ada"), Name(8, 9, "Norland"), Name(12, 13, "Andrea")]
    >>> [is_vessel(doc, name) for name in names]
    [True, False, True]
    """
    if name.start and _is_vessel(doc[name.start - 1]):
        return True
    head = name.head(doc)
    if head.dep_ == "attr" and any(map(_is_vessel, head.head.lefts)):
        return True
    return any(child.dep_ == "appos" and _is_vessel(child) for child in head.rights)


def _is_vessel(noun: Token) -> bool:
    return noun.tag_ == "NN" and noun.lower_ in nouns("vessels")


def is_called_capital(doc: Doc, name: Name) -> bool:
    """As in "in the capital, Arvand"."""
    if len(name.words) > 1 and office_before(doc, name.start) is not None:
        return False  # "its envoy in the capital, Brenna Holt,"
    return any(token.lower_ == "capital" for token in doc[max(0, name.start - 2) : name.start])


def is_definite(doc: Doc, name: Name) -> bool:
    """Whether "the" or a possessive stands before it: "the High Court", "Norland's High Court"."""
    return name.start > 0 and doc[name.start - 1].lower_ in {"the", "'s", "'", "its"}


def is_told(doc: Doc, name: Name) -> bool:
    """Whether it is only told something, or written in, as a paper is."""
    head = name.head(doc)
    if head.dep_ == "pobj" and head.head.lower_ in {"in", "to", "with"}:
        above = head.head.head.lemma_.casefold()
        return above in {"write", "interview", "article", "column", "speak"}
    return head.dep_ in {"dobj", "dative"} and head.head.lemma_ == "tell"


def is_press(doc: Doc, name: Name) -> bool:
    """Whether it is a reporter to whom something is told: "told our reporter Ana Berg".

    >>> from detente.reading.page import phrase
    >>> is_press(phrase("They will pay, he told our reporter Ana Berg."), Name(8, 10, "Ana Berg"))
    True
    """
    noun = doc[name.start - 1] if name.start else None
    if noun is None or noun.lemma_ not in PRESS:
        return False
    top = noun.head if noun.dep_ == "compound" else noun
    return top.dep_ in {"dobj", "dative", "pobj"} and top.head.lower_ not in {"by", "of"}


def is_paper(doc: Doc, name: Name) -> bool:
    """Whether it is a paper that is told something, or reports it: "told the Brask Post".

    >>> from detente.reading.page import phrase
    >>> told, struck = "It will pay, he told the Brask Post.", "The Brask Post refused to pay."
    >>> is_paper(phrase(told), Name(7, 9, "Brask Post"))
    True
    >>> is_paper(phrase(struck), Name(1, 3, "Brask Post"))
    False
    """
    head = name.head(doc)
    if name.text.rpartition(" ")[2].casefold() not in nouns("heads.source"):
        return False
    before = {token.lower_ for token in doc[max(name.start - 2, 0) : name.start]}
    told = head.dep_ in {"dobj", "dative"} and head.head.lemma_ in {"tell", "inform"}
    reports = head.dep_ == "nsubj" and head.head.lemma_ in _REPORTING
    return told or reports or bool(before & _PAPERS)


_REPORTING = frozenset({"report", "write", "quote", "publish"})
_PAPERS = frozenset({"daily", "newspaper", "weekly", "paper", "tabloid", "broadsheet", "magazine"})
PRESS = frozenset({"reporter", "journalist", "press", "media", "correspondent", "interviewer"})


def is_time(doc: Doc, name: Name) -> bool:
    """Whether it says since when or how long, as feasts and seasons do: "since Carnival"."""
    head = name.head(doc)
    return head.dep_ == "pobj" and head.head.lower_ in {"since", "during", "until", "till"}


def is_counted(doc: Doc, name: Name) -> bool:
    """Whether a number follows, as after things: "Gates 2 and 4"."""
    return name.end < len(doc) and doc[name.end].text.isdigit()


def sort_of(doc: Doc, names: list[Name]) -> str:
    """The type of a single word that acts, by the words before it and how it is written."""
    before: list[Token] = [doc[name.start - 1] for name in names if name.start]
    if any(token.lower_ in nouns("firms") for token in before):
        return "company"
    following = {token.lower_ for name in names for token in doc[name.end : name.end + 3]}
    if following & nouns("corporate"):
        return "company"
    if _CAMEL.search(names[0].text):
        return "company"
    if names[0].text.isupper() or any(token.lower_ in BODIES for token in before):
        return "organisation"
    if names[0].text.casefold() in BODIES:
        return "organisation"  # "the Union"
    articles = sum(token.lower_ == "the" for token in before)
    lone = len(names[0].words) == 1 or names[0].words[0].casefold() in nouns("directions")
    return "group" if articles * 2 > len(names) else "state" if lone else "organisation"


def crowd_of(doc: Doc, name: Name) -> Token | None:
    """The people who go by a name: "the Haro herders", "the youths of Umu".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The youths of Umuka shut the road.")
    >>> str(crowd_of(doc, Name(3, 4, "Umuka")))
    'youths'
    """
    after = doc[name.end] if name.end < len(doc) else None
    if after is not None and after.tag_ == "POS":
        return None  # "the monks of St Aldo's priory"
    if after is not None and is_crowd(after) and not after.is_sent_start:
        of = after.nbor(2) if after.nbor().tag_ == "POS" else after
        return None if of.lemma_ in nouns("societies") else after  # "the Haro herders' union"
    at = name.start - 1 - (name.start > 0 and doc[name.start - 1].lower_ == "the")
    if at < 1 or doc[at].lower_ not in {"of", "from"}:
        return None
    return doc[at - 1] if is_crowd(doc[at - 1]) else None


def is_crowd(token: Token) -> bool:
    """Whether a noun is for the people of somewhere or something: "herders", "people"."""
    if token.lower_ == "people":
        return True
    lemma, many = token.lemma_.casefold(), token.tag_ in PLURAL and token.text.islower()
    return many and lemma in nouns("crowds") and lemma not in nouns("roles")


def is_spoken_for(crowd: Token) -> bool:
    """Whether somebody has an office of it: "the herders' elder"."""
    return crowd.dep_ == "poss" and is_office(crowd.head)


def is_label(doc: Doc, name: Name) -> bool:
    """Whether it opens a line and a colon follows, as who speaks in an interview."""
    opens = name.start == 0 or doc[name.start - 1].is_space
    return opens and name.end < len(doc) and doc[name.end].text == ":"
