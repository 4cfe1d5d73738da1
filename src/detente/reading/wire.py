"""What comes over the network: within a size and a time, and what may go wrong on the way."""

from __future__ import annotations

import ssl
import time

import httpcore2

from detente import __version__

AGENT = f"detente/{__version__}"
LATE = (httpcore2.TimeoutException, TimeoutError)
BROKEN = (
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.UnsupportedProtocol,
    ssl.SSLError,
    OSError,
)


def body(answer: httpcore2.Response, most: int, until: float) -> bytes | None:
    """All that an answer brings; None where that is more than `most` bytes.

    Parameters
    ----------
    answer
        A response that is streamed.
    most
        The bytes that are taken.
    until
        When it must be there, by `time.monotonic`.

    Raises
    ------
    TimeoutError
        Where it is not.
    """
    found = bytearray()
    for piece in answer.iter_stream():
        found += piece
        if len(found) > most:
            return None
        if time.monotonic() > until:
            raise TimeoutError
    return bytes(found)
