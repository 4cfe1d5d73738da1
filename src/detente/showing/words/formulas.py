"""Formulas in words: "Norland reopens the ferry line only if Sudmark pays the arrears"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from detente.dispute.formula import IFF, And, Atom, Biconditional, Conditional, Formula, Not, Or
from detente.dispute.model import Dispute
from detente.showing.words.choices import Choice
from detente.showing.words.deeds import (
    Deed,
    Doing,
    Literal,
    as_literal,
    asked_of,
    done,
    literals_of,
    wanted,
)
from detente.showing.words.grammar import Phrase, phrase
from detente.showing.words.names import Naming, clean, naming
from detente.showing.words.tongue import ENGLISH, Tongue, mark

_CALENDAR = "calendar"  # as drafts call a date ahead that nobody can hurry
_REACHES = re.compile(r"reach (.+)")
_LINKS = {
    "only if": mark("{left} only if {right}"),
    "if": mark("{left} if {right}"),
    "unless": mark("{left} unless {right}"),
    IFF: mark("{left} if and only if {right}"),
}


@dataclass(frozen=True)
class Voice:
    """A dispute's names and labels, ready for sentences in a language.

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
    >>> from detente.showing.words.tongue import tongue
    >>> Voice(voice.dispute, tongue("ro")).changes("NNN", "YYN")
    ['Norland alege „reopen the ferry line”', 'Sudmark alege „pay the arrears”']
    >>> from detente.dispute.formula import parse
    >>> alike = loads('''
    ... detente: 1
    ... title: Ferry
    ... parties:
    ...   norland: {options: {sign: {label: sign a treaty}, close: {label: close the port}}}
    ...   sudmark: {options: {sign: {label: sign a treaty}}}
    ... ''')
    >>> Voice(alike).clause(parse("norland.close if not (norland.sign and sudmark.sign)"))
    'Norland closes the port if Norland and Sudmark do not both sign a treaty'
    >>> dated = loads('''
    ... detente: 1
    ... title: Ferry
    ... parties: {calendar: {options: {deadline: {label: reach 1 June}}}}
    ... ''')
    >>> Voice(dated).changes("N", "Y")
    ['1 June comes']
    """

    dispute: Dispute
    tongue: Tongue = ENGLISH

    @cached_property
    def _names(self) -> dict[str, Naming]:
        language = self.tongue.language
        return {p.id: naming(p.name, p.type, language) for p in self.dispute.parties}

    @cached_property
    def _phrases(self) -> dict[Atom, Phrase | Choice]:
        return {option.atom: self._labelled(option.label) for option in self.dispute.options}

    def _labelled(self, label: str) -> Phrase | Choice:
        return (
            phrase(clean(label)) if self.tongue.inflects else Choice((clean(label),), self.tongue)
        )

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of each party, those with options first: for its colour."""
        first = sorted(self.dispute.parties, key=lambda party: not party.options)
        return {party.id: place for place, party in enumerate(first)}

    def naming(self, party: str) -> Naming:
        """How a party is spoken of; an id that is no party's stands for itself."""
        found = self._names.get(party)
        return found or naming(party.replace("_", " "), None, self.tongue.language)

    def name(self, party: str) -> str:
        """A party's name as in a sentence."""
        return self.naming(party).words

    def names(self, parties: Iterable[str]) -> str:
        """Several parties as in a sentence."""
        return self.tongue.listed([self.name(party) for party in parties])

    def either(self, parties: Iterable[str]) -> str:
        """One of several parties as in a sentence."""
        return self.tongue.either([self.name(party) for party in parties])

    def count(self, *parties: str) -> int:
        """One or more, as the verb of these parties is singular or plural."""
        return 1 + (len(parties) > 1 or any(self.naming(party).plural for party in parties))

    def phrase(self, atom: Atom) -> Phrase | Choice:
        """The verb phrase of an option."""
        return self._phrases.get(atom) or self._labelled(atom.option.replace("_", " "))

    def whose(self, party: str) -> str:
        """A party's name before what it has; as it stands in a language that bends names."""
        named = self.naming(party)
        return named.possessive if self.tongue.inflects else named.label

    def want_of(self, party: str, index: int) -> str:
        """A want by whose it is and its rank, as in a list."""
        rank = self.tongue.rank(index)
        return self.tongue.say("{whose} {rank} want", whose=self.whose(party), rank=rank)

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
                return self._not_both(formula) or self.tongue.say(
                    "it is not so that {clause}", clause=self._within(operand)
                )
            case And(parts):
                return self._all(parts, nested=nested)
            case Or(parts):
                return self._any(parts, nested=nested)
            case Conditional(left, connective, right):
                return self._conditional(connective, self._within(left), right)
            case Biconditional(left, right):
                return self._conditional(IFF, self._within(left), right)
        raise TypeError(formula)

    def _conditional(self, connective: str, left: str, right: Formula) -> str:
        return self.tongue.say(_LINKS[connective], left=left, right=self._within(right))

    def _within(self, formula: Formula) -> str:
        words = self._clause(formula, nested=True)
        return f"({words})" if isinstance(formula, Conditional | Biconditional) else words

    def _all(self, parts: Sequence[Formula], *, nested: bool) -> str:
        literals = [as_literal(part) for part in parts]
        found = [literal for literal in literals if literal]
        if len(found) == len(parts):
            return self._told(found)
        told = self.tongue.serial([self._member(part) for part in parts])
        plain = all(as_literal(part) or self._not_both(part) for part in parts)
        return f"({told})" if nested and not plain else told

    def _not_both(self, formula: Formula) -> str:
        """That two do not both do the same, where that is all that is said; else nothing."""
        match literals_of(formula.operand) if isinstance(formula, Not) else []:
            case [(one, True), (other, True)] if one.party != other.party:
                words = self.phrase(one)
                if isinstance(words, Phrase) and words == self.phrase(other):
                    parties = self.names([one.party, other.party])
                    return f"{parties} do not both {words.infinitive()}"
        return ""

    def _any(self, parts: Sequence[Formula], *, nested: bool) -> str:
        found = [literal for literal in map(as_literal, parts) if literal]
        one = {atom.party for atom, _ in found}
        if len(found) == len(parts) and len(one) == 1 and all(value for _, value in found):
            party = self.naming(found[0][0].party)
            verbs = [self.phrase(atom).finite(plural=party.plural) for atom, _ in found]
            told = self.tongue.either(verbs)
            if nested:
                return self.tongue.say("{name} either {verbs}", name=party.words, verbs=told)
            return f"{party.words} {told}"
        told = self.tongue.serial_either([self._member(part) for part in parts])
        words = self.tongue.say("either {clauses}", clauses=told)
        return f"({words})" if nested else words

    def _member(self, formula: Formula) -> str:
        literal = as_literal(formula)
        if literal:
            return self._told([literal])
        return self._not_both(formula) or f"({self._clause(formula, nested=False)})"

    def _told(self, literals: Sequence[Literal]) -> str:
        """What parties do and do not do: those of one party together, and those who do alike."""
        return self.tongue.serial(self._acts([self._doing(literal) for literal in literals]))

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
        plural = self.count(*parties) > 1
        if parties == [_CALENDAR] and (dated := self._dated(doings)):
            return dated
        verbs = [done(deed, plural=plural) for deed in self._deeds(doings)]
        return f"{self.names(parties)} {self.tongue.listed(verbs)}"

    def _dated(self, doings: Sequence[Doing]) -> str:
        """That a date comes, or not, where the calendar is to reach it: ``1 June comes``."""
        labels = {option.atom: option.label for option in self.dispute.options}
        (atom, value, _), *others = doings
        reached = _REACHES.fullmatch(labels.get(atom, "")) if self.tongue.inflects else None
        if reached is None or others:
            return ""
        return f"{clean(reached[1])} {'comes' if value == 'Y' else 'does not come'}"

    def _deeds(self, doings: Iterable[Doing]) -> list[Deed]:
        """Doings as verbs: of quoted labels, those of which the same is said are one."""
        found: list[Deed] = []
        for atom, value, was in doings:
            words, change = self.phrase(atom), (value, was == "Y" and value != "Y")
            last = found[-1] if found else None
            if last and last[1:] == change and isinstance(words, Choice):
                found[-1] = (last[0].beside(words), *change)  # type: ignore[union-attr]  # of one sort
            else:
                found.append((words, *change))
        return found

    # Wishes -----------------------------------------------------------------------------------

    def wish(self, party: str, formula: Formula) -> str:
        """A formula as what a party wants: "to …", "Sudmark to …", or a whole clause."""
        found = self._wish(party, formula)
        return found[0] if found else self.clause(formula)

    def _wish(self, party: str, formula: Formula) -> tuple[str, bool] | None:
        """A wish in the infinitive, and whether it is about what the party itself does."""
        match formula:
            case Conditional(left, connective, right):
                link = connective
            case Biconditional(left, right):
                link = IFF
            case _:
                return self._wished(party, formula)
        wished = self._wished(party, left)
        return (self._conditional(link, wished[0], right), wished[1]) if wished else None

    def wants(self, party: str, formula: Formula) -> str:
        """That a party wants something, as a clause."""
        many, number = self.tongue.many, self.count(party)
        found = self._wish(party, formula)
        if found:
            return many("{name} wants {wish}", "{name} want {wish}", number,
                       name=self.name(party), wish=found[0])  # fmt: skip
        return many(
            "{name} wants it to be so that {clause}",
            "{name} want it to be so that {clause}",
            number,
            name=self.name(party),
            clause=self.clause(formula),
        )

    def request(self, party: str, formula: Formula) -> str:
        """A wish as it follows "its want": "to …", or "that …"."""
        found = self._wish(party, formula)
        if found and (found[1] or not self.tongue.inflects):
            return found[0]
        return self.tongue.say("that {clause}", clause=self.clause(formula))

    def insists(self, party: str, formula: Formula) -> str:
        """What a party asks for no longer, as after "settles for part"."""
        many, number = self.tongue.many, self.count(party)
        found = self._wish(party, formula)
        if found is None:
            return many("no longer insists that {clause}", "no longer insist that {clause}",
                        number, clause=self.clause(formula))  # fmt: skip
        wish, own = found
        if own:
            return many("no longer wants {wish}", "no longer want {wish}", number, wish=wish)
        return many("no longer asks {wish}", "no longer ask {wish}", number, wish=wish)

    def _wished(self, party: str, formula: Formula) -> tuple[str, bool] | None:
        """A wish in the infinitive, where it is about one party, or about several alike."""
        literals = literals_of(formula)
        acts = [self._doing(literal) for literal in literals]
        groups = [list(group) for _, group in groupby(acts, key=lambda doing: doing[0].party)]
        if not groups or not all(self._same(groups[0], group) for group in groups):
            return None
        actors = [group[0][0].party for group in groups]
        if actors == [party]:
            return self.tongue.listed([wanted(deed) for deed in self._deeds(groups[0])]), True
        plural = self.count(*actors) > 1
        deeds = self._deeds(groups[0])
        wishes = self.tongue.listed([asked_of(deed, plural=plural) for deed in deeds])
        return self.asking(actors, wishes), False

    def asking(self, parties: Sequence[str], wishes: str) -> str:
        """What others are wanted to do, as after "wants"."""
        return self.tongue.say("{names} {wishes}", names=self.names(parties), wishes=wishes)

    def demand(self, party: str, option: Atom, *, value: bool) -> str:
        """What is asked of a party whose option is not so today, as after "wants"."""
        words, plural = self.phrase(option), self.count(party) > 1
        wishes = words.asked(plural=plural) if value else words.asked_to_end(plural=plural)
        return self.asking([party], wishes)

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
        return self.tongue.serial(changes) or self.tongue.say("all stays as it is today")

    def by(self, party: str, before: str, after: str) -> str:
        """What a party does between two states, as after "by"."""
        doings = [
            (option.atom, new, old)
            for option, old, new in zip(self.dispute.options, before, after, strict=True)
            if option.party == party and old != new
        ]
        deeds = self._deeds(doings)
        return self.tongue.listed(
            [words.gerund() if value == "Y" else words.ended_gerund() for words, value, _ in deeds]
        )
