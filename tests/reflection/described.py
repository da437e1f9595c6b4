# SPDX-License-Identifier: MIT
"""A client that holds every answer against ``docs/openapi.yml``."""

from __future__ import annotations

import http.client
import json
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sunlit.reflection.spec import PollSpec
    from sunlit.reflection.teaching import Teaching

DESCRIPTION: dict[str, Any] = YAML(typ="safe").load(
    (Path(__file__).parents[2] / "docs" / "openapi.yml").read_text(encoding="utf-8")
)
_ROOT = "urn:description"
_REGISTRY: Registry[Any] = Registry().with_resource(_ROOT, Resource.opaque(DESCRIPTION))
# What any route may answer before it is reached; the description says so in its first words.
EVERYWHERE = {"400", "403", "413", "414", "415", "421"}


def validator(schema: Any) -> Draft202012Validator:
    """Return a validator for a schema of the description, its references resolved."""
    whole = json.loads(json.dumps(schema).replace('"#/', f'"{_ROOT}#/'))
    return Draft202012Validator(whole, registry=_REGISTRY)


def template_of(path: str) -> str | None:
    """Return the described path that a request's path belongs to."""
    bare = path.partition("?")[0]
    for template in DESCRIPTION["paths"]:
        pattern = re.sub(r"\\\{activity\\\}", "(?:.+)", re.escape(template))
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", pattern)
        if re.fullmatch(pattern, bare):
            return str(template)
    return None


def resolved(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a reference inside the description."""
    while "$ref" in entry:
        found: Any = DESCRIPTION
        for part in entry["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        entry = found
    return entry


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def data(self) -> Any:
        """The JSON in the body."""
        return json.loads(self.raw)


def check(method: str, path: str, answer: Answer) -> None:
    """Hold one answer against the description."""
    template = template_of(path)
    if template is None:
        return
    operation = DESCRIPTION["paths"][template].get("get" if method == "HEAD" else method.lower())
    status = str(answer.status)
    if operation is None:
        assert status in EVERYWHERE | {"401", "404", "405"}, (method, path, status)
        return
    if status in EVERYWHERE and status not in operation["responses"]:
        assert answer.raw == b"", (method, path, status)
        return
    assert status in operation["responses"], (method, path, status)
    content = resolved(operation["responses"][status]).get("content", {})
    if "application/json" in content and answer.raw:
        errors = list(validator(content["application/json"]["schema"]).iter_errors(answer.data))
        assert [error.message for error in errors] == [], (method, path, status)
    elif "text/html" not in content and status not in {"200", "404", "405"}:
        assert answer.raw == b"", (method, path, status)


class Client:
    """Talks to a running service as phones, scripts and the teacher's page do."""

    def __init__(self, teaching: Teaching) -> None:
        self.teaching = teaching
        self.pupils = int(teaching.site.rstrip("/").rpartition(":")[2])
        self.control = int(teaching.control.rstrip("/").rpartition(":")[2])

    def call(
        self,
        port: int,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request and hold the answer against the description."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            answer = Answer(response.status, names, response.read())
        finally:
            connection.close()
        check(method, path, answer)
        return answer

    def pupil(self, method: str, path: str, sent: object = None, **headers: str) -> Answer:
        """Talk to the pupils' listener."""
        body = json.dumps(sent).encode() if sent is not None else None
        given = {"Content-Type": "application/json"} if body is not None else {}
        return self.call(self.pupils, method, path, body, {**given, **headers})

    def teacher(self, method: str, path: str, sent: object = None, **headers: str) -> Answer:
        """Talk to the teacher's listener, with the secret."""
        if method == "POST" and sent is None:
            sent = {}
        body = json.dumps(sent).encode() if sent is not None else None
        given = {"Authorization": f"Bearer {self.teaching.secret}"}
        if body is not None:
            given["Content-Type"] = "application/json"
        return self.call(self.control, method, path, body, {**given, **headers})

    def open(self, activity: str, **settings: object) -> str:
        """Open an activity and return its code."""
        answer = self.teacher("POST", "/api/polls", {"activity": activity, **settings})
        assert answer.status == 201, answer.raw
        return str(answer.data["code"])

    def send(self, code: str, sent: object) -> int:
        """Send one body and return the status."""
        return self.pupil("POST", f"/api/join/{code}/answers", sent).status


def fresh_body(spec: PollSpec, values: Sequence[int], text: str = "") -> dict[str, Any]:
    """Return a body with fresh row ids."""
    whole: dict[str, Any] = {
        "answers": [{"rid": secrets.token_hex(16), "val": value} for value in values]
    }
    if spec.free_text:
        whole["text"] = {"rid": secrets.token_hex(16), "body": text}
    return whole
