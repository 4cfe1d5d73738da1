"""The shell sessions of the documentation: run, compared with what the page shows, or written anew.

    python tests/shell.py README.md docs/*.md    put in what the commands print now

A page is one session in a folder of its own, which has the examples. In the order of the page,
``console`` blocks are run; ``yaml`` and ``html`` blocks that begin with ``file: NAME`` in a comment are
written; ``diff`` blocks are applied to the file that their first line names. A line of ``…`` alone stands for lines
left out. `detente` runs in this process, everything else (and pipes) in a shell.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest import mock

import detente.cli

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```(console|diff|yaml|html)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"(?:#|<!--) file: (\S+)")
_LEFT_OUT = "…"
_SHELL = re.compile(r"[|<>;&$`*]")


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it, and what the page says it prints."""

    command: str
    output: str


def shown(block: str) -> list[Shown]:
    """The commands of a console block; lines that begin with ``> `` belong to the command."""
    parts = re.split(r"^\$ (.*(?:\n> .*)*)\n", block, flags=re.MULTILINE)
    assert parts[0] == "", f"a console block begins with $: {parts[0]!r}"
    return [Shown(*pair) for pair in zip(parts[1::2], parts[2::2], strict=True)]


def commands(page: Path) -> list[str]:
    """All commands that a page shows with their output."""
    blocks = _BLOCK.findall(page.read_text(encoding="utf-8"))
    return [item.command for kind, text in blocks if kind == "console" for item in shown(text)]


def agrees(expected: str, printed: str) -> bool:
    """Whether what was printed is what the page shows, lines left out aside."""
    pattern = "".join(
        r"(?:.*\n)*" if line.strip() == _LEFT_OUT else re.escape(line.rstrip()) + r"[ ]*\n"
        for line in expected.splitlines()
    )
    return bool(re.fullmatch(pattern, printed))


# A session ----------------------------------------------------------------------------------------


@contextlib.contextmanager
def session() -> Iterator[None]:
    """A folder of its own with the examples, and a terminal as wide as the page."""
    plain = {"COLUMNS": "80", "NO_COLOR": "1", "PATH": _path()}
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, plain):
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        with contextlib.chdir(folder):
            yield


def _path() -> str:
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


def run(command: str) -> str:
    """What a command prints, on both streams."""
    command = command.replace("\n> ", "\n")
    if command.startswith("make "):
        command = _recipe(command.removeprefix("make "))
    if command.startswith("detente ") and not _SHELL.search(command):
        return in_process(*shlex.split(command)[1:])[1]
    done = subprocess.run(  # noqa: S602 - the commands are those of our own pages
        command, shell=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.stdout.decode()


def in_process(*arguments: str) -> tuple[int, str]:
    """The exit code of the command line, and what it prints on both streams."""
    stream = StringIO()
    with (
        mock.patch.object(sys, "argv", ["detente", *arguments]),
        contextlib.redirect_stdout(stream),
        contextlib.redirect_stderr(stream),
    ):
        try:
            detente.cli.main()
        except SystemExit as end:
            return int(end.code or 0), stream.getvalue()
    raise AssertionError("the command line has not ended")


def _recipe(target: str) -> str:
    """What the Makefile does for a target, once everything is set up."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = re.search(
        rf"^{re.escape(target)}: \$\(READY\)\n\t@\$\(BIN\)/(.*)$", text, re.MULTILINE
    )
    values = dict(re.findall(r"^(\w+) [:?]?= (.*)$", text, re.MULTILINE))
    assert recipe, f"make {target} is no single command"
    return re.sub(r"\$\((\w+)\)", lambda name: values[name[1]], recipe[1])


def play(page: Path) -> Iterator[tuple[Shown, str]]:
    """Run a page's session: each command with what it prints."""
    for kind, text in _BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind == "diff":
            _apply(text)
        elif name := _FILE.match(text):
            Path(name[1]).write_text(text.partition("\n")[2], encoding="utf-8")
        elif kind == "console":
            for item in shown(text):
                yield item, run(item.command)


def _apply(diff: str) -> None:
    first, *lines = diff.splitlines()
    path = Path(first.removeprefix("--- "))
    before = "".join(f"{line[1:]}\n" for line in lines if line[:1] in "- ")
    after = "".join(f"{line[1:]}\n" for line in lines if line[:1] in "+ ")
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{path} has {text.count(before)} times:\n{before}"
    path.write_text(text.replace(before, after), encoding="utf-8")


def rewritten(page: Path) -> str:
    """The page with what its commands print now."""
    with session():
        printed = iter([text for _, text in play(page)])

    def anew(block: re.Match[str]) -> str:
        if block[1] != "console":
            return block[0]
        items = [
            f"$ {item.command}\n{_cut(next(printed), item.output)}" for item in shown(block[2])
        ]
        return f"```console\n{''.join(items)}```"

    return _BLOCK.sub(anew, page.read_text(encoding="utf-8"))


def _cut(printed: str, like: str) -> str:
    """What is printed; lines are left out after and before as many as they were."""
    lines, old = [line.rstrip() for line in printed.splitlines()], like.splitlines()
    if _LEFT_OUT in old:
        after = len(old) - 1 - old[::-1].index(_LEFT_OUT)
        tail = len(old) - after - 1
        lines = [*lines[: old.index(_LEFT_OUT)], _LEFT_OUT, *lines[len(lines) - tail :]]
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name).resolve()
        path.write_text(rewritten(path), encoding="utf-8")
