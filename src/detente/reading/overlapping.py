"""Which of the findings that lie over each other stays: one a clause, one a mere quotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from detente.dispute.evidence import Condition
from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.parsed import Token
from detente.reading.patterns import Finding, _halves
from detente.reading.quotations import Quotation

_MARKED = 0.7  # what only the mood of the clause says is less sure than what a cue word says
_ASSERTED = 0.6  # what is only held to be so
PRECEDENCE = (
    "precondition", "threat", "denial", "accusation", "refusal", "demand", "offer", "willingness",
    "intent", "claim",
)  # fmt: skip


def one_a_clause(telling: Telling, findings: Iterable[Finding]) -> list[Finding]:
    """Of findings that say the same of a clause the one that says most, in order."""
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
    return sorted(kept, key=lambda finding: (stretch(finding), PRECEDENCE.index(finding.kind)))


def _sentences(telling: Telling, finding: Finding) -> set[int]:
    """Where the sentences of its clause and of its condition start."""
    condition = finding.condition
    words = condition and telling.doc.char_span(condition.start, condition.end)
    return {finding.clause.sent.start, *(token.sent.start for token in words or ())}


def one_a_quotation(telling: Telling, kept: list[Finding]) -> list[Finding]:
    """Mere assertions in one quotation are one: the first charge, else the first."""
    inside = {
        id(one): quotation
        for one in kept
        if one.confidence < _ASSERTED and (quotation := telling.quotation(one.clause)) is not None
    }
    best: dict[Quotation, Finding] = {}
    for one in kept:
        quotation = inside.get(id(one))
        first = best.setdefault(quotation, one) if quotation is not None else one
        if quotation is not None and (first.kind, one.kind) == ("claim", "accusation"):
            best[quotation] = one
    return [one for one in kept if id(one) not in inside or best[inside[id(one)]] is one]


def _rank(finding: Finding) -> tuple[bool, bool, bool, int, float, int]:
    kind = PRECEDENCE.index(finding.kind)
    unmarked = finding.confidence < _MARKED
    named = finding.clause.pos_ == "NOUN"  # "rejected its ultimatum": what the verb says goes first
    return finding.condition is None, unmarked, named, kind, -finding.confidence, finding.clause.i


def stretch(finding: Finding) -> tuple[int, int]:
    """The tokens of its own words, or of its clause: the first, and the one after the last."""
    return finding.span or syntax.extent(finding.clause)


def _same_clause(finding: Finding, kept: Finding) -> bool:
    if finding.clause.i == kept.clause.i and not (finding.condition and kept.condition):
        return True
    if finding.condition and kept.condition:
        own, other = finding.condition, kept.condition
        within = other.start <= own.start and own.end <= other.end
        return own.start == other.start or (within and finding.holder == kept.holder)
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
    """As in "was peaceful and harmed nobody", "should look back and lift the ban"."""
    if finding.holder != kept.holder or finding.condition:
        return False
    clause = finding.clause
    if finding.confidence >= _MARKED:
        alike = finding.kind == kept.kind == "demand" and finding.confidence == kept.confidence
        head = _joined_to(clause) if alike else None
        return head is not None and head.i == kept.clause.i and kept.condition is None
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


def _is_of_cleft(head: Token) -> bool:
    """As of "That is something that we can discuss", "It was Sudmark that walked out"."""
    it = syntax.first(head.head, "nsubj") if head.dep_ == "attr" else None
    return head.lower_ == "something" or (it is not None and it.lower_ in {"it", "that", "this"})


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
        if own or (inner.dep_ == "relcl" and not _is_of_cleft(inner.head)):
            return False
        inner = inner.head
    return inner.i == outer.i
