"""What is at issue: the linked preconditions, or else what is most asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.dispute.evidence import Coverage
from detente.reading.drafting.acts import Act, Literal, may_be_granted
from detente.reading.drafting.cast import CIRCUMSTANCES, Cast
from detente.reading.drafting.ledger import ACCUSED, IN_FORCE, READY, ROAD, Ledger, Position
from detente.reading.drafting.lexicon import EXIST, words


@dataclass(frozen=True)
class Issue:
    """One candidate for what would settle it: the goals, and the positions that lead there.

    `instead` is another road to the same end: a court, where one side goes for talks.
    """

    goals: tuple[Literal, ...]
    positions: tuple[Position, ...]
    instead: tuple[Literal, ...] = ()

    @property
    def holders(self) -> tuple[str, ...]:
        """Whose positions they are, in order."""
        return tuple(dict.fromkeys(p.holder for p in self.positions))

    @property
    def because(self) -> tuple[str, ...]:
        """The evidence behind it."""
        return tuple(dict.fromkeys(p.piece.id for p in self.positions))


def issues(ledger: Ledger) -> list[Issue]:
    """All candidates, the likeliest first.

    The linked preconditions with most holders come first, then single ones, then what demands and
    threats name.
    """
    cast = ledger.cast
    linked = [Issue(_goals(cast, group), tuple(group)) for group in _linked(conditional(ledger))]
    ranked = sorted(linked, key=lambda issue: _rank(ledger, issue), reverse=True)
    found = [
        replace(issue, instead=_other_road(ledger, issue))
        for issue in (*_joined(ranked, cast), *_asked(ledger))
        if issue.goals
    ]
    found += _less_direct(ledger)
    return [issue for n, issue in enumerate(found) if not any(_same(issue, e) for e in found[:n])]


def _less_direct(ledger: Ledger) -> Iterator[Issue]:
    """What could settle it where nobody names a price and nobody asks: what is told beside.

    What somebody refuses of its own comes first, then what is in force or held against a side.
    """
    for position in ledger.positions:
        own = [x for x in position.about if x.act.owner == position.holder and not x.holds]
        own = [x for x in own if may_be_granted(x.act)]
        if position.kind == "refusal" and own:
            yield Issue(_with_sides(ledger, position, own[0]), (position,))
    for row in ledger.beside:
        if row.sort == IN_FORCE:
            yield Issue((row.literals[0].opposite,), ())
        elif row.sort in (ACCUSED, READY, ROAD):
            yield Issue(row.literals, ())


def _with_sides(ledger: Ledger, position: Position, refused: Literal) -> tuple[Literal, ...]:
    """What is refused, and the other side's part in it where it takes two."""
    cast, sides = ledger.cast, [position.holder, *position.others, *ledger.cast.principals]
    other = next((p for p in sides[1:] if p != position.holder and p in cast.principals), None)
    if not refused.act.shared or other is None:
        return (refused,)
    return (refused, _side(ledger, refused.act, other))


_ROADS = {"talk": "arbitrate", "sign": "arbitrate", "arbitrate": "talk"}


def _other_road(ledger: Ledger, issue: Issue) -> tuple[Literal, ...]:
    """The court where the goals are talks, or the other way round, if somebody asks for it."""
    shared = [goal.act for goal in issue.goals if goal.act.shared and goal.act.family in _ROADS]
    sides = dict.fromkeys(act.owner for act in shared)
    for act in shared:
        family = _ROADS[act.family]
        asked = [
            literal.act
            for position in ledger.positions
            if position.holder in sides and position.kind not in ("threat", "refusal")
            for literal in position.about
            if literal.act.family == family and literal.sign
        ]
        if asked and len(sides) > 1:
            return tuple(_side(ledger, asked[0], party) for party in sides)
    return ()


def _side(ledger: Ledger, act: Act, party: str) -> Literal:
    mine = next((a for a in ledger.register if a.kin is act.kin and a.owner == party), None)
    if mine is not None:
        return Literal(mine, sign=True)
    first = act.mentions[0]
    return ledger.register.literal(party, replace(first.doing, sign=True), first.because, now=False)


def conditional(ledger: Ledger) -> list[Position]:
    """The preconditions (what is demanded as part of something shared among them)."""
    plain = [p for p in ledger.positions if p.condition and p.kind != "threat"]
    firm = [p for p in (*plain, *ledger.agenda) if ledger.cast.may_decide(p.holder)]
    own = [p for p in firm if p.holder in ledger.cast.principals]
    if not own:
        return firm
    named = {node(act) for p in own for act in p.acts}
    return [p for p in firm if p in own or any(node(literal.act) in named for literal in p.about)]


def threats(ledger: Ledger) -> list[Position]:
    """The threats, with or without a condition."""
    found = [p for p in ledger.positions if p.kind == "threat"]
    own = [p for p in found if p.holder in ledger.cast.principals]
    return own or [p for p in found if ledger.cast.may_decide(p.holder)]


def node(act: Act) -> Hashable:
    """What links two positions: an act, or a shared doing whosever side it is."""
    return id(act.kin)


def _linked(positions: Sequence[Position]) -> list[list[Position]]:
    groups: list[tuple[set[Hashable], list[Position]]] = []
    for position in positions:
        nodes = {node(act) for act in position.acts if act.owner != CIRCUMSTANCES}
        touching = [group for group in groups if group[0] & nodes]
        merged = (nodes, [position])
        for group in touching:
            merged = (merged[0] | group[0], [*group[1], *merged[1]])
            groups.remove(group)
        groups.append(merged)
    order = {id(p): n for n, p in enumerate(positions)}
    return [sorted(group, key=lambda p: order[id(p)]) for _, group in groups]


def _goals(cast: Cast, positions: Sequence[Position]) -> tuple[Literal, ...]:
    """The abouts, a shared one on every side that must take part; none that holds already."""
    firm = [p for p in positions if p.kind != "offer"] or list(positions)
    found = [literal for p in firm for literal in p.about if not literal.holds]
    sides = [lit for p in firm for lit in p.condition if lit.act.shared and not lit.holds]
    found += [lit for lit in sides if any(lit.act.kin is f.act.kin for f in found)]
    deciding = [g for g in found if cast.may_decide(g.act.owner)]
    kept: list[Literal] = []
    for literal in dict.fromkeys(deciding):
        if literal.opposite not in kept and not _is_part(literal, deciding):
            kept.append(literal)
    return tuple(kept)


def _is_part(literal: Literal, goals: Iterable[Literal]) -> bool:
    """Whether a goal is only a degree of another: to cut a tariff that is to be lifted."""
    act = literal.act
    return act.family in ("cut", "raise") and any(
        goal.act.family == EXIST and goal.act.owner == act.owner and goal.act.head == act.head
        for goal in goals
    )


def _rank(ledger: Ledger, issue: Issue) -> tuple[int, ...]:
    principal = [h for h in issue.holders if h in ledger.cast.principals]
    return (
        min(len(principal), len(issue.because)),
        min(len(issue.holders), len(issue.because)),
        _in_headline(ledger, issue),
        _in_words(ledger.cast, issue, _title(ledger.coverage)),
        _in_words(ledger.cast, issue, _stuck(ledger.coverage)),
        len(issue.because) + sum(len(goal.act.because) for goal in issue.goals),
        -min(position.piece.start for position in issue.positions),
    )


def _in_headline(ledger: Ledger, issue: Issue) -> int:
    """How many statements of its holders the headline repeats, in words of what it is about."""
    said = {piece.id: piece.quote for piece in ledger.coverage.evidence}
    told = (said[quote] for holder, quote in ledger.headlines if holder in issue.holders)
    return sum(_in_words(ledger.cast, issue, text) > 0 for text in told)


def _title(coverage: Coverage) -> str:
    return " ".join(document.title for document in coverage.documents)


def _stuck(coverage: Coverage) -> str:
    return " ".join(piece.quote for piece in coverage.evidence if piece.kind == "status_quo")


def _in_words(cast: Cast, issue: Issue, text: str) -> int:
    """How many words of what it is about stand in a text, the names of parties not among them."""
    low = text.lower()
    words = {word.lower() for p in issue.positions for act in p.acts for word in act.theme}
    words = {word for word in words if not cast.called(word)}
    words |= {act.family for p in issue.positions for act in p.acts if act.shared}
    return sum(bool(re.search(rf"\b{re.escape(word)}", low)) for word in words)


def _joined(ranked: list[Issue], cast: Cast) -> list[Issue]:
    """Sets of the same parties that tie are one dispute."""
    if not ranked:
        return []
    first = ranked[0]
    same = [issue for issue in ranked[1:] if _ties(issue, first, cast)]
    positions = [*first.positions, *(p for issue in same for p in issue.positions)]
    rest = [issue for issue in ranked[1:] if issue not in same]
    return [Issue(_goals(cast, positions), tuple(positions)), *rest]


def _ties(issue: Issue, first: Issue, cast: Cast) -> bool:
    weight = [len([h for h in i.holders if h in cast.principals]) for i in (issue, first)]
    alike = weight[0] == weight[1] and len(issue.holders) == len(first.holders)
    return alike and between(issue, cast) == between(first, cast)


def between(issue: Issue, cast: Cast) -> set[str]:
    """Whom a set of positions is between: the principals that it names."""
    named = {act.owner for p in issue.positions for act in p.acts}
    everybody = {*issue.holders, *named, *(o for p in issue.positions for o in p.others)}
    return everybody & set(cast.principals) or everybody


def _asked(ledger: Ledger) -> list[Issue]:
    """What demands and threats ask for, the most named first."""
    asked: list[tuple[Literal, Position]] = []
    for position in ledger.positions:
        if not ledger.cast.may_decide(position.holder):
            continue
        wanted = position.about if position.kind == "demand" else ()
        if position.kind == "threat":
            wanted = tuple(literal.opposite for literal in position.condition)
        asked += [(lit, position) for lit in wanted if not lit.holds and not _presses(lit)]
    counts = Counter((node(literal.act), literal.sign) for literal, _ in asked)
    order = sorted(counts, key=lambda key: -counts[key])
    found = []
    for key in order:
        rows = [row for row in asked if (node(row[0].act), row[0].sign) == key]
        goals = tuple(dict.fromkeys(literal for literal, _ in rows))
        deciding = [g for g in goals if ledger.cast.may_decide(g.act.owner)]
        found.append(Issue(tuple(deciding), tuple(dict.fromkeys(p for _, p in rows))))
    return found


def _presses(literal: Literal) -> bool:
    """Whether what is asked for is pressure itself: that somebody sues or strikes."""
    act = literal.act
    pressing = act.family == EXIST and act.head in words("pressure", "nouns")
    return literal.sign and (pressing or act.family in words("against", "verbs"))


def _same(one: Issue, other: Issue) -> bool:
    return set(one.goals) == set(other.goals)
