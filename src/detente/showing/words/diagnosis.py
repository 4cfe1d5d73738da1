"""Why it is stuck, in words: one table from the kind of deadlock to what it says and suggests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.showing.words.formulas import Voice
from detente.showing.words.tables import FINDINGS

Teller = Callable[[Voice, Sequence[str]], str]


def _agree(voice: Voice, parties: Sequence[str], one: str, many: str) -> str:
    """The verb that fits so many parties."""
    plural = len(parties) > 1 or (bool(parties) and voice.naming(parties[0]).plural)
    return many if plural else one


def _you_first(voice: Voice, parties: Sequence[str]) -> str:
    names = voice.names(parties)
    if len(parties) == 1:
        return f"{names} would gain from a settlement, but no chain of gains leads there"
    both, neither = ("both", "neither") if len(parties) == 2 else ("all", "none of them")  # noqa: PLR2004 - a pair
    return f"{names} would {both} gain from a settlement, but {neither} gets there by moving first"


def _content(voice: Voice, parties: Sequence[str]) -> str:
    prefer = _agree(voice, parties, "prefers", "prefer")
    return f"{voice.names(parties)} {prefer} today to every settlement within reach"


def _incompatible(voice: Voice, parties: Sequence[str]) -> str:
    if len(parties) == 1:
        return f"every settlement within reach is worse than today for {voice.names(parties)}"
    return f"every settlement within reach is worse than today for {voice.names(parties, 'or')}"


def _unmoved(voice: Voice, parties: Sequence[str]) -> str:
    gain = _agree(voice, parties, "gains", "gain")
    return (
        f"a settlement would leave nobody worse off, but {voice.names(parties)}, who would have to "
        f"move, {gain} nothing by it"
    )


def _awaited(voice: Voice, parties: Sequence[str]) -> str:
    return (
        "a settlement would leave nobody worse off, but it waits for "
        f"{voice.names(parties)}, whose choices follow no want in the file"
    )


def _exposed(voice: Voice, parties: Sequence[str]) -> str:
    has = _agree(voice, parties, "has", "have")
    return (
        f"{voice.names(parties)} could take a first step towards a settlement, but {has} to fear "
        "the answer to it"
    )


def _unstable_peace(voice: Voice, parties: Sequence[str]) -> str:
    would = f": {voice.names(parties)} would leave it" if parties else ""
    return f"a settlement can be reached without a concession, but it would not last{would}"


def _barred(_: Voice, __: Sequence[str]) -> str:
    return "nothing that the parties could do, alone or together, brings a settlement about"


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
    "barred": "Barred",
    "content": "Content with today",
    "incompatible": "Incompatible",
    "you-first": "You first",
    "exposed": "Exposed",
    "awaited": "Awaited",
    "unmoved": "Unmoved",
    "unstable-peace": "No lasting peace",
}
SUGGESTS = {
    "barred": "another settlement has to be looked for, or an option that nobody has yet",
    "content": "it has to be offered more, or today has to cost it more",
    "incompatible": "somebody’s want has to yield; the least that does is below",
    "you-first": "steps at the same time, or a guarantor; no concession is needed for that",
    "exposed": "those who could answer have to bind themselves not to",
    "awaited": "wait, hasten it, or settle what does not depend on it",
    "unmoved": "those who would have to move need a stake in it",
    "unstable-peace": "a commitment has to make it last",
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


def finding(name: str, kind: str | None = None) -> str:
    """A finding of which it is said in how many open models it holds.

    >>> finding("stuck"), finding("diagnosis", "you-first")
    ('stuck', 'the reason “You first” holds')
    """
    if name == "unlocking":
        return f"way {kind} works"
    return f"the reason “{TITLES[kind]}” holds" if kind else FINDINGS[name]


def only_if_so(cases: Sequence[tuple[int, int]]) -> bool:
    """Whether a finding holds wherever an assumption does, and nowhere else.

    >>> only_if_so([(3, 3), (0, 3)]), only_if_so([(3, 3), (1, 3)])
    (True, False)
    """
    return len(cases) == 2 and cases[0][0] == cases[0][1] and not cases[1][0]  # noqa: PLR2004 - a pair
