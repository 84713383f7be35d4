"""The lock that says: this journal is open in a window, or being migrated."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.journal.errors import JournalNotWritable, JournalOpen
from fibrojournal.storage.driver_errors import NOT_WRITABLE
from fibrojournal.text import _

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Lock:
    """A held lock; `release` gives it back."""

    def __init__(self, held: BaseFileLock) -> None:
        """Take over a lock that was just acquired."""
        self._lock: BaseFileLock | None = held

    def release(self) -> None:
        """Give the lock back; does nothing the second time."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def hold(path: Path) -> Lock:
    """Take the lock of a journal, or raise JournalOpen while another program holds it.

    One program may hold it several times over: a window that holds it can migrate its journal.
    Raises JournalNotWritable where the lock's file cannot be made beside the journal.
    """
    # Not above: it takes as long to load as a third of an empty window, and may be wanted late.
    from filelock import FileLock, Timeout

    real = Path(os.path.realpath(path))  # Path.resolve raises where links lead in a circle
    # One object for a path and any thread of the program: who holds it may take it again.
    place = real.with_name(real.name + ".lock")
    lock = FileLock(place, mode=0o600, is_singleton=True, thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        sentence = _("The journal {path} is open in another window.")
        raise JournalOpen(sentence.format(path=path)) from error
    except OSError as error:
        raise JournalNotWritable(_(NOT_WRITABLE).format(path=path)) from error
    return Lock(lock)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock of a journal for the length of a block; raises what `hold` raises."""
    lock = hold(path)
    try:
        yield
    finally:
        lock.release()
