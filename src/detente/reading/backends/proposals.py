"""What a second reader proposes, held to the text and to the parties that are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from detente.dispute.evidence import STATEMENT_KINDS, Actor, Condition, Document, Evidence
from detente.reading.backends.second import Proposals

CONFIDENCE = 0.4  # below what any pattern of the rules is sure of
_CONDITIONAL = ("precondition", "threat")
_FEWEST_WORDS, _LONGEST = 2, 600  # of a quote: in words, in characters
_ALIKE = {"'": "['’‘]", "’": "['’‘]", "‘": "['’‘]", '"': '["“”„]', "“": '["“”„]', "”": '["“”„]'}
_DASHES = "-‐‑–—"

NOT_A_STATEMENT = "no statement of the form that was asked for"
NO_KIND = "a kind that there is not"
NOT_QUOTED = "a quote that does not stand in the article"
NO_HOLDER = "a holder who is no party"
NO_CONDITION = "a condition that does not stand in its quote"


class _Said(BaseModel):
    """A field that a language model filled in: names, one or several, or none."""

    model_config = ConfigDict(extra="ignore", strict=True)


class _ConditionSaid(_Said):
    quote: str
    by: str | list[str] | None = None
    need: str = "holds"


class _StatementSaid(_Said):
    kind: str
    holder: str | list[str]
    quote: str
    addressee: str | list[str] | None = None
    about: str | None = None
    condition: _ConditionSaid | None = None


def checked(
    proposed: Iterable[object], document: Document, parties: Sequence[Actor], reader: str
) -> Proposals:
    """Which of some proposals the text bears out.

    Parameters
    ----------
    proposed
        Statements in the form of ``detente read --json``; of anything else it is said that it is
        none.
    document
        With its noise: a quote that stands there alone stands nowhere.
    parties
        Who can hold a position; whoever speaks for a party stands for it.
    reader
        The name of who proposes.

    Examples
    --------
    >>> text = "Norland will not sail until Sudmark pays. Sudmark refuses to pay."
    >>> parties = [Actor("norland", "Norland"), Actor("sudmark", "Sudmark")]
    >>> said = {"kind": "refusal", "holder": "Sudmark", "quote": "Sudmark refuses to pay."}
    >>> found = checked([said, said | {"quote": "Sudmark will pay."}], Document("d1", text=text),
    ...     parties, "a model")
    >>> [(piece.holder, piece.start) for piece in found.kept], found.dropped
    ([(('sudmark',), 42)], (('a quote that does not stand in the article', 1),))
    """
    known = _Known(document, parties)
    kept: dict[tuple[int, int, str], Evidence] = {}
    dropped = Counter[str]()
    for one in proposed:
        piece = _piece(one, known, reader)
        if isinstance(piece, str):
            dropped[piece] += 1
        else:
            kept.setdefault((piece.start, piece.end, piece.kind), piece)
    ordered = sorted(kept.values(), key=lambda piece: (piece.start, piece.end, piece.kind))
    return Proposals(tuple(ordered), tuple(sorted(dropped.items())))


def _piece(proposed: object, known: _Known, reader: str) -> Evidence | str:
    """The evidence that a proposal comes to, or why it comes to none."""
    try:
        said = _StatementSaid.model_validate(proposed)
    except ValidationError:
        return NOT_A_STATEMENT
    if said.kind not in STATEMENT_KINDS:
        return NO_KIND
    place = known.place(said.quote)
    if place is None:
        return NOT_QUOTED
    holder = known.ids(said.holder)
    if not holder:
        return NO_HOLDER
    condition = None
    if said.kind in _CONDITIONAL and said.condition is not None:
        condition = _condition(said.condition, place, known)
    if condition is None and (said.kind == "precondition" or said.condition is not None):
        return NO_CONDITION
    return Evidence(
        id="",
        document=known.document.id,
        quote=known.document.text[slice(*place)],
        start=place[0],
        end=place[1],
        kind=said.kind,
        holder=holder,
        addressee=known.ids(said.addressee),
        about=said.about or None,
        condition=condition,
        date=known.document.published,
        confidence=CONFIDENCE,
        read_by=reader,
    )


def _condition(said: _ConditionSaid, within: tuple[int, int], known: _Known) -> Condition | None:
    place = known.place(said.quote, within)
    if place is None or said.need not in ("holds", "fails"):
        return None
    start, end = place
    quote = known.document.text[start:end]
    return Condition(quote, start, end, "", known.ids(said.by), said.need)


class _Known:
    """What a proposal is held to: the text of a document and the names of its parties."""

    def __init__(self, document: Document, parties: Sequence[Actor]) -> None:
        self.document = document
        stands_for = {actor.id: actor.speaks_for or actor.id for actor in parties}
        self._named: Mapping[str, str] = {
            _folded(name): stands_for[actor.id]
            for actor in reversed(parties)
            for name in (*actor.aliases, actor.name, actor.id)
        }

    def ids(self, named: str | list[str] | None) -> tuple[str, ...]:
        """The parties of those names; none at all where one of them is no party."""
        names = [named] if isinstance(named, str) else named or []
        found = [self._named.get(_folded(name)) for name in names]
        return tuple(dict.fromkeys(id_ for id_ in found if id_)) if all(found) else ()

    def place(self, quote: str, within: tuple[int, int] | None = None) -> tuple[int, int] | None:
        """Where a quote stands, outside of noise: spaces, quotation marks and dashes aside."""
        words = quote.split()
        if len(quote) > _LONGEST or len(words) < (_FEWEST_WORDS if within is None else 1):
            return None
        pattern = re.compile(r"\s+".join(map(_spelt, words)))
        start, end = within or (0, len(self.document.text))
        for found in pattern.finditer(self.document.text, start, end):
            noise = self.document.noise
            if not any(begin < found.end() and found.start() < stop for begin, stop in noise):
                return found.span()
        return None


def _spelt(word: str) -> str:
    """A pattern for a word however its marks are set."""
    return "".join(
        f"[{_DASHES}]" if letter in _DASHES else _ALIKE.get(letter, re.escape(letter))
        for letter in word
    )


def _folded(name: Any) -> str:
    return " ".join(str(name).casefold().removeprefix("the ").split())
