"""A journal that cannot be opened: what the page says, and where its ways lead."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from fibrojournal import app, settings
from fibrojournal.journal.errors import JournalMissing, JournalOpen, JournalTooNew
from fibrojournal.storage.backups import make_backup
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, keys_path
from fibrojournal.ui import refusal
from fibrojournal.ui.opening_faults import check_not_gone, refusal_of
from fibrojournal.ui.refusal import Refusal, RefusalPage, Way
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.wish import Wish
from tests.storage.build import answer, raw, words

NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)
ELSEWHERE = Refusal("Your journal is open.", ["It did not answer."], [Way("Look only")])


def buttons(page: RefusalPage) -> dict[str, QPushButton]:
    return {button.text(): button for button in page.findChildren(QPushButton)}


@pytest.fixture
def show(theme: Theme, qtbot: QtBot) -> Callable[[Refusal], RefusalPage]:
    """Shows the page, active, without waiting for a choice."""

    def opened(content: Refusal) -> RefusalPage:
        page = RefusalPage(theme, content)
        qtbot.addWidget(page)
        page.open()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return opened


Show = Callable[[Refusal], RefusalPage]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_says_why_and_goes_with_esc(show: Show, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    page = show(ELSEWHERE)
    labels = page.findChildren(Label)
    assert [label.text() for label in labels] == ["Your journal is open.", "It did not answer."]
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())
    for button in buttons(page).values():
        assert min(button.height(), button.width()) >= refusal.TARGET
        assert page.rect().contains(button.geometry())
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert page.chosen is None


def test_readers_hear_the_heading_and_the_sentences(show: Show) -> None:
    heard = QAccessible.queryAccessibleInterface(show(ELSEWHERE))
    assert heard.text(QAccessible.Text.Name) == "Your journal is open."
    assert heard.text(QAccessible.Text.Description) == "It did not answer."


def test_a_way_leads_to_what_it_opens(theme: Theme, tmp_path: Path) -> None:
    wish = Wish(tmp_path, "Read only.")

    def choose() -> None:
        page = QApplication.activeModalWidget()
        assert isinstance(page, RefusalPage)
        buttons(page)["Look only"].click()

    QTimer.singleShot(0, choose)
    content = Refusal("It is open.", [], [Way("Look only", wish)])
    assert refusal.show_refusal(theme, content) == wish


def test_a_way_that_does_something_leaves_the_page_open(show: Show) -> None:
    done: list[str] = []
    folder = Way("Show folder", does=lambda: done.append("shown"))
    page = show(Refusal("It is damaged.", [], [folder]))
    buttons(page)["Show folder"].click()
    assert page.isVisible()
    assert done == ["shown"]
    buttons(page)["Close"].click()
    assert not page.isVisible()


def test_enter_presses_the_button_that_has_the_focus(show: Show, tmp_path: Path) -> None:
    page = show(Refusal("It is open.", [], [Way("Look only", Wish(tmp_path))]))
    assert page.focusWidget() is buttons(page)["Look only"]
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert page.focusWidget() is buttons(page)["Close"]
    QTest.keyClick(buttons(page)["Close"], Qt.Key.Key_Return)
    assert page.chosen is None
    assert not page.isVisible()


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.fjnl"
    with JournalFile.create(path) as opened:
        opened.save([answer("pain", 4), words("by the sea " * 2000)])
        make_backup(opened, tmp_path / "backups", NOON)
        opened.save([answer("pain", 6)])
        make_backup(opened, tmp_path / "backups", NOON.replace(hour=14))
    return path


def damage(path: Path, start: int, length: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(bytes(length))


def said(path: Path) -> Refusal:
    """What is said of a journal that cannot be opened."""
    with pytest.raises(Exception) as refused:  # noqa: PT011  of whatever kind
        JournalFile.open(path).close()
    return refusal_of(refused.value, path, path.parent / "backups")


DAMAGED = "Part of the journal cannot be read."


@pytest.mark.parametrize("start", [0, 100], ids=["header", "table of contents"])
def test_of_a_damaged_journal_the_newest_copy_is_ready(journal: Path, start: int) -> None:
    damage(journal, start, 2000)
    content = said(journal)
    assert content.title == DAMAGED
    assert content.sentences[0] == "Nothing was changed. A copy from 11 March is ready."
    assert "fibrojournal rescue" in content.sentences[1]
    assert [way.label for way in content.ways] == ["Open the copy", "Show folder"]
    wish = content.ways[0].opens
    assert wish is not None
    assert wish.path.name == "journal.2026-03-11-140000Z.fjnl"
    assert wish.why_read_only.startswith("Read only: this is a copy from 11 March.")


def test_a_copy_that_is_damaged_too_is_passed_over(journal: Path) -> None:
    damage(journal, 100, 2000)
    damage(journal.parent / "backups" / "journal.2026-03-11-140000Z.fjnl", 8192, 4096)
    wish = said(journal).ways[0].opens
    assert wish is not None
    assert wish.path.name == "journal.2026-03-11-120000Z.fjnl"


def test_a_copy_that_cannot_be_opened_is_passed_over(journal: Path) -> None:
    damage(journal, 100, 2000)
    for copy in (journal.parent / "backups").iterdir():
        damage(copy, 0, 5000)
    content = said(journal)
    assert content.title == DAMAGED
    assert [way.label for way in content.ways] == ["Show folder"]
    assert "No whole copy" in content.sentences[0]
    assert "rescue" in content.sentences[-1]


def test_an_encrypted_copy_is_offered_and_asks_for_its_key_then(tmp_path: Path) -> None:
    path = tmp_path / "journal.fjnl"
    key = DataKey(bytes(range(32)))
    with JournalFile.create(path, key=key) as opened:
        make_backup(opened, tmp_path / "backups", NOON)
    path.write_text("a letter to my aunt")
    wish = said(path).ways[0].opens
    assert wish is not None
    assert wish.path.parent == tmp_path / "backups"


def test_a_journal_that_is_gone_is_not_begun_anew_in_silence(tmp_path: Path) -> None:
    path, copies = tmp_path / "journal.fjnl", tmp_path / "backups"
    check_not_gone(path, copies)
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", 4)])
        copy = make_backup(journal, copies, NOON)
    path.unlink()

    with pytest.raises(JournalMissing) as gone:
        check_not_gone(path, copies)

    found = refusal_of(gone.value, path, copies)
    assert found.title == "Your journal is not in its place."
    assert "backups of it are" in found.sentences[1]
    assert [way.label for way in found.ways] == ["Open the copy", "Show folder", "Begin anew"]
    assert found.ways[0].opens is not None
    assert found.ways[0].opens.path == copy.path
    assert found.ways[2].opens == Wish(path, begins_anew=True)


def test_a_locked_journal_that_is_gone_is_not_begun_anew_in_the_clear(tmp_path: Path) -> None:
    path = tmp_path / "journal.fjnl"
    key = DataKey(bytes(range(32)))
    with JournalFile.create(path, key=key) as opened:
        made = make_backup(opened, tmp_path / "backups", NOON)
    keys_path(path).write_text("{}")
    path.unlink()
    with pytest.raises(JournalMissing) as gone:
        app.open_first(path)
    assert not path.exists()
    content = refusal_of(gone.value, path, tmp_path / "backups")
    assert content.title == "Your journal is not in its place."
    assert content.sentences[0] == "Nothing was changed. A copy from 11 March is ready."
    assert [way.label for way in content.ways] == ["Open the copy", "Show folder"]
    made.path.unlink()
    content = refusal_of(gone.value, path, tmp_path / "backups")
    assert "move the file journal.fjnl.keys away" in content.sentences[1]
    assert [way.label for way in content.ways] == ["Show folder"]


def test_the_folder_of_a_damaged_journal_can_be_shown(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", urls.append)
    damage(journal, 100, 2000)
    does = said(journal).ways[1].does
    assert does is not None
    does()
    assert urls == [QUrl.fromLocalFile(str(journal.parent))]


def test_a_file_of_another_kind_is_not_called_a_damaged_journal(tmp_path: Path) -> None:
    path = tmp_path / "letter"
    path.write_text("to my aunt")
    content = said(path)
    assert content.title == "This journal was not opened."
    assert content.ways == ()


def test_a_newer_journal_says_its_sentence_alone(journal: Path) -> None:
    with raw(journal) as connection:
        connection.execute("PRAGMA user_version = 99")
    content = said(journal)
    assert content.ways == ()
    assert "newer version of fibrojournal" in content.sentences[0]
    assert content.sentences[1:] == ["Nothing was changed."]
    with pytest.raises(JournalTooNew):
        JournalFile.open(journal)


def test_a_journal_that_is_open_elsewhere_can_be_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "journal.fjnl"
    content = refusal_of(JournalOpen("It is open."), path, tmp_path)
    assert content.title == "Your journal is open in another window."
    why = "Read only: your journal is open in another window."
    assert [way.opens for way in content.ways] == [Wish(path, why)]


def test_the_copy_of_a_damaged_journal_opens_to_be_looked_at(
    qapp: QApplication, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(journal, 100, 2000)
    before = journal.read_bytes()
    monkeypatch.setenv("FIBROJOURNAL_HOME", str(journal.parent))
    opened: list[Wish] = []

    def choose(_theme: Theme, content: Refusal) -> Wish | None:
        return content.ways[0].opens

    def look(*arguments: object) -> app.End:
        wish = arguments[2]
        assert isinstance(wish, Wish)
        program = app.start(wish.path, settings.Settings(), why_read_only=wish.why_read_only)
        assert program.window._notices.strip.text == wish.why_read_only
        opened.append(wish)
        program.close()
        program.window.deleteLater()
        return app.End()

    monkeypatch.setattr(refusal, "show_refusal", choose)
    first = app._open

    def open_(*arguments: object) -> app.End:
        wish = arguments[2]
        assert isinstance(wish, Wish)
        return look(*arguments) if wish.why_read_only else first(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(app, "_open", open_)
    assert app.run_window(journal) == 0
    assert [wish.path.parent.name for wish in opened] == ["backups"]
    assert journal.read_bytes() == before
    assert os.access(journal, os.W_OK)
