"""What the words around a name say of it: a person, a place, somebody with a government, a will."""

from __future__ import annotations

from detente.reading.parsed import Doc, Span, Token
from detente.reading.parties.cast import is_office, is_title, office_before, wills
from detente.reading.parties.names import Name, head_kind, nouns
from detente.reading.syntax import SUBJECTS

_WHERE = frozenset(
    {"in", "at", "near", "from", "outside", "around", "off", "into", "via", "across", "through",
     "over", "inside", "within", "to"}
)  # fmt: skip
_TOWNS = frozenset({"city", "town", "village", "port", "harbour", "harbor", "suburb", "bridge"})
_WITH = frozenset({"by", "with", "against", "between"})
_POSSESSIVE = frozenset({"'s", "'"})
_PERSONAL_VERBS = frozenset({"say", "tell", "add", "ask", "laugh"})
_ADJECTIVAL = ("an", "ic", "ish", "ese", "i")
_LEADING = frozenset(
    {"president", "head", "leader", "chairman", "chairwoman", "chair", "spokesman", "spokeswoman",
     "spokesperson", "director", "secretary", "representative"}
)  # fmt: skip
_CABINETS = frozenset({"government", "cabinet", "administration"})
_STATIVE = frozenset({"be", "have", "become"})
_NEAR = 5  # tokens after a name in which its government may stand
_APPOSED = 9  # tokens after a name in which an office may stand


def has_office(doc: Doc, name: Name) -> bool:
    """Whether a name is a person's: by an office or a title beside it, or an age."""
    before = doc[name.start - 1] if name.start else None
    if is_called_capital(doc, name):
        return False
    if before is not None and is_office(before) and not before.is_sent_end:
        return True
    head = name.head(doc)
    if head.dep_ == "appos" and is_office(head.head):
        return True
    if any(child.dep_ == "appos" and is_office(child) for child in head.children):
        return True
    return _office_follows(doc, name) or office_before(doc, name.start) is not None


def is_called_capital(doc: Doc, name: Name) -> bool:
    """As in "in the capital, Arvand"."""
    return any(token.lower_ == "capital" for token in doc[max(0, name.start - 2) : name.start])


def is_owner(doc: Doc, name: Name) -> bool:
    """Whether it is only said to own something: "the mine's owner, Arctica Metals"."""
    office = office_before(doc, name.start)
    return office is not None and office.lemma_.lower() in {"owner", "agent", "founder", "patron"}


def has_organs(doc: Doc, names: list[Name]) -> bool:
    """Whether an adjective stands before organs of a state: "the Marisian army"."""
    for name in names:
        after = doc[name.end] if name.end < len(doc) else None
        organ = after is not None and after.lower_ in nouns("organs_of_states")
        if organ and doc[name.start].text.endswith(_ADJECTIVAL) and doc[name.start].pos_ == "ADJ":
            return True
    return False


def speaks(doc: Doc, name: Name) -> bool:
    """Whether a first and a last name say something, as persons do."""
    head = name.head(doc)
    says = head.dep_ == "nsubj" and (head.head.lemma_ in _PERSONAL_VERBS or _is_speaking(head))
    return says and len(name.words) == 2 and "&" not in name.words  # noqa: PLR2004 — first, last


def _is_speaking(head: Token) -> bool:
    """Whether it does something "speaking for" somebody."""
    clauses = (child for child in head.head.children if child.dep_ == "advcl")
    return any(clause.lower_ == "speaking" for clause in clauses)


def _office_follows(doc: Doc, name: Name) -> bool:
    """Whether a comma and then an office or an age follow: "Ines Holl, its spokeswoman"."""
    if name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return False
    if doc[name.end + 1].text.isdigit():
        return True
    for token in doc[name.end + 1 : name.end + _APPOSED] if len(name.words) > 1 else ():
        if token.text in {",", ".", ";"} or token.pos_ in {"VERB", "AUX", "CCONJ"}:
            return False
        if is_office(token) and not is_title(token):
            return True
        if token.lower_ == "who":
            return head_kind(name.text) is None
    return False


def government(doc: Doc, name: Name) -> str | None:
    """What rules it, where something does: "Norland's army", "the borough of Wexley".

    ``state``, the word for a district, ``group`` for a people, or None.
    """
    after = [token.lower_ for token in doc[name.end : name.end + _NEAR]]
    if after[:1] and after[0] in _POSSESSIVE and _rules(doc[name.end + 1 : name.end + _NEAR]):
        return "state"
    if after and after[0] in nouns("peoples"):
        return "group"
    district = after and after[0] in nouns("districts") - {"city", "town", "district"}
    if district and wills(doc[name.end]):
        return after[0]  # "the High Lakes province"
    if after[:2] in ([",", "the"], [",", "a"], [",", "an"]) and {"state", "province"} & set(after):
        return "province"
    return _ruler_before(doc, name)


def _rules(after: Span) -> bool:
    for token in after:
        if token.lower_ in nouns("government") or token.lower_ in {"minister", "ministers"}:
            return True
        if token.pos_ in {"VERB", "ADP", "PUNCT"}:
            return False
    return False


def _ruler_before(doc: Doc, name: Name) -> str | None:
    if name.start < 2 or doc[name.start - 1].lower_ != "of":  # noqa: PLR2004 — "X of Norland"
        return None
    ruler = doc[name.start - 2]
    town = ruler.lower_ in {"city", "town"} and not wills(ruler)
    if ruler.lower_ in nouns("districts") and not town:
        return ruler.lower_
    before = {token.lower_ for token in doc[max(0, name.start - 6) : name.start]}
    office = bool(before & {"ministry", "department"})
    rules = ruler.lower_ in nouns("government") | {"president", "king", "queen"}
    return "state" if office or rules else None


def cabinet_of(doc: Doc, name: Name) -> Token | None:
    """The government that goes by a name: "the cabinet of Ana Berg"."""
    if name.start < 2 or doc[name.start - 1].lower_ != "of":  # noqa: PLR2004 — "X of Ana Berg"
        return None
    ruler = doc[name.start - 2]
    return ruler if ruler.lower_ in _CABINETS else None


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
    return wills(head) or _is_faced(head) or _is_served(doc, name) or _decides(doc, name)


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
    if len(before) > 1 and before[-1].lower_ in {"of", "for"} and before[-2].lemma_ in _LEADING:
        return True
    after = doc[name.end : name.end + _NEAR]
    if not len(after) or after[0].text not in _POSSESSIVE:
        return False
    return any(is_office(token) and not is_title(token) for token in after[1:3])


def is_located(doc: Doc, name: Name) -> bool:
    """Whether it says where: "in Tesk", "the port of Tesk"."""
    head = name.head(doc)
    if head.dep_ == "pobj" and head.head.lower_ in _WHERE:
        return True
    return name.start > 1 and doc[name.start - 2].lower_ in _TOWNS


def is_owned(doc: Doc, name: Name) -> bool:
    """Whether a possessive stands before it."""
    return name.start > 0 and doc[name.start - 1].text in _POSSESSIVE


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
    bodies = nouns("heads.organisation") | nouns("heads.group")
    if names[0].text.isupper() or any(token.lower_ in bodies for token in before):
        return "organisation"
    articles = sum(token.lower_ == "the" for token in before)
    lone = len(names[0].words) == 1 or names[0].words[0].casefold() in nouns("directions")
    return "group" if articles * 2 > len(names) else "state" if lone else "organisation"
