"""The note: it saves itself, and reading one leaves every character of it alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.note_field import NoteField

STRANGE = [
    "no\u00a0break",
    "from another\r\nsystem\r\n",
    "lines\u2028and\u2029paragraphs",
    "\ufeffmark \ufdd0 \ufffe",
    "nul\0here",
    "half a \ud800 character",
    "many \U0001f600\U0001f469\u200d\U0001f9b3 \u0645\u0631\u062d\u0628\u0627",
    "  spaces around  \n\n",
]


@pytest.fixture
def written() -> list[str]:
    """What the field has said was written."""
    return []


@pytest.fixture
def field(theme: Theme, qtbot: QtBot, written: list[str]) -> NoteField:
    made = NoteField(theme)
    qtbot.addWidget(made)
    made.show()
    made.written.connect(written.append)
    return made


@pytest.mark.parametrize("text", STRANGE)
def test_a_note_that_was_only_shown_is_not_written(
    field: NoteField, written: list[str], text: str
) -> None:
    field.show_text(text)
    assert field.is_saved
    field.hand_over()
    QTest.qWait(20)
    assert written == []


@pytest.mark.parametrize("text", STRANGE)
def test_a_shown_note_can_be_added_to(field: NoteField, written: list[str], text: str) -> None:
    field.show_text(text)
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, "!")
    field.hand_over()
    (last,) = written
    assert last.endswith("!")
    field.show_text(last)
    assert field.textCursor().atEnd(), "what comes back from the journal moves nothing"


def test_what_no_table_of_text_can_hold_is_left_out(field: NoteField, written: list[str]) -> None:
    field.insertPlainText("by\0 the sea")
    field.hand_over()
    assert written == ["by the sea"]


def test_a_shorter_note_takes_the_cursor_to_its_end(field: NoteField) -> None:
    field.show_text("a long note " * 20)
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.show_text("a\r\nb\r\n")  # Qt warns of a place beyond the text, and that fails a test
    assert field.textCursor().atEnd()


def test_a_text_is_written_half_a_second_after_the_last_key(
    qtbot: QtBot, field: NoteField, written: list[str]
) -> None:
    QTest.keyClicks(field, "by the sea")
    assert written == []
    qtbot.waitUntil(lambda: bool(written), timeout=2_000)
    assert written == ["by the sea"]


def test_what_is_being_written_is_not_overwritten(field: NoteField, written: list[str]) -> None:
    field.show_text("rain")
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, "y")
    field.show_text("as another window left it")
    field.hand_over()
    assert written == ["rainy"]
