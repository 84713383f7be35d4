"""The lock that says: this journal is open in a window, or being migrated."""

from __future__ import annotations

from pathlib import Path


class Lock:
    """A held lock; `release` gives it back."""

    def release(self) -> None:
        """Give the lock back; does nothing the second time."""
        raise NotImplementedError


def hold(path: Path) -> Lock:
    """Take the lock of a journal, or raise JournalBusy while another program holds it.

    One program may hold it several times over: a window that holds it can migrate its journal.
    """
    raise NotImplementedError
