# SPDX-License-Identifier: MIT
"""The ``sunlit`` command. Each command loads what it needs when it runs."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import Any

import click

from sunlit import __version__
from sunlit.problems import ContentError
from sunlit.serving import FIRST_PORT

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
school_option = click.option("--school", type=FILE, help="Your school.yml: name, people, numbers.")


class _Plain(click.Group):
    """Turns an error that a person can mend into its message; never a traceback."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except (ContentError, LookupError, OSError) as error:
            message = error.args[0] if isinstance(error, LookupError) and error.args else error
            click.echo(str(message), err=True)
            context.exit(1)


@click.group(cls=_Plain, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sunlit")
def main() -> None:
    """Sunlit: lessons that take the stigma out of mental health."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command()
@click.option("--out", type=FOLDER, help="Where the site goes; _build/site when left out.")
@click.option("--fresh", is_flag=True, help="Build everything anew.")
@school_option
def build(out: Path | None, school: Path | None, *, fresh: bool) -> None:
    """Build the book as a folder of web pages."""
    from sunlit.book.building import build as build_book  # noqa: PLC0415

    click.echo(f"The book is in {build_book(out, fresh=fresh, school=school)}")


@main.command("open")
@click.option("--port", type=click.IntRange(1, 65535), default=FIRST_PORT, show_default=True)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@school_option
def open_book(port: int, school: Path | None, *, no_browser: bool) -> None:
    """Build the book, serve it to this computer and open it."""
    from sunlit.book.building import build as build_book  # noqa: PLC0415
    from sunlit.serving import server_for  # noqa: PLC0415

    index = build_book(None, school=school)
    server = server_for(index.parent, port)
    host, taken = server.server_address[:2]
    address = f"http://{host!s}:{taken}/"
    if taken != port:
        click.echo(f"Port {port} is in use; taking {taken}.")
    click.echo(f"Sunlit is at {address}  (stop with Ctrl-C)")
    sys.stdout.flush()
    if not no_browser:
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        server.server_close()


@main.command()
@click.option("--out", type=FOLDER, required=True, help="Where the notebooks go.")
def notebooks(out: Path) -> None:
    """Write a student notebook for each lesson."""
    from sunlit.notebooks import write_notebooks  # noqa: PLC0415

    for file in write_notebooks(out):
        click.echo(file)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One finding a line, as JSON.")
def check(paths: tuple[Path, ...], *, as_json: bool) -> None:
    """Check lessons, activities and guides against the curriculum's rules."""
    from sunlit.curriculum.checking import check_content  # noqa: PLC0415

    report = check_content(paths)
    click.echo(report.as_json() if as_json else report.as_text())
    sys.exit(report.exit_code)
