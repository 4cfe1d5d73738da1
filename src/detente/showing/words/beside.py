"""What else would do, in words: promises, coalitions, and the coverage's own ways out tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from detente.analysis.coalitions import Break
from detente.analysis.commitments import Commitment, Promise
from detente.analysis.reasons import Reason
from detente.analysis.ways_out import Trial
from detente.dispute.formula import Atom, Not, parse
from detente.showing.words.concessions import granted, stepped
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised
from detente.showing.words.tongue import mark, mark_many


def promised(voice: Voice, found: Commitment) -> str:
    """A commitment as a sentence: who may go first, and who would have to promise what.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> voice = Voice(loads('''{detente: 1, title: Ferry, parties: {
    ...     a: {name: Norland, options: {sail: {label: reopen the line}}},
    ...     b: {name: Sudmark, options: {pay: {label: pay the dues}}}}}'''))
    >>> promise = Promise("b", "b.pay", "start")
    >>> promised(voice, Commitment("you-first", "a", "YN", (promise,)))
    'Norland could go first, by reopening the line, if Sudmark promised to pay the dues in turn.'
    >>> promised(voice, Commitment("exposed", "a", "YN", (promise,)))
    'Norland could move, by reopening the line, if Sudmark bound itself to pay the dues for good.'
    """
    tongue, does = voice.tongue, voice.by(found.helps, voice.dispute.status_quo, found.to)
    name = voice.name(found.helps)
    if not found.promises:
        return capitalised(
            tongue.many(
                "{name} could go first, by {doing}, and would need no promise: the others would "
                "then gain by following, though until they do it would be worse off than today.",
                "{name} could go first, by {doing}, and would need no promise: the others would "
                "then gain by following, though until they do they would be worse off than today.",
                voice.count(found.helps),
                name=name,
                doing=does,
            )
        )
    (one, more), told = _LEADS[found.kind]
    groups = groupby(found.promises, key=lambda promise: promise.party)
    given = tongue.listed([told(voice, party, list(promises)) for party, promises in groups])
    number = voice.count(found.helps)
    return capitalised(tongue.many(one, more, number, name=name, doing=does, given=given))


def _in_turn(voice: Voice, party: str, promises: Sequence[Promise]) -> str:
    wishes = [voice.wish(party, _value(promise)) for promise in promises]
    return voice.tongue.many(
        "{name} promised {wishes} in turn",
        "{name} promised {wishes} in turn",
        voice.count(party),
        name=voice.name(party),
        wishes=voice.tongue.listed(wishes),
    )


def _value(promise: Promise) -> Atom | Not:
    atom = Atom(*promise.option.split("."))
    return atom if promise.becomes == "start" else Not(atom)


def _bound(voice: Voice, party: str, promises: Sequence[Promise]) -> str:
    say, acts = voice.tongue.say, []
    for promise in promises:
        words = voice.phrase(Atom(*promise.option.split(".")))
        if promise.becomes == "start":
            acts.append(say("{wish} for good", wish=words.wished()))
        else:
            acts.append(say("{wish} again", wish=words.unwished()))
    return voice.tongue.many(
        "{name} bound itself {wishes}",
        "{name} bound themselves {wishes}",
        voice.count(party),
        name=voice.name(party),
        wishes=voice.tongue.listed(acts),
    )


_LEADS = {
    "you-first": (
        mark_many(
            "{name} could go first, by {doing}, if {given}.",
            "{name} could go first, by {doing}, if {given}.",
        ),
        _in_turn,
    ),
    "exposed": (
        mark_many(
            "{name} could move, by {doing}, if {given}.",
            "{name} could move, by {doing}, if {given}.",
        ),
        _bound,
    ),
}


# Coalitions -------------------------------------------------------------------------------------


def broken(voice: Voice, ways: Sequence[Break]) -> str:
    """What a coalition would do to break the deadlock: of its settlements the nearest to today."""
    tongue, today = voice.tongue, voice.dispute.status_quo
    nearest = min(ways, key=lambda way: (bool(way.left_by), _changes(today, way.to), way.to))
    alone = len(nearest.parties) == 1
    one, more = _ALONE if alone else _TOGETHER
    told = tongue.many(
        one,
        more,
        voice.count(*nearest.parties),
        names=voice.names(nearest.parties),
        others=in_others(voice, len(ways) - 1),
        does=tongue.listed(voice.changes(today, nearest.to)),
    )
    return capitalised(f"{told} {_held(voice, nearest)}".strip())


_ALONE = mark_many(
    "{names} alone would gain by a settlement{others}, and no answer of others deters that: "
    "{does}.",
    "{names} alone would gain by a settlement{others}, and no answer of others deters that: "
    "{does}.",
)
_TOGETHER = mark_many(
    "{names} together would gain by a settlement{others}, and no answer of others deters that: "
    "{does}.",
    "{names} together would gain by a settlement{others}, and no answer of others deters that: "
    "{does}.",
)


def in_others(voice: Voice, more: int) -> str:
    """In how many more ways, in brackets and with a space before it."""
    if not more:
        return ""
    return voice.tongue.many(
        " (or in {count} more way)",
        " (or in {count} more ways)",
        more,
        count=voice.tongue.word(more),
    )


def _changes(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _held(voice: Voice, way: Break) -> str:
    say = voice.tongue.say
    if way.holds:
        if len(way.parties) == 1:
            return ""
        if len(way.parties) == 2:  # noqa: PLR2004 - a pair
            return say("Once there, neither of them gains by leaving.")
        return say("Once there, none of them gains by leaving.")
    leaving = voice.tongue.either([voice.names(part) for part in way.left_by])
    return say("It would not hold together: {names} would gain by leaving.", names=leaving)


# The coverage's own ways out --------------------------------------------------------------------


def tried(voice: Voice, found: Trial) -> str:
    """What trying a way out in the model says, as sentences."""
    return _TRIED[found.verdict](voice, found)


def _enough(voice: Voice, found: Trial) -> str:
    say = voice.tongue.say
    steps = stepped(voice, found.rest.path, found.state or "") if found.rest else []
    if steps:
        told = say(
            "Tried in the model, it is enough: the rest then follows without a concession: "
            "{steps}.",
            steps=voice.tongue.then(steps),
        )
    else:
        told = say("Tried in the model, it is enough: that would settle it.")
    return " ".join([told, *_against(voice, found)])


def _not_enough(voice: Voice, found: Trial) -> str:
    say = voice.tongue.say
    if found.rest is None:
        told = say("Tried in the model, it is not enough, and no concessions beside it would do.")
    else:
        given = granted(voice, found.rest.concessions)
        told = say(
            "Tried in the model, it is not enough: it would also take that {given}.",
            given=voice.tongue.listed(given),
        )
    return " ".join([told, *_against(voice, found)])


def _against(voice: Voice, found: Trial) -> Iterable[str]:
    """Who would have to act against its wants, and who would end worse off."""
    told = {reason.party for reason in found.opposed}
    for reason in found.opposed:
        yield _said(voice, reason, _OPPOSED)
    for reason in found.worse_off:
        if reason.party not in told:
            yield _said(voice, reason, _WORSE_OFF)


def _said(voice: Voice, reason: Reason, messages: tuple[str, str]) -> str:
    one, more = messages
    name = capitalised(voice.name(reason.party))
    want = _want(voice, reason)
    return voice.tongue.many(one, more, voice.count(reason.party), name=name, want=want)


_OPPOSED = mark_many(
    "{name} would have to act against {want}.", "{name} would have to act against {want}."
)
_WORSE_OFF = mark_many(
    "{name} would end worse off than today, by {want}.",
    "{name} would end worse off than today, by {want}.",
)


def _want(voice: Voice, reason: Reason) -> str:
    many, number = voice.tongue.many, voice.count(reason.party)
    if reason.want is None:
        return many("its order of preference", "their order of preference", number)
    return many(
        "its {rank} want, {wish}",
        "their {rank} want, {wish}",
        number,
        rank=voice.tongue.rank(reason.index or 1),
        wish=voice.request(reason.party, parse(reason.want)),
    )


def _told(message: str) -> Callable[[Voice, Trial], str]:
    return lambda voice, _: voice.tongue.say(message)


_TRIED: dict[str, Callable[[Voice, Trial], str]] = {
    "enough": _enough,
    "not enough": _not_enough,
    "out of reach": _told(mark("Out of reach in the model: no sequence of moves leads there.")),
    "not expressible": _told(mark("In words only: the options of the model cannot say it.")),
    "untried": _told(mark("Not tried: nothing says what would count as settled.")),
}
