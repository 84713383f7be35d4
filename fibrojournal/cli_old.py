"""The command line: a promise to scripts, which runs without a screen and without Qt.

Exit codes: 0 done; 1 the world is against it, one sentence on stderr and nothing half done;
2 wrong usage. What each command needs is imported when it runs, so that all of them start fast.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, TextIO

from fibrojournal import __version__, settings
from fibrojournal.journal.errors import JournalDamaged, JournalError
from fibrojournal.text import _, plural

if TYPE_CHECKING:
    from fibrojournal.exchange.columns import ColumnOption
    from fibrojournal.exchange.importing import Outcome

MOST_DAYS = 20_000
EARLIEST = date(1900, 1, 1)


class UsageError(Exception):
    """The arguments do not go together; `str(error)` says why."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _write_whatever_the_terminal_knows(stream)
    parser = make_parser()
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as stop:  # how argparse ends after --help and after wrong usage
        return stop.code if isinstance(stop.code, int) else 2
    return _guarded(lambda: arguments.run(arguments), parser)


def _write_whatever_the_terminal_knows(stream: TextIO | None) -> None:
    """Let a terminal without a character show a question mark instead of ending the command."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _guarded(command: Callable[[], int], parser: argparse.ArgumentParser) -> int:
    """Run a command, and make of whatever it raises a sentence and an exit code."""
    try:
        code = command()
        if sys.stdout is not None:
            sys.stdout.flush()
    except UsageError as error:
        _complain(f"{parser.format_usage()}{parser.prog}: {error}")
        return 2
    except JournalError as error:
        _complain(f"fibrojournal: {error}")
        return 1
    except BrokenPipeError:
        # Whoever reads the output has seen enough; the work itself is done.
        _drop_output()
        return 0
    except KeyboardInterrupt:
        _complain(_("fibrojournal: Stopped."))
        return 1
    except Exception as error:  # noqa: BLE001  the last resort: no traceback reaches a person
        from fibrojournal import faults

        _complain(f"fibrojournal: {faults.tell(error)}")
        _drop_output()
        return 1
    return code


def _complain(text: str) -> None:
    print(text, file=sys.stderr)


def _drop_output() -> None:
    """Send what is still to be written nowhere, so that Python's last flush does not raise."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):
        return  # there is no such output


# The arguments


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of all commands. `--journal` may stand before or after the command."""
    parser = argparse.ArgumentParser(
        prog="fibrojournal",
        description=_("A private, local symptom journal. Without a command it opens its window."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help=_("show the versions in use"))
    # A command's own default would silently replace what stands before the command.
    _add_journal(parser, default=None)
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar=_("COMMAND"), title=_("commands"))

    def command(
        name: str, run: Callable[[argparse.Namespace], int], does: str
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=does, description=does, allow_abbrev=False)
        made.set_defaults(run=run)
        _add_journal(made, default=argparse.SUPPRESS)
        return made

    demo = command("demo", _demo, _("write a new journal of made-up days"))
    demo.add_argument("file", metavar="FILE", type=Path)
    demo.add_argument("--days", metavar="N", type=_count, default=365)
    demo.add_argument("--seed", metavar="S", type=int, default=1)
    demo.add_argument("--end", metavar="DATE", type=_day, default=date(2025, 12, 31))

    bring = command("import", _import, _("read a CSV file or a JSON archive into the journal"))
    bring.add_argument("file", metavar="FILE", type=Path)
    bring.add_argument(
        "--column",
        metavar="NAME=ID[:LO..HI][:reverse]",
        type=_column,
        action="append",
        default=[],
        help=_("say what a column of a CSV file is; may be given many times"),
    )
    bring.add_argument("--dry-run", action="store_true", help=_("tell what would be added"))
    bring.add_argument("--json", action="store_true", help=_("print the outcome as JSON"))

    undo = command("undo-import", _undo_import, _("take out what an import brought"))
    undo.add_argument("id", metavar="ID")

    export = command("export", _export, _("write the journal to a file"))
    export.add_argument("out", metavar="OUT", type=Path)
    export.add_argument("--format", choices=("json", "csv"), default="json")

    command("check", _check, _("look for damage in the journal"))

    test = command("self-test", _self_test, _("start the window off-screen and draw every page"))
    test.add_argument("--screenshots", metavar="DIR", type=Path)
    return parser


def _add_journal(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    parser.add_argument(
        "--journal",
        metavar="FILE",
        type=Path,
        default=default,
        help=_("the journal to use instead of your own"),
    )


def _count(text: str) -> int:
    count = int(text)
    if not 1 <= count <= MOST_DAYS:
        raise argparse.ArgumentTypeError(_("from 1 to {most}").format(most=MOST_DAYS))
    return count


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("a date is written 2025-12-31")) from error
    if day < EARLIEST:
        raise argparse.ArgumentTypeError(_("days begin with {day}").format(day=EARLIEST))
    return day


def _column(text: str) -> ColumnOption:
    from fibrojournal.exchange.columns import column_option

    try:
        return column_option(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _journal(arguments: argparse.Namespace) -> Path:
    return settings.journal_path(arguments.journal)


# The commands


def _window(arguments: argparse.Namespace) -> int:
    if arguments.version:
        return _version()
    from fibrojournal import preflight

    refusal = preflight.refusal()
    if refusal is not None:
        raise JournalError(refusal)
    from fibrojournal import app

    return app.run_window(arguments.journal)


def _version() -> int:
    from importlib.metadata import version
    from platform import python_version

    from fibrojournal.storage.versions import sqlite_version

    print(f"fibrojournal {__version__}")
    print(f"Python {python_version()}")
    print(f"Qt {version('PySide6-Essentials')}")
    print(f"SQLite {sqlite_version()}")
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    if arguments.end - timedelta(days=arguments.days - 1) < EARLIEST:
        raise UsageError(_("the days would begin before {day}").format(day=EARLIEST))
    from fibrojournal.exchange.demo import create_demo

    noted = create_demo(arguments.file, arguments.days, seed=arguments.seed, end=arguments.end)
    print(plural("{n} made-up day was noted.", "{n} made-up days were noted.", noted))
    return 0


def _import(arguments: argparse.Namespace) -> int:
    _check_columns(arguments.column)
    from fibrojournal.exchange.importing import Source, import_file
    from fibrojournal.exchange.json_reader import looks_like_json
    from fibrojournal.journal.clock import journal_day, stamp_of
    from fibrojournal.local_time import local_now

    if arguments.column and looks_like_json(arguments.file):
        raise UsageError(_("--column belongs to a CSV file, not to an archive"))
    now = local_now()
    source = Source(arguments.file, arguments.column, journal_day(now), stamp_of(now))
    outcome = import_file(source, _journal(arguments), dry_run=arguments.dry_run)
    if arguments.json:
        print(json.dumps(_as_json(outcome)))
    else:
        _tell(outcome, dry_run=arguments.dry_run)
    return 0


def _check_columns(options: Sequence[ColumnOption]) -> None:
    for what in ("name", "target"):
        given = [getattr(option, what).removesuffix(":trigger") for option in options]
        twice = next((text for text in given if given.count(text) > 1), None)
        if twice is not None:
            raise UsageError(_("--column is given twice for “{name}”").format(name=twice))


def _as_json(outcome: Outcome) -> dict[str, object]:
    return {
        "import": outcome.result.import_id,
        "days_added": outcome.result.days_added,
        "answers_added": outcome.result.answers_added,
        "unmapped": list(outcome.unmapped),
    }


def _tell(outcome: Outcome, *, dry_run: bool) -> None:
    result = outcome.result
    if dry_run:
        print(_("This is what would be added; nothing was written."))
    print(plural("{n} day was added.", "{n} days were added.", result.days_added))
    print(plural("{n} answer was added.", "{n} answers were added.", result.answers_added))
    if result.kept:
        print(
            plural(
                "{n} answer of your own was kept where the file says otherwise.",
                "{n} answers of your own were kept where the file says otherwise.",
                result.kept,
            )
        )
    if outcome.unmapped:
        print(_("Left out: {names}").format(names=", ".join(outcome.unmapped)))
    if result.import_id is not None:
        print(_("To undo it: fibrojournal undo-import {id}").format(id=result.import_id))


def _undo_import(arguments: argparse.Namespace) -> int:
    from fibrojournal.storage.journal_file import JournalFile

    with JournalFile.open(_journal(arguments)) as journal:
        gone = journal.take_out(arguments.id)
    print(plural("{n} answer was taken out.", "{n} answers were taken out.", gone))
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from fibrojournal.exchange.exporting import export_file

    days = export_file(_journal(arguments), arguments.out, arguments.format)
    # Into a pipe or the terminal went the export itself, and nothing else belongs there.
    if arguments.out.is_file():
        print(plural("{n} noted day was written.", "{n} noted days were written.", days))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from fibrojournal.storage.journal_file import JournalFile

    try:
        with JournalFile.open(_journal(arguments)) as journal:
            problems = journal.problems()
            days = 0 if problems else len(journal.days(date.min, date.max))
    except JournalDamaged as error:
        problems = [str(error)]
    for problem in problems:
        print(problem)
    if problems:
        raise JournalDamaged(
            _("The journal is damaged; keep this file as it is, and go on with your latest copy.")
        )
    print(
        plural(
            "The journal is whole, holds {n} noted day and is not encrypted.",
            "The journal is whole, holds {n} noted days and is not encrypted.",
            days,
        )
    )
    return 0


def _self_test(arguments: argparse.Namespace) -> int:
    _check_libraries()
    from fibrojournal import self_test

    try:
        self_test.run(arguments.screenshots)
    except self_test.SelfTestError as error:
        raise JournalError(_("The self-test stopped: {what}.").format(what=error)) from error
    print(_("The self-test passed: a day was logged and every page was drawn."))
    return 0


def _check_libraries() -> None:
    """Name the libraries that Qt lacks even off-screen, where it would end the process."""
    from fibrojournal import libraries, preflight

    plugins = preflight.plugin_folder()
    if sys.platform != "linux" or plugins is None or which("ldd") is None:
        return
    if libraries.missing(libraries.plugin_files(Path(plugins), "offscreen")):
        raise JournalError(libraries.explain(("offscreen",), Path(plugins)))
