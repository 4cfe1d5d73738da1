"""Derivational families: the verb behind a noun, by suffix and by the parser's own word lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from detente.reading.drafting.lexicon import shared_nouns, tables, words
from detente.reading.page import listed

# Of each suffix of a noun: what may stand in its place in the verb.
_SUFFIXES = (
    ("ification", ("ify",)), ("ication", ("ish", "icate", "y")), ("ation", ("ate", "e", "")),
    ("ition", ("ose", "ish", "e", "")),
    ("ution", ("ute", "")), ("ction", ("ct",)), ("ption", ("pt",)), ("ion", ("e", "")),
    ("sion", ("d", "de", "t", "se")), ("ment", ("",)), ("al", ("", "e")),
    ("ance", ("", "e")), ("ence", ("", "e")), ("ure", ("e", "")), ("ery", ("er",)),
    ("ing", ("", "e")),
)  # fmt: skip
_SHORTEST = 3  # letters of a verb
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")


@cache
def verb_of(noun: str) -> str | None:
    """The verb whose doing a noun names: by table, else by its suffix.

    A derived verb counts only where the lemmatizer's index (of WordNet) knows it as a verb, and the
    noun is none that has a meaning of its own.

    Examples
    --------
    >>> [verb_of(noun) for noun in ("withdrawal", "retraction", "ratification", "amendment")]
    ['withdraw', 'retract', 'ratify', 'amend']
    >>> [verb_of(noun) for noun in ("government", "station", "treaty", "boat")]
    [None, None, None, None]
    """
    known = tables()["nominal"].get(noun)
    if known is not None or noun in shared_nouns() or noun in words("own_meaning", "nouns"):
        return None if known is None else str(known)
    index = listed("verb")
    return next((verb for verb in _derived(noun) if verb in index), None)


def _derived(noun: str) -> Iterator[str]:
    for suffix, endings in _SUFFIXES:
        if noun.endswith(suffix):
            stem = noun.removesuffix(suffix)
            yield from (stem + end for end in endings if len(stem + end) >= _SHORTEST)
            if suffix == "ing" and stem[-1:] == stem[-2:-1]:  # "stopping"
                yield stem[:-1]


@cache
def is_only_verb(word: str) -> bool:
    """Whether a word is a bare verb and no noun.

    >>> is_only_verb("reopen"), is_only_verb("release"), is_only_verb("boats")
    (True, False, False)
    """
    return word in listed("verb") and word not in listed("noun")


def third_person(phrase: str) -> str:
    """A verb phrase as it stands after one party's name.

    >>> third_person("let the ferries sail"), third_person("carry out the exchange")
    ('lets the ferries sail', 'carries out the exchange')
    """
    verb, *rest = phrase.split(" ", 1)
    if verb in _IRREGULAR:
        said = _IRREGULAR[verb]
    elif re.search(r"[^aeiou]y$", verb):
        said = f"{verb[:-1]}ies"
    else:
        said = verb + ("es" if _SIBILANT.search(verb) else "s")
    return " ".join((said, *rest))
