"""Verbs that mean something of their own: agreeing, needing, owing, striking."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from detente.reading.drafting.doing import Doing, Say
from detente.reading.drafting.letting_rules import LETTING_RULES
from detente.reading.drafting.lexicon import (
    EXIST,
    common,
    is_shared,
    shared_nouns,
    tables,
    verbs,
    words,
)
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.objects import actor_of, has_will, subject_of, things_of
from detente.reading.drafting.paying import owing, paying
from detente.reading.drafting.stating import giving_word, stating, telling
from detente.reading.drafting.table import on_table
from detente.reading.drafting.things import span, theme_of, topic_of
from detente.reading.drafting.verbs import complement, lemma_of, safe_from, state_of
from detente.reading.drafting.whereabouts import WHEREABOUTS_RULES
from detente.reading.parsed import Token


def _governing(verb: Token, lemma: str, say: Say, *, sign: bool) -> list[Doing] | None:
    """``agree to pay``, ``stop drilling the seabed``: the doing is the verb that it governs.

    >>> from detente.reading.drafting.phrases import doings
    >>> [(d.family, d.sign, d.noun) for d in doings("stop drilling near the reef")]
    [('exist', False, 'drilling near the reef')]
    >>> [(d.family, d.sign, d.noun) for d in doings("stop paying")]
    [('pay', False, '')]
    """
    inner = complement(verb)
    willing, unwilling = words("shell", "yes"), words("shell", "no")
    governs = {lemma, verb.lemma_} & (willing | unwilling) or state_of(verb) in willing
    if inner is None or not governs:
        return None
    down = lemma in unwilling or (lemma == verb.lemma_ and verb.lemma_ in unwilling)
    found = list(say.head(inner, sign=sign ^ down))
    away = lemma_of(inner) in words("away", "itself")  # "stop running"
    if inner.tag_ == "VBG" and not away and len(found) == 1 and _is_bare(found[0]):
        return [
            Doing(EXIST, sign ^ down, (inner.lower_,), lemma, _where(verb, inner), found[0].subject)
        ]
    return [
        replace(
            doing,
            subject=doing.subject or subject_of(verb),
            actor=doing.actor or (actor_of(verb, inner) if down else ()),
        )
        for doing in found
    ]


def _is_bare(doing: Doing) -> bool:
    """Whether a verb stands alone that is no doing by itself: to drill, to fish."""
    if doing.theme or doing.noun or doing.anaphoric or is_shared(doing.family):
        return False
    known = words("bare", "verbs") | words("speech", "verbs") | words("posture", "verbs")
    return not {doing.verb, doing.family} & (known | {*verbs()})


def _where(verb: Token, inner: Token) -> str:
    """What goes on, with where it does: "drilling near the reef"."""
    at = [t for t in verb.children if t.dep_ == "prep" and t.i == inner.i + 1]
    end = max(t.i for one in (inner, *at) for t in one.subtree) + 1
    return str(verb.doc[inner.i : end if end - inner.i <= _MOST else inner.i + 1].text)


_MOST = 7  # words


def _of_a_doing(verb: Token, lemma: str, say: Say, *, sign: bool) -> list[Doing] | None:
    """``talks are possible``, ``a deal makes no sense``: talks, a deal."""
    of = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if of is None or of.pos_ not in ("NOUN", "PROPN"):
        return None
    said = {c.lemma_.lower() for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")}
    if lemma == "make" and any(c.lower_ == "sense" for c in verb.children):
        said.add("sensible")
    against = bool(said & words("of_doings", "no"))
    if not against and not said & words("of_doings", "yes"):
        return None
    found = list(say.one(of, sign=sign ^ against))
    return found if found and all(doing.family != "thing" for doing in found) else None


def _needing(verb: Token, lemma: str, say: Say, *, sign: bool) -> list[Doing] | None:
    """``needs Sudmark's signature``: the signature."""
    if lemma not in ("need", "require", "see"):
        return None
    needed = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
    if lemma == "see" and any(t.lower_ == "no" for noun in needed for t in noun.children):
        return None  # "sees no point in going"
    if lemma == "see" and not any(c.lower_ in _WE and c.dep_ == "nsubj" for c in verb.children):
        return None
    seen = [c for c in verb.children if lemma == "see" and c.tag_ == "VBG" and c.i == verb.i + 1]
    alone = [t for t in seen if not any(t.children)]  # "when we see scaffolding"
    found = [doing for noun in needed for doing in say.one(noun, sign=sign)]
    found += [Doing("thing", sign, (t.lower_,), "", t.lower_) for t in alone]
    return found or None


_WE = frozenset(["we", "they", "it", "i"])


def _firing(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``stop firing``: with guns; ``fire the manager`` has an object."""
    if lemma != "fire" or any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return None
    return [Doing("fire", sign, (), "fire", "", subject_of(verb))]


def _safe(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``be safe from sanctions``: without them."""
    safe = safe_from(verb)
    if safe is None:
        return None
    return [Doing(EXIST, not sign, theme_of(safe), "end", noun_words(safe))]


def _striking(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``walk out``, ``go back to work``."""
    down = lemma in words("striking", "verbs")
    if down and not any(c.dep_ in ("dobj", "nsubjpass", "auxpass") for c in verb.children):
        return [Doing(EXIST, sign, ("strike",), "start", "the strike", subject_of(verb))]
    behind = [c for child in verb.children if child.lower_ == "back" for c in child.children]
    links = (c for c in (*verb.children, *behind) if c.dep_ == "prep")  # "are back at work"
    reached = [t for link in links for t in link.children]
    where = {token.lower_ for token in (*reached, *things_of(verb)[:1])}
    back = lemma != "be" or any(child.lower_ == "back" for child in verb.children)
    ends = lemma.removesuffix("_back") in words("striking", "ends")
    if ends and where & words("striking", "places") and back:
        return [Doing(EXIST, not sign, ("strike",), lemma, "the strike", subject_of(verb))]
    if lemma == "work" and where & words("striking", "hours"):  # "work the weekend shifts"
        return [Doing(EXIST, not sign, ("strike",), lemma, _REFUSED_WORK, subject_of(verb))]
    return None


_REFUSED_WORK = "the refusal to work"


def _sliding(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``staffing comes down from six to four``: it is cut; ``no rent comes in``: none is paid."""
    table = tables()["sliding"]
    family = next((name for name in table if lemma in table[name].split()), None)
    thing = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if family is None or thing is None or thing.pos_ == "PRON":
        return None
    if has_will(thing) and thing.pos_ == "NOUN":
        return None
    if family == "pay" and common(thing.lemma_.lower()) not in words("keeping", "paid"):
        return None
    ranges = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("from", "to", "by")]
    numbers = [c for c in ranges if any(t.like_num or t.pos_ == "NUM" for t in c.subtree)]
    tail = " ".join(span(child) for child in numbers)
    if family != "pay" and not tail:  # "the wire comes down"
        return None
    noun = noun_words(thing)
    return [Doing(family, sign, theme_of(thing), family, noun, tail=tail)]


def _together(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``have all questions looked at together``: they are discussed."""
    both = any(child.lower_ == "together" for child in verb.children)
    if not both or lemma.split("_", maxsplit=1)[0] not in words("light", "together"):
        return None
    return [
        Doing("talk", sign, theme_of(thing), "discuss", noun_words(thing), subject_of(verb))
        for thing in things_of(verb)
        if thing.pos_ == "NOUN"
    ] or None


def _suspended(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``hold the treaty in abeyance``: it is not kept."""
    if verb.lemma_ not in words("suspended", "verbs"):
        return None
    inside = [c for c in verb.subtree if c.dep_ == "prep" and c.lower_ in ("in", "on", "into")]
    away = any(t.lower_ in words("suspended", "nouns") for c in inside for t in c.children)
    things = [t for t in things_of(verb) if t.pos_ in ("NOUN", "PROPN")]
    if not away or not things:
        return None
    bare = re.compile(r" (?:in|on|into) (?:abeyance|hold|ice|limbo|suspension)$")
    return [
        Doing(
            EXIST, not sign, theme_of(t), "suspend", bare.sub("", noun_words(t)), subject_of(verb)
        )
        for t in things
    ]


def _kept_shut(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``keep the port shut``, ``leave the gates open``."""
    if verb.lemma_ not in ("keep", "leave", "hold"):
        return None
    things = [c for c in verb.subtree if c.dep_ in ("dobj", "nsubj", "nsubjpass") and c.i > verb.i]
    after = {t.lower_ for t in verb.doc[verb.i + 1 :] if things and t.i > things[0].i}
    shut = after & {"shut", "closed", "sealed", "locked"}
    if not things or things[0].pos_ == "PRON" or not (shut or "open" in after):
        return None
    bare = re.compile(r" (?:shut|closed|sealed|locked|open)$")
    noun = bare.sub("", noun_words(things[0]))
    who = subject_of(verb)
    return [Doing("open", sign ^ bool(shut), theme_of(things[0]), "keep", noun, who)]


def _having_done(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``have the attack investigated by a panel``: that it is investigated."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    done = thing and next((c for c in thing.children if c.dep_ == "acl" and c.i > thing.i), None)
    if lemma not in ("have", "get") or thing is None or done is None or done.tag_ != "VBN":
        return None
    if verb.tag_ != "VB" and not any(c.dep_ == "agent" for c in done.children):
        return None  # "has troops stationed there"
    said = lemma_of(done)
    family, positive = verbs().get(said, (said, True))
    who = subject_of(verb)
    return [Doing(family, sign is positive, theme_of(thing), said, noun_words(thing), who)]


def _imprisoned(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``four of its employees remain in prison``: they are not free."""
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    places = [t.lower_ for c in verb.children if c.dep_ == "prep" for t in c.children]
    held = verb.lemma_ in words("imprisoned", "verbs") and {*places} & words("imprisoned", "places")
    if not held or who is None or who.pos_ == "PRON":
        return None
    return [Doing("free", not sign, theme_of(who), "free", noun_words(who))]


def _away(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``stay away from the council``, ``stay off the roads``."""
    away = next((c for c in verb.children if c.lower_ in _APART and c.i > verb.i), None)
    if verb.lemma_ not in ("stay", "keep") or away is None:
        return None
    if any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children):
        return None  # "is kept out of the fund": by others
    off = away.lower_ == "off"  # it says by itself from what
    links = [c for c in (*away.children, *verb.children) if c.lower_ in ("from", "of")]
    links = [away] if off else links
    found = [t for link in links for t in link.children if t.dep_ == "pobj" and t.pos_ != "PRON"]
    said = "stay_off" if off else "_".join(["stay", away.lower_, *(t.lower_ for t in links[:1])])
    who = subject_of(verb)
    shared = [shared_nouns().get(t.lemma_.lower()) for t in found]
    return [
        Doing(family, not sign, topic_of(t), "", noun_words(t), who)
        if family
        else Doing(said, sign, theme_of(t), said, noun_words(t), who)
        for t, family in zip(found, shared, strict=True)
    ] or None


_APART = ("away", "out", "off")


def _happening(verb: Token, lemma: str, say: Say, *, sign: bool) -> list[Doing] | None:
    """``repairs at the quays come``: the quays are repaired."""
    if lemma not in ("come", "happen", "take_place", "begin", "start", "proceed", "be"):
        return None
    thing = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    first = any(c.lower_ == "first" for c in verb.children)
    if thing is None or (lemma == "be" and not first) or things_of(verb) not in ([], [thing]):
        return None
    found = list(say.one(thing, sign=sign))
    return found if found and all(d.verb and d.family != "thing" for d in found) else None


VERB_RULES: tuple[Callable[..., list[Doing] | None], ...] = (
    _of_a_doing, stating, giving_word, telling, paying, _suspended, _kept_shut, _having_done,
    _imprisoned, _away, _happening, *LETTING_RULES, _governing, _needing, _firing, on_table,
    owing, _safe, _striking, *WHEREABOUTS_RULES, _sliding, _together,
)  # fmt: skip
