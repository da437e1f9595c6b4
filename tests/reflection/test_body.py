# SPDX-License-Identifier: MIT
"""Bodies, hostile and good, and the description of the interface as a source of both."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from _draws import seeded
from described import DESCRIPTION, resolved, validator
from hostile import SEEDS, SPEC, TAKEN, good, mutate, outcome
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sunlit.reflection.body import BadBody, parse
from sunlit.reflection.spec import Item, PollSpec

if TYPE_CHECKING:
    from described import Client

BODY = DESCRIPTION["components"]["schemas"]["Body"]


def test_a_good_body_is_taken_as_it_is() -> None:
    """Rows in the items' order, the text cleaned."""
    body = parse(good("  it \u202e helped "), SPEC)
    assert [val for _, val in body.rows] == [3, 0]
    assert body.text is not None
    assert body.text.body == "it helped"
    assert outcome(good() + b" " * 1500)


@pytest.mark.parametrize("name", SEEDS)
def test_hostile_bodies_are_refused_without_a_surprise(name: str) -> None:
    """Each seed is refused, or taken where only its text is odd."""
    assert (name in TAKEN) == outcome(SEEDS[name])


def test_variations_on_hostile_bodies_bring_no_surprise() -> None:
    """Five thousand of them are taken or refused; the full number runs in the benchmark."""
    rng = seeded(7)
    seeds = [good(), *SEEDS.values()]
    taken = sum(outcome(mutate(rng.choice(seeds), rng)) for _ in range(5000))
    assert 0 < taken < 5000


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
RIDS = st.from_regex(r"[0-9a-f]{32}", fullmatch=True)
ALMOST = st.fixed_dictionaries(
    {
        "answers": st.lists(
            st.fixed_dictionaries({"rid": RIDS | ANY_JSON, "val": st.integers(-2, 8) | ANY_JSON}),
            min_size=1,
            max_size=3,
        )
    },
    optional={
        "text": st.fixed_dictionaries({"rid": RIDS, "body": st.text(max_size=150)}) | ANY_JSON,
        "slip": st.from_regex(r"[A-Z2-9]{8}", fullmatch=True) | ANY_JSON,
    },
)


@given(ALMOST | ANY_JSON)
def test_whatever_is_taken_agrees_with_the_description(value: Any) -> None:
    """The server never takes a body that the description of the interface refuses."""
    options = ("A", "B", "C", "D", "E")
    one = Item("one", "One?", "scale5", options)
    for items, text, slips in [(1, "", False), (2, "Why?", False), (3, "", True)]:
        asked = tuple(Item(f"q{n}", "?", one.type, options) for n in range(items))
        try:
            raw = json.dumps(value).encode()
            parse(raw, PollSpec(asked, 30, free_text=text, slips=slips))
        except (BadBody, UnicodeEncodeError):
            continue
        assert list(validator(BODY).iter_errors(value)) == []


PATHS = st.text(st.characters(codec="utf-8"), max_size=40)
METHODS = st.sampled_from(["GET", "POST", "DELETE", "PUT", "HEAD", "OPTIONS", "PATCH"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(DESCRIPTION["paths"])),
    METHODS,
    st.sampled_from(["ZZZZZZ", "zzzzzz", "0" * 32, "x", "%00", "%2e%2e", "..%2f", "\u0661"]),
    ANY_JSON,
)
def test_every_described_path_answers_as_described(
    client: Client,
    template: str,
    method: str,
    place: str,
    sent: Any,
) -> None:
    """Odd places, methods and bodies get a described status and shape, never a 500."""
    quoted = place if place.isascii() else "%D9%A1"
    path = re.sub(r"\{\w+\}", quoted, template)
    body = json.dumps(sent).encode() if method in {"POST", "PUT", "PATCH"} else None
    headers = {"Authorization": f"Bearer {client.teaching.secret}"}
    if body is not None:
        headers["Content-Type"] = "application/json"
    servers = DESCRIPTION["paths"][template].get("servers", DESCRIPTION["servers"])
    port = client.pupils if servers[0]["url"].endswith("8000") else client.control
    answer = client.call(port, method, path, body, headers)
    assert answer.status < 500


def test_the_examples_of_the_description_resolve() -> None:
    """Every reference in the description leads somewhere."""
    for entry in DESCRIPTION["paths"].values():
        for name in ("get", "post", "delete"):
            for answer in entry.get(name, {}).get("responses", {}).values():
                assert resolved(answer)["description"]
