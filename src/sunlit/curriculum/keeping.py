# SPDX-License-Identifier: MIT
"""Keep what was found in a lesson until the lesson, or Sunlit itself, changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_T = TypeVar("_T")
_PARTS = 3
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


class Entry(NamedTuple):
    """A result as kept: what it was made of, as a digest, and the result as JSON."""

    key: str
    value: bytes


@dataclass
class Kept:
    """Results by name, in a file that may be deleted at any time.

    Its first line is the digest of Sunlit's own files; each further line has a name, a key
    and the result, so that only what is asked for is ever parsed.
    """

    file: Path | None
    entries: dict[str, Entry] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def of(cls, root: Path) -> Kept:
        """Return what is kept for the content in ``root``; nothing outside a checkout."""
        if not (root / "_build").is_dir() and not (root / "pyproject.toml").is_file():
            return cls(None)
        file = root / "_build" / "checked.txt"
        try:
            first, *lines = file.read_bytes().split(b"\n")
        except OSError:
            return cls(file)
        if first != _of_sunlit().encode():
            return cls(file)
        parts = [line.split(b" ", 2) for line in lines]
        entries = {
            name.decode(errors="replace"): Entry(key.decode(errors="replace"), value)
            for name, key, value in (each for each in parts if len(each) == _PARTS)
        }
        return cls(file, entries)

    def holds(self, name: str, key: str) -> bool:
        """Whether a result of ``name`` is kept whose ``key`` still holds."""
        entry = self.entries.get(name)
        return entry is not None and entry.key == key

    def get(self, name: str, key: str, form: Any, make: Callable[[], _T]) -> _T:
        """Return the kept result of ``name`` if its ``key`` still holds, else a new one."""
        adapter = _adapter(form)
        if self.holds(name, key):
            try:
                value: _T = adapter.validate_json(self.entries[name].value)
            except ValidationError:
                pass
            else:
                return value
        value = make()
        if self.file is not None:
            self.entries[name] = Entry(key, adapter.dump_json(value))
            self.changed = True
        return value

    def write(self) -> None:
        """Write what is new; a folder that can't be written to is no fault."""
        if self.file is None or not self.changed:
            return
        entries = (
            b" ".join((name.encode(), entry.key.encode(), entry.value))
            for name, entry in self.entries.items()
        )
        try:
            self.file.parent.mkdir(exist_ok=True)
            self.file.write_bytes(b"\n".join((_of_sunlit().encode(), *entries)))
        except OSError:
            return


@cache
def _adapter(form: Any) -> Any:
    return TypeAdapter(form)
