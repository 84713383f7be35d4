"""Which file on the disk a journal was when it was opened, and whether it is still there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from fibrojournal.journal.errors import JournalMoved, JournalNotWritable
from fibrojournal.text import N_, _

_MOVED = N_("The journal {path} was moved, removed or replaced while it was open.")


class Place(NamedTuple):
    """A path, and the file that stood there: its disk and its number on the disk."""

    path: Path
    file: tuple[int, int]

    @classmethod
    def of(cls, path: Path) -> Place:
        """Remember the file that stands at a path now. Raises OSError where there is none."""
        found = path.stat()
        return cls(path, (found.st_dev, found.st_ino))

    @property
    def is_left(self) -> bool:
        """Tell whether the file is no longer there: gone, or another one stands in its place."""
        try:
            return Place.of(self.path) != self
        except OSError:
            return True

    def check(self) -> None:
        """Raise JournalMoved where the file is no longer there."""
        if self.is_left:
            raise JournalMoved(_(_MOVED).format(path=self.path))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Tell a file that was moved from one that may not be written: the driver does not."""
        try:
            yield
        except JournalNotWritable as error:
            if self.is_left:
                raise JournalMoved(_(_MOVED).format(path=self.path)) from error
            raise
