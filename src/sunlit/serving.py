# SPDX-License-Identifier: MIT
"""Serve the built book to this computer alone."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOST = "127.0.0.1"
TRIES = 50


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and writes no log: nobody needs to know who read what."""

    server_version = "Sunlit"
    sys_version = ""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""

    def end_headers(self) -> None:
        """Let a rebuilt page show at once."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # A port that another program listens on must count as taken, on Windows as well.
    allow_reuse_address = False


def server_for(
    folder: Path, port: int, handler: Callable[..., QuietHandler] | None = None
) -> ThreadingHTTPServer:
    """Return a server of ``folder`` on 127.0.0.1, at ``port`` or the next free one.

    ``handler`` answers in the place of the ordinary one, when given.

    Raises
    ------
    OSError
        When none of the next 50 ports is free.

    """
    handler = handler or partial(QuietHandler, directory=str(folder))
    for candidate in range(port, min(port + TRIES, 65536)):
        try:
            return _Server((HOST, candidate), handler)
        except OSError:
            continue
    raise OSError(f"the ports {port} to {port + TRIES - 1} are all in use; name another: --port")
