"""Journals of one, ten and a hundred years, full on every day, made through the product's own API.

They end today, so that Today has answers to show, and are kept in `build/bench` for that day.
"""

from __future__ import annotations

import random
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.figures import BUILD
from fibrojournal.journal.clock import journal_day, stamp_of
from fibrojournal.journal.measures import MEASURES, Measure, Place
from fibrojournal.journal.triggers import TRIGGERS

THIRTY = tuple(measure for measure in MEASURES if measure.place is not Place.DERIVED)[:30]
WORDS = (
    *("slept", "woke early", "stiff", "shoulders", "walk", "garden", "rested", "heat pad", "pool"),
    *("work", "meeting", "tired", "better", "worse", "rain", "cold", "sun", "friend", "dinner"),
    *("bread", "coffee", "tea", "stairs", "bus", "quiet", "noisy", "music", "reading", "phone"),
)


def today() -> date:
    """Return the journal day that the window opens on."""
    return journal_day(datetime.now())  # noqa: DTZ005  the wall clock of this machine


def journal(years: int) -> Path:
    """Return a journal of so many years, made if there is none for today."""
    path = BUILD / f"{years}-years-{today()}.fjnl"
    if not path.exists():
        for old in BUILD.glob(f"{years}-years-*"):
            old.unlink()
        _make(path, years)
    return path


def copy_of(path: Path, folder: Path) -> Path:
    """Copy a journal to a folder, so that a case may write to it."""
    return Path(shutil.copy(path, folder / "journal.fjnl"))


def _make(path: Path, years: int) -> None:
    from fibrojournal.journal.imported import ImportBatch, ImportedDay
    from fibrojournal.storage.journal_file import JournalFile

    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    luck = random.Random(years)
    entered = stamp_of(datetime.now(UTC))
    last = today()
    with JournalFile.create(draft) as new:
        for year in range(years):
            dates = [last - timedelta(days=365 * year + offset) for offset in range(365)]
            days = {
                one: ImportedDay(
                    {measure.id: _answer(measure, luck) for measure in THIRTY},
                    {trigger.id: luck.random() < 0.15 for trigger in TRIGGERS[:8]},
                    " ".join(luck.choices(WORDS, k=40)),
                )
                for one in dates
            }
            new.bring_in(ImportBatch(f"year {year}", entered, days))
    draft.rename(path)


def _answer(measure: Measure, luck: random.Random) -> float:
    scale = measure.scale
    steps = round((scale.high - scale.low) / scale.step)
    return scale.low + luck.randint(0, steps) * scale.step
