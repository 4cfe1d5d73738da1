"""New coverage for a case that a person has corrected: it proposes, and changes nothing.

The case and the new coverage are drafted together, and what the new sentences brought is put at the
end of what the case has: options, wants with a note, rows of history. Whatever stands in the case
stands as it is; where the new coverage says it again, or the contrary, that is told first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.dispute.evidence import Actor, Change, Coverage, Document
from detente.dispute.formula import Atom, Formula, Not, atoms, renamed
from detente.dispute.model import AnyOrder, Dispute, Option, Party, Want
from detente.errors import NothingToAnswerError
from detente.reading.drafting.draft import by_one_name, draft
from detente.reading.drafting.judge import Judge
from detente.reading.drafting.notes import counted
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.register import Register
from detente.reading.parties.gathering import news
from detente.reading.parties.readings import under_names

NOTE = "proposed from {}: is it so, and where does it belong in the order?"


def add(case: Dispute, fresh: Coverage, judge: Judge | None = None) -> Dispute:
    """The case with what new coverage proposes at its ends.

    Parameters
    ----------
    case
        As a person has left it.
    fresh
        New articles, their evidence numbered behind that of the case.
    judge
        As for a draft.

    Raises
    ------
    NothingToAnswerError
        Where the new coverage is of no dispute.

    Examples
    --------
    >>> add(Dispute("Ferry", ()), Coverage())
    Traceback (most recent call last):
        ...
    detente.errors.NothingToAnswerError: no dispute found: no new document tells of one
    """
    if not any(document.is_dispute for document in fresh.documents):
        raise NothingToAnswerError("no dispute found: no new document tells of one")
    if not fresh.evidence:
        raise NothingToAnswerError("nothing new: all that is read in it stands in the case")
    fresh = under_names(fresh, *_known_names(case, fresh.parties))
    proposals = _Proposals(case, fresh, draft(_together(case, fresh), judge))
    parties = tuple(proposals.parties())
    return replace(
        case,
        parties=parties,
        look_first=(*proposals.lines(counted(parties)), *case.look_first),
        evidence=(*case.evidence, *fresh.evidence),
        documents=(*_declared(case), *fresh.documents),
        events=(*case.events, *news("events", case.events, fresh.events)),
        relations=(*case.relations, *news("relations", case.relations, fresh.relations)),
        objects=(*case.objects, *news("objects", case.objects, by_one_name(fresh.objects))),
        ways_out=(*case.ways_out, *news("ways_out", case.ways_out, fresh.ways_out)),
        changes=(*case.changes, *proposals.changes()),
    )


def _known_names(
    case: Dispute, actors: Iterable[Actor]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """By id of a new actor the party of the case that goes by its name; and what that is called."""
    names = {
        name.casefold(): party.id
        for party in reversed(case.parties)
        for name in (*party.aliases, party.name)
    }
    mine = {party.id for party in case.parties}
    same = {}
    called = {party.id: party.name for party in case.parties}
    for actor in actors:
        known = [names[n.casefold()] for n in (actor.name, *actor.aliases) if n.casefold() in names]
        if known and actor.id not in mine:
            same[actor.id] = known[0]
        called.setdefault(actor.id, actor.name)
    return same, called


def _together(case: Dispute, fresh: Coverage) -> Coverage:
    """What the case quotes and what is new, as one coverage under the names of the case."""
    known = {party.id for party in case.parties}
    actors = [
        Actor(p.id, p.name, p.type, p.role, p.speaks_for, p.aliases, p.because)
        for p in case.parties
    ]
    return replace(
        fresh,
        documents=(*_declared(case), *fresh.documents),
        parties=(*actors, *(actor for actor in fresh.parties if actor.id not in known)),
        evidence=(*case.evidence, *fresh.evidence),
        events=(*case.events, *fresh.events),
        relations=(*case.relations, *fresh.relations),
        objects=(*case.objects, *fresh.objects),
        changes=(*case.changes, *fresh.changes),
        ways_out=(*case.ways_out, *fresh.ways_out),
    )


def _declared(case: Dispute) -> tuple[Document, ...]:
    """The documents of the case, those among them that its evidence only names."""
    listed = {document.id for document in case.documents}
    named = dict.fromkeys(piece.document for piece in case.evidence)
    return (*case.documents, *(Document(name) for name in named if name not in listed))


@dataclass(frozen=True)
class _Proposals:
    """What a draft of case and news together has that rests on the news."""

    case: Dispute
    fresh: Coverage
    drafted: Dispute

    @property
    def news(self) -> frozenset[str]:
        """The ids of the new evidence."""
        return frozenset(piece.id for piece in self.fresh.evidence)

    @property
    def source(self) -> str:
        """The new documents, by their ids."""
        return ", ".join(document.id for document in self.fresh.documents)

    def names(self) -> dict[Atom, Atom]:
        """By option of the draft: its name in the case, or the one that is proposed for it."""
        found: dict[Atom, Atom] = {}
        open_ = not any(party.ranking for party in self.case.parties)
        for party in self.drafted.parties:
            mine = self._party(party.id)
            found |= _matched(party.options, mine.options if mine else ())
            taken = {atom.option for atom in found.values() if atom.party == party.id}
            taken |= {option.id for option in mine.options} if mine else set()
            for option in party.options:
                if option.atom not in found and self.news & set(option.because) and open_:
                    found[option.atom] = Atom(party.id, _free(option.id, taken))
                    taken.add(found[option.atom].option)
        return found

    def _party(self, name: str) -> Party | None:
        return next((party for party in self.case.parties if party.id == name), None)

    def parties(self) -> Iterator[Party]:
        """The parties of the case with what is proposed at their ends, then new ones."""
        names = self.names()
        for party in self.case.parties:
            theirs = [p for p in self.drafted.parties if p.id == party.id]
            yield self._extended(party, theirs[0], names) if theirs else party
        known = {party.id for party in self.case.parties}
        for party in self.drafted.parties:
            if party.id not in known:
                bare = replace(party, options=(), wants=())
                yield self._extended(bare, party, names)

    def _extended(self, party: Party, drafted: Party, names: Mapping[Atom, Atom]) -> Party:
        known = {option.id for option in party.options}
        options = tuple(
            replace(option, id=names[option.atom].option)
            for option in drafted.options
            if option.atom in names and names[option.atom].option not in known
        )
        wants = [] if party.ranking else list(self._wants(party, drafted, names))
        entry = (AnyOrder(tuple(wants)),) if len(wants) > 1 else tuple(wants)
        return replace(party, options=(*party.options, *options), wants=(*party.wants, *entry))

    def _wants(self, party: Party, drafted: Party, names: Mapping[Atom, Atom]) -> Iterator[Want]:
        """What a party wants by the news and the case says neither so nor otherwise."""
        said = {str(want.formula) for want in party.ordered_wants}
        for want, formula in self._said(drafted, names):
            if str(formula) not in said and str(_contrary(formula)) not in said:
                yield replace(want, formula=formula, note=NOTE.format(self.source))

    def _said(self, drafted: Party, names: Mapping[Atom, Atom]) -> Iterator[tuple[Want, Formula]]:
        """The wants that rest on the news, in the names of the case."""
        fresh = set(names.values()) - {option.atom for option in self.case.options}
        for want in drafted.ordered_wants:
            try:
                formula = renamed(want.formula, names)
            except KeyError:
                continue
            quoted = self.news & set(want.because)
            if quoted or (want.assumed and fresh & set(atoms(formula))):
                yield want, formula

    def changes(self) -> Iterator[Change]:
        """Positions that the news changed or contradicts."""
        known = set(self.case.changes)
        for change in self.drafted.changes:
            if change not in known and {change.earlier, change.later} & self.news:
                yield change

    def lines(self, total: str) -> Iterator[str]:
        """What to look at first of all; `total`: how many wants of the whole have a quote."""
        names = self.names()
        now = set(names.values()) - {option.atom for option in self.case.options}
        wants = sum(
            len(list(self._wants(self._party(p.id) or replace(p, wants=()), p, names)))
            for p in self.drafted.parties
            if not (self._party(p.id) or p).ranking
        )
        title = next((d.title for d in self.fresh.documents if d.title), "")
        named = f"{self.source} ({' '.join(title.split())})" if title else self.source
        proposed = f"{_many(len(now), 'option')} and {_many(wants, 'want')} proposed"
        yield f"From {named}: {proposed}; in all {total}"
        yield from (line for line in self.drafted.look_first if "contradict one another" in line)
        yield from self._overtaken()
        again = list(self._again(names, contrary=False))
        otherwise = list(self._again(names, contrary=True))
        if again:
            yield f"Said again: {'; '.join(again)}"
        if otherwise:
            yield f"Said otherwise, and left as it is: {'; '.join(otherwise)}"

    def _overtaken(self) -> Iterator[str]:
        """Wants of the case that rest on a position which the news says has changed."""
        later = {c.earlier: c for c in self.changes() if c.sort != "contradicts"}
        for party in self.case.parties:
            for number, want in enumerate(party.ordered_wants, 1):
                for change in (later[quote] for quote in want.because if quote in later):
                    yield (
                        f"Want {number} of {party.name} rests on {change.earlier}; newer is "
                        f"{change.later}, which {change.sort} the position"
                    )

    def _again(self, names: Mapping[Atom, Atom], *, contrary: bool) -> Iterator[str]:
        """Where the news says what the case says already, or the contrary."""
        for drafted in self.drafted.parties:
            party = self._party(drafted.id)
            said = {} if party is None else _numbered(party)
            for want, formula in self._said(drafted, names):
                quotes = ", ".join(q for q in want.because if q in self.news)
                number = said.get(str(_contrary(formula) if contrary else formula))
                if quotes and number:
                    yield f"want {number} of {drafted.name} [{quotes}]"


def _numbered(party: Party) -> dict[str, int]:
    return {str(want.formula): n for n, want in enumerate(party.ordered_wants, 1)}


def _contrary(formula: Formula) -> Formula:
    return formula.operand if isinstance(formula, Not) else Not(formula)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _free(name: str, taken: set[str]) -> str:
    return next(n for n in (name, *(f"{name}_{k}" for k in range(2, 1000))) if n not in taken)


def _matched(drafted: Sequence[Option], known: Sequence[Option]) -> dict[Atom, Atom]:
    """Each option of a draft with the one of the case that it is, the surest pairs first."""
    pairs = [
        (_likeness(one, other), -n, -k, one, other)
        for n, one in enumerate(drafted)
        for k, other in enumerate(known)
    ]
    found: dict[Atom, Atom] = {}
    for score, _, _, one, other in sorted(pairs, key=lambda row: row[:3], reverse=True):
        if score > 0 and one.atom not in found and other.atom not in found.values():
            found[one.atom] = other.atom
    return found


_SAME_NAME, _SAME_MEANING = 10, 5


def _likeness(one: Option, other: Option) -> int:
    """How sure it is that two options are one: by name, by meaning, by the quotes they rest on."""
    named = one.id == other.id or one.label == other.label
    shared = len(set(one.because) & set(other.because))
    return _SAME_NAME * named + _SAME_MEANING * _means(one.label, other.label) + shared


def _means(one: str, other: str) -> bool:
    register = Register()
    first, second = doings(one)[:1], doings(other)[:1]
    if not first or not second:
        return False
    return register.literal("", first[0], "").act is register.literal("", second[0], "").act
