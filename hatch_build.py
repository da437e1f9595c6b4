# SPDX-License-Identifier: MIT
"""Puts the curriculum inside the wheel; an editable install reads it from the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CONTENT = (
    "lessons",
    "activities",
    "teacher_guides",
    "docs",
    "data",
    "index.md",
    "references.bib",
    "_config.yml",
    "_toc.yml",
)


class CurriculumHook(BuildHookInterface):  # type: ignore[type-arg, misc]
    """Adds each part of the curriculum that exists to ``sunlit/content``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """See hatchling's build hooks; ``version`` is "standard" or "editable"."""
        if version != "standard":
            return
        for name in CONTENT:
            if (Path(self.root) / name).exists():
                build_data["force_include"][name] = f"sunlit/content/{name}"
