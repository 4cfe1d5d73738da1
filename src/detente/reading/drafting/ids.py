"""The names of options in formulas: one or two main words of their labels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from detente.dispute.leaves import RESERVED
from detente.reading.drafting.acts import Act
from detente.reading.drafting.lexicon import EXIST, THING, tables, words


def ids(act: Act) -> Iterable[str]:
    """What a labelled act may be called, the best first.

    Examples
    --------
    >>> from itertools import islice
    >>> act = Act("sudmark", "give", frozenset({"map"}), "map", label="hand over the maps")
    >>> list(islice(ids(act), 3))
    ['maps', 'maps_hand', 'maps_2']
    """
    found = act.stem or _stem(act)
    yield found
    extra = [word for word in _main_words(act.label) if word not in found.split("_")]
    yield from (f"{found}_{word}" for word in list(reversed(extra))[:2])
    yield from (f"{found}_{number}" for number in range(2, 1000))


def _stem(act: Act) -> str:
    if act.shared:
        return str(tables()["shared"][act.family]["id"])
    spoken = [clean(word) for word in re.findall(r"[^\W\d]+", act.label)]
    head = _head(act.label)
    weak = not spoken or spoken[0] in words("small", "verbs") or act.family in (EXIST, THING)
    if weak and head:
        return head
    verb = spoken[0] if spoken else ""
    particle = spoken[1] if len(spoken) > 1 and spoken[1] in words("small", "particles") else ""
    return "_".join(filter(None, (verb, particle))) or head or "act"


def _head(label: str) -> str:
    """The head of the object: "keep its patrol boats in the strait" → boats."""
    phrase = re.split(r"\b(?:about|with|to|up|on): ?|: ", label)[-1]
    spoken = phrase.split()
    rest = spoken if phrase is not label and ":" in label else spoken[1:]
    kept: list[str] = []
    for word in rest:
        if kept and clean(word) in words("small", "links"):
            break
        if main := _main_words(word):
            kept += main
    loose = words("small", "verbs") | {"place", "pending"}  # "let the visit take place"
    nouns = [word for word in kept if word not in loose]
    return (nouns or [""])[-1]


def _main_words(text: str) -> list[str]:
    said = [clean(word) for word in re.findall(r"[^\W\d]+", text)]
    small = words("small", "words") | words("small", "links") | words("small", "particles")
    return [word for word in dict.fromkeys(said) if len(word) > 1 and word not in small]


def clean(word: str) -> str:
    """A word as an id has it, or nothing where formulas keep it for themselves.

    >>> clean("Élysée"), clean("only"), clean("42")
    ('elysee', '', '')
    """
    plain = unicodedata.normalize("NFKD", word.lower()).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "_", plain).strip("_0123456789")
    return "" if plain in RESERVED else plain
