"""Nouns as doings: what a noun names, calls for, or stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from detente.reading.drafting.derivation import verb_of
from detente.reading.drafting.doing import Doing, Say
from detente.reading.drafting.lexicon import (
    EXIST,
    THING,
    is_shared,
    shared_nouns,
    tables,
    verbs,
    words,
)
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.objects import has_will
from detente.reading.drafting.stating import pledged
from detente.reading.drafting.tails import tail_of
from detente.reading.drafting.things import is_far_end, is_when, noun_conjuncts, theme_of, topic_of
from detente.reading.drafting.verbs import fits, lemma_of, negated, shell_of, verbal
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns

_OF = ("of", "to", "on", "for", "at")
_SENT = frozenset(["give", "export", "send", "ship"])  # whose "to" tells where
_NOUNS = ("NOUN", "PROPN", "NUM", "ADJ", "VERB", "SYM")


def _pronoun(noun: Token, _say: Say, *, sign: bool) -> list[Doing] | None:
    if noun.pos_ != "PRON":
        return None
    return [Doing(THING, sign, (), "", noun.text, anaphoric=True)]


def _at_work(noun: Token, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``back in class the same afternoon``, ``no return to work``: the strike is over, or not."""
    inside = [t for c in noun.children if c.lower_ in ("at", "in", "to") for t in c.children]
    if noun.lower_ not in ("back", "return") or not any(
        t.lower_ in words("striking", "places") for t in inside
    ):
        return None
    return [Doing(EXIST, not sign, ("strike",), "return", "the strike")]


def _place(noun: Token, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``cranes back to work``, ``forces home``."""
    where = {child.lower_ for child in noun.children if child.dep_ == "advmod"}
    if noun.lemma_ == "way":  # "a way back to the centre"
        return None
    follows = noun.doc[noun.i + 2 :].text.split(" ")[0] if noun.i + 2 < len(noun.doc) else ""
    one = noun.lemma_.lower()
    people = one in nouns("crowds") | nouns("people") or one in words("severing", "recall")
    named = noun.pos_ == "PROPN" and "back" in where and not follows
    if named or (noun.pos_ == "NOUN" and "back" in where and not follows and not people):
        noun_ = noun_words(noun).removesuffix(" back")
        return [Doing("restore", sign, theme_of(noun), "give_back", noun_)]
    if noun.pos_ == "NOUN" and "back" in where:
        ends = (t.i for t in noun.children if t.dep_ in ("cc", "punct") and t.i > noun.i)
        said = str(noun.doc[noun.left_edge.i : next(ends, noun.right_edge.i + 1)].text)
        if said.endswith(" back"):  # "its land back and a seat on the board"
            return [Doing("restore", sign, theme_of(noun), "give_back", said.removesuffix(" back"))]
        return [Doing("put", sign, theme_of(noun), "put", said)]
    if noun.pos_ == "NOUN" and where & {"home", "out", "away"}:
        label = noun_words(noun).removesuffix(" home")
        return [Doing(EXIST, not sign, theme_of(noun), "withdraw", label)]
    return None


def _body(noun: Token, say: Say, *, sign: bool) -> list[Doing] | None:
    """``a region that obeys the law``: what it is to do."""
    if noun.lemma_.lower() not in words("bodies", "nouns"):
        return None
    for clause in noun.children:
        relative = [t for t in clause.children if t.tag_ in ("WDT", "WP") and t.dep_ == "nsubj"]
        if clause.dep_ == "relcl" and relative:
            return list(say.one(clause, sign=sign))
    return None


def _shell(noun: Token, say: Say, *, sign: bool) -> list[Doing] | None:
    """``any talk of withdrawing the boats``: the doing that is talked of."""
    inner, down = shell_of(noun), noun.lower_ in words("shell", "nouns_no")
    return None if inner is None else list(say.head(inner, sign=sign ^ down))


def _threatened(noun: Token, say: Say, *, sign: bool) -> list[Doing] | None:
    """``the threat of a strike``: the strike, where that is known to be a doing of pressure."""
    if noun.lemma_.lower() != "threat" or noun.dep_ != "ROOT":
        return None
    inner = [t for c in noun.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    pressing = [t for t in inner if t.lemma_.lower() in words("pressure", "nouns")]
    return list(say.one(pressing[0], sign=sign)) if pressing else None


def _calling(noun: Token, say: Say, *, sign: bool) -> list[Doing] | None:
    """``its demand for a new dam``: the dam; a reply alone is no doing."""
    if noun.lemma_.lower() not in words("speech", "nouns"):
        return None
    links = (child for child in noun.children if child.lower_ == "for")
    found = next((t for link in links for t in link.children if t.dep_ == "pobj"), None)
    return [] if found is None else list(say.one(found, sign=sign))


def _resigning(noun: Token, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``the resignation of the governor``: others want him gone."""
    target = target_of(noun) if verb_of(noun.lemma_.lower()) in _LEAVES else None
    if target is None:
        return None
    return [Doing(EXIST, not sign, theme_of(target), "remove", noun_words(target))]


_LEAVES = ("resign", "depart", "abdicate", "retire")


def _nominal(noun: Token, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``the withdrawal of its boats``, ``prisoner release``: the doing of a verb."""
    verb = verb_of(noun.lemma_.lower()) or verb_of(noun.lower_)
    if verb is None or is_far_end(noun):
        return None
    family, positive = verbs().get(verb, (verb, True))
    target = target_of(noun)
    if target is None and family == "recognise":
        return [Doing(family, sign, (), verb)]
    if target is None:
        back = noun.lemma_.lower() in set(tables()["nominal"]) - set(tables()["nouns"])
        theme = theme_of(noun)
        back = back and len(theme) == 1
        return [Doing(THING, sign, theme, verb, noun_words(noun), anaphoric=back)]
    if is_shared(family):
        return [Doing(family, sign, theme_of(target), verb, noun_words(target))]
    shared = shared_nouns().get(target.lemma_.lower())
    if shared and (fits(verb) or verb in words("light", "yes") | words("light", "no")):
        return [Doing(shared, sign is positive, topic_of(target), verb, noun_words(target))]
    link = "for" if target.head.lower_ == "for" and family in ("apologise", "pay") else ""
    return [
        Doing(family, sign is positive, theme_of(thing), verb, noun_words(thing), link=link)
        for thing in (target, *noun_conjuncts(target))
    ]


def target_of(noun: Token) -> Token | None:
    """What a doing that is named by a noun is done to."""
    known = noun.lemma_.lower() in tables()["nominal"]
    reach = _OF if known else _OF[:1]
    family = verbs().get(str(tables()["nominal"].get(noun.lemma_.lower())), ("", True))[0]
    if family in _SENT:
        reach = ("of",)
    links = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in reach]
    inner = [t for link in links for t in link.children if t.dep_ in ("pobj", "pcomp")]
    inner = [t for t in inner if not (is_when(t) and t.head.lower_ == "on")]
    compounds = [c for c in noun.children if c.dep_ == "compound" and c.is_alpha]
    compounds = [c for c in compounds if c.lower_ not in words("empty", "compounds")]
    compounds = [c for c in compounds if not is_when(c)]  # "the Wednesday sailing"
    return next(iter([*inner, *compounds]), None)


def closing(noun: Token, _say: Say | None = None, *, sign: bool) -> list[Doing] | None:
    """``a blockade``: that something is not open."""
    family = tables()["negatives"].get(noun.lemma_.lower())
    if family is None:
        return None
    return [Doing(family, not sign, theme_of(noun), "lift", noun_words(noun), link="lift")]


def _shared(noun: Token, _say: Say, *, sign: bool) -> list[Doing] | None:
    family = shared_nouns().get(noun.lemma_.lower())
    return [Doing(family, sign, topic_of(noun), "", noun_words(noun))] if family else None


def _clause(noun: Token, say: Say, *, sign: bool) -> list[Doing] | None:
    """``Sudmark ending its patrols``: a clause that the parser hangs on its subject."""
    for child in noun.children:
        last = child.dep_ == "acl" and child.right_edge == noun.right_edge  # "drills near it held"
        if last and (paid := _pays_for(noun, child, sign=sign ^ negated(child))) is not None:
            return [paid]
        told = child.lemma_ in words("told_of", "verbs")  # "a rise backdated to April"
        done = child.tag_ == "VBN" and not told
        if noun.dep_ == "ROOT" and done and (child.i == noun.i + 1 or last):
            lemma = lemma_of(child)
            family, positive = verbs().get(lemma, (lemma, True))
            said = (sign ^ negated(child)) is positive  # "the gate unlocked": without its "is"
            link = "let" if child.lemma_ in words("away", "verbs") else ""  # "teachers returned"
            words_, tail = noun_words(noun), tail_of(child, noun)  # "a tariff put on wine"
            return [Doing(family, said, theme_of(noun), lemma, words_, link=link, tail=tail)]
        if child.dep_ in ("acl", "relcl") and child.tag_ == "VBG" and verbal(child):
            found = say.one(child, sign=sign)
            return [replace(doing, subject=doing.subject or noun.text) for doing in found]
    return None


def _pays_for(noun: Token, verb: Token, *, sign: bool) -> Doing | None:
    """``the council paid for guards``, where the parser takes the council to be paid."""
    things = (c for prep in verb.children if prep.lower_ == "for" for c in prep.children)
    thing = next((one for one in things if one.dep_ == "pobj"), None)
    if thing is None or verb.lemma_ not in words("forward", "verbs") or not has_will(noun):
        return None
    family, positive = verbs().get(verb.lemma_, (verb.lemma_, True))
    return Doing(
        family, sign is positive, theme_of(thing), verb.lemma_, noun_words(thing),
        noun_words(noun), link="for",
    )  # fmt: skip


def _thing(noun: Token, _say: Say, *, sign: bool) -> list[Doing] | None:
    """Any other noun; one with an object of its own is a parse that is not to be trusted."""
    odd = any(child.dep_ == "dobj" for child in noun.children)
    bare = noun.pos_ == "NUM" and not any(noun.children)
    odd = odd or bare or noun.pos_ == "ADJ"
    if odd or noun.lower_ in ("nothing", "none") or noun.pos_ not in _NOUNS:
        return []
    return [Doing(THING, sign, theme_of(noun), "", noun_words(noun))]


NOUN_RULES: tuple[Callable[..., list[Doing] | None], ...] = (
    _pronoun, _at_work, _place, _body, _shell, _threatened, _calling, pledged, _resigning, _nominal,
    closing,
    _shared, _clause, _thing,
)  # fmt: skip
