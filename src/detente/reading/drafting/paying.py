"""What is paid, where it is told by a clause or behind "for": what is owed, the hours worked."""

from __future__ import annotations

from detente.reading.drafting.doing import Doing, Say
from detente.reading.drafting.lexicon import verbs
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.objects import subject_of
from detente.reading.drafting.things import theme_of
from detente.reading.drafting.verbs import clause_object
from detente.reading.parsed import Token


def owing(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``pay what they owe us``.

    >>> from detente.reading.drafting.phrases import doings
    >>> [(d.family, d.theme, d.noun) for d in doings("pay what they owe us")]
    [('pay', ('due',), 'what is owed')]
    """
    clause = clause_object(verb)
    if clause is None:
        return None
    family, positive = verbs().get(lemma, (lemma, True))
    theme, noun = clause
    return [Doing(family, sign is positive, theme, lemma, noun, subject_of(verb))]


def paying(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``pays them for the hours``: for what, where whom is only pointed at.

    >>> from detente.reading.drafting.phrases import doings
    >>> [(d.family, d.link, d.noun) for d in doings("the firm pays them for the hours")]
    [('pay', 'for', 'the hours')]
    """
    if lemma != "pay" or not any(c.dep_ in _DONE_TO and c.pos_ == "PRON" for c in verb.children):
        return None
    links = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "for")
    things = (t for link in links for t in link.children if t.dep_ == "pobj" and t.pos_ == "NOUN")
    who = subject_of(verb)
    return [
        Doing(lemma, sign, theme_of(t), lemma, noun_words(t), who, link="for") for t in things
    ] or None


_DONE_TO = ("dobj", "dative", "nsubjpass")
