"""What an office says of whoever has it: an expert, one of many, of a party of his own."""

from __future__ import annotations

from functools import cache

from detente.reading.parsed import Token
from detente.reading.parties import memberships
from detente.reading.parties.names import MINISTRIES, nouns
from detente.reading.wording import words

FORMER = frozenset({"former", "ex", "erstwhile", "retired", "onetime"})


def is_expert(office: Token) -> bool:
    """Whether somebody is heard for what he knows: an analyst, "a trade lawyer in Oslo"."""
    lemma = office.lemma_.casefold()
    if lemma not in _OF_LAW:
        return lemma in nouns("experts")
    own = {child.dep_ for child in office.children} & {"poss"}
    serves = any(child.lower_ in {"for", "of"} for child in office.children)
    before = {child.lower_ for child in office.lefts}
    abroad = before & {"a", "an"} and any(child.text.istitle() for child in office.lefts[1:])
    field = lemma in nouns("experts") or bool(before & _FIELDS) or bool(abroad)
    return field and not own and not serves


def was_once(person: Token) -> bool:
    """Whether it is told of somebody that he had an office: "who was prime minister in 2022".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Ana Berg, who was prime minister when it fell, has left.")
    >>> was_once(doc[1])
    True
    """
    told = (child for child in person.children if child.dep_ == "relcl")
    return any(
        clause.lemma_ == "be" and clause.tag_ == "VBD" and _tells_office(clause) for clause in told
    )


def _tells_office(clause: Token) -> bool:
    roles = nouns("roles")
    offices = [c for c in clause.children if c.dep_ == "attr" and c.lemma_.casefold() in roles]
    dated = any(
        c.dep_ in {"advcl", "prep"} and c.lower_ not in {"of", "for"} for c in clause.children
    )
    return bool(offices) and dated


def ministry_of(person: Token) -> Token | None:
    """The ministry that somebody is of: "Sok Vira of the ministry of public works"."""
    of = (c for c in person.children if c.lower_ in {"of", "from", "at"} and c.i == person.i + 1)
    nouns_ = (one for prep in of for one in prep.children if one.dep_ == "pobj")
    return next((one for one in nouns_ if one.lower_ in MINISTRIES), None)


def is_of_law(office: Token) -> bool:
    """Whether it is a lawyer's calling: "their spokesman, the lawyer Ana Berg"."""
    return office.lemma_.casefold() in _OF_LAW


_OF_LAW = frozenset({"lawyer", "attorney", "barrister", "solicitor", "litigator", "jurist"})
_FIELDS = frozenset(
    {"trade", "labour", "labor", "constitutional", "international", "maritime", "tax", "rights",
     "environmental", "employment", "immigration", "administrative", "property", "criminal",
     "water", "energy", "competition", "copyright", "planning", "family", "public", "civil"}
)  # fmt: skip


def is_of_negotiators(office: Token) -> bool:
    """As in "a member of its bargaining committee", which is no member of parliament."""
    of = (child for child in office.children if child.lower_ == "of")
    return office.lower_ == "member" and any(
        noun.lemma_.casefold() in _TEAMS for prep in of for noun in prep.children
    )


_TEAMS = frozenset(
    {"committee", "team", "delegation", "executive", "leadership", "administration", "secretariat",
     "government", "bureau", "directorate", "presidium", "side", "staff", "board", "management",
     "politburo", "cabinet", "council"}
)  # fmt: skip


def is_one_of_many(office: Token) -> bool:
    """As in "a lawyer who has advised both sides", "a reverend": no party's own by that."""
    lemma = office.lemma_.casefold()
    if is_partisan(office):
        return True
    around = {child.lower_ for child in office.lefts} | {one.lower_ for one in office.head.lefts}
    if lemma == "minister" and _CLERICAL & around:
        return True
    return lemma in _ADVISING and bool({"a", "an"} & {child.lower_ for child in office.lefts})


def is_partisan(office: Token) -> bool:
    """As in "Labour councillor Ana Berg", who may well be against her council."""
    before = {token.lower_ for token in office.doc[max(0, office.i - 3) : office.i]}
    return office.lemma_.casefold() in _ELECTED and not partisan().isdisjoint(before)


_ELECTED = frozenset({"councillor", "leader", "alderman", "member", "mp", "spokesman", "senator"})


@cache
def partisan() -> frozenset[str]:
    """In lower case, the words before a name or an office that say of which party somebody is.

    >>> {"tory", "independent"} <= partisan()
    True
    """
    return memberships.single() | {"independent", "nationalist", "centrist", "plaid"}


_CLERICAL = frozenset({"reverend", "rev", "rev.", "father", "pastor", "methodist", "baptist"})
_ADVISING = frozenset({"lawyer", "attorney", "counsel", "adviser", "advisor", "agent", "coach"})


def is_bare(office: Token) -> bool:
    """Whether common nouns alone stand before it: "army spokesman"."""
    inside = list(office.doc[office.left_edge.i : office.i])
    plain = all(token.is_lower or token.is_sent_start for token in inside)
    return plain and not any(child.dep_ == "prep" for child in office.children)


def is_portfolio(token: Token) -> bool:
    """Whether a word may say which minister it is.

    >>> from detente.reading.page import phrase
    >>> [is_portfolio(token) for token in phrase("Deputy Foreign Minister Ana")]
    [True, True, True, False]
    """
    plain = token.lower_.rstrip(".")
    known = plain in nouns("portfolios") or plain in nouns("roles") or plain in nouns("titles")
    return known or is_spelt_out(token)


def is_spelt_out(office: Token) -> bool:
    """Whether letters stand for an office, as "CS" of "Health CS Ana Berg"."""
    return office.text.isupper() and office.lemma_.islower() and office.lemma_ in nouns("roles")


def is_where(noun: Token, prep: Token) -> bool:
    """Whether it says where somebody is sent, or works: "a Western diplomat in Nairobi"."""
    return prep.lower_ == "in" and noun.lemma_.casefold() in _POSTED


_POSTED = nouns("experts") | words("diplomat ambassador envoy consul attaché attache")
