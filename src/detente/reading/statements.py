"""All statements of a scene: what the patterns find, one statement a clause, as evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from detente.dispute.evidence import Condition, Evidence
from detente.reading import dates, patterns, stances, syntax
from detente.reading.attribution import Telling
from detente.reading.dates import DatePhrase
from detente.reading.parsed import Token
from detente.reading.patterns import Finding, _colons, _halves, _once_and_now, _speech
from detente.reading.patterns._unheld import is_advised
from detente.reading.quotations import Quotation

if TYPE_CHECKING:
    from detente.reading.scene import Scene

_MARKED = 0.7  # what only the mood of the clause says is less sure than what a cue word says
_ASSERTED = 0.6  # what is only held to be so
PRECEDENCE = (
    "precondition", "threat", "denial", "accusation", "refusal", "demand", "offer", "willingness",
    "intent", "claim",
)  # fmt: skip


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
    return evidence(telling, _one_a_clause(telling, _once_and_now.beside(telling, kept)))


def gathered(telling: Telling) -> list[Finding]:
    """What the patterns find, one finding a clause, before it is sifted."""
    findings = [found for module in patterns.modules() for found in module.find(telling)]
    findings = [
        found
        for found in findings
        if not (_is_ruling(telling, found) or _is_advice(telling, found))
    ]
    kept = _one_a_clause(telling, findings)
    kept = _one_a_quotation(telling, kept)
    kept = _one_a_clause(telling, [*kept, *_colons.after_colons(telling)])
    kept = _one_a_clause(telling, [*kept, *_colons.below_colons(telling)])
    kept = _one_a_clause(telling, [*kept, *_speech.unheard(telling, kept)])
    kept = _one_a_clause(telling, [*kept, *_speech.bidden(telling, kept)])
    kept = _one_a_clause(telling, [*kept, *_speech.trailed(telling, kept)])
    kept = _one_a_clause(telling, [*kept, *_speech.going_on(telling, kept)])
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
    courts = {party.id for party in telling.scene.parties if party.role == "forum"}
    return finding.condition is None and bool(finding.holder) and set(finding.holder) <= courts


def _is_advice(telling: Telling, finding: Finding) -> bool:
    """What the narrator says that somebody should do, who never said he would."""
    advised = is_advised(telling, finding.clause)
    return advised and set(finding.holder) <= set(telling.doer(finding.clause))


def _one_a_clause(telling: Telling, findings: Iterable[Finding]) -> list[Finding]:
    ranked = sorted(findings, key=_rank)
    kept: list[Finding] = []
    near: dict[int, list[Finding]] = defaultdict(list)  # by each sentence that they touch
    for finding in ranked:
        touched = _sentences(telling, finding)
        if not any(
            _same_clause(finding, other) and not _is_quoted_by(telling, finding, other)
            for sentence in touched
            for other in near[sentence]
        ):
            kept.append(finding)
            for sentence in touched:
                near[sentence].append(finding)
    return sorted(kept, key=lambda finding: (_range(finding), PRECEDENCE.index(finding.kind)))


def _sentences(telling: Telling, finding: Finding) -> set[int]:
    """Where the sentences of its clause and of its condition start."""
    condition = finding.condition
    words = condition and telling.doc.char_span(condition.start, condition.end)
    return {finding.clause.sent.start, *(token.sent.start for token in words or ())}


def _one_a_quotation(telling: Telling, kept: list[Finding]) -> list[Finding]:
    """Mere assertions in one quotation are one."""
    heard: set[Quotation] = set()
    found: list[Finding] = []
    for finding in kept:
        quotation = telling.quotation(finding.clause)
        if quotation is not None and finding.confidence < _ASSERTED:
            if quotation in heard:
                continue
            heard.add(quotation)
        found.append(finding)
    return found


def _rank(finding: Finding) -> tuple[bool, bool, bool, int, float, int]:
    kind = PRECEDENCE.index(finding.kind)
    unmarked = finding.confidence < _MARKED
    named = finding.clause.pos_ == "NOUN"  # "rejected its ultimatum": what the verb says goes first
    return finding.condition is None, unmarked, named, kind, -finding.confidence, finding.clause.i


def _range(finding: Finding) -> tuple[int, int]:
    return finding.span or syntax.extent(finding.clause)


def _same_clause(finding: Finding, kept: Finding) -> bool:
    if finding.clause.i == kept.clause.i and not (finding.condition and kept.condition):
        return True
    if finding.condition and kept.condition:
        return finding.condition.start == kept.condition.start
    if kept.condition is not None and (
        _within(finding.clause, kept.condition) or _is_around(finding.clause, kept)
    ):
        return True
    if _is_anothers(finding, kept) or _are_apart(finding, kept):
        return False
    if any((_is_adjunct(finding, kept), _is_adjunct(kept, finding), _is_one_breath(finding, kept))):
        return True
    return _is_one_telling(finding.clause, kept.clause)


def _are_apart(one: Finding, other: Finding) -> bool:
    """Whether each is told to have words of its own: what was held once, and what is held now."""
    (start, end), (other_start, other_end) = one.span or (0, 0), other.span or (0, 0)
    return bool(end and other_end) and (end <= other_start or other_end <= start)


def _is_adjunct(one: Finding, other: Finding) -> bool:
    """As "killing four" of "said that they had shelled two villages, killing four"."""
    clause = one.clause
    bare = clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.head.i == other.clause.i
    return bare and one.kind == other.kind and one.holder == other.holder and not one.condition


def _is_anothers(finding: Finding, kept: Finding) -> bool:
    """As "the company's request" of "the union rejected the company's request": two positions."""
    noun = finding.clause
    if set(finding.holder) & set(kept.holder):
        return False
    if finding.kind == "refusal" and kept.condition is not None:
        return _is_of_its_object(noun, kept.clause)
    return noun.pos_ == "NOUN" and kept.clause.pos_ != "NOUN" and finding.kind in _NAMED


def _is_of_its_object(verb: Token, clause: Token) -> bool:
    """As in "rejected a demand by Norland to pay in exchange for a ship"."""
    thing = syntax.first(verb, "dobj")
    return thing is not None and (clause.i == thing.i or thing in clause.ancestors)


_NAMED = frozenset({"demand", "threat", "refusal", "accusation"})


def _is_one_breath(finding: Finding, kept: Finding) -> bool:
    """As in "said the quest was peaceful and harmed nobody": one assertion of one speaker."""
    if finding.confidence >= _MARKED or finding.holder != kept.holder or finding.condition:
        return False
    clause = finding.clause
    if clause.i < kept.clause.i:
        return kept.confidence < _MARKED and _joined_to(kept.clause) == clause
    head = _joined_to(clause)
    if head is None:
        return False
    same = head.i == kept.clause.i
    return kept.confidence < _MARKED if same else _carried(head, kept.clause)


def _joined_to(clause: Token) -> Token | None:
    """The clause whose subject this one shares: "was peaceful and harmed nobody"."""
    if clause.dep_ != "conj" or any(True for _ in syntax.children(clause, *syntax.SUBJECTS)):
        return None
    head = clause.head
    return head.head if head.dep_ in {"acomp", "attr"} else head


def _is_quoted_by(telling: Telling, finding: Finding, kept: Finding) -> bool:
    """Whether one reports the position of another: both stand ("X complained that Y refuses")."""
    two = not set(finding.holder) & set(kept.holder) and finding.confidence >= _MARKED
    cue, other = telling.voice(finding.clause).cue, telling.voice(kept.clause).cue
    return two and (cue == kept.clause.i or other == finding.clause.i)


def _within(clause: Token, condition: Condition) -> bool:
    if clause.lower_ in {"were", "should", "had"} and clause.i + 1 < len(clause.doc):
        clause = clause.nbor()  # "were Sudmark to pay": the verb that marks it
    return condition.start <= clause.idx < condition.end


def _is_around(clause: Token, kept: Finding) -> bool:
    """As "take" of "it will take a better offer to settle it": the condition is its object."""
    thing = syntax.first(clause, "dobj") if kept.clause.head.i == clause.i else None
    return thing is not None and kept.condition is not None and _within(thing, kept.condition)


def _is_one_telling(one: Token, other: Token) -> bool:
    """Whether one clause only carries the other ("refused" and its "to talk")."""
    return _carried(one, other) or _carried(other, one)


def _carried(inner: Token, outer: Token) -> bool:
    if _halves.is_excepted(inner):
        return False
    while inner.head != inner:
        if inner.i == outer.i:
            return True
        low, high = sorted((inner.i, inner.head.i))
        if any(token.text == ";" for token in inner.doc[low:high]):
            return False
        own = inner.dep_ in {"conj", "parataxis", "advcl"} and inner.pos_ in {"VERB", "AUX"}
        if own or inner.dep_ == "relcl":
            return False
        inner = inner.head
    return inner.i == outer.i


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
    start, end = (sentence.start, sentence.end) if alone else _range(finding)
    start, end = max(start, sentence.start), min(end, sentence.end)
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    listed = finding.condition
    if listed is not None and listed.marker == "conditions" and listed.start >= sentence.end_char:
        return listed.start, listed.end  # a line of its own
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
