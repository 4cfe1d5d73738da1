"""What a common noun beside a name says it is: "the pilots' union, Vuelo", "the Karu rebels"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from detente.reading.parsed import Doc, Token
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.names import Name, nouns

_TYPES = {
    "bodies": "organisation", "groups": "group", "companies": "company", "lands": "state",
}  # fmt: skip
_DETERMINERS = frozenset({"the", "a", "an", "its", "their"})
_CALLED = frozenset({"called", "named"})
_OF_MANY = frozenset({"separatist", "fighter", "community", "people", "group", "council"})
_ARMED = nouns("heads.group") | {"rebel", "guerrilla", "insurgent", "opposition", "campaign"}
_CIVIC = frozenset(
    {"consumer", "lobby", "rights", "right", "advocacy", "aid", "community", "resident", "support",
     "pressure", "action", "patient", "woman", "women", "youth", "student", "church", "relief",
     "watchdog", "trade", "victim", "parent", "family", "farmer", "worker", "industry", "business",
     "tenant", "veteran", "protest", "conservation", "environment", "peace", "interest", "citizen",
     "commuter", "passenger", "user", "owner", "member", "opposition", "faith", "ethnic", "think",
     "supporter", "fan", "heritage", "wildlife", "umbrella", "splinter", "policy"}
)  # fmt: skip
_LYING = frozenset({"country", "nation"})  # after where it lies: "the small Adriatic country"
_ENDS = frozenset({",", ".", "of", "that", "which", "whose", "on", "in", "at", "behind"})
_FAR = 4  # tokens before a name in which a noun with a clause of its own stands
_NEAR = 7  # tokens after a comma in which the noun may stand


def noun_beside(doc: Doc, name: Name) -> Token | None:
    """The noun of a body, a firm or a group that a name goes with, if any.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The pilots' union, Vuelo, has vowed to strike.")
    >>> str(noun_beside(doc, Name(5, 6, "Vuelo")))
    'union'
    """
    head = name.head(doc)
    if head.dep_ == "appos" and head.head.i < name.start:
        noun = _outermost(head.head)  # "the federation of parents' associations, Fepa,"
        if is_body(noun) and (noun is head.head or doc[name.start - 1].text == ","):
            return noun
    before, after = _before(doc, name.start), _after(doc, name)
    return before or after or _clause_before(doc, name) or _listed(head)


def _listed(name: Token) -> Token | None:
    """Of "Two shippers, Brae Oil and Kestrel, have accepted it": what the last is as well.

    >>> from detente.reading.page import phrase
    >>> str(_listed(phrase("Two shippers, Brae and Kestrel, have accepted the new tariff.")[5]))
    'shippers'
    """
    while name.dep_ == "conj" and name.head.pos_ == "PROPN":
        name = name.head
        noun = name.head
        if name.dep_ == "appos" and noun.tag_ == "NNS" and noun.i < name.i and is_body(noun):
            return noun
    return None


def _outermost(noun: Token) -> Token:
    """Of "the federation of seventeen communities" the federation: so of "union of suppliers"."""
    of = noun.dep_ == "pobj" and noun.head.lower_ in {"of", "for"}
    return noun.head.head if of and is_body(noun.head.head) else noun


def _clause_before(doc: Doc, name: Name) -> Token | None:
    """As in "the company that holds the licence, Halden Gold, has said"."""
    after = doc[name.end].lower_ if name.end < len(doc) else ""
    if name.start < _FAR or doc[name.start - 1].text != "," or after not in {",", ".", "of"}:
        return None
    last = doc[name.start - 2]
    for noun in last.ancestors:
        told = noun.i < last.i - 1 and is_body(noun) and noun.tag_ == "NN"
        if told and any(child.lower_ in _DETERMINERS for child in noun.lefts):
            return noun
    return None


def first_of(noun: Token) -> Token:
    """The noun that others stand beside: "One" of "One of them, the fund Pentwater,".

    >>> from detente.reading.page import phrase
    >>> str(first_of(phrase("One of them, the fund Pentwater, has sued it.")[5]))
    'One'
    """
    if noun.dep_ in {"compound", "nmod"} and noun.head.dep_ == "appos":
        noun = noun.head
    while noun.dep_ == "appos" and noun.head.i < noun.i:
        noun = noun.head
    return noun


def named_after(noun: Token, named: Container[int]) -> int | None:
    """The last token of the name between commas after a noun: of "A trade union, Edlen, urged".

    >>> from detente.reading.page import phrase
    >>> named_after(phrase("A trade union, Edlen Sur, urged both")[2], {4, 5})
    5
    """
    doc, end = noun.doc, noun.i + 2
    while end < len(doc) and end in named:
        end += 1
    between = end > noun.i + 2 and end < len(doc) and doc[noun.i + 1].text == doc[end].text == ","
    return end - 1 if between else None


def of_crowd(person: Token) -> Iterator[Token]:
    """The nouns beside a person's name for one of a crowd: "tenant Ana Berg", "a fisherman"."""
    for child in person.children:
        beside = child.dep_ in {"compound", "appos", "nmod"} and child.tag_ == "NN"
        if beside and is_crowd(child.lemma_.casefold()):
            yield child


def is_court_beside(doc: Doc, name: Name) -> bool:
    """Whether a name stands between commas after a court's noun: "its tribunal, ICSID,"."""
    ahead = doc[name.end].text if name.end < len(doc) else ""
    if name.start < 2 or doc[name.start - 1].text != "," or ahead not in {",", "."}:  # noqa: PLR2004
        return False
    return name.text.isupper() and doc[name.start - 2].lower_ in {"court", "tribunal"}


def type_of(noun: Token) -> str:
    """The type of a party that goes by a noun: of "the sugar group" a company.

    >>> from detente.reading.page import phrase
    >>> [type_of(phrase(one)[-1]) for one in ("the Welcome brand", "the drivers' union")]
    ['company', 'organisation']
    """
    trades = [c for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "NOUN"]
    if noun.lemma_ == "group" and trades and trades[0].lemma_.casefold() not in _ARMED | _CIVIC:
        return "company"
    return next(type_ for table, type_ in _TYPES.items() if noun.lemma_.lower() in _table(table))


def _table(kind: str) -> frozenset[str]:
    return nouns(f"apposed.{kind}")


def is_body(token: Token) -> bool:
    """Whether a common noun says that a name beside it is a body, a firm or a land: "union"."""
    common = token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.text.islower())
    return common and any(token.lemma_.lower() in _table(table) for table in _TYPES)


def _before(doc: Doc, start: int) -> Token | None:
    """As in "the union IGS", "the pilots' union, Vuelo,"."""
    if not start:
        return None
    last = doc[start - 1]
    if last.text == "," and start > 1:
        owned = any(c.lower_ in _DETERMINERS or c.dep_ == "poss" for c in doc[start - 2].lefts)
        return doc[start - 2] if is_body(doc[start - 2]) and owned else None
    if last.lower_ in _CALLED and start > 1:
        last = doc[start - 2]
    return last if is_body(last) and not doc[start].is_sent_start else None


def _after(doc: Doc, name: Name) -> Token | None:
    """As in "the Karu rebels", "Portline, the operator,"; but "Vestlin unions" are no Vestlin."""
    if name.end >= len(doc) or doc[name.end].is_sent_start or _are_its_people(doc, name):
        return None
    following = doc[name.end]
    if following.tag_ == "POS" and name.end + 1 < len(doc) and doc[name.end + 1].lower_ == "party":
        return doc[name.end + 1] if following.i > 1 and name.text.endswith("s") else None
    apart = _OF_MANY | _table("companies") | _LYING
    if is_body(following) and following.lemma_.lower() not in apart:
        return following
    if following.lemma_.lower() in _NAMED_AFTER and _has_article(doc, name):
        return following  # "the Welcome chain"
    return _described(doc, name.end) if following.text == "," else None


def _are_its_people(doc: Doc, name: Name) -> bool:
    """Whether "Vestlin union" is the union of those who work there, and not Vestlin.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Vestlin union strikes. The Vestlin Drivers' Union wants a rise.")
    >>> _are_its_people(doc, Name(0, 1, "Vestlin"))
    True
    >>> _are_its_people(phrase("Vestlin union strikes."), Name(0, 1, "Vestlin"))
    False
    """
    following = doc[name.end].lower_
    if following != "union":
        return following == "unions"
    unions = (t for t in doc if t.text == "Union" and not name.start <= t.i <= name.end and t.i)
    return any(t.nbor(-1).lower_ not in _OF_STATES for t in unions)


_OF_STATES = frozenset({"european", "african", "soviet", "eurasian", "the", "western", "customs"})
_NAMED_AFTER = frozenset({"chain", "brand"})  # no land stands before it where it has an article


def _has_article(doc: Doc, name: Name) -> bool:
    return name.start > 0 and doc[name.start - 1].lower_ in {"the", "a"}


def is_body_before(doc: Doc, name: Name) -> bool:
    """Whether one body's noun stands right before a name: "the dockers' cooperative La Balsa".

    >>> from detente.reading.page import phrase
    >>> is_body_before(phrase("The dockers' cooperative La Balsa left."), Name(4, 6, "La Balsa"))
    True
    """
    if not name.start or doc[name.start].is_sent_start:
        return False
    noun = doc[name.start - 1]
    told = any(c.lower_ in _DETERMINERS or c.dep_ in _TELLING for c in noun.lefts)
    return noun.tag_ == "NN" and is_body(noun) and told


_TELLING = frozenset({"poss", "compound", "amod"})  # "Norlandic environmental group Tervo"


def is_called(doc: Doc, name: Name) -> bool:
    """Whether a comma and what it is stand after a name: "Srpska Lista, the main Serb party in".

    >>> from detente.reading.page import phrase
    >>> is_called(phrase("Srpska Lista, the main party in Oru, left."), Name(0, 2, "Srpska Lista"))
    True
    """
    told = name.end < len(doc) and doc[name.end].text == ","
    return told and _described(doc, name.end) is not None


def _described(doc: Doc, comma: int) -> Token | None:
    """What stands after a comma: of ", the state operator," the operator."""
    if comma + 1 >= len(doc) or doc[comma + 1].lower_ not in _DETERMINERS:
        return None
    for token in doc[comma + 2 : comma + _NEAR]:
        if token.is_punct or token.pos_ in {"VERB", "AUX", "ADP"}:
            return None
        ends = doc[token.i + 1].lower_ in _ENDS
        if is_body(token) and ends:
            return token
    return None


def descriptions(token: Token) -> set[str]:
    """The nouns that describe a party beside its name: "Arkgaz, the state company".

    >>> from detente.reading.page import phrase
    >>> descriptions(phrase("Arkgaz, the state company, refused.")[0])
    {'company'}
    """
    found = {
        child.lemma_.casefold()
        for child in token.children
        if child.dep_ == "appos" and child.pos_ == "NOUN" and _after_comma(child)
    }
    before = token.nbor(-1) if token.i else token
    if before.pos_ == "NOUN" and before.dep_ == "compound":
        found.add(before.lemma_.casefold())
    of = token.dep_ == "pobj" and token.head.lower_ == "of"
    land = token.head.head if of else token
    if land.lemma_.casefold() in _LANDS and land.tag_ == "NN":  # "the island republic of Meridien"
        sorts = [one.lemma_.casefold() for one in land.lefts if one.dep_ == "compound"]
        found |= {land.lemma_.casefold(), *(sort for sort in sorts if sort in _LANDS)}
    return found


_LANDS = frozenset(
    {"republic", "kingdom", "island", "isle", "archipelago", "emirate", "sultanate", "principality",
     "enclave", "province", "region", "county", "canton", "city", "town", "village", "peninsula"}
)  # fmt: skip


def _after_comma(token: Token) -> bool:
    first = token.left_edge
    return first.i > 0 and bool(first.nbor(-1).text == ",")
