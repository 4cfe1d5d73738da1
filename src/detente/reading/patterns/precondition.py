"""What somebody does only if, once, until or unless something else comes about."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dispute.evidence import AUTHOR, Condition
from detente.reading import conditions, requirements, syntax
from detente.reading.attribution import Telling
from detente.reading.conditions import Found
from detente.reading.patterns import Example, Finding
from detente.reading.patterns._who import about, counterpart, holder_of, who_must

KIND = "precondition"

EXAMPLES: tuple[Example, ...] = ()
COUNTER_EXAMPLES: tuple[str, ...] = ()

_HARM = frozenset(
    "strike retaliate close shut impose raise double sue attack boycott cancel cut halt divert "
    "leave expel blockade suspend walk resign recall withdraw escalate void collapse stop "
    "ban seize punish sanction consequence".split()
)


def find(telling: Telling) -> Iterator[Finding]:
    """All preconditions, and the threats that have a condition."""
    for found in (*requirements.find(telling), *conditions.find(telling)):
        finding = _finding(telling, found)
        if finding is not None:
            yield finding


def _finding(telling: Telling, found: Found) -> Finding | None:
    voice = telling.voice(found.main)
    if voice.asked or voice.doubted or _is_private(telling, found):
        return None
    steps = conditions.chain(found.main)
    holder = holder_of(telling, found.main, steps)
    if not holder:
        return None
    head = conditions.clause_head(telling.doc, found.start, found.end)
    by = who_must(telling, head, found.start, found.end, holder)
    start, end, quote = telling.scene.span(
        telling.doc[found.start].idx,
        telling.doc[found.end - 1].idx + len(telling.doc[found.end - 1]),
    )
    need, harmful = sign(found)
    if AUTHOR in holder and found.family in {"if", "given"} and need == "holds":
        return None
    return Finding(
        "threat" if harmful else KIND,
        found.main,
        holder,
        voice.speaker,
        tuple(p for p in by if p not in holder) or counterpart(telling, found.main, holder),
        about(telling, found.main, found.at),
        Condition(quote, start, end, found.marker, by, need),
        0.9 if found.family in {"only", "unless", "until", "given"} else 0.75,
        _span(found),
    )


def _is_private(telling: Telling, found: Found) -> bool:
    """What "I" alone would do is no party's position."""
    subject = telling.subject(found.main) if found.main.pos_ in {"VERB", "AUX"} else None
    return subject is not None and subject.lower_ == "i"


def _span(found: Found) -> tuple[int, int]:
    start, end = syntax.extent(found.main)
    return min(start, found.at), max(end, found.end)


def sign(found: Found) -> tuple[str, bool]:
    """The sign of the condition for the thing withheld, and whether the thing is a threat."""
    withheld = conditions.is_withheld(found.main)
    persists = conditions.persists(found.main)
    if found.family == "while":
        return ("fails" if withheld or persists else "holds"), False
    if found.family == "if":
        harm = not withheld and _is_harm(found)
        return ("fails" if withheld and not harm else "holds"), harm
    if found.family == "unless" and not withheld and not persists:
        return "fails", True
    if found.family == "until" and found.marker == "without" and not withheld:
        return "fails", True
    return "holds", False


def _is_harm(found: Found) -> bool:
    return any(step.lemma_ in _HARM or step.lemma_ in {"threaten", "warn"} for step in conditions.chain(found.main))
