"""What words say that a thing is somebody's land or property: "its own", "A-ish", "in A's waters".

One place for all that says so after "is", "lies", "regards it as", "considers it to be".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.reading.arguments import conjoined, prepositional
from detente.reading.parsed import Token
from detente.reading.relations.reader import Reader
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

BEING = words("be remain become stay")
LYING = words("""
    lie fall sit locate situate place include contain belong stand extend""")
OWN = words("our its their his her my")
MINE = words("ours mine theirs his hers its own itself themselves")
HOME = words("""
    territory land soil own province homeland waters water property sea shelf zone patrimony
    heritage country nation state ground birthright inheritance possession island valley field
    district region county hill village city town
    area domain realm jurisdiction sovereignty municipality
    municipal borough parish estate reserve forest airspace""")
_EDGES = words("frontier border boundary limit side line")  # a thing can be within them
_PARTS = words("part half piece bit portion section stretch share third quarter")
_WHOLE = words("integral inalienable inseparable indivisible inherent")
_NATIONAL = words("national sovereign ancestral")
_COUNTRY = words("country nation state republic motherland fatherland realm kingdom homeland")
_INSIDE = words("in within inside on under into")
_RULE = words("jurisdiction sovereignty control rule administration authority flag")
_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_DEEP = 4  # nouns down a phrase: "in the waters of the province of A"
_SAID = frozenset({"attr", "acomp", "oprd", "dobj", "prep", "xcomp", "ccomp", "pcomp", "agent"})


def is_told(reader: Reader, verb: Token, holders: Iterable[str]) -> bool:
    """Whether what follows a verb says that its subject is theirs: "lies in its waters"."""
    whose = frozenset(holders)
    said = [c for c in verb.children if c.i > verb.i and c.dep_ in _SAID]
    if verb.lemma_ == "belong" and any(
        t.lower_ in {"it", "them", "us", "him", "her"} or whose & {*reader.who(t)}
        for t in prepositional(verb, "to")
    ):
        return True
    return any(is_theirs(reader, word, whose) for c in said for word in conjoined(c))


def is_theirs(reader: Reader, word: Token, whose: frozenset[str]) -> bool:
    """Whether a word after "is" or "as" says that what it is said of is theirs."""
    if word.dep_ in SUBJECTS:
        return False
    if word.lower_ in MINE:
        return not any(c.dep_ == "case" for c in word.children)
    if word.dep_ == "prep" or word.pos_ == "ADP":
        return word.lower_ in _INSIDE and any(_is_where(reader, t, whose) for t in _of(word))
    if word.pos_ in {"VERB", "AUX"} and word.dep_ in {"xcomp", "ccomp", "pcomp"}:
        return word.lemma_ in LYING | BEING and is_told(reader, word, whose)
    if word.pos_ in {"ADJ", "PROPN"}:
        return bool(whose & {*reader.who(word)}) and not _has_of(word)
    return is_home(reader, word, whose)


def _has_of(name: Token) -> bool:
    return any(c.lower_ == "of" for c in name.children)


def _of(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield from conjoined(child)


def _is_where(reader: Reader, noun: Token, whose: frozenset[str]) -> bool:
    """As in "within its waters", "in A", "on A's side of the line"."""
    if noun.pos_ == "PROPN" and whose & {*reader.sides(noun)}:
        return True
    if _names(noun, _EDGES | _PARTS):
        return _is_owned(reader, noun, whose) or is_home(reader, noun, whose)
    return is_home(reader, noun, whose)


def _names(noun: Token, kinds: frozenset[str]) -> bool:
    return noun.lemma_.lower() in kinds or noun.lower_ in kinds


def is_home(reader: Reader, noun: Token, whose: frozenset[str], deep: int = _DEEP) -> bool:
    """As in "its land", "A's soil", "part of A", "waters under its jurisdiction"."""
    of = prepositional(noun, "of") if deep else []
    if _names(noun, _PARTS) or noun.lower_ == "%":
        whole = any(c.lower_ in _WHOLE for c in noun.children)
        return whole or any(_is_of_home(reader, t, whose, deep - 1) for t in of)
    if not _names(noun, HOME):
        return False
    national = any(c.lower_ in _NATIONAL for c in noun.children)
    if national or _is_owned(reader, noun, whose) or _is_under(reader, noun, whose):
        return True
    return any(_is_of_home(reader, t, whose, deep - 1) for t in of)


def _is_under(reader: Reader, noun: Token, whose: frozenset[str]) -> bool:
    """As in "waters under its jurisdiction"."""
    under = prepositional(noun, "under")
    return any(_names(t, _RULE) and _is_owned(reader, t, whose) for t in under)


def _is_owned(reader: Reader, noun: Token, whose: frozenset[str]) -> bool:
    return any(
        c.lower_ in OWN or (c.dep_ in _OWNING and whose & {*reader.who(c)}) for c in noun.children
    )


def _is_of_home(reader: Reader, noun: Token, whose: frozenset[str], deep: int) -> bool:
    """As "A", "the country", "itself" or "its land" after "part of"."""
    if noun.pos_ == "PROPN" and whose & {*reader.sides(noun)}:
        return True
    if noun.lemma_.lower() in _COUNTRY and any(c.lower_ == "the" for c in noun.children):
        return True
    if noun.lower_ in {"itself", "themselves"}:
        return True
    return is_home(reader, noun, whose, deep)
