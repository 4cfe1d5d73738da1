"""What each side wants, in order: prices, refusals, what it keeps doing, the group, the stake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from detente.reading.drafting.acts import Act, Literal
from detente.reading.drafting.cast import CALENDAR
from detente.reading.drafting.group import Of, besides, claims, demands, priced, prizes, unasked
from detente.reading.drafting.issue import Issue, conditional, threats
from detente.reading.drafting.ledger import Ledger, Position
from detente.reading.drafting.lexicon import pattern, words
from detente.reading.drafting.stakes import stakes
from detente.reading.drafting.wishes import Ladder, Wish, one_of, only_if, plain, together, when


def ladders(ledger: Ledger, issue: Issue) -> dict[str, Ladder]:
    """The wants of every party that the positions are about."""
    found: dict[str, Ladder] = {}

    def of(party: str) -> Ladder:
        return found.setdefault(party, Ladder())

    for rule in (
        _prices,
        _threats,
        demands,
        _refusals,
        _keeping,
        _counter_offers,
        prizes,
        claims,
        unasked,
        stakes,
        besides,
    ):
        rule(ledger, issue, of)
    return found


# The five steps -----------------------------------------------------------------------------------


def _prices(ledger: Ledger, _issue: Issue, of: Of) -> None:
    """`a.x only if b.y`: several conditions for one prize are one conjunction."""
    prizes: dict[tuple[str, tuple[Literal, ...], bool], list[Position]] = {}
    for position in conditional(ledger):
        mine = (
            tuple(lit for lit in position.about if lit.act.owner == position.holder)
            or position.about[:1]
        )
        denied = position.piece.id in ledger.denied
        prizes.setdefault((position.holder, mine, denied), []).append(position)
    for (holder, about, denied), positions in prizes.items():
        conditions = _consistent(c for p in positions for c in p.condition if c not in about)
        if not conditions or any(c.opposite in about for c in conditions):
            continue
        if all(literal.holds for literal in about):  # to call off what is only threatened
            continue
        because = tuple(p.piece.id for p in positions)
        because = () if denied else (*because, *_headline(ledger, of, holder))
        either = len(positions) == 1 and len(conditions) > 1 and _are_alternatives(positions[0])
        of(holder).add(of(holder).firm, only_if(about, conditions, because, either=either))
        if either:
            via = tuple(literal.act for literal in about)
            of(holder).add(of(holder).group, one_of(conditions, because, via))
            continue
        for wish in _prices_themselves(holder, about, conditions, because):
            of(holder).add(of(holder).group, wish)


def _are_alternatives(position: Position) -> bool:
    """Whether a price is told as one or the other: "if it pays or leaves"."""
    said = position.piece.condition.quote if position.piece.condition else ""
    return _OR.search(said) is not None and " and " not in said


_OR = re.compile(r"(?<!whether) or (?!not\b|so\b|more\b|less\b)")


def _consistent(conditions: Iterable[Literal]) -> tuple[Literal, ...]:
    """A conjunction without what contradicts what was said before."""
    kept: dict[Literal, None] = {}
    for literal in conditions:
        if literal.opposite not in kept:
            kept.setdefault(literal)
    return tuple(kept)


def _prices_themselves(
    holder: str,
    about: tuple[Literal, ...],
    conditions: tuple[Literal, ...],
    because: tuple[str, ...],
) -> Iterator[Wish]:
    """The conditions are wanted for themselves; what takes several sides, only as a whole."""
    via = tuple(literal.act for literal in about)
    own = [c.act.kin for c in conditions if c.act.owner == holder]
    for kin in dict.fromkeys(c.act.kin or c.act for c in conditions):
        sides = tuple(c for c in conditions if (c.act.kin or c.act) is kin)
        if kin in own and len(sides) > 1:
            wish = together(sides, because)
            wish.via = via
            yield wish
        else:
            yield from (plain(c, because, via) for c in sides if c.act.owner != holder)


def _headline(ledger: Ledger, of: Of, holder: str) -> tuple[str, ...]:
    """A headline's precondition is the body's first, with one more quote."""
    if any(w.key[0] == "only if" for w in of(holder).firm):
        return ()
    return tuple(q for h, q in ledger.headlines if h == holder)


def _threats(ledger: Ledger, _issue: Issue, of: Of) -> None:
    for position in threats(ledger):
        harm = position.about[0]
        if harm.act.owner != position.holder:
            _presses_for(ledger, position, of)
            continue
        ladder, because = of(position.holder), (position.piece.id,)
        if _repeats_a_price(ladder, harm, position):
            continue
        if position.condition:
            averted, quotes = _averting(ledger, position, harm)
            some = _any_of(position) or (averted if len(averted) > 1 and len(quotes) == 1 else ())
            rest = (*position.condition, *averted)
            rest = tuple(c for c in rest if c not in some)
            ladder.add(ladder.firm, when(harm, rest, (*because, *quotes), some))
            asked = [lit.opposite for lit in position.condition if lit.act.owner != CALENDAR]
            for wish in _prices_themselves(position.holder, (harm,), tuple(asked), because):
                ladder.add(ladder.group, wish)
        elif not harm.holds and (open_ := _open_demands(ladder, harm)):
            ladder.add(ladder.firm, when(harm, open_, ()))  # what it presses for is assumed
        ladder.add(ladder.group, plain(harm.opposite))
        for other in position.others:
            if ledger.cast.may_decide(other):
                of(other).add(of(other).group, plain(harm.opposite))


def _any_of(threat: Position) -> tuple[Literal, ...]:
    """What a threat needs one of: what is not done of "unless it pays and leaves"."""
    said = threat.piece.condition
    asked = tuple(c for c in threat.condition if c.act.owner != CALENDAR and not c.act.shared)
    return asked if said is not None and said.need == "fails" and len(asked) > 1 else ()


def _presses_for(ledger: Ledger, threat: Position, of: Of) -> None:
    """What a threat asks of others stands, though what it threatens with is no act of its own."""
    ladder, quote = of(threat.holder), (threat.piece.id,)
    for literal in threat.condition:
        act = literal.act
        others = act.owner != threat.holder and ledger.cast.may_decide(act.owner)
        if others and not act.shared:
            ladder.add(ladder.group, plain(literal.opposite, quote))


def _open_demands(ladder: Ladder, harm: Literal) -> tuple[Literal, ...]:
    """What a holder has named as its first price and has not got: the contrary, for a threat."""
    prices = (wish.key[2] for wish in ladder.firm if wish.key[0] == "only if")
    asked = next(iter(prices), ())
    mine = harm.act.owner
    return tuple(c.opposite for c in asked if not c.holds and c.act.owner != mine)[:1]


def _averting(
    ledger: Ledger, threat: Position, harm: Literal
) -> tuple[tuple[Literal, ...], tuple[str, ...]]:
    """What else would avert a threatened act: "it would suspend the strike if …"."""
    found = [
        other
        for other in ledger.positions
        if other.holder == threat.holder
        and other.kind == "precondition"
        and other.condition
        and harm.opposite in other.about
        and harm.opposite.holds
    ]
    asked = tuple(literal.opposite for other in found for literal in other.condition)
    fresh = tuple(literal for literal in asked if literal not in threat.condition)
    return fresh, tuple(other.piece.id for other in found)


def _repeats_a_price(ladder: Ladder, harm: Literal, position: Position) -> bool:
    """Whether what is threatened is what the holder has priced: "we strike until you pay"."""
    for wish in ladder.firm:
        if wish.key[0] == "only if" and harm.opposite in wish.key[1]:
            asked = [literal.opposite for literal in position.condition]
            if any(literal in wish.key[2] for literal in asked):
                wish.because = tuple(dict.fromkeys([*wish.because, position.piece.id]))
                return True
    return False


def _refusals(ledger: Ledger, _issue: Issue, of: Of) -> None:
    """A price is not a refusal: a bare one on what the holder has priced is one more quote."""
    for position in ledger.positions:
        if position.kind != "refusal":
            continue
        ladder = of(position.holder)
        for literal in position.about:
            refused = literal.opposite
            prize = next(
                (w for w in ladder.firm if w.key[0] == "only if" and literal in w.key[1]), None
            )
            if prize is not None and _is_later(ledger, position, prize):
                ladder.firm.remove(prize)
                ladder.firm.insert(0, plain(refused, (position.piece.id,)))
            elif prize is not None:
                prize.because = tuple(dict.fromkeys([*prize.because, position.piece.id]))
            else:
                ladder.add(ladder.firm, plain(refused, (position.piece.id,)))


def _is_later(ledger: Ledger, refusal: Position, prize: Wish) -> bool:
    """Whether a refusal was said after the price was named, and so withdraws it."""
    if not prize.because:
        return False
    if pattern("later", "words").search(refusal.piece.quote):
        return True
    dates = {d.id: d.published for d in ledger.coverage.documents}
    named = [dates[p.document] for p in ledger.coverage.evidence if p.id in prize.because]
    mine = dates[refusal.piece.document]
    return mine is not None and all(date is not None and date < mine for date in named)


def _counter_offers(ledger: Ledger, _issue: Issue, of: Of) -> None:
    """Asked for one thing, it offers another: it would rather not do the first, assumed."""
    refused = {lit.act for p in ledger.positions if p.kind == "refusal" for lit in p.about}
    for offer in ledger.positions:
        if offer.kind != "offer" or offer.condition:
            continue
        instead = [lit for lit in offer.about if lit.act in refused]
        asked = [
            lit
            for p in ledger.positions
            if p.kind == "demand" and p.holder != offer.holder
            for lit in p.about
            if lit.act.owner == offer.holder and not lit.act.shared and not lit.holds
        ]
        for literal in asked if instead else ():
            if literal.act not in offer.acts and not priced(of(offer.holder), literal.act):
                of(offer.holder).add(of(offer.holder).firm, plain(literal.opposite))


def _keeping(ledger: Ledger, _issue: Issue, of: Of) -> None:
    """What a party keeps doing is wanted, with that quote; asked to stop, wanted all the same."""
    for noted in ledger.standing:
        _keep(of, noted.literal, (noted.because,) if noted.because else ())
    for position in ledger.positions:
        if position.kind == "intent" and position.about[0].act.owner == position.holder:
            for literal in position.about:
                wish = plain(literal, (position.piece.id,))
                if not priced(of(position.holder), literal.act):
                    of(position.holder).add(of(position.holder).firm, wish)
    for act in ledger.register:
        if act.now and not act.shared and _asked_to_stop(ledger, act):
            _keep(of, Literal(act, sign=True), ())


def _keep(of: Of, literal: Literal, because: tuple[str, ...]) -> None:
    act = literal.act
    ladder = of(act.owner)
    if priced(ladder, act):
        return
    demands = tuple(
        Literal(*w.key)
        for w in ladder.group
        if w.because and len(w.acts) == 1 and w.acts[0].owner != act.owner
    )
    if act.head in words("pressure", "nouns") and not because and demands:
        ladder.add(ladder.firm, only_if((literal.opposite,), demands, ()))
    else:
        ladder.add(ladder.firm, plain(literal, because))


def _asked_to_stop(ledger: Ledger, act: Act) -> bool:
    return any(
        literal.act is act and not literal.sign
        for p in ledger.positions
        if p.holder != act.owner
        for literal in (*p.condition, *(p.about if p.kind == "demand" else ()))
    )
