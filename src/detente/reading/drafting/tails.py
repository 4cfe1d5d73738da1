"""What a verb says beside its object: where to, how far, before which court."""

from __future__ import annotations

import re

from detente.reading.drafting.lexicon import shared_nouns, verbs, words
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.objects import link_of, things_of
from detente.reading.drafting.things import is_when
from detente.reading.drafting.verbs import lemma_of
from detente.reading.parsed import Token

_FROM_TO = re.compile(  # "from 18 to 22 per cent"
    r"from (?:[$€£]?[\d.,]+|[a-z]+)(?: [a-z]+)? to [$€£]?(?:[\d.,]*\d|[a-z]+)"
    r"(?: ?(?:per cent|percent|%|(?:(?:million|billion|lakh|crore) )?[a-z]+s\b|million|billion))?"
)
_LONG_TAIL = 6  # words of a prepositional object that a label still takes


def tail_of(verb: Token, thing: Token) -> str:
    """What a verb says beside its object: ``into escrow``, ``to 40 per cent``, ``abroad``."""
    if thing.i > verb.i and (said := _past(verb, thing) or _entitled(thing)):
        return said
    courts = [c for c in thing.children if c.dep_ == "prep" and c.lower_ == "before"]
    own = [c for c in verb.children if c.dep_ in ("advmod", "prt") and _is_own(verb, c)]
    behind = [c for one in own for c in one.children if c.dep_ == "prep"]
    for child in (*(c for c in verb.children if c not in own), *behind, *courts):
        if child.i < thing.i or child.i < verb.i or thing.dep_ == "pobj":
            continue
        if child.dep_ == "advmod" and child.lower_ in words("tail", "adverbs"):
            return str(child.lower_)
        if (left := _left_behind(verb, thing, child)) is not None:
            return f"from {noun_words(left)}"
        if child.dep_ in ("prep", "dative") and (_is_tail(verb, child) or _asks_for(verb, child)):
            inner = next((t for t in child.children if t.dep_ == "pobj"), None)
            said = noun_words(inner) if inner is not None and inner.pos_ != "PRON" else ""
            if child.lower_ == "from" and (span_ := _FROM_TO.match(verb.doc.text[child.idx :])):
                return span_[0]
            return _short_tail(child.lower_, said)
    return ""


def _past(verb: Token, thing: Token) -> str:
    """Of "let a single lorry by" that it is let by."""
    after = (c for c in verb.children if c.i > thing.i and not any(c.children))
    by = next((c.lower_ for c in after if c.lower_ in ("by", "past")), "")
    return str(by) if verb.lemma_ in ("let", "wave") else ""


def _is_own(verb: Token, adverb: Token) -> bool:
    """Whether an adverb is a part of the verb: "pulled its guns back from the border"."""
    return lemma_of(verb).endswith(f"_{adverb.lower_}")


def _asks_for(verb: Token, link: Token) -> bool:
    """``ask the county court for an order``: for what."""
    return verb.lemma_ in ("ask", "petition", "sue") and link.lower_ == "for"


def _entitled(thing: Token) -> str:
    """What a right is to: "the right to fly on to Asia".

    >>> from detente.reading.page import phrase
    >>> _entitled(phrase("They must grant the right to land in Vedra at night.")[4])
    'to land in Vedra'
    """
    if thing.lemma_ not in ("right", "permission", "chance", "licence", "license"):
        return ""
    inner = next((c for c in thing.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB"), None)
    if inner is None or inner.doc[inner.i - 1].lower_ != "to":
        return ""
    things = things_of(inner)
    noun = noun_words(things[0]) if things and things[0].pos_ != "PRON" else ""
    link = link_of(inner, things[0]).removeprefix("let") if noun else ""
    said = " ".join(f"to {inner.lower_} {link} {noun}".split())
    return said if len(said.split()) <= _LONG_TAIL + 1 else ""


def _short_tail(link: str, said: str) -> str:
    """Where to, or how far, in few words: "to a referendum in three western counties" is to one.

    >>> _short_tail("to", "a referendum in the three western counties")
    'to a referendum'
    """
    if len(said.split()) > _LONG_TAIL:
        said = re.split(r" (?:in|of|on|at|for|with|by|from|about|over) ", said, maxsplit=1)[0]
    return f"{link} {said}" if 0 < len(said.split()) <= _LONG_TAIL else ""


def _left_behind(verb: Token, thing: Token, link: Token) -> Token | None:
    """``pull out of the valley``, ``their troops leave the valley``: the valley."""
    if link.dep_ == "dobj" and link != thing and verb.lemma_ in ("leave", "quit", "vacate"):
        return link if link.pos_ != "PRON" else None
    if (
        link.dep_ != "prep"
        or link.lower_ not in ("of", "out")
        or verb.lemma_ not in ("pull", "move")
    ):
        return None
    inner = [link, *(child for child in link.children if child.lower_ == "of")]
    return next((t for one in inner for t in one.children if t.dep_ == "pobj"), None)


def _is_tail(verb: Token, link: Token) -> bool:
    """Whether a preposition goes on with what is done: where to, how far, before which court."""
    inner = next((t for t in link.children if t.dep_ == "pobj"), None)
    if inner is None:
        return False
    if link.lower_ in words("tail_of", verb.lemma_):  # "use them as a lever", "keep seats for it"
        return not is_when(inner)
    if link.lower_ == "by":
        return verbs().get(lemma_of(verb), ("",))[0] in ("raise", "cut") and not is_when(inner)
    if link.lower_ == "before":
        court = shared_nouns().get(inner.lemma_.lower()) == "arbitrate"
        judges = words("court", "bodies") | words("outsiders", "nouns")
        return court or inner.lemma_.lower() in judges
    amount = link.lower_ == "to" and any(child.pos_ == "NUM" for child in inner.children)
    return link.lower_ in words("tail", "links") and (amount or not is_when(inner))
