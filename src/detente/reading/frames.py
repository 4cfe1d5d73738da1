"""How news English words positions, from a table: verbs with their particles, idioms, states.

The table is ``data/positions.toml``; its head says what a frame is. Here a verb is matched against
it, once for all kinds, and the longest frames win ("weigh retaliation" over "weigh").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from detente.reading import syntax
from detente.reading.negation import is_negated
from detente.reading.parsed import Token, remembered
from detente.reading.tables import table
from detente.reading.wording import words

_Steps = tuple[frozenset[str], ...]
_COPULAS = words("be remain stay seem appear look sound feel stand become prove keep")
_VERBAL = frozenset({"does", "not", "wrong", "wrong_not", "met", "nothing"})
_NEGATIVE = frozenset({"no", "=no", "none", "nothing", "never", "=never"})
_DEEMING = words(
    "consider deem regard call declare pronounce profess think label view see describe find term "
    "brand treat"
)
_PREPOSITIONS = frozenset({"on", "upon", "for", "to", "at", "with", "in", "by", "from", "of"})
_FAR = 12  # words from "considers" to what it is considered
_GAP = 5  # words between two of a frame
_STOPS = frozenset({",", ";", ":", ".", "(", "—", "–"})


@dataclass(frozen=True)
class Frame:
    """A wording: its kind of statement, whose place the subject is in, and its words."""

    kind: str
    section: str
    steps: _Steps

    @cached_property
    def negated(self) -> bool:
        """Whether it is of its kind only under a negation."""
        return self.section.endswith("not")

    @cached_property
    def says_no(self) -> bool:
        """Whether it has a negation within: "say no"."""
        return any(step & _NEGATIVE for step in self.steps)

    @property
    def of_thing(self) -> bool:
        """Whether its subject is what the position is on, not who holds it."""
        return self.section.startswith("thing")


@cache
def nouns(kind: str, section: str = "nouns") -> frozenset[str]:
    """The nouns that name positions of a kind.

    >>> "refusal" in nouns("refusal")
    True
    """
    return frozenset(_listed(table("positions")[kind].get(section, "")))


def _listed(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(";") if part.strip()]


@cache
def _index() -> dict[tuple[bool, str], list[Frame]]:
    """Frames by whether they are verbal, and by each first word."""
    found: dict[tuple[bool, str], list[Frame]] = {}
    for kind, sections in table("positions").items():
        for section, text in sections.items():
            if section in {"nouns", "light"}:
                continue
            for listed in _listed(text):
                steps = tuple(
                    frozenset(step.split("|")) for step in listed.replace("-", " ").split()
                )
                for first in sorted(steps[0]):
                    key = (section in _VERBAL, first)
                    found.setdefault(key, []).append(Frame(kind, section, steps))
    return found


@cache
def _passive() -> dict[str, list[Frame]]:
    """The frames of "be" with a word after it, by that word: "be appalled"."""
    found: dict[str, list[Frame]] = {}
    for frame in _index().get((True, "be"), ()):
        for second in sorted(frame.steps[1]) if len(frame.steps) > 1 else ():
            found.setdefault(second, []).append(frame)
    return found


@remembered
def fitting(verb: Token) -> list[Frame]:
    """The longest frames that a verb and the words after it fit, negation heeded.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import page
    >>> doc = page.parse(Document("d1", text="Norland poured cold water on the plan."))
    >>> [(frame.kind, len(frame.steps)) for frame in fitting(doc[1])]
    [('refusal', 3)]
    """
    if verb.dep_ in {"aux", "auxpass"}:
        return []
    negated = is_negated(verb)
    if verb.dep_ == "acomp" and not negated:  # "is not opposed to"
        negated = is_negated(verb.head)
    found = list(_verbal(verb, negated=negated))
    found += _stated(verb, negated=negated)
    longest = max((len(frame.steps) for frame in found), default=0)
    return [frame for frame in found if len(frame.steps) == longest]


def _verbal(verb: Token, *, negated: bool) -> Iterator[Frame]:
    denied = syntax.first(verb, "neg") is not None  # beyond what negation a frame has within
    for frame in _index().get((True, verb.lemma_.lower()), ()):
        turned = denied if frame.says_no else negated
        if frame.negated == turned and _follow(verb, frame.steps[1:]):
            yield frame
    if syntax.is_passive(verb):
        for frame in _passive().get(verb.lower_, ()):
            if frame.negated == negated and _follow(verb, frame.steps[2:]):
                yield frame


def _stated(verb: Token, *, negated: bool) -> Iterator[Frame]:
    """Frames of what somebody is: after "is" and its like, or a participle ("is opposed")."""
    if verb.lemma_ in _DEEMING and not syntax.is_passive(verb):
        yield from _deemed(verb, negated=negated)
    for first in _states(verb):
        for frame in _index().get((False, first.lower_), ()):
            if frame.negated == negated and _follow(first, frame.steps[1:]):
                yield frame


def _deemed(verb: Token, *, negated: bool) -> Iterator[Frame]:
    """As in "considers it non-negotiable", "does not treat it as negotiable": what it is called."""
    for token in verb.doc[verb.i + 1 : min(verb.i + _FAR, verb.sent.end)]:
        if token.text in _STOPS or token.tag_ in syntax.FINITE:
            return
        if token.nbor(-1).text == "-":
            continue  # "does not consider it non-negotiable"
        turned = negated or token.nbor(-1).lower_ == "not"  # "called the tin “not for discussion”"
        section = "thing_not" if turned else "thing"
        for frame in _index().get((False, token.lower_), ()):
            if frame.section == section and _follow(token, frame.steps[1:]):
                yield Frame(frame.kind, "is", frame.steps)


def _states(verb: Token) -> Iterator[Token]:
    if verb.lemma_ in _COPULAS:
        for token in verb.doc[verb.i + 1 : min(verb.i + _GAP, verb.sent.end)]:
            if token.text in _STOPS:
                return
            yield token
            if token.lower_ == "to" and token.head.tag_ == "VB":
                return  # "is to appeal against": "against" is no state
    elif verb.lemma_ in _DEEMING and (own := _reflexive(verb)) is not None:
        yield from verb.doc[own.i + 1 : min(own.i + _GAP, verb.sent.end)]
    elif verb.tag_ in {"VBN", "VBG"} and any(
        c.lemma_ == "be" for c in syntax.children(verb, "aux", "auxpass")
    ):
        yield from (c for c in syntax.children(verb, "advmod") if c.i < verb.i)
        yield verb


def _reflexive(verb: Token) -> Token | None:
    """As "itself" of "declared itself unable"."""
    own = verb.doc[verb.i + 1] if verb.i + 1 < verb.sent.end else None
    return own if own is not None and own.lower_ in syntax.REFLEXIVE else None


def _follow(first: Token, steps: _Steps) -> bool:
    """Whether the words come after the first one, in their order and near."""
    doc, place = first.doc, first.i
    if steps and _wanted(steps[0]).isdisjoint(_ahead(first)):
        return False
    particles = _particles(first)
    if particles and steps and steps[0] <= _PREPOSITIONS and not steps[0] & particles:
        return False  # "called off their protest on Monday" is no "call on"
    for step in steps:
        if step & particles:
            continue
        near = 1 if _is_close(step) else _GAP + 1
        found = _next(doc.tokens[place + 1 : min(place + near + 1, first.sent.end)], step)
        if found is None:
            return False
        place = found.i
    return True


@remembered
def _ahead(first: Token) -> frozenset[str]:
    """The words among which the first of the others may be: those near after it, its particles."""
    near = first.doc.tokens[first.i + 1 : min(first.i + _GAP + 2, first.sent.end)]
    return frozenset(
        [*_particles(first), *(word for one in near for word in (one.lower_, one.lemma_.lower()))]
    )


@remembered
def _particles(first: Token) -> set[str]:
    return {child.lower_ for child in syntax.children(first, "prt")} | _piped(first)


def _piped(first: Token) -> set[str]:
    """The "to" of "an idea to which both are cool"."""
    clause = first.head if first.dep_ in {"acomp", "attr"} else first
    if clause.dep_ != "relcl":
        return set()
    return {
        child.lower_
        for child in syntax.children(clause, "prep")
        if child.i < clause.i and child.nbor().lower_ in {"which", "whom"}
    }


@cache
def _is_close(step: frozenset[str]) -> bool:
    return any(word.startswith("=") for word in step)


@cache
def _wanted(step: frozenset[str]) -> frozenset[str]:
    return frozenset(word.removeprefix("=") for word in step)


def _next(tokens: Iterable[Token], step: frozenset[str]) -> Token | None:
    wanted = _wanted(step)
    for token in tokens:
        if token.lower_ in wanted or token.lemma_.lower() in wanted:
            return token
        if token.text in _STOPS or token.dep_ == "mark" or token.tag_ in syntax.FINITE:
            return None
    return None
