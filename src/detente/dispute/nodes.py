"""YAML 1.2 as a bounded tree of text with places: no anchors, tags, merges, duplicates or depths.

Only what a person would write in a dispute file is read. Every scalar stays the text that it is
(``2031`` and ``no`` too); what it means is decided by the schema alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from detente.errors import Fault, InputError

MAX_BYTES = 5_000_000
MAX_DEPTH = 20
_NULL = frozenset({"", "~", "null", "Null", "NULL"})

Plain = str | None | list["Plain"] | dict[str, "Plain"]


@dataclass(slots=True)
class Node:
    """A scalar, a list or a mapping, and where it starts (line and column from 1, in a file)."""

    line: int
    column: int
    text: str | None = None  # of a scalar; None is YAML's null
    quoted: bool = False
    items: list[Node] | None = None
    entries: dict[str, tuple[Node, Node]] | None = None  # key as text → key node, value node
    file: str = ""  # what faults call the file that it stands in

    @property
    def plain(self) -> Plain:
        """The tree without places: ``dict``, ``list``, ``str`` and ``None``."""
        if self.entries is not None:
            return {key: value.plain for key, (_, value) in self.entries.items()}
        if self.items is not None:
            return [item.plain for item in self.items]
        return self.text

    def at(self, *path: str | int) -> Node:
        """The node at a path, or the last one on the way that there is.

        Parts of the path that lead nowhere are passed over. The last part may be a key: then it is
        the value that is meant.
        """
        node = self
        for part in path:
            if node.entries is not None and str(part) in node.entries:
                node = node.entries[str(part)][1]
            elif node.items is not None and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
        return node

    def key(self, *path: str | int) -> Node:
        """The node of the key that a path ends in, or what `at` finds."""
        parent = self.at(*path[:-1])
        if path and parent.entries is not None and str(path[-1]) in parent.entries:
            return parent.entries[str(path[-1])][0]
        return self.at(*path)


def parse(text: str, name: str) -> Node:
    """Read YAML text into a tree.

    Parameters
    ----------
    text
        The YAML.
    name
        What faults call the file.

    Raises
    ------
    InputError
        With every fault that the structure has: broken syntax ends the search.

    Examples
    --------
    >>> parse("a: {b: no}", "x.yaml").plain
    {'a': {'b': 'no'}}
    >>> parse("a: &here 1", "x.yaml")
    Traceback (most recent call last):
        ...
    detente.errors.InputError: x.yaml:1:4: an anchor; write the value out: anchors are not read
    """
    return _Composer(name).compose(text)


@dataclass
class _Composer:
    name: str
    faults: list[Fault] = field(default_factory=list)

    def compose(self, text: str) -> Node:
        events = self._events(text)
        root = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                if root is not None:
                    self._stop(event, "a second document", "keep one dispute a file")
                root = self._node(next(events), events, 0)
        if self.faults:
            raise InputError(*self.faults)
        if root is None:
            raise InputError(Fault(self.name, 1, 1, "the file is empty", "begin with: detente: 1"))
        return root

    def _events(self, text: str) -> Iterator[Event]:
        try:
            yield from YAML(typ="safe", pure=True).parse(text)
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = f"not YAML: {error.problem or error.context}"
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            hint = "check indentation, quotes and colons here"
            raise InputError(*self.faults, Fault(self.name, line, column, what, hint)) from None
        except YAMLError as error:
            what = f"not YAML: {str(error).splitlines()[0]}"
            hint = "remove it: text files hold no control characters"
            raise InputError(Fault(self.name, 1, 1, what, hint)) from None

    def _fault(self, event: Event, what: str, instead: str) -> None:
        mark = event.start_mark
        self.faults.append(Fault(self.name, mark.line + 1, mark.column + 1, what, instead))

    def _stop(self, event: Event, what: str, instead: str) -> None:
        self._fault(event, what, instead)
        raise InputError(*self.faults)

    def _node(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        mark = event.start_mark
        node = Node(mark.line + 1, mark.column + 1, file=self.name)
        if depth > MAX_DEPTH:
            self._stop(event, f"nested more than {MAX_DEPTH} deep", "a dispute file is flatter")
        if isinstance(event, AliasEvent):
            self._stop(event, "an alias", "write the value out: aliases are not read")
        if getattr(event, "anchor", None):
            self._stop(event, "an anchor", "write the value out: anchors are not read")
        if getattr(event, "tag", None):
            self._stop(event, "a tag", "remove it: tags are not read")
        if isinstance(event, ScalarEvent):
            node.quoted = event.style is not None
            node.text = None if not node.quoted and event.value in _NULL else event.value
        elif isinstance(event, SequenceStartEvent):
            node.items = [
                self._node(inner, events, depth + 1) for inner in _until(SequenceEndEvent, events)
            ]
        elif isinstance(event, MappingStartEvent):
            node.entries = self._entries(events, depth)
        return node

    def _entries(self, events: Iterator[Event], depth: int) -> dict[str, tuple[Node, Node]]:
        entries: dict[str, tuple[Node, Node]] = {}
        for event in _until(MappingEndEvent, events):
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if key.items is not None or key.entries is not None:
                self._fault(event, "a key that is no plain text", "use an id or a key word as key")
            elif key.text == "<<" and not key.quoted:
                self._fault(event, "a merge key", "write the entries out: merges are not read")
            elif (key.text or "null") in entries:
                first = entries[key.text or "null"][0]
                self._fault(
                    event, f"duplicate key {key.text!r}", f"it stands in line {first.line} already"
                )
            else:
                entries[key.text or "null"] = key, value
        return entries


def _until(end: type[Event], events: Iterator[Event]) -> Iterator[Event]:
    for event in events:
        if isinstance(event, end):
            return
        yield event
