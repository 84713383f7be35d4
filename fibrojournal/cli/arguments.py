"""What the commands have in common: how they are listed, and how their arguments are read."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal import settings
from fibrojournal.text import _

if TYPE_CHECKING:
    from fibrojournal.storage.journal_file import JournalFile
    from fibrojournal.storage.key import DataKey

MOST_DAYS = 20_000
EARLIEST = date(1900, 1, 1)


class UsageError(Exception):
    """The arguments do not go together; `str(error)` says why."""


def no_arguments(_parser: argparse.ArgumentParser) -> None:
    """Add nothing."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, what it does in words, its work, and its own arguments."""

    name: str
    does: str
    run: Callable[[argparse.Namespace], int]
    add_arguments: Callable[[argparse.ArgumentParser], object] = no_arguments


def add_journal(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    """Add the arguments that say which journal is meant, and what opens it."""
    parser.add_argument(
        "--journal",
        metavar="FILE",
        type=Path,
        default=default,
        help=_("the journal to use instead of your own"),
    )
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=Path,
        default=default,
        help=_("a file whose first line is the passphrase; - is standard input"),
    )


def journal_path(arguments: argparse.Namespace) -> Path:
    """Return the journal that is meant."""
    return settings.journal_path(arguments.journal)


def key_of_journal(arguments: argparse.Namespace) -> DataKey | None:
    """Return the key of the journal that is meant; None where it needs none, or is not there.

    The passphrase, or the recovery code, comes from `--passphrase-file` or the terminal. Raises
    a JournalError where it does not open the journal, or nobody can be asked.
    """
    return key_of(journal_path(arguments), arguments, _("Passphrase or recovery code:"))


def key_of(path: Path, arguments: argparse.Namespace, prompt: str) -> DataKey | None:
    """Return the key of any journal or copy, as `key_of_journal` does."""
    from fibrojournal.storage.key import is_encrypted

    if not is_encrypted(path):
        return None
    from fibrojournal.cli import passphrases
    from fibrojournal.storage.key_slots import key_from

    given = arguments.passphrase_file
    if given is not None:
        return key_from(path, passphrases.from_file(given))
    return key_from(path, passphrases.from_terminal(prompt))


def open_journal(arguments: argparse.Namespace, *, read_only: bool = False) -> JournalFile:
    """Open the journal that is meant; the caller closes it. Raises a JournalError.

    One that is only read may lie where nothing can be changed.
    """
    from fibrojournal.storage.journal_file import JournalFile

    key = key_of_journal(arguments)
    open_ = JournalFile.open_to_read if read_only else JournalFile.open
    return open_(journal_path(arguments), key)


def count(text: str) -> int:
    """Read a number of days."""
    read = int(text)
    if not 1 <= read <= MOST_DAYS:
        raise argparse.ArgumentTypeError(_("from 1 to {most}").format(most=MOST_DAYS))
    return read


def day(text: str) -> date:
    """Read a date."""
    try:
        read = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("a date is written 2025-12-31")) from error
    if read < EARLIEST:
        raise argparse.ArgumentTypeError(_("days begin with {day}").format(day=EARLIEST))
    return read
