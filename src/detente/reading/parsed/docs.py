"""A parsed text: its tokens and its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, overload

from detente.reading.parsed.spans import Span
from detente.reading.parsed.tokens import BLANK, Token


class Doc:
    """A parsed text: its tokens in order, its sentences, and what the rules remember of it."""

    def __init__(self, tokens: tuple[Token, ...], sents: tuple[Span, ...] = ()) -> None:
        self.tokens = tokens
        self.sents = sents
        self.memory: dict[Any, Any] = {}

    def __len__(self) -> int:
        """How many tokens it has."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if type(at) is slice:
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        try:
            return self.tokens[at]
        except IndexError:
            return self.edge

    @cached_property
    def by_form(self) -> dict[str, list[Token]]:
        """Its tokens by their forms in small letters."""
        found: dict[str, list[Token]] = {}
        for token in self.tokens:
            found.setdefault(token.lower_, []).append(token)
        return found

    @cached_property
    def edge(self) -> Token:
        """A blank token, beyond the ends: what stands beside a word may always be asked.

        >>> from detente.reading import page
        >>> doc = page.phrase("Norland waits")
        >>> doc[1].nbor().text, doc[0].nbor(-1).pos_, doc[7].i
        ('', '', 2)
        """
        edge = Token()
        edge.doc, edge.i, edge.idx, edge.word = self, len(self), len(self.text), BLANK
        edge.text = edge.lower_ = edge.lemma_ = edge.whitespace_ = ""
        edge.pos_ = edge.tag_ = edge.dep_ = ""
        edge.is_alpha = edge.is_punct = edge.is_space = False
        edge.is_sent_start = True
        edge.sent = Span(self, edge.i, edge.i)
        edge.head = edge.left_edge = edge.right_edge = edge
        edge.lefts = edge.rights = edge.children = ()
        edge.memory = {}
        edge._subtree = None  # noqa: SLF001 - its maker
        return edge

    @cached_property
    def text(self) -> str:
        """The text."""
        return "".join(token.text_with_ws for token in self.tokens)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.tokens]

    def char_span(self, start: int, end: int) -> Span | None:
        """The tokens that share a character with a stretch of the text; None where it has none.

        >>> from detente.reading import page
        >>> page.phrase("Norland shut the port.").char_span(9, 14)
        shut the
        """
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return None
        return Span(self, first.i + (start == first.idx + len(first)), last.i + 1)

    def _token_at(self, offset: int) -> Token | None:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        token = self.tokens[at]
        return token if offset < token.idx + len(token.text_with_ws) else None
