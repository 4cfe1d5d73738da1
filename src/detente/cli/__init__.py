"""The command line: one verb a module, found by being there; a few lines each over `jobs`.

Exit codes: 0 done; 1 the input is at fault, or nothing there to answer with; 2 wrong usage; 3 an
honest limit was reached.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import pkgutil
import sys

import click

from detente import __version__
from detente.errors import DetenteError

INTERRUPTED = 130
_MANY = 400_000  # new objects from one look for cycles to the next: what a command makes, it keeps


class _Verbs(click.Group):
    """Every module of this package that has a `command`, in the order of a day's work."""

    _ORDER = ("report", "read", "draft", "check", "analyse", "explain", "paths", "unlock", "robust",
              "whatif", "diff")  # fmt: skip

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        found = {module.name for module in pkgutil.iter_modules(__path__) if module.name[0] != "_"}
        return [name for name in self._ORDER if name in found] + sorted(found - set(self._ORDER))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{cmd_name}").command
        return command


_HELP = """From the coverage of a stuck dispute to why nobody moves, and the least that frees it.

\b
  detente report article.txt    the main job: read, draft, analyse, write the brief
  detente report out.case       the brief of the case that you corrected by hand

A SOURCE is an article, a folder of them, an address, or - for standard input.
A FILE is a dispute file or a case folder.
"""


@click.group(cls=_Verbs, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="detente %(version)s")
def detente() -> None:
    """Hold the verbs."""


def main() -> None:
    """Run the command line; every fault of the input is one clear line, never a traceback."""
    gc.set_threshold(_MANY)
    atexit.register(gc.freeze)  # what is left goes with the process: nobody looks it through again
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_run())


def _run() -> int:
    try:
        code = detente.main(standalone_mode=False)
    except DetenteError as error:
        click.echo(str(error), err=True)
        return error.exit_code
    except click.exceptions.Abort:
        click.echo("interrupted; nothing was half-written", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0
