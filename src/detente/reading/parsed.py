"""The parse as plain values: a document, its spans and its tokens, under the names of spaCy.

A parser gives its tokens anew at each question, and looks every string up again. The rules ask
hundreds of questions of each token, so a parse is copied out once (`detente.reading.copying`): a
token is one object, what it knows is an attribute, its neighbours in the tree are tuples, and what
was found of it once is kept with it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar, overload

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


_BLANK = Word("", "", "", *[False] * 9)


class Token:
    """A word where it stands: `i` among the tokens, `idx` in the text, and its place in the tree.

    A token is itself alone: two tokens are equal only where they are one.
    """

    __slots__ = (
        "_subtree", "children", "dep_", "doc", "head", "i", "idx", "is_sent_start", "left_edge",
        "lefts", "lemma_", "lower_", "memory", "pos_", "right_edge", "rights", "sent", "tag_",
        "text", "whitespace_", "word",
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
    def is_space(self) -> bool:
        """Whether it is nothing but space."""
        return self.word.is_space

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark of punctuation."""
        return self.word.is_punct

    @property
    def is_alpha(self) -> bool:
        """Whether it is of letters alone."""
        return self.word.is_alpha

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
        return self[0].idx

    @property
    def end_char(self) -> int:
        """Where it ends in the text."""
        return self[-1].idx + len(self[-1])

    @property
    def sent(self) -> Span:
        """The sentence in which it starts."""
        return self[0].sent

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
    def edge(self) -> Token:
        """A blank token, beyond the ends: what stands beside a word may always be asked.

        >>> from detente.reading import page
        >>> doc = page.phrase("Norland waits")
        >>> doc[1].nbor().text, doc[0].nbor(-1).pos_, doc[7].i
        ('', '', 2)
        """
        edge = Token()
        edge.doc, edge.i, edge.idx, edge.word = self, len(self), len(self.text), _BLANK
        edge.text = edge.lower_ = edge.lemma_ = edge.whitespace_ = ""
        edge.pos_ = edge.tag_ = edge.dep_ = ""
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
