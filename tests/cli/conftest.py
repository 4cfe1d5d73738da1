"""The command line in this process: spaCy is loaded once, and a traceback is a failing test."""

import contextlib
import io
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

import detente.cli

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Done:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """The answer, which stands on standard output alone."""
        answer = json.loads(self.out)
        assert answer["format"] == 1
        assert answer["version"] == detente.__version__
        return answer

    @property
    def faults(self):
        """The lines of standard error, none of them a traceback's."""
        return self.err.splitlines()


def run(*arguments, stdin=b""):
    out, err = io.StringIO(), io.StringIO()
    given = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    with (
        mock.patch.object(sys, "argv", ["detente", *map(str, arguments)]),
        mock.patch.object(sys, "stdin", given),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.raises(SystemExit) as end,
    ):
        detente.cli.main()
    return Done(int(end.value.code or 0), out.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def cli():
    return run


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder of one's own, with nothing in it, as the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ferry(here):
    """The case of the ferry, to be changed at will."""
    return shutil.copytree(EXAMPLES / "ferry", here / "ferry")


@pytest.fixture
def strait(here):
    """The bundled article."""
    return shutil.copy(EXAMPLES / "strait.txt", here / "strait.txt")


@pytest.fixture(scope="session")
def drafted(tmp_path_factory, cli):
    """The report of the bundled article with the case beside it, to be copied before it is changed."""
    folder = tmp_path_factory.mktemp("drafted")
    shutil.copy(EXAMPLES / "strait.txt", folder / "strait.txt")
    with contextlib.chdir(folder):
        done = cli("report", "strait.txt", "-o", "out.html")
    assert done.code == 0, done.err
    return folder
