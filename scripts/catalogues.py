"""The catalogues of messages: brought up to date with the sources, and compiled.

python scripts/catalogues.py     what sources say into each .po, and each .po compiled beside it

Translate what is then empty in the .po files, and run it again. `tests/showing/test_languages.py`
fails where a message has no translation or a .mo is not what its .po compiles to.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from detente.showing.words.languages import LANGUAGES

SHOWING = Path(__file__).parents[1] / "src" / "detente" / "showing"
FOLDER = SHOWING / "catalogues"
KEYWORDS: Mapping[str, Any] = {  # which arguments are messages; "c": the context
    "say": None,
    "mark": None,
    "woven": None,
    "say_in": ((1, "c"), 2),
    "mark_in": ((1, "c"), 2),
    "many": (1, 2),
    "mark_many": (1, 2),
    "many_in": ((1, "c"), 2, 3),
}
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_HEAD = "Messages of detente in {}."


def python(
    file: IO[bytes],
    keywords: Any,
    comment_tags: Any,  # noqa: ARG001 - as babel calls it
    options: Any,  # noqa: ARG001
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """The messages of a module, as babel asks for them: constants alone, also those of a choice."""
    for node in ast.walk(ast.parse(file.read())):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
        if name in keywords:
            told = [_constants(argument) for argument in node.args]
            for message in told[0] if KEYWORDS[name] is None and told else []:
                yield node.lineno, name, (message,), []
            wanted = len(KEYWORDS[name] or ())
            if wanted and all(map(len, told[:wanted])) and len(told) >= wanted:
                yield node.lineno, name, tuple(part[0] for part in told[:wanted]), []


def _constants(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return _constants(node.body) + _constants(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def template() -> Catalog:
    """Every message that the sources and the templates say."""
    found = Catalog(project="detente", charset="utf-8")
    for path in sorted(SHOWING.rglob("*")):
        method = {".py": python, ".html": "jinja2.ext:babel_extract"}.get(path.suffix)
        if method is None:
            continue
        with path.open("rb") as file:
            for _, message, _, context in extract(method, file, KEYWORDS):
                found.add(message, context=context)
    return found


def path_of(language: str) -> Path:
    """The file of a language's messages."""
    return FOLDER / f"{language}.po"


def catalogue(language: str) -> Catalog:
    """The messages of a language."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """The messages of a language with all that the sources say, and nothing else."""
    old, made = (
        catalogue(language),
        Catalog(
            locale=language,
            project="detente",
            charset="utf-8",
            header_comment="# " + _HEAD.format(language),
        ),
    )
    for message in sorted(template(), key=lambda m: (_key(m.id), m.context or "")):
        if message.id:
            known = old.get(message.id, message.context)
            made.add(message.id, known.string if known else None, context=message.context)
    return made


def _key(id_: str | tuple[str, ...]) -> str:
    return id_ if isinstance(id_, str) else id_[0]


def written(found: Catalog) -> bytes:
    """A catalogue as its .po file: without times, so that the same messages are the same bytes."""
    file = BytesIO()
    write_po(file, found, width=100, omit_header=False, sort_output=True, no_location=True)
    lines = file.getvalue().decode().splitlines(keepends=True)
    drop = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Last-Translator',
            '"Report-Msgid', '"Language-Team', '"Project-Id')  # fmt: skip
    return "".join(line for line in lines if not line.startswith(drop)).encode()


def compiled(language: str) -> bytes:
    """The .mo file of a language's messages."""
    file, found = BytesIO(), catalogue(language)
    found.creation_date = found.revision_date = _NO_TIME  # the same messages are the same bytes
    write_mo(file, found)
    return file.getvalue()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        if language != "en":
            made = updated(language)
            path_of(language).write_bytes(written(made))
            (FOLDER / f"{language}.mo").write_bytes(compiled(language))
            print(language, len(made), "messages, without a translation:", len(missing(made)))


def missing(found: Catalog) -> list[str]:
    """The messages that are not translated, in all plural forms."""
    return [_key(message.id) for message in found if message.id and not _is_told(message)]


def _is_told(message: Any) -> bool:
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


if __name__ == "__main__":
    main()
