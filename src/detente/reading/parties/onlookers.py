"""Who is named as one who looks on: who teaches, watches, is of a house of learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.parsed import Token
from detente.reading.parties.names import head_kind
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_STUDYING = frozenset({"teach", "study", "research", "follow", "watch", "track", "monitor",
                       "analyse", "analyze", "specialise", "specialize", "lecture"})  # fmt: skip
_WRITTEN = frozenset(
    {"report", "review", "book", "history", "study", "paper", "thesis", "biography", "essay"}
)
_SPELLS = words("day week month year decade winter summer season hour")


def is_of_learning(walk: Resolver, token: Token) -> bool:
    """Whether somebody is of a house that looks on: "Ana Berg of the Centre for Gulf Studies"."""
    within = (c for c in token.children if c.dep_ == "prep" and c.lower_ in {"of", "at", "from"})
    for noun in (one for prep in within for one in prep.children if one.dep_ == "pobj"):
        body = walk.cast.entries.get(walk.cast.named.get(noun.i, ""))
        if body is not None and body.words & _LEARNED and head_kind(body.name) != "union":
            return not body.acts
        if _is_some(noun):
            return True
    return False


def _is_some(noun: Token) -> bool:
    """Of "Ana Berg of a charity in Oslo": a body that is told of for her sake alone."""
    one = any(child.lower_ in {"a", "an"} for child in noun.lefts)
    return one and noun.pos_ == "NOUN" and noun.lemma_.casefold() in _LOOKING_ON


_LOOKING_ON = frozenset(
    {"charity", "institute", "university", "college", "foundation", "centre", "center",
     "consultancy", "think-tank", "firm", "group", "network", "school", "ngo", "bank", "academy"}
)  # fmt: skip
_LEARNED = frozenset(
    {"studies", "research", "analysis", "strategic", "institute", "think-tank", "observatory",
     "policy", "university"}
)  # fmt: skip


def studies(token: Token) -> bool:
    """Whether somebody is said to look on: "Ana Berg, who teaches law", "formerly of the bank"."""
    beside = [child for child in token.children if child.dep_ in {"advmod", "prep", "appos"}]
    if any(one.lower_ == "formerly" for child in beside for one in (child, *child.children)):
        return True
    return any(child.dep_ == "relcl" and _looks_on(child) for child in token.children)


def _looks_on(verb: Token) -> bool:
    if verb.tag_ == "VBD" and verb.lemma_ in _HAVING_DONE and not _serves(verb):
        return True
    things = [child for child in verb.children if child.dep_ == "dobj"]
    if verb.lemma_ == "write":
        about = any(child.lower_ in {"about", "on"} for child in verb.children)
        return about or any(one.lemma_ in _WRITTEN for one in things)
    asked = any(child.lower_ in {"about", "on", "in"} for child in verb.children)
    return verb.lemma_ in _STUDYING and bool(things or (asked and verb.lemma_ != "teach"))


def _serves(verb: Token) -> bool:
    behind = [child for child in verb.children if child.lower_ in {"for", "behalf"}]
    return any(one.lemma_ not in _SPELLS for prep in behind for one in prep.children)


_HAVING_DONE = words(
    "set design devise draft negotiate mediate broker chair draw found arbitrate co-found invent "
    "advise oversee"
)  # what is over: "Ana Berg, who set it up"
