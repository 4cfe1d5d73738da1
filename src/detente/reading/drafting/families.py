"""Which doing a verb is with what it is done to: to "fire rockets" is to shoot, to fire is not."""

from __future__ import annotations

import re

from detente.reading.drafting.lexicon import EXIST, common, verbs, words
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.things import theme_of
from detente.reading.drafting.verbs import parts
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns


def meaning(verb: Token, lemma: str, thing: Token, link: str) -> tuple[str, bool]:
    """The family of a verb, and whether it is for it; some mean another of these things alone."""
    if _is_itself(verb, lemma, thing, link):
        return lemma, True
    head = theme_of(thing)[0]
    for table, family, positive in _OF_THESE:
        if head in words(table, lemma):
            return family, positive
    linked = _LINKED.get((lemma, link))
    return (linked, True) if linked else verbs().get(lemma, (lemma, True))


# Verbs that mean another thing of some nouns alone: the table of those, the family, the sign.
_OF_THESE = (
    ("cutting", EXIST, False),  # "cut the gas", "lose its supply"
    ("captive", "free", False),  # "hold the crews"
    ("keeping", EXIST, True),
    ("staging", EXIST, True),  # "begin a strike"
    ("severing", "restore", False),
    ("alone", "undersign", True),  # one signs a promise alone
    ("permits", "give", True),
    ("withheld", "give", False),  # "withhold the results"
    ("settling", "sign", True),
    ("passed_on", "give", True),  # "exchange its data"
    ("paid", "pay", True),
    ("owed", "pay", False),  # "withhold the rent"
    ("shooting", "shoot", True),  # "fire rockets"
    ("ruled", "accept", True),  # "recognise the award"
    ("freeing", "free", True),  # "return the captives"
    ("voting", "hold", True),  # "call an election"
)


_LINKED = {
    ("go", "to"): "go",
    ("go", "into"): "go",
    ("come", "to"): "go",
    ("apply", "for"): "apply_for",
}


def _is_itself(verb: Token, lemma: str, thing: Token, link: str) -> bool:
    """Whether a verb is no more than itself: to give up a part, to sit somewhere."""
    if lemma in words("partly", "verbs"):  # "give up half of its seats"
        return _PART.match(noun_words(thing)) is not None
    return lemma in ("sit", "stand") and bool(link) and not _is_force(verb)


_PART = re.compile(
    r"(?:an? (?:\w+ )?(?:part|share|portion|third|quarter|half|fraction)|some|half|part|most"
    r"|one|two|three|four|\d+) of "
)


def _is_force(verb: Token) -> bool:
    """Whether what stands somewhere is a force, or a crowd, that somebody could call back."""
    people = nouns("crowds") | nouns("people")
    subject = [c.lemma_.lower() for c in parts(verb) if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    return any(common(one) in words("forces", "nouns") or one in people for one in subject)
