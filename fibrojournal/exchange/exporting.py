"""Writes a journal to a file, as an archive or as a table."""

from __future__ import annotations

from pathlib import Path

from fibrojournal.exchange.csv_writer import csv_parts
from fibrojournal.exchange.json_writer import archive_parts
from fibrojournal.exchange.safe_file import write_export
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey

FORMATS = {"json": archive_parts, "csv": csv_parts}


def export_file(journal_path: Path, out: Path, form: str, key: DataKey | None = None) -> int:
    """Write a journal as `json` or `csv`; return how many days it holds.

    Raises a JournalError; then nothing is written, and what `out` held is still there.
    """
    with JournalFile.open_to_read(journal_path, key) as journal:
        snapshot = journal.snapshot()
    write_export(out, FORMATS[form](snapshot), journal=journal_path)
    return sum(day.is_noted for day in snapshot.days)
