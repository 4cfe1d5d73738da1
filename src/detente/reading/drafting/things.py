"""The words of a thing that tell what it is about, for comparing, and what else a noun is."""

from __future__ import annotations

import re

from detente.reading.drafting.lexicon import common, shared_nouns, words
from detente.reading.page import listed
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.periods import MONTH, WEEKDAY

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
_TIES = ("of", "on", "over", "about", "to", "in", "with", "for", "from", "against", "at", "per",
         "regarding", "concerning", "into")  # fmt: skip
_GIVEN = nouns("decisions") | {"compensation", "payment", "money", "word", "undertaking", "waiver"}
_POINTERS = frozenset({"it", "them", "this", "him", "her"})
SEVERAL = re.compile(  # how a noun that means several ends, though it has no "s"
    r"\b(?:(?!omen|specimen|regimen)[\w-]*men|children|[\w-]*people|police)$", re.IGNORECASE
)
_VOWEL = re.compile(
    r"(?!one\b|once|eu|uni[ft]|use)[aeio]|un(?!i)|up|hour|hono|heir|8|11\b|18\b", re.IGNORECASE
)
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
        or (thing.pos_ != "NOUN" and thing.lower_ not in listed("noun"))
    ):
        return None  # "put the night supplement back", taken for a verb
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
        if token.dep_ == "prep" and (token.lower_ not in _TIES or _tells_giver(token)):
            return False
        if token.dep_ == "pobj" and token.pos_ == "PRON" and token.lower_ in _POINTERS:
            return False
        if token.dep_ == "prep" and any(t.lower_ in _POINTERS for t in token.children):
            return False  # "the nurses in it"
        if token.dep_ == "pobj" and is_when(token) and token.head.lower_ not in ("of", "per"):
            return False
        token = token.head
    return True


def _tells_giver(link: Token) -> bool:
    """As in "an apology from Norland": who is to give it."""
    named = any(c.pos_ == "PROPN" for c in link.children)
    return link.lower_ == "from" and named and link.head.lemma_.lower() in _GIVEN


def with_article(noun: str) -> str:
    """A noun with its indefinite article, by sound.

    >>> [with_article(noun) for noun in ("offer", "one-off payment", "hour", "8% rise")]
    ['an offer', 'a one-off payment', 'an hour', 'an 8% rise']
    >>> with_article("armed men"), with_article("fishermen"), with_article("omen")
    ('armed men', 'fishermen', 'an omen')
    """
    if SEVERAL.search(noun):
        return noun
    return f"{'an' if _VOWEL.match(noun) else 'a'} {noun}"


def is_way(token: Token) -> bool:
    """Whether a noun is "the way in which it shares out the money": what is changed."""
    return token.lower_ == "way" and any(c.dep_ in ("relcl", "acl") for c in token.children)


def is_purposed(token: Token) -> bool:
    """Whether an infinitive says what is meant: "its plan to contract out the smelter"."""
    noun = token.lemma_.lower() in words("purposed", "nouns")
    meant = noun and any(c.dep_ in ("det", "poss") for c in token.lefts)  # not "in order to"
    return meant and any(
        child.dep_ in ("acl", "relcl", "xcomp") and child.tag_ == "VB" and child.i > token.i
        and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        for child in token.children
    )  # fmt: skip


def is_whoever(token: Token) -> bool:
    """Whether only a clause says who is meant: "those who killed the soldiers".

    Or what they are to blame for: "those responsible for the raid".
    """
    told = token.lower_ in words("small", "whoever")
    return told and any(
        c.i > token.i and (c.dep_ in ("relcl", "acl") or c.lower_ in _TO_BLAME)
        for c in token.children
    )


_TO_BLAME = ("responsible", "behind", "accused", "guilty", "wanted")  # "those behind the raid"


def empty_of(head: Token) -> bool:
    """Whether there is to be none of a thing: "no more shelling"."""
    return any(child.lower_ == "no" and child.dep_ == "det" for child in head.children)


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
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", token.text) and token.head.lower_ in ("in", "since"):
        return True
    if token.lemma_ == "reason" and token.head.lower_ == "for":  # "for political reasons"
        return True
    if token.lemma_ == "force" and token.head.lower_ == "of":  # "the use of force"
        return False
    return month or bool(_DAY.match(token.text)) or token.lemma_ in (
        "day", "week", "month", "year", "hour", "time", "end", "start", "beginning", "moment",
        "return", "exchange", "writing", "public", "principle", "place", "force", "kind", "good",
        "behalf", "sake",
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


def is_far_end(noun: Token) -> bool:
    """Whether it is a place, and no ending: "its end of the bridge", "the north end".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("They shut the north end of it to put an early end to it.")
    >>> [is_far_end(token) for token in doc if token.text == "end"]
    [True, False]
    """
    before = {child.lower_ for child in noun.lefts} & _ENDS
    return noun.lower_ == "end" and bool(before or any(c.dep_ == "poss" for c in noun.lefts))


_ENDS = nouns("directions") | {"far", "near", "other", "upper", "lower", "own", "opposite"}
