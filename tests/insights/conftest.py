"""One made-up journal for all tests of insights: to be read, never written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fibrojournal.exchange.demo import create_demo
from fibrojournal.journal.suspicions import Suspicion, set_suspicion
from fibrojournal.storage.journal_file import JournalFile

END = date(2025, 12, 31)
DAYS = 200


@pytest.fixture(scope="session", name="journal")
def made_up_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made-up") / "journal.fjnl"
    create_demo(path, DAYS, end=END)
    with JournalFile.open(path) as file:
        file.save([set_suspicion(Suspicion("sleep_quality", 0), on=True)])
    return path
