"""Why it is stuck: the diagnosis, then a line per party with what holds it and its quote."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.deadlock import Diagnosis
from detente.analysis.reasons import Reason
from detente.analysis.verdicts import Improvement, Verdict
from detente.showing.blocks import Item, Items, Line, Link, Section, Text
from detente.showing.page import Page
from detente.showing.words.diagnosis import SUGGESTS, TITLES, TOLD, diagnosed
from detente.showing.words.grammar import listed, number_word, ordinal

_HEADS = {
    "stuck": "Why it is stuck",
    "moving": "Why it moves, and what stands in the way",
    "settled": "Why it is settled",
}


def section(page: Page) -> Section | None:
    """What keeps today as it is, or does not."""
    if not page.dispute.options:
        return None
    found = page.findings.explanation
    items = [Item(line) for line in _diagnoses(page)]
    lines = [Item(line) for line in _parties(page)]
    shown = lines[: page.room.holds]
    if len(shown) < len(lines):
        more = f"{number_word(len(lines) - len(shown))} more"
        shown.append(Item((Text("and "), Link("verdicts", more))))
    return Section("why", _HEADS[found.standing], (Items((*items, *shown)),))


def _diagnoses(page: Page) -> Iterator[Line]:
    """Each kind of deadlock, the one that says most first, with what it suggests."""
    kinds = sorted(page.findings.explanation.diagnosis, key=lambda d: list(TOLD).index(d.kind))
    for number, found in enumerate(kinds):
        said = diagnosed(page.voice, found.kind, found.parties)
        suggests = (
            f" What that suggests: {SUGGESTS[found.kind]}."
            if page.room.suggests and not number
            else ""
        )
        yield (
            Text(f"{TITLES[found.kind]}: ", "strong"),
            Text(f"{said}."),
            *((Text(suggests, "muted"),) if suggests else ()),
        )


def of(page: Page, party: str) -> Iterator[Line]:
    """What holds one party, as its own line says it."""
    found = page.findings.explanation
    verdicts = found.verdicts[found.concept]
    told = _settlement_costs(page, party) or (
        _held(page, verdicts[party]) if party in verdicts else ()
    )
    if told:
        yield (page.name(party), Text(" "), *told)


# A line per party -------------------------------------------------------------------------------


def _parties(page: Page) -> Iterator[Line]:
    for party in page.dispute.parties:
        yield from of(page, party.id)


def _settlement_costs(page: Page, party: str) -> Line:
    """What a party would have to swallow on the way to a settlement, where a diagnosis says so."""
    for kind, told in _COSTS.items():
        found = next((d for d in page.findings.explanation.diagnosis if d.kind == kind), None)
        reason = next((r for r in found.reasons if r.party == party), None) if found else None
        if found and reason and reason.want:
            words = told.format(
                which=_which(page, found, party),
                rank=f"{page.voice.its(party)} {ordinal(reason.index or 1)} want",
                it="they" if page.voice.naming(party).plural else "it",
            )
            return (Text(words), *_reason(page, reason))
    return ()


_COSTS = {
    "content": "would be worse off in {which}, by {rank}",
    "incompatible": "would be worse off in {which}, by {rank}",
    "you-first": "would break {rank} if {it} moved first",
}


def _which(page: Page, found: Diagnosis, party: str) -> str:
    """Whether a party is worse off in all settlements within reach, or in some."""
    refused = {
        refusal.state
        for refusal in page.findings.explanation.refusals
        if refusal.reason.party == party
    }
    among = len([state for state in found.states if state in refused])
    if len(found.states) == 1:
        return "the only settlement within reach"
    share = "each" if among == len(found.states) else number_word(among)
    return f"{share} of the {number_word(len(found.states))} settlements within reach"


def _reason(page: Page, reason: Reason) -> Line:
    """A want that decides: its words, its evidence and the first quote, as far as there is room."""
    party = page.dispute.party(reason.party)
    want = party.ordered_wants[(reason.index or 1) - 1]
    words = page.voice.request(party.id, want.formula)
    quoted = page.first_quote(want.because, page.room.said) if page.room.said else ()
    return (
        *((Text(f": {words}"),) if page.room.reasons else ()),
        *(quoted or page.references.support(want.because, assumed=want.assumed)),
        *((page.references.support((), assumed=True)) if quoted and want.assumed else ()),
        Text("."),
    )


def _held(page: Page, verdict: Verdict) -> Line:
    """What holds a party where it is, as far as its own moves go."""
    free = [found for found in verdict.improvements if found.sanction is None]
    if free:
        return _free(page, verdict, free)
    if verdict.improvements:
        return _deterred(page, verdict, verdict.improvements[0])
    gains, its = page.voice.verb(verdict.party, "gain"), page.voice.its(verdict.party)
    if verdict.holds and verdict.holds[0].want:
        rank = ordinal(verdict.holds[0].index or 1)
        return (
            Text(f"{gains} nothing by moving alone; in the way stands {its} {rank} want"),
            *_reason(page, verdict.holds[0]),
        )
    return (Text(f"{gains} nothing by any move of {its} own."),)


def _free(page: Page, verdict: Verdict, free: list[Improvement]) -> Line:
    today = page.findings.explanation.state
    ways = [page.voice.by(verdict.party, today, found.to) for found in free[:2]]
    more = len(free) - len(ways)
    others = f" (or in {number_word(more)} more {'way' if more == 1 else 'ways'})" if more else ""
    return (
        Text(
            f"{page.voice.verb(verdict.party, 'gain')} by {listed(ways, 'or by')}{others}, and no "
            "answer deters that."
        ),
    )


def _deterred(page: Page, verdict: Verdict, found: Improvement) -> Line:
    today = page.findings.explanation.state
    assert found.sanction is not None  # noqa: S101 - for the type checker: the caller has looked
    answer = listed(page.voice.changes(found.to, found.sanction.ends))
    more = len(verdict.improvements) - 1
    its, has = page.voice.its(verdict.party), page.voice.verb(verdict.party, "have")
    also = f" The same goes for {number_word(more)} more of {its} moves." if more else ""
    them = "them" if page.voice.naming(verdict.party).plural else "it"
    return (
        Text(f"could gain by {page.voice.by(verdict.party, today, found.to)}, but {has} to fear "),
        Text(f"the answer: {answer}, which leaves {them} no better off than today.{also}"),
    )
