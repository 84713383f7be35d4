"""What every control keeps: its size, its name and role, its ring, its words at 200 %."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QVBoxLayout, QWidget

from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.tokens import THEMES, contrast
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import FoldRow
from fibrojournal.ui.widgets.chips import AddChip, Chip
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.measure_toggle import MeasureToggle
from fibrojournal.ui.widgets.nav import NavItem
from fibrojournal.ui.widgets.rating import RatingScale
from fibrojournal.ui.widgets.segments import Segment
from fibrojournal.ui.widgets.stepper import Stepper

Show = Callable[..., QWidget]
Role = QAccessible.Role


def _narrow(theme: Theme) -> NavItem:
    item = NavItem(theme, "Calendar", "calendar")
    item.set_narrow(narrow=True)
    return item


def _fold(theme: Theme) -> FoldRow:
    row = FoldRow(theme, "More about today")
    row.set_summary("hours slept, energy, mood", "3 noted")
    return row


CONTROLS: dict[str, tuple[Callable[[Theme], QWidget], Role, str]] = {
    "rating": (
        lambda theme: RatingScale(theme, MEASURE_BY_ID["pain"]),
        Role.Slider,
        "Pain, 0 no pain to 10 worst I can imagine",
    ),
    "stepper": (
        lambda theme: Stepper(theme, MEASURE_BY_ID["sleep_hours"]),
        Role.SpinBox,
        "Hours slept",
    ),
    "chip": (lambda theme: Chip(theme, "travel", "Travel"), Role.CheckBox, "Travel"),
    "add": (lambda theme: AddChip(theme, "Add your own", "plus"), Role.Button, "Add your own"),
    "segment": (lambda theme: Segment(theme, "90", "90 days"), Role.RadioButton, "90 days"),
    "measure": (lambda theme: MeasureToggle(theme, MEASURE_BY_ID["fog"]), Role.CheckBox, "Fog"),
    "nav": (lambda theme: NavItem(theme, "Today", "pencil"), Role.CheckBox, "Today"),
    "narrow nav": (_narrow, Role.CheckBox, "Calendar"),
    "fold row": (_fold, Role.CheckBox, "More about today, closed"),
    "text button": (lambda theme: TextButton(theme, "Hard day", "moon"), Role.Button, "Hard day"),
    "short button": (lambda theme: TextButton(theme, "A"), Role.Button, "A"),
    "primary": (lambda theme: PrimaryButton(theme, "Open this day"), Role.Button, "Open this day"),
    "link": (lambda theme: LinkButton(theme, "Table", "table"), Role.Button, "Table"),
    "icon": (lambda theme: IconButton(theme, "x", "Close"), Role.Button, "Close"),
    "field": (lambda theme: TextField(theme, "Its name"), Role.EditableText, "Its name"),
}


@pytest.fixture(params=CONTROLS)
def control(request: pytest.FixtureRequest, theme: Theme) -> QWidget:
    build, _role, _name = CONTROLS[request.param]
    widget = build(theme)
    widget.setProperty("kind", request.param)
    return widget


def test_a1_it_is_at_least_44_px_each_way(theme: Theme, control: QWidget) -> None:
    for scale in (0.9, 1.0, 2.0):
        theme.set_scale(scale)
        for size in (control.sizeHint(), control.minimumSizeHint()):
            assert size.width() >= 44
            assert size.height() >= 44


def test_a1_a_click_near_an_edge_counts(control: QWidget, show: Show) -> None:
    if not isinstance(control, QAbstractButton):
        return  # sliders and fields have tests of their own
    show(control)
    clicks: list[bool] = []
    control.clicked.connect(lambda: clicks.append(True))
    edge, middle = control.width() - 2, control.height() // 2
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=QPoint(edge, middle))
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=QPoint(control.width() // 2, 1))
    assert clicks == [True, True]


def test_a3_it_has_a_role_and_a_name(control: QWidget) -> None:
    interface = QAccessible.queryAccessibleInterface(control)
    _build, role, name = CONTROLS[control.property("kind")]
    assert interface.role() == role
    assert interface.text(QAccessible.Text.Name) == name


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a7_the_focus_ring_is_seen(theme: Theme, control: QWidget, show: Show, name: str) -> None:
    theme.set_choice(name)
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other = TextButton(theme, "other")
    window = show(other, control)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    without = window.grab().toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    within = window.grab().toImage()
    corner = control.mapTo(window, QPoint(0, 0))
    middle = QPoint(control.width() // 2, control.height() // 2)
    rays = {
        "above": (corner + QPoint(middle.x(), 0), QPoint(0, -1)),
        "below": (corner + QPoint(middle.x(), control.height() - 1), QPoint(0, 1)),
        "left": (corner + QPoint(0, middle.y()), QPoint(-1, 0)),
        "right": (corner + QPoint(control.width() - 1, middle.y()), QPoint(1, 0)),
    }
    for side, (start, step) in rays.items():
        thick = sum(
            contrast(_color(without, spot), _color(within, spot)) >= 3
            for spot in (start + step * far for far in range(1, 8))
        )
        assert thick >= 2, side


def test_a_click_brings_no_ring_to_a_button_and_the_next_key_does(theme: Theme, show: Show) -> None:
    other, button = TextButton(theme, "other"), TextButton(theme, "this")
    window = show(other, button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    assert button._ring is None
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button._ring is not None
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert button._ring is None
    assert window.isVisible()


def test_the_ring_follows_its_control_and_hides_with_it(theme: Theme, show: Show) -> None:
    other, button = TextButton(theme, "other"), TextButton(theme, "this")
    window = show(other, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = button._ring
    assert ring is not None
    before = ring.geometry()
    other.setFixedHeight(90)
    QTest.qWait(10)
    assert ring.y() == before.y() + 46
    assert ring.geometry().center() == button.geometry().center()
    window.hide()
    assert not ring.isVisible()


def test_the_ring_scrolls_along_with_its_control(theme: Theme, show: Show) -> None:
    area, sheet = QScrollArea(), QWidget()
    button = TextButton(theme, "this", parent=sheet)
    button.move(40, 100)
    sheet.setFixedSize(300, 900)
    area.setWidget(sheet)
    show(area)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button._ring is not None
    assert button._ring.parentWidget() is sheet


def test_a_window_with_a_ring_can_be_let_go(theme: Theme, qapp: QApplication) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(TextButton(theme, "this"))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    button = window.findChild(TextButton)
    assert isinstance(button, TextButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button._ring is not None
    gone = weakref.ref(window)
    del window, column, button
    gc.collect()
    assert gone() is None
    assert qapp.focusWidget() is None


def test_a_plain_icon_has_no_frame(theme: Theme) -> None:
    framed, plain = (IconButton(theme, "x", "Close", plain=one) for one in (False, True))
    for button in (framed, plain):
        button.resize(44, 44)
    border = theme.qcolor("border_strong")
    assert framed.grab().toImage().pixelColor(22, 0) == border
    assert plain.grab().toImage().pixelColor(22, 0) != border


def test_an_icon_may_change(theme: Theme) -> None:
    button = LinkButton(theme, "Table", "table")
    button.resize(button.sizeHint())
    before = button.grab().toImage()
    button.set_icon("chart-line")
    assert button.grab().toImage() != before


def test_a_button_shows_ampersands_and_access_keys(theme: Theme) -> None:
    plain, keyed = TextButton(theme, "Rest && move"), TextButton(theme, "&Close")
    assert plain._words() == "Rest & move"
    assert keyed._words() == "Close"


def test_a_nav_item_stays_checked_when_pressed_again(theme: Theme, show: Show) -> None:
    item = NavItem(theme, "Today", "pencil")
    show(item)
    item.click()
    item.click()
    assert item.isChecked()


def test_a8_a9_its_words_have_room_and_13_px(theme: Theme, control: QWidget) -> None:
    for scale in (1.0, 2.0):
        theme.set_scale(scale)
        metrics, text = QFontMetrics(control.font()), str(control.property("text") or "")
        assert control.font().pixelSize() >= 13 * scale
        assert metrics.horizontalAdvance(text) <= control.sizeHint().width() - 8
        assert metrics.height() <= control.sizeHint().height()


@pytest.mark.parametrize("name", THEMES)
def test_it_draws_itself_in_every_state_and_theme(
    theme: Theme, control: QWidget, name: str
) -> None:
    theme.set_choice(name)
    control.resize(control.sizeHint())
    plain = control.grab().toImage()
    assert len({plain.pixel(x, y) for x in range(plain.width()) for y in (22, 23, 24)}) > 1
    kind = control.property("kind")
    if kind in _LIGHTS_UP:
        assert control.testAttribute(
            Qt.WidgetAttribute.WA_Hover
        )  # Qt repaints as it comes and goes
        control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        assert control.grab().toImage() != plain
        control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    if kind in _MIRRORS:
        control.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert control.grab().toImage() != plain
        control.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if kind in _GREYS_OUT:
        control.setEnabled(False)
        assert control.grab().toImage() != plain
        control.setEnabled(True)
    if isinstance(control, QAbstractButton) and control.isCheckable():
        control.setChecked(True)
        checked = control.grab().toImage()
        assert checked != plain
        control.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert (control.grab().toImage() != checked) == (kind in _MIRRORS | {"chip", "narrow nav"})
    else:
        assert control.grab().toImage() == plain


_LIGHTS_UP = {
    "chip", "add", "segment", "measure", "nav", "narrow nav", "fold row",
    "text button", "short button", "primary", "link", "icon",
}  # fmt: skip
_GREYS_OUT = {"rating", "text button", "primary", "link", "icon"}
_MIRRORS = {"rating", "measure", "nav", "fold row", "text button", "link", "add"}


def _color(image: QImage, spot: QPoint) -> str:
    return image.pixelColor(spot).name()
