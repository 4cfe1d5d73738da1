"""From the head of a phrase to what it says is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.reading.drafting.doing import Doing, Say
from detente.reading.drafting.lexicon import verbs, words
from detente.reading.drafting.noun_rules import NOUN_RULES
from detente.reading.drafting.objects import things_of
from detente.reading.drafting.plain import bare, joined
from detente.reading.drafting.said import as_said
from detente.reading.drafting.verb_rules import VERB_RULES
from detente.reading.drafting.verbs import lemma_of, negated, shell_of, state_of, verbal
from detente.reading.parsed import Token


def of_head(head: Token, *, sign: bool) -> Iterator[Doing]:
    """What the head of a phrase, and whatever is joined to it by "and", says is done."""
    for one in _conjuncts(head):
        yield from of_one(one, sign=sign)


def _conjuncts(head: Token) -> list[Token]:
    found = [head]
    for token in found:
        found += [child for child in token.children if child.dep_ == "conj"]
        if verbal(token):
            found += [
                child
                for child in token.children
                if child.dep_ == "ccomp" and child.i < token.i and verbal(child)
                and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
            ]  # fmt: skip
    return [token for token in found if token.pos_ != "ADV" or token == head]


def of_one(head: Token, *, sign: bool) -> Iterator[Doing]:
    """What a verb or a noun alone says is done."""
    yield from (_of_verb(head, sign=sign) if verbal(head) else _of_noun(head, sign=sign))


_SAY = Say(of_head, of_one)


def _of_verb(verb: Token, *, sign: bool) -> Iterator[Doing]:
    """What a verb says, with its own words where it says one thing."""
    found = list(_by_rules(verb, sign=sign))
    said = as_said(verb) if len(found) == 1 else ""
    yield from (replace(doing, said=doing.said or said) for doing in found)


def _by_rules(verb: Token, *, sign: bool) -> Iterator[Doing]:
    """The first rule that knows the verb says what it means; the last take it as it is."""
    sign, lemma = sign ^ negated(verb), lemma_of(verb)
    for rule in VERB_RULES:
        found = rule(verb, lemma, _SAY, sign=sign)
        if found is not None:
            yield from found
            return
    state, things = state_of(verb), things_of(verb)
    if not things:
        yield from bare(verb, lemma, state, _SAY, sign=sign)
    for thing in things:
        if (inner := shell_of(thing)) is not None:
            against = lemma in words("light", "no") or not verbs().get(lemma, ("", True))[1]
            against |= lemma in words("shell", "rethinking")  # "reconsider its refusal to pay"
            against ^= thing.lower_ in words("shell", "nouns_no")  # "end the refusal to work"
            yield from of_head(inner, sign=sign ^ against)
        else:
            yield joined(verb, lemma, state, thing, _SAY, sign=sign)


def _of_noun(noun: Token, *, sign: bool) -> list[Doing]:
    """The first rule that knows the noun says what it means; the last takes it as a thing."""
    sign = sign ^ any(
        child.lower_ in ("no", "not", "without") and child.i < noun.i for child in noun.children
    )
    for rule in NOUN_RULES:
        found = rule(noun, _SAY, sign=sign)
        if found is not None:
            return found
    return []
