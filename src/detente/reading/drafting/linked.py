"""Which acts are linked with what is at issue: by a formula, threat, demand, or much telling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from detente.reading.drafting.acts import Act
from detente.reading.drafting.cast import CALENDAR
from detente.reading.drafting.issue import Issue
from detente.reading.drafting.labels import is_sayable
from detente.reading.drafting.ledger import Ledger, Position
from detente.reading.drafting.lexicon import words
from detente.reading.drafting.wishes import Ladder


def closed(found: list[Act], ladders: Mapping[str, Ladder]) -> list[Act]:
    """Closed under: stands in one formula with one already in."""
    grown = True
    while grown:
        grown = False
        for ladder in ladders.values():
            for wish in ladder.firm:
                if not wish.beside and len(wish.acts) > 1 and any(a in found for a in wish.acts):
                    fresh = [act for act in wish.acts if act not in found]
                    found, grown = [*found, *dict.fromkeys(fresh)], grown or bool(fresh)
    return found


def threatened(
    parties: tuple[str, ...], ladders: Mapping[str, Ladder], found: list[Act]
) -> list[Act]:
    """With what the parties threaten each other with."""
    fresh = [
        act
        for party in parties
        for wish in ladders.get(party, Ladder()).firm
        if wish.key[0] == "if" and {act.owner for act in wish.acts} <= {*parties, CALENDAR}
        for act in wish.acts
    ]
    return list(dict.fromkeys([*found, *fresh]))


def parties_of(positions: Iterable[Position], acts: Iterable[Act]) -> tuple[str, ...]:
    """Who holds the positions, and who owns the acts, each once."""
    named = [*(position.holder for position in positions), *(act.owner for act in acts)]
    return tuple(dict.fromkeys(named))


def is_awaited(ledger: Ledger, act: Act) -> bool:
    """Whether nobody who may decide owns it: a day that comes, what befalls."""
    return act.owner == CALENDAR or not ledger.cast.may_decide(act.owner)


def wanted_of_each_other(
    parties: tuple[str, ...], ladders: Mapping[str, Ladder], within: list[Act]
) -> list[Act]:
    """What each wants the others to do, in so many words."""
    found = []
    for party in parties:
        ladder = ladders.get(party, Ladder())
        for wish in (*ladder.firm, *ladder.group):
            act = wish.acts[0]
            if wish.via and not any(prize in within for prize in wish.via):
                continue
            if (
                not wish.assumed
                and not wish.beside
                and len(wish.acts) == 1
                and act.owner in parties
                and act.owner != party
            ):
                found.append(act)
    return list(dict.fromkeys(found))


_OFTEN = 3  # pieces of evidence


def told_often(ledger: Ledger, parties: tuple[str, ...]) -> list[Act]:
    """What a side holds to that stands in the headline and the text, or in three places."""
    found = []
    for act in ledger.register:
        often = len(act.because) >= _OFTEN or _is_headed(ledger, act)
        if act.owner in parties and often and not act.shared and is_sayable(act):
            found.append(act)
    return found


def _is_headed(ledger: Ledger, act: Act) -> bool:
    """Whether a headline has the verb of an act: "Orvia refuses to delay filling"."""
    titles = " ".join(document.title.lower() for document in ledger.coverage.documents)
    spoken = {mention.doing.verb.split("_")[0] for mention in act.mentions}
    telling = {v for v in spoken if len(v) >= _TELLING and v not in words("small", "verbs")}
    return any(re.search(rf"\b{re.escape(verb)}", titles) for verb in telling)


_TELLING = 4  # letters of a verb that tells something


def is_uncontested(
    act: Act, issue: Issue, ladders: Mapping[str, Ladder], parties: tuple[str, ...]
) -> bool:
    """Whether nobody but its owner wants anything of it, by itself, and it is no goal."""
    if any(goal.act is act for goal in (*issue.goals, *issue.instead)):
        return False
    wishes = [(p, w) for p in parties for w in ladders.get(p, Ladder()).all if act in w.acts]
    if any(len(w.acts) > 1 for _, w in wishes):
        return False
    return not any(p != act.owner for p, _ in wishes) or not wishes
