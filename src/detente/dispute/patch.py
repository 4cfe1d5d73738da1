"""A patch: what a dispute file would be with a guarantee, aid, a threat, somebody's new option.

A patch is a small YAML file that is laid over a dispute file, tree over tree, before either means
anything; what comes out is checked as any dispute file is, and each fault is told where it stands,
in the one file or in the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from detente.dispute.faults import Path as Place
from detente.dispute.faults import Places, suggestion
from detente.dispute.file import CASE_FILE, Report, check_tree, read_bounded
from detente.dispute.model import Dispute
from detente.dispute.nodes import MAX_BYTES, Node, parse
from detente.errors import Fault, InputError

FORMAT = "1"
KEYS = ("patch", "title", "parties", "resolution", "infeasible", "evidence", "documents")
WANT_KEYS = ("replace", "remove", "first", "after", "last")

Entries = dict[str, tuple[Node, Node]]


@dataclass(frozen=True)
class Patched:
    """A dispute, and the same after a patch.

    Attributes
    ----------
    title
        What the patch calls itself; its file's name where it has no title.
    before, after
        The dispute of the file, and what it would be.
    """

    title: str
    before: Dispute
    after: Dispute


def patched(file: Path | str, patch: Path | str) -> Patched:
    """The dispute of a file or case folder, and the same with a patch laid over it.

    Parameters
    ----------
    file
        A dispute file or a case folder.
    patch
        The patch: ``patch: 1``, and what differs.

    Raises
    ------
    InputError
        With all faults of both files at once.
    """
    given = Path(file)
    path = given / CASE_FILE if given.is_dir() else given
    text, over = read_bounded(path, MAX_BYTES), read_bounded(Path(patch), MAX_BYTES)
    return laid_over(text, over, str(path), str(patch), path.parent)


def laid_over(
    text: str,
    over: str,
    name: str = CASE_FILE,
    patch_name: str = "patch.yaml",
    folder: Path | None = None,
) -> Patched:
    """The dispute of a text, and the same with the text of a patch laid over it.

    Examples
    --------
    >>> ferry = '''{detente: 1, title: Ferry, parties: {
    ...     a: {options: {sail: }, wants: [not a.sail]}, b: {options: {pay: }}}}'''
    >>> found = laid_over(ferry, '''
    ... patch: 1
    ... title: Ostia holds the money
    ... parties:
    ...   ostia: {options: {hold: {can: start}}}
    ...   a: {wants: {replace: {1: a.sail only if ostia.hold}, last: [b.pay]}}
    ... ''')
    >>> [str(option.atom) for option in found.after.options]
    ['a.sail', 'b.pay', 'ostia.hold']
    >>> [str(want.formula) for want in found.after.party("a").ordered_wants]
    ['a.sail only if ostia.hold', 'b.pay']
    """
    base, patch = _trees((text, name), (over, patch_name))
    before = check_tree(Places(name, base), folder)
    sheet = Places(patch_name, patch)
    _check_form(sheet)
    if sheet.faults or before.dispute is None:
        raise InputError(*before.faults, *sheet.faults)
    merged = _Merge(sheet).file(base, patch)
    after = check_tree(Places(name, merged, sheet.faults), folder)
    return Patched(_title(patch, patch_name), before.dispute, _sound(after))


def _trees(*given: tuple[str, str]) -> list[Node]:
    """The trees of some texts; the faults of all where one is no YAML."""
    trees, faults = list[Node](), list[Fault]()
    for text, name in given:
        try:
            trees.append(parse(text, name))
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(*faults)
    return trees


def _sound(report: Report) -> Dispute:
    if report.dispute is None:
        raise InputError(*report.faults)
    return report.dispute


def _title(patch: Node, name: str) -> str:
    return patch.at("title").text or Path(name).stem if _has(patch, "title") else Path(name).stem


def _has(node: Node, key: str) -> bool:
    return node.entries is not None and key in node.entries


# Its form ---------------------------------------------------------------------------------------


def _check_form(sheet: Places) -> None:
    """Report what a patch cannot be, whatever it is laid over."""
    if sheet.root.entries is None:
        sheet.fault((), "a mapping is expected here", "begin with: patch: 1")
        return
    for key in sheet.root.entries:
        if key not in KEYS:
            sheet.fault((key,), f"unknown key {key!r}", suggestion(key, KEYS), key=True)
    if not _has(sheet.root, "patch"):
        sheet.fault((), "key 'patch' is missing", f"begin with: patch: {FORMAT}")
    elif sheet.root.at("patch").text != FORMAT:
        sheet.fault(("patch",), "no format of patches", f"write patch: {FORMAT}")
    if len(sheet.root.entries.keys() & set(KEYS[2:])) == 0:
        sheet.fault((), "it changes nothing", f"add one of {', '.join(KEYS[2:])}")
    for key, kind in (("parties", "entries"), ("evidence", "entries"), ("infeasible", "items")):
        if _has(sheet.root, key) and getattr(sheet.root.at(key), kind) is None:
            what = "a mapping" if kind == "entries" else "a list"
            sheet.fault((key,), f"{what} is expected here", "see the reference page", key=True)


# Tree over tree ---------------------------------------------------------------------------------


@dataclass
class _Merge:
    """Lays a patch's tree over a file's; what cannot be laid is a fault of `sheet`."""

    sheet: Places

    def file(self, base: Node, patch: Node) -> Node:
        rules: Mapping[str, Callable[[Node, Node], Node]] = {
            "parties": self.parties,
            "infeasible": _appended,
            "evidence": _set,
            "documents": _set,
            "resolution": lambda _, over: over,
        }
        return _over(base, ((key, rules[key]) for key in KEYS if key in rules), patch)

    def parties(self, base: Node, over: Node) -> Node:
        entries = dict(base.entries or {})
        for name, (key, node) in (over.entries or {}).items():
            known = name in entries and node.entries is not None
            entries[name] = key, self.party(name, entries[name][1], node) if known else node
        return replace(base, entries=entries)

    def party(self, name: str, base: Node, over: Node) -> Node:
        rules: dict[str, Callable[[Node, Node], Node]] = {
            key: lambda _, new: new for key in over.entries or ()
        }
        rules |= {"options": self.options}
        rules |= {"wants": lambda old, new: self.wants(name, old, new)}
        return _over(base, ((key, rules[key]) for key in over.entries or ()), over)

    def options(self, base: Node, over: Node) -> Node:
        """Keys of an option are set, one by one; an option that was not there is added."""
        entries = dict(base.entries or {})
        for name, (key, node) in (over.entries or {}).items():
            old = entries.get(name)
            whole = old is None or old[1].entries is None or node.entries is None
            entries[name] = key, node if whole or old is None else _set(old[1], node)
        return replace(base, entries=entries, text=None)

    # Wants: a list stands instead of all, a mapping says what changes ---------------------------

    def wants(self, party: str, base: Node, over: Node) -> Node:
        if over.entries is None:
            return over
        count = sum(len(members) for _, members in _slots(base))
        path = ("parties", party, "wants")
        for key in over.entries:
            if key not in WANT_KEYS:
                where = (*path, key)
                self.sheet.fault(
                    where, f"unknown key {key!r}", suggestion(key, WANT_KEYS), key=True
                )
        replaced, inserted = (
            self._by_index(path, over, "replace", count),
            self._lists(path, over, count),
        )
        removed = {index for index, _ in self._removed(path, over, count)}
        items = list(_items(over, "first"))
        index = 0
        for entry, members in _slots(base):
            indexes = range(index + 1, index + len(members) + 1)
            index += len(members)
            kept = [
                replaced.get(n, node)
                for n, node in zip(indexes, members, strict=True)
                if n not in removed
            ]
            items += _regrouped(entry, kept)
            items += [new for n in indexes for new in inserted.get(n, ())]
        return replace(base, items=[*items, *_items(over, "last")], text=None)

    def _by_index(self, path: tuple[str, ...], over: Node, key: str, count: int) -> dict[int, Node]:
        """The nodes of a mapping from places of wants; a place that there is not is a fault."""
        found = {}
        for name, (_, node) in (over.at(key).entries or {} if _has(over, key) else {}).items():
            if name.isdecimal() and 1 <= int(name) <= count:
                found[int(name)] = node
            else:
                self.sheet.fault((*path, key, name), *_no_want(name, path[1], count), key=True)
        return found

    def _lists(self, path: tuple[str, ...], over: Node, count: int) -> dict[int, list[Node]]:
        found = self._by_index(path, over, "after", count)
        return {
            index: [node] if node.items is None else node.items for index, node in found.items()
        }

    def _removed(self, path: tuple[str, ...], over: Node, count: int) -> Iterator[tuple[int, Node]]:
        for number, node in enumerate(_items(over, "remove")):
            text = node.text or ""
            if text.isdecimal() and 1 <= int(text) <= count:
                yield int(text), node
            else:
                where: Place = (*path, "remove", number)
                self.sheet.fault(where, *_no_want(text, path[1], count))


def _no_want(name: str, party: str, count: int) -> tuple[str, str]:
    what = f"{party} has no want {name!r}"
    return what, f"write a number from 1 to {count}" if count else "it has none: use last"


def _over(
    base: Node, rules: Iterable[tuple[str, Callable[[Node, Node], Node]]], patch: Node
) -> Node:
    """A mapping with those of its keys that a patch has merged by their rules."""
    entries: Entries = dict(base.entries or {})
    for key, rule in rules:
        if patch.entries and key in patch.entries:
            name, node = patch.entries[key]
            old = entries[key][1] if key in entries else replace(node, items=None, entries=None)
            entries[key] = name, rule(old, node)
    return replace(base, entries=entries, text=None)


def _set(base: Node, over: Node) -> Node:
    if over.entries is None:
        return over
    return replace(base, entries={**(base.entries or {}), **over.entries}, text=None)


def _appended(base: Node, over: Node) -> Node:
    return replace(base, items=[*(base.items or ()), *(over.items or ())], text=None)


def _items(over: Node, key: str) -> list[Node]:
    """The list at a key, or the one thing that stands there in place of a list."""
    if not _has(over, key):
        return []
    node = over.at(key)
    return [node] if node.items is None else node.items


def _slots(wants: Node) -> Iterator[tuple[Node, list[Node]]]:
    """Each entry of a list of wants with its members: itself, or those of a group."""
    for entry in wants.items or ():
        group = entry.at("any order") if _has(entry, "any order") else None
        yield entry, [entry] if group is None or group.items is None else group.items


def _regrouped(entry: Node, kept: list[Node]) -> list[Node]:
    """What is left of an entry: a group of two or more stays one."""
    if not _has(entry, "any order") or len(kept) <= 1:
        return kept
    key, group = (entry.entries or {})["any order"]
    return [replace(entry, entries={"any order": (key, replace(group, items=kept))})]
