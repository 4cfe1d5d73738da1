"""Less direct evidence of what is at odds, for a draft that would be thin without it.

What a side has in force by an event that was not undone (a closure, a strike, a duty): its doer
could stop. What another accuses it of doing. What it is ready for, or offers, on its own account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.dispute.evidence import Event, Evidence, Relation
from detente.reading.drafting.acts import Act
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.labels import is_sayable
from detente.reading.drafting.ledger import (
    ACCUSED,
    IN_FORCE,
    OFFERED,
    READY,
    Beside,
    Ledger,
    Position,
)
from detente.reading.drafting.lexicon import EXIST, is_shared, words
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.roads import roads

_KINDS = ("halt", "sanction", "coerce", "strike", "decide", "occupy")
_STOPPING = ("open", "allow", "free", "restore", "give")  # families whose contrary is kept up
_CAUSE = re.compile(  # "would regard an extension of its waters as a cause of war"
    r"\b(?:regard|consider|treat|see)s? (.+?) as (?:a |an )?(?:cause|act|declaration) of war\b",
    re.IGNORECASE,
)
_OLD = 2  # years after which an event has passed into history
_DOING = re.compile(  # "accused Sudmark of blocking the road", "keeps blocking the road"
    r"\b(?:accus\w+ (?:[\w'’.-]+ ){1,5}?of|blam\w+ (?:[\w'’.-]+ ){1,5}?for|keeps?|by)"
    r" (?=[a-z]+ing\b)"
)


def beside(ledger: Ledger) -> list[Beside]:
    """All there is, what is in force first."""
    sorts = (_in_force, _related, _accused, _ready, _offered, roads)
    return [row for sort in sorts for row in sort(ledger)]


# What is in force ---------------------------------------------------------------------------------


def _in_force(ledger: Ledger) -> Iterator[Beside]:
    quotes = {piece.id: piece for piece in ledger.coverage.evidence}
    found: dict[Act, Beside] = {}
    for event in sorted(ledger.coverage.events, key=lambda e: _place(e, quotes)):
        piece = quotes.get(next(iter(event.because), ""))
        if piece is None or _is_past(ledger, event, piece):
            continue
        for party, doing in _done_by(ledger, event):
            if event.kind in _KINDS and _is_kept_up(doing):
                literal = ledger.register.literal(party, doing, piece.id, now=True)
                if is_sayable(literal.act):
                    found.setdefault(literal.act, Beside(party, (literal,), piece.id, IN_FORCE))
            elif (known := ledger.register.find([party], doing)) is not None:
                mine = found.get(known.act)
                if mine is not None and known.sign is not mine.literals[0].sign:
                    del found[known.act]
    yield from found.values()


def _done_by(ledger: Ledger, event: Event) -> Iterator[tuple[str, Doing]]:
    """What an event tells that a side did; where it names no doer, its subject is one."""
    cast = ledger.cast
    for doing in doings(event.what):
        named = [*cast.all_named_in(doing.subject)][-1:] if doing.subject else []
        for party in cast.resolved(event.actor) or cast.resolved(tuple(named)):
            if party in cast.principals and not is_shared(doing.family):
                yield party, doing


def _place(event: Event, quotes: dict[str, Evidence]) -> tuple[str, int]:
    piece = quotes.get(next(iter(event.because), ""))
    return (piece.document, piece.start) if piece else ("", 0)


def _is_past(ledger: Ledger, event: Event, piece: Evidence) -> bool:
    published, year = ledger.document(piece).published or "", (event.date or "")[:4]
    return bool(published and year) and int(year) < int(published[:4]) - _OLD


def _is_kept_up(doing: Doing) -> bool:
    """Whether what was done goes on until it is undone: a closure, a duty, a strike."""
    if not doing.theme:
        return False
    if doing.family == EXIST:
        pressing = doing.theme[0] in words("pressure", "nouns")
        return doing.sign and (pressing or doing.verb in words("force", "begun"))
    return doing.family in _STOPPING and not doing.sign


def _related(ledger: Ledger) -> Iterator[Beside]:
    """What a side claims, and what it does not recognise."""
    cast = ledger.cast
    for relation in ledger.coverage.relations:
        source, target = cast.resolve(relation.source), relation.target or ""
        if source not in cast.principals or not target or not relation.because:
            continue
        name = cast.spoken(target) if target in cast.actors else cast.definite(target)
        content = tuple(word.lower() for word in name.split() if word.lower() != "the")
        if relation.kind == "claims":
            said = Doing(EXIST, sign=True, theme=("claim", *content), verb="uphold")
            said = replace(said, noun=f"its claim to {name}")
        elif relation.kind == "not_recognises" and not _is_told(ledger, source, relation):
            told = next((d.theme for d in doings(f"recognise {name}") if d.theme), content)
            said = Doing("recognise", sign=False, theme=told, verb="recognise", noun=name)
        else:
            continue
        literal = ledger.register.literal(source, said, relation.because[0], now=True)
        if is_sayable(literal.act):
            yield Beside(source, (literal,), relation.because[0], IN_FORCE)


def _is_told(ledger: Ledger, source: str, relation: Relation) -> bool:
    """Whether a refusal to recognise is a statement too: "it does not recognise the court's …"."""
    quote = next((one for one in ledger.coverage.evidence if one.id in relation.because), None)
    return quote is not None and any(
        said.holder == source and said.piece.document == quote.document
        and said.piece.start < quote.end and quote.start < said.piece.end
        and any(literal.act.family == "recognise" for literal in said.about)
        for said in ledger.positions
    )  # fmt: skip


# What others say or offer -------------------------------------------------------------------------


def _accused(ledger: Ledger) -> Iterator[Beside]:
    """What one accuses another of doing, or would take as a cause of war: it is not to be."""
    for piece in ledger.coverage.statements:
        accused = [p for p in ledger.cast.resolved(piece.addressee) if ledger.cast.may_decide(p)]
        if piece.kind != "accusation" or len(accused) != 1:
            continue
        phrase, now = _held_against(piece.quote)
        for doing in (d for d in doings(phrase) if d.verb not in words("force", "judged")):
            if is_shared(doing.family) or not doing.theme:
                continue
            literal = ledger.register.literal(accused[0], doing, piece.id, now=now)
            for holder in ledger.cast.resolved(piece.holder):
                if holder != accused[0] and is_sayable(literal.act):
                    yield Beside(holder, (literal.opposite,), piece.id, ACCUSED)


def _held_against(quote: str) -> tuple[str, bool]:
    """The doing that an accusation is of, and whether it goes on."""
    said = _DOING.search(quote)
    if said is not None:
        return re.split(r"[,;]|\b(?:by|and showed)\b", quote[said.end() :])[0].strip(_MARKS), True
    feared = _CAUSE.search(quote)
    return (feared[1], False) if feared else ("", False)


_MARKS = " .\"“”'’"


def _ready(ledger: Ledger) -> Iterator[Beside]:
    """The shared doings that somebody is ready for, with a side each."""
    for position in ledger.positions:
        if position.kind == "willingness" and not position.condition:
            yield from _each(position, READY, shared=True)


def _offered(ledger: Ledger) -> Iterator[Beside]:
    """What somebody would do of its own accord."""
    for position in ledger.positions:
        if position.kind in ("offer", "willingness") and not position.condition:
            yield from _each(position, OFFERED, shared=False)


def _each(position: Position, sort: str, *, shared: bool) -> Iterator[Beside]:
    mine = [x for x in position.about if x.act.shared is shared and not x.holds]
    if shared:
        for kin in dict.fromkeys(x.act.kin for x in mine):
            sides = tuple(x for x in mine if x.act.kin is kin)
            if len(sides) > 1:
                yield Beside(position.holder, sides, position.piece.id, sort)
        return
    for literal in mine:
        if literal.act.owner == position.holder:
            yield Beside(position.holder, (literal,), position.piece.id, sort)
