"""The lock that says: this journal is open in a window, or being migrated."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from fibrojournal.journal.errors import JournalBusy, JournalNotWritable
from fibrojournal.storage.driver_errors import NOT_WRITABLE
from fibrojournal.text import _


class Lock:
    """A held lock; `release` gives it back."""

    def __init__(self, path: Path) -> None:
        # One object for a path and any thread of the program: who holds it may take it again.
        self._lock = FileLock(
            path.with_name(path.name + ".lock"), is_singleton=True, thread_local=False
        )
        self._lock.acquire(blocking=False)
        self._held = True

    def release(self) -> None:
        """Give the lock back; does nothing the second time."""
        if self._held:
            self._held = False
            self._lock.release()


def hold(path: Path) -> Lock:
    """Take the lock of a journal, or raise JournalBusy while another program holds it.

    One program may hold it several times over: a window that holds it can migrate its journal.
    Raises JournalNotWritable where the lock's file cannot be made beside the journal.
    """
    try:
        return Lock(path.resolve())
    except Timeout as error:
        sentence = _("The journal {path} is open in another window.")
        raise JournalBusy(sentence.format(path=path)) from error
    except OSError as error:
        raise JournalNotWritable(_(NOT_WRITABLE).format(path=path)) from error
