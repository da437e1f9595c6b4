# SPDX-License-Identifier: MIT
"""The two listeners over real connections: what they answer, refuse and keep to themselves."""

from __future__ import annotations

import json
import logging
import re
import secrets
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from described import DESCRIPTION, Client, fresh_body

from sunlit.reflection import listener
from sunlit.reflection.app import pupils_app
from sunlit.reflection.control import control_app
from sunlit.reflection.listener import DeadlineProtocol
from sunlit.reflection.release import release_poll
from sunlit.reflection.security import Guard, Guesses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sunlit.reflection.teaching import Teaching

IDEA = "ages-11-13/03-words/idea"
BOTH = "ages-14-18/03-words/both"
HANDS = "ages-05-07/03-words/hands"


def vote(client: Client, code: str, counts: Sequence[int]) -> None:
    """Let a class answer the one item."""
    spec = client.teaching.store.spec(code)
    for level, count in enumerate(counts):
        for _ in range(count):
            values = [level + 1, *([0] * (len(spec.items) - 1))]
            assert client.send(code, fresh_body(spec, values)) == 204


def raw(port: int, sent: bytes, wait: float = 20) -> bytes:
    """Send bytes as they are and return everything that comes back."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as connection:
        connection.sendall(sent)
        received = b""
        while chunk := connection.recv(65536):
            received += chunk
        return received


def status_of(answer: bytes) -> int:
    """Return the status of a raw answer."""
    return int(answer.split(b" ", 2)[1])


# The whole way


def test_a_class_from_opening_to_the_picture(client: Client) -> None:
    """Open, look, answer, count, close, see; the second close changes nothing."""
    opened = client.teacher("POST", "/api/polls", {"activity": IDEA, "class_size": 29}).data
    code = opened["code"]
    assert opened["join"]["link"] == f"{client.teaching.join}#{opened['key']}"
    for given in (code, code.lower(), opened["key"]):
        questions = client.pupil("GET", f"/api/join/{given}").data
        assert (code, "Which idea will you use?") == (
            questions["code"],
            questions["items"][0]["text"],
        )
    vote(client, code, (13, 11, 4, 1))
    assert client.teacher("GET", f"/api/polls/{code}").data["about"] == 25
    closed = client.teacher("POST", f"/api/polls/{code}/close")
    spec = client.teaching.store.spec(code)
    assert release_poll(spec, [[13, 11, 4, 1]]).as_dict() == closed.data["release"]
    assert closed.raw == client.teacher("POST", f"/api/polls/{code}/close").raw
    assert closed.raw == client.teacher("GET", f"/api/polls/{code}").raw
    assert client.send(code, fresh_body(spec, [1])) == 410
    assert client.pupil("GET", f"/api/join/{code}").status == 410
    assert client.pupil("GET", f"/api/join/{opened['key']}").status == 404
    assert client.teacher("DELETE", f"/api/polls/{code}").status == 204
    assert client.teacher("GET", f"/api/polls/{code}").status == 404


def test_a_repeated_body_is_acknowledged_and_counted_once(client: Client) -> None:
    """A device that lost the reply gets the same 204, and the class grows by one."""
    code = client.open(IDEA)
    sent = fresh_body(client.teaching.store.spec(code), [2])
    assert [client.send(code, sent) for _ in range(3)] == [204, 204, 204]
    assert client.teaching.store.count(code) == 1


def test_nothing_sent_before_the_close_depends_on_the_answers(client: Client) -> None:
    """Two classes that answer differently look the same until the close."""
    seen = []
    for values in ([1, 1, 1, 1], [4, 5, 2, 3], [0, 0, 0, 0]):
        opened = client.teacher("POST", "/api/polls", {"activity": BOTH}).data
        code, key = opened["code"], opened["key"]
        spec = client.teaching.store.spec(code)
        answers = []
        for _ in range(11):
            sent = fresh_body(spec, values)
            answers.append(client.pupil("POST", f"/api/join/{code}/answers", sent))
        looks = [client.pupil("GET", f"/api/join/{code}"), *answers]
        looks += [client.teacher("GET", f"/api/polls/{code}{part}") for part in ("", "/wall")]
        looks.append(client.teacher("GET", f"/api/polls/{code}/texts"))
        text = repr([(one.status, sorted(one.headers.items()), one.raw) for one in looks])
        text = re.sub(r"'etag', '[^']+'", "", text)
        qr = json.dumps(opened["join"]["qr"])
        text = text.replace(qr.replace(", ", ","), "").replace(code, "").replace(key, "")
        seen.append(text)
        client.teacher("POST", f"/api/polls/{code}/close")
    assert len(set(seen)) == 1


def test_answers_racing_the_close_are_counted_or_told(client: Client) -> None:
    """Every 204 is in the picture; every other sender is told that it is closed."""
    code = client.open(IDEA, class_size=200)
    spec = client.teaching.store.spec(code)
    statuses: list[int] = []

    def phone() -> None:
        for _ in range(20):
            statuses.append(client.send(code, fresh_body(spec, [1])))
            statuses.append(client.send(code, fresh_body(spec, [2])))

    phones = [threading.Thread(target=phone) for _ in range(4)]
    for one in phones:
        one.start()
    released = client.teacher("POST", f"/api/polls/{code}/close").data["release"]
    for one in phones:
        one.join()
    assert {204, 410} >= set(statuses)
    assert len(statuses) == 160
    again = client.teacher("POST", f"/api/polls/{code}/close").data["release"]
    assert released == again


def test_what_is_the_teachers_alone_stays_off_the_wall(client: Client) -> None:
    """An item for the teacher is in her answer and not in the projector's."""
    code = client.open(BOTH)
    client.teacher("POST", f"/api/polls/{code}/close")
    hers = client.teacher("GET", f"/api/polls/{code}").data["release"]["items"]
    wall = client.teacher("GET", f"/api/polls/{code}/wall").data["release"]["items"]
    assert [item["id"] for item in hers] == ["idea", "useful", "sat", "felt"]
    assert [item["id"] for item in wall] == ["idea", "useful", "sat"]


def test_the_projector_polls_without_a_body_while_nothing_changed(client: Client) -> None:
    """The same ETag gives 304."""
    code = client.open(IDEA)
    first = client.teacher("GET", f"/api/polls/{code}/wall")
    tag = {"If-None-Match": first.headers["etag"]}
    assert client.teacher("GET", f"/api/polls/{code}/wall", **tag).status == 304
    vote(client, code, (5, 0, 0, 0))
    assert client.teacher("GET", f"/api/polls/{code}/wall", **tag).status == 200


def test_before_and_after_of_one_class(client: Client) -> None:
    """Two linked polls give a change in tenths; nearly the same class gives no new picture."""
    before = client.open(IDEA, phase="before")
    vote(client, before, (4, 18, 4, 4))
    client.teacher("POST", f"/api/polls/{before}/close")
    after = client.open(IDEA, phase="after", follows=before)
    vote(client, after, (21, 3, 3, 3))
    client.teacher("POST", f"/api/polls/{after}/close")
    change = client.teacher("GET", f"/api/polls/{after}/change").data
    bars = {bar["label"]: bar for bar in change["items"][0]["bars"]}
    assert (change["items"][0]["verdict"], bars["Ask"]["tenths"]) == ("moved", 6)
    assert bars["Ask"]["clear"]
    again = client.open(IDEA, follows=after)
    vote(client, again, (21, 3, 3, 4))
    client.teacher("POST", f"/api/polls/{again}/close")
    same = client.teacher("GET", f"/api/polls/{again}/change").data
    assert same["items"][0]["verdict"] == "same"
    assert client.teacher("GET", f"/api/polls/{before}/change").status == 404
    assert (
        client.teacher("POST", "/api/polls", {"activity": IDEA, "follows": "ZZZZZZ"}).status == 404
    )


def test_an_after_is_never_released_as_if_of_another_class(client: Client) -> None:
    """It follows the one before of its activity; with none or several it must be said which."""
    name = "ages-11-13/05-media/cards"
    lonely = client.teacher("POST", "/api/polls", {"activity": name, "phase": "after"})
    assert lonely.status == 422
    assert "follows" in lonely.data["error"]
    before = client.open(name, phase="before")
    client.teacher("POST", f"/api/polls/{before}/close")
    after = client.open(name, phase="after")
    assert client.teacher("GET", f"/api/polls/{after}").data["follows"] == before
    other = client.open(name, phase="before")
    client.teacher("POST", f"/api/polls/{other}/close")
    unclear = client.teacher("POST", "/api/polls", {"activity": name, "phase": "after"})
    assert unclear.status == 422
    assert before in unclear.data["error"]
    assert client.open(name, phase="after", follows=other)


def test_paper_totals_give_the_same_picture_as_phones(client: Client) -> None:
    """Counted slips pass through the same release, byte for byte."""
    code = client.open(IDEA)
    vote(client, code, (9, 8, 6, 3))
    phones = client.teacher("POST", f"/api/polls/{code}/close").data["release"]
    sent = {"activity": IDEA, "counts": [[9, 8, 6, 3]]}
    paper = client.teacher("POST", "/api/tallies", sent).data
    assert phones == paper["release"]
    assert paper["release"] == client.teacher("GET", f"/api/polls/{paper['code']}").data["release"]


def test_hands_of_the_youngest_are_shown_and_dropped(client: Client) -> None:
    """Nothing of ages 5 to 7 is kept, even if it is asked for; phones are refused."""
    before = client.teacher("GET", "/api/polls").data
    sent = {"activity": HANDS, "counts": [[9, 8, 6]], "keep": True}
    shown = client.teacher("POST", "/api/tallies", sent).data
    assert shown["code"] is None
    assert shown["release"]["items"][0]["shown"]
    assert before == client.teacher("GET", "/api/polls").data
    refused = client.teacher("POST", "/api/polls", {"activity": HANDS})
    assert refused.status == 422
    assert "hands" in refused.data["error"]


def test_texts_are_moderated_before_anyone_sees_them(client: Client) -> None:
    """Before the close there is nothing to read; after it the teacher decides on each."""
    code = client.open(BOTH, free_text="What helped you most?")
    spec = client.teaching.store.spec(code)
    for number in range(10):
        sent = fresh_body(spec, [0, 0, 0, 0], f"thought {number} \u202e@someone")
        assert client.send(code, sent) == 204
    assert client.teacher("GET", f"/api/polls/{code}/texts").data == []
    client.teacher("POST", f"/api/polls/{code}/close")
    queue = client.teacher("GET", f"/api/polls/{code}/texts").data
    assert all(text["flag"] and "someone" not in text["body"] for text in queue)
    assert client.teacher("GET", f"/api/polls/{code}").data["texts"] == []
    place = f"/api/polls/{code}/texts/"
    assert client.teacher("DELETE", f"/api/polls/{code}").status == 409
    assert client.teacher("GET", "/api/polls").data["waiting"][code] == 10
    approve = {"decision": "approve", "body": "in kinder words"}
    assert client.teacher("POST", place + queue[0]["token"], approve).status == 204
    for text in queue[1:]:
        assert client.teacher("POST", place + text["token"], {"decision": "hide"}).status == 204
    assert client.teacher("GET", f"/api/polls/{code}").data["texts"] == ["in kinder words"]
    for wrong in ({"decision": "publish"}, {"decision": "approve", "body": 5}, {}):
        assert client.teacher("POST", place + queue[0]["token"], wrong).status == 422
    assert client.teacher("POST", place + "00", {"decision": "hide"}).status == 404
    assert client.teacher("DELETE", f"/api/polls/{code}").status == 204


def test_slips_from_the_hat_count_once(client: Client) -> None:
    """A slip opens once; without one nothing is taken."""
    opened = client.teacher("POST", "/api/polls", {"activity": IDEA, "slips": True}).data
    spec = client.teaching.store.spec(opened["code"])
    assert spec.cap == len(set(opened["slips"]))

    def answer(slip: str) -> int:
        return client.send(opened["code"], {**fresh_body(spec, [1]), "slip": slip})

    assert answer(opened["slips"][0]) == 204
    assert answer(opened["slips"][0]) == 403
    assert answer("AAAAAAAA") == 403
    assert answer("short") == 400
    assert client.send(opened["code"], fresh_body(spec, [1])) == 400


def test_the_cap_is_told(client: Client) -> None:
    """One tenth above the class, then no more."""
    code = client.open(IDEA, class_size=10)
    vote(client, code, (11, 0, 0, 0))
    assert client.send(code, fresh_body(client.teaching.store.spec(code), [1])) == 409


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"activity": "ages-11-13/03-words/nothing"},
        {"activity": IDEA, "class_size": "30"},
        {"activity": IDEA, "class_size": 0},
        {"activity": IDEA, "class_size": True},
        {"activity": IDEA, "colour": "red"},
        {"activity": IDEA, "phase": "during"},
        {"activity": HANDS, "free_text": "Anything?"},
        {"activity": ["x"]},
    ],
)
def test_settings_that_must_not_be_are_refused_in_words(
    client: Client, settings: dict[str, Any]
) -> None:
    """The teacher's page gets one sentence that says what was wanted."""
    answer = client.teacher("POST", "/api/polls", settings)
    assert answer.status == 422
    assert answer.data["error"]


# What the guard refuses


def test_every_route_is_described_and_every_description_has_a_route(teaching: Teaching) -> None:
    """Server and description hold the same paths and methods."""
    served: dict[str, set[str]] = {}
    apps = (pupils_app(teaching.service, None), control_app(teaching.service))
    for app in apps:
        for route in app.routes:
            path = re.sub(r"^/(join|control)/[\w-]+\.\w+$", r"/\1/{file}", route.path)  # type: ignore[attr-defined]
            path = path.replace("{activity:path}", "{activity}")
            served.setdefault(path, set()).update(route.methods - {"HEAD"})  # type: ignore[attr-defined]
    described = {
        path: {name.upper() for name in entry if name in {"get", "post", "delete"}}
        for path, entry in DESCRIPTION["paths"].items()
    }
    assert described == served


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "", "localhost.:80"])
def test_a_host_that_is_not_ours_gets_421(client: Client, host: str) -> None:
    """A page elsewhere cannot reach the service under its own name."""
    for port in (client.pupils, client.control):
        assert client.call(port, "GET", "/", headers={"Host": host}).status == 421


def test_a_doubled_host_is_refused(client: Client) -> None:
    """Two Host lines are no HTTP."""
    line = f"Host: 127.0.0.1:{client.pupils}\r\n".encode()
    answer = raw(client.pupils, b"GET /join HTTP/1.1\r\n" + line * 2 + b"\r\n")
    assert status_of(answer) == 400
    assert answer.lower().count(b"content-security-policy") == 1
    assert answer.endswith(b"\r\n\r\n")


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1", ""])
def test_a_foreign_origin_gets_403(client: Client, origin: str) -> None:
    """No other page can send or read anything."""
    code = client.open(IDEA)
    sent = json.dumps(fresh_body(client.teaching.store.spec(code), [1])).encode()
    headers = {"Content-Type": "application/json", "Origin": origin}
    place = f"/api/join/{code}/answers"
    assert client.call(client.pupils, "POST", place, sent, headers).status == 403
    own = {**headers, "Origin": client.teaching.site.rstrip("/")}
    assert client.call(client.pupils, "POST", place, sent, own).status == 204


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_form_cannot_post(client: Client, kind: str) -> None:
    """Only JSON by its content type is taken, which no form of another page can send."""
    code = client.open(IDEA)
    sent = json.dumps(fresh_body(client.teaching.store.spec(code), [1])).encode()
    headers = {"Content-Type": kind} if kind else {}
    place = f"/api/join/{code}/answers"
    assert client.call(client.pupils, "POST", place, sent, headers).status == 415
    assert client.teaching.store.count(code) == 0


def test_a_large_body_is_refused_with_and_without_its_length(client: Client) -> None:
    """4,097 bytes are too many, told or in pieces."""
    code = client.open(IDEA)
    place = f"/api/join/{code}/answers"
    headers = {"Content-Type": "application/json"}
    assert client.call(client.pupils, "POST", place, b" " * 4097, headers).status == 413
    host = f"Host: 127.0.0.1:{client.pupils}\r\nConnection: close\r\n"
    head = f"POST {place} HTTP/1.1\r\n{host}".encode()
    pieces = b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"400\r\n" + b" " * 1024 + b"\r\n"
    answer = raw(client.pupils, head + pieces + chunk * 5 + b"0\r\n\r\n")
    assert status_of(answer) == 413


@pytest.mark.parametrize(
    "head",
    [
        b"POST /api/join/AAAAAA/answers HTTP/1.1\r\nContent-Length: -5\r\n",
        b"POST /api/join/AAAAAA/answers HTTP/1.1\r\nContent-Length: 1e3\r\n",
        b"POST /api/join/AAAAAA/answers HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n",
        b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n",
        b"GET / HTTP/1.1\r\nX: a\x00b\r\n",
    ],
    ids=["negative", "exponent", "two-lengths", "tls", "long", "nul"],
)
def test_bytes_that_are_no_http_get_a_bare_400(client: Client, head: bytes) -> None:
    """Nothing of what was sent comes back, and the service goes on."""
    host = f"Host: 127.0.0.1:{client.pupils}\r\nConnection: close\r\n\r\n".encode()
    answer = raw(client.pupils, head + host)
    assert status_of(answer) in {400, 414, 415}
    assert answer.endswith(b"\r\n\r\n")
    assert client.pupil("GET", "/join").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/book/../secret.txt",
        "/book/%2e%2e/secret.txt",
        "/book/..%2fsecret.txt",
        "/book/%2e%2e%5csecret.txt",
        "/book//../../secret.txt",
        "/join/../../spec.py",
        "/join/join.html",
        "/join/%00",
    ],
)
def test_nothing_outside_the_book_can_be_read(client: Client, path: str) -> None:
    """Paths that climb out, and files that are no page's, are not found."""
    answer = client.call(client.pupils, "GET", path)
    assert answer.status == 404
    assert b"not for you" not in answer.raw


def test_the_book_is_served_with_its_own_policy(client: Client) -> None:
    """The book may use inline scripts; the pages of the reflection may not."""
    book = client.pupil("GET", "/book/")
    assert book.raw == b"<h1>Book</h1>"
    assert "'unsafe-inline'" in book.headers["content-security-policy"]
    assert client.pupil("GET", "/").headers["location"] == "/book/"
    for answer in (client.pupil("GET", "/join"), client.teacher("GET", "/")):
        policy = answer.headers["content-security-policy"]
        assert "'unsafe-inline'" not in policy
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy


def test_every_answer_is_dressed_and_says_nothing_of_the_machine(client: Client) -> None:
    """Errors too carry the security headers; no server name, no date, no CORS."""
    asked = [
        client.pupil("GET", "/join"),
        client.pupil("GET", "/nothing"),
        client.pupil("GET", "/api/join/bad"),
        client.pupil("POST", "/join", {}),
        client.call(client.pupils, "GET", "/", headers={"Host": "evil.example"}),
        client.call(client.control, "GET", "/api/polls"),
        client.teacher("GET", "/api/polls/ZZZZZZ"),
    ]
    assert [answer.status for answer in asked] == [200, 404, 400, 405, 421, 401, 404]
    for answer in asked:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert not {"server", "date", "set-cookie", "access-control-allow-origin"} & set(
            answer.headers
        )


def test_the_teachers_routes_want_the_secret(client: Client) -> None:
    """Without it, with another, and with the pupils' key: 401 everywhere."""
    code = client.open(IDEA)
    key = client.teaching.store.open_polls()[code].key
    paths = ["/api/activities", "/api/polls", f"/api/polls/{code}", f"/api/polls/{code}/wall"]
    for given in ("", f"Bearer {'0' * 64}", f"Bearer {key}", client.teaching.secret, "Basic x"):
        headers = {"Authorization": given} if given else {}
        for path in paths:
            assert client.call(client.control, "GET", path, headers=headers).status == 401
        close = client.call(client.control, "POST", f"/api/polls/{code}/close", b"{}", headers)
        assert close.status == 401
    assert client.teaching.store.is_open(code)


def test_the_teachers_listener_is_bound_to_loopback_only(client: Client) -> None:
    """Even with the pupils' listener open to the network, control stays on this machine."""
    sockets = [one._socket.getsockname() for one in client.teaching._listeners]
    assert ("127.0.0.1", client.control) == sockets[1]
    for path in ("/api/polls", "/api/activities", "/wall"):
        answer = raw(
            client.pupils,
            f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{client.pupils}\r\n\r\n".encode(),
        )
        assert status_of(answer) == 404


def test_wrong_codes_are_slowed_down_and_right_keys_are_not(client: Client) -> None:
    """After a few wrong guesses a peer has to wait; a scanned key is found at once."""
    opened = client.teacher("POST", "/api/polls", {"activity": IDEA}).data
    statuses = [client.pupil("GET", "/api/join/AAAAAA").status for _ in range(8)]
    assert statuses[:5] == [404] * 5
    assert 429 in statuses[5:]
    client.teaching.service.guesses = Guesses(each=0.0, burst=1.0)
    assert client.pupil("GET", "/api/join/AAAAAA").status == 404
    assert client.pupil("GET", f"/api/join/{opened['code']}").status == 429
    assert client.pupil("GET", f"/api/join/{opened['key']}").status == 200
    for bad in ("AAAAA", "AAAAAAA", "AAAAA0", "AAAAAI", "%20AAAAA", "AAAAAA%0a", "\u0661" * 6):
        path = "/api/join/" + "".join(c if c.isascii() else "%D9%A1" for c in bad)
        assert client.pupil("GET", path).status in {400, 429}


def test_guesses_refill_with_time() -> None:
    """One wrong guess a second for each peer, fifty over all."""
    now = [0.0]
    guesses = Guesses(clock=lambda: now[0])
    for _ in range(5):
        assert guesses.may_try(b"one")
        guesses.wrong(b"one")
    assert not guesses.may_try(b"one")
    assert guesses.may_try(b"two")
    now[0] = 1.0
    assert guesses.may_try(b"one")
    for peer in range(50):
        guesses.wrong(str(peer).encode())
    assert not guesses.may_try(b"new")


def test_the_application_sees_no_peer_and_no_header_but_the_allowed() -> None:
    """Address, user agent, cookies and languages stop at the guard."""
    import asyncio  # noqa: PLC0415 (this test alone)

    seen: dict[str, Any] = {}

    async def app(scope: Any, receive: Any, send: Any) -> None:  # noqa: ARG001 (ASGI)
        seen.update(scope)
        raise RuntimeError("a crash that names 203.0.113.7")

    sent: list[Any] = []

    async def collect(message: Any) -> None:
        sent.append(message)

    headers = [
        (b"host", b"here:1"),
        (b"user-agent", b"Phone 7"),
        (b"cookie", b"id=1"),
        (b"accept-language", b"cy"),
        (b"x-forwarded-for", b"203.0.113.7"),
    ]
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "headers": headers,
        "client": ("203.0.113.7", 5000),
    }
    asyncio.run(Guard(app, hosts=["here:1"])(scope, None, collect))  # type: ignore[arg-type]
    assert seen["headers"] == [(b"host", b"here:1")]
    assert seen["client"] is None
    assert "203.0.113.7" not in repr(seen)
    assert sent[0]["status"] == 500
    assert sent[1]["body"] == b""


def test_nothing_is_logged_or_printed(
    client: Client, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Good, bad and broken requests leave no line anywhere."""
    caplog.set_level(logging.DEBUG)
    code = client.open(IDEA)
    client.send(code, fresh_body(client.teaching.store.spec(code), [1]))
    client.send(code, {"answers": "wrong"})
    client.pupil("GET", "/nothing", **{"User-Agent": "Phone 7"})
    raw(client.pupils, b"\x00\x01 nonsense\r\n\r\n")
    client.teacher("POST", f"/api/polls/{code}/close")
    assert tuple(capfd.readouterr()) == ("", "")
    kept = [record for record in caplog.records if record.name != "asyncio"]
    assert kept == []


def test_nothing_of_a_request_is_on_disk(client: Client) -> None:
    """No address, browser name, cookie or moment reaches a file."""
    code = client.open(IDEA)
    spec = client.teaching.store.spec(code)
    mark = secrets.token_hex(8)
    headers = {"User-Agent": mark, "Cookie": f"who={mark}", "Accept-Language": mark}
    client.pupil("POST", f"/api/join/{code}/answers", fresh_body(spec, [1]), **headers)
    folder = Path(client.teaching.store._folder)
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    assert mark.encode() not in content
    assert b"127.0.0.1" not in content


# Slow and many


def test_a_sender_that_does_not_finish_is_cut_off(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a header, half a body, or nothing at all: the connection ends, the service goes on."""
    monkeypatch.setattr(DeadlineProtocol, "deadline", 0.4)
    head = f"POST /api/join/AAAAAA/answers HTTP/1.1\r\nHost: 127.0.0.1:{client.pupils}\r\n".encode()
    half = b"Content-Type: application/json\r\nContent-Length: 40\r\n\r\n{"
    whole = f"GET /join HTTP/1.1\r\nHost: 127.0.0.1:{client.pupils}\r\n\r\n".encode()
    for sent in (b"", b"GET", head, head + half, whole + b"GET /join HT"):
        with socket.create_connection(("127.0.0.1", client.pupils), timeout=20) as connection:
            connection.sendall(sent)
            try:
                while connection.recv(65536):
                    pass
            except ConnectionResetError:
                pass
    monkeypatch.undo()
    assert client.pupil("GET", "/join").status == 200


def test_a_peer_that_holds_many_unfinished_requests_is_turned_away(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the network at most twenty; the next one is closed at once, then all is well again."""
    monkeypatch.setattr(listener, "_loopback", lambda _: False)
    held = [socket.create_connection(("127.0.0.1", client.pupils), timeout=20) for _ in range(20)]
    for one in held:
        one.sendall(b"GET /join HTTP/1.1\r\n")
    try:
        late = raw(client.pupils, b"GET /join")
    except ConnectionError:
        late = b""
    assert late == b""
    for one in held:
        one.close()
    for _ in range(500):
        try:
            answer = client.pupil("GET", "/join")
        except ConnectionError:
            continue
        assert answer.status == 200
        break
    else:
        pytest.fail("the peer was not let in again")


def test_three_hundred_half_open_requests_leave_the_class_served(client: Client) -> None:
    """While they hang, a phone still joins and sends."""
    code = client.open(IDEA)
    held = [socket.create_connection(("127.0.0.1", client.pupils), timeout=20) for _ in range(300)]
    for one in held:
        one.sendall(b"GET /join HTTP/1.1\r\nHost:")
    vote(client, code, (3, 0, 0, 0))
    assert client.teaching.store.count(code) == 3
    for one in held:
        one.close()


# Pages


def test_pages_hold_the_help_card_and_escape_what_the_school_wrote(client: Client) -> None:
    """The same card on every page, its words as text."""
    for answer in (
        client.pupil("GET", "/join"),
        client.teacher("GET", "/"),
        client.teacher("GET", "/wall"),
    ):
        page = answer.raw.decode()
        assert "Ms &lt;Ode&gt;" in page
        assert "A line &amp; more" in page
        assert "Need to talk?" in page
        assert "$" not in page


def test_pages_need_nothing_inline_and_nothing_from_elsewhere(client: Client) -> None:
    """No script or style inside the page, no address outside it."""
    for port, path in ((client.pupils, "/join"), (client.control, "/"), (client.control, "/wall")):
        page = client.call(port, "GET", path).raw.decode()
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page)
        assert not re.search(r"<script(?![^>]*(?:src=|application/json))", page)
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)
        for name in re.findall(r'(?:src|href)="(/[^"]+)"', page):
            assert client.call(port, "GET", name).status == 200


def test_no_page_writes_markup_from_data() -> None:
    """Texts enter pages as text only."""
    folder = Path(listener.__file__).parent / "pages"
    scripts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
    assert scripts
    for name, text in scripts.items():
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text
        ), name


def test_papers_are_made_from_the_settings(client: Client) -> None:
    """Each paper is a page; what is not there is not found."""
    for name in ("family", "child", "questionnaire", "slips", "tally", "lead", "assessment"):
        answer = client.call(client.control, "GET", f"/papers/{name}/{BOTH}")
        assert answer.status == 200
        assert "Words &lt;b&gt;&amp; more" in answer.raw.decode() or name == "child"
        assert "<b>" not in answer.raw.decode()
    letter = client.call(client.control, "GET", f"/papers/family/{BOTH}").raw.decode()
    assert "no field to write in" in letter
    query = "?sensitive=true&free_text=What%20helped%3F"
    letter = client.call(client.control, "GET", f"/papers/family/{BOTH}{query}").raw.decode()
    assert "one text field" in letter
    assert "at least 5" in letter
    young = f"/papers/family/{HANDS}?free_text=x"
    assert client.call(client.control, "GET", young).status == 404
    assert client.call(client.control, "GET", f"/papers/family/{BOTH}x").status == 404
    assert client.call(client.control, "GET", f"/papers/nothing/{BOTH}").status == 404


def test_a_lesson_page_finds_the_teachers_page_on_her_machine(client: Client) -> None:
    """From loopback the control address is told; it holds no secret."""
    here = client.pupil("GET", "/api/here").data
    assert {"join": client.teaching.join, "control": client.teaching.control} == here
