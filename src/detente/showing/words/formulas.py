"""Formulas in words: "Norland reopens the ferry line only if Sudmark pays the arrears"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from detente.dispute.formula import IFF, And, Atom, Biconditional, Conditional, Formula, Not, Or
from detente.dispute.model import Dispute
from detente.showing.words.grammar import Phrase, listed, phrase, third_person
from detente.showing.words.names import Naming, clean, naming

Literal = tuple[Atom, bool]
Doing = tuple[Atom, str, str | None]  # an option, its value, and its value before if it changes


@dataclass(frozen=True)
class Voice:
    """A dispute's names and labels, ready for sentences.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> voice = Voice(loads('''
    ... detente: 1
    ... title: Ferry
    ... parties:
    ...   norland:
    ...     options: {reopen: {label: reopen the ferry line}}
    ...     wants: [norland.reopen only if sudmark.pay and not sudmark.patrol]
    ...   sudmark:
    ...     options: {pay: {label: pay the arrears}, patrol: {label: patrol the strait}}
    ... '''))
    >>> want = voice.dispute.party("norland").ordered_wants[0].formula
    >>> voice.clause(want)
    'Norland reopens the ferry line only if Sudmark pays the arrears and does not patrol the strait'
    >>> voice.wish("norland", want)
    'to reopen the ferry line only if Sudmark pays the arrears and does not patrol the strait'
    >>> voice.changes("NNN", "YYN")
    ['Norland reopens the ferry line', 'Sudmark pays the arrears']
    """

    dispute: Dispute
    _unknown: Naming = field(default=Naming("?", "?", plural=False), repr=False)

    @cached_property
    def _names(self) -> dict[str, Naming]:
        return {party.id: naming(party.name, party.type) for party in self.dispute.parties}

    @cached_property
    def _phrases(self) -> dict[Atom, Phrase]:
        return {option.atom: phrase(clean(option.label)) for option in self.dispute.options}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of each party, those with options first: for its colour."""
        first = sorted(self.dispute.parties, key=lambda party: not party.options)
        return {party.id: place for place, party in enumerate(first)}

    def naming(self, party: str) -> Naming:
        """How a party is spoken of; an id that is no party's stands for itself."""
        return self._names.get(party) or naming(party.replace("_", " "), None)

    def name(self, party: str) -> str:
        """A party's name as in a sentence."""
        return self.naming(party).words

    def names(self, parties: Iterable[str], word: str = "and") -> str:
        """Several parties as in a sentence."""
        return listed([self.name(party) for party in parties], word)

    def plural(self, parties: Sequence[str]) -> bool:
        """Whether the verb of these parties is plural."""
        return len(parties) > 1 or any(self.naming(party).plural for party in parties)

    def its(self, party: str) -> str:
        """The word for what that party has: its, or their."""
        return "their" if self.naming(party).plural else "its"

    def verb(self, party: str, verb: str) -> str:
        """A verb as it follows that party."""
        return verb if self.naming(party).plural else third_person(verb)

    def phrase(self, atom: Atom) -> Phrase:
        """The verb phrase of an option."""
        return self._phrases.get(atom) or phrase(atom.option.replace("_", " "))

    # Clauses ----------------------------------------------------------------------------------

    def clause(self, formula: Formula) -> str:
        """A formula as a clause that can be true or false."""
        return self._clause(formula, nested=False)

    def _clause(self, formula: Formula, *, nested: bool) -> str:
        literal = as_literal(formula)
        if literal:
            return self._told([literal])
        match formula:
            case Not(operand):
                return f"it is not so that {self._within(operand)}"
            case And(parts):
                return self._all(parts, nested=nested)
            case Or(parts):
                return self._any(parts, nested=nested)
            case Conditional(left, connective, right):
                return f"{self._within(left)} {connective} {self._within(right)}"
            case Biconditional(left, right):
                return f"{self._within(left)} {IFF} {self._within(right)}"
        raise TypeError(formula)

    def _within(self, formula: Formula) -> str:
        words = self._clause(formula, nested=True)
        return f"({words})" if isinstance(formula, Conditional | Biconditional) else words

    def _all(self, parts: Sequence[Formula], *, nested: bool) -> str:
        literals = [as_literal(part) for part in parts]
        found = [literal for literal in literals if literal]
        if len(found) == len(parts):
            return self._told(found)
        pieces = [self._member(part) for part in parts]
        return f"({_serial(pieces, 'and')})" if nested else _serial(pieces, "and")

    def _any(self, parts: Sequence[Formula], *, nested: bool) -> str:
        found = [literal for literal in map(as_literal, parts) if literal]
        one = {atom.party for atom, _ in found}
        if len(found) == len(parts) and len(one) == 1 and all(value for _, value in found):
            party = self.naming(found[0][0].party)
            verbs = [self._verb((atom, "Y", None), plural=party.plural) for atom, _ in found]
            return f"{party.words} {'either ' if nested else ''}{listed(verbs, 'or')}"
        words = f"either {_serial([self._member(part) for part in parts], 'or')}"
        return f"({words})" if nested else words

    def _member(self, formula: Formula) -> str:
        literal = as_literal(formula)
        return self._told([literal]) if literal else f"({self._clause(formula, nested=False)})"

    def _told(self, literals: Sequence[Literal]) -> str:
        """What parties do and do not do: those of one party together, and those who do alike."""
        return _serial(self._acts([self._doing(literal) for literal in literals]))

    def _doing(self, literal: Literal) -> Doing:
        """A literal as a doing: what is so today and shall not be ends."""
        atom, value = literal
        return atom, "Y" if value else "N", "Y" if self._now.get(atom) and not value else None

    @cached_property
    def _now(self) -> dict[Atom, bool]:
        return {option.atom: option.status_quo for option in self.dispute.options}

    def _acts(self, doings: Sequence[Doing]) -> list[str]:
        """A clause for each party, or for parties that do the same."""
        told: list[tuple[list[str], list[Doing]]] = []
        for party, group in groupby(doings, key=lambda doing: doing[0].party):
            found = list(group)
            alike = next((names for names, other in told if self._same(found, other)), None)
            if alike is None:
                told.append(([party], found))
            else:
                alike.append(party)
        return [self._act(names, found) for names, found in told]

    def _same(self, one: Sequence[Doing], other: Sequence[Doing]) -> bool:
        return [(self.phrase(atom), *rest) for atom, *rest in one] == [
            (self.phrase(atom), *rest) for atom, *rest in other
        ]

    def _act(self, parties: Sequence[str], doings: Sequence[Doing]) -> str:
        plural = self.plural(parties)
        verbs = [self._verb(doing, plural=plural) for doing in doings]
        return f"{self.names(parties)} {listed(verbs)}"

    def _verb(self, doing: Doing, *, plural: bool) -> str:
        atom, value, was = doing
        words = self.phrase(atom)
        if value == "Y":
            return words.finite(plural=plural)
        return words.ended(plural=plural) if was == "Y" else words.negated(plural=plural)

    # Wishes -----------------------------------------------------------------------------------

    def wish(self, party: str, formula: Formula) -> str:
        """A formula as what a party wants: "to …", "Sudmark to …", or a whole clause."""
        return self._wish(party, formula) or self.clause(formula)

    def _wish(self, party: str, formula: Formula) -> str | None:
        match formula:
            case Conditional(left, connective, right):
                link = connective
            case Biconditional(left, right):
                link = IFF
            case _:
                return self._wished(party, formula)
        wished = self._wished(party, left)
        return f"{wished} {link} {self._within(right)}" if wished else None

    def wants(self, party: str, formula: Formula) -> str:
        """That a party wants something, as a clause."""
        wish = self._wish(party, formula) or f"it to be so that {self.clause(formula)}"
        return f"{self.name(party)} {self.verb(party, 'want')} {wish}"

    def request(self, party: str, formula: Formula) -> str:
        """A wish as it follows "its want": "to …", or "that …"."""
        wish = self._wish(party, formula) or ""
        return wish if is_own(wish) else f"that {self.clause(formula)}"

    def asks(self, party: str, formula: Formula) -> str:
        """What a party asks for, as after "no longer"."""
        wish = self._wish(party, formula)
        if wish is None:
            return f"{self.verb(party, 'insist')} that {self.clause(formula)}"
        return f"{self.verb(party, 'want' if is_own(wish) else 'ask')} {wish}"

    def _wished(self, party: str, formula: Formula) -> str | None:
        """A wish in the infinitive, where it is about one party, or about several alike."""
        literals = literals_of(formula)
        acts = [self._doing(literal) for literal in literals]
        groups = [list(group) for _, group in groupby(acts, key=lambda doing: doing[0].party)]
        if not groups or not all(self._same(groups[0], group) for group in groups):
            return None
        actors = [group[0][0].party for group in groups]
        verbs = [self._infinitive(doing) for doing in groups[0]]
        return ("" if actors == [party] else f"{self.names(actors)} ") + listed(verbs)

    def _infinitive(self, doing: Doing) -> str:
        atom, value, was = doing
        words = self.phrase(atom)
        if value == "Y":
            return f"to {words.infinitive()}"
        return f"to {words.ending()}" if was == "Y" else words.negated_infinitive()

    # States -----------------------------------------------------------------------------------

    def changes(self, before: str, after: str) -> list[str]:
        """What each party does on the way from one state to another, a clause for each party."""
        return self._acts(
            [
                (option.atom, new, old)
                for option, old, new in zip(self.dispute.options, before, after, strict=True)
                if old != new
            ]
        )

    def state(self, state: str) -> str:
        """A state as what changes from today."""
        changes = self.changes(self.dispute.status_quo, state)
        return _serial(changes) if changes else "all stays as it is today"

    def by(self, party: str, before: str, after: str) -> str:
        """What a party does between two states, as after "by"."""
        verbs = []
        for option, old, new in zip(self.dispute.options, before, after, strict=True):
            if option.party == party and old != new:
                words = self.phrase(option.atom)
                verbs.append(words.gerund() if new == "Y" else words.ended_gerund())
        return listed(verbs)


def is_own(wish: str) -> bool:
    """Whether a wish is about what the wishing party does itself.

    >>> is_own("to pay the arrears"), is_own("Sudmark to pay the arrears")
    (True, False)
    """
    return wish.startswith(("to ", "not to "))


def as_literal(formula: Formula) -> Literal | None:
    """An option that is taken or not, where the formula says no more than that.

    >>> from detente.dispute.formula import parse
    >>> as_literal(parse("not a.x")), as_literal(parse("a.x or a.y"))
    ((Atom(party='a', option='x'), False), None)
    """
    value = True
    while isinstance(formula, Not):
        formula, value = formula.operand, not value
    return (formula, value) if isinstance(formula, Atom) else None


def literals_of(formula: Formula) -> list[Literal]:
    """The literals of a conjunction of literals; none where it is something else."""
    parts = formula.members if isinstance(formula, And) else (formula,)
    found = [literal for literal in map(as_literal, parts) if literal]
    return found if len(found) == len(parts) else []


def _serial(parts: Sequence[str], word: str = "and") -> str:
    """Clauses in a row; a comma before the word where they are long or have one themselves."""
    if len(parts) == 2 and not any(f" {w} " in part for part in parts for w in ("and", "or")):  # noqa: PLR2004 - a pair
        return f"{parts[0]} {word} {parts[1]}"
    return f"{', '.join(parts[:-1])}, {word} {parts[-1]}" if len(parts) > 1 else parts[0]
