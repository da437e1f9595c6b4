# SPDX-License-Identifier: MIT
"""What every request passes before a route sees it, and every answer carries.

The application sees an allow-list of headers and no peer address, so that nothing about a device
can be stored or logged by mistake. Where a peer must be told from another, to slow down guessing,
a keyed hash with a key that dies with the process stands for it.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

from sunlit.reflection.body import MAX_BODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
WALL = "/wall"
# The book's theme needs inline scripts and styles; no secret lives on this origin.
BOOK_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_SEEN = frozenset(
    {
        b"host",
        b"content-type",
        b"content-length",
        b"transfer-encoding",
        b"origin",
        b"authorization",
        b"if-none-match",
        b"if-modified-since",
        b"range",
    }
)
_HTTP = b"http://"
_WEB = 80
_READ_ONLY = frozenset({"GET", "HEAD"})


def security_headers(policy: str = PAGE_POLICY, cache: str = "no-store") -> dict[bytes, bytes]:
    """Return the headers that every answer carries, errors too."""
    return {
        b"content-security-policy": policy.encode(),
        b"x-content-type-options": b"nosniff",
        b"referrer-policy": b"no-referrer",
        b"cross-origin-resource-policy": b"same-origin",
        b"cache-control": cache.encode(),
    }


class Guard:
    """An ASGI layer around a whole listener.

    ``hosts`` are the exact values of the Host header that are answered, port included, beside the
    address at which the connection arrived; all others get 421. A foreign or null Origin gets
    403, a POST that is no JSON 415, a body above 4 KiB 413.

    ``frames`` is the origin of the teacher's listener, which the book may show inside a slide on
    the teacher's own machine; ``framed_by`` are the origins whose slides may hold the wall.
    """

    def __init__(  # noqa: PLR0913 (what a listener is told about its neighbour)
        self,
        app: ASGIApp,
        *,
        hosts: Iterable[str],
        book: str | None = None,
        secret: str = "",
        frames: str = "",
        framed_by: str = "",
    ) -> None:
        self._app = app
        self._frames = f"; frame-src {frames}" if frames else ""
        self._framed_by = framed_by
        self._hosts = frozenset(host.lower().encode() for host in hosts)
        self._book = book
        self._secret = secret.encode()
        self._key = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check the request, hide the peer, run the application, dress the answer."""
        if scope["type"] != "http":
            return
        path = scope["path"]
        peer = self._peer(scope)
        dress = self._dress(path, near=bool(peer["near"]))
        refusal = self._refusal(scope)
        if refusal:
            await _plain(send, refusal, dress)
            return
        headers = [(name, value) for name, value in scope["headers"] if name in _SEEN]
        inner = {**scope, "headers": headers, "client": None}
        inner["state"] = {**scope.get("state", {}), **peer}
        started = False
        taken = 0

        async def dressed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                own = {
                    n.lower(): v for n, v in message.get("headers", ()) if n.lower() not in dress
                }
                message = {**message, "headers": [*own.items(), *dress.items()]}
            await send(message)

        async def limited() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > MAX_BODY:
                raise HTTPException(413)
            return message

        try:
            await self._app(inner, limited, dressed)
        except Exception:  # noqa: BLE001 (nothing of a request may reach a log)
            if not started:
                await _plain(send, 500, dress)

    def _dress(self, path: str, *, near: bool) -> dict[bytes, bytes]:
        """Return the security headers of the answer to ``path``."""
        if self._book and path.startswith(f"{self._book}/"):
            return security_headers(BOOK_POLICY + (self._frames if near else ""), "no-cache")
        if self._framed_by and path == WALL:
            framed = f"frame-ancestors {self._framed_by}"
            return security_headers(PAGE_POLICY.replace("frame-ancestors 'none'", framed))
        return security_headers()

    def _refusal(self, scope: Scope) -> int:
        """Return the status of a refusal, or 0."""
        values: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            values.setdefault(name, []).append(value)
        hosts = values.get(b"host", [])
        names = self._hosts | _reached(scope)
        if len(hosts) != 1 or hosts[0].lower() not in names:
            return 421
        origins = values.get(b"origin", [])
        if any(not origin.startswith(_HTTP) or origin[7:] not in names for origin in origins):
            return 403
        if len(scope.get("raw_path", b"")) + len(scope.get("query_string", b"")) > MAX_BODY:
            return 414
        if scope["path"].startswith("/api/") and self._secret:
            given = values.get(b"authorization", [b""])[0]
            if not hmac.compare_digest(given, b"Bearer " + self._secret):
                return 401
        if scope["method"] not in _READ_ONLY:
            kind = values.get(b"content-type", [b""])[0].split(b";")[0].strip().lower()
            if scope["method"] == "POST" and kind != b"application/json":
                return 415
            lengths = values.get(b"content-length", [b"0"])
            if int(lengths[0]) > MAX_BODY:
                return 413
        return 0

    def _peer(self, scope: Scope) -> dict[str, object]:
        address = scope["client"][0] if scope.get("client") else ""
        token = hmac.digest(self._key, address.encode(), "sha256")[:8]
        try:
            near = ipaddress.ip_address(address).is_loopback
        except ValueError:
            near = False
        return {"peer": token, "near": near}


def _reached(scope: Scope) -> set[bytes]:
    """Return the machine's own address at which this connection arrived, as a Host says it.

    A computer may have several, such as the school's network and its own hotspot. A number typed
    or scanned by a pupil is no name that a foreign page could have pointed here.
    """
    server = scope.get("server")
    if not server or server[1] is None:
        return set()
    host, port = server
    return {f"{host}:{port}".encode()} | ({host.encode()} if port == _WEB else set())


async def bare(request: Request, error: Exception) -> Response:  # noqa: ARG001 (a handler's form)
    """Answer an error of the framework, such as a path that is not there, without a body."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    return Response(status_code=status, headers=headers)


async def _plain(send: Send, status: int, headers: dict[bytes, bytes]) -> None:
    """Send an answer without a body."""
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [*headers.items(), (b"content-length", b"0")],
        }
    )
    await send({"type": "http.response.body", "body": b""})


class Guesses:
    """Slows down guessing of codes: one wrong guess a second for each peer, fifty over all.

    At 30 bits and 5,000 open polls a guess hits once in 215,000; fifty a second need 70 minutes,
    and a hit only adds one answer.
    """

    def __init__(
        self,
        *,
        each: float = 1.0,
        burst: float = 5.0,
        overall: float = 50.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._each, self._burst, self._overall = each, burst, overall
        self._clock = clock
        self._peers: OrderedDict[bytes, tuple[float, float]] = OrderedDict()
        self._all = (overall, clock())

    def may_try(self, peer: bytes) -> bool:
        """Whether a code from this peer is looked up now."""
        return self._left(
            *self._peers.get(peer, (self._burst, 0.0)), self._each, self._burst
        ) >= 1 and (self._left(*self._all, self._overall, self._overall) >= 1)

    def wrong(self, peer: bytes) -> None:
        """Note a wrong guess."""
        now = self._clock()
        left = self._left(*self._peers.pop(peer, (self._burst, now)), self._each, self._burst)
        self._peers[peer] = (left - 1, now)
        while len(self._peers) > 4096:  # noqa: PLR2004 (bounded memory)
            self._peers.popitem(last=False)
        self._all = (self._left(*self._all, self._overall, self._overall) - 1, now)

    def _left(self, left: float, since: float, rate: float, most: float) -> float:
        return min(most, left + (self._clock() - since) * rate)
