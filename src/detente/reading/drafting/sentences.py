"""A draft's goals and title in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from detente.reading.drafting.acts import Act, Literal
from detente.reading.drafting.cast import Cast
from detente.reading.drafting.labels import ended, ranked, tidy
from detente.reading.drafting.lexicon import EXIST, words

_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_DETERMINER = re.compile(r"^(?:the|a|an|its|their|his|her|this|these|those)\s+", re.IGNORECASE)
_LONGEST = 90  # characters of a title
_MOST = 2  # things, and parties, that a title names


def third_person(phrase: str) -> str:
    """A verb phrase as it stands after one party's name.

    >>> third_person("let the ferries sail"), third_person("carry out the exchange")
    ('lets the ferries sail', 'carries out the exchange')
    """
    verb, *rest = phrase.split(" ", 1)
    if verb in _IRREGULAR:
        said = _IRREGULAR[verb]
    elif re.search(r"[^aeiou]y$", verb):
        said = f"{verb[:-1]}ies"
    else:
        said = verb + ("es" if _SIBILANT.search(verb) else "s")
    return " ".join((said, *rest))


def listed(parts: Sequence[str]) -> str:
    """Parts of a sentence in a row.

    >>> listed(["Norland", "Sudmark", "Ostia"])
    'Norland, Sudmark and Ostia'
    """
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def clauses(cast: Cast, goals: Iterable[Literal]) -> str:
    """What is to come about: "Norland lets the ferries sail and Sudmark pays the arrears".

    Those who share a doing stand together.
    """
    sides: dict[tuple[int, bool], list[Literal]] = {}
    for goal in goals:
        sides.setdefault((id(goal.act.kin), goal.sign), []).append(goal)
    return listed([_clause(cast, row) for row in sides.values()])


def _clause(cast: Cast, goals: list[Literal]) -> str:
    act, sign = goals[0].act, goals[0].sign
    who = listed([cast.spoken(goal.act.owner) for goal in goals])
    many = len(goals) > 1 or cast.is_plural(act.owner)
    label = act.label.replace(": ", " ")
    if not sign and (instead := ended(act)):
        label, sign = instead, True
    said = label if many else third_person(label)
    if sign:
        return f"{who} {said}"
    return f"{who} no longer {said}" if act.now else f"{who} {'do' if many else 'does'} not {label}"


def title(cast: Cast, goals: Sequence[Literal], acts: Sequence[Act], fallback: str) -> str:
    """Who is at odds about what: "Norland and Sudmark: the ferries and the arrears"."""
    owners = dict.fromkeys([*(goal.act.owner for goal in goals), *(act.owner for act in acts)])
    deciding = [party for party in owners if cast.may_decide(party)]
    who = listed([cast.spoken(party) for party in deciding[:_MOST]])
    held = [act for act in acts if act.stem == "hold"]
    first = list(dict.fromkeys(goal.act for goal in goals))
    things = list(dict.fromkeys(filter(None, map(_thing, [*first[:1], *held, *first[1:]]))))
    for number in range(min(_MOST, len(things)), 0, -1):
        text = f"{who}: {listed(things[:number])}"
        if len(text) <= _LONGEST:
            return text[0].upper() + text[1:]
    return fallback or who[0].upper() + who[1:]


def _thing(act: Act) -> str:
    """What an act is about, as a definite noun: "its patrol boats" → the patrol boats."""
    for mention in ranked(act):
        noun = tidy(mention.doing.noun)
        bare = _DETERMINER.sub("", noun)
        if bare and bare.lower() not in words("small", "pronouns"):
            proper = bare[0].isupper() and bare == noun and act.family != EXIST
            return bare if proper else f"the {bare}"
    return ""
