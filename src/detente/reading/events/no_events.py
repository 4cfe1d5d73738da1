"""What is told by a verb of the table and is no event: a feeling, a figure, a talk to the press."""

from __future__ import annotations

from detente.reading.arguments import doer, object_of, prepositional
from detente.reading.events.fitting import is_of_illness
from detente.reading.events.words import is_of
from detente.reading.parsed import Token
from detente.reading.syntax import is_passive
from detente.reading.wording import words


def _is_feeling(verb: Token) -> bool:
    """As in "declared its solidarity", "proclaimed their support": where one stands."""
    return verb.lemma_ in {"declare", "proclaim", "announce"} and is_of(object_of(verb), _FELT)


_FELT = words("""
    solidarity support opposition backing readiness willingness confidence sympathy interest love
    intention satisfaction hope faith loyalty friendship respect concern dissatisfaction""")


def _is_for_the_press(verb: Token) -> bool:
    """As in "held a press conference", "gave a news briefing", "met reporters"."""
    thing = object_of(verb)
    if thing is None:
        return False
    named = any(c.dep_ == "compound" and c.lower_ in _PRESS for c in thing.children)
    told = named and thing.lemma_ in {"conference", "briefing", "meeting"}
    met = verb.lemma_ in {"meet", "brief", "address"}
    return told or (met and is_of(thing, _PRESS))


_PRESS = words("press news media reporter journalist correspondent")


def _is_held(verb: Token) -> bool:
    """As in "The ministry declared that justice was independent": what it says of it."""
    told = (c for c in verb.children if c.dep_ == "ccomp")
    free = any(c.lower_ in _FREE for t in told for c in t.children)
    that = any(c.lower_ == "that" for t in verb.children for c in t.children if c.dep_ == "mark")
    return verb.lemma_ in {"declare", "proclaim"} and free and that


_FREE = words("independent sovereign neutral essential autonomous protected sacred closed")


def _is_own_sitting(verb: Token) -> bool:
    """As in "The cabinet met in emergency session": with nobody."""
    alone = object_of(verb) is None and not any(prepositional(verb, "with", "to"))
    return verb.lemma_ in {"meet", "sit", "convene"} and alone and is_of(doer(verb), _OWN_BODIES)


_OWN_BODIES = words("cabinet parliament executive synod senate bundestag knesset rada sejm court")


def _is_estimate(verb: Token) -> bool:
    """As in "put the number of troops at 6,000"."""
    counted = verb.lemma_ in {"put", "set"} and is_of(object_of(verb), _FIGURES)
    return counted and any(prepositional(verb, "at"))


_FIGURES = words("number figure total toll cost strength size share loss damage losses costs")


def _is_red_line(verb: Token) -> bool:
    """As in "has drawn a red line", "drew a line under the affair"."""
    thing = object_of(verb)
    if verb.lemma_ != "draw" or thing is None or thing.lemma_ != "line":
        return False
    under = any(prepositional(verb, "under")) or any(prepositional(thing, "under"))
    return under or any(c.lower_ == "red" for c in thing.children)


def _is_of_weather(verb: Token) -> bool:
    """As in "displaced by Cyclone Fezile": nobody did it."""
    by = doer(verb)
    near = () if by is None else (by, *(c for c in by.children if c.dep_ == "compound"))
    return any(t.lemma_.lower() in _WEATHER for t in near)


_WEATHER = words("""
    cyclone storm hurricane typhoon tornado flood floods flooding drought earthquake quake tsunami
    landslide avalanche wildfire eruption monsoon rain rains snow frost heatwave mudslide""")


def _is_hit_hard(verb: Token) -> bool:
    """As in "Traders have been hit hard": how they fare."""
    return verb.lemma_ in {"hit", "strike"} and any(c.lower_ in _HOW for c in verb.children)


_HOW = words("hard hardest harder badly worst particularly especially severely")


def _is_of_what_one_will_do(verb: Token) -> bool:
    """As in "Deputies have declared that they will vote against it"."""
    if verb.lemma_ not in {"declare", "proclaim"}:
        return False
    told = (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i)
    near = ({one.lower_ for one in c.children} for c in told)
    return any(one & {"they", "he", "she", "we"} and one & {"will", "would"} for one in near)


def _is_won_office(verb: Token) -> bool:
    """As in "Ana Berg, who won office in May": no place that is taken."""
    thing = object_of(verb)
    bare = thing is not None and thing.lemma_ == "office" and thing.left_edge is thing
    return verb.lemma_ in {"win", "lose", "secure", "gain"} and bare


def _is_parted(verb: Token) -> bool:
    """As in "The island has been divided since 1974": how it is, and no sharing out."""
    parted = verb.lemma_ in {"divide", "split", "partition"} and is_passive(verb)
    return parted and any(prepositional(verb, "since"))


NO_EVENT = (
    _is_won_office, _is_parted,
    _is_hit_hard, _is_of_what_one_will_do,
    _is_feeling, _is_held, _is_estimate, _is_own_sitting, _is_red_line, _is_for_the_press,
    is_of_illness, _is_of_weather,
)  # fmt: skip
