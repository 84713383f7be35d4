"""Reading a passphrase or recovery code: from the terminal, or a file for scripts."""

from __future__ import annotations

import sys
from pathlib import Path

from fibrojournal.journal.errors import JournalError
from fibrojournal.text import _

_LONGEST = 65_536  # bytes of a line; a program's endless output is no passphrase


def from_file(place: Path) -> str:
    """Return the first line of a file, or the next of standard input where it is `-`."""
    try:
        if str(place) == "-":
            line = sys.stdin.buffer.readline(_LONGEST)
        else:
            with place.open("rb") as file:
                line = file.readline(_LONGEST)
        text = line.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError, AttributeError) as error:  # some have no standard input
        sentence = _("The passphrase file {path} cannot be read.")
        raise JournalError(sentence.format(path=place)) from error
    if not text:
        sentence = _("The passphrase file {path} has an empty first line.")
        raise JournalError(sentence.format(path=place))
    return text


def from_terminal(prompt: str) -> str:
    """Ask without showing what is typed. Raises JournalError where there is no terminal."""
    require_terminal()
    from getpass import getpass

    try:
        return getpass(f"{prompt} ")
    except EOFError as error:
        raise _nothing_typed() from error


def new_from_terminal() -> str:
    """Ask for a new passphrase, twice."""
    first = from_terminal(_("New passphrase:"))
    if not first:
        raise _nothing_typed()
    if from_terminal(_("The same again:")) != first:
        raise JournalError(_("The two are not the same; nothing was changed."))
    return first


def shown_from_terminal(prompt: str) -> str:
    """Ask, and show what is typed."""
    try:
        return input(f"{prompt} ")
    except EOFError as error:
        raise _nothing_typed() from error


def require_terminal() -> None:
    """Raise JournalError where nobody can be asked."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise JournalError(
            _("There is no terminal to ask for the passphrase; --passphrase-file names a file.")
        )


def _nothing_typed() -> JournalError:
    return JournalError(_("Nothing was typed; nothing was changed."))
