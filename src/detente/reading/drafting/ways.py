"""What would break the deadlock, as the coverage has it, said of the draft's own options."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from detente.dispute.evidence import WayOut
from detente.dispute.formula import Atom, Formula, Not, conjunction
from detente.reading.drafting.acts import Act, Literal
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.lexicon import THING
from detente.reading.drafting.phrases import doings

_NOT = "not: "  # how the reading words that something must end
_AT_ONCE = re.compile(
    r"\b(?:both|each|all|two)\b.{0,60}\b(?:at once|at the same time|together|in step|same \w+)\b"
    r"|\bsimultaneous|\bone and the same (?:day|hour|time)\b",
    re.IGNORECASE | re.DOTALL,
)
_ANYBODY = re.compile(
    r"(?:it|they|both|each|neither|somebody|someone|one|either)\b|the (?:two|parties|sides)\b",
    re.IGNORECASE,
)
_EXCHANGE = re.compile(r"\b(?:in exchange for|in return for|against)\b|[;:]")


def tried(ledger: Ledger, names: Mapping[Act, Atom], resolution: Formula) -> tuple[WayOut, ...]:
    """The ways out of the coverage, each with a formula where the options can express it.

    All that a way out names must be an option of the draft, else it has none: half a proposal is
    another proposal. “Both at the same time” is the resolution itself.
    """
    return tuple(
        replace(way, formula=_formula(ledger, names, way.needs, resolution))
        for way in ledger.coverage.ways_out
    )


def _formula(
    ledger: Ledger, names: Mapping[Act, Atom], needs: str, resolution: Formula
) -> Formula | None:
    ends = needs.startswith(_NOT)
    found: list[Literal] = []
    for part in _EXCHANGE.split(needs.removeprefix(_NOT)):
        for doing in doings(part):
            meant = list(_meant(ledger, list(names), doing))
            if not meant:
                return resolution if _AT_ONCE.search(needs) and not ends else None
            found += meant
    if not found or (ends and len(found) > 1):
        return resolution if _AT_ONCE.search(needs) and not ends else None
    said = [literal.opposite if ends else literal for literal in dict.fromkeys(found)]
    if all(literal.holds for literal in said):
        return None
    return conjunction(*(names[x.act] if x.sign else Not(names[x.act]) for x in said))


def _meant(ledger: Ledger, acts: Sequence[Act], doing: Doing) -> Iterator[Literal]:
    """The option that a phrase means, of whom it names, or else the only one; shared: of all."""
    named = ledger.cast.named_in(doing.subject) if doing.subject else None
    itself = doing.subject.lower() == doing.noun.lower()  # "the patrols go on"
    if doing.subject and not (named or itself or _ANYBODY.match(doing.subject)):
        return
    owners = [named] if named else list(dict.fromkeys(act.owner for act in acts))
    rows = [ledger.register.find([owner], doing) for owner in owners]
    found = [row for row in rows if row is not None and row.act in acts]
    if len({id(row.act.kin) for row in found}) != 1 or not _same_sort(found[0].act, doing):
        return
    yield from found
    if found[0].act.shared:
        same = (act for act in acts if act.kin is found[0].act.kin)
        yield from (Literal(act, found[0].sign) for act in same)


def _same_sort(act: Act, doing: Doing) -> bool:
    """Whether both are verbs of one family; a bare noun says little of what is to be done to it."""
    nominal = doing.family == THING and bool(doing.verb)
    return act.family == doing.family or act.shared or nominal
