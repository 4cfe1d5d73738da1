"""Verbs that mean something of their own: letting, agreeing, needing, striking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from detente.reading.drafting.doing import Doing, Say
from detente.reading.drafting.lexicon import EXIST, verbs, words
from detente.reading.drafting.table import on_table
from detente.reading.drafting.things import noun_words, theme_of
from detente.reading.drafting.verbs import (
    clause_object,
    complement,
    has_will,
    lemma_of,
    link_of,
    safe_from,
    state_of,
    subject_of,
    things_of,
    verbal,
)
from detente.reading.parsed import Token

_GOVERNED = ("ccomp", "xcomp", "advcl")


def _governing(verb: Token, lemma: str, say: Say, *, sign: bool) -> list[Doing] | None:
    """``agree to pay``, ``stop drilling``: the doing is the verb that it governs."""
    inner = complement(verb)
    willing, unwilling = words("shell", "yes"), words("shell", "no")
    governs = {lemma, verb.lemma_} & (willing | unwilling) or state_of(verb) in willing
    if inner is None or not governs:
        return None
    down = lemma in unwilling or (lemma == verb.lemma_ and verb.lemma_ in unwilling)
    found = say.head(inner, sign=sign ^ down)
    return [replace(doing, subject=doing.subject or subject_of(verb)) for doing in found]


def _letting_go(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``let the crew go``: free them."""
    inner = complement(verb)
    if lemma != "let" or inner is None or inner.lemma_ != "go":
        return None
    freed = [child for child in inner.children if child.dep_ == "nsubj"]
    return [
        Doing("free", sign, theme_of(one), "let_go", noun_words(one), subject_of(verb))
        for one in freed
    ]


def _letting(verb: Token, lemma: str, say: Say, *, sign: bool) -> list[Doing] | None:
    """``let the ferries sail``: the ferries sail; ``let inspectors in``, ``allow them to see``."""
    if verb.lemma_ not in words("letting", "verbs"):
        return None
    for inner in verb.children:
        someone = next((c for c in inner.children if c.dep_ == "nsubj"), None)
        if inner.i < verb.i or inner.dep_ not in _GOVERNED or someone is None:
            continue
        if someone.pos_ == "PRON":
            return None
        if not verbal(inner):  # "back in"
            family, theme = "allow", theme_of(someone)
            return [Doing(family, sign, theme, "let_in", noun_words(someone), subject_of(verb))]
        things = things_of(inner)
        chosen = has_will(someone) and lemma_of(inner) in verbs()
        if things in ([], [someone]) and not chosen:
            return list(say.head(inner, sign=sign))
        to = "" if lemma == "let" else "to "
        end = noun_words(things[0]) if things and things[0] != someone else ""
        link = link_of(inner, things[0]) if end else ""
        tail = " ".join(f"{to}{inner.lemma_} {link} {end}".split())
        return [
            Doing(
                "allow",
                sign,
                theme_of(someone),
                lemma,
                noun_words(someone),
                subject_of(verb),
                tail=tail,
            )
        ]
    return None


def _needing(verb: Token, lemma: str, say: Say, *, sign: bool) -> list[Doing] | None:
    """``needs Sudmark's signature``: the signature."""
    if lemma not in ("need", "require"):
        return None
    needed = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
    return [doing for noun in needed for doing in say.one(noun, sign=sign)] or None


def _firing(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``stop firing``: with guns; ``fire the manager`` has an object."""
    if lemma != "fire" or any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return None
    return [Doing("fire", sign, (), "fire", "", subject_of(verb))]


def _owing(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``pay what they owe us``."""
    clause = clause_object(verb)
    if clause is None:
        return None
    family, positive = verbs().get(lemma, (lemma, True))
    theme, noun = clause
    return [Doing(family, sign is positive, theme, lemma, noun, subject_of(verb))]


def _safe(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``be safe from sanctions``: without them."""
    safe = safe_from(verb)
    if safe is None:
        return None
    return [Doing(EXIST, not sign, theme_of(safe), "end", noun_words(safe))]


def _striking(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``walk out``, ``go back to work``."""
    down = lemma in words("striking", "verbs")
    if down and not any(c.dep_ == "dobj" for c in verb.children):
        return [Doing(EXIST, sign, ("strike",), "start", "the strike", subject_of(verb))]
    reached = [t for c in verb.children if c.dep_ == "prep" for t in c.children]
    where = {token.lower_ for token in (*reached, *things_of(verb)[:1])}
    if lemma in words("striking", "ends") and "work" in where:
        return [Doing(EXIST, not sign, ("strike",), lemma, "the strike", subject_of(verb))]
    return None


VERB_RULES: tuple[Callable[..., list[Doing] | None], ...] = (
    _letting_go, _letting, _governing, _needing, _firing, on_table, _owing, _safe, _striking,
)  # fmt: skip
