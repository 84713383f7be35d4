"""A journal that is taken away while it is open: nothing goes with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from fibrojournal.journal.errors import JournalDamaged, JournalMoved, JournalNotWritable
from fibrojournal.storage import key_slots
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.place import Place
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.storage.sidecar import Cost
from tests.storage.build import DAY, after, answer, ask, leave_a_cut_short_save, words

KEY = DataKey(bytes(range(32)))
Opener = Callable[..., JournalFile | QuickJournal]

both = pytest.mark.parametrize("opener", [JournalFile.open, QuickJournal.open])
keys = pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])


@pytest.fixture
def closed(path: Path) -> Path:
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", 4)])
    return path


@both
def test_a_journal_that_was_moved_away_takes_answers_again_once_it_is_back(
    closed: Path, opener: Opener
) -> None:
    away = closed.with_name("away.fjnl")
    with opener(closed) as opened:
        closed.rename(away)
        assert opened.place.is_left
        with pytest.raises(JournalMoved, match="moved, removed or replaced"):
            opened.save([answer("pain", 9)])
        away.rename(closed)
        assert not opened.place.is_left
        opened.save([answer("pain", 9)])
        assert opened.day(DAY).value("pain") == 9


@both
def test_a_journal_whose_folder_is_gone_was_moved(closed: Path, opener: Opener) -> None:
    with opener(closed) as opened:
        shutil.rmtree(closed.parent)
        with pytest.raises(JournalMoved):
            opened.save([answer("pain", 9)])
        with pytest.raises(JournalMoved):
            opened.place.check()
    closed.parent.mkdir()


def test_a_journal_that_may_not_be_written_is_still_where_it_was(closed: Path) -> None:
    with (
        JournalFile.open(closed, read_only=True) as opened,
        pytest.raises(JournalNotWritable, match="read-only"),
    ):
        opened.save([answer("pain", 9)])
    Place.of(closed).check()


@both
@keys
def test_a_copy_holds_all_that_was_open_and_all_that_waits(
    path: Path, opener: Opener, key: DataKey | None
) -> None:
    with JournalFile.create(path, key=key) as journal:
        journal.save([answer("pain", 4), words("by the sea", after(1))])
    copy = path.with_name("copy.fjnl")
    with opener(path, key) as opened:
        path.unlink()
        opened.copy_to(copy, [answer("fog", 3), words("in the hills", after(2))])
        assert opened.day(DAY).value("fog") is None
    with JournalFile.open(copy, key) as copied:
        assert copied.day(DAY).value("pain") == 4
        assert copied.day(DAY).value("fog") == 3
        assert [day for day, _ in copied.search_notes("the")] == [after(2), after(1)]
        assert copied.problems() == []
    assert list(path.parent.iterdir()) == [copy]
    assert (copy.read_bytes()[:6] == b"SQLite") == (key is None)


def test_the_passphrase_of_a_journal_opens_its_copy(path: Path) -> None:
    JournalFile.create(path, key=KEY).close()
    key_slots.set_passphrase(path, "by the sea", KEY, cost=Cost(memory=8_192, passes=1))
    copy = path.with_name("copy.fjnl")
    with JournalFile.open(path, KEY) as journal:
        journal.copy_to(copy)
    assert key_slots.passphrase_key(copy, "by the sea") == KEY


def test_what_another_journal_left_is_no_part_of_a_copy(closed: Path) -> None:
    copy = closed.with_name("copy.fjnl")
    leave_a_cut_short_save(copy)
    with JournalFile.open(closed) as journal:
        journal.copy_to(copy)
        with JournalFile.open(copy) as copied:
            assert copied.snapshot() == journal.snapshot()


def test_a_copy_is_the_same_journal(closed: Path) -> None:
    copy = closed.with_name("copy.fjnl")
    with JournalFile.open(closed) as journal:
        journal.copy_to(copy)
        with JournalFile.open(copy) as copied:
            assert copied.identity() == journal.identity()
    other = closed.with_name("other.fjnl")
    with JournalFile.create(other) as stranger, JournalFile.open(closed) as journal:
        assert stranger.identity() != journal.identity()


def test_a_copy_that_cannot_be_written_leaves_what_is_there(closed: Path) -> None:
    letter = closed.with_name("letter")
    letter.write_text("to my aunt")
    with JournalFile.open(closed) as journal:
        for place in (letter / "copy.fjnl", closed.with_name("nowhere") / "copy.fjnl"):
            with pytest.raises(JournalNotWritable, match="cannot be written"):
                journal.copy_to(place)
        (closed.parent / "folder").mkdir()
        with pytest.raises(JournalNotWritable, match="cannot be written"):
            journal.copy_to(closed.parent / "folder")
    assert letter.read_text() == "to my aunt"
    assert sorted(child.name for child in closed.parent.iterdir()) == [
        "folder",
        closed.name,
        "letter",
    ]


def test_a_copy_that_is_not_whole_is_no_copy(closed: Path) -> None:
    ask(closed, "CREATE TABLE stray (a)")
    copy = closed.with_name("copy.fjnl")
    with JournalFile.open(closed) as journal, pytest.raises(JournalDamaged, match="stray"):
        journal.copy_to(copy)
    assert list(closed.parent.iterdir()) == [closed]
