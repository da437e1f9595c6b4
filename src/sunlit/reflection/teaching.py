# SPDX-License-Identifier: MIT
"""``sunlit teach``: one command serves the book, the join page and the teacher's page."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import sys
import threading
import time
import webbrowser
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self, TextIO

from sunlit.reflection.app import BOOK, pupils_app
from sunlit.reflection.control import control_app
from sunlit.reflection.group_commit import GroupCommit
from sunlit.reflection.help_card import HelpCard
from sunlit.reflection.listener import Listener, bind
from sunlit.reflection.security import Guard
from sunlit.reflection.service import Service
from sunlit.reflection.sqlite_store import SqliteStore
from sunlit.reflection.wording import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sunlit.reflection.spec import PollSpec

PORT = 8000
CONTROL_PORT = 8001
LOOPBACK = "127.0.0.1"
_SWEEP_SECONDS = 3600


def default_data() -> Path:
    """Return the folder of the answers when none is given: local, and not synchronised."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "sunlit" / "reflection"


def lan_addresses() -> list[str]:
    """Return this computer's addresses in local networks, the likeliest first; none without one.

    A datagram socket that is only connected, never written to, asks the system which of its
    addresses it would use; nothing is sent. The others, such as that of its own hotspot, come from
    the computer's name.
    """
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for documentation (RFC 5737)
            found.append(str(probe.getsockname()[0]))
        except OSError:
            pass  # no network: the name may still know an address
    try:
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        named = []
    found += [str(entry[4][0]) for entry in named]
    outside = [one for one in found if not one.startswith(("127.", "0."))]
    return list(dict.fromkeys(outside))


def _names(hosts: list[str], port: int) -> list[str]:
    return [f"{host}:{port}" for host in hosts] + (hosts if port == 80 else [])  # noqa: PLR2004 (the port a browser leaves out)


def _with_help_page(card: HelpCard, book: Path | None) -> HelpCard:
    """Lead from the card to the book's help page, where the book has one."""
    for name in ("docs/help.html", "help.html"):
        if book and (book / name).is_file():
            return replace(card, more=f"{BOOK}/{name}")
    return card


class Teaching:
    """A running service: two listeners over one store. A context manager.

    ``polls`` are the activities that can be opened, by id; ``data`` is the folder of the answers,
    ``book`` the built book or None. With ``lan`` the pupils' listener takes connections from the
    local network; the teacher's never does. ``address`` overrides the address found by itself.
    """

    def __init__(  # noqa: PLR0913 (the options of the command)
        self,
        polls: Mapping[str, PollSpec],
        data: Path | str,
        *,
        book: Path | None = None,
        port: int = PORT,
        control_port: int = CONTROL_PORT,
        lan: bool = False,
        address: str | None = None,
        help_card: HelpCard | None = None,
    ) -> None:
        self.secret = secrets.token_hex(32)
        self.store = SqliteStore(data)
        self._writer = GroupCommit(self.store)
        self.service = Service(self.store, self._writer, lambda: polls, HelpCard())
        self.addresses = ([address] if address else lan_addresses()) if lan else []
        self.lan = self.addresses[0] if self.addresses else None
        outside = "0.0.0.0" if lan else LOOPBACK  # noqa: S104 (only when --lan asks for it)
        pupils_socket = bind(outside, port)
        control_socket = bind(LOOPBACK, control_port)
        port = pupils_socket.getsockname()[1]
        control_port = control_socket.getsockname()[1]
        hosts = [LOOPBACK, "localhost", *self.addresses]
        if lan:
            hosts += [socket.gethostname().lower(), f"{socket.gethostname().lower()}.local"]
        self.site = f"http://{LOOPBACK}:{port}/"
        self.join = f"http://{self.lan or LOOPBACK}:{port}/join"
        self.control = f"http://{LOOPBACK}:{control_port}/"
        self.service.join, self.service.control = self.join, self.control
        self.service.help_card = _with_help_page(help_card or HelpCard(), book)
        self.service.site = f"{self.site}{BOOK.lstrip('/')}/" if book else ""
        pupils = Guard(
            pupils_app(self.service, book),
            hosts=_names(hosts, port),
            book=BOOK if book else None,
            frames=self.control.rstrip("/"),
        )
        control = Guard(
            control_app(self.service, book),
            hosts=_names([LOOPBACK, "localhost"], control_port),
            secret=self.secret,
            framed_by=" ".join(f"http://{name}:{port}" for name in (LOOPBACK, "localhost")),
        )
        self._listeners = (Listener(pupils, pupils_socket), Listener(control, control_socket))

    def start(self) -> None:
        """Serve; return once both listeners answer."""
        for listener in self._listeners:
            listener.start()

    def stop(self) -> None:
        """Stop serving; open polls stay in their files and are resumed by the next start."""
        for listener in self._listeners:
            listener.stop()
        self._writer.shut()
        self.store.shut()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def places(self) -> dict[str, str]:
        """The addresses and the teacher's secret, as printed with ``--json``."""
        return {
            "site": self.site,
            "join": self.join,
            "control": self.control,
            "secret": self.secret,
        }


def _tell(teaching: Teaching, *, lan: bool, out: TextIO) -> None:
    lines = [
        wording("teach.control", address=f"{teaching.control}#{teaching.secret}"),
        wording("teach.join", address=teaching.join),
    ]
    if lan:
        found = "teach.lan" if teaching.lan else "teach.no-lan"
        lines.append(wording(found, address=teaching.lan))
        if len(teaching.addresses) > 1:
            others = ", ".join(teaching.addresses[1:])
            lines.append(wording("teach.others", addresses=others))
        lines.append(wording("teach.isolated"))
        lines.append(wording("teach.plain"))
    else:
        lines.append(wording("teach.loopback"))
    waiting = teaching.store.waiting()
    if waiting:
        lines.append(wording("teach.waiting", n=sum(waiting.values())))
    lines.append(wording("teach.stop"))
    out.write("\n".join(lines) + "\n")


def teach(  # noqa: PLR0913 (the options of the command)
    polls: Mapping[str, PollSpec],
    data: Path | str | None = None,
    *,
    book: Path | None = None,
    port: int = PORT,
    control_port: int = CONTROL_PORT,
    lan: bool = False,
    address: str | None = None,
    browser: bool = True,
    as_json: bool = False,
    help_card: HelpCard | None = None,
    out: TextIO = sys.stdout,
) -> None:
    """Serve until Ctrl-C or a termination signal, and say where everything is.

    With ``as_json`` exactly one JSON line is printed, when both listeners answer:
    ``{"site", "join", "control", "secret"}``.

    Raises
    ------
    OSError
        If no port can be had.
    StoreError
        If the data folder cannot keep answers safely.

    """
    ended = threading.Event()
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        if hasattr(signal, name) and threading.current_thread() is threading.main_thread():
            signal.signal(getattr(signal, name), lambda *_: ended.set())
    teaching = Teaching(
        polls,
        data or default_data(),
        book=book,
        port=port,
        control_port=control_port,
        lan=lan,
        address=address,
        help_card=help_card,
    )
    with teaching:
        if as_json:
            out.write(json.dumps(teaching.places) + "\n")
        else:
            _tell(teaching, lan=lan, out=out)
        out.flush()
        if browser:
            webbrowser.open(f"{teaching.control}#{teaching.secret}")
        # A short wait, because on Windows nothing interrupts a long one.
        swept = time.monotonic()
        while not ended.wait(0.5):
            if time.monotonic() - swept > _SWEEP_SECONDS:
                teaching.store.sweep()
                swept = time.monotonic()
