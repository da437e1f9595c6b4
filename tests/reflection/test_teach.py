# SPDX-License-Identifier: MIT
"""Starting and stopping: one JSON line for scripts, sentences for people, ports, the network."""

from __future__ import annotations

import io
import json
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from described import Client
from hypothesis import given
from hypothesis import strategies as st

import sunlit.reflection
from conftest import POLLS
from sunlit.reflection import teaching as teaching_module
from sunlit.reflection.listener import bind
from sunlit.reflection.moderation import fold, worrying
from sunlit.reflection.teaching import Teaching, default_data, lan_addresses

SCRIPT = """
import sys
from conftest import POLLS
from sunlit.reflection import teach
teach(POLLS, sys.argv[1], port=0, control_port=0, browser=False, as_json=sys.argv[2] == "json")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGTERM")
def test_with_json_one_line_says_where_everything_is(tmp_path: Path) -> None:
    """The line comes when both listeners answer; a termination signal ends cleanly and quietly."""
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(tmp_path), "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": ":".join(path for path in sys.path if path), "PATH": ""},
    ) as child:
        try:
            assert child.stdout
            places = json.loads(child.stdout.readline() or "null")
            assert places is not None, child.communicate(timeout=30)
            assert set(places) == {"site", "join", "control", "secret"}
            assert len(places["secret"]) == 64
            for name in ("join", "control"):
                with urllib.request.urlopen(places[name], timeout=20) as page:  # noqa: S310 (our own)
                    assert page.status == 200
            child.send_signal(signal.SIGTERM)
            rest = child.communicate(timeout=30)
            assert (child.returncode, rest) == (0, ("", ""))
        finally:
            child.kill()


def test_people_are_told_what_to_do(tmp_path: Path) -> None:
    """Without --lan only this computer; with it the address, the isolated Wi-Fi, the sniffer."""
    with Teaching(POLLS, tmp_path, port=0, control_port=0) as alone:
        out = io.StringIO()
        teaching_module._tell(alone, lan=False, out=out)
    said = out.getvalue()
    assert f"{alone.control}#{alone.secret}" in said
    assert "Start with --lan" in said
    with Teaching(POLLS, tmp_path, port=0, control_port=0, lan=True, address="10.1.2.3") as wide:
        out = io.StringIO()
        teaching_module._tell(wide, lan=True, out=out)
    said = out.getvalue()
    assert "http://10.1.2.3:" in said
    assert "hotspot" in said
    assert "plain http" in said


def test_with_lan_only_the_pupils_listener_leaves_loopback(tmp_path: Path) -> None:
    """The join address is the network's, its Host is answered, control stays on loopback."""
    with Teaching(POLLS, tmp_path, port=0, control_port=0, lan=True, address="10.1.2.3") as wide:
        pupils, control = (one._socket.getsockname()[0] for one in wide._listeners)
        assert (pupils, control) == ("0.0.0.0", "127.0.0.1")  # noqa: S104 (compared)
        client = Client(wide)
        host = {"Host": f"10.1.2.3:{client.pupils}"}
        assert client.call(client.pupils, "GET", "/join", headers=host).status == 200
        assert client.call(client.control, "GET", "/", headers=host).status == 421


def test_a_device_on_the_network_is_not_told_where_the_teachers_page_is(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only loopback learns the control address."""
    from sunlit.reflection.security import Guard  # noqa: PLC0415 (this test alone)

    monkeypatch.setattr(Guard, "_peer", lambda *_: {"peer": b"x", "near": False})
    assert client.pupil("GET", "/api/here").data["control"] is None


def test_a_port_in_use_gives_the_next_one() -> None:
    """Nobody has to find out which program holds a port."""
    with bind("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with bind("127.0.0.1", port) as second:
            assert port < second.getsockname()[1] <= port + 49


def test_no_port_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """After fifty tries the message names the range."""

    def taken(*_: object, **__: object) -> socket.socket:
        raise OSError(98, "in use")

    monkeypatch.setattr("errno.EADDRINUSE", 98)
    monkeypatch.setattr(socket, "create_server", taken)
    with pytest.raises(OSError, match="no free port from 8000 to 8049"):
        bind("127.0.0.1", 8000)


def test_the_address_in_the_network_is_none_or_no_loopback() -> None:
    """Without a network there is none, and loopback is never called one."""
    assert not any(address.startswith("127.") for address in lan_addresses())
    assert len(set(lan_addresses())) == len(lan_addresses())


def test_a_computer_with_two_networks_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The school's network and its own hotspot: both are answered, the second is named."""
    monkeypatch.setattr(teaching_module, "lan_addresses", lambda: ["10.1.2.3", "192.168.137.1"])
    with Teaching(POLLS, tmp_path, port=0, control_port=0, lan=True) as wide:
        out = io.StringIO()
        teaching_module._tell(wide, lan=True, out=out)
        client = Client(wide)
        host = {"Host": f"192.168.137.1:{client.pupils}"}
        assert client.call(client.pupils, "GET", "/join", headers=host).status == 200
    assert "192.168.137.1" in out.getvalue()
    assert "--address" in out.getvalue()


@pytest.mark.skipif(sys.platform == "darwin", reason="has one loopback address only")
def test_the_address_at_which_a_phone_arrived_is_answered(tmp_path: Path) -> None:
    """A hotspot switched on after the start has an address that nobody knew."""
    with Teaching(POLLS, tmp_path, port=0, control_port=0, lan=True, address="10.1.2.3") as wide:
        port = Client(wide).pupils
        with socket.create_connection(("127.0.0.2", port), timeout=20) as phone:
            host = f"Host: 127.0.0.2:{port}\r\nConnection: close"
            phone.sendall(f"GET /join HTTP/1.1\r\n{host}\r\n\r\n".encode())
            assert phone.recv(65536).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_answers_are_kept_in_a_local_folder(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """On every system the default folder is the user's own and local."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    folder = default_data()
    assert folder.is_relative_to(Path.home())
    assert folder.parts[-2:] == ("sunlit", "reflection")


def test_the_service_goes_on_after_a_restart(tmp_path: Path) -> None:
    """A poll opened before the stop takes answers after it."""
    name = "ages-11-13/03-words/idea"
    with Teaching(POLLS, tmp_path, port=0, control_port=0) as first:
        code = Client(first).open(name)
    with Teaching(POLLS, tmp_path, port=0, control_port=0) as second:
        assert Client(second).pupil("GET", f"/api/join/{code}").status == 200
        assert Client(second).teacher("GET", f"/api/polls/{code}").data["state"] == "open"


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node to run the page's own file")
def test_phrases_are_found_on_the_device_as_on_the_server() -> None:
    """The page's own file folds and finds as Python does."""
    texts = [
        "I'm SCARED to go   home!!",
        "Don\u2019t tell anyone",
        "d\u00f6n't t\u00e9ll anyone",
        "the help menu",
        "",
        "\u0645\u0631\u062d\u0628\u0627 help_me help-me",
    ]
    pages = Path(sunlit.reflection.__file__).parent / "pages"
    from sunlit.reflection.moderation import WORRYING  # noqa: PLC0415 (this test alone)

    script = (
        f"import({json.dumps((pages / 'phrases.js').as_uri())}).then(m => console.log("
        f"JSON.stringify({json.dumps(texts)}.map(t => [m.fold(t), m.worrying(t, "
        f"{json.dumps(WORRYING)})]))))"
    )
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script],  # noqa: S607 (found on the path above)
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [[fold(text), worrying(text)] for text in texts]


@given(st.integers(1, 500))
def test_slips_are_all_different(count: int) -> None:
    """As many slips as bodies are taken, of eight symbols that cannot be misread."""
    from sunlit.reflection.slips import new_slips  # noqa: PLC0415 (this test alone)

    slips = new_slips(count)
    assert len(set(slips)) == count
    assert all(len(slip) == 8 and not set(slip) & set("IO01") for slip in slips)


def test_a_schools_people_and_emergency_number_are_on_the_card() -> None:
    """The card holds who, where and when; without a country no number is guessed."""
    from sunlit.help import School  # noqa: PLC0415 (this test alone)
    from sunlit.reflection.help_card import card_of  # noqa: PLC0415 (this test alone)

    school = School.model_validate(
        {"country": "GB", "contacts": [{"person": "Ms Ode", "room": "4", "times": "breaks"}]}
    )
    card = card_of(school)
    assert card.people == (("Ms Ode", "4, breaks"),)
    assert card.lines[0].startswith("Emergency number: ")
    assert card_of(School()).lines == ()


def test_the_card_leads_to_the_books_help_page(tmp_path: Path) -> None:
    """From a phone and from the teacher's page, where the book has such a page."""
    (tmp_path / "book" / "docs").mkdir(parents=True)
    (tmp_path / "book" / "docs" / "help.html").write_text("<h1>Help</h1>", encoding="utf-8")
    data, book = tmp_path / "data", tmp_path / "book"
    with Teaching(POLLS, data, book=book, port=0, control_port=0) as running:
        client = Client(running)
        assert b'href="/book/docs/help.html"' in client.pupil("GET", "/join").raw
        assert client.pupil("GET", "/book/docs/help.html").raw == b"<h1>Help</h1>"
        link = f'href="{running.site}book/docs/help.html"'.encode()
        assert link in client.teacher("GET", "/").raw
