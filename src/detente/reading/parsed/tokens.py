"""A word where it stands: what it is, its place in the tree, and what was found of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from detente.reading.parsed.docs import Doc
    from detente.reading.parsed.spans import Span

Answer = TypeVar("Answer")


class Word(NamedTuple):
    """What a form is, wherever it stands."""

    text: str
    lower_: str
    shape_: str
    is_space: bool
    is_punct: bool
    is_alpha: bool
    is_digit: bool
    is_lower: bool
    is_title: bool
    is_quote: bool
    is_stop: bool
    like_num: bool


BLANK = Word("", "", "", *[False] * 9)


class Token:
    """A word where it stands: `i` among the tokens, `idx` in the text, and its place in the tree.

    A token is itself alone: two tokens are equal only where they are one.
    """

    __slots__ = (
        "_subtree", "children", "dep_", "doc", "head", "i", "idx", "is_alpha", "is_punct",
        "is_sent_start", "is_space", "left_edge", "lefts", "lemma_", "lower_", "memory", "pos_",
        "right_edge", "rights", "sent", "tag_", "text", "whitespace_", "word",
    )  # fmt: skip

    doc: Doc
    i: int
    idx: int
    word: Word
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    whitespace_: str
    is_alpha: bool
    is_punct: bool
    is_space: bool
    is_sent_start: bool
    sent: Span
    head: Token
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]
    left_edge: Token
    right_edge: Token
    memory: dict[Any, Any]
    _subtree: tuple[Token, ...] | None

    def __len__(self) -> int:
        """How many characters it has."""
        return len(self.text)

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """The text, with the space after it."""
        return self.text + self.whitespace_

    @property
    def is_sent_end(self) -> bool:
        """Whether it is the last of its sentence."""
        return self.i + 1 == self.sent.end

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The token and all that hangs from it, in the order of the text."""
        if self._subtree is None:
            found: list[Token] = []
            waiting: list[Token | tuple[Token, ...]] = [self]
            while waiting:
                step = waiting.pop()
                known = step if isinstance(step, tuple) else step._subtree  # noqa: SLF001 - another's own
                if known is not None:
                    found += known
                elif isinstance(step, Token):
                    waiting += (*reversed(step.rights), (step,), *reversed(step.lefts))
            self._subtree = tuple(found)
        return self._subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """The tokens above it, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other tokens that are joined to it by "and" or "or"."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    def nbor(self, by: int = 1) -> Token:
        """The token so many places on, the blank one where the document has none there."""
        at, tokens = self.i + by, self.doc.tokens
        return tokens[at] if 0 <= at < len(tokens) else self.doc.edge

    @property
    def shape_(self) -> str:
        """Its letters and figures, each as its kind ("dddd")."""
        return self.word.shape_

    @property
    def is_digit(self) -> bool:
        """Whether it is of digits alone."""
        return self.word.is_digit

    @property
    def is_lower(self) -> bool:
        """Whether it is in small letters."""
        return self.word.is_lower

    @property
    def is_title(self) -> bool:
        """Whether it begins with a capital, and goes on without."""
        return self.word.is_title

    @property
    def is_quote(self) -> bool:
        """Whether it is a mark of quotation."""
        return self.word.is_quote

    @property
    def is_stop(self) -> bool:
        """Whether it is one of the commonest words."""
        return self.word.is_stop

    @property
    def like_num(self) -> bool:
        """Whether it is a number, in figures or in words."""
        return self.word.like_num


def remembered(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A question about a token that is answered once: neither the token nor the tree changes."""

    @wraps(question)
    def asked(token: Token) -> Answer:
        try:
            known: Answer = token.memory[question]
        except KeyError:
            known = token.memory[question] = question(token)
        return known

    return asked
