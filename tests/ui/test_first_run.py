"""The very first start: one page, the choice of a look, and three ways to begin."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from fibrojournal import app, settings
from fibrojournal.exchange import sample
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.first_run import FirstRunWindow
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.pages.lock.page import LockPage
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.notice import Notice
from tests.ui.conftest import Person
from tests.ui.visitor import Visitor, close, press, sees

TODAY = date(2026, 3, 12)


@pytest.fixture(autouse=True)
def few_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "DAYS", 20)


@pytest.fixture
def window(person: Person, theme: Theme) -> FirstRunWindow:
    first = FirstRunWindow(theme, person.journal, settings.sample_path(), TODAY)

    def end(_: QWidget) -> None:
        first.end()

    person.qtbot.addWidget(first, before_close_func=end)
    first.show()
    first.activateWindow()
    person.qtbot.waitUntil(first.isActiveWindow)
    return first


def test_enter_starts_with_today(person: Person, window: FirstRunWindow) -> None:
    person.press("Return")
    assert window.wish is not None
    assert (window.wish.path, window.wish.page) == (person.journal, "today")


def test_it_can_be_skipped_by_esc(person: Person, window: FirstRunWindow) -> None:
    person.press("Escape")
    assert window.wish is not None
    assert window.wish.path == person.journal


def test_nothing_is_written_before_something_is_decided(
    person: Person, window: FirstRunWindow
) -> None:
    person.press("Shift+Backtab Right")
    window.close()
    assert window.end() is None
    assert settings.is_first_start()


def test_a_look_applies_at_once_and_is_kept(person: Person, window: FirstRunWindow) -> None:
    person.press("Shift+Backtab Right Right Right")
    assert window._theme.name == "quiet_paper"
    person.press("Control+Plus Control+Plus Control+Minus Escape")
    window.end()
    kept = settings.load()
    assert (kept.theme, kept.text_scale) == ("quiet_paper", 1.15)


def test_who_chooses_no_look_goes_on_with_the_system(
    person: Person, window: FirstRunWindow
) -> None:
    person.press("Return")
    window.end()
    assert settings.load().theme == "system"


def test_a_sample_that_cannot_be_made_is_said_on_the_page(
    person: Person, window: FirstRunWindow
) -> None:
    JournalFile.create(settings.sample_path()).close()
    press(FirstRunWindow, "Look around with sample data")()
    notice = window.findChild(Notice)
    assert notice is not None
    person.qtbot.waitUntil(lambda: "not made up" in notice.text)
    assert window.wish is None


def test_a_fault_is_reported(
    person: Person, window: FirstRunWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError

    told: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: told.append(kind))
    monkeypatch.setattr(sample, "prepare_sample", fail)
    press(FirstRunWindow, "Look around with sample data")()
    person.qtbot.waitUntil(lambda: told == [LookupError])


def test_only_the_very_first_start_shows_it(person: Person) -> None:
    visitor = Visitor(press(FirstRunWindow, "Start with today"), close(MainWindow))
    assert app.run_window() == 0
    assert visitor.steps == []
    assert person.journal.exists()
    again = Visitor(close(MainWindow))
    assert app.run_window() == 0
    assert again.steps == []


def test_a_journal_that_was_named_is_opened_at_once(person: Person, tmp_path: Path) -> None:
    visitor = Visitor(close(MainWindow))
    assert app.run_window(tmp_path / "other.fjnl") == 0
    assert visitor.steps == []


def test_closing_it_ends_the_program_without_a_word(
    person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor = Visitor(close(FirstRunWindow))
    assert app.run_window() == 0
    assert visitor.steps == []
    assert not person.journal.exists()
    assert capsys.readouterr().err == ""


def test_a_passphrase_leads_to_the_page_of_the_lock(person: Person) -> None:
    visitor = Visitor(
        press(FirstRunWindow, "Protect with a passphrase"),
        sees(lambda window: isinstance(window._front, LockPage)),
        close(MainWindow),
    )
    assert app.run_window() == 0
    assert visitor.steps == []


def test_the_sample_leads_back_to_a_journal_of_ones_own(person: Person) -> None:
    visitor = Visitor(
        press(FirstRunWindow, "Look around with sample data"),
        sees(lambda window: window._diary.is_sample and window._diary.is_ready),
        press(MainWindow, "Back to my journal"),
        sees(lambda window: not window._diary.is_sample and window._diary.is_ready),
        close(MainWindow),
    )
    assert app.run_window() == 0
    assert visitor.steps == []
    with JournalFile.open(person.journal, read_only=True) as journal:
        assert not journal.is_sample
        assert journal.noted_span() is None
