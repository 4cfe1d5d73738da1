"""A price on what one blocks: "will veto the loan unless", "would not stand in its way if"."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.dispute.evidence import Evidence
from detente.reading.drafting.so_long import SO_LONG

_BLOCKS = re.compile(r"(?:veto|oppose|block|resist|reject|vote against)\b")


def blocked(piece: Evidence) -> Evidence:
    """``will veto the loan unless Sudmark pays``: it does that if Sudmark fails to.

    >>> from detente.dispute.evidence import Condition
    >>> unpaid = Condition("Sudmark pays", 0, 12, "unless")
    >>> said = Evidence("q1", "d1", "…", 0, 20, "precondition", about="veto it", condition=unpaid)
    >>> blocked(said).condition.need
    'fails'
    >>> out = replace(unpaid, quote="it is left out", marker="as long as")
    >>> blocked(replace(said, about="veto the pact", condition=out)).about  # once it is not
    'allow the pact'
    """
    condition, about = piece.condition, piece.about or ""
    blocks, marker = _BLOCKS.match(about), condition.marker.lower() if condition else ""
    shut = blocks is not None and blocks[0] in ("veto", "block") and marker in SO_LONG
    if condition is None or blocks is None or not (shut or marker == "unless"):
        return piece
    about = f"allow{about[blocks.end() :]}" if shut else about
    return replace(piece, about=about, condition=replace(condition, need="fails"))


def unopposed(piece: Evidence) -> Evidence:
    """``would not stand in the way of the loan if Sudmark paid``: that is its price for it.

    >>> from detente.dispute.evidence import Condition
    >>> paid = Condition("Sudmark paid", 40, 52, "if", ("sudmark",), "fails")
    >>> quote = "It would not stand in the way of the loan if Sudmark paid."
    >>> said = Evidence("q1", "d1", quote, 0, 58, "precondition",
    ...     about="stand in the way of the loan", condition=paid)
    >>> unopposed(said).about, unopposed(said).condition.need
    ('accept the loan', 'holds')
    """
    condition = piece.condition
    found = _IN_THE_WAY.fullmatch(piece.about or "")
    if condition is None or found is None or condition.marker.lower() not in _IF_ONLY:
        return piece
    before = piece.quote[: max(condition.start - piece.start, 0)]
    if condition.need != "fails" or _NOT_SO.search(before) is None:
        return piece
    about = f"accept {found['what']}"
    return replace(piece, about=about, condition=replace(condition, need="holds"))


_IN_THE_WAY = re.compile(
    r"(?:stand in (?:the|its|their) way of|block|veto|oppose|obstruct|hold up|resist)"
    r" (?P<what>(?:the|its|their|an?|any) .+)"
)
_IF_ONLY = ("if", "once", "provided", "provided that", "as long as", "so long as", "when")
_NOT_SO = re.compile(r"\b(?:not|never|no longer)\b|n['’]t\b")
