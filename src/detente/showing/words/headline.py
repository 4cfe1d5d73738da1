"""The headline: at most two sentences, true in every case, made from the findings."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.explanation import Explanation
from detente.analysis.unlocking import Unlocking
from detente.showing.findings import Effect, Findings, Share
from detente.showing.words.concessions import granted, movers, stepped
from detente.showing.words.diagnosis import diagnosed, first_kind
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised
from detente.showing.words.hinges import by_case, hinge
from detente.showing.words.tables import CONCEPTS
from detente.showing.words.tongue import mark, mark_many

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
    say = voice.tongue.say
    if not voice.dispute.options:
        return Headline("", say("Nothing to analyse"), (say(_NO_OPTIONS),))
    standing = found.explanation.standing
    for share in found.weak:
        effect = found.hinge(share)
        if effect:
            return _hanging(voice, found, share, effect, most)
    first, second = _FIRST[standing](voice, found), _second(voice, found, most)
    sentences = tuple(capitalised(text) for text in (f"{first}.", second) if text)
    return Headline(standing, say(WORDS[standing]), sentences)


_NO_OPTIONS = mark(
    "No party in this file has anything that it could do, so there is nothing to analyse."
)
WORDS = {"settled": mark("Settled"), "stuck": mark("Stuck"), "moving": mark("Not stuck")}

# The first sentence: how things stand -------------------------------------------------------------


def _settled(voice: Voice, found: Findings) -> str:
    told, say = found.explanation, voice.tongue.say
    differ = _disagreeing(voice, told)
    if not told.equilibrium[told.concept]:
        return say(
            "settled today, but that need not last{differ}: {gains}",
            differ=differ, gains=_gains(voice, told),
        )  # fmt: skip
    if differ:
        return say(
            "settled: what would count as settled holds today, and that lasts{differ}",
            differ=differ,
        )
    return say("settled: what would count as settled holds today, and nobody gains by leaving it")


def _stuck(voice: Voice, found: Findings) -> str:
    told, say = found.explanation, voice.tongue.say
    if told.diagnosis:
        why = _why(voice, found)
    elif told.equilibrium.get("nash", True):
        why = say("nobody gains by moving first")
    else:
        why = say("whoever could gain by moving first has to fear the answer")
    return say("stuck{differ}: {why}", differ=_disagreeing(voice, told), why=why)


def _why(voice: Voice, found: Findings) -> str:
    """The kind of deadlock that says most, as a clause."""
    kinds = {diagnosis.kind: diagnosis.parties for diagnosis in found.explanation.diagnosis}
    kind = first_kind(list(kinds))
    return diagnosed(voice, kind, kinds[kind])


def _moving(voice: Voice, found: Findings) -> str:
    told = found.explanation
    if told.heads_to != (_free_step(told)[1],):
        message = _LEADS_ON if told.heads_to else _NOT_STUCK
    elif not found.has_resolution:
        message = _NOT_STUCK
    else:
        message = _SETTLES[found.settles(told.heads_to[0])]
    return voice.tongue.say(
        message,
        differ=_disagreeing(voice, told),
        gains=_gains(voice, told),
        heads=_heads(voice, found) if told.heads_to else "",
    )


_NOT_STUCK = mark("not stuck{differ}: {gains}")
_LEADS_ON = mark("not stuck{differ}: {gains}; {heads}")
_SETTLES = {
    True: mark("not stuck{differ}: {gains}; and that settles it"),
    False: mark("not stuck{differ}: {gains}; but that settles nothing"),
}
_FIRST = {"settled": _settled, "stuck": _stuck, "moving": _moving}


def _heads(voice: Voice, found: Findings) -> str:
    """Where improvements lead, and whether that settles it."""
    states = found.explanation.heads_to
    settled = sum(found.settles(state) for state in states)
    if len(states) == 1:
        words = voice.state(states[0])
        told = _ONE[len(words) <= _SHORT]
        which = "yes" if settled else "no"
    else:
        words, told = "", _SOME
        which = {0: "no", len(states): "yes"}.get(settled, "some")
    message = told[which if found.has_resolution else "unknown"]
    return voice.tongue.say(message, where=words, count=voice.tongue.word(len(states)))


_ONE = {
    True: {
        "yes": mark("gain by gain it leads to where {where}, which settles it"),
        "no": mark("gain by gain it leads to where {where}, which does not settle it"),
        "unknown": mark("gain by gain it leads to where {where}, where it would rest"),
    },
    False: {
        "yes": mark("gain by gain it leads to another state, which settles it"),
        "no": mark("gain by gain it leads to another state, which does not settle it"),
        "unknown": mark("gain by gain it leads to another state, where it would rest"),
    },
}
_SOME = {
    "yes": mark("gain by gain it leads to one of {count} states, each of which settles it"),
    "no": mark("gain by gain it leads to one of {count} states, not one of which settles it"),
    "some": mark("gain by gain it leads to one of {count} states, not all of which settle it"),
    "unknown": mark("gain by gain it leads to one of {count} states, where it would rest"),
}


def _gains(voice: Voice, told: Explanation) -> str:
    """Who gains by what, and is not deterred."""
    party, to = _free_step(told)
    return voice.tongue.many(
        "{name} gains by {doing}, and no answer deters that",
        "{name} gain by {doing}, and no answer deters that",
        voice.count(party),
        name=voice.name(party),
        doing=voice.by(party, told.state, to),
    )


def _free_step(told: Explanation) -> tuple[str, str]:
    """The first improvement that nothing deters: whose, and where to."""
    for verdict in told.verdicts[told.concept].values():
        for step in verdict.improvements:
            if step.sanction is None:
                return verdict.party, step.to
    raise ValueError(told.state)


def _disagreeing(voice: Voice, told: Explanation) -> str:
    """Where the concepts differ: under which it is so, in brackets and with a space before it."""
    tongue, holds = voice.tongue, told.equilibrium[told.concept]
    titles = {name: CONCEPTS[name][0] for name in told.equilibrium}
    agree = [titles[name] for name, found in told.equilibrium.items() if found is holds]
    differ = [titles[name] for name, found in told.equilibrium.items() if found is not holds]
    if not differ:
        return ""
    if holds and differ == [CONCEPTS["nash"][0]]:
        return tongue.say(" as long as the parties fear each other’s answers (not under Nash)")
    return tongue.say(
        " (under {some}; not under {others})",
        some=tongue.listed(agree),
        others=tongue.either(differ),
    )


# Where it hangs on an assumption ------------------------------------------------------------------


def _hanging(voice: Voice, found: Findings, share: Share, effect: Effect, most: int) -> Headline:
    """What is said where a finding holds in too few of the open models: on what it hangs."""
    standing, say = found.explanation.standing, voice.tongue.say
    word, first = say(WORDS[standing]), _FIRST[standing](voice, found)
    if share.finding == standing:
        hangs = say(
            "It hangs on {hinge}: {cases}.", hinge=hinge(voice, effect, most=_SHORT),
            cases=by_case(voice, share, effect),
        )  # fmt: skip
        second = say("As the file has it, it is {standing}.", standing=first)
        return Headline("warn", f"{word}?", (hangs, second))
    hangs = hinge(voice, effect, most=_SHORT)
    second = _second(voice, found, most)
    if share.finding == "free":
        first = f"{first}."
        second = say(
            "{way}; whether that takes a concession hangs on {hinge}.",
            way=second.removesuffix("."), hinge=hangs,
        )  # fmt: skip
    else:
        first = say("{standing}; that reason hangs on {hinge}.", standing=first, hinge=hangs)
    return Headline(standing, word, tuple(capitalised(text) for text in (first, second)))


# The second sentence: the least that would free it ------------------------------------------------


def _second(voice: Voice, found: Findings, most: int) -> str:
    if not found.has_resolution:
        return voice.tongue.say(_NO_RESOLUTION)
    unlocking = found.unlocking
    if found.explanation.settled or unlocking is None:
        return ""
    if not unlocking.unlockings:
        return voice.tongue.say(_NOTHING[unlocking.proven_least])
    told = _free if unlocking.least_cost == 0 else _least
    return told(voice, found, most)


_NO_RESOLUTION = mark(
    "The file does not say what would count as settled, so no way out was looked for."
)
_NOTHING = {
    True: mark(
        "It is proven that no concession which the model knows of brings a settlement that lasts "
        "and leaves nobody worse off."
    ),
    False: mark("No way out was found before the search was stopped."),
}


def _free(voice: Voice, found: Findings, most: int) -> str:
    """A way out without a concession, and how far that goes."""
    way = found.ways[0]
    if not way.path:
        return ""
    told, steps = _moved(voice, found, way), _steps(voice, way)
    if len(told) + len(steps) <= most:
        return voice.tongue.say("{told}: {steps}.", told=told, steps=steps)
    return f"{told}."


def _moved(voice: Voice, found: Findings, way: Unlocking) -> str:
    """Who would have to move, how, and whether somebody is against it."""
    who = movers(way.path)
    kind = "together" if way.path[0].kind == "together" else "one"
    one, more = _MOVED["steps" if len(way.path) > 1 else kind]
    moved = voice.tongue.many(one, more, voice.count(*who), names=voice.names(who))
    if found.is_free:
        return voice.tongue.say("It would be settled without a concession if {moved}", moved=moved)
    idle = found.idle_movers(way)
    if not idle:
        message = mark("It would be settled if {moved}, and nobody is on record against that")
        return voice.tongue.say(message, moved=moved)
    message = mark(
        "It would be settled if {moved}, and nobody is on record against that, though {names} "
        "would gain nothing by it"
    )
    return voice.tongue.say(message, moved=moved, names=voice.names(idle))


_MOVED = {
    "steps": mark_many("{names} moved step by step", "{names} moved step by step"),
    "together": mark_many("{names} acted at the same time", "{names} acted at the same time"),
    "one": mark_many("{names} moved", "{names} moved"),
}


def _steps(voice: Voice, way: Unlocking) -> str:
    if len(way.path) == 1:
        return voice.tongue.listed(voice.changes(voice.dispute.status_quo, way.path[0].to))
    return voice.tongue.then(stepped(voice, way.path, voice.dispute.status_quo))


def _least(voice: Voice, found: Findings, most: int) -> str:
    """The least concessions; ties are said to be ties."""
    unlocking, tongue = found.unlocking, voice.tongue
    assert unlocking is not None  # noqa: S101 - for the type checker: the caller has looked
    least = [way for way in found.ways if way.cost == unlocking.least_cost]
    told = [tongue.listed(granted(voice, way.concessions)) for way in least]
    does = "free" if found.explanation.standing == "stuck" else "settle"
    messages = _LEAST[does, unlocking.proven_least]
    if len(told[0]) > most:
        return tongue.say(messages["by"], names=voice.names(_givers(least[0])))
    if unlocking.least_count == 1:
        full = tongue.then([told[0], _steps(voice, least[0])]) if least[0].path else ""
        given = tongue.say(messages["one"], given=full or told[0])
        return given if len(given) <= most else tongue.say(messages["one"], given=told[0])
    if unlocking.least_count == len(told) == 2 and len(" ".join(told)) <= most:  # noqa: PLR2004 - a pair
        return tongue.say(messages["two"], one=told[0], other=told[1])
    return tongue.say(messages["some"], count=tongue.word(unlocking.least_count), given=told[0])


_LEAST = {
    ("free", True): {
        "by": mark("Least that would free it: concessions by {names}."),
        "one": mark("Least that would free it: {given}."),
        "two": mark("Least that would free it: either {one}, or {other}."),
        "some": mark(
            "Least that would free it, as one of {count} ways that cost the same: {given}."
        ),
    },
    ("free", False): {
        "by": mark("Least found to free it: concessions by {names}."),
        "one": mark("Least found to free it: {given}."),
        "two": mark("Least found to free it: either {one}, or {other}."),
        "some": mark("Least found to free it, as one of {count} ways that cost the same: {given}."),
    },
    ("settle", True): {
        "by": mark("Least that would settle it: concessions by {names}."),
        "one": mark("Least that would settle it: {given}."),
        "two": mark("Least that would settle it: either {one}, or {other}."),
        "some": mark(
            "Least that would settle it, as one of {count} ways that cost the same: {given}."
        ),
    },
    ("settle", False): {
        "by": mark("Least found to settle it: concessions by {names}."),
        "one": mark("Least found to settle it: {given}."),
        "two": mark("Least found to settle it: either {one}, or {other}."),
        "some": mark(
            "Least found to settle it, as one of {count} ways that cost the same: {given}."
        ),
    },
}


def _givers(way: Unlocking) -> tuple[str, ...]:
    return tuple(dict.fromkeys(given.party for given in way.concessions))
