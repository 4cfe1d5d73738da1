"""What the words around a name say of who rules it: an army, a ministry, a district's council."""

from __future__ import annotations

from detente.reading.parsed import Doc, Span, Token
from detente.reading.parties.cast import wills
from detente.reading.parties.names import MINISTRIES, POSSESSIVE, Name, nouns
from detente.reading.syntax import NOMINAL

_BODIES = (
    nouns("heads.organisation") | nouns("heads.group") | nouns("heads.union") | nouns("bodies")
)
_NEAR = 5  # tokens after a name in which its government may stand


_ADJECTIVAL = ("an", "ic", "ish", "ese", "i")


_CABINETS = frozenset({"government", "cabinet", "administration"})


def has_organs(doc: Doc, names: list[Name]) -> bool:
    """Whether it stands before organs of a state: "the Marisian troops", "the Velland army"."""
    for name in names:
        after = doc[name.end] if name.end < len(doc) else None
        if after is None or after.is_sent_start or name.text.casefold() in _BODIES:
            continue
        if name.start and doc[name.start - 1].lower_ in {"former", "ex", "then"}:
            continue
        adjective = doc[name.start].text.endswith(_ADJECTIVAL) and doc[name.start].pos_ == "ADJ"
        plain = after.is_lower and name.text.casefold() not in _DEPARTMENTS
        if after.lower_ in nouns("organs_of_states") if adjective else plain and _is_organ(after):
            return True
    return False


def _is_organ(after: Token) -> bool:
    """Whether only a state has such an organ: "army", "foreign ministry", "prime minister"."""
    if after.lower_ in _OF_STATES:
        return True
    next_ = after.nbor() if after.i + 1 < len(after.doc) else after
    return after.lower_ in _PORTFOLIOS and next_.lower_ in _OF_STATES


_PORTFOLIOS = nouns("portfolios")


_DEPARTMENTS = nouns("departments") | _PORTFOLIOS


_OF_DISTRICTS = {
    "regional": "region", "provincial": "province", "municipal": "municipality",
    "cantonal": "canton",
}  # fmt: skip
_OF_STATES = frozenset(
    {"army", "navy", "government", "parliament", "embassy", "ambassador", "ministry", "minister",
     "coastguard", "cabinet"}
)  # fmt: skip


def government(doc: Doc, name: Name) -> str | None:
    """What rules it, where something does: "Norland's army", "the borough of Wexley".

    ``state``, the word for a district, ``group`` for a people, or None.
    """
    after = [token.lower_ for token in doc[name.end : name.end + _NEAR]]
    if after[:1] and after[0] in POSSESSIVE and _rules(doc[name.end + 1 : name.end + _NEAR]):
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
    if (ruler := settled(name.head(doc))) is not None and acts(doc, ruler):
        return ruler.lemma_.casefold()
    if name.start < 2 or doc[name.start - 1].lower_ != "of":  # noqa: PLR2004 — "X of Norland"
        return None
    ruler = doc[name.start - 2]
    if ruler.lower_ == "governor" and doc[name.end : name.end + 1].text in nouns("districts"):
        return "province"  # "the governor of Shan province"
    town = ruler.lower_ in {"city", "town"} and not wills(ruler)
    if ruler.lower_ in nouns("districts") and not town:
        return ruler.lower_
    of_what = doc[name.start - 3].lower_ if name.start > 2 else ""  # noqa: PLR2004
    if of_what in _OF_DISTRICTS and ruler.lower_ in nouns("government") | {"council"}:
        return _OF_DISTRICTS[of_what]  # "the regional government of Mara", then "the region"
    before = {token.lower_ for token in doc[max(0, name.start - 6) : name.start]}
    office = bool(before & MINISTRIES)
    named = name.text.lower() not in _DEPARTMENTS and not _is_remit(ruler, of_what)
    rules = ruler.lower_ in nouns("government") | _RULERS and named
    return "state" if office or rules else None


def _is_remit(office: Token, before: str) -> bool:
    """Whether "of" tells what a minister is for: "the Minister of Foreign Affairs".

    Not "the foreign minister of Norland", nor "Prime Minister of Norland".
    """
    return office.lower_ == "minister" and before not in _DEPARTMENTS


SETTLEMENTS = frozenset(
    {"town", "village", "city", "parish", "commune", "township", "hamlet", "municipality"}
)  # fmt: skip


def settled(land: Token) -> Token | None:
    """The noun of a settlement that bears a name: "the town of Orstad", "the towns of A and B"."""
    while land.dep_ == "conj" and land.head.i < land.i:
        land = land.head
    if land.dep_ != "pobj" or land.head.lower_ != "of":
        return None
    noun = land.head.head
    return noun if noun.lemma_.casefold() in SETTLEMENTS and noun.pos_ in NOMINAL else None


def acts(doc: Doc, noun: Token) -> bool:
    """Whether a settlement is somebody here, under its name or as "the town"."""
    if wills(noun):
        return True
    return any(wills(one) and _is_bare(one) for one in doc.by_form.get(noun.lower_, ()))


def _is_bare(noun: Token) -> bool:
    return [child.lower_ for child in noun.children] == ["the"]


_RULERS = frozenset(
    {"president", "king", "queen", "minister", "premier", "emir", "sultan", "ambassador"}
)


def cabinet_of(doc: Doc, name: Name) -> Token | None:
    """The government that goes by a name: "the cabinet of Ana Berg"."""
    if name.start < 2 or doc[name.start - 1].lower_ != "of":  # noqa: PLR2004 — "X of Ana Berg"
        return None
    ruler = doc[name.start - 2]
    return ruler if ruler.lower_ in _CABINETS else None
