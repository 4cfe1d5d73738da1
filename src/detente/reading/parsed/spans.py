"""Tokens in a row: a sentence, or a part of one."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from detente.reading.parsed.docs import Doc
    from detente.reading.parsed.tokens import Token


class Span:
    """The tokens from `start` to before `end`."""

    __slots__ = ("_forms", "_lemmas", "_root", "_text", "doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end
        self._forms: frozenset[str] | None = None
        self._lemmas: frozenset[str] | None = None
        self._text: str | None = None
        self._root: Token | None = None

    def __len__(self) -> int:
        """How many tokens it has."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[range(self.start, self.end)[at]]

    def spelt(self, forms: AbstractSet[str]) -> list[Token]:
        """Its tokens that have one of some forms, in small letters.

        >>> from detente.reading import page
        >>> page.phrase("Let them pay and let them go")[0].sent.spelt({"let", "them"})
        [Let, them, let, them]
        """
        if self._forms is None:
            self._forms = frozenset(token.lower_ for token in self)
        if self._forms.isdisjoint(forms):
            return []
        return [token for token in self if token.lower_ in forms]

    def of_lemmas(self, lemmas: AbstractSet[str]) -> list[Token]:
        """Its tokens that are forms of some words.

        >>> from detente.reading import page
        >>> page.phrase("Norland waits")[0].sent.of_lemmas({"wait"})
        [waits]
        """
        if self._lemmas is None:
            self._lemmas = frozenset(token.lemma_.lower() for token in self)
        if self._lemmas.isdisjoint(lemmas):
            return []
        return [token for token in self if token.lemma_.lower() in lemmas]

    @property
    def _key(self) -> tuple[int, int, int]:
        return id(self.doc), self.start, self.end

    @property
    def text_with_ws(self) -> str:
        """The text, with the space after it."""
        return "".join(token.text_with_ws for token in self)

    @property
    def text(self) -> str:
        """The text."""
        if self._text is None:
            inside = self.doc.tokens[self.start : self.end]
            end = inside[-1].idx + len(inside[-1].text) if inside else 0
            self._text = self.doc.text[inside[0].idx : end] if inside else ""
        return self._text

    @property
    def start_char(self) -> int:
        """Where it starts in the text."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where it ends in the text."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def sent(self) -> Span:
        """The sentence in which it starts."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The token that is highest in the tree, a word before a mark, and the first of several."""
        if self._root is None:
            inside = self.doc.tokens[self.start : self.end]
            above = [token for token in inside if not self.start <= token.head.i < self.end]
            top = next((token for token in inside if token.head is token), None)
            self._root = min(above, key=_depth, default=self[0]) if top is None else top
        return self._root


def _depth(token: Token) -> int:
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)
