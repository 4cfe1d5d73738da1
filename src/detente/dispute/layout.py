"""Trees as YAML: in a layout of our own, or into the text of a user with little touched."""

from __future__ import annotations

import io
import json
import re
from difflib import SequenceMatcher
from fractions import Fraction
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from detente.dispute.leaves import RESERVED

_PLAIN = re.compile(r"[A-Za-z(](?:[A-Za-z0-9 _.()/'’-]*[A-Za-z0-9_.()])?")
_WIDE = 1_000_000


def laid_out(tree: dict[str, Any]) -> str:
    """A tree as text, in our own layout."""
    return _emit(_block(tree))


def into(base: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    """The user's text, which says `old`, made to say `new`; as it was where that is the same."""
    if _same(old, new):
        return base
    node = _yaml().load(base)
    _merge(node, old, new)
    return _emit(node)


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
