"""Conditions that are asked about, and what would come in the answer.

"And if the board published it? “We'd suspend the action the same evening.”"; "Would you come back
if they paid? We'd be there tomorrow."
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found
from detente.reading.parsed import Span, Token
from detente.reading.wording import words


def find(telling: Telling) -> Iterator[Found]:
    """The conditions of questions that the next sentence answers."""
    asked: tuple[int, int, int] | None = None
    for sentence in telling.scene.sentences:
        if asked is not None:
            main = _promised(sentence)
            if main is not None and not telling.voice(main).is_narrator:
                at, start, end = asked
                yield Found("if", "if", at, start, end, main, fronted=True)
        asked = _asked(sentence)


def _asked(sentence: Span) -> tuple[int, int, int] | None:
    """The place of the "if" of a question, and the clause after it."""
    if not sentence.spelt({"?"}):
        return None
    said = [token for token in sentence if not token.is_space and not token.is_quote]
    if not said or said[-1].text != "?":
        return None
    at = next((token for token in said if token.lower_ == "if"), None)
    opens = at is not None and (
        all(token.lower_ in _OPENERS for token in said if token.i < at.i)
        or said[0].lower_ in {"would", "will", "could"}
        or said[1].lower_ in {"would", "will", "could"}
    )
    if at is None or not opens or any(t.lower_ in _ASKING for t in said if t.i < at.i):
        return None
    start, end = syntax.trimmed(at, at.i + 1, said[-1].i)
    return (at.i, start, end) if end > start + 1 else None


_OPENERS = words("and but so then what or , even")
_ASKING = words("even ask wonder know see")


def _promised(sentence: Span) -> Token | None:
    """The verb of what "we" would do, where the answer opens with it."""
    for token in sentence:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
            continue
        subject = syntax.first(token, "nsubj")
        ours = subject is not None and subject.lower_ in {"we", "i"}
        if syntax.modal(token) in {"would", "will", "'d", "'ll"} and ours:
            return token
        return None
    return None
