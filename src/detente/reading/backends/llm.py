"""A language model behind an address that speaks OpenAI's chat protocol, asked for statements.

The address is the user's and so is the key. The article goes to the model as data, without what is
no part of it; nothing that the model answers is taken but statements, each of which is then held to
the text (`proposals`), so that instructions inside an article can bring no words of their own into
the evidence.
"""

from __future__ import annotations

import json
import re
import ssl
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from itertools import islice
from typing import Any

import httpcore2

from detente.dispute.evidence import STATEMENT_KINDS, Actor, Document
from detente.reading import wire
from detente.reading.backends.proposals import checked
from detente.reading.backends.second import Proposals, UnansweredError

MAX_ANSWER = 1_000_000  # bytes
MOST_PIECES = 40  # of an article, each asked about by itself
_PIECE = 12_000  # characters of one
_MOST_TRIES = 40  # places in an answer at which its JSON may begin
_FINE = 200
_REFUSED = (401, 403, 404)  # of which a second try gives no more


@dataclass(frozen=True)
class LanguageModel:
    """A model behind an address; a `Second` reader.

    Parameters
    ----------
    url
        Where it is, as ``http://localhost:8080/v1``.
    model
        Its name there.
    key
        What the server knows the user by, if it asks.
    seconds
        How long one answer may take in all.

    Examples
    --------
    >>> LanguageModel("http://localhost:8080/v1/", "small").endpoint
    'http://localhost:8080/v1/chat/completions'
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = 120.0

    @property
    def name(self) -> str:
        """What the reader is called where its statements are shown."""
        return self.model

    @property
    def endpoint(self) -> str:
        """The address that is asked."""
        base = self.url.rstrip("/")
        return base if base.endswith("/chat/completions") else f"{base}/chat/completions"

    def propose(self, document: Document, parties: Sequence[Actor]) -> Proposals:
        """The statements that the model finds in an article, as far as the text bears them out.

        Raises
        ------
        UnansweredError
            Where the server cannot be reached, takes too long, refuses, or answers anything but
            the JSON that was asked for.
        """
        proposed: list[object] = []
        for piece in _pieces(document):
            proposed += _statements(self._ask(_asked(piece, parties)))
        return checked(proposed, document, parties, self.name)

    def _ask(self, messages: list[dict[str, str]]) -> str:
        """What the model says to some messages."""
        body = {"model": self.model, "messages": messages, "temperature": 0, "stream": False}
        try:
            status, answer = self._answer(json.dumps(body).encode())
        except wire.LATE:
            what = f"did not answer within {self.seconds:g} seconds"
            raise UnansweredError(what, lasting=True) from None
        except wire.BROKEN as error:
            what = f"cannot be reached at {self.endpoint} ({error or type(error).__name__})"
            raise UnansweredError(what, lasting=True) from None
        if status != _FINE:
            raise UnansweredError(f"answers {status}", lasting=status in _REFUSED)
        return _content(answer)

    def _answer(self, body: bytes) -> tuple[int, bytes]:
        until = time.monotonic() + self.seconds
        headers: dict[bytes | str, bytes | str] = {
            "User-Agent": wire.AGENT,
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            "Accept": "application/json",
            "Accept-Encoding": "identity",
        }
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        patience = dict.fromkeys(("connect", "read", "write", "pool"), self.seconds)
        with (
            httpcore2.ConnectionPool(ssl_context=ssl.create_default_context()) as pool,
            pool.stream(
                "POST", self.endpoint, headers=headers, content=body,
                extensions={"timeout": patience},
            ) as answer,
        ):  # fmt: skip
            found = wire.body(answer, MAX_ANSWER, until)
            if found is None:
                raise UnansweredError(f"answers more than {MAX_ANSWER // 1_000_000} MB")
            return answer.status, found


# What is asked ------------------------------------------------------------------------------------


def _asked(text: str, parties: Sequence[Actor]) -> list[dict[str, str]]:
    """The messages that ask for the statements of a text."""
    rules = resources.files(__package__).joinpath("asked.txt").read_text("utf-8")
    known = [
        {"id": actor.id, "name": actor.name, "aliases": list(actor.aliases)} for actor in parties
    ]
    question = {"parties": known, "article": text}
    return [
        {"role": "system", "content": rules.replace("KINDS", ", ".join(STATEMENT_KINDS))},
        {"role": "user", "content": json.dumps(question, ensure_ascii=False)},
    ]


def _pieces(document: Document) -> Iterator[str]:
    """The article without what is no part of it, in pieces of whole lines."""
    kept: list[str] = []
    at = 0
    for begin, end in (*sorted(document.noise), (len(document.text),) * 2):
        kept.append(document.text[at:begin])
        at = max(at, end)
    piece = ""
    given = 0
    for line in "".join(kept).splitlines(keepends=True):
        for part in (line[n : n + _PIECE] for n in range(0, len(line), _PIECE)):
            if piece and len(piece) + len(part) > _PIECE:
                yield piece
                given += 1
                piece = ""
            if given == MOST_PIECES:
                raise UnansweredError(
                    f"the article is longer than {MOST_PIECES * _PIECE:,} letters"
                )
            piece += part
    if piece.strip():
        yield piece


# What is answered ---------------------------------------------------------------------------------


def _content(answer: bytes) -> str:
    """The text of the first choice of an answer."""
    try:
        message = json.loads(answer)["choices"][0]["message"]
        content, refusal = message.get("content"), message.get("refusal")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise UnansweredError("answers in another form than the chat protocol's") from None
    if isinstance(content, list):  # in parts, as some servers have it
        texts = (part.get("text") for part in content if isinstance(part, dict))
        content = "".join(text for text in texts if isinstance(text, str))
    if refusal or not isinstance(content, str):
        raise UnansweredError("refuses to answer")
    return content


def _statements(content: str) -> list[object]:
    """The list of statements in what a model says, around which it may say more.

    >>> _statements('Here you are: {"statements": [{"kind": "claim"}]} Anything else?')
    [{'kind': 'claim'}]
    """
    decoder = json.JSONDecoder()
    begins = (found.start() for found in re.finditer("{", content))
    for at in islice(begins, _MOST_TRIES):
        try:
            found: Any = decoder.raw_decode(content, at)[0]
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and isinstance(found.get("statements"), list):
            return list(found["statements"])
    raise UnansweredError("answers without the JSON that was asked for")
