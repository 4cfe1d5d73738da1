"""What the words around a name say of a person: an office, an age, "he" or "she" after it."""

from __future__ import annotations

from detente.reading import saying
from detente.reading.grammar import ONE_OF_MANY
from detente.reading.page import is_common
from detente.reading.parsed import Doc, Token
from detente.reading.parties import signs
from detente.reading.parties.bodies import is_crowd
from detente.reading.parties.cast import is_office, is_title, office_before, wills
from detente.reading.parties.names import PARTICLES, Name, head_kind, nouns, text_of
from detente.reading.syntax import PLURAL, SUBJECTS

_PERSONAL_VERBS = frozenset(
    {"say", "tell", "add", "ask", "laugh", "sigh", "smile", "nod", "shrug", "grin", "chuckle",
     "wince", "frown", "mutter", "mumble", "scold", "thank", "apologise", "apologize", "weep",
     "recount"}
)  # fmt: skip
_THINGS = frozenset({"it", "its"})
_PERSONS = frozenset({"he", "she", "his", "her"})
_INITIALS = 4  # letters and stops
_APPOSED = 9  # tokens after a name in which an office may stand


def has_office(doc: Doc, name: Name) -> bool:
    """Whether a name is a person's: by an office or a title beside it, or an age."""
    before = doc[name.start - 1] if name.start else None
    if signs.is_called_capital(doc, name):
        return False
    if before is not None and is_office(before) and not before.is_sent_end:
        return not (before.lower_ in _ROYAL and _is_at(before))
    head = name.head(doc)
    beside = [one for one in head.lefts if one.dep_ == "nmod" and one.i < name.start]
    beside += [head.head] if head.dep_ == "appos" else []
    if any(map(is_office, beside)):
        return True  # "Minister of Mines Ana Berg"
    if len(name.words) > 1 and (_is_of_crowd(before, head) or any(map(_is_trade, head.children))):
        return True
    where = len(name.words) == 1 and signs.is_located(doc, name)  # "In Tesk, the head of the union"
    if not where and any(child.dep_ == "appos" and is_office(child) for child in head.children):
        return not _is_owner_taken_up(doc, name)
    follows = _office_follows(doc, name) or _has_party(doc, name) or _is_one_of_those(doc, name)
    return follows or office_before(doc, name.start) is not None


def _is_owner_taken_up(doc: Doc, name: Name) -> bool:
    """Of "Norair, owner of the pier, says that it will close"."""
    owns = any(child.lemma_.lower() in _OWNING for child in name.head(doc).children)
    return owns and _taken_up(doc, name) in _THINGS


_ROYAL = frozenset({"prince", "king", "queen", "lady", "captain"})


def _is_at(title: Token) -> bool:
    """Whether a place begins with a title: "out of Prince Rupert"."""
    return title.i > 0 and title.text.istitle() and title.nbor(-1).lower_ in signs.WHERE | {"of"}


def _is_one(noun: Token) -> bool:
    """Whether a noun is for one of a crowd, and for no firm: a nurse, a striker."""
    firms = nouns("firms") | nouns("apposed.companies") | {"owner", "employer", "member"}
    return noun.tag_ == "NN" and noun.lemma_.casefold() not in firms and is_crowd(noun.lemma_)


def _is_of_crowd(before: Token | None, head: Token) -> bool:
    """As in "the trust's chief nurse, Ana Berg", "led by bus driver Ana Berg"."""
    if head.dep_ == "appos":
        return _is_one(head.head)
    return before is not None and _is_one(before) and _leads(head)


def _is_trade(child: Token) -> bool:
    """As in "Leo Hart, a dentist,": what one person does, told behind the name."""
    one = any(c.lower_ in {"a", "an"} for c in child.lefts)
    return child.dep_ == "appos" and one and _is_one(child)


def _leads(head: Token) -> bool:
    """Whether somebody is at the head of others: "the committee led by Ana Berg"."""
    by = head.head
    return head.dep_ == "pobj" and by.dep_ == "agent" and by.head.lemma_ in nouns("led")


def is_owner(doc: Doc, name: Name) -> bool:
    """Whether it is only said to own something.

    >>> from detente.reading.page import phrase
    >>> is_owner(phrase("The mine's owner, Arctica Metals, left."), Name(5, 7, "Arctica Metals"))
    True
    """
    office = office_before(doc, name.start)
    return office is not None and office.lemma_.lower() in _OWNING


_OWNING = frozenset({"owner", "agent", "founder", "patron"})


def speaks(doc: Doc, name: Name) -> bool:
    """Whether a first and a last name say something, as persons do.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Ana Berg told the Rail Union so.")
    >>> speaks(doc, Name(0, 2, "Ana Berg")), speaks(doc, Name(4, 6, "Rail Union"))
    (True, False)
    """
    words = [word for word in name.words if word.casefold() not in PARTICLES]
    definite = name.start and doc[name.start - 1].lower_ == "the"
    if len(words) not in {2, 3} or "&" in words or definite:
        return False
    head = name.head(doc)
    verb = head.head
    if (_is_one_of_many(head) or _faces(head)) and head_kind(name.text) is None:
        return True
    again = _goes_on_to_say(verb)
    if not again and _taken_up(doc, name) in _THINGS and not signs.is_owned(doc, name):
        return False
    if signs.is_owned(doc, name) and all(is_common(word.casefold()) for word in words):
        return False  # "Norland's Coordination Headquarters"
    article = any(word.startswith(_ARTICLES) for word in name.words[1:])
    if head.dep_ == "nsubj" and (_is_of_body(doc, name) or (article and wills(head))):
        return True
    told = again or verb.lemma_ in _PERSONAL_VERBS or _is_speaking(head)
    told = told or (saying.is_plain(verb) and verb.dep_ not in _ASIDE)
    return head.dep_ == "nsubj" and told and verb.tag_ != "VBP"


def _goes_on_to_say(verb: Token) -> bool:
    """As in "Ana Berg went to Tesk on Monday and said that"."""
    joined = (c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBD")
    told = (c for c in joined if saying.is_plain(c))
    return any(child.dep_ == "ccomp" for one in told for child in one.children)


_ARTICLES = ("al-", "el-", "ul-")  # of surnames: "Qais al-Khazali warned"
_ASIDE = frozenset({"relcl", "acl"})  # "the day Norhaven Bay agrees"


def _is_one_of_many(head: Token) -> bool:
    """As in "One of them, Ana Berg, said that they would stay"; not "it would", as of firms."""
    if head.dep_ != "appos" or head.head.lower_ not in ONE_OF_MANY or head.head.dep_ != "nsubj":
        return False
    verb = head.head.head
    told = (one for child in verb.children if child.dep_ == "ccomp" for one in child.children)
    return saying.is_plain(verb) and not any(one.lower_ in _THINGS for one in told)


def _faces(head: Token) -> bool:
    """As in "Ana Berg met reporters in Norhaven": who speaks for others, and is no firm."""
    faced = head.head.lemma_ in _FACING and head.dep_ == "nsubj"
    return faced and any(c.dep_ == "dobj" and c.lemma_ in signs.PRESS for c in head.head.children)


_FACING = frozenset({"meet", "brief", "face", "address", "receive"})


def _is_of_body(doc: Doc, name: Name) -> bool:
    """As in "Ana Berg of the Transport Workers Union accused them"."""
    last = next((c for c in name.head(doc).children if c.lower_ == "of" and c.i == name.end), None)
    if last is None or head_kind(name.text) is not None:
        return False
    body = next((one for one in last.children if one.dep_ == "pobj"), last)
    whole = text_of(doc, body.left_edge.i, body.i + 1)
    if body.pos_ != "PROPN":
        return False
    if head_kind(whole) in {"union", "organisation", "group"} and wills(name.head(doc)):
        return True
    return whole.startswith("the ") and len(whole.split()) > _PAIR and _holds(name.head(doc).head)


_PAIR = 2  # words


def _holds(verb: Token) -> bool:
    """As in "feels that it will not do": who has a view, whatever he is of."""
    one = verb.tag_ in {"VBZ", "VBD"} and any(c.dep_ == "ccomp" for c in verb.children)
    return one and (verb.lemma_ in _MINDING or saying.is_plain(verb))


_MINDING = frozenset({"feel", "think", "believe", "doubt", "fear", "hope", "suspect", "reckon"})


def is_initialled(doc: Doc, name: Name) -> bool:
    """Whether it begins with an initial, and does something: "C. R. Patil wants"."""
    if not wills(name.head(doc)):
        return False
    first = name.words[0]
    return (
        len(name.words) > 1 and len(first) <= _INITIALS and first.endswith(".") and first.isupper()
    )


def is_he_or_she(doc: Doc, name: Name) -> bool:
    """Whether "he" or "she" takes up the first and last name of who does something."""
    words = [word for word in name.words if word.casefold() not in PARTICLES]
    head = name.head(doc)
    if head.dep_ != "nsubj" or len(words) not in {2, 3} or "&" in words:
        return False
    return _taken_up(doc, name, main=head.head.dep_ in _OWN_CLAUSES) in _PERSONS


_OWN_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "parataxis"})  # not "the day Ana Berg agrees"


def _taken_up(doc: Doc, name: Name, *, main: bool = True) -> str | None:
    """The pronoun that takes a name up in its sentence, or opens the next, if `main`."""
    end = doc[name.start].sent.end
    for token in doc[name.end : min(end + main, len(doc))]:
        if token.lower_ in _THINGS | _PERSONS and (token.lower_ != "it" or token.dep_ != "dobj"):
            return str(token.lower_)
    return None


def _is_speaking(head: Token) -> bool:
    """Whether it does something "speaking for" somebody."""
    clauses = (child for child in head.head.children if child.dep_ == "advcl")
    return any(clause.lower_ == "speaking" for clause in clauses)


def _is_one_of_those(doc: Doc, name: Name) -> bool:
    """As of "Ana Berg, one of the rebels, said": one of many people."""
    after = doc[name.end : name.end + _APPOSED]
    if len(name.words) == 1 or [one.lower_ for one in after[:3]] != [",", "one", "of"]:
        return False
    several = next((one for one in after[3:] if one.pos_ == "NOUN"), None)
    if several is None or several.tag_ not in PLURAL:
        return False
    return is_office(several) or is_crowd(several.lemma_.casefold())


def _has_party(doc: Doc, name: Name) -> bool:
    """As of "Ana Berg, whose party won", "Ana Berg, whose Homeland has most seats"."""
    after = doc[name.end : name.end + 2]
    if len(name.words) == 1 or [one.text for one in after] != [",", "whose"]:
        return False
    noun = after[1].head
    return noun.dep_ in SUBJECTS and (noun.lower_ in nouns("political") or noun.pos_ == "PROPN")


def _office_follows(doc: Doc, name: Name) -> bool:
    """Whether a comma and then an office or an age follow: "Ines Holl, its spokeswoman"."""
    if name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return False
    if doc[name.end + 1].text.isdigit():
        return True
    for token in doc[name.end + 1 : name.end + _APPOSED] if len(name.words) > 1 else ():
        if token.text in {",", ".", ";", "whose"} or token.pos_ in {"VERB", "AUX", "CCONJ"}:
            return False
        if is_office(token) and not is_title(token):
            return True
        if token.lower_ == "who":
            return head_kind(name.text) is None
    return False
