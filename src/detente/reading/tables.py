"""The tables of ``data/`` as plain values: what words and names the rules know."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import rtoml


@cache
def table(name: str) -> Mapping[str, Any]:
    """A table of ``data/``, in TOML.

    >>> "ministry" in table("nouns")["parts"]["words"]
    True
    """
    return rtoml.loads(files("detente.reading.data").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def wrongs(kind: str) -> frozenset[str]:
    """The words of what is wrong to be ("being") or to do ("doing").

    >>> "theft" in wrongs("being"), "sabotage" in wrongs("doing")
    (True, True)
    """
    return frozenset(table("wrongs")[kind].split())


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of ``data/``, in CSV; lines that begin with # are comments.

    >>> rows("capitals")[0]["capital"]
    'Andorra la Vella'
    """
    text = files("detente.reading.data").joinpath(f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
