"""How much a phrase is like an act met before: the same thing, whole, and in the same place."""

from __future__ import annotations

import re

from detente.reading.drafting.acts import Act
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import EXIST, THING, is_shared, tables, words
from detente.reading.parties.names import nouns

ENOUGH = 2
_SUMS = frozenset(["money", "sum", "amount"])
_OWED = frozenset(["due", "bill", "rent"])
_FULL = re.compile(r"\b(?:full|total|all-out|general|indefinite|complete)\b")
_PARTLY = re.compile(r"\b(?:rotating|rolling|partial|one-day|two-day|brief|[a-z]+-hour|overtime)\b")
_PART = re.compile(r"(?:the )?(?:(?:first|other) )?(?:half|part|a third|a quarter|two thirds)\b")
_DESTINATION = re.compile(r"(?:to|into) (?:the )?[A-Z]")


def likeness(act: Act, doing: Doing) -> int:
    """How much a phrase is like an act: the same from `ENOUGH` on.

    >>> from detente.reading.drafting.phrases import doings
    >>> withdrawal = Act("a", "exist", frozenset(["patrol"]), "patrol")
    >>> [likeness(withdrawal, doings(said)[0]) >= ENOUGH
    ...     for said in ("its patrols go on", "withdraw its tariffs")]
    [True, False]
    """
    if act.shared or is_shared(doing.family):
        return shared_likeness(act, doing)
    if act.family != doing.family and THING not in (act.family, doing.family):
        return 0
    if THING in (act.family, doing.family) and not _may_stand_for(act, doing):
        return 0
    if not doing.theme or not act.theme:
        return ENOUGH * (act.family == doing.family and EXIST != act.family != THING)
    heads = {act.head, doing.theme[0]}
    whole = heads & (_SUMS if act.family == "pay" else {*tables()["negatives"]})
    if act.family == "pay" and _is_part(doing) is not any(_is_part(m.doing) for m in act.mentions):
        whole = set()  # half of the sum is not the sum
    owed = act.family == "pay" and heads <= _OWED  # "settle the bill" is to pay the debt
    if act.family == doing.family and (whole or owed):
        return ENOUGH  # to owe money; to lift the blockade is to open whatever is shut
    return _theme_likeness(act, doing)


def _is_part(doing: Doing) -> bool:
    """Whether only a part of a sum is paid: "half of the sum"."""
    return _PART.match(doing.noun) is not None


def _may_stand_for(act: Act, doing: Doing) -> bool:
    """Whether a thing that is merely named can be what is done: not the withdrawal what goes on.

    Nor "no gas without money" what goes elsewhere: "sell the gas to Turkey".
    """
    if doing.family == THING and doing.verb and act.family == EXIST:
        return False
    if {act.family, doing.family} & words("against", "verbs"):  # "boycott the election"
        return False
    said = (doing, *(mention.doing for mention in act.mentions))
    return not any(_DESTINATION.match(one.tail) for one in said)


def _theme_likeness(act: Act, doing: Doing) -> int:
    head, theme = doing.theme[0], frozenset(doing.theme)
    score = ENOUGH * (head == act.head) or (head in act.theme or act.head in theme)
    statuses = tables()["standing"]["statuses"].split()
    only_threatened = (head in statuses) is not (act.head in statuses)  # "the threat to deliveries"
    if not score or only_threatened or _clash(act, doing) or is_elsewhere(act, doing):
        return 0
    common = len(theme & act.theme)
    alone = min(theme, act.theme, key=len)
    whole = len(alone) == 1 and act.family == doing.family
    whole = whole and (act.family == EXIST or alone <= nouns("roles"))  # "the leader", "Tom Wild"
    if score < ENOUGH and common < ENOUGH and not whole:
        return 0
    return ENOUGH + common + (act.family == doing.family) - (score < ENOUGH)


def is_elsewhere(act: Act, doing: Doing) -> bool:
    """Whether another place is left: troops from Badme, forces from western Tigray."""
    left = {_place_left(mention.doing) for mention in act.mentions} - {""}
    return bool(left) and _place_left(doing) not in left | {""}


def _place_left(doing: Doing) -> str:
    said = doing.tail or (f"from {doing.noun}" if doing.link == "from" else "")
    found = _FROM_NAMED.match(said)
    return found[1] if found else ""


_FROM_NAMED = re.compile(r"from (?:[a-z]+ )*(?:[A-Z][\w'’-]+ )*([A-Z][\w'’-]+)$")


def _clash(act: Act, doing: Doing) -> bool:
    """Whether two things of one name are of different sorts: a car levy, a steel levy."""
    head, *sorts = doing.theme
    named = [m.doing.noun for m in act.mentions]
    if _FULL.search(doing.noun) and any(map(_PARTLY.search, named)):
        return True  # "a full walkout" beside "rotating strikes"
    said = {word for word in sorts if word.islower()}
    known = {word for word in act.theme - {act.head} if word.islower()}
    one_alone = head in words("proposals", "nouns")  # "the plan to leave" is no "pension plan"
    told = bool(said) is not bool(known) if one_alone else bool(said and known)
    return head == act.head and told and not said & known


def shared_likeness(act: Act, doing: Doing) -> int:
    """How much a phrase is like what several do together, by its topic: talks, a truce."""
    if act.family != doing.family:
        return 0
    topic = frozenset(doing.theme)
    if topic and act.theme and not topic & act.theme:
        return 0
    return ENOUGH + len(topic & act.theme) + (not topic and not act.theme)
