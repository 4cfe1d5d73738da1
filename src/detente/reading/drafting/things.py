"""The words of a thing: what it is about, for comparing, and how it is said, for labels."""

from __future__ import annotations

import re

from detente.reading.drafting.lexicon import common, shared_nouns, words
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.periods import MONTH, WEEKDAY

_AT_THE_END = """of to from with on about into in over for behind at by before after under worth
the a an and or"""
_ENDS = frozenset(_AT_THE_END.split())
_THOSE = frozenset({"those", "these", "ones"})  # "permits of those who came by boat"
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
_POINTERS = frozenset({"it", "them", "this", "him", "her"})
_MAX_LABEL = 7
_VOWEL = re.compile(r"(?!one\b|once|eu|uni[ft]|use)[aeio]|un(?!i)|up|hour|hono|heir", re.IGNORECASE)
_MAX_WAY = 9
_DAY = re.compile(  # of the months those that are nothing else
    rf"(?:{WEEKDAY}|(?!march|may){MONTH}|easter|christmas|ramadan|passover|eid|pentecost|thanksgiving|diwali|midnight|noon|spring|summer|autumn|winter)$",
    re.IGNORECASE,
)


def theme_of(head: Token) -> tuple[str, ...]:
    """The nouns that tell what a thing is, its head first, each as the common word for it.

    Names after the head are capitalised.
    """
    if (name := named(head)) is not None:  # "its leader, Hamid Saro"
        return (*theme_of(name), common(head.lemma_.lower()))
    if (some := _measured(head)) is not None:
        return theme_of(some)
    if is_whoever(head):  # what is told of them tells them from others
        told = [t.lemma_.lower() for t in head.subtree if t.pos_ == "NOUN"]
        return (common("people"), *dict.fromkeys(map(common, told)))
    found = [_common(head)]
    if (first := modifier(head)) is not None:
        found.append(common(first.lemma_.lower()))
    for token in head.subtree:
        if token == head or not near(token, head) or not _content(token):
            continue
        if token.lower_ in words("small", "tables"):  # "staffing on the table"
            continue
        lemma = common(token.lemma_.lower())
        if lemma not in found and lemma not in words("empty", "adjectives"):
            found.append(lemma if token.pos_ != "PROPN" else lemma.capitalize())
    return tuple(found)


def _measured(head: Token) -> Token | None:
    """Of what a measure or a number says how much there is."""
    if head.lemma_.lower() in words("measures", "nouns"):
        links = (child for child in head.children if child.lower_ == "of")
        inner = [one for link in links for one in link.children if one.dep_ == "pobj"]
        if inner and inner[0].pos_ == "NOUN":
            return inner[0]
    some = counted(head)
    return some if some != head else None


def modifier(thing: Token) -> Token | None:
    """``pays the harbour dues``: the first part of a compound, taken for an object of its own."""
    before = thing.doc[thing.i - 1] if thing.i else None
    if (
        before is None
        or not before.is_alpha
        or before.pos_ != "NOUN"
        or before.tag_ != "NN"
        or thing.pos_ != "NOUN"
    ):
        return None
    apart = before.dep_ in ("dobj", "dative") and thing.dep_ == "dobj"
    return before if apart and before.head == thing.head else None


def named(head: Token) -> Token | None:
    """The name of somebody who is told by an office first: "its leader, Hamid Saro"."""
    if head.pos_ != "NOUN" or head.lemma_.lower() not in nouns("roles") | nouns("people"):
        return None
    return next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)


def counted(thing: Token) -> Token:
    """What a word of number counts: ``all of its prisoners``."""
    if thing.lower_ not in words("counting", "words") and thing.pos_ != "NUM":
        return thing
    links = (child for child in thing.children if child.lower_ == "of")
    return next((t for link in links for t in link.children if t.dep_ == "pobj"), thing)


def _common(head: Token) -> str:
    """The common word for a noun, or for it and what goes before: "industrial action"."""
    lemma = head.lemma_.lower()
    before = [f"{child.lower_}_{lemma}" for child in head.children if child.i < head.i]
    return next((common(two) for two in before if common(two) != two), common(lemma))


def _content(token: Token) -> bool:
    return token.pos_ in _CONTENT and token.dep_ not in ("prep", "amod", "nummod")


def topic_of(head: Token) -> tuple[str, ...]:
    """What a shared doing is about, with the year that tells a treaty from another.

    Where it is held is no part of that: "talks in Juba" are the talks.
    """
    years = [t.text for t in head.children if t.pos_ == "NUM" and t.text.isdecimal()]
    places = (c for c in head.children if c.dep_ == "prep" and c.lower_ in ("in", "at"))
    held = {t.lemma_.capitalize() for place in places for t in place.subtree if t.pos_ == "PROPN"}
    about = (*theme_of(head)[1:], *years)
    return tuple(word for word in about if word not in shared_nouns() and word not in held)


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
        if token.dep_ == "pobj" and token.pos_ == "PRON" and token.lower_ in _POINTERS:
            return False
        if token.dep_ == "prep" and any(t.lower_ in _POINTERS for t in token.children):
            return False  # "the nurses in it"
        if token.dep_ == "pobj" and is_when(token) and token.head.lower_ not in ("of", "per"):
            return False
        token = token.head
    return True


def noun_words(head: Token) -> str:
    """The words of a noun for a label: as said, without clauses, times and empty determiners."""
    if (is_way(head) or is_whoever(head)) and len(span(head).split()) <= _MAX_WAY:
        return span(head)
    if head.lower_ in ("one", "each") and (some := counted(head)) != head:
        return noun_words(some)  # "every one of the eleven points"
    kept = [token for token in head.subtree if near(token, head)]
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    if (
        after is not None
        and after.dep_ == "npadvmod"
        and after.head == head.head
        and after.lower_ in ("day", "week", "year")
    ):
        kept.append(after)
    kept = [t for t in kept if not (t.lower_ == "more" and t.head == head and empty_of(head))]
    joints = [c.i for c in head.children if c.dep_ == "cc" and c.i > head.i]
    kept = [t for t in kept if not joints or t.i < joints[0]]
    kept = [
        t for t in kept if not (t.dep_ == "amod" and t.head == head and t.lower_ in _left_out(head))
    ]
    kept = [
        t
        for t in kept
        if not (t.head == head and t.dep_ == "det" and t.lower_ in words("empty", "determiners"))
    ]
    empty = [c for c in head.children if c.dep_ == "det" and c not in kept]
    kept = [t for t in kept if t.dep_ != "preconj"]
    upward = [
        t.i for t in kept if t.dep_ == "advmod" and t.lower_ in ("up", "down") and t.i > head.i
    ]
    kept = [t for t in kept if not upward or t.i < upward[0]]
    kept = [t for t in kept if not t.is_punct or t.text in ("-", "'", "%")]
    kept = _with_compounds(kept)
    while len(kept) > _MAX_LABEL and kept[-1] != head:
        kept = _without_last_phrase(kept, head)
    while (
        kept
        and kept[-1] != head
        and (
            kept[-1].lower_ in _ENDS | _THOSE
            or kept[-1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "PART")
        )
    ):
        kept.pop()
    kept += _unit(kept[-1]) if kept else []
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
    if (
        empty
        and not number
        and head.tag_ == "NN"
        and head.lemma_.lower() not in words("mass", "nouns")
    ):
        text = with_article(text)
    if (one := re.match(r"an? (?=\w)", text)) is not None:  # "a single independent buyer"
        text = with_article(text[one.end() :])
    return re.sub(r"\s+", " ", text).replace(" 's", "'s").strip()


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


def with_article(noun: str) -> str:
    """A noun with its indefinite article, by sound.

    >>> with_article("offer"), with_article("one-off payment"), with_article("hour")
    ('an offer', 'a one-off payment', 'an hour')
    """
    return f"{'an' if _VOWEL.match(noun) else 'a'} {noun}"


def is_way(token: Token) -> bool:
    """Whether a noun is "the way in which it shares out the money": what is changed."""
    return token.lower_ == "way" and any(c.dep_ in ("relcl", "acl") for c in token.children)


def is_whoever(token: Token) -> bool:
    """Whether only a clause says who is meant: "those who killed the soldiers"."""
    told = token.lower_ in words("small", "whoever")
    return told and any(c.dep_ in ("relcl", "acl") and c.i > token.i for c in token.children)


def empty_of(head: Token) -> bool:
    """Whether there is to be none of a thing: "no more shelling"."""
    return any(child.lower_ == "no" and child.dep_ == "det" for child in head.children)


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
    for at in range(len(kept) - 1, -1, -1):
        if kept[at].dep_ == "prep" and kept[at].i > head.i:
            return kept[:at]
    return [token for token in kept if token.i <= head.i][-_MAX_LABEL:]


def noun_conjuncts(thing: Token) -> list[Token]:
    """What is joined to a noun by "and"."""
    found: list[Token] = []
    for child in thing.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") and not only_adds(child):
            found += [child, *noun_conjuncts(child)]
    return found


def only_adds(token: Token) -> bool:
    """Whether a noun is no thing of its own: "some 14,000 euros" after a comma, "not the north".

    Nor is what only says who is meant: "the FDLR, a Hutu militia".
    """
    before = token.doc[max(token.left_edge.i - 1, 0)]
    amount = before.text == "," and any(child.pos_ == "NUM" for child in token.children)
    one = token.left_edge.lower_ in ("a", "an") and before.text == ","
    told = (
        one
        and token.doc[before.i - 1].pos_ == "PROPN"
        and not any(child.dep_ == "cc" for child in token.head.children)
    )
    return amount or told or any(child.lower_ == "not" for child in token.children)


def is_day(noun: str) -> bool:
    """Whether a noun is only the name of a day, a month or a season.

    >>> is_day("December"), is_day("the December election")
    (True, False)
    """
    return _DAY.fullmatch(noun) is not None or noun in ("year", "last year", "the year")


def is_when(token: Token) -> bool:
    """Whether a noun only says when."""
    if any(child.lower_ == "working" for child in token.children):  # "the working week"
        return False
    month = token.text in ("March", "May") and any(c.pos_ == "NUM" for c in token.children)
    return month or bool(_DAY.match(token.text)) or token.lemma_ in (
        "day", "week", "month", "year", "hour", "time", "end", "start", "beginning", "moment",
        "return", "exchange", "writing", "public", "principle", "place", "force", "kind", "good",
    )  # fmt: skip


def span(token: Token) -> str:
    """All words under a token."""
    subtree = list(token.subtree)
    return str(token.doc[subtree[0].i : subtree[-1].i + 1].text)


def cut_off(verb: Token, thing: Token) -> Token | None:
    """``keeps the Velta bronzes``, ``boycotts exam marking``: a noun that the parser cut off."""
    after = thing.doc[thing.i + 1] if thing.i + 1 < len(thing.doc) else None
    if after is None or after.head != verb or after.dep_ not in ("oprd", "xcomp", "ccomp"):
        return None
    named = thing.pos_ == "PROPN" and after.tag_ in ("VBZ", "NNS")
    doing = thing.tag_ == "NN" and after.tag_ == "VBG" and not list(after.children)
    bare = doing and not any(child.dep_ in ("det", "poss") for child in thing.children)
    return after if named or bare else None
