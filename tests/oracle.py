"""The judge: a second, naive implementation, by definition, of what the analysis means.

Sets, loops and strings, and nothing of the package under test.  It is slow and meant to be
obviously right: every function is one sentence of the page of definitions.  A state is a string of
Y and N, one letter an option; a party is its id; a concept is its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from heapq import heappop, heappush
from itertools import chain, combinations, permutations, product
from math import factorial, prod
from typing import Any, NamedTuple

from ruamel.yaml import YAML

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
KINDS = (
    "awaited",
    "barred",
    "content",
    "exposed",
    "incompatible",
    "unmoved",
    "unstable-peace",
    "you-first",
)

State = str
Party = str
Coalition = frozenset[Party]


# --- formulas -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Var:
    """An option, by its full name."""

    name: str


@dataclass(frozen=True)
class Not:
    """A negation."""

    body: Formula


@dataclass(frozen=True)
class And:
    """A conjunction, flat: no member is itself a conjunction."""

    members: tuple[Formula, ...]


@dataclass(frozen=True)
class Or:
    """A disjunction, flat."""

    members: tuple[Formula, ...]


@dataclass(frozen=True)
class Link:
    """Two formulas joined by ``only if``, ``if``, ``unless`` or ``if and only if``."""

    word: str
    left: Formula
    right: Formula


Formula = Var | Not | And | Or | Link

IDENT = r"[a-z][a-z0-9_]*"
KEYWORDS = frozenset({"if", "and", "only", "unless", "or", "not"})
TOKEN = re.compile(rf"\s*(?:({IDENT}\.{IDENT})(?![\w.])|([A-Za-z]+)(?![\w.])|([()]))")


def tokens(text: str) -> list[str]:
    """Split a formula into options, key words (in lower case) and parentheses."""
    found, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"cannot read {text[at:]!r} in {text!r}")
        option, word, bracket = match.groups()
        if word and word.lower() not in KEYWORDS:
            raise ValueError(f"{word!r} is neither a key word nor party.option in {text!r}")
        found.append(option or bracket or word.lower())
        at = match.end()
    return found


class Parser:
    """Recursive descent, one method a level, the weakest binding first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rest = tokens(text)

    def next_is(self, *words: str) -> bool:
        """Whether these tokens come next."""
        return self.rest[: len(words)] == list(words)

    def take(self, *words: str) -> bool:
        """Take these tokens if they come next."""
        if self.next_is(*words):
            del self.rest[: len(words)]
            return True
        return False

    def whole(self) -> Formula:
        """Read everything, and nothing must be left."""
        formula = self.equivalence()
        if self.rest:
            raise ValueError(f"unexpected {self.rest[0]!r} in {self.text!r}")
        return formula

    def equivalence(self) -> Formula:
        """``A if and only if B``, not chained."""
        left = self.implication()
        if self.take("if", "and", "only", "if"):
            return Link("if and only if", left, self.implication())
        return left

    def implication(self) -> Formula:
        """``A only if B``, ``A if B``, ``A unless B``, not chained."""
        left = self.disjunction()
        if self.next_is("if", "and", "only", "if"):
            return left
        for words in (("only", "if"), ("if",), ("unless",)):
            if self.take(*words):
                return Link(" ".join(words), left, self.disjunction())
        return left

    def disjunction(self) -> Formula:
        """``A or B or …``."""
        members = [self.conjunction()]
        while self.take("or"):
            members.append(self.conjunction())
        return disjunction(members)

    def conjunction(self) -> Formula:
        """``A and B and …``."""
        members = [self.negation()]
        while self.take("and"):
            members.append(self.negation())
        return conjunction(members)

    def negation(self) -> Formula:
        """``not A``, an option, or a formula in parentheses."""
        if self.take("not"):
            return Not(self.negation())
        if self.take("("):
            inside = self.equivalence()
            if not self.take(")"):
                raise ValueError(f"a parenthesis is not closed in {self.text!r}")
            return inside
        if not self.rest or "." not in self.rest[0]:
            raise ValueError(f"an option or a parenthesis is missing in {self.text!r}")
        return Var(self.rest.pop(0))


def conjunction(members: Sequence[Formula]) -> Formula:
    """Join by ``and``; conjunctions among the members are merged into one flat one."""
    flat: list[Formula] = []
    for member in members:
        flat.extend(member.members if isinstance(member, And) else [member])
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def disjunction(members: Sequence[Formula]) -> Formula:
    """Join by ``or``, flat."""
    flat: list[Formula] = []
    for member in members:
        flat.extend(member.members if isinstance(member, Or) else [member])
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def parse_formula(text: str) -> Formula:
    """Read a formula; ValueError where it is none."""
    return Parser(text).whole()


def binding(formula: Formula) -> int:
    """How tightly the outermost word binds; an option binds tightest."""
    match formula:
        case Link(word="if and only if"):
            return 0
        case Link():
            return 1
        case Or():
            return 2
        case And():
            return 3
    return 4


def show(formula: Formula) -> str:
    """Write a formula with no needless parentheses."""

    def inner(part: Formula, least: int) -> str:
        return show(part) if binding(part) >= least else f"({show(part)})"

    match formula:
        case Var(name):
            return name
        case Not(body):
            return f"not {inner(body, 4)}"
        case And(members):
            return " and ".join(inner(member, 4) for member in members)
        case Or(members):
            return " or ".join(inner(member, 3) for member in members)
        case Link(word, left, right):
            least = binding(formula) + 1
            return f"{inner(left, least)} {word} {inner(right, least)}"


def holds(formula: Formula, truth: Mapping[str, bool]) -> bool:  # noqa: PLR0911
    """Whether a formula is true where the options are as given."""
    match formula:
        case Var(name):
            return truth[name]
        case Not(body):
            return not holds(body, truth)
        case And(members):
            return all(holds(member, truth) for member in members)
        case Or(members):
            return any(holds(member, truth) for member in members)
        case Link("if and only if", left, right):
            return holds(left, truth) == holds(right, truth)
        case Link("only if", left, right):
            return not holds(left, truth) or holds(right, truth)
        case Link("if", left, right):
            return not holds(right, truth) or holds(left, truth)
        case Link("unless", left, right):
            return holds(right, truth) or holds(left, truth)
    raise AssertionError(formula)


def lose_one(formula: Formula) -> list[Formula]:
    """A conjunction without one of its members, for each of them; of anything else, nothing."""
    if not isinstance(formula, And):
        return []
    members = formula.members
    return [conjunction(members[:k] + members[k + 1 :]) for k in range(len(members))]


def weakenings(formula: Formula) -> list[Formula]:
    """Every weaker form of a want: a conjunction or a consequent that loses one member."""
    found = lose_one(formula)
    match formula:
        case Link("only if", left, right):
            found = [Link("only if", left, less) for less in lose_one(right)]
        case Link("if" | "unless" as word, left, right):
            found = [Link(word, less, right) for less in lose_one(left)]
    return list(dict.fromkeys(found))


# --- the dispute file -----------------------------------------------------------------------


@dataclass(frozen=True)
class Option:
    """What a party can do or not do."""

    name: str
    party: Party
    status_quo: bool = False
    can: str = "both"
    commit_cost: Fraction = Fraction(1)


@dataclass(frozen=True)
class Want:
    """A preference statement; ``index`` counts from 1 in its party's list as written."""

    party: Party
    index: int
    formula: Formula
    cost: Fraction = Fraction(1)
    assumed: bool = False
    group: int | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Member:
    """A party of the dispute: its wants in their present order, or its ranking, or neither."""

    id: Party
    role: str = "principal"
    wants: tuple[Want, ...] = ()
    ranking: tuple[tuple[State, ...], ...] | None = None


@dataclass(frozen=True)
class Dispute:
    """A dispute file, as far as the analysis goes."""

    title: str
    options: tuple[Option, ...]
    members: tuple[Member, ...]
    infeasible: tuple[Formula, ...] = ()
    resolution: Formula | None = None

    def truth(self, state: State) -> dict[str, bool]:
        """Which options are taken in a state."""
        return {o.name: letter == "Y" for o, letter in zip(self.options, state, strict=True)}

    def holds(self, formula: Formula, state: State) -> bool:
        """Whether a formula is true in a state."""
        return holds(formula, self.truth(state))

    def member(self, party: Party) -> Member:
        """The party of this id."""
        return next(m for m in self.members if m.id == party)

    def wants(self) -> Iterator[Want]:
        """Every want of every party."""
        return chain.from_iterable(m.wants for m in self.members)

    @property
    def status_quo(self) -> State:
        """The state that the world is in."""
        return "".join("Y" if o.status_quo else "N" for o in self.options)

    def states(self) -> list[State]:
        """The feasible states, N before Y."""
        every = map("".join, product("NY", repeat=len(self.options)))
        return [s for s in every if not any(self.holds(f, s) for f in self.infeasible)]


def truthful(value: Any) -> bool:
    """Read yes, no, true or false, in any case."""
    return {"yes": True, "true": True, "no": False, "false": False}[str(value).lower()]


def given(entry: Any, key: str, otherwise: Any) -> Any:
    """What stands under a key, or the default where nothing or null does."""
    value = entry.get(key)
    return otherwise if value is None or value in ("", "~", "null", "Null", "NULL") else value


def formula_in(entry: Any, key: str) -> Formula:
    """Read the short form of a formula, or the long one under this key."""
    return parse_formula(entry[key] if isinstance(entry, dict) else entry)


def number(value: Any) -> Fraction:
    """Read a decimal, exactly as it is written."""
    return Fraction(str(value))


def read_option(party: Party, name: str, entry: Any) -> Option:
    """Read one option."""
    return Option(
        name=f"{party}.{name}",
        party=party,
        status_quo=truthful(given(entry, "status_quo", "no")),
        can=given(entry, "can", "both"),
        commit_cost=number(given(entry, "commit_cost", "1")),
    )


def read_want(party: Party, index: int, entry: Any, group: int | None) -> Want:
    """Read one want, short or long."""
    more = entry if isinstance(entry, dict) else {}
    return Want(
        party=party,
        index=index,
        formula=formula_in(entry, "want"),
        cost=number(given(more, "cost", "1")),
        assumed=truthful(given(more, "assumed", "no")),
        group=group,
        because=tuple(given(more, "because", ())),
    )


def read_wants(party: Party, entries: Sequence[Any]) -> tuple[Want, ...]:
    """Read the wants, groups included, in the order written."""
    wants: list[Want] = []
    groups = 0
    for entry in entries:
        if isinstance(entry, dict) and "any order" in entry:
            for inner in entry["any order"]:
                wants.append(read_want(party, len(wants) + 1, inner, groups))
            groups += 1
        else:
            wants.append(read_want(party, len(wants) + 1, entry, None))
    return tuple(wants)


def read_member(party: Party, entry: Any) -> Member:
    """Read a party; its ranking is best first, each place a tuple of tied states."""
    ranking = given(entry, "ranking", None)
    return Member(
        id=party,
        role=given(entry, "role", "principal"),
        wants=read_wants(party, given(entry, "wants", ())),
        ranking=ranking and tuple(tuple(e) if isinstance(e, list) else (e,) for e in ranking),
    )


def read_dispute(data: Any) -> Dispute:
    """Take what the analysis needs from a dispute file that is already plain dicts and lists."""
    parties = data["parties"]
    resolution = given(data, "resolution", None)
    dispute = Dispute(
        title=data["title"],
        options=tuple(
            read_option(party, name, option or {})
            for party, entry in parties.items()
            for name, option in given(entry or {}, "options", {}).items()
        ),
        members=tuple(read_member(party, entry or {}) for party, entry in parties.items()),
        infeasible=tuple(formula_in(f, "when") for f in given(data, "infeasible", ())),
        resolution=None if resolution is None else formula_in(resolution, "want"),
    )
    check(dispute)
    return dispute


def parse_dispute(text: str) -> Dispute:
    """Read the text of a dispute file; what the analysis does not need is passed over."""
    # The base loader gives every scalar as the text that stands there.
    return read_dispute(YAML(typ="base", pure=True).load(text))


def check(dispute: Dispute) -> None:
    """Refuse what would make the analysis meaningless."""
    feasible = dispute.states()
    if dispute.status_quo not in feasible:
        raise ValueError("the status quo is infeasible")
    for member in dispute.members:
        if member.ranking is None:
            continue
        if member.wants:
            raise ValueError(f"{member.id} has both wants and a ranking")
        if sorted(chain.from_iterable(member.ranking)) != feasible:
            raise ValueError(f"the ranking of {member.id} is not every feasible state once")


# --- the model: states, moves, preferences --------------------------------------------------


def score(dispute: Dispute, member: Member, state: State) -> int:
    """How much a party likes a state: the higher the better."""
    if member.ranking is not None:
        place = next(k for k, tied in enumerate(member.ranking) if state in tied)
        return len(member.ranking) - place
    k = len(member.wants)
    return sum(
        1 << (k - j)
        for j, want in enumerate(member.wants, start=1)
        if dispute.holds(want.formula, state)
    )


def allowed(option: Option, before: str, after: str) -> bool:
    """Whether an option can go from one letter to the other."""
    if before == after or option.can == "both":
        return True
    return {"start": before == "N", "stop": before == "Y", "never": False}[option.can]


def moves_from(dispute: Dispute, party: Party, state: State, feasible: set[State]) -> set[State]:
    """UM: the states that a party can move to from a state alone."""
    letters = [
        [c for c in "NY" if allowed(o, old, c)] if o.party == party else [old]
        for o, old in zip(dispute.options, state, strict=True)
    ]
    return {t for t in map("".join, product(*letters)) if t != state and t in feasible}


def coalitions(parties: Iterable[Party], least: int = 1) -> list[Coalition]:
    """Every set of at least so many of these parties."""
    everyone = sorted(parties)
    sizes = range(least, len(everyone) + 1)
    return [frozenset(h) for size in sizes for h in combinations(everyone, size)]


@dataclass
class Model:
    """States, moves and preferences, each as a plain table."""

    states: list[State]
    q: State
    movers: list[Party]  # N: the parties that have options
    counted: list[Party]  # "a party" of the diagnosis: it has options or is a principal
    um: dict[Party, dict[State, set[State]]]
    r: dict[Party, dict[State, int]]
    resolutions: set[State] | None  # None where the dispute names no resolution
    reached: dict[tuple[Coalition, State, bool], set[State]] = field(default_factory=dict)

    def ui(self, party: Party, state: State) -> set[State]:
        """UI: the unilateral improvements of a party from a state."""
        r = self.r[party]
        return {t for t in self.um[party][state] if r[t] > r[state]}

    def reach(self, coalition: Iterable[Party], state: State, *, improving: bool) -> set[State]:
        """R_H(s), or R⁺_H(s): the ends of legal sequences of moves or of improvements."""
        key = (frozenset(coalition), state, improving)
        if key not in self.reached:
            self.reached[key] = legal_ends(self, *key)
        return self.reached[key]

    def others(self, party: Party) -> set[Party]:
        """N − i."""
        return set(self.movers) - {party}


def build(dispute: Dispute) -> Model:
    """Make the tables of a dispute."""
    states = dispute.states()
    feasible = set(states)
    movers = list(dict.fromkeys(o.party for o in dispute.options))
    resolution = dispute.resolution
    return Model(
        states=states,
        q=dispute.status_quo,
        movers=movers,
        counted=[m.id for m in dispute.members if m.id in movers or m.role == "principal"],
        um={p: {s: moves_from(dispute, p, s, feasible) for s in states} for p in movers},
        r={m.id: {s: score(dispute, m, s) for s in states} for m in dispute.members},
        resolutions=None
        if resolution is None
        else {s for s in states if dispute.holds(resolution, s)},
    )


def legal_ends(model: Model, coalition: Coalition, state: State, improving: bool) -> set[State]:  # noqa: FBT001
    """Follow every legal sequence; a place is (state, last mover), for none moves twice running."""
    start: tuple[State, Party | None] = (state, None)
    seen = {start}
    waiting = [start]
    while waiting:
        here, last = waiting.pop()
        for party in coalition:
            if party == last:
                continue
            onward = model.ui(party, here) if improving else model.um[party][here]
            for there in onward:
                if (there, party) not in seen:
                    seen.add((there, party))
                    waiting.append((there, party))
    return {s for s, last in seen if last is not None}


def is_legal_sequence(
    model: Model, state: State, path: Sequence[tuple[Party, State]], *, improving: bool = False
) -> bool:
    """Whether a path of (party, state it moves to) is a legal sequence from a state."""
    last = None
    for party, to in path:
        if party == last or party not in model.movers:
            return False
        if to not in (model.ui(party, state) if improving else model.um[party][state]):
            return False
        last, state = party, to
    return bool(path)


# --- stability ------------------------------------------------------------------------------


def sanctions(model: Model, party: Party, s: State, t: State, concept: str) -> set[State]:
    """Every u that sanctions the improvement t of a party at s."""
    if concept == "nash":
        return set()
    r = model.r[party]
    found = set()
    for u in model.reach(model.others(party), t, improving=concept in ("seq", "sseq")):
        if r[u] > r[s]:
            continue
        if concept in ("smr", "sseq") and any(r[v] > r[s] for v in model.um[party][u]):
            continue
        found.add(u)
    return found


def is_sanctioned(model: Model, party: Party, s: State, t: State, concept: str) -> bool:
    """Whether some u sanctions the improvement t of a party at s."""
    return bool(sanctions(model, party, s, t, concept))


def is_stable(model: Model, party: Party, s: State, concept: str) -> bool:
    """Whether every improvement of the party from s is sanctioned."""
    if party not in model.movers:
        return True
    return all(is_sanctioned(model, party, s, t, concept) for t in model.ui(party, s))


def stable_states(model: Model, party: Party, concept: str) -> set[State]:
    """The states stable for a party."""
    return {s for s in model.states if is_stable(model, party, s, concept)}


def is_equilibrium(model: Model, s: State, concept: str) -> bool:
    """Whether a state is stable for every party."""
    return all(is_stable(model, party, s, concept) for party in model.movers)


def equilibria(model: Model, concept: str) -> set[State]:
    """The states stable for every party."""
    return {s for s in model.states if is_equilibrium(model, s, concept)}


def joint_improvements_of(model: Model, coalition: Iterable[Party], s: State) -> set[State]:
    """The t of R_H(s) that every member of H prefers to s."""
    coalition = frozenset(coalition)
    return {
        t
        for t in model.reach(coalition, s, improving=False)
        if all(model.r[i][t] > model.r[i][s] for i in coalition)
    }


def joint_improvements(model: Model, s: State, least: int = 1) -> set[State]:
    """The joint improvements from s of any coalition of at least so many parties."""
    found: set[State] = set()
    for coalition in coalitions(model.movers, least):
        found |= joint_improvements_of(model, coalition, s)
    return found


# --- coalitions -----------------------------------------------------------------------------


def joint_sequence_ends(model: Model, parties: Iterable[Party], s: State) -> set[State]:
    """Where sequences lead of joint improvements of coalitions of these parties, alone or not."""
    seen, waiting = set[State](), [s]
    while waiting:
        here = waiting.pop()
        onward = set[State]()
        for coalition in coalitions(parties):
            onward |= joint_improvements_of(model, coalition, here)
        waiting += onward - seen
        seen |= onward
    return seen


def coalition_sanctions(
    model: Model, coalition: Coalition, s: State, t: State, concept: str
) -> set[State]:
    """Where the others can go from t to deter a coalition from moving from s to t."""
    others = set(model.movers) - coalition
    if concept == "nash" or not others:
        return set()
    if concept in ("gmr", "smr"):
        ends = model.reach(others, t, improving=False)
    else:
        ends = joint_sequence_ends(model, others, t)

    def all_better(u: State) -> bool:
        return all(model.r[i][u] > model.r[i][s] for i in coalition)

    found = {u for u in ends if not all_better(u)}
    if concept in ("smr", "sseq"):
        found = {
            u
            for u in found
            if not any(all_better(v) for v in model.reach(coalition, u, improving=False))
        }
    return found


def is_coalition_stable(model: Model, coalition: Iterable[Party], s: State, concept: str) -> bool:
    """Whether each joint improvement of a coalition from s is sanctioned."""
    members = frozenset(coalition)
    return all(
        coalition_sanctions(model, members, s, t, concept)
        for t in joint_improvements_of(model, members, s)
    )


def is_coalitionally_stable(model: Model, s: State, concept: str) -> bool:
    """Whether s is stable for every coalition."""
    return all(is_coalition_stable(model, h, s, concept) for h in coalitions(model.movers))


# --- why it is stuck ------------------------------------------------------------------------


def situation(model: Model, concept: str = "seq") -> str:
    """One of ``settled``, ``stuck``, ``moving``."""
    if model.resolutions is not None and model.q in model.resolutions:
        return "settled"
    return "stuck" if is_equilibrium(model, model.q, concept) else "moving"


def lasts(model: Model, concept: str = "seq") -> bool:
    """Whether the status quo is an equilibrium."""
    return is_equilibrium(model, model.q, concept)


def heads_to(model: Model, concept: str = "seq") -> set[State]:
    """The equilibria that improvements lead to from the status quo."""
    ends = model.reach(model.movers, model.q, improving=True)
    return {t for t in ends if is_equilibrium(model, t, concept)}


def reachable_resolutions(model: Model, s: State) -> set[State]:
    """A: the resolution states in R_N(s)."""
    return (model.resolutions or set()) & model.reach(model.movers, s, improving=False)


def worse_for(model: Model, s: State, t: State) -> set[Party]:
    """The parties to which t is worse than s."""
    return {i for i in model.counted if model.r[i][t] < model.r[i][s]}


def is_indifferent(model: Model, party: Party) -> bool:
    """Whether a party likes all states alike."""
    return len(set(model.r[party].values())) == 1


def is_barred(model: Model, q: State) -> bool:
    """A is empty."""
    return not reachable_resolutions(model, q)


def is_you_first(model: Model, q: State) -> bool:
    """A joint improvement lies in A, and R⁺_N(q) ∩ A is empty."""
    goals = reachable_resolutions(model, q)
    return bool(joint_improvements(model, q) & goals) and not (
        model.reach(model.movers, q, improving=True) & goals
    )


def is_incompatible(model: Model, q: State) -> bool:
    """Every t ∈ A is worse than q for some party."""
    return all(worse_for(model, q, t) for t in reachable_resolutions(model, q))


def content_parties(model: Model, q: State) -> set[Party]:
    """The parties that prefer q to every t ∈ A."""
    goals = reachable_resolutions(model, q)
    return {i for i in model.counted if all(i in worse_for(model, q, t) for t in goals)}


def would_be_unmoved(model: Model, q: State) -> bool:
    """Some t ∈ A is worse than q for nobody, and no joint improvement from q lies in A."""
    goals = reachable_resolutions(model, q)
    return any(not worse_for(model, q, t) for t in goals) and not (
        joint_improvements(model, q) & goals
    )


def is_awaited(model: Model, q: State) -> bool:
    """It would be unmoved, and those who would move are better off or indifferent to all."""
    if not would_be_unmoved(model, q):
        return False
    for t in reachable_resolutions(model, q):
        if worse_for(model, q, t):
            continue
        for coalition in coalitions(model.movers):
            if t in model.reach(coalition, q, improving=False) and all(
                model.r[i][t] > model.r[i][q] or is_indifferent(model, i) for i in coalition
            ):
                return True
    return False


def is_exposed(model: Model, q: State, concept: str) -> bool:
    """Some improvement that is or leads to a resolution is sanctioned."""
    goals = reachable_resolutions(model, q)
    concept = "seq" if concept == "nash" else concept
    for i in model.movers:
        for t in model.ui(i, q):
            leads = t in goals or model.reach(model.movers, t, improving=True) & goals
            if leads and is_sanctioned(model, i, q, t, concept):
                return True
    return False


def is_unstable_peace(model: Model, q: State, concept: str) -> bool:
    """Steps without concession reach A, and nothing in A so reached is an equilibrium."""
    found = reachable_resolutions(model, q) & set(step_distances(model, q, concept))
    return bool(found) and not any(is_equilibrium(model, t, concept) for t in found)


def diagnosis(model: Model, concept: str = "seq", state: State | None = None) -> set[str]:
    """The kinds that hold at a state (the status quo); none at a resolution or without one."""
    q = model.q if state is None else state
    if model.resolutions is None or q in model.resolutions:
        return set()
    if is_barred(model, q):
        return {"barred"}
    awaited = is_awaited(model, q)
    verdicts = {
        "you-first": is_you_first(model, q),
        "incompatible": is_incompatible(model, q),
        "content": bool(content_parties(model, q)),
        "awaited": awaited,
        "unmoved": would_be_unmoved(model, q) and not awaited,
        "exposed": is_exposed(model, q, concept),
        "unstable-peace": is_unstable_peace(model, q, concept),
    }
    return {kind for kind, verdict in verdicts.items() if verdict}


def refusals(
    dispute: Dispute, model: Model, state: State | None = None
) -> set[tuple[State, Party, int | None]]:
    """(Resolution state, party worse off there, its first want that this breaks and q does not)."""
    q = model.q if state is None else state
    found: set[tuple[State, Party, int | None]] = set()
    for t in model.resolutions or set():
        for party in worse_for(model, q, t):
            broken = [
                want.index
                for want in dispute.member(party).wants
                if dispute.holds(want.formula, q) and not dispute.holds(want.formula, t)
            ]
            found.add((t, party, broken[0] if broken else None))
    return found


# --- steps ----------------------------------------------------------------------------------


def someone_gains(model: Model, s: State, t: State) -> bool:
    """Whether at least one party finds t better than s."""
    return any(model.r[i][t] > model.r[i][s] for i in model.counted)


def is_alone_step(model: Model, party: Party, s: State, t: State, concept: str) -> bool:
    """Whether a party may take this step alone."""
    r = model.r[party]
    if not someone_gains(model, s, t) or t not in model.um[party][s] or r[t] < r[s]:
        return False
    return r[t] == r[s] or not is_sanctioned(model, party, s, t, concept)


def is_together_step(model: Model, coalition: Coalition, s: State, t: State) -> bool:
    """Whether these two or more parties may take this step by agreement."""
    return (
        len(coalition) > 1
        and someone_gains(model, s, t)
        and all(model.r[i][t] >= model.r[i][s] for i in coalition)
        and not any(t in model.um[j][s] for j in model.movers)
        and t in model.reach(coalition, s, improving=False)
    )


def steps(model: Model, s: State, concept: str) -> dict[State, set[str]]:
    """Where one step leads from s, and of which sorts it is."""
    found: dict[State, set[str]] = {}
    several = coalitions(model.movers, 2)
    for t in model.states:
        if not someone_gains(model, s, t):
            continue
        if any(is_alone_step(model, i, s, t, concept) for i in model.movers):
            found.setdefault(t, set()).add("alone")
        if any(is_together_step(model, h, s, t) for h in several):
            found.setdefault(t, set()).add("together")
    return found


def step_distances(model: Model, s: State, concept: str) -> dict[State, int]:
    """The fewest steps from s to each state that zero or more steps reach."""
    distance = {s: 0}
    frontier = [s]
    while frontier:
        following = []
        for here in frontier:
            for there in sorted(steps(model, here, concept)):
                if there not in distance:
                    distance[there] = distance[here] + 1
                    following.append(there)
        frontier = following
    return distance


# --- concessions ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Concession:
    """One concession, in a form that can be compared and hashed.

    ``index`` is the want's, ``option`` the option's; ``becomes`` is the weaker want, or which way
    the commitment goes: ``start`` or ``stop``.
    """

    party: Party
    change: str
    index: int | None
    option: str | None
    becomes: str | None
    cost: Fraction


Unlocking = frozenset[Concession]


def cost_of(concessions: Iterable[Concession]) -> Fraction:
    """What a set of concessions costs."""
    return sum((c.cost for c in concessions), Fraction(0))


def concessions_on_want(want: Want, *, last: bool) -> list[Concession]:
    """Every concession on a want; the last of the list cannot be demoted."""
    found = [
        Concession(want.party, "weaken", want.index, None, show(weaker), want.cost / 2)
        for weaker in weakenings(want.formula)
    ]
    if not last:
        found.append(Concession(want.party, "demote", want.index, None, None, want.cost * 3 / 4))
    found.append(Concession(want.party, "drop", want.index, None, None, want.cost))
    return found


def concessions_on_option(option: Option) -> list[Concession]:
    """A commitment either way, of an option that can go both."""
    if option.can != "both":
        return []
    return [
        Concession(option.party, "commit", None, option.name, way, option.commit_cost)
        for way in ("start", "stop")
    ]


def places(dispute: Dispute, only: Party | None = None) -> list[list[Concession]]:
    """What can be conceded on each want and each option: one list for each, of which one counts."""
    found = []
    for member in dispute.members:
        if only is not None and member.id != only:
            continue
        found += [concessions_on_want(w, last=w is member.wants[-1]) for w in member.wants]
        found += [concessions_on_option(o) for o in dispute.options if o.party == member.id]
    return [choices for choices in found if choices]


def concede_wants(wants: tuple[Want, ...], concessions: Iterable[Concession]) -> tuple[Want, ...]:
    """Change a party's wants; what is conceded on a want that is not there is void."""
    change = {c.index: c for c in concessions if c.change != "commit"}
    kept: list[Want] = []
    demoted: list[Want] = []
    for want in wants:
        concession = change.get(want.index)
        if concession is None:
            kept.append(want)
        elif concession.change == "weaken":
            kept.append(replace(want, formula=parse_formula(concession.becomes or "")))
        elif concession.change == "demote":
            demoted.append(want)
    return tuple(kept + demoted)


def concede(dispute: Dispute, concessions: Iterable[Concession]) -> Dispute:
    """The dispute in which all of these are conceded."""
    concessions = list(concessions)
    ways = {c.option: c.becomes for c in concessions if c.change == "commit"}
    return replace(
        dispute,
        options=tuple(replace(o, can=ways.get(o.name) or o.can) for o in dispute.options),
        members=tuple(
            replace(m, wants=concede_wants(m.wants, [c for c in concessions if c.party == m.id]))
            for m in dispute.members
        ),
    )


def keeps_commitments(
    dispute: Dispute, concessions: Iterable[Concession], resolution: State
) -> bool:
    """Whether every commitment goes towards the value that the option has in the resolution."""
    truth = dispute.truth(resolution)
    return all(
        truth[c.option or ""] == (c.becomes == "start") for c in concessions if c.change == "commit"
    )


def qualifying(
    dispute: Dispute, model: Model, concessions: Iterable[Concession], concept: str
) -> dict[State, int]:
    """The resolution states that make it an unlocking, with the steps to each.

    ``model`` is that of the changed dispute.
    """
    concessions = list(concessions)
    goals = [
        t
        for t in sorted(model.resolutions or set())
        if not worse_for(model, model.q, t)
        and keeps_commitments(dispute, concessions, t)
        and is_equilibrium(model, t, concept)
    ]
    if not goals:
        return {}
    distance = step_distances(model, model.q, concept)
    return {t: distance[t] for t in goals if t in distance}


def unlocks(dispute: Dispute, concessions: Iterable[Concession], concept: str = "seq") -> bool:
    """Whether these concessions unlock the dispute."""
    return shown(dispute, concessions, concept) is not None


def shown(
    dispute: Dispute, concessions: Iterable[Concession], concept: str = "seq"
) -> tuple[State, int] | None:
    """The state shown for an unlocking and the fewest steps to it; None where nothing unlocks."""
    concessions = list(concessions)
    model = build(concede(dispute, concessions))
    found = qualifying(dispute, model, concessions, concept)
    if not found:
        return None

    def rank(t: State) -> tuple[int, int, State]:
        changed = sum(a != b for a, b in zip(model.q, t, strict=True))
        return changed, found[t], t

    best = min(found, key=rank)
    return best, found[best]


class TooManyError(Exception):
    """More sets of concessions would have to be examined than were allowed."""


def sets_by_cost(choices: Sequence[Sequence[Concession]]) -> Iterator[tuple[Fraction, Unlocking]]:
    """Every set with at most one concession of each list, the cheapest first."""
    ticket = 0
    heap: list[tuple[Fraction, int, int, Unlocking]] = [(Fraction(0), ticket, 0, frozenset())]
    while heap:
        cost, _, first, chosen = heappop(heap)
        yield cost, chosen
        for k in range(first, len(choices)):
            for concession in choices[k]:
                ticket += 1
                more = chosen | {concession}
                heappush(heap, (cost + concession.cost, ticket, k + 1, more))


class Trial:
    """``unlocks`` with its tables kept: the same changed model is not judged twice."""

    def __init__(self, dispute: Dispute, concept: str) -> None:
        self.dispute = dispute
        self.concept = concept
        self.base = build(dispute)
        self.holding: dict[Formula, list[State]] = {}
        self.scores: dict[tuple[Party, Unlocking], tuple[int, ...]] = {}
        self.moves: dict[Unlocking, dict[Party, dict[State, set[State]]]] = {}
        self.verdicts: dict[tuple[Unlocking, tuple[tuple[int, ...], ...]], bool] = {}

    def possible(self) -> bool:
        """Whether moves of anybody lead from q to a resolution state; concessions add no move."""
        seen = {self.base.q}
        waiting = [self.base.q]
        while waiting:
            here = waiting.pop()
            onward = set().union(*(um[here] for um in self.base.um.values())) - seen
            seen |= onward
            waiting += onward
        return bool(seen & (self.base.resolutions or set()))

    def states_where(self, formula: Formula) -> list[State]:
        """The feasible states in which a formula is true."""
        if formula not in self.holding:
            states = self.base.states
            self.holding[formula] = [s for s in states if self.dispute.holds(formula, s)]
        return self.holding[formula]

    def preference(self, member: Member, own: Unlocking) -> tuple[int, ...]:
        """The place of each state in a party's order, the worst 0, when it concedes these."""
        if (member.id, own) not in self.scores:
            total = dict(self.base.r[member.id])
            if member.ranking is None:
                total = dict.fromkeys(self.base.states, 0)
                wants = concede_wants(member.wants, own)
                for j, want in enumerate(wants, start=1):
                    for s in self.states_where(want.formula):
                        total[s] += 1 << (len(wants) - j)
            order = {value: k for k, value in enumerate(sorted(set(total.values())))}
            self.scores[member.id, own] = tuple(order[total[s]] for s in self.base.states)
        return self.scores[member.id, own]

    def moves_under(self, commitments: Unlocking) -> dict[Party, dict[State, set[State]]]:
        """The moves of every party under these commitments."""
        if commitments not in self.moves:
            changed = concede(self.dispute, commitments)
            feasible = set(self.base.states)
            self.moves[commitments] = {
                p: {s: moves_from(changed, p, s, feasible) for s in self.base.states}
                for p in self.base.movers
            }
        return self.moves[commitments]

    def unlocks(self, concessions: Unlocking) -> bool:
        """Whether these concessions unlock the dispute."""
        commitments = frozenset(c for c in concessions if c.change == "commit")
        preferences = tuple(
            self.preference(m, frozenset(c for c in concessions - commitments if c.party == m.id))
            for m in self.dispute.members
        )
        key = (commitments, preferences)
        if key not in self.verdicts:
            model = replace(
                self.base,
                um=self.moves_under(commitments),
                r={
                    m.id: dict(zip(self.base.states, preference, strict=True))
                    for m, preference in zip(self.dispute.members, preferences, strict=True)
                },
                reached={},
            )
            found = qualifying(self.dispute, model, concessions, self.concept)
            self.verdicts[key] = bool(found)
        return self.verdicts[key]


class Least(NamedTuple):
    """All the unlockings of least cost; ``cost`` is None where nothing unlocks."""

    cost: Fraction | None
    unlockings: frozenset[Unlocking]
    examined: int


def least_unlockings(
    dispute: Dispute, concept: str = "seq", *, only: Party | None = None, limit: int = 1_000_000
) -> Least:
    """Try every set of concessions (of one party), the cheapest first, and keep all the least.

    TooManyError where more than ``limit`` sets would have to be examined.
    """
    trial = Trial(dispute, concept)
    if not trial.possible():
        return Least(None, frozenset(), 0)
    least: Fraction | None = None
    found: set[Unlocking] = set()
    examined = 0
    for cost, concessions in sets_by_cost(places(dispute, only)):
        if least is not None and cost > least:
            break
        examined += 1
        if examined > limit:
            raise TooManyError(f"more than {limit} sets")
        if trial.unlocks(concessions):
            least = cost
            found.add(concessions)
    return Least(least, frozenset(found), examined)


def least_alone(
    dispute: Dispute, concept: str = "seq", *, limit: int = 1_000_000
) -> dict[Party, Fraction | None]:
    """What each party by itself would have to concede, at the least."""
    return {
        m.id: least_unlockings(dispute, concept, only=m.id, limit=limit).cost
        for m in dispute.members
    }


def differs_by_a_dearer(concessions: Unlocking, cheaper: Unlocking) -> bool:
    """Whether the first is the second but for a dearer concession on one and the same want."""
    mine, theirs = concessions - cheaper, cheaper - concessions
    if len(mine) != 1 or len(theirs) != 1:
        return False
    (dear,), (cheap,) = mine, theirs
    same = dear.index is not None and (dear.party, dear.index) == (cheap.party, cheap.index)
    return same and dear.cost > cheap.cost


def minimal_unlockings(
    dispute: Dispute, concept: str = "seq", *, up_to: Fraction, limit: int = 1_000_000
) -> list[tuple[Fraction, Unlocking]]:
    """Every minimal unlocking that costs at most so much, the cheapest first.

    Without those that differ from a cheaper minimal one by a dearer concession on the same want.
    """
    trial = Trial(dispute, concept)
    minimal: list[tuple[Fraction, Unlocking]] = []
    if not trial.possible():
        return minimal
    for examined, (cost, concessions) in enumerate(sets_by_cost(places(dispute))):
        if cost > up_to:
            break
        if examined >= limit:
            raise TooManyError(f"more than {limit} sets")
        # A proper subset is cheaper, so it has been tried, and it contains a minimal one.
        if any(other < concessions for _, other in minimal):
            continue
        if trial.unlocks(concessions):
            minimal.append((cost, concessions))
    return [(k, u) for k, u in minimal if not any(differs_by_a_dearer(u, v) for _, v in minimal)]


def listing_key(
    dispute: Dispute, concessions: Unlocking, concept: str = "seq"
) -> tuple[int, int, int]:
    """By what unlockings of one cost are listed, but for their order in the file."""
    result = shown(dispute, concessions, concept)
    if result is None:
        raise ValueError("this unlocks nothing")
    touched = {(c.party, c.index) for c in concessions if c.change != "commit"}
    assumed = [w for w in dispute.wants() if w.assumed and (w.party, w.index) in touched]
    broken = [
        w
        for w in dispute.wants()
        if w.because
        and dispute.holds(w.formula, dispute.status_quo)
        and not dispute.holds(w.formula, result[0])
    ]
    return len(assumed), len(concessions), len(broken)


def concessions_from_json(
    dispute: Dispute, entries: Iterable[Mapping[str, Any]], state: State
) -> Unlocking:
    """The concessions of one unlocking as the command writes them; ``state`` is the one shown."""
    found = set()
    truth = dispute.truth(state)
    for entry in entries:
        becomes = entry.get("becomes")
        if entry["change"] == "weaken":
            becomes = show(parse_formula(str(becomes)))
        elif entry["change"] == "commit":
            becomes = "start" if truth[entry["option"]] else "stop"
        else:
            becomes = None
        commit = entry["change"] == "commit"
        found.add(
            Concession(
                party=entry["party"],
                change=entry["change"],
                index=None if commit else entry["index"],
                option=entry["option"] if commit else None,
                becomes=becomes,
                cost=Fraction(str(entry["cost"])),
            )
        )
    return frozenset(found)


# --- how sure -------------------------------------------------------------------------------

WantKey = tuple[Party, int]
GroupKey = tuple[Party, int]


@dataclass(frozen=True)
class OpenModel:
    """One way to close what is open: which wants are there, and how each group is ordered."""

    present: Mapping[WantKey, bool]
    orders: Mapping[GroupKey, tuple[int, ...]]  # the indexes of the members, absent ones too
    dispute: Dispute


def open_wants(dispute: Dispute, *, everything: bool = False) -> list[WantKey]:
    """The wants that are assumed (or without evidence)."""
    return [
        (w.party, w.index) for w in dispute.wants() if w.assumed or (everything and not w.because)
    ]


def groups_of(dispute: Dispute) -> dict[GroupKey, tuple[int, ...]]:
    """The groups of any order, with the indexes of their members as written."""
    found: dict[GroupKey, tuple[int, ...]] = {}
    for want in dispute.wants():
        if want.group is not None:
            key = (want.party, want.group)
            found[key] = (*found.get(key, ()), want.index)
    return found


def close(
    dispute: Dispute, present: Mapping[WantKey, bool], orders: Mapping[GroupKey, tuple[int, ...]]
) -> Dispute:
    """The dispute with its groups in these orders and without the absent wants."""
    members = []
    for member in dispute.members:
        by_index = {w.index: w for w in member.wants}
        order: list[int] = []
        for want in member.wants:
            if want.group is None:
                order.append(want.index)
            elif want.index == groups_of(dispute)[member.id, want.group][0]:
                order.extend(orders[member.id, want.group])
        wants = tuple(by_index[k] for k in order if present.get((member.id, k), True))
        members.append(replace(member, wants=wants))
    return replace(dispute, members=tuple(members))


def open_models(dispute: Dispute, *, everything: bool = False) -> Iterator[OpenModel]:
    """Every assumed want present or absent, times every order of every group."""
    wants = open_wants(dispute, everything=everything)
    groups = groups_of(dispute)
    for there in product((True, False), repeat=len(wants)):
        for order in product(*(permutations(members) for members in groups.values())):
            present = dict(zip(wants, there, strict=True))
            orders = dict(zip(groups, order, strict=True))
            yield OpenModel(present, orders, close(dispute, present, orders))


def count_open_models(dispute: Dispute, *, everything: bool = False) -> int:
    """M: 2 to the number of open wants, times the factorials of the groups' sizes."""
    orders = prod(factorial(len(members)) for members in groups_of(dispute).values())
    return (1 << len(open_wants(dispute, everything=everything))) * orders


def not_void(dispute: Dispute, concessions: Iterable[Concession]) -> Unlocking:
    """The concessions that are not on an absent want."""
    there = {(w.party, w.index) for w in dispute.wants()}
    return frozenset(c for c in concessions if c.change == "commit" or (c.party, c.index) in there)


def findings_in(
    dispute: Dispute, concept: str, unlocking: Unlocking | None = None, *, least: bool = False
) -> set[str]:
    """The findings that hold in one model.

    ``stuck``; each diagnosis kind at the status quo by its name; ``free``: the least unlocking
    costs 0; ``works``: the given unlocking does; ``least``, if asked: and it is least there.
    """
    model = build(dispute)
    found = diagnosis(model, concept)
    if situation(model, concept) == "stuck":
        found.add("stuck")
    if unlocks(dispute, (), concept):
        found.add("free")
    if unlocking is not None:
        applied = not_void(dispute, unlocking)
        if unlocks(dispute, applied, concept):
            found.add("works")
            if least and least_unlockings(dispute, concept).cost == cost_of(applied):
                found.add("least")
    return found


Share = tuple[int, int]


@dataclass(frozen=True)
class Robust:
    """In how many of the open models each finding holds, and what that hangs on."""

    models: int
    holds: dict[str, int]
    with_want: dict[WantKey, dict[str, Share]]
    without_want: dict[WantKey, dict[str, Share]]
    first: dict[GroupKey, dict[str, list[Share]]]  # by which member, as written, stands first


def robust(
    dispute: Dispute,
    concept: str = "seq",
    unlocking: Unlocking | None = None,
    *,
    everything: bool = False,
    least: bool = False,
) -> Robust:
    """Count every finding in every open model."""
    judged = [
        (m, findings_in(m.dispute, concept, unlocking, least=least))
        for m in open_models(dispute, everything=everything)
    ]
    names = ["stuck", "free", *KINDS]
    if unlocking is not None:
        names += ["works", *(["least"] if least else [])]

    def share(name: str, among: list[set[str]]) -> Share:
        return sum(name in found for found in among), len(among)

    def where(want: WantKey, *, there: bool) -> list[set[str]]:
        return [found for m, found in judged if m.present[want] is there]

    wants = open_wants(dispute, everything=everything)
    first: dict[GroupKey, dict[str, list[Share]]] = {}
    for group, members in groups_of(dispute).items():
        by_first = [[f for m, f in judged if m.orders[group][0] == k] for k in members]
        first[group] = {name: [share(name, among) for among in by_first] for name in names}
    return Robust(
        models=len(judged),
        holds={name: share(name, [f for _, f in judged])[0] for name in names},
        with_want={w: {n: share(n, where(w, there=True)) for n in names} for w in wants},
        without_want={w: {n: share(n, where(w, there=False)) for n in names} for w in wants},
        first=first,
    )
