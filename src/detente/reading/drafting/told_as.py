"""One body under two words: "the firm" is the only one whom the text calls a firm.

"The terminal operator, Gantry Pacific, dismissed …" and later "the firm": where the reading took
the noun for a party of its own, it is the one with the name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from detente.dispute.evidence import Actor, Coverage, Evidence
from detente.reading.parties.names import nouns

_BARE = ("firm", "company", "union", "business", "employer", "operator", "developer", "club")


def under_its_name(coverage: Coverage) -> Coverage:
    """The coverage with a nameless body as the one whom the text calls so.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> text = "The terminal operator, Gantry Pacific, sacked them. The firm will not yield."
    >>> firm, named = Actor("firm", "firm", "company", "principal"), Actor("gp", "Gantry Pacific")
    >>> said = Evidence("q1", "d1", text[52:], 52, 76, "refusal", ("firm",))
    >>> read = Coverage((Document("d1", text=text),), (firm, named), evidence=(said,))
    >>> [(a.id, a.role) for a in under_its_name(read).parties]
    [('gp', 'principal')]
    >>> [a.id for a in under_its_name(replace(read, documents=(Document("d1"),))).parties]
    ['firm', 'gp']
    """
    text = " ".join(document.text for document in coverage.documents)
    into = {
        bare.id: named.id
        for bare in coverage.parties
        if (named := _named(bare, coverage.parties, text)) is not None
    }
    return _moved(coverage, into) if into else coverage


def _named(bare: Actor, actors: tuple[Actor, ...], text: str) -> Actor | None:
    """The only body with a name whom the text calls what a nameless one is called."""
    noun = bare.name.lower().removeprefix("the ")
    if noun not in _BARE or bare.speaks_for:
        return None
    kinds = nouns("firms") if noun in nouns("firms") else {noun}
    told = [
        actor
        for actor in actors
        if actor is not bare and not actor.speaks_for and is_told(actor, kinds, text)
    ]
    alike = [a for a in actors if a is not bare and a.type == "company" and a not in told]
    return told[0] if len(told) == 1 and not (alike and noun in nouns("firms")) else None


def is_told(actor: Actor, kinds: frozenset[str] | set[str], text: str) -> bool:
    """Whether the text calls somebody with a name one of these: "the union Unite".

    >>> is_told(Actor("u", "Unite"), {"union"}, "talks with the union Unite broke down")
    True
    >>> is_told(Actor("u", "Unite"), {"union"}, "The union left. Unite stayed.")
    False
    """
    if not actor.name[:1].isupper():
        return False
    found = (
        rf"\b([a-z]+),? {re.escape(actor.name)}\b|\b{re.escape(actor.name)}, (?:the|an?) ([^,.]*)"
    )
    return any((one[1] or one[2].rsplit(" ", 1)[-1]) in kinds for one in re.finditer(found, text))


def _moved(coverage: Coverage, into: Mapping[str, str]) -> Coverage:
    """What was said and done by the one, as the other's."""

    def of(parties: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(into.get(party, party) for party in parties))

    def said(piece: Evidence) -> Evidence:
        condition = piece.condition and replace(piece.condition, by=of(piece.condition.by))
        holder, addressee = of(piece.holder), of(piece.addressee)
        addressee = tuple(party for party in addressee if party not in holder)
        return replace(piece, holder=holder, addressee=addressee, condition=condition)

    gone = {actor.id: actor for actor in coverage.parties if actor.id in into}
    named = {into[bare]: actor for bare, actor in gone.items()}
    return replace(
        coverage,
        parties=tuple(
            _as_one(actor, named.get(actor.id), into)
            for actor in coverage.parties
            if actor.id not in gone
        ),
        evidence=tuple(said(piece) for piece in coverage.evidence),
        events=tuple(replace(e, actor=of(e.actor), target=of(e.target)) for e in coverage.events),
        relations=tuple(
            replace(
                row,
                source=into.get(row.source, row.source),
                target=row.target and into.get(row.target, row.target),
            )
            for row in coverage.relations
        ),
        changes=tuple(
            replace(row, holder=into.get(row.holder, row.holder)) for row in coverage.changes
        ),
    )


def _as_one(actor: Actor, bare: Actor | None, into: Mapping[str, str]) -> Actor:
    """A party, with what was known of it without its name."""
    voice = into.get(actor.speaks_for or "", actor.speaks_for)
    if bare is None:
        return replace(actor, speaks_for=voice)
    principal = "principal" in (actor.role, bare.role)
    names = tuple(dict.fromkeys((*actor.aliases, bare.name, *bare.aliases)))
    kind = bare.type if actor.type in (None, "person") else actor.type
    role = "principal" if principal else actor.role
    return replace(actor, type=kind, role=role, aliases=names, speaks_for=voice)
