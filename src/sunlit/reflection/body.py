# SPDX-License-Identifier: MIT
"""Read what a device sends, strictly: anything but the one expected shape is refused whole."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

from sunlit.reflection.moderation import receive
from sunlit.reflection.store import Body, Text

if TYPE_CHECKING:
    from sunlit.reflection.spec import PollSpec

MAX_BODY = 4096
# Devices fill every body up to this length, so that pass, choice and text look alike on the wire.
PADDED = 2048

_RID = re.compile(r"[0-9a-f]{32}\Z", re.ASCII)
_SLIP = re.compile(r"[A-Z2-9]{8}\Z", re.ASCII)


class BadBody(ValueError):  # noqa: N818 (reads better where it is caught)
    """The bytes are not one well-formed body for this poll."""


def _refuse_constant(name: str) -> NoReturn:
    raise BadBody(f"{name} is no number")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadBody("a name stands twice")
    return found


def read_json(raw: bytes) -> Any:
    """Parse JSON strictly: UTF-8 without a mark, no doubled names, no NaN or infinity.

    Raises
    ------
    BadBody
        If the bytes are anything else, however they are nested or sized.
    """
    try:
        return json.loads(
            raw.decode("utf-8", "strict"),
            object_pairs_hook=_unique,
            parse_constant=_refuse_constant,
        )
    except BadBody:
        raise
    except (ValueError, RecursionError) as error:
        raise BadBody("not JSON") from error


def _fields(value: Any, *names: str) -> tuple[Any, ...]:
    if not isinstance(value, dict) or set(value) != set(names):
        raise BadBody(f"wanted exactly {', '.join(names)}")
    return tuple(value[name] for name in names)


def _rid(value: object) -> bytes:
    if not isinstance(value, str) or not _RID.match(value):
        raise BadBody("rid: wanted 32 hexadecimal digits")
    return bytes.fromhex(value)


def _row(answer: Any, options: int) -> tuple[bytes, int]:
    rid, val = _fields(answer, "rid", "val")
    if type(val) is not int or not 0 <= val <= options:  # True is an int, but no answer
        raise BadBody(f"val: wanted 0 to {options}")
    return _rid(rid), val


def _text(value: Any) -> Text:
    rid, written = _fields(value, "rid", "body")
    if not isinstance(written, str):
        raise BadBody("text: wanted a text")
    try:
        return Text(_rid(rid), *receive(written))
    except ValueError as error:
        raise BadBody("text") from error


def parse(raw: bytes, spec: PollSpec) -> Body:
    """Return the body in ``raw``: one answer for every item, in order.

    Raises
    ------
    BadBody
        If it is not exactly that.

    """
    names = ["answers"] + ["text"] * bool(spec.free_text) + ["slip"] * spec.slips
    values = dict(zip(names, _fields(read_json(raw), *names), strict=True))
    answers = values["answers"]
    if not isinstance(answers, list) or len(answers) != len(spec.items):
        raise BadBody(f"answers: wanted {len(spec.items)}")
    rows = tuple(
        _row(answer, len(item.options)) for item, answer in zip(spec.items, answers, strict=True)
    )
    text = _text(values["text"]) if spec.free_text else None
    ids = [rid for rid, _ in rows] + ([text.rid] if text else [])
    if len(set(ids)) != len(ids):
        raise BadBody("rid: the same one twice")
    slip = values.get("slip", "")
    if spec.slips and (not isinstance(slip, str) or not _SLIP.match(slip)):
        raise BadBody("slip: wanted eight symbols")
    return Body(rows, text, slip)
