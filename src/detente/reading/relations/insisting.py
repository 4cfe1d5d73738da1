"""Who holds a thing to be his own, by any word of owning in what he says.

Claims are worded in endless ways; what they share is a holder's voice, a word of owning, and a
thing. Read last, for those only of whom nothing plainer is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import prepositional
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.relations.grounds import GROUND
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said, said_in_clause
from detente.reading.relations.topic import topic
from detente.reading.relations.ways import Way
from detente.reading.syntax import NOMINAL, extent, governing, subject
from detente.reading.things import type_of
from detente.reading.wording import words

_MINE = words("ours mine theirs hers his")
_OWNING = words(
    "owner property title deed birthright homeland heritage patrimony ownership freehold"
)
_TAKEN = words("steal loot lend plunder rob usurp borrow")
_RIGHTS = words("right")
_SHARED = words("joint common shared mixed")
_ENDS = words("territory maritime resource")


def insists(reader: Reader, word: Token) -> Iterator[Said]:
    """As in "they maintain that title never passed", "It is ours by right, A says"."""
    if not _is_of_owning(word):
        return
    verb = governing(word)
    if verb is None or _is_supposed(verb) or _is_denied(word, verb):
        return
    voice = reader.voice(word)
    if voice.doubted or voice.asked or voice.is_narrator or len(voice.holder) != 1:
        return
    holder = voice.holder[0]
    if reader.is_third(holder):
        return
    if _is_others(reader, word, verb, holder):
        return
    target = _what(reader, word, verb)
    if target is not None:
        yield said_in_clause("claims", holder, target, verb)


def _is_supposed(verb: Token) -> bool:
    """As in "if it were ours", "once title has passed"."""
    helped = {c.lower_ for c in verb.children if c.dep_ in {"aux", "mark", "advmod"}}
    return bool(helped & _SUPPOSING)


_SUPPOSING = words("if unless until once would could should may might will must when whether")


def _is_of_owning(word: Token) -> bool:
    lemma = word.lemma_.lower()
    if word.lower_ in _MINE:
        return word.dep_ in {"attr", "acomp", "oprd", "conj"}
    if lemma in _TAKEN:
        return word.tag_ == "VBN"
    if lemma in _RIGHTS:  # "by right", "theirs by right"
        return word.dep_ == "pobj" and word.head.lower_ == "by"
    if word.dep_ == "pobj" and word.head.lower_ == "about":
        return False  # "talk about title"
    if any(child.lower_ in _SHARED for child in word.children):
        return False  # "recommends joint ownership"
    complement = lemma != "owner" or word.dep_ == "attr"
    return word.pos_ == "NOUN" and lemma in _OWNING and word.dep_ != "compound" and complement


def _is_denied(word: Token, verb: Token) -> bool:
    """As in "it is not ours"; that title never passed denies that it is another's."""
    passed = word.lower_ == "title" and verb.lemma_ in {"pass", "transfer", "change", "go"}
    return is_negated(verb) and not passed and verb.lemma_ not in _TAKEN | {"cannot"}


def _is_others(reader: Reader, word: Token, verb: Token, holder: str) -> bool:
    """Whether the clause gives it to somebody else: "B's property", "the owner is B"."""
    near = [*word.children, *prepositional(word, "of")]
    near += [t for t in verb.children if t.lemma_ == "owner"]
    named = {party for t in near for party in reader.sides(t)}
    return bool(named) and holder not in named


def _what(reader: Reader, word: Token, verb: Token) -> str | None:
    """What is said to be owned, else the thing that the clause names, or what the article is about.

    Of "the ship is state property" the ship.
    """
    owned = subject(verb) if word.dep_ == "attr" and word.lower_ not in _MINE else None
    if owned is not None and owned.pos_ == "NOUN":
        for target in reader.owned(owned):
            if target not in reader.scene.by_id:
                return target
    first, end = extent(verb)
    here = [t for t in verb.doc[first:end] if t is not word and _is_thing(t)]
    for token in sorted(here, key=lambda t: abs(t.i - word.i)):
        for target in reader.target("claims", token):
            if target not in reader.scene.by_id:
                return target
    return topic(reader, "claims")


def _is_thing(token: Token) -> bool:
    if token.lower_ in {"it", "they", "them"}:
        return token.dep_ in {"nsubj", "nsubjpass", "dobj"}
    return token.pos_ in NOMINAL and (type_of(token) in _ENDS or token.lemma_.lower() in GROUND)


WAYS = (Way(insists, lemmas=_OWNING | _TAKEN | _RIGHTS, words=_MINE),)
