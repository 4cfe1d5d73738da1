"""The parse as plain values: a document, its spans and its tokens, under the names of spaCy.

A parser gives its tokens anew at each question, and looks every string up again. The rules ask
hundreds of questions of each token, so a parse is copied out once (`detente.reading.copying`): a
token is one object, what it knows is an attribute, its neighbours in the tree are tuples, and what
was found of it once is kept with it.
"""

from detente.reading.parsed.docs import Doc
from detente.reading.parsed.spans import Span
from detente.reading.parsed.tokens import Token, Word, remembered

__all__ = ["Doc", "Span", "Token", "Word", "remembered"]
