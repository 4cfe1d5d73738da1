"""Which language a text is in: py3langid's model, unpacked once where set-up can keep it.

The model is 68 MB packed into 4; to unpack it takes longer than to read a page. What set-up keeps
beside it is the same arrays as they are, of which a process reads only the parts that it looks up;
without that, each process unpacks it anew.
"""

from __future__ import annotations

import shutil
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
    """The folder in which the arrays of the model are kept."""
    return _PACKED.with_name(f"unpacked-{version('py3langid')}")


def unpack() -> None:
    """Keep the arrays of the model beside it."""
    partly = unpacked().with_suffix(".part")
    partly.mkdir(exist_ok=True)
    for name, array in zip(_NAMES, modelio.load_model(_PACKED), strict=True):
        np.save(partly / f"{name}.npy", np.asarray(array), allow_pickle=False)
    shutil.rmtree(unpacked(), ignore_errors=True)
    partly.rename(unpacked())


@cache
def _identifier() -> langid.LanguageIdentifier:
    if not unpacked().is_dir():
        return langid.LanguageIdentifier.from_modelpath(_PACKED)
    ptc, pc, classes, nextmove, row, out = (
        np.asarray(np.load(unpacked() / f"{name}.npy", mmap_mode="r")) for name in _NAMES
    )
    plain = classes.tolist(), nextmove.data, out.data  # looked up where they lie
    return langid.LanguageIdentifier(ptc, pc, *plain, tk_row=row.data)
