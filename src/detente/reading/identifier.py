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

from detente.reading.wording import words

_SURE = 12  # by how much another language must be likelier than that of the rest
_PRESS = frozenset(
    words("""
    af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it
    ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl so sq
    sr sv sw ta te tg th tk tl tr ug uk ur uz vi zh""")
)
_RELATIVES = {  # what the model knows beside those, and takes for one of them in a short line
    "pcm": "en", "ary": "ar", "arz": "ar", "yue": "zh", "wuu": "zh", "nn": "no", "ext": "es",
    "an": "es", "lij": "it", "vec": "it", "wa": "fr", "gcf": "fr", "gcr": "fr", "crh": "tr",
    "uzs": "uz", "sdh": "ku", "ltg": "lv", "grc": "el", "hbo": "he",
}  # fmt: skip
_PACKED = Path(langid.MODEL_DIR, langid.MODEL_FILE)
_NAMES = ("ptc", "pc", "classes", "nextmove", "row", "out")


def identified(text: str, beside: str | None = None) -> str:
    """The language that a text is most likely in, as an ISO 639-1 code: one that papers are in.

    Parameters
    ----------
    text
        A body, a paragraph, a headline.
    beside
        The language of what it stands beside, of which a few words are surely not only where
        another is much likelier.

    Examples
    --------
    >>> identified("Die Gespräche sind gescheitert.")
    'de'
    >>> identified("Talks stall"), identified("Talks stall", "en")
    ('lv', 'en')
    """
    told: dict[str, float] = {}
    for code, score in _identifier().rank(text):
        language = _RELATIVES.get(code, code)
        if language in _PRESS:
            told[language] = max(float(score), told.get(language, float(score)))
    best = max(told, key=lambda language: told[language])
    unsure = told[best] - told.get(beside or "", told[best]) < _SURE
    return beside if beside in told and unsure else best


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
