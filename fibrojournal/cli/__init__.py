"""The command line: a promise to scripts, which runs without a screen and without Qt.

Exit codes: 0 done; 1 the world is against it, one sentence on stderr and nothing half done;
2 wrong usage. What each command needs is imported when it runs, so that all of them start fast.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from fibrojournal.cli import copies, entries, insights, locking, merging, program, safety
from fibrojournal.cli.arguments import Command, UsageError, add_journal
from fibrojournal.journal.errors import JournalError
from fibrojournal.text import _

COMMANDS: tuple[Command, ...] = (
    *entries.COMMANDS,
    *insights.COMMANDS,
    *safety.COMMANDS,
    *copies.COMMANDS,
    *locking.COMMANDS,
    *merging.COMMANDS,
    *program.COMMANDS,
)


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


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of all commands. `--journal` may stand before or after the command."""
    parser = argparse.ArgumentParser(
        prog="fibrojournal",
        description=_("A private, local symptom journal. Without a command it opens its window."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help=_("show the versions in use"))
    # A command's own default would silently replace what stands before the command.
    add_journal(parser, default=None)
    parser.set_defaults(run=program.open_window)
    parts = parser.add_subparsers(metavar=_("COMMAND"), title=_("commands"))
    for command in COMMANDS:
        does = _(command.does)
        part = parts.add_parser(command.name, help=does, description=does, allow_abbrev=False)
        part.set_defaults(run=command.run)
        add_journal(part, default=argparse.SUPPRESS)
        command.add_arguments(part)
    return parser
