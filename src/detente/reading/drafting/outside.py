"""What a statement says of those outside the quarrel: courts, and what others proposed."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.dispute.evidence import AUTHOR, Coverage, Evidence
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.lexicon import is_shared, shared_nouns, words

_TWO = 2


def before_court(piece: Evidence, doing: Doing) -> Doing:
    """To go to court takes both; as a threat it is the act of one."""
    if piece.kind == "threat":
        alone = doing.family == "arbitrate"
        return (
            replace(doing, family="go", verb="go", theme=("court",), link="to") if alone else doing
        )
    where = doing.tail.partition(" ")[2]
    put = doing.verb in words("court", "verbs") and not is_shared(doing.family)
    if not put or shared_nouns().get(common_head(where)) != "arbitrate":
        return doing
    return replace(doing, family="arbitrate", theme=(), verb="go", noun=where, tail="")


def common_head(noun: str) -> str:
    """The head of a noun's words: "the International Court of Justice" → court.

    >>> common_head("the International Court of Justice")
    'court'
    """
    before = noun.lower().split(" of ")[0].split(" for ")[0].split()
    return before[-1] if before else ""


def whose(ledger: Ledger, piece: Evidence, doing: Doing) -> Doing:
    """Of a proposal that an outsider made before: whose it is."""
    if not doing.theme or doing.theme[0] not in words("proposals", "nouns"):
        return doing
    if not re.fullmatch(r"(?:the|this|that|its|their) \w+", doing.noun):
        return doing
    made = [
        p
        for p in ledger.coverage.statements
        if p.kind == "offer" and p.document == piece.document and p.start < piece.start
    ]
    last = max(made, key=lambda p: p.start, default=None)
    author = ledger.cast.resolve(last.holder[0]) if last is not None and last.holder else AUTHOR
    if author == AUTHOR or author in ledger.cast.principals:
        return doing
    return replace(doing, noun=f"{ledger.cast.whose(author)} {doing.noun.split()[1]}")


def is_proposal(coverage: Coverage, piece: Evidence) -> bool:
    """Whether what two parties are said to need is what somebody else proposes to them."""
    if piece.condition is None or len(piece.holder) < _TWO:
        return False
    known = {q: way.proposed_by for way in coverage.ways_out for q in way.because}
    return any(
        other.document == piece.document
        and other.start < piece.end
        and piece.start < other.end
        and known[other.id] not in piece.holder
        for other in coverage.evidence
        if other.id in known
    )
