"""How a thing is said in a label: the words of its noun, without what only a report needs."""

from __future__ import annotations

import re

from detente.reading.drafting.derivation import verb_of
from detente.reading.drafting.lexicon import words
from detente.reading.drafting.things import (
    counted,
    empty_of,
    is_purposed,
    is_way,
    is_when,
    is_whoever,
    named,
    near,
    span,
    with_article,
)
from detente.reading.page import listed
from detente.reading.parsed import Token

_AT_THE_END = """of to from with on about into in over for behind at by before after under worth
the a an and or"""
_ENDS = frozenset(_AT_THE_END.split())
_THOSE = frozenset({"those", "these", "ones"})  # "permits of those who came by boat"
_MAX_LABEL = 7
_MAX_WAY = 9


def noun_words(head: Token) -> str:
    """The words of a noun for a label: as said, without clauses, times and empty determiners.

    >>> from detente.reading.page import phrase
    >>> noun_words(phrase("They must open the border crossings that they shut in May.")[5])
    'the border crossings'
    """
    told = is_way(head) or is_whoever(head) or is_purposed(head)
    if told and len(span(head).split()) <= _MAX_WAY:
        return span(head)
    if head.lower_ in ("one", "each") and (some := counted(head)) != head:
        return noun_words(some)  # "every one of the eleven points"
    kept = _kept(head)
    bare = any(c.dep_ == "det" and c not in kept for c in head.children)
    kept = _cut(kept, head)
    text = "".join(
        token.text_with_ws if following.i == token.i + 1 else f"{token.text} "
        for token, following in zip(kept, [*kept[1:], kept[-1]], strict=True)
    )
    if kept[0].pos_ in ("DET", "PRON"):
        text = text[0].lower() + text[1:]
    if (name := named(head)) is not None:
        owned = re.sub(r"^(?:its|their|his|her) ", "the ", text)
        text = f"{owned} {noun_words(name)}"
    number = any(child.pos_ == "NUM" for child in head.children)  # "only one team"
    counts = head.tag_ == "NN" and head.lemma_.lower() not in words("mass", "nouns")
    counts = counts and not _is_plural(head.lower_)
    each = next((c.lower_ for c in head.children if c.lower_ in ("every", "each")), "")
    if bare and each:
        return f"{each} {text}".strip()  # "every calf registered"
    if bare and counts and not number:
        such = text.startswith("such ")  # "challenge any such arrangement"
        text = f"such {with_article(text[5:])}" if such else with_article(text)
    if (one := re.match(r"an? (?=\w)", text)) is not None:  # "a single independent buyer"
        text = with_article(text[one.end() :])
    return re.sub(r"\s+", " ", text).replace(" 's", "'s").strip()


def _is_plural(word: str) -> bool:
    """Whether a noun that the parser takes for one thing is several: "canals", no "gas"."""
    alone = word.removesuffix("s")
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and alone in listed("noun")


def _kept(head: Token) -> list[Token]:
    """The words that say what it is, in their order."""
    kept = [token for token in head.subtree if near(token, head)]
    after = head.nbor()
    if after.dep_ == "npadvmod" and after.head == head.head and after.lower_ in _RATES:
        kept.append(after)
    joints = [c.i for c in head.children if c.dep_ == "cc" and c.i > head.i]
    kept = [t for t in kept if not (_is_empty(t, head) or (joints and t.i >= joints[0]))]
    upward = [t.i for t in kept if t.i > head.i and t.dep_ == "advmod" and t.lower_ in _UPWARD]
    kept = [t for t in kept if not upward or t.i < upward[0]]
    kept = [t for t in kept if not t.is_punct or t.text in ("-", "'", "%")]
    return _with_compounds(kept or [head])  # "___", a line drawn under what is told


_RATES = ("day", "week", "year")
_UPWARD = ("up", "down")


def _is_empty(token: Token, head: Token) -> bool:
    """Whether a word before a noun tells nothing of it: "all", "no more", "the last"."""
    if token.dep_ == "preconj":
        return True
    return token.head == head and (
        (token.dep_ == "det" and token.lower_ in words("empty", "determiners"))
        or (token.dep_ == "amod" and token.lower_ in _left_out(head))
        or (token.lower_ == "more" and empty_of(head))
    )


def _cut(kept: list[Token], head: Token) -> list[Token]:
    """No more words than a label takes, and none at their end that ties on to others."""
    while _count(kept) > _most(kept, head) and kept[-1] != head:
        kept = _without_last_phrase(kept, head)
    if (doing := next(filter(_is_cut_short, kept), None)) is not None and doing.i < kept[-1].i:
        kept = [token for token in kept if token.i < doing.head.i]
    while kept and kept[-1] != head and _is_tie(kept[-1]):
        kept.pop()
    return [*kept, *(_unit(kept[-1]) if kept else [])]


def _count(kept: list[Token]) -> int:
    """The words, of which hyphens join several to one: "the non-use of force" has four."""
    return sum(not (_is_hyphen(t) or (t.i and _is_hyphen(t.nbor(-1)))) for t in kept)


def _is_cut_short(token: Token) -> bool:
    """Whether a doing goes on in what no label keeps: "for getting the men out of the wards"."""
    where = (c.lower_ for c in token.children if c.dep_ in ("prep", "prt", "advmod"))
    return token.dep_ == "pcomp" and any(c in ("out", "off", "through", "away") for c in where)


def _is_tie(token: Token) -> bool:
    ties = token.pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "PART")
    return ties or token.lower_ in _ENDS | _THOSE


def _unit(last: Token) -> list[Token]:
    """The "m" of "$43m", where the two are parted."""
    after = last.doc[last.i + 1 : last.i + 2]
    cut = last.like_num and not last.whitespace_ and after.text in ("m", "bn", "b", "k", "tn")
    return list(after) if cut else []


def _left_out(head: Token) -> tuple[str, ...]:
    """Adjectives of order that tell nothing; of a part they tell which: "the first half"."""
    part = head.lemma_.lower() in words("measures", "nouns") | words("measures", "parts")
    part = part and not is_when(head)
    return ("single",) if part else ("last", "single", "first")


def _with_compounds(kept: list[Token]) -> list[Token]:
    """With the other parts of what hyphens join: "a purpose-built museum"."""
    doc, found = kept[0].doc, {token.i for token in kept}
    for token in kept:
        at = token.i
        while at > 1 and _is_hyphen(doc[at - 1]):
            at -= 2
            owned = [t.i for t in doc[at].lefts if t.dep_ in ("poss", "det")]
            found |= {at, at + 1, *owned}
        if _is_hyphen(token) and at:
            found.add(at - 1)
    return [doc[at] for at in sorted(found)]


def _is_hyphen(token: Token) -> bool:
    """Whether a hyphen stands between two words without a space."""
    at = token.i
    joined = token.text == "-" and not token.whitespace_ and at > 0
    return joined and not token.doc[at - 1].whitespace_


def _without_last_phrase(kept: list[Token], head: Token) -> list[Token]:
    """Without what the last preposition brings, and the noun that needs its "of"."""
    last = _last_link(kept, head)
    if last is None:
        return [token for token in kept if token.i <= head.i][-_MAX_LABEL:]
    if _is_needed(last, head):  # "a say over the use of machines": no "say over the use"
        last = last.head.head
    return [token for token in kept if token.i < last.i]


def _most(kept: list[Token], head: Token) -> int:
    """How many words a label takes: two more to keep an "of" that its noun needs."""
    last = _last_link(kept, head)
    return _MAX_LABEL + 2 * (last is not None and _is_needed(last, head))


def _last_link(kept: list[Token], head: Token) -> Token | None:
    return next((t for t in reversed(kept) if t.dep_ == "prep" and t.i > head.i), None)


def _is_needed(link: Token, head: Token) -> bool:
    """Whether a noun says nothing without its "of": "the use", "the filling", not "the islands"."""
    noun = link.head
    doing = noun.tag_ == "VBG" or verb_of(noun.lemma_.lower()) is not None or noun.lower_ == "use"
    return link.lower_ == "of" and noun != head and noun.dep_ == "pobj" and doing
