"""What the words around a name say of its will: it acts, or somebody speaks for it."""

from __future__ import annotations

from itertools import pairwise

from detente.reading.page import is_common
from detente.reading.parsed import Doc, Token
from detente.reading.parties import signs
from detente.reading.parties.cast import is_office, is_title, wills
from detente.reading.parties.names import POSSESSIVE, SEATED, Name, nouns
from detente.reading.syntax import SUBJECTS


def acts(doc: Doc, name: Name) -> bool:
    """Whether it does something, or something is done with it or against it.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("They quarrel with Tesk in Orm.")
    >>> [acts(doc, Name(at, at + 1, doc[at].text)) for at in (3, 5)]
    [True, False]
    """
    head = name.head(doc)
    return head.dep_ in SUBJECTS or (head.dep_ == "pobj" and head.head.lower_ in _WITH)


def does(doc: Doc, name: Name) -> bool:
    """Whether it is the subject of more than being.

    >>> from detente.reading.page import phrase
    >>> [does(phrase(text), Name(0, 1, "Tesk")) for text in ("Tesk refused.", "Tesk is cold.")]
    [True, False]
    """
    head = name.head(doc)
    return head.dep_ in SUBJECTS and head.head.lemma_ not in _STATIVE


_STATIVE = frozenset({"be", "have", "become"})


def has_will(doc: Doc, name: Name) -> bool:
    """Whether it does what only somebody with a will can do, or has people who speak for it.

    >>> from detente.reading.page import phrase
    >>> texts = "Tesk refuses to pay.", "Tesk lies on a river."
    >>> [has_will(phrase(text), Name(0, 1, "Tesk")) for text in texts]
    [True, False]
    """
    head = name.head(doc)
    beside = head.dep_ == "appos" and head.head.pos_ == "NOUN" and wills(head.head)
    alone = (
        wills(head) or beside or _is_faced(head) or _has_member(doc, head, name) or goes_on(head)
    )
    return alone or _is_served(doc, name) or _decides(doc, name) or _has_envoy(doc, name)


def goes_on(head: Token) -> bool:
    """Whether a clause tells what it does: "in Norland, whose ministry has offered to pay".

    >>> from detente.reading.page import phrase
    >>> goes_on(phrase("It was shut in Norland, whose ministry has offered to pay.")[4])
    True
    """
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
    plain = name.text.casefold() in signs.BODIES or is_common(name.text.casefold())
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
    if name.end >= len(doc) or doc[name.end].text not in POSSESSIVE:
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


_WITH = frozenset({"by", "with", "against", "between"})


def _is_served(doc: Doc, name: Name) -> bool:
    """Whether somebody has an office of it: "Pelago's founder", "the president of the Colegio"."""
    before = [token for token in doc[max(0, name.start - 3) : name.start] if token.lower_ != "the"]
    if _has_officer(doc, name) or is_taken_up(name.head(doc)):
        return True
    # "head of the Tesk millers' union"
    crowd = name.end < len(doc) and signs.is_crowd(doc[name.end])
    of = len(before) > 1 and before[-1].lower_ in {"of", "for"} and not crowd
    if of and before[-2].lemma_ in _LEADING:
        return True
    after = doc[name.end : name.end + _NEAR]
    if not len(after) or after[0].text not in POSSESSIVE:
        return False
    offices = (one for one in after[1:3] if one.lower_ not in SEATED)  # "South Devon's MP"
    return any(is_office(one) and not is_title(one) for one in offices)


_LEADING = frozenset(
    {"president", "head", "leader", "chairman", "chairwoman", "chair", "spokesman", "spokeswoman",
     "spokesperson", "director", "secretary", "representative", "mayor", "mayoress", "governor"}
)  # fmt: skip


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


_NEAR = 5  # tokens after a name in which its government may stand


def _stands_within(doc: Doc, name: Name) -> bool:
    """Whether the same word stands with its capital within a sentence, and no other such after it.

    As "Beacon" of "Beacon organiser Ana Berg", after "Its Beacon members walked out".
    """
    if _stands_within not in doc.memory:
        doc.memory[_stands_within] = {
            token.text
            for before, token in pairwise(doc.tokens)
            if before.is_alpha and before.word.is_lower and not token.is_sent_start
            if not token.nbor().text[:1].isupper()
        }
    return name.text in doc.memory[_stands_within]
