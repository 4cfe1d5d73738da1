"""What a finding hangs on, and what becomes of it in each case."""

from __future__ import annotations

from collections.abc import Sequence

from detente.showing.findings import Effect, Share
from detente.showing.words.degrees import degrees
from detente.showing.words.diagnosis import finding, only_if_so
from detente.showing.words.formulas import Voice
from detente.showing.words.tongue import Tongue, mark

_FEW = 3  # ranks that are listed one by one
_SHORT = 60  # characters; a want that takes more is told by its rank alone


def hinge(voice: Voice, effect: Effect, most: int | None = None) -> str:
    """An assumption as what a finding hangs on: a want, or the order of some.

    An order that takes more than so many characters is told by the ranks of its wants.
    """
    tongue = voice.tongue
    wants = [voice.dispute.party(effect.party).ordered_wants[index - 1] for index in effect.indices]
    if not effect.is_order:
        return tongue.say("whether {wants}", wants=voice.wants(effect.party, wants[0].formula))
    whose = voice.whose(effect.party)
    wishes = tongue.either([voice.request(effect.party, want.formula) for want in wants])
    told = tongue.say("which of {whose} wants comes first, {wishes}", whose=whose, wishes=wishes)
    if most is None or len(told) <= most:
        return told
    return tongue.say(
        "the order of {whose} {ranks} wants", whose=whose, ranks=_ranks(tongue, effect.indices)
    )


def _ranks(tongue: Tongue, indices: Sequence[int]) -> str:
    """Ranks in a row; many without a gap by the first and the last: "third to ninth"."""
    first, last = indices[0], indices[-1]
    if len(indices) > _FEW and tuple(indices) == tuple(range(first, last + 1)):
        return tongue.say("{first} to {last}", first=tongue.rank(first), last=tongue.rank(last))
    return tongue.listed([tongue.rank(index) for index in indices])


def by_case(voice: Voice, share: Share, effect: Effect) -> str:
    """What becomes of the verdict in each case of an assumption, as a sentence goes on."""
    tongue = voice.tongue
    told = finding(tongue, share.finding, share.kind)
    if effect.is_order:
        return tongue.say("{finding} {cases}", finding=told, cases=by_order(voice, effect))
    if only_if_so(effect.cases):
        return tongue.say("it is {finding} if so, and not otherwise", finding=told)
    so, otherwise = degrees(effect.cases)
    message = mark("it is {finding} {so} if so, and {otherwise} if not")
    if so == otherwise:
        (more, _), (less, _) = effect.cases
        message = _OFTENER[more > less]
    return tongue.say(message, finding=told, so=tongue.say(so), otherwise=tongue.say(otherwise))


def by_order(voice: Voice, effect: Effect) -> str:
    """How often a finding holds, and how often where another want comes first."""
    tongue, cases = voice.tongue, degrees(effect.cases)
    usual = max(cases, key=cases.count)
    odd = [
        tongue.say("{degree} if {want} comes first", degree=tongue.say(case),
                   want=tongue.either(_wants(voice, effect, cases, case)))
        for case in dict.fromkeys(cases)
        if case != usual
    ]  # fmt: skip
    if not odd:
        return tongue.say(usual)
    return tongue.say("{usual}, but {odd}", usual=tongue.say(usual), odd=", ".join(odd))


def _wants(voice: Voice, effect: Effect, cases: Sequence[str], case: str) -> list[str]:
    """The wants whose coming first makes it so: by rank; a single short one by its words too."""
    tongue, places = voice.tongue, [n for n, found in enumerate(cases) if found == case]
    ranks = [tongue.say("the {rank}", rank=tongue.rank(effect.indices[n])) for n in places]
    want = voice.dispute.party(effect.party).ordered_wants[effect.indices[places[0]] - 1]
    words = voice.wish(effect.party, want.formula)
    return [f"{ranks[0]} ({words})"] if len(ranks) == 1 and len(words) <= _SHORT else ranks


_OFTENER = {
    True: mark("it is {finding} {so}, more often if so, and {otherwise} if not"),
    False: mark("it is {finding} {so}, less often if so, and {otherwise} if not"),
}
