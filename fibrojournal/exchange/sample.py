"""The journal of made-up days that somebody new may look around in: a file of its own."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from fibrojournal.exchange.demo import create_demo
from fibrojournal.journal.errors import JournalExists, JournalLocked, JournalOpen
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.lock import held
from fibrojournal.text import _

DAYS = 240
STALE_AFTER_DAYS = 3
"""Made-up days that ended so long ago are made up anew."""


def prepare_sample(path: Path, today: date) -> None:
    """Have made-up days up to yesterday at `path`; those that lie there are kept for some days.

    Raises JournalExists where a journal of someone's own lies there, or another JournalError.
    """
    with suppress(JournalOpen, JournalLocked):  # it is in use, or was locked: it is shown as it is
        if path.exists():
            with held(path):
                if _is_fresh(path, today):
                    return
                path.unlink()
        create_demo(path, DAYS, end=today - timedelta(days=1))


def _is_fresh(path: Path, today: date) -> bool:
    with JournalFile.open(path, read_only=True) as journal:
        if not journal.is_sample:
            raise JournalExists(_("A journal that is not made up has the name of the sample data."))
        span = journal.noted_span()
    return span is not None and (today - span[1]).days <= STALE_AFTER_DAYS
