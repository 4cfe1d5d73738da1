"""A parse copied out as plain values: tokens mended, joined to a tree, parted into sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from detente.reading.edges import reach
from detente.reading.mending import mend
from detente.reading.parsed import Doc, Span, Token, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse

_COLUMNS: list[int | str] = ["ORTH", "LEMMA", "POS", "TAG", "DEP", "SPACY", "SENT_START"]


def copied(parse: Parse, words: dict[int, Word]) -> Doc:
    """A parse as plain values; `words` keeps the forms that were met, by their hash.

    >>> from detente.reading.page import phrase
    >>> [(token.text, token.head.text, token.left_edge.text) for token in phrase("Norland waits")]
    [('Norland', 'waits', 'Norland'), ('waits', 'waits', 'Norland')]
    """
    lexemes, spell = parse.vocab, parse.vocab.strings
    spelt: dict[int, str] = {}
    doc = Doc(tuple(Token() for _ in range(len(parse))))
    tokens, idx = doc.tokens, 0
    rows = parse.to_array(_COLUMNS).tolist()
    heads = parse.to_array("HEAD").astype("int64").tolist()  # each as steps to the left or right
    for i, (token, row, steps) in enumerate(zip(tokens, rows, heads, strict=True)):
        for key in row[:5]:
            if key not in spelt:
                spelt[key] = spell[key]
        orth, lemma, pos, tag, dep, has_space, starts = row
        word = words.get(orth) or words.setdefault(orth, _word(lexemes[orth]))
        token.doc, token.i, token.idx, token.word = doc, i, idx, word
        token.text, token.lower_, token.memory = word.text, word.lower_, {}
        token.is_alpha, token.is_punct, token.is_space = word.is_alpha, word.is_punct, word.is_space
        token.lemma_, token.pos_ = spelt[lemma], spelt[pos]
        token.tag_, token.dep_ = spelt[tag], spelt[dep]
        token.whitespace_, token.is_sent_start = " " if has_space else "", starts == 1
        token.head = tokens[i + steps]
        token.lefts = token.rights = token.children = ()
        token._subtree = None  # noqa: SLF001 - its maker
        idx += len(word.text) + has_space
    reach(tokens)
    mend(tokens)
    _join(tokens)
    doc.sents = tuple(_sentences(doc))
    return doc


def _word(lexeme: Any) -> Word:
    return Word(*(getattr(lexeme, "orth_" if name == "text" else name) for name in Word._fields))


def _join(tokens: Iterable[Token]) -> None:
    """Give each token its children: those before it, then those after it."""
    lefts: dict[int, list[Token]] = {}
    rights: dict[int, list[Token]] = {}
    for token in tokens:
        if token.head is not token:
            side = lefts if token.i < token.head.i else rights
            side.setdefault(token.head.i, []).append(token)
    for token in tokens:
        token.lefts = tuple(lefts.get(token.i, ()))
        token.rights = tuple(rights.get(token.i, ()))
        token.children = token.lefts + token.rights


def _sentences(doc: Doc) -> Iterator[Span]:
    starts = [token.i for token in doc if token.is_sent_start or token.i == 0]
    for start, end in pairwise([*starts, len(doc)]):
        sentence = Span(doc, start, end)
        for token in sentence:
            token.sent = sentence
        yield sentence
