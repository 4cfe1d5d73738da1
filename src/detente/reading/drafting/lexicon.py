"""What words mean to the drafter: the tables of ``words.toml``, indexed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import rtoml

EXIST, THING = "exist", "thing"
STAYING = ("stay", "remain")  # verbs of what is to be as it is


@cache
def tables() -> Mapping[str, Any]:
    """The tables as they stand in the file.

    >>> tables()["shared"]["talk"]["label"]
    'hold talks'
    """
    return rtoml.loads((files(__package__) / "words.toml").read_text("utf-8"))


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One list of words of a table.

    >>> "refuse" in words("shell", "no")
    True
    """
    return frozenset(tables()[table].get(key, "").split())


@cache
def pattern(table: str, key: str, *, start: bool = False) -> re.Pattern[str]:
    """A list of phrases, with bars between them, as a pattern; of the `start` of a text if so.

    >>> bool(pattern("absolute", "words").search("That is non-negotiable."))
    True
    """
    phrases = tables()[table][key].replace("\n", "")
    return re.compile(rf"^(?:{phrases})" if start else phrases, re.IGNORECASE)


@cache
def verbs() -> Mapping[str, tuple[str, bool]]:
    """Of each verb that is one of a family: the family, and whether it is for or against.

    >>> verbs()["lift"], verbs()["reopen"]
    (('exist', False), ('open', True))
    """
    found = {
        verb: (name, side == "yes")
        for name, group in tables()["groups"].items()
        for side in ("yes", "no")
        for verb in group[side].split()
    }
    shared = {
        verb: (name, True)
        for name, row in tables()["shared"].items()
        for verb in row["verbs"].split()
    }
    return {**found, **shared}


@cache
def shared_nouns() -> Mapping[str, str]:
    """Of each noun for a shared doing: which one.

    >>> shared_nouns()["dialogue"], shared_nouns()["treaty"]
    ('talk', 'sign')
    """
    return {noun: name for name, row in tables()["shared"].items() for noun in row["nouns"].split()}


def is_shared(group: str) -> bool:
    """Whether a doing needs the other side's consent.

    >>> is_shared("talk"), is_shared("pay")
    (True, False)
    """
    return group in tables()["shared"]


@cache
def _synonyms() -> Mapping[str, str]:
    return {
        word: first for first, others in tables()["synonyms"].items() for word in others.split()
    }


def common(lemma: str) -> str:
    """The word that stands for all that mean the same.

    >>> common("vessel"), common("ferry")
    ('boat', 'ferry')
    """
    return _synonyms().get(lemma, lemma)


def spoken(verb: str) -> str:
    """A verb of the tables as it is said.

    >>> spoken("hand_over"), spoken("carry_on")
    ('hand over', 'go on with')
    """
    return "go on with" if verb in ("go_on", "carry_on") else verb.replace("_", " ")
