"""The tables of a language: its cues, and what its headlines call the capitals.

A language is a file ``xx.toml``, found by being there.

``inflected``: names take endings. ``spaced``: words are set apart. ``verb_first``: the verb may
stand before its subject. ``[markers]`` and ``[before]``: what stands before, or after, a condition;
``holds`` and ``fails``: what the thing needs of it. ``reversing``: "demands this *before* that".
``[kinds]``: stems of verbs by kind of statement. ``negations``: words that turn a verb round.
``[capitals]``: by territory, capitals and seats as the language has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import rtoml


@cache
def supported() -> tuple[str, ...]:
    """The languages that have a table.

    >>> supported()
    ('ar', 'de', 'en', 'es', 'fr', 'ja', 'ro', 'ru', 'tr', 'uk')
    """
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def table(language: str) -> Mapping[str, Any]:
    """The table of a language.

    >>> table("ro")["inflected"]
    True
    """
    return rtoml.loads(files(__package__).joinpath(f"{language}.toml").read_text("utf-8"))
