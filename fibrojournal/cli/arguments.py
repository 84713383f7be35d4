"""What the commands have in common: how they are listed, and how their arguments are read."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fibrojournal import settings
from fibrojournal.text import _

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
    """Add the arguments that say which journal is meant."""
    parser.add_argument(
        "--journal",
        metavar="FILE",
        type=Path,
        default=default,
        help=_("the journal to use instead of your own"),
    )


def journal_path(arguments: argparse.Namespace) -> Path:
    """Return the journal that is meant."""
    return settings.journal_path(arguments.journal)


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
