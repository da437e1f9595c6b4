# SPDX-License-Identifier: MIT
"""The schemas for editors are current, and agree with what Sunlit reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from sunlit.content import content_root
from sunlit.curriculum.lessons import lessons, split_page
from sunlit.curriculum.schemas import schemas, write_schemas
from sunlit.source import parse_yaml, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

ROOT = content_root()
SCHEMAS = schemas()


def errors(name: str, data: object) -> list[str]:
    """Return what a schema has against ``data``."""
    return [error.message for error in Draft202012Validator(SCHEMAS[name]).iter_errors(data)]


def test_the_committed_schemas_are_current(tmp_path: Path) -> None:
    """`sunlit schemas` would write what is in schemas/ already."""
    written = {file.name: file.read_text(encoding="utf-8") for file in write_schemas(tmp_path)}
    committed = {
        file.name: file.read_text(encoding="utf-8") for file in (ROOT / "schemas").glob("*.json")
    }
    assert written == committed


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_a_schema_that_explains(name: str) -> None:
    """It is valid, and the keys that a person writes say what they mean."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert json.dumps(SCHEMAS[name]).count('"description"') >= 5


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.name)
def test_real_files_keep_their_schemas(lesson: object) -> None:
    """What Sunlit accepts, the editor does not underline."""
    assert errors("activities.schema.json", read_yaml(lesson.activities).data) == []
    assert errors("lesson.schema.json", split_page(lesson.page)[0].data) == []
    assert errors("guide.schema.json", split_page(lesson.guide)[0].data) == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("activities.schema.json", {"one": {"kind": "quizz", "title": "A"}}, "'quizz' is not one"),
        ("activities.schema.json", {"one": {"kind": "sort", "title": "A"}}, "'bins' is a required"),
        ("activities.schema.json", {"One": {"kind": "quiz", "title": "A"}}, "does not match"),
        (
            "activities.schema.json",
            {"one": {"kind": "quiz", "title": "A", "questions": [], "titel": 1}},
            "'titel' was unexpected",
        ),
        ("lesson.schema.json", {"title": "A"}, "'plan' is a required"),
        ("guide.schema.json", {"lesson": "03-words", "standards": {}}, "does not match"),
        ("school.schema.json", {"nam": "Elm Road"}, "'nam' was unexpected"),
        ("review.schema.json", {"readings": [{"date": "today"}]}, "is a required property"),
    ],
)
def test_mistakes_are_underlined_while_typing(name: str, data: object, said: str) -> None:
    """A wrong kind, a missing or misspelt key is seen by the editor."""
    assert any(said in message for message in errors(name, data)), errors(name, data)


def test_the_line_that_names_a_schema_is_read_over(tmp_path: Path) -> None:
    """A file may say which schema it keeps; for Sunlit it is a comment."""
    line = "# yaml-language-server: $schema=../../schemas/activities.schema.json\n"
    assert parse_yaml(line + "a: 1", tmp_path / "x.yml").data == {"a": 1}
    file = ROOT / "activities" / "ages-11-13" / "x.yml"
    assert (file.parent / "../../schemas/activities.schema.json").resolve().is_file()


def test_the_workspace_settings_point_at_schemas_that_exist() -> None:
    """Whoever opens the folder in an editor gets completion without doing anything."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, patterns in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert patterns
    extensions = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]
