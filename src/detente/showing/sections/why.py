"""Why it is stuck: the diagnosis, then a line per party with what holds it and its quote."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.deadlock import Diagnosis
from detente.analysis.reasons import Reason
from detente.analysis.verdicts import Improvement, Verdict
from detente.showing.blocks import Item, Items, Line, Link, Section, Text
from detente.showing.page import Page
from detente.showing.words.beside import in_others
from detente.showing.words.diagnosis import SUGGESTS, TITLES, TOLD, diagnosed
from detente.showing.words.tongue import mark, mark_many

_HEADS = {
    "stuck": mark("Why it is stuck"),
    "moving": mark("Why it moves, and what stands in the way"),
    "settled": mark("Why it is settled"),
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
        left = len(lines) - len(shown)
        more = page.many("{count} more", "{count} more", left, count=page.tongue.word(left))
        line = page.woven(mark("and {more}"), more=(Link("verdicts", more),))
        shown.append(Item(line))
    return Section("why", page.say(_HEADS[found.standing]), (Items((*items, *shown)),))


def _diagnoses(page: Page) -> Iterator[Line]:
    """Each kind of deadlock, the one that says most first, with what it suggests."""
    kinds = sorted(page.findings.explanation.diagnosis, key=lambda d: list(TOLD).index(d.kind))
    for number, found in enumerate(kinds):
        said = diagnosed(page.voice, found.kind, found.parties)
        suggests: Line = ()
        if page.room.suggests and not number:
            told = page.say(
                "What that suggests: {suggestion}.", suggestion=page.say(SUGGESTS[found.kind])
            )
            suggests = (Text(f" {told}", "muted"),)
        lead = page.say("{title}:", title=page.say(TITLES[found.kind]))
        yield (Text(f"{lead} ", "strong"), Text(f"{said}."), *suggests)


def of(page: Page, party: str) -> Iterator[Line]:
    """What holds one party, as its own line says it."""
    found = page.findings.explanation
    verdicts = found.verdicts[found.concept]
    told = _settlement_costs(page, party) or (
        _held(page, verdicts[party]) if party in verdicts else ()
    )
    if told:
        yield page.woven(mark("{name} {told}"), name=(page.subject(party),), told=told)


# A line per party -------------------------------------------------------------------------------


def _parties(page: Page) -> Iterator[Line]:
    for party in page.dispute.parties:
        if not party.is_awaited:
            yield from of(page, party.id)


def _settlement_costs(page: Page, party: str) -> Line:
    """What a party would have to swallow on the way to a settlement, where a diagnosis says so."""
    for kind, told in _COSTS.items():
        found = next((d for d in page.findings.explanation.diagnosis if d.kind == kind), None)
        reason = next((r for r in found.reasons if r.party == party), None) if found else None
        if found and reason and reason.want:
            one, more = told
            words = page.many(
                one,
                more,
                page.voice.count(party),
                which=_which(page, found, party),
                rank=page.tongue.rank(reason.index or 1),
            )
            return (Text(words), *_reason(page, reason))
    return ()


_WORSE_OFF = mark_many(
    "would be worse off in {which}, by its {rank} want",
    "would be worse off in {which}, by their {rank} want",
)
_COSTS = {
    "content": _WORSE_OFF,
    "incompatible": _WORSE_OFF,
    "you-first": mark_many(
        "would break its {rank} want if it moved first",
        "would break their {rank} want if they moved first",
    ),
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
        return page.say("the only settlement within reach")
    of = page.tongue.word(len(found.states))
    if among == len(found.states):
        return page.say("each of the {of} settlements within reach", of=of)
    return page.many(
        "{count} of the {of} settlements within reach",
        "{count} of the {of} settlements within reach",
        among,
        count=page.tongue.word(among),
        of=of,
    )


def _reason(page: Page, reason: Reason) -> Line:
    """A want that decides: its words, its evidence and the first quote, as far as there is room."""
    party = page.dispute.party(reason.party)
    want = party.ordered_wants[(reason.index or 1) - 1]
    words = page.voice.request(party.id, want.formula)
    quoted = page.first_quote(want.because, page.room.said) if page.room.said else ()
    return (
        *((Text(f"{page.tongue.colon}{words}"),) if page.room.reasons else ()),
        *(quoted or page.references.support(want.because, assumed=want.assumed)),
        *(page.references.support((), assumed=True) if quoted and want.assumed else ()),
        Text("."),
    )


def _held(page: Page, verdict: Verdict) -> Line:
    """What holds a party where it is, as far as its own moves go."""
    free = [found for found in verdict.improvements if found.sanction is None]
    if free:
        return _free(page, verdict, free)
    if verdict.improvements:
        return _deterred(page, verdict, verdict.improvements[0])
    number = page.voice.count(verdict.party)
    if verdict.holds and verdict.holds[0].want:
        told = page.many(
            "gains nothing by moving alone; in the way stands its {rank} want",
            "gain nothing by moving alone; in the way stands their {rank} want",
            number,
            rank=page.tongue.rank(verdict.holds[0].index or 1),
        )
        return (Text(told), *_reason(page, verdict.holds[0]))
    told = page.many(
        "gains nothing by any move of its own.", "gain nothing by any move of their own.", number
    )
    return (Text(told),)


def _free(page: Page, verdict: Verdict, free: list[Improvement]) -> Line:
    today = page.findings.explanation.state
    ways = [page.voice.by(verdict.party, today, found.to) for found in free[:2]]
    told = page.many(
        "gains by {ways}{others}, and no answer deters that.",
        "gain by {ways}{others}, and no answer deters that.",
        page.voice.count(verdict.party),
        ways=page.say("{one} or by {other}", one=ways[0], other=ways[1]) if ways[1:] else ways[0],
        others=in_others(page.voice, len(free) - len(ways)),
    )
    return (Text(told),)


def _deterred(page: Page, verdict: Verdict, found: Improvement) -> Line:
    today = page.findings.explanation.state
    assert found.sanction is not None  # noqa: S101 - for the type checker: the caller has looked
    more, number = len(verdict.improvements) - 1, page.voice.count(verdict.party)
    told = page.many(
        "could gain by {doing}, but has to fear the answer: {answer}, which leaves it no better "
        "off than today.",
        "could gain by {doing}, but have to fear the answer: {answer}, which leaves them no better "
        "off than today.",
        number,
        doing=page.voice.by(verdict.party, today, found.to),
        answer=page.tongue.listed(page.voice.changes(found.to, found.sanction.ends)),
    )
    if more:
        message = _ALSO[number > 1]
        told = f"{told} {page.many(*message, more, count=page.tongue.word(more))}"
    return (Text(told),)


_ALSO = {
    False: mark_many(
        "The same goes for {count} more of its moves.",
        "The same goes for {count} more of its moves.",
    ),
    True: mark_many(
        "The same goes for {count} more of their moves.",
        "The same goes for {count} more of their moves.",
    ),
}
