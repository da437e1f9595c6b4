# SPDX-License-Identifier: MIT
"""The service in a process of its own, to be loaded, killed and started again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sunlit.reflection.spec import PollSpec

CHILD = """
import sys
from sunlit.reflection.spec import PollSpec
from sunlit.reflection.teaching import teach
spec = PollSpec.from_json(sys.argv[4])
teach({spec.activity_id: spec}, sys.argv[1], port=int(sys.argv[2]), control_port=int(sys.argv[3]),
      browser=False, as_json=True)
"""


class Server:
    """The service in a process of its own."""

    def __init__(self, data: Path, spec: PollSpec) -> None:
        self.data = data
        self.spec = spec
        self.ports = ("0", "0")
        self.places: dict[str, str] = {}
        self.start()

    def start(self) -> None:
        """Start, on the ports of the last start."""
        paths = [path for path in sys.path if path]
        self.process = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(self.data), *self.ports, self.spec.to_json()],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
        assert self.process.stdout  # noqa: S101 (a pipe was asked for)
        self.places = json.loads(self.process.stdout.readline())
        ends = (self.places["site"], self.places["control"])
        self.ports = tuple(end.rstrip("/").rpartition(":")[2] for end in ends)

    def kill(self) -> None:
        """Kill without a word."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def ask(self, path: str, body: object = None) -> dict:
        """Ask the teacher's listener."""
        call = urllib.request.Request(  # noqa: S310 (our own listener)
            self.places["control"].rstrip("/") + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {self.places['secret']}",
                "Content-Type": "application/json",
            },
        )
        with urllib.request.urlopen(call, timeout=20) as answer:  # noqa: S310 (our own listener)
            return json.load(answer)
