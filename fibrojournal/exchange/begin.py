"""Begins a journal that is filled at once: it exists filled, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fibrojournal.storage.journal_file import JournalFile


@contextmanager
def begun(path: Path, *, sample: bool = False) -> Iterator[JournalFile]:
    """Begin a journal; if what follows does not succeed, the new file is removed again.

    Raises JournalExists or JournalNotWritable.
    """
    journal = JournalFile.create(path, sample=sample)
    try:
        with journal:
            yield journal
    except BaseException:
        path.unlink(missing_ok=True)
        raise
