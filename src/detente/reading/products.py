"""The model's products of matrices by the library that numpy brings, on one core.

For matrices of the model's size it takes a third of the time of BLIS, which spaCy brings, and the
parses are the same. It would use all cores, spin while it waits, and round by how many there are.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from threadpoolctl import ThreadpoolController


@cache
def _library() -> ThreadpoolController | None:
    """What sets the number of cores of numpy's library; None where that is another one."""
    import numpy as np  # noqa: F401  (brings the library)
    from threadpoolctl import ThreadpoolController

    found = ThreadpoolController().select(internal_api="openblas")
    return found if len(found) else None


def quicken(nlp: Language) -> None:
    """Have a model's pipes multiply so, where the number of cores can be set.

    >>> from detente.reading.page import model
    >>> layers = model().get_pipe("tok2vec").model.walk()
    >>> {layer.ops.use_blis for layer in layers} == {_library() is None}
    True
    """
    from thinc.api import NumpyOps

    if _library() is None:
        return
    ours = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for layer in model.walk() if model else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = ours


def on_one_core() -> AbstractContextManager[Any]:
    """For as long as a parse takes; whoever else multiplies has all cores again after it.

    >>> with on_one_core():
    ...     {library["num_threads"] for library in _library().info()} if _library() else {1}
    {1}
    """
    library = _library()
    return library.limit(limits=1) if library else nullcontext()
