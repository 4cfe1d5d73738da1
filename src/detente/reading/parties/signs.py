"""What the words around a name say of it: a place, somebody with a government, a will."""

from __future__ import annotations

import re

from detente.reading.page import is_common
from detente.reading.parsed import Doc, Token
from detente.reading.parties.cast import is_office, is_title, office_before, wills
from detente.reading.parties.names import SEATED, Name, nouns
from detente.reading.syntax import PLURAL, SUBJECTS

WHERE = frozenset(
    {"in", "at", "near", "from", "outside", "around", "off", "into", "via", "across", "through",
     "over", "inside", "within", "to"}
)  # fmt: skip
_TOWNS = frozenset({"city", "town", "village", "port", "harbour", "harbor", "suburb", "bridge"})
_WITH = frozenset({"by", "with", "against", "between"})
_POSSESSIVE = frozenset({"'s", "'"})
_LEADING = frozenset(
    {"president", "head", "leader", "chairman", "chairwoman", "chair", "spokesman", "spokeswoman",
     "spokesperson", "director", "secretary", "representative", "mayor", "mayoress", "governor"}
)  # fmt: skip
_STATIVE = frozenset({"be", "have", "become"})
_CAMEL = re.compile(r"(?<!\bMc)(?<!\bMac)(?<=[a-z])[A-Z]")  # "NordOre"
_NEAR = 5  # tokens after a name in which its government may stand


_BODIES = (
    nouns("heads.organisation") | nouns("heads.group") | nouns("heads.union") | nouns("bodies")
)


def acts(doc: Doc, name: Name) -> bool:
    """Whether it does something, or something is done with it or against it."""
    head = name.head(doc)
    return head.dep_ in SUBJECTS or (head.dep_ == "pobj" and head.head.lower_ in _WITH)


def does(doc: Doc, name: Name) -> bool:
    """Whether it is the subject of more than being."""
    head = name.head(doc)
    return head.dep_ in SUBJECTS and head.head.lemma_ not in _STATIVE


def has_will(doc: Doc, name: Name) -> bool:
    """Whether it does what only somebody with a will can do, or has people who speak for it."""
    head = name.head(doc)
    beside = head.dep_ == "appos" and head.head.pos_ == "NOUN" and wills(head.head)
    alone = (
        wills(head) or beside or _is_faced(head) or _has_member(doc, head, name) or goes_on(head)
    )
    return alone or _is_served(doc, name) or _decides(doc, name) or _has_envoy(doc, name)


def goes_on(head: Token) -> bool:
    """Whether a clause tells what it does: "in Norland, whose ministry has offered to pay"."""
    clauses = (child for child in head.children if child.dep_ == "relcl")
    return any(
        wills(word) or wills(word.head)
        for clause in clauses
        for word in clause.subtree
        if word.lower_ in {"whose", "which", "who"}
    )


def _has_envoy(doc: Doc, name: Name) -> bool:
    """Whether people of it do something: "a Sudmark official said"."""
    head = name.head(doc)
    if head.dep_ == "pobj" and head.head.lower_ == "in" and head.head.head.lemma_ in _POSTED:
        return True  # "her colleague in Sudmark"
    after = doc[name.end] if name.end < len(doc) else None
    plain = name.text.casefold() in _BODIES or is_common(name.text.casefold())
    if after is None or plain or name.head(doc).dep_ not in {"compound", "amod", "nmod"}:
        return False
    return {after.lower_, after.lower_.removesuffix("s")} & _ENVOYS != set() and wills(after)


_POSTED = frozenset({"colleague", "counterpart"})
_ENVOYS = frozenset(
    {"official", "spokesman", "spokeswoman", "spokesperson", "negotiator", "diplomat", "envoy",
     "delegation", "delegate", "representative", "minister", "lawyer"}
)  # fmt: skip


_LEARNED = nouns("kinds.school") - {"hospital", "trust"} | {
    "research", "analytics", "consulting", "consultancy", "advisory", "capital", "securities",
    "economics", "policy", "studies", "strategies", "house", "partners", "associates",
}  # fmt: skip


def _has_member(doc: Doc, head: Token, name: Name) -> bool:
    """As of "said Bea Thornton of Lode Action", "Norland's Ana Berg wants"."""
    if name.words[-1].casefold() in _LEARNED:
        return False
    of = head.dep_ == "pobj" and head.head.lower_ == "of" and _is_told_of(doc, head, name)
    member = head.head.head if of else head.head if head.dep_ == "poss" else head
    full = any(child.dep_ == "compound" for child in member.children)  # a first and a last name
    return member is not head and member.pos_ == "PROPN" and full and wills(member)


def _is_told_of(doc: Doc, head: Token, name: Name) -> bool:
    """Whether more than a place may follow "of": two words, or "Elder Ana Berg of the Tanu"."""
    if len(name.words) > 1 or (len(name.text) > 1 and name.text.isupper()):
        return True
    definite = name.start > 0 and doc[name.start - 1].lower_ == "the"
    return definite and any(is_office(child) for child in head.head.head.children)


def is_in_charge(doc: Doc, name: Name) -> bool:
    """Whether a place does what somebody in charge of it does, or has people who speak for it."""
    head = name.head(doc)
    return _is_served(doc, name) or (head.dep_ == "nsubj" and wills(head))


def _decides(doc: Doc, name: Name) -> bool:
    """Whether it has what only somebody with a will can have: "Norland's refusal"."""
    if name.end >= len(doc) or doc[name.end].text not in _POSSESSIVE:
        return False
    return any(
        token.lemma_.lower() in nouns("decisions") for token in doc[name.end + 1 : name.end + 4]
    )


def _is_faced(head: Token) -> bool:
    """Whether somebody deals with it: "accused Norland", "talks with Norland"."""
    if head.dep_ == "dobj":
        return head.head.lemma_ in nouns("addressed")
    above = head.head.head.lemma_.casefold()
    subject = above in nouns("dealings")
    if head.dep_ == "pobj" and head.head.lower_ in {"from", "by"} and above in nouns("decisions"):
        return True
    return head.dep_ == "pobj" and head.head.lower_ in _WITH - {"by"} and subject


def _is_served(doc: Doc, name: Name) -> bool:
    """Whether somebody has an office of it: "Pelago's founder", "the president of the Colegio"."""
    before = [token for token in doc[max(0, name.start - 3) : name.start] if token.lower_ != "the"]
    if _has_officer(doc, name) or is_taken_up(name.head(doc)):
        return True
    crowd = name.end < len(doc) and _is_crowd(doc[name.end])  # "head of the Tesk millers' union"
    of = len(before) > 1 and before[-1].lower_ in {"of", "for"} and not crowd
    if of and before[-2].lemma_ in _LEADING:
        return True
    after = doc[name.end : name.end + _NEAR]
    if not len(after) or after[0].text not in _POSSESSIVE:
        return False
    offices = (one for one in after[1:3] if one.lower_ not in SEATED)  # "South Devon's MP"
    return any(is_office(one) and not is_title(one) for one in offices)


def is_taken_up(head: Token) -> bool:
    """Whether the next sentence names who is of it: "Arctic Breeze waits. Its lawyer, Ana Berg"."""
    if head.dep_ not in SUBJECTS or head.head.dep_ != "ROOT":
        return False
    at = head.sent.end
    if at + 1 >= len(head.doc) or head.doc[at].lower_ != "its":
        return False
    office = head.doc[at].head
    return is_office(office) and not is_title(office) and office.tag_ == "NN"


def _has_officer(doc: Doc, name: Name) -> bool:
    """Whether an office and somebody's name follow: "Metro Link managing director Ana Berg"."""
    word = name.text.casefold()
    common = is_common(word) or word in nouns("kinds.town")
    opens = doc[name.start].is_sent_start and not _stands_within(doc, name)
    if len(name.words) == 1 and opens and common:
        return False  # "Shop steward Ana Berg", "County councillor Ana Berg"
    for token in doc[name.end : name.end + _NEAR]:
        if token.text[:1].isupper() and token.i > name.end:
            return is_office(token.nbor(-1)) and not is_title(token.nbor(-1))
        if not (token.is_alpha or token.text == "-") or token.is_sent_start:
            return False  # "AfD co-leader Ana Berg"
    return False


def _stands_within(doc: Doc, name: Name) -> bool:
    """Whether the same word stands with its capital within a sentence, and no other such after it.

    As "Beacon" of "Beacon organiser Ana Berg", after "Its Beacon members walked out".
    """
    return any(
        token.text == name.text and not token.is_sent_start and not token.nbor().text[:1].isupper()
        for token in doc
        if token.i and token.nbor(-1).is_alpha and token.nbor(-1).is_lower
    )


def is_located(doc: Doc, name: Name) -> bool:
    """Whether it says where: "in Tesk", "the port of Tesk"."""
    head = name.head(doc)
    if head.dep_ == "pobj" and head.head.lower_ in WHERE:
        return True
    return name.start > 1 and doc[name.start - 2].lower_ in _TOWNS


def is_owned(doc: Doc, name: Name) -> bool:
    """Whether a possessive stands before it."""
    return name.start > 0 and doc[name.start - 1].text in _POSSESSIVE


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
    if names[0].text.isupper() or any(token.lower_ in _BODIES for token in before):
        return "organisation"
    if names[0].text.casefold() in _BODIES:
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
    if after is not None and _is_crowd(after) and not after.is_sent_start:
        of = after.nbor(2) if after.nbor().tag_ == "POS" else after
        return None if of.lemma_ in nouns("societies") else after  # "the Haro herders' union"
    at = name.start - 1 - (name.start > 0 and doc[name.start - 1].lower_ == "the")
    if at < 1 or doc[at].lower_ not in {"of", "from"}:
        return None
    return doc[at - 1] if _is_crowd(doc[at - 1]) else None


def _is_crowd(token: Token) -> bool:
    many = token.tag_ in PLURAL and token.text.islower()
    crowd = token.lemma_.casefold() in nouns("crowds") - nouns("roles")
    return token.lower_ == "people" or (many and crowd)


def is_spoken_for(crowd: Token) -> bool:
    """Whether somebody has an office of it: "the herders' elder"."""
    return crowd.dep_ == "poss" and is_office(crowd.head)


def is_label(doc: Doc, name: Name) -> bool:
    """Whether it opens a line and a colon follows, as who speaks in an interview."""
    opens = name.start == 0 or doc[name.start - 1].is_space
    return opens and name.end < len(doc) and doc[name.end].text == ":"
