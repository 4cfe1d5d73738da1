"""Officers who are named right behind what they are officers of, with no comma between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from detente.reading.tables import rows, table


def _words(kind: str) -> frozenset[str]:
    return frozenset(table("nouns")[kind]["words"])


_WORD = r"[A-Z][\w'’.&-]*"
_LINK = r"(?: (?:of|for|the|and|on|in|to|at|de|del|da|do)\b|,)*"
_RUN = re.compile(rf"{_WORD}(?:{_LINK} {_WORD})*")
_TEAM = re.compile(r"(?:[\w'-]+ ){0,3}?([a-z]+)(?= [A-Z])")
_PLAIN = re.compile(r" ([a-z]+)(?= [A-Z])")
_TITLES = "|".join(sorted(_words("titles") | _words("ranks"), key=len, reverse=True))
_TITLED = rf"(?:(?i:{_TITLES})\.? )*"
_PARTICLE = r"(?:(?:[A-Z]\.|al|el|bin|ben|van|von|de|da|der|den|la|Abu|Al|El)[ -])*"
_PERSON = re.compile(
    rf" {_TITLED}(?P<name>[A-Z][a-z][\w'’-]+ {_PARTICLE}[A-Z][\w'’-]+)"
    r"(?=,? (?!of |for |in |at )[a-z\d]|[.,;:]|\W?$)",
    re.MULTILINE,
)


def places(text: str) -> Iterator[int]:
    """Where the spaces are that stand for the commas around such a name.

    >>> text = "The chairwoman of the Port Workers' Union Ana Berg refused. "
    >>> [text[at - 5 : at] for at in places(text)]
    ['Union', ' Berg']
    >>> list(places("The head of the Norland Water Board said so. The mayor of New York City"))
    []
    """
    for start in _bodies(text):
        team = _TEAM.match(text, start)
        if team is not None and team[1] in _teams() | _remits():
            found = _named_at(text, team.end())
        else:
            found = _behind_body(text, start)
        if found is not None and text[found.start() - 1] not in ",)":
            yield found.start()
            if text[found.end() : found.end() + 1] == " ":
                yield found.end()


def _bodies(text: str) -> Iterator[int]:
    """Where what somebody is an officer of begins: behind "head of the", "spokesman for".

    >>> text = "A Secretary General of the UN and the vice-chair of Tesk met in Tesk."
    >>> [text[start:][:5] for start in _bodies(text)]
    ['UN an', 'Tesk ']
    """
    end = 0
    for found in _LINKED.finditer(text):
        if found.start() < end or _office_words().isdisjoint(found[0].lower().split("-")):
            continue
        before = text.rfind(" ", 0, max(found.start() - 1, 0)) + 1  # of "secretary general"
        starts = (before, *(found.start() + part.start() for part in _PART.finditer(found[0])))
        offices = (_office_of().match(text, start) for start in starts if start >= end)
        office = next((one for one in offices if one is not None), None)
        if office is not None:
            end = office.end()
            yield end


_LINKED = re.compile(r"\b\w[\w-]*+(?= (?:of|for|at|in) )")
_PART = re.compile(r"\w+")


@cache
def _office_words() -> frozenset[str]:
    return frozenset(part for role in _words("roles") for part in re.split("[ -]", role))


def _behind_body(text: str, start: int) -> re.Match[str] | None:
    """Who is named behind the name of a body or a land that begins there."""
    run = _RUN.match(text, start)
    for space in re.finditer(" ", run[0]) if run is not None else ():
        found = _named_at(text, start + space.start())
        if found is None:
            continue
        whose = text[start : found.start()]
        if _is_body(whose) or _stands_alone(text, whose, found["name"]):
            return found
    if run is not None and (plain := _PLAIN.match(text, run.end())) and plain[1] in _teams():
        return _named_at(text, plain.end())  # "of Tesk city Ana Berg"
    return None


def _stands_alone(text: str, whose: str, name: str) -> bool:
    """Whether the words before a name stand elsewhere without it."""
    first = re.escape(name.split(maxsplit=1)[0])
    return re.search(rf"\b{re.escape(whose)}\b(?! {first}| [A-Z])", text) is not None


def _named_at(text: str, start: int) -> re.Match[str] | None:
    """Whose name begins at a space, with titles before it: none is a word of a body's or a land."""
    found = _PERSON.match(text, start)
    if found is None:
        return None
    plain = {word.casefold().strip("'’") for word in found["name"].split()}
    return found if plain.isdisjoint(_of_bodies()) and plain.isdisjoint(_lands()) else None


@cache
def _office_of() -> re.Pattern[str]:
    offices = "|".join(sorted(_words("roles") - {"member", "general"}, key=len, reverse=True))
    remit = r"(?:of (?:[a-z]+ ){1,2}(?:of|for|at) )"  # "director of human resources at"
    return re.compile(rf"\b(?i:{offices})(?:-\w+)* (?:{remit}|(?:of|for|at|in) )(?:the )?")


def _is_body(name: str) -> bool:
    """Whether the words before it are whole without it: a body's name, or a land's at the end."""
    whose, listed = name.split(), name.rpartition(",")
    plain = [re.sub(r"['’]s?$|[(),.]", "", word).casefold() for word in whose]
    ends = {" ".join(plain[-count:]) for count in (1, 2, 3)}
    if plain[-1] in _words("roles") | _words("titles") | {"and"} or (
        listed[1] and " and " not in listed[2]
    ):
        return False
    lettered = len(whose[-1]) > 1 and whose[-1].isupper()
    return lettered or bool(ends & _lands()) or any(w in _heads() for w in plain)


@cache
def _remits() -> frozenset[str]:
    """What somebody in a firm or a ministry sees to: "vice president of operations Ana Berg"."""
    return _words("remits") | _words("portfolios") - {"party", "and"}


@cache
def _lands() -> frozenset[str]:
    return frozenset(row["en"].casefold() for row in rows("territories") if row["en"])


@cache
def _heads() -> frozenset[str]:
    kinds = ("forum", "union", "group", "organisation", "company")
    heads = frozenset[str]().union(*(table("nouns")["heads"][kind]["words"] for kind in kinds))
    return heads | _words("departments") | _words("states") | {"republic", "mission", "nations"}


@cache
def _teams() -> frozenset[str]:
    return _heads() | _words("teams")


@cache
def _of_bodies() -> frozenset[str]:
    told = ("portfolios", "roles", "directions", "not_names", "parts", "government", "services")
    return _heads().union(*map(_words, told))
