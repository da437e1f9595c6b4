# SPDX-License-Identifier: MIT
"""Keep what was found in a lesson until the lesson, or Sunlit itself, changes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_T = TypeVar("_T")
_PACKAGE = Path(__file__).resolve().parent.parent


def digest(files: Iterable[Path]) -> str:
    """Return a digest of the names and bytes of ``files``; missing ones count as empty."""
    result = hashlib.sha256()
    for file in files:
        data = file.read_bytes() if file.is_file() else b""
        result.update(f"{file.name}\0{len(data)}\0".encode() + data)
    return result.hexdigest()


@cache
def _of_sunlit() -> str:
    """Return a digest of Sunlit's own files: a changed rule makes every result stale."""
    result = hashlib.sha256()
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix in {".py", ".yml", ".json", ".txt"} and "content" not in file.parts:
            status = file.stat()
            result.update(f"{file}\0{status.st_mtime_ns}\0{status.st_size}\n".encode())
    return result.hexdigest()


@dataclass
class Kept:
    """Results by name, in a file that may be deleted at any time."""

    file: Path | None
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def of(cls, root: Path) -> Kept:
        """Return what is kept for the content in ``root``; nothing outside a checkout."""
        if not (root / "_build").is_dir() and not (root / "pyproject.toml").is_file():
            return cls(None)
        file = root / "_build" / "checked.json"
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            entries = data["entries"] if data["sunlit"] == _of_sunlit() else {}
        except (OSError, ValueError, KeyError, TypeError):
            entries = {}
        return cls(file, entries)

    def holds(self, name: str, key: str) -> bool:
        """Whether a result of ``name`` is kept whose ``key`` still holds."""
        entry = self.entries.get(name)
        return self.file is not None and isinstance(entry, dict) and entry.get("key") == key

    def get(self, name: str, key: str, form: Any, make: Callable[[], _T]) -> _T:
        """Return the kept result of ``name`` if its ``key`` still holds, else a new one."""
        adapter = _adapter(form)
        if self.holds(name, key):
            try:
                value: _T = adapter.validate_python(self.entries[name]["value"])
            except (KeyError, ValidationError):
                pass
            else:
                return value
        value = make()
        if self.file is not None:
            self.entries[name] = {"key": key, "value": adapter.dump_python(value, mode="json")}
            self.changed = True
        return value

    def write(self) -> None:
        """Write what is new; a folder that can't be written to is no fault."""
        if self.file is None or not self.changed:
            return
        text = json.dumps({"sunlit": _of_sunlit(), "entries": self.entries})
        try:
            self.file.parent.mkdir(exist_ok=True)
            self.file.write_text(text, encoding="utf-8")
        except OSError:
            return


@cache
def _adapter(form: Any) -> Any:
    return TypeAdapter(form)
