"""Why it is stuck, in words: one table from the kind of deadlock to what it says and suggests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.showing.words.formulas import Voice
from detente.showing.words.tables import FINDINGS
from detente.showing.words.tongue import Tongue, mark

Teller = Callable[[Voice, Sequence[str]], str]
_PAIR = 2


def _you_first(voice: Voice, parties: Sequence[str]) -> str:
    names = voice.names(parties)
    if len(parties) == 1:
        return voice.tongue.many(
            "{names} would gain from a settlement, but no chain of gains leads there",
            "{names} would gain from a settlement, but no chain of gains leads there",
            voice.count(*parties),
            names=names,
        )
    if len(parties) == _PAIR:
        told = mark(
            "{names} would both gain from a settlement, but neither gets there by moving first"
        )
    else:
        told = mark(
            "{names} would all gain from a settlement, but none of them gets there by moving first"
        )
    return voice.tongue.say(told, names=names)


def _content(voice: Voice, parties: Sequence[str]) -> str:
    return voice.tongue.many(
        "{names} prefers today to every settlement within reach",
        "{names} prefer today to every settlement within reach",
        voice.count(*parties),
        names=voice.names(parties),
    )


def _incompatible(voice: Voice, parties: Sequence[str]) -> str:
    told = mark("every settlement within reach is worse than today for {names}")
    return voice.tongue.say(told, names=voice.either(parties))


def _unmoved(voice: Voice, parties: Sequence[str]) -> str:
    return voice.tongue.many(
        "a settlement would leave nobody worse off, but {names}, who would have to move, gains "
        "nothing by it",
        "a settlement would leave nobody worse off, but {names}, who would have to move, gain "
        "nothing by it",
        voice.count(*parties),
        names=voice.names(parties),
    )


def _awaited(voice: Voice, parties: Sequence[str]) -> str:
    told = mark(
        "a settlement would leave nobody worse off, but it waits for {names}, whose choices follow "
        "no want in the file"
    )
    return voice.tongue.say(told, names=voice.names(parties))


def _exposed(voice: Voice, parties: Sequence[str]) -> str:
    return voice.tongue.many(
        "{names} could take a first step towards a settlement, but has to fear the answer to it",
        "{names} could take a first step towards a settlement, but have to fear the answer to it",
        voice.count(*parties),
        names=voice.names(parties),
    )


def _unstable_peace(voice: Voice, parties: Sequence[str]) -> str:
    if not parties:
        told = mark("a settlement can be reached without a concession, but it would not last")
        return voice.tongue.say(told)
    return voice.tongue.many(
        "a settlement can be reached without a concession, but it would not last: {names} would "
        "leave it",
        "a settlement can be reached without a concession, but it would not last: {names} would "
        "leave it",
        voice.count(*parties),
        names=voice.names(parties),
    )


def _barred(voice: Voice, __: Sequence[str]) -> str:
    told = mark("nothing that the parties could do, alone or together, brings a settlement about")
    return voice.tongue.say(told)


TOLD: dict[str, Teller] = {  # the kinds, the one that says most first
    "barred": _barred,
    "content": _content,
    "incompatible": _incompatible,
    "you-first": _you_first,
    "exposed": _exposed,
    "awaited": _awaited,
    "unmoved": _unmoved,
    "unstable-peace": _unstable_peace,
}
TITLES = {
    "barred": mark("Barred"),
    "content": mark("Content with today"),
    "incompatible": mark("Incompatible"),
    "you-first": mark("You first"),
    "exposed": mark("Exposed"),
    "awaited": mark("Awaited"),
    "unmoved": mark("Unmoved"),
    "unstable-peace": mark("No lasting peace"),
}
SUGGESTS = {
    "barred": mark("another settlement has to be looked for, or an option that nobody has yet"),
    "content": mark("it has to be offered more, or today has to cost it more"),
    "incompatible": mark("somebody’s want has to yield; the least that does is below"),
    "you-first": mark("steps at the same time, or a guarantor; no concession is needed for that"),
    "exposed": mark("those who could answer have to bind themselves not to"),
    "awaited": mark("wait, hasten it, or settle what does not depend on it"),
    "unmoved": mark("those who would have to move need a stake in it"),
    "unstable-peace": mark("a commitment has to make it last"),
}


def first_kind(kinds: Sequence[str]) -> str:
    """Of several kinds the one that says most.

    >>> first_kind(["incompatible", "content"])
    'content'
    """
    return min(kinds, key=list(TOLD).index)


def diagnosed(voice: Voice, kind: str, parties: Sequence[str]) -> str:
    """A kind of deadlock as a clause."""
    return TOLD[kind](voice, parties)


def finding(tongue: Tongue, name: str, kind: str | None = None) -> str:
    """A finding of which it is said in how many open models it holds.

    >>> finding(Tongue(), "stuck"), finding(Tongue(), "diagnosis", "you-first")
    ('stuck', 'the reason “You first” holds')
    """
    if name == "unlocking":
        return tongue.say("way {numbers} works", numbers=kind)
    if kind:
        return tongue.say("the reason “{title}” holds", title=tongue.say(TITLES[kind]))
    return tongue.say(FINDINGS[name])


def only_if_so(cases: Sequence[tuple[int, int]]) -> bool:
    """Whether a finding holds wherever an assumption does, and nowhere else.

    >>> only_if_so([(3, 3), (0, 3)]), only_if_so([(3, 3), (1, 3)])
    (True, False)
    """
    return len(cases) == 2 and cases[0][0] == cases[0][1] and not cases[1][0]  # noqa: PLR2004 - a pair
