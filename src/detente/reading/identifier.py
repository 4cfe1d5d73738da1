"""Which language a text is in: py3langid's model, unpacked once where set-up can keep it.

The model is 68 MB packed into 4; to unpack it takes longer than to read a page. What set-up keeps
beside it is the same arrays as they are; without that, each process unpacks it anew.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

import numpy as np
from py3langid import langid, modelio

_PACKED = Path(langid.MODEL_DIR, langid.MODEL_FILE)
_NAMES = ("ptc", "pc", "classes", "nextmove", "row", "out")


def identified(text: str) -> str:
    """The language that a text is most likely in, as an ISO 639-1 code.

    >>> identified("Die Gespräche sind gescheitert.")
    'de'
    """
    return str(_identifier().classify(text)[0])


def unpacked() -> Path:
    """Where the arrays of the model are kept."""
    return _PACKED.with_name(f"unpacked-{version('py3langid')}.npz")


def unpack() -> None:
    """Keep the arrays of the model beside it."""
    arrays = dict(zip(_NAMES, modelio.load_model(_PACKED), strict=True))
    partly = unpacked().with_suffix(".part.npz")
    np.savez(partly, allow_pickle=False, **arrays)
    partly.replace(unpacked())


@cache
def _identifier() -> langid.LanguageIdentifier:
    if not unpacked().is_file():
        return langid.LanguageIdentifier.from_modelpath(_PACKED)
    with np.load(unpacked()) as arrays:
        ptc, pc, classes, nextmove, row, out = (arrays[name] for name in _NAMES)
    plain = classes.tolist(), memoryview(nextmove), out.tolist()
    return langid.LanguageIdentifier(ptc, pc, *plain, tk_row=memoryview(row))
