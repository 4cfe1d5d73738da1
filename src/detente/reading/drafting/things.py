"""The words of a thing: what it is about, for comparing, and how it is said, for labels."""

from __future__ import annotations

import re

from spacy.tokens import Token

from detente.reading.drafting.lexicon import common, shared_nouns, words

_ENDS = frozenset(
    [
        "of",
        "to",
        "from",
        "with",
        "on",
        "about",
        "into",
        "in",
        "over",
        "for",
        "behind",
        "at",
        "by",
        "before",
        "after",
        "under",
        "the",
        "a",
        "an",
        "and",
        "or",
    ]
)
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
_MAX_LABEL = 7


def theme_of(head: Token) -> tuple[str, ...]:
    if head.lemma_.lower() in words("measures", "nouns"):
        inner = [
            p for c in head.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"
        ]
        if inner and inner[0].pos_ == "NOUN":
            return theme_of(inner[0])
    found = [common(head.lemma_.lower())]
    for token in head.subtree:
        if token == head or not near(token, head) or token.pos_ not in _CONTENT:
            continue
        lemma = common(token.lemma_.lower())
        if lemma not in found and lemma not in words("empty", "adjectives"):
            found.append(lemma)
    return tuple(found)


def topic_of(head: Token) -> tuple[str, ...]:
    return tuple(word for word in theme_of(head)[1:] if word not in shared_nouns())


def near(token: Token, head: Token) -> bool:
    """Whether a word belongs to the noun itself, not to a clause or a time that follows."""
    while token != head:
        if token.dep_ in ("relcl", "acl", "appos", "advcl", "conj", "cc", "ccomp", "npadvmod"):
            return False
        if token.dep_ == "prep" and token.lower_ not in (
            "of",
            "on",
            "over",
            "about",
            "to",
            "in",
            "with",
            "for",
            "from",
            "against",
            "at",
            "per",
            "regarding",
            "concerning",
            "into",
        ):
            return False
        if token.dep_ == "pobj" and is_when(token) and token.head.lower_ != "of":
            return False
        token = token.head
    return True


def noun_words(head: Token) -> str:
    """The words of a noun for a label: as said, without clauses, times and empty determiners."""
    kept = [token for token in head.subtree if near(token, head)]
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    if (
        after is not None
        and after.dep_ == "npadvmod"
        and after.head == head.head
        and after.lower_ in ("day", "week", "year")
    ):
        kept.append(after)
    joints = [c.i for c in head.children if c.dep_ == "cc" and c.i > head.i]
    kept = [t for t in kept if not joints or t.i < joints[0]]
    kept = [
        t
        for t in kept
        if not (t.dep_ == "amod" and t.head == head and t.lower_ in ("last", "single", "first"))
    ]
    kept = [
        t
        for t in kept
        if not (t.head == head and t.dep_ == "det" and t.lower_ in words("empty", "determiners"))
    ]
    kept = [t for t in kept if not t.is_punct or t.text in ("-", "'", "%")]
    while len(kept) > _MAX_LABEL and kept[-1] != head:
        kept = _without_last_phrase(kept, head)
    while (
        kept
        and kept[-1] != head
        and (kept[-1].lower_ in _ENDS or kept[-1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "PART"))
    ):
        kept.pop()
    text = "".join(token.text_with_ws for token in kept)
    return re.sub(r"\s+", " ", text).replace(" 's", "'s").strip()


def _without_last_phrase(kept: list[Token], head: Token) -> list[Token]:
    for at in range(len(kept) - 1, -1, -1):
        if kept[at].dep_ == "prep" and kept[at].i > head.i:
            return kept[:at]
    return [token for token in kept if token.i <= head.i][-_MAX_LABEL:]


def noun_conjuncts(thing: Token) -> list[Token]:
    found: list[Token] = []
    for child in thing.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            found += [child, *noun_conjuncts(child)]
    return found


def is_when(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME") or token.lemma_ in (
        "day", "week", "month", "year", "hour", "time", "end", "start", "beginning", "moment",
        "return", "exchange", "writing", "public", "principle", "place", "force", "kind",
    )  # fmt: skip


def span(token: Token) -> str:
    subtree = list(token.subtree)
    return str(token.doc[subtree[0].i : subtree[-1].i + 1].text)
