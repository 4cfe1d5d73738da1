"""The jobs that need more than one wing: from sources to coverage, to a draft, to a case folder."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count as itercount
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from detente.dispute.evidence import Coverage, Document
from detente.dispute.file import CASE_FILE, digest, load, loads, read_bounded
from detente.dispute.formula import Atom, evaluate
from detente.dispute.model import Dispute, Party
from detente.dispute.nodes import MAX_BYTES
from detente.dispute.writing import dumps, write_bytes, write_text
from detente.errors import Fault, InputError

if TYPE_CHECKING:
    from detente.analysis.verdicts import Verdict
    from detente.reading.backends.second import Second
    from detente.reading.drafting import Judgement, Mover
    from detente.reading.sources import Article

STANDARD_INPUT = "-"
_NUMBERED = re.compile(r"q\d+")
_DRAFTED = ".drafted"  # the digest of the draft as it was written: what differs was corrected


@dataclass(frozen=True)
class Case:
    """A drafted dispute, the coverage it came from, and by id of a document what was given."""

    dispute: Dispute
    coverage: Coverage
    given: dict[str, tuple[str, bytes]]  # the file's suffix, its bytes
    text: str  # the dispute as a file of its own


def is_case(path: str) -> bool:
    """Whether a path is a dispute file or a case folder rather than coverage.

    >>> is_case("ferry.yaml"), is_case("ferry.txt")
    (True, False)
    """
    given = Path(path)
    return given.suffix.lower() in {".yaml", ".yml"} or (given / CASE_FILE).is_file()


def read(
    sources: Sequence[str], published: str | None = None, second: Second | None = None
) -> Coverage:
    """What the coverage says, each piece with its quote.

    Parameters
    ----------
    sources
        Files of articles, folders of them, addresses, or ``-`` for standard input.
    published
        The date of publication, where the sources do not say it, for relative dates.
    second
        Who reads beside the rules: a `detente.reading.backends.Second`.

    Raises
    ------
    InputError
        With every source that cannot be read, and why.
    """
    return _read(sources, published, second)[0]


def draft(
    sources: Sequence[str], published: str | None = None, second: Second | None = None
) -> Case:
    """Read the coverage and draft a case from it.

    Raises
    ------
    InputError
        With every source that cannot be read, and why.
    NothingToAnswerError
        Where the coverage is of no dispute.
    """
    from detente.reading.drafting import draft as drafted

    coverage, given = _read(sources, published, second)
    dispute = drafted(coverage, judged)
    texts = {document.id: document for document in coverage.documents}
    documents = tuple(_filed(texts[document.id]) for document in dispute.documents)
    written = dumps(replace(dispute, documents=documents))
    by_id = {document.id: document.text for document in documents}
    return Case(loads(written, texts=by_id), coverage, given, written)


def write_case(case: Case, folder: Path, *, force: bool = False) -> None:
    """Write a case folder: the draft, the texts its offsets count in, and what was given.

    Raises
    ------
    InputError
        Where a person has changed the case that stands there (unless `force`), or it cannot be
        written; nothing is overwritten then.
    """
    if not force:
        _refuse_corrected(folder)
    _write_documents(case, case.dispute.documents, folder)
    write_text(folder / CASE_FILE, case.text)
    write_text(folder / _DRAFTED, digest(case.text) + "\n")


def add(
    sources: Sequence[str],
    path: Path,
    published: str | None = None,
    second: Second | None = None,
) -> Case:
    """Read more coverage and propose what it says to a case, which stays as it was corrected.

    Raises
    ------
    InputError
        Where the case is not sound, or a source cannot be read.
    NothingToAnswerError
        Where the new coverage is of no dispute, or says nothing new.
    """
    from detente.reading.drafting import add as added
    from detente.reading.reader import read as read_documents

    case = load(path)
    found, warnings = _articles(sources, published)
    names = _unused(case, path, len(found))
    documents = [
        replace(article.document, id=name) for name, article in zip(names, found, strict=True)
    ]
    numbers = [int(piece.id[1:]) for piece in case.evidence if _NUMBERED.fullmatch(piece.id)]
    coverage = read_documents(documents, case.documents, max(numbers, default=0), second)
    documents = list(map(_filed, coverage.documents))
    warnings = (*warnings, *coverage.warnings)
    coverage = replace(coverage, documents=tuple(documents), warnings=warnings)
    given = {
        name: (article.suffix, article.given) for name, article in zip(names, found, strict=True)
    }
    dispute = added(case, coverage, judged)
    return Case(dispute, coverage, given, dumps(dispute))


def write_into(case: Case, path: Path, base: str) -> None:
    """Write a case with what was added; what a person wrote stays byte for byte.

    Texts come first and the case last, in one step: whatever happens between, the case as it was
    is whole.

    Parameters
    ----------
    base
        The file as it was read.

    Raises
    ------
    InputError
        Where the file was changed meanwhile, or cannot be written.
    """
    file = path / CASE_FILE if path.is_dir() else path
    text = dumps(case.dispute, base)
    loads(text, str(file), {document.id: document.text for document in case.dispute.documents})
    _write_documents(case, case.coverage.documents, file.parent)
    if file.read_text(encoding="utf-8-sig") != base:
        what = "the case was changed while this was read"
        raise InputError(Fault(str(file), 0, 0, what, "nothing was written to it; try again"))
    write_text(file, text)


def source_of(path: Path) -> str:
    """The text of a dispute file or of a case folder's."""
    file = path / CASE_FILE if path.is_dir() else path
    return read_bounded(file, MAX_BYTES)


def _unused(case: Dispute, path: Path, count: int) -> list[str]:
    """Ids for new documents that neither the case nor its folder has."""
    folder = (path if path.is_dir() else path.parent) / "documents"
    known = {document.id for document in case.documents} | {p.document for p in case.evidence}
    known |= {file.name.partition(".")[0] for file in folder.glob("*")}
    return list(islice((f"d{n}" for n in itercount(1) if f"d{n}" not in known), count))


def _write_documents(case: Case, documents: Iterable[Document], folder: Path) -> None:
    for document in documents:
        write_bytes(folder / str(document.file), document.text.encode("utf-8", "surrogatepass"))
        if document.id in case.given:
            suffix, original = case.given[document.id]
            write_bytes(folder / "documents" / f"{document.id}.orig{suffix}", original)


def judged(dispute: Dispute) -> Judgement:
    """How a draft stands, for the drafter to look at its own work."""
    from detente.analysis.explanation import explain
    from detente.reading.drafting import Judgement

    found = explain(dispute, names=())
    verdicts = found.verdicts[found.concept]
    movers = (_mover(dispute, verdict) for verdict in verdicts.values() if not verdict.stable)
    kinds = tuple(diagnosis.kind for diagnosis in found.diagnosis)
    return Judgement(found.standing, tuple(movers), kinds)


def _mover(dispute: Dispute, verdict: Verdict) -> Mover:
    from detente.reading.drafting import Mover

    party = dispute.party(verdict.party)
    now = _held(dispute, party, dispute.status_quo)
    free = [move.to for move in verdict.improvements if move.sanction is None]
    gains = {index for to in free for index in _held(dispute, party, to) - now}
    return Mover(party.id, tuple(sorted(gains)))


def _held(dispute: Dispute, party: Party, state: str) -> set[int]:
    """The indexes, from 1, of a party's wants that hold in a state."""
    values: dict[Atom, bool] = {
        option.atom: letter == "Y" for option, letter in zip(dispute.options, state, strict=True)
    }
    wants = enumerate(party.ordered_wants, 1)
    return {index for index, want in wants if evaluate(want.formula, values)}


def _refuse_corrected(folder: Path) -> None:
    file, record = folder / CASE_FILE, folder / _DRAFTED
    if not file.exists():
        return
    untouched = record.exists() and record.read_text().strip() == digest(_text(file))
    if not untouched:
        what = "a person has corrected this case; it is not overwritten"
        instead = f"detente report {folder} shows it as corrected; --force drafts it anew"
        raise InputError(Fault(str(file), 0, 0, what, instead))


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")


def _filed(document: Document) -> Document:
    return replace(document, file=f"documents/{document.id}.txt", sha256=digest(document.text))


def _read(
    sources: Sequence[str], published: str | None, second: Second | None
) -> tuple[Coverage, dict[str, tuple[str, bytes]]]:
    from detente.reading.reader import read as read_documents

    found, warnings = _articles(sources, published)
    coverage = read_documents([article.document for article in found], second=second)
    coverage = replace(coverage, warnings=(*warnings, *coverage.warnings))
    given = {
        document.id: (article.suffix, article.given)
        for document, article in zip(coverage.documents, found, strict=True)
    }
    return coverage, given


def _articles(
    sources: Iterable[str], published: str | None
) -> tuple[list[Article], tuple[str, ...]]:
    """Every article of every source, and what could not be read of a source of several.

    All sources of which nothing can be read are told at once.
    """
    found: list[Article] = []
    faults: list[Fault] = []
    warnings: list[str] = []
    for source in sources:
        try:
            these, left_out = _some(source, published)
        except InputError as error:
            faults += error.faults
        else:
            found += these
            warnings += map(str, left_out)
    if faults:
        raise InputError(*faults)
    return found, tuple(warnings)


def _some(source: str, published: str | None) -> tuple[tuple[Article, ...], tuple[Fault, ...]]:
    from functools import partial

    from detente.reading.sources import MAX_BYTES, articles, fetch, load_some, some
    from detente.reading.sources.article import is_address

    if source == STANDARD_INPUT:
        given = sys.stdin.buffer.read(MAX_BYTES + 1)
        return some([partial(articles, given, "standard input", published)])
    if is_address(source):
        return some([partial(fetch, source, published=published)])
    return load_some(source, published=published)
