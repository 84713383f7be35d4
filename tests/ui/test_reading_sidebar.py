from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fibrojournal.learn.library import TOPIC_IDS, topic
from fibrojournal.ui import reading_sidebar, reading_sources
from fibrojournal.ui.reading_parts import GradeRow, ReadingText
from fibrojournal.ui.reading_sidebar import ReadingSidebar
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import all_below

WHY = "You are on the Sleep question."
WIDTH, HEIGHT = 312, 800


@pytest.fixture
def sidebar(qtbot: QtBot, theme: Theme) -> Iterator[ReadingSidebar]:
    """A sidebar on show, beside a field that has the focus as a question would."""
    window = QWidget()
    window.resize(2 * WIDTH, HEIGHT)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    question = QLineEdit()
    row.addWidget(question)
    sidebar = ReadingSidebar(theme, lambda _shown: QWidget())
    sidebar.setFixedWidth(WIDTH)
    row.addWidget(sidebar)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    question.setFocus()
    yield sidebar
    window.hide()


def texts(sidebar: ReadingSidebar) -> list[str]:
    labels = [label.text() for label in sidebar.findChildren(QLabel)]
    return labels + [text.toPlainText() for text in sidebar.findChildren(ReadingText)]


def text_of(sidebar: ReadingSidebar) -> ReadingText:
    return sidebar.findChildren(ReadingText)[0]


def copy_buttons(sidebar: ReadingSidebar) -> list[QAbstractButton]:
    buttons = sidebar.findChildren(QAbstractButton)
    return [button for button in buttons if button.text() == "Copy"]


def settle() -> None:
    """Let layouts finish, and what was replaced go."""
    for _round in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete


def accessible(widget: QWidget) -> tuple[QAccessible.Role, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.role(), found.text(QAccessible.Text.Name)


def test_it_shows_title_reason_blocks_and_sources(sidebar: ReadingSidebar) -> None:
    sidebar.show_topic("sleep", WHY)
    shown = texts(sidebar)
    assert WHY in shown
    assert "Sleep and the day after" in shown
    assert "Sources" in shown
    for block in topic("sleep").in_brief:
        assert any(block.heading in text and block.paragraphs[0] in text for text in shown)
    for source in topic("sleep").sources:
        told = [source.heading, source.detail, source.identifier]
        assert "\n".join(filter(None, told)) in shown


def test_a_grade_is_a_label_that_is_heard_in_full(sidebar: ReadingSidebar) -> None:
    sidebar.show_topic("genetics", WHY)
    rows = sidebar.findChildren(GradeRow)
    assert [accessible(row) for row in rows] == [
        (QAccessible.Role.StaticText, grade.spoken) for grade in topic("genetics").grades
    ]


def test_a_topic_without_grades_or_sources_has_no_place_for_them(sidebar: ReadingSidebar) -> None:
    sidebar.show_topic("sleep", WHY)
    sidebar.show_topic("today", "You are on Today.")
    settle()
    assert sidebar.findChildren(GradeRow) == []
    assert "Sources" not in texts(sidebar)
    assert WHY not in texts(sidebar)


def test_the_same_topic_for_another_reason_stays_where_it_is(sidebar: ReadingSidebar) -> None:
    sidebar.show_topic("sleep", WHY)
    text = text_of(sidebar)
    sidebar.show_topic("sleep", "You are on the Hours slept question.")
    assert text_of(sidebar) is text
    assert "You are on the Hours slept question." in texts(sidebar)


def test_there_is_no_topic_of_another_name(sidebar: ReadingSidebar) -> None:
    with pytest.raises(KeyError):
        sidebar.show_topic("weather_forecast", WHY)


def test_it_follows_after_a_rest(qtbot: QtBot, sidebar: ReadingSidebar) -> None:
    sidebar.want("sleep", WHY)
    sidebar.want("fog", "You are on the Fibro fog question.")
    assert sidebar.topic_id == ""
    qtbot.wait(reading_sidebar.REST_MS // 2)
    assert sidebar.topic_id == ""
    qtbot.waitUntil(lambda: sidebar.topic_id == "fog", timeout=2000)


def test_a_pinned_topic_stays_and_an_unpinned_one_follows(
    qtbot: QtBot, sidebar: ReadingSidebar, monkeypatch: pytest.MonkeyPatch
) -> None:
    sidebar.show_topic("sleep", WHY)
    sidebar.want("fog", WHY)
    sidebar.set_pinned(pinned=True)
    sidebar.want("mood", WHY)
    qtbot.wait(reading_sidebar.REST_MS + 100)
    assert sidebar.pinned
    assert sidebar.topic_id == "sleep"
    sidebar.set_pinned(pinned=False)
    qtbot.waitUntil(lambda: sidebar.topic_id == "mood", timeout=2000)


def test_a_button_pins_it(qtbot: QtBot, sidebar: ReadingSidebar) -> None:
    pin = next(
        b
        for b in sidebar.findChildren(QAbstractButton)
        if b.accessibleName() == "Keep this reading"
    )
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    assert sidebar.pinned


def test_a_button_closes_it(qtbot: QtBot, sidebar: ReadingSidebar) -> None:
    close = next(
        b
        for b in sidebar.findChildren(QAbstractButton)
        if b.accessibleName() == "Close the reading"
    )
    with qtbot.waitSignal(sidebar.closed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)


def test_it_never_takes_the_focus(sidebar: ReadingSidebar) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    for id in TOPIC_IDS:
        sidebar.show_topic(id, WHY)
        settle()
        assert QApplication.focusWidget() is field, id


def test_what_takes_the_focus_has_a_role_and_a_name(sidebar: ReadingSidebar) -> None:
    for id in TOPIC_IDS:
        sidebar.show_topic(id, WHY)
        stops = [w for w in all_below(sidebar) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
        assert stops
        for widget in stops:
            role, name = accessible(widget)
            assert role != QAccessible.Role.Client, (id, widget)
            assert name, (id, widget)


def test_tab_goes_from_the_top_to_the_sources(sidebar: ReadingSidebar) -> None:
    sidebar.show_topic("sleep", WHY)
    sidebar.show_topic("fog", WHY)
    settle()
    names = []
    widget = QApplication.focusWidget()
    assert widget is not None
    while (widget := widget.nextInFocusChain()) and not isinstance(widget, QLineEdit):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(widget.accessibleName() or getattr(widget, "text", str)())
    copies = [f"Copy {source.identifier}" for source in topic("fog").sources]
    top = ["Keep this reading", "Close the reading", "Thinking through fog"]
    assert names == [*top, *copies, "Read the full page", "Back to what was shown", "Forward again"]


def test_every_target_is_large_enough(sidebar: ReadingSidebar) -> None:
    sidebar.show_topic("gut_brain", WHY)
    settle()
    buttons = sidebar.findChildren(QAbstractButton)
    assert len(buttons) == 5 + len(topic("gut_brain").sources)
    for button in buttons:
        assert min(button.width(), button.height()) >= 44, button.accessibleName()


@pytest.mark.parametrize(("width", "scale"), [(WIDTH, 1.0), (280, 2.0), (480, 2.0)])
def test_nothing_is_clipped(
    theme: Theme, sidebar: ReadingSidebar, scale: float, width: int
) -> None:
    theme.set_scale(scale)
    sidebar.setFixedWidth(width)
    faults = []
    for id in TOPIC_IDS:
        sidebar.show_topic(id, "You are on the Heart rate variability question.")
        settle()
        faults += [f"{id}: {fault}" for fault in clipped(sidebar)]
    assert not faults, "\n".join(faults)


def clipped(sidebar: ReadingSidebar) -> Iterator[str]:
    """Name what leaves its room; what is hidden was shown before."""
    for part in filter(QWidget.isVisible, all_below(sidebar)):
        if isinstance(part, QLabel):
            wide = part.minimumSizeHint().width() > part.width()
            if wide or part.heightForWidth(part.width()) > part.height():
                yield part.text()
        elif isinstance(part, ReadingText):
            size = part.document().size()
            outside = part.geometry().right() >= sidebar.width()
            if outside or size.height() > part.height() or size.width() > part.width():
                yield part.toPlainText()
        elif isinstance(part, QAbstractButton):
            corner = part.mapTo(sidebar, part.rect().bottomRight())
            if corner.x() >= sidebar.width():
                yield part.accessibleName()


def test_text_can_be_selected_and_copied_by_keys(qtbot: QtBot, sidebar: ReadingSidebar) -> None:
    sidebar.show_topic("fog", WHY)
    sidebar.focus_text()
    text = text_of(sidebar)
    assert text.hasFocus()
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("In short\nFog means")


def test_the_text_cannot_be_changed(qtbot: QtBot, sidebar: ReadingSidebar) -> None:
    sidebar.show_topic("fog", WHY)
    before = text_of(sidebar).toPlainText()
    sidebar.focus_text()
    QTest.keyClicks(text_of(sidebar), "abc")
    QTest.keyClick(text_of(sidebar), Qt.Key.Key_Delete)
    assert text_of(sidebar).toPlainText() == before


def test_the_page_keys_scroll_and_the_cursor_stays_in_sight(
    qtbot: QtBot, sidebar: ReadingSidebar
) -> None:
    sidebar.show_topic("check_in", WHY)
    settle()
    bar = next(b for b in sidebar.findChildren(QScrollBar) if b.isVisible() and b.maximum() > 0)
    sidebar.focus_text()
    assert bar.value() == 0
    QTest.keyClick(text_of(sidebar), Qt.Key.Key_PageDown)
    after_a_page = bar.value()
    assert after_a_page > 0
    QTest.keyClick(text_of(sidebar), Qt.Key.Key_Down)
    assert abs(bar.value() - after_a_page) < text_of(sidebar).cursorRect().height() * 3
    QTest.keyClick(text_of(sidebar), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert text_of(sidebar).visibleRegion().contains(text_of(sidebar).cursorRect().center())
    top = bar.value()
    assert top < after_a_page
    QTest.keyClick(text_of(sidebar), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() > top


def test_a_new_topic_starts_at_its_top(sidebar: ReadingSidebar) -> None:
    sidebar.show_topic("immune", WHY)
    settle()
    bar = next(b for b in sidebar.findChildren(QScrollBar) if b.isVisible() and b.maximum() > 0)
    bar.setValue(bar.maximum())
    sidebar.show_topic("gut_brain", WHY)
    settle()
    assert bar.value() == 0


def test_a_press_copies_the_doi_and_says_so(
    qtbot: QtBot, sidebar: ReadingSidebar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_sources, "COPIED_MS", 50)
    sidebar.show_topic("fog", WHY)
    settle()
    button = copy_buttons(sidebar)[0]
    before = button.size()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    doi = topic("fog").sources[0].doi
    assert QGuiApplication.clipboard().text() == doi
    assert (button.text(), button.accessibleName()) == ("Copied", f"Copied {doi}")
    settle()
    assert button.size() == before
    qtbot.waitUntil(lambda: button.text() == "Copy", timeout=2000)
    assert button.accessibleName() == f"Copy {doi}"


def test_a_source_without_a_confirmed_identifier_has_no_button(sidebar: ReadingSidebar) -> None:
    sidebar.show_topic("central_sensitization", WHY)
    sources = topic("central_sensitization").sources
    assert len(copy_buttons(sidebar)) == sum(bool(source.doi) for source in sources)
    assert len(copy_buttons(sidebar)) < len(sources)


def test_another_theme_keeps_the_topic_and_the_focus(theme: Theme, sidebar: ReadingSidebar) -> None:
    theme.set_choice("dark")
    sidebar.show_topic("sleep", WHY)
    sidebar.focus_text()
    theme.set_choice("quiet_paper")
    settle()
    assert sidebar.topic_id == "sleep"
    assert text_of(sidebar).hasFocus()
    assert WHY in texts(sidebar)
    assert len(sidebar.findChildren(GradeRow)) == len(topic("sleep").grades)


def test_an_empty_sidebar_bears_everything(theme: Theme, sidebar: ReadingSidebar) -> None:
    field = QApplication.focusWidget()
    sidebar.focus_text()
    theme.set_choice("dark")
    sidebar.set_pinned(pinned=True)
    sidebar.set_pinned(pinned=False)
    settle()
    assert QApplication.focusWidget() is field
    assert sidebar.topic_id == ""


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_it_can_be_drawn_in_both_directions(
    sidebar: ReadingSidebar, direction: Qt.LayoutDirection
) -> None:
    sidebar.setLayoutDirection(direction)
    sidebar.show_topic("genetics", WHY)
    settle()
    picture = sidebar.grab().toImage()
    edge = 0 if direction == Qt.LayoutDirection.LeftToRight else picture.width() - 1
    assert picture.pixelColor(edge, 400).name() == "#ddd8ce"
    assert picture.pixelColor(picture.width() - 1 - edge, 400).name() == "#ffffff"
