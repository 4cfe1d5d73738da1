"""What the schema cannot see: names that lead nowhere, impossible states, quotes that differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, islice, product

from detente.dispute.evidence import AUTHOR
from detente.dispute.faults import Path, Places, suggestion
from detente.dispute.formula import Atom, Formula, atoms, evaluate, occurrences
from detente.dispute.model import Dispute, Party
from detente.dispute.nodes import Plain
from detente.errors import FormulaError

MOST_RANKED = 16  # options of a dispute in which a ranking can be checked, and written
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


def check_names(places: Places) -> None:
    """Report every option, piece of evidence and party that is named but does not exist.

    Works on the tree itself, so that these faults are told beside those of the schema.
    """
    tree = places.root.plain
    parties = _mapping(tree, "parties")
    options = [
        f"{name}.{option}" for name in parties for option in _mapping(parties[name], "options")
    ]
    for path, text in _formulas(tree):
        for atom, column in _named(text):
            if str(atom) not in options:
                instead = suggestion(str(atom), options, "options")
                places.fault(path, f"there is no option {str(atom)!r}", instead, column=column)
    evidence = list(_mapping(tree, "evidence"))
    for path, name in _references(tree, ()):
        if name not in evidence:
            places.fault(
                path, f"there is no evidence {name!r}", suggestion(name, evidence, "evidence")
            )
    for path, name in _party_names(tree):
        if name not in parties:
            places.fault(path, f"there is no party {name!r}", suggestion(name, parties, "parties"))
    documents = list(_mapping(tree, "documents"))
    for path, name in _document_names(tree):
        if documents and name not in documents:
            instead = suggestion(name, documents, "documents")
            places.fault(path, f"there is no document {name!r}", instead)


def _mapping(tree: Plain, *path: str) -> dict[str, Plain]:
    for part in path:
        tree = tree.get(part) if isinstance(tree, dict) else None
    return tree if isinstance(tree, dict) else {}


def _list(tree: Plain) -> list[Plain]:
    return tree if isinstance(tree, list) else []


def _formulas(tree: Plain) -> Iterator[tuple[Path, str]]:
    """Every formula of a file, with the path to its text."""
    root = _mapping(tree)
    yield from _formula_at(("resolution",), root.get("resolution"), "want")
    for number, entry in enumerate(_list(root.get("infeasible"))):
        yield from _formula_at(("infeasible", number), entry, "when")
    for number, entry in enumerate(_list(root.get("ways_out"))):
        yield from _formula_at(("ways_out", number), _mapping(entry), "formula")
    for name, party in _mapping(tree, "parties").items():
        for number, entry in enumerate(_list(_mapping(party).get("wants"))):
            path: Path = ("parties", name, "wants", number)
            yield from _formula_at(path, entry, "want")
            for inner, member in enumerate(_list(_mapping(entry).get("any order"))):
                yield from _formula_at((*path, "any order", inner), member, "want")


def _formula_at(path: Path, entry: Plain, key: str) -> Iterator[tuple[Path, str]]:
    text = entry.get(key) if isinstance(entry, dict) else entry
    if isinstance(text, str):
        yield (*path, key), text


def _named(text: str) -> list[tuple[Atom, int]]:
    try:
        return list(occurrences(text))
    except FormulaError:
        return []  # the schema has said so


def _references(tree: Plain, path: Path) -> Iterator[tuple[Path, str]]:
    """Every piece of evidence that is named, anywhere."""
    if isinstance(tree, list):
        for number, item in enumerate(tree):
            yield from _references(item, (*path, number))
    if isinstance(tree, dict):
        for key, value in tree.items():
            names = value if isinstance(value, list) else [value]
            if key == "because":
                yield from (
                    ((*path, key, n), name) for n, name in enumerate(names) if isinstance(name, str)
                )
            else:
                yield from _references(value, (*path, key))
    if path and path[0] == "changes" and isinstance(tree, dict):
        ends = ((key, tree.get(key)) for key in ("earlier", "later"))
        yield from (((*path, key), name) for key, name in ends if isinstance(name, str))


def _party_names(tree: Plain) -> Iterator[tuple[Path, str]]:
    for name, party in _mapping(tree, "parties").items():
        speaks_for = _mapping(party).get("speaks_for")
        if isinstance(speaks_for, str):
            yield ("parties", name, "speaks_for"), speaks_for


def _document_names(tree: Plain) -> Iterator[tuple[Path, str]]:
    for name, piece in _mapping(tree, "evidence").items():
        document = _mapping(piece).get("document")
        if isinstance(document, str):
            yield ("evidence", name, "document"), document


# A sound tree ---------------------------------------------------------------------------------


def check_states(places: Places, dispute: Dispute) -> None:
    """Report a status quo that cannot be, and rankings that do not rank the feasible states."""
    for number, pattern in enumerate(dispute.infeasible):
        if evaluate(pattern.when, _values(dispute, dispute.status_quo)):
            instead = "change the pattern, or what holds now (status_quo)"
            places.fault(("infeasible", number), "the status quo is infeasible by this", instead)
    for party in dispute.decision_makers:
        if party.ranking is not None:
            _check_ranking(places, dispute, party)


def _values(dispute: Dispute, state: str) -> dict[Atom, bool]:
    return {o.atom: letter == "Y" for o, letter in zip(dispute.options, state, strict=True)}


def infeasible_by(dispute: Dispute, state: str) -> Formula | None:
    """The first pattern by which a state, as letters, cannot happen; None where it can."""
    patterns = (pattern.when for pattern in dispute.infeasible)
    return next((when for when in patterns if evaluate(when, _values(dispute, state))), None)


def _check_ranking(places: Places, dispute: Dispute, party: Party) -> None:
    path: Path = ("parties", party.id, "ranking")
    if party.wants:
        places.fault(path, "both wants and ranking", "keep one of the two", key=True)
    if len(dispute.options) > MOST_RANKED:
        places.fault(
            path, f"a ranking of more than {MOST_RANKED} options", "write wants instead", key=True
        )
        return
    ranked = [state for tied in party.ranking or () for state in tied]
    wanted = feasible_states(dispute)
    for state, times in Counter(ranked).items():
        if state not in wanted:
            what = "is no feasible state"
            instead = f"write {len(dispute.options)} letters Y or N in the order of the options"
        elif times > 1:
            what, instead = "stands twice", "every feasible state stands exactly once"
        else:
            continue
        places.fault(path, f"{state!r} {what}", instead, key=True)
    missing = [state for state in wanted if state not in set(ranked)]
    if missing:
        shown = ", ".join(islice(missing, 4)) + (", …" if len(missing) > 4 else "")  # noqa: PLR2004
        places.fault(
            path, f"{len(missing)} feasible states are not ranked", f"add {shown}", key=True
        )


def feasible_states(dispute: Dispute) -> dict[str, None]:
    """The feasible states as letters, N before Y.

    For small disputes only: the analysis has arrays for the others.
    """
    states = ("".join(letters) for letters in product("NY", repeat=len(dispute.options)))
    return dict.fromkeys(state for state in states if infeasible_by(dispute, state) is None)


def check_quotes(places: Places, dispute: Dispute, stale: frozenset[str]) -> None:
    """Report quotes that do not stand in their document where they should.

    Documents without text at hand, and those that changed since (`stale`), are passed over.
    """
    texts = {document.id: document.text for document in dispute.documents if document.text}
    for piece in dispute.evidence:
        text = texts.get(piece.document)
        if text is None or piece.document in stale:
            continue
        if text[piece.start : piece.end] != piece.quote:
            instead = _where(text, piece.quote)
            places.fault(("evidence", piece.id, "at"), "the quote does not stand here", instead)
        condition = piece.condition
        if condition and condition.end and text[condition.start : condition.end] != condition.quote:
            path: Path = ("evidence", piece.id, "condition", "at")
            places.fault(path, "the quote does not stand here", _where(text, condition.quote))


def _where(text: str, quote: str) -> str:
    at = text.find(quote)
    if at < 0:
        return "quote the document's own words"
    return f"it stands at [{at}, {at + len(quote)}]"


# Warnings -------------------------------------------------------------------------------------


def warn(places: Places, dispute: Dispute, stale: frozenset[str]) -> None:
    """Report what does not stop an analysis but is probably not meant."""
    for rule in _WARNINGS:
        rule(places, dispute)
    for name in sorted(stale):
        what = "the document's text has changed since it was quoted"
        places.fault(("documents", name), what, "read it again, or correct sha256", key=True)


def _no_options(places: Places, dispute: Dispute) -> None:
    if not dispute.options:
        places.fault(("parties",), "no party has an option", "add what each can do", key=True)


def _no_resolution(places: Places, dispute: Dispute) -> None:
    if dispute.resolution is None:
        places.fault((), "no resolution", "say what would count as settled, or give --to")


def _indifferent(places: Places, dispute: Dispute) -> None:
    for party in dispute.decision_makers:
        if not party.wants and party.ranking is None:
            what = f"{party.id} has options but wants nothing: it is indifferent"
            places.fault(("parties", party.id), what, "add wants or a ranking", key=True)


def _assumed_with_evidence(places: Places, dispute: Dispute) -> None:
    for party in dispute.parties:
        for want in party.ordered_wants:
            if want.assumed and want.because:
                what = f"a want of {party.id} is assumed and has evidence: {want.formula}"
                places.fault(("parties", party.id, "wants"), what, "keep one of the two", key=True)


def _twice_wanted(places: Places, dispute: Dispute) -> None:
    for party in dispute.parties:
        for formula, times in Counter(want.formula for want in party.ordered_wants).items():
            if times > 1:
                what = f"{party.id} wants the same {times} times: {formula}"
                places.fault(
                    ("parties", party.id, "wants"), what, "only the first counts", key=True
                )


def _unwanted(places: Places, dispute: Dispute) -> None:
    if any(party.ranking is not None for party in dispute.parties):
        return
    wanted = {
        atom
        for party in dispute.parties
        for want in party.ordered_wants
        for atom in atoms(want.formula)
    }
    for option in dispute.options:
        if option.atom not in wanted:
            path: Path = ("parties", option.party, "options", option.id)
            places.fault(path, f"nobody wants anything of {option.atom}", "leave it out?", key=True)


def _unknown_holders(places: Places, dispute: Dispute) -> None:
    known = {party.id for party in dispute.parties} | {AUTHOR}
    for piece in dispute.evidence:
        for name in dict.fromkeys((*piece.holder, *piece.addressee)):
            if name not in known:
                what = f"{name!r} is no party of this file"
                places.fault(("evidence", piece.id), what, suggestion(name, known), key=True)


def _odd_dates(places: Places, dispute: Dispute) -> None:
    pieces = ((("evidence", piece.id, "date"), piece.date) for piece in dispute.evidence)
    events = ((("events", n, "date"), event.date) for n, event in enumerate(dispute.events))
    for path, date in chain[tuple[Path, str | None]](pieces, events):
        if date and not _DATE.fullmatch(date):
            instead = "write 1945, 2022-03, 2022-03-21 or 1951/2000"
            places.fault(path, f"{date!r} is no date", instead)


_WARNINGS: tuple[Callable[[Places, Dispute], None], ...] = (
    _no_options,
    _no_resolution,
    _indifferent,
    _assumed_with_evidence,
    _twice_wanted,
    _unwanted,
    _unknown_holders,
    _odd_dates,
)
