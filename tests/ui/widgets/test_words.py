"""Notices, toasts and announcements."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractAnimation, QEvent, QPointF, QPropertyAnimation, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import LinkButton, TextButton
from fibrojournal.ui.widgets.notice import Notice
from fibrojournal.ui.widgets.toast import Toast

Show = Callable[..., QWidget]
SENTENCE = "This could not be saved just now. It is kept here and we keep trying."


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screen readers were told."""
    told: list[str] = []

    def keep(event: QtGui.QAccessibleEvent) -> None:
        if isinstance(event, QtGui.QAccessibleAnnouncementEvent):
            told.append(event.message())
            assert event.politeness() == QAccessible.AnnouncementPoliteness.Polite

    listener = SimpleNamespace(
        isActive=lambda: True,
        AnnouncementPoliteness=QAccessible.AnnouncementPoliteness,
        updateAccessibility=keep,
    )
    monkeypatch.setattr(QtGui, "QAccessible", listener)
    return told


@pytest.fixture
def window(theme: Theme, show: Show) -> QWidget:
    return show(TextButton(theme, "first"), TextButton(theme, "second"))


@pytest.fixture
def toast(theme: Theme, window: QWidget) -> Toast:
    return Toast(theme, window, window)


def buttons(notice: Notice) -> list[LinkButton]:
    return [one for one in notice.findChildren(LinkButton) if one.isVisible()]


def test_an_announcement_is_polite(announced: list[str], window: QWidget) -> None:
    announce(window, "Filled from yesterday.")
    assert announced == ["Filled from yesterday."]


def test_nothing_is_announced_where_qt_cannot(
    announced: list[str], window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(QtGui, "QAccessibleAnnouncementEvent")
    announce(window, "Filled from yesterday.")
    assert announced == []


def test_a_notice_says_what_happened_and_offers_what_to_do(
    theme: Theme, show: Show, announced: list[str]
) -> None:
    notice = Notice(theme)
    show(notice)
    done: list[str] = []
    actions = [
        ("Try now", lambda: done.append("try")),
        ("Save a copy", lambda: done.append("copy")),
    ]
    notice.say(SENTENCE, actions)
    assert notice.isVisible()
    assert notice.text == SENTENCE
    assert announced == [SENTENCE]
    for button in buttons(notice):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["try", "copy"]


def test_a_notice_said_anew_replaces_its_actions(theme: Theme, show: Show) -> None:
    notice = Notice(theme)
    show(notice)
    notice.say(SENTENCE, [("Try now", lambda: None)])
    notice.say("The disk is full.")
    assert buttons(notice) == []


def test_a_notice_is_hidden_until_it_has_something_to_say(theme: Theme) -> None:
    assert Notice(theme).isHidden()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_notice_is_not_cut_off(theme: Theme, show: Show, scale: float) -> None:
    theme.set_scale(scale)
    notice = Notice(theme)
    show(notice, size=(560, 700))
    notice.say(SENTENCE, [("Try now", lambda: None), ("Save a copy", lambda: None)])
    QTest.qWait(10)
    label = notice.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.height() >= label.heightForWidth(label.width())
    assert all(notice.rect().contains(one.geometry()) for one in buttons(notice))


def test_a_toast_says_a_sentence_at_the_bottom_of_the_window(
    toast: Toast, window: QWidget, announced: list[str]
) -> None:
    toast.say("Filled from yesterday.", "Undo")
    assert toast.isVisible()
    assert toast.text == "Filled from yesterday."
    assert announced == ["Filled from yesterday."]
    assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
    assert window.height() - toast.geometry().bottom() < 30
    window.resize(500, 500)
    QTest.qWait(10)
    assert window.rect().contains(toast.geometry())


def test_a_toast_takes_no_focus(toast: Toast) -> None:
    before = QApplication.focusWidget()
    toast.say("Filled from yesterday.", "Undo")
    assert QApplication.focusWidget() is before


def test_its_button_acts_and_closes_it(toast: Toast) -> None:
    acted: list[bool] = []
    toast.acted.connect(lambda: acted.append(True))
    toast.say("Filled from yesterday.", "Undo")
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert acted == [True]
    assert toast.isHidden()


def test_it_goes_after_ten_seconds(toast: Toast) -> None:
    toast.say("Filled from yesterday.", "Undo")
    assert toast._timer.interval() == 10_000
    toast._timer.timeout.emit()
    assert toast.isHidden()


def test_it_waits_while_its_button_has_the_focus_and_gives_it_back(toast: Toast) -> None:
    first = QApplication.focusWidget()
    toast.say("Filled from yesterday.", "Undo")
    toast.button.setFocus(Qt.FocusReason.TabFocusReason)
    assert not toast._timer.isActive()
    QTest.keyClick(toast.button, Qt.Key.Key_Escape)
    assert toast.isHidden()
    assert QApplication.focusWidget() is first


def test_it_goes_on_counting_when_the_focus_leaves(toast: Toast) -> None:
    first = QApplication.focusWidget()
    assert first is not None
    toast.say("Filled from yesterday.", "Undo")
    toast.button.setFocus(Qt.FocusReason.TabFocusReason)
    first.setFocus()
    assert toast._timer.isActive()


def test_it_waits_under_the_pointer(toast: Toast) -> None:
    toast.say("Filled from yesterday.", "Undo")
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.sendEvent(toast, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not toast._timer.isActive()
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()


def test_a_second_sentence_starts_the_time_anew(toast: Toast) -> None:
    toast.say("Filled from yesterday.", "Undo")
    toast._timer.start(5)
    toast.say("Undone.", "Redo")
    assert toast.text == "Undone."
    assert toast.button.text() == "Redo"
    assert toast._timer.interval() == 10_000


def test_leaving_twice_is_leaving_once(toast: Toast) -> None:
    toast.leave()
    toast.say("Filled from yesterday.", "Undo")
    toast.leave()
    toast.leave()
    assert toast.isHidden()


def test_other_keys_pass(toast: Toast) -> None:
    toast.say("Filled from yesterday.", "Undo")
    toast.button.setFocus()
    QTest.keyClick(toast.button, Qt.Key.Key_A)
    assert toast.isVisible()


def test_a_long_sentence_wraps_inside_the_window(
    theme: Theme, toast: Toast, window: QWidget
) -> None:
    theme.set_scale(2.0)
    window.resize(500, 500)
    toast.say("Undone on Wednesday 4 March, which is open now.", "Redo")
    QTest.qWait(10)
    assert window.rect().contains(toast.geometry())
    label = toast.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.height() >= label.heightForWidth(label.width())


def test_a17_it_fades_for_at_most_120_ms(theme: Theme, toast: Toast) -> None:
    theme.set_reduced_motion(reduced=False)
    toast.say("Filled from yesterday.", "Undo")
    fade = toast.findChild(QPropertyAnimation)
    assert isinstance(fade, QPropertyAnimation)
    assert 0 < fade.duration() <= 120
    assert fade.state() == QAbstractAnimation.State.Running
    QTest.qWait(200)
    assert fade.state() == QAbstractAnimation.State.Stopped
    assert not toast._effect.isEnabled()
    toast.leave()
    assert toast.isVisible()
    QTest.qWait(200)
    assert toast.isHidden()


@pytest.mark.parametrize("choice", ["light", "quiet"])
def test_a17_nothing_fades_with_reduced_motion_or_in_quiet(
    theme: Theme, toast: Toast, choice: str
) -> None:
    theme.set_choice(choice)
    theme.set_reduced_motion(reduced=choice == "light")
    toast.say("Filled from yesterday.", "Undo")
    assert toast._fade.state() == QAbstractAnimation.State.Stopped
    toast.leave()
    assert toast.isHidden()
