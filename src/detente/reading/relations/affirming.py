"""Whether the text takes for given what a noun of a relation names: "A's claim to B"."""

from __future__ import annotations

from detente.reading.arguments import particle
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.syntax import verb_above
from detente.reading.wording import words


def affirmed(noun: Token) -> bool:
    """Whether the text takes what the noun names as given: no wish, no threat, not ended."""
    if any(child.lower_ in {"no", "any", "new", "further", "possible"} for child in noun.children):
        return False
    verb = verb_above(noun)
    if verb is None:
        return True
    away = verb.lemma_ == "sign" and noun.head.lower_ in {"over", "away"}
    if (particle(verb) in _GIVING_AWAY or away) and noun.i > verb.i:
        return reality(verb) != REAL  # "has never given up its claim"
    if verb.lemma_ in _ENDING and noun.i > verb.i and noun.head.lower_ not in _BEFORE:
        return verb.lemma_ not in {"deny", "hand", "cede"} and reality(verb) != REAL
    if verb.lemma_ in {"reject", "refuse"} and noun.lemma_ == "recognition":
        return False
    owned = any(child.dep_ == "poss" for child in noun.children)
    return owned or reality(verb) == REAL or verb.lemma_ in _PRESUPPOSING


_ENDING = words(
    """
    lose cede relinquish hand break sever transfer lift end drop remove ease scrap deny
    withdraw renounce abandon seek threaten consider propose"""
)
_BEFORE = words("after following since")  # what ended after it
_GIVING_AWAY = frozenset({"sign_over", "give_up", "hand_back", "give_away", "sign_away"})
_PRESUPPOSING = words("""
    recognise recognize accept reject dispute end
    stay remain continue persist bring yield produce""")  # "the levy will stay", "brought nothing"
