"""Where people and things are: back at their desks, home, left as they are."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.drafting.doing import Doing, Say
from detente.reading.drafting.lexicon import common, words
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.objects import agent_of
from detente.reading.drafting.things import is_when, theme_of
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns


def _subject(verb: Token) -> Token | None:
    found = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    return next((one for one in found if one.pos_ in ("NOUN", "PROPN")), None)


def are_people(noun: Token) -> bool:
    """Whether a noun is of people, and no force that somebody commands.

    >>> from detente.reading.page import phrase
    >>> [are_people(token) for token in phrase("nurses children soldiers tankers women")]
    [True, True, False, False, True]
    """
    lemma = noun.lemma_.lower()
    known = lemma in nouns("crowds") | nouns("people") | nouns("roles") | words("captive", "hold")
    return known and common(lemma) not in words("forces", "nouns")


def _back_at(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``are back at their desks``: they are sent back; ``is back on the road``: it is put back."""
    back = next((c for c in verb.children if c.lower_ == "back" and c.i > verb.i), None)
    thing = _subject(verb)
    if verb.lemma_ not in ("be", "get", "stand") or back is None:
        return None
    links = [c for one in (back, verb) for c in one.children if c.dep_ == "prep"]
    rooms = [t.lower_ for link in links for t in link.children]
    if not words("whereabouts", "talking").isdisjoint(rooms) and verb.lemma_ != "stand":
        return [Doing("talk", sign, (), "go_back_to", "the table")]  # "be back in the room tonight"
    return _back_where(thing, links, sign=sign) if thing is not None else None


def _back_where(thing: Token, links: list[Token], *, sign: bool) -> list[Doing] | None:
    for link in links:
        where = next((t for t in link.children if t.dep_ == "pobj" and t.pos_ != "PRON"), None)
        if where is None or is_when(where) or link.lower_ not in words("whereabouts", "links"):
            continue
        if where.lower_ == "normal":
            return [Doing("restore", sign, theme_of(thing), "restore", noun_words(thing))]
        if where.lower_ in words("whereabouts", "states"):
            continue
        people = are_people(thing)
        said = "send_back" if people else "put_back"
        to = "to" if people and link.lower_ in ("at", "in", "on") else link.lower_
        tail = f"{to} {noun_words(where)}"
        return [Doing("restore", sign, theme_of(thing), said, noun_words(thing), tail=tail)]
    return None


def _home(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``the president can come home``: somebody lets him."""
    thing = _subject(verb)
    home = any(c.lower_ == "home" and c.i > verb.i for c in verb.children)
    if verb.lemma_ not in words("whereabouts", "going") or not home or thing is None:
        return None
    if not are_people(thing):
        return None
    noun = noun_words(thing)
    return [Doing("restore", sign, theme_of(thing), "return", noun, link="let", tail="home")]


def _left_as_it_is(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``leave the pipeline alone``, ``leave the police to their work``: nobody goes away."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i > verb.i), None)
    if verb.lemma_ != "leave" or thing is None or thing.pos_ == "PRON":
        return None
    after = [t for t in verb.subtree if t.i > thing.i and t.head in (verb, thing)]
    tail = next(filter(None, map(_how_it_is_left, after)), "")
    if not tail:
        return None
    who, noun = agent_of(verb), noun_words(thing).removesuffix(f" {tail}")
    return [Doing("leave", sign, theme_of(thing), "leave", noun, who, tail=tail)]


def _how_it_is_left(link: Token) -> str:
    """``alone``, ``out of the summits``, ``to its owners``."""
    if link.lower_ in words("whereabouts", "left"):
        return str(link.lower_)
    inner = (link, *link.children) if link.lower_ == "out" else (link,)
    where = next((t for one in inner for t in one.children if t.dep_ == "pobj"), None)
    if where is None or link.lower_ not in ("to", "out") or is_when(where):
        return ""
    return f"{'out of' if link.lower_ == 'out' else 'to'} {noun_words(where)}"


def _turned(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``homes in the capital go cold``: somebody lets them."""
    thing = _subject(verb)
    after = (c for c in verb.children if c.i == verb.i + 1)
    known = words("whereabouts", "turned")
    turned = next((c for c in after if c.dep_ in ("acomp", "oprd") or c.lower_ in known), None)
    if verb.lemma_ not in ("go", "run", "turn") or turned is None or thing is None:
        return None
    if (turned.pos_ != "ADJ" and turned.lower_ not in known) or any(turned.children):
        return None
    tail = turned.lower_
    return [Doing(lemma, sign, theme_of(thing), lemma, noun_words(thing), link="let", tail=tail)]


WHEREABOUTS_RULES: tuple[Callable[..., list[Doing] | None], ...] = (
    _back_at, _home, _left_as_it_is, _turned,
)  # fmt: skip
