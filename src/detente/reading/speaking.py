"""Who speaks in a parenthesis that the parser lost: ", a spokesman, Ola Brand, told reporters,"."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.parsed import Token
from detente.reading.saying import is_plain

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
