"""The body maps and moments of a span, read without all else that is on its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from fibrojournal.exchange.demo import create_demo
from fibrojournal.storage.journal_file import JournalFile

END = date(2025, 12, 31)


def test_they_are_those_of_the_whole_days_and_nothing_else(tmp_path: Path) -> None:
    create_demo(tmp_path / "journal.fjnl", 90, end=END)
    start, end = END - timedelta(days=60), END - timedelta(days=10)
    with JournalFile.open_to_read(tmp_path / "journal.fjnl") as journal:
        whole, found = journal.days(start, end), journal.places_and_moments(start, end)
    wanted = [
        replace(day, readings={}, triggers={}, note=None, intakes={}, effects={})
        for day in whole
        if day.body_map is not None or day.moments
    ]
    assert found == wanted
    assert any(day.body_map for day in found)
    assert any(day.moments for day in found)
