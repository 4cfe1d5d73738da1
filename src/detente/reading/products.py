"""The model's products of matrices by the library that numpy brings, on one core.

For matrices of the model's size it takes a third of the time of BLIS, which spaCy brings, and the
parses are the same. It would use all cores, spin while it waits, and round by how many there are.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language

_NAMES = (  # as numpy's own packages call them, and as distributions do
    "scipy_openblas_{}_num_threads64_", "scipy_openblas_{}_num_threads",
    "openblas_{}_num_threads64_", "openblas_{}_num_threads",
)  # fmt: skip


class _Cores(NamedTuple):
    """How many cores the library uses: to ask, and to set."""

    asked: Callable[[], int]
    set: Callable[[int], None]


@cache
def _cores() -> _Cores | None:
    """Of numpy's library; None where it is another, which stays unused."""
    import ctypes

    library = ctypes.CDLL(importlib.import_module("numpy._core._multiarray_umath").__file__)
    for name in _NAMES:
        if hasattr(library, name.format("get")):
            return _Cores(library[name.format("get")], library[name.format("set")])
    return None


def quicken(nlp: Language) -> None:
    """Have a model's pipes multiply so, where the number of cores can be set.

    >>> from detente.reading.page import model
    >>> {layer.ops.use_blis for layer in model().get_pipe("tok2vec").model.walk()} == {not _cores()}
    True
    """
    from thinc.api import NumpyOps

    if not _cores():
        return
    ours = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for layer in model.walk() if model else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = ours


@contextmanager
def on_one_core() -> Iterator[None]:
    """For as long as a parse takes; whoever else multiplies has all cores again after it.

    >>> with on_one_core():
    ...     not _cores() or _cores().asked() == 1
    True
    """
    cores = _cores()
    if not cores:
        yield
        return
    before = cores.asked()
    cores.set(1)
    try:
        yield
    finally:
        cores.set(before)
