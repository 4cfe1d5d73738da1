"""Writing the dispute file: in a layout of our own, or into the user's file with little touched."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import fields
from fractions import Fraction
from pathlib import Path
from typing import Any

from detente.dispute.evidence import Condition, Document, Evidence, WayOut
from detente.dispute.file import CASE_FILE, loads
from detente.dispute.layout import into, laid_out
from detente.dispute.leaves import FORMAT
from detente.dispute.model import AnyOrder, Dispute, Option, Party, Want
from detente.errors import Fault, InputError

Tree = dict[str, Any] | list[Any] | str | int | Fraction | float


def dumps(dispute: Dispute, base: str | None = None) -> str:
    r"""The YAML text of a dispute.

    Parameters
    ----------
    dispute
        The dispute.
    base
        The text of the file that it was read from: the user's comments, order of keys and quoting
        stay wherever the dispute does not differ from it; where it does not differ at all, the text
        comes back as it was.

    Raises
    ------
    InputError
        Where `base` is no sound dispute file.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> text = "detente: 1\ntitle: Ferry  # ours\nparties: {a: {options: {sail: {}}}}\n"
    >>> dumps(loads(text), text) == text
    True
    >>> print(dumps(loads(text)))
    detente: 1
    title: Ferry
    parties:
      a:
        name: A
        options:
          sail:
            label: sail
    <BLANKLINE>
    """
    tree = as_tree(dispute)
    return laid_out(tree) if base is None else into(base, as_tree(loads(base)), tree)


def save(dispute: Dispute, path: Path) -> None:
    """Write a dispute to its file or case folder, atomically, into what the user wrote there."""
    file = path / CASE_FILE if path.is_dir() else path
    base = file.read_text(encoding="utf-8-sig") if file.exists() else None
    write_text(file, dumps(dispute, base))


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all; one clear fault where it cannot be written."""
    write_bytes(path, text.encode("utf-8", "surrogatepass"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; one clear fault where it cannot be written."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".detente-", delete=False) as file:
            temporary = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        what = f"cannot be written: {error.strerror}"
        instead = "nothing was changed; free space, or choose another place"
        raise InputError(Fault(str(path), 0, 0, what, instead)) from None


# From the dispute to a tree ---------------------------------------------------------------------


def as_tree(dispute: Dispute) -> dict[str, Any]:
    """The dispute as mappings, lists, texts and numbers, in the keys of the file, without defaults.

    >>> from detente.dispute.file import loads
    >>> as_tree(loads("{detente: 1, title: T, parties: {a: }}"))
    {'detente': 1, 'title': 'T', 'parties': {'a': {'name': 'A'}}}
    """
    resolution = dispute.resolution
    return _without_empty(
        {
            "detente": FORMAT,
            "title": dispute.title,
            "resolution": resolution
            and _short("want", _row(resolution, "formula", want=str(resolution.formula))),
            "look_first": list(dispute.look_first),
            "parties": {party.id: _party(party) for party in dispute.parties},
            "infeasible": [
                _short("when", {"when": str(pattern.when), "because": list(pattern.because)})
                for pattern in dispute.infeasible
            ],
            "evidence": {piece.id: _evidence(piece) for piece in dispute.evidence},
            "documents": {document.id: _document(document) for document in dispute.documents},
            "events": [_row(event, "because_of", "by", "to") for event in dispute.events],
            "relations": [_row(relation) for relation in dispute.relations],
            "objects": [_row(thing) for thing in dispute.objects],
            "changes": [_row(change) for change in dispute.changes],
            "ways_out": [_way_out(way) for way in dispute.ways_out],
            "left_out": [_row(left) for left in dispute.left_out],
        }
    )


def _without_empty(entries: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if value not in (None, [], {}, "")}


def _row(value: Any, *left_out: str, **instead: Any) -> dict[str, Any]:
    """A flat value by its fields; a tuple of one name is that name, but for evidence."""
    row = dict(instead)
    for field in fields(value):
        content = getattr(value, field.name)
        if field.name in left_out or content == field.default:
            continue
        if isinstance(content, tuple):
            content = list(content) if field.name == "because" else _names(content)
        row[field.name] = content
    return _without_empty(row)


def _names(names: Iterable[str]) -> list[str] | str | None:
    listed = list(names)
    return listed[0] if len(listed) == 1 else listed or None


def _short(key: str, entry: Mapping[str, Any]) -> Any:
    entry = _without_empty(entry)
    return entry[key] if len(entry) == 1 else entry


def _party(party: Party) -> dict[str, Any]:
    return _without_empty(
        {
            "name": party.name,
            "type": party.type,
            "role": party.role,
            "speaks_for": party.speaks_for,
            "aliases": list(party.aliases),
            "because": list(party.because),
            "options": {option.id: _option(option) for option in party.options},
            "wants": [_entry(entry) for entry in party.wants],
            "ranking": party.ranking and [_names(tied) for tied in party.ranking],
        }
    )


def _option(option: Option) -> dict[str, Any]:
    return _row(option, "party", "id", label=option.label)


def _entry(entry: Want | AnyOrder) -> Any:
    if isinstance(entry, AnyOrder):
        return {"any order": [_entry(want) for want in entry.wants]}
    return _short("want", _row(entry, "formula", want=str(entry.formula)))


def _evidence(piece: Evidence) -> dict[str, Any]:
    condition = piece.condition and _condition(piece.condition)
    start = {"document": piece.document, "quote": piece.quote, "at": [piece.start, piece.end]}
    rest = _row(piece, "id", "document", "quote", "start", "end", "condition", condition=condition)
    return start | {"kind": piece.kind} | rest


def _condition(condition: Condition) -> dict[str, Any]:
    start = {"quote": condition.quote, "at": [condition.start, condition.end]}
    return _without_empty(start | _row(condition, "quote", "start", "end", "need")) | {
        "need": condition.need
    }


def _way_out(way: WayOut) -> dict[str, Any]:
    row = _row(way, "formula")
    if way.formula is None:
        return row
    because = {"because": row.pop("because")} if "because" in row else {}
    return row | {"formula": str(way.formula)} | because


def _document(document: Document) -> dict[str, Any]:
    names = ("title", "file", "source", "language", "published", "author", "sha256")
    return _without_empty({name: getattr(document, name) for name in names})
