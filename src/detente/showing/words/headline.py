"""The headline: at most two sentences, true in every case, made from the findings."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.explanation import Explanation
from detente.analysis.unlocking import Unlocking
from detente.showing.findings import Effect, Findings, Share
from detente.showing.words.concessions import conceded, movers, stepped
from detente.showing.words.degrees import degrees
from detente.showing.words.diagnosis import diagnosed, finding, first_kind, only_if_so
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised, listed, number_word, ordinal
from detente.showing.words.tables import CONCEPTS

_SHORT = 110  # characters; a state that takes more is not spelled
_MOST = 260  # characters; a way out that takes more is told without its steps


@dataclass(frozen=True, slots=True)
class Headline:
    """A verdict in a word, with its tone, and one or two sentences that say it."""

    tone: str
    word: str
    sentences: tuple[str, ...]


def headline(voice: Voice, found: Findings, most: int = _MOST) -> Headline:
    """The headline of a dispute's findings; `most` characters tell whether a way out is spelled."""
    if not voice.dispute.options:
        return Headline("", "Nothing to analyse", (_NO_OPTIONS,))
    standing = found.explanation.standing
    for share in found.weak:
        effect = found.hinge(share)
        if effect:
            return _hanging(voice, found, share, effect, most)
    first, second = _FIRST[standing](voice, found), _second(voice, found, most)
    sentences = tuple(capitalised(text) for text in (first, second) if text)
    return Headline(standing, _WORDS[standing], sentences)


_NO_OPTIONS = "No party in this file has anything that it could do, so there is nothing to analyse."
_WORDS = {"settled": "Settled", "stuck": "Stuck", "moving": "Not stuck"}

# The first sentence: how things stand -------------------------------------------------------------


def _settled(voice: Voice, found: Findings) -> str:
    told = found.explanation
    if not told.equilibrium[told.concept]:
        gains = _gains(voice, told)
        return f"settled today, but that need not last{_disagreeing(told)}: {gains}."
    differ = _disagreeing(told)
    lasts = f"that lasts{differ}" if differ else "nobody gains by leaving it"
    return f"settled: what would count as settled holds today, and {lasts}."


def _stuck(voice: Voice, found: Findings) -> str:
    told = found.explanation
    if not told.diagnosis:
        why = "nobody gains by moving first"
        if not told.equilibrium.get("nash", True):
            why = "whoever could gain by moving first has to fear the answer"
        return f"stuck{_disagreeing(told)}: {why}."
    return f"stuck{_disagreeing(told)}: {_why(voice, found)}."


def _why(voice: Voice, found: Findings) -> str:
    """The kind of deadlock that says most, as a clause."""
    kinds = {diagnosis.kind: diagnosis.parties for diagnosis in found.explanation.diagnosis}
    kind = first_kind(list(kinds))
    return diagnosed(voice, kind, kinds[kind])


def _moving(voice: Voice, found: Findings) -> str:
    told = found.explanation
    if told.heads_to == (_free_step(told)[1],):
        settles = (
            "and that settles it" if found.settles(told.heads_to[0]) else "but that settles nothing"
        )
        ends = f"; {settles}" if found.has_resolution else ""
        return f"not stuck{_disagreeing(told)}: {_gains(voice, told)}{ends}."
    heads = f"; {_heads(voice, found)}" if told.heads_to else ""
    return f"not stuck{_disagreeing(told)}: {_gains(voice, told)}{heads}."


_FIRST = {"settled": _settled, "stuck": _stuck, "moving": _moving}


def _heads(voice: Voice, found: Findings) -> str:
    """Where improvements lead, and whether that settles it."""
    states = found.explanation.heads_to
    settled = sum(found.settles(state) for state in states)
    if len(states) == 1:
        which = "which settles it" if settled else "which does not settle it"
        words = voice.state(states[0])
        where = f"to where {words}" if len(words) <= _SHORT else "to another state"
    else:
        share = {0: "none of which settles it", len(states): "each of which settles it"}
        which = share.get(settled, "some of which settle it")
        where = f"to one of {number_word(len(states))} states"
    which = which if found.has_resolution else "where it would rest"
    return f"gain by gain it leads {where}, {which}"


def _gains(voice: Voice, told: Explanation) -> str:
    """Who gains by what, and is not deterred."""
    party, to = _free_step(told)
    doing, gains = voice.by(party, told.state, to), voice.verb(party, "gain")
    return f"{voice.name(party)} {gains} by {doing}, and no answer deters that"


def _free_step(told: Explanation) -> tuple[str, str]:
    """The first improvement that nothing deters: whose, and where to."""
    for verdict in told.verdicts[told.concept].values():
        for step in verdict.improvements:
            if step.sanction is None:
                return verdict.party, step.to
    raise ValueError(told.state)


def _disagreeing(told: Explanation) -> str:
    """Where the concepts differ: under which it is so."""
    holds = told.equilibrium[told.concept]
    titles = {name: CONCEPTS[name][0] for name in told.equilibrium}
    agree = [titles[name] for name, found in told.equilibrium.items() if found is holds]
    differ = [titles[name] for name, found in told.equilibrium.items() if found is not holds]
    if not differ:
        return ""
    if holds and differ == [CONCEPTS["nash"][0]]:
        return " as long as the parties fear each other’s answers (not under Nash)"
    return f" (under {listed(agree)}; not under {listed(differ, 'or')})"


# Where it hangs on an assumption ------------------------------------------------------------------


def _hanging(voice: Voice, found: Findings, share: Share, effect: Effect, most: int) -> Headline:
    """What is said where a finding holds in too few of the open models: on what it hangs."""
    standing = found.explanation.standing
    word = _WORDS[standing]
    if share.finding == standing:
        first = f"It hangs on {hinge(voice, effect)}: {_with(share, effect)}."
        second = f"As the file has it, it is {_FIRST[standing](voice, found)}"
        return Headline("warn", f"{word}?", (first, second))
    first = _FIRST[standing](voice, found).removesuffix(".")
    second = _second(voice, found, most)
    hangs = hinge(voice, effect, most=_SHORT)
    if share.finding == "free":
        second = f"{second.removesuffix('.')}; whether that takes a concession hangs on {hangs}."
    else:
        first = f"{first}, but that reason hangs on {hangs}"
    return Headline(standing, word, tuple(capitalised(text) for text in (f"{first}.", second)))


def hinge(voice: Voice, effect: Effect, most: int | None = None) -> str:
    """An assumption as what a finding hangs on: a want, or the order of some.

    An order that takes more than so many characters is told by the ranks of its wants.
    """
    wants = [voice.dispute.party(effect.party).ordered_wants[index - 1] for index in effect.indices]
    if not effect.is_order:
        return f"whether {voice.wants(effect.party, wants[0].formula)}"
    wishes = [voice.request(effect.party, want.formula) for want in wants]
    whose = voice.naming(effect.party).possessive
    told = f"which of {whose} wants comes first, {listed(wishes, 'or')}"
    if most is None or len(told) <= most:
        return told
    return f"the order of {whose} {listed([ordinal(index) for index in effect.indices])} wants"


def _with(share: Share, effect: Effect) -> str:
    """What becomes of the verdict in each case of an assumption."""
    told = finding(share.finding, share.kind)
    if effect.is_order:
        return f"it is {told} {listed(degrees(effect.cases))}, by which it is"
    if only_if_so(effect.cases):
        return f"it is {told} if so, and not otherwise"
    with_it, without = degrees(effect.cases)
    if with_it == without:
        (more, _), (less, _) = effect.cases
        with_it += ", more often" if more > less else ", less often"
    return f"it is {told} {with_it} if so, and {without} if not"


# The second sentence: the least that would free it ------------------------------------------------


def _second(voice: Voice, found: Findings, most: int) -> str:
    if not found.has_resolution:
        return "The file does not say what would count as settled, so no way out was looked for."
    unlocking = found.unlocking
    if found.explanation.settled or unlocking is None:
        return ""
    if not unlocking.unlockings:
        return _NOTHING[unlocking.proven_least]
    told = _free if unlocking.least_cost == 0 else _least
    return told(voice, found, most)


_NOTHING = {
    True: "It is proven that no concession which the model knows of brings a settlement that lasts "
    "and leaves nobody worse off.",
    False: "No way out was found before the search was stopped.",
}


def _free(voice: Voice, found: Findings, most: int) -> str:
    """A way out without a concession, and how far that goes."""
    way = found.ways[0]
    if not way.path:
        return ""
    moved, steps = _moved(voice, way), _steps(voice, way)
    if found.is_free:
        told = f"It would be settled without a concession if {moved}"
    else:
        idle = found.idle_movers(way)
        gain = f", though {voice.names(idle)} would gain nothing by it" if idle else ""
        told = f"It would be settled if {moved}, and nobody is on record against that{gain}"
    return f"{told}: {steps}." if len(told) + len(steps) <= most else f"{told}."


def _moved(voice: Voice, way: Unlocking) -> str:
    """Who would have to move, and how."""
    who = voice.names(movers(way.path))
    if len(way.path) > 1:
        return f"{who} moved step by step"
    return f"{who} acted at the same time" if way.path[0].kind == "together" else f"{who} moved"


def _steps(voice: Voice, way: Unlocking) -> str:
    if len(way.path) == 1:
        return listed(voice.changes(voice.dispute.status_quo, way.path[0].to))
    return "; then ".join(stepped(voice, way.path, voice.dispute.status_quo))


def _least(voice: Voice, found: Findings, most: int) -> str:
    """The least concessions; ties are said to be ties."""
    unlocking = found.unlocking
    assert unlocking is not None  # noqa: S101 - for the type checker: the caller has looked
    least = [way for way in found.ways if way.cost == unlocking.least_cost]
    told = [
        listed([conceded(voice, given, short=True) for given in way.concessions]) for way in least
    ]
    does = "free" if found.explanation.standing == "stuck" else "settle"
    word = f"Least that would {does} it" if unlocking.proven_least else f"Least found to {does} it"
    if len(told[0]) > most:
        return f"{word}: concessions by {voice.names(_givers(least[0]))}."
    if unlocking.least_count == 1:
        full = f"{word}: {told[0]}; then {_steps(voice, least[0])}." if least[0].path else ""
        return full if full and len(full) <= most else f"{word}: {told[0]}."
    if unlocking.least_count == len(told) == 2 and len(" ".join(told)) <= most:  # noqa: PLR2004 - a pair
        return f"{word}: either {told[0]}, or {told[1]}."
    many = number_word(unlocking.least_count)
    return f"{word}, as one of {many} ways that cost the same: {told[0]}."


def _givers(way: Unlocking) -> tuple[str, ...]:
    return tuple(dict.fromkeys(given.party for given in way.concessions))
