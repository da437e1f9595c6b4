# SPDX-License-Identifier: MIT
"""From a document's data to a tagged PDF, in this process, with Typst.

Only JSON and pictures cross the border; the templates are fixed files. The compiler's root
is an empty folder and its packages folder too, so it can read nothing of the machine, and
``ua-1`` makes it refuse what a screen reader could not use.
"""

from __future__ import annotations

import json
import threading
import warnings
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from sunlit.handouts.checking import HandoutError, check
from sunlit.handouts.cleaning import cleaned
from sunlit.handouts.fonts import folders

if TYPE_CHECKING:
    from collections.abc import Mapping

EDITION = datetime(2026, 11, 1, tzinfo=UTC)
"""The day of this edition of the curriculum: the date in every PDF, so that the same
input gives the same bytes. Raise it with the version."""
_TEMPLATES = Path(__file__).with_name("templates")
_OWN = threading.local()


def render(document: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    """Return ``document`` as a PDF/UA-1 file.

    ``pictures`` maps the names used in the document, such as ``picture-1.svg``, to SVG
    or PNG bytes.

    Raises
    ------
    HandoutError
        When the document breaks a rule of `check`, or Typst refuses it: a character
        that no font has, a picture that is broken.

    """
    pdf = _compile(document, pictures, format="pdf", pdf_standards=["ua-1"])
    assert isinstance(pdf, bytes)  # noqa: S101 - a PDF is one file, pages are for pictures
    return pdf


def preview(document: Mapping[str, Any], pictures: Mapping[str, bytes], ppi: int) -> list[bytes]:
    """Return each page of ``document`` as a PNG picture of ``ppi`` pixels per inch.

    Raises
    ------
    HandoutError
        As `render` does, except for what only ``ua-1`` refuses.

    """
    pages = _compile(document, pictures, format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [pages]


def _compile(
    document: Mapping[str, Any], pictures: Mapping[str, bytes], **options: Any
) -> bytes | list[bytes]:
    import typst  # noqa: PLC0415 - 30 MB of compiler, loaded only to print

    try:
        data = cleaned(dict(document))
    except ValueError as error:
        raise HandoutError(str(document.get("title", "")), str(error)) from error
    check(data)
    files = _templates() | {name: bytes(picture) for name, picture in pictures.items()}
    files["doc.json"] = json.dumps(data, ensure_ascii=False, sort_keys=True).encode()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", typst.TypstWarning)
            pages: bytes | list[bytes] = _compiler().compile(
                input=files, timestamp=EDITION, **options
            )
    except (typst.TypstError, typst.TypstWarning) as error:
        raise HandoutError(data["title"], _plain(error)) from error
    return pages


def _compiler() -> Any:
    """Return this thread's compiler: fonts are read once, files are given on each call."""
    import typst  # noqa: PLC0415

    if not hasattr(_OWN, "compiler"):
        empty = _empty()
        _OWN.compiler = typst.Compiler(
            root=empty,
            font_paths=_fonts(),
            package_path=empty,
            package_cache_path=empty,
        )
    return _OWN.compiler


@cache
def _fonts() -> Any:
    import typst  # noqa: PLC0415

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(folder) for folder in folders()],
    )


@cache
def _empty() -> str:
    folder = mkdtemp(prefix="sunlit-paper-")
    _remove_at_exit(folder)
    return folder


def _remove_at_exit(folder: str) -> None:
    import atexit  # noqa: PLC0415
    from shutil import rmtree  # noqa: PLC0415

    atexit.register(rmtree, folder, ignore_errors=True)


@cache
def _templates() -> dict[str, bytes]:
    files = {file.name: file.read_bytes() for file in sorted(_TEMPLATES.glob("*.typ"))}
    return files | {"main": files["main.typ"]}


def _plain(error: Any) -> str:
    """Say what Typst found, with its hints, on one line."""
    hints = " ".join(getattr(error, "hints", None) or [])
    message = str(getattr(error, "message", error)).strip()
    return f"{message}{'. ' + hints if hints else ''}"
