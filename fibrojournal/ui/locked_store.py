"""What stands in a journal's place while it is locked: nothing can be read or written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from fibrojournal.journal.edits import Edit
from fibrojournal.journal.errors import JournalLocked
from fibrojournal.storage.place import Place
from fibrojournal.text import _


class LockedStore:
    """Refuses everything with JournalLocked, and holds no key."""

    is_sample = False

    def __init__(self, place: Place) -> None:
        self.place = place

    def day(self, day: date) -> NoReturn:
        """Refuse."""
        raise _locked()

    def questions(self) -> NoReturn:
        """Refuse."""
        raise _locked()

    def trigger_counts(self) -> NoReturn:
        """Refuse."""
        raise _locked()

    def save(self, edits: Sequence[Edit]) -> NoReturn:
        """Refuse."""
        raise _locked()

    def copy_to(self, target: Path, edits: Sequence[Edit] = ()) -> NoReturn:
        """Refuse."""
        raise _locked()

    def close(self) -> None:
        """There is no file to let go of."""


def _locked() -> JournalLocked:
    return JournalLocked(_("The journal is locked."))
