"""Faults of a dispute file: from what is wrong to the line and column where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from detente.dispute.nodes import Node
from detente.dispute.schema import File, json_schema
from detente.errors import Fault

Path = tuple[str | int, ...]


def suggestion(word: str, known: Iterable[str], what: str = "known") -> str:
    """The nearest known word, or all of them.

    >>> suggestion("wnats", ["wants", "options"])
    "did you mean 'wants'?"
    """
    names = list(known)
    near = get_close_matches(word.lower(), names, 1)
    if near:
        return f"did you mean {near[0]!r}?"
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")  # noqa: PLR2004 - a line's worth
    return f"{what}: {shown}" if names else "none are declared"


@dataclass
class Places:
    """Collects faults of one tree, each with the file and place of what it speaks of."""

    name: str
    root: Node
    faults: list[Fault] = field(default_factory=list)

    def fault(
        self, path: Path, what: str, instead: str, *, column: int = 0, key: bool = False
    ) -> None:
        """A fault at a path; `column` counts from 1 within a formula, 0 for all of it."""
        node = self.root.key(*path) if key else self.root.at(*path)
        inside = column - 1 + node.quoted if column and node.text is not None else 0
        file = node.file or self.name
        self.faults.append(Fault(file, node.line, node.column + inside, what, instead))

    def reject(self, error: ValidationError) -> None:
        """The faults that the schema found."""
        for detail in error.errors(include_url=False):
            _REPORTS.get(detail["type"], _other)(self, detail["loc"], detail)


def _own(places: Places, path: Path, detail: Mapping[str, Any]) -> None:
    context = detail["ctx"]
    key = path[-1] == "[key]"
    path = path[:-1] if key else path
    places.fault(path, context["what"], context["instead"], column=context["column"], key=key)


def _unknown_key(places: Places, path: Path, _: Mapping[str, Any]) -> None:
    known = _keys_at(path[:-1])
    places.fault(
        path, f"unknown key {path[-1]!r}", suggestion(str(path[-1]), known, "known keys"), key=True
    )


def _missing_key(places: Places, path: Path, _: Mapping[str, Any]) -> None:
    places.fault(path[:-1], f"key {path[-1]!r} is missing", f"add {path[-1]}: …", key=True)


def _expected(what: str, instead: str) -> Callable[[Places, Path, Mapping[str, Any]], None]:
    return lambda places, path, _: places.fault(path, f"{what} is expected here", instead)


def _other(places: Places, path: Path, detail: Mapping[str, Any]) -> None:
    places.fault(path, str(detail["msg"]), "see the reference page of the dispute file")


_MAPPING = _expected("a mapping", "write key: value, or {key: value}")
_TWO_OFFSETS = _expected("a pair of offsets", "write [start, end]")
_REPORTS: Mapping[str, Callable[[Places, Path, Mapping[str, Any]], None]] = {
    "fault": _own,
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    "list_type": _expected("a list", "write [one, two], or a line with - for each"),
    "too_long": _TWO_OFFSETS,
    "too_short": lambda places, path, detail: (
        _expected("at least one party", "write an id, such as norland: {name: Norland}")
        if path == ("parties",)
        else _TWO_OFFSETS
    )(places, path, detail),
}


def _keys_at(path: Path) -> list[str]:
    """The keys that may stand in the mapping at a path, by the JSON Schema."""
    schema = json_schema()
    found = [schema]
    for part in path:
        found = _deeper(found, part, schema["$defs"]) or found
    keys = (
        key for place in _resolved(found, schema["$defs"]) for key in place.get("properties", {})
    )
    return list(dict.fromkeys(keys))


def _deeper(places: list[Any], part: str | int, definitions: Mapping[str, Any]) -> list[Any]:
    found = []
    for place in _resolved(places, definitions):
        if isinstance(part, int):
            found += [place["items"]] if "items" in place else []
        elif part in place.get("properties", {}):
            found.append(place["properties"][part])
        else:
            found += place.get("patternProperties", {}).values()
            found += [place["additionalProperties"]] if place.get("additionalProperties") else []
    return found


def _resolved(places: list[Any], definitions: Mapping[str, Any]) -> list[Any]:
    found = []
    for place in places:
        inner = [*place.get("anyOf", ()), *place.get("oneOf", ())]
        if "$ref" in place:
            inner.append(definitions[place["$ref"].rsplit("/", 1)[1]])
        found += _resolved(inner, definitions) if inner else [place]
    return found


def validate(places: Places) -> File | None:
    """The file as the schema has it, or None where it has faults (which `places` then holds)."""
    try:
        return File.model_validate(places.root.plain)
    except ValidationError as error:
        places.reject(error)
        return None
