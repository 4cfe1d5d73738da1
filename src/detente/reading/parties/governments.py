"""The government of a country that nobody names: "the government", "the ministry"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.grammar import OWNING, is_definite, is_origin, is_venue
from detente.reading.parsed import Doc, Token
from detente.reading.parties.bodies import LOCAL
from detente.reading.parties.cast import Entry
from detente.reading.parties.names import text_of
from detente.reading.parties.phrases import complement_end, phrase_start
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_EXECUTIVE = frozenset(
    {"ministry", "government", "administration", "cabinet", "department", "treasury", "presidency",
     "regime", "junta", "executive"}
)  # fmt: skip
_OVER = frozenset({"federal", "central", "national"})


def has_centre(walk: Resolver) -> bool:
    """Whether a government over provinces is told of: "the federal government"."""
    return any(
        token.lower_ == "government" and not _OVER.isdisjoint(c.lower_ for c in token.lefts)
        for token in walk.doc
    )


def government(walk: Resolver, token: Token | None = None) -> Entry:
    """The government of a country that nobody names: its ministry, where one is named.

    Where only one state is named at all, it is that state's. `token` is a name for it.
    """
    entry = _government(walk)
    if token is not None:
        entry = _of_a_part(walk, token, entry) or entry
        for start, end in (
            (phrase_start(token), token.i + 1),
            (token.i, complement_end(token)),
        ):
            entry.surfaces.setdefault(text_of(walk.doc, start, end), "institution")
    return entry


def _of_a_part(walk: Resolver, token: Token, whole: Entry) -> Entry | None:
    """Of "the regional government" that one, where a ministry of the land is told of as well."""
    level = next((one for one in token.lefts if one.lower_ in LOCAL), None)
    if level is None or token.lower_ != "government":
        return None
    own = f"{level.lower_} government"
    apart = whole.name.casefold() not in {"government", own}
    return walk.cast.enter(own, "organisation", level.i) if apart else None


def _government(walk: Resolver) -> Entry:
    states = [one for one in walk.cast.entries.values() if one.type == "state"]
    states = [one for one in states if not comes_late(walk, one)]
    if len(states) == 1 and _is_home(walk, states[0]):
        return states[0]
    for entry in walk.cast.entries.values():
        organs = (name for name, sort in entry.surfaces.items() if sort == "institution")
        if any(_EXECUTIVE.intersection(name.casefold().split()) for name in organs):
            return entry
        if entry.surfaces.get(entry.name) == "collective" and "government" in entry.words:
            return entry  # "the provincial government"
    return walk.cast.enter("government", "organisation", len(walk.doc))


def comes_late(walk: Resolver, state: Entry) -> bool:
    """Whether a state is named only near the end, long after "the ministry": a donor, a model."""
    if state.id == walk.home or state.first <= len(walk.doc) * _LATE:
        return False
    if "capital" in state.surfaces.values():
        return False  # "Ottawa would not step in", which is the federal government
    return walk.executive < state.first


def first_told(doc: Doc) -> int:
    """Where "the ministry" is told of first; the end, where it never is."""
    told = (one.i for one in doc if one.lower_ in _EXECUTIVE and is_definite(one))
    return next(told, len(doc))


_LATE = 0.7  # of the tokens


def _is_home(walk: Resolver, state: Entry) -> bool:
    """Whether a state is more than whose one thing is: "a fund of Canada's".

    What is many of a land is of it, and so is its government: "Canada's universities", "Canadian
    farmers"; not so whither somebody goes.
    """
    named = [token for token in walk.places(state) if not (is_venue(token) or _is_goal(token))]
    return state.id == walk.home or any(
        (token.dep_ not in OWNING or token.head.tag_ == "NNS" or token.head.lower_ in _EXECUTIVE)
        and not is_origin(token)
        for token in named
    )


def _is_goal(token: Token) -> bool:
    """As in "Many doctors go to Australia", "a flight from Canada"."""
    at = token.head
    return token.dep_ == "pobj" and at.lower_ in _WHITHER and at.head.lemma_.lower() in _GOING


_WHITHER = frozenset({"to", "from", "into", "via", "through", "for"})
_GOING = words(
    "go move emigrate travel fly ship sail leave head return come flight trip export import sell "
    "buy bring send fetch"
)
