"""Leaves of the dispute file: how each text is read, and how an editor's schema describes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from fractions import Fraction
from typing import Annotated, Any

from pydantic import (
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from detente.dispute.formula import KEYWORDS, Formula, parse
from detente.errors import FormulaError

FORMAT = 1
RESERVED = KEYWORDS | {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}
_LARGEST_EXPONENT = 12


def fault(what: str, instead: str, column: int = 0) -> PydanticCustomError:
    """A fault for pydantic to collect; `column` counts from 1 within the value, 0 for all of it."""
    context = {"what": what, "instead": instead, "column": column}
    return PydanticCustomError("fault", "{what}; {instead}", context)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise fault("text is expected here", "write one line of text, in quotes if in doubt")
    return value


def _title(value: Any) -> str:
    if not _text(value).strip():
        raise fault("the text is empty", "say in a few words what it is")
    return str(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, str) or value.lower() not in _TRUTH:
        raise fault(f"{_shown(value)} is neither yes nor no", "write yes or no")
    return _TRUTH[value.lower()]


def _cost(value: Any) -> Fraction:
    try:
        number = Decimal(_text(value))
    except InvalidOperation:
        raise fault(f"{_shown(value)} is no number", "write a decimal number above 0") from None
    if not number.is_finite() or number <= 0 or abs(number.adjusted()) > _LARGEST_EXPONENT:
        raise fault(f"{_shown(value)} is no cost", "write a finite number above 0, such as 1.5")
    return Fraction(number)


def _offset(value: Any) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,9}", value):
        raise fault(f"{_shown(value)} is no offset", "write a whole number, counted from 0")
    return int(value)


def _share(value: Any) -> float:
    if not isinstance(value, str) or not re.fullmatch(r"0?\.\d+|0|1(\.0*)?", value):
        raise fault(f"{_shown(value)} is no confidence", "write a number from 0 to 1")
    return float(value)


def _identifier(value: Any) -> str:
    if not isinstance(value, str) or not IDENTIFIER.fullmatch(value):
        near = re.sub(r"[^a-z0-9]+", "_", str(value).lower()).strip("_0123456789") or "name"
        raise fault(f"{_shown(value)} is not an id", f"use a-z, 0-9, _, a letter first: {near}")
    if value in RESERVED:
        raise fault(f"{value!r} is a reserved word", f"name it otherwise, such as {value}_it")
    return value


def _formula(value: Any) -> Formula:
    try:
        return parse(_text(value))
    except FormulaError as error:
        raise fault(f"in the formula: {error.what}", error.instead, error.column) from None


def _format(value: Any) -> int:
    if value == str(FORMAT):
        return FORMAT
    if isinstance(value, str) and value.isdecimal() and int(value) > FORMAT:
        raise fault(f"format {value} is newer than this program reads", "update detente")
    raise fault(f"{_shown(value)} is no format of dispute files", f"write detente: {FORMAT}")


def _reserved(_value: Any) -> None:
    raise fault("'views' is reserved for hypergames", "leave it out: it is not read yet")


def _names(value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    raise fault("a list of names is expected here", "write [one, two]")


def _shown(value: Any) -> str:
    return repr(value) if isinstance(value, str) else "what stands here"


@dataclass(frozen=True, eq=False)
class Reads:
    """An annotation of a leaf: how its text is read, and its JSON Schema."""

    read: Callable[[Any], Any]
    described: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, _source: Any, _: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return dict(self.described)


@dataclass(frozen=True, eq=False)
class ShortForm:
    """An annotation of a section that may be written as the text of its first key alone."""

    key: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._lift, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}

    def _lift(self, value: Any) -> Any:
        return {self.key: value} if isinstance(value, str) else value


def one_of(choices: Sequence[str]) -> Reads:
    """A leaf that is one of a few words."""

    def read(value: Any) -> str:
        if isinstance(value, str) and value in choices:
            return value
        near = get_close_matches(str(value).lower(), choices, 1)
        instead = f"did you mean {near[0]!r}?" if near else f"write one of: {', '.join(choices)}"
        raise fault(f"{_shown(value)} is not known here", instead)

    return Reads(read, {"enum": list(choices)})


_SCALAR = {"type": ["string", "number", "boolean"]}
_ID_SCHEMA = {"type": "string", "pattern": f"^{IDENTIFIER.pattern}$"}

Text = Annotated[str, Reads(_text, _SCALAR)]
Title = Annotated[str, Reads(_title, _SCALAR)]
Truth = Annotated[bool, Reads(_truth, {"enum": [True, False, "yes", "no", "true", "false"]})]
Cost = Annotated[Fraction, Reads(_cost, {"type": "number", "exclusiveMinimum": 0})]
Offset = Annotated[int, Reads(_offset, {"type": "integer", "minimum": 0})]
Share = Annotated[float, Reads(_share, {"type": "number", "minimum": 0, "maximum": 1})]
Identifier = Annotated[str, Reads(_identifier, _ID_SCHEMA)]
FormulaText = Annotated[Any, Reads(_formula, {"type": "string"})]
Names = Annotated[
    list[str],
    Reads(_names, {"type": ["array", "string", "null"], "items": {"type": "string"}}),
]
Place = Annotated[list[Offset], Field(min_length=2, max_length=2)]
Format = Annotated[int, Reads(_format, {"const": FORMAT})]
Reserved = Annotated[None, Reads(_reserved, {"not": {}})]
