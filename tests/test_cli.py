# SPDX-License-Identifier: MIT
"""The command line: plain answers, plain errors, nothing half-done."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from sunlit.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def sunlit(*arguments: str) -> tuple[int, str]:
    """Run a command in this process; give its exit code and all it printed."""
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def free_port() -> str:
    """Return a port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def test_help_names_every_command() -> None:
    """Somebody who types --help sees each command with a line on what it does."""
    code, output = sunlit("--help")
    assert code == 0
    listed = output[output.index("Commands:") :]
    for name, command in main.commands.items():
        assert f"\n  {name} " in listed
        assert command.get_short_help_str() in output.replace("\n", " ") or command.help


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["handouts", "--out", "x"], "name lessons or bands"),
        (["handouts", "ages-11-13/03-wrds", "--out", "x"], "03-wrds"),
        (["handouts", "--all", "--rename", "Sam", "--out", "x"], "--rename wants"),
        (["words"], "name files, or write --jsonl"),
        (["bench", "nothing"], "there is no benchmark 'nothing'"),
        (["build", "--out", "x", "--school", "none.yml"], "none.yml"),
    ],
)
def test_a_wrong_call_is_answered_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], wanted: str
) -> None:
    """A slip gets a sentence and a code that is not 0, never a traceback."""
    monkeypatch.chdir(tmp_path)
    code, output = sunlit(*arguments)
    assert code != 0
    assert wanted in output
    assert "Traceback" not in output


def test_a_broken_school_file_is_located(tmp_path: Path) -> None:
    """A mistake in school.yml is told with its line before anything is built."""
    file = tmp_path / "school.yml"
    file.write_text("name: Elm\ncontry: GB\n", encoding="utf-8")
    code, output = sunlit("handouts", "--all", "--out", str(tmp_path), "--school", str(file))
    assert code == 1
    assert f"{file}:2" in output
    assert "Did you mean 'country'?" in output


def test_teach_says_where_it_is_in_one_json_line(tmp_path: Path) -> None:
    """A script starts the class service, reads four addresses, and finds the site there."""
    command = [sys.executable, "-m", "sunlit", "teach", "--no-browser", "--json", "--port", "0"]
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    with subprocess.Popen(
        [*command[:-1], free_port(), "--control-port", free_port(), "--data", str(tmp_path)],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    ) as service:
        assert service.stdout is not None
        places = json.loads(service.stdout.readline())
        assert set(places) == {"site", "join", "control", "secret"}
        with urllib.request.urlopen(places["site"]) as page:  # noqa: S310 - our own service
            assert "Sunlit" in page.read().decode()
        service.send_signal(signal.SIGINT)
        assert service.stdout.read() == ""
    assert service.returncode == 0
