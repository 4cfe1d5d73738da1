"""Institutions without a name of their own, whom the reading took for somebody else.

"The health board said …", "unless the ministry pays": where the one to whom the reading gave such
words cannot be called a board or a ministry, the institution is a party under its own words. A
person whom the text calls a mediator or a judge is none that decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from detente.dispute.evidence import AUTHOR, Actor, Coverage, Evidence
from detente.reading.drafting.cast import is_crowd
from detente.reading.drafting.lexicon import words
from detente.reading.drafting.told_as import is_told, under_its_name
from detente.reading.parties.gazetteer import identifier, state_id, territories
from detente.reading.parties.names import head_kind, nouns

_SUBJECT = re.compile(r"(?:the|The) ((?:[a-z-]+ ){0,3}?)([a-z]+)\b")
_NEAR = 70  # characters between a person's name and what the text says he is
_GENERIC = ("country", "side", "party", "state", "nation", "neighbour", "region", "province")


def recast(coverage: Coverage) -> Coverage:
    """The coverage, with nameless institutions as parties of their own.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> text = "The school board said no."
    >>> said = Evidence("q1", "d1", text, 0, 25, "refusal", ("ann",), "The school board", (), "no")
    >>> ann = Actor("ann", "Ann Oak", "person", "principal")
    >>> article = Document("d1", text=text)
    >>> found = recast(Coverage(documents=(article,), parties=(ann,), evidence=(said,)))
    >>> [actor.id for actor in found.parties], found.evidence[0].holder
    (['ann', 'school_board'], ('school_board',))
    """
    coverage = under_its_name(coverage)
    text = " ".join(document.text for document in coverage.documents)
    onlookers = {a.id for a in coverage.parties if a.type == "person" and _looks_on(a, text)}
    actors = {
        a.id: replace(a, role="mediator") if a.id in onlookers and not a.speaks_for else a
        for a in coverage.parties
    }
    found = _institutions(coverage, actors, text)
    recasting = _Recasting(actors, found, onlookers)
    evidence = tuple(recasting.piece(piece) for piece in coverage.evidence)
    used = {p for e in evidence for p in (*e.holder, *(e.condition.by if e.condition else ()))}
    fresh = dict.fromkeys(
        body for body in found.values() if body.id in used and body.id not in actors
    )
    spoken = {a.id: recasting.spokesman(a, text) for a in actors.values()}
    parties = (*(spoken[a] for a in actors), *fresh)
    return replace(coverage, parties=(*parties, *_unlisted(parties, evidence)), evidence=evidence)


def _unlisted(parties: tuple[Actor, ...], evidence: tuple[Evidence, ...]) -> list[Actor]:
    """Whoever is spoken of by an id that no party has."""
    known = {AUTHOR, *(actor.id for actor in parties)}
    spoken = [actor.speaks_for for actor in parties if actor.speaks_for]
    for piece in evidence:
        by = piece.condition.by if piece.condition else ()
        spoken += [*piece.holder, *piece.addressee, *by]
    return [
        Actor(party, _called(party), "organisation", "third_party")
        for party in dict.fromkeys(spoken)
        if party not in known
    ]


def _called(party: str) -> str:
    """What an id without a party may be called: a state by its name, else by its own words."""
    states = {state_id(code): name for code, name in territories().items()}
    return states.get(party, f"the {party.replace('_', ' ')}")


def _looks_on(actor: Actor, text: str) -> bool:
    """Whether the text calls a person a mediator, a judge, an arbitrator, next to his name."""
    kinds = "|".join(sorted(words("onlookers", "nouns")))
    name = re.escape(actor.name)
    before = rf"\b(?:{kinds})s?\b[^.;\"“”]{{0,{_NEAR}}}\b{name}\b"
    after = rf"\b{name}\b(?:,| is| was| has)[^.;\"“”]{{0,{_NEAR}}}\b(?:{kinds}|mediate|arbitrate)\b"
    return bool(re.search(before, text) or re.search(after, text))


def _institutions(coverage: Coverage, actors: Mapping[str, Actor], text: str) -> dict[str, Actor]:
    """By head noun, whoever speaks under a noun that does not fit the holder."""
    heads = Counter(
        head
        for piece in coverage.statements
        for holder in piece.holder or ("",)
        for head in [_head(piece.speaker or "")]
        if head and not _fits(actors.get(holder), head)
        and not any(_fits(actor, head) and actor.type != "person" for actor in actors.values())
    )  # fmt: skip
    if not heads:
        return {}
    state = [head for head in heads if head in nouns("government")]
    found: dict[str, Actor] = {}
    for head in heads:
        called = [a for a in actors.values() if not a.speaks_for and is_told(a, {head}, text)]
        if len(called) == 1:  # "the union Unite"
            found[head] = called[0]
            continue
        first = state[0] if head in state else head
        name = _fullest(first, text)
        found[head] = Actor(identifier(name), f"the {name}", "organisation", "principal")
    return found


def _head(phrase: str) -> str:
    """The noun that an institution goes by: "the health board" → board."""
    said = _SUBJECT.fullmatch(phrase.strip())
    head = said[2] if said else ""
    kinds = ("bodies", "government", "heads.organisation", "firms")
    known = any(head in nouns(kind) for kind in kinds)
    return head if known and head not in _GENERIC else ""


def _fits(actor: Actor | None, head: str) -> bool:
    """Whether somebody may be called that."""
    if actor is None or actor.id == AUTHOR:
        return False
    called = " ".join((actor.name, *actor.aliases)).lower().split()
    if head in called or actor.type in ("state", "province", "alliance", "territory"):
        return head in called or (head in nouns("government") and not _is_crowd(actor))
    if actor.type == "company":
        return head in nouns("firms")
    unions = nouns("heads.union") | {"organisation", "group"}
    if actor.type in ("organisation", "group"):
        told = actor.name.isupper() or (head in unions) is _is_union(actor)  # "ASFV" may be a union
        return head not in nouns("government") and told
    return False


def _is_union(actor: Actor) -> bool:
    return head_kind(actor.name) in ("union", "group")


def _is_crowd(actor: Actor) -> bool:
    """Whether a name is only a word for people: "Fishermen"."""
    return " " not in actor.name and is_crowd(actor.name.lower())


def _fullest(head: str, text: str) -> str:
    """The commonest fuller name of it in the text: "the regional health board" → health board."""
    found = Counter(
        match[1] for match in re.finditer(rf"\b[Tt]he ((?:[a-z]+ )?{re.escape(head)})\b", text)
    )
    fuller = [name for name in found if " " in name and name.split()[0] not in _SKIPPED]
    return max(fuller, key=lambda name: (found[name], name), default=head)


_SKIPPED = ("of", "and", "whole", "new", "old", "same", "other", "former", "entire", "current")


class _Recasting:
    """Statements given to whom they belong."""

    def __init__(
        self, actors: Mapping[str, Actor], found: Mapping[str, Actor], onlookers: Iterable[str]
    ) -> None:
        self.actors = actors
        self.found = found
        self.onlookers = frozenset(o for o in onlookers if not actors[o].speaks_for)
        named = [a.id for a in actors.values() if a.role == "principal" and not a.speaks_for]
        bodies = dict.fromkeys(body.id for body in found.values())
        self.deciding = [*(p for p in named if p not in self.onlookers), *bodies]

    def piece(self, piece: Evidence) -> Evidence:
        """A statement with its holder, addressee and condition put right."""
        body = self.found.get(_head(piece.speaker or ""))
        holder = (body.id,) if body else piece.holder
        condition = piece.condition
        if condition is not None:
            subject = _SUBJECT.match(condition.quote)
            named = self.found.get(subject[2]) if subject else None
            by = (named.id,) if named else self._others(condition.by, holder)
            condition = replace(condition, by=by)
        addressee = self._others(piece.addressee, holder)
        return replace(piece, holder=holder, addressee=addressee, condition=condition)

    def _others(self, parties: tuple[str, ...], holder: tuple[str, ...]) -> tuple[str, ...]:
        """Instead of an onlooker, the principal on the other side."""
        return tuple(dict.fromkeys(found for p in parties for found in self._other(p, holder)))

    def _other(self, party: str, holder: tuple[str, ...]) -> Iterator[str]:
        others = [p for p in self.deciding if p not in holder]
        if party not in self.onlookers or len(others) != 1:
            yield party
        else:
            yield others[0]

    def spokesman(self, actor: Actor, text: str) -> Actor:
        """One who is introduced by the institution's noun speaks for it."""
        if not actor.speaks_for or not self.found:
            return actor
        ruling = re.search(rf"\bminister,? {re.escape(actor.name)}\b", text)
        body = next((b for h, b in self.found.items() if h in nouns("government")), None)
        return replace(actor, speaks_for=body.id) if ruling and body else actor
