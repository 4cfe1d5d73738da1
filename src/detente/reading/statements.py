"""All statements of a scene: what the patterns find, one statement a clause, as evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from detente.dispute.evidence import Evidence
from detente.reading import dates, patterns, stances, syntax
from detente.reading.attribution import Telling
from detente.reading.dates import DatePhrase
from detente.reading.overlapping import one_a_clause, one_a_quotation, stretch
from detente.reading.parsed import Token
from detente.reading.patterns import Finding, _colons, _once_and_now, _speech
from detente.reading.patterns._unheld import is_advised

if TYPE_CHECKING:
    from detente.reading.scene import Scene


def find(scene: Scene) -> list[Evidence]:
    """The statements of a scene in the order of the text, ids s1, s2, ...

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland and Sudmark met. Norland said it will talk only if Sudmark pays."
    >>> (found,) = find(scene.build(Document("d1", text=text)))
    >>> found.kind, found.holder, found.condition.quote, found.condition.by
    ('precondition', ('norland',), 'Sudmark pays', ('sudmark',))
    """
    telling = Telling(scene)
    kept = stances.sifted(telling, gathered(telling))
    return evidence(telling, one_a_clause(telling, _once_and_now.beside(telling, kept)))


def gathered(telling: Telling) -> list[Finding]:
    """What the patterns find, one finding a clause, before it is sifted."""
    findings = [found for module in patterns.modules() for found in module.find(telling)]
    findings = [
        found
        for found in findings
        if not (_is_ruling(telling, found) or _is_advice(telling, found))
    ]
    kept = one_a_clause(telling, findings)
    kept = one_a_quotation(telling, kept)
    kept = one_a_clause(telling, [*kept, *_colons.after_colons(telling)])
    kept = one_a_clause(telling, [*kept, *_colons.below_colons(telling)])
    kept = one_a_clause(telling, [*kept, *_speech.unheard(telling, kept)])
    kept = one_a_clause(telling, [*kept, *_speech.bidden(telling, kept)])
    kept = one_a_clause(telling, [*kept, *_speech.trailed(telling, kept)])
    kept = one_a_clause(telling, [*kept, *_speech.going_on(telling, kept)])
    return _answering(kept)


def evidence(telling: Telling, kept: Sequence[Finding]) -> list[Evidence]:
    """Findings as evidence, each with its quote."""
    scene = telling.scene
    days = dates.find(scene.document.text, scene.document.published)
    crowd = Counter(finding.clause.sent.start for finding in kept)
    return [
        _evidence(telling, finding, number, crowd, days) for number, finding in enumerate(kept, 1)
    ]


def _answering(kept: Sequence[Finding]) -> list[Finding]:
    """Of "rejected that" after what somebody else has charged or held: a denial."""
    found: list[Finding] = []
    for finding in kept:
        before = found[-1] if found else None
        verb = finding.clause
        thing = syntax.first(verb, "dobj") if verb.lemma_ in _REJECTING else None
        pointed = thing is not None and thing.lower_ in {"that", "this", "it", "both"}
        if before is not None and finding.kind == "refusal" and pointed:
            charged = before.kind in {"accusation", "claim"} and before.holder != finding.holder
            found.append(replace(finding, kind="denial") if charged else finding)
        else:
            found.append(finding)
    return found


_REJECTING = frozenset({"reject", "dismiss"})


def _is_ruling(telling: Telling, finding: Finding) -> bool:
    """What a court holds or throws out: an event, and no position of a side."""
    if finding.condition is not None or not finding.holder:
        return False
    known = telling.scene.by_id
    return all(party in known and known[party].role == "forum" for party in finding.holder)


def _is_advice(telling: Telling, finding: Finding) -> bool:
    """What the narrator says that somebody should do, who never said he would."""
    advised = is_advised(telling, finding.clause)
    return advised and set(finding.holder) <= set(telling.doer(finding.clause))


def _evidence(
    telling: Telling,
    finding: Finding,
    number: int,
    crowd: Mapping[int, int],
    days: Sequence[DatePhrase],
) -> Evidence:
    start, end = _quoted(telling, finding, crowd)
    start, end, quote = telling.scene.span(start, end)
    return Evidence(
        f"s{number}",
        telling.scene.document.id,
        quote,
        start,
        end,
        finding.kind,
        finding.holder,
        finding.speaker,
        finding.addressee,
        finding.about,
        finding.condition,
        _said_on(telling, finding.clause, days),
        finding.confidence,
    )


def _said_on(telling: Telling, clause: Token, days: Sequence[DatePhrase]) -> str | None:
    """When it was said: the date that hangs on the reporting verb, or on a clause told as past."""
    cue = telling.voice(clause).cue
    verbs = {cue} if syntax.modal(clause) else {cue, clause.i}
    first = bisect_left(days, clause.sent.start_char, key=lambda phrase: phrase.start)
    for phrase in takewhile(
        lambda phrase: phrase.start < clause.sent.end_char, islice(days, first, None)
    ):
        token = telling.doc.char_span(phrase.start, phrase.end)
        if phrase.value and token is not None and syntax.clause_of(token.root).i in verbs:
            return phrase.value
    return None


def _quoted(telling: Telling, finding: Finding, crowd: Mapping[int, int]) -> tuple[int, int]:
    """The sentence where it holds this one statement, else the clause."""
    doc, sentence = telling.doc, finding.clause.sent
    alone = crowd[sentence.start] == 1
    start, end = (sentence.start, sentence.end) if alone else stretch(finding)
    start, end = max(start, sentence.start), min(end, sentence.end)
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    listed = finding.condition
    if listed is not None and listed.marker == "conditions" and listed.start >= sentence.end_char:
        return listed.start, listed.end  # a line of its own
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
