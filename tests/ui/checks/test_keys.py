"""How it is told whether keys reach a control; each one shows that it has the focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from fibrojournal.tokens import THEMES
from fibrojournal.ui.pages.reading.page import ReadingPage
from fibrojournal.ui.pages.support.page import SupportPage
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.focus import all_below
from fibrojournal.ui.widgets.rating import RatingScale
from fibrojournal.ui.widgets.scroll import ScrollPage
from tests.ui.checks.rooms import ALONE, IN_WINDOW, visiting, visits
from tests.ui.checks.rooms_of_spans import trends
from tests.ui.checks.visit import Visit, settle
from tests.ui.conftest import Person, today_page

ROLES_OF_NOTHING = {QAccessible.Role.NoRole, QAccessible.Role.Client}
ENOUGH_OF_A_KIND = 4
MOST_STOPS = 120
RING = 3
"""The contrast that a focus ring must have with what was there before."""
REACH = 8
"""So many px around a control may belong to its ring."""
PAINTED = 3
"""Turns of the event loop after which a changed focus is painted and scrolled to."""
# What stands in the sidebar changes with the focus; one page is enough to prove its keys.
FOLLOWED = ("today, all open", "calendar as a table", "trends as a table")


def name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"


def takes_focus(widget: QWidget) -> bool:
    by_key_or_click = Qt.FocusPolicy.TabFocus | Qt.FocusPolicy.ClickFocus
    inner = isinstance(widget.parentWidget(), QAbstractItemView) or widget.focusProxy() is not None
    return bool(widget.focusPolicy() & by_key_or_click) and widget.isEnabled() and not inner


def name_and_role(widget: QWidget) -> tuple[str, QAccessible.Role]:
    """Return what a reader says of a widget.

    The interface itself is let go of at once: Qt deletes it with its widget, and a wrapper that
    outlives it takes the next object at that address for itself.
    """
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name).strip(), spoken.role()


def nameless(visit: Visit) -> Iterator[str]:
    """Name the controls of which a reader could not say what they are."""
    for widget in filter(takes_focus, visit.widgets):
        name, role = name_and_role(widget)
        if not name:
            yield f"{visit.room}: {name_of(widget)} has no name"
        if role in ROLES_OF_NOTHING:
            yield f"{visit.room}: {name_of(widget)} has no role"


def test_a_rating_says_its_answer(person: Person) -> None:
    program = person.start()
    for row in today_page(program)._ratings.rows.values():
        spoken = QAccessible.queryAccessibleInterface(row.control)
        row.control.setFocus()
        heard = [spoken.text(QAccessible.Text.Description)]
        for key in (Qt.Key.Key_Home, Qt.Key.Key_7, Qt.Key.Key_Delete):
            QTest.keyClick(row.control, key)
            heard.append(spoken.text(QAccessible.Text.Description))
        assert heard[0] == heard[3] == "not answered"
        assert heard[1].startswith("0")
        assert heard[2].startswith("7")


# Tab


def go_round(front: QWidget) -> list[QWidget]:
    """Press Tab until the focus comes back to where it was; list the stops."""
    for _wait in range(100):  # on a busy machine a window may have to wait for its turn
        if QApplication.focusWidget() is not None:
            break
        QTest.qWait(10)
    start: QWidget = QApplication.focusWidget() or front
    stops = [start]
    while len(stops) < MOST_STOPS:
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        assert at is not None, f"the focus was lost after {name_of(stops[-1])}"
        if at is start:
            break
        stops.append(at)
    return stops


def go_back(front: QWidget, steps: int) -> list[QWidget]:
    """Press Shift+Tab some times; list the stops."""
    stops: list[QWidget] = []
    for _step in range(steps):
        focused = QApplication.focusWidget() or front
        QTest.keyClick(focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        stops.append(QApplication.focusWidget() or front)
    return stops


def tab_stops(visit: Visit) -> set[QWidget]:
    return {
        widget
        for widget in visit.widgets
        if takes_focus(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def place_of(widget: QWidget, front: QWidget) -> QRect:
    return QRect(widget.mapTo(front, QPoint(0, 0)), widget.size())


def panes_of(visit: Visit) -> list[QWidget]:
    """The parts of the window in the order in which Tab goes through them."""
    window = visit.program.window
    content = window._stack.parentWidget()
    assert content is not None
    has_columns = isinstance(window._front, ReadingPage | SupportPage)
    columns = window._front.parts() if has_columns else []
    return [window._navigation, *columns, content, window._toast, window._side]


def pane_of(widget: QWidget, visit: Visit) -> QWidget:
    return next((pane for pane in panes_of(visit) if pane.isAncestorOf(widget)), visit.front)


def places_of(one: QWidget, other: QWidget, front: QWidget) -> tuple[QRect, QRect]:
    """Where two stops are; of those in two cards, where the cards are: each is read as a whole.

    The same holds for what scrolls beside what does not.
    """
    cards = card_of(one), card_of(other)
    if cards[0] is not None and cards[1] is not None and cards[0] is not cards[1]:
        return place_of(cards[0], front), place_of(cards[1], front)
    areas = area_of(one), area_of(other)
    if areas[0] is not areas[1]:  # what is scrolled stands where it scrolls, however long it is
        return place_of(areas[0] or one, front), place_of(areas[1] or other, front)
    return place_of(one, front), place_of(other, front)


def area_of(widget: QWidget) -> ScrollPage | None:
    """What a stop scrolls in."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, ScrollPage):
        at = at.parentWidget()
    return at


def card_of(widget: QWidget) -> Card | None:
    """The card in which a stop stands."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, Card):
        at = at.parentWidget()
    return at


def unread(visit: Visit, stops: list[QWidget]) -> Iterator[str]:
    """Name the stops that come before something above them or before it in their line."""
    for area in (one for one in all_below(visit.front) if isinstance(one, ScrollPage)):
        area.verticalScrollBar().setValue(0)
    panes = [pane_of(stop, visit) for stop in stops]
    for pane in dict.fromkeys(panes):
        inside = [stop for stop in stops if pane_of(stop, visit) is pane]
        names = [name_of(stop) for stop in inside]
        turns = 0
        for at in range(len(inside)):
            here, after = places_of(inside[at], inside[(at + 1) % len(inside)], visit.front)
            same_line = here.top() < after.center().y() < here.bottom()
            goes_on = after.left() > here.left() if same_line else after.top() > here.top()
            if not goes_on:
                turns += 1
                last = f"{names[at]} then {names[(at + 1) % len(inside)]}"
        if turns > 1:
            yield f"{visit.room}: out of order, such as {last}"
    entered = [panes[at] for at in range(len(panes)) if panes[at] is not panes[at - 1]]
    expected = [pane for pane in panes_of(visit) if pane in panes]
    if len(expected) > 1 and entered not in turned(expected):
        yield f"{visit.room}: Tab goes through the parts of the window in another order"


def turned(circle: list[QWidget]) -> list[list[QWidget]]:
    """The same circle, begun at each of its members."""
    return [circle[at:] + circle[:at] for at in range(len(circle))]


def strays(visit: Visit) -> Iterator[str]:
    """Name what Tab passes over, or comes to twice or out of order."""
    stops = go_round(visit.front)
    if len(set(stops)) < len(stops):
        yield f"{visit.room}: Tab does not come back"
        return
    for widget in tab_stops(visit) - set(stops):
        yield f"{visit.room}: not reached: {name_of(widget)}"
    back = go_back(visit.front, len(stops))
    if back != [*stops[:0:-1], stops[0]]:
        yield f"{visit.room}: Shift+Tab goes another way"
    yield from unread(visit, stops)


REACHED = (*IN_WINDOW, *ALONE)
"""Where Tab goes round; `test_fits` presses it in all of them, as it looks at them."""


def test_a_measure_that_was_added_comes_after_the_others_of_its_kind(settled: Person) -> None:
    page = trends(settled, settled.start())
    page._measures._add_other("mood")
    assert settled.focused() is page._measures.toggles["mood"]
    settled.press("Shift+Backtab")
    assert settled.focused() is page._measures.toggles["fog"]
    settled.press("Tab Tab")
    assert settled.focused() is page._measures.others


def test_f6_goes_through_the_three_panes_and_back(settled: Person) -> None:
    program = settled.start()
    for room in ("today", "calendar", "trends"):
        with visiting(settled, program, room) as visit:
            window = program.window
            panes = [window._stack.parentWidget(), window._side, window._navigation]
            for step, keys in ((1, "F6"), (-1, "Shift+F6")):
                for turn in range(4):
                    here = pane_of(settled.focused(), visit)
                    assert here is panes[step * turn % 3], f"{room}: {keys} leads to {here}"
                    if turn < 3:
                        settled.press(keys)


# The ring


def colours(image: QImage) -> NDArray[np.float64]:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    shape = (image.height(), image.bytesPerLine() // 4, 4)
    bits = np.frombuffer(image.constBits(), np.uint8).reshape(shape)
    parts: NDArray[np.float64] = bits[:, : image.width(), 2::-1] / 255.0
    return parts


def luminance(image: QImage) -> NDArray[np.float64]:
    """Relative luminance of each pixel, as WCAG 2.2 defines it."""
    parts = colours(image)
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    light: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return light


def ring_share(visit: Visit, control: QWidget) -> float:
    """Return how much of a 2 px frame around the control its focus changes by 3:1.

    What lies outside of the window or is scrolled away counts for nothing.
    """
    front = visit.front
    place = focus_place(control, front)
    seen = place.adjusted(-REACH, -REACH, REACH, REACH) & front.rect()
    with_focus = luminance(front.grab(seen).toImage())
    control.clearFocus()
    settle(PAINTED)
    without = luminance(front.grab(seen).toImage())
    control.setFocus(Qt.FocusReason.TabFocusReason)
    settle(PAINTED)
    lighter, darker = np.maximum(with_focus, without), np.minimum(with_focus, without)
    strong = (lighter + 0.05) / (darker + 0.05) >= RING
    thick = strong[:-1, :-1] & strong[1:, :-1] & strong[:-1, 1:] & strong[1:, 1:]
    shown = visible_part(control, front) & place
    frame = sum(
        side
        for side, is_shown in (
            (shown.width(), shown.top() == place.top()),
            (shown.width(), shown.bottom() == place.bottom()),
            (shown.height(), shown.left() == place.left()),
            (shown.height(), shown.right() == place.right()),
        )
        if is_shown
    )
    return float(thick.sum()) / max(frame, 1)


def focus_place(control: QWidget, front: QWidget) -> QRect:
    """Return what the ring surrounds: the control, or the current cell of a table."""
    if isinstance(control, QAbstractItemView):
        cell = control.visualRect(control.currentIndex())
        return cell.translated(control.viewport().mapTo(front, QPoint(0, 0)))
    return place_of(control, front)


def visible_part(control: QWidget, front: QWidget) -> QRect:
    place, parent = place_of(control, front), control.parentWidget()
    while parent is not None and parent is not front:
        place &= place_of(parent, front)
        parent = parent.parentWidget()
    return place & front.rect()


@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_can_be_seen(settled: Person, theme: str) -> None:
    program = settled.start(theme=theme)
    sidebar = program.window._side._sidebar
    assert sidebar is not None
    sidebar.set_pinned(pinned=True)  # else it changes under the test as the focus goes round
    faults = []
    kinds: Counter[type[QWidget]] = Counter()
    for visit in visits(
        settled,
        program,
        (*FOLLOWED, "history", "calendar", "trends", "reading", "settings", "restore", *ALONE),
    ):
        seen: set[QWidget] = set()
        stop = settled.focused()
        while stop not in seen and len(seen) < MOST_STOPS:
            seen.add(stop)
            kinds[type(stop)] += 1
            if kinds[type(stop)] > ENOUGH_OF_A_KIND and theme != THEMES[0]:
                pass  # its like was looked at in this theme, and itself in the first
            elif visit.room in FOLLOWED[:1] or pane_of(stop, visit) is not program.window._side:
                share = ring_share(visit, stop)
                if share < 1:
                    faults.append(f"{visit.room}: {name_of(stop)}: {share:.2f} of a frame")
            QTest.keyClick(stop, Qt.Key.Key_Tab)
            settle(PAINTED)
            stop = settled.focused()
    assert not faults, "\n".join(dict.fromkeys(faults))


def test_a_rating_keeps_its_ring_while_it_is_answered(person: Person) -> None:
    program = person.start()
    with visiting(person, program, "today") as visit:
        control = person.focused()
        assert isinstance(control, RatingScale)
        person.press("1 0")
        settle()
        assert ring_share(visit, control) >= 1
