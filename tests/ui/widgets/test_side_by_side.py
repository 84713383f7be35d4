from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QWidget

from fibrojournal.ui.widgets.side_by_side import SideBySide
from tests.ui.widgets.conftest import Show


def box() -> QWidget:
    """Make a widget that wants 100 x 30 px at least."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStrut(30)
    row.addSpacerItem(QSpacerItem(100, 30, QSizePolicy.Policy.MinimumExpanding))
    return part


@pytest.mark.parametrize(("width", "is_row"), [(212, True), (211, False)])
def test_parts_stand_side_by_side_where_there_is_room(
    show: Show, width: int, *, is_row: bool
) -> None:
    parts = (box(), box())
    both = SideBySide(parts, lambda: 212, gap=12)
    show(both, size=(width + 56, 200))
    first, second = (part.geometry() for part in parts)

    assert both.is_row is is_row
    assert first.intersected(second).isEmpty()
    assert (first.right() < second.left()) is is_row
    assert (first.bottom() < second.top()) is not is_row


def test_stretches_share_the_row_out(show: Show) -> None:
    parts = (box(), box())
    both = SideBySide(parts, lambda: 0, stretches=(3, 1), gap=0)
    show(both, size=(456, 200))

    assert [part.width() for part in parts] == [300, 100]


def test_it_looks_again_when_the_parts_have_grown(show: Show) -> None:
    least = 100
    parts = (box(), box())
    both = SideBySide(parts, lambda: least)
    show(both, size=(456, 300))
    least = 900
    both.arrange()
    QTest.qWait(1)

    assert not both.is_row
    assert parts[0].y() < parts[1].y()


def test_it_asks_for_no_more_width_than_its_widest_part() -> None:
    hidden = QLabel("a label that is much wider than the two boxes beside it")
    hidden.hide()
    both = SideBySide((box(), hidden, box()), lambda: 0)

    assert both.minimumSizeHint().width() == 100
