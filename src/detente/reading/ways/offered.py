"""What a sentence that weighs as a way out asks for: by the position that is taken in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.dispute.evidence import Evidence
from detente.reading.parsed import Span
from detente.reading.scene import Scene
from detente.reading.ways.told import Way, tidy

_ASKED = re.compile(r"^(?:demand|ask|urge|propose|suggest|insist|request|offer) (?:that|to) ")
_BY_THE_WAY = ("which ", "who ", "whose ")
_GIVING = ("offer", "willingness", "precondition", "demand")


def way(scene: Scene, sentence: Span, said: Sequence[Evidence]) -> Way | None:
    """The way out, in the words of what is offered or asked there, else of the whole sentence.

    None where a threat is all that is said there.
    """
    inside = [o for o in said if o.start < sentence.end_char and o.end > sentence.start_char]
    if inside and all(one.kind == "threat" for one in inside):
        return None
    told = [one for one in inside if not one.quote.startswith(_BY_THE_WAY)] or inside
    first = next((o for kind in _GIVING for o in told if o.kind == kind), None)
    words = scene.quote(sentence[0], sentence[-1])[2]
    if first is not None:
        about = _ASKED.sub("", first.about or "")
        words = (first.condition.quote if first.condition else about) or words
    holder = next(iter(first.holder), None) if first is not None else None
    by = holder if holder in scene.by_id else None
    return Way(tidy(words), sentence.start, sentence.end, by)
