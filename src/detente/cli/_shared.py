"""What several verbs share: arguments, options, and how an answer is printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente import __version__
from detente.errors import Fault, FormulaError, InputError

if TYPE_CHECKING:
    from detente.dispute.formula import Formula
    from detente.dispute.model import Dispute
    from detente.reading.backends.llm import LanguageModel
    from detente.showing.blocks import Brief

CHOSEN = "seq"  # the concept that decides unless one says otherwise

dispute_file = click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
as_json = click.option("--json", is_flag=True, help="The answer as JSON on standard output.")
published = click.option(
    "--published", metavar="DATE", help="When it was published (2031-03-02), for relative dates."
)
concept = click.option(
    "--concept",
    type=click.Choice(["nash", "gmr", "smr", "seq", "sseq"]),
    default=CHOSEN,
    show_default=True,
    help="The stability concept that decides.",
)


def _language(_: click.Context, __: click.Parameter, value: str | None) -> str:
    """The language by its tag; one that no page is written in is a fault of the input."""
    if value is None:
        return "en"
    from detente.showing.words.tongue import tongue

    return tongue(value).language


language = click.option(
    "--lang",
    "language",
    metavar="LANG",
    callback=_language,
    help="The language of what is told: en (unless given), es, fr or ro; quotes stay in theirs.",
)
resolution = click.option(
    "--to", metavar="FORMULA", help="What would count as settled, instead of the file's resolution."
)

_KEY = "DETENTE_LLM_KEY"


def second(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options for who reads beside the rules, given to a command as `second`."""

    @click.option(
        "--backend",
        type=click.Choice(["rules", "llm"]),
        default="rules",
        show_default=True,
        help="llm: a language model proposes besides; kept is what the text bears out.",
    )
    @click.option(
        "--llm-url",
        metavar="URL",
        help=f"Its address, as http://localhost:8080/v1; a key is taken from {_KEY}.",
    )
    @click.option("--llm-model", metavar="NAME", help="Its name there.")
    @click.option(
        "--llm-timeout",
        type=click.FloatRange(min=1),
        default=120,
        show_default=True,
        metavar="SECONDS",
        help="How long one answer may take.",
    )
    @wraps(command)
    def with_second(
        *given: Any,
        backend: str,
        llm_url: str | None,
        llm_model: str | None,
        llm_timeout: float,
        **named: Any,
    ) -> Any:
        asked = None
        if backend == "llm":
            asked = _language_model(llm_url, llm_model, llm_timeout)
        elif llm_url or llm_model:
            raise click.UsageError("--llm-url and --llm-model go with --backend llm")
        return command(*given, second=asked, **named)  # fmt: skip

    return with_second


def _language_model(url: str | None, model: str | None, seconds: float) -> LanguageModel:
    import os

    from detente.reading.backends.llm import LanguageModel
    from detente.reading.sources.article import is_address

    if not url or not model:
        raise click.UsageError("--backend llm needs --llm-url and --llm-model")
    if not is_address(url):
        raise click.BadParameter("give an http or https address", param_hint="--llm-url")
    key = os.environ.get(_KEY, "").strip() or None
    if key and not (key.isascii() and key.isprintable()):
        raise click.UsageError(f"{_KEY} holds no key: letters, digits and signs alone make one")
    return LanguageModel(url, model, key, seconds)


def print_json(answer: Mapping[str, Any]) -> None:
    """An answer on standard output, with the format and the version that gave it."""
    head = {"format": 1, "version": __version__}
    click.echo(json.dumps(head | dict(answer), ensure_ascii=False, indent=1))


def warn(warnings: Iterable[str]) -> None:
    """Warnings, on standard error."""
    for warning in warnings:
        click.echo(f"warning: {warning}", err=True)


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say on standard error that long work is going on, where a person is watching."""
    import sys

    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End what is inside with a `TimeoutError` after some seconds, where the system can.

    >>> with within(0):
    ...     while True:
    ...         pass
    Traceback (most recent call last):
    ...
    TimeoutError
    """
    import signal

    def end(*_: object) -> None:
        raise TimeoutError

    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return
    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error for work that says how far it is; None where nobody watches."""
    import sys

    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def in_numbers(dispute: Dispute) -> str:
    """A dispute in numbers: what is in it, what is quoted and what is assumed.

    >>> from detente.dispute.file import loads
    >>> in_numbers(loads("{detente: 1, title: T, parties: {a: {options: {x: }, wants: [a.x]}}}"))
    '1 decision maker, 1 option, 1 want, 0 sentences quoted, 0 wants assumed'
    """
    wants = [want for party in dispute.parties for want in party.ordered_wants]
    counts = {
        "decision maker": len(dispute.decision_makers),
        "option": len(dispute.options),
        "want": len(wants),
        "sentence quoted": len(dispute.evidence),
        "want assumed": sum(want.assumed for want in wants),
    }
    return ", ".join(_counted(number, what) for what, number in counts.items())


def _counted(number: int, what: str) -> str:
    noun, _, rest = what.partition(" ") if "maker" not in what else (what, "", "")
    plural = noun if number == 1 else f"{noun}s"
    return f"{number} {plural} {rest}".strip()


def loaded(file: Path, to: str | None) -> tuple[Dispute, Formula | None]:
    """The dispute of a file, and what ``--to`` says would count as settled."""
    from detente.dispute.file import load

    dispute = load(file)
    return dispute, None if to is None else formula(dispute, to)


def formula(dispute: Dispute, text: str, option: str = "--to") -> Formula:
    """A formula over a dispute's options, as given on the command line."""
    from detente.dispute.faults import suggestion
    from detente.dispute.formula import occurrences, parse

    options = [str(option.atom) for option in dispute.options]
    try:
        read = parse(text)
    except FormulaError as error:
        fault = Fault(option, 1, error.column, error.what, error.instead)
        raise InputError(fault) from None
    unknown = [(atom, at) for atom, at in occurrences(text) if str(atom) not in options]
    if unknown:
        raise InputError(
            *(
                Fault(option, 1, at, f"there is no option '{atom}'", suggestion(str(atom), options))
                for atom, at in unknown
            )
        )
    return read


def state_or_formula(dispute: Dispute, text: str) -> str | Formula:
    """A state by its letters, or a formula over a dispute's options."""
    if set(text) <= {"Y", "N"}:
        return moved_to(dispute, text).status_quo
    return formula(dispute, text)


def moved_to(dispute: Dispute, letters: str) -> Dispute:
    """The dispute as if a state, given by its letters, were today's."""
    from detente.dispute.check import infeasible_by

    wanted = len(dispute.options)
    if len(letters) != wanted or set(letters) - {"Y", "N"}:
        instead = f"write {wanted} letters Y or N, one an option, in the order of the file"
        raise InputError(Fault(letters, 0, 0, "no state of this dispute", instead))
    choices = dict(zip(dispute.options, (letter == "Y" for letter in letters), strict=True))
    moved = [
        replace(party, options=tuple(replace(o, status_quo=choices[o]) for o in party.options))
        for party in dispute.parties
    ]
    pattern = infeasible_by(dispute, letters)
    if pattern is not None:
        what = f"this state cannot happen: {pattern}"
        raise InputError(Fault(letters, 0, 0, what, "give a feasible state"))
    return replace(dispute, parties=tuple(moved))


def show(
    dispute: Dispute, to: Formula | None, concept: str, *sections: str, language: str = "en"
) -> None:
    """Some sections of the brief, on standard output, as wide as the terminal."""
    from detente.showing.excerpt import excerpt
    from detente.showing.findings import findings

    found = findings(dispute, concept, to)
    print_text(excerpt(dispute, found, *sections, language=language))


def print_text(made: Brief, *, annex: bool = False) -> None:
    """A brief for the terminal: in colour only where somebody sees it."""
    import os
    import shutil
    import sys

    from detente.showing.renderers.text import render

    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = min(shutil.get_terminal_size().columns, 100)
    click.echo(render(made, width, color=color, annex=annex), nl=False, color=color)


def goodbye(output: Path, size: int, case: Path) -> None:
    """Where the brief is, and what to do next."""
    click.echo(f"Wrote {output} ({max(1, size // 1000)} kB)")
    click.echo(f"correct it: {case / 'dispute.yaml' if case.is_dir() else case}, then: ", nl=False)
    click.echo(f"detente report {case} · why so: detente explain {case}")
