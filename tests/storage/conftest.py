"""A journal to write into, and two computers that share one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fibrojournal.storage.journal_file import JournalFile
from tests.storage.two import Two


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.fjnl"


@pytest.fixture
def journal(path: Path) -> Iterator[JournalFile]:
    with JournalFile.create(path) as journal:
        yield journal


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)
