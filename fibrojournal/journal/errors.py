"""What the world can do to a journal; every error is one plain sentence for a person.

JournalError
├── JournalMissing       no file there
├── NotAJournal          a folder, or another program's file
├── JournalTooNew        written by a newer fibrojournal
├── JournalTooOld        to be brought up to date first, in a place that is read-only
├── JournalDamaged       the file cannot be read in full
├── JournalNotWritable   read-only file or folder
│   └── DiskFull         there is no room for what is to be written
├── JournalBusy          another program uses it just now
│   └── JournalOpen      it is open in another window
├── JournalExists        refuses to overwrite
├── JournalLocked        encrypted, and no key was given
│   └── WrongKey         a key, passphrase or code was given that does not open it
├── NothingNoted         there is no day to speak of
├── JournalMoved         taken away or replaced while it was open
└── BadFile              a file to be read in that does not make sense; knows its line
"""

from __future__ import annotations


class JournalError(Exception):
    """Something outside our power went wrong; `str(error)` is a sentence to show."""


class JournalMissing(JournalError):
    """There is no journal at that place."""


class NotAJournal(JournalError):
    """The path is a folder, or a file of some other kind."""


class JournalTooNew(JournalError):
    """The journal comes from a newer version of the program."""


class JournalTooOld(JournalError):
    """The journal needs a newer schema, and lies where nothing can be changed."""


class JournalDamaged(JournalError):
    """The file is a journal, but part of it cannot be read."""


class JournalNotWritable(JournalError):
    """The file or its folder may not be written, or there is no room."""


class DiskFull(JournalNotWritable):
    """There is no room on the disk; the journal is unchanged."""


class JournalBusy(JournalError):
    """Another program holds the journal."""


class JournalOpen(JournalBusy):
    """A window of this program has the journal open, or a command that needs it alone."""


class JournalExists(JournalError):
    """There is already a file at that place."""


class JournalLocked(JournalError):
    """The journal is encrypted, and no key was given."""


class WrongKey(JournalLocked):
    """The key, passphrase or recovery code that was given does not open the journal."""


class JournalMoved(JournalError):
    """The file was taken away or replaced while it was open; what it held there is not changed."""


class NothingNoted(JournalError):
    """There is no noted day that what was asked could be about."""


class BadFile(JournalError):
    """A file that was to be read in does not make sense."""

    def __init__(self, sentence: str, *, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line
