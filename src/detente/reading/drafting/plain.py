"""A verb that has no rule of its own: alone, or with what it is done to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.reading.drafting.derivation import verb_of
from detente.reading.drafting.doing import Doing, Say
from detente.reading.drafting.families import meaning
from detente.reading.drafting.lexicon import (
    EXIST,
    STAYING,
    THING,
    common,
    shared_nouns,
    tables,
    verbs,
    words,
)
from detente.reading.drafting.noun_rules import closing, target_of
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.objects import (
    actor_of,
    agent_of,
    has_will,
    is_done_to,
    is_passive,
    link_of,
    subject_of,
)
from detente.reading.drafting.table import is_tabled
from detente.reading.drafting.tails import tail_of
from detente.reading.drafting.things import (
    counted,
    cut_off,
    is_far_end,
    is_whoever,
    modifier,
    theme_of,
    topic_of,
)
from detente.reading.drafting.verbs import done_again, fits, parts, worth
from detente.reading.parsed import Token
from detente.reading.things import type_of


def bare(verb: Token, lemma: str, state: str, say: Say, *, sign: bool) -> Iterator[Doing]:
    """A verb without an object."""
    subject = _subject(verb)
    who = subject_of(verb)
    if state:
        family, positive = worth(state)
        shut = state.removeprefix("be_") in ("shut", "closed", "sealed", "locked")
        if subject and (subject[0].pos_ == "NOUN" or (shut and subject[0].pos_ == "PROPN")):
            yield _stated(verb, subject[0], state, sign=sign)
            return
    if lemma in ("be", "do", "have", "so", "happen") or (verb.pos_ == "AUX" and not state):
        nouns = [
            child
            for child in verb.children
            if child.dep_ in ("attr", "nsubj") and child.pos_ == "NOUN"
        ]
        vague = bool(subject) and subject[0].pos_ == "PRON"
        if nouns:
            yield from () if vague else say.one(nouns[-1], sign=sign)
            return
        yield Doing(lemma, sign, (), lemma, "", who, anaphoric=True)
        return
    if lemma == "meet" and all(child.pos_ == "PRON" for child in subject):  # "ready to meet"
        yield Doing("talk", sign, (), lemma, "", who)
        return
    shared = shared_nouns().get(subject[0].lemma_.lower()) if subject else None
    if shared and lemma in words("light", "waiting"):
        yield Doing(shared, not sign, topic_of(subject[0]), "", noun_words(subject[0]), who)
        return
    known = lemma in verbs() or lemma in words("bare", "verbs")
    done_to = verb.tag_ == "VBN" and is_done_to(verb)  # "212 prisoners released"
    done_to |= lemma in words("taking", "verbs")  # "a court set up"
    wills = subject and has_will(subject[0]) and known and not done_to  # "the firm delivers"
    wills = wills and lemma not in ("resume", "restart")  # "service resumes"
    if subject and _is_thing(subject[0], lemma) and verb.pos_ == "VERB" and not wills:
        said = joined(verb, lemma, state, subject[0], say, sign=sign)
        itself = said.family == lemma and not (is_done_to(verb) or done_to)
        itself = itself and lemma not in words("alternating", "verbs")
        yield replace(said, link="let" if itself else said.link)
        return
    family, positive = verbs().get(lemma, (lemma, True))
    pronoun = bool(subject) and subject[0].pos_ == "PRON" and family == EXIST
    pronoun = pronoun or (verb.tag_ == "VBN" and family in tables()["groups"])
    pronoun = pronoun or (family == "move" and not who.startswith("the "))  # "if Norland moved"
    yield Doing(family, sign is positive, (), lemma, "", who, anaphoric=pronoun)


def _is_thing(subject: Token, lemma: str) -> bool:
    """Whether a subject is a thing, or the name of one: of a treaty, of a ship that sails."""
    if subject.pos_ == "PROPN" and _is_named_thing(subject):
        return True
    runs = lemma in ("sail", "run", "dock", "land") and subject.pos_ == "PROPN"
    named = runs and any(child.dep_ == "det" for child in subject.children)
    return named or subject.pos_ == "NOUN" or (subject.pos_ == "PROPN" and subject.text.islower())


def _is_named_thing(name: Token) -> bool:
    """As "the Indus Waters Treaty": its last word is one for a thing, and for nobody."""
    articled = any(child.lower_ == "the" for child in name.children)
    thing = type_of(name) in {"agreement", "maritime"} or name.lower_ in words("named", "nouns")
    return articled and thing and not has_will(name)


def _subject(verb: Token) -> list[Token]:
    """The subject of a verb, or of the one to which it is joined."""
    found = [counted(c) for c in parts(verb) if c.dep_ in ("nsubj", "nsubjpass")]
    joined_to = verb.dep_ == "conj" and verb.head != verb and not found
    return _subject(verb.head) if joined_to else found


def _stated(verb: Token, thing: Token, state: str, *, sign: bool) -> Doing:
    """``the old rosters are back``: what is said of a thing with an adjective."""
    family, positive = worth(state)
    if state == "be_pending" and thing.lemma_.lower() in words("brought", "nouns"):
        noun = noun_words(thing)
        tail = "pending" if thing.lemma_ == "case" and " before " not in noun else ""
        return Doing(EXIST, sign, theme_of(thing), "keep", noun, tail=tail)
    shared = shared_nouns().get(thing.lemma_.lower())
    if shared and family == EXIST:
        return Doing(shared, sign is positive, topic_of(thing), "", noun_words(thing))
    kept = "keep" if verb.lemma_ in STAYING else _participle(state)  # "the school stays open"
    return Doing(family, sign is positive, theme_of(thing), kept, noun_words(thing))


def _participle(state: str) -> str:
    """The verb of a state that is its participle: the charge "is refunded", not paid.

    >>> _participle("be_refunded"), _participle("be_released"), _participle("be_open")
    ('refund', 'release', '')
    """
    said = state.removeprefix("be_")
    stems = (said[:-2], said[:-1]) if said.endswith("ed") else ()
    return next((stem for stem in stems if stem in verbs()), "") or done_again(said)


def joined(verb: Token, lemma: str, state: str, thing: Token, say: Say, *, sign: bool) -> Doing:
    """A verb with what it is done to: the shared doing or the other doing that the noun names."""
    noun = thing.lemma_.lower()
    who = agent_of(verb)
    if thing.lower_ in ("nothing", "anything", "none"):  # "pay nothing"; `negated` has the sign
        family, positive = verbs().get(lemma, (lemma, True))
        return Doing(family, sign is positive, (), lemma, "", who)
    itself = thing.pos_ == "PRON" and counted(thing) == thing and not is_whoever(thing)
    if itself and thing.dep_ in ("dobj", "nsubjpass", "pobj"):
        family, positive = verbs().get(lemma, (lemma, True))
        return Doing(
            family,
            sign is positive,
            (),
            lemma,
            "anyone" if thing.lower_ == "nobody" else thing.text,
            who,
            anaphoric=thing.lower_ in ("it", "that", "this", "them", "they", "so"),
        )
    light = lemma in words("light", "yes") or lemma in words("light", "no")
    shared = shared_nouns().get(noun)
    if shared and (light or fits(lemma)):
        ends = verbs().get(lemma, ("", True)) == (EXIST, False)
        against = lemma in words("light", "no") or (ends and lemma not in words("light", "yes"))
        if shared == "sign" and lemma in words("papers", "left"):  # what is left is in force
            return Doing(EXIST, not sign, theme_of(thing), lemma, noun_words(thing), who)
        return Doing(shared, sign ^ against, topic_of(thing), lemma, noun_words(thing), who)
    if light and verb_of(noun) and not is_far_end(thing):
        against = lemma in words("light", "no")
        inner = next(iter(say.one(thing, sign=sign ^ against)), None)
        begun = lemma in words("beginning", "verbs")
        if begun and inner is not None and inner.family == THING:  # "the drilling begins"
            inner = Doing(EXIST, sign, inner.theme, lemma, inner.noun)
        if inner is not None and not (against and inner.family == THING):  # "halt deliveries"
            return replace(inner, subject=who)
    return _done(verb, lemma, state, thing, sign=sign)


def _done(verb: Token, lemma: str, state: str, thing: Token, *, sign: bool) -> Doing:
    """A verb that says what is done to a thing by itself."""
    said, link = noun_words(thing), link_of(verb, thing)
    family, positive = meaning(verb, lemma, thing, link)
    if lemma == "lose":  # whoever loses it is not who takes it away
        said = re.sub(r"^(?:its|their) ", "the ", said)
    if (first := modifier(thing)) is not None and first.is_alpha:
        said = f"{noun_words(first)} {said}"
    if lemma in ("come_back", "come_up") and link == "with":  # "comes back with at least 7%"
        family, lemma, link = "offer", "offer", ""
    lemma = "hand_over" if (family, lemma) == ("give", "withhold") else lemma
    theme = _of_state(family, theme_of(thing))
    found = Doing(family, sign is positive, theme, lemma, said, agent_of(verb), link=link)
    if not link and (left := _left_hanging(verb, thing)):
        found = replace(found, link=left)  # "insists that the harvest be paid for"
    if family == "pay" and link == "for" and (payee := target_of(thing)) is not None:
        return replace(found, theme=theme_of(payee))
    if rest := cut_off(verb, thing):
        return replace(
            found, theme=(common(rest.lemma_.lower()), thing.text), noun=f"{said} {rest}", link=""
        )
    if family == EXIST and thing.lemma_.lower() in tables()["negatives"]:  # "end the blockade"
        return replace(
            closing(thing, sign=sign is positive)[0],  # type: ignore[index]
            subject=agent_of(verb),
        )
    if state:
        return _stated(verb, thing, state, sign=sign)
    tail = tail_of(verb, thing)
    alone, _, where = said.partition(" on the ")
    where = f"on the {where}" if where else tail
    if is_tabled(alone, where):  # "puts class sizes on the table", "keeps its threat on it"
        kept = lemma in ("keep", "leave", "hold")
        family, said_ = (EXIST, "keep") if kept else ("talk", "discuss")
        return replace(found, family=family, verb=said_, sign=sign, noun=alone)
    barred = family == "allow" and not positive and tail.startswith("from ")
    return replace(found, actor=actor_of(verb, thing), tail=_into(tail) if barred else tail)


def _left_hanging(verb: Token, thing: Token) -> str:
    """The preposition that a passive leaves behind: "the terms are agreed to".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The rules must be complied with.")
    >>> _left_hanging(doc[4], doc[1])
    'with'
    """
    done = is_passive(verb) or is_done_to(verb) or verb.lemma_ == "pay"
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    last = len(after) == 1 or (len(after) > 1 and (not after[1].isalpha() or after[1] == "by"))
    left = last and after[0] in words("small", "left")
    return after[0] if left and done and thing.i < verb.i else ""


def _of_state(family: str, theme: tuple[str, ...]) -> tuple[str, ...]:
    """Whose independence is recognised is recognised.

    >>> _of_state("recognise", ("independence", "Norland"))
    ('norland',)
    """
    told = family == "recognise" and len(theme) > 1 and theme[0] in words("recognised", "nouns")
    return (theme[1].lower(),) if told else theme


def _into(tail: str) -> str:
    """Where to somebody is let who is barred "from the port".

    >>> _into("from its ports from May"), _into("from all ships")
    ('into its ports', 'onto all ships')
    """
    where = tail.removeprefix("from ").partition(" from ")[0]
    return f"{'onto' if _ABOARD.search(where) else 'into'} {where}"


_ABOARD = re.compile(r"\b(?:ships|boats|vessels|trains|council|committee|board|list|roads?)$")
