from __future__ import annotations

import signal
from pathlib import Path
from threading import Thread

import pytest

from fibrojournal.journal.errors import JournalNotWritable, JournalOpen
from fibrojournal.storage.lock import hold
from tests.storage.build import HOLDING, another_program_holding, python


def is_free_for_others(path: Path) -> bool:
    told = python(HOLDING, str(path))
    return told.stdout == "held\n" and "JournalOpen" not in told.stderr


def test_two_programs_do_not_hold_one_journal(path: Path) -> None:
    with another_program_holding(path), pytest.raises(JournalOpen, match="another window"):
        hold(path)
    hold(path).release()


def test_a_link_to_a_journal_is_that_journal(path: Path, tmp_path: Path) -> None:
    path.touch()
    link = tmp_path / "link.fjnl"
    link.symlink_to(path)
    with another_program_holding(path), pytest.raises(JournalOpen):
        hold(link)


def test_a_circle_of_links_does_not_stop_a_lock(path: Path, tmp_path: Path) -> None:
    path.symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(path)
    lock = hold(path)  # whether there is a journal is for opening it to say
    lock.release()


def test_a_program_that_was_killed_holds_nothing(path: Path) -> None:
    with another_program_holding(path) as program:
        program.send_signal(signal.SIGKILL)
        program.wait()
        hold(path).release()


def test_a_program_that_holds_a_journal_may_hold_it_again_in_any_thread(path: Path) -> None:
    window = hold(path)
    migration = Thread(target=lambda: hold(path).release())
    migration.start()
    migration.join()
    assert not is_free_for_others(path)
    window.release()
    window.release()
    assert is_free_for_others(path)


def test_a_lock_released_twice_frees_no_one_elses(path: Path) -> None:
    first, second = hold(path), hold(path)
    first.release()
    first.release()
    assert not is_free_for_others(path)
    second.release()
    assert is_free_for_others(path)


def test_a_place_without_room_for_a_lock_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    with pytest.raises(JournalNotWritable, match="read-only"):
        hold(tmp_path / "letter.txt" / "journal.fjnl")
