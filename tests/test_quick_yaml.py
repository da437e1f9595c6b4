# SPDX-License-Identifier: MIT
"""The quick reader of YAML says what the thorough one says, or leaves the file to it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sunlit.curriculum.lessons import split_page
from sunlit.problems import ContentError
from sunlit.quick_yaml import UnusualError, read_quickly
from sunlit.source import MAX_DEPTH, _read_thoroughly, parse_yaml

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(
    file
    for folder in ("activities", "data", "src/sunlit")
    for file in (ROOT / folder).rglob("*.yml")
)
FILE = Path("activities/ages-11-13/03-words.yml")
# What people write by design or by mistake, put together at random.
SCRAPS = [
    "a", "b: ", "c:", "- ", "? ", "  ", "    ", "\n", "\n  ", "\n- ", "\n  - ", "'x'", '"y"', "“z”",
    "[1, 2]", "{d: e}", "{f: And now?, g: 1}", "#h", " # i", "|\n  j\n  k", ">\n  l\n\n  m", "&n o",
    "*n", "!p q", "!!int 3", "%YAML 1.1", "---", "...", "\t", "NO", "yes", "True", "null", "~",
    "12:30", "012", "0o17", "0x1F", "1_000", "1e3", ".5", "-.inf", ".nan", "2026-11-27", "Tom & Co",
    "R&D", "5 * 3", "Stop!", "\\", "'it''s'", '"a\\nb"', '"\\x41"', ": ", "é", "😀", "ع",
    "@", "`", "<<: ",
]  # fmt: skip


def quick(text: str, first_line: int = 1) -> tuple[object, object] | None:
    """Return what the quick reader gives, None where it passes."""
    try:
        return read_quickly(text, first_line, MAX_DEPTH)
    except UnusualError:
        return None


def thorough(text: str, first_line: int = 1) -> tuple[object, object] | None:
    """Return what the thorough reader gives, None where it finds a problem."""
    try:
        source = _read_thoroughly(text, FILE, first_line)
    except ContentError:
        return None
    return source.data, source.places


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_file_of_ours_is_read_quickly_and_alike(file: Path) -> None:
    """No lesson takes the slow way, and no place differs by a column."""
    text = file.read_text(encoding="utf-8")
    assert quick(text, 7) == thorough(text, 7)
    assert quick(text) is not None


@given(st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=12).map("".join))
@settings(max_examples=1500)
def test_whatever_is_read_quickly_is_read_alike(text: str) -> None:
    """A fault, a tag or an anchor is never hidden by the quick reader."""
    found = quick(text)
    if found is not None:
        # By their wording: nan is not equal to itself, and 1 equals true.
        assert repr(found) == repr(thorough(text))


@pytest.mark.parametrize(
    "text",
    ["a: &b c", "a: *b", "a: !b c", "a: !!int 3", "a: 1\na: 2", "%YAML 1.1\n---\na: 1", "a: [1",
     "- " * (MAX_DEPTH + 3) + "x", "a:\tb", "a: b\u0085c", "? [a]\n: b", ""],
)  # fmt: skip
def test_the_unusual_is_left_to_the_reader_that_explains(text: str) -> None:
    """Each of these needs the words of the thorough reader, or its judgement."""
    assert quick(text) is None


def test_without_libyaml_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine whose PyYAML has no libyaml, files are read all the same."""
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    assert parse_yaml("a: [12:30, NO]", FILE).data == {"a": ["12:30", "NO"]}


PAGE_SCRAPS = [
    "title: ", "a", "b?", "c: ", "plan:\n", "  - ", "{section: And now?, minutes: 3}", "[d, e]",
    "{f: 'g?', h: 1}", '"i?"', "'j'", ": ", "?", "? ", ", ", "{", "}", "[", "]", "# k", "|#", ">\n",
    "\t", "\n", "\n  ", "é", "“l?”", "m: n: o", "-", "12:30",
]  # fmt: skip


@given(scraps=st.lists(st.sampled_from(PAGE_SCRAPS), max_size=9).map("".join))
def test_what_a_page_may_hold_the_book_can_read(
    scraps: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Front matter that is accepted is sound for the older YAML of the book's tools as well."""
    data = f"title: x\n{scraps}"
    file = tmp_path_factory.getbasetemp() / "page.md"
    file.write_text(f"---\n{data}\n---\nText.\n", encoding="utf-8")
    try:
        split_page(file)
    except ContentError:
        return
    yaml.compose(data, Loader=yaml.loader.SafeLoader)
