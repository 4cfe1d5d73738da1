"""What else would do, in words: promises, coalitions, and the coverage's own ways out tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from detente.analysis.coalitions import Break
from detente.analysis.commitments import Commitment, Promise
from detente.analysis.reasons import Reason
from detente.analysis.ways_out import Trial
from detente.dispute.formula import Atom, Not, parse
from detente.showing.words.concessions import conceded, stepped
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised, listed, number_word, ordinal


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
    does = voice.by(found.helps, voice.dispute.status_quo, found.to)
    name = voice.name(found.helps)
    if not found.promises:
        they = "they" if voice.naming(found.helps).plural else "it"
        return capitalised(
            f"{name} could go first, by {does}, and would need no promise: the others would then "
            f"gain by following, though until they do {they} would be worse off than today."
        )
    lead, told = _LEADS[found.kind]
    groups = groupby(found.promises, key=lambda promise: promise.party)
    given = [told(voice, party, list(promises)) for party, promises in groups]
    return capitalised(f"{name} could {lead}, by {does}, if {listed(given)}.")


def _in_turn(voice: Voice, party: str, promises: Sequence[Promise]) -> str:
    acts = [voice.wish(party, _value(promise)) for promise in promises]
    return f"{voice.name(party)} promised {listed(acts)} in turn"


def _value(promise: Promise) -> Atom | Not:
    atom = Atom(*promise.option.split("."))
    return atom if promise.becomes == "start" else Not(atom)


def _bound(voice: Voice, party: str, promises: Sequence[Promise]) -> str:
    itself = "themselves" if voice.naming(party).plural else "itself"
    acts = []
    for promise in promises:
        words = voice.phrase(Atom(*promise.option.split("."))).infinitive()
        acts.append(
            f"to {words} for good" if promise.becomes == "start" else f"not to {words} again"
        )
    return f"{voice.name(party)} bound {itself} {listed(acts)}"


_LEADS = {"you-first": ("go first", _in_turn), "exposed": ("move", _bound)}


# Coalitions -------------------------------------------------------------------------------------


def broken(voice: Voice, ways: Sequence[Break]) -> str:
    """What a coalition would do to break the deadlock: of its settlements the nearest to today."""
    today = voice.dispute.status_quo
    nearest = min(ways, key=lambda way: (bool(way.left_by), _changes(today, way.to), way.to))
    alone = len(nearest.parties) == 1
    who = voice.names(nearest.parties) + (" alone" if alone else " together")
    more = len(ways) - 1
    others = f" (or in {number_word(more)} more way{'s'[: more - 1]})" if more else ""
    does = listed(voice.changes(today, nearest.to))
    return capitalised(
        f"{who} would gain by a settlement{others}, and no answer of others deters that: {does}. "
        f"{_held(voice, nearest)}".strip()
    )


def _changes(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _held(voice: Voice, way: Break) -> str:
    if way.holds:
        word = "neither" if len(way.parties) == 2 else "none"  # noqa: PLR2004 - a pair
        return f"Once there, {word} of them gains by leaving." if len(way.parties) > 1 else ""
    leaving = listed([voice.names(part) for part in way.left_by], "or")
    return f"It would not hold together: {leaving} would gain by leaving."


# The coverage's own ways out --------------------------------------------------------------------


def tried(voice: Voice, found: Trial) -> str:
    """What trying a way out in the model says, as sentences."""
    return _TRIED[found.verdict](voice, found)


def _enough(voice: Voice, found: Trial) -> str:
    steps = stepped(voice, found.rest.path, found.state or "") if found.rest else []
    then = f"the rest then follows without a concession: {'; then '.join(steps)}"
    told = f"Tried in the model, it is enough: {then if steps else 'that would settle it'}."
    return " ".join([told, *_against(voice, found)])


def _not_enough(voice: Voice, found: Trial) -> str:
    if found.rest is None:
        told = "Tried in the model, it is not enough, and no concessions beside it would do."
    else:
        given = listed([conceded(voice, made, short=True) for made in found.rest.concessions])
        told = f"Tried in the model, it is not enough: it would also take that {given}."
    return " ".join([told, *_against(voice, found)])


def _against(voice: Voice, found: Trial) -> Iterable[str]:
    """Who would have to act against its wants, and who would end worse off."""
    for reason in found.opposed:
        yield f"{_of(voice, reason)} would have to act against {_want(voice, reason)}."
    told = {reason.party for reason in found.opposed}
    for reason in found.worse_off:
        if reason.party not in told:
            yield f"{_of(voice, reason)} would end worse off than today, by {_want(voice, reason)}."


def _of(voice: Voice, reason: Reason) -> str:
    return capitalised(voice.name(reason.party))


def _want(voice: Voice, reason: Reason) -> str:
    its = voice.its(reason.party)
    if reason.want is None:
        return f"{its} order of preference"
    wish = voice.request(reason.party, parse(reason.want))
    return f"{its} {ordinal(reason.index or 1)} want, {wish}"


_TRIED: dict[str, Callable[[Voice, Trial], str]] = {
    "enough": _enough,
    "not enough": _not_enough,
    "out of reach": lambda _, __: "Out of reach in the model: no sequence of moves leads there.",
    "not expressible": lambda _, __: "In words only: the options of the model cannot say it.",
    "untried": lambda _, __: "Not tried: nothing says what would count as settled.",
}
