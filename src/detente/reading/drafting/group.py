"""What a party wants besides its prices and refusals: in a group, in no known order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from detente.reading.drafting.acts import Act, Literal
from detente.reading.drafting.cast import CALENDAR
from detente.reading.drafting.issue import Issue, conditional
from detente.reading.drafting.ledger import ACCUSED, IN_FORCE, OFFERED, READY, ROAD, Beside, Ledger
from detente.reading.drafting.lexicon import words
from detente.reading.drafting.wishes import Ladder, Wish, only_if, plain, together

_CLAIMED = ("claims",)
_READY = ("offer", "willingness")

Of = Callable[[str], Ladder]


def priced(ladder: Ladder, act: Act) -> bool:
    """Whether a party has named a price for an act, or threatens with it."""
    return any(
        w.key[0] in ("only if", "if") and any(lit.act is act for lit in w.key[1])
        for w in ladder.firm
    )


def demands(ledger: Ledger, _issue: Issue, of: Of) -> None:
    """What a party asks of another."""
    for position in ledger.positions:
        if position.kind == "demand":
            ladder = of(position.holder)
            for literal in position.about:
                if not literal.act.shared:
                    ladder.add(ladder.group, plain(literal, (position.piece.id,)))


def prizes(ledger: Ledger, _issue: Issue, of: Of) -> None:
    """A prize that is no shared doing is wanted by the other."""
    for position in conditional(ledger):
        for literal in position.about:
            for other in position.others:
                if (
                    not literal.act.shared
                    and literal.act.owner == position.holder
                    and ledger.cast.may_decide(other)
                ):
                    of(other).add(of(other).group, plain(literal))


def claims(ledger: Ledger, _issue: Issue, of: Of) -> None:
    """Claims without control want the controller's hold gone."""
    relations = (*ledger.coverage.relations, *ledger.holds)
    holds = {r.target: r for r in relations if r.kind == "controls"}
    for relation in ledger.coverage.relations:
        control = holds.get(relation.target) if relation.kind in _CLAIMED else None
        source = ledger.cast.resolve(relation.source)
        if control is None or ledger.cast.resolve(control.source) == source:
            continue
        for noted in ledger.standing:
            held = noted.kind == "controls" and noted.because in control.because
            if held and ledger.cast.may_decide(source):
                of(source).add(of(source).group, plain(noted.literal.opposite, relation.because))


def besides(ledger: Ledger, _issue: Issue, of: Of) -> None:
    """What is told less directly: kept by whoever has it in force, not wanted by who accuses."""
    rules = {
        IN_FORCE: _in_force, ACCUSED: _accused, ROAD: _road, READY: _ready, OFFERED: _offered,
    }  # fmt: skip
    for row in ledger.beside:
        rules[row.sort](ledger, row, of)


def _in_force(_: Ledger, row: Beside, of: Of) -> None:
    ladder, first = of(row.party), row.literals[0]
    if not priced(ladder, first.act):
        _add_beside(ladder, ladder.firm, _kept(ladder, first, (row.because,)))


def _accused(_: Ledger, row: Beside, of: Of) -> None:
    ladder, first = of(row.party), row.literals[0]
    _add_beside(ladder, ladder.group, plain(first, (row.because,)))
    accused = of(first.act.owner)
    if not priced(accused, first.act):
        _add_beside(accused, accused.group, plain(first.opposite))


def _road(_: Ledger, row: Beside, of: Of) -> None:
    ladder = of(row.party)
    if not any(_says_no(ladder, literal) for literal in row.literals):
        _add_beside(ladder, ladder.stake, together(row.literals, ()))


def _ready(_: Ledger, row: Beside, of: Of) -> None:
    ladder = of(row.party)
    _add_beside(ladder, ladder.stake, together(row.literals, (row.because,)))


def _offered(ledger: Ledger, row: Beside, of: Of) -> None:
    for other in ledger.cast.principals:
        if other != row.party and not _says_no(of(other), row.literals[0]):
            _add_beside(of(other), of(other).group, plain(row.literals[0]))


def _add_beside(ladder: Ladder, step: list[Wish], wish: Wish) -> None:
    wish.beside = True
    ladder.add(step, wish)


def _kept(ladder: Ladder, literal: Literal, because: tuple[str, ...]) -> Wish:
    """What is in force is wanted; pressure only while the demands of its owner are open."""
    demands = tuple(
        Literal(*w.key)
        for w in ladder.group
        if w.because and not w.beside and len(w.acts) == 1 and w.acts[0].owner != literal.act.owner
    )
    if literal.act.head in words("pressure", "nouns") and demands:
        return only_if((literal.opposite,), demands, ())
    return plain(literal, because)


def _says_no(ladder: Ladder, literal: Literal) -> bool:
    return any(w.key == (literal.act, not literal.sign) for w in ladder.all)


def unasked(ledger: Ledger, _issue: Issue, of: Of) -> None:
    """Last in the group, assumed: a party would rather not do what it does not do though asked."""
    ready = (p for p in ledger.positions if p.kind in _READY and not p.condition)
    offered = [act for position in ready for act in position.acts]
    for position in ledger.positions:
        if position.kind not in ("precondition", "demand", "offer") and not position.condition:
            continue
        asked = position.condition or position.about
        if position.kind == "threat":
            asked = tuple(literal.opposite for literal in asked)
        _reluctant(of, asked, position.holder, offered)
    for position in ledger.agenda:
        _reluctant(of, position.condition, position.holder)


def _reluctant(of: Of, asked: Iterable[Literal], asker: str, offered: Iterable[Act] = ()) -> None:
    for literal in (one for one in asked if one.act not in offered):
        owner = literal.act.owner
        if owner not in (asker, CALENDAR) and not literal.act.shared and not literal.holds:
            of(owner).add(of(owner).group, plain(literal.opposite))
