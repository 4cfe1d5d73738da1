"""Positions put as "What Norland wants is ..."."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.reading.attribution import Telling
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues


def clefts(telling: Telling, table: Collection[str], *, negated: bool) -> Iterator[Finding]:
    """Positions put as "What Norland wants is ...", "What it cannot stomach is ...".

    Word by word: such sentences lead the parser astray.
    """
    for sentence in telling.scene.sentences:
        first = next((token for token in sentence if token.is_alpha), None)
        if first is None or first.lower_ not in {"what", "all"}:
            continue
        opening = list(sentence.doc[first.i + 1 : min(first.i + _CLEFT, sentence.end)])
        stop = next(
            (t.i for t in opening if t.lower_ in _EQUALS and t.nbor(1).lower_ != "after"), None
        )
        if stop is None:
            continue
        inner = [token for token in opening if token.i < stop]
        named = next((t for t in inner if telling.who(t)), None)
        says_no = any(token.lower_ in {"not", "n't", "never"} for token in inner)
        worded = negated or any({t.lemma_.lower(), t.lower_} & set(table) for t in inner)
        if named is not None and says_no == negated and worded:
            yield from cues.finding(telling, "", sentence.root, holder=telling.who(named))


_EQUALS = frozenset({"is", "was", "are", "were", ":"})
_CLEFT = 16
