"""From the head of a phrase to what it says is done: verbs and nouns, each calling the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import EXIST, THING, shared_nouns, tables, verbs, words
from detente.reading.drafting.things import noun_conjuncts, noun_words, span, theme_of, topic_of
from detente.reading.drafting.verbs import (
    actor_of,
    agent_of,
    clause_object,
    complement,
    lemma_of,
    link_of,
    negated,
    safe_from,
    state_of,
    subject_of,
    tail_of,
    things_of,
    verbal,
    worth,
)


def of_head(head: Token, *, sign: bool) -> Iterator[Doing]:
    for one in _conjuncts(head):
        yield from (_of_verb(one, sign) if verbal(one) else _of_noun(one, sign))


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
    return [token for token in found if token.pos_ not in ("ADV",) or token == head]


# Verbs --------------------------------------------------------------------------------------------


def _of_verb(verb: Token, sign: bool) -> Iterator[Doing]:  # noqa: FBT001
    sign = sign ^ negated(verb)
    lemma = lemma_of(verb)
    inner = complement(verb)
    state = state_of(verb)
    if inner is not None and (
        lemma in words("shell", "yes") | words("shell", "no")
        or state in words("shell", "yes")
        or verb.lemma_ in words("shell", "yes") | words("shell", "no")
    ):
        subject = subject_of(verb)
        down = lemma in words("shell", "no") or (
            lemma == verb.lemma_ and verb.lemma_ in words("shell", "no")
        )
        for doing in of_head(inner, sign=sign ^ down):
            yield replace(doing, subject=doing.subject or subject)
        return
    clause = clause_object(verb)
    if clause is not None:
        family, positive = verbs().get(lemma, (lemma, True))
        theme, noun = clause
        yield Doing(family, sign is positive, theme, lemma, noun, subject_of(verb))
        return
    safe = safe_from(verb)
    if safe is not None:
        yield Doing(EXIST, not sign, theme_of(safe), "end", noun_words(safe))
        return
    things = things_of(verb)
    if not things:
        yield from _bare(verb, lemma, state, sign)
        return
    for thing in things:
        yield _joined(verb, lemma, state, thing, sign)


def _bare(verb: Token, lemma: str, state: str, sign: bool) -> Iterator[Doing]:  # noqa: FBT001
    """A verb without an object."""
    subject = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    who = subject_of(verb)
    if state:
        family, positive = worth(state)
        if subject and subject[0].pos_ == "NOUN":
            yield _stated(subject[0], state, sign)
            return
    if lemma in ("be", "do", "have", "so", "happen") or (verb.pos_ == "AUX" and not state):
        nouns = [
            child
            for child in verb.children
            if child.dep_ in ("attr", "nsubj") and child.pos_ == "NOUN"
        ]
        vague = bool(subject) and subject[0].pos_ == "PRON"
        if nouns:
            yield from () if vague else _of_noun(nouns[-1], sign)
            return
        yield Doing(lemma, sign, (), lemma, "", who, anaphoric=True)
        return
    if subject and subject[0].pos_ == "NOUN" and verb.pos_ == "VERB":
        said = _joined(verb, lemma, state, subject[0], sign)
        yield replace(said, link="let" if said.family == lemma else said.link)
        return
    family, positive = verbs().get(lemma, (lemma, True))
    pronoun = bool(subject) and subject[0].pos_ == "PRON" and family == EXIST
    pronoun = pronoun or (verb.tag_ == "VBN" and family in tables()["groups"])
    yield Doing(family, sign is positive, (), lemma, "", who, anaphoric=pronoun)


def _stated(thing: Token, state: str, sign: bool) -> Doing:  # noqa: FBT001
    """``the old rosters are back``: what is said of a thing with an adjective."""
    family, positive = worth(state)
    shared = shared_nouns().get(thing.lemma_.lower())
    if shared and family == EXIST:
        return Doing(shared, sign is positive, topic_of(thing), "", noun_words(thing))
    return Doing(family, sign is positive, theme_of(thing), "", noun_words(thing))


def _joined(verb: Token, lemma: str, state: str, thing: Token, sign: bool) -> Doing:  # noqa: FBT001
    noun = thing.lemma_.lower()
    who = agent_of(verb)
    if thing.pos_ == "PRON" and thing.dep_ in ("dobj", "nsubjpass", "pobj"):
        family, positive = verbs().get(lemma, (lemma, True))
        return Doing(
            family,
            sign is positive,
            (),
            lemma,
            thing.text,
            who,
            anaphoric=thing.lower_ in ("it", "that", "this", "them", "they", "so"),
        )
    light = lemma in words("light", "yes") or lemma in words("light", "no")
    shared = shared_nouns().get(noun)
    fitting = verbs().get(lemma, ("", True))[0] in (EXIST, "sign", "talk")
    if shared and (light or fitting):
        against = lemma in words("light", "no") or verbs().get(lemma, ("", True)) == (EXIST, False)
        return Doing(shared, sign ^ against, topic_of(thing), lemma, noun_words(thing), who)
    if light and noun in tables()["nominal"]:
        against = lemma in words("light", "no")
        inner = next(iter(_of_noun(thing, sign ^ against)), None)
        if inner is not None:
            return replace(inner, subject=who)
    family, positive = verbs().get(lemma, (lemma, True))
    if state:
        return _stated(thing, state, sign)
    return Doing(
        family,
        sign is positive,
        theme_of(thing),
        lemma,
        noun_words(thing) + tail_of(verb, thing),
        who,
        actor=actor_of(verb, thing),
        link=link_of(thing),
    )


# Nouns --------------------------------------------------------------------------------------------


def _of_noun(noun: Token, sign: bool) -> Iterator[Doing]:  # noqa: FBT001
    lemma = noun.lemma_.lower()
    sign = sign ^ any(child.lower_ in ("no", "not", "without") for child in noun.children)
    if noun.pos_ == "PRON":
        yield Doing(THING, sign, (), "", noun.text, "", anaphoric=True)
        return
    away = [child.lower_ for child in noun.children if child.dep_ == "advmod"]
    if "back" in away and noun.pos_ == "NOUN":
        yield Doing("put", sign, theme_of(noun), "put", span(noun))
        return
    if {"home", "out", "away"} & set(away) and noun.pos_ == "NOUN":
        yield Doing(
            EXIST, not sign, theme_of(noun), "withdraw", noun_words(noun).removesuffix(" home")
        )
        return
    body = [
        c
        for c in noun.children
        if c.dep_ == "relcl"
        and any(t.tag_ in ("WDT", "WP") and t.dep_ == "nsubj" for t in c.children)
    ]
    if body and lemma in words("bodies", "nouns"):
        yield from _of_verb(body[0], sign)
        return
    verb = tables()["nominal"].get(lemma) or tables()["nominal"].get(noun.lower_)
    of = [
        c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "to", "on", "for", "in")
    ]
    inner = [p for c in of for p in c.children if p.dep_ in ("pobj", "pcomp")]
    whole = [child for child in noun.children if child.dep_ == "compound"]
    if verb and (inner or whole):
        target = (inner or whole)[0]
        shared = shared_nouns().get(target.lemma_.lower())
        if shared:
            yield Doing(shared, sign, topic_of(target), verb, noun_words(target), "")
            return
        family, positive = verbs().get(verb, (verb, True))
        for thing in [target, *noun_conjuncts(target)]:
            yield Doing(family, sign is positive, theme_of(thing), verb, noun_words(thing), "")
        return
    if verb and not whole and not inner and verbs().get(verb, ("",))[0] == "recognise":
        yield Doing("recognise", sign, (), verb)
        return
    if verb and not whole and not inner:
        yield Doing(THING, sign, (), "", noun.text, "", anaphoric=True)
        return
    shared = shared_nouns().get(lemma)
    if shared:
        yield Doing(shared, sign, topic_of(noun), "", noun_words(noun), "")
        return
    clause = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBG"]
    if clause and verbal(clause[0]):
        yield from _of_clause(noun, clause[0], sign)
        return
    if any(c.dep_ == "dobj" for c in noun.children) or noun.lower_ in ("nothing", "none"):
        return  # no noun phrase: the parse is not to be trusted
    if noun.pos_ in ("NOUN", "PROPN", "NUM", "ADJ", "VERB", "SYM"):
        yield Doing(THING, sign, theme_of(noun), "", noun_words(noun), "")


def _of_clause(noun: Token, verb: Token, sign: bool) -> Iterator[Doing]:  # noqa: FBT001
    """``Sudmark ending its patrols``: a clause that the parser hangs on its subject."""
    for doing in _of_verb(verb, sign):
        yield replace(doing, subject=doing.subject or noun.text)
