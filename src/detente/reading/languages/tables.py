"""The tables of a language: its cues, its grammar as far as cues need it, what it calls parties.

A language is a file ``xx.toml``, found by being there. Lists of single words stand in one string.

- ``inflected``: names take endings; ``nominative``: those that a subject may have. ``spaced``:
  words are set apart. ``joined``: small words are joined to names. ``verb_first``: the verb may
  stand before its subject.
- ``oblique``: words before a name that is no subject; ``places``: before one that is only where
  something is; ``articles`` may stand between. ``heads`` (the government, its spokesman) make a
  people's adjective, or a name behind them, a subject; ``within`` are words that may stand between.
- ``says``, ``according``: who is told to say it stands beside these, or behind; ``that`` opens what
  is said. ``and`` joins two subjects.
- ``[markers]`` of a condition, and ``[before]`` those that it stands before, by sort: ``only``,
  ``until``, ``while``, ``unless``, ``without``, ``if``; a beginning "-" marks an ending, "…" a gap.
  ``reversing``: "demands this *before* that". ``negated``: what makes a clause say no; ``past``:
  what makes it tell only of the past.
- ``[kinds]``: stems of verbs by kind of statement; ``turning`` (and ``turning_after``, ``turned``)
  words around a verb that turn it round; ``not``: phrases that say nothing. ``[passive]``: what is
  done by whoever stands behind one of ``agents``, or before one of ``agents_after``.
- ``times``: words of a time, beside months and days, for which nobody waits. ``sport``: what tells
  of a match. ``against``: "against" behind a name, in a headline that has no verb.
- ``small``: further small words, by which a text without a declared encoding is told.
- ``[names]``: capitals, seats, short names by territory or body, beside those of CLDR;
  ``[people]``: adjectives; ``[leaders]``: who is known by the last name, in this spelling; those
  of English too where the language is ``latin``.
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
