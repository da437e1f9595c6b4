# SPDX-License-Identifier: MIT
"""``sunlit open --watch``: build again what somebody saves, and show errors in the page.

The pages that are served get one small script more, which asks this server alone what
is new. Nothing of it is in the site that `build` writes.
"""

from __future__ import annotations

import io
import json
import webbrowser
from dataclasses import dataclass, field
from functools import partial
from importlib.resources import files
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, BinaryIO

from sunlit.book.building import build
from sunlit.catalogue import strings
from sunlit.content import content_root
from sunlit.curriculum.checking import check_content
from sunlit.problems import ContentError
from sunlit.serving import QuietHandler, server_for
from sunlit.watching import changes, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

STATE = "/_preview/state.json"
SCRIPT = "/_preview/preview.js"
STYLE = "/_preview/preview.css"
_TAGS = f'<link rel="stylesheet" href="{STYLE}"><script src="{SCRIPT}" defer></script></body>'
_LESSON_FOLDERS = frozenset({"lessons", "activities", "teacher_guides"})


@dataclass
class Preview:
    """What the last build gave: a number that grows with each new page, and what to mend.

    ``build`` writes the site or raises `ContentError`; ``say`` tells the terminal.
    """

    root: Path
    build: Callable[[], object]
    say: Callable[[str], object]
    number: int = 0
    problems: list[dict[str, Any]] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def rebuild(self, changed: Iterable[Path] = ()) -> None:
        """Build once, check the lessons that changed, and note what came of it."""
        names = sorted(self._near(file) for file in changed)
        if names:
            self.say(f"{strings()['preview.changed']} {', '.join(names)}")
        problems: list[dict[str, Any]] = []
        built = True
        try:
            self.build()
        except ContentError as error:
            built = False
            problems += [
                {
                    "file": self._near(each.file),
                    "line": each.line,
                    "column": each.column,
                    "words": each.message,
                    "mend": each.mend,
                    "must": True,
                }
                for each in error.problems
            ]
        except OSError as error:
            built = False
            problems.append({"file": "", "line": 0, "words": str(error), "mend": "", "must": True})
        problems += self._found(changed, {(each["file"], each["line"]) for each in problems})
        with self.lock:
            self.problems = problems
            self.number += built
        for each in problems:
            place = f"{each['file']}:{each['line']}: " if each["file"] else ""
            self.say(f"{place}{each['words']} {each['mend']}".rstrip())
        key = "preview.built" if built else "preview.not-built"
        self.say(strings()[key])

    def _found(self, changed: Iterable[Path], known: set[tuple[str, int]]) -> list[dict[str, Any]]:
        """Return what the rules find in the lessons of ``changed``."""
        lessons = [
            file
            for file in changed
            if file.is_relative_to(self.root)
            and file.relative_to(self.root).parts[0] in _LESSON_FOLDERS
        ]
        if not lessons:
            return []
        report = check_content(lessons, self.root)
        rows = [each.as_data() for each in report.findings]
        for row in rows:
            row["file"] = self._near((Path.cwd() / str(row["file"])).resolve())
        return [row for row in rows if (row["file"], row["line"]) not in known]

    def _near(self, file: Path) -> str:
        inside = file.is_absolute() and file.is_relative_to(self.root)
        return (file.relative_to(self.root) if inside else file).as_posix()

    def state(self) -> dict[str, Any]:
        """Return what a page has to know."""
        texts = strings()
        with self.lock:
            return {
                "number": self.number,
                "problems": list(self.problems),
                "title": texts["preview.title"],
                "advice": texts["preview.advice"],
                "close": texts["preview.close"],
            }


class PreviewHandler(QuietHandler):
    """Serves the site, with the script of the preview in each page."""

    def __init__(self, *arguments: Any, preview: Preview, **options: Any) -> None:
        self.preview = preview
        super().__init__(*arguments, **options)

    def send_head(self) -> BinaryIO | None:
        """Answer the preview's own addresses, and add its tags to pages."""
        path = self.path.split("?")[0].split("#")[0]
        if path == STATE:
            body = json.dumps(self.preview.state(), ensure_ascii=False).encode()
            return self._answer(body, "application/json; charset=utf-8")
        for name, address, form in (
            ("preview.js", SCRIPT, "text/javascript; charset=utf-8"),
            ("preview.css", STYLE, "text/css; charset=utf-8"),
        ):
            if path == address:
                return self._answer((files("sunlit.book") / name).read_bytes(), form)
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file = file / "index.html" if path.endswith("/") else file
        if file.suffix == ".html" and file.is_file():
            page = file.read_text(encoding="utf-8").replace("</body>", _TAGS, 1)
            return self._answer(page.encode(), "text/html; charset=utf-8")
        return super().send_head()

    def _answer(self, body: bytes, form: str) -> BinaryIO:
        self.send_response(200)
        self.send_header("Content-Type", form)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


def handler_for(preview: Preview, folder: Path) -> Callable[..., PreviewHandler]:
    """Return a handler that serves ``folder`` with ``preview``."""
    return partial(PreviewHandler, preview=preview, directory=str(folder))


def preview(port: int, school: Path | None, *, browser: bool, say: Callable[[str], object]) -> None:
    """Build, serve and open the book, and build again what is saved, until Ctrl-C.

    Raises
    ------
    ContentError, OSError
        When there is no site yet and the first build fails.

    """
    root = content_root()
    watched = Preview(root, partial(build, None, school=school), say)
    index = Path.cwd() / "_build" / "site" / "index.html"
    if index.is_file():
        watched.rebuild()
    else:
        watched.build()
    server = server_for(index.parent, port, handler_for(watched, index.parent))
    address = f"http://{server.server_address[0]!s}:{server.server_address[1]}/"
    say(f"Sunlit is at {address}  ({strings()['preview.watching']})")
    Thread(target=server.serve_forever, daemon=True).start()
    if browser:
        webbrowser.open(address)
    try:
        for changed in changes(partial(snapshot, root, school), Event()):
            watched.rebuild(changed)
    except KeyboardInterrupt:
        say(strings()["preview.stopped"])
    finally:
        server.shutdown()
        server.server_close()
