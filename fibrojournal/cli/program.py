"""The window, the versions in use, and the proof that a built program works."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from shutil import which

from fibrojournal import __version__
from fibrojournal.cli.arguments import Command, UsageError
from fibrojournal.journal.errors import JournalError
from fibrojournal.text import N_, _


def open_window(arguments: argparse.Namespace) -> int:
    """Show the window, or the versions where they are asked for."""
    if arguments.version:
        return _version()
    if arguments.passphrase_file is not None:
        raise UsageError(_("--passphrase-file belongs to a command; the window asks itself"))
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


def _add_self_test(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--screenshots", metavar="DIR", type=Path)


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


COMMANDS: tuple[Command, ...] = (
    Command(
        "self-test",
        N_("start the window off-screen and draw every page"),
        _self_test,
        _add_self_test,
    ),
)
