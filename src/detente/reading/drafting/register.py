"""All acts met so far, and which of them a phrase means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.reading.drafting.acts import Act, Literal, Mention
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import EXIST, THING, is_shared, verbs, words
from detente.reading.drafting.likeness import ENOUGH, is_elsewhere, likeness, shared_likeness


class Register:
    """All acts met so far, to find the one that a phrase means.

    Examples
    --------
    >>> from detente.reading.drafting.phrases import doings
    >>> register = Register()
    >>> first = register.literal("sudmark", doings("withdraw its patrols")[0], "q1")
    >>> second = register.literal("sudmark", doings("as long as the patrols go on")[0], "q2")
    >>> first.act is second.act, first.sign, second.sign
    (True, False, True)
    """

    def __init__(self) -> None:
        self.acts: list[Act] = []

    def literal(
        self, owner: str, doing: Doing, because: str, *, now: bool | None = None
    ) -> Literal:
        """What a phrase says of an owner's act, which is found, or else made.

        `now` is whether what the phrase says is so at present, where that is known.
        """
        state = None if now is None else now is doing.sign
        found = self._found(owner, doing)
        if found and doing.family == THING and state is not None and _is_known(found[0], not state):
            found = None
        act, doing = found or (self._made(owner, doing), doing)
        act.mentions.append(Mention(doing, because, state))
        if not act.theme and doing.theme and act.family == doing.family:
            act.theme, act.head = frozenset(doing.theme), doing.theme[0]
        if act.family == THING and doing.family not in (THING, EXIST):
            act.family = doing.family
        return Literal(act, doing.sign)

    def find(self, owners: Iterable[str], doing: Doing) -> Literal | None:
        """The act that a phrase means among those of some owners, if it is known already."""
        for owner in owners:
            found = self._found(owner, doing)
            if found:
                return Literal(found[0], found[1].sign)
        return None

    def named(self, owner: str, names: Iterable[str], *, held: bool) -> Act | None:
        """The standing act of an owner whose head is among some words.

        Of a thing `held`, to hand it over is the contrary of holding it.
        """
        known = set(names)
        families = (EXIST, "give") if held else (EXIST,)
        mine = (a for a in self.acts if a.owner == owner and a.family in families)
        return next((a for a in mine if a.head in known), None)

    def _found(self, owner: str, doing: Doing) -> tuple[Act, Doing] | None:
        scored = [
            (likeness(act, doing), -n, act) for n, act in enumerate(self.acts) if act.owner == owner
        ]
        best = max(scored, key=lambda row: row[:2], default=None)
        if best and best[0] >= ENOUGH:
            return best[2], doing
        rules = (
            self._nominal, self._barring, self._leaving, self._pressed, self._named_before,
            self._going_on, self._blocking, self._housed, self._handed,
        )  # fmt: skip
        return next((found for rule in rules if (found := rule(owner, doing))), None)

    def _barring(self, owner: str, doing: Doing) -> tuple[Act, Doing] | None:
        """What is barred is not allowed: the contrary of "the ban"."""
        barred = self._barred(owner, doing)
        if barred is None:
            return None
        return barred, replace(barred.mentions[0].doing, sign=not doing.sign)

    def _leaving(self, owner: str, doing: Doing) -> tuple[Act, Doing] | None:
        """What stays in a place, where leaving it is spoken of."""
        gone = self._left(owner, doing)
        if gone is None:
            return None
        down = doing.family != EXIST  # "stands down"
        return gone, replace(doing, family=EXIST, sign=doing.sign ^ down)

    def _going_on(self, owner: str, doing: Doing) -> tuple[Act, Doing] | None:
        """The pickets that "block the road": one with "the pickets leave"."""
        if not doing.actor:
            return None
        goes_on = Doing(EXIST, doing.sign, doing.actor, "", " ".join(doing.actor))
        mine = (a for a in self.acts if a.owner == owner and a.family == EXIST)
        return next(((act, goes_on) for act in mine if act.head == doing.actor[0]), None)

    def _blocking(self, owner: str, doing: Doing) -> tuple[Act, Doing] | None:
        """The road that pickets block: that the pickets are there is that it is shut."""
        if doing.family != EXIST or not doing.theme:
            return None
        means = re.compile(rf"\b{re.escape(doing.theme[0])}", re.IGNORECASE)
        shut = (a for a in self.acts if a.owner == owner and a.family in ("open", "allow"))
        for act in shut:
            if any(means.search(mention.doing.subject) for mention in act.mentions):
                return act, replace(act.mentions[0].doing, sign=not doing.sign)
        return None

    def _housed(self, owner: str, doing: Doing) -> tuple[Act, Doing] | None:
        """The rectorate that is occupied, where "the building" is to be vacated."""
        if doing.family != EXIST or doing.theme[:1] not in (("building",), ("premises",)):
            return None
        left = words("forces", "places")
        mine = (a for a in self.acts if a.owner == owner and a.family == EXIST)
        here = [a for a in mine if any(m.doing.verb in left for m in a.mentions)]
        if len(here) != 1:
            return None
        named = here[0].mentions[0].doing
        return here[0], replace(doing, noun=named.noun, theme=named.theme)

    def _handed(self, owner: str, doing: Doing) -> tuple[Act, Doing] | None:
        """What is handed over and what is returned are one: "the bodies", "every body"."""
        over = words("handed", "verbs")
        if doing.verb not in over or not doing.theme or not doing.sign:
            return None
        mine = (a for a in self.acts if a.owner == owner and a.head == doing.theme[0])
        same = (a for a in mine if any(m.doing.verb in over and m.doing.sign for m in a.mentions))
        return next(((act, replace(doing, family=act.family)) for act in same), None)

    def _nominal(self, owner: str, doing: Doing) -> tuple[Act, Doing] | None:
        """A doing named by its noun alone, "the retraction": what that verb is known to do.

        A noun that is a verb too is one where the owner is told to do so: "cap prices", "a cap".
        Who gives something may be asked for anything else: "exchange data", "her extradition".
        """
        said = doing.verb or next(iter(doing.theme), "")
        if doing.family != THING or not said:
            return None
        family, positive = verbs().get(said, (said, True))
        mine = [a for a in self.acts if a.owner == owner and a.family == family]
        same = [a for a in mine if any(m.doing.verb == said for m in a.mentions)]
        found = same or (mine if doing.verb and family not in (EXIST, "give") else [])
        if len(found) != 1:
            return None
        meant = replace(doing, family=family, sign=doing.sign is positive)
        return found[0], meant if doing.verb else replace(meant, verb=said, theme=(), noun="")

    def _pressed(self, owner: str, doing: Doing) -> tuple[Act, Doing] | None:
        """The strike that "the action" means, whichever of the two is said first."""
        wider = doing.verb in ("extend", "escalate", "widen", "step_up", "prolong")
        if doing.family not in (EXIST, THING) or not doing.theme or wider:
            return None
        plain, pressing = words("pressure", "pointing"), words("pressure", "nouns")
        mine = [a for a in self.acts if a.owner == owner and a.family == EXIST]
        if doing.verb == "work":  # not to work the shifts is the boycott
            found = [a for a in mine if a.head in pressing]
        elif worked := [a for a in mine if a.mentions[0].doing.verb == "work"]:
            found = worked if doing.theme[0] in pressing else []
        elif len(doing.theme) == 1 and doing.theme[0] in plain:
            found = [a for a in mine if a.head in pressing]
        elif doing.theme[0] in pressing:
            found = [a for a in mine if a.theme <= plain and a.theme]
        else:
            return None
        if len(found) != 1:
            return None
        if found[0].head in plain:
            found[0].theme, found[0].head = frozenset(doing.theme), doing.theme[0]
        return found[0], doing

    def _named_before(self, owner: str, doing: Doing) -> tuple[Act, Doing] | None:
        """What was named by the noun of this verb alone: "filling", then "fill the reservoir"."""
        if not doing.verb or doing.family in (EXIST, THING) or is_shared(doing.family):
            return None
        named = (a for a in self.acts if a.owner == owner and a.family == THING)
        same = (a for a in named if any(m.doing.verb == doing.verb for m in a.mentions))
        return next(((act, doing) for act in same), None)

    def _barred(self, owner: str, doing: Doing) -> Act | None:
        """The one thing that is shut or not allowed, where "the ban" is spoken of."""
        if doing.family != EXIST or len(doing.theme) != 1:
            return None
        if doing.theme[0] not in words("barring", "nouns"):
            return None
        shut = [a for a in self.acts if a.owner == owner and a.family in ("open", "allow")]
        return shut[0] if len(shut) == 1 and not shut[0].now else None

    def _left(self, owner: str, doing: Doing) -> Act | None:
        """To leave the villages is one with withdrawing the troops."""
        if doing.family != EXIST and doing.verb not in words("forces", "bare"):
            return None
        mine = (a for a in self.acts if a.owner == owner and a.family == EXIST)
        here = [act for act in mine if not is_elsewhere(act, doing)]
        left = doing.verb in words("forces", "places") - {"withdraw"} or doing.link == "from"
        if left and doing.theme:
            found = next((a for a in here if a.head in words("forces", "nouns")), None)
            if found:
                return found
        if doing.verb in words("forces", "bare") and (not doing.theme or doing.family == THING):
            return next((a for a in here if a.head in words("forces", "nouns")), None)
        if doing.theme and doing.theme[0] in words("forces", "nouns"):
            places = words("forces", "places") - {"withdraw"}
            return next((a for a in here if a.mentions[0].doing.verb in places), None)
        return None

    def _made(self, owner: str, doing: Doing) -> Act:
        head = doing.theme[0] if doing.theme else ""
        act = Act(owner, doing.family, frozenset(doing.theme), head)
        act.kin = (
            next((a.kin for a in self.acts if shared_likeness(a, doing)), act)
            if act.shared
            else act
        )
        self.acts.append(act)
        return act

    def __iter__(self) -> Iterator[Act]:
        return iter(self.acts)


def _is_known(act: Act, state: bool) -> bool:  # noqa: FBT001
    """Whether an act is told to go on, or not to: no water is there, though water is sold."""
    told = any(mention.now is not None for mention in act.mentions)
    return told and act.family not in (EXIST, THING) and act.now is state
