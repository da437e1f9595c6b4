# SPDX-License-Identifier: MIT
"""start.py, run for real on a tiny stand-in for Sunlit that needs no network."""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
START = ROOT / "start.py"
OLD_VERSIONS = ("2.7", "3.6", "3.7", "3.8", "3.9", "3.10")
PROGRAM = """\
import json, os, sys
import tinypin
print(json.dumps({"arguments": sys.argv[1:], "from": os.path.dirname(__file__),
                  "utf8": sys.flags.utf8_mode, "in": os.getcwd(),
                  "pin": tinypin.VERSION, "exe": sys.executable}))
sys.exit(3 if sys.argv[1:] == ["fail"] else 0)
"""
# Installs the folder in place, as the real build backend does, but needs nothing installed.
BACKEND = """\
import os, zipfile

def get_requires_for_build_editable(config_settings=None):
    return []

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "sunlit-0.0-py3-none-any.whl"
    info = "sunlit-0.0.dist-info/"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        wheel.writestr("_sunlit.pth", os.path.abspath("src"))
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: sunlit\\nVersion: 0.0\\n")
        tag = "Root-Is-Purelib: true\\nTag: py3-none-any\\n"
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\n" + tag)
        wheel.writestr(info + "RECORD", "_sunlit.pth,,\\n")
    return name
"""


def load(path: Path) -> ModuleType:
    """Import a copy of start.py by its path."""
    spec = importlib.util.spec_from_file_location("start", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


start = load(START)


def make_wheel(folder: Path, name: str, number: str) -> None:
    """Write a wheel of one module that knows its version."""
    folder.mkdir(exist_ok=True)
    info = f"{name}-{number}.dist-info"
    with zipfile.ZipFile(folder / f"{name}-{number}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", f"VERSION = {number!r}\n")
        wheel.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {number}\n"
        )
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", f"{name}.py,,\n")


def make_project(folder: Path) -> Path:
    """Write the stand-in: start.py itself, one pinned package, a program to run."""
    (folder / "src" / "sunlit").mkdir(parents=True)
    shutil.copy(START, folder)
    make_wheel(folder / "wheels", "tinypin", "1.0")
    make_wheel(folder / "wheels", "tinypin", "2.0")
    (folder / "requirements.txt").write_text("tinypin==1.0\n")
    (folder / "requirements-test.txt").write_text("-r requirements.txt\n")
    (folder / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        '[project]\nname = "sunlit"\nversion = "0.0"\n'
    )
    (folder / "backend.py").write_text(BACKEND)
    (folder / "src" / "sunlit" / "__init__.py").touch()
    (folder / "src" / "sunlit" / "__main__.py").write_text(PROGRAM)
    return folder


def settings_for(project: Path, **changes: str) -> dict[str, str]:
    """Return variables under which pip finds the stand-in's wheels and nothing else."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    settings.pop("SUNLIT_HOME_ENV", None)
    return settings | {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": (project / "wheels").as_uri(),
        **changes,
    }


def run(
    project: Path,
    *arguments: str,
    python: str = sys.executable,
    **changes: str,
) -> subprocess.CompletedProcess[str]:
    """Run the stand-in's start.py from another folder, as a person would."""
    return subprocess.run(
        [python, str(project / "start.py"), *arguments],
        cwd=project.parent,
        env=settings_for(project, **changes),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )


def told(result: subprocess.CompletedProcess[str]) -> dict[str, object]:
    """Return what the stand-in's program said about itself in its last line."""
    assert result.returncode == 0, result.stdout + result.stderr
    answer: dict[str, object] = json.loads(result.stdout.splitlines()[-1])
    return answer


def plain(result: subprocess.CompletedProcess[str]) -> str:
    """Return the message of a start that failed, which must not be a traceback."""
    assert result.returncode == 1, result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def first(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Set the stand-in up once, in a folder whose name has spaces and letters of every sort."""
    project = make_project(tmp_path_factory.mktemp("Grüße aus der 3. Klasse şğ") / "my sunlit")
    return project, run(project, "--port", "8123", "--no-browser")


@pytest.fixture
def project(first: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path) -> Path:
    """Copy what was set up to another place, as if the folder had been moved."""
    return Path(shutil.copytree(first[0], tmp_path / "moved away", symlinks=True))


# --- Arguments ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ([], ["open"]),
        (["--no-browser"], ["open", "--no-browser"]),
        (["--port", "9000", "--no-browser"], ["open", "--port", "9000", "--no-browser"]),
        (["--port=9000"], ["open", "--port=9000"]),
        (["open", "--port", "9000"], ["open", "--port", "9000"]),
        (["test", "tests/help", "-x"], ["test", "tests/help", "-x"]),
        (["words", "--jsonl"], ["words", "--jsonl"]),
        (["handouts", "--help"], ["handouts", "--help"]),
        (["--version"], ["--version"]),
        (["--help"], None),
    ],
)
def test_arguments_reach_the_command(arguments: list[str], command: list[str] | None) -> None:
    """Options without a command open the book; everything after a command is the command's."""
    assert (str(ROOT / ".venv"), command) == start.read_arguments(arguments, {})


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["--env", "over there", "check"], ["check"]),
        (["--env=over there"], ["open"]),
        (["--port", "9000", "--env", "over there"], ["open", "--port", "9000"]),
    ],
)
def test_the_environment_can_lie_elsewhere(arguments: list[str], command: list[str]) -> None:
    """--env names the folder of the packages; it wins over the variable."""
    folder = str(Path.cwd() / "over there")
    assert (folder, command) == start.read_arguments(arguments, {"SUNLIT_HOME_ENV": "other"})
    assert (folder, ["open"]) == start.read_arguments([], {"SUNLIT_HOME_ENV": folder})


def test_env_without_a_folder_is_explained() -> None:
    """--env at the end of the line says what is wanted."""
    with pytest.raises(start.Trouble, match="--env needs a folder"):
        start.read_arguments(["--env"], {})


# --- Which Python -------------------------------------------------------------------------


def old_python(number: str) -> str:
    """Return an old Python of this machine, or skip the test."""
    home = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    places = [*home.glob(f"{number}.*/bin/python"), shutil.which(f"python{number}")]
    for place in filter(None, places):
        answer = subprocess.run([place, "--version"], capture_output=True, check=False)
        if answer.returncode == 0:
            return str(place)
    pytest.skip(f"no Python {number} on this machine")


@pytest.mark.parametrize("number", OLD_VERSIONS)
def test_an_old_python_can_read_it(number: str) -> None:
    """Help is shown even by a Python that can't carry Sunlit."""
    shown = subprocess.run([old_python(number), START, "--help"], capture_output=True, check=False)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert b"Needs Python 3.11, 3.12 or 3.13" in shown.stdout


@pytest.mark.parametrize("number", ["2.7", "3.6", "3.10"])
def test_an_old_python_hands_over_to_a_suitable_one(
    first: tuple[Path, subprocess.CompletedProcess[str]], number: str
) -> None:
    """Where a suitable Python is installed too, the wrong `python3` makes no difference."""
    suitable = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    result = run(first[0], "hello", python=old_python(number), PATH=suitable)
    assert told(result)["arguments"] == ["hello"]


@pytest.mark.parametrize("number", ["here", "2.7", "3.8"])
def test_the_wrong_python_says_which_one_is_needed(tmp_path: Path, number: str) -> None:
    """Where no suitable Python is found, the message names the one wanted and the one found.

    The copy wants a Python that nobody has, so it finds none on any machine.
    """
    project = make_project(tmp_path / "sunlit")
    text = START.read_text(encoding="utf-8")
    future = text.replace("SUPPORTED = ((3, 13), (3, 12), (3, 11))", "SUPPORTED = ((3, 99),)")
    assert future != text
    (project / "start.py").write_text(future, encoding="utf-8")
    python = sys.executable if number == "here" else old_python(number)
    found = ".".join(map(str, sys.version_info[:2])) if number == "here" else number
    message = plain(run(project, python=python))
    assert "Sunlit needs Python 3.11, 3.12 or 3.13" in message
    assert f"This is Python {found}, and no other was found here" in message
    assert "Install" in message
    assert not (project / ".venv").exists()


# --- Setting up ---------------------------------------------------------------------------


def test_the_first_start_sets_up_and_runs(
    first: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """One command installs the pins and the project, and opens the book with its options."""
    project, result = first
    answer = told(result)
    assert answer["arguments"] == ["open", "--port", "8123", "--no-browser"]
    assert str(project / "src" / "sunlit") == answer["from"]
    assert (answer["utf8"], answer["pin"]) == (1, "1.0")
    assert str(answer["exe"]).startswith(str(project / ".venv"))
    assert "Fetching Sunlit's packages" in result.stdout


def test_a_second_start_installs_nothing(
    first: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """Once set up, pip does not run: no network is needed."""
    log = first[0] / ".venv" / start.LOG
    before = log.read_bytes()
    result = run(first[0], "hello", PIP_FIND_LINKS="", PIP_INDEX_URL="http://127.0.0.1:9/simple")
    assert told(result)["arguments"] == ["hello"]
    assert len(result.stdout.splitlines()) == 1
    assert before == log.read_bytes()


def test_the_exit_code_is_the_commands(
    first: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """A script that calls start.py learns whether the command failed."""
    assert run(first[0], "fail").returncode == 3


def test_a_moved_folder_still_works(project: Path) -> None:
    """After the folder was moved, Sunlit runs from its new place, without a network."""
    result = run(project, "hello", PIP_FIND_LINKS="")
    assert str(project / "src" / "sunlit") == told(result)["from"]
    assert "Fetching" not in result.stdout


def test_a_raised_pin_is_installed(project: Path) -> None:
    """A changed requirements.txt takes effect at the next start."""
    (project / "requirements.txt").write_text("tinypin==2.0\n")
    assert told(run(project, "hello"))["pin"] == "2.0"


def test_a_half_made_environment_is_made_anew(project: Path) -> None:
    """What an earlier set-up left behind is repaired, and it is said why."""
    shutil.rmtree(project / ".venv" / ("Scripts" if os.name == "nt" else "bin"))
    result = run(project, "hello")
    assert told(result)["arguments"] == ["hello"]
    assert "has to be made anew: its Python does not start" in result.stdout


def test_every_sort_of_damage_is_noticed(tmp_path: Path) -> None:
    """An environment counts as sound only if nothing speaks against it."""
    (tmp_path / "tinypin.py").touch()
    version_here = list(sys.version_info[:3])
    answer = {"version": version_here, "wide": True, "pip": True, "packages": str(tmp_path)}
    stamp = {"python": version_here[:2], "contents": ["tinypin.py"]}
    assert start.what_is_wrong("env", answer, stamp) is None
    for damaged, said, why in (
        (None, stamp, "does not start"),
        ({**answer, "version": [3, 9, 1]}, stamp, "does not start or is another"),
        ({**answer, "pip": False}, stamp, "half made"),
        (answer, {**stamp, "python": [3, 10]}, "Python has changed"),
        (answer, {**stamp, "unfinished": True}, "cut off"),
        (answer, {**stamp, "contents": ["tinypin.py", "sphinx"]}, r"missing \(sphinx\)"),
    ):
        assert re.search(why, str(start.what_is_wrong("env", damaged, said)))


def test_two_starts_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    """A second click while the first start still sets up waits for it."""
    project = make_project(tmp_path / "sunlit")
    command = [sys.executable, str(project / "start.py"), "hello"]
    both = [
        subprocess.Popen(
            command, env=settings_for(project), stdout=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(2)
    ]
    outputs = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    assert sum("Fetching" in output for output in outputs) == 1


def test_a_folder_that_another_start_just_made_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two starts in the same instant both see no folder; the slower one takes the other's."""
    make = os.makedirs

    def second(folder: str) -> None:
        make(folder)  # the other start, in the moment before ours
        make(folder)

    monkeypatch.setattr(start.os, "makedirs", second)
    start.make_folder(str(tmp_path / "env"))
    assert (tmp_path / "env" / start.LOCK).is_file()


# --- What can go wrong --------------------------------------------------------------------


def test_no_network_is_said_plainly_and_loses_nothing(project: Path) -> None:
    """Without internet the message says so, and what was there still works afterwards."""
    (project / "requirements.txt").write_text("tinypin==2.0\n")
    offline = {"PIP_NO_INDEX": "0", "PIP_FIND_LINKS": "", "PIP_RETRIES": "1"}
    result = run(project, **offline, PIP_INDEX_URL="http://127.0.0.1:9/simple")
    assert "there is no internet here" in plain(result)
    (project / "requirements.txt").write_text("tinypin==1.0\n")
    again = run(project, "hello", PIP_FIND_LINKS="")
    assert told(again)["pin"] == "1.0"


def test_a_package_that_is_not_there_is_named(project: Path) -> None:
    """A pin without a ready-made package for this machine is named, not dumped."""
    (project / "requirements.txt").write_text("nobody-has-this==1.0\n")
    assert "No ready-made package nobody-has-this==1.0" in plain(run(project))


@pytest.mark.skipif(os.name == "nt", reason="signals of a terminal are POSIX")
def test_ctrl_c_stops_quietly_and_leaves_a_note(project: Path) -> None:
    """Ctrl-C while packages are fetched ends with a sentence; the next start knows of it."""
    (project / "requirements.txt").write_text("tinypin==2.0\n")
    with socket.create_server(("127.0.0.1", 0)) as silent:  # a registry that never answers
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/simple"
        process = subprocess.Popen(
            [sys.executable, str(project / "start.py"), "hello"],
            env=settings_for(project, PIP_NO_INDEX="0", PIP_FIND_LINKS="", PIP_INDEX_URL=address),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        silent.accept()[0].close()  # pip has asked: it is in the middle of its work
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, err) == (130, "")
    assert out.endswith("Stopped. Start again whenever you like.\n")
    environment = str(project / ".venv")
    answer = start.probe([start.environment_python(environment)])
    reason = start.what_is_wrong(environment, answer, start.read_stamp(environment))
    assert reason == "an earlier set-up was cut off"


@pytest.fixture
def closed() -> Iterator[tuple[Path, Path, dict[str, object]]]:
    """Make a stand-in that may be read and not written, and a folder that may be written.

    Root may write anywhere, so root runs it as somebody else, with the system's Python. The
    third value holds the options of subprocess for that.
    """
    if os.name == "nt":
        pytest.skip("folders are closed in another way on Windows")
    options: dict[str, object] = {"args": [sys.executable]}
    if os.getuid() == 0:
        answer = start.probe(["/usr/bin/python3"])
        if not start.suits(answer) or not answer["venv"]:
            pytest.skip("run by root, and the system's Python does not suit another user")
        options = {
            "args": ["/usr/bin/python3"], "user": 65534, "group": 65534, "extra_groups": [],
        }  # fmt: skip
    # Not pytest's own folder: that one is closed to other users.
    folder = Path(tempfile.mkdtemp(prefix="sunlit-"))
    folder.chmod(0o755)
    project = make_project(folder / "sunlit")
    own = folder / "own"
    own.mkdir()
    if "user" in options:
        os.chown(own, 65534, 65534)
    for path in [project, *project.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield project, own, options
    for path in [project, *project.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_folder_says_what_to_do(
    closed: tuple[Path, Path, dict[str, object]],
) -> None:
    """Who may not write beside start.py is told a way out, and that way works."""
    project, own, options = closed
    results = [
        subprocess.run(
            [*options["args"], str(project / "start.py"), *arguments],
            **{name: value for name, value in options.items() if name != "args"},
            env=settings_for(project, HOME=str(own)),
            cwd=project,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for arguments in ([], ["--env", str(own / "sunlit-env"), "--school", "school.yml"])
    ]
    message = plain(results[0])
    assert "Sunlit may not write here" in message
    assert f'--env "{own / "sunlit-env"}"' in message
    answer = told(results[1])
    assert answer["arguments"] == ["open", "--school", str(project / "school.yml")]
    assert answer["in"] == str(own / "sunlit-env")  # where the built book will lie


def test_a_folder_with_other_things_is_left_alone(project: Path, tmp_path: Path) -> None:
    """--env never empties a folder that holds somebody's files."""
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "essay.txt").write_text("mine")
    message = plain(run(project, "--env", str(documents), "hello"))
    assert "holds other things (essay.txt)" in message
    assert [file.name for file in documents.iterdir()] == ["essay.txt"]
    assert (documents / "essay.txt").read_text() == "mine"


def test_a_file_in_the_way_is_named(project: Path) -> None:
    """A file called .venv is neither deleted nor a riddle."""
    shutil.rmtree(project / ".venv")
    (project / ".venv").write_text("somebody's own")
    message = plain(run(project, "hello"))
    assert str(project / ".venv") in message
    assert "Rename or delete it" in message


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("ERROR: [Errno 28] No space left on device", "The disk is full"),
        ("Retrying after connection broken by SSLError(CERTIFICATE_VERIFY_FAILED)", "PIP_CERT"),
        ("Retrying after connection broken by ProxyError", "HTTPS_PROXY"),
        ("not created successfully because ensurepip is not\navailable.", "apt install python3"),
        ("ERROR: [WinError 5] Access is denied", "close it there"),
        ("something nobody foresaw", "something nobody foresaw"),
    ],
)
def test_what_pip_says_becomes_advice(output: str, advice: str) -> None:
    """Words of pip and venv are turned into what a person can do."""
    message = start.explain(output, "It did not work.")
    assert message.startswith("It did not work.\n")
    assert advice in message


def test_a_full_disk_outside_pip_is_the_same_advice() -> None:
    """A disk that fills while start.py itself writes is explained as well."""
    error = OSError(errno.ENOSPC, "No space left on device", "/x/.venv/sunlit-stamp.json")
    assert "The disk is full" in start.explain_os_error(error, "/x/.venv")


# --- The checks ---------------------------------------------------------------------------


def test_every_check_runs_and_is_reported(project: Path) -> None:
    """One failing check does not hide the next; the exit code tells.

    The stand-in has no linter, no type checker and no pytest, so all of those fail.
    """
    result = run(project, "test")
    assert result.returncode == 1
    report = result.stdout[result.stdout.rindex("\n\n") :]
    assert re.findall(r"^(ok|NOT OK)  .* \d+\.\d s$", report, re.MULTILINE) == [
        "ok",
        "NOT OK",
        "NOT OK",
        "NOT OK",
        "NOT OK",
    ]
    assert "To mend: lint, format, types, tests." in report


# --- The pins -----------------------------------------------------------------------------


def pins(name: str) -> list[Requirement]:
    """Return the requirements of a file, without its comments and includes."""
    lines = (line.split("#")[0].strip() for line in (ROOT / name).read_text().splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("-r ")]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_requirement_is_pinned_exactly(name: str) -> None:
    """The same packages everywhere and next year: one `==` a line, no name twice."""
    wanted = pins(name)
    assert [str(r) for r in wanted if not re.fullmatch(r"==[^*,]+", str(r.specifier))] == []
    assert len(wanted) == len({r.name for r in wanted})


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_the_pins_are_what_is_tested(name: str) -> None:
    """What these tests run on is what start.py installs, jupyter-book 1.0.4.post1 included."""
    here = [pin for pin in pins(name) if not pin.marker or pin.marker.evaluate()]
    assert [f"{p}, not {version(p.name)}" for p in here if version(p.name) not in p.specifier] == []
    if name == "requirements.txt":
        assert version("jupyter-book") == "1.0.4.post1"


def test_the_pins_satisfy_what_the_wheel_asks_for() -> None:
    """Whoever installs the wheel alone gets nothing that the pinned set contradicts."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {r.name: next(iter(r.specifier)).version for r in pins("requirements.txt")}
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    unmet = [
        text
        for text in asked
        if (r := Requirement(text)).name not in pinned or pinned[r.name] not in r.specifier
    ]
    assert unmet == []
