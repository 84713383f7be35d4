from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.tile import Tile, TileRow

NAMES = ("Body map", "Medication", "Note", "Event")


def row_of(theme: Theme, qtbot: QtBot, width: int) -> TileRow:
    row = TileRow(theme, [Tile(theme, name, "text") for name in NAMES])
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    return row


def tiles(row: TileRow) -> list[Tile]:
    return row.findChildren(Tile)


def test_tiles_share_the_width_of_their_row(theme: Theme, qtbot: QtBot) -> None:
    row = row_of(theme, qtbot, 712)
    assert len({tile.y() for tile in tiles(row)}) == 1
    assert max(tile.width() for tile in tiles(row)) - min(tile.width() for tile in tiles(row)) <= 1
    assert tiles(row)[-1].geometry().right() == 711


def test_tiles_stand_in_two_lines_and_then_below_each_other(theme: Theme, qtbot: QtBot) -> None:
    row = row_of(theme, qtbot, 400)
    assert len({tile.y() for tile in tiles(row)}) == 2
    row.resize(200, row.heightForWidth(200))
    assert len({tile.y() for tile in tiles(row)}) == 4
    assert tiles(row)[-1].geometry().bottom() == row.height() - 1


def test_a_row_read_from_right_to_left_begins_at_the_right(theme: Theme, qtbot: QtBot) -> None:
    row = row_of(theme, qtbot, 712)
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.arrange()
    assert tiles(row)[0].geometry().right() == 711
    assert not tiles(row)[0].grab().isNull()


def test_arrows_move_among_the_tiles(theme: Theme, qtbot: QtBot) -> None:
    row = row_of(theme, qtbot, 712)
    tiles(row)[0].setFocus()
    QTest.keyClick(tiles(row)[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is tiles(row)[1]


def test_a_tile_tells_how_things_stand(theme: Theme, qtbot: QtBot) -> None:
    tile = Tile(theme, "Note", "text")
    qtbot.addWidget(tile)
    tile.show_state("slept in the…", "slept in the sun")
    assert tile.accessibleName() == "Note"
    assert tile.accessibleDescription() == "slept in the sun"
    assert tile.state == "slept in the…"


def test_a_tile_with_more_words_is_higher(theme: Theme, qtbot: QtBot) -> None:
    tile = Tile(theme, "Note", "text")
    qtbot.addWidget(tile)
    tile.show_state("Nothing noted")
    height = tile.heightForWidth(170)
    tile.show_state("Nothing noted " * 6)
    assert height == 56
    assert tile.heightForWidth(170) > height


def test_quiet_tiles_have_no_frame(theme: Theme, qtbot: QtBot) -> None:
    tile = Tile(theme, "Note", "text")
    qtbot.addWidget(tile)
    tile.resize(170, 56)
    framed = tile.grab().toImage().pixelColor(85, 0)
    theme.set_choice("quiet_paper")
    assert framed == Theme("light").qcolor("border_strong")
    assert tile.grab().toImage().pixelColor(85, 0) == theme.qcolor("surface")
