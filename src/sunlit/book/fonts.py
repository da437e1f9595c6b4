# SPDX-License-Identifier: MIT
"""The book's typeface, cut down to the letters it needs when the site is built.

Lexend comes from its pinned package under the SIL Open Font License. A cut-down font
is a modified one, so its face is called ``Sunlit Lexend`` and its licence goes with it.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files
from io import BytesIO
from pathlib import Path

FACE = "Sunlit Lexend"
WEIGHTS = (350, 700)
# Latin for English, Welsh, Irish, French, German, Spanish, Portuguese and their
# neighbours; typographic punctuation; the marks the pages use.
LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x1E80, 0x1E81, 0x1E82, 0x1E83, 0x1E84, 0x1E85, 0x1EF2, 0x1EF3, 0x1E9E),
    *range(0x2010, 0x2023),
    *(0x2026, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2190, 0x2192, 0x2212),
)


def write_fonts(folder: Path, cache: Path) -> str:
    """Write the font and its licence to ``folder``; return the font's file name.

    Cutting takes a second, so the result is kept in ``cache`` and used again until the
    package or the letters change.
    """
    package = Path(str(files("fontpkg_lexend")))
    original = package / "files" / "Lexend[wght].ttf"
    recipe = hashlib.sha256(
        original.read_bytes() + repr((LETTERS, WEIGHTS, FACE)).encode()
    ).hexdigest()[:12]
    name = f"sunlit-lexend-{recipe}.woff2"
    kept = cache / name
    if not kept.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_cut(original))
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("sunlit-lexend-*.woff2"):
        if old.name != name:
            old.unlink()
    (folder / name).write_bytes(kept.read_bytes())
    licence = (package / "LICENSE").read_text(encoding="utf-8")
    (folder / "LICENSE-Lexend.txt").write_text(licence, encoding="utf-8")
    return name


def _cut(original: Path) -> bytes:
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    font = TTFont(original, recalcTimestamp=False)
    options = Options()
    options.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": WEIGHTS})
    for record in font["name"].names:
        if record.nameID in {1, 4}:
            record.string = FACE
        elif record.nameID in {3, 6}:
            record.string = FACE.replace(" ", "")
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue()
