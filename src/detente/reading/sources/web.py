"""Addresses that a user gave: fetched once, within bounds, and never from a private network.

A name is resolved once, every address it has is looked at, and the connection goes to the address
that was looked at, so that a second answer of the name service cannot lead elsewhere. The same
holds for each redirection. No proxy is used: it would resolve for itself.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore2

from detente.reading import wire
from detente.reading.sources.article import fault, is_address

MAX_BYTES = 5_000_000
_MOST_REDIRECTS = 5
_SECONDS = 60.0  # in all
_PATIENCE = {"connect": 10.0, "read": 20.0, "write": 20.0, "pool": 5.0}
_MOVED = (301, 302, 303, 307, 308)
_FINE = 200

Permits = Callable[[str], bool]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network.

    >>> is_public("93.184.215.14"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    found = ipaddress.ip_address(address)
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    return bool(inner.is_global and not inner.is_multicast)


def fetch(address: str, permits: Permits = is_public) -> tuple[bytes, str]:
    """What is at an address, and the address that it came from in the end.

    Parameters
    ----------
    address
        With http or https.
    permits
        Which IP addresses may be connected to.

    Raises
    ------
    InputError
        Where it cannot be reached, is not to be reached, is too large, takes too long, or is not
        there.
    """
    until = time.monotonic() + _SECONDS
    at = address
    with _pool(permits) as pool:
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                status, headers, body = _answer(pool, at, until)
            except _ForbiddenError as error:
                raise fault(at, str(error), "save the page and give the file") from None
            except wire.LATE:
                raise fault(at, "takes too long to answer", "try again, or save the page") from None
            except wire.BROKEN as error:
                what = f"cannot be fetched ({error or type(error).__name__})"
                raise fault(at, what, "look at the address, or save the page") from None
            if status not in _MOVED or "location" not in headers:
                break
            at = urljoin(at, headers["location"])
            if not is_address(at):
                raise fault(address, f"leads to {at!r}", "give an http or https address")
        else:
            raise fault(address, f"leads on over {_MOST_REDIRECTS} times", "give the last address")
    if status != _FINE:
        raise fault(at, f"answers {status}", "look at the address")
    return body, at


class _ForbiddenError(Exception):
    """A name that stands for an address which is not to be reached."""


def _pool(permits: Permits) -> httpcore2.ConnectionPool:
    return httpcore2.ConnectionPool(
        ssl_context=ssl.create_default_context(), network_backend=_Guarded(permits)
    )


def _answer(
    pool: httpcore2.ConnectionPool, address: str, until: float
) -> tuple[int, dict[str, str], bytes]:
    headers: dict[bytes | str, bytes | str] = {
        "User-Agent": wire.AGENT,
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
        "text/plain, application/pdf;q=0.5, */*;q=0.1",
        "Accept-Encoding": "identity",
    }
    target = _encoded(address)
    with pool.stream("GET", target, headers=headers, extensions={"timeout": _PATIENCE}) as answer:
        found = {key.decode().lower(): value.decode("latin-1") for key, value in answer.headers}
        if answer.status in _MOVED:
            return answer.status, found, b""
        body = wire.body(answer, MAX_BYTES, until)
        if body is None:
            what = f"is larger than {MAX_BYTES // 1_000_000} MB"
            raise fault(address, what, "save the article alone")
        return answer.status, found, body


def _encoded(address: str) -> str:
    """The address in ASCII, as it goes over the wire.

    >>> _encoded("https://münchen.example/straße?q=a b#top")
    'https://xn--mnchen-3ya.example/stra%C3%9Fe?q=a%20b'
    """
    from urllib.parse import quote

    parts = urlsplit(address)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (UnicodeError, ValueError):
        raise fault(address, "is no address", "give one as https://news.example/page") from None
    host = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='%/:@!$&()*+,;=?~-._')}" if parts.query else ""
    return f"{parts.scheme.lower()}://{host}{port}{path}{query}"


class _Guarded(httpcore2.NetworkBackend):
    """Connections that go only where the address which was looked at is permitted."""

    def __init__(self, permits: Permits) -> None:
        self._permits = permits
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Resolve once, look at every address, connect to the first."""
        found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        wrong = next((address for address in found if not self._permits(address)), None)
        if wrong is not None or not found:
            raise _ForbiddenError(f"stands for {wrong}, an address of a private network")
        return self._inner.connect_tcp(found[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(self, *given: Any, **named: Any) -> httpcore2.NetworkStream:
        """Refuse: no page is there."""
        del given, named
        raise _ForbiddenError("is no address of the network")

    def sleep(self, seconds: float) -> None:
        """Wait between tries."""
        self._inner.sleep(seconds)
