"""The vectors of the model for a long document, part by part.

The layer that makes a vector of each token holds some 15 kB a token while it works, 3 GB for a text
of a megabyte. It looks no farther than a few tokens to either side (spaCy's `MaxoutWindowEncoder`:
its depth times its window), so that parts that overlap by more than that give what the whole
gives, but for rounding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

_LONG = 8_000  # tokens of a part
_SEEN = 16  # tokens to either side: four layers with a window of one see four


class InParts:
    """A pipe that gives tokens their vectors, asked of a long document part by part."""

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe

    def __call__(self, doc: Doc) -> Doc:
        """Set the vectors of a document's tokens."""
        if len(doc) <= _LONG:
            whole: Doc = self._pipe(doc)
            return whole
        ops = self._pipe.model.ops
        self._pipe.set_annotations([doc], [ops.xp.concatenate([*self._parts(doc)])])
        return doc

    def _parts(self, doc: Doc) -> Iterator[Any]:
        for start in range(0, len(doc), _LONG):
            first = max(0, start - _SEEN)
            (found,) = self._pipe.predict([doc[first : start + _LONG + _SEEN].as_doc()])
            yield found[start - first :][:_LONG]
