"""Where a name that the tables know stands for another: "Latin America", a state's own council."""

from __future__ import annotations

from detente.reading.parsed import Doc

_OF_STATES = frozenset({"un_security_council"})  # bodies of a name that states give theirs too
_OF_ANY = _OF_STATES | {"un_general_assembly"}  # that bodies of any kind have: "the union's"
_OWN = ("National", "State", "Supreme", "Peace and", "Peace &")
_POSSESSIVE = ("'s", "’s", "s'", "s’", "its", "their")
_UNITED = ("UN's", "UN’s", "U.N.'s", "U.N.’s", "Nations'", "Nations’")


def is_of_continent(doc: Doc, at: int) -> bool:
    """As "America" of "Latin America", which is no state.

    >>> from detente.reading.page import phrase
    >>> is_of_continent(phrase("Latin America"), 1), is_of_continent(phrase("in America"), 1)
    (True, False)
    """
    part = at > 0 and doc[at - 1].text in {"Latin", "South", "Central", "North"}
    return part and doc[at].text.startswith("America")


def is_anothers(doc: Doc, start: int, end: int, id_: str) -> bool:
    """As "Security Council" of "the Security Council of Kenya", "the Peace and Security Council".

    >>> from detente.reading.page import phrase
    >>> named = ("the Security Council of Kenya", "Kenya's National Security Council", "the one")
    >>> [is_anothers(phrase(text), at, at + 2, "un_security_council")
    ...  for text, at in zip(named, (1, 3, 1), strict=True)]
    [True, True, False]
    """
    before = doc[max(0, start - 3) : start].text
    named = id_ in _OF_STATES and before.endswith(_OWN)
    owned = before.endswith(_POSSESSIVE) and not before.endswith(_UNITED)
    return id_ in _OF_ANY and (named or owned or doc[end : end + 1].text == "of")


def is_state_to_be(doc: Doc, start: int, end: int) -> bool:
    """As "Palestinian" of "a Palestinian state": one that is wanted is nobody yet.

    >>> from detente.reading.page import phrase
    >>> wanted = ("a Palestinian state", "an independent Kurdish state", "Kurdish statehood")
    >>> [is_state_to_be(phrase(text), len(text.split()) - 2, -1) for text in wanted]
    [True, True, True]
    >>> is_state_to_be(phrase("the Palestinian leader"), 1, 2)
    False
    """
    after = doc[end].lower_ if end < len(doc) else ""
    before = {token.lower_ for token in doc[max(0, start - _FAR) : start]}
    return after == "statehood" or (after in _STATES and not before.isdisjoint(_WANTED))


_FAR = 3
_STATES = frozenset({"state", "homeland"})
_WANTED = frozenset(
    {"a", "an", "no", "any", "independent", "sovereign", "viable", "future", "separate", "eventual"}
)
