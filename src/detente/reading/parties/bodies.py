"""Nouns of bodies, firms and crowds without a proper name."""

from __future__ import annotations

from functools import cache

from detente.reading.grammar import DEFINITE, OWNING, word_before
from detente.reading.parsed import Token
from detente.reading.parties.asking import asks, asks_as_people_do
from detente.reading.parties.bargaining import are_bargaining
from detente.reading.parties.cast import is_office, wills
from detente.reading.parties.names import nouns
from detente.reading.parties.setting_terms import lays_down
from detente.reading.parties.taking_sides import backs
from detente.reading.wording import words

INDEFINITE = frozenset({"a", "an"})
LOCAL = frozenset(
    {"cantonal", "provincial", "regional", "municipal", "county", "island", "territorial"}
)  # what tells the government of a district from that of its state
KINDS = {"firms": "company", "bodies": "organisation", "crowds": "group"}  # table: type
_FOLK = frozenset({"man", "woman"})
CALLED = frozenset({"known", "called", "named"})


def kind_of(token: Token) -> str | None:
    """The table that has a noun as a body, a firm or a crowd, by its lemma and number.

    >>> from detente.reading.page import phrase
    >>> [kind_of(token) for token in phrase("The brewery sacked its drivers")]
    [None, 'firms', None, None, 'crowds']
    """
    if token.pos_ != "NOUN" and not (token.pos_ == "PROPN" and (token.is_lower or _opens(token))):
        return None
    lemma = token.lemma_.casefold()
    if _is_local(token) or (lemma == "office" and office_of(token) is not None):
        return "bodies"
    if _is_no_body(token, lemma):
        return None
    if token.tag_ == "NNS" and (lemma == "union" or _is_definite_town(token, lemma)):
        return "crowds"
    if token.tag_ == "NNS" and (lemma in _FOLK or lemma in _SEVERAL - nouns("crowds")):
        return "crowds" if _are_somebody(token, lemma) else None
    before = word_before(token)
    known = _table(lemma, token.tag_) or _table(f"{before} {lemma}", token.tag_)
    return known or ("bodies" if _has_director(token, lemma) else _sided(token, lemma))


def _is_local(token: Token) -> bool:
    """As "the cantonal government"."""
    return token.lower_ == "government" and any(c.lower_ in LOCAL for c in token.lefts)


def _is_no_body(token: Token, lemma: str) -> bool:
    """As of courts, of a government's departments, of the far bank of a river, "this newspaper"."""
    lefts = {child.lower_ for child in token.lefts}
    if lemma in _OUTLETS and lefts & _WRITERS:
        return True
    if lemma == "bank":
        return bool(lefts & _OF_RIVERS)
    return lemma in _COURTS or (lemma == "department" and bool(lefts & nouns("departments")))


_OUTLETS = words("newspaper paper station magazine broadcaster journal weekly daily")
_WRITERS = frozenset({"this", "our"})
_OF_RIVERS = nouns("directions") | words(
    "far near left right other opposite eastern western northern southern river both either"
)


def _are_somebody(token: Token, lemma: str) -> bool:
    """As in "the market women", "the clubs refuse", "Clubs in the north side with B"."""
    several = lemma not in _VAGUE - _KINDRED and _is_subject_of_will(token)
    sided = backs(token) or are_bargaining(token) or asks_as_people_do(token)
    return several or any(map(_is_trade, token.lefts)) or sided


def _sided(token: Token, lemma: str) -> str | None:
    """Whoever takes a side or asks for something, by whatever noun: "The lines back the port"."""
    if _are_states(token, lemma):
        return "crowds" if asks(token) or backs(token) or lays_down(token) else None
    if token.pos_ != "NOUN" or lemma in NO_SIDE:
        return None
    told = token.tag_ == "NNS" and lemma not in _NOBODYS and not any(map(_is_named, token.lefts))
    asking = told and asks_as_people_do(token)
    if not (asking or backs(token) or are_bargaining(token)):
        return None
    named = any(c.text.istitle() and c.i > c.sent.start for c in token.lefts)
    if is_office(token) and (token.tag_ == "NN" or named):
        return None
    if token.tag_ == "NNS":
        return "crowds"
    owned = any(c.lower_ in _OWNED or c.dep_ == "poss" for c in token.lefts)
    return "bodies" if owned and not is_crowd(lemma) else None


def _are_states(token: Token, lemma: str) -> bool:
    """As "Western governments", "the three Baltic states", "State governors"; not "both states"."""
    told = (child for child in token.lefts if child.dep_ in {"amod", "compound", "nmod"})
    return (
        token.tag_ == "NNS"
        and lemma in _STATES
        and any(child.text.istitle() or child.lower_ in _SORTS_OF_STATES for child in told)
    )


_STATES = words(
    "government state country nation governor province premier city municipality county canton "
    "region district"
)
_SORTS_OF_STATES = words("""
    western eastern northern southern member neighbouring neighboring regional coastal provincial
    landlocked downstream upstream producing donor creditor guarantor inland mountain island
    border riparian highland lowland frontline""")


def _is_named(before: Token) -> bool:
    """As in "Norland renews call for talks", where a verb is taken for a noun."""
    return before.dep_ == "compound" and before.pos_ == "PROPN"


_NOBODYS = (
    nouns("experts")
    | nouns("government")
    | words("""
    official diplomat minister prosecutor manager member colleague aide judge police critic source
    spokesman spokeswoman party delegation other analyst rival friend ally""")
)
_OWNED = DEFINITE | INDEFINITE | {"its", "their"}
NO_SIDE = nouns("inanimate") | words("""
    share stock bond price rate sale profit
    evidence figure datum ruling law treaty report study result finding history number survey poll
    document record argument fact decision verdict judgment text article letter map majority
    everyone one people opinion clause deal plan statement resolution vote sum money man woman
    road route street highway motorway bridge tunnel river lake sea strait canal pass border
    crossing pipeline dam island reef mountain valley coast lorry ship boat train
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


def office_of(office: Token) -> Token | None:
    """Whose an office is that is nobody's part: the ombudsman's, that of the moderator, for peace.

    >>> from detente.reading.page import phrase
    >>> texts = "The ombudsman's office", "The office of the moderator", "The minister's office"
    >>> [office_of(next(t for t in phrase(text) if t.text == "office")) for text in texts]
    [ombudsman, moderator, None]
    """
    own = [child for child in office.lefts if child.dep_ in {"poss", "compound", "nmod"}]
    of = (child for child in office.children if child.lower_ == "of" and child.i == office.i + 1)
    own += [noun for prep in of for noun in prep.children]
    return next((one for one in own if one.lower_ in _INDEPENDENT), None)


_INDEPENDENT = words("""
    ombudsman ombudswoman ombud ombudsperson mediator moderator facilitator conciliator arbitrator
    bishop archbishop auditor mediation conciliation arbitration peace heritage monuments""")
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
    lemma = owner.lemma_.casefold()
    return owner.tag_ == "NNS" and (lemma in _FOLK | nouns("experts") or is_crowd(lemma))


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


def owning_words(noun: Token) -> list[Token]:
    """The words before a noun that may say whose it is, also those within: "Norwegian salmon".

    >>> from detente.reading.page import phrase
    >>> owning_words(phrase("Norwegian salmon farmers")[2])
    [Norwegian, salmon]
    """
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
    living = lemma in nouns("trades") | nouns("living") and lemma not in _OF_ONES_OWN
    if noun.tag_ != "NNS" or not living or noun.dep_ != "nsubj" or noun.head.pos_ != "VERB":
        return False
    return any(token.text[:1].isupper() for token in owning_words(noun))


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
