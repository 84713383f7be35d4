"""A journal with two names in the file system: one file, however it is opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
from tests.storage.build import (
    DAY,
    after,
    answer,
    as_an_ordinary_person,
    give_away,
    scratch,
    words,
)
from tests.storage.test_crash import leave_a_hot_journal

pytestmark = pytest.mark.skipif(not hasattr(os, "link"), reason="there are no such links here")


def test_two_names_of_one_journal_take_turns(path: Path) -> None:
    other = path.with_name("other.fjnl")
    JournalFile.create(path).close()
    os.link(path, other)
    with JournalFile.open(path) as first, JournalFile.open(other) as second:
        for n in range(6):
            (first, second)[n % 2].save([answer("pain", n, after(n))])
        assert second.days(DAY, after(6)) == first.days(DAY, after(6))
        assert first.problems() == second.problems() == []
    assert not list(path.parent.glob("*-journal"))


@pytest.mark.parametrize("opener", [JournalFile.open, QuickJournal.open])
def test_a_save_cut_short_under_one_name_is_not_passed_over_under_another(
    path: Path, opener: Callable[[Path], JournalFile | QuickJournal]
) -> None:
    other = path.with_name("other.fjnl")
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", 4), words("by the sea")])
    os.link(path, other)
    leave_a_hot_journal(path)
    with pytest.raises(JournalNotWritable, match=r"open it as journal\.fjnl first"):
        opener(other)
    opener(path).close()
    with JournalFile.open(other) as journal:
        assert journal.problems() == []
        assert journal.search_notes("sea") == [(DAY, "by the sea")]


def test_a_folder_that_may_not_be_listed_is_in_nobodys_way() -> None:
    with scratch() as path:
        JournalFile.create(path).close()
        os.link(path, path.with_name("other.fjnl"))
        path.parent.chmod(0o300)
        give_away(path, path.parent)
        with as_an_ordinary_person(), JournalFile.open(path) as journal:
            journal.save([answer("pain", 4)])
        path.parent.chmod(0o700)
