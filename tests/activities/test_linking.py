# SPDX-License-Identifier: MIT
"""Joining the modules: one classic script for pages, one module for each widget."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sunlit.frontend import linking

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def frontend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty front-end folder that the linker works in."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "host.js").write_text("export function start() {}\n", encoding="utf-8")
    monkeypatch.setattr(linking, "FRONTEND", tmp_path)
    return tmp_path


def test_the_page_script_is_classic_and_closed() -> None:
    """No import or export is left, and everything stands inside one function."""
    script = linking.page_script({"a": "b"}, ["quiz", "sort"])
    assert script.startswith("(() => {")
    assert script.endswith("})();\n")
    assert re.findall(r"^\s*(?:import|export)\b", script, re.MULTILINE) == []


def test_each_module_is_joined_once_and_after_what_it_needs(frontend: Path) -> None:
    """A module that two kinds need stands once, before both."""
    (frontend / "shared.js").write_text("export const shared = 1;\n", encoding="utf-8")
    for kind in ("one", "two"):
        (frontend / "kinds" / f"{kind}.js").write_text(
            f'import {{ shared as part }} from "../shared.js";\nexport default {{ {kind}: 1 }};\n',
            encoding="utf-8",
        )
    script = linking.page_script({}, ["one", "two"])
    assert script.count("const $shared = ") == 1
    assert script.index("const $shared = ") < script.index("const $kinds_one = ")
    assert "const { shared: part } = $shared;" in script


@pytest.mark.parametrize(
    "line",
    [
        'import * as all from "./shared.js";',
        'import "./shared.js";',
        'export * from "./shared.js";',
        "export { shared };",
        'import { a } from "https://cdn.example/a.js";',
    ],
)
def test_other_forms_of_import_are_refused(frontend: Path, line: str) -> None:
    """What can't be joined is an error at build time and not in a pupil's browser."""
    (frontend / "kinds" / "one.js").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"one\.js: found"):
        linking.page_script({}, ["one"])


def test_a_ring_of_modules_is_named(frontend: Path) -> None:
    """Modules that need each other are an error that names them."""
    (frontend / "kinds" / "one.js").write_text(
        'import { b } from "../b.js";\nexport const a = 1;\n', encoding="utf-8"
    )
    (frontend / "b.js").write_text(
        'import { a } from "./kinds/one.js";\nexport const b = 1;\n', encoding="utf-8"
    )
    with pytest.raises(ValueError, match=r"one\.js needs b\.js needs one\.js"):
        linking.page_script({}, ["one"])


def test_strings_with_quotes_and_ends_of_scripts_are_data() -> None:
    """A catalogue entry can't end the script's own texts."""
    script = linking.page_script({"a": 'say "hi"\n</script>'}, ["quiz"])
    assert r'"a": "say \"hi\"\n</script>"' in script


def test_tokens_with_an_unknown_scope_are_refused(
    frontend: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the tokens change their form, the notebook's style fails loudly."""
    (frontend / "tokens.css").write_text("html { --paper: white; }", encoding="utf-8")
    linking.widget_style.cache_clear()
    with pytest.raises(ValueError, match=r"tokens\.css: wanted ':root"):
        linking.widget_style()
    monkeypatch.undo()
    assert ".sunlit {" in linking.widget_style()
