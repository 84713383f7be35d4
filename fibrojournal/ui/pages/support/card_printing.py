"""A card of the numbers on paper, to keep by the bed or in a purse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from fibrojournal.text import _
from fibrojournal.ui.printing import Refusals, print_on_paper, write

_LINE = 1 / 34
"""Height of a line, as a part of the page's height."""
_SHARE = 0.6
"""Width of the card, as a part of the page's."""

Pairs = Sequence[tuple[str, str]]


def print_card(parent: QWidget, pairs: Pairs, refused: Callable[[str], None]) -> None:
    """Ask which printer, and print. `refused` is told a sentence where there is none."""
    refusals = Refusals(
        _("There is no printer here. The numbers can be written down by hand."),
        _("The printer did not take the page. The numbers can be written down by hand."),
    )
    print_on_paper(
        parent,
        _("A card for a hard day"),
        lambda painter, page: draw_card(painter, page, pairs),
        refusals,
        refused,
    )


def draw_card(painter: QPainter, page: QRectF, pairs: Pairs) -> None:
    """Draw each heading with its words below it; the origin is the corner of the page."""
    line = page.height() * _LINE
    place = QRectF(0, 0, page.width() * _SHARE, page.height())
    for heading, words in pairs:
        place.setTop(write(painter, heading, place, line * 0.8, bold=True).bottom())
        place.setTop(write(painter, words, place, line * 0.55).bottom() + line * 0.7)
