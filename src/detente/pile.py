"""A pile of articles, each read by itself: an answer a line, in order, taken up where it stopped.

The articles are never held together: a few are under way at a time, whatever there are.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from detente import __version__
from detente.dispute.evidence import Document
from detente.errors import Fault, InputError

if TYPE_CHECKING:
    from detente.reading.backends.second import Second
    from detente.reading.sources import Article

Progress = Callable[[int, int], None]
_Part = Callable[[], "Iterable[Article]"]
_AHEAD = 4  # articles a process has waiting
_HEAD = re.compile(rb'\{"id": "([0-9a-f]{16})", ')


@dataclass
class Tally:
    """How many articles were read now, how many stood there already, and what was no article."""

    read: int = 0
    known: int = 0
    faults: tuple[Fault, ...] = ()


def read_each(
    sources: Iterable[str],
    output: Path,
    published: str | None = None,
    *,
    jobs: int = 1,
    second: Second | None = None,
    progress: Progress | None = None,
) -> Tally:
    """Read articles one by one, and write what each says as a line of JSON.

    What stands in the output already is not read again; a last line that was half-written is
    taken away first.

    Parameters
    ----------
    sources
        Files of articles, folders of them, addresses, or ``-`` for standard input.
    output
        The file of answers; it is added to.
    published
        The date of publication, where the sources do not say it.
    jobs
        How many processes read.
    second
        Who reads beside the rules.
    progress
        Told how many articles are done, of how many that are known of.

    Raises
    ------
    InputError
        Where the output is something else, or cannot be written.
    """
    tally = Tally()
    known = _standing(output)

    def fresh() -> Iterator[tuple[str, Document]]:
        for found in _articles(_parts(sources, published, output), tally):
            id_ = identity(found)
            if id_ in known:
                tally.known += 1
            else:
                known.add(id_)
                yield id_, found.document

    try:
        with output.open("ab") as file:
            for line in _answers(fresh(), jobs, second):
                file.write(line)
                file.flush()
                tally.read += 1
                if progress is not None:
                    progress(tally.read + tally.known, len(known))
    except OSError as error:
        raise _unwritable(output, error) from None
    return tally


def identity(found: Article) -> str:
    """What an article is known by: where it is from, what it was made of, its text."""
    document = found.document
    parts = (str(document.source), document.sha256 or "", document.text)
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _articles(parts: Iterable[_Part], tally: Tally) -> Iterator[Article]:
    """The articles one by one; what is none is kept in the tally, and does not stop the rest."""
    for part in parts:
        try:
            yield from part()
        except InputError as error:
            tally.faults += error.faults


def _parts(sources: Iterable[str], published: str | None, output: Path) -> Iterator[_Part]:
    from functools import partial

    from detente.reading.sources import MAX_BYTES, articles, fetch, files, in_file
    from detente.reading.sources.article import is_address

    for source in sources:
        if source == "-":
            given = sys.stdin.buffer.read(MAX_BYTES + 1)
            yield partial(articles, given, "standard input", published)
        elif is_address(source):
            yield partial(fetch, source, published=published)
        else:
            apart = output.resolve()
            found = (file for file in files(source) if file.resolve() != apart)
            yield from (partial(in_file, file, published) for file in found)


# Answers ------------------------------------------------------------------------------------------


def _answers(
    given: Iterator[tuple[str, Document]], jobs: int, second: Second | None
) -> Iterator[bytes]:
    """A line an article, in order."""
    if jobs <= 1:
        yield from (_answer(id_, document, second) for id_, document in given)
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_uninterrupted) as pool:
        waiting: deque[Future[bytes]] = deque()
        try:
            for id_, document in given:
                waiting.append(pool.submit(_answer, id_, document, second))
                if len(waiting) >= jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _uninterrupted() -> None:
    """Leave Ctrl-C to the process that people see."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _answer(id_: str, document: Document, second: Second | None) -> bytes:
    from detente.reading.reader import read
    from detente.showing.coverage import as_json

    coverage = read([replace(document, id="d1")], second=second)
    head = {"id": id_, "format": 1, "version": __version__}
    line = json.dumps(head | as_json(coverage), ensure_ascii=False)
    return line.encode("utf-8", "surrogatepass") + b"\n"


# What stands there --------------------------------------------------------------------------------


def _standing(output: Path) -> set[str]:
    """The articles that the output holds; a half-written last line is taken away."""
    found: set[str] = set()
    whole = 0
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        if not output.exists():
            return found
        with output.open("rb") as file:
            for number, line in enumerate(file, 1):
                head = _HEAD.match(line)
                if line.endswith(b"\n") and head is None:
                    what = "is no answer of detente read --each"
                    raise InputError(Fault(str(output), number, 0, what, "give another output"))
                if not line.endswith(b"\n"):
                    break
                if head is not None:
                    found.add(head[1].decode())
                whole += len(line)
        if whole == 0 and output.stat().st_size and not _is_begun(output):
            what = "is no answer of detente read --each"
            raise InputError(Fault(str(output), 1, 0, what, "give another output"))
        os.truncate(output, whole)
    except OSError as error:
        raise _unwritable(output, error) from None
    return found


def _is_begun(output: Path) -> bool:
    """Whether a file without a whole line is the beginning of an answer."""
    with output.open("rb") as file:
        begun = file.read(32)
    return begun.startswith(b'{"id": "'[: len(begun)])


def _unwritable(output: Path, error: OSError) -> InputError:
    what = f"cannot be written: {error.strerror}"
    return InputError(Fault(str(output), 0, 0, what, "free space, or choose another place"))
