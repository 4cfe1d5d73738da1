"""Loading the dispute file: text → nodes → schema → the dispute as a value, all faults at once."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from detente.dispute import evidence as ev
from detente.dispute import model, schema
from detente.dispute.check import check_names, check_quotes, check_states, warn
from detente.dispute.evidence import Document
from detente.dispute.faults import Places, validate
from detente.dispute.model import Dispute
from detente.dispute.nodes import MAX_BYTES, parse
from detente.errors import Fault, InputError

CASE_FILE = "dispute.yaml"

Row = TypeVar("Row")


@dataclass(frozen=True)
class Report:
    """What `check` found: faults that stop an analysis, warnings that do not."""

    dispute: Dispute | None
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def load(path: Path | str) -> Dispute:
    """The dispute of a file or a case folder.

    Parameters
    ----------
    path
        A dispute file, or a folder with a ``dispute.yaml`` and the texts of its documents.

    Raises
    ------
    InputError
        With all faults at once, each with its line and column and what would be right.
    """
    report = check(path)
    if report.dispute is None:
        raise InputError(*report.faults)
    return report.dispute


def loads(text: str, name: str = CASE_FILE, texts: Mapping[str, str] | None = None) -> Dispute:
    """The dispute that a text describes.

    Parameters
    ----------
    text
        The YAML of a dispute file.
    name
        What faults call the file.
    texts
        By id of a document its text, where it is at hand; quotes are compared with it.

    Raises
    ------
    InputError
        With all faults at once.

    Examples
    --------
    >>> dispute = loads("{detente: 1, title: Ferry, parties: {a: {options: {sail: {}}}}}")
    >>> [str(option.atom) for option in dispute.options], dispute.status_quo
    (['a.sail'], 'N')
    >>> loads("{detente: 1, title: Ferry, parties: {a: {wnats: []}}}")
    Traceback (most recent call last):
        ...
    detente.errors.InputError: dispute.yaml:1:42: unknown key 'wnats'; did you mean 'wants'?
    """
    report = check_text(text, name, texts=texts)
    if report.dispute is None:
        raise InputError(*report.faults)
    return report.dispute


def check(path: Path | str) -> Report:
    """All faults and warnings of a dispute file or a case folder.

    Raises
    ------
    InputError
        Where the file itself cannot be read: missing, not permitted, too large, not UTF-8.
    """
    given = Path(path)
    file = given / CASE_FILE if given.is_dir() else given
    return check_text(read_bounded(file, MAX_BYTES), str(file), file.parent)


def check_text(
    text: str,
    name: str = CASE_FILE,
    folder: Path | None = None,
    texts: Mapping[str, str] | None = None,
) -> Report:
    """All faults and warnings of a dispute file's text.

    `folder` is where the texts of its documents stand, `texts` has them by id.
    """
    try:
        root = parse(text, name)
    except InputError as error:
        return Report(None, error.faults, ())
    return check_tree(Places(name, root), folder, texts)


def check_tree(
    places: Places, folder: Path | None = None, texts: Mapping[str, str] | None = None
) -> Report:
    """All faults and warnings of a dispute file's tree; `places` may hold some already."""
    file = validate(places)
    check_names(places)
    if file is None or places.faults:
        return Report(None, _ordered(places), ())
    dispute = _dispute(file)
    dispute = replace(dispute, documents=_with_texts(dispute.documents, folder, texts or {}))
    stale = frozenset(document.id for document in dispute.documents if _is_stale(document))
    check_states(places, dispute)
    check_quotes(places, dispute, stale)
    warnings = Places(places.name, places.root)
    warn(warnings, dispute, stale)
    return Report(None if places.faults else dispute, _ordered(places), _ordered(warnings))


def _ordered(places: Places) -> tuple[Fault, ...]:
    return tuple(
        sorted(
            set(places.faults),
            key=lambda fault: (fault.file, fault.line, fault.column, fault.what),
        )
    )


def read_bounded(path: Path, most: int) -> str:
    """The text of a UTF-8 file of at most so many bytes; one clear fault where it cannot be had."""
    try:
        if path.stat().st_size > most:
            size = f"{path.stat().st_size / 1e6:.0f} MB"
            raise InputError(
                Fault(str(path), 0, 0, f"too large ({size})", f"at most {most / 1e6:.0f} MB")
            )
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"not UTF-8 at byte {error.start}"
        raise InputError(Fault(str(path), 0, 0, what, "save the file as UTF-8")) from None
    except OSError as error:
        what, instead = _OS_ERRORS.get(error.errno or 0, (error.strerror or "cannot be read", ""))
        raise InputError(Fault(str(path), 0, 0, what, instead)) from None


_OS_ERRORS = {
    errno.ENOENT: ("there is no such file", "give a dispute file or a case folder"),
    errno.ENOTDIR: ("there is no such file", "give a dispute file or a case folder"),
    errno.EISDIR: ("a folder, not a file", "give a dispute file or a case folder"),
    errno.EACCES: ("no permission to read it", "change its permissions"),
}


def _with_texts(
    documents: tuple[Document, ...], folder: Path | None, texts: Mapping[str, str]
) -> tuple[Document, ...]:
    return tuple(
        replace(document, text=texts.get(document.id) or _text_beside(document, folder))
        for document in documents
    )


def _text_beside(document: Document, folder: Path | None) -> str:
    if folder is None or not document.file:
        return ""
    path = folder / document.file
    inside = path.resolve().is_relative_to(folder.resolve())
    return read_bounded(path, 10 * MAX_BYTES) if inside and path.is_file() else ""


def _is_stale(document: Document) -> bool:
    if not document.text or not document.sha256:
        return False
    return digest(document.text) != document.sha256.lower()


def digest(text: str) -> str:
    """The SHA-256 digest of a document's text, in hexadecimal.

    >>> digest("")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# From the schema to the dispute ---------------------------------------------------------------


def _dispute(file: schema.File) -> Dispute:
    return Dispute(
        title=file.title,
        parties=tuple(_party(name, party) for name, party in file.parties.items()),
        resolution=_resolution(file.resolution),
        look_first=tuple(file.look_first),
        infeasible=tuple(
            model.Infeasible(pattern.when, tuple(pattern.because))
            for pattern in file.infeasible or ()
        ),
        evidence=tuple(_evidence(name, piece) for name, piece in (file.evidence or {}).items()),
        documents=tuple(
            Document(name, **{**dict(entry), "title": entry.title or ""})
            for name, entry in (file.documents or {}).items()
        ),
        events=_rows(ev.Event, file.events),
        relations=_rows(ev.Relation, file.relations),
        objects=_rows(ev.Object, file.objects),
        changes=_rows(ev.Change, file.changes),
        ways_out=_rows(ev.WayOut, file.ways_out),
        left_out=_rows(model.LeftOut, file.left_out),
    )


def _resolution(entry: schema.LongResolution | None) -> model.Resolution | None:
    if entry is None:
        return None
    return model.Resolution(entry.want, tuple(entry.because), entry.assumed)


def _party(name: str, entry: schema.Party | None) -> model.Party:
    entry = entry or schema.Party()
    return model.Party(
        id=name,
        name=entry.name or name.replace("_", " ").title(),
        type=entry.type,
        role=entry.role,
        speaks_for=entry.speaks_for,
        aliases=tuple(entry.aliases),
        because=tuple(entry.because),
        options=tuple(
            _option(name, option, choice) for option, choice in (entry.options or {}).items()
        ),
        wants=tuple(_entry(want) for want in entry.wants or ()),
        ranking=None if entry.ranking is None else tuple(tuple(tied) for tied in entry.ranking),
    )


def _option(party: str, name: str, entry: schema.Option | None) -> model.Option:
    entry = entry or schema.Option()
    return model.Option(
        party=party,
        id=name,
        label=entry.label or name.replace("_", " "),
        status_quo=entry.status_quo,
        can=entry.can,
        commit_cost=entry.commit_cost,
        because=tuple(entry.because),
    )


def _entry(entry: schema.Group | schema.LongWant) -> model.Want | model.AnyOrder:
    if isinstance(entry, schema.Group):
        return model.AnyOrder(tuple(_want(want) for want in entry.any_order))
    return _want(entry)


def _want(entry: schema.LongWant) -> model.Want:
    return model.Want(entry.want, tuple(entry.because), entry.assumed, entry.cost, entry.note)


def _condition(entry: schema.Condition | None) -> ev.Condition | None:
    if entry is None:
        return None
    start, end = entry.at or (0, 0)
    by = tuple(entry.by)
    return ev.Condition(entry.quote, start, end, entry.marker or "", by, entry.need)


def _evidence(name: str, entry: schema.Evidence) -> ev.Evidence:
    return ev.Evidence(
        id=name,
        document=entry.document,
        quote=entry.quote,
        start=entry.at[0],
        end=entry.at[1],
        kind=entry.kind,
        holder=tuple(entry.holder),
        speaker=entry.speaker,
        addressee=tuple(entry.addressee),
        about=entry.about,
        condition=_condition(entry.condition),
        date=entry.date,
        confidence=entry.confidence,
        read_by=entry.read_by,
    )


def _rows(kind: Callable[..., Row], entries: Sequence[schema.Section] | None) -> tuple[Row, ...]:
    """Sections whose fields are the value's own: lists become tuples, the rest stays."""
    return tuple(
        kind(
            **{
                name: tuple(value) if isinstance(value, list) else value
                for name, value in dict(entry).items()
                if value is not None
            }
        )
        for entry in entries or ()
    )
