"""How far what hangs from each word of a parse reaches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.parsed import Token


def reach(tokens: Sequence[Token]) -> None:
    """Give each token the first and the last of those that hang from it, as spaCy counts them."""
    for token in tokens:
        token.left_edge = token.right_edge = token
    for token in (*tokens, *reversed(tokens)):
        above = token.head
        if token.left_edge.i < above.left_edge.i:
            above.left_edge = token.left_edge
        if token.right_edge.i > above.right_edge.i:
            above.right_edge = token.right_edge
