"""Who speaks in a parenthesis that the parser lost: ", a spokesman, Ola Brand, told reporters,"."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.parsed import Token
from detente.reading.saying import SAID, goes_on, is_plain
from detente.reading.wording import DASHES

LONGEST_ASIDE = 25  # tokens
_LONGEST = 24  # tokens from the comma before the office to the name


def named_before(said: Token) -> Token | None:
    """The name between commas right before a word of saying that has no subject of its own.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("There is nothing to go back to, a member, Ola Brand, told us, if it pays.")
    >>> named_before(next(token for token in doc if token.text == "told"))
    Brand
    """
    doc, at = said.doc, said.i
    for one in said.lefts:
        if one.lower_ in _HAVING:
            at = one.i
            break
    if at - _SHORTEST < said.sent.start or doc.tokens[at - 1].text != ",":
        return None
    name = doc.tokens[at - 2]
    told = said.tag_ in {"VBD", "VBZ"} or at < said.i  # "has made known"
    if name.pos_ != "PROPN" or not told or not is_plain(said):
        return None
    if syntax.first(said, *syntax.SUBJECTS) is not None:
        return None
    before = doc[max(said.sent.start, at - _LONGEST) : at - 2]
    commas = [token.i for token in before if token.text == ","]
    return name if len(commas) > 1 and name.i - commas[-1] <= _NAME else None


_HAVING = frozenset({"has", "have"})
_SHORTEST = 6
_NAME = 4  # tokens of a name


def is_parenthetic(word: Token) -> bool:
    """Whether it is the word of saying of a parenthesis.

    >>> from detente.reading.page import phrase
    >>> [token for token in phrase("The lake, the Ikwari say, is dry.") if is_parenthetic(token)]
    [say]
    >>> [token for token in phrase("The lake, he went on, is dry.") if is_parenthetic(token)]
    [went]
    """
    told = word.lower_ in SAID or goes_on(word) or (word.dep_ == "relcl" and _is_aside_clause(word))
    return (told and _is_fenced(word)) or named_before(word) is not None


def _is_aside_clause(verb: Token) -> bool:
    """Of "Repairs, the ministry retorted, depend on it": no relative clause, though so parsed."""
    own = any(child.dep_ in syntax.SUBJECTS for child in verb.children)
    if verb.head.dep_ in {"npadvmod", "appos"} and verb.head.i == verb.left_edge.i - 1:
        return False  # ", something Norland rejects": said of what went before
    relative = any(token.tag_ in {"WDT", "WP", "WP$", "WRB"} for token in verb.subtree)
    return is_plain(verb) and own and not relative


_FEWEST = 2  # tokens between the commas of ", Norland says,"


def _is_fenced(said: Token) -> bool:
    """Whether nothing but the speaker stands with it between two commas."""
    doc, sentence = said.doc, said.sent
    left = right = said.i
    while left > sentence.start and doc[left - 1].text not in _FENCES:
        left -= 1
    while right + 1 < sentence.end and doc[right + 1].text not in _ENDS:
        right += 1
    short = _FEWEST <= right - left + 1 <= LONGEST_ASIDE // 2
    verbs = sum(t.pos_ in {"VERB", "AUX"} for t in doc[left : right + 1] if t.i != said.i)
    return short and not verbs and left > sentence.start and doc[right].i + 1 < sentence.end


_FENCES = frozenset({",", '"', "”", "“", *DASHES, ";"})
_ENDS = _FENCES | {"."}


def edge_after_colon(inner: Token) -> int:
    """Where a clause begins, or what the parser took for the beginning of one behind a colon."""
    doc, start, edge = inner.doc.tokens, inner.sent.start, inner.left_edge.i
    if edge > 0 and doc[edge - 1].is_quote:
        edge -= 1
    if edge > start:
        return edge
    colons = (token.i for token in reversed(doc[start : inner.i]) if token.text == ":")
    return next(colons, edge - 1) + 1


def is_label(head: Token) -> bool:
    """Whether a word before a colon may name who speaks: "Norland's ministry: the gate opens"."""
    opens = head.i == head.sent.start and head.text.istitle()  # "Tavia: we'll go", taken for a noun
    owner = syntax.first(head, "poss") if head.pos_ == "NOUN" else None
    return head.pos_ == "PROPN" or opens or (owner is not None and owner.pos_ == "PROPN")
