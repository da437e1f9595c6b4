# SPDX-License-Identifier: MIT
"""The ``sunlit`` command. Each command loads what it needs when it runs."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import Any

import click

from sunlit import __version__

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
school_option = click.option("--school", type=FILE, help="Your school.yml: name, people, numbers.")


class _Plain(click.Group):
    """Turns an error that a person can mend into its message; never a traceback."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except (LookupError, OSError, ValueError) as error:
            # ContentError and its like are ValueErrors with every problem in the message;
            # the text of a LookupError is its first argument, without quotes.
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
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--watch", is_flag=True, help="Build again what you save, and show errors.")
@school_option
def open_book(port: int, school: Path | None, *, no_browser: bool, watch: bool) -> None:
    """Build the book, serve it to this computer and open it."""
    from sunlit.book.building import build as build_book  # noqa: PLC0415
    from sunlit.serving import server_for  # noqa: PLC0415

    if watch:
        from sunlit.book.preview import preview  # noqa: PLC0415

        preview(port, school, browser=not no_browser, say=click.echo)
        return

    click.echo("Building the book where something changed …")
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
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--control-port", type=click.IntRange(1, 65535), default=8001, show_default=True)
@click.option("--data", type=FOLDER, help="Where answers wait for the close; a local folder.")
@click.option("--lan", is_flag=True, help="Let phones in the same network join.")
@click.option("--address", help="This computer's address for --lan, where it has several.")
@click.option("--json", "as_json", is_flag=True, help="Print the addresses as one JSON line.")
@click.option("--no-browser", is_flag=True, help="Only print the addresses.")
@school_option
def teach(data: Path | None, school: Path | None, *, no_browser: bool, **choices: Any) -> None:
    """Open the book for a class that reflects together, anonymously."""
    from sunlit.book.building import build as build_book  # noqa: PLC0415
    from sunlit.help import read_school  # noqa: PLC0415
    from sunlit.reflection.help_card import card_of  # noqa: PLC0415
    from sunlit.reflection.lessons import lesson_polls  # noqa: PLC0415
    from sunlit.reflection.teaching import teach as serve  # noqa: PLC0415

    serve(
        lesson_polls(),
        data,
        book=build_book(None, school=school).parent,
        browser=not no_browser,
        help_card=card_of(read_school(school)),
        **choices,
    )


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
@click.option("--reading", is_flag=True, help="Also say how each page reads.")
@click.option("--status", is_flag=True, help="Also write docs/authors/status.md.")
@click.option("--watch", is_flag=True, help="Check again whenever something is saved.")
def check(
    paths: tuple[Path, ...], *, as_json: bool, reading: bool, status: bool, watch: bool
) -> None:
    """Check lessons, activities and guides against the curriculum's rules."""
    from sunlit.curriculum.checking import check_content, write_status  # noqa: PLC0415
    from sunlit.watching import each_time  # noqa: PLC0415

    if status and paths:
        raise click.UsageError("--status is about every lesson: leave the paths out.")
    if watch:
        for _ in each_time():
            click.echo("Checking …")
            click.echo(check_content(paths).as_text(readings=reading))
            sys.stdout.flush()
        return
    report = check_content(paths)
    click.echo(report.as_json() if as_json else report.as_text(readings=reading))
    if status:
        click.echo(f"Written: {write_status(report)}", err=True)
    sys.exit(report.exit_code)


@main.group()
def new() -> None:
    """Start a lesson or an activity from a commented skeleton."""


@new.command("lesson")
@click.argument("band")
@click.argument("theme")
def new_lesson(band: str, theme: str) -> None:
    """Write the three files of a lesson: BAND such as ages-11-13, THEME such as 04-strengths."""
    from sunlit.curriculum.starting import new_lesson as start_lesson  # noqa: PLC0415

    for file in start_lesson(band, theme):
        click.echo(file)
    click.echo("Write over every FILL, then run: sunlit check", err=True)


@new.command("activity")
@click.argument("kind")
@click.option("--band", help="For which ages; ages-11-13 when left out.")
@click.option("--lesson", "lesson_name", help="Add it to a lesson, such as ages-11-13/03-words.")
@click.option("--name", default="", help="What to call it, such as try-the-words.")
def new_activity(kind: str, band: str | None, lesson_name: str | None, name: str) -> None:
    """Print a commented activity of KIND, or add it to a lesson."""
    from sunlit.curriculum.lessons import find_lesson  # noqa: PLC0415
    from sunlit.curriculum.starting import add_activity  # noqa: PLC0415
    from sunlit.curriculum.starting import new_activity as start_activity  # noqa: PLC0415

    if lesson_name is None:
        click.echo(start_activity(kind, band or "ages-11-13", name), nl=False)
        return
    lesson = find_lesson(lesson_name)
    if band not in {None, lesson.band.slug}:
        raise click.UsageError(f"{lesson.name} is for {lesson.band.slug}: leave --band out.")
    added = add_activity(kind, lesson, name)
    click.echo(f"'{added}' is in {lesson.activities} and on the page, in the step 'do'.")


@main.command()
@click.option("--out", type=FOLDER, default=Path("schemas"), show_default=True)
def schemas(out: Path) -> None:
    """Write the JSON Schemas with which an editor completes and explains the files."""
    from sunlit.curriculum.schemas import write_schemas  # noqa: PLC0415

    for file in write_schemas(out):
        click.echo(file)


@main.command()
@click.argument("targets", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every lesson.")
@click.option("--kind", "kinds", multiple=True, help="worksheet, key, … (several times).")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option("--size", type=click.Choice(["normal", "large"]), default="normal")
@click.option("--font", type=click.Choice(["default", "legible"]), default="default")
@click.option("--country", help="Whose helplines to print, such as GB.")
@click.option("--mono", is_flag=True, help="Black and white only.")
@click.option("--rename", "renames", multiple=True, help='"Sam=Alex": another name in a story.')
@click.option("--out", type=FOLDER, required=True, help="Where the PDFs go.")
@school_option
def handouts(  # noqa: PLR0913 - the choices of the command line
    targets: tuple[str, ...],
    kinds: tuple[str, ...],
    renames: tuple[str, ...],
    out: Path,
    school: Path | None,
    *,
    everything: bool,
    **choices: Any,
) -> None:
    """Write worksheets and other paper as PDF for lessons or whole bands.

    TARGETS are lessons (ages-11-13/03-words) or bands (ages-11-13).
    """
    from sunlit.handouts import DEFAULT_KINDS, write_handouts  # noqa: PLC0415
    from sunlit.help import read_school  # noqa: PLC0415
    from sunlit.help.school import read_logo  # noqa: PLC0415

    if everything == bool(targets):
        raise click.UsageError("name lessons or bands, or write --all.")
    names = {old.strip(): new.strip() for old, _, new in (pair.partition("=") for pair in renames)}
    if not all(names) or not all(names.values()):
        raise click.UsageError('--rename wants "Old=New", such as "Sam=Alex".')
    people = read_school(school)
    logo = None
    if school is not None and people.logo:
        logo = read_logo(school.parent / people.logo, school.parent)
    with click.progressbar(length=1, label="Handouts", file=sys.stderr) as bar:

        def progress(done: int, total: int, _file: Path) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        written = write_handouts(
            ["all"] if everything else targets,
            out,
            kinds=kinds or DEFAULT_KINDS,
            school=people,
            logo=logo,
            rename=names,
            progress=progress,
            **choices,
        )
    for file in written:
        click.echo(file)


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default="sunlit.zip", show_default=True)
@click.option("--country", help="Whose helplines to print, such as GB.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@school_option
def pack(out: Path, school: Path | None, **choices: Any) -> None:
    """Write site, notebooks and paper into one archive for a USB stick."""
    from sunlit.packing import write_pack  # noqa: PLC0415

    with click.progressbar(length=1, label="Pack", file=sys.stderr) as bar:

        def progress(done: int, total: int, what: str) -> None:
            bar.label, bar.length, bar.pos = what, total, done
            bar.update(0)

        written = write_pack(out, school=school, progress=progress, **choices)
    size = written.stat().st_size / 1_000_000
    click.echo(f"{written} ({size:.1f} MB)")


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON.")
@click.option("--jsonl", is_flag=True, help="Answer JSON lines {id, text} on standard input.")
@click.option("--safeguarding", is_flag=True, help="Messages that an adult should see.")
@click.option("--band", default="ages-14-18", show_default=True, help="Whose terms apply.")
def words(paths: tuple[str, ...], **options: Any) -> None:
    """Find wording about mental health that could be kinder, in files or JSON lines."""
    from sunlit.words.command import run_words_command  # noqa: PLC0415

    if not paths and not options["jsonl"]:
        raise click.UsageError("name files, or write --jsonl.")
    sys.exit(run_words_command(paths, stdin=sys.stdin, stdout=sys.stdout, **options))


@main.command()
@click.argument("name", required=False)
@click.argument("arguments", nargs=-1)
def bench(name: str | None, arguments: tuple[str, ...]) -> None:
    """Print measured figures: run a script of benchmarks/, or list them."""
    import subprocess  # noqa: PLC0415

    from sunlit.content import content_root  # noqa: PLC0415

    folder = content_root() / "benchmarks"
    scripts = {
        "-".join(file.relative_to(folder).with_suffix("").parts): file
        for file in sorted(folder.rglob("*.py"))
        if not file.name.startswith("_")
    }
    if not scripts:
        raise LookupError("benchmarks come with a checkout of Sunlit, not with the package.")
    if name is None:
        click.echo("\n".join(scripts))
        return
    if name not in scripts:
        raise LookupError(f"there is no benchmark '{name}'. There are: {', '.join(scripts)}.")
    done = subprocess.run([sys.executable, str(scripts[name]), *arguments], check=False)  # noqa: S603 - our own script
    sys.exit(done.returncode)
