# SPDX-License-Identifier: MIT
"""What the tools of the book do slowly and over again, done once or by a quicker part of theirs.

Each of these changes how long a build takes and nothing that it writes. Their shares are
those of a profile (cProfile) of a cold build of the whole book.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def hasten(app: Sphinx) -> None:
    """Make this build quicker."""
    look_up_plugins_once()
    read_front_matter_with_libyaml()
    stem_each_word_once(app)


def look_up_plugins_once() -> None:
    """Let pybtex look for each of its plug-ins once.

    It reads the metadata of every installed package anew for each source that a page
    names, which took a quarter of the time of a whole build.
    """
    import pybtex.plugin  # noqa: PLC0415 - only where a book is built

    found = pybtex.plugin.find_plugin
    if not hasattr(found, "cache_info"):
        pybtex.plugin.find_plugin = cache(found)


def read_front_matter_with_libyaml() -> None:
    """Let MyST read front matter with the part of PyYAML that is written in C.

    MyST reads it three times a page, a fifth of a build. What that part reads differently
    (a question mark before a comma) `sunlit check` refuses.
    """
    import yaml  # noqa: PLC0415

    if yaml.__with_libyaml__:
        yaml.SafeLoader = yaml.CSafeLoader


def stem_each_word_once(app: Sphinx) -> None:
    """Let the search index look up the stem of a word that it has met: a sixth of a build."""
    from sphinx.search.en import SearchEnglish  # noqa: PLC0415

    class SearchEnglishOnce(SearchEnglish):
        def init(self, options: dict[str, str]) -> None:
            super().init(options)
            self._known = cache(super().stem)

        def stem(self, word: str) -> str:
            return self._known(word)

    app.add_search_language(SearchEnglishOnce)
