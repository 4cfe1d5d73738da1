"""Writing the dispute file: in a layout of our own, or into the user's file with little touched."""

from __future__ import annotations

import io
import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import fields
from difflib import SequenceMatcher
from fractions import Fraction
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from detente.dispute.evidence import Condition, Document, Evidence, WayOut
from detente.dispute.file import CASE_FILE, loads
from detente.dispute.model import AnyOrder, Dispute, Option, Party, Want
from detente.dispute.schema import FORMAT, RESERVED
from detente.errors import Fault, InputError

Tree = dict[str, Any] | list[Any] | str | int | Fraction | float

_PLAIN = re.compile(r"[A-Za-z(](?:[A-Za-z0-9 _.()/'’-]*[A-Za-z0-9_.()])?")
_WIDE = 1_000_000


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
    if base is None:
        return _emit(_block(tree))
    old = as_tree(loads(base))
    if _same(old, tree):
        return base
    node = _yaml().load(base)
    _merge(node, old, tree)
    return _emit(node)


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
            "events": [_row(event, "because_of") for event in dispute.events],
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
    names = ("title", "file", "source", "language", "published", "sha256")
    return _without_empty({name: getattr(document, name) for name in names})


# From a tree to YAML ----------------------------------------------------------------------------


class _Representer(RoundTripRepresenter):
    """Numbers exactly as they are, yes and no for truths."""


def _represent_number(representer: Any, number: Fraction) -> Any:
    text = decimal(number)
    tag = "int" if number.denominator == 1 else "float"
    return representer.represent_scalar(f"tag:yaml.org,2002:{tag}", text)


def decimal(number: Fraction) -> str:
    """A finite decimal, exactly.

    >>> decimal(Fraction(5, 4)), decimal(Fraction(3)), decimal(Fraction(1, 1000))
    ('1.25', '3', '0.001')
    """
    places = 0
    while number * 10**places != int(number * 10**places):
        places += 1
    digits = str(int(number * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


_Representer.add_representer(Fraction, _represent_number)
_Representer.add_representer(
    bool,
    lambda representer, value: representer.represent_scalar(
        "tag:yaml.org,2002:str", "yes" if value else "no"
    ),
)


def _yaml() -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Representer = _Representer
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.allow_unicode = True
    return yaml


def _emit(node: CommentedMap) -> str:
    stream = io.StringIO()
    _yaml().dump(node, stream)
    return stream.getvalue()


def _block(tree: Any, key: str = "") -> Any:
    """A tree as ruamel writes it: lists of names and offsets, and small rows, on one line."""
    if isinstance(tree, dict):
        node = CommentedMap((name, _block(value, name)) for name, value in tree.items())
        if key in _ONE_LINE:
            node.fa.set_flow_style()
        return node
    if isinstance(tree, list):
        listed = CommentedSeq(_block(item, _ITEM.get(key, "")) for item in tree)
        if all(not isinstance(item, (dict, list)) for item in tree) and key not in _LISTS:
            listed.fa.set_flow_style()
        return listed
    return _scalar(tree)


_ONE_LINE = frozenset({"condition"})
_LISTS = frozenset({"wants", "any order", "look_first", "infeasible"})
_ITEM = {"ranking": "tied"}


def _scalar(value: Any) -> Any:
    if isinstance(value, str) and not _is_plain(value):
        return DoubleQuotedScalarString(value)
    return value


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and text.lower() not in RESERVED


def _merge(node: Any, old: dict[str, Any], new: dict[str, Any]) -> None:
    """Make the user's mapping say `new`, where it said `old`, touching only what differs."""
    for key in [name for name in old if name not in new and name in node]:
        del node[key]
    for position, (key, value) in enumerate(new.items()):
        if key not in node:
            node.insert(min(position, len(node)), key, _block(value, key))
        elif not _same(value, old.get(key)):
            node[key] = _merged(node[key], old.get(key), value, key)
    _reorder(node, list(new))


def _written(tree: Any) -> str:
    return json.dumps(tree, default=str)


def _same(tree: Any, other: Any) -> bool:
    """Equal, order of keys included: that of options decides what a state's letters mean."""
    return _written(tree) == _written(other)


def _merged(node: Any, old: Any, new: Any, key: str) -> Any:
    if isinstance(node, CommentedMap) and isinstance(old, dict) and isinstance(new, dict):
        _merge(node, old, new)
        return node
    if isinstance(node, CommentedSeq) and isinstance(old, list) and isinstance(new, list):
        _merge_list(node, old, new, key)
        return node
    return _block(new, key)


def _merge_list(node: CommentedSeq, old: list[Any], new: list[Any], key: str) -> None:
    matcher = SequenceMatcher(
        None, [_written(item) for item in old], [_written(item) for item in new], autojunk=False
    )
    for tag, start, end, first, last in reversed(matcher.get_opcodes()):
        if tag == "replace" and end - start == last - first:
            for at, (before, after) in enumerate(zip(old[start:end], new[first:last], strict=True)):
                node[start + at] = _merged(node[start + at], before, after, _ITEM.get(key, ""))
        elif tag != "equal":
            for at in range(end - 1, start - 1, -1):
                del node[at]
            for item in reversed(new[first:last]):
                node.insert(start, _block(item, _ITEM.get(key, "")))


def _reorder(node: CommentedMap, wanted: list[str]) -> None:
    """The keys in the order wanted, where it differs: the order of options is that of letters."""
    present = [key for key in node if key in wanted]
    target = [key for key in wanted if key in node]
    if present == target:
        return
    comments = dict(node.ca.items)
    others = [key for key in node if key not in wanted]
    values = {key: node[key] for key in (*target, *others)}
    node.clear()
    for key, value in values.items():
        node[key] = value
    node.ca.items.update(comments)
