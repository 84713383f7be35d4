from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fibrojournal.journal.errors import JournalLocked
from fibrojournal.storage.place import Place
from fibrojournal.ui.locked_store import LockedStore


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.day(date(2026, 3, 12)),
        lambda store: store.questions(),
        lambda store: store.trigger_counts(),
        lambda store: store.save([]),
        lambda store: store.copy_to(Path("copy")),
    ],
)
def test_a_locked_journal_neither_tells_nor_takes_anything(
    tmp_path: Path, ask: Callable[[LockedStore], object]
) -> None:
    store = LockedStore(Place.of(tmp_path))
    with pytest.raises(JournalLocked):
        ask(store)
    store.close()
