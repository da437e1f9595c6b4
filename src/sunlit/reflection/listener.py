# SPDX-License-Identifier: MIT
"""A listener that nobody can hold open: requests must be complete within ten seconds."""

from __future__ import annotations

import errno
import ipaddress
import logging
import socket
import threading
from collections import Counter
from typing import TYPE_CHECKING, ClassVar

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from sunlit.reflection.security import security_headers

if TYPE_CHECKING:
    import asyncio

    from starlette.types import ASGIApp

DEADLINE = 10.0
UNFINISHED_PER_PEER = 20
_PORTS_TRIED = 50

# uvicorn tells of odd requests and of crashes with their traceback; neither may reach a log.
logging.getLogger("uvicorn").propagate = False
logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL + 1)
logging.getLogger("uvicorn.access").setLevel(logging.CRITICAL + 1)

_INCOMPLETE = (h11.IDLE, h11.SEND_BODY)


class DeadlineProtocol(H11Protocol):
    """HTTP/1.1 with a deadline for each request and a limit on unfinished ones from one peer."""

    deadline = DEADLINE
    _unfinished: ClassVar[Counter[str]] = Counter()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock; turn away a peer that holds too many unfinished requests."""
        super().connection_made(transport)
        self._timer: asyncio.TimerHandle | None = None
        self._peer = self.client[0] if self.client else ""
        if not _loopback(self._peer) and self._unfinished[self._peer] >= UNFINISHED_PER_PEER:
            transport.abort()
            return
        self._arm()

    def data_received(self, data: bytes) -> None:
        """Stop the clock once a request is whole; start it when another begins."""
        super().data_received(data)
        if self.conn.their_state in _INCOMPLETE and not self.transport.is_closing():
            self._arm()
        else:
            self._disarm()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._disarm()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answer bytes that are no HTTP without repeating anything of them."""
        del msg
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            headers = [*security_headers().items(), (b"connection", b"close")]
            headers.append((b"content-length", b"0"))
            for event in (h11.Response(status_code=400, headers=headers), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _arm(self) -> None:
        if self._timer is None:
            self._unfinished[self._peer] += 1
            self._timer = self.loop.call_later(self.deadline, self.transport.abort)

    def _disarm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._unfinished[self._peer] -= 1
            if not self._unfinished[self._peer]:
                del self._unfinished[self._peer]


def _loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def bind(host: str, port: int) -> socket.socket:
    """Return a listening socket on ``port``, or on the next free one; 0 takes any.

    Raises
    ------
    OSError
        If none of fifty ports can be had.
    """
    last: OSError | None = None
    for wanted in range(port, port + _PORTS_TRIED) if port else (0,):
        try:
            return socket.create_server((host, wanted), backlog=1024)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
            last = error
    raise OSError(f"no free port from {port} to {port + _PORTS_TRIED - 1}") from last


class _Server(uvicorn.Server):
    """A uvicorn server for a thread, where it leaves signals alone; it says when it is up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell the waiting thread."""
        await super().startup(sockets)
        self.up.set()


class Listener:
    """One application on one socket, served from a daemon thread."""

    def __init__(self, app: ASGIApp, sock: socket.socket) -> None:
        config = uvicorn.Config(
            app,
            http=DeadlineProtocol,
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=2,
            limit_concurrency=2000,
            h11_max_incomplete_event_size=16 * 1024,
        )
        self._server = _Server(config)
        self._socket = sock
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [sock]}, name="sunlit-listener", daemon=True
        )

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self._socket.getsockname()[1])

    def start(self) -> None:
        """Serve; return once requests are answered."""
        self._thread.start()
        while not self._server.up.wait(0.2):
            if not self._thread.is_alive():
                raise RuntimeError("the listener could not start")

    def stop(self) -> None:
        """End serving and wait for the thread."""
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()
