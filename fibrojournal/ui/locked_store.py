"""What stands in a journal's place while its file is closed: nothing can be read or written."""

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

    def __init__(self, place: Place, why: str = "") -> None:
        """Stand for the file at a place; `why` says what keeps it closed, if it is not the lock."""
        self.place = place
        self._why = why or _("The journal is locked.")

    def day(self, day: date) -> NoReturn:
        """Refuse."""
        raise self._refusal()

    def questions(self) -> NoReturn:
        """Refuse."""
        raise self._refusal()

    def trigger_counts(self) -> NoReturn:
        """Refuse."""
        raise self._refusal()

    def save(self, edits: Sequence[Edit]) -> NoReturn:
        """Refuse."""
        raise self._refusal()

    def copy_to(self, target: Path, edits: Sequence[Edit] = ()) -> NoReturn:
        """Refuse."""
        raise self._refusal()

    def close(self) -> None:
        """There is no file to let go of."""

    def _refusal(self) -> JournalLocked:
        return JournalLocked(self._why)
