"""A draft's goals and title in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from detente.reading.drafting.acts import Act, Literal
from detente.reading.drafting.cast import Cast
from detente.reading.drafting.derivation import third_person
from detente.reading.drafting.labels import ended, ranked, tidy
from detente.reading.drafting.lexicon import words

_DETERMINER = re.compile(
    r"^(?:(?:all|half|both) of )?"
    r"(?:such )?(?:the|a|an|its|their|his|her|this|these|those|another|any|each)\s+",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"[$€£¥%]|^(?:\d|(?:more|less|other|such|what|how|cent|table|share|part|end)\b)", re.IGNORECASE
)
_LONGEST = 90  # characters of a title
_MOST = 2  # things, and parties, that a title names


def listed(parts: Sequence[str]) -> str:
    """Parts of a sentence in a row.

    >>> listed(["Norland", "Sudmark", "Ostia"])
    'Norland, Sudmark and Ostia'
    """
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def clauses(cast: Cast, goals: Iterable[Literal]) -> str:
    """What is to come about: "Norland lets the ferries sail and Sudmark pays the arrears".

    Those who share a doing stand together, and so does what one party does.
    """
    sides: dict[tuple[int, bool], list[Literal]] = {}
    for goal in goals:
        sides.setdefault((id(goal.act.kin), goal.sign), []).append(goal)
    said: dict[frozenset[str], list[str]] = {}
    who: dict[frozenset[str], str] = {}
    for row in sides.values():
        owners = dict.fromkeys(goal.act.owner for goal in row)
        said.setdefault(frozenset(owners), []).append(_doing(cast, row))
        who.setdefault(frozenset(owners), listed([cast.spoken(party) for party in owners]))
    rows = [f"{who[owners]} {listed(what)}" for owners, what in said.items()]
    joined = any(len(owners) > 1 or len(what) > 1 for owners, what in said.items())
    return ", and ".join(rows) if joined else listed(rows)


def _doing(cast: Cast, goals: list[Literal]) -> str:
    act, sign = goals[0].act, goals[0].sign
    many = len(goals) > 1 or cast.is_plural(act.owner)
    label = act.label.replace(": ", " ")
    if not sign and (instead := ended(act)):
        label, sign = instead, True
    said = label if many else third_person(label)
    if sign:
        return said
    return f"no longer {said}" if act.now else f"{'do' if many else 'does'} not {label}"


def title(
    cast: Cast, goals: Sequence[Literal], acts: Sequence[Act], sides: Sequence[str], fallback: str
) -> str:
    """Who is at odds about what: "Norland and Sudmark: the ferries and the arrears"."""
    aimed = [goal.act.owner for goal in goals]
    owners = dict.fromkeys([*aimed, *sides, *(act.owner for act in acts)])
    deciding = [party for party in owners if cast.may_decide(party)]
    who = listed([cast.spoken(party) for party in deciding[:_MOST]])
    held = [act for act in acts if act.stem == "hold"]
    first = list(dict.fromkeys(goal.act for goal in goals))
    likely = [*first[:1], *held, *first[1:]]
    things = _each_once(_thing(cast, a) for a in likely) or _each_once(
        _thing(cast, a) for a in acts
    )
    for number in range(min(_MOST, len(things)), 0, -1):
        text = f"{who}: {listed(things[:number])}" if who else listed(things[:number])
        if len(text) <= _LONGEST:
            return text[0].upper() + text[1:]
    return fallback or f"{who[:1].upper()}{who[1:]}"


_CLAUSE = re.compile(r"\b(?:we|I|you|they|it|he|she|had|has|have|is|are|was|were|would|will)\b")


def _each_once(things: Iterable[str]) -> list[str]:
    """Things by their last word: not "Varnian gas and the gas"."""
    found: dict[str, str] = {}
    for thing in filter(None, things):
        spoken = set(thing.split(" ")) - {"the", "of", "on", "to"}
        if not any(spoken & set(other.split(" ")) for other in found.values()):
            found.setdefault(thing.rsplit(" ", 1)[-1], thing)
    return list(found.values())


def _thing(cast: Cast, act: Act) -> str:
    """What an act is about, as a definite noun: "its patrol boats" → the patrol boats."""
    for mention in ranked(act):
        noun = tidy(mention.doing.noun)
        if act.shared and noun.split(" ")[-1] in words("small", "tables"):
            noun = act.label.split(" ", 1)[-1]
        bare = _without_empty(_DETERMINER.sub("", noun))
        if bare in cast.all_names:
            continue
        if noun.startswith("that "):
            continue  # "acknowledge that they had been brought": a clause
        vague = bare.lower().split(" ")[0] in words("vague", "nouns") | words("small", "pronouns")
        vague = vague or _CLAUSE.search(bare) is not None
        vague = vague or bare.lower() in words("vague", "alone") | words("measures", "nouns")
        if bare and not vague and not _VAGUE.search(bare):
            return bare if bare[0].isupper() and bare == noun else f"the {bare}"
    return ""


def _without_empty(noun: str) -> str:
    """A noun without a leading adjective that says nothing: "existing duty" → duty."""
    first, *rest = noun.split(" ", 1)
    if not rest or first.lower() not in words("empty", "adjectives"):
        return noun
    return _DETERMINER.sub("", rest[0].removeprefix("of "))  # "two of the points": points
