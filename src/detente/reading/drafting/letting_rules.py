"""Rules for verbs of letting and of keeping from: "let the ferries sail", "bar it from digging"."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.drafting.doing import Doing, Say
from detente.reading.drafting.lexicon import common, verbs, words
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.objects import agent_of, has_will, link_of, subject_of, things_of
from detente.reading.drafting.tails import tail_of
from detente.reading.drafting.things import span, theme_of, with_article
from detente.reading.drafting.verbs import complement, lemma_of, verbal
from detente.reading.parsed import Token

_GOVERNED = ("ccomp", "xcomp", "advcl")


def _letting_go(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``let the crew go``: free them."""
    inner = complement(verb)
    if lemma != "let" or inner is None or inner.lemma_ != "go":
        return None
    if any(child.dep_ in ("acomp", "oprd") for child in inner.children):  # "go cold"
        return None
    freed = [child for child in inner.children if child.dep_ == "nsubj"]
    return [
        Doing("free", sign, theme_of(one), "let_go", noun_words(one), subject_of(verb))
        for one in freed
    ]


def _letting_through(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``let through the lorries``."""
    links = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    for link in links if verb.lemma_ in words("letting", "verbs") | {"wave"} else []:
        through = [t for t in link.children if t.dep_ == "pobj" and t.pos_ != "PRON"]
        if through and f"{verb.lemma_}_{link.lower_}" in verbs():
            said = f"{verb.lemma_}_{link.lower_}"
            who = subject_of(verb)
            nouns = [(theme_of(t), noun_words(t).removesuffix(" again")) for t in through]
            return [Doing("allow", sign, theme, said, noun, who) for theme, noun in nouns]
    return None


def _keeping_from(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``bar museums from digging``: they are not let dig."""
    link = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "from"), None)
    inner = next((t for t in link.children if t.dep_ == "pcomp"), None) if link else None
    someone = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if verb.lemma_ not in words("letting", "against") or inner is None or someone is None:
        return None
    if someone.pos_ == "PRON" or not verbal(inner):
        return None
    tail = _done_to(inner, things_of(inner))
    theme = (*theme_of(someone), inner.lemma_)
    who = agent_of(verb)
    return [Doing("allow", not sign, theme, "let", noun_words(someone), who, tail=tail)]


def _kept_out(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``is kept out of the fund``: it is not let in; by whom, is told by who says so.

    >>> from detente.reading.drafting.phrases import doings
    >>> [(d.family, d.sign, d.noun, d.tail) for d in doings("it is kept out of the new fund")]
    [('allow', False, 'it', 'into the new fund')]
    >>> [d.family for d in doings("keep out of the dispute")]
    ['stay_out_of']
    """
    someone = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    out = next((c for c in verb.children if c.lower_ == "out" and c.i == verb.i + 1), None)
    if verb.lemma_ not in ("keep", "leave", "shut", "lock") or someone is None or out is None:
        return None
    links = [c for one in (out, verb) for c in one.children if c.lower_ == "of"]
    where = next((t for link in links for t in link.children if t.dep_ == "pobj"), None)
    if where is None:
        return None
    theme = theme_of(where) if someone.pos_ == "PRON" else (*theme_of(someone), *theme_of(where))
    noun = someone.text if someone.pos_ == "PRON" else noun_words(someone)
    tail = f"into {noun_words(where)}"
    return [Doing("allow", not sign, theme, "let", noun, "", tail=tail)]


def _let_do(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``if it were allowed to sell its stake``: whom to let do it, is told by who says so."""
    someone = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.pos_ == "PRON"), None)
    inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
    if verb.lemma_ not in words("letting", "verbs") or someone is None or inner is None:
        return None
    things = [t for t in things_of(inner) if t.pos_ in ("NOUN", "PROPN")][:1]
    theme = tuple(word for thing in things for word in theme_of(thing))
    tail = _done_to(inner, things)
    return [Doing("allow", sign, (inner.lemma_, *theme), "let", someone.text, "", tail=tail)]


def _letting(verb: Token, lemma: str, say: Say, *, sign: bool) -> list[Doing] | None:
    """``let the ferries sail``: the ferries sail; ``let inspectors in``, ``allow them to see``."""
    if verb.lemma_ not in words("letting", "verbs"):
        return None
    for inner in verb.children:
        someone = next((c for c in inner.children if c.dep_ == "nsubj"), None)
        passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        someone = passive if inner.dep_ == "xcomp" and passive is not None else someone
        to_do = any(c.dep_ == "aux" and c.lower_ == "to" for c in inner.children)
        given = next((c for c in verb.children if c.dep_ == "dobj"), None) if to_do else None
        someone = someone if someone is not None else given
        if inner.i < verb.i or inner.dep_ not in _GOVERNED or someone is None:
            continue
        if someone.pos_ == "PRON":
            return None
        if not verbal(inner) and not to_do:  # "back in"
            who, noun = subject_of(verb), noun_words(someone)
            said = "let_back" if inner.lower_ == "back" else "let_in"
            return [Doing("allow", sign, theme_of(someone), said, noun, who)]
        things = things_of(inner)
        chosen = has_will(someone) and lemma_of(inner) in verbs()
        if things in ([], [someone]) and not chosen:
            return list(say.head(inner, sign=sign))
        to = "" if lemma == "let" else "to "
        other = bool(things) and things[0] != someone and things[0].pos_ != "PRON"
        tail = to + _done_to(inner, things if other else [])
        who, noun = subject_of(verb), noun_words(someone)
        return [Doing("allow", sign, theme_of(someone), lemma, noun, who, tail=tail)]
    return None


def _let_be_done(verb: Token, _lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``permit the waters to be diverted``: who would divert them, is not said.

    >>> from detente.reading.drafting.phrases import doings
    >>> [(d.family, d.noun, d.tail) for d in doings("permit the waters to be diverted by Norland")]
    [('allow', 'the waters', 'be diverted')]
    """
    if verb.lemma_ not in words("letting", "verbs"):
        return None
    for inner in verb.children:
        done = inner.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in inner.children)
        if not done or inner.i < verb.i or inner.dep_ not in _GOVERNED:
            continue
        near = [*(c for c in inner.children if c.dep_ in ("nsubjpass", "nsubj")),
                *(c for c in verb.children if c.dep_ == "dobj")]  # fmt: skip
        thing = next((c for c in near if c.pos_ in ("NOUN", "PROPN", "NUM")), None)
        if thing is None:
            return None
        where = tail_of(inner, thing) or _out_of(inner)
        where = "" if where.startswith("by ") else where
        tail = f"be {inner.lower_} {where}".strip()
        theme = (*theme_of(thing), inner.lemma_)
        return [Doing("allow", sign, theme, "let", noun_words(thing), subject_of(verb), tail=tail)]
    return None


def _out_of(verb: Token) -> str:
    """``taken out of the basin``: out of what."""
    out = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "out"), None)
    said = span(out) if out is not None else ""
    return said if len(said.split()) <= _MOST_NAMED else ""


def _making(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``make high earners pay into the fund``, ``force the firm to open its books``."""
    done = (c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.tag_ == "VB")
    inner = next((c for c in done if c.i > verb.i and verbal(c)), None)
    marked = inner is not None and any(c.dep_ == "mark" for c in inner.children)
    if verb.lemma_ not in _MAKING or inner is None or marked:
        return None
    near = [*(c for c in inner.children if c.dep_ == "nsubj"),
            *(c for c in verb.children if c.dep_ == "dobj")]  # fmt: skip
    someone = next((c for c in near if c.pos_ in ("NOUN", "PROPN")), None)
    if someone is None or someone.i > inner.i:
        return None
    to = "" if lemma == "make" else "to "
    who = str(verb.doc[someone.left_edge.i : someone.right_edge.i + 1].text)
    who = who if len(who.split()) <= _MOST_NAMED else noun_words(someone)
    theme = (*theme_of(someone), inner.lemma_)
    things = [t for t in things_of(inner) if t.i > inner.i and t.pos_ != "PRON"]
    tail = to + _done_to(inner, things)
    return [Doing(lemma, sign, theme, lemma, who, subject_of(verb), tail=tail)]


_MAKING = ("make", "force", "compel", "oblige")
_MOST_NAMED = 6  # words


def _shipping(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``not one lorry will leave the Vale``: none is let leave; nobody keeps lorries."""
    things = things_of(verb) if lemma in ("leave", "go", "depart") else []
    if len(things) != 1 or things[0].i > verb.i:
        return None
    thing, noun = things[0], noun_words(things[0])
    first = next((c.lower_ for c in thing.children if c.dep_ in ("det", "nummod", "amod")), "")
    some = first in _ANY or (first == "" and thing.tag_ == "NN")
    if not some or common(thing.lemma_.lower()) not in words("goods", "nouns"):
        return None
    where = tail_of(verb, thing).removeprefix("from ")
    noun = noun if first else with_article(noun)
    return [Doing(lemma, sign, theme_of(thing), lemma, noun, "", link="let", tail=where)]


_ANY = frozenset(["no", "any", "a", "an", "one", "single", "another"])


def _done_to(verb: Token, things: list[Token]) -> str:
    """A verb with the first of the things it is done to.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("It let them look at the books.")
    >>> _done_to(doc[3], [doc[6]])
    'look at the books'
    """
    noun = noun_words(things[0]) if things else ""
    link = link_of(verb, things[0]) if noun else ""
    return " ".join(f"{verb.lemma_} {link} {noun}".split())


LETTING_RULES: tuple[Callable[..., list[Doing] | None], ...] = (
    _shipping, _letting_go, _letting_through, _keeping_from, _kept_out, _let_do, _let_be_done,
    _letting, _making,
)  # fmt: skip
